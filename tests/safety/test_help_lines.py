"""Help lines: never another country's, never one that nobody has looked at for two years."""

import tomllib
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot import help_lines
from bot.cli.main import app
from bot.core.safety.helpline import read

TODAY = date(2026, 12, 1)
GOOD = """
verified = 2026-11-29
by = "a test"
[DE]
emergency = "112"
police = "110"
lines = [
    { name = "Talk", number = "1", hours = "24/7", languages = "Deutsch", source = "talk.test" },
    { name = "Young", text = "HI", languages = "Deutsch", source = "talk.test", for = "young" },
    { name = "Old", number = "3", languages = "Deutsch", source = "x", verified = 2024-12-01 },
    { name = "Ends", number = "4", languages = "Deutsch", source = "x", until = 2026-11-30 },
]
[AT]
emergency = "144"
"""


def test_who_is_shown_which_line() -> None:
    """Lines for the audience come first, then those for anyone; stale and ended ones are not shown."""
    found, issues = read(tomllib.loads(GOOD), GOOD)
    assert not issues
    shown = [one.name for one in found["DE"].to_show(TODAY)]
    assert shown == ["Talk"]
    assert [one.name for one in found["DE"].to_show(TODAY, "young")] == ["Young", "Talk"]
    assert [one.name for one in found["DE"].lines if one.old(TODAY)] == ["Old", "Ends"]
    assert found["AT"].lines == ()


@pytest.mark.parametrize(
    ("verified", "old", "shown"),
    [
        ("2025-12-02", False, True),
        ("2025-12-01", True, True),
        ("2024-12-02", True, True),
        ("2024-12-01", True, False),
    ],
)
def test_a_year_warns_and_two_years_hide(verified: str, old: bool, shown: bool) -> None:
    """Twelve months to the day a line is warned of, twenty-four to the day nobody is shown it."""
    found, _ = read(tomllib.loads(GOOD.replace("verified = 2026-11-29", f"verified = {verified}")))
    line = found["DE"].lines[0]
    assert (line.old(TODAY), line.shown(TODAY)) == (old, shown)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ('[Germany]\nemergency = "112"', "no country's code"),
        ("[DE]", "the emergency number is missing"),
        ('[DE]\nemergency = "112"\nphone = "1"', "phone is no key here"),
        (
            '[DE]\nemergency = "112"\nlines = [{ name = "A", number = "1", colour = "red" }]',
            "colour is no key",
        ),
        ('[DE]\nemergency = "112"\nlines = [{ name = "A", number = 1 }]', "number is to be a text"),
        ('[DE]\nemergency = "112"\nlines = [{ name = "A", until = "soon" }]', "until is to be a day"),
        ('[DE]\nemergency = "112"\nlines = [{ number = "1" }]', "name is missing"),
        (
            'verified = 2026-01-01\nby = "a"\n[DE]\nemergency = "112"\n'
            'lines = [{ name = "A", languages = "x", source = "x" }]',
            "neither a number nor a text",
        ),
        (
            'verified = 2026-01-01\nby = "a"\n[DE]\nemergency = "112"\n'
            'lines = [{ name = "A", number = "1", languages = "x", source = "x", for = "all" }]',
            "for is one of",
        ),
    ],
)
def test_what_is_wrong_is_said_at_its_country(wrong: str, said: str) -> None:
    """A fault leaves its country out, and names it with the line of its heading."""
    found, issues = read(tomllib.loads(wrong), wrong)
    assert said in issues[0].message and "DE" not in found
    assert issues[0].line == (wrong.splitlines().index("[DE]") + 1 if "[DE]" in wrong else 1)


def test_the_shipped_lines_are_right_and_many() -> None:
    """At least 25 countries have lines, nothing is wrong with the file, and on its first day nothing is old."""
    found, issues = help_lines.load(help_lines.SHIPPED / help_lines.NAME)
    assert not issues
    assert sum(bool(one.to_show(TODAY)) for one in found.values()) >= 25
    assert not help_lines.old(TODAY)


def test_a_practices_own_country_stands_instead(tmp_path: Path) -> None:
    """The countries of an own file stand instead of those shipped; the others stay, and none is another's."""
    (tmp_path / help_lines.NAME).write_text(GOOD)
    mine = help_lines.of("DE", tmp_path)
    assert mine is not None and mine.lines[0].name == "Talk"
    assert help_lines.of("FR", tmp_path) == help_lines.of("FR")
    assert help_lines.of("XX", tmp_path) is None
    (tmp_path / help_lines.NAME).write_bytes(b"\xff")
    assert help_lines.issues(tmp_path / help_lines.NAME)[0].rule == "FILE"
    help_lines.every.cache_clear()
    assert help_lines.of("DE", tmp_path) == help_lines.of("DE")


def test_the_command_lists_and_checks(tmp_path: Path) -> None:
    """`interlude safety lines` lists a country, says what is hidden, and ends with 1 or 2 on faults."""
    said = CliRunner().invoke(app, ["safety", "lines", "--country", "de"])
    assert said.exit_code == 0
    assert "0800 111 0 111" in said.output and "FR:" not in said.output
    file = tmp_path / "lines.toml"
    file.write_text(GOOD.replace("2024-12-01", "2020-12-01"))
    told = CliRunner().invoke(app, ["safety", "lines", str(file)]).output
    assert "NOT SHOWN" in told and "police 110" in told and "AT: emergency 144" in told
    year = datetime.now(UTC).year - 1
    file.write_text(GOOD.replace("verified = 2026-11-29", f"verified = {year}-01-01"))
    assert "look again" in CliRunner().invoke(app, ["safety", "lines", str(file)]).output
    file.write_text("[[")
    assert "it is no TOML" in CliRunner().invoke(app, ["safety", "lines", str(file)]).output
    file.write_text("[DE]")
    assert CliRunner().invoke(app, ["safety", "lines", str(file)]).exit_code == 1
    assert CliRunner().invoke(app, ["safety", "lines", str(tmp_path / "none")]).exit_code == 2
    assert CliRunner().invoke(app, ["safety", "lines", "-c", "XX"]).exit_code == 2
