"""A whole bot for tests: simulator, real loops, a database file, a clock that is moved.

``Whole`` is also a world in which a talk is played: the third way.
"""

import asyncio
import re
import socket
from collections.abc import Callable, Coroutine, Iterator
from contextlib import AsyncExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeVar

import chosen
from blank import blank
from settled import ON_POSTGRES, Settled, known, settled
from witnessed import unwitnessed

from bot import world
from bot.clock import MovedClock
from bot.config import Config
from bot.core.talk import talk_file as talks
from bot.core.talk import tempo
from bot.core.talk.model import Reflection
from bot.core.talk.talk_file import TalkLine
from bot.i18n import languages, phrases, texts
from bot.people import reconcile, reflecting
from bot.people.turn import Turn
from bot.runtime.house import House
from bot.simulator import ChatMessage, Simulator
from bot.simulator.state import Event
from bot.store import people, reflections, responses, scripts
from bot.store.db import Tx
from bot.store.responses import Response

T = TypeVar("T")
ROOT = Path(__file__).parents[2]
PROMPTS = ROOT / "prompts"
ADMIN, COACH, CLIENT = 1000, 2000, 3000
START = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
PROMPT_BUTTONS = {
    label
    for spoken in map(phrases, languages())
    for label in (spoken.pass_, spoken.done, spoken.hold_done, spoken.back)
}
"""In every language: by one of them a prompt is known among the messages."""

HANDLES = {
    texts(language).t(label)
    for language in languages()
    for label in ("This felt new", "Who sees it", "Take back", "My answer")
}
"""In every language: what can be done with the answer before; no talk on paper knows of it."""

PASSES, OTHERS = (
    {getattr(phrases(language), name) for language in languages()} for name in ("pass_", "other")
)
"""The same of another question, where a prompt can be passed."""


INTAKE: dict[str, Any] = {"mode": "webhook"} if "webhook" in chosen.WORDS else {}
"""How updates come in where a test does not say it: asked for; with `pytest --webhook` brought."""


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


