"""A coach's desk in the chat: links, cards, free words, a series, and taking something back."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from whole import ADMIN, COACH, Whole, two_clients, whole_bot

from bot.core.talk.model import Answer
from bot.people import planning, reflecting
from bot.people.turn import Turn
from bot.store import people, reflections, response_writes
from bot.store.db import Tx

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
REGULA, BEN, TOM = 3000, 3001, 3002


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach in Berlin and two clients."""
    with whole_bot(tmp_path, start=MONDAY, practice=two_clients) as made:
        yield made


def last(whole: Whole, chat: int = COACH) -> str:
    return whole.sim.texts(chat)[-1]


def since(whole: Whole, before: int, chat: int = COACH) -> list[str]:
    return whole.sim.texts(chat)[before:]


def logged(whole: Whole) -> list[tuple[object, ...]]:
    return [tuple(row) for row in whole.tx(lambda tx: tx.db.execute(
        "SELECT client_id, starts, repeat_weeks, repeat_months, repeat_by, until FROM coaching_sessions ORDER BY id"
    ).fetchall())]  # fmt: skip


# ---- links -------------------------------------------------------------------------------------


def test_a_link_keeps_the_coachs_name_for_it(whole: Whole) -> None:
    """/invite Tom keeps the name; its message does not show it; the coach reads that Tom agreed, then joined."""
    said = whole.say(COACH, "/invite Tom\nActive")
    assert "The next link is for Tom Active." in said[-2] and "Tom" not in said[-1]
    whole.person("Thomas", TOM)
    before = len(whole.sim.texts(COACH))
    whole.start(TOM, whole.link(COACH))
    assert since(whole, before) == []
    whole.tap(TOM, whole.sim.buttons(TOM)[0])
    assert since(whole, before) == []  # not before the year of birth is said
    whole.tap(TOM, whole.sim.buttons(TOM)[0])
    assert since(whole, before) == ["Tom Active has agreed, and chooses days and hours now."]
    whole.say(TOM, "Thomas")
    whole.tap(TOM, "Yes")
    assert last(whole) == "The link for Tom Active was opened by Thomas."
    whole.say(TOM, "Lisbon")
    whole.say(TOM, "mon")
    assert "has joined" not in last(whole)
    whole.tap(TOM, "19:00")
    assert last(whole) == "Thomas has joined."


def test_who_joins_by_a_link_without_a_name_is_told(whole: Whole) -> None:
    """Without a name for the link the coach reads that somebody agreed, and the name when joining is done."""
    before = len(whole.sim.texts(COACH))
    whole.with_client(TOM, "Thomas")
    told = since(whole, before)
    nameless = "A client has agreed by your link, and chooses days and hours now; the name is not known yet."
    assert nameless in told
    assert told[-1] == "Thomas has joined."


def test_open_links_are_listed_and_taken_back(whole: Whole) -> None:
    """/invites lists what is open; a link that was taken back lets nobody in, and says so."""
    assert last(whole) and whole.say(COACH, "/invites") == ["No link is open. /invite makes one."]
    whole.say(COACH, "/invite Tom")
    link = whole.link(COACH)
    whole.say(COACH, "/invite")
    shown = whole.say(COACH, "/invites")[-1].splitlines()
    assert shown[0].startswith("1. For Tom, open until Thu 26 Nov") and shown[1].startswith(
        "2. Without a name"
    )
    assert whole.tap(COACH, "Take back 1")[-1].startswith("Take this link back? For Tom, open until")
    assert whole.tap(COACH, "Yes") == ["Taken back: the link for Tom. It lets nobody in."]
    whole.person("Thomas", TOM)
    assert whole.start(TOM, link) == ["This link was taken back. Whoever gave it to you can make a new one."]
    assert len(whole.say(COACH, "/invites")[-1].splitlines()) == 1


# ---- cards -------------------------------------------------------------------------------------


