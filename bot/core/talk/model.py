"""The nouns of a talk with a client: frozen values, used on every floor.

Times are aware datetimes in UTC unless a name says ``local``. Nothing here knows Telegram or SQL.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Literal

from bot.core.base.wall import Quiet

Visibility = Literal["private", "session", "now"]
"""private: the client alone; session: in the coach's digest; now: told to the coach at once."""


# ---- one reflection ----------------------------------------------------------------------------

ReflectionState = Literal["open", "snoozed", "holding", "finished", "stopped", "lapsed", "parked", "broken"]
"""open: waits for an answer; parked: put off three times; broken: a limit or fault of the script ended it."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a template may read and a branch may ask."""

    coach: str
    name: str = ""
    session: int = 0  # number of the last coaching session; 0 before the first
    marked: bool = False  # the reflection hangs off a mark of the client's
    session_when: str = ""  # day and hour of the coaching session that it is about, in words; "" for none
    session_change: str = ""  # what became of that session: "moved", "cancelled" or ""
    asked: str = ""  # the coach's own question, where the talk is that
    before: int = 0  # how often the script was begun with the client before
    tone: str = ""  # "" as written, warm or brief, as the client chose
    short: bool = False  # one answer in the client's own words ends it, as they chose
    words: tuple[tuple[str, str], ...] = ()  # what templates call practice.…, client.… and earlier.…, by name


@dataclass(frozen=True, slots=True)
class Answer:
    """What the client gave at one step: every message whole and in order, or a tap, or a pass.

    ``prompt`` is what was shown, as plain words without markup. ``messages`` are the ids beside ``texts``.
    ``passed`` may stand beside words: then the client wrote, and tapped Pass after all.
    """

    step: str
    question: int
    prompt: str
    texts: tuple[str, ...] = ()
    messages: tuple[int, ...] = ()
    rating: int | None = None
    choice: str | None = None
    passed: bool = False


@dataclass(frozen=True, slots=True)
class Reflection:
    """One talk of one client through one script at one version: all that is needed to go on with it.

    ``question`` grows by one with each prompt that waits, so that a late tap, wake or message can be told from
    one that belongs here. A prompt that was put off comes back under its own question: it is the same prompt.
    """

    script: str
    language: str
    version: int
    context: Context
    step: str = ""
    question: int = 0
    state: ReflectionState = "open"
    answers: tuple[Answer, ...] = ()
    prompt: str = ""  # the prompt of this question as sent, in Telegram's HTML
    snoozes: int = 0  # how often this prompt was put off
    nudged: bool = False  # once in a talk, whatever question it was
    asked_at: datetime | None = None  # when the prompt was last shown
    heard_at: datetime | None = None  # the latest message of the answer that has not settled yet
    pause: timedelta | None = None  # the longest so far between two messages of one answer
    until: datetime | None = None  # snoozed, holding: when that ends
    part: int = 0  # two parts: 1 once the first has settled
    settled: bool = False  # what stands last came by itself, as the answer before it had settled
    later: bool = False  # the buttons offer when to come back
    halt: tuple[str, int] | None = None  # "stop" as it was written, and its message id: asked what was meant
    unsaid: tuple[str, int] | None = None  # the same, once a no kept all going: its button can still keep it
    rests: bool = False  # the last words sounded like danger: no next question until more is said or tapped
    taken: tuple[int, ...] = ()  # messages that were taken for a tap, so that a repeat changes nothing


@dataclass(frozen=True, slots=True)
class Manners:
    """How long the bot waits, for one client (docs/evidence.md). Every number is a setting."""

    settle: timedelta = timedelta(seconds=20)  # quiet after a message before the answer counts as whole
    nudge: timedelta | None = timedelta(hours=22)  # None: no nudge (the back-off ladder dropped it)
    window: timedelta = timedelta(hours=48)  # then the open reflection lapses without a word
    snoozes: int = 3
    evening: time = time(19)  # "this evening" on the client's own clock
    morning: time = time(9)  # "tomorrow" and "next week"
    hours: tuple[time, ...] = ()  # of each weekday, where the client chose them: instead of the morning
    quiet: Quiet | None = None  # hours into which nothing is put off
    off: tuple[tuple[datetime, datetime | None], ...] = ()  # nor into these stretches
    useful: datetime | None = None  # from when on the question is out of date, as one before a session


