"""What a sentence asks for: it reads the function, not only the grammar.

A sentence is cut into clauses, each clause into the places where asking begins (heads); the last head is
what a listener answers. docs/rules/CLOSED.md tells the decisions in plain words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from bot.core.lint.lexicon import Asking
from bot.core.lint.sentences import Sentence

Reading = Literal[
    "open", "invitation", "request", "completion", "yes_no", "fact", "soft_fact", "tag", "echo", "statement"
]
"""open, invitation, request, completion ask for words; yes_no, fact, soft_fact, tag and echo (a statement
with a question mark) for a yes, a no or one word; statement asks for nothing."""

OPEN: frozenset[Reading] = frozenset({"open", "invitation", "request", "completion"})
CLOSED: frozenset[Reading] = frozenset({"yes_no", "fact", "soft_fact", "tag", "echo"})

_CLAUSE = re.compile(r"[,;:—–…¿]+|\.\.+|--+|\s-+\s|\s-+$|\n+")
_GOES_ON: frozenset[Reading] = frozenset({"yes_no", "invitation"})
_STUTTER = re.compile(r"\b((?:[\w']+ ){1,3})(?=\1)")
_TRAILS = re.compile(r"(?:\.\.|…)\s*[?؟？]+$")
_EDGE = " \n,;:—–…¿¡.!?؟؛،？\"'“”„«»()[]*•-"


@dataclass(frozen=True, slots=True)
class Head:
    """A place in a sentence where asking begins; ``cut`` is where what stood before it ends."""

    place: int
    cut: int
    reading: Reading
    joined: bool
    bare: bool = False


def reading(sentence: Sentence, asking: Asking) -> Reading:
    """What the sentence asks for."""
    found = heads(sentence, asking)
    if found and found[-1].reading in OPEN:
        return "fact" if _offers(sentence, asking) else found[-1].reading
    if _tag(sentence, asking) is not None:
        return "tag"
    if found:
        return found[-1].reading
    return (
        "fact"
        if sentence.questioned and asking.scale.search(sentence.text)
        else _without_head(sentence, asking)
    )


def _offers(sentence: Sentence, asking: Asking) -> bool:
    """Whether answers to choose from follow the question: "what was it, the job or the marriage?"."""
    start, end = list(clauses(sentence.text))[-1]
    return (
        _expects(sentence)
        and start > 0
        and asking.options.fullmatch(sentence.text[start:end].strip(_EDGE)) is not None
    )


def tag(sentence: Sentence, asking: Asking) -> int | None:
    """Where the tag of a tag question begins, or None."""
    found = heads(sentence, asking)
    return None if found and found[-1].reading in OPEN else _tag(sentence, asking)


def heads(sentence: Sentence, asking: Asking) -> tuple[Head, ...]:
    """The places where asking begins, in order."""
    return _heads(Sentence(sentence.text, sentence.shown, 0, 0, sentence.mark), asking)


@lru_cache(maxsize=64)
def _heads(sentence: Sentence, asking: Asking) -> tuple[Head, ...]:
    """As ``heads``, wherever the sentence stands: each rule about asking looks at the same few sentences."""
    found: list[Head] = []
    sentence = replace(sentence, text=_STUTTER.sub(lambda said: " " * len(said[0]), sentence.text))
    for start, end in clauses(sentence.text):
        for head in _clause(sentence, start, end, asking, not found and _expects(sentence)):
            if not found or _counts(found[-1], head, asking):
                found.append(head)
    if found and asking.scale.search(sentence.text):
        found[-1] = Head(found[-1].place, found[-1].cut, "fact", found[-1].joined)
    return tuple(found)


def _counts(last: Head, head: Head, asking: Asking) -> bool:
    """Whether a further head asks anew, or only goes on with what the last one asks."""
    if last.bare:  # "What, if anything, did you ..."
        return head.reading not in _GOES_ON
    if head.joined or asking.splices:
        return True
    return (
        last.reading in ("invitation", "request") and head.reading == "fact"
    )  # "can you say, how often ..."


def clauses(text: str) -> Iterator[tuple[int, int]]:
    """The stretches between commas and other pauses, as places in the text."""
    start = 0
    for pause in _CLAUSE.finditer(text):
        yield start, pause.start()
        start = pause.end()
    yield start, len(text)


def begin(text: str, start: int, end: int, lead_in: re.Pattern[str]) -> int:
    """Where a clause begins once "so", "well", "and" and their like are passed over."""
    place = _past_edge(text, start, end)
    while (word := lead_in.match(text, place, end)) and word.end() > place:
        place = _past_edge(text, word.end(), end)
    return place


def _past_edge(text: str, place: int, end: int) -> int:
    while place < end and text[place] in _EDGE:
        place += 1
    return place


def _expects(sentence: Sentence) -> bool:
    """Whether an answer is expected: a question mark, or speech as it was written down, without any mark."""
    return sentence.questioned or (sentence.mark == "" and sentence.shown[:1].islower())


def _clause(sentence: Sentence, start: int, end: int, asking: Asking, first: bool) -> Iterator[Head]:
    """The heads of one clause: at its beginning and after each "and"; else the last one inside it."""
    text = sentence.text
    if asking.parenthesis.fullmatch(text[start:end].strip(_EDGE)):
        return
    place = begin(text, start, end, asking.lead_in)
    joined = asking.joiner.match(text, _past_edge(text, start, end), end) is not None
    head = _at(text, place, end, asking, first) if place < end else None
    if head is None:
        inside = _inside(text, place, end, asking)
        if inside is not None:
            yield inside
        return
    bare = asking.bare.fullmatch(text[place:end].strip(_EDGE)) is not None
    yield Head(place, start, head, joined, bare)
    yield from _joined(text, place, end, asking)


def _joined(text: str, place: int, end: int, asking: Asking) -> Iterator[Head]:
    spared = [one for spare in (asking.not_joined, asking.pair) for one in spare.finditer(text, place, end)]
    for joint in asking.joined.finditer(text, place, end):
        if any(_overlap(joint, one) for one in spared):
            continue
        place = begin(text, joint.end(), end, asking.lead_in)
        head = _at(text, place, end, asking, first=False)
        if head is not None:
            yield Head(place, joint.start(), head, joined=True)


def _inside(text: str, place: int, end: int, asking: Asking) -> Head | None:
    """The last place inside a run-on clause where asking plainly begins."""
    found: Head | None = None
    for pattern in (asking.yes_no_inside, asking.open_inside, asking.invitation):
        for match in pattern.finditer(text, place, end):
            head = _at(text, match.start(), end, asking, first=False)
            if head is not None and (found is None or match.start() >= found.place):
                found = Head(match.start(), match.start(), head, joined=False)
    return found


def _at(text: str, place: int, end: int, asking: Asking, first: bool) -> Reading | None:
    """What is asked from ``place`` on, or None where nothing is."""
    if asking.request.match(text, place, end) and not asking.not_request.match(text, place, end):
        return _asked(text, place, end, asking, "request")
    if asking.invitation.match(text, place, end) and not asking.not_invitation.match(text, place, end):
        return _asked(text, place, end, asking, "invitation")
    if asking.open_.match(text, place, end) and not asking.not_open.match(text, place, end):
        return _fact(text, place, end, asking) or "open"
    if asking.yes_no.match(text, place, end) or (first and asking.yes_no_first.match(text, place, end)):
        return "yes_no"
    return None


def _asked(text: str, place: int, end: int, asking: Asking, reading: Reading) -> Reading:
    """An invitation to say how many or whether is a question for a fact in a kind coat."""
    inner = asking.fact.search(text, place, end)
    if inner is None or any(_overlap(inner, spare) for spare in asking.not_fact.finditer(text, place, end)):
        return reading
    return "fact"


def _fact(text: str, place: int, end: int, asking: Asking) -> Reading | None:
    if asking.not_fact.match(text, place, end):
        return None
    if asking.fact.match(text, place, end):
        return "fact"
    return "soft_fact" if asking.soft_fact.match(text, place, end) else None


def _tag(sentence: Sentence, asking: Asking) -> int | None:
    found = asking.tag.search(sentence.text)
    if (
        found is None
        or found.start() == 0
        or any(_overlap(found, spare) for spare in asking.not_tag.finditer(sentence.text))
    ):
        return None
    return found.start()


def _without_head(sentence: Sentence, asking: Asking) -> Reading:
    text = sentence.text.strip(_EDGE)
    if sentence.mark == "…" or _TRAILS.search(sentence.text):
        return "completion"
    if not sentence.questioned and not (_expects(sentence) and asking.person.search(text)):
        return "statement"
    start = begin(sentence.text, 0, len(sentence.text), asking.lead_in)
    whole = text if start >= len(sentence.text) else sentence.text[start:].strip(_EDGE)
    return "open" if asking.elliptic.search(whole) or asking.elliptic.fullmatch(text) else "echo"


def _overlap(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()
