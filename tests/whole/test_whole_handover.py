"""A client goes on with another coach by their own choice; a coach leaves; what follows and what stays."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from clocked import timed_bot
from small import rows, seconds, small_bot
from whole import ADMIN, CLIENT, COACH, Whole

from bot.store import people, reflections
from bot.store.db import Tx
from bot.store.handovers import MOVED, STAYS

NOOR = 2001
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """Ada is with Dana and has shared something; Noor is a coach of the practice too."""
    with small_bot(tmp_path, start=MONDAY) as made:
        made.with_coach(NOOR, "Noor", "Lyon")
        made.say(CLIENT, "the first snow")
        made.say(COACH, "/session Ada 2026-12-01 15:00 weekly")
        yield made


def last(whole: Whole, chat: int = COACH) -> str:
    return whole.sim.texts(chat)[-1]


def proposed(whole: Whole) -> None:
    whole.say(COACH, "/handover Ada")
    whole.tap(COACH, "Noor")
    whole.tap(COACH, "Yes, ask Ada")
    seconds(whole, 5)


def coach_of(whole: Whole) -> int:
    return int(whole.tx(partial(people.client, client_id=CLIENT)).coach_id)


def test_a_client_goes_on_with_what_was_shared(whole: Whole) -> None:
    """Ada chooses; Noor has what was shared, sessions and rhythm follow, Dana reaches nothing; all are told."""
    whole.say(COACH, "/digest")
    seconds(whole, 30)
    whole.say(COACH, "/assign off week")
    proposed(whole)
    asked = last(whole, CLIENT)
    assert asked.startswith("Dana proposes that Noor goes on with you here. You decide.")
    assert "Until you choose, all is as before." in asked and coach_of(whole) == COACH
    assert last(whole) == "Ada is asked. Until they choose, all is as before; you read what they chose."
    before = whole.tx(partial(people.client, client_id=CLIENT))
    assert "You are with Noor now." in whole.tap(CLIENT, "Noor reads what I shared")[-1]
    seconds(whole, 30)
    assert coach_of(whole) == NOOR
    assert last(whole) == "Ada goes on with Noor. From now on nothing of theirs reaches you here."
    assert last(whole, NOOR).startswith("Ada is with you now, and was with Dana before. What they shared")
    told, card = last(whole, NOOR), whole.say(NOOR, "/client Ada")[-1]
    for said in (
        "As it was before you:",
        "the next on Tue 1 Dec, 15:00",
        "Chosen days and hours: ",
        "Off, by the coach before you: ",
    ):
        assert said in told
    assert "Off, by the coach before you: " in card and "Off, by you" not in card
    after = whole.tx(partial(people.client, client_id=CLIENT))
    assert (after.rhythm, after.zone, after.name) == (before.rhythm, before.zone, before.name)
    assert "Ada" not in "".join(whole.say(COACH, "/clients") + whole.say(COACH, "/sessions"))
    assert "Ada · Tue 1 Dec, 15:00" in whole.say(NOOR, "/sessions")[-1]
    whole.say(NOOR, "/digest")
    seconds(whole, 30)
    assert "the first snow" in "".join(whole.sim.texts(NOOR))
    count = len(whole.sim.texts(COACH))
    whole.until(datetime(2026, 12, 7, 9, 0, tzinfo=UTC))
    assert not [text for text in whole.sim.texts(COACH)[count:] if "Ada" in text]
    assert [text for text in whole.sim.texts(NOOR) if text.startswith("Ada · 22–29 Nov")]
    kinds = rows(whole, "SELECT kind, chat_id FROM due WHERE kind IN ('brief', 'digest') ORDER BY kind")
    assert kinds == [("brief", NOOR), ("digest", NOOR)]


def test_a_handover_is_shown_whole_before_the_client_is_asked(whole: Whole) -> None:
    """To whom, what is read and what is erased stand there first; a tap beside a yes asks nobody anything."""
    whole.say(COACH, "/note Ada breathes out when she laughs")
    whole.say(COACH, "/goals Ada")
    whole.say(COACH, "Calmer evenings – a walk before supper")
    whole.say(COACH, "/handover Ada")
    count = len(whole.sim.texts(CLIENT))
    shown = whole.tap(COACH, "Noor")[-1]
    assert shown.splitlines() == [
        "Ada is asked whether Noor goes on with them. Where they choose that:",
        "Noor reads what Ada shared with you, where Ada allows it.",
        "Sessions, days and hours go along. From then on nothing of theirs reaches you.",
        "1 note of yours is erased.",
        "Erased too: notes for peers about them, and moments that you marked for them.",
        "Goals that Ada has not confirmed do not go along.",
        "What you gave and has not gone yet does not go.",
        "Is Ada asked now?",
    ]
    whole.tap(COACH, "Leave it as it is")
    seconds(whole, 5)
    assert len(whole.sim.texts(CLIENT)) == count and rows(whole, "SELECT * FROM handovers") == []
    proposed(whole)
    asked = last(whole, CLIENT)
    assert "There is no hurry: you can talk about it with Dana first." in asked
    assert "Noor is a coach of the same practice." in asked
    whole.tap(CLIENT, "Noor reads what I shared")
    seconds(whole, 5)
    assert rows(whole, "SELECT * FROM notes") == []
    assert rows(whole, "SELECT DISTINCT coach_id FROM goals") == [(COACH,)]


def test_a_client_goes_on_and_keeps_what_they_wrote(whole: Whole) -> None:
    """What was written stays the client's alone: the new coach reads none of it, only what comes."""
    proposed(whole)
    said = whole.tap(CLIENT, "Noor goes on; what I wrote stays mine")[-1]
    assert "What you wrote until now is private." in said
    assert "What they wrote before stays theirs alone." in last(whole, NOOR)
    whole.say(CLIENT, "the second snow")
    whole.say(NOOR, "/digest")
    seconds(whole, 30)
    read = "".join(whole.sim.texts(NOOR))
    assert "the second snow" in read and "the first snow" not in read


