"""What the other languages' lists are asked for: only where a word leads to one, and nothing is missed by that."""

from pathlib import Path

import pytest

from bot import safety_lists
from bot.cli.safety_check import golden
from bot.core.safety.sieve import sieve

GOLD = sorted((Path(__file__).parent / "gold").glob("*.txt"))
FINDERS = [one.finder for code in safety_lists.languages() if (one := safety_lists.of(code))]


@pytest.mark.parametrize("file", GOLD, ids=lambda file: file.stem)
def test_what_the_sieve_holds_back_finds_nothing(file: Path) -> None:
    """Each list that is not asked for a message has nothing in it, over all gold messages."""
    made = sieve(FINDERS)
    for one in golden(file)[::3]:
        worth = made.worth(one.text)
        left = [finder for finder in FINDERS if finder not in worth]
        assert [finder.find(one.text, mend=False) for finder in left] == [None] * len(left), one.text


def test_a_short_form_leads_to_the_list_that_writes_it_out() -> None:
    """A word that only its short form spells is looked for by the list that knows that form."""
    made = sieve(FINDERS)
    for finder in FINDERS:
        for short in finder.form.same:
            assert finder in made.worth(f"x {short} x"), short


def test_an_ordinary_answer_is_looked_at_by_nearly_no_other_list() -> None:
    """Of what people write about their day hardly a list looks further: that is what makes it cheap."""
    made = sieve(FINDERS)
    ordinary = [
        one.text for file in GOLD if file.name.startswith("de") for one in golden(file) if one.expected == "0"
    ]
    assert sum(len(made.worth(one)) for one in ordinary) < 2 * len(ordinary)
