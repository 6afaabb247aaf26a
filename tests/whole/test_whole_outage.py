"""After an outage, of the bot or of Telegram: nothing late in a burst, and what did not come is known."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from clocked import DAY, HOUR, MONDAY, live, meet, outcomes, place_of, plans, said, timed_bot
from whole import CLIENT, Whole

from bot import vault
from bot.store import due, people, reflections
from bot.store.due import Due


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A client in Lisbon with a coach in Berlin, well past the first sessions."""
    with timed_bot(tmp_path, wire=True) as made:
        yield made


def down(whole: Whole, until: datetime) -> None:
    """The bot is down until then: time passes and nothing of it is noticed."""
    whole.run(whole.bot.aclose())
    whole.clock.move(until)
    whole.run(whole._start())
    whole.pause()


def test_after_an_outage_nothing_comes_late_and_the_reason_is_kept(tmp_path: Path) -> None:
    """Three days down: three prompts that would have come do not, with a reason; then the rhythm goes on."""
    with timed_bot(tmp_path, rhythm="daily 19:00", weekly=7, wire=True) as whole:
        first = plans(whole)[0].at
        before = place_of(whole)
        down(whole, first + 3 * DAY - HOUR)
        assert not said(whole, since=before)
        assert list(outcomes(whole).values()) == ["late", "late", "late"]
        told = "\n".join(whole.say(CLIENT, "/why"))
        assert "did not come: it could not be sent within 2 hours of its time" in told
        live(whole, first + 4 * DAY)
        assert list(outcomes(whole).values())[3:] == ["sent", "sent"]


def test_a_little_late_is_sent_once_and_the_one_before_a_session_while_there_is_time(whole: Whole) -> None:
    """An hour late it comes; before a session also many hours late, as long as three remain."""
    meet(whole, "2026-11-25 13:00", weeks=0)
    before = next(row for row in plans(whole) if row.body["kind"] == "before")
    down(whole, before.at + 4 * HOUR)
    assert outcomes(whole)[before.body["occasion"]] == "sent"
    after = next(row for row in plans(whole) if row.at > whole.clock.now())
    down(whole, after.at + HOUR)
    assert outcomes(whole)[after.body["occasion"]] == "sent"


def test_when_telegram_is_out_of_reach_nothing_late_comes_after_it(whole: Whole) -> None:
    """A prompt that could not be delivered in time is taken back: no row, no reflection, and why is kept."""
    coming = plans(whole)[0]
    whole.until(coming.at - timedelta(minutes=1))
    whole.sim.fail("sendMessage", code=500, times=-1, chat_id=CLIENT)
    before = place_of(whole)
    whole.until(coming.at + 6 * HOUR)
    whole.sim.core.faults.orders.clear()
    whole.until(coming.at + 15 * HOUR)
    assert not said(whole, since=before)
    assert outcomes(whole)[coming.body["occasion"]] == "late"
    assert whole.tx(partial(reflections.latest_of, client_id=CLIENT)) is None
    assert not whole.tx(partial(due.of_chat, chat_id=CLIENT, kind="wake"))
    live(whole, MONDAY + 5 * DAY)
    assert list(outcomes(whole).values()) == ["late", "sent", "sent"]


def test_what_waited_to_be_sent_is_taken_back_at_the_start_too(whole: Whole) -> None:
    """Down right after a prompt was begun and before it was sent: hours later it is not sent."""
    coming = plans(whole)[0]
    whole.until(coming.at - timedelta(minutes=1))
    whole.sim.fail("sendMessage", code=429, retry_after=60, times=-1, chat_id=CLIENT)
    whole.until(coming.at + timedelta(seconds=10))
    assert outcomes(whole)[coming.body["occasion"]] == "sent"
    whole.sim.core.faults.orders.clear()
    before = place_of(whole)
    down(whole, coming.at + 10 * HOUR)
    assert not said(whole, since=before)
    assert outcomes(whole)[coming.body["occasion"]] == "late"


def nudge_of(whole: Whole) -> Due:
    """The nudge of a prompt that has come."""
    whole.until(plans(whole)[0].at + HOUR)
    rows: tuple[Due, ...] = whole.tx(partial(due.of_chat, chat_id=CLIENT))
    return next(one for one in rows if one.key.endswith(":nudge"))


def test_a_nudge_does_not_come_late(tmp_path: Path) -> None:
    """After an outage over the hour of a nudge there is none, and the prompt still waits or lapses quietly."""
    with timed_bot(tmp_path, rhythm="mon,sun 19:00", weekly=1, wire=True) as whole:
        nudge = nudge_of(whole)
        before = place_of(whole)
        down(whole, nudge.at + HOUR)
        assert not said(whole, since=before)


def test_an_answer_takes_back_a_nudge_that_could_not_be_sent(tmp_path: Path) -> None:
    """Who answered while Telegram was out of reach reads no reminder of that question afterwards."""
    with timed_bot(tmp_path, rhythm="mon,sun 19:00", weekly=1, wire=True) as whole:
        nudge = nudge_of(whole)
        whole.until(nudge.at - timedelta(minutes=1))
        whole.sim.fail("sendMessage", code=500, times=-1, chat_id=CLIENT)
        before = place_of(whole)
        whole.pause(120)
        whole.say(CLIENT, "I asked for help once")
        whole.sim.core.faults.orders.clear()
        whole.pause(600)
        assert said(whole, since=before)
        assert not [one for one in said(whole, since=before) if one.silent]


def test_a_new_master_key_counts_from_the_next_start(tmp_path: Path) -> None:
    """After a line was added to the key file and a start everything opens by the new line alone."""
    with timed_bot(tmp_path, wire=True) as whole:
        file = Path(whole.house.config.security.key_file)
        assert vault.add_version(file) == 2
        whole.restart()
        newest = next(line for line in file.read_text().splitlines() if line.startswith("2 "))
        file.write_text(newest + "\n")
        whole.restart()
        me = whole.tx(partial(people.client, client_id=CLIENT))
        assert me.name == "Ada"
