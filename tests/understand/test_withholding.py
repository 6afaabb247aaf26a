"""Words that ask to hold back what was written are known, in four languages; ordinary words are not."""

import pytest

from bot.core.understand.confidence import confides, nothing_else
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
    "esto quiero que Dana lo lea",
    "quiero que Dana lo lea",
    "que mi coach lo sepa",
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


@pytest.mark.parametrize(
    "words",
    [
        "keep this between us, my boss is a bully",
        "keep this between us, Petra cried",
        "don't tell Dana, but I quit",
        "don't tell Dana, I quit",
        "My boss is a bully, don't tell Dana",
        "sag Dana nichts, ich habe gekündigt",
        "Dana soll das nicht wissen, ich trinke wieder",
        "ich will nicht, dass Dana das liest, mein Bruder trinkt",
        "please don't show Dana this, my mother drinks",
        "keep it from Dana, I lied to her",
        "don't tell Dana that I quit",
        "sag Dana nicht, dass ich gekündigt habe",
        "لا تخبري Dana، تركت العمل",
        "لا أريد أن تعرف Dana، أنا أشرب",
        "can you not tell Dana, I drank again",
        "I'd rather Dana didn't read this, I cheated",
        "Dana darf das nicht sehen, Tom hat mich geschlagen",
        "I don't want Dana to see this because my brother is in prison",
        "hide this from Dana, I hate the sessions",
        "zeig Dana das nicht, ich war beim Arzt",
        "لا تقولي لدانا، تشاجرت مع أمي",
        "keep this private, my marriage is over",
    ],
)
def test_words_beside_a_wish_are_an_answer(words: str) -> None:
    """Behind a comma or a "that", before the wish or after it."""
    assert not only_withholds(words, "Dana")


@pytest.mark.parametrize(
    "words",
    [
        "keep this between us",
        "keep this between us please",
        "don't tell Dana",
        "please don't show this to Dana, thanks",
        "I'd rather Dana didn't read this, please",
        "ich will nicht, dass Dana das liest",
        "bitte, Dana soll das nicht lesen",
        "sag Dana nichts davon, bitte",
        "don't tell Dana what I wrote about my brother",
        "hide this from Dana, the thing about my brother",
        "lieber wenn Dana das nicht liest",
        "keep the brother stuff from Dana",
        "don't share that with Dana, ok?",
        "Can you not show that to Dana, it's too personal",
        "mir lieber, Dana liest das nicht",
        "لا تظهري هذا لـ Dana من فضلك",
        "لا أريد أن تعرف Dana",
        "halt das zurück, bitte",
        "das geht Dana nichts an",
        "das von vorhin soll Dana nicht sehen, ist mir peinlich",
    ],
)
def test_a_wish_with_small_words_beside_it_is_still_one(words: str) -> None:
    """Thanks, a reason that tells nothing, or what it is about."""
    assert only_withholds(words, "Dana") or (confides(words, "Dana") and nothing_else(words, "Dana"))
