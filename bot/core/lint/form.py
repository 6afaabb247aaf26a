"""The rules about form: length, ease, exclamation marks, capitals, emoji."""

import re
from collections.abc import Iterator

from bot.core.lint.ease import LIMITS, count, hardness
from bot.core.lint.finding import Finding, finding
from bot.core.lint.reading import ReadMessage

WORDS = (30, 45)
LETTERS = (280, 400)
STILL_WORDS = 60  # hold and info say a little more
SENTENCE_WORDS = (20, 30)
READABLE = 8  # words below which no index says anything

_EMOJI = re.compile(
    r"(?:[\U0001F1E6-\U0001F1FF]{2}|[\u2600-\u27bf\u2b00-\u2bff\U0001F300-\U0001FAFF](?:\ufe0f|[\U0001F3FB-\U0001F3FF])?"
    r"(?:\u200d[\u2600-\u27bf\U0001F300-\U0001FAFF]\ufe0f?)*)"
)
_CAPITALS = re.compile(r"(?<![\w/@{])[^\W\d_]{2,}(?:'[^\W\d_]+)?(?![\w/])")
_LOUD = 4  # letters from which a word in capitals is loud by itself
_TENDER = frozenset(
    {
        "tender",
        "feelings",
        "ending",
        "working_together",
        "reluctance",
        "repair",
        "naming-a-feeling",
        "sitting-with-it",
    }
)  # tags, and names of scripts, under which an emoji may hurt


def form(sheet: ReadMessage) -> Iterator[Finding]:
    """LEN, SENT, READ, EXCL, CAPS and EMOJI."""
    if sheet.setting.voice != "label":
        yield from _length(sheet)
        yield from _sentence(sheet)
        yield from _ease(sheet)
    yield from _loud(sheet)
    yield from _emoji(sheet)


def _length(sheet: ReadMessage) -> Iterator[Finding]:
    words, letters = sum(sheet.sample), sheet.sample_length
    still = sheet.setting.kind in ("hold", "info")
    most, hard = (STILL_WORDS, STILL_WORDS) if still else WORDS
    many, full = (LETTERS[1], LETTERS[1]) if still else LETTERS
    if words > hard or letters > full:
        said = f"{words} words, {letters} characters{_filled(sheet)}; at most {hard} and {full}"
        yield finding("LEN", 0, said)
    elif words > most or letters > many:
        said = f"{words} words, {letters} characters{_filled(sheet)}; better no more than {most} and {many}"
        yield finding("LEN", 0, said, "warning")


def _filled(sheet: ReadMessage) -> str:
    """That what stands in braces counts as the longest it can become, where there is such."""
    return ", what stands in braces at its longest" if "{{" in sheet.kept else ""


def _sentence(sheet: ReadMessage) -> Iterator[Finding]:
    longest = max(sheet.sample, default=0)
    if longest > SENTENCE_WORDS[0]:
        level = "error" if longest > SENTENCE_WORDS[1] else "warning"
        place = max(sheet.sentences, key=lambda one: count(one.text)).start if sheet.sentences else 0
        said = f"A sentence of {longest} words; better no more than {SENTENCE_WORDS[0]}"
        yield finding("SENT", sheet.origin(place), said, "error" if level == "error" else "warning")


def _ease(sheet: ReadMessage) -> Iterator[Finding]:
    lengths = tuple(count(one.text) for one in sheet.sentences)
    found = too_hard(lengths, " ".join(one.text for one in sheet.sentences), sheet.setting.words.index)
    if found is not None:
        yield found


def too_hard(lengths: tuple[int, ...], text: str, index: str) -> Finding | None:
    """READ for a text with sentences of ``lengths`` words, or None."""
    limit = LIMITS.get(index)
    words = sum(lengths)
    if limit is None or words < READABLE:
        return None
    hard = hardness(lengths, text, index)
    slack = limit.slack / words
    if hard <= limit.warn + slack:
        return None
    said = f"Hard to read: {abs(hard):.0f} on the scale {index}, where {abs(limit.warn):.0f} reads well"
    return finding("READ", 0, said, "error" if hard > limit.block + slack else "warning")


def _loud(sheet: ReadMessage) -> Iterator[Finding]:
    for mark in re.finditer(r"[!！]+", sheet.shown):
        yield finding("EXCL", sheet.origin(mark.start()), "")
    capitals = [word for word in _CAPITALS.finditer(sheet.shown) if word[0].isupper()]
    small = sheet.setting.words.acronyms
    loud = [word for word in capitals if word[0].lower() not in small]
    if loud and (len(loud) > 1 or len(loud[0][0]) >= _LOUD):
        yield finding("CAPS", sheet.origin(loud[0].start()), loud[0][0])


def _emoji(sheet: ReadMessage) -> Iterator[Finding]:
    found = list(_EMOJI.finditer(sheet.shown))
    most = 0 if _TENDER & sheet.setting.tags else 1
    if len(found) > most:
        said = "An emoji where things may be tender" if most == 0 else f"{len(found)} emoji"
        yield finding("EMOJI", sheet.origin(found[most].start()), said)
