"""TIME: a text that says how far away something is holds for every time at which its own trigger lets it come."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.lint.finding import Finding, finding
from bot.core.lint.lexicon import TimeWord, TimeWords
from bot.core.lint.reading import ReadMessage
from bot.core.lint.sentences import Sentence
from bot.core.script.script import When

DELAY = 24 * 24
"""Hours by which a prompt may come later than its trigger says: 72 to wait, and put off for a week three times."""

_CLOSE = 4  # words between a moment and what it is said of
_APART = re.compile(r"[;:–—]")
_ROUND = 0.25  # "three months" is true a quarter more or less
_NEVER = (1.0, -1.0)  # a span that holds nothing: always another


@dataclass(frozen=True, slots=True)
class Distance:
    """Words for a time at ``start`` to ``end`` of a sentence; ``span``: hours from now, from … to.

    ``near``: the words are everyday ones, and speak of what a script hangs on only beside its name.
    """

    start: int
    end: int
    span: tuple[float, float]
    near: bool = False


def distances(sheet: ReadMessage) -> Iterator[Finding]:
    """TIME, at each distance in time that the script's own trigger does not keep. Pure."""
    when, words = sheet.setting.when, sheet.setting.words.times
    if when is None:
        return
    for sentence in sheet.sentences:
        last = 0
        for one in sorted(_found(sentence, words), key=lambda one: (one.start, -one.end)):
            if one.start >= last and _meant(one, sentence, sheet, when) and not _holds(one.span, when):
                said = sentence.shown[one.start : one.end]
                yield finding("TIME", sheet.origin(sentence.start + one.start), said, remedy=_remedy(when))
                last = one.end


def _found(sentence: Sentence, words: TimeWords) -> Iterator[Distance]:
    for frames, sign in ((words.past, -1), (words.ahead, 1)):
        for frame in frames:
            for found in frame.finditer(sentence.text):
                yield Distance(*found.span(), _span(found, words, sign))
    yield from _moments(sentence, words.named, near=False)
    yield from _moments(sentence, words.near, near=True)
    greeting = words.greeting.match(sentence.text)
    if greeting:
        yield Distance(*greeting.span(), _NEVER)


def _moments(sentence: Sentence, moments: tuple[TimeWord, ...], near: bool) -> Iterator[Distance]:
    for moment in moments:
        for found in moment.words.finditer(sentence.text):
            yield Distance(*found.span(), (moment.first, moment.last), near)


def _span(found: re.Match[str], words: TimeWords, sign: int) -> tuple[float, float]:
    """From … to in hours, as an amount says it: three days, a few hours, some weeks."""
    unit = next(hours for said, hours in words.units if said.fullmatch(found["unit"])) or 1 / 60
    if found["some"] or (not found["few"] and not found["number"] and words.many.fullmatch(found["unit"])):
        near, far = (2 * unit, math.inf if unit >= 168 else 30 * unit)
    elif found["few"]:
        near, far = 2 * unit, 10 * unit
    else:
        said = found["number"] or "1"
        number = int(said) if said.isdecimal() else words.numbers[said]
        near, far = number * unit * (1 - _ROUND), number * unit * (1 + _ROUND)
    return (near, far) if sign > 0 else (-far, -near)


def _meant(one: Distance, sentence: Sentence, sheet: ReadMessage, when: When) -> bool:
    """Whether the words speak of what the script hangs on, and not of the client's own days."""
    if one.span == _NEVER and not one.near:
        return True
    events = list(sheet.setting.words.times.event.finditer(sentence.text))
    if one.near or sentence.questioned or sheet.setting.voice == "label":
        return any(_beside(one, event, sentence.text) for event in events)
    return bool(events) or when.kind not in ("demand", "gap", "weekly")


def _beside(one: Distance, event: re.Match[str], text: str) -> bool:
    between = text[event.end() : one.start] if event.end() <= one.start else text[one.end : event.start()]
    apart = between.split()
    return not _APART.search(between) and len(apart) <= (1 if "," in between or "،" in between else _CLOSE)


def _holds(span: tuple[float, float], when: When) -> bool:
    first, last = _reach(when)
    return span[0] <= first and last <= span[1]


def _reach(when: When) -> tuple[float, float]:
    """The hours from now at which what a script hangs on can lie, when the script is read; negative is past."""
    match when.kind:
        case "after":
            return -(when.hours + DELAY), -when.hours
        case "before":
            return 0, when.hours + 72
        case "mark" | "ending":
            return -(max(when.days) * 24 + DELAY), -min(when.days) * 24
        case "last" | "sessions":
            return -(14 * 24 + DELAY), -3
    return -math.inf, math.inf


def _remedy(when: When) -> str:
    named = "say {{ session_when }}, behind {% if session_when %}, which names day and hour of the session"
    match when.kind:
        case "after" | "before" | "last" | "sessions" | "midway" | "moved":
            return f"It may come earlier, later, or be put off. Leave the time out, or {named}."
        case "mark" | "ending":
            return (
                "It comes at several distances, and may be put off. Leave the time out, or say “some time”."
            )
    return "Nothing here ties it to that time. Leave the time out."
