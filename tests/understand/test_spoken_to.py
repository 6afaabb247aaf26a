"""Wishes for a language: a whole message that names one, and what only speaks of one."""

import pytest

from bot.core.understand.spoken_to import spoken_to

WISHED = {
    "es": (
        "en español por favor",
        "¿puedes escribirme en español?",
        "Spanisch bitte",
        "switch to Spanish",
        "castellano",
    ),
    "de": (
        "deutsch",
        "Auf Deutsch bitte!",
        "/sprache deutsch",
        "in German please",
        "können wir auf Deutsch schreiben",
    ),
    "en": ("English please", "/language english", "could you write to me in English?", "lieber englisch"),
    "ar": ("arabic", "بالعربية من فضلك", "عربي", "switch to Arabic"),
}

TOLD = (
    *("mi clase de español", "hablo español con mi madre"),
    *("I had to speak English all day", "my German class", "deutsch war heute schwer", "switch to tea", "no"),
    "it is about the English course that I began on Monday, of which I hope much",
)


@pytest.mark.parametrize(("code", "words"), [(code, one) for code, said in WISHED.items() for one in said])
def test_a_language_is_wished_for_in_words(code: str, words: str) -> None:
    """With courtesies, as a command or alone, in four languages."""
    assert spoken_to(words) == code


@pytest.mark.parametrize("words", TOLD)
def test_what_speaks_of_a_language_wishes_none(words: str) -> None:
    """Words of the client's own are no wish."""
    assert spoken_to(words) == ""
