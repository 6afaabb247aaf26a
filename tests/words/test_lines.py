"""Lines that are kept and said later: the same line comes back, whatever it holds."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.core.base.line import Brief, Line, from_json, line, lines, to_json
from bot.core.plan.why import english
from bot.i18n import texts

INSTANTS = st.datetimes(
    datetime(2020, 1, 1),  # noqa: DTZ001 - the zone is added
    datetime(2040, 1, 1),  # noqa: DTZ001
    timezones=st.sampled_from([ZoneInfo("UTC"), ZoneInfo("Asia/Kathmandu")]),
)
PLAIN = st.text() | st.integers() | st.dates() | st.dates().map(Brief) | INSTANTS
NAMES = st.text("abcdefghij", min_size=1, max_size=5)
VALUES = st.recursive(
    PLAIN,
    lambda inner: (
        st.lists(inner, max_size=3).map(tuple)
        | st.builds(
            Line, st.text(), st.dictionaries(NAMES, inner, max_size=2).map(lambda named: tuple(named.items()))
        )
    ),
    max_leaves=5,
)


@given(st.text(), st.dictionaries(NAMES, VALUES, max_size=3), st.text(), st.integers())
def test_a_kept_line_comes_back_the_same(message: str, values: dict[str, object], many: str, n: int) -> None:
    """A line is the same after it was kept as text, with every kind of value in it."""
    said = Line(message, tuple(values.items()), many, n)  # type: ignore[arg-type]
    assert from_json(to_json(said)) == said


@given(st.text())
def test_any_other_text_says_just_that(text: str) -> None:
    """What is no kept line, braces and all, is said as it is."""
    assert texts().line(from_json(text)) == texts().shown(text)


def test_what_only_looks_like_a_line_says_just_that() -> None:
    """JSON of another shape is text like any other."""
    for text in (
        '{"line": 3}',
        '{"line": ["a", [], "", 0]}',
        '{"line": ["a", {"b": {"x": 1}}, "", 0]}',
        "[1]",
        "7",
    ):
        assert english(from_json(text)) == text


def test_a_kept_reason_speaks_the_language_of_whoever_reads_it() -> None:
    """The same kept line is said in English and in German, its date in the manner of each."""
    kept = to_json(line("before your session on {day}; you chose {at}", day=date(2026, 12, 1), at="19:00"))
    assert texts("en").line(from_json(kept)) == "before your session on Tue 1 Dec; you chose 19:00"
    assert texts("de").line(from_json(kept)).startswith("vor ")
    assert english(from_json(to_json(lines("{n} day", "{n} days", 2)))) == "2 days"
