"""Words that want back what a coach did last."""

import pytest

from bot.core.understand import desk, matter
from bot.core.understand.undone import undone


@pytest.mark.parametrize(
    "words",
    [
        "undo that please",
        "oh no, take that back",
        "take back the last one",
        "i made a mistake",
        "oh no, only one. take back the second",
        "Mach das bitte rückgängig",
        "Stimmt doch nicht, mach das bitte rückgängig.",
        "Doch, es geht, ich komme. Nimm die Absage zurück.",
        "Ich hab mich vertan",
        "me equivoqué",
        "deshazlo por favor",
        "تراجع عن ذلك",
        "can you take that back?",
    ],
)
def test_what_was_done_last_is_wanted_back(words: str) -> None:
    """In four languages, with what people write around it."""
    assert undone(words)


@pytest.mark.parametrize(
    "words",
    [
        "I take back what I said to Ada",
        "back",
        "zurück",
        "no",
        "it was a mistake to move house",
        "Ada made a mistake",
        "stimmt nicht so ganz, sie war da",
    ],
)
def test_other_words_undo_nothing(words: str) -> None:
    """A no, a tale, what somebody else did."""
    assert not undone(words)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("invite Jonas, he speaks german", "Jonas"),
        ("Lade Jonas ein", "Jonas"),
        ("Ich brauche einen Einladungslink für Jonas Huber", "Jonas Huber"),
        ("Bitte einen Link für Jonas.", "Jonas"),
        ("necesito un enlace para Ana por favor", "Ana"),
        ("invite Jonas, Maria and Tom", "Jonas, Maria and Tom"),
        ("a link for my clients", ""),
    ],
)
def test_who_is_invited(words: str, name: str) -> None:
    """What is told of them is no name, nor is the German particle."""
    assert desk.invited(words) == name


def test_an_order_leads_and_a_tale_does_not() -> None:
    """ "Archive Tom" is one, "ok if I archive you" is none; a note stands behind its word, also at the end."""
    assert matter.begins("please archive Tom", "archiv") and not matter.begins(
        "Tom: ok if I archive you", "archiv"
    )
    assert matter.words_about("good session with Layla. note: she is tired", "Layla") == "she is tired"
    assert matter.words_about("session: fine", "Layla") == ""


def test_a_question_in_the_third_person_is_not_for_its_client() -> None:
    """ "Ask Ada how she slept" cannot go as it is; "ask Ada: how did you sleep?" can."""
    assert desk.about_asking("can you ask Ada how she slept")
    assert desk.about_asking("Frag Sabine, wie sie geschlafen hat.")
    assert not desk.about_asking("ask Ada: how did you sleep?")
