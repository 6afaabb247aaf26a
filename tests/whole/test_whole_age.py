"""Interlude is for people of 18 and over: what is asked, and what becomes of who is younger."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from small import small_bot
from whole import CLIENT, COACH, Whole

from bot.store import people

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
CHILD = 3100


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach and a client who shares, and no question open."""
    with small_bot(tmp_path, start=MONDAY) as made:
        yield made


def asked(whole: Whole) -> list[str]:
    """Somebody opened a link and agreed: what they read."""
    whole.say(COACH, "/invite")
    whole.person("Bo", CHILD)
    whole.start(CHILD, whole.link(COACH))
    return whole.tap(CHILD, "Yes, private until I share")


def left_of(whole: Whole, chat: int) -> list[str]:
    """The tables in which something of a person is."""
    sql = (
        "SELECT 'clients' FROM clients WHERE id = :id UNION SELECT 'consents' FROM consents WHERE client_id = :id "
        "UNION SELECT 'dialogues' FROM dialogues WHERE chat_id = :id UNION SELECT 'invites' FROM invites "
        "WHERE used_by = :id UNION SELECT 'responses' FROM responses WHERE client_id = :id "
        "UNION SELECT 'pauses' FROM pauses WHERE client_id = :id ORDER BY 1"
    )
    return [row[0] for row in whole.tx(lambda tx: tx.db.execute(sql, {"id": chat}).fetchall())]


def test_five_taps_join_and_the_sixth_has_questions(whole: Whole) -> None:
    """Agreement, year, name, place, days with their hour: five taps and no word, and a sixth offers questions."""
    asked(whole)
    assert whole.sim.buttons(CHILD) == ["2007 or before", "2008", "2009 or later", "Go on later"]
    whole.tap(CHILD, "2007 or before")
    whole.tap(CHILD, "No name")
    whole.tap(CHILD, whole.sim.buttons(CHILD)[0])  # where the coach is
    assert "Mon, Wed and Fri at 19:00" in whole.tap(CHILD, "Mon, Wed, Fri at 19:00")[-1]
    assert "Which one, if any?" in whole.tap(CHILD, "A question now")[-1]


@pytest.mark.parametrize("way", ["2009 or later", "2012", "I'm 15", "15", "fifteen"])
def test_who_is_younger_is_sent_on_kindly_and_nothing_is_kept(whole: Whole, way: str) -> None:
    """A year, an age or a tap below 18 ends it: lines for the young, no row, and the coach reads that it ended."""
    asked(whole)
    said = whole.tap(CHILD, way) if way in whole.sim.buttons(CHILD) else whole.say(CHILD, way)
    assert "for people of 18 and over, so it ends here" in said[-1]
    assert left_of(whole, CHILD) == []
    assert "says they are under 18" in whole.sim.texts(COACH)[-1]
    assert "116 111" in whole.tap(CHILD, "Germany")[-1]
    assert "0800 1111" in whole.tap(CHILD, "United Kingdom")[-1]
    assert left_of(whole, CHILD) == []
    assert whole.start(CHILD, whole.link(COACH)) == [
        "This link is not known here. Whoever gave it to you can make a new one."
    ]


def test_whose_birthday_may_still_come_is_asked(whole: Whole) -> None:
    """Of the year that turns 18 it is asked whether they are; a no ends it, a yes goes on."""
    asked(whole)
    assert whole.say(CHILD, "2008") == ["Are you 18 already?"]
    assert "called" in whole.say(CHILD, "yes")[-1]
    assert "so it ends here" in whole.say(CHILD, "I'm 16")[-1]
    assert left_of(whole, CHILD) == []


def test_before_the_year_is_said_nothing_is_agreed(whole: Whole) -> None:
    """The yes to the agreement counts only with the year; what is written before is kept nowhere."""
    asked(whole)
    assert "born" in whole.say(CHILD, "why do you ask such a thing")[-1]
    assert left_of(whole, CHILD) == ["clients", "dialogues", "invites"]
    whole.say(CHILD, "1985")
    given = whole.tx(
        lambda tx: [
            tuple(row) for row in tx.db.execute("SELECT purpose, given FROM consents WHERE client_id = 3100")
        ]
    )
    assert given == [("adult", 1), ("store", 1), ("share", 0), ("alert", 1)]


