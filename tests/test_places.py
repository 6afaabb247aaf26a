"""Where a person is, from what they say."""

from collections.abc import Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import places

TOWNS = """
Rabat MA Africa/Casablanca, Oxford GB Europe/London, Bremen DE Europe/Berlin, Braga PT Europe/Lisbon,
Ghent BE Europe/Brussels, Tartu EE Europe/Tallinn, Lyon FR Europe/Paris, Leeds GB Europe/London,
Malmö SE Europe/Stockholm, Aarhus DK Europe/Copenhagen, Bergen NO Europe/Oslo, Tampere FI Europe/Helsinki,
Graz AT Europe/Vienna, Basel CH Europe/Zurich, Utrecht NL Europe/Amsterdam, Bari IT Europe/Rome,
Bilbao ES Europe/Madrid, Brno CZ Europe/Prague, Split HR Europe/Zagreb, Lviv UA Europe/Kyiv,
Cluj-Napoca RO Europe/Bucharest, Varna BG Europe/Sofia, Izmir TR Europe/Istanbul, Haifa IL Asia/Jerusalem,
Irbid JO Asia/Amman, Jeddah SA Asia/Riyadh, Luxor EG Africa/Cairo, Oran DZ Africa/Algiers,
Kumasi GH Africa/Accra, Mombasa KE Africa/Nairobi, Kigali RW Africa/Kigali, Durban ZA Africa/Johannesburg,
Pune IN Asia/Kolkata, Kandy LK Asia/Colombo, Lahore PK Asia/Karachi, Sylhet BD Asia/Dhaka,
Chiang Mai TH Asia/Bangkok, Da Nang VN Asia/Ho_Chi_Minh, Cebu PH Asia/Manila, Penang MY Asia/Kuala_Lumpur,
Sapporo JP Asia/Tokyo, Busan KR Asia/Seoul, Hangzhou CN Asia/Shanghai, Hobart AU Australia/Hobart,
Dunedin NZ Pacific/Auckland, Calgary CA America/Edmonton, Boise US America/Boise, Tucson US America/Phoenix,
Cusco PE America/Lima, Recife BR America/Recife, Rosario AR America/Argentina/Cordoba, Medellín CO America/Bogota,
Puebla MX America/Mexico_City, Gießen DE Europe/Berlin
"""


@pytest.mark.parametrize("line", [line.strip() for line in TOWNS.strip().replace("\n", " ").split(",")])
def test_middle_sized_towns_are_known(line: str) -> None:
    """A town that is no capital is known; the largest of its name comes first."""
    name, country, zone = line.rsplit(" ", 2)
    found = places.towns(name)[0]
    assert (found.country, found.zone) == (country, zone)


@pytest.mark.parametrize(
    ("words", "language", "zone"),
    [
        ("Lisbon", "en", "Europe/Lisbon"),
        ("  new   YORK ", "en", "America/New_York"),
        ("Lissabon", "de", "Europe/Lisbon"),
        ("München", "de", "Europe/Berlin"),
        ("munchen", "en", "Europe/Berlin"),
        ("Mu\u0308nchen", "en", "Europe/Berlin"),
        ("الرباط", "ar", "Africa/Casablanca"),
        ("مكه", "ar", "Asia/Riyadh"),
        ("ألمانيا", "ar", "Europe/Berlin"),
        ("دِمشق", "ar", "Asia/Damascus"),
        ("الإسكندريّة", "ar", "Africa/Cairo"),
        ("Berlin", "en", "Europe/Berlin"),
        ("Phoenix", "en", "America/Phoenix"),
        ("Oxford, UK", "en", "Europe/London"),
        ("Oxford England", "en", "Europe/London"),
        ("Oxford, Vereinigtes Königreich", "de", "Europe/London"),
        ("Portland, OR", "en", "America/Los_Angeles"),
        ("Portland Oregon", "en", "America/Los_Angeles"),
        ("Portland, Maine, USA", "en", "America/New_York"),
        ("Phoenix, Arizona", "en", "America/Phoenix"),
        ("India", "en", "Asia/Kolkata"),
        ("Deutschland", "de", "Europe/Berlin"),
        ("Asia/Kathmandu", "en", "Asia/Kathmandu"),
        ("UTC", "en", "UTC"),
        ("Longyearbyen", "en", "Arctic/Longyearbyen"),
        ("tel aviv", "en", "Asia/Jerusalem"),
    ],
)
def test_a_place_is_one_zone(words: str, language: str, zone: str) -> None:
    """A town, a town with its country, a country with one clock or a zone is found in any script."""
    assert {place.zone for place in places.towns(words, language)} == {zone}


