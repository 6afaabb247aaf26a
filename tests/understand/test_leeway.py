"""Days in letters, about an hour, and an hour left open: four languages."""

from datetime import date

import pytest

from bot.core.understand import dates, times
from bot.core.understand.leeway import leeway, spelled
from bot.core.understand.weekdays import Part, week

SUNDAY = date(2026, 11, 29)
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

# fmt: off
LETTERS = {
    "en": {
        "mon wed fri": "mwf MWF M/W/F m,w,f m-w-f M.W.F mowefr mon-wed-fri",
        "mon tue wed thu fri": "m-f M-F M–F MTWTF mtwthf MTWRF",
        "tue thu": "tth TTh t/th tuth TR",
        "mon wed": "MW M&W",
        "sat sun": "s/s SaSu",
        "tue fri | thu fri": "T/F",
    },
    "de": {
        "mon wed fri": "momifr MoMiFr mo-mi-fr M/M/F",
        "mon tue wed thu fri": "MDMDF modimidofr",
        "tue thu": "dido DiDo",
        "tue fri | thu fri": "D/F",
    },
    "es": {
        "mon wed fri": "LXV L/X/V l-x-v",
        "mon wed fri | mon tue fri": "LMV L-M-V",
        "mon tue wed thu fri": "L-V",
    },
}
WORDS = {"en": "us we must time the month months thu mon sat sun tr so", "de": "so do im mir modern frei fr mo",
         "es": "mas mis si no dia sol mil dos vida lun mar dom"}
WEEKS = {
    "en": {
        "m w f": "mon wed fri",
        "mwf eightish": "mon wed fri 08:00 | mon wed fri 20:00",
        "MWF at 7pm": "mon wed fri 19:00",
        "start of the week": "mon | mon tue | mon tue wed",
        "beginning of the week": "mon | mon tue | mon tue wed",
        "early in the week at 19:00": "mon 19:00 | mon tue 19:00 | mon tue wed 19:00",
        "midweek": "wed | tue wed thu",
        "middle of the week": "wed | tue wed thu",
        "end of the week": "fri | thu fri | sat sun",
        "late in the week": "fri | thu fri | sat sun",
        "weeknights": "mon tue wed thu fri 19:00",
        "work days": "mon tue wed thu fri",
        "after work": "18:00",
        "eightish": "08:00 | 20:00",
        "eight-ish": "08:00 | 20:00",
        "8 or so": "08:00 | 20:00",
        "half seven-ish": "07:30 | 19:30",
        "around eight": "08:00 | 20:00",
        "seven-ish on mondays": "mon 07:00 | mon 19:00",
    },
    "de": {
        "Anfang der Woche": "mon | mon tue | mon tue wed",
        "zu Beginn der Woche": "mon | mon tue | mon tue wed",
        "Wochenanfang": "mon | mon tue | mon tue wed",
        "Wochenmitte": "wed | tue wed thu",
        "Mitte der Woche": "wed | tue wed thu",
        "Ende der Woche": "fri | thu fri | sat sun",
        "Arbeitstage": "mon tue wed thu fri",
        "um acht rum": "08:00 | 20:00",
        "um acht oder so": "08:00 | 20:00",
        "achtish": "08:00 | 20:00",
        "nach der Arbeit": "18:00",
        "Feierabend": "18:00",
    },
    "es": {
        "a principios de semana": "mon | mon tue | mon tue wed",
        "al final de la semana": "fri | thu fri | sat sun",
        "a mitad de semana": "wed | tue wed thu",
        "días laborables": "mon tue wed thu fri",
        "LXV a las 19": "mon wed fri 19:00",
        "a las ocho más o menos": "08:00 | 20:00",
        "a las ocho o así": "08:00 | 20:00",
        "después del trabajo": "18:00",
    },
    "ar": {
        "بداية الأسبوع": "sun | mon sun | mon | mon tue",
        "أول الأسبوع": "sun | mon sun | mon | mon tue",
        "منتصف الأسبوع": "tue | wed | tue wed",
        "آخر الأسبوع": "thu | wed thu | fri | thu fri",
        "حوالي الثامنة": "08:00 | 20:00",
        "الثامنة أو نحو ذلك": "08:00 | 20:00",
        "بعد العمل": "18:00",
    },
}
ANY = ("whenever", "any time", "Anytime!", "I don't mind", "up to you", "doesn't matter", "always", "flexible",
       "egal wann", "Jederzeit", "mir egal", "wann du willst", "irgendwann", "immer", "spielt keine Rolle",
       "cuando sea", "Cuando quieras.", "a cualquier hora", "me da igual", "no importa cuándo", "siempre",
       "في أي وقت", "أي وقت", "متى شئت", "لا يهم", "دائما")
