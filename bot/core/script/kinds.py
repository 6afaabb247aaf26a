"""Every kind of step there is. A new kind is a module with its value, and a line here."""

from collections.abc import Sequence

from bot.core.base import language as tongue
from bot.core.script.choices import CHOOSE, SEVERAL
from bot.core.script.hold import HOLD
from bot.core.script.kind import Kind
from bot.core.script.scale import RATE
from bot.core.script.script import StepKind
from bot.core.script.two_parts import TWO_PARTS

ASK = Kind("ask", "ask", worded=True)
NUMBER = Kind("number", "number")
TIME = Kind("time", "time")
DATE = Kind("date", "date")
PICTURE = Kind("picture", "picture")
INFO = Kind("info", "information", waits=False)
ACK = Kind("ack", "acknowledgement", waits=False)

_ALL = (ASK, RATE, HOLD, TWO_PARTS, CHOOSE, SEVERAL, NUMBER, TIME, DATE, PICTURE, INFO, ACK)
"""Those with a list in the order in which a list is tried: the first whose form it has."""

KINDS: dict[StepKind, Kind] = {kind.name: kind for kind in _ALL}
WORDS: dict[str, Kind] = {kind.word: kind for kind in _ALL}
"""What may stand in brackets behind a step's name, where its form leaves a doubt."""

WAITING: frozenset[StepKind] = frozenset(kind.name for kind in _ALL if kind.waits)
WORDED: frozenset[StepKind] = frozenset(kind.name for kind in _ALL if kind.worded)


def infer(words: str, items: Sequence[str], language: str) -> Kind:
    """The kind that a form has by itself: the list decides, else whether the words ask."""
    if not items:
        return ASK if tongue.asks(words, language) else ACK
    return next(kind for kind in _ALL if kind.looks(items, language))
