"""What a client is shown at a step: the words, the buttons under them, and what a typed word stands for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from html import escape

from babel import Locale, UnknownLocaleError
from babel.dates import format_datetime

from bot.core.base import wall
from bot.core.base.direction import commands_kept, isolated, right_to_left, stacked
from bot.core.base.quote import LEAST_WORDS, MOST_LETTERS, MOST_WORDS, Quote, Rating, worth
from bot.core.script.choices import MARK
from bot.core.script.kind import Pick
from bot.core.script.kinds import KINDS
from bot.core.script.script import Scale, Script, Step
from bot.core.script.syntax import LOWER
from bot.core.script.template import TemplateFault, plain, render
from bot.core.talk.model import Answer, Button, Context, Phrases, Reflection, Rows
from bot.core.talk.reflection import current
from bot.core.talk.spoken import act_of, for_now, plainly, spoken
from bot.core.talk.tone import toned
from bot.core.understand.remark import of_question, remark, unsure

LENGTH = 4096  # UTF-16 units that Telegram takes in one message
TICK = "✓"
BUTTONS = 80  # Telegram takes 100 under one message; the rest is for pass, later, stop

_SENT = re.compile(
    r"\[[^\[\]\n]{1,40}\]"
)  # a voice note, photo or sticker is named so (bot/telegram/__init__.py)


_PUT_OFF = ("snooze:tomorrow", "snooze:week")
_WHEN = re.compile(
    r"\b(?:when|which day|what day|wann|welche[mnrs]? tag|cuándo|cuando|qué día|متى|وقت|يوم)\b"
)


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a step cannot be shown, for the admin; without a client's words."""

    message: str


def compose(script: Script, step: Step, reflection: Reflection, phrases: Phrases) -> str | Fault:
    """The step's whole message in Telegram's HTML, or why it cannot be shown. May be empty."""
    if len(own(step, phrases)) > BUTTONS:
        return Fault(f"more than {BUTTONS} buttons; shorten the list")
    try:
        text = render(step.wording(reflection.context.before), values(script, reflection, phrases))
    except TemplateFault as fault:
        return Fault(f"{fault}")
    text = toned(text.strip(), script, step, reflection, phrases)
    whole = commands_kept(text, right_to_left(reflection.language)) + _beside(step)
    units = len(plain(whole).encode("utf-16-le", "surrogatepass")) // 2
    if units > LENGTH:
        return Fault(f"a message of {units} characters, Telegram takes {LENGTH}; shorten the text")
    return whole


def values(script: Script, reflection: Reflection, phrases: Phrases) -> Mapping[str, object]:
    """What a template of this script may read now; a step not reached or passed is there and false."""
    names = {step.name: step.save for step in script.steps}
    rtl = right_to_left(reflection.language)
    saved: dict[str, object] = {save: _saved(None, phrases, rtl) for save in names.values()}
    saved |= {names[one.step]: _saved(one, phrases, rtl) for one in reflection.answers if one.step in names}
    context = reflection.context
    saved |= {"asked": isolated(context.asked, rtl)} if context.asked else {}
    lower = {f"{LOWER}{save}": _lower(context, save, said) for save, said in saved.items()}
    return saved | {
        "coach": isolated(context.coach, rtl),
        "name": isolated(context.name, rtl),
        "session": context.session,
        "nth": context.before + 1,
        **{name: isolated(words, rtl) for name, words in context.words},
        **lower,
        "session_when": isolated(context.session_when, rtl) if context.session_when else "",
        "session_change": context.session_change,
        "thanks": thanks(reflection, phrases),
    }


def _lower(context: Context, save: str, said: object) -> int:
    """By how much a number is lower than the one that was given the last time; 0 where it is not."""
    before = dict(context.words).get(f"{LOWER}{save}", "")
    return max(int(before) - said, 0) if isinstance(said, Rating) and before.isdecimal() else 0


def thanks(reflection: Reflection, phrases: Phrases) -> str:
    """The ready acknowledgement of the last answer: an echo of a short text, else a neutral thanks."""
    if not reflection.answers:
        return ""
    match reflection.answers[-1]:
        case Answer(passed=True):
            return phrases.passed
        case Answer(texts=()):
            return _turn(reflection, phrases.noted, phrases.noted_also)
        case Answer(texts=texts) if not any(text.strip() and not _SENT.fullmatch(text) for text in texts):
            return _turn(reflection, phrases.noted, phrases.noted_also)
        case Answer(texts=(text,)) if _short(text) and not (phrases.hushes and phrases.hushes(text)):
            words = isolated(text.strip(), right_to_left(reflection.language))
            quote = phrases.quote_open + words + phrases.quote_close
            return _turn(reflection, phrases.echo, phrases.echo_also).replace("{words}", quote)
    return _turn(reflection, phrases.kept, phrases.kept_also)


