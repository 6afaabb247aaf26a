"""A button that somebody taps, or presses by typing its label: whose room it is, and whether it still acts."""

from typing import Any

from bot.core.talk.exchange import Dialogue
from bot.i18n import Texts, texts
from bot.people import alerting, dialogue, pressed, young
from bot.people.admin import admin
from bot.people.client import handling, open_question, tapping
from bot.people.coach import coach, coach_buttons
from bot.people.door import lapsing, presence
from bot.people.turn import Turn, answer_tap, set_buttons
from bot.store import people
from bot.telegram import Message, Reaction, Tap


def tapped(turn: Turn, tap: Tap) -> None:
    """A button. The first letter says whose room; one that no longer acts says so, and goes."""
    chat = tap.chat_id
    presence.alive(turn, chat)
    lapsing.lapse(turn, chat)
    room, act = _parts(tap)
    if not _acts(turn, tap, room, act):
        return _past(turn, tap)
    answer_tap(turn, tap, _as_it_is(turn, tap) if tap.chosen else "")
    if room == "s":
        return alerting.tapped(turn, tap, act)
    if room == "y":
        return young.tapped(turn, tap, act)
    if room == "d":
        _answered(turn, chat, act)
        return presence.greet(turn, chat)
    lapsing.leave(turn, chat, but_joining=True)
    mine, me = presence.coach_of(turn, chat), people.client(turn.tx, chat)
    if room == "a":
        admin.tapped(turn, tap, act)
    elif room == "k" and mine is not None:
        coach_buttons.tapped(turn, mine, tap, act)
    elif me is not None:
        tapping.tapped(turn, me, tap, room, act)
    return None


def reacted(turn: Turn, reaction: Reaction) -> None:
    """A sign of the client's own under a message marks the answer there; of anybody else it means nothing."""
    presence.alive(turn, reaction.chat_id)
    me = people.client(turn.tx, reaction.chat_id)
    if me is not None and me.state not in ("joining", "refused"):
        handling.reacted(turn, me, reaction)


def typed(turn: Turn, message: Message) -> bool:
    """Whether words were the label of a button that acts: it is done as by a tap."""
    tap = pressed.by(turn, message)
    if tap is None or not _acts(turn, tap, *_parts(tap)):
        return False
    pressed.take(turn, tap)
    tapped(turn, tap)
    return True


def _parts(tap: Tap) -> tuple[str, str]:
    """Whose room a button belongs to, and what it does there."""
    room, _, act = _of_old(tap.data).partition(":")
    return room, act


def _of_old(data: str) -> str:
    """What the buttons of joining were called before dialogues: still under messages that wait for a tap."""
    return f"d:0:{data[2:]}" if data.startswith("j:") else data


def _asked(turn: Turn, chat: int, act: str) -> Dialogue | None:
    """The question that a button answers, where it is the one being asked."""
    which, _, rest = act.partition(":")
    asked = dialogue.standing(turn, chat)
    if asked is None or rest.partition(":")[0] != asked.step:
        return None
    of_old = which == "0" and asked.message_id is None and asked.until is None
    return asked if which == str(asked.id) or of_old else None


def _answered(turn: Turn, chat: int, act: str) -> None:
    asked, value = _asked(turn, chat, act), act.split(":", 2)[2]
    mine, me = presence.coach_of(turn, chat), people.client(turn.tx, chat)
    if asked is not None and asked.role == "coach" and mine is not None:
        coach.answered(turn, mine, asked, value)
    elif asked is not None and me is not None:
        open_question.answered(turn, me, asked, value)


def _acts(turn: Turn, tap: Tap, room: str, act: str) -> bool:
    """Whether a button still does what it says."""
    if room == "a":
        return tap.chat_id in turn.config.people.admins and admin.acts(turn, tap.chat_id, act)
    if room == "s":
        return alerting.acts(turn, tap.chat_id, act)
    if room == "y":
        return young.acts(turn, act)
    if room == "d":
        return act.count(":") >= 2 and _asked(turn, tap.chat_id, act) is not None
    if room == "k":
        mine = presence.coach_of(turn, tap.chat_id)
        return mine is not None and coach_buttons.acts(turn, mine, act)
    me = people.client(turn.tx, tap.chat_id)
    return me is not None and tapping.acts(turn, me, room, act)


def _as_it_is(turn: Turn, tap: Tap) -> str:
    """What is chosen is tapped once more: no button changes, so that words say it."""
    person = presence.coach_of(turn, tap.chat_id) or people.client(turn.tx, tap.chat_id)
    return texts(person.language if person else tap.language).t("That is chosen already.")


def _past(turn: Turn, tap: Tap) -> None:
    """A button whose time is over: that is said for a moment above the chat, and the buttons go."""
    person = presence.coach_of(turn, tap.chat_id) or people.client(turn.tx, tap.chat_id)
    t = texts(person.language if person else tap.language)
    answer_tap(turn, tap, _what_is_past(turn, t, tap))
    if tap.message_id:
        set_buttons(turn, tap.chat_id, tap.message_id)


def _what_is_past(turn: Turn, t: Texts, tap: Tap) -> str:
    """That a button acts no more; under a question about a setting also what asks it again."""
    role, name = (
        dialogue.step_at(turn, tap.chat_id, tap.message_id) if tap.data.startswith("d:") else ("", "")
    )
    steps: dict[str, Any] = (
        coach.STEPS if role == "coach" else open_question.STEPS if role == "client" else {}
    )
    step = steps.get(name)
    if step is None or step.wordless:
        return t.t("This is over; the button does nothing more.")
    return t.t("This question is closed; {command} asks it again.", command=f"/{step.again}")