UNKNOWN = ("when I wake up", "When I wake up.", "after waking up", "when the kids are asleep", "on my way home",
           "late", "at sunset", "it depends", "wenn ich aufwache", "nach dem Aufwachen",
           "wenn die Kinder schlafen", "spät",
           "cuando me despierte", "al levantarme", "depende", "de camino a casa", "cuando duermen los niños",
           "auf dem Heimweg", "kommt drauf an", "عندما أستيقظ", "بعد الاستيقاظ", "قبل أن أنام", "عند الغروب")
DATES = {
    "en": {"start of the week": "2026-11-30", "start of next week": "2026-11-30", "midweek": "2026-12-02",
           "beginning of December": "2026-12-01", "start of the month": "2026-12-01",
           "start of next year": "2027-01-01",
           "end of the week": "2026-11-29", "start of the year": "2027-01-01"},
    "de": {"Anfang der Woche": "2026-11-30",
           "Anfang nächster Woche": "2026-11-30", "Anfang Dezember": "2026-12-01",
           "Wochenmitte": "2026-12-02"},
    "es": {"principio de semana": "2026-11-30", "a principios de diciembre": "2026-12-01",
           "a principios de la próxima semana": "2026-11-30"},
    "ar": {"بداية ديسمبر": "2026-12-01"},
}
# fmt: on


def _part(part: Part) -> str:
    return " ".join([*(DAYS[day] for day in part.days), *(f"{at:%H:%M}" for at in part.times)])


def _said(words: str, language: str) -> str:
    """What of a week the words mean."""
    each = [
        "; ".join(
            " ".join([*(DAYS[day] for day in part.days), *(f"{at:%H:%M}" for at in part.times)])
            for part in one
        )
        for one in week(words, language).options
    ]
    return " | ".join(each)


@pytest.mark.parametrize(
    ("language", "words", "meant"),
    [
        (each, one, meant)
        for each, rows in LETTERS.items()
        for meant, words in rows.items()
        for one in words.split()
    ],
)
def test_days_in_letters_are_days(language: str, words: str, meant: str) -> None:
    """Days by their letters are days, in the order of the week; where a letter is two days, both are read."""
    assert _said(words, language) == meant


@pytest.mark.parametrize(
    ("language", "word"), [(one, word) for one, words in WORDS.items() for word in words.split()]
)
def test_a_word_is_no_letters(language: str, word: str) -> None:
    """A word, or a day that is written out, stays as it stands."""
    assert spelled(word, language) == (word,)


@pytest.mark.parametrize(
    ("language", "words", "meant"), [(each, *row) for each, rows in WEEKS.items() for row in rows.items()]
)
def test_loose_days_and_hours_are_a_choice(language: str, words: str, meant: str) -> None:
    """About an hour is that hour, the start of the week one, two or three days: each is offered."""
    assert _said(words, language) == meant


@pytest.mark.parametrize("words", ANY)
def test_any_hour_is_left_open(words: str) -> None:
    """Words that leave the hour to the bot name none."""
    assert (left := leeway(words)) is not None and left.every and not left.days


@pytest.mark.parametrize("words", UNKNOWN)
def test_an_hour_of_no_clock_is_left_open(words: str) -> None:
    """An hour that only its writer knows is none of a clock."""
    assert (left := leeway(words)) is not None and not left.every and not left.days


def test_days_stand_beside_an_open_hour() -> None:
    """The words for days are what is left, before or behind; other words leave nothing open."""
    assert (left := leeway("weekdays, whenever")) is not None and left.days == "weekdays"
    assert (left := leeway("wenn ich aufwache Mo und Mi")) is not None and left.days == "mo und mi"
    assert leeway("mon at 19:00") is None
    assert leeway("") is None


@pytest.mark.parametrize(
    ("language", "words", "meant"), [(each, *row) for each, rows in DATES.items() for row in rows.items()]
)
def test_the_start_and_middle_of_a_stretch_are_dates(language: str, words: str, meant: str) -> None:
    """The start of a week, a month and a year is their first day, the middle of a week its Wednesday."""
    assert str(dates.when(words, SUNDAY, language).options[0]) == meant


def test_about_an_hour_is_that_hour_of_a_clock() -> None:
    """ "3pmish" is said of a coaching session too."""
    assert [f"{at:%H:%M}" for at in times.clock("3pm-ish", "en").options] == ["15:00"]