class Whole:
    """The bot and its Telegram, with plain functions that let time pass."""

    def __init__(
        self,
        folder: Path,
        start: datetime = START,
        prompts: Path = PROMPTS,
        kept: Settled | None = None,
        wire: bool = False,
        **more: Any,
    ) -> None:
        """``wire``: the calls go over HTTP and a socket, not from hand to hand."""
        self.runner = asyncio.Runner()
        self.stack = AsyncExitStack()
        self.clock = MovedClock(kept.at if kept else start)
        self.sim = Simulator(self.clock.now)
        self.folder, self.prompts, self.more, self.wire = folder, prompts, more, wire
        self.port = free_port() if wire else 0
        self.run(self._open(kept))

    async def _open(self, kept: Settled | None) -> None:
        if self.wire:
            await self.stack.enter_async_context(self.sim)
        config = self._config()
        if kept is not None:
            kept.put(config, self.sim)
        else:
            blank(config.database.path, config.security.key_file)
        await self._start()

    def _config(self) -> Config:
        here = {"port": self.port, "url": f"http://127.0.0.1:{self.port}/interlude"}
        more = {"mode": "polling", "webhook": here} | INTAKE | self.more
        return world.settings(self.folder, self.sim, [ADMIN], self.prompts, **more)

    async def _start(self) -> None:
        self.bot = AsyncExitStack()
        self.world = await self.bot.enter_async_context(
            world.opened(self._config(), self.sim, self.clock, self.wire)
        )

    def settled(self) -> Settled:
        """All that is there now, to begin with in another test."""
        if ON_POSTGRES:
            self.run(self.bot.aclose())
        found = settled(self._config(), self.sim, self.clock.now(), self.folder)
        if ON_POSTGRES:
            self.run(self._start())
        return found

    def run(self, doing: Coroutine[Any, Any, T]) -> T:
        """Do something in the bot's event loop."""
        return self.runner.run(doing)

    def close(self) -> None:
        """Stop the bot as by SIGTERM, then Telegram."""
        self.run(self.bot.aclose())
        self.run(self.stack.aclose())
        self.runner.close()

    def restart(self) -> None:
        """Stop the bot and start it again on the same database."""
        self.run(self.bot.aclose())
        self.run(self._start())

    @property
    def house(self) -> House:
        return self.world.house

    def tx(self, fn: Any) -> Any:
        """Read or write in one transaction."""
        return self.run(self.house.store.run(fn))

    def unwitnessed(self) -> list[str]:
        """What was shown of a client's words to somebody else without a row in the audit."""
        if self.house.stop.is_set() or self.house.store._closed:  # a test took the bot down
            return []
        found: list[str] = self.tx(partial(unwitnessed, sim=self.sim))
        return found

    # ---- people --------------------------------------------------------------------------------

    def person(self, name: str, number: int) -> int:
        return self.sim.person(name, number, started=True).id

    def pause(self, seconds: float = 3) -> None:
        """Let some time pass."""
        self.run(self.world.until(self.clock.now() + timedelta(seconds=seconds)))

    def until(self, instant: datetime) -> None:
        self.run(self.world.until(instant))

    def say(self, chat: int, words: str) -> list[str]:
        """Somebody writes; what the bot says within a few seconds."""
        before = len(self.sim.texts(chat))
        self.sim.say(chat, words)
        self.pause()
        return self.sim.texts(chat)[before:]

    def tap(self, chat: int, label: str) -> list[str]:
        """Somebody taps; what the bot says within a few seconds."""
        before = len(self.sim.texts(chat))
        self.sim.tap(chat, label)
        self.pause()
        return self.sim.texts(chat)[before:]

    def link(self, chat: int) -> str:
        """The payload of the latest link in a chat."""
        found = [one for text in self.sim.texts(chat) for one in re.findall(r"\?start=(\S+)", text)]
        return str(found[-1])

    def start(self, chat: int, payload: str) -> list[str]:
        before = len(self.sim.texts(chat))
        self.sim.start(chat, payload)
        self.pause()
        return self.sim.texts(chat)[before:]

    def with_coach(self, coach: int = COACH, name: str = "Dana", place: str = "Berlin") -> None:
        """A coach has come in by the admin's link."""
        if ADMIN not in self.sim.core.state.chats:
            self.person("Ruth", ADMIN)
        self.person(name, coach)
        self.say(ADMIN, "/coach")
        self.start(coach, self.link(ADMIN))
        self.say(coach, name)
        self.tap(coach, "Yes")
        self.say(coach, place)
        if "Which of these" in self.sim.texts(coach)[-1]:
            self.tap(coach, self.sim.buttons(coach)[0])

    def with_client(
        self,
        client: int = CLIENT,
        name: str = "Ada",
        place: str = "Lisbon",
        coach: int = COACH,
        shares: bool = True,
    ) -> None:
        """A client has come in by the coach's link and said everything that is asked."""
        self.say(coach, "/invite")
        self.person(name, client)
        self.start(client, self.link(coach))
        self.tap(client, self.sim.buttons(client)[0 if shares else 1])
        self.tap(client, self.sim.buttons(client)[0])  # born long ago
        self.say(client, name)
        self.tap(client, "Yes")
        self.say(client, place)
        self.say(client, "mon wed fri")
        self.tap(client, "19:00")

    def begin(self, script: str, occasion: str = "demand:test", client: int = CLIENT) -> None:
        """A reflection begins at once, as if asked for."""

        def begun(tx: Tx) -> None:
            me = people.client(tx, client)
            assert me is not None
            turn = Turn(tx, self.clock.now(), -1, self.house.config, "bot")
            assert reflecting.begin(turn, me, script, occasion)
            reconcile.after(turn, client)

        self.tx(begun)
        self.house.ring()
        self.pause()

    def responses(self, client: int = CLIENT) -> tuple[Response, ...]:
        found: tuple[Response, ...] = self.tx(partial(responses.all_of, client_id=client))
        return found


