"""Homecomings: which short messages greet or say that somebody is back, and which tell something."""

import pytest

from bot.core.understand.homecoming import says_back

BACK = (
    *(
        "Hola, ya estoy de vuelta",
        "he vuelto",
        "perdón por el silencio",
        "buenas tardes",
        "volví de mis vacaciones",
    ),
    *("I'm back early", "I'm already back", "back early", "I'm back from my trip early", "bin doch schon da"),
    *("ich bin früher zurück", "ich bin aus dem Urlaub zurück", "عدت مبكرا", "رجعت من السفر"),
    *(
        "hi",
        "Hello again!",
        "hi, I was away",
        "hello, long time",
        "I'm back",
        "sorry for the silence",
        "hey, me again",
    ),
    *(
        "I have been away for a while",
        "it's been a while",
        "here I am again",
        "hello there, sorry, I was quiet",
    ),
    *("hallo", "ich bin wieder da", "bin wieder da", "hallo, war lange weg", "sorry für die lange Stille"),
    *("guten Abend, da bin ich wieder", "مرحبا", "لقد عدت", "كنت غائبا", "مرحبا، رجعت"),
)
TOLD = (
    *("volví a llorar", "estoy cansada", "estuve con mi madre"),
    *("I'm back to square one", "I am home alone", "ich bin schon wieder krank"),
    *(
        "hi, the work was hard",
        "I was away with my mother",
        "back pain",
        "a long time ago I left him",
        "hello?",
    ),
    *("bin müde", "war schwer", "es war ruhig", "", "!", "I was angry", "كنت حزينا", "hi " * 40),
)


@pytest.mark.parametrize("words", BACK)
def test_a_greeting_or_a_word_of_return_is_known(words: str) -> None:
    """In four languages, with courtesy around it."""
    assert says_back(words)


@pytest.mark.parametrize("words", TOLD)
def test_what_tells_something_is_no_homecoming(words: str) -> None:
    """It is kept as what it is."""
    assert not says_back(words)