@dataclass(frozen=True, slots=True)
class Phrases:
    """The interface's words that the engine needs, in the client's language (bot/i18n.py fills it)."""

    pass_: str = "Pass"  # noqa: S105 - a button, not a password
    later: str = "Later"
    other: str = "Another question"
    stop: str = "Enough for now"
    done: str = "That is all"
    hold_done: str = "I am back"
    kept: str = "Thank you. I have kept that as you wrote it."
    kept_also: tuple[str, ...] = ("Thank you. It stands as you wrote it.", "It is kept, in your own words.")
    echo: str = "You wrote: {words}"
    echo_also: tuple[str, ...] = ("Kept as you wrote it: {words}",)
    passed: str = "Passed. That is fine."
    stopped_bare: str = "Stopped here."
    stopped: str = "Stopped here. What you wrote is kept."
    snoozed: str = "Put off until {when}."
    in_quiet: str = "{time} lies in your quiet hours, which /quiet changes."
    parked: str = "Put away for now. /now has questions, whenever you like."
    outdated: str = "That is after your session, so the question is put away."
    nudge: str = "The question above is still here, whenever you like. Or leave it."
    broken: str = "This reflection ends here, through a fault in the script. What you wrote is kept."
    snooze_hour: str = "In an hour"
    snooze_evening: str = "This evening"
    snooze_tomorrow: str = "Tomorrow"
    snooze_week: str = "Next week"
    quote_open: str = "“"
    quote_close: str = "”"
    greeting: str = "Hello {name}."
    part_next: str = "Kept. And the other part?"
    noted: str = "Thank you. That is kept."  # after a tap, where nothing was written
    noted_also: tuple[str, ...] = ("It is kept. Thank you.",)
    minutes: str = "{n} minutes"
    minute: str = "1 minute"
    back: str = "Back"
    halt: str = (
        "Stop this one, stop everything, or was that your answer? No answer is needed: everything "
        "then stops on {when}, and /start takes it up again."
    )
    halt_one: str = "Stop this one"
    halt_all: str = "Stop everything"
    halt_mine: str = "It was my answer"
    halt_none: str = "Nothing is stopped."
    halt_open: str = "The question is still open."
    hushes: Callable[[str], bool] | None = field(default=None, compare=False)
    """Which words are never quoted back."""


# ---- events: what happened ---------------------------------------------------------------------

WakeKind = Literal["settle", "nudge", "lapse", "snooze", "hold"]


@dataclass(frozen=True, slots=True)
class Begin:
    """The reflection starts: its first prompt is to be shown."""


@dataclass(frozen=True, slots=True)
class Said:
    """The client wrote or sent something that belongs to the prompt of ``question``.

    ``text`` is the words, whole; for a voice note, photo or sticker it is its caption or a line that
    names it. ``message_id`` makes a repeat harmless.
    """

    text: str
    message_id: int
    question: int
    edited: bool = False  # a message of the answer reads so now
    rests: bool = False  # nothing follows these words by itself


@dataclass(frozen=True, slots=True)
class Tapped:
    """The client tapped a button of the prompt of ``question``.

    ``act``: pass, later, back (from later), other, stop, done; choice:N (0-based); rate:N; hold:MINUTES;
    snooze:hour|evening|tomorrow|week; halt:one|all|mine|no|again (what "stop" in words meant).
    """

    act: str
    question: int


@dataclass(frozen=True, slots=True)
class Woke:
    """A wake that the engine asked for fell due; it is dropped when the talk has moved past ``question``."""

    kind: WakeKind
    question: int


Event = Begin | Said | Tapped | Woke


# ---- effects: what must be done ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Button:
    label: str
    act: str


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Say:
    """Send a message. A prompt carries its step and question, so that taps and late messages find it again.

    ``text`` is Telegram's HTML, everything a person wrote escaped.
    """

    text: str
    rows: Rows = ()
    purpose: Literal["prompt", "statement", "nudge", "closing", "reply"] = "reply"
    step: str = ""
    question: int = 0
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Rebutton:
    """Replace the buttons under the prompt of ``question``, its latest message (none: take them away)."""

    question: int
    rows: Rows = ()


@dataclass(frozen=True, slots=True)
class Keep:
    """Keep a response, or add to it: the one of this reflection and ``answer.question``.

    ``text`` and ``message_id`` are the message just added, None for a tap or a pass.
    """

    answer: Answer
    text: str | None = None
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Wake:
    """Come back at ``at`` or later with Woke(kind, question); it replaces an earlier wake of the same kind."""

    kind: WakeKind
    at: datetime
    question: int


@dataclass(frozen=True, slots=True)
class Start:
    """The client's choice leads into another script; this reflection is finished."""

    script: str


@dataclass(frozen=True, slots=True)
class End:
    """The reflection is over, and how."""

    how: Literal["finished", "stopped", "lapsed", "parked", "broken"]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Tell the admin that a script misbehaved and what to do next; never holds a client's words."""

    script: str
    step: str
    message: str


@dataclass(frozen=True, slots=True)
class Instead:
    """The client asks for another question in place of this one; nothing of it is over before one is chosen."""


Effect = Say | Rebutton | Keep | Wake | Start | End | Trouble | Instead