class TalkWorld:
    """A talk's world: every line goes through Telegram, loops and store."""

    def __init__(self, whole: Whole, talk: talks.Talk, source: str) -> None:
        self.whole = whole
        reflection, now, zone = talks.starts(talk)
        whole.person("Ada", CLIENT)
        whole.until(now)
        whole.tx(partial(_set_up, reflection=reflection, zone=zone, source=source, now=now))
        self.reflection = reflection
        self.seen = len(whole.sim.chat(CLIENT).events)
        self.mine: list[int] = []
        self.buttons: dict[str, tuple[int, str]] = {}  # every one that ever stood in the chat

    def begin(self) -> tuple[TalkLine, ...]:
        return self._after(lambda: self.whole.tx(self._begin))

    def _begin(self, tx: Tx) -> None:
        me = people.client(tx, CLIENT)
        assert me is not None
        turn = Turn(tx, self.whole.clock.now(), -1, self.whole.house.config, "bot")
        name = self.reflection.script
        assert reflecting.begin(turn, me, name, "demand:talk", marked=self.reflection.context.marked)
        row = reflections.latest_of(tx, CLIENT)
        assert row is not None
        reconcile.after(turn, CLIENT)

    def write(self, text: str, to: str) -> tuple[TalkLine, ...]:
        reply = self._prompt_of(to) if to else None
        self._read()
        return self._after(lambda: self.mine.append(self.whole.sim.say(CLIENT, text, reply)))

    def _read(self) -> None:
        """A person has read what stands there before they write: a talk on paper takes no time for that."""
        shown = [
            one.at for one in self.whole.sim.chat(CLIENT).events if one.who == "bot" and one.kind == "said"
        ]
        if shown:
            self.whole.until(max(self.whole.clock.now(), shown[-1] + tempo.LATEST))

    def offered(self) -> tuple[str, ...]:
        for message in reversed(self._prompts()):
            return tuple(_labels(message))
        return ()

    def tap(self, label: str) -> tuple[TalkLine, ...]:
        return self._after(lambda: self._tap(label))

    def _tap(self, label: str) -> None:
        if label in self.offered():
            self.whole.sim.tap(CLIENT, label)
        else:  # it has gone from the chat, but a phone may still have shown it
            message, data = self.buttons[label]
            self.whole.sim.tap_data(CLIENT, message, data)

    def edit(self, number: int, text: str) -> tuple[TalkLine, ...]:
        return self._after(lambda: self.whole.sim.edit(CLIENT, self.mine[number - 1], text))

    def wait(self, time: timedelta) -> tuple[TalkLine, ...]:
        return self._after(lambda: self.whole.until(self.whole.clock.now() + time))

    def _after(self, do: Any) -> tuple[TalkLine, ...]:
        do()
        self.whole.house.ring()
        self.whole.run(self.whole.world.settle())
        while coming := self.whole.clock.next_end():  # sends that only wait for their second
            if coming > self.whole.clock.now() + timedelta(seconds=2):
                break
            self.whole.until(coming)
        events = self.whole.sim.chat(CLIENT).events
        new, self.seen = events[self.seen :], len(events)
        for message in self._messages():
            buttons = [button for row in _rows(message) for button in row]
            self.buttons |= {button["text"]: (message.id, button["callback_data"]) for button in buttons}
        return tuple(_line(one) for one in new if one.kind == "said" and one.who == "bot")

    def _messages(self) -> list[ChatMessage]:
        return [one for one in self.whole.sim.messages(CLIENT) if one.out]

    def _prompts(self) -> list[ChatMessage]:
        return [one for one in self._messages() if PROMPT_BUTTONS & set(_labels(one))]

    def _last(self) -> int:
        return max((one.id for one in self.whole.sim.messages(CLIENT)), default=0)

    def _prompt_of(self, step: str) -> int:
        rows = self.whole.tx(partial(_shown, step=step))
        assert rows, f"no prompt of {step}"
        return int(rows[-1])


def _shown(tx: Tx, step: str) -> list[int]:
    row = reflections.latest_of(tx, CLIENT)
    assert row is not None
    questions = [one.question for one in row.reflection.answers if one.step == step]
    found = tx.db.execute(
        "SELECT message_id FROM outbox "
        "WHERE reflection_id = :id AND purpose = 'prompt' AND question = :question ORDER BY id",
        {"id": row.id, "question": questions[-1]},
    )
    return [one[0] for one in found]


