"""A script as a value: what an admin writes, parsed (docs/script-language.md).

``bot.core.script.parser`` makes these from a file; the engine walks them; the schedule reads ``when``.
"""

import datetime
import re
from dataclasses import dataclass, field
from typing import Literal

StepKind = Literal[
    "ask", "number", "time", "date", "picture", "two_parts", "choose", "several", "rate", "ack", "hold", "info"
]  # fmt: skip

Audience = Literal["", "private", "session", "now"]
Use = Literal["", "understand", "bring", "doing", "steady", "agreed", "useful", "in the way", "list"]

END = "end"
"""The target that ends a reflection."""


@dataclass(frozen=True, slots=True)
class Condition:
    """When a branch is taken.

    passed / answered: what the client did at this step. rated: this step's rating lies in low..high.
    session: the number of the last coaching session lies in low..high (high None: or later).
    time: it is so many times that the script comes to this client, this one counted.
    marked: the reflection hangs off a mark. always: no condition.
    """

    kind: Literal["always", "passed", "answered", "rated", "session", "time", "marked"]
    low: int = 0
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Branch:
    condition: Condition
    to: str
    line: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Choice:
    """A button; ``to`` is a step, ``end``, another script's name, or None for wherever the step leads.

    ``audience``: whoever takes it decides that these see the answers of the reflection.
    """

    label: str
    to: str | None
    line: int = field(compare=False)
    audience: Audience = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """Whole numbers from low to high; ``labels`` has a word for each of them, or none."""

    low: int
    high: int
    low_label: str = ""
    high_label: str = ""
    labels: tuple[str, ...] = ()


OTHER = "(or)"
"""A line of its own between two wordings of one step."""

_OTHER = re.compile(r"\s*\(\s*or\s*\)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class StepWording:
    """One way in which a step says the same, and the line of the file on which it begins."""

    text: str
    line: int


def wordings_of(text: str, line: int) -> tuple[StepWording, ...]:
    """The wordings of a text that begins on that line, without the empty lines around them."""
    found, start, lines = [], 0, text.split("\n")
    for end in (*(n for n, words in enumerate(lines) if _OTHER.fullmatch(words)), len(lines)):
        while start < end and not lines[start].strip():
            start += 1
        found.append(StepWording("\n".join(lines[start:end]).rstrip(), line + start))
        start = end + 1
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Step:
    """One turn. ``text`` is the jinja2 source of the whole message: acknowledgement, then question.

    It may hold several wordings, with a line ``(or)`` between each two. Line n of the text (from 0) is line
    ``text_line + n`` of the file. Steps are equal wherever they stand.
    """

    name: str
    kind: StepKind
    text: str
    save: str
    line: int = field(compare=False)
    text_line: int = field(compare=False)
    choices: tuple[Choice, ...] = ()
    scale: Scale | None = None
    parts: tuple[str, ...] = ()  # two_parts: the two beginnings
    minutes: tuple[int, ...] = ()  # hold: what the client may choose
    branches: tuple[Branch, ...] = ()  # in order; the first that holds wins, else the next step
    use: Use = ""  # where the answer stands in a digest or brief
    optional: bool = False  # left alone, it is not asked about again, and the talk counts as finished

    @property
    def wordings(self) -> tuple[StepWording, ...]:
        """The ways in which it says the same, in the order of the file; at least one."""
        return wordings_of(self.text, self.text_line)

    def wording(self, before: int) -> str:
        """What it says to a client with whom the script was begun so often before: each in turn."""
        found = self.wordings
        return found[before % len(found)].text


@dataclass(frozen=True, slots=True)
class When:
    """When a script is offered, from the header's ``when:``.

    after / before: ``hours`` after or before a coaching session. midway: between two sessions.
    sessions: after the sessions numbered ``numbers`` and then every ``every``-th (0: none).
    last: after each of the last ``count`` sessions. gap: a week without a session.
    weekly: on the client's days. mark: ``days`` after a mark. ending: ``days`` after the ending.
    moved: a session was moved or cancelled. demand: only when asked for.
    once: ``days`` after the client began here. follows: ``days`` after ``script`` was answered.
    every: each ``every`` days; with ``count``, for so many days from when it was first given.
    ``weekday`` (Monday is 0) and ``part`` of the day narrow weekly, ``part`` also every.
    """

    kind: Literal[
        "after", "before", "midway", "sessions", "last", "gap", "weekly", "mark", "ending", "moved", "demand",
        "once", "follows", "every",
    ]  # fmt: skip
    hours: int = 0
    days: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()
    every: int = 0
    count: int = 0
    weekday: int | None = None
    part: Literal["", "morning", "afternoon", "evening"] = ""
    script: str = ""

    @property
    def narrow(self) -> bool:
        """Whether it names a day of the week or a part of the day."""
        return self.weekday is not None or bool(self.part)


@dataclass(frozen=True, slots=True)
class Header:
    """The front matter: who stands behind a script, when it is offered, how long it is."""

    title: str
    author: str
    reviewed: str
    basis: str
    when: When
    length: tuple[int, int]  # fewest and most prompts that wait for an answer
    format: int = 2
    date: datetime.date | None = None
    intensity: int = 1
    tags: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    language: str = "en"
    address: str = ""
    for_: Literal["client", "coach"] = "client"
    mark: str = ""  # finishing it stores a mark of this kind


@dataclass(frozen=True, slots=True)
class Script:
    """A parsed script; ``steps`` in file order, the first one begins."""

    name: str
    header: Header
    steps: tuple[Step, ...]

    def step(self, name: str) -> Step | None:
        """The step of that name, or None."""
        return next((step for step in self.steps if step.name == name), None)

    def after(self, name: str) -> str:
        """The name of the step that follows in the file, or ``end``."""
        names = [step.name for step in self.steps]
        place = names.index(name) + 1
        return names[place] if place < len(names) else END
