"""Several at once, a number, a time, a date, a picture, and what may be left alone: read, refused, written back."""

from pages import page, script

from bot.core.lint.parity import parity
from bot.core.script.declared import in_words
from bot.core.script.parser import parse
from bot.core.script.printer import to_text

STEPS = """
# helped (several)
What helped?

- Sleep
- A walk

# slept (a number)
How many hours?

# woke (a time, optional)
When?

# again (date, to bring)
On which day?

# place (a picture)
If you like, a picture.
"""


def rules(steps: str) -> list[tuple[str, str]]:
    return [(one.rule, one.message) for one in parse(page(steps), "x.md", "en")[1]]


def test_each_kind_is_read_from_its_brackets_and_written_back() -> None:
    """A page and what is written of it are the same script."""
    made = script(page(STEPS, "5"))
    assert [one.kind for one in made.steps] == ["several", "number", "time", "date", "picture"]
    assert [one.optional for one in made.steps] == [False, False, True, False, False]
    assert parse(to_text(made), "sample.md", "en")[0] == made
    assert "woke: may be left alone; the talk counts as finished then" in list(in_words(made))


def test_what_is_ticked_leads_nowhere_and_decides_nothing() -> None:
    """An arrow or brackets behind a label of several, a “;” in it, a list where a number is wanted: said."""
    found = rules("# a (several)\nWhat?\n\n- One → end\n- Two (private)\n- Three; four\n- Five\n- Five\n")
    assert [rule for rule, _ in found] == ["CHOICE"] * 4
    assert rules("# a (a number)\nHow many?\n\n- One\n- Two\n")[0][0] == "KIND"
    assert rules("# a (several)\nWhat?\n")[0][0] == "KIND"
    assert rules("# a (optional)\nHello.\n")[0] == ("KIND", "This step has no answer that could be left out.")


def test_a_step_is_optional_in_every_language_or_in_none() -> None:
    """What may be left alone may be left alone by everybody."""
    one, other = (script(page(text, "5")) for text in (STEPS, STEPS.replace(", optional", "")))
    assert [issue.message for issue in parity(one, other, "x.md")] == [
        "woke is optional in one language only"
    ]