@pytest.mark.parametrize(
    ("words", "countries"),
    [("London", ["GB", "CA"]), ("Oxford", ["GB", "US", "US"]), ("Birmingham", ["GB", "US", "US"]),
     ("Washington", ["US", "US"]), ("Georgia", ["GE", "US", "GE"])],
)  # fmt: skip
def test_towns_of_one_name_are_a_choice(words: str, countries: list[str]) -> None:
    """Several towns of one name are all given, each zone and country once, the largest first."""
    found = places.towns(words)
    assert len({place.zone for place in found}) > 1
    assert [place.country for place in found][: len(countries)] == countries
    assert [place.people for place in found] == sorted((place.people for place in found), reverse=True)


@pytest.mark.parametrize(
    ("words", "meant"),
    [("Lisbonn", "Lisbon"), ("Hambrug", "Hamburg"), ("Birmigham", "Birmingham"),
     ("Oxfrd", "Oxford"), ("الربات", "Rabat"), ("Berln, Germany", "Berlin")],
)  # fmt: skip
def test_a_mistyped_town_is_offered(words: str, meant: str) -> None:
    """What is nearly a town's name gives that town for a choice, never as if it had been meant."""
    assert places.towns(words) == ()
    assert meant in [place.usual for place in places.near(words)]


def test_a_point_on_the_map_is_a_zone() -> None:
    """A shared location is a zone, also where the nearest town has another; the sea has none."""
    assert places.at(52.52, 13.4) == "Europe/Berlin"
    assert places.at(33.45, -112.07) == "America/Phoenix"
    assert places.at(47.56, 7.57) == "Europe/Zurich"  # some kilometres from Germany and from France
    assert places.at(0, -30) == ""
    assert places.at(999, 0) == ""


def test_a_clock_in_phoenix_is_not_denver() -> None:
    """Places whose clocks agree today and differ in summer are all given: a clock alone says nothing."""
    found = zones(places.showing("5:00", NOW))
    assert {"America/Phoenix", "America/Denver"} <= set(found)


def test_a_country_with_several_clocks_gives_a_choice() -> None:
    """Where a country has several zones, all are offered, the mainland first."""
    found = zones(places.towns("Portugal"))
    assert found[0] == "Europe/Lisbon"
    assert len(set(found)) > 1


@pytest.mark.parametrize("words", ["", "nowhere at all", "14:35", "??"])
def test_an_unknown_place_is_nothing(words: str) -> None:
    """What is no place gives no zone, never a wrong one."""
    assert places.towns(words) == ()


NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def zones(found: Sequence[places.Place]) -> list[str]:
    """The zones of places, in their order."""
    return [place.zone for place in found]


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
    assert zone in zones(places.showing(words, NOW))


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=12))
def test_any_words_are_harmless_as_a_clock(words: str) -> None:
    """Any words give zones whose clocks show what was said, or nothing, and never an exception."""
    for zone in zones(places.showing(words, NOW)):
        assert NOW.astimezone(ZoneInfo(zone)) == NOW


@settings(deadline=None, max_examples=12)
@given(st.text(max_size=12))
def test_any_words_are_harmless_as_a_place(words: str) -> None:
    """Any words give places with zones that are known, or none; each search reads the whole file of towns."""
    assert all(places.known(place.zone) for place in (*places.towns(words), *places.near(words)))


def test_every_zone_that_is_offered_is_known() -> None:
    """No offered zone is one that the zone data does not have, and none stands twice."""
    assert all(places.known(zone) for zone in places.COMMON)
    assert len(set(places.COMMON)) == len(places.COMMON)


def test_the_edition_of_zone_data_depends_on_the_zones_alone() -> None:
    """The same zones in any order give the same text, others another one; an unknown zone is no fault."""
    both = places.edition(["Europe/Lisbon", "Asia/Tokyo"])
    assert both == places.edition(["Asia/Tokyo", "Europe/Lisbon", "Asia/Tokyo"])
    assert both != places.edition(["Europe/Lisbon", "Asia/Kathmandu"])
    assert places.edition(["Nowhere/Land"]) != places.edition([])


@pytest.mark.parametrize("word", ["hi", "ok", "OK", "no", "me", "in", "or", "de"])
def test_a_short_word_is_no_place(word: str) -> None:
    """Codes of states and countries stand behind a comma; alone they are what people say."""
    assert places.towns(word) == ()
    assert places.towns("Tulsa, OK")[0].zone == "America/Chicago"


def test_a_place_of_several_near_names_is_offered_once() -> None:
    """ "Lissbon" is near three names of one town: it is one choice, under its usual name."""
    (place,) = places.near("Lissbon", "en")
    assert place.name == "Lisbon"
