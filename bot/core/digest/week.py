"""What a digest is made from: one client's week, as far as the client shares it.

Whoever reads the store fills this in with **shared** responses and countable prompts only (docs/digest.md);
a private answer has no field to arrive by. Instants are aware UTC; days are days in ``zone``, the coach's.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from bot.core.base.line import Line
from bot.core.script.script import StepKind, Use

PromptState = Literal["answered", "passed"]
"""What is shared of a prompt; one of which nothing is shared is not there: how many go out tells who writes."""

News = Literal["new", "more", "edited", "told"]
"""new: not told to the coach yet; more, edited: told, and written on or changed since; told: nothing new."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A response the client shares: the words whole, the exact prompt, and where and when it was given.

    ``texts`` is every message in order, ``fresh`` those that the coach has not had like this (None: all).
    ``scale`` is the lowest and highest number of a rating. ``reflection`` joins the responses of one talk.
    ``calls``: it asks something of the coach. ``passed_on``: what is new in it are another's words alone,
    forwarded or by another bot. ``use``: what its script says that it is for. ``hushed``: it may need a person,
    so that it is quoted nowhere and nothing is worked out from it; the page has it whole. ``sent``: what is new in
    it are files alone, without words; of which kind each is.
    """

    id: int
    at: datetime
    script: str
    title: str
    step: str
    prompt: str = ""
    texts: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    kind: StepKind = "ask"
    passed: bool = False
    rating: int | None = None
    scale: tuple[int, int] | None = None
    choice: str | None = None
    edited: bool = False
    reflection: int = 0
    news: News = "new"
    fresh: tuple[str, ...] | None = None
    calls: bool = False
    passed_on: bool = False
    use: Use = ""
    hushed: bool = False
    sent: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The answer as written, its messages one below the other."""
        return "\n".join(self.texts)

    @property
    def quoted(self) -> str:
        """What a digest quotes: the words that are new, else what was tapped; "" where there is neither."""
        if self.passed or self.hushed:
            return ""
        return "\n".join(self.texts if self.fresh is None else self.fresh).strip() or self.choice or ""

    @property
    def tapped(self) -> str:
        """What was tapped beside the words, where they are not the same."""
        said = {text.strip().rstrip(".").casefold() for text in self.texts}
        return (
            self.choice if self.choice and self.words.strip() and self.choice.casefold() not in said else ""
        )


@dataclass(frozen=True, slots=True)
class Prompted:
    """A reflection of which something is shared; ``fit`` is what the client tapped after it."""

    reflection: int
    script: str
    title: str
    at: datetime
    state: PromptState
    tags: tuple[str, ...] = ()
    fit: Literal["", "yes", "partly", "no"] = ""


@dataclass(frozen=True, slots=True)
class PausedTime:
    """The client paused; ``until`` None means open end."""

    start: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class SharedMark:
    """A moment the client marked (breakthrough, boundary, repair, thanks) in a reflection that is shared.

    ``response``: a single answer that was marked by itself.
    """

    kind: str
    at: datetime
    reflection: int
    response: int | None = None

    def of(self, shared: Shared) -> bool:
        """Whether a response is what was marked, or a part of it."""
        return (
            shared.id == self.response if self.response is not None else shared.reflection == self.reflection
        )


@dataclass(frozen=True, slots=True)
class AnsweredReply:
    """What the client tapped (yes, partly, no) under what the coach gave back, and the responses that answer it.

    ``kind``: understood, with the coach's own ``words``; repair, with the day on which it was told.
    """

    kind: Literal["understood", "repair"]
    fit: Literal["yes", "partly", "no"]
    at: datetime
    words: str = ""
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RhythmChange:
    """A change of rhythm that the client made."""

    at: datetime
    kind: Literal["lighter", "fuller", "times", "paused", "resumed"]


