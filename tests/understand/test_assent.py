"""A whole message that says yes or no is known, in the languages of the interface; a question is neither."""

import pytest

from bot.people.dialogue import yes_or_no

YES = (
    "yes",
    "Yes.",
    "ok",
    "yup",
    "that's right",
    "passt",
    "Passt so!",
    "gerne",
    "klar",
    "نعم",
    "sí",
    "Si.",
    "vale",
    "claro que sí",
    "de acuerdo",
    "sí, por favor",
)
NO = ("no", "nope", "nee", "nein", "not now", "لا", "No.", "mejor no", "ahora no")
NEITHER = (
    "claro que me duele",
    "no sé qué decir",
    "passt das?",
    "ok?",
    "right after dinner",
    "klar ist mir das nicht",
    "no idea what to say",
    "gern geschehen",
)


@pytest.mark.parametrize(("said", "words"), [(s, w) for s, each in (("yes", YES), ("no", NO)) for w in each])
def test_a_yes_and_a_no_are_known(said: str, words: str) -> None:
    """In everyday words too."""
    assert yes_or_no(words) == said


@pytest.mark.parametrize("words", NEITHER)
def test_what_asks_or_tells_is_neither(words: str) -> None:
    """A question mark, or words of one's own around it."""
    assert yes_or_no(words) is None
