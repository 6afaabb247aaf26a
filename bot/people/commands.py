"""Commands as people write them, and the tables in which each room has its own.

One row of a table is all there is to a command: dispatch, help, Telegram's menu and docs read it.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Generic, TypeVar

from bot.core.base.line import Line
from bot.i18n import Texts
from bot.people.turn import Turn
from bot.telegram import escape

Person = TypeVar("Person")

NEAR, MOST = 0.6, 3
"""How alike a word is to a command that is offered for it, and how many are."""

_COMMAND = re.compile(r"/\s*([^\s@/]*)(?:@\S*)?\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Command(Generic[Person]):
    """What it is called, what it does in a line, and the function that does it with what stands behind it.

    ``shown``: in Telegram's menu too. ``aside``: an open talk goes on after it, which is then said.
    """

    name: str
    what: Line
    run: Callable[[Turn, Person, str], None]
    shown: bool = True
    aside: bool = True


def read(text: str) -> tuple[str, str] | None:
    """The command that a text is, in small letters, and what stands behind it; None where it is none.

    Also "/ now", "/Now@bot", "／now" and "/now.": whatever begins with a slash was not meant as words.
    """
    plain = text.lstrip()
    if unicodedata.normalize("NFKC", plain[:1]) != "/":
        return None
    found = _COMMAND.match("/" + plain[1:])
    if found is None:
        return None
    word = unicodedata.normalize("NFKC", found[1]).casefold().rstrip(".,!?…")
    return word, plain[found.end() :].strip()


def find(table: Iterable[Command[Person]], word: str) -> Command[Person] | None:
    """The command of that name."""
    return next((one for one in table if one.name == word), None)


def listed(t: Texts, table: Iterable[Command[Any]]) -> str:
    """Every command of a table, a line each."""
    return "\n".join(t.t("{command} – {what}", command=f"/{one.name}", what=one.what) for one in table)


def unknown(t: Texts, word: str, names: Sequence[str]) -> str:
    """That there is no such command, and the nearest there are, each to be tapped."""
    near = get_close_matches(word, names, n=MOST, cutoff=NEAR)
    typed = escape(f"/{word}"[:32])
    if not near:
        return t.t("There is no command {word} here. /help lists all there are.", word=typed)
    offered = t.list((f"/{one}" for one in near), style="or")
    return t.t("There is no command {word} here. Perhaps {commands}?", word=typed, commands=offered)
