"""Words that ask to hold back what was written are known, in four languages; ordinary words are not."""

import pytest

from bot.core.understand.withholding import only_withholds, withholds

ASKED = (
    "no le muestres esto a Dana",
    "prefiero que Dana no lo vea",
    "lo de mi hermano no es para Dana",
    "no se lo digo a Dana",
    "puedes no enseñarle eso a Dana",
    "que no lo vea Dana",
    "halt das zurück",
    "das soll Dana nicht sehen",
    "das mit meinem Bruder soll sie nicht wissen",
    "ich will nicht dass sie das liest",
    "das geht Dana nichts an",
    "kannst du das Dana nicht zeigen",
    "das soll nicht an Dana gehen",
    "can you not show dana the brother stuff",
    "don't show dana that",
    "not telling dana about my brother",
    "hide this from dana",
    "please hold that back",
    "keep the brother stuff from dana",
    "I'd rather dana didn't see that",
    "that shouldn't go to dana",
    "احجب هذا عن Dana",
    "لا تظهر هذا ل Dana",
    "لا أريد أن تقرأ Dana هذا",
)
ORDINARY = (
    "no le dije nada a Dana",
    "Mi hermano no quiere que lo vea",
    "guardo mis tardes para mí",
    "Sie will nicht, dass er das sieht",
    "Ich halte mich zurück",
    "Das geht mich nichts an",
    "I'm not telling him how I feel",
    "I did not tell her about the money",
    "Can she not see what she does to me?",
    "keep my evenings private",
    "the lake",
    "",
)


@pytest.mark.parametrize("words", ASKED)
def test_a_request_to_hold_back_is_known(words: str) -> None:
    """Whoever asks that the coach does not get it is heard."""
    assert withholds(words, "Dana")


@pytest.mark.parametrize("words", ORDINARY)
def test_ordinary_words_ask_nothing_to_be_held_back(words: str) -> None:
    """Words about other people, and about anything else, are no such request."""
    assert not withholds(words, "Dana")


def test_what_tells_something_of_its_own_is_no_request() -> None:
    """A long message is told, whatever it says of the coach in passing."""
    assert not withholds("halt das zurück " + "und dann war da noch der See " * 10, "Dana")


@pytest.mark.parametrize("words", ASKED)
def test_a_request_alone_tells_nothing_of_its_own(words: str) -> None:
    """It is about what was written before."""
    assert only_withholds(words, "Dana")


@pytest.mark.parametrize(
    "words",
    [
        "don't tell Dana: my brother is in prison",
        "halt das zurück. Ich war gestern am See",
        "don't show dana that " + "and then we went home " * 4,
        "the lake",
    ],
)
def test_a_request_with_words_of_its_own_is_an_answer_too(words: str) -> None:
    """What stands behind it belongs to the question in sight."""
    assert not only_withholds(words, "Dana")
