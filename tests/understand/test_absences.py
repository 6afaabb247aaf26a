"""Pauses and absences as people say them, and what only sounds like one, in three languages."""

from datetime import date

import pytest

from bot.core.understand.absent import absence, ends_alone
from bot.core.understand.hours_wished import hours_wished
from bot.core.understand.spans import Days
from bot.core.understand.whereabouts import ends, named

MONDAY = date(2026, 11, 30)

AWAY = {
    "en": (
        "pause me for christmas",
        "pause till 7 january",
        "I'm away till the 7th",
        "I'm away until the 7th of January",
        "I'll be away next week",
        "i am on holiday until friday",
        "no questions until monday please",
        "pause the questions for two weeks",
        "give me a break until tuesday",
        "I'm travelling until sunday",
        "I won't be here next week",
        "out of office till 3 Jan",
        "don't ask me anything until monday",
        "pause over christmas",
        "I need a break from you for two weeks",
        "leave me alone until january",
        "skip next week",
        "not available until friday",
        "gone until sunday",
        "I'm off from monday to thursday",
        "on vacation from 20 dec to 3 jan",
        "can you pause until thursday?",
        "let's pause for a week",
        "pause everything for 10 days",
        "see you in january",
        "back on monday",
        "I'm back on monday",
        "could we take a break over the holidays?",
        "I'll be offline for three days",
        "quiet please until wednesday",
        "please pause me this week",
    ),
    "de": (
        "ich bin ab Montag weg",
        "pausier bis 7. Januar",
        "bin bis zum 7. weg",
        "Pause über Weihnachten",
        "ich bin nächste Woche im Urlaub",
        "bin im Urlaub bis Freitag",
        "keine Fragen bis Montag",
        "zwei Wochen Pause bitte",
        "ich brauche eine Pause bis Januar",
        "frag mich bis Montag nicht",
        "nächste Woche bin ich nicht da",
        "ich bin vom 20. bis 27. Dezember verreist",
        "kannst du bis Donnerstag pausieren?",
        "lass uns eine Woche Pause machen",
        "mach Pause bis Dienstag",
        "ab Montag bin ich weg",
        "ich bin ab morgen für zwei Wochen weg",
        "bin erst Montag wieder da",
        "ich bin bis Freitag unterwegs",
        "bis Freitag nicht erreichbar",
        "lass mich bis Januar in Ruhe",
        "über die Feiertage Pause",
        "Urlaub bis 3.1.",
    ),
    "ar": (
        "استراحة حتى 7 يناير",
        "أنا مسافر حتى الأحد",
        "أنا في إجازة الأسبوع القادم",
        "سأكون غائبا حتى الجمعة",
        "لا أسئلة حتى الاثنين",
        "أوقف الأسئلة لمدة أسبوعين",
        "أريد استراحة لمدة أسبوع",
        "لن أكون هنا الأسبوع القادم",
        "إجازة من الاثنين إلى الخميس",
    ),
}
TOLD = {
    "en": (
        "I'm away from my family until friday",
        "I took a break for two weeks",
        "I felt gone this week",
        "my boss is away until monday",
        "my boss is on holiday next week",
        "holidays were hard",
        "I was off last week",
        "no time this week",
        "I can't answer my boss until friday",
        "it was quiet this week",
        "I need a break",
        "I will be alone over christmas",
        "see you",
        "I'll be back",
        "back pain until friday",
        "I skip lunch next week",
        "I want to be left alone",
        "travelling next week scares me",
        "he is gone",
        "I'm afraid of next week",
        "I am back at work on monday",
        "the pain is gone today",
        "quiet today",
        "not here today",
        "christmas is hard",
        "gone today",
    ),
    "de": (
        "mein Chef ist bis Montag weg",
        "ich war zwei Wochen weg",
        "Weihnachten macht mir Angst",
        "es war ruhig diese Woche",
        "ich will weg",
        "die Angst ist weg",
        "nächste Woche ist die Reise",
        "ich bin ab Montag wieder arbeiten",
        "ich muss Montag wieder zurück",
        "keine Zeit diese Woche",
        "heute weg",
    ),
    "ar": (
        "كان هذا الأسبوع صعبا",
        "زوجي مسافر حتى الأحد",
    ),
}


@pytest.mark.parametrize(("words", "language"), [(one, code) for code, said in AWAY.items() for one in said])
def test_an_absence_with_its_days_is_read(words: str, language: str) -> None:
    """With days that lie ahead."""
    assert absence(words, MONDAY, language).options


@pytest.mark.parametrize(("words", "language"), [(one, code) for code, said in TOLD.items() for one in said])
def test_what_tells_of_a_life_is_no_absence(words: str, language: str) -> None:
    """Of others, of before, of a feeling."""
    assert not absence(words, MONDAY, language)


