"""Trouble that lasts is told to the admins, once; a log line carries its update through all hops."""

import json
from collections import namedtuple
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from small import seconds, small_bot
from structlog.testing import capture_logs
from whole import ADMIN, CLIENT, Whole

from bot import __version__
from bot.runtime import tick, trouble
from bot.store import memory

Usage = namedtuple("Usage", "total used free")
GB = 2**30


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    with small_bot(tmp_path) as made:
        yield made


def looks(whole: Whole, times: int = 1, free: float = 50.0) -> list[str]:
    """So many minutes pass, each with its look; what the admin hears in them."""
    before = len(whole.sim.texts(ADMIN))
    for _ in range(times):
        whole.run(trouble.look(whole.house, lambda path: Usage(100 * GB, 0, int(free * GB))))
        seconds(whole, 60)
    return whole.sim.texts(ADMIN)[before:]


def test_a_disk_that_fills_is_told_once_and_again_only_after_it_was_roomy(whole: Whole) -> None:
    """Nearly full: one message with the room that is left, not one a minute, nor while it goes to and fro."""
    assert looks(whole, 3) == []
    said = looks(whole, 5, free=0.25)
    assert [one[:50] for one in said] == ["The disk of the database has 256 MB left. When it "]
    assert looks(whole, 2, free=0.6) == []
    assert looks(whole, 2, free=0.25) == []
    whole.restart()
    assert looks(whole, 2, free=0.25) == []
    assert looks(whole, 1, free=9) == []
    assert len(looks(whole, 3, free=0.25)) == 1


def test_a_small_disk_is_judged_by_its_share(whole: Whole) -> None:
    """Little room on a disk that is small anyway is no alarm; on a large one a small share is none either."""
    assert not trouble.scarce(300 * 2**20, 1 * GB)
    assert not trouble.scarce(2 * GB, 100 * GB)
    assert trouble.scarce(300 * 2**20, 100 * GB)


def test_a_backup_that_is_too_old_is_told_once(whole: Whole) -> None:
    """After three days without one the admin reads its day, once; a new one ends it; keep_days = 0: nothing."""
    whole.run(tick.save(whole.house))
    assert looks(whole) == []
    seconds(whole, 3 * 24 * 3600 + 60)
    said = looks(whole, 4)
    assert len(said) == 1
    assert said[0].startswith(f"The newest backup is of {whole.clock.now() - timedelta(days=3):%Y-%m-%d}.")
    whole.run(tick.save(whole.house))
    assert looks(whole, 2) == []
    assert whole.tx(partial(memory.get, key="trouble:backup")) == ""


def test_an_outage_is_told_when_it_is_over_with_its_times(tmp_path: Path) -> None:
    """Ten minutes without Telegram: nothing can be said then; afterwards one message says from when to when."""
    with small_bot(tmp_path, wire=True) as whole:
        whole.sim.fail("getUpdates", -1, code=502)
        whole.sim.say(CLIENT, "/help")
        seconds(whole, 1)
        began = whole.clock.now()
        assert looks(whole, 15) == []
        whole.sim.core.faults.orders.clear()
        seconds(whole, 90)
        said = looks(whole, 3)
        assert len(said) == 1
        assert said[0].startswith("Telegram could not be reached from ")
        assert f"{began:%Y-%m-%d %H:%M} to {whole.clock.now():%Y-%m-%d}" in said[0]


def test_a_short_outage_is_not_worth_a_word(whole: Whole) -> None:
    """Some minutes away, as it happens every week, are not told."""
    whole.house.tally.met(False, whole.clock.now())
    assert looks(whole, 5) == []
    whole.house.tally.met(True, whole.clock.now())
    assert looks(whole, 3) == []


def test_another_version_is_told_at_its_first_start(whole: Whole) -> None:
    """The first start with another version says both; the next start, and the very first, say nothing."""
    assert not [one for one in whole.sim.texts(ADMIN) if "Version" in one]
    whole.tx(partial(memory.put, key="version", value="0.0.9"))
    for times in (1, 1):
        whole.restart()
        seconds(whole, 5)
        said = [one for one in whole.sim.texts(ADMIN) if one.startswith("Version")]
        assert len(said) == times
    assert said == [f"Version {__version__} runs now; before it was 0.0.9. CHANGELOG.md says what is new."]


def test_a_fault_of_the_store_ends_nothing(whole: Whole) -> None:
    """A look that fails is a line in the log, and the next one goes on."""

    def broken(path: Path) -> Any:
        raise OSError("heliotrope")

    with capture_logs() as logs:
        whole.run(trouble.look(whole.house, broken))
    assert [one["event"] for one in logs] == ["trouble could not be looked for"]
    assert "heliotrope" not in json.dumps(logs)


def test_an_update_can_be_followed_through_all_hops(tmp_path: Path) -> None:
    """With [logs] level = "debug" kept, thought about and sent carry the same update; never words or people."""
    with small_bot(tmp_path, logs={"level": "debug"}) as whole, capture_logs() as logs:
        whole.sim.say(CLIENT, "heliotrope")
        seconds(whole, 60)
        (kept,) = [one for one in logs if one["event"] == "update kept"]
        hops = [one["event"] for one in logs if one.get("update") == kept["update"]]
        assert hops[:2] == ["update kept", "turn done"]
        assert set(hops[2:]) == {"call made"}
        assert str(CLIENT) not in str(logs)
        assert "heliotrope" not in str(logs)


def test_a_failing_hop_names_its_update(whole: Whole) -> None:
    """A refusal stands in the log with the update that it comes from, also at the usual level."""
    whole.sim.fail("sendMessage", code=400)
    with capture_logs() as logs:
        number = whole.sim.core.state.updates.next_id
        whole.sim.say(CLIENT, "/help")
        seconds(whole, 60)
    (line,) = [one for one in logs if one["event"] == "Telegram refused a call"]
    assert line["update"] == f"u:{number}"
    assert "update kept" not in [one["event"] for one in logs]