def test_a_client_stays(whole: Whole) -> None:
    """Who stays is asked no more, and nothing has changed; the coach can take the question back as well."""
    proposed(whole)
    assert whole.tap(CLIENT, "I stay with Dana") == ["You stay with Dana. All is as before."]
    assert last(whole) == "Ada stays with you." and coach_of(whole) == COACH
    assert "no longer asked" in whole.tap(CLIENT, "Noor reads what I shared")[-1]
    proposed(whole)
    assert "is being asked whether Noor" in whole.say(COACH, "/handover Ada")[-1]
    assert whole.tap(COACH, "Take it back") == ["Taken back: Ada stays with you, and reads that."]
    seconds(whole, 5)
    assert last(whole, CLIENT).startswith("Dana took that back") and coach_of(whole) == COACH


def test_a_client_erases_instead(whole: Whole) -> None:
    """Erasing is offered beside, asked once more, and leaves nothing, the question itself included."""
    proposed(whole)
    whole.tap(CLIENT, "Erase everything")
    whole.tap(CLIENT, "Erase everything")
    assert rows(whole, "SELECT * FROM clients") == [] and rows(whole, "SELECT * FROM handovers") == []


def test_an_admin_takes_a_coach_out(whole: Whole) -> None:
    """From that moment the coach reaches nothing; each client's questions rest until they have chosen."""
    whole.say(COACH, "/invite Bea")
    whole.person("Bea", 3006)
    whole.start(3006, whole.link(COACH))
    whole.say(COACH, "/invite Tom")
    link = whole.link(COACH)
    assert whole.say(ADMIN, "/coaches")[-1].splitlines() == [
        "Dana · active · 2 clients",
        "Noor · active · 0 clients",
    ]
    whole.tap(ADMIN, "Take out Dana")
    whole.tap(ADMIN, "Noor")
    seconds(whole, 30)
    assert "Dana · left · 1 client" in whole.say(ADMIN, "/coaches")[-1]
    assert last(whole).startswith("You are no coach here any more.")
    assert "Until you choose, nobody reads what you write" in last(whole, CLIENT)
    assert last(whole, 3006) == "Dana is no coach here any more. Nothing of yours is kept."
    assert len(rows(whole, "SELECT id FROM clients")) == 1
    for words in ("/clients", "/client Ada", "/sessions", "/digest", "how is Ada?", "/plan"):
        assert "Ada" not in "".join(whole.say(COACH, words))
    whole.person("Tom", 3005)
    assert "taken back" in whole.start(3005, link)[-1]
    count = len(whole.sim.texts(COACH))
    whole.say(CLIENT, "the third snow")
    assert "Nobody reads what you write now: Dana is no coach" in whole.say(CLIENT, "/about")[-1]
    before = len(whole.sim.texts(CLIENT))
    whole.until(datetime(2026, 12, 3, 9, 0, tzinfo=UTC))
    assert len(whole.sim.texts(CLIENT)) == before
    assert whole.sim.texts(COACH)[count:] == []
    whole.tap(CLIENT, "Noor reads what I shared")
    assert coach_of(whole) == NOOR
    assert whole.tx(partial(people.client, client_id=CLIENT)).state == "active"  # questions come again