def test_the_days_are_those_that_are_said() -> None:
    """Up to the day before somebody is back, over a feast, until a month."""
    assert absence("back on monday", MONDAY, "en").only == Days(MONDAY, date(2026, 12, 6))
    assert absence("bin erst am 10. wieder da", MONDAY, "de").only == Days(MONDAY, date(2026, 12, 9))
    christmas = absence("pause me for christmas", MONDAY, "en").options
    assert [(one.first.day, one.last.day) for one in christmas] == [(24, 26), (24, 31)]
    until = absence("leave me alone until january", MONDAY, "en").options
    assert [one.last for one in until] == [date(2026, 12, 31), date(2027, 1, 31)]


def test_an_end_alone_is_one_only_by_itself() -> None:
    """It has the word "until", and nothing but a day."""
    assert ends_alone("till 7 january", MONDAY, "en").only == Days(MONDAY, date(2027, 1, 7))
    assert not ends_alone("until I fall asleep", MONDAY, "en")
    assert not ends_alone("friday", MONDAY, "en")


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("change my time to 21:30", "21:30"),
        ("can you ask me at 8pm instead?", "8pm"),
        ("ask me on tuesdays and thursdays at 8pm", "tuesdays and thursdays at 8pm"),
        ("I'd prefer mondays", "mondays"),
        ("8pm would be better", "8pm"),
        ("stell die Zeit auf 21:30", "21:30"),
        ("frag mich lieber um 8 Uhr", "8 uhr"),
        ("kannst du die Fragen auf 20 Uhr verschieben?", "20 uhr"),
        ("غير الوقت إلى 21:30", "21:30"),
        ("I go to bed at 9", ""),
        ("um 8 Uhr war ich wach", ""),
    ],
)
def test_hours_that_are_wished_for(words: str, hours: str) -> None:
    """What stands behind the wish is read as days and hours afterwards."""
    assert hours_wished(words) == hours


def test_one_question_is_put_off_and_no_hours_are_wished() -> None:
    """While one is open, "ask me at eight" is about that one."""
    assert hours_wished("ask me at 8pm", open_now=True) == ""
    assert hours_wished("ask me at 8pm from now on", open_now=True) == "8pm"


def test_a_place_with_an_end_is_the_place() -> None:
    """The end stands behind it, or before it in German."""
    assert named("I'm in Tokyo until sunday") == "Tokyo"
    assert named("ich bin bis Freitag in Wien") == "Wien"
    assert ends("Tokyo until the 7th")
    assert not ends("Lisbon")


PLACES = {"rome", "roma", "spain", "spanien", "peru", "روما", "cairo", "hamburg"}
"""What counts as a place in these tests."""

ELSEWHERE = (
    ("away till friday in rome", "en", 4),
    ("in rome until friday", "en", 4),
    ("im in spain for two weeks", "en", 13),
    ("i want to stop for two weeks because i travel to cairo", "en", 13),
    ("bin zwei wochen in spanien", "de", 13),
    ("bin bis freitag in hamburg", "de", 4),
    ("ich fliege für drei wochen nach peru", "de", 20),
    ("me voy dos semanas", "es", 13),
    ("estaré en roma hasta el viernes", "es", 4),
    ("estoy fuera hasta el viernes", "es", 4),
    ("انا في روما لين الجمعة", "ar", 4),
    ("ابغى اوقف اسبوعين لاني مسافر القاهرة", "ar", 13),
    ("ابغى راحة لين الاحد", "ar", 6),
)


@pytest.mark.parametrize(("words", "language", "days"), ELSEWHERE)
def test_who_is_elsewhere_for_days_is_away(words: str, language: str, days: int) -> None:
    """With the place or without it, with a reason behind it, in every tongue and dialect."""
    found = absence(words, MONDAY, language, PLACES.__contains__).options
    assert (found[0].last - found[0].first).days == days


@pytest.mark.parametrize(
    ("words", "language"),
    [
        *(("i was in rome for two weeks", "en"), ("we fly to rome on friday", "en")),
        *(("im in a good mood until friday", "en"), ("in two weeks i am in rome", "en")),
        *(("wir waren zwei wochen in spanien", "de"), ("estoy fuera de mi", "es")),
        *(("estuve dos semanas en roma", "es"), ("كنت في روما اسبوعين", "ar")),
    ],
)
def test_a_journey_that_is_told_is_no_absence(words: str, language: str) -> None:
    """Of before, of one day, or of a mood."""
    assert not absence(words, MONDAY, language, PLACES.__contains__)
