"""A plea: words that ask or call, as somebody writes who waits for an answer; and when help is said again."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.core.understand.folding import fold
from bot.core.understand.stemmed import found, stemmed

APART = timedelta(hours=1)
"""A quiet line about help comes once in this time."""

AGAIN = timedelta(minutes=5)
"""Where help is is said once in this time."""

DAY = timedelta(hours=24)
"""So long after words that sound like danger a plea or a question brings where help is again."""

CALLS = (
    stemmed("help", r"\bhelp\b"),
    stemmed(
        "there|here",
        r"\b(?:are you|you|any(?:one|body)|some(?:one|body)|no ?(?:one|body)) (?:still )?t?here\b",
    ),
    stemmed("talk to me|answer|say something", r"\b(?:talk to me|answer me|say something)\b"),
    stemmed("hilf|helf", r"\b(?:hilfe?|helft|helfen)\b"),
    stemmed(
        "da|antwort|red",
        r"\b(?:jemand|bist du|wer|niemand|keiner) (?:noch )?da\b|\b(?:antworte|rede?) mi[rt]\b",
    ),
    stemmed("ayuda|ayuden|socorro|auxilio", r"\b(?:ayuda(?:me)?|ayudenme|socorro|auxilio)\b"),
    stemmed(
        "alguien|hay|estas|sigues|respond|contesta|dime|habla",
        r"\b(?:hay alguien|no hay nadie|estas ahi|estas alli|alguien ahi|sigues ahi|respondeme|contestame"
        r"|dime algo|hablame)\b",
    ),
    stemmed("ساعد|احد هنا", r"ساعد|احد هنا"),
)
"""Words that call for help, or for somebody to be there."""

PLEAS = (
    *CALLS,
    stemmed("?|؟", r"[?؟]"),
    stemmed("please|pls|hello", r"\b(?:please|pls)\b|^hello\b"),
    stemmed("bitte|hallo", r"\b(?:bitte|hallo)\b"),
    stemmed("por favor|hola", r"\bpor favor\b|^hola\b"),
    stemmed("ارجوك|من فضلك|مرحبا", r"ارجوك|من فضلك|مرحبا"),
)
"""The same, and what anybody says who waits for an answer: a greeting and a question too."""


def pleads(words: str) -> bool:
    """Whether words plead or ask, as somebody does who waits for an answer."""
    return found(fold(words), PLEAS)


def calls(words: str) -> bool:
    """Whether words call for help: a hello, a please or a question do not."""
    return found(fold(words), CALLS)


def due(said: Iterable[datetime], now: datetime) -> bool:
    """Whether where help is is said now, when it was called for at those instants: once in some minutes."""
    last: datetime | None = None
    for at in sorted(said):
        if last is None or at - last >= AGAIN:
            last = at
    return last is None or now - last >= AGAIN
