"""What may need a person is never given back: not as a quote in a template, not as an echo."""

from bot.core.base.quote import Quote
from bot.core.talk.model import Answer, Context, Phrases, Reflection
from bot.core.talk.prompt import thanks

WORDS = "I am only a burden"


def test_hushed_words_are_shown_as_dots() -> None:
    """A quote of them is true as any words are, and shows none of them."""
    quote = Quote(WORDS, hushes=lambda said: said == WORDS)
    assert quote and str(quote) == "“…”"
    assert str(Quote("all went well", hushes=lambda said: said == WORDS)) == "“all went well”"
    assert str(Quote("", hushes=lambda said: True)) == ""


def test_hushed_words_are_not_echoed() -> None:
    """They are thanked for without a word of them; others are echoed as before."""
    talk = Reflection("spark", "en", 1, Context("Dana"), answers=(Answer("one", 1, "?", (WORDS,), (7,)),))
    hushed, plain = Phrases(hushes=lambda said: said == WORDS), Phrases()
    assert thanks(talk, hushed) == hushed.kept
    assert WORDS in thanks(talk, plain)
