"""Older formats brought to today's: a pair of pages for each change."""

from pathlib import Path

import pytest
from pages import issues_of, places

from bot.core.script.header import FORMAT
from bot.core.script.parser import parse
from bot.core.script.upgrade import CHANGES, upgrade, version_of

PAIRS = sorted((Path(__file__).parent / "upgrades").glob("*.before.md"))


def _after(before: Path) -> str:
    return before.with_name(before.name.replace(".before.", ".after.")).read_text("utf-8")


@pytest.mark.parametrize("before", PAIRS, ids=lambda file: file.name.removesuffix(".before.md"))
def test_a_page_of_before_becomes_the_page_of_after(before: Path) -> None:
    """Each change does what its pair of pages shows, and the result is a good script of today's format."""
    old = before.read_text("utf-8")
    assert "FORMAT" in [rule for _, rule in places(issues_of(old))]
    new, changes = upgrade(old)
    assert new == _after(before)
    assert (changes, version_of(old)) == (CHANGES[version_of(old) :], int(before.name.split("-")[0]))
    assert parse(new, "sample.md")[1] == ()


@pytest.mark.parametrize("before", PAIRS, ids=lambda file: file.name.removesuffix(".before.md"))
def test_an_upgraded_page_is_left_alone(before: Path) -> None:
    """Upgrading twice is upgrading once, and a page without a number is today's."""
    new = _after(before)
    assert upgrade(new) == (new, ())
    bare = new.replace(f"format: {FORMAT}\n", "")
    assert upgrade(bare) == (bare, ())
    assert upgrade(bare, unsaid=1)[0] == bare


@pytest.mark.parametrize("text", ["", "no header", "---\nformat: 9\n---\n# one\nBye.", "---\ntitle: x"])
def test_what_is_no_older_page_is_left_alone(text: str) -> None:
    """A later format, and a page that names none, are not touched."""
    assert upgrade(text) == (text, ())


def test_line_ends_are_kept() -> None:
    """A page from another system comes back with its own line ends, and without a byte order mark."""
    old = "\ufeff---\r\nformat: 0\r\ntrigger: weekly\r\n---\r\n# one\r\nWhat now?\r\ngoto: end\r\n"
    assert upgrade(old)[0] == "---\r\nformat: 2\r\nwhen: weekly\r\n---\r\n# one\r\nWhat now?\r\n→ end\r\n"


def test_every_change_is_dated_and_explained() -> None:
    """The changes follow one another up to today's format, each with a day, a reason and a pair of pages."""
    assert [change.before for change in CHANGES] == list(range(FORMAT))
    assert all(change.date and change.why for change in CHANGES)
    assert {int(before.name.split("-")[0]) for before in PAIRS} == set(range(FORMAT))
