"""What people do in a life, done to the simulator; and a record of every word that was written."""

import re
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from itertools import islice

from bot.simulator import ChatMessage, human
from bot.simulator.failures import How

from .life import TOKEN, Act, Person
from .stage import PROMPTS, Stage

FINAL = ("erase", "m:stop")
"""In the data of buttons that end everything, which nobody taps by chance."""

LINK = re.compile(r"\?start=([\w-]+)")


@dataclass(slots=True)
class Written:
    """A message of a person's with words in it: one token for each version."""

    who: Person
    message_id: int
    at: datetime
    verb: str
    tokens: list[str]
    replied: int = 0
    state: str = ""  # the writer's in the database just before
    step: str = ""  # what was being asked of the writer about a setting just before
    button: bool = False  # an edit of what was a command or a label typed, and so was never kept
    gone: bool = False  # the last version has none of these words


@dataclass(slots=True)
class Deeds:
    """The people at their phones. ``old`` are buttons that ever stood in a chat: message and data."""

    stage: Stage
    people: dict[str, Person]
    written: list[Written] = field(default_factory=list)
    old: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    heard: dict[int, int] = field(default_factory=dict)  # how much of each chat was looked at for buttons

    def do(self, act: Act) -> int | None:
        """Do it; the number of the person's new message (0: none), or None where it cannot be done now."""
        verbs: dict[str, Callable[[Act, int], int | None]] = {
            "says": self._says,
            "replies": self._replies,
            "taps": self._taps,
            "presses": self._presses,
            "picks": self._picks,
            "types": self._types,
            "edits": self._edits,
            "deletes": self._deletes,
            "forwards": self._forwards,
            "inlines": self._inlines,
            "mends": self._mends,
            "sends": self._sends,
            "reacts": self._reacts,
            "opens": self._opens,
            "blocks": self._blocks,
            "unblocks": self._unblocks,
            "publishes": self._publishes,
        }
        if act.who == "world":
            return self._befalls(act)
        chat = self.people[act.who].id
        try:
            return verbs[act.verb](act, chat)
        except (ValueError, LookupError, StopIteration, ZeroDivisionError):
            return None

    # ---- words ---------------------------------------------------------------------------------

    def _says(self, act: Act, chat: int) -> int:
        return self._note(act, self.stage.sim.say(chat, act.words))

    def _replies(self, act: Act, chat: int) -> int:
        """To the so many-th newest message of the bot's."""
        shown = self.bots(chat)[-act.number].id
        return self._note(act, self.stage.sim.say(chat, act.words, shown), shown)

    def _forwards(self, act: Act, chat: int) -> int:
        core = self.stage.sim.core.state
        origin = {"type": "hidden_user", "sender_user_name": "Somebody", "date": core.unix()}
        content = {"text": act.words, "forward_origin": origin}
        return self._note(act, human._post(core, self.stage.sim.chat(chat), content, None, None))

    def _inlines(self, act: Act, chat: int) -> int:
        """A message made by an inline bot: whose words they are, nobody knows."""
        core = self.stage.sim.core.state
        maker = {"id": 77, "is_bot": True, "first_name": "Gifs", "username": "gif"}
        content = {"text": act.words, "via_bot": maker}
        return self._note(act, human._post(core, self.stage.sim.chat(chat), content, None, None))

    def _mends(self, act: Act, chat: int) -> int:
        """The newest own message, whatever it is, becomes other words: a typo becomes a command."""
        mine = [one for one in self.stage.sim.chat(chat).messages.values() if not one.out and not one.deleted]
        newest = [one for one in mine if "text" in one.body][-1].id
        self.stage.sim.edit(chat, newest, act.words)
        for one in self.written:
            one.gone = one.gone or (one.who.id == chat and one.message_id == newest)
        return newest

    def _sends(self, act: Act, chat: int) -> int:
        """A voice note (1), photo (2), sticker (3) or file (4), the words beneath it."""
        sim = self.stage.sim
        kinds: dict[int, Callable[[], int]] = {
            1: partial(sim.voice, chat, caption=act.words),
            2: partial(sim.photo, chat, caption=act.words),
            3: partial(sim.sticker, chat),
            4: partial(sim.attach, chat, b"a file", "notes.txt", act.words),
        }
        sent = kinds[act.number]()
        return sent if act.number == 3 else self._note(act, sent)

    def _edits(self, act: Act, chat: int) -> int:
        """The so many-th newest own message."""
        message = self.own(chat)[-act.number].id
        self.stage.sim.edit(chat, message, act.words)
        found = next((one for one in self.written if one.who.id == chat and one.message_id == message), None)
        if found is None:
            self._note(act, message)
            self.written[-1].button = True
            return message
        found.tokens += TOKEN.findall(act.words)
        found.verb, found.gone = "edits", not TOKEN.search(act.words)
        return message

    def _deletes(self, act: Act, chat: int) -> int:
        message = self.own(chat)[-act.number].id
        self.stage.sim.delete(chat, message)
        return 0

    def _note(self, act: Act, message: int, replied: int = 0) -> int:
        tokens = TOKEN.findall(act.words)
        if tokens:
            now, who = self.stage.clock.now(), self.people[act.who]
            self.written.append(Written(who, message, now, act.verb, tokens, replied))
        return message

    # ---- buttons -------------------------------------------------------------------------------

    def _taps(self, act: Act, chat: int) -> int:
        self.stage.sim.tap(chat, act.words)
        return 0

    def _presses(self, act: Act, chat: int) -> int:
        """A button that has gone, the so many-th of all that ever stood in the chat: an old screen shows it."""
        gone = self.gone(chat)
        message, data = gone[act.number % len(gone)]
        self.stage.sim.tap_data(chat, message, data)
        return 0

    def _picks(self, act: Act, chat: int) -> int:
        """The so many-th button of the newest message that has some: whatever it says, but nothing final."""
        message, _, data = self._offered(act, chat)
        self.stage.sim.tap_data(chat, message, data)
        return 0

    def _types(self, act: Act, chat: int) -> int:
        """What stands on such a button, in words."""
        return self.stage.sim.say(chat, self._offered(act, chat)[1])

    def _offered(self, act: Act, chat: int) -> tuple[int, str, str]:
        newest = next(one for one in reversed(self.bots(chat)) if buttons(one))
        found = [(label, data) for label, data in buttons(newest) if not any(one in data for one in FINAL)]
        label, data = found[act.number % len(found)]
        return newest.id, label, data

    def gone(self, chat: int) -> list[tuple[int, str]]:
        """Buttons that stand there no more."""
        standing = {(one.id, data) for one in self.bots(chat) for _, data in buttons(one)}
        found = [one for one in self.old.get(chat, []) if one not in standing]
        if not found:
            raise LookupError("no button has gone")
        return found

    def remember(self) -> None:
        """Note the buttons that stand in the chats now."""
        for chat in self.stage.sim.core.state.chats:
            events = len(self.stage.sim.chat(chat).events)
            if self.heard.get(chat) == events:
                continue
            self.heard[chat] = events
            known = self.old.setdefault(chat, [])
            recent = islice((m for m in reversed(chat_messages(self.stage, chat)) if m.out), 3)
            known += [
                (m.id, data) for m in recent for _, data in buttons(m) if (m.id, data) not in known[-80:]
            ]

    def _reacts(self, act: Act, chat: int) -> int:
        self.stage.sim.react(chat, self.bots(chat)[-act.number].id, act.words)
        return 0

    # ---- coming, going -------------------------------------------------------------------------

    def _opens(self, act: Act, chat: int) -> int:
        """The newest link that somebody was given."""
        texts = self.stage.sim.texts(self.people[act.words].id)
        links = [found[1] for text in texts for found in LINK.finditer(text)]
        return self.stage.sim.start(chat, links[-1] if links else "gone")

    def _blocks(self, act: Act, chat: int) -> int:
        self.stage.sim.block(chat)
        return 0

    def _unblocks(self, act: Act, chat: int) -> int:
        self.stage.sim.unblock(chat)
        return 0

    def _publishes(self, act: Act, chat: int) -> int:
        """A shipped script with another last line: ``words`` names it, as de/mid-week."""
        language, _, name = act.words.partition("/")
        source = (PROMPTS / language / f"{name}.md").read_text(encoding="utf-8").rstrip()
        file = f"{name}.md" if language == "en" else f"{name}.{language}.md"
        return self.stage.sim.attach(chat, f"{source} ({act.number})\n".encode(), file)

    # ---- what befalls the bot ------------------------------------------------------------------

    def _befalls(self, act: Act) -> int:
        """crashes N[: after] at the N-th commit; fails N: method how code; sleeps N seconds."""
        match act.verb:
            case "crashes":
                self.stage.doom(act.number, act.words == "after")
            case "fails":
                method, said, code = act.words.split()
                how: How = "lose" if said == "lose" else "drop" if said == "drop" else "refuse"
                self.stage.sim.fail(method, act.number, how=how, code=int(code), retry_after=7)
            case "sleeps":
                self.stage.down_until = self.stage.clock.now() + timedelta(seconds=act.number)
        return 0

    # ---- what the database holds ---------------------------------------------------------------

    def row(self, chat: int) -> sqlite3.Row | None:
        """A client as the database has them; None for who is none."""
        return self._one("SELECT * FROM clients WHERE id = ?", chat)

    def coach_row(self, chat: int) -> sqlite3.Row | None:
        """A coach as the database has them."""
        return self._one("SELECT * FROM coaches WHERE id = ?", chat)

    def step(self, chat: int) -> str:
        """What is being asked of somebody about a setting."""
        row = self._one("SELECT step FROM dialogues WHERE chat_id = ?", chat)
        return row["step"] if row else ""

    def _one(self, sql: str, chat: int) -> sqlite3.Row | None:
        found: sqlite3.Row | None = self.stage.outside.execute(sql, (chat,)).fetchone()
        return found

    # ---- what stands in a chat -----------------------------------------------------------------

    def bots(self, chat: int) -> list[ChatMessage]:
        """The bot's messages that stand there, oldest first."""
        return [one for one in self.stage.sim.chat(chat).messages.values() if one.out and not one.deleted]

    def own(self, chat: int) -> list[ChatMessage]:
        """The person's messages with words, oldest first, without commands."""
        mine = [one for one in self.stage.sim.chat(chat).messages.values() if not one.out and not one.deleted]
        return [one for one in mine if not str(one.body.get("text", "/")).startswith("/")]


def chat_messages(stage: Stage, chat: int) -> list[ChatMessage]:
    """All messages that were ever in a chat, oldest first."""
    return list(stage.sim.chat(chat).messages.values())


def buttons(message: ChatMessage) -> list[tuple[str, str]]:
    """Label and data of each button under a message."""
    rows = message.body.get("reply_markup", {}).get("inline_keyboard", [])
    return [(one["text"], one["callback_data"]) for row in rows for one in row if "callback_data" in one]
