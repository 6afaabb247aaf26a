"""Days, hours, pauses and names as people write them: each is shown back as it was understood, or refused."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from small import kept, me
from whole import CLIENT, Whole, private, whole_bot

from bot.core.talk.exchange import name_in
from bot.store import people

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach and a client who shares nothing."""
    with whole_bot(tmp_path, start=MONDAY, practice=private) as made:
        yield made


def speaks(whole: Whole, language: str) -> None:
    whole.tx(lambda tx: people.change_client(tx, CLIENT, language=language))


# ---- days and hours ----------------------------------------------------------------------------

WEEKS = (
    ("en", "weekends only", ["Sat and Sun"]),
    ("en", "every second day", ["Mon, Wed and Fri", "Tue, Thu and Sat", "Mon, Wed, Fri and Sun"]),
    ("en", "every other day after work", ["at 18:00", "at 18:00", "at 18:00"]),
    ("en", "mornings", ["Mon, Wed and Fri at 09:00"]),
    ("en", "in the evenings", ["at 19:00"]),
    ("en", "after work", ["at 18:00"]),
    ("en", "at noon", ["at 12:00"]),
    ("en", "around half past six", ["at 18:30"]),
    ("en", "not before nine", ["at 09:00"]),
    ("en", "every day at 7", ["at 19:00"]),
    ("de", "jeden zweiten Tag", ["Mo, Mi und Fr", "Di, Do und Sa", "Mo, Mi, Fr und So"]),
    ("de", "nur am Wochenende", ["Sa und So"]),
    ("de", "jeden Tag um 7", ["19:00"]),
    ("de", "nicht vor neun", ["09:00"]),
    ("de", "nach der Arbeit", ["18:00"]),
    ("de", "so um halb sieben herum", ["18:30"]),
    ("de", "unter der Woche abends", ["19:00"]),
    ("ar", "كل يومين", ["", "", ""]),
    ("ar", "ليس قبل التاسعة", ["09:00"]),
    ("ar", "بعد العمل", ["18:00"]),
    ("ar", "حوالي السادسة والنصف", ["18:30"]),
    ("ar", "كل يوم الساعة 7", ["19:00"]),
)


@pytest.mark.parametrize(("language", "words", "meant"), WEEKS)
def test_days_and_hours_as_people_write_them_are_shown_back(
    whole: Whole, language: str, words: str, meant: list[str]
) -> None:
    """Nothing is set before a yes; several meanings are buttons, and so is the way to change it."""
    speaks(whole, language)
    before = me(whole).rhythm
    whole.say(CLIENT, "/days")
    said = whole.say(CLIENT, words)[-1]
    offered = whole.sim.buttons(CLIENT)[: len(meant)] if len(meant) > 1 else [said]
    assert all(one in shown for one, shown in zip(meant, offered, strict=True)), offered
    assert me(whole).rhythm == before
    whole.sim.tap(CLIENT, whole.sim.buttons(CLIENT)[0])
    whole.pause()
    assert kept(whole) == []


def test_an_hour_that_is_left_out_is_said(whole: Whole) -> None:
    """Seven may be in the morning or in the evening; where one is quiet, that is said beside the other."""
    whole.say(CLIENT, "/days")
    said = whole.say(CLIENT, "every day at 7")[-1]
    assert said.startswith("07:00 lies in your quiet hours, which /quiet changes.")
    assert "at 19:00. Is that right?" in said
    assert whole.sim.buttons(CLIENT)[:2] == ["Yes", "Change it"]


def test_an_hour_with_its_minutes_that_may_be_two_is_asked_too(whole: Whole) -> None:
    """6:30 may be in the evening: it is shown back, not set."""
    whole.say(CLIENT, "/days")
    whole.tap(CLIENT, "Tue, Thu")
    said = whole.say(CLIENT, "6:30")[-1]
    assert "Understood: Tue and Thu at 18:30. Is that right?" in said
    assert "mon,wed,fri" in me(whole).rhythm["rhythm"]


@pytest.mark.parametrize(
    ("words", "hours"),
    [("not before nine", "21:00-09:00"), ("until 9 am", "21:00-09:00"), ("not after 10 pm", "22:00-08:00")],
)
def test_one_end_of_the_quiet_hours_is_enough(whole: Whole, words: str, hours: str) -> None:
    """The other end stays as it is, and both are shown back."""
    whole.say(CLIENT, "/quiet")
    assert hours in whole.say(CLIENT, words)[-1] + " ".join(whole.sim.buttons(CLIENT))


@pytest.mark.parametrize(
    ("language", "words", "often"),
    [
        ("en", "twice a week", 2),
        ("en", "every day", 7),
        ("en", "once a week", 1),
        ("de", "dreimal pro Woche", 3),
        ("de", "zweimal die Woche", 2),
        ("ar", "مرتين في الأسبوع", 2),
        ("ar", "ثلاث مرات", 3),
    ],
)
def test_how_often_can_be_said_in_words(whole: Whole, language: str, words: str, often: int) -> None:
    """How often, in words, is shown back and counts after a yes."""
    speaks(whole, language)
    whole.say(CLIENT, "/more")
    whole.say(CLIENT, words)
    assert me(whole).rhythm.get("weekly") is None
    whole.sim.tap(CLIENT, whole.sim.buttons(CLIENT)[0])
    whole.pause()
    assert me(whole).rhythm["weekly"] == often