def test_a_card_says_how_things_stand(whole: Whole) -> None:
    """The card has agreement, next session, rhythm and scripts; from /clients it is a tap away."""
    whole.say(COACH, "/session Regula 2026-11-26 15:00 weekly")
    whole.say(COACH, "/clients")
    card = whole.tap(COACH, "Regula")[-1]
    for part in (
        *("Regula · active", "Agreed on Mon, 23 Nov 2026 to the text of ", "Next session: Thu 26 Nov, 15:00"),
        *("Chosen days and hours: Mon, Wed and Fri at 19:00 (Lisbon)", "Scripts that are on: "),
    ):
        assert part in card
    assert "Nothing shared since" not in card
    assert "Thu 26 Nov, 15:00" in whole.tap(COACH, "Coaching sessions")[-1]


def test_a_card_names_five_scripts_that_are_off(whole: Whole) -> None:
    """Of those that are on, and of those that are off, five are named, the rest counted."""

    def refused(tx: Tx) -> None:
        me = people.client(tx, REGULA)
        turn = Turn(tx, whole.clock.now(), -1, whole.house.config, "bot")
        assert me is not None
        for number, one in enumerate(planning.offers(turn, me)[:7] * 2):
            assert reflecting.begin(turn, me, one.script, f"gap:{number}")
            row = reflections.latest_of(tx, REGULA)
            assert row is not None
            passed = Answer("a", 1, "a question", passed=True)
            response_writes.keep(
                tx, REGULA, row.id, passed, script=one.script, version=1, visibility="session", now=turn.now
            )
            tx.db.execute("UPDATE reflections SET fit = 'no', state = 'closed'")

    on = int(re.findall(r"that are on: .+ and (\d+) more", whole.say(COACH, "/client regula")[-1])[0])
    whole.tx(refused)
    card = whole.say(COACH, "/client regula")[-1]
    assert re.search(rf"that are on: .+ and {on - 7} more", card)
    assert re.search(r"Off, as they were twice not for this client: .+ and 2 more", card)


def test_a_card_says_since_when_it_is_quiet(whole: Whole) -> None:
    """Of whom nothing is shared for three weeks, the card says since when; not whether they wrote."""
    whole.until(MONDAY + timedelta(days=40))
    assert "Nothing shared since Mon, 23 Nov 2026." in whole.say(COACH, "/client regula")[-1]


def test_a_name_of_the_coachs_own_tells_two_apart(whole: Whole) -> None:
    """The coach's own name stands beside a name that two have."""
    whole.with_client(TOM, "Ben")
    whole.say(COACH, "/client ben")
    whole.tap(COACH, whole.sim.buttons(COACH)[1])
    whole.tap(COACH, "A name of your own for them")
    assert "Ben (Basel)" in whole.say(COACH, "Basel")[-1]
    assert "Ben (Basel) · active" in whole.say(COACH, "/clients")[-1]
    assert "Ben (Basel)" in whole.say(COACH, "/client Basel")[-1]


def test_who_is_archived_is_in_no_list(whole: Whole) -> None:
    """An archived client is in no list and in no empty digest; nothing changes for them, and they come back."""
    whole.say(COACH, "/client Ben")
    assert "Ben is archived" in whole.tap(COACH, "Archive")[-1]
    assert "Ben" not in whole.say(COACH, "/clients")[-1]
    before = len(whole.sim.texts(COACH))
    whole.until(MONDAY + timedelta(days=7))
    assert not [text for text in since(whole, before) if "Ben" in text]
    whole.say(COACH, "/clients")
    whole.tap(COACH, "1 archived")
    whole.tap(COACH, "Ben")
    assert "Ben is in the lists again." in whole.tap(COACH, "Bring back")[-1]
    assert "Ben · active" in whole.say(COACH, "/clients")[-1]


def test_ended_work_has_ended(whole: Whole) -> None:
    """After the last day there is no session, no empty digest, and the list says that the work ended."""
    whole.say(COACH, "/session Regula 2026-11-25 15:00 weekly")
    whole.say(COACH, "/ending Regula 2026-12-04")
    whole.tap(COACH, "Yes")
    whole.say(COACH, "/ending Ben 2026-12-04")
    whole.tap(COACH, "Yes")
    assert whole.say(COACH, "/sessions Regula")[-1].count("Regula ·") == 2
    whole.until(MONDAY + timedelta(days=15))
    assert "Regula · ended on" in whole.say(COACH, "/clients")[-1]
    before = len(whole.sim.texts(COACH))
    whole.until(MONDAY + timedelta(days=64))
    assert not [text for text in since(whole, before) if "Regula" in text]
    assert "The work ended on Fri 4 Dec." in whole.say(COACH, "/digest Regula")[-1]


