"""How long words are kept: who is told before they go, who is erased, and who is left alone."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from small import small_bot
from whole import CLIENT, COACH, Whole

from bot.people import retaining
from bot.people.turn import Turn
from bot.runtime import tick
from bot.store import people
from bot.store.db import Tx

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach and a client who shares, and no question open."""
    with small_bot(tmp_path, start=MONDAY) as made:
        yield made


def earlier(whole: Whole, days: int) -> None:
    """As if all that came from the client had come so much earlier."""
    long = days * 86_400_000_000
    sql = "UPDATE clients SET heard_at = heard_at - :n, joined_at = joined_at - :n, ended_at = ended_at - :n"
    whole.tx(lambda tx: tx.db.execute(sql, {"n": long}))


def night(whole: Whole) -> None:
    whole.run(tick.night(whole.house, timedelta(days=3)))
    whole.pause()


def nights_later(whole: Whole, days: int) -> None:
    """The round of a night to come."""

    def look(tx: Tx) -> None:
        now = whole.clock.now() + timedelta(days=days)
        retaining.night(Turn(tx, now, -now.date().toordinal(), whole.house.config, "bot", count()))

    whole.tx(look)
    whole.house.ring()
    whole.pause()


def here(whole: Whole) -> bool:
    return whole.tx(lambda tx: people.client(tx, CLIENT)) is not None


def stopped(whole: Whole) -> None:
    whole.say(CLIENT, "/stop")
    whole.tap(CLIENT, "Yes, stop everything")


def test_after_a_stop_words_go_by_age_and_that_is_said_before(whole: Whole) -> None:
    """150 days after a stop it is said, at noon, by when all goes; 30 days after that it is erased, and said."""
    stopped(whole)
    earlier(whole, 149)
    night(whole)
    assert "is erased, unless" not in whole.sim.texts(CLIENT)[-1]
    earlier(whole, 2)
    night(whole)
    assert "is erased, unless" not in whole.sim.texts(CLIENT)[-1]  # not at once: it is for noon
    whole.until(whole.clock.now() + timedelta(days=1))
    assert "is erased, unless you write or tap something before" in whole.sim.texts(CLIENT)[-1]
    nights_later(whole, 28)
    assert here(whole)
    nights_later(whole, 30)
    assert not here(whole)
    assert "What was kept of you here is erased" in whole.sim.texts(CLIENT)[-1]
    assert "is erased, as they were told" in whole.sim.texts(COACH)[-1]


def test_a_tap_keeps_it(whole: Whole) -> None:
    """Whoever writes or taps after being told is not erased; the time begins anew."""
    stopped(whole)
    earlier(whole, 151)
    night(whole)
    whole.until(whole.clock.now() + timedelta(days=1))
    whole.tap(CLIENT, "Keep it")
    nights_later(whole, 60)
    assert here(whole)


def test_who_goes_on_has_two_years(whole: Whole) -> None:
    """Who neither stopped nor ended is told only after 700 days without a word."""
    earlier(whole, 699)
    night(whole)
    assert (
        whole.tx(lambda tx: tx.db.execute("SELECT count(*) FROM audit WHERE subject = 3000").fetchone()[0])
        == 0
    )
    earlier(whole, 2)
    night(whole)
    assert whole.tx(
        lambda tx: tx.db.execute("SELECT action FROM audit WHERE subject = 3000").fetchone()[0]
    ) == ("erasing by age announced")
    nights_later(whole, 31)
    assert not here(whole)
