"""Whom a name means."""

import pytest

from bot.core.talk.exchange import name_in
from bot.core.understand.folding import same
from bot.core.understand.names import Named, named

PEOPLE = [
    (1, "Anna"),
    (2, "Anna Lena"),
    (3, "José"),
    (4, "O'Brien"),
    (5, "Sam"),
    (6, "sam "),
    (7, ""),
    (8, "محمّد"),
]


@pytest.mark.parametrize(
    ("words", "ways"),
    [
        ("José tue 15:00", [Named((3,), "tue 15:00")]),
        ("jose tue 15:00", [Named((3,), "tue 15:00")]),
        ("Jose\u0301 tue 15:00", [Named((3,), "tue 15:00")]),
        ("O’Brien", [Named((4,), "")]),
        ("obrien tomorrow", [Named((4,), "tomorrow")]),
        ("O Brien tomorrow", [Named((4,), "tomorrow")]),
        ("محمد غدا", [Named((8,), "غدا")]),
        ("SAM 15:00", [Named((5, 6), "15:00")]),
        ("Anna Lena tue", [Named((2,), "tue"), Named((1,), "Lena tue")]),
        ("anna-lena tue", [Named((2,), "tue")]),
        ("Anna tue", [Named((1,), "tue")]),
        ("Ann tue", [Named((1, 2), "tue", whole=False)]),
        ("O’Brian tue", [Named((4,), "tue", whole=False)]),
        ("tue 15:00", []),
        ("", []),
    ],
)  # fmt: skip
def test_whom_the_words_name(words: str, ways: list[Named]) -> None:
    """Names are the same without case, accents, blanks and apostrophes; all who are meant are given."""
    assert list(named(words, PEOPLE)) == ways


def test_one_form() -> None:
    """Two ways to type one name have one form."""
    assert same("Ｄ’Arcy  Löwe") == same("d'arcy lo\u0308we") == "darcylowe"
    assert same("\u2068Ada\u2069") == "ada"


def test_a_name_that_is_a_word_in_spanish_is_a_name_where_it_is_written_as_one() -> None:
    """Nada and Vale are names; nada and vale are not; what leads to a name in Spanish is no part of it."""
    assert [name_in(one) for one in ("Nada", "Vale", "nada", "vale", "no sé")] == [
        "Nada",
        "Vale",
        None,
        None,
        None,
    ]
    assert [name_in(one) for one in ("me llamo Inés", "hola, soy Ana", "estoy cansada")] == [
        "Inés",
        "Ana",
        None,
    ]