def test_a_last_day_that_is_taken_back_is_told(whole: Whole) -> None:
    """The client who read of a last day reads that there is none any more."""
    whole.say(COACH, "/ending Regula 2026-12-24")
    whole.tap(COACH, "Yes")
    assert "Thu, 24 Dec 2026" in last(whole, REGULA)
    assert whole.say(COACH, "/ending Regula none") == ["There is no last day with Regula any more."]
    assert last(whole, REGULA) == (
        "Dana took the last day back (Thu, 24 Dec 2026): there is none now, and questions come as before it."
    )
    before = len(whole.sim.texts(REGULA))
    whole.say(COACH, "/ending Regula none")
    assert since(whole, before, REGULA) == []


# ---- free words --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words", ["how is Regula doing?", "Regula", "Wie geht es Regula?", "show me regula's card"]
)
def test_a_question_about_a_client_opens_the_card(whole: Whole, words: str) -> None:
    """Asked in free words how a client is, the bot shows the card."""
    assert whole.say(COACH, words)[-1].startswith("Regula · active")


def test_a_session_is_cancelled_in_free_words(whole: Whole) -> None:
    """The coaching session that is plainly meant is offered, and cancelled with a yes only."""
    whole.say(COACH, "/session Regula 2026-11-24 15:00 once")
    whole.say(COACH, "/session Ben 2026-11-26 15:00 once")
    said = whole.say(COACH, "cancel Tuesday with Regula")
    assert said == ["Cancel Regula, Tue 24 Nov, 15:00 (Berlin)?"]
    whole.tap(COACH, "Leave it as it is")
    assert whole.say(COACH, "please cancel tuesday") == said
    assert whole.say(COACH, "yes")[-1].startswith("Cancelled: Regula, Tue 24 Nov")
    assert "None is logged for that day." in whole.say(COACH, "cancel friday with Ben")[-1]
    assert whole.tap(COACH, "Ben · Thu 26 Nov, 15:00 (Berlin)")[-1].startswith("Cancelled: Ben")


def test_a_session_is_moved_and_logged_in_free_words(whole: Whole) -> None:
    """What is to be moved and to when is said back; a day with a name offers to log a coaching session."""
    assert "With Regula:\nUnderstood: Tue 24 Nov, 15:00" in whole.say(COACH, "Regula tomorrow 3pm")[-1]
    whole.tap(COACH, "Yes")
    whole.tap(COACH, "Once")
    said = whole.say(COACH, "move Tuesday with Regula to Thursday 4pm")[-1]
    assert "Regula, Tue 24 Nov, 15:00 (Berlin), moved:" in said and "Thu 26 Nov, 16:00 (Berlin)" in said
    assert "to Thu 26 Nov, 16:00" in whole.tap(COACH, "Yes")[-1]


def noted(whole: Whole) -> int:
    """How many steps can be taken back."""
    return int(whole.tx(lambda tx: tx.db.execute("SELECT count(*) FROM session_steps").fetchone()[0]))


def test_a_move_to_where_it_is_changes_nothing(whole: Whole) -> None:
    """That it is there already is said, of one and of all of a series; nothing is noted, nothing to take back."""
    there = "Regula: it is on Tue 24 Nov, 15:00 (Berlin) already. Nothing is changed."
    whole.say(COACH, "/session Regula 2026-11-24 15:00 weekly")
    before, steps = logged(whole), noted(whole)
    assert whole.say(COACH, "move Tuesday with Regula to Tuesday 3pm") == [there]
    whole.say(COACH, "/sessions")
    whole.tap(COACH, "Move 1")
    assert whole.say(COACH, "2026-11-24 15:00") == [there]
    whole.say(COACH, "/sessions")
    whole.tap(COACH, "All with Regula, every week")
    whole.tap(COACH, "Move them all")
    whole.say(COACH, "2026-11-24 15:00")
    assert whole.tap(COACH, "Yes") == [there]
    assert (logged(whole), noted(whole)) == (before, steps)


