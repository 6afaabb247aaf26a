"""Words beside a talk: a question after a pause, a name to be called by, something that did not sit right."""

import pytest

from bot.core.talk.beside import button, label
from bot.core.understand.query import amiss, asks_pause, renames


@pytest.mark.parametrize(
    ("words", "asks"),
    [
        ("when does the pause end?", True),
        ("Wann endet die Pause?", True),
        ("متى تنتهي الاستراحة؟", True),
        ("am I paused", True),
        ("¿Hasta cuándo dura la pausa?", True),
        ("¿Cuándo termina la película?", False),
        ("what a break", False),
        ("when does the film end", False),
        ("pause", False),
    ],
)
def test_a_question_after_a_pause_is_known(words: str, asks: bool) -> None:
    """Only as a whole message."""
    assert asks_pause(words) is asks


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("call me Regi", "Regi"),
        ("Nenn mich Anna Lena!", "Anna Lena"),
        ("ناديني سارة", "سارة"),
        ("Llámame Regi", "Regi"),
        ("llámame por favor", ""),
        ("call me tomorrow", ""),
        ("please call me", ""),
        ("call me " + "R" * 60, ""),
    ],
)
def test_a_name_to_be_called_by_is_known(words: str, name: str) -> None:
    """A wish for a call is none."""
    assert renames(words) == name


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("that didn’t sit right", True),
        ("algo no me cuadró", True),
        ("me sentó mal", True),
        ("Das hat nicht gepasst", True),
        ("it sat well", False),
        ("x" * 91, False),
    ],
)
def test_what_did_not_sit_right_is_known(words: str, said: bool) -> None:
    """In a short message."""
    assert amiss(words) is said


def test_labels_are_compared_without_case_dots_and_signs() -> None:
    """Signs count only where a label has nothing else."""
    assert label("I don’t know. 🙂") == label("i dont know")
    assert button("👍", [[("👍", "up"), ("👎", "down")]]) == "up"
    assert button("yes", [[("Yes", "a"), ("YES!", "b")]]) is None
