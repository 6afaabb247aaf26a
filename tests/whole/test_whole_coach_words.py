"""A coach's words as they are written: parts of a line, several days, clashes, lists of names, days away."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from whole import COACH, Whole, whole_bot

from bot.store import people

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
REGULA, MIRO, TOM = 3000, 3001, 3002


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A coach in Berlin with two clients."""
    with whole_bot(tmp_path, practice=_two, start=MONDAY) as made:
        yield made


def _two(whole: Whole) -> None:
    whole.until(MONDAY)
    whole.with_coach()
    whole.with_client(REGULA, "Regula")
    whole.with_client(MIRO, "Miro")


def last(whole: Whole, chat: int = COACH) -> str:
    return whole.sim.texts(chat)[-1]


def in_german(whole: Whole) -> None:
    whole.tx(partial(people.change_coach, coach_id=COACH, language="de"))


# ---- a session ---------------------------------------------------------------------------------


@pytest.mark.parametrize("first", ["/session Miro friday", "Miro friday"])
def test_a_day_without_an_hour_is_kept(whole: Whole, first: str) -> None:
    """A day with a name asks for the hour, and the hour that follows is of that day."""
    assert "With Miro, “friday”: at what time" in whole.say(COACH, first)[-1]
    assert "With Miro:\nUnderstood: Fri 27 Nov, 11:00 (Berlin)." in whole.say(COACH, "11")[-1]


def test_how_often_without_a_day_is_kept(whole: Whole) -> None:
    """Weekly, then a day and an hour: a series."""
    assert "“weekly”: when is the first" in whole.say(COACH, "/session Miro weekly")[-1]
    assert "Tue 24 Nov, 15:00 (Berlin), every week" in whole.say(COACH, "tue 15:00")[-1]


def test_a_whole_line_takes_the_place_of_a_part(whole: Whole) -> None:
    """Who names another day with its hour is not held to the first."""
    whole.say(COACH, "/session Miro friday")
    assert "Understood: Tue 24 Nov, 15:00" in whole.say(COACH, "tue 15:00")[-1]


def test_several_days_are_a_series_each(whole: Whole) -> None:
    """mon+thu logs one on each of them, said back before, and one Undo takes both."""
    said = whole.say(COACH, "/session Miro wed+thu 15:00")[-1]
    assert "Wed 25 Nov, 15:00 (Berlin) and Thu 26 Nov, 15:00 (Berlin), every week" in said
    logged = whole.tap(COACH, "Yes")[-1]
    assert (
        logged.startswith("Logged: Miro, Wed 25 Nov, 15:00 (Berlin), every week") and "Thu 26 Nov" in logged
    )
    shown = whole.say(COACH, "/sessions")[-1]
    assert "Wed 2 Dec" in shown and "Thu 3 Dec" in shown
    assert "is logged already" in whole.say(COACH, "/session Miro 2026-11-26 15:00 weekly")[-1]
    whole.say(COACH, "/takeback")
    assert "No coaching session" in whole.say(COACH, "/sessions")[-1]


def test_the_first_monday_of_every_month(whole: Whole) -> None:
    """Every first Monday is a day of the month, not every Monday; the last Friday is the last one there is."""
    assert (
        "Mon 7 Dec, 15:00 (Berlin), every month, on the first Monday"
        in whole.say(COACH, "/session Miro every first monday 15:00")[-1]
    )
    said = whole.say(COACH, "/session Miro last friday of the month 10:00")[-1]
    assert "Fri 27 Nov, 10:00 (Berlin), every month, on the last Friday" in said
    whole.tap(COACH, "Yes")
    shown = whole.say(COACH, "/sessions")[-1]
    assert "Fri 25 Dec" in shown and "Fri 29 Jan" in shown and "Fri 26 Feb" in shown


def test_an_hour_said_like_a_clock_is_of_the_day(whole: Whole) -> None:
    """10 Uhr is no 22:00; and a coach whose chat is English may write Uhr."""
    assert "Understood: Mon 30 Nov, 14:00" not in whole.say(COACH, "/session Miro di 14 uhr")[-1]
    assert "Tue 24 Nov, 14:00" in whole.say(COACH, "/session Miro Dienstag 14 Uhr")[-1]
    in_german(whole)
    said = whole.say(COACH, "/session Miro Mittwoch um 10 Uhr")[-1]
    assert "10:00" in said and "22:00" not in said and whole.sim.buttons(COACH)[0] == "Ja"