HOURLY = "daily " + ",".join(f"{hour:02}:00" for hour in range(9, 21))


def _set_up(tx: Tx, reflection: Reflection, zone: str, source: str, now: datetime) -> None:
    people.add_coach(tx, COACH, now=now, state="active")
    people.change_coach(tx, COACH, name=reflection.context.coach, zone="UTC")
    people.add_client(tx, CLIENT, COACH, now=now)
    people.change_client(
        tx,
        CLIENT,
        zone=zone,
        language=reflection.language,
        name=reflection.context.name,
        sessions_before=reflection.context.session,
        rhythm={"rhythm": HOURLY},  # a reminder comes at an hour of theirs: the bare engine knows none
        state="stopped",  # no planned prompt comes into the talk
    )
    live = scripts.live(tx, reflection.script, reflection.language)
    if live is None or live.source != source:
        scripts.publish(tx, reflection.script, reflection.language, source, author="a talk", now=now)


def _labels(message: ChatMessage) -> list[str]:
    return [button["text"] for row in _rows(message) for button in row]


def _rows(message: ChatMessage) -> list[list[dict[str, Any]]]:
    rows: list[list[dict[str, Any]]] = message.body.get("reply_markup", {}).get("inline_keyboard", [])
    asked = PASSES & {button["text"] for row in rows for button in row}
    beside = HANDLES | OTHERS if asked else HANDLES
    return [row for row in rows if not {button["text"] for button in row} <= beside]


def _line(event: Event) -> TalkLine:
    """A message as it was sent; what a closing line and an answer bear is the chat's own, not the engine's."""
    asks = (PROMPT_BUTTONS | {"Stop everything"}) & {label for row in event.buttons for label in row}
    beside = HANDLES | OTHERS if PASSES & {label for row in event.buttons for label in row} else HANDLES
    buttons = tuple(row for row in event.buttons if not set(row) <= beside)
    return talks.bot(event.text, buttons if asks else (), event.silent)


Practice = Callable[[Whole], None]
"""What happens in a bot before a test begins, the same for each that names it."""


def coach_and_client(made: Whole) -> None:
    """The usual practice: a coach, and a client who shares."""
    made.with_coach()
    made.with_client()


@contextmanager
def whole_bot(folder: Path, practice: Practice | None = None, **more: Any) -> Iterator[Whole]:
    """A whole bot that is closed in the end; ``practice`` was lived through before."""
    kept = None
    if practice is not None:
        key = (practice, _content(more.get("prompts", PROMPTS)), repr({**more, "prompts": ""}))
        kept = known(key, lambda: _lived(folder / "before", practice, more))
    made = Whole(folder, kept=kept, **more)
    try:
        yield made
        seen = made.unwitnessed()
        assert not seen, seen
    finally:
        made.close()


def _lived(folder: Path, practice: Practice, more: dict[str, Any]) -> Settled:
    with whole_bot(folder, **more) as made:
        practice(made)
        return made.settled()


def _content(prompts: Path) -> tuple[tuple[str, bytes], ...]:
    """A folder of scripts as a value: two that hold the same are the same."""
    return _shipped() if prompts == PROMPTS else _read(prompts)


@cache  # no test writes into it
def _shipped() -> tuple[tuple[str, bytes], ...]:
    return _read(PROMPTS)


def _read(prompts: Path) -> tuple[tuple[str, bytes], ...]:
    files = sorted(prompts.rglob("*.md"))
    return tuple((str(one.relative_to(prompts)), one.read_bytes()) for one in files)


def sharing(whole: Whole) -> None:
    """A coach, and a client who shares."""
    whole.with_coach()
    whole.with_client()


def two_clients(whole: Whole) -> None:
    """A coach in Berlin and two clients, Regula and Ben."""
    whole.with_coach()
    whole.with_client(CLIENT, "Regula")
    whole.with_client(CLIENT + 1, "Ben")


def private(whole: Whole) -> None:
    """A coach, and a client who shares nothing."""
    whole.with_coach()
    whole.with_client(shares=False)
