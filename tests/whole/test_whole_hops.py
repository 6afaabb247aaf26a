"""A crash between any two hops: before and after each commit of receive, work, send and tick.

The process is not really killed here (tests/crash does that); the store stops answering for good at a chosen
commit, every loop ends where it stands, and the bot is opened again on the same file.
"""

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import Any, Literal

import pytest
from small import rows, small_bot
from whole import CLIENT, Whole

from bot.store import due, inbox

Side = Literal["before", "after"]
HOPS = {"add_updates": "receive", "turn": "work", "take": "send", "keep": "send", "_move": "tick"}
"""The functions that commit, each with its loop."""


class Killed(BaseException):
    """The process is gone; nothing of it catches this."""


@dataclass(slots=True)
class Mortal:
    """A store that answers up to one commit: the first of a function, undone (before) or done (after)."""

    store: Any
    now: Callable[[], datetime]
    function: str
    side: Side
    dead: bool = False

    async def run(self, fn: Any) -> Any:
        """As the store's, until the end."""
        if self.dead:
            raise Killed
        if getattr(getattr(fn, "func", fn), "__name__", "") != self.function or await self._idle():
            return await self.store.run(fn)
        self.dead = True
        if self.side == "after":
            await self.store.run(fn)
        raise Killed

    async def _idle(self) -> bool:
        """A tick that moves nothing is no hop."""
        at = await self.store.run(due.next_at)
        return self.function == "_move" and (at is None or at > self.now())


@dataclass(slots=True)
class Life:
    """A bot that is killed once in each thing that happens, and opened again."""

    whole: Whole
    function: str
    side: Side
    deaths: int = 0
    messages: list[int] = field(default_factory=list)

    def meets(self, happening: Callable[[], Any], seconds: float) -> None:
        """Something happens, and time passes; where the bot died of it, it is opened again and time passes."""
        end = self.whole.clock.now() + timedelta(seconds=seconds)
        mortal = Mortal(self.whole.house.store, self.whole.clock.now, self.function, self.side)
        self.whole.house.store = mortal  # type: ignore[assignment]
        happening()
        self.whole.run(_live(self.whole, mortal, end - self.whole.clock.now()))
        self.whole.house.store = mortal.store
        if mortal.dead:
            self.deaths += 1
            self._again()
        self.whole.until(max(end, self.whole.clock.now()) + timedelta(seconds=5))

    def _again(self) -> None:
        with contextlib.suppress(BaseExceptionGroup):
            self.whole.run(self.whole.bot.aclose())
        self.whole.run(self.whole._start())


async def _live(whole: Whole, mortal: Mortal, time: timedelta) -> None:
    """Let time pass until it is over, or the bot."""
    going = asyncio.ensure_future(whole.world.until(whole.clock.now() + time))
    while not mortal.dead and (await asyncio.wait({going}, timeout=0.002))[1]:
        continue
    for _ in range(5):
        await asyncio.sleep(0)  # the loops end
    going.cancel()
    with contextlib.suppress(asyncio.CancelledError, Killed):
        await going


def fortnight(whole: Whole, function: str, side: Side) -> Life:
    """A talk with everything in it: words, more words, an edit, waits, a tap, a nudge, a note, a block."""
    life, sim = Life(whole, function, side), whole.sim

    def say(words: str) -> Callable[[], Any]:
        return lambda: life.messages.append(sim.say(CLIENT, words))

    life.meets(say("/week"), 3)
    life.meets(say("one"), 3)
    life.meets(say("two"), 3)
    life.meets(lambda: sim.edit(CLIENT, life.messages[1], "one, said better"), 3)
    life.meets(lambda: None, 40)  # the answer settles, the next prompt comes
    life.meets(lambda: None, 23 * 3600)  # a nudge
    life.meets(lambda: sim.tap(CLIENT, "Pass"), 3)
    life.meets(say("a note"), 3)
    life.meets(lambda: sim.block(CLIENT), 3)
    life.meets(lambda: sim.unblock(CLIENT), 3)
    return life


def told(whole: Whole) -> list[str]:
    """All that the bot said in the chat, in order."""
    return [one.text for one in whole.sim.chat(CLIENT).events if one.kind == "said" and one.who == "bot"]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What the bot says when nothing goes wrong."""
    with small_bot(tmp_path_factory.mktemp("sound"), wire=True) as whole:
        life = fortnight(whole, "", "before")
        assert life.deaths == 0
        return told(whole)


@pytest.mark.parametrize("side", ["before", "after"])
@pytest.mark.parametrize("function", HOPS)
def test_a_crash_at_any_commit_loses_and_doubles_nothing(
    tmp_path: Path, sound: list[str], function: str, side: Side
) -> None:
    """Killed at one commit in everything that happens: each word once, in order; a send repeated at most once."""
    with small_bot(tmp_path, wire=True) as whole:
        life = fortnight(whole, function, side)
        assert life.deaths >= (2 if function == "_move" else 6)
        kept = [
            (one.state, [text.words for text in one.texts], [e.words for t in one.texts for e in t.edits])
            for one in whole.responses()
        ]
        assert kept == [
            ("answered", ["one, said better", "two"], ["one"]),
            ("passed", [], []),
            ("answered", ["a note"], []),
        ]
        said = told(whole)
        assert [text for text, _ in groupby(said)] == sound
        # only between Telegram's yes and our mark can a message go twice
        repeated = len(said) - len(sound)
        assert repeated <= life.deaths if (function, side) == ("keep", "before") else repeated == 0
        assert whole.sim.pending() == []
        assert whole.tx(inbox.counts) == inbox.InboxCounts(0, 0)
        assert rows(whole, "SELECT count(*) FROM outbox WHERE state < 2") == [(0,)]
