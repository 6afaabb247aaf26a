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

PLEAS = (
    stemmed("?|؟", r"[?؟]"),
    stemmed("help|please|pls", r"\b(?:help|please|pls)\b"),
    stemmed(
        "there|here",
        r"\b(?:are you|you|any(?:one|body)|some(?:one|body)|no ?(?:one|body)) (?:still )?t?here\b",
    ),
    stemmed("hello|talk to me|answer|say something", r"^hello\b|\b(?:talk to me|answer me|say something)\b"),
    stemmed("hilf|helf|bitte|hallo", r"\b(?:hilfe?|helft|helfen|bitte|hallo)\b"),
    stemmed(
        "da|antwort|red",
        r"\b(?:jemand|bist du|wer|niemand|keiner) (?:noch )?da\b|\b(?:antworte|rede?) mi[rt]\b",
    ),
    stemmed(
        "ayuda|ayuden|socorro|auxilio|por favor|hola",
        r"\b(?:ayuda(?:me)?|ayudenme|socorro|auxilio|por favor)\b|^hola\b",
    ),
    stemmed(
        "alguien|hay|estas|sigues|respond|contesta|dime|habla",
        r"\b(?:hay alguien|no hay nadie|estas ahi|estas alli|alguien ahi|sigues ahi|respondeme|contestame"
        r"|dime algo|hablame)\b",
    ),
    stemmed("ساعد|ارجوك|من فضلك|مرحبا|احد هنا", r"ساعد|ارجوك|من فضلك|مرحبا|احد هنا"),
)


def pleads(words: str) -> bool:
    """Whether words plead or ask, as somebody does who waits for an answer."""
    return found(fold(words), PLEAS)


def due(said: Iterable[datetime], now: datetime) -> bool:
    """Whether where help is is said now, when it was called for at those instants: once in some minutes."""
    last: datetime | None = None
    for at in sorted(said):
        if last is None or at - last >= AGAIN:
            last = at
    return last is None or now - last >= AGAIN