def test_other_words_get_the_three_nearest_things(whole: Whole) -> None:
    """Anything else gets three commands that are near to it, not the whole list."""
    lines = whole.say(COACH, "I would like a new link for somebody")[-1].splitlines()
    assert lines[0] == "Nothing is done with that here. Perhaps one of these:"
    assert len(lines) == 4 and any(line.startswith("/invite ") for line in lines)


def test_a_plain_wish_ends_a_question(whole: Whole) -> None:
    """Words that plainly ask for something else are that, and the question that stood is over, said in a line."""
    whole.say(COACH, "/session")
    said = whole.say(COACH, "how is Ben?")
    assert said[0].startswith("The coaching session: nothing is changed.") and said[1].startswith(
        "Ben · active"
    )


# ---- sessions ----------------------------------------------------------------------------------


def test_the_same_twice_is_said(whole: Whole) -> None:
    """What is logged already is said and not added; a single date that a new series holds goes into it."""
    whole.say(COACH, "/session Regula 2026-11-26 15:00 once")
    said = whole.say(COACH, "/session Regula 2026-11-26 15:00 once")[-1]
    assert said.startswith("That is logged already: Regula, Thu 26 Nov, 15:00 (Berlin), once")
    whole.say(COACH, "/session Regula 2026-11-26 15:00 weekly")
    assert [row[2] for row in logged(whole)] == [1]
    assert "logged already" in whole.say(COACH, "/session Regula 2026-12-03 15:00 once")[-1]
    assert "logged already" in whole.say(COACH, "/session Regula 2026-11-26 15:00 every 2 weeks")[-1]
    assert len(logged(whole)) == 1


def test_nothing_is_moved_into_the_past(whole: Whole) -> None:
    """A time that is over is no time to move to; one that is logged is asked about first."""
    whole.say(COACH, "/session Regula 2026-11-26 15:00 once")
    whole.say(COACH, "/sessions")
    whole.tap(COACH, "Move 1")
    assert "Thu 19 Nov, 16:00 (Berlin) is over." in whole.say(COACH, "2026-11-19 16:00")[-1]
    whole.say(COACH, "/cancel")
    assert "which is over. Is that right?" in whole.say(COACH, "/session Regula 2026-11-19 16:00")[-1]
    assert len(logged(whole)) == 1


def test_each_step_can_be_taken_back(whole: Whole) -> None:
    """Logging, moving and cancelling are undone by a tap or /takeback, unless something was done since."""
    whole.say(COACH, "/session Regula 2026-11-26 15:00")
    whole.tap(COACH, "Every week")
    whole.tap(COACH, "Undo")
    assert (
        last(whole)
        == "Taken back: Regula, Thu 26 Nov, 15:00 (Berlin), every week, 60 minutes was logged.\n"
        "No coaching session with Regula is logged ahead now."
        and logged(whole) == []
    )
    whole.say(COACH, "/session Regula 2026-11-26 15:00")
    whole.tap(COACH, "Undo")
    assert logged(whole) == []
    whole.say(COACH, "/session Regula 2026-11-26 15:00 weekly")
    whole.say(COACH, "/sessions")
    whole.tap(COACH, "Cancel 1")
    assert whole.say(COACH, "/takeback")[-1].startswith(
        "Taken back: Regula, Thu 26 Nov, 15:00 (Berlin) was cancelled."
    )
    assert "Thu 26 Nov" in whole.say(COACH, "/sessions")[-1]
    whole.say(COACH, "/session Ben 2026-11-27 15:00 once")
    message = whole.sim.messages(COACH)[-1].id
    whole.say(COACH, "/session Ben 2026-11-28 15:00 once")
    data = whole.sim.messages(COACH)
    first = next(one for one in data if one.id == message)
    whole.sim.tap_data(COACH, message, first.body["reply_markup"]["inline_keyboard"][0][0]["callback_data"])
    whole.pause()
    assert last(whole) == "That cannot be taken back: the coaching sessions with Ben were changed since."


