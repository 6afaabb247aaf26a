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
from bot.store.agreements import AgreementVersion, Terms

OTHER = 2100

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach and a client who shares, and no question open."""
    with small_bot(tmp_path, start=MONDAY) as made:
        yield made


def versions(whole: Whole) -> tuple[AgreementVersion, ...]:
    found: tuple[AgreementVersion, ...] = whole.tx(partial(agreements.of_client, client_id=CLIENT))
    return found


def test_what_both_agreed_to_by_link_and_joining_stands_from_the_start(whole: Whole) -> None:
    """The link is the coach's yes and says so, the tap under the notice the client's; both have their days."""
    said = [one for one in whole.sim.texts(COACH) if one.startswith("A link is your yes")]
    assert "usually on Sunday from 17:00 on" in said[-1]
    assert any("goes to Dana, usually on Sunday" in one for one in whole.sim.texts(CLIENT))
    for card in (whole.say(CLIENT, "/agreement")[-1], whole.say(COACH, "/agreement Ada")[-1]):
        assert (
            "Version 1, agreed by both. Said yes: Ada (Mon, 23 Nov 2026) and Dana (Mon, 23 Nov 2026)." in card
        )
    (one,) = versions(whole)
    assert one.agreed
    assert one.terms == Terms(reads=(6, 17))


def test_both_confirm_and_a_change_asks_again(whole: Whole) -> None:
    """The client settles and agrees, the coach confirms by a tap; other minutes are a new version for both."""
    whole.say(CLIENT, "/agreement")
    whole.tap(CLIENT, "Minutes a week")
    card = whole.tap(CLIENT, "20")[-1]
    assert "Minutes a week: 20" in card
    assert "Version 2, not confirmed yet by Ada and Dana." in card
    assert "Until then version 1 holds: Minutes a week: as it comes; To look at it again: no day yet." in card
    whole.tap(CLIENT, "To look at it again")
    assert "To look at it again: Mon, 4 Jan 2027" in whole.say(CLIENT, "in 6 weeks")[-1]
    assert [one.version for one in versions(whole)] == [1, 2]
    assert "confirms it by a tap" in whole.tap(CLIENT, "Yes, I agree to this")[-1]
    assert "agreed to version 2 of the working agreement" in whole.sim.texts(COACH)[-1]
    assert "Minutes a week: 20" in whole.tap(COACH, "Read and confirm")[-1]
    assert "Version 2, agreed by both." in whole.tap(COACH, "Yes, we agree on this")[-1]
    assert "confirmed version 2" in whole.sim.texts(CLIENT)[-1]
    assert "Version 2, agreed by both." in whole.say(CLIENT, "/agreement")[-1]
    whole.tap(CLIENT, "Minutes a week")
    assert "Version 3, not confirmed yet by" in whole.say(CLIENT, "half an hour")[-1]
    _, two, three = versions(whole)
    assert (two.agreed, two.terms.minutes, three.agreed, three.terms.minutes) == (True, 20, False, 30)


def test_the_coach_would_talk_about_it_first_and_nothing_changes(whole: Whole) -> None:
    """In place of a yes the coach can say that they would talk first; what held before holds."""
    whole.say(CLIENT, "/agreement")
    whole.tap(CLIENT, "Minutes a week")
    whole.tap(CLIENT, "60")
    whole.tap(CLIENT, "Yes, I agree to this")
    whole.tap(COACH, "Read and confirm")
    whole.tap(COACH, "Let us talk about it first")
    assert "would like to talk with you about version 2" in whole.sim.texts(CLIENT)[-1]
    assert "Until then version 1 holds" in whole.say(CLIENT, "/agreement")[-1]


def test_a_day_to_look_again_that_waits_for_the_coach_brings_nothing(whole: Whole) -> None:
    """A day of review that the client alone agreed to is not offered; once the coach said yes it is."""
    whole.say(CLIENT, "/agreement")
    whole.tap(CLIENT, "To look at it again")
    whole.say(CLIENT, "in 3 weeks")
    whole.tap(CLIENT, "Yes, I agree to this")
    whole.until(MONDAY + timedelta(days=28))
    assert not offers(whole)
    whole.say(COACH, "/agreement Ada")
    whole.tap(COACH, "Yes, we agree on this")
    whole.until(MONDAY + timedelta(days=32))
    assert len(offers(whole)) == 1


def test_another_day_of_the_coach_waits_for_the_clients_yes(whole: Whole) -> None:
    """A coach who reads on another day: a yes of the client makes it agreed; back again asks nothing."""
    whole.say(COACH, "/weekly")
    whole.say(COACH, "thursday 14:00")
    assert "usually on Thursday" not in whole.sim.texts(CLIENT)[-1]
    whole.until(MONDAY + timedelta(days=12))
    asked = [one for one in whole.sim.texts(CLIENT) if "at another time now" in one]
    assert "usually on Thursday from 14:00 on" in asked[0]
    card = whole.tap(CLIENT, "Look at it")[-1]
    assert "Version 2, not confirmed yet by Ada. Said yes: Dana" in card
    assert "Agreed by both before: Sunday from 17:00 on." in card
    assert "agreed by both" in whole.tap(CLIENT, "Yes, I agree to this")[-1]
    assert "agreed to your change" in whole.sim.texts(COACH)[-1]
    whole.say(COACH, "/weekly")
    whole.say(COACH, "friday 14:00")
    whole.say(COACH, "/weekly")
    whole.say(COACH, "thursday 14:00")
    assert "Version 4, agreed by both." in whole.say(CLIENT, "/agreement")[-1]


def test_a_wish_that_waits_is_not_agreed_to_by_another_day(whole: Whole) -> None:
    """A coach who reads on another day says no yes by it to the minutes that wait for theirs."""
    whole.say(CLIENT, "/agreement")
    whole.tap(CLIENT, "Minutes a week")
    whole.tap(CLIENT, "60")
    whole.tap(CLIENT, "Yes, I agree to this")
    whole.say(COACH, "/weekly")
    whole.say(COACH, "thursday 14:00")
    newest = versions(whole)[-1]
    assert (newest.terms, newest.coach_at, newest.client_at) == (Terms(60, None, (3, 14)), None, None)


def test_both_have_it_as_a_page(whole: Whole) -> None:
    """A tap brings the agreement as a page with each version and the yes of both, in the chat of either."""
    whole.say(CLIENT, "/agreement")
    whole.tap(CLIENT, "Minutes a week")
    whole.tap(CLIENT, "20")
    whole.tap(CLIENT, "Yes, I agree to this")
    whole.say(COACH, "/agreement Ada")
    for chat in (CLIENT, COACH):
        whole.tap(chat, "As a page")
        page = whole.sim.document(chat).decode()
        assert "Version 1, agreed by both. Said yes:" in page
        assert "Version 2, not confirmed yet by Dana. Said yes: Ada" in page
        assert "interlude-export.json" not in page


def test_goals_say_who_has_not_confirmed_them(whole: Whole) -> None:
    """Goals that the coach has not confirmed stand on the agreement as such, beneath those that both agreed on."""
    whole.say(CLIENT, "/ourgoals")
    whole.say(CLIENT, "Calmer evenings")
    assert (
        "Goals that are not confirmed yet by Dana:\n1. Calmer evenings" in whole.say(CLIENT, "/agreement")[-1]
    )
    whole.say(COACH, "/goals Ada")
    whole.tap(COACH, "Yes, these are ours")
    whole.say(CLIENT, "/ourgoals")
    whole.tap(CLIENT, "Write them differently")
    whole.say(CLIENT, "Slower mornings")
    card = whole.say(CLIENT, "/agreement")[-1]
    assert "1. Calmer evenings\nGoals that are not confirmed yet by Dana:\n1. Slower mornings" in card


def test_it_is_left_and_taken_up_days_later(whole: Whole) -> None:
    """What is settled stays settled though nothing else is; days later the rest goes on from there."""
    whole.say(CLIENT, "/agreement")
    whole.tap(CLIENT, "Minutes a week")
    whole.tap(CLIENT, "10")
    whole.until(whole.clock.now() + timedelta(days=5))
    assert "Minutes a week: 10" in whole.say(CLIENT, "/agreement")[-1]
    whole.tap(CLIENT, "To look at it again")
    assert "To look at it again: no day yet" in whole.tap(CLIENT, "No day")[-1]
    assert len(versions(whole)) == 2


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
    assert "Version 3, not confirmed yet by" in whole.tap(COACH, "Yes, we agree on this")[-1]
    assert [one.coach_at for one in versions(whole)][1:] == [None, None]


def test_a_changed_notice_and_a_day_that_has_come_are_said(whole: Whole) -> None:
    """On the day of review the card says so; a yes to another notice is a version of its own."""
    whole.say(CLIENT, "/agreement")
    whole.tap(CLIENT, "To look at it again")
    whole.tap(CLIENT, "In four weeks")
    whole.tap(CLIENT, "Yes, I agree to this")
    whole.say(COACH, "/agreement Ada")
    whole.tap(COACH, "Yes, we agree on this")
    whole.tx(lambda tx: tx.db.execute("UPDATE agreements SET text = 'older'"))
    whole.until(whole.clock.now() + timedelta(weeks=4))
    card = whole.say(CLIENT, "/agreement")[-1]
    assert "The day to look at it again has come." in card
    assert "has changed since" in card
    whole.tap(CLIENT, "Yes, I agree to this")
    assert [(one.version, one.text) for one in versions(whole)][1:] == [(2, "older"), (3, setting.AGREEMENT)]


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
    assert len(versions(whole)) == 1


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
    whole.say(COACH, "/agreement Ada")
    whole.tap(COACH, "Yes, we agree on this")
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
    whole.tap(COACH, "Read and confirm")
    whole.tap(COACH, "Yes, we agree on this")
    whole.until(MONDAY + timedelta(days=60))
    assert len(offers(whole)) == 1


def test_what_began_before_versions_were_kept_goes_on(whole: Whole) -> None:
    """Who joined before versions were kept has none: the card says so, the second sitting is offered."""
    whole.tx(lambda tx: tx.db.execute("DELETE FROM agreements"))
    assert "Nobody has confirmed it yet." in whole.say(CLIENT, "/agreement")[-1]
    whole.until(MONDAY + timedelta(days=12))
    assert len(offers(whole)) == 1
    whole.say(COACH, "/weekly")
    whole.say(COACH, "thursday 14:00")
    assert versions(whole) == ()


def test_with_another_coach_it_is_agreed_anew(whole: Whole) -> None:
    """Who goes on with another coach has said yes by that; the new coach reads that theirs is asked for."""
    whole.with_coach(OTHER, "Eva", "Berlin")
    whole.say(COACH, "/handover Ada")
    whole.tap(COACH, "Eva")
    whole.tap(COACH, "Yes, ask Ada")
    whole.tap(CLIENT, "Eva reads what I shared")
    assert "waits for Eva’s yes" in whole.sim.texts(CLIENT)[-1]
    assert "The working agreement with Ada waits for your yes." in whole.sim.texts(OTHER)[-1]
    assert "Version 2, not confirmed yet by Eva. Said yes: Ada" in whole.tap(OTHER, "Read and confirm")[-1]
    assert "Version 2, agreed by both." in whole.tap(OTHER, "Yes, we agree on this")[-1]
