"""Removals: which short messages ask that something written be gone, and what a request names."""

import pytest

from bot.core.understand.removal import Removal, known_by, named, removal

LAST = (
    *("borra mi última respuesta", "puedes borrar lo que acabo de escribir", "elimina lo último que escribí"),
    *("delete my last answer", "please delete my last answer", "can you erase the last note?"),
    *("delete what I just wrote", "take back what I said", "Lösche meine letzte Antwort"),
    *(
        "kannst du meine letzte Antwort löschen",
        "lösch was ich gerade geschrieben habe",
        "احذف إجابتي الأخيرة",
    ),
)
ABOUT = {
    "hermano": (
        "borra lo que escribí sobre mi hermano",
        "borra lo de mi hermano",
        "quiero borrar lo que dije de mi hermano",
    ),
    "mother": ("can you delete what I wrote about my mother?", "delete everything I said about my mother"),
    "tom": ("remove the note about Tom please", "was ich über Tom geschrieben habe bitte löschen"),
    "brother": ("delete the brother stuff", "i want to delete the thing about my brother"),
    "bruder": (
        "ich möchte das mit meinem Bruder löschen",
        "lösch bitte was ich über meinen Bruder gesagt habe",
    ),
    "geld": ("Lösch die Antwort zu Geld", "lösch alles über Geld"),
    "امي": ("احذف ما كتبته عن أمي",),
}
TOLD = (
    *("quiero borrar mi pasado", "borré su número hoy", "elimina el azúcar"),
    *("I want to delete the app on my phone", "delete everything", "I would like to get rid of my cellar"),
    *("let's drop the thing about the car and move on", "I deleted his number today", "erase my life", "no"),
    *("delete what I wrote about it", "delete what I wrote about the lake " + "and the sea " * 10),
)


@pytest.mark.parametrize("words", LAST)
def test_the_last_answer_is_asked_to_be_deleted(words: str) -> None:
    """In four languages, as a request or a question."""
    assert removal(words) == Removal()


def test_a_message_is_told_from_an_answer() -> None:
    """Whoever says message means that alone."""
    assert removal("please delete my last message") == Removal(message=True)


@pytest.mark.parametrize(("about", "words"), [(key, one) for key, all_ in ABOUT.items() for one in all_])
def test_what_is_about_something_is_named_by_it(about: str, words: str) -> None:
    """Without the small words around it."""
    assert removal(words) == Removal((about,))


@pytest.mark.parametrize("words", TOLD)
def test_what_tells_something_deletes_nothing(words: str) -> None:
    """Other things than what was written here, and what is longer."""
    assert removal(words) is None


@pytest.mark.parametrize(
    ("words", "about"),
    [
        ("can you not show dana the brother stuff", ("brother",)),
        ("das mit meinem Bruder soll sie nicht wissen", ("bruder",)),
        ("hide what I said about the money from dana", ("money",)),
        ("hast du Dana von meinem Bruder erzählt?", ("bruder",)),
        ("لا تخبر Dana عن أخي", ("اخي",)),
        ("don't show dana that", ()),
    ],
)
def test_a_request_names_what_it_is_about(words: str, about: tuple[str, ...]) -> None:
    """The coach's own name is no such thing."""
    assert named(words, "Dana Keller") == about


def test_small_words_name_nothing() -> None:
    """At most four others do."""
    assert known_by("the my it") == ()
    assert known_by("one two three four five six") == ("two", "three", "four", "five")
