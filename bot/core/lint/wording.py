"""The rules that look for words: pressure, advice, labels, claims and their like."""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.core.lint.finding import Finding, Level, finding
from bot.core.lint.lexicon import NOTHING, Asking, Wording, WordLists
from bot.core.lint.questions import OPEN, begin
from bot.core.lint.reading import ReadMessage, Setting
from bot.core.lint.sentences import Sentence

_NOT_IN_INFORMATION = frozenset({"ADVICE", "WHY", "INTERP", "ABS"})
_ONLY_IN_INFORMATION = frozenset({"CONF"})
_IN_LABELS = frozenset({"DIAG", "SECRET", "PRESS", "EXIT", "CRISIS"})


def wording(sheet: ReadMessage) -> Iterator[Finding]:
    """Every rule with a word list, in each sentence."""
    for rule in sheet.setting.words.wording:
        if _applies(rule.rule, sheet.setting):
            for sentence, what in sheet.pairs():
                yield from _found(sheet, sentence, sentence.questioned or what in OPEN, rule)


def gendered(sheet: ReadMessage) -> Iterator[Finding]:
    """VAR: a form that fits only some clients."""
    for sentence in sheet.sentences:
        for found in sheet.setting.words.gendered.finditer(sentence.text):
            words = sentence.shown[found.start() : found.end()]
            yield finding(
                "VAR", sheet.origin(sentence.start + found.start()), f"“{words}” fits only some clients"
            )


def _applies(rule: str, setting: Setting) -> bool:
    if rule in _ONLY_IN_INFORMATION:
        return setting.kind == "info"
    if rule in _NOT_IN_INFORMATION and setting.kind == "info":
        return False
    if setting.voice == "label":
        return rule in _IN_LABELS
    if rule == "PRAISE":
        return setting.voice == "client"
    return not (rule == "WHY" and "distanced_why" in setting.tags)


def _found(sheet: ReadMessage, sentence: Sentence, asked: bool, rule: Wording) -> Iterator[Finding]:
    if _voiced_by_client(sentence, rule.rule):
        return
    found = _matches(rule, sentence.text, asked, sheet.setting.words.asking)
    spared = _spared(sheet, sentence, rule) if found else []
    last = 0
    for start, end in found:
        if start >= last and not any(a < end and start < b for a, b in spared):
            words = sentence.shown[start:end].strip(" ,;:.")
            place, level = sheet.origin(sentence.start + start), _level(rule.rule, sheet.setting)
            yield finding(rule.rule, place, words, level, _remedy(rule.rule, words, sheet.setting.words))
            last = end


def _spared(sheet: ReadMessage, sentence: Sentence, rule: Wording) -> list[tuple[int, int]]:
    """The stretches in which the rule finds nothing; in information also what a "not" is said of."""
    spared = [spare.span() for spare in rule.spare.finditer(sentence.text)]
    if sheet.setting.kind == "info" and rule.rule in ("DIAG", "CONF"):  # "This is not therapy."
        negations = sheet.setting.words.negation.finditer(sentence.text)
        spared += [(no.start(), len(sentence.text)) for no in negations]
    return spared


@lru_cache(maxsize=256)
def _matches(rule: Wording, text: str, asked: bool, asking: Asking) -> tuple[tuple[int, int], ...]:
    """Where the rule's words stand; the ways through a template share most of their sentences."""
    patterns: tuple[re.Pattern[str], ...] = (rule.anywhere, rule.questions if asked else rule.statements)
    found = [
        match.span() for pattern in patterns if pattern is not NOTHING for match in pattern.finditer(text)
    ]
    if rule.starts is NOTHING:
        return tuple(sorted(found))
    place = begin(text, 0, len(text), asking.lead_in)
    first = rule.starts.match(text, place) or rule.starts.match(text)
    return tuple(sorted([*found, first.span()] if first else found))


def _remedy(rule: str, words: str, lists: WordLists) -> str:
    """What to ask in the place of a why, in the page's own language; "" for the rule's own remedy."""
    better = lists.bare.get(words.lower()) if rule == "WHY" and lists.language != "en" else None
    return f"Ask what or how: “{better}”. The tag distanced_why allows it." if better else ""


def _voiced_by_client(sentence: Sentence, rule: str) -> bool:
    """A sentence for the client to complete is in the client's voice: "Lately I feel …"."""
    return rule in ("CLAIM", "INTERP", "ABS") and sentence.mark == "…" and not sentence.questioned


def _level(rule: str, setting: Setting) -> Level | None:
    if rule == "WHY" and not setting.asks:
        return "warning"
    return "warning" if rule == "PRAISE" and not setting.strict else None