def _turn(reflection: Reflection, first: str, also: tuple[str, ...]) -> str:
    """One of several ways to say the same: another from answer to answer, and from one time to the next."""
    ways = (first, *also)
    return ways[(reflection.context.before + len(reflection.answers) - 1) % len(ways)]


def rows(step: Step, reflection: Reflection, phrases: Phrases) -> Rows:
    """The buttons that belong under the prompt of this question as things stand."""
    return stacked(_rows(step, reflection, phrases), lambda button: button.label)


def _rows(step: Step, reflection: Reflection, phrases: Phrases) -> Rows:
    stop = Button(phrases.stop, "stop")
    if reflection.state == "holding":
        return ((Button(phrases.hold_done, "done"), stop),)
    if reflection.heard_at is not None:
        return ((Button(phrases.done, "done"), stop),)
    if reflection.later:
        other = (Button(phrases.other, "other"),)
        return (*_snoozes(phrases), other, (Button(phrases.back, "back"), stop))
    exits = (Button(phrases.pass_, "pass"), Button(phrases.later, "later"), stop)
    return (*_laid(step, _ticks(step, reflection, phrases)), exits)


def _ticks(step: Step, reflection: Reflection, phrases: Phrases) -> tuple[Button, ...]:
    """The step's own buttons; where several can be taken, those that are bear a tick, and one ends it."""
    buttons = own(step, phrases)
    if step.kind != "several":
        return buttons
    taken = (current(reflection).choice or "").split(MARK)
    marked = (replace(one, label=f"{TICK} {one.label}") if one.label in taken else one for one in buttons)
    return (*marked, *((Button(phrases.done, "done"),) if any(taken) else ()))


def typed(step: Step, text: str, reflection: Reflection, phrases: Phrases) -> str | None:
    """The act of the button whose words the client typed instead of tapping, or None for words of their own.

    Read in each language that the product has, whatever the case, dots or emoji; the step's own buttons go
    first. A number counts as that point of a scale or that many minutes, in any script's digits.
    """
    words = text.strip().casefold()
    number = re.fullmatch(r"[-−]?\d{1,4}", words) and int(words.replace("−", "-"))
    said = spoken(text)
    for button in own(step, phrases):
        if said.says(button.label) or button.act in (f"rate:{number}", f"hold:{number}"):
            return button.act
    if reflection.halt and (halt := meant(text, phrases)):
        return halt
    if said.stops():  # also where a button says so: in words it may mean everything
        return "stop"
    act = next((act for label, act in _exits(reflection, phrases) if said.says(label)), said.act())
    if act == "pass" and reflection.heard_at is not None and said.onward():
        return "done"  # what was written is the answer: nothing of it is passed
    if act in _PUT_OFF and asks_when(reflection):
        act = act if reflection.later else None  # asked when, "tomorrow" is the answer
    act = act or _remarked(text, reflection)
    ends = act == "done" and step.kind == "several" and reflection.state == "open"
    return act if ends or act in _possible(reflection) else None


def _remarked(text: str, reflection: Reflection) -> str | None:
    """What is asked for by words about the question; in an answer that was begun only by those that name it."""
    said = remark(text)
    begun = reflection.heard_at is not None and not of_question(text)
    return said if said in ("other", "later") and not begun else None


def asks_when(reflection: Reflection) -> bool:
    """Whether the prompt asks when something is or will be: then a day or an hour answers it."""
    return _WHEN.search(reflection.prompt.casefold()) is not None


def _exits(reflection: Reflection, phrases: Phrases) -> tuple[tuple[str, str], ...]:
    """The buttons beside the step's own, by label."""
    snoozes = [(button.label, button.act) for row in _snoozes(phrases) for button in row]
    labels = ((phrases.pass_, "pass"), (phrases.later, "later"), (phrases.done, "done"))
    return (
        *labels,
        (phrases.other, "other"),
        (phrases.back, "back"),
        (phrases.hold_done, "hold done"),
        (phrases.stop, "enough"),
        *snoozes,
    )


def _possible(reflection: Reflection) -> frozenset[str]:
    """What words can ask for as things stand: "later" in the middle of an answer is a part of it."""
    if reflection.state == "holding":
        return frozenset({"hold done", "enough", "stop"})
    if reflection.heard_at is not None:
        return frozenset({"done", "pass", "other", "enough", "stop"})
    put_off = ("back", "snooze:hour", "snooze:evening") if reflection.later else ()
    return frozenset({"pass", "later", "other", "enough", "stop", *_PUT_OFF, *put_off})