@dataclass(frozen=True, slots=True)
class Week:
    """One client's time from ``start`` to before ``end``, with what came before it for comparison.

    What is quoted is what is new, whenever it was written; the period is that of figures and pictures.
    ``responses``, ``prompts``, ``marks`` and ``changes`` reach back before ``start`` as far as the store was
    asked (half a year is plenty) and may come in any order; the core takes what it needs. ``session`` is the
    number of coaching sessions held until ``end``, ``sessions`` their times. ``since``: when the coach was last
    told something of this client. ``fits``: what is not told yet of the client's taps. ``to_ask``: the responses
    that the coach wanted to ask about. ``moved``: sessions moved or cancelled in the period's past; ``unflagged``:
    flags that the client switched off or the coach dismissed; ``off``: scripts that were twice not for the client.
    """

    client: str
    coach: str
    zone: str
    start: datetime
    end: datetime
    next_session: datetime | None = None
    session: int = 0
    sessions: tuple[datetime, ...] = ()
    responses: tuple[Shared, ...] = ()
    prompts: tuple[Prompted, ...] = ()
    pauses: tuple[PausedTime, ...] = ()
    marks: tuple[SharedMark, ...] = ()
    changes: tuple[RhythmChange, ...] = ()
    since: datetime | None = None
    moved: int = 0
    unflagged: frozenset[str] = frozenset()
    off: frozenset[str] = frozenset()
    fits: tuple[AnsweredReply, ...] = ()
    to_ask: tuple[int, ...] = ()
    reminders: tuple[str, ...] = ()  # what the coach wanted to ask about, in the coach's own words
    goals: Line | None = None  # what there is to say about the card of goals
    stands: Line | None = None  # that the questions are stopped or paused, or that nothing arrives

    def local(self, at: datetime) -> datetime:
        """The instant on the coach's clock."""
        return at.astimezone(ZoneInfo(self.zone))

    def day(self, at: datetime) -> date:
        """The coach's calendar day of an instant."""
        return self.local(at).date()

    def holds(self, at: datetime) -> bool:
        """Whether the instant lies in the period."""
        return self.start <= at < self.end

    @property
    def news(self) -> tuple[Shared, ...]:
        """The responses that hold something which the coach has not been told, oldest first."""
        return tuple(response for response in self.history if response.news != "told")

    @property
    def history(self) -> tuple[Shared, ...]:
        """All responses until the end of the period, oldest first."""
        known = (response for response in self.responses if response.at <= self.end)
        return tuple(sorted(known, key=lambda response: (response.at, response.id)))

    @property
    def begun(self) -> tuple[Prompted, ...]:
        """All prompts until the end of the period, oldest first."""
        known = (prompt for prompt in self.prompts if prompt.at < self.end)
        return tuple(sorted(known, key=lambda prompt: (prompt.at, prompt.reflection)))

    @property
    def sent(self) -> tuple[Prompted, ...]:
        """The prompts of the period, oldest first."""
        return tuple(prompt for prompt in self.begun if self.holds(prompt.at))

    @property
    def marked(self) -> tuple[SharedMark, ...]:
        """All marks until the end of the period of which a response is shared, oldest first."""
        history = self.history
        known = (mark for mark in self.marks if mark.at < self.end and any(map(mark.of, history)))
        return tuple(sorted(known, key=lambda mark: (mark.at, mark.reflection)))

    @property
    def changed(self) -> tuple[RhythmChange, ...]:
        """The changes of rhythm in the period, oldest first."""
        known = (change for change in self.changes if self.holds(change.at))
        return tuple(sorted(known, key=lambda change: (change.at, change.kind)))

    def paused(self, day: date) -> bool:
        """Whether a pause covered noon of that day: a day counts as paused or not, never by halves."""
        noon = datetime.combine(day, time(12), ZoneInfo(self.zone))
        return any(
            pause.start <= noon and (pause.until is None or noon < pause.until) for pause in self.pauses
        )

    @property
    def paused_days(self) -> int:
        """The days whose noon lies in the period and in a pause."""
        first, last = self.day(self.start), self.day(self.end)
        days = (first + timedelta(days=n) for n in range((last - first).days + 1))
        noons = ((day, datetime.combine(day, time(12), ZoneInfo(self.zone))) for day in days)
        return sum(self.holds(noon) and self.paused(day) for day, noon in noons)
