"""What holds for any script, and any order and repetition of events."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import pairwise

from actors import BLANK, NOON, script
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.script.script import Branch, Choice, Condition, Scale, Script, Step
from bot.core.talk.engine import advance
from bot.core.talk.model import (
    Begin,
    Effect,
    End,
    Event,
    Keep,
    Manners,
    Phrases,
    Rebutton,
    Reflection,
    Rows,
    Said,
    Say,
    Start,
    Tapped,
    Wake,
    WakeKind,
    Woke,
)
from bot.core.talk.reflection import from_json, over, to_json
from bot.core.talk.wakes import wakes
from bot.core.talk.walking import PROMPTS

NAMES = ("a", "b", "c", "d")
TARGETS = st.sampled_from((*NAMES, "end", "elsewhere"))
CONDITIONS = st.builds(
    Condition,
    st.sampled_from(("always", "passed", "answered", "rated", "session", "marked")),
    st.integers(0, 6),
    st.one_of(st.none(), st.integers(0, 6)),
)
SANE = ("What is here?", "{{ thanks }} What else?", "{% if a %}{{ a }}{% endif %} And now?")
TEXTS = st.sampled_from(
    (
        *SANE * 4,
        "{% if session > 9 %}Never?{% endif %}",
        "{{ nobody }}?",
        "{% if a > 2 %}More{% else %}Less{% endif %}?",
    )
)
BRANCHES = st.lists(st.builds(Branch, CONDITIONS, TARGETS, st.just(1)), max_size=2).map(tuple)
CHOICES = st.lists(
    st.builds(Choice, st.sampled_from(("Yes", "No", "3")), st.one_of(st.none(), TARGETS), st.just(1)),
    max_size=3,
).map(tuple)
LABELS = ("Yes", "3", "2 minutes", "pass", "I am back", "Later", "words <of> mine & \U0001f600", "x " * 40)


@st.composite
def steps(draw: st.DrawFn, name: str) -> Step:
    """A step of any kind, sane or not."""
    return Step(
        name,
        draw(st.sampled_from(("ask", "two_parts", "hold", "choose", "rate", "ack", "info"))),
        draw(TEXTS),
        name if name == "a" else draw(st.sampled_from(NAMES)),
        1,
        2,
        choices=draw(CHOICES),
        scale=draw(st.sampled_from((Scale(1, 5), Scale(1, 5), Scale(0, 10, "low", "high"), Scale(3, 1)))),
        parts=draw(st.sampled_from(((), ("One …",), ("One …", "Two …")))),
        minutes=draw(st.sampled_from(((2, 5), (2, 5), (0, 10**9)))),
        branches=draw(BRANCHES),
    )


SCRIPTS = st.sampled_from((NAMES, NAMES[:2])).flatmap(
    lambda names: st.tuples(*(steps(name) for name in names)).map(lambda made: script(*made))
)
MANNERS = st.builds(
    Manners,
    nudge=st.sampled_from((None, timedelta(hours=22))),
    snoozes=st.integers(0, 3),
)
ACTS = st.sampled_from(
    (
        *(
            "pass",
            "later",
            "back",
            "stop",
            "done",
            "choice:0",
            "choice:1",
            "choice:7",
            "rate:1",
            "rate:5",
            "rate:99",
        ),
        *(
            "hold:2",
            "hold:5",
            "hold:1000000000",
            "snooze:hour",
            "snooze:week",
            "snooze:",
            "choice:²",
            "",
            ":",
            "x",
        ),
    )
)
KINDS: st.SearchStrategy[WakeKind] = st.sampled_from(("settle", "nudge", "lapse", "snooze", "hold"))


@dataclass(frozen=True)
class Move:
    """An event whose turn is counted from the one that waits, after some time."""

    kind: str
    value: str = ""
    behind: int = 0
    message: int = 0
    hours: float = 0.0


BEHIND = st.sampled_from((*[0] * 6, 1, 1, 2, -1))
HOURS = st.sampled_from((0.0, 0.0, 0.0, 0.001, 0.01, 1.0, 23.0, 49.0))
MOVES = st.lists(
    st.one_of(
        st.builds(Move, st.sampled_from(("due", "due", "due", "begin")), hours=HOURS),
        st.builds(Move, st.just("say"), st.sampled_from(LABELS), BEHIND, st.integers(1, 9), HOURS),
        st.builds(Move, st.just("press"), message=st.integers(0, 9), hours=HOURS),
        st.builds(Move, st.just("press"), message=st.integers(0, 9)),
        st.builds(Move, st.just("tap"), ACTS, BEHIND, hours=HOURS),
        st.builds(Move, st.just("wake"), KINDS, BEHIND, hours=HOURS),
    ),
    min_size=5,
    max_size=25,
)


@dataclass
class Run:
    """One reflection under way: every state, every event with its effects, and the wakes still asked for."""

    script: Script
    manners: Manners
    now: datetime = NOON
    states: list[Reflection] = field(default_factory=lambda: [BLANK])
    happened: list[tuple[Event, tuple[Effect, ...]]] = field(default_factory=list)
    agenda: dict[str, Wake] = field(default_factory=dict)

    @property
    def state(self) -> Reflection:
        return self.states[-1]

    def do(self, event: Event) -> None:
        after, effects = advance(
            self.script, self.state, event, self.now, Phrases(), self.manners, "Europe/Berlin"
        )
        self.states.append(after)
        self.happened.append((event, effects))
        self.agenda |= {effect.kind: effect for effect in effects if isinstance(effect, Wake)}

    def move(self, move: Move) -> None:
        self.now += timedelta(hours=move.hours)
        turn = self.state.question - move.behind
        match move.kind:
            case "begin":
                self.do(Begin())
            case "due" if self.agenda:
                self.due()
            case "due":
                self.do(Woke("settle", turn))
            case "say":
                self.do(Said(move.value, move.message, turn))
            case "tap":
                self.do(Tapped(move.value, turn))
            case "press":
                self.press(move.message)
            case _:
                self.do(Woke(move.value, turn))  # type: ignore[arg-type]

    def press(self, place: int) -> None:
        """A tap on one of the buttons that are there now, counted round."""
        shown = [
            one.rows
            for one in self.effects()
            if isinstance(one, Rebutton) or (isinstance(one, Say) and one.rows)
        ]
        acts = [button.act for row in shown[-1] for button in row] if shown else []
        self.do(Tapped(acts[place % len(acts)] if acts else "pass", self.state.question))

    def due(self) -> None:
        """The next wake comes, when its time has come."""
        wake = min(self.agenda.values(), key=lambda one: one.at)
        del self.agenda[wake.kind]
        self.now = max(self.now, wake.at)
        self.do(Woke(wake.kind, wake.question))

    def rest(self) -> int:
        """Let the wakes come, in order, with nobody there; how many came."""
        for count in range(5 * PROMPTS):
            if over(self.state) or not self.agenda:
                return count
            self.due()
        raise AssertionError("it goes on for ever")

    def effects(self) -> list[Effect]:
        return [effect for _, effects in self.happened for effect in effects]


def run(made: Script, manners: Manners, moves: list[Move]) -> Run:
    """Begin, then all the moves."""
    going = Run(made, manners)
    for move in (Move("begin"), *moves):
        going.move(move)
    return going


any_run = given(st.builds(run, SCRIPTS, MANNERS, MOVES))
some = settings(max_examples=25, deadline=None)


@some
@any_run
def test_no_text_is_lost_or_filed_under_another_turn(going: Run) -> None:
    """Every message comes out as a Keep of just the turn it was said to, whole, unless kept or taken before."""
    kept: set[tuple[int, str]] = set()
    for event, effects in going.happened:
        if isinstance(event, Said):
            keeps = [one for one in effects if isinstance(one, Keep) and one.text is not None]
            named = 0 < event.question <= going.state.question
            assert [(one.text, one.message_id) for one in keeps] in ([(event.text, event.message_id)], [])
            taken = event.message_id in going.state.taken  # words for a button, which did what it does
            assert keeps or taken or (event.message_id, event.text) in kept
            assert all(
                one.answer.question == event.question and event.text in one.answer.texts for one in keeps
            )
            kept |= {(event.message_id, event.text)} if named else set()
    said = {(one.question, one.message_id, one.text) for one, _ in going.happened if isinstance(one, Said)}
    for answer in going.state.answers:
        for message, text in zip(answer.messages, answer.texts, strict=True):
            assert (answer.question, message, text) in said


@some
@any_run
def test_answers_only_grow(going: Run) -> None:
    """No later event takes a message away from an answer, changes one, or changes their order."""
    for before, after in pairwise(going.states):
        later = {answer.question: answer for answer in after.answers}
        for answer in before.answers:
            pairs = set(zip(answer.texts, answer.messages, strict=True))
            now = zip(later[answer.question].texts, later[answer.question].messages, strict=True)
            kept = [pair for pair in now if pair in pairs]
            assert kept == list(zip(answer.texts, answer.messages, strict=True))


@some
@any_run
def test_turns_only_go_forward_one_by_one(going: Run) -> None:
    """The turn grows by one with a prompt that waits, and never otherwise."""
    for (_, effects), (before, after) in zip(going.happened, pairwise(going.states), strict=True):
        opened = [one for one in effects if isinstance(one, Say) and one.purpose == "prompt"]
        assert after.question - before.question in (0, 1)
        assert after.question == before.question or [one.question for one in opened] == [after.question]


@some
@any_run
def test_a_prompt_is_nudged_at_most_once_and_silently(going: Run) -> None:
    """However often wakes come, there is one nudge for a prompt, without a sound."""
    nudges = [one for one in going.effects() if isinstance(one, Say) and one.purpose == "nudge"]
    assert max(Counter(nudge.question for nudge in nudges).values(), default=0) <= 1
    assert all(nudge.silent for nudge in nudges)
    assert going.manners.nudge is not None or not nudges


@some
@any_run
def test_every_reflection_ends_when_nobody_answers(going: Run) -> None:
    """Left alone, the wakes that it asked for bring any reflection to its end, once."""
    going.rest()
    assert over(going.state)
    ends = [one for one in going.effects() if isinstance(one, End)]
    assert [one.how for one in ends] == [going.state.state]


@some
@any_run
def test_after_the_end_there_is_nothing_but_keeping(going: Run) -> None:
    """Once over, a reflection keeps late words and does nothing else."""
    for (_, effects), before in zip(going.happened, going.states, strict=False):
        if over(before):
            assert all(isinstance(one, Keep) for one in effects)
    assert all(one.state == going.state.state for one in going.states if over(one))


@some
@any_run
def test_no_buttons_are_left_where_nothing_waits(going: Run) -> None:
    """Under a prompt that is answered, put off or over, no button is left."""
    shown: dict[int, Rows] = {}
    for (_, effects), after in zip(going.happened, going.states[1:], strict=True):
        for one in effects:
            if isinstance(one, Rebutton) or (isinstance(one, Say) and one.rows):
                shown[one.question] = one.rows
        closed = over(after) or after.state == "snoozed"
        assert all(not rows for turn, rows in shown.items() if turn < after.question or closed)
        assert closed or not after.question or shown[after.question]


@some
@any_run
def test_a_hold_is_silent(going: Run) -> None:
    """While a hold lasts nothing is sent."""
    for (_, effects), (before, after) in zip(going.happened, pairwise(going.states), strict=True):
        if before.state == after.state == "holding":
            assert not any(isinstance(one, Say) for one in effects)


@some
@any_run
def test_all_that_is_sent_can_be_sent(going: Run) -> None:
    """No message is empty or too long, no button's act is too long for Telegram, no wake lies in the past."""
    for one in going.effects():
        if isinstance(one, Say):
            assert one.text.strip()
            assert len(one.text) <= 4096
            assert all(button.label and len(button.act) <= 20 for row in one.rows for button in row)
    first = min((one.at for one in going.effects() if isinstance(one, Wake)), default=NOON)
    assert first >= NOON


