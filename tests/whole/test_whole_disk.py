"""A disk that is full: nothing is confirmed that is not written, and the bot goes on when there is room."""

import asyncio
import contextlib
import io
import logging
import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import structlog
from small import calls, here, kept, seconds, small_bot
from structlog.testing import capture_logs
from whole import ADMIN, CLIENT, Whole

from bot.cli.run import set_up_logs
from bot.config import Logs

pytestmark = pytest.mark.usefixtures("intake")  # asked for, and brought

WORDS = "what I would like to keep of this week is this"


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    with small_bot(tmp_path) as made:
        yield made


def full(db: sqlite3.Connection) -> None:
    """No page more may be used; the free ones are given back first."""
    db.execute("VACUUM")
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count = {pages}")


def roomy(db: sqlite3.Connection) -> None:
    """There is room again."""
    db.execute("PRAGMA max_page_count = 1000000000")


def disk(whole: Whole, state: Any) -> None:
    whole.run(whole.house.store.aside(state))


async def try_on(whole: Whole, times: int) -> None:
    """Let time pass for loops that cannot come to rest, as nothing can be written."""
    for _ in range(times):
        for _ in range(40):
            await asyncio.sleep(0.001)
        whole.clock.move(whole.clock.now() + timedelta(seconds=5))


def test_an_update_that_cannot_be_written_is_not_confirmed(whole: Whole) -> None:
    """On a full disk Telegram keeps the update; the log says why; with room again it is kept, once."""
    disk(whole, full)
    with capture_logs() as logs:
        for number in range(30):  # more than the last page has room for
            whole.sim.say(CLIENT, f"{number} " + WORDS * 20)
        whole.run(try_on(whole, 3))
    assert {"the store cannot be written"} == {one["event"] for one in logs}
    assert {"full"} == {one["fault"] for one in logs}
    assert WORDS not in str(logs)
    assert whole.sim.pending()
    disk(whole, roomy)
    seconds(whole, 30)
    assert whole.sim.pending() == []
    assert kept(whole) == [f"{number} " + WORDS * 20 for number in range(30)]
    assert not whole.house.fault


def test_the_admin_reads_in_the_chat_that_nothing_can_be_written(whole: Whole) -> None:
    """Once for a disk that is full, however often it is tried; with what to do, and what becomes of words."""
    disk(whole, full)
    for number in range(30):
        whole.sim.say(CLIENT, f"{number} " + WORDS * 20)
    whole.run(try_on(whole, 20))
    told = [one for one in whole.sim.texts(ADMIN) if "is full." in one]
    assert len(told) == 1
    assert "free some space" in told[0]
    assert "is not confirmed to Telegram, which keeps it for a day. The bot tries again by itself." in told[0]
    assert WORDS not in told[0]
    disk(whole, roomy)
    seconds(whole, 30)
    assert len(kept(whole)) == 30


@pytest.mark.parametrize(
    ("code", "said"), [(sqlite3.SQLITE_READONLY, "cannot be written"), (sqlite3.SQLITE_CORRUPT, "is damaged")]
)
def test_what_needs_a_person_stops_the_intake_and_is_told(whole: Whole, code: int, said: str) -> None:
    """Read-only, a corrupt page: nothing is confirmed, the admin reads what to do in the chat, the bot stops."""
    sound = whole.house.store
    whole.house.store = Met(sound, code)  # type: ignore[assignment]
    whole.sim.say(CLIENT, WORDS)
    whole.run(try_on(whole, 3))
    assert whole.sim.pending()
    assert said in whole.house.fault
    assert [said in one and "The bot stops now." in one for one in whole.sim.texts(ADMIN)[-1:]] == [True]


class Met:
    """A store that meets one fault of SQLite at everything it is asked."""

    def __init__(self, store: Any, code: int) -> None:
        self.store, self.code = store, code

    def __getattr__(self, name: str) -> Any:
        return getattr(self.store, name)

    async def run(self, fn: Any) -> Any:
        """SQLite's own error."""

        def met(tx: Any) -> None:
            fault = sqlite3.OperationalError("no")
            fault.sqlite_errorcode = self.code
            raise fault

        return await self.store.run(met)


def test_a_send_that_cannot_be_noted_is_noted_later(whole: Whole) -> None:
    """The disk is full just when Telegram has taken a message: it is not sent twice, and the chat goes on."""
    mark = here(whole)
    sound = whole.house.store
    met = FullAt(sound, "keep", 4)
    whole.house.store = met  # type: ignore[assignment]
    whole.sim.say(CLIENT, "/week")
    whole.run(try_on(whole, 8))
    assert met.times == 0
    whole.house.store = sound
    assert len(calls(whole, CLIENT, mark)) == 1
    whole.say(CLIENT, WORDS)
    assert kept(whole) == [WORDS]
    seconds(whole, 60)
    assert [one.ok for one in calls(whole, CLIENT, mark)] == [True, True]


@pytest.mark.parametrize("function", ["take", "next_at", "turn", "heads"])
def test_any_step_may_meet_the_full_disk(whole: Whole, function: str) -> None:
    """Wherever the disk turns out to be full, the loop waits and does the same again."""
    sound = whole.house.store
    met = FullAt(sound, function, 3)
    whole.house.store = met  # type: ignore[assignment]
    whole.sim.say(CLIENT, "/week")
    whole.run(try_on(whole, 8))
    assert met.times == 0
    whole.house.store = sound
    seconds(whole, 30)
    whole.say(CLIENT, WORDS)
    assert kept(whole) == [WORDS]
    assert not whole.house.fault


class FullAt:
    """A store whose disk is full the first so many times that a function of this name is run."""

    def __init__(self, store: Any, name: str, times: int) -> None:
        self.store, self.name, self.times = store, name, times

    async def run(self, fn: Any) -> Any:
        """As the store's, or SQLite's own error."""
        if self.times and getattr(getattr(fn, "func", fn), "__name__", "") == self.name:
            self.times -= 1
            return await self.store.run(_no_room)
        return await self.store.run(fn)


def _no_room(tx: Any) -> None:
    fault = sqlite3.OperationalError("database or disk is full")
    fault.sqlite_errorcode = sqlite3.SQLITE_FULL
    raise fault


@pytest.mark.parametrize("gone", ["closed", "full"])
def test_a_log_that_cannot_be_written_stops_nobody(whole: Whole, gone: str) -> None:
    """Standard error is a file on the full disk, or closed: what would be logged happens, without its line."""
    before = structlog.get_config()
    where = open("/dev/full", "w") if gone == "full" else io.StringIO()  # noqa: SIM115
    if gone == "closed":
        where.close()
    try:
        with contextlib.redirect_stderr(where):
            set_up_logs(Logs())
            whole.say(CLIENT, "/week")
            whole.say(CLIENT, WORDS)
            whole.sim.fail("sendMessage", code=400, text="Bad Request: no")
            whole.say(CLIENT, "/help")
            seconds(whole, 60)
    finally:
        structlog.configure(**before)
        logging.disable(logging.NOTSET)
        with contextlib.suppress(OSError):
            where.close()
    assert kept(whole) == [WORDS]
    assert not whole.house.fault
