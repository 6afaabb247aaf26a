"""How long words are kept: who is told before they go, who is erased, and who is left alone."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from small import small_bot
from whole import ADMIN, CLIENT, COACH, Whole

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
        turn = Turn(tx, now, -now.date().toordinal(), whole.house.config, "bot", count())
        for one in retaining.close(tx, now):
            retaining.look(turn, one)

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
    assert "What was kept" not in whole.sim.texts(CLIENT)[-1]  # in nobody's night: it is for noon
    whole.until(whole.clock.now() + timedelta(days=31))
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
    whole.until(whole.clock.now() + timedelta(days=1))
    nights_later(whole, 31)
    assert not here(whole)


def days(whole: Whole, number: int) -> None:
    """So many days through the loops, and the night after them."""
    whole.until(whole.clock.now() + timedelta(days=number))
    night(whole)


def said(whole: Whole, chat: int, words: str) -> int:
    return sum(words in one for one in whole.sim.texts(chat))


@pytest.mark.parametrize("known", [True, False])
def test_who_was_not_told_is_not_erased(whole: Whole, known: bool) -> None:
    """Blocked, all is there 60 days later, and the coach read so once; back, it is said, and 30 days begin."""
    stopped(whole)
    earlier(whole, 151)
    if known:
        whole.sim.block(CLIENT)
        whole.pause()
    else:
        whole.sim.core.state.chats[CLIENT].blocked = True  # Telegram says so only when something is sent
    night(whole)
    for some in (1, 20, 41):
        days(whole, some)
    assert here(whole)
    assert said(whole, CLIENT, "is erased, unless") == 0
    assert said(whole, COACH, "The bot cannot tell them") == 1
    whole.sim.unblock(CLIENT)
    whole.pause()
    night(whole)
    days(whole, 1)
    assert said(whole, CLIENT, "is erased, unless") == 1
    days(whole, 28)
    assert here(whole)
    days(whole, 2)
    assert not here(whole)
    assert said(whole, COACH, "The bot cannot tell them") == 1
    assert "is erased, as they were told" in whole.sim.texts(COACH)[-1]


def test_what_telegram_refused_was_not_told(whole: Whole) -> None:
    """A warning that was refused counts for nothing: the coach reads it once, and a week later it is said again."""
    stopped(whole)
    earlier(whole, 151)
    night(whole)
    whole.tx(lambda tx: tx.db.execute("UPDATE outbox SET state = 9, body = NULL WHERE key LIKE 'expiry:%'"))
    for some in (1, 5):
        days(whole, some)
    assert (said(whole, CLIENT, "is erased, unless"), said(whole, COACH, "The bot cannot tell them")) == (
        0,
        1,
    )
    days(whole, 1)
    days(whole, 1)
    assert said(whole, CLIENT, "is erased, unless") == 1
    days(whole, 25)
    assert here(whole)
    days(whole, 7)
    assert not here(whole)


def test_without_a_coach_who_reads_the_admins_do(whole: Whole) -> None:
    """Whose coach left and who cannot be told: an admin reads once that the words stay, by the id alone."""
    stopped(whole)
    earlier(whole, 151)
    whole.sim.block(CLIENT)
    whole.pause()
    whole.tx(lambda tx: people.change_coach(tx, COACH, state="left"))
    for _ in range(3):
        night(whole)
        whole.pause()
    assert said(whole, ADMIN, f"client {CLIENT} for long, and the bot cannot tell them") == 1