def test_a_client_who_says_so_later_is_asked_and_nothing_comes_meanwhile(whole: Whole) -> None:
    """ "I am 15" asks; until it is said, nothing comes by itself, and /start asks again."""
    assert "Interlude is for people of 18 and over" in whole.say(CLIENT, "I'm 15")[-1]
    before = len(whole.sim.texts(CLIENT))
    whole.until(whole.clock.now() + timedelta(days=14))
    assert len(whole.sim.texts(CLIENT)) == before
    assert "Interlude is for people of 18 and over" in whole.say(CLIENT, "/start")[-1]
    whole.tap(CLIENT, "I am 18 or over")
    assert whole.tx(lambda tx: people.client(tx, CLIENT)).state == "active"
    assert [one.texts[0].words for one in whole.responses()] == ["I'm 15"]


def test_a_year_typed_in_doubt_erases_nothing(whole: Whole) -> None:
    """ "2012" may be a slip: it is asked again; only the tap that says so erases."""
    whole.say(CLIENT, "something of mine")
    whole.say(CLIENT, "I'm 15")
    assert "Interlude is for people of 18 and over" in whole.say(CLIENT, "2012")[-1]
    assert "something of mine" in [one.texts[0].words for one in whole.responses()]
    assert "it goes on as it was" in whole.say(CLIENT, "1990")[-1]


def test_their_own_pause_outlives_the_doubt(whole: Whole) -> None:
    """Who had paused before they were asked their age is paused after it; a doubt lifts what it began, no more."""
    whole.say(CLIENT, "/pause")
    whole.tap(CLIENT, "Until I come back")
    whole.pause(3600)
    whole.say(CLIENT, "I'm 15")
    whole.tap(CLIENT, "I am 18 or over")
    assert whole.tx(lambda tx: people.client(tx, CLIENT)).state == "paused"


def test_no_end_of_a_pause_lifts_the_doubt(whole: Whole) -> None:
    """A pause with an end is over, and still nothing comes by itself until they have said how old they are."""
    whole.say(CLIENT, "/pause")
    whole.tap(CLIENT, "One week")
    whole.say(CLIENT, "I'm 15")
    before = len(whole.sim.texts(CLIENT))
    whole.until(whole.clock.now() + timedelta(days=14))
    assert len(whole.sim.texts(CLIENT)) == before
    assert whole.tx(lambda tx: people.client(tx, CLIENT)).state == "paused"


def test_a_client_who_is_under_age_goes_and_all_is_erased(whole: Whole) -> None:
    """The second answer erases everything; the lines are those of the client's own country."""
    whole.say(CLIENT, "something of mine")
    whole.say(CLIENT, "ich bin 16")
    said = whole.tap(CLIENT, "I am under 18: erase it")
    assert "so it ends here" in said[-1]
    assert left_of(whole, CLIENT) == []
    assert "so it ended and is erased here" in whole.sim.texts(COACH)[-1]


def test_a_stranger_under_age_reads_who_is_there_for_them(whole: Whole) -> None:
    """Whoever has no link and says it reads the same, and nothing is kept."""
    whole.person("Kit", 3200)
    assert "people whom the young can call" in whole.say(3200, "I'm 13")[-1]
    assert "116 111" in whole.tap(3200, "Germany")[-1]


@pytest.mark.parametrize("words", ["i was joking, i'm 34", "sorry, a typo", "/start"])
def test_who_was_joking_about_their_age_reads_how_to_come_back(whole: Whole, words: str) -> None:
    """What ended by a slip needs a new link: whatever they say next reads so, and nothing of it is kept."""
    asked(whole)
    whole.say(CHILD, "i'm 15")
    back = (
        "It ended here, and nothing you write is kept. If you are 18 or over, you can ask the coach for a "
        "new link."
    )
    assert whole.say(CHILD, words) == [back]
    assert "so it ends here" in whole.say(CHILD, "i'm 15")[-1]
    whole.tap(CHILD, "Germany")
    assert whole.say(CHILD, words) == [back]
    assert left_of(whole, CHILD) == []
    whole.say(COACH, "/invite")
    assert "Would you like to begin?" in whole.start(CHILD, whole.link(COACH))[-1]


def test_a_stranger_under_age_had_no_link_to_renew(whole: Whole) -> None:
    """Whoever never had a link and says next that it was a joke reads what this is."""
    whole.person("Kit", 3200)
    whole.say(3200, "I'm 13")
    assert "opens with a link that a coach gives" in whole.say(3200, "i was joking, i'm 34")[-1]