def test_a_clash_is_said_before_and_after(whole: Whole) -> None:
    """What meets another session at its time says so when it is said back, logged and moved; a series how often."""
    whole.say(COACH, "/session Regula 2026-11-24 15:00 weekly")
    there = "At that time there is also Regula, Tue 24 Nov, 15:00 (Berlin)."
    assert there in whole.say(COACH, "/session Miro tue 15:30 once")[-1]
    assert there in whole.tap(COACH, "Yes")[-1]
    whole.say(COACH, "/session Miro 2026-11-26 15:00 once")
    assert "At that time" not in last(whole)
    whole.say(COACH, "move Miro thursday to Tue 1 December 15:00")
    assert "there is also Regula, Tue 1 Dec, 15:00" in last(whole)
    assert "there is also Regula, Tue 1 Dec, 15:00" in whole.tap(COACH, "Yes")[-1]
    whole.say(COACH, "/session Miro tuesdays 15:00 until 31 December")
    assert "of its dates there is another session; the first is " in last(whole)


def test_a_day_alone_keeps_the_hour_and_an_hour_alone_the_day(whole: Whole) -> None:
    """Moved to Thursday: at the same hour; moved to 16:00: on the same day."""
    whole.say(COACH, "/session Miro 2026-11-24 15:00 once")
    assert "Thu 26 Nov, 15:00" in whole.say(COACH, "move Miro to thursday")[-1]
    whole.tap(COACH, "Leave it as it is")
    assert "Tue 24 Nov, 16:00" in whole.say(COACH, "move Miro to 16:00")[-1]


def test_how_people_meet_is_added_to_what_is_logged(whole: Whole) -> None:
    """The same session written again with how people meet takes that over, and Undo takes it back."""
    whole.say(COACH, "/session Miro 2026-11-24 15:00 weekly")
    whole.say(COACH, "/session Miro tuesdays 15:00 by phone")
    said = whole.tap(COACH, whole.sim.buttons(COACH)[0])[-1]
    assert said.startswith("That was logged already; changed: Miro,") and "by phone" in said
    assert "by phone" in whole.say(COACH, "/sessions")[-1]
    whole.say(COACH, "/takeback")
    assert "by phone" not in whole.say(COACH, "/sessions")[-1]


# ---- clients -----------------------------------------------------------------------------------


def test_a_list_of_names_is_a_link_each(whole: Whole) -> None:
    """/invite with several names makes several links, each with its own name."""
    before = len(whole.sim.texts(COACH))
    whole.say(COACH, "/invite Anna Weiss, Tom and Bea")
    whole.pause(10)
    said = [one for one in whole.sim.texts(COACH)[before:] if not one.startswith("A link is your yes")]
    assert [one.split(".")[0] for one in said[::2]] == [
        f"The next link is for {name}" for name in ("Anna Weiss", "Tom", "Bea")
    ]
    links = {one.splitlines()[-1] for one in said[1::2]}
    assert len(links) == 3
    assert len(whole.say(COACH, "/invites")[-1].splitlines()) == 3


def test_a_list_of_names_makes_ten_links_at_most(whole: Whole) -> None:
    """A pasted list makes ten links, and says for whom none was made."""
    whole.say(COACH, "/invite " + ", ".join(f"Client {number}" for number in range(12)))
    whole.pause(40)
    assert last(whole) == "No link was made for Client 10 and Client 11: ten at a time."
    assert len(whole.say(COACH, "/invites")[-1].splitlines()) == 10


def test_who_is_still_joining_is_found(whole: Whole) -> None:
    """A client who is joining has a card by the coach's name for them; a session waits until it is done."""
    whole.say(COACH, "/invite Anna Weiss")
    whole.person("Anna", TOM)
    whole.start(TOM, whole.link(COACH))
    card = whole.say(COACH, "/client Anna Weiss")[-1]
    assert card.startswith("Anna Weiss · has not agreed yet")
    said = whole.say(COACH, "/session Anna Weiss tue 15:00")[-1]
    assert said == "Anna Weiss is still joining; this works once that is done."


def test_who_is_archived_is_called_so(whole: Whole) -> None:
    """An archived client is not active on the card, and their sessions are in no list of all."""
    whole.say(COACH, "/session Miro 2026-11-24 15:00 weekly")
    whole.say(COACH, "/client Miro")
    whole.tap(COACH, "Archive")
    assert whole.say(COACH, "/client Miro")[-1].startswith("Miro · archived since Mon, 23 Nov 2026")
    assert "Miro" not in whole.say(COACH, "/sessions")[-1]