def test_a_month_is_a_month(whole: Whole) -> None:
    """Monthly is the same day or the same weekday of each month, chosen, said back, and kept so."""
    whole.say(COACH, "/session Regula tomorrow 3pm monthly")
    assert last(whole).endswith("Which of these do you mean?\nTue 24 Nov, 15:00 (Berlin), every month")
    assert {"on day 24", "on the fourth Tuesday"} <= set(whole.sim.buttons(COACH))
    whole.tap(COACH, "on the fourth Tuesday")
    shown = whole.say(COACH, "/sessions")[-1]
    for day in ("Tue 24 Nov", "Tue 22 Dec", "Tue 26 Jan", "Tue 23 Feb"):
        assert day in shown
    whole.say(COACH, "/session Ben 2026-12-31 15:00")
    whole.tap(COACH, "Every month, on the same day")
    assert "Sun 28 Feb" in whole.say(COACH, "/sessions Ben")[-1]


def test_a_series_is_moved_and_ended(whole: Whole) -> None:
    """A whole series is shown; what lies ahead moves or ends, what was before stays, and both can be taken back."""
    whole.say(COACH, "/session Regula 2026-11-24 15:00 weekly for 50 minutes")
    whole.tap(COACH, "Yes")
    whole.until(MONDAY + timedelta(days=3))
    whole.say(COACH, "/sessions")
    assert (
        "Regula: Tue 24 Nov, 15:00 (Berlin), which is over, every week, 50 minutes."
        in (whole.tap(COACH, "All with Regula, every week")[-1])
    )
    whole.tap(COACH, "Move them all")
    whole.say(COACH, "thursday 3 December 16:00")
    assert (
        "Moved: Regula, now Thu 3 Dec, 16:00 (Berlin), every week, 50 minutes" in whole.tap(COACH, "Yes")[-1]
    )
    assert [(row[1], row[5]) for row in logged(whole)] == [
        ("2026-11-24T15:00", "2026-11-30"), ("2026-12-03T16:00", None),
    ]  # fmt: skip
    whole.tap(COACH, "Undo")
    assert len(logged(whole)) == 1
    whole.say(COACH, "/sessions")
    whole.tap(COACH, "All with Regula, every week")
    whole.tap(COACH, "End them")
    whole.say(COACH, "8 December")
    assert last(whole).startswith("No more with Regula after:\nUnderstood: Tue, 8 Dec 2026.")
    assert whole.tap(COACH, "Yes")[-1].startswith("Ended: Regula, no more of them after Tue, 8 Dec 2026.")
    assert whole.say(COACH, "/sessions")[-1].count("Regula ·") == 2


def test_a_solo_coach_is_heard_too(whole: Whole) -> None:
    """Who is admin and coach in one chat asks in free words as well."""
    whole.say(ADMIN, "/coach")
    whole.start(ADMIN, whole.link(ADMIN))
    whole.say(ADMIN, "Ruth")
    whole.tap(ADMIN, "Yes")
    whole.say(ADMIN, "Berlin")
    whole.with_client(TOM, "Thomas", coach=ADMIN)
    assert whole.say(ADMIN, "how is Thomas?")[-1].startswith("Thomas · active")
    assert whole.tx(partial(people.client, client_id=TOM)).coach_id == ADMIN


# ---- days away ---------------------------------------------------------------------------------


def test_days_away_take_sessions_and_digests_along(whole: Whole) -> None:
    """On days away no session takes place and no digest comes; taken back, all is as before."""
    whole.say(COACH, "/session Regula 2026-11-26 15:00 weekly")
    whole.pause(3600)
    assert "Understood: from Mon 30 Nov" in whole.say(COACH, "/holiday 30 November to 7 December")[-1]
    said = whole.tap(COACH, "Yes")[-1]
    assert said.startswith("Away from Mon 30 Nov to Mon 7 Dec: no digest comes in these days")
    assert "Regula: 1 session does not take place." in said and "Ben" not in said
    assert "3 Dec" not in whole.say(COACH, "/sessions")[-1]
    whole.say(COACH, "/holiday")
    before = len(whole.sim.texts(REGULA))
    whole.tap(COACH, "Take back 1")
    assert "3 Dec" in whole.say(COACH, "/sessions")[-1]
    whole.say(COACH, "/holiday 30 November to 7 December")
    whole.tap(COACH, "Yes")
    whole.pause(300)
    assert (
        "Thu 3 Dec" in since(whole, before, REGULA)[-1]
        and "is cancelled." in since(whole, before, REGULA)[-1]
    )
    whole.say(COACH, "/session Regula 2026-12-04 10:00 once")
    assert "Fri 4 Dec" in whole.say(COACH, "/sessions")[-1]  # put there after it was said
    assert len(digests(whole)) == 0
    whole.until(datetime(2026, 12, 12, 9, 0, tzinfo=UTC))
    assert {day.date().isoformat() for day in digests(whole)} == {"2026-11-29", "2026-12-08"}
    whole.until(datetime(2026, 12, 13, 20, 0, tzinfo=UTC))
    assert max(digests(whole)).date().isoformat() == "2026-12-13"


