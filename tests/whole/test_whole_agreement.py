"""The working agreement: settled by the client, confirmed by both, in versions, readable by both."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from small import small_bot
from whole import CLIENT, COACH, Whole

from bot.people.client import setting
from bot.store import agreements, people
from bot.store.agreements import AgreementVersion

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach and a client who shares, and no question open."""
    with small_bot(tmp_path, start=MONDAY) as made:
        yield made


def versions(whole: Whole) -> tuple[AgreementVersion, ...]:
    found: tuple[AgreementVersion, ...] = whole.tx(partial(agreements.of_client, client_id=CLIENT))
    return found


def test_both_confirm_and_a_change_asks_again(whole: Whole) -> None:
    """The client settles and agrees, the coach confirms by a tap; other minutes are a new version for both."""
    card = whole.say(CLIENT, "/agreement")[-1]
    assert "Nobody has confirmed it yet." in card
    whole.tap(CLIENT, "Minutes a week")
    assert "Minutes a week: 20" in whole.tap(CLIENT, "20")[-1]
    whole.tap(CLIENT, "To look at it again")
    assert "To look at it again: Mon, 4 Jan 2027" in whole.say(CLIENT, "in 6 weeks")[-1]
    assert [one.version for one in versions(whole)] == [1]
    assert "confirms it by a tap" in whole.tap(CLIENT, "Yes, I agree to this")[-1]
    assert "agreed to version 1 of the working agreement" in whole.sim.texts(COACH)[-1]
    assert "Minutes a week: 20" in whole.tap(COACH, "Read and confirm")[-1]
    assert "Version 1, agreed by both." in whole.tap(COACH, "Yes, we agree on this")[-1]
    assert "confirmed version 1" in whole.sim.texts(CLIENT)[-1]
    assert "Version 1, agreed by both." in whole.say(CLIENT, "/agreement")[-1]
    whole.tap(CLIENT, "Minutes a week")
    assert "Version 2, not confirmed yet by" in whole.say(CLIENT, "half an hour")[-1]
    one, two = versions(whole)
    assert (one.agreed, one.terms.minutes, two.agreed, two.terms.minutes) == (True, 20, False, 30)


def test_it_is_left_and_taken_up_days_later(whole: Whole) -> None:
    """What is settled stays settled though nothing else is; days later the rest goes on from there."""
    whole.say(CLIENT, "/agreement")
    whole.tap(CLIENT, "Minutes a week")
    whole.tap(CLIENT, "10")
    whole.until(whole.clock.now() + timedelta(days=5))
    assert "Minutes a week: 10" in whole.say(CLIENT, "/agreement")[-1]
    whole.tap(CLIENT, "To look at it again")
    assert "To look at it again: no day yet" in whole.tap(CLIENT, "No day")[-1]
    assert len(versions(whole)) == 1


def test_a_consent_is_shown_as_it_is_at_once(whole: Whole) -> None:
    """Who sees it and whether the coach is told at once change by themselves, and the card has it at once."""
    assert "✓ Dana sees the answers" in whole.say(CLIENT, "/agreement")[-1]
    whole.tap(CLIENT, "Who sees it")
    whole.tap(CLIENT, "Private until I share")
    whole.say(CLIENT, "/alerts")
    whole.tap(CLIENT, "Ask me first")
    card = whole.say(CLIENT, "/agreement")[-1]
    assert "✕ Dana sees the answers" in card
    assert "✕ Dana is told at once" in card
    assert "✕ Dana sees the answers" in whole.say(COACH, "/agreement Ada")[-1]


def test_a_button_of_an_older_version_agrees_to_nothing(whole: Whole) -> None:
    """A yes counts for the version that its card showed; where another stands, the card comes once more."""
    whole.say(CLIENT, "/agreement")
    whole.tap(CLIENT, "Minutes a week")
    whole.tap(CLIENT, "60")
    whole.tap(CLIENT, "Yes, I agree to this")
    whole.tap(COACH, "Read and confirm")
    whole.say(CLIENT, "/agreement")
    whole.tap(CLIENT, "Minutes a week")
    whole.say(CLIENT, "45 minutes")
    assert "Version 2, not confirmed yet by" in whole.tap(COACH, "Yes, we agree on this")[-1]
    assert [one.coach_at for one in versions(whole)] == [None, None]


