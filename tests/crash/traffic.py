"""What people send while the bot is being killed: random, but the same for the same seed."""

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.simulator import ChatMessage, Simulator

from .ledger import Ledger, Written

SCRIPTS = ("/mid_week", "/spark", "/rough_day", "/gratitude", "/after_session")
OURS = ("r:", "f:", "v:", "m:now")
"""Buttons that are tapped: of prompts and closing lines, and the choice of a script."""

Json = dict[str, Any]


def unreadable(chat: int) -> list[Json]:
    """Updates that no bot can read, of nobody and of a client."""
    person = {"id": chat, "is_bot": False, "first_name": "C"}
    whole: Json = {"message_id": 1, "date": 1, "chat": {"id": chat, "type": "private"}, "from": person}
    return [
        {"message": 7},
        {"message": {}},
        {"message": {"message_id": 1, "date": 1, "chat": "home"}},
        {"callback_query": {"id": "1"}},
        {"message": whole | {"date": "yesterday", "text": "hello"}},
        {"message": whole | {"text": 5}},
        {"edited_message": {"chat": {"id": chat}}},
    ]


def unknown(chat: int) -> list[Json]:
    """Updates of kinds that this bot never asked for."""
    return [
        {"from_the_future": {"chat": {"id": chat}, "wish": "?"}},
        {"channel_post": {"message_id": 4, "date": 1, "chat": {"id": -100, "type": "channel", "title": "T"}}},
        {},
    ]


@dataclass(slots=True)
class Traffic:
    """People at their phones. ``sent`` counts updates as Telegram numbers them."""

    sim: Simulator
    chats: list[int]
    chance: random.Random
    ledger: Ledger
    words: int = 0
    began_at: int = 0

    def __post_init__(self) -> None:
        self.began_at = self.sim.core.state.updates.next_id

    @property
    def sent(self) -> int:
        """Updates so far."""
        return self.sim.core.state.updates.next_id - self.began_at

    async def up_to(self, number: int, gap: float) -> None:
        """Go on until so many updates were sent, ``gap`` seconds apart on average."""
        while self.sent < number:
            self.once()
            await asyncio.sleep(self.chance.uniform(0, 2 * gap))

    def once(self) -> None:
        """One thing that somebody does."""
        chat = self.chance.choice(self.chats)
        acts: dict[Callable[[int], None], int] = {
            self.write: 40,
            self.burst: 8,
            self.edit: 12,
            self.tap: 14,
            self.tap_gone: 3,
            self.begin: 5,
            self.attach: 3,
            self.answer_to: 4,
            self.spoil: 4,
            self.surprise: 4,
        }
        act = self.chance.choices(list(acts), list(acts.values()))[0]
        act(chat)

    # ---- words ---------------------------------------------------------------------------------

    def write(self, chat: int, reply_to: int | None = None) -> None:
        """A message with a word that no other has."""
        word, text = self._words()
        self._note(chat, self.sim.say(chat, text, reply_to), word, text)

    def burst(self, chat: int) -> None:
        """An answer in several messages."""
        for _ in range(self.chance.randint(2, 5)):
            self.write(chat)

    def answer_to(self, chat: int) -> None:
        """A message that replies to one of the bot's, perhaps an old one."""
        shown = [one.id for one in self.sim.messages(chat) if one.out]
        self.write(chat, self.chance.choice(shown[-6:]))

    def attach(self, chat: int) -> None:
        """A voice note or a photo with words beneath."""
        word, text = self._words()
        if self.chance.random() < 0.5:
            self._note(chat, self.sim.voice(chat, caption=text), word, text, "voice")
        else:
            self._note(chat, self.sim.photo(chat, caption=text), word, text, "photo")

    def edit(self, chat: int) -> None:
        """An earlier message is changed, perhaps more than once."""
        mine = self.ledger.of(chat)
        if not mine:
            return self.write(chat)
        one = self.chance.choice(mine[-8:])
        text = f"{one.word} again, version {len(one.versions) + 1}"
        self.sim.edit(chat, one.message_id, text)
        one.versions.append(one.kept(text))
        self.ledger.counts["edits"] += 1
        return None

    def _words(self) -> tuple[str, str]:
        self.words += 1
        word = f"w{self.words:06d}z"
        length = self.chance.choice((1, 3, 12, 60, 300))
        return word, " ".join((word, *("of the week" for _ in range(length)))).strip()

    def _note(self, chat: int, message_id: int, word: str, text: str, media: str = "") -> None:
        one = Written(chat, message_id, word, [], media)
        one.versions.append(one.kept(text))
        self.ledger.written.append(one)

    # ---- taps ----------------------------------------------------------------------------------

    def tap(self, chat: int) -> None:
        """A button that stands in the chat, one time in three twice."""
        found = [(one.id, data) for one in self.sim.messages(chat)[-12:] for data in _data(one)]
        if not found:
            return self.begin(chat)
        message, data = self.chance.choice(found)
        for _ in range(self.chance.choice((1, 1, 2))):
            self.sim.tap_data(chat, message, data)
            self.ledger.counts["taps"] += 1
        return None

    def tap_gone(self, chat: int) -> None:
        """A button that has gone, or never was the client's."""
        message = self.chance.choice([one.id for one in self.sim.messages(chat) if one.out])
        number = self.chance.randint(1, 200)
        self.sim.tap_data(chat, message, f"r:{number}:{self.chance.randint(1, 4)}:pass")
        self.ledger.counts["taps"] += 1

    def begin(self, chat: int) -> None:
        """A reflection at the client's own wish: by its name, or out of the list."""
        self.sim.say(chat, self.chance.choice((*SCRIPTS, "/now")))
        self.ledger.counts["commands"] += 1

    # ---- what nobody can read ------------------------------------------------------------------

    def spoil(self, chat: int) -> None:
        """An object that is no update that anybody could read."""
        self.ledger.unreadable.append(self.sim.raw(self.chance.choice(unreadable(chat))))

    def surprise(self, chat: int) -> None:
        """A kind of update that this bot knows nothing of."""
        self.sim.raw(self.chance.choice(unknown(chat)))
        self.ledger.counts["unknown"] += 1


def _data(message: ChatMessage) -> list[str]:
    rows = message.body.get("reply_markup", {}).get("inline_keyboard", []) if message.out else []
    found = [button.get("callback_data", "") for row in rows for button in row]
    return [data for data in found if data.startswith(OURS)]