def test_a_coach_who_is_gone_takes_nobody_over(whole: Whole) -> None:
    """Who was proposed and left since cannot be chosen any more; nothing changes by it."""
    proposed(whole)
    whole.say(NOOR, "/leave")
    whole.tap(NOOR, "Nobody is named")
    whole.tap(NOOR, "Yes, I leave")
    said = whole.tap(CLIENT, "Noor reads what I shared")[-1]
    assert said == "That coach is not here any more; nothing is changed." and coach_of(whole) == COACH


def test_a_coach_leaves_and_nobody_goes_on(whole: Whole) -> None:
    """Where nobody is named the client keeps all for themself or erases it; nothing comes and nobody reads."""
    whole.say(COACH, "/profile")
    whole.tap(COACH, "Training")
    whole.say(COACH, "Ten years of it")
    whole.tap(COACH, "Yes")
    whole.say(COACH, "/note Ada: a plain note")
    assert "1 client is with you." in whole.say(COACH, "/leave")[-1]
    whole.tap(COACH, "Nobody is named")
    for said in (
        "Asked what becomes of theirs, with nobody named: Ada.",
        "1 note of yours is erased.",
        "Open links let nobody in.",
        "It cannot be undone",
    ):
        assert said in last(whole)
    assert whole.tap(COACH, "I stay") == ["Leaving: left as it was."]
    assert rows(whole, "SELECT count(*) FROM notes") == [(1,)]
    whole.say(COACH, "/leave")
    whole.tap(COACH, "Nobody is named")
    whole.tap(COACH, "Yes, I leave")
    seconds(whole, 5)
    assert "can go on with you" not in last(whole, CLIENT)
    assert "All you wrote is private now" in whole.tap(CLIENT, "Nobody goes on; I keep it for me")[-1]
    assert rows(whole, "SELECT DISTINCT visibility FROM responses") == [("private",)]
    assert rows(whole, "SELECT count(*) FROM profiles") == [(0,)]


def test_a_talk_that_is_open_ends_with_the_choice_that_nobody_goes_on(whole: Whole) -> None:
    """Who takes a question up before choosing is not reminded of it once nothing comes any more."""
    whole.say(COACH, "/leave")
    whole.tap(COACH, whole.sim.buttons(COACH)[0])
    whole.tap(COACH, whole.sim.buttons(COACH)[0])
    seconds(whole, 5)
    whole.begin("week")
    assert whole.tx(partial(reflections.under_way, client_id=CLIENT))
    whole.tap(CLIENT, "Nobody goes on; I keep it for me")
    assert whole.tx(partial(reflections.under_way, client_id=CLIENT)) == ()
    before = len(whole.sim.texts(CLIENT))
    whole.until(MONDAY + timedelta(days=4))
    assert len(whole.sim.texts(CLIENT)) == before


def test_a_coach_who_comes_back_is_with_who_has_not_chosen(whole: Whole) -> None:
    """A coach who joins again finds the clients who had not chosen yet, and those read it."""
    whole.say(COACH, "/leave")
    whole.tap(COACH, "Noor")
    whole.tap(COACH, "Yes, I leave")
    whole.say(ADMIN, "/coach")
    whole.start(COACH, whole.link(ADMIN))
    for words in ("Dana", "yes", "Berlin"):
        whole.say(COACH, words)
    seconds(whole, 5)
    assert last(whole, CLIENT) == "Dana is here again. All is as before."
    assert whole.tx(partial(people.client, client_id=CLIENT)).state == "active"


