"""Settings that whole messages change, and a yes as people say it, in every tongue."""

import pytest

from bot import places
from bot.core.understand.assent import assent
from bot.core.understand.everyday import everyday
from bot.core.understand.hours_wished import hours_wished
from bot.core.understand.resetting import enough, moved, renamed
from bot.core.understand.spoken_to import spoken_to


@pytest.mark.parametrize(
    ("words", "name"),
    [
        *(("change my name to Tom", "Tom"), ("can you change my name to Anna Weiss?", "Anna Weiss")),
        *(("änder meinen Namen in Ley", "Ley"), ("cambia mi nombre a Inés", "Inés")),
        *(("غير اسمي الى كريم", "كريم"), ("ابي اغير اسمي لكريم", "كريم")),
        *(("my name is a burden", ""), ("i want to change my name to be free of him", "")),
    ],
)
def test_a_name_is_changed_in_words(words: str, name: str) -> None:
    """As it was typed; a story has none."""
    assert renamed(words) == name


@pytest.mark.parametrize(
    ("words", "town"),
    [
        *(
            ("im in lisbon now", "lisbon"),
            ("change my city to cairo", "cairo"),
            ("we moved to Leeds", "leeds"),
        ),
        *(("bin grad in wien", "wien"), ("bin nach Köln gezogen", "koln"), ("ya volví a madrid", "madrid")),
        *(("kann ich meinen ort auf wien umstellen?", "wien"), ("estoy en buenos aires", "buenos aires")),
        *(("انا في القاهرة", "القاهره"), ("i was in rome", ""), ("er ist in wien", "")),
    ],
)
def test_a_place_is_said_in_words(words: str, town: str) -> None:
    """Where somebody is now; whether it is a place is looked up elsewhere."""
    assert moved(words)[0] == town


@pytest.mark.parametrize("words", ["bin in Not", "bin grad in Wut", "estoy en paz", "I'm in love"])
def test_a_state_is_no_place(words: str) -> None:
    """Not, Wut and Paz are towns too; who says it of themselves is asked for no place."""
    town, asked = moved(words)
    assert not asked and (everyday(town) or not places.towns(town, "en"))


def test_enough_is_so_many_a_week() -> None:
    """With a number of times; what else is enough, no number reads."""
    assert enough("con una a la semana me sobra") == "una a la semana"
    assert enough("two questions a week is enough") == "two a week"
    assert enough("einmal die Woche reicht mir") == "einmal die woche"
    assert enough("the walk was long") == ""


@pytest.mark.parametrize(
    "words", ["ja genau", "jaa", "yesss please", "yes lets do it", "si claro", "siii", "ايوه", "صح", "تمام"]
)
def test_a_yes_of_every_day(words: str) -> None:
    """Drawn out, doubled, in a dialect."""
    assert assent(words) == "yes"


@pytest.mark.parametrize("words", ["nah not really", "no gracias", "لا شكرا", "nee", "nein danke"])
def test_a_no_of_every_day(words: str) -> None:
    """The same of a no."""
    assert assent(words) == "no"


@pytest.mark.parametrize(
    "words", ["ok but not now", "yes and no", "ja aber nein", "ja, aber", "right after work", "sure?", "good"]
)
def test_what_is_neither(words: str) -> None:
    """Both at once, a question, or words of their own."""
    assert assent(words) is None


def test_hours_and_a_language_are_wished_in_everyday_words() -> None:
    """Behind a reason, or as a bare preference; in spoken Arabic."""
    assert hours_wished("mejor por la mañana") == "por la manana"
    assert hours_wished("nächste Woche Spätdienst, da bitte vormittags") == "vormittags"
    assert hours_wished("hab diese woche spät, kann man die uhrzeit auf 10 morgens ändern?") == "10 morgens"
    assert hours_wished("i feel better in the morning") == ""
    assert (spoken_to("ابي انجليزي"), spoken_to("كلمني عربي لو سمحت")) == ("en", "ar")
