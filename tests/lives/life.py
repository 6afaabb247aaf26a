"""A life as a value: who is in it and what they do, when. It is written and read as a file for people."""

import random
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

Role = Literal["admin", "coach", "client", "world"]

SYLLABLES = tuple(first + second for first in "bdfgklmnprstvz" for second in "aeiou")
TOKEN = re.compile(r"\bq(?:[bdfgklmnprstvz][aeiou]){4}\b")
"""A word that only one message holds, so that it can be found again wherever it went."""

LINE = re.compile(r"(\S+ \S+)  (\S+) (\w+)(?: (\d+))?(?:: (.*))?")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a life. ``habits`` say how they act; a replay needs none. Two may be called the same."""

    name: str
    id: int
    role: Role
    language: str = "en"
    habits: frozenset[str] = frozenset()

    @property
    def called(self) -> str:
        """As they call themselves: Ada-2 is a second Ada."""
        return self.name.partition("-")[0]


@dataclass(frozen=True, slots=True, order=True)
class Act:
    """One thing that somebody does, or that befalls the bot. What ``number`` and ``words`` mean, the verb says."""

    at: datetime
    who: str
    verb: str
    words: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Life:
    """A practice, and everything that is done in it, in order."""

    seed: int
    start: datetime
    people: tuple[Person, ...]
    acts: tuple[Act, ...]
    end: datetime


def token(number: int) -> str:
    """The number as a word that nobody says by chance."""
    mixed = random.Random(number).randrange(len(SYLLABLES) ** 2)
    digits = (number // 70 % 70, number % 70, mixed // 70, mixed % 70)
    return "q" + "".join(SYLLABLES[one] for one in digits)


def written(life: Life, notes: tuple[str, ...] = ()) -> str:
    """The life as a file. ``notes`` stand above it."""
    lines = [f"# {note}" for note in notes]
    lines += [f"seed: {life.seed}", f"from: {_at(life.start)}", f"to: {_at(life.end)}"]
    lines += [f"person: {one.name} {one.id} {one.role} {one.language}" for one in life.people]
    return "\n".join([*lines, "", *map(_line, life.acts), ""])


def read(text: str) -> Life:
    """The life in a file. Raises ValueError naming a line that is none."""
    heads: dict[str, list[str]] = {"seed": [], "from": [], "to": [], "person": []}
    acts = []
    for line in text.splitlines():
        name, _, rest = line.partition(": ")
        if not line or line.startswith("#"):
            continue
        if name in heads:
            heads[name].append(rest)
        elif found := LINE.fullmatch(line):
            at, who, verb, number, words = found.groups()
            acts.append(Act(_instant(at), who, verb, _plain(words or ""), int(number or 0)))
        else:
            raise ValueError(f"no line of a life: {line}")
    people = tuple(_person(one) for one in heads["person"])
    start, end = _instant(heads["from"][0]), _instant(heads["to"][0])
    return Life(int(heads["seed"][0]), start, people, tuple(acts), end)


def _person(words: str) -> Person:
    name, number, role, language = words.split()
    if role not in ("admin", "coach", "client", "world"):
        raise ValueError(f"no role in a life: {role}")
    return Person(name, int(number), role, language)  # type: ignore[arg-type]


def _line(act: Act) -> str:
    number = f" {act.number}" if act.number else ""
    words = (
        f": {act.words.replace(chr(92), chr(92) * 2).replace(chr(10), chr(92) + 'n')}" if act.words else ""
    )
    return f"{_at(act.at)}  {act.who} {act.verb}{number}{words}"


def _plain(words: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], words)


def _at(instant: datetime) -> str:
    return f"{instant:%Y-%m-%d %H:%M:%S}"


def _instant(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%d %H:%M:%S").replace(tzinfo=UTC)