def digests(whole: Whole) -> list[datetime]:
    """When digests were made; a brief is none."""
    found = whole.tx(
        lambda tx: [
            row[0] for row in tx.db.execute("SELECT made_at FROM digests WHERE kind = 'digest' ORDER BY id")
        ]
    )
    return [datetime.fromtimestamp(at / 1_000_000, UTC) for at in found]


# ---- words beside the question -----------------------------------------------------------------


def test_a_question_about_a_session_holds_nobody(whole: Whole) -> None:
    """A plain request, help and a way out in words are done while it stands; what it asked for stays as it was."""
    whole.say(COACH, "/session Regula")
    assert "nothing is changed" in whole.say(COACH, "what did Ben write?")[0]
    for words in ("stop", "cancel", "Leave it as it is", "later"):
        whole.say(COACH, "/session Regula")
        assert last(whole).startswith("With Regula")
        assert whole.say(COACH, words) == ["The coaching session (Regula): left as it was."]
    whole.say(COACH, "/session Regula")
    assert "/invite" in whole.say(COACH, "help")[-1]
    whole.say(COACH, "/session Regula")
    assert whole.say(COACH, "thank you") == []
    assert whole.say(COACH, "good morning")[-1].startswith("Still open: The coaching session (Regula).")
    assert logged(whole) == []


def test_thanks_a_greeting_and_being_ill_are_answered_kindly(whole: Whole) -> None:
    """Thanks get a sign and no words, a greeting a short line, being ill a true one."""
    assert whole.say(COACH, "Thanks!") == []
    assert [one["emoji"] for one in whole.sim.messages(COACH)[-1].reactions] == ["👌"]
    assert whole.say(COACH, "Good morning") == ["Hello. /help shows what there is."]
    assert whole.say(COACH, "I am ill") == [
        "Thank you for saying so. No person reads it here. /holiday is for days away."
    ]
    assert whole.say(COACH, "stop") == ["Nothing is being asked."]


@pytest.mark.parametrize("words", ["I don't know", "not sure", "thanks", "help"])
def test_hesitation_is_no_question_for_a_client(whole: Whole, words: str) -> None:
    """Where a question for a client is asked for, a doubt, thanks and help are not taken for it."""
    whole.say(COACH, "/ask Ben")
    whole.say(COACH, words)
    assert not any("reads it at their next hour" in one for one in whole.sim.texts(COACH))


def test_hesitation_is_no_coachs_name(whole: Whole) -> None:
    """Who joins and writes a doubt or a button's label is not called so."""
    whole.person("Cora", 4000)
    whole.say(ADMIN, "/coach")
    whole.start(4000, whole.link(ADMIN))
    assert whole.say(4000, "I don't know")[-1].startswith("Still open: Your name.")
    for words in ("later", "Go on later"):
        assert whole.say(4000, words) == ["Left here. /start goes on, whenever you like."]
        whole.say(4000, "/start")
    whole.say(4000, "Cora")
    assert last(whole, 4000) == "Clients read “Cora”. Is that right?"


def test_a_weekday_in_a_move_is_the_one_nearest_to_the_session(whole: Whole) -> None:
    """A session in two weeks that is moved to a Thursday goes to the one beside it, not to this week's."""
    whole.say(COACH, "/session Regula 2026-12-09 15:00 once")
    for words in ("move 9 dec to thursday 11am", "move Regula to thu 11:00"):
        assert "Thu 10 Dec, 11:00" in whole.say(COACH, words)[-1]
        whole.say(COACH, "stop")
    assert "tomorrow" not in whole.say(COACH, "move Regula to tomorrow 11:00")[-1]
    assert "Tue 24 Nov, 11:00" in last(whole)