def test_the_question_where_one_is_takes_words(whole: Whole) -> None:
    """A client who writes the place to the coach's question changes it; other words stay what they are."""
    whole.say(COACH, "/where Regula")
    assert "Understood: Paris, France" in whole.say(REGULA, "Paris")[-1] or "Paris, France" in str(
        whole.sim.buttons(REGULA)
    )
    whole.say(COACH, "/where Miro")
    assert "Kept, as a note" in whole.say(MIRO, "It was a long day of walking")[-1]
    assert "/place" in whole.say(MIRO, "/where")[-1]


def test_a_client_who_cannot_come_reaches_the_coach(whole: Whole) -> None:
    """Words that a session cannot be are told at a tap, and the coach moves or cancels it from there."""
    whole.say(COACH, "/session Regula 2026-11-26 15:00 once")
    said = whole.say(REGULA, "please tell Dana I cannot come on Thursday")[-1]
    assert "Only Dana moves or cancels a session" in said
    whole.tap(REGULA, whole.sim.buttons(REGULA)[0])
    assert last(whole).startswith("The next session with Regula: Thu 26 Nov, 15:00")
    assert whole.tap(COACH, "Cancel it")[-1].startswith("Cancelled: Regula, Thu 26 Nov")
    whole.say(COACH, "/session Miro 2026-11-27 15:00 once")
    assert "Kept, as a note of yours." in whole.say(MIRO, "I cannot come to terms with it")[-1]


# ---- digest and days away ----------------------------------------------------------------------


def test_weekly_takes_a_day_and_an_hour_in_words(whole: Whole) -> None:
    """Behind /weekly, or written next, a day and an hour are the digest's, no session's."""
    assert "The next digest: Fri 27 Nov, 18:00" in whole.say(COACH, "/weekly fridays 6pm")[-1]
    assert "The next digest: Tue 24 Nov, 18:00" in whole.say(COACH, "tuesday")[-1]
    whole.tap(COACH, "Hour")
    assert "The next digest: Tue 24 Nov, 08:00" in whole.say(COACH, "8:00")[-1]
    assert "is no day and full hour" in whole.say(COACH, "/weekly whenever")[-1]
    assert "The next digest: Tue 24 Nov, 08:00" in last(whole)
    in_german(whole)
    whole.say(COACH, "/weekly")
    assert "27. Nov., 18:00" in whole.say(COACH, "freitags 18 Uhr")[-1]


def test_weekly_says_that_a_choice_is_chosen_already(whole: Whole) -> None:
    """A tap that changes nothing has a sign; one that changes something shows in the message alone."""
    whole.say(COACH, "/weekly")
    for label in ("Briefs: evening before", "Tell that I read", "One for each"):
        assert whole.tap(COACH, label)[-1] == "That is chosen already."
    assert "That is chosen already." not in whole.tap(COACH, "Morning")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "Ich bin vom 1. bis 5. Dezember im Urlaub"),
        ("de", "Urlaub: 1.12. bis 5.12."),
        ("en", "I am away from 1 to 5 December"),
        ("en", "/holiday I'm on holiday 1 to 5 December"),
    ],
)
def test_days_away_are_understood_in_a_sentence(whole: Whole, language: str, words: str) -> None:
    """Who writes in a sentence that they are away is asked whether these days are meant."""
    whole.tx(partial(people.change_coach, coach_id=COACH, language=language))
    said = whole.say(COACH, words)[-1]
    assert ("Verstanden:" in said or "Understood:" in said) and "1" in said and "5" in said
    whole.tap(COACH, whole.sim.buttons(COACH)[0])
    assert "Away" in last(whole) or "Abwesend" in last(whole)


def test_days_away_that_are_taken_back_are_told(whole: Whole) -> None:
    """Who read that a session is cancelled reads that it takes place; taken back at once, nobody does."""
    whole.say(COACH, "/session Regula 2026-12-01 15:00 once")
    whole.say(COACH, "/session Miro 2026-12-02 15:00 once")
    whole.pause(3600)
    whole.say(COACH, "/holiday 1 to 5 December")
    whole.tap(COACH, "Yes")
    before = len(whole.sim.texts(MIRO))
    said = whole.tap(COACH, "Undo")[-1]
    assert said.startswith("Taken back: from Tue 1 Dec to Sat 5 Dec. Sessions and digests are as before.")
    assert "Miro had not read of it yet, and reads nothing." in said
    whole.pause(300)
    assert len(whole.sim.texts(MIRO)) == before
    whole.say(COACH, "/holiday 1 to 5 December")
    whole.tap(COACH, "Yes")
    whole.pause(300)
    assert "is cancelled." in last(whole, MIRO)
    whole.say(COACH, "/takeback")
    assert "Miro reads this in a minute." in last(whole)
    whole.pause(300)
    assert last(whole, MIRO).startswith("What was cancelled takes place after all, with Dana: Wed 2 Dec")


