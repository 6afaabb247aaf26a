"""Instants inside messages: the entity lies over exactly its words, whatever stands around them."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.i18n import languages, texts
from bot.people import dated
from bot.simulator.entities import units
from bot.simulator.html_mode import parse_html
from bot.telegram import escape
from bot.telegram.splitting import MESSAGE, split_message
from bot.telegram.timestamp import bare

ANY = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60)
INSTANTS = st.integers(1_600_000_000, 2_100_000_000).map(lambda at: datetime.fromtimestamp(at, UTC))
ZONES = st.sampled_from(["Europe/Berlin", "Asia/Kathmandu", "Africa/Ndjamena", "America/St_Johns"])


@given(before=ANY, after=ANY, at=INSTANTS, zone=ZONES, language=st.sampled_from(languages()))
def test_an_instant_lies_over_exactly_its_words(
    before: str, after: str, at: datetime, zone: str, language: str
) -> None:
    """Whatever stands around it, in UTF-16 units, the entity covers the words, names the instant, and no more."""
    t = texts(language)
    html = f"<b>{escape(before)}</b>{dated.shown(t, at, zone)}<i>{escape(after)}</i>"
    plain, entities = parse_html(html)
    (one,) = [entity for entity in entities if entity["type"] == "date_time"]
    words = plain.encode("utf-16-le")[one["offset"] * 2 : (one["offset"] + one["length"]) * 2]
    assert words.decode("utf-16-le") == t.when(at, zone)
    assert one["unix_time"] == int(at.timestamp())
    assert plain == before + t.when(at, zone) + after == bare(html)


@given(before=ANY, after=ANY, words=st.text("abc🙂&<>'() ", min_size=1, max_size=12), at=INSTANTS)
def test_known_words_are_marked_once_and_nothing_else_changes(
    before: str, after: str, words: str, at: datetime
) -> None:
    """Marking an instant whose words are known leaves the text that is read as it was, letter for letter."""
    text = escape(before + words + after)
    html = dated.marked(text, [(words, at)])
    plain, entities = parse_html(html)
    assert plain == before + words + after
    assert [one["type"] for one in entities] == ["date_time"]


@given(lead=st.integers(3900, 4200), count=st.integers(1, 60))
def test_no_message_is_cut_inside_an_instant(lead: int, count: int) -> None:
    """However long a text is, each of its messages is short enough, and every instant is whole in one of them."""
    t = texts("en")
    at = datetime(2026, 11, 24, 15, tzinfo=UTC)
    html = "x" * lead + (" " + dated.shown(t, at, "Europe/Berlin")) * count
    parsed = [parse_html(part) for part in split_message(html)]
    assert all(units(plain) <= MESSAGE for plain, _ in parsed)
    assert sum(len(entities) for _, entities in parsed) == count
    assert all(one["length"] == units(t.when(at, "Europe/Berlin")) for _, found in parsed for one in found)
