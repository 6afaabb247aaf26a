"""The safety lists on gold messages: what they find, what they leave alone, and what a slip of the hand changes."""

import random
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import safety_lists
from bot.cli.safety_check import Gold, golden
from bot.core.safety.concern import Concern

GOLD = Path(__file__).parent / "gold"
FULL = [one for one in safety_lists.languages() if (GOLD / f"{one}.txt").exists()]
APOSTROPHES = "'’‘ʼ´`"


def gold(language: str) -> list[Gold]:
    """All gold messages of a language."""
    return [one for file in sorted(GOLD.glob(f"{language}.*")) for one in golden(file)]


def found(language: str, text: str) -> Concern | None:
    """What a language's list finds."""
    made = safety_lists.of(language)
    assert made is not None
    return made.finder.find(text)


def outright(language: str, text: str) -> bool:
    """Whether a list finds tier 1."""
    one = found(language, text)
    return one is not None and one.tier == 1


def share(hits: list[bool]) -> float:
    """How many of them."""
    return sum(hits) / len(hits)


@pytest.mark.parametrize("language", FULL)
def test_lists_keep_to_their_figures(language: str) -> None:
    """Tier 1 finds 95 % of what is outright, any tier 60 % of what is not; ordinary stays under 0.5 and 3 %."""
    every = gold(language)
    assert share([outright(language, one.text) for one in every if one.expected == "1"]) >= 0.95
    assert share([found(language, one.text) is not None for one in every if one.expected == "2"]) >= 0.6
    ordinary = [found(language, one.text) for one in every if one.expected == "0"]
    assert share([one is not None and one.tier == 1 for one in ordinary]) <= 0.005
    assert share([one is not None for one in ordinary]) <= 0.03


@pytest.mark.parametrize("language", FULL)
def test_gold_is_large_and_mostly_ordinary(language: str) -> None:
    """A full list has 150 gold messages, English 300, more than half of them ordinary answers."""
    every = gold(language)
    assert len(every) >= (300 if language == "en" else 150)
    assert share([one.expected == "0" for one in every]) >= 0.55


def said_outright() -> list[tuple[str, str]]:
    """Every gold message that its list finds at tier 1."""
    return [
        (language, one.text)
        for language in FULL
        for one in gold(language)
        if one.expected == "1" and outright(language, one.text)
    ]


OUTRIGHT = said_outright()


@given(st.sampled_from(OUTRIGHT), st.sampled_from(APOSTROPHES), st.booleans(), st.booleans())
def test_how_it_is_typed_changes_nothing(
    one: tuple[str, str], apostrophe: str, large: bool, tight: bool
) -> None:
    """Apostrophes of any kind, capitals, no blanks behind full stops, invisible signs: tier 1 stays tier 1."""
    language, text = one
    text = text.replace("'", apostrophe)
    text = re.sub(r"([.!?,]) ", r"\1", text) if tight else text
    text = text.upper() if large else text
    assert outright(language, text)
    assert outright(language, text.replace(" ", " \u200b"))


def slipped(chance: random.Random, text: str) -> str:
    """A letter left out, doubled, or swapped with the next of its word."""
    at = chance.choice([n for n, letter in enumerate(text) if letter.isalpha()])
    kind = chance.randrange(3)
    if kind == 0:
        return text[:at] + text[at + 1 :]
    if kind == 1:
        return text[:at] + text[at] + text[at:]
    after = text[at + 1 : at + 2]
    return text[:at] + after + text[at] + text[at + 2 :] if after.isalpha() else text


def test_one_slip_is_mostly_mended() -> None:
    """Of what is said outright, nine in ten are found with a letter left out, doubled or swapped."""
    chance = random.Random(4)
    hits = [outright(language, slipped(chance, text)) for language, text in OUTRIGHT for _ in range(3)]
    assert share(hits) >= 0.9


def test_stretched_letters_are_read() -> None:
    """Of what is said outright, nearly all is found with a letter drawn out."""
    chance, hits = random.Random(4), []
    for language, text in OUTRIGHT:
        at = chance.choice([n for n, letter in enumerate(text) if letter.isalpha()])
        hits.append(outright(language, text[:at] + text[at] * 4 + text[at:]))
    assert share(hits) >= 0.97