def meant(text: str, phrases: Phrases) -> str | None:
    """What "stop" meant, said in words."""
    labels = (button for row in halted(phrases) for button in row)
    said = spoken(text)
    act = next((button.act for button in labels if said.says(button.label)), said.act())
    if act == "stop" and for_now(text):
        return "halt:again"
    if act == "pass":  # "no thanks" declines all of it
        act = act_of(plainly(text))
    return act if act and act.startswith("halt:") else None


def halted(phrases: Phrases) -> Rows:
    """Under the question what "stop" meant."""
    labels = ((phrases.halt_one, "one"), (phrases.halt_all, "all"), (phrases.halt_mine, "mine"))
    return tuple((Button(label, f"halt:{which}"),) for label, which in labels)


def other_part(step: Step, phrases: Phrases) -> str:
    """The short line that asks for the second part of a two-part answer."""
    return "\n".join(escape(line, quote=False) for line in (phrases.part_next, *step.parts[1:]))


def put_off(at: datetime, zone: str, language: str, phrases: Phrases) -> str:
    """The line that says until when, on the client's own clock: ... Sunday 22 November, 09:00."""
    return phrases.snoozed.replace("{when}", moment(at, zone, language))


_MOMENTS = {
    "de": "EEEE, d. MMMM, HH:mm",
    "es": "EEEE d 'de' MMMM, HH:mm",
    "ar": "EEEE، d MMMM، HH:mm",
}
"""How a day and an hour are written where that is not as in English."""


def moment(at: datetime, zone: str, language: str) -> str:
    """An instant by the client's own clock, in the talk's language: Sunday 22 November, 09:00."""
    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    pattern = _MOMENTS.get(locale.language, "EEEE d MMMM, HH:mm")
    return format_datetime(wall.local(at, zone), pattern, locale=locale)


def minutes(count: int, phrases: Phrases) -> str:
    """A stretch of minutes in the client's language."""
    return (phrases.minute if count == 1 else phrases.minutes).replace("{n}", str(count))


def offers(step: Step) -> tuple[Pick, ...]:
    """What a step lets tap, beside pass, later and the end."""
    return KINDS[step.kind].offers(step)


def label(offer: Pick, phrases: Phrases) -> str:
    """An offer's button in the client's language."""
    return minutes(offer.minutes, phrases) if offer.minutes else offer.label


def own(step: Step, phrases: Phrases) -> tuple[Button, ...]:
    """The buttons that are the step's own."""
    return tuple(Button(label(offer, phrases), offer.act) for offer in offers(step))


def _laid(step: Step, buttons: tuple[Button, ...]) -> Rows:
    """In rows: choices one below the other, for their words; numbers side by side, evenly."""
    if not buttons:
        return ()
    lines = -(-len(buttons) // KINDS[step.kind].across)
    size = -(-len(buttons) // lines)
    return tuple(buttons[at : at + size] for at in range(0, len(buttons), size))


def _snoozes(phrases: Phrases) -> Rows:
    hour, evening = (
        Button(phrases.snooze_hour, "snooze:hour"),
        Button(phrases.snooze_evening, "snooze:evening"),
    )
    tomorrow, week = (
        Button(phrases.snooze_tomorrow, "snooze:tomorrow"),
        Button(phrases.snooze_week, "snooze:week"),
    )
    return (hour, evening), (tomorrow, week)


def _beside(step: Step) -> str:
    """What a list shows besides buttons: the ends of a scale, the beginnings of a two-part answer."""
    if scale := step.scale:
        shown = escape(_labels(scale), quote=False)
    else:
        shown = escape("\n".join(step.parts), quote=False)
    return f"\n\n{shown}" if shown else ""


def _labels(scale: Scale) -> str:
    """The words of a scale: a line for each number that has one, or both ends on one line."""
    if scale.labels:
        numbers = range(scale.low, scale.low + len(scale.labels))
        return "\n".join(f"{at}: {label}" for at, label in zip(numbers, scale.labels, strict=True) if label)
    ends = ((scale.low, scale.low_label), (scale.high, scale.high_label))
    return " · ".join(f"{at}: {label}" for at, label in ends if label)


def _saved(answer: Answer | None, phrases: Phrases, rtl: bool) -> object:
    """An answer as a template reads it: a rating is a number, a choice or words are a quote, else false."""
    if answer is None or answer.passed:
        return Quote("")
    if answer.rating is not None:
        return Rating(answer.rating)
    words = answer.choice or " ".join(answer.texts)
    if not answer.choice and unsure(words):  # an answer, and nothing to give back
        return Quote("")
    return Quote(words, phrases.quote_open, phrases.quote_close, rtl, phrases.hushes)


def _short(text: str) -> bool:
    if not worth(text) or unsure(text):
        return False
    return LEAST_WORDS <= len(text.split()) <= MOST_WORDS and len(text) <= MOST_LETTERS