def test_how_often_can_be_changed_before_the_yes(whole: Whole) -> None:
    """*Change it* asks once more how often."""
    whole.say(CLIENT, "/more")
    whole.say(CLIENT, "twice a week")
    assert "How many times a week" in whole.tap(CLIENT, "Change it")[-1]


# ---- places and pauses -------------------------------------------------------------------------


def test_an_hour_in_words_is_no_place(whole: Whole) -> None:
    """Asked for the place, "around half past six" is no town and no clock that was read off."""
    whole.until(datetime(2026, 11, 23, 12, 0, tzinfo=UTC))  # it is half past six in the evening in Yangon
    whole.say(CLIENT, "/place")
    said = " ".join(whole.say(CLIENT, "around half past six"))
    assert "Yangon" not in said + " ".join(whole.sim.buttons(CLIENT))
    assert "Still open: Your place." in said


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "until yesterday"), ("en", "until last Friday"), ("de", "bis gestern"), ("ar", "حتى أمس")],
)
def test_a_pause_until_a_day_that_is_over_is_refused(whole: Whole, language: str, words: str) -> None:
    """It is said that the day is over; nothing begins, and the words are no note."""
    speaks(whole, language)
    whole.say(CLIENT, "/pause")
    said = whole.say(CLIENT, words)[-1]
    assert {"en": "over already", "de": "schon vorbei", "ar": "انتهى"}[language] in said
    assert (me(whole).state, kept(whole)) == ("active", [])
    assert {"en": "over already", "de": "schon vorbei", "ar": "انتهى"}[language] in whole.say(
        CLIENT, f"/pause {words}"
    )[-1]


PAUSES = (
    ("en", "pause until 12 December", "12"),
    ("en", "I need a break for two weeks", "6"),
    ("de", "bis 5. Januar Pause", "5"),
    ("de", "Pause bis 5. Januar", "5"),
    ("de", "zwei Wochen Pause", "6"),
    ("ar", "استراحة حتى 5 يناير", "5"),
)


@pytest.mark.parametrize(("language", "words", "day"), PAUSES)
def test_a_pause_said_in_words_is_shown_back(whole: Whole, language: str, words: str, day: str) -> None:
    """A pause with its days, as a whole message, is shown back; after a yes it is one, and no note."""
    speaks(whole, language)
    assert day in whole.say(CLIENT, words)[-1]
    assert me(whole).state == "active"
    whole.sim.tap(CLIENT, whole.sim.buttons(CLIENT)[0])
    whole.pause()
    assert (me(whole).state, kept(whole)) == ("paused", [])


def test_words_that_were_no_pause_are_kept(whole: Whole) -> None:
    """Who says that no pause was meant has written what they wrote."""
    whole.say(CLIENT, "a break for two weeks")
    whole.tap(CLIENT, "It was not meant as a pause")
    assert (me(whole).state, kept(whole)) == ("active", ["a break for two weeks"])


# ---- names, erasing ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        *("Anni", "call me Anni", "call me Anni please", "you can call me Anni", "I'm Anni!", "It's Anni"),
        *(
            "nenn mich Anni",
            "Nenne mich bitte Anni",
            "du kannst mich Anni nennen",
            "ich bin die Anni",
            "Anni bitte",
        ),
    ],
)
def test_a_name_in_a_sentence_is_the_name(words: str) -> None:
    """Of a sentence that says a name the name is taken; it is shown back before it counts."""
    assert name_in(words) == "Anni"


@pytest.mark.parametrize("words", ["I'm gutted", "I'm sleepless again", "Ich bin gerädert"])
def test_what_somebody_is_just_now_is_no_name(words: str) -> None:
    """Behind "I am" a word in small letters is how somebody is, whether or not it is in a list."""
    assert name_in(words) is None


@pytest.mark.parametrize("words", ["اسمي آني", "نادني آني", "يمكنك مناداتي آني", "آني"])
def test_a_name_in_an_arabic_sentence_is_the_name(words: str) -> None:
    """The same in Arabic."""
    assert name_in(words) == "آني"


@pytest.mark.parametrize(("language", "words"), [("en", "No name"), ("de", "Kein Name"), ("en", "no")])
def test_no_name_can_be_typed(whole: Whole, language: str, words: str) -> None:
    """What the button says can be typed, and is not taken for a name."""
    speaks(whole, language)
    whole.say(CLIENT, "/name")
    whole.say(CLIENT, words)
    assert me(whole).name == ""


@pytest.mark.parametrize(
    ("language", "words"), [("en", "delete everything"), ("de", "lösche alles"), ("ar", "احذف كل شيء")]
)
def test_erasing_can_be_said_in_words_and_asks(whole: Whole, language: str, words: str) -> None:
    """It is read as /erase, which asks before anything is erased; the words are kept nowhere."""
    whole.say(CLIENT, "something of mine")
    speaks(whole, language)
    said = whole.say(CLIENT, words)
    assert any("/erase" in one for one in said)
    assert kept(whole) == ["something of mine"]
    whole.sim.tap(CLIENT, whole.sim.buttons(CLIENT)[0])
    whole.pause()
    assert whole.tx(lambda tx: people.client(tx, CLIENT)) is None