@pytest.mark.parametrize(
    "words",
    [
        "how is Tom?",
        "cancel tuesday with Tom",
        "what did Tom say about Graz?",
        "note on Tom: late",
        "write to Tom: see you",
        "session Tom tuesday 15:00",
    ],
)
def test_who_has_erased_everything_is_nobody_here(whole: Whole, words: str) -> None:
    """An order about a name that no client has is about nobody: not about another, and nothing is remembered."""
    whole.with_client(TOM, "Tom")
    whole.say(COACH, "/session Miro 2026-11-24 15:00")
    whole.say(TOM, "/erase")
    whole.tap(TOM, "Erase everything")
    assert whole.say(COACH, words)[-1].startswith(
        "No client of yours is called Tom here; /clients shows who is. Of somebody"
    )


def test_who_was_invited_or_is_joining_is_said_to_be(whole: Whole) -> None:
    """Of a link that waits, and of who has opened it, the coach reads just that."""
    whole.say(COACH, "/invite Olga")
    assert "Olga has not come in yet. The open links:" in whole.say(COACH, "how is Olga?")[-2]
    whole.sim.person("Olga", TOM, started=True)
    whole.start(TOM, whole.link(COACH))
    whole.tap(TOM, "Yes, share my answers with Dana")
    whole.say(TOM, "Olga")
    whole.say(COACH, "how is Olga?")
    assert last(whole) == "Olga is still joining; nothing is shared before that."


# ---- a question that stands open lets everything else through ----------------------------------


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("who do I see next week?", "1. Miro · Tue 1 Dec"),
        ("Regula thu 10:00", "With Regula:\nUnderstood: Thu 26 Nov, 10:00"),
        ("take that back please", "Taken back: Miro, Tue 24 Nov, 15:00"),
        ("who is quiet?", "Nobody has been quiet"),
        ("how is Regula?", "Regula · active"),
    ],
)
def test_whether_it_repeats_is_in_nobodys_way(whole: Whole, words: str, shown: str) -> None:
    """The session is logged already: another wish is done, and not answered with the same question."""
    whole.say(COACH, "/session Miro 2026-12-01 15:00 once")
    whole.say(COACH, "/session Miro 2026-11-24 15:00")
    assert shown in "\n".join(whole.say(COACH, words))


def test_a_part_of_a_name_chooses_among_two(whole: Whole) -> None:
    """Of two of a first name the second part is enough, and what was written with it is kept."""
    for number, label in ((TOM, "Jonas Huber"), (3003, "Jonas Maier")):
        whole.with_client(number, "Jonas")
        whole.tx(partial(people.change_client, client_id=number, label=label))
    assert "With whom?" in whole.say(COACH, "/session Jonas wed 15:00")[-1]
    assert "With Jonas (Jonas Huber):\nUnderstood: Wed 25 Nov, 15:00" in whole.say(COACH, "Huber")[-1]


def test_words_for_a_client_do_not_begin_with_their_surname(whole: Whole) -> None:
    """The longest of their names goes, so that none of it is left in what they read."""
    whole.with_client(TOM, "Tom")
    whole.tx(partial(people.change_client, client_id=TOM, label="Tom Hill"))
    said = whole.say(COACH, "tell Tom Hill that the room has changed")[-1]
    assert "the room has changed" in said and "Hill the room" not in said and "Hill that" not in said


def test_a_note_is_asked_about_before_it_is_gone(whole: Whole) -> None:
    """What takes back the latest change erases no words of one's own without a yes."""
    whole.say(COACH, "note on Miro: was late")
    assert "Is it to be taken back?" in whole.say(COACH, "oh no, take that back")[-1]
    whole.say(COACH, "no")
    assert "was late" in whole.say(COACH, "/notes Miro")[-1]


def test_an_ending_with_its_day_in_a_sentence(whole: Whole) -> None:
    """The day that is written is the one that is shown back."""
    for words in ("ending with Miro, last session 16 dec", "Miro's last one is on 16 december"):
        assert "The last day with Miro:" in whole.say(COACH, words)[-1]
        assert "Wed, 16 Dec 2026" in last(whole)
        whole.tap(COACH, "Leave it as it is")
