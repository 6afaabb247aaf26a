"""Going on in a talk: from step to step to the next prompt, or to its end."""

from dataclasses import dataclass, replace
from datetime import datetime
from html import escape
from typing import Literal

from bot.core.script.kinds import WAITING
from bot.core.script.script import END, Script, Step
from bot.core.talk import prompt as prompts
from bot.core.talk.model import Effect, End, Manners, Phrases, Rebutton, Reflection, Say, Start, Trouble
from bot.core.talk.path import leads
from bot.core.talk.prompt import Fault
from bot.core.talk.reflection import current

PROMPTS = 40  # prompts that wait, in one reflection
STEPS = 30  # steps at one go: more is a ring of statements

Walked = tuple[Reflection, tuple[Effect, ...]]
"""The reflection as it is then, and what is to be done."""


@dataclass(frozen=True, slots=True)
class InHand:
    """What may be looked at besides the reflection."""

    script: Script
    now: datetime
    phrases: Phrases
    manners: Manners
    zone: str


def go_on(
    given: InHand, reflection: Reflection, step: Step, to: str | None = None, silent: bool = False
) -> Walked:
    """Leave an answered or passed step: take its buttons away, walk to the next prompt or the end."""
    answer = current(reflection)
    target = to or leads(given.script, step, reflection.context, answer)
    enough = to is None and reflection.context.short and bool(answer.texts) and not answer.passed
    after, effects = walk(given, reflection, target, silent, enough)
    return after, (*bare(reflection), *effects)


def walk(
    given: InHand, reflection: Reflection, name: str, silent: bool = False, enough: bool = False
) -> Walked:
    """Send the statements from this step on, straight through, up to a prompt that waits or the end.

    ``enough``: no more is asked; the way goes past each question to the end.
    """
    said: tuple[Say, ...] = ()
    for _ in range(STEPS):
        step = given.script.step(name)
        if step is None:
            return _finish(given, reflection, said, name)
        if enough and step.kind in WAITING:
            name = leads(given.script, step, reflection.context, None)
            continue
        text = prompts.compose(given.script, step, reflection, given.phrases)
        if isinstance(text, Fault):
            return broken(given, reflection, name, text.message)
        if step.kind in WAITING:
            return _ask(given, reflection, step, text, said, silent)
        if text:
            said = (*said, Say(text, (), "statement", name, reflection.question, silent))
        name = leads(given.script, step, reflection.context, None)
    return broken(given, reflection, name, f"more than {STEPS} steps without a question; mend the ring")


def _ask(
    given: InHand, reflection: Reflection, step: Step, text: str, said: tuple[Say, ...], silent: bool
) -> Walked:
    """Open the next question: a prompt that waits, after the statements that led to it."""
    if not text:
        return broken(given, reflection, step.name, "the prompt came out empty; give it words for every case")
    if reflection.question >= PROMPTS:
        return broken(
            given, reflection, step.name, f"more than {PROMPTS} prompts in one reflection; mend the ring"
        )
    opened = replace(
        reflection,
        step=step.name,
        question=reflection.question + 1,
        prompt=text,
        snoozes=0,
        part=0,
        settled=False,
        unsaid=None,
    )
    after, effects = show(given, opened, step, text, silent)
    return after, (*said, *effects)


def show(given: InHand, reflection: Reflection, step: Step, text: str, silent: bool = False) -> Walked:
    """Send a prompt of the current question and begin to wait."""
    after = replace(reflection, state="open", asked_at=given.now, heard_at=None, until=None, later=False)
    after = replace(after, rests=False)
    rows = prompts.rows(step, after, given.phrases)
    shown = Say(text, rows, "prompt", step.name, after.question, silent)
    return after, (shown,)


def _finish(given: InHand, reflection: Reflection, said: tuple[Say, ...], target: str) -> Walked:
    """The script has been walked to its end; its last statement closes. Another target is another script."""
    if not said and target == END and reflection.answers:  # an answer is never met with silence
        said = (reply(prompts.thanks(reflection, given.phrases), reflection),)
    closing = tuple(replace(say, purpose="closing") for say in said[-1:])
    start = () if target == END else (Start(target),)
    over = replace(reflection, state="finished", settled=False, unsaid=None)
    return over, (*said[:-1], *closing, End("finished"), *start)


def end(
    reflection: Reflection, how: Literal["finished", "stopped", "lapsed", "parked"], words: str = ""
) -> Walked:
    """Over before the script's own end: the buttons go, with a kind line or none."""
    line = (reply(words, reflection),) if words else ()
    return replace(reflection, state=how, unsaid=None), (*bare(reflection), *line, End(how))


def stopped(given: InHand, reflection: Reflection) -> str:
    """The last line; it speaks of words only where there are some."""
    wrote = any(answer.texts for answer in reflection.answers)
    return given.phrases.stopped if wrote else given.phrases.stopped_bare


def broken(given: InHand, reflection: Reflection, step: str, message: str) -> Walked:
    """The script is at fault: end kindly, say nothing else in this turn, tell the admin."""
    line = reply(given.phrases.broken, reflection)
    trouble = Trouble(reflection.script, step, message)
    return replace(reflection, state="broken", unsaid=None), (line, trouble, End("broken"))


def lost(given: InHand, reflection: Reflection) -> Walked:
    """The step where the reflection stands is not in the script it was handed."""
    message = "this version has no such step; a reflection goes on in the version it began with"
    after, effects = broken(given, reflection, reflection.step, message)
    return after, (*bare(reflection), *effects)


def bare(reflection: Reflection) -> tuple[Rebutton, ...]:
    """Take the prompt's buttons away; put off, it has none."""
    return () if reflection.state == "snoozed" else (Rebutton(reflection.question),)


def buttons(given: InHand, reflection: Reflection, step: Step) -> Rebutton:
    """The buttons of the prompt in sight, as they are now."""
    return Rebutton(reflection.question, prompts.rows(step, reflection, given.phrases))


def reply(words: str, reflection: Reflection) -> Say:
    """Words of the bot's own, no prompt."""
    return Say(escape(words, quote=False), (), "reply", reflection.step, reflection.question)
