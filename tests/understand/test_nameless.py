"""A case note loses what is known of people, and its quotations are found."""

import pytest

from bot.core.understand import nameless


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Regula was late.", "[c] was late."),
        ("regula's mother and Dana", "[c]'s mother and [k]"),
        ("Regulation is no name", "Regulation is no name"),
        ("Frau Keller called", "Frau [c] called"),
        ("on 3 March 2026 and 2026-03-03, 3.3.2026, in 2019", "on [d] and [d], [d], in [d]"),
        ("el 3 de marzo de 2026 y el 3 de marzo", "el [d] y el [d]"),
        ("3rd of March, March 3, am 3. März", "[d], [d], am [d]"),
        ("see @regula_k or a.b@c.org, +49 170 1234567, https://x.org/a", "see [h] or [h], [h], [h]"),
        ("in Lisbon, LISBON", "in [p], [p]"),
        ("may be 12 of them", "may be 12 of them"),
    ],
)  # fmt: skip
def test_what_is_known_is_taken_out(text: str, left: str) -> None:
    """Names and their parts, handles, dates and places go, whatever their case; words that only look so stay."""
    known = (
        nameless.parts("Regula Keller", "[c]") | nameless.parts("Dana", "[k]") | {"Lisbon": "[p]", " ": "[x]"}
    )
    found = nameless.strip(text, known, "[d]", "[h]")
    assert found.text == left
    assert bool(found.taken) == (found.text != text)


def test_a_run_of_five_words_is_a_quotation() -> None:
    """Five words in a row that are the client's are one, the longest run whole; four are none."""
    source = "I left the house before anyone else was awake."
    assert nameless.quoted("She said: I left the house, before anyone; then rest", [source]) == (
        "i left the house before anyone",
    )
    assert nameless.quoted("she left the house before anyone else did", [source]) == (
        "left the house before anyone else",
    )
    assert nameless.quoted("left the house before", [source]) == ()
    assert nameless.quoted("", [source]) == () and nameless.quoted("a b c d e f", []) == ()
