"""What holds for any value and any text: what is printed is read back, and nothing raises."""

from datetime import date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.understand import dates, names, session_line, spans, times, weekdays
from bot.i18n import texts

NOW = datetime.fromisoformat("2026-11-29 12:00")
LANGUAGES = st.sampled_from(["en", "de", "ar"])
AHEAD = st.dates(NOW.date(), NOW.date() + timedelta(days=360))
ANY = st.dates(date(2000, 1, 1), date(2099, 12, 31))
TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0))
WORDS = st.text(max_size=40) | st.lists(
    st.sampled_from(
        [
            "tue",
            "next",
            "8",
            "8/9",
            "31.2.",
            "mo14",
            "15:00",
            "99:99",
            "every",
            "other",
            "week",
            "month",
            "until",
            "bis",
            "von",
            "from",
            "to",
            "not",
            "10",
            "x",
            "for",
            "in",
            "after",
            "ago",
            "٣",
            "غدا",
            "بعد",
            "كل",
            "نصف",
            "إلا",
            "ربع",
            "halb",
            "am",
            "pm",
            "24",
            "0",
            "00:00",
            "2026-13-45",
            "9999",
            "1/1/1",
            "-",
            ".",
            ",",
            ":",
            "١/٢",
            "²",
        ]
    ),
    max_size=9,
).map(" ".join)


@given(language=LANGUAGES, at=TIMES)
def test_a_printed_time_is_read_back(language: str, at: time) -> None:
    """A time as the interface prints it means that time, and nothing else."""
    shown = texts(language).clock(datetime.combine(NOW.date(), at))
    assert times.clock(shown, language).only == at


@given(language=LANGUAGES, day=AHEAD)
def test_a_printed_day_is_read_back(language: str, day: date) -> None:
    """A day without its year, with its weekday or without, means the next such day."""
    t = texts(language)
    assert dates.when(t.day(day), NOW.date(), language).only == day
    assert dates.when(t.day(day, weekday=False), NOW.date(), language).only == day


@given(language=LANGUAGES, day=ANY)
def test_a_printed_date_is_read_back(language: str, day: date) -> None:
    """A date with its year is that date, years ago too, and it is said that it is over."""
    found = dates.when(texts(language).dated(day), NOW.date(), language)
    assert found.only == day
    assert found.past == (day < NOW.date())
    assert dates.when(str(day), NOW.date(), language).only == day


@given(language=LANGUAGES, day=ANY, at=TIMES)
def test_a_printed_moment_is_read_back(language: str, day: date, at: time) -> None:
    """A date and a time together are read back."""
    t = texts(language)
    shown = f"{t.dated(day)}, {t.clock(datetime.combine(day, at))}"
    assert session_line.moment(shown, NOW, language).only == datetime.combine(day, at)


@given(
    language=LANGUAGES, days=st.sets(st.integers(0, 6), min_size=1), at=st.sets(TIMES, min_size=1, max_size=3)
)
def test_a_printed_week_is_read_back(language: str, days: set[int], at: set[time]) -> None:
    """Weekdays as a list, and times as a list behind them, are read back."""
    t, monday = texts(language), date(2026, 11, 30)
    for long in (True, False):
        shown = t.list(t.weekday(monday + timedelta(days=day), long) for day in sorted(days))
        assert weekdays.week(shown, language).only == (weekdays.Part(tuple(sorted(days))),)
        hours = t.list(t.clock(datetime.combine(monday, one)) for one in sorted(at))
        assert weekdays.week(f"{shown} {hours}", language).only == (
            weekdays.Part(tuple(sorted(days)), tuple(sorted(at))),
        )


@given(language=LANGUAGES, first=ANY, length=st.integers(1, 90))
def test_a_printed_stretch_is_read_back(language: str, first: date, length: int) -> None:
    """Two dates with a dash between them are the stretch from one to the other."""
    t, last = texts(language), first + timedelta(days=length)
    found = spans.days(f"{t.dated(first)} – {t.dated(last)}", NOW.date(), language)
    assert found.only == spans.Days(first, last)


@settings(max_examples=300)
@given(words=WORDS, language=LANGUAGES | st.sampled_from(["", "pt-BR", "de@formal"]), now=st.datetimes())
def test_no_text_raises(words: str, language: str, now: datetime) -> None:
    """Any text at any time in any language gives meanings or none."""
    for found in (
        session_line.meeting(words, now, language).options,
        session_line.moment(words, now, language).options,
        spans.days(words, now.date(), language).options,
        dates.when(words, now.date(), language).options,
        weekdays.week(words, language).options,
        times.hours(words, language).options,
        session_line.repeat(words, language).options,
    ):
        assert len(found) <= 6
    names.named(words, [(1, "Ada"), (2, words)])


@given(words=WORDS, language=LANGUAGES)
def test_a_stretch_does_not_run_backwards(words: str, language: str) -> None:
    """The last day is never before the first."""
    assert all(one.first <= one.last for one in spans.days(words, NOW.date(), language).options)