def test_who_may_be_too_young_rests_also_with_another_coach(whole: Whole) -> None:
    """Whoever has not said how old they are after a doubt is asked nothing by itself, whoever comes back."""
    whole.say(COACH, "/leave")
    whole.tap(COACH, "Noor")
    whole.tap(COACH, "Yes, I leave")
    whole.say(CLIENT, "I'm 15")
    whole.say(ADMIN, "/coach")
    whole.start(COACH, whole.link(ADMIN))
    for words in ("Dana", "yes", "Berlin"):
        whole.say(COACH, words)
    seconds(whole, 5)
    assert whole.tx(partial(people.client, client_id=CLIENT)).state == "paused"


def test_every_table_between_client_and_coach_is_decided(whole: Whole) -> None:
    """Whatever stands between a client and a coach follows, goes, or is a mere record: none is forgotten."""

    def both(tx: Tx) -> set[str]:
        tables = [row[0] for row in tx.db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        columns = {one: {row[1] for row in tx.db.execute(f"PRAGMA table_info({one})")} for one in tables}
        return {one for one, names in columns.items() if {"client_id", "coach_id"} <= names}

    found: set[str] = whole.tx(both)
    assert found == {*MOVED, *STAYS}, "say in bot/store/handovers.py what becomes of it with another coach"


def test_the_card_is_written_by_the_coach_and_read_by_clients(whole: Whole) -> None:
    """Training, country, hours, supervisor and where to complain stand in /about, in the coach's words."""
    assert "Your card is empty" in whole.say(COACH, "/profile")[-1]
    for field, words in (
        ("Training", "MA <Coaching>"),
        ("Country", "Germany"),
        ("Hours", "Tue to Thu"),
        ("Supervisor", "R. Lee"),
        ("Where to complain", "complaints@example.org"),
    ):
        whole.tap(COACH, field)
        whole.say(COACH, words)
        said = whole.tap(COACH, "Yes")[-1]
        assert f"{field}: {words}" in said
    about = whole.say(CLIENT, "/about")[-1]
    assert "Dana says of themself:\nTraining: MA <Coaching>\nCountry: Germany" in about
    assert "Where to complain: complaints@example.org" in about
    whole.tap(COACH, "Country")
    whole.tap(COACH, "Take it off the card")
    assert "Country" not in whole.say(CLIENT, "/about")[-1]
    assert rows(whole, "SELECT count(*) FROM profiles WHERE body LIKE '%Coaching%'") == [(0,)]
    proposed(whole)
    assert "says of themself" not in last(whole, CLIENT)  # Noor has said nothing


def test_a_session_that_days_away_took_stays_cancelled(whole: Whole) -> None:
    """What did not take place because the old coach is away is not there again with the new one."""
    seconds(whole, 3600)
    whole.say(COACH, "/holiday 1 to 2 December")
    whole.tap(COACH, "Yes")
    seconds(whole, 300)
    proposed(whole)
    whole.tap(CLIENT, "Noor goes on; what I wrote stays mine")
    assert "1 Dec" not in whole.say(NOOR, "/sessions")[-1]
    assert "Tue 8 Dec" in last(whole, NOOR)
    assert not [one for one in whole.sim.texts(CLIENT) if "after all" in one]


def test_days_away_of_the_new_coach_are_told(whole: Whole) -> None:
    """A session on a day on which the new coach is away does not take place, and both read that."""
    seconds(whole, 1200)  # what was logged a moment ago is known to nobody yet
    whole.say(NOOR, "/holiday 1 to 2 December")
    whole.tap(NOOR, "Yes")
    proposed(whole)
    whole.tap(CLIENT, "Noor goes on; what I wrote stays mine")
    assert "Ada reads this in a minute." in last(whole, NOOR)
    seconds(whole, 120)
    assert last(whole, CLIENT) == (
        "Your session with Noor on Tue 1 Dec, 14:00 (Lisbon) is cancelled. "
        "Noor is away from Tue 1 Dec to Wed 2 Dec. The next session is on Tue 8 Dec, 14:00 (Lisbon)."
    )


def test_who_keeps_what_they_wrote_leaves_no_figure_of_it(whole: Whole) -> None:
    """Neither how many questions came before, nor what was marked or when it rested, reaches the new coach."""
    whole.say(CLIENT, "/rough_day")
    whole.say(CLIENT, "It was heavy")
    seconds(whole, 60)
    proposed(whole)
    whole.tap(CLIENT, "Noor goes on; what I wrote stays mine")
    said = " ".join(whole.say(NOOR, "/digest Ada"))
    assert "prompt" not in said and "1 of 1" not in said
    whole.until(datetime(2026, 11, 30, 9, 0, tzinfo=UTC))
    assert "heavy" not in " ".join(whole.sim.texts(NOOR))


def test_a_coach_reads_that_their_notes_went(whole: Whole) -> None:
    """What a coach noted for themself goes with the client, and that is said; nobody else reads it."""
    whole.say(COACH, "/note Ada she looked tired")
    proposed(whole)
    whole.tap(CLIENT, "Noor reads what I shared")
    assert last(whole).endswith("What you noted for yourself about them is erased with that.")
    assert "tired" not in " ".join(whole.say(NOOR, "/notes Ada") + whole.say(COACH, "/notes"))


@pytest.mark.parametrize("known", [True, False])
def test_who_had_blocked_the_bot_is_asked_when_they_are_back(whole: Whole, known: bool) -> None:
    """A coach leaves while a client has blocked the bot, known or not: back again, they are asked what becomes."""
    if known:
        whole.sim.block(CLIENT)
    else:
        whole.sim.core.state.chats[CLIENT].blocked = True
    seconds(whole, 5)
    whole.say(COACH, "/leave")
    whole.tap(COACH, whole.sim.buttons(COACH)[0])
    whole.tap(COACH, "Yes, I leave")
    seconds(whole, 30)
    whole.sim.unblock(CLIENT)
    seconds(whole, 5)
    whole.start(CLIENT, "")
    asked = [one for one in whole.sim.texts(CLIENT) if one.startswith("Dana is no coach here any more")]
    assert len(asked) == 1
    assert "Nobody goes on; I keep it for me" in {
        label for event in whole.sim.chat(CLIENT).events for row in event.buttons for label in row
    }


def test_nothing_is_taken_up_before_the_choice_after_a_coach_left(whole: Whole) -> None:
    """/start asks what becomes of things, once more, and resumes nothing: until then nothing comes by itself."""
    whole.say(COACH, "/leave")
    whole.tap(COACH, "Noor")
    whole.tap(COACH, "Yes, I leave")
    seconds(whole, 300)
    asked = last(whole, CLIENT)
    assert asked.startswith("Dana is no coach here any more")
    assert whole.say(CLIENT, "/start") == [asked]
    assert whole.tx(partial(people.client, client_id=CLIENT)).state == "paused"
    assert "You are with Noor now." in whole.tap(CLIENT, "Noor goes on; what I wrote stays mine")[-1]
    assert whole.tx(partial(people.client, client_id=CLIENT)).state == "active"


def left(whole: Whole) -> None:
    """Dana leaves, and names nobody."""
    whole.say(COACH, "/leave")
    whole.tap(COACH, "Nobody is named")
    whole.tap(COACH, "Yes, I leave")
    seconds(whole, 30)


NOBODY = "Nobody reads what you write now: Dana is no coach here any more."


@pytest.mark.parametrize(
    "words", ["/shared", "/sharing", "/change", "/change shorter, please", "/ourgoals", "/limits"]
)
def test_nothing_is_said_to_go_to_a_coach_who_left(whole: Whole, words: str) -> None:
    """Whoever asks who reads is told that nobody does; no word goes by itself, and no button sends it."""
    left(whole)
    said = " ".join(whole.say(CLIENT, words))
    assert NOBODY in said
    for false in ("goes by itself", "Dana reads", "Dana sees", "Dana can", "cannot be reached"):
        assert false not in said
    assert not {"Send it now", "Share with Dana"} & set(whole.sim.buttons(CLIENT))


def test_what_is_written_after_a_coach_left_is_said_to_go_to_nobody(whole: Whole) -> None:
    """A note, words for the coach, a stop and a pause: none is said to reach a coach who left."""
    left(whole)
    seconds(whole, 700)
    for words in ("a quiet day", "please tell Dana I cannot come", "/pause", "/stop", "yes", "/start"):
        said = " ".join(whole.say(CLIENT, words))
        seconds(whole, 700)
        assert "Dana reads" not in said and "Dana gets" not in said and "Dana sees" not in said
        if words[0] != "/" and words != "yes":
            assert NOBODY in said


@pytest.mark.parametrize("words", ["/about", "/help", "when is my next session?"])
def test_nobody_is_sent_to_a_coach_who_left(whole: Whole, words: str) -> None:
    """What this is and where help is name no way to a coach who left, nor what they know."""
    left(whole)
    said = " ".join(whole.say(CLIENT, words))
    assert "reach Dana" not in said and "Dana knows" not in said
    assert words[0] != "/" or NOBODY in said


def test_no_question_asks_in_the_name_of_a_coach_who_left(tmp_path: Path) -> None:
    """/now and a script's own command offer nothing that names a coach who left."""
    with timed_bot(tmp_path, scripts=("stuck", "spark")) as whole:
        whole.say(CLIENT, "/now")
        before = set(whole.sim.buttons(CLIENT))
        left(whole)
        seconds(whole, 700)
        whole.say(CLIENT, "/now")
        assert len(set(whole.sim.buttons(CLIENT))) == len(before) - 1
        said = " ".join(whole.say(CLIENT, "/stuck"))
        assert NOBODY in said and "Which one, if any?" in said


def test_a_notice_that_nobody_has_seen_goes_to_the_new_coach(whole: Whole) -> None:
    """Unconfirmed when the client goes on with another: that coach has it, and may confirm it."""
    whole.say(CLIENT, "I want to die")
    proposed(whole)
    whole.tap(CLIENT, "Noor reads what I shared")
    whole.until(whole.clock.now() + timedelta(hours=2, minutes=1))
    assert any("may need a person" in one for one in whole.sim.texts(NOOR))
    whole.tap(NOOR, "I have seen it")
    assert "Noor has seen the notice" in last(whole, CLIENT)


ENDS = "The talk that is open ends too; what you wrote is kept."


@pytest.mark.parametrize("leaves", [True, False])
def test_no_talk_goes_on_in_the_name_of_a_coach_who_is_not_theirs(whole: Whole, leaves: bool) -> None:
    """The open talk ends, which is said, when the coach leaves or another goes on; no question follows."""
    if not leaves:
        proposed(whole)
    whole.begin("week")
    whole.say(CLIENT, "it was long")
    before = len(whole.sim.texts(CLIENT))
    if leaves:
        whole.say(COACH, "/leave")
        whole.tap(COACH, "Nobody is named")
        whole.tap(COACH, "Yes, I leave")
    else:
        whole.tap(CLIENT, "Noor reads what I shared")
    seconds(whole, 1800)
    said = whole.sim.texts(CLIENT)[before:]
    assert ENDS in " ".join(said)
    assert not [one for one in said if "What else is there" in one]
    assert "it was long" in str([text.words for one in whole.responses() for text in one.texts])


def test_goals_of_the_coach_before_are_nobody_elses(whole: Whole) -> None:
    """Goals that the coach before wrote are said to be from that time, and wait for the new coach's yes."""
    whole.say(COACH, "/goals Ada")
    whole.say(COACH, "Calmer evenings – a walk before supper")
    whole.say(CLIENT, "/ourgoals")
    whole.tap(CLIENT, "Yes, these are mine")
    proposed(whole)
    whole.tap(CLIENT, "Noor reads what I shared")
    said = whole.say(NOOR, "/goals Ada")[-1]
    assert "Calmer evenings" in said and "by Noor" not in said
    assert "Version 1, from the time with the coach before; not agreed by both." in said
    assert "from the time with the coach before" in whole.say(CLIENT, "/ourgoals")[-1]
    assert "Goals: version 1 is from before you." in " ".join(whole.say(NOOR, "/digest Ada"))
    whole.say(NOOR, "/goals Ada")
    assert "agreed by both" in whole.tap(NOOR, "Yes, these are ours")[-1]
    assert "Version 1, agreed by both." in whole.say(CLIENT, "/ourgoals")[-1]


def notices(whole: Whole, chat: int) -> list[str]:
    return [one for one in whole.sim.texts(chat) if "may need a person" in one]


def left_to_noor(whole: Whole) -> None:
    whole.say(COACH, "/leave")
    whole.tap(COACH, "Noor")
    whole.tap(COACH, whole.sim.buttons(COACH)[0])
    seconds(whole, 5)


def test_a_notice_that_went_to_nobody_goes_to_the_new_coach_at_once(whole: Whole) -> None:
    """Dana had left when the card came: Noor is told as Ada chooses, and only then run two hours."""
    left_to_noor(whole)
    said = whole.say(CLIENT, "I can't go on, I want to die")
    assert any("nobody else is told" in one for one in said)
    seconds(whole, 4 * 3600)
    chosen = whole.tap(CLIENT, "Noor reads what I shared")[-1]
    assert "Noor is being told now, without your words, that a card about help was shown on" in chosen
    seconds(whole, 5)
    (notice,) = notices(whole, NOOR)
    assert notice.startswith("Ada wrote something that may need a person.")
    assert "before Ada was with you. No coach has confirmed that." in notice
    assert "that you are told" not in notice
    seconds(whole, 30)
    assert last(whole, CLIENT).startswith("The notice has reached Noor in Telegram.")
    seconds(whole, 3600)
    assert len(notices(whole, NOOR)) == 1
    assert not any("not confirmed the notice" in one for one in whole.sim.texts(CLIENT))
    seconds(whole, 3600)
    assert notices(whole, NOOR)[-1].startswith("Once more, since it is not confirmed: Ada wrote")
    assert any("Noor has not confirmed the notice in two hours" in one for one in whole.sim.texts(CLIENT))
    whole.tap(NOOR, "I have seen it")
    assert last(whole, CLIENT).startswith("Noor has seen the notice.")


def test_a_notice_that_was_not_confirmed_goes_along(whole: Whole) -> None:
    """Dana had it and said nothing: Noor has it, and Dana no more; nothing blames Dana."""
    whole.say(CLIENT, "I want to die")
    proposed(whole)
    whole.tap(CLIENT, "Noor goes on; what I wrote stays mine")
    seconds(whole, 60)
    assert len(notices(whole, NOOR)) == 1 and len(notices(whole, COACH)) == 1
    seconds(whole, 3 * 3600)
    assert len(notices(whole, COACH)) == 1 and len(notices(whole, NOOR)) == 2
    assert not any("Dana has not confirmed" in one for one in whole.sim.texts(CLIENT))


def test_a_notice_that_was_seen_stays_with_who_saw_it(whole: Whole) -> None:
    """Dana has seen it: nothing of it goes to Noor, and Ada reads of no notice."""
    whole.say(CLIENT, "I want to die")
    seconds(whole, 5)
    whole.tap(COACH, "I have seen it")
    proposed(whole)
    chosen = whole.tap(CLIENT, "Noor reads what I shared")[-1]
    assert "card about help" not in chosen
    seconds(whole, 3 * 3600)
    assert not notices(whole, NOOR)


def test_a_notice_sent_by_a_tap_goes_along_as_one(whole: Whole) -> None:
    """Ada let Dana know by a tap, and Dana said nothing: Noor reads that Ada chose it, and that it was before."""
    whole.say(CLIENT, "/alerts")
    whole.tap(CLIENT, "Ask me first")
    whole.say(CLIENT, "I want to die")
    whole.tap(CLIENT, "Let Dana know, without my words")
    proposed(whole)
    whole.tap(CLIENT, "Noor reads what I shared")
    seconds(whole, 5)
    (notice,) = notices(whole, NOOR)
    assert "before Ada was with you. Ada chose that their coach is told" in notice
    assert "list of phrases" not in notice
