"""Where a person is, from what they say."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import places


@pytest.mark.parametrize(
    ("words", "language", "zone"),
    [
        ("Lisbon", "en", "Europe/Lisbon"),
        ("  new   YORK ", "en", "America/New_York"),
        ("Lissabon", "de", "Europe/Lisbon"),
        ("München", "de", "Europe/Berlin"),
        ("munchen", "en", "Europe/Berlin"),
        ("India", "en", "Asia/Kolkata"),
        ("Asia/Kathmandu", "en", "Asia/Kathmandu"),
        ("tel aviv", "en", "Asia/Jerusalem"),
    ],
)
def test_a_place_is_one_zone(words: str, language: str, zone: str) -> None:
    """A city, a country with one clock or a zone name is found in the client's language, accents or not."""
    assert places.find(words, language) == (zone,)


def test_a_country_with_several_clocks_gives_a_choice() -> None:
    """Where a country has several zones, all are offered, the mainland first."""
    assert places.find("Portugal")[0] == "Europe/Lisbon"
    assert len(places.find("Portugal")) > 1


@pytest.mark.parametrize("words", ["", "nowhere at all", "14:35", "??"])
def test_an_unknown_place_is_nothing(words: str) -> None:
    """What is no place gives no zone, never a wrong one."""
    assert places.find(words) == ()


NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("12:00", "Europe/London"),
        ("1 pm", "Europe/Berlin"),
        ("17:45", "Asia/Kathmandu"),
        ("7.03", "America/New_York"),
    ],
)
def test_a_clock_is_a_zone(words: str, zone: str) -> None:
    """What the client's clock shows now, in any usual form, leads to zones where it shows that."""
    assert zone in places.by_clock(words, NOW)


@given(st.text(max_size=12))
def test_any_words_are_harmless(words: str) -> None:
    """Any words give zones whose clocks show what was said, or nothing, and never an exception."""
    for zone in places.by_clock(words, NOW):
        assert NOW.astimezone(ZoneInfo(zone)) == NOW
    places.find(words)


def test_every_table_entry_is_a_zone() -> None:
    """No city of the table leads to a zone that the zone data does not have."""
    assert all(places.known(zone) for zone in (*places.CITIES, *places.COMMON))


def test_the_edition_of_zone_data_depends_on_the_zones_alone() -> None:
    """The same zones in any order give the same text, others another one; an unknown zone is no fault."""
    both = places.edition(["Europe/Lisbon", "Asia/Tokyo"])
    assert both == places.edition(["Asia/Tokyo", "Europe/Lisbon", "Asia/Tokyo"])
    assert both != places.edition(["Europe/Lisbon", "Asia/Kathmandu"])
    assert places.edition(["Nowhere/Land"]) != places.edition([])
