"""The place that words name: without what stands around it, before it and behind it."""

import pytest

from bot.core.understand.whereabouts import named


@pytest.mark.parametrize(
    ("words", "town"),
    [
        ("i live in graz", "graz"),
        ("Graz at the moment", "Graz"),
        ("Berlin too", "Berlin"),
        ("auch Berlin", "Berlin"),
        ("Berlin auch", "Berlin"),
        ("en madrid también", "madrid"),
        ("برلين كمان", "برلين"),
        ("no, Berlin", "Berlin"),
        ("nein, in Köln", "Köln"),
        ("No, I am in Leeds", "Leeds"),
        ("london, but I travel", "london"),
        ("madrid pero viajo mucho", "madrid"),
        ("in Graz, nur nicht heute", "Graz"),
        ("Nowy Targ", "Nowy Targ"),
    ],
)
def test_a_place_is_found_within_what_is_said_around_it(words: str, town: str) -> None:
    """A too, a no before it and a but behind it are no part of the name."""
    assert named(words) == town


@pytest.mark.parametrize("words", ["no", "nein", "nope", "not Berlin", "No sé"])
def test_a_no_alone_names_no_place(words: str) -> None:
    """What only says no is no town."""
    assert named(words) == ""


@pytest.mark.parametrize("words", ["no idea", "no quiero"])
def test_a_no_before_other_words_is_not_taken_off(words: str) -> None:
    """Without a comma a no belongs to what follows."""
    assert named(words) in ("", words)