def test_a_changed_notice_and_a_day_that_has_come_are_said(whole: Whole) -> None:
    """On the day of review the card says so; a yes to another notice is a version of its own."""
    whole.say(CLIENT, "/agreement")
    whole.tap(CLIENT, "To look at it again")
    whole.tap(CLIENT, "In four weeks")
    whole.tap(CLIENT, "Yes, I agree to this")
    whole.tx(lambda tx: tx.db.execute("UPDATE agreements SET text = 'older'"))
    whole.until(whole.clock.now() + timedelta(weeks=4))
    card = whole.say(CLIENT, "/agreement")[-1]
    assert "The day to look at it again has come." in card
    assert "has changed since" in card
    whole.tap(CLIENT, "Yes, I agree to this")
    assert [(one.version, one.text) for one in versions(whole)] == [(1, "older"), (2, setting.AGREEMENT)]


def test_the_card_says_how_many_a_week_hold_now(whole: Whole) -> None:
    """In the first weeks fewer, after them as usual, and how many at most; a chosen number as it was chosen."""
    card = whole.say(CLIENT, "/agreement")[-1]
    assert "as things stand 2 a week; with those around a session or a marked moment 4 at most." in card
    whole.tx(lambda tx: people.change_client(tx, CLIENT, sessions_before=5))
    assert "as things stand 3 a week; with those" in whole.say(CLIENT, "/agreement")[-1]
    whole.say(CLIENT, "/more")
    whole.tap(CLIENT, "1")
    assert "1 a week at most." in whole.say(CLIENT, "/agreement")[-1]


@pytest.mark.parametrize("words", ["no idea", "700", "10 or 20"])
def test_what_is_no_length_is_asked_again(whole: Whole, words: str) -> None:
    """Words that are no minutes change nothing."""
    whole.say(CLIENT, "/agreement")
    whole.tap(CLIENT, "Minutes a week")
    whole.say(CLIENT, words)
    assert versions(whole) == ()


def offers(whole: Whole) -> list[str]:
    """The offers to look at the agreement that came by themselves."""
    return [one for one in whole.sim.texts(CLIENT) if "can also stay as it is" in one]


def test_the_second_sitting_is_offered_once_some_days_after_joining(whole: Whole) -> None:
    """Five days after joining, at an hour of the client's, the rest is offered; left, it is not offered again."""
    whole.until(MONDAY + timedelta(days=4))
    assert not offers(whole)
    whole.until(MONDAY + timedelta(days=12))
    assert len(offers(whole)) == 1
    assert whole.tap(CLIENT, "Leave it as it is")[-1].startswith("It stays as it is.")
    whole.until(MONDAY + timedelta(days=40))
    assert len(offers(whole)) == 1
    assert "The working agreement of" in whole.tap(CLIENT, "Look at it")[-1]


def test_the_offer_is_no_question_that_was_said_to_come(whole: Whole) -> None:
    """What only offers something is not said to be the next question, whoever asks when that comes."""
    whole.until(MONDAY + timedelta(days=6))
    said = whole.say(CLIENT, "when is the next one?")[-1]
    whole.until(MONDAY + timedelta(days=7, hours=11))
    assert len(offers(whole)) == 1
    assert said.startswith("As things stand, no question is planned.")


def test_the_day_of_review_brings_an_offer_unless_it_is_not_wanted(whole: Whole) -> None:
    """Who has agreed is not offered it after joining, but on the day chosen; declined for good, never again."""
    whole.say(CLIENT, "/agreement")
    whole.tap(CLIENT, "To look at it again")
    whole.say(CLIENT, "in 3 weeks")
    whole.tap(CLIENT, "Yes, I agree to this")
    whole.until(MONDAY + timedelta(days=20))
    assert not offers(whole)
    whole.until(MONDAY + timedelta(days=28))
    assert len(offers(whole)) == 1
    assert "wanted to look at your agreement again" in offers(whole)[0]
    assert "not offered again by itself" in whole.tap(CLIENT, "Do not offer it again")[-1]
    whole.say(CLIENT, "/agreement")
    whole.tap(CLIENT, "To look at it again")
    whole.say(CLIENT, "in 2 weeks")
    whole.tap(CLIENT, "Yes, I agree to this")
    whole.until(MONDAY + timedelta(days=60))
    assert len(offers(whole)) == 1
