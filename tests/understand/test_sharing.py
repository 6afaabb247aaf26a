"""A whole message that asks to show the coach what was just written is known, in four languages."""

import pytest

from bot.core.understand.request import asks
from bot.core.understand.sharing import may_share, opens_up, shares, shares_again

KNOWN = (
    *(
        "compártelo con Dana",
        "comparte esto con mi coach",
        "mándale mi última respuesta a Dana",
        "Dana puede leerlo",
    ),
    *(
        "share this with Dana",
        "please share this one with Dana",
        "send Dana my last answer",
        "show it to my coach",
    ),
    *("Dana may read this", "let Dana read that", "forward that to Dana please", "can you share it with her"),
    *(
        "teil das bitte mit Dana",
        "schick Dana meine letzte Antwort",
        "das darf Dana lesen",
        "zeig das meinem Coach",
    ),
    *("شارك هذا مع Dana", "أرسلي إجابتي الأخيرة إلى Dana"),
)
ORDINARY = (
    *("comparto piso con Dana", "no compartas esto con Dana", "se lo mostré a Dana"),
    *(
        "I share this flat with Dana's brother",
        "share",
        "I want to share more with him at home",
        "send her flowers",
    ),
    *("I showed it to Dana", "don't share this with Dana", "Dana can read me well", "ich teile das Zimmer"),
)


@pytest.mark.parametrize("words", KNOWN)
def test_who_asks_to_share_what_they_wrote_is_understood(words: str) -> None:
    """With the coach's name, or as my coach."""
    assert shares(words, "Dana")


@pytest.mark.parametrize("words", ORDINARY)
def test_words_about_sharing_share_nothing(words: str) -> None:
    """What tells of it, or forbids it."""
    assert not shares(words, "Dana")


@pytest.mark.parametrize(
    "words", ("share this one with Dana: I want to stop", "schick das an Dana: ich bin krank")
)
def test_what_follows_a_wish_to_share_asks_something_of_the_coach(words: str) -> None:
    """Words behind a colon are for the coach: they are offered to be told."""
    assert asks(words, "Dana")


@pytest.mark.parametrize(
    "words",
    [
        "share it again after all",
        "ok you can share it again",
        "doch wieder teilen",
        "Dana may see it after all",
        "share it with Dana after all",
        "make it visible again",
        "unhide it",
        "teil es doch",
        "doch teilen",
        "kannst du wieder freigeben",
        "Dana darf es doch sehen",
        "Dana kann das doch lesen",
        "mach es wieder sichtbar",
        "شاركه مرة أخرى",
        "share the Petra thing again",
        "das mit Petra doch wieder teilen",
        "Dana can read it anyway",
        "it's no longer private",
        "ist nicht mehr privat",
        "share what i wrote about Petra after all",
        "I changed my mind, share it again",
        "doch wieder mit Dana teilen",
        "please share that again",
    ],
)
def test_who_shares_again_what_was_held_back_is_understood(words: str) -> None:
    """After all, again, no longer private; with or without what it is about."""
    about = shares_again(words, "Dana")
    assert about == (("petra",) if "Petra" in words else ())


@pytest.mark.parametrize(
    "words",
    [
        "we share a flat again",
        "I saw him again",
        "doch nicht",
        "don't share it again",
        "I want to see her again",
        "ich will sie wieder sehen",
        "ich habe wieder geteilt",
        "share",
        "show me again",
        "I can see again",
        "read it again",
        "er darf wieder lesen",
        "I sent it again",
        "let me read that again",
        "ich lese wieder",
        "he can see again",
        "i want to share it again with my wife",
        "lies das nochmal",
        "show it again",
        "zeig das nochmal",
    ],
)
def test_again_alone_shares_nothing(words: str) -> None:
    """What is told of seeing and sharing in a life."""
    assert shares_again(words, "Dana") is None


@pytest.mark.parametrize(
    "words",
    (
        "das darf dana ruhig sehen",
        "das kann sie ruhig lesen",
        "esto si puede leerlo ella",
        "she can see that",
        "هذا عادي دانا تشوفه",
    ),
)
def test_that_the_coach_may_see_it_is_heard_as_people_say_it(words: str) -> None:
    """With small words between, or by a pronoun."""
    coach = "دانا" if "دانا" in words else "Dana"
    assert shares(words, coach) or may_share(words, coach)
    assert not shares("she can see that", coach)  # she may be anybody


@pytest.mark.parametrize(
    "words",
    (
        "ab jetzt kann dana alles sehen eig",
        "from now on she can see it",
        "desde ahora dana puede leerlo todo",
        "من الآن دانا تشوف كل شي",
    ),
)
def test_that_the_coach_may_see_all_from_now_on_is_heard(words: str) -> None:
    """It is about the setting, and not about one answer."""
    coach = "دانا" if "دانا" in words else "Dana"
    assert opens_up(words, coach) and not shares(words, coach)
    assert not opens_up("from now on I can see it", coach) and not opens_up(
        "ab jetzt kann ich alles sehen", coach
    )
