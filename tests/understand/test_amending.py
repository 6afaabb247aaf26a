"""Words that correct what was shown back: what is right, what was wrong, and what changes by it."""

from datetime import date, datetime

import pytest

from bot.core.understand import session_line, spans
from bot.core.understand.amending import amended
from bot.core.understand.session_line import Meeting
from bot.core.understand.spans import Days

SATURDAY = datetime.fromisoformat("2026-11-21 13:00")
WAS = session_line.meeting("tue 3pm weekly on zoom until 31 january", SATURDAY, "en").options[0]


@pytest.mark.parametrize(
    ("words", "new", "old"),
    [
        ("no, wednesday", "wednesday", ""),
        ("at 4 not 3", "at 4", "3"),
        ("with Ben, not Ada", "with ben", "ada"),
        ("not tuesday, wednesday", "wednesday", "tuesday"),
        ("not Ada but Jonas", "jonas", "ada"),
        ("change tuesday to wednesday", "wednesday", "tuesday"),
        ("4 instead of 3", "4", "3"),
        ("no no, thursday please", "thursday", ""),
        ("yes but at 4", "at 4", ""),
        ("I meant Wednesday", "wednesday", ""),
        ("nein, 16 Uhr", "16 uhr", ""),
        ("nicht Ada, sondern Ben", "ben", "ada"),
        ("nein, die von Ben", "ben", ""),
        ("um 16 nicht 15", "um 16", "15"),
        ("mach daraus Mittwoch", "mittwoch", ""),
        ("لا، الأربعاء", "الاربعا", ""),
    ],
)
def test_what_is_right_and_what_was_wrong_are_told_apart(words: str, new: str, old: str) -> None:
    """However it is put, the right words stand alone, and the wrong ones beside them."""
    assert (new, old) in [(one.new, one.old) for one in amended(words)][:1]


@pytest.mark.parametrize("words", ["no", "", "nein", "is it on wednesday?", "no, " + "on and on " * 20])
def test_a_bare_no_a_question_and_a_tale_correct_nothing(words: str) -> None:
    """Without right words there is no correction."""
    assert amended(words) == ()


@pytest.mark.parametrize(
    ("words", "language", "starts", "more"),
    [
        ("wednesday", "en", "2026-11-25 15:00", {}),
        ("4", "en", "2026-11-24 16:00", {}),
        ("half past three", "en", "2026-11-24 15:30", {}),
        ("an hour later", "en", "2026-11-24 16:00", {}),
        ("a week later", "en", "2026-12-01 15:00", {}),
        ("the 3rd", "en", "2026-12-03 15:00", {}),
        ("wed 4pm", "en", "2026-11-25 16:00", {}),
        ("yesterday", "en", "2026-11-20 15:00", {}),
        ("next week", "en", "2026-11-24 15:00", {}),
        ("every other week", "en", "2026-11-24 15:00", {"repeats": session_line.Repeats(2)}),
        ("on the phone", "en", "2026-11-24 15:00", {"mode": "phone"}),
        ("30 minutes", "en", "2026-11-24 15:00", {"minutes": 30}),
        ("until christmas", "en", "2026-11-24 15:00", {"until": date(2026, 12, 25)}),
        ("not 8 dec", "en", "2026-11-24 15:00", {"off": (date(2026, 12, 8),)}),
        ("16 uhr", "de", "2026-11-24 16:00", {}),
        ("halb vier", "de", "2026-11-24 15:30", {}),
        ("am 3.12.", "de", "2026-12-03 15:00", {}),
        ("eine stunde spater", "de", "2026-11-24 16:00", {}),
    ],
)
def test_one_thing_changes_and_the_rest_stays(
    words: str, language: str, starts: str, more: dict[str, object]
) -> None:
    """A day keeps the hour, an hour the day; how often, how long and how people meet stay as they were."""
    found = session_line.altered(words, WAS, SATURDAY, language).options
    kept = {"repeats": WAS.repeats, "until": WAS.until, "mode": WAS.mode, "minutes": None, "off": ()} | more
    assert found == (Meeting(datetime.fromisoformat(starts), **kept),)  # type: ignore[arg-type]


@pytest.mark.parametrize("words", ["not tuesday", "I told Ben on tuesday", "", "please"])
def test_words_that_leave_nothing_or_say_more_change_no_session(words: str) -> None:
    """Its own day taken away, a tale and nothing at all are no reading."""
    assert not session_line.altered(words, WAS, SATURDAY, "en")


@pytest.mark.parametrize(
    ("new", "old", "first", "last"),
    [
        ("until 4 january", "", "2026-12-24", "2027-01-04"),
        ("from the 21st", "", "2026-12-21", "2027-01-06"),
        ("23", "24", "2026-12-23", "2027-01-06"),
        ("5 january", "6 january", "2026-12-24", "2027-01-05"),
        ("20 december to 2 january", "", "2026-12-20", "2027-01-02"),
        ("a week later", "", "2026-12-31", "2027-01-13"),
    ],
)
def test_a_stretch_has_one_end_changed(new: str, old: str, first: str, last: str) -> None:
    """The end that the words name, or whose day was wrong; else both."""
    was = Days(date(2026, 12, 24), date(2027, 1, 6))
    found = spans.altered(new, was, SATURDAY.date(), "en", old).options
    assert Days(date.fromisoformat(first), date.fromisoformat(last)) in found
    assert len(found) == 1
