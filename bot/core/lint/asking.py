"""The rules about asking: one question, open, without a reason to defend and without a push."""

from collections.abc import Iterator

from bot.core.lint.finding import Finding, Level, finding
from bot.core.lint.lexicon import LANGUAGES
from bot.core.lint.lexicon import words as lists_of
from bot.core.lint.questions import CLOSED, OPEN, Reading, heads, reading, tag
from bot.core.lint.reading import ReadMessage
from bot.core.lint.sentences import Sentence
from bot.core.lint.split import asks, doubles, opened, slash, split_with

_FEW = 2  # words of a piece that is no question alone ("Tell me?")
_SHORT = 60  # characters of the author's own words that a message repeats


def asking(sheet: ReadMessage) -> Iterator[Finding]:
    """Q2, DOUBLE, CLOSED, and the tag questions of LEAD."""
    if sheet.setting.waits:
        yield from _two(sheet)
        yield from _double(sheet)
    if sheet.setting.asks and sheet.setting.words.language:  # without lists nothing tells open from closed
        yield from _closed(sheet)
    if sheet.setting.voice != "label":
        yield from _tags(sheet)


def _two(sheet: ReadMessage) -> Iterator[Finding]:
    """Q2, at the second sentence that asks."""
    asked = [one for one in sheet.sentences if asks(one, sheet.setting.words.asking)]
    if len(asked) < 2:
        return
    yield finding("Q2", sheet.origin(asked[1].start), "", remedy=_proposal(sheet))
    joined = next((one for one in asked[1:] if one.shown[:1].islower() and _joins(sheet, one)), None)
    if joined is not None:
        yield finding("DOUBLE", sheet.origin(joined.start), _short(joined.shown), remedy=_proposal(sheet))


def _double(sheet: ReadMessage) -> Iterator[Finding]:
    """DOUBLE, where a sentence asks again, and at a slash between two words."""
    for sentence in sheet.sentences:
        places = [head.place for head in doubles(sentence, sheet.setting.words.asking)]
        both = slash(sentence, sheet.setting.words)
        if both is not None:
            places.append(both.start())
        if places:
            place = sheet.origin(sentence.start + min(places))
            yield finding("DOUBLE", place, _short(sentence.shown), remedy=_proposal(sheet))


def _closed(sheet: ReadMessage) -> Iterator[Finding]:
    """CLOSED, when what is asked last wants a yes, a no or one word: it is what a client answers."""
    words = sheet.setting.words
    asked = [(one, what) for one, what in sheet.pairs() if _answered(sheet, one) or what in OPEN]
    if not asked:
        asked = [(one, what) for one, what in sheet.pairs() if one.questioned]
    if not asked:
        asked = [(one, what) for one, what in sheet.pairs() if what in CLOSED and _plainly(sheet, one, what)]
    if not asked or asked[-1][1] not in CLOSED:
        return
    sentence, what = asked[-1]
    found = heads(sentence, words.asking)
    place = sheet.origin(sentence.start + (found[-1].place if found else 0))
    if what == "echo" and (other := _elsewhere(sentence, words.language)):
        message = f"“{_short(sentence.shown)}” is in “{other}”, and the page is in “{words.language}”"
        remedy = (
            "Languages are never mixed: write it in the page's own, or move the page into the other folder."
        )
        yield finding("VAR", place, message, remedy=remedy)
        return
    level: Level | None = "warning" if what == "soft_fact" else None
    yield finding("CLOSED", place, _short(sentence.shown), level, _opening(sheet, sentence, what))


def _elsewhere(sentence: Sentence, own: str) -> str:
    """The other language in which a sentence asks, where it asks nothing in its own; "" for none."""
    others = (one for one in LANGUAGES if one != own)
    return next((one for one in others if reading(sentence, lists_of(one).asking) in _ASKED), "")


_ASKED: frozenset[Reading] = frozenset({"open", "invitation", "request", "yes_no"})


def _answered(sheet: ReadMessage, sentence: Sentence) -> bool:
    small = sheet.setting.words.asking.backchannel
    return sentence.questioned and not small.fullmatch(sentence.text.strip(" .?!,"))


def _plainly(sheet: ReadMessage, sentence: Sentence, what: Reading) -> bool:
    """Whether a sentence without a question mark asks all the same, as in speech written down."""
    if sentence.mark == "" or sentence.shown[:1].islower() or what in ("fact", "soft_fact"):
        return True
    return sheet.setting.words.asking.yes_no_plain.match(sentence.text) is not None


def _opening(sheet: ReadMessage, sentence: Sentence, what: Reading) -> str:
    if what in ("fact", "soft_fact"):
        return (
            "Ask what it is or was like, or how it came about, rather than for a number, time, place or name."
        )
    better = opened(sentence.shown, sheet.setting.words)
    if better == sentence.shown:
        return ""
    return f"Make it open, for example: “{' '.join(better.split())}”"


def _tags(sheet: ReadMessage) -> Iterator[Finding]:
    for sentence in sheet.sentences:
        spoken = sheet.setting.asks and sentence.mark == ""
        place = tag(sentence, sheet.setting.words.asking) if sentence.questioned or spoken else None
        if place is not None:
            words = sentence.shown[place:].strip(" ?")
            yield finding("LEAD", sheet.origin(sentence.start + place), words)


def _proposal(sheet: ReadMessage) -> str:
    """The split, as a remedy."""
    parts = split_with(sheet.kept, sheet.setting.words)
    listed = " ".join(f"{number}. “{' '.join(part.split())}”" for number, part in enumerate(parts, 1))
    whole = len(parts) > 1 and all(len(part.split()) > _FEW for part in parts)
    return f"Keep one question a message. As separate steps: {listed}" if whole else ""


def _joins(sheet: ReadMessage, sentence: Sentence) -> bool:
    return sheet.setting.words.asking.joiner.match(sentence.text) is not None


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHORT else text[: _SHORT - 1].rstrip() + "…"