@some
@any_run
def test_the_wakes_that_are_said_are_those_that_follow_from_the_state(going: Run) -> None:
    """What the engine asks to be woken for is what the state says, and whatever is new in it is asked for."""
    for (_, effects), (before, after) in zip(going.happened, pairwise(going.states), strict=True):
        said = {one for one in effects if isinstance(one, Wake)}
        follows, followed = (set(wakes(one, going.manners, NOON)) for one in (after, before))
        assert said <= follows
        assert follows - followed <= said


@some
@any_run
def test_another_script_starts_only_at_the_end(going: Run) -> None:
    """Start comes once at most, right after End finished."""
    effects = going.effects()
    for place, one in enumerate(effects):
        if isinstance(one, Start):
            assert effects[place - 1] == End("finished")


@some
@any_run
def test_any_state_survives_being_saved(going: Run) -> None:
    """Every state on the way is the same after it was written and read."""
    for state in going.states:
        assert from_json(to_json(state)) == state


@some
@any_run
def test_an_event_of_another_turn_touches_nothing_that_waits(going: Run) -> None:
    """A tap or wake of another turn does nothing; words of another turn change only that turn's answer."""
    for (event, effects), (before, after) in zip(going.happened, pairwise(going.states), strict=True):
        if not isinstance(event, Begin) and event.question != before.question:
            assert [one for one in effects if not isinstance(one, Keep)] == []
            assert replace(after, answers=before.answers) == before
            assert isinstance(event, Said) or not effects


@some
@any_run
def test_who_is_answering_is_left_in_peace(going: Run) -> None:
    """While an answer is under way no nudge comes and nothing lapses."""
    for (event, effects), before in zip(going.happened, going.states, strict=False):
        if before.heard_at and isinstance(event, Woke) and event.kind in ("nudge", "lapse"):
            assert effects == ()


@some
@given(SCRIPTS, MANNERS, MOVES)
def test_a_repeated_event_is_harmless(made: Script, manners: Manners, moves: list[Move]) -> None:
    """Delivered twice at the same moment, any event does nothing the second time."""
    going = Run(made, manners)
    for move in (Move("begin"), *moves):
        going.move(move)
        event, before = going.happened[-1][0], going.state
        if isinstance(event, Said) and not 0 < event.question <= before.question:
            continue  # words of no turn: the store knows the message
        going.do(event)
        again = [one for one in going.happened[-1][1] if not isinstance(one, Wake)]
        assert (going.state, again) == (before, [])
