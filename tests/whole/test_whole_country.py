"""Help lines where the country or the language changes: never another country's, one's own language first."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from whole import CLIENT, COACH, Whole, sharing, whole_bot

from bot.core.safety.helpline import CountryHelp, Helpline
from bot.i18n import texts
from bot.people import numbers
from bot.people.turn import Turn

MONDAY = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
NONE_DE = "Soweit hier bekannt ist, antwortet davon niemand auf"


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A coach in Berlin and a client in Lisbon who shares."""
    with whole_bot(tmp_path, start=MONDAY, practice=sharing) as made:
        yield made


def german(whole: Whole) -> list[str]:
    """The client chooses German; what is said to that."""
    whole.say(CLIENT, "/language")
    return whole.tap(CLIENT, "Deutsch")


def test_another_country_names_no_line_of_another(whole: Whole) -> None:
    """Read in German, a Portuguese line is said to answer in none that is known; a Swiss and a German one do."""
    german(whole)
    whole.say(CLIENT, "/country")
    assert NONE_DE in whole.say(CLIENT, "Portugal")[-1]
    assert NONE_DE in whole.say(CLIENT, "/help")[-1]
    for country, line in (("Schweiz", "143"), ("Deutschland", "0800 111 0 111")):
        whole.say(CLIENT, "/country")
        said = whole.say(CLIENT, country)[-1]
        assert line in said and NONE_DE not in said and "SNS" not in said


def test_lines_in_ones_own_language_come_first(whole: Whole) -> None:
    """Of more lines than are shown, the one that the reader can speak with is never cut off."""
    day = MONDAY.date()

    def line(number: int) -> Helpline:
        spoken = "Deutsch" if number == 8 else "Français"
        return Helpline(f"Line {number}", f"0{number}", "", "24/7", spoken, "anyone", "x", day, "x")

    here = CountryHelp("BE", "112", lines=tuple(map(line, range(9))))

    def listed(tx: object) -> str:
        turn = Turn(tx, whole.clock.now(), -1, whole.house.config, "bot")  # type: ignore[arg-type]
        return numbers.listed(turn, texts("de"), here)

    rows = whole.tx(listed).splitlines()
    assert rows[1].startswith("Line 8") and rows[2].startswith("Line 0") and len(rows) == 7


def test_a_new_language_brings_the_numbers_after_a_card(whole: Whole) -> None:
    """On the day of a help card the numbers come along in the language chosen; on other days they do not."""
    assert "112" not in german(whole)[-1]
    whole.say(CLIENT, "ich will nicht mehr leben")
    whole.say(CLIENT, "/language")
    said = whole.tap(CLIENT, "English")[-1]
    assert "In danger, call your emergency number: 112 (Portugal)." in said
    assert "none of them answers in" in said


@pytest.mark.parametrize("word", ["helplines", "SOS", "notruf", "ayuda", "crisis"])
def test_whoever_looks_for_numbers_under_another_name_has_them(whole: Whole, word: str) -> None:
    """It is /help, for clients and coaches; what is no word for it is still asked about."""
    assert "112 (Portugal)" in whole.say(CLIENT, f"/{word}")[-1]
    assert "There is no command" not in whole.say(COACH, f"/{word}")[-1]
    assert "There is no command" in whole.say(CLIENT, "/helplessly")[-1]
