"""A year of a client with a session a week: the plan of 52 weeks, and each talk of it played on the bare engine."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import cycle

from shelf import volumes

from bot.core.plan.facts import Begun, Facts
from bot.core.plan.foresight import offer_of
from bot.core.plan.recurrence import Session
from bot.core.plan.rhythm import parse_rhythm
from bot.core.plan.schedule import Planned, plan
from bot.core.script.script import Script
from bot.core.talk.model import Context, Reflection
from bot.core.talk.reflection import over
from bot.core.talk.rehearsal import Rehearsal
from bot.i18n import phrases

WEEKS = 52
START = datetime(2026, 1, 5, tzinfo=UTC)
ANSWERS = {
    "en": ("Slower than I thought, and that was fine with me in the end, mostly.", "calm", "I asked once."),
    "de": (
        "Langsamer als gedacht, und das war am Ende in Ordnung, meistens jedenfalls.",
        "ruhig",
        "Ich habe gefragt.",
    ),
    "es": (
        "Más despacio de lo que pensaba, y al final estuvo bien, casi del todo.",
        "calma",
        "Pregunté una vez.",
    ),
    "ar": ("أبطأ مما ظننت، وكان ذلك مقبولا في النهاية على الأغلب كما أظن.", "هدوء", "سألت مرة."),
}


@dataclass(frozen=True, slots=True)
class PlayedTalk:
    """One talk of the year: its week, what hangs it on, its script, and what the bot said in it."""

    week: int
    occasion: str
    script: str
    said: tuple[str, ...]


@cache
def planned() -> tuple[Planned, ...]:
    """What the plan brings in a year, from week to week, as it is worked out again with what was begun."""
    offers = tuple(offer_of(one) for one in _scripts("en") if one.header.for_ == "client")
    found: list[Planned] = []
    facts = Facts("UTC", parse_rhythm("mon,thu,sat 19:00"), START, sessions=tuple(_sessions()), offers=offers)
    for week in range(WEEKS):
        since = START + timedelta(weeks=week)
        begun = tuple(Begun(one.occasion, one.at, one.script) for one in found)
        known = replace(facts, begun=begun, heard=since, changed=since)
        found += plan(known, since, since + timedelta(weeks=1)).prompts
    return tuple(found)


def _scripts(language: str) -> tuple[Script, ...]:
    return tuple(one.script for one in volumes() if one.language == language)


def _sessions() -> Iterator[Session]:
    for number in range(1, WEEKS + 12):
        at = START + timedelta(days=1, hours=15, weeks=number - 1)
        yield Session(f"1:{at.date()}", at, number=number)


def played(language: str) -> Iterator[PlayedTalk]:
    """Every talk of the year in that language; what it lacks a script for is left out, as for its clients."""
    there = {one.name: one for one in _scripts(language)}
    times: dict[str, int] = {}
    answers = cycle(ANSWERS[language])
    for one in planned():
        if (script := there.get(one.script)) is not None:
            before = times.setdefault(one.script, 0)
            times[one.script] += 1
            said = tuple(_play(script, language, before, answers))
            yield PlayedTalk((one.at - START).days // 7, one.occasion, one.script, said)


def _play(script: Script, language: str, before: int, answers: Iterator[str]) -> Iterator[str]:
    """What the bot says to somebody who answers each question, by a tap where one rates or chooses in turn."""
    context = Context("Dana", "Ada", before + 1, session_when="Tue, 15:00", before=before)
    talk = Rehearsal(script, Reflection(script.name, language, 1, context), START, phrases=phrases(language))
    lines = talk.begin()
    for turn in range(12):
        yield from (one.text for one in lines if one.key == "bot")
        if over(talk.reflection):
            return
        step = script.step(talk.reflection.step)
        if step is not None and step.scale is not None:
            lines = talk.tap(str(step.scale.high - (before + turn) % 3))
        else:
            lines = (*talk.write(next(answers)), *talk.wait(timedelta(minutes=2)))
    raise AssertionError(f"{script.name} does not end")
