"""A message taken apart once, and what readings ask before they read: a no is sure, or something would be lost."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.understand import (
    absent,
    confidence,
    errand,
    homecoming,
    hours_wished,
    inquiry,
    manner,
    query,
    remark,
    removal,
    revoking,
    sharing,
    spoken_to,
    wondering,
)
from bot.core.understand import delay as delays
from bot.core.understand.delay import delay
from bot.core.understand.folding import fold, listed
from bot.core.understand.lexer import dated, tokens
from bot.core.understand.meanings import Reading
from bot.core.understand.spans import Days, long
from bot.core.understand.utterance import heard
from bot.core.understand.vocabulary import LANGUAGES
from bot.people.client.client import LONGEST

MONDAY = date(2026, 11, 30)
PIECES = sorted(
    listed("""
    pause paused stop break vacation holidays away gone off back urlaub weg zurück wieder da auszeit
    vacaciones pausa fuera until till bis hasta from ab for two weeks dos semanas zwei wochen next
    week nächste woche monday friday montag lunes january 7 24.12. christmas weihnachten i'm ich bin
    estoy please bitte no questions don't ask the a me can you would budget meeting felt tired
    sevenish zweieinhalb stunden las siete y media an hour tomorrow mañana maybe later half
    """)
)
SAID = st.lists(st.sampled_from(PIECES), min_size=1, max_size=7).map(" ".join)


@given(st.text(max_size=60) | SAID)
@settings(max_examples=300, deadline=None)
def test_its_forms_are_those_that_each_reading_made_for_itself(words: str) -> None:
    """Whatever somebody writes, the shared forms are the same as folding and bareing it anew."""
    one = heard(words)
    assert one.folded == fold(words)
    assert one.plain == " ".join(re.sub(r"[^\w\s]", " ", fold(words)).split())
    assert one.joined == " ".join(re.sub(r"[^\w\s]", " ", fold(words).replace("'", "")).split())
    assert one.bag >= {*re.findall(r"\w+", fold(words)), *re.findall(r"[^\W_]+", fold(words))}


def _read(words: str) -> Reading[Days]:
    """An absence read in each language, whether or not it can be one."""
    found = (absent._absence(words, MONDAY, one) for one in LANGUAGES)
    return next((one for one in found if one), Reading())


@given(SAID)
@settings(max_examples=200, deadline=None)
def test_what_is_not_read_as_an_absence_is_none(words: str) -> None:
    """What stops at the door says no days in any language, so that nothing is lost by the short way."""
    assert absent.absence(words, MONDAY, "en") == _read(words)


@pytest.mark.parametrize(
    "words",
    [
        "I noticed that I was waiting for permission again and did not ask",
        "the budget meeting ran until friday",
    ],
)
def test_words_of_its_own_stop_a_message_at_the_door(words: str) -> None:
    """A sentence with one word that is no day and no small word is not searched for days."""
    assert not absent._may(heard(words))


@given(SAID)
@settings(max_examples=200, deadline=None)
def test_what_can_be_no_delay_is_none(words: str) -> None:
    """A message with a word that no table has puts nothing off: its tokens are no day and no hour."""
    now, hours = datetime.fromisoformat("2026-11-30 12:00"), [time(19)] * 7
    if not dated(fold(words), delays._around()) and len(words) <= delays.LONGEST:
        said = re.sub(r"^(?:in|after|for|maybe|please|say) ", "", tokens(words, "en").replace("?", ""))
        assert not list(delays._instants(said, "en", now, hours))
        assert long(said) is None
        assert delay(words, "en", now, hours) is None


def test_no_reading_of_what_is_asked_of_the_bot_looks_further_than_the_door() -> None:
    """A message too long for the door would be too long for each reading behind it."""
    each = (
        errand,
        homecoming,
        hours_wished,
        inquiry,
        manner,
        remark,
        removal,
        revoking,
        sharing,
        spoken_to,
        wondering,
    )
    assert max(one.LONGEST for one in each) <= LONGEST
    assert max(map(len, [*query._commands(), *query._hello()])) < LONGEST
    assert confidence.unshares("x" * LONGEST) is None


@dataclass
class Towns:
    """What was looked for among them; Rome is one."""

    asked: list[str] = field(default_factory=list)

    def has(self, name: str) -> bool:
        self.asked.append(name)
        return name == "rome"


@pytest.mark.parametrize(
    "words",
    [
        "Ich habe gemerkt, dass ich auf einmal weniger will",
        "I am at odds with Tom",
        "we are in the same boat",
    ],
)
def test_no_town_is_looked_for_where_no_days_are_said(words: str) -> None:
    """An ordinary answer never has the list of all towns searched: that takes a quarter of a second."""
    towns = Towns()
    assert not absent.absence(words, MONDAY, "de", towns.has)
    assert towns.asked == []


def test_a_town_is_looked_for_where_days_are_said() -> None:
    """Who is in a town until Friday is away until then."""
    towns = Towns()
    assert absent.absence("I'm in Rome until friday", MONDAY, "en", towns.has)
    assert "rome" in towns.asked
