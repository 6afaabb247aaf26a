"""Commands as people write them, and the tables in which each room has its own.

One row of a table is all there is to a command: dispatch, help, Telegram's menu and docs read it.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from typing import Any, Generic, TypeVar

from bot.core.base.line import Line
from bot.i18n import Texts
from bot.people.turn import Turn
from bot.telegram import escape

Person = TypeVar("Person")

NEAR, MOST = 0.6, 3
"""How alike a word is to a command that is offered for it, and how many are."""

FEW, LONG = 12, 4
"""How many words are looked at, and how many letters a word of what a command does has, to stand for it."""

ALSO = {
    **dict.fromkeys(("private", "privat", "privacy", "visibility"), ("sharing", "answers")),
    **dict.fromkeys(("settings", "setting", "options", "einstellungen"), ("menu",)),
    **dict.fromkeys(("example", "template", "sample", "beginning"), ("new", "scripts")),
    **dict.fromkeys(("write", "author"), ("new", "scripts", "try")),
    **dict.fromkeys(
        ("delete", "remove", "löschen", "takeback"), ("unsay", "erase", "answers", "coaches", "retire")
    ),
    **dict.fromkeys(("where", "timezone", "city", "ort", "stadt"), ("place", "zone")),
}
"""Words by which people look for a command that has another name."""

HELP = frozenset(
    (
        "helpline", "helplines", "hotline", "hotlines", "lifeline", "numbers", "emergency", "urgent", "sos",
        "crisis", "suicide", "112", "911", "notruf", "notfall", "hilfe", "nothilfe", "krise",
        "hilfenummern", "telefonseelsorge", "ayuda", "emergencia", "emergencias", "socorro", "urgencia",
        "مساعدة", "طوارئ"
    )
)  # fmt: skip
"""Words by which people look for numbers to call: nobody who types one is asked what they meant."""

_FIRST = ("help", "digest", "clients")
"""What is offered first where nothing is near."""

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
    """The command of that name; /help for whoever looks for numbers to call."""
    named = {one.name: one for one in table}
    return named.get(word) or (named.get("help") if word in HELP else None)


def listed(t: Texts, table: Iterable[Command[Any]]) -> str:
    """Every command of a table, a line each."""
    return "\n".join(t.t("{command} – {what}", command=f"/{one.name}", what=one.what) for one in table)


def offers(t: Texts, table: Iterable[Command[Any]]) -> dict[str, str]:
    """The names of a table's commands, each with what it does in words."""
    return {one.name: t.line(one.what) for one in table}


def nearest(said: str, offered: Mapping[str, str]) -> tuple[str, ...]:
    """The three commands nearest to what somebody wrote, by name and by what they do; help among the rest.

    There are always three where there are so many, and never more.
    """
    words = _words(said)[:FEW]
    alike = (get_close_matches(word, ALSO, 1, 0.85) for word in words)
    also = [name for found in alike for word in found for name in ALSO[word] if name in offered]
    likeness = {name: _alike(words, name, what) for name, what in offered.items()}
    near = sorted((name for name in offered if likeness[name] >= NEAR), key=lambda name: -likeness[name])
    first = (name for name in _FIRST if name in offered)
    return tuple(dict.fromkeys((*also, *near, *first, *offered)))[:MOST]


def _words(said: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFKC", said).casefold())


def _alike(words: Iterable[str], name: str, what: str) -> float:
    """How near the nearest of some words comes to a command: to its name, or to a word of what it does."""
    names = (name, *name.split("_"))
    does = [word for word in _words(what) if len(word) >= LONG]
    found = [SequenceMatcher(a=word, b=one).ratio() for word in words for one in names]
    found += [0.9 for word in words if len(word) >= LONG and get_close_matches(word, does, 1, 0.8)]
    return max(found, default=0.0)


def unknown(t: Texts, word: str, offered: Mapping[str, str]) -> str:
    """That there is no such command, and the nearest there are, each to be tapped."""
    near = t.list((f"/{one}" for one in nearest(word, offered)), style="or")
    return t.t(
        "There is no command {word} here. Perhaps {commands}?", word=escape(f"/{word}"[:32]), commands=near
    )


def unused(t: Texts, said: str, offered: Mapping[str, str]) -> str:
    """That nothing is done with what somebody wrote or sent, and the nearest that can be done."""
    near = nearest(said, offered)
    listed = (t.t("{command} – {what}", command=f"/{name}", what=offered[name]) for name in near)
    return "\n".join((t.t("Nothing is done with that here. Perhaps one of these:"), *listed))
