"""One turn of a reflection: what happened goes in, the reflection afterwards and what must be done come out.

Pure: nothing here reads a clock, waits or sends. What an author or a client can cause is an effect, never
an exception. The state names its step, so a reflection goes on in the script object it is handed.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from html import escape
from typing import get_args

from bot.core.base import wall
from bot.core.script.choices import ticked
from bot.core.script.script import Script, Step
from bot.core.talk import prompt as prompts
from bot.core.talk import tempo, walking
from bot.core.talk.model import (
    Answer,
    Begin,
    Event,
    Instead,
    Keep,
    Manners,
    Phrases,
    Rebutton,
    Reflection,
    Said,
    Say,
    Tapped,
    Wake,
    Woke,
)
from bot.core.talk.reflection import answer_at, current, heard_before, over, revise, unexplained, with_answer
from bot.core.talk.wakes import KINDS, wanted
from bot.core.talk.walking import InHand, Walked
from bot.core.understand.delay import delay
from bot.core.understand.remark import delayed, of_question
from bot.core.understand.value import value
from bot.core.understand.vocabulary import LANGUAGES

ANSWERS = ("choice", "rate", "hold", "pass")  # in words they are kept, beside what they set going
KEPT = ""  # in place of the "stop" that is asked about, where an edit made it of words in the answer

_PHRASES = Phrases()
_MANNERS = Manners()
_SNOOZES: dict[str, wall.Snooze] = {kind: kind for kind in get_args(wall.Snooze)}


def advance(
    script: Script,
    reflection: Reflection,
    event: Event,
    now: datetime,
    phrases: Phrases = _PHRASES,
    manners: Manners = _MANNERS,
    zone: str = "UTC",
) -> Walked:
    """The reflection after the event, and what must be done, in order.

    ``now`` is aware UTC, ``zone`` the client's IANA name. A late wake, a repeated or late tap and an unknown
    act change nothing. Words always come out as a Keep of the question they were said to, also after the end.
    """
    given = InHand(script, now, phrases, manners, zone)
    after, effects = _happened(given, reflection, event)
    return after, (*effects, *_new_wakes(given, reflection, after))


def _happened(given: InHand, reflection: Reflection, event: Event) -> Walked:
    match event:
        case Begin():
            return _begin(given, reflection)
        case Said():
            return _said(given, reflection, event)
        case Tapped():
            return _tapped(given, reflection, event)
        case _:  # Woke
            return _woke(given, reflection, event)


def _new_wakes(given: InHand, before: Reflection, after: Reflection) -> tuple[Wake, ...]:
    """What the reflection waits for now and did not before: read off the state, so that none is forgotten."""
    known, wants = ({kind: wanted(one, given.manners, kind) for kind in KINDS} for one in (before, after))
    return tuple(
        Wake(kind, at, after.question)
        for kind, at in wants.items()
        if at is not None and (at != known[kind] or after.question != before.question)
    )


# ---- events ------------------------------------------------------------------------------------


def _begin(given: InHand, reflection: Reflection) -> Walked:
    if over(reflection) or reflection.question:
        return reflection, ()
    if not given.script.steps:
        return walking.broken(given, reflection, "", "the script has no steps; publish one that has")
    return walking.walk(given, reflection, given.script.steps[0].name)


def _said(given: InHand, reflection: Reflection, said: Said) -> Walked:
    if heard_before(reflection, said):
        return reflection, ()
    waits = not over(reflection) and 0 < said.question == reflection.question
    step = given.script.step(reflection.step) if waits else None
    act = prompts.typed(step, said.text, reflection, given.phrases) if step else None
    act = act or _put_off(given, reflection, said)
    other = act == "pass" and reflection.part and not said.edited  # kept, it would be the second part
    if step and act and (reflection.halt or other or act.partition(":")[0] not in ANSWERS):
        return _asked(given, replace(reflection, taken=(*reflection.taken, said.message_id)), step, act, said)
    kept, keep = _kept(given, reflection, said)
    if not waits:  # a prompt that never was, or one that is past: the words are kept, nothing goes on
        return _paused(given, kept, said), (keep,)
    if kept.rests != said.rests:
        kept = replace(kept, rests=said.rests)
    after, effects = _heard(given, kept, step, act)
    if act is not None and after.question > reflection.question:  # more of it may come behind the next
        after = replace(after, settled=True)
    return after, (keep, *effects)


def _paused(given: InHand, reflection: Reflection, said: Said) -> Reflection:
    """What came behind the next question was a pause longer than the wait: the answers to come get more time."""
    asked = reflection.asked_at
    if not reflection.settled or said.question != reflection.question - 1 or asked is None:
        return reflection
    pause = tempo.longer(reflection.pause, asked - given.manners.settle, given.now)
    return replace(reflection, pause=pause)


def _kept(given: InHand, reflection: Reflection, said: Said) -> tuple[Reflection, Keep]:
    """The words beside those of the same prompt, in the order they were written in; an edit in its place."""
    if said.edited:
        revised = revise(reflection, said.message_id, said.text)
        return revised, Keep(_valued(given, reflection, answer_at(revised, said.question)))
    before = answer_at(reflection, said.question)
    later = sum(one > said.message_id for one in before.messages)
    text, message = len(before.texts) - later, len(before.messages) - later
    answer = replace(
        before,
        texts=(*before.texts[:text], said.text, *before.texts[text:]),
        messages=(*before.messages[:message], said.message_id, *before.messages[message:]),
    )
    keep = Keep(_valued(given, reflection, answer), said.text, said.message_id)
    return (with_answer(reflection, answer) if 0 < said.question <= reflection.question else reflection), keep


def _valued(given: InHand, reflection: Reflection, answer: Answer) -> Answer:
    """The answer as it is kept: with the number, time or date that its words hold, where one was asked for."""
    step = given.script.step(answer.step)
    if step is None or step.kind not in ("number", "time", "date"):
        return answer
    today = wall.local(given.now, given.zone).date()
    return replace(answer, choice=value(step.kind, " ".join(answer.texts), reflection.language, today))


def _heard(given: InHand, reflection: Reflection, step: Step | None, act: str | None) -> Walked:
    """The words are kept; now what they set going: a tap in words, or a wait for more of them."""
    if step is None:
        return walking.lost(given, reflection)
    if reflection.state == "holding" or reflection.halt:
        return reflection, ()
    if act:
        return _act(given, reflection, step, act)
    pause = tempo.longer(reflection.pause, reflection.heard_at, given.now)
    after = replace(reflection, state="open", heard_at=given.now, pause=pause, until=None, later=False)
    first = () if reflection.heard_at else (walking.buttons(given, after, step),)
    return after, first


def _asked(given: InHand, reflection: Reflection, step: Step, act: str, said: Said) -> Walked:
    """Words that ask something of the bot are no answer: they do what the button does."""
    match act:
        case "halt:one" | "halt:all" | "halt:mine":
            return _tapped(given, reflection, Tapped(act, reflection.question))
        case "halt:no":
            return _goes_on(given, reflection, step)
        case "stop":
            if reflection.halt:
                return walking.end(
                    replace(reflection, halt=None), "stopped", walking.stopped(given, reflection)
                )
            latest = max(said.message_id, *current(reflection).messages, 0)
            halt = (KEPT, latest) if said.edited else (said.text, said.message_id)
            after = replace(reflection, halt=halt)
            return after, (*walking.bare(reflection), _which(given, after))
        case "enough":
            return walking.end(replace(reflection, halt=None), "stopped", walking.stopped(given, reflection))
        case "other" if not reflection.halt:
            return _other(given, reflection, step)
    if reflection.halt:
        return reflection, (_which(given, reflection),)
    return (
        walking.go_on(given, reflection, step) if act == "hold done" else _act(given, reflection, step, act)
    )


def _which(given: InHand, reflection: Reflection) -> Say:
    """What did "stop" mean? Until that is said, nothing else comes."""
    at = wanted(reflection, given.manners, "lapse") or given.now
    words = given.phrases.halt.replace("{when}", prompts.moment(at, given.zone, reflection.language))
    rows = prompts.halted(given.phrases)
    return Say(escape(words, quote=False), rows, "reply", reflection.step, reflection.question)


def _goes_on(given: InHand, reflection: Reflection, step: Step) -> Walked:
    """A plain no to what "stop" meant: nothing is stopped, nothing of it is an answer, the question is open."""
    heard = reflection.heard_at is not None or not unexplained(reflection)
    unsaid = reflection.halt
    after = replace(reflection, halt=None, unsaid=unsaid, heard_at=given.now if heard else None)
    if after.state == "snoozed" and after.until is not None:
        put_off = prompts.put_off(after.until, given.zone, after.language, given.phrases)
        return after, (walking.reply(f"{given.phrases.halt_none} {put_off}", after),)
    words = f"{given.phrases.halt_none} {given.phrases.halt_open}"
    return after, (walking.buttons(given, after, step), walking.reply(words, after))


def _tapped(given: InHand, reflection: Reflection, tap: Tapped) -> Walked:
    if over(reflection) or not reflection.question or tap.question != reflection.question:
        return reflection, ()
    if tap.act in ("stop", "halt:one"):
        return walking.end(replace(reflection, halt=None), "stopped", walking.stopped(given, reflection))
    if tap.act == "halt:all":  # what ends besides this talk, and what is said, is done where it ends
        return walking.end(replace(reflection, halt=None), "stopped")
    if tap.act == "halt:mine":
        return _mine(given, reflection)
    if reflection.halt:  # a tap made before its buttons went: what "stop" meant is being asked already
        return reflection, ()
    step = given.script.step(reflection.step)
    if step is None:
        return walking.lost(given, reflection)
    if reflection.state == "holding":
        return walking.go_on(given, reflection, step) if tap.act == "done" else (reflection, ())
    return _act(given, reflection, step, tap.act)


def _mine(given: InHand, reflection: Reflection) -> Walked:
    """ "Stop" was the answer: it is kept as one, and the talk waits for more of it as ever."""
    step, halt = given.script.step(reflection.step), reflection.halt or reflection.unsaid
    if halt is None or step is None:
        return reflection, ()
    kept, keeps = _as_words(given, replace(reflection, halt=halt, unsaid=None))
    after, effects = _heard(given, replace(kept, heard_at=None), step, None)
    return after, (*keeps, *(effects or (walking.buttons(given, after, step),)))


def _as_words(given: InHand, reflection: Reflection) -> tuple[Reflection, tuple[Keep, ...]]:
    """The "stop" that was asked about, kept as an answer; one that an edit made is in the answer already."""
    bare = replace(reflection, halt=None)
    if reflection.halt is None or reflection.halt[0] == KEPT:
        return bare, ()
    text, message_id = reflection.halt
    kept, keep = _kept(given, bare, Said(text, message_id, reflection.question))
    return kept, (keep,)


def _woke(given: InHand, reflection: Reflection, woke: Woke) -> Walked:
    at = wanted(reflection, given.manners, woke.kind)
    if over(reflection) or woke.question != reflection.question or at is None:
        return reflection, ()
    if given.now < at:  # one that was on its way when a newer one replaced it
        return reflection, (Wake(woke.kind, at, reflection.question),)
    if woke.kind == "nudge":
        return _nudge(given, reflection)
    if woke.kind == "lapse":
        return _lapse(given, reflection)
    step = given.script.step(reflection.step)
    if step is None:
        return walking.lost(given, reflection)
    match woke.kind:
        case "settle":
            after, effects = _settle(given, reflection, step)
            return replace(after, settled=True), effects
        case "snooze":
            return _show_again(given, reflection, step)
        case _:  # hold
            return walking.go_on(given, reflection, step, silent=True)


# ---- what a tap does ---------------------------------------------------------------------------


def _act(given: InHand, reflection: Reflection, step: Step, act: str) -> Walked:
    """A tap, or its words typed, at a prompt that is not in a hold."""
    word, _, value = act.partition(":")
    quiet = reflection.state == "open" and reflection.heard_at is None
    match word:
        case "pass":
            return _pass(given, reflection, step)
        case "later" if quiet and not reflection.later:
            return _later(given, reflection, step)
        case "back" if quiet and reflection.later:
            return _swap(given, replace(reflection, later=False), step)
        case "snooze" if quiet and value in _SNOOZES:
            return _snooze(given, reflection, _SNOOZES[value])
        case "until" if quiet:
            return _snooze_until(given, reflection, datetime.fromisoformat(value))
        case "other" if quiet:
            return _other(given, reflection, step)
        case "done" if reflection.heard_at:
            return _settle(given, reflection, step)
        case "done" if step.kind == "several":
            return _ticked(given, reflection, step)
        case "choice" | "rate" | "hold":
            return _pick(given, reflection, step, act)
    return reflection, ()


def _pass(given: InHand, reflection: Reflection, step: Step) -> Walked:
    """Passed; at the second part of two it is only that part, the first stays an answer."""
    answer = replace(current(reflection), passed=not reflection.part)
    after, effects = walking.go_on(given, with_answer(reflection, answer), step)
    return after, (Keep(answer), *effects)


def _later(given: InHand, reflection: Reflection, step: Step) -> Walked:
    if reflection.snoozes >= given.manners.snoozes:
        return walking.end(reflection, "parked", given.phrases.parked)
    return _swap(given, replace(reflection, later=True), step)


def _other(given: InHand, reflection: Reflection, step: Step) -> Walked:
    """Others are offered; this question stays as it is until one of them is chosen."""
    after = replace(reflection, later=False)
    return after, (*((walking.buttons(given, after, step),) if reflection.later else ()), Instead())


def _swap(given: InHand, reflection: Reflection, step: Step) -> Walked:
    return reflection, (walking.buttons(given, reflection, step),)


def _put_off(given: InHand, reflection: Reflection, said: Said) -> str | None:
    """An hour, a day or a length in words: asked until when, or in a wish to be asked then."""
    if said.edited or said.question != reflection.question:
        return None
    words = said.text if reflection.later else _later_wished(reflection, said.text)
    if words is None:
        return None
    hours = given.manners.hours or (given.manners.morning,) * 7
    here = wall.local(given.now, given.zone).replace(tzinfo=None)
    spoken = (reflection.language, *(one for one in LANGUAGES if one != reflection.language))
    read = (delay(words, one, here, hours) for one in spoken)
    at = next((one for one in read if one is not None), None)
    if at is None:
        return None
    at = wall.instant(at, given.zone) if isinstance(at, datetime) else given.now + at
    return f"until:{at.isoformat()}"


def _later_wished(reflection: Reflection, text: str) -> str | None:
    """Until when a whole message wishes to be asked, before anything was answered."""
    if reflection.state != "open" or reflection.heard_at is not None or reflection.halt:
        return None
    return delayed(text) if of_question(text) or not prompts.asks_when(reflection) else None


def _snooze(given: InHand, reflection: Reflection, kind: wall.Snooze) -> Walked:
    manners = given.manners
    return _snooze_until(
        given,
        reflection,
        wall.snooze(
            kind, given.now, given.zone, manners.evening, manners.morning, manners.quiet, manners.hours
        ),
    )


def _snooze_until(given: InHand, reflection: Reflection, at: datetime) -> Walked:
    manners = given.manners
    if reflection.snoozes >= manners.snoozes:
        return walking.end(reflection, "parked", given.phrases.parked)
    hour, why = wall.local(at, given.zone), ""
    if manners.quiet:
        at = wall.beyond(at, wall.ahead(manners.off, reflection.asked_at), given.zone, manners.quiet)
        if manners.quiet.holds(hour.time()):
            why = " " + given.phrases.in_quiet.replace("{time}", f"{hour:%H:%M}")
    if manners.useful is not None and at >= manners.useful:
        return walking.end(reflection, "parked", given.phrases.outdated)
    after = replace(reflection, state="snoozed", until=at, later=False, snoozes=reflection.snoozes + 1)
    words = prompts.put_off(at, given.zone, reflection.language, given.phrases) + why
    gone = Rebutton(reflection.question)
    return after, (gone, walking.reply(words, reflection))


def _pick(given: InHand, reflection: Reflection, step: Step, act: str) -> Walked:
    """A choice, a point of the scale, the minutes of a hold; what the step never offered changes nothing."""
    offer = next((one for one in prompts.offers(step) if one.act == act), None)
    if offer is None:
        return reflection, ()
    before = current(reflection)
    rated = offer.rating is not None
    label = prompts.label(offer, given.phrases)
    if step.kind == "several":
        return _tick(given, reflection, step, label)
    answer = replace(before, rating=offer.rating) if rated else replace(before, choice=label)
    kept = with_answer(reflection, answer)
    if offer.minutes:
        after, effects = _hold(given, kept, step, offer.minutes)
    else:
        after, effects = walking.go_on(given, kept, step, offer.to)
    return after, (Keep(answer), *effects)


def _tick(given: InHand, reflection: Reflection, step: Step, label: str) -> Walked:
    """One more of several, or one less; it is kept at once, and the question waits on."""
    before = current(reflection)
    answer = replace(before, choice=ticked(step, before.choice, label))
    kept = with_answer(replace(reflection, later=False), answer)
    shown = (walking.buttons(given, kept, step),) if reflection.state == "open" else ()
    return kept, (Keep(answer), *shown)


def _ticked(given: InHand, reflection: Reflection, step: Step) -> Walked:
    """All that is to be ticked is; none of it is a pass."""
    if current(reflection).choice is None:
        return _pass(given, reflection, step)
    return walking.go_on(given, reflection, step)


def _hold(given: InHand, reflection: Reflection, step: Step, count: int) -> Walked:
    """The chosen silence begins: only the buttons change, nothing is sent until it ends."""
    until = given.now + timedelta(minutes=count)
    after = replace(reflection, state="holding", until=until, heard_at=None, later=False)
    return after, (walking.buttons(given, after, step),)


# ---- what a wake does --------------------------------------------------------------------------


def _nudge(given: InHand, reflection: Reflection) -> Walked:
    step = given.script.step(reflection.step)
    if step is not None and step.optional:
        return replace(reflection, nudged=True), ()
    words = escape(given.phrases.nudge, quote=False)
    nudge = Say(words, (), "nudge", reflection.step, reflection.question, silent=True)
    return replace(reflection, nudged=True), (nudge,)


def _lapse(given: InHand, reflection: Reflection) -> Walked:
    """Over without a word. A "stop" with nothing after it was one; with words after it, it was a part of them."""
    if unexplained(reflection):
        return walking.end(replace(reflection, halt=None), "stopped")
    kept, keeps = _as_words(given, reflection)
    step = given.script.step(reflection.step)
    after, effects = walking.end(kept, "finished" if step and step.optional else "lapsed")
    return after, (*keeps, *effects)


def _settle(given: InHand, reflection: Reflection, step: Step) -> Walked:
    """The answer is whole: on to the other part, or to the next step."""
    if len(step.parts) < 2 or reflection.part:
        return walking.go_on(given, reflection, step)
    after = replace(reflection, part=1)
    shown, effects = walking.show(given, after, step, prompts.other_part(step, given.phrases))
    return shown, (Rebutton(reflection.question), *effects)


def _show_again(given: InHand, reflection: Reflection, step: Step) -> Walked:
    """The prompt that was put off, once more, under its own question."""
    words = prompts.other_part(step, given.phrases) if reflection.part else reflection.prompt
    return walking.show(given, reflection, step, words)
