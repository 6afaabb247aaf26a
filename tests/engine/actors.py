"""Small scripts and reflections, made by hand for the engine's tests."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.core.script.script import Branch, Choice, Condition, Header, Scale, Script, Step, StepKind, When
from bot.core.talk.engine import advance
from bot.core.talk.model import Begin, Context, Effect, Event, Manners, Phrases, Reflection

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
HEADER = Header("Test", "A. Name, coach", "", "", When("demand"), (1, 3))
MANNERS = Manners()
BLANK = Reflection("test", "en", 1, Context("Ana", "Sam", 3))


def step(name: str, kind: StepKind = "ask", text: str = "", to: str = "", **more: object) -> Step:
    """A step whose text is its name and a question mark, leading to the next or to ``to``."""
    branches = (Branch(Condition("always"), to, 1),) if to else ()
    made = Step(name, kind, text or f"{name}?", name.replace("-", "_"), 1, 2, branches=branches)
    return replace(made, **more)  # type: ignore[arg-type]


def script(*steps: Step) -> Script:
    """A script called test with these steps."""
    return Script("test", HEADER, steps)


def choose(name: str, *labels: str, to: str | None = None) -> Step:
    """A step with these choices, the first leading to ``to``."""
    choices = tuple(Choice(label, to if at == 0 else None, 1) for at, label in enumerate(labels))
    return step(name, "choose", choices=choices)


def rate(name: str, low: int = 1, high: int = 5, *branches: Branch) -> Step:
    """A step with a scale."""
    return step(name, "rate", scale=Scale(low, high), branches=branches)


def play(
    made: Script, *events: Event | timedelta, manners: Manners = MANNERS, start: Reflection = BLANK
) -> tuple[Reflection, tuple[Effect, ...]]:
    """Begin, then these events, a timedelta moving the clock; the state and the last event's effects."""
    now, reflection = NOON, start
    effects: tuple[Effect, ...] = ()
    for event in (Begin(), *events):
        if isinstance(event, timedelta):
            now += event
        else:
            reflection, effects = advance(made, reflection, event, now, Phrases(), manners)
    return reflection, effects
