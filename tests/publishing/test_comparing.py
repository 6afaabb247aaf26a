"""A difference is read word by word: what stayed is plain, what changed is marked, and nothing else is altered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.people.admin import comparing

OLD = "If you like, look back for a moment.\nWhat stayed?\n\nThank you.\n"


def test_the_words_that_changed_are_marked() -> None:
    """A line that was edited shows which of its words went and which came; a new line is whole."""
    new = OLD.replace("look back for a moment", "pause a moment").replace(
        "Thank you.", "Until then <3 & more."
    )
    rows = [row for row in comparing.difference(OLD, new) if not row.startswith("@")]
    assert comparing.in_html("\n".join(rows).replace("<", "&lt;")) == (
        "-If you like, <s>look back for</s> a moment.\n+If you like, <b>pause</b> a moment.\n"
        "-Thank you.\n+Until then &lt;3 & more."
    )
    assert comparing.parts(rows[0])[1] == ("look back for", True)


@pytest.mark.parametrize(("old", "new"), [("a\n", "a\n"), ("a\n", "a\r\n"), ("", "a")])
def test_nothing_only_line_ends_and_a_first_text(old: str, new: str) -> None:
    """No difference is empty, one of line ends says so, and a first text is lines put in."""
    rows = comparing.difference(old, new)
    assert rows == ([] if old == new else rows)
    assert (rows == ["(only how lines end)"]) == (old == "a\n" != new)


@given(old=st.text("ab ,\n.<\ue010\ue011", max_size=40), new=st.text("ab ,\n.<\ue010\ue011", max_size=40))
def test_without_marks_it_is_the_plain_difference(old: str, new: str) -> None:
    """Marks add nothing and take nothing away: without them the rows hold the lines as they are."""
    lines = [*new.replace("\ue010", "").replace("\ue011", "").splitlines(), ""]
    rows = comparing.plain(comparing.difference(old, new))
    assert all(row[1:] in lines for row in rows if row.startswith("+"))
    html = comparing.in_html("\n".join(comparing.difference(old, new)))
    assert html.count("<b>") == html.count("</b>") and html.count("<s>") == html.count("</s>")


def test_a_long_one_is_shortened() -> None:
    """So many lines, and how many more there are."""
    rows = comparing.difference("", "\n".join("abcdefgh"))
    assert comparing.shortened(rows, 3)[-1] == "… and 6 more lines"
