"""What a coach taps: which of their buttons still act, and what each does."""

from collections.abc import Callable

from bot.people import previewing, recordings, roster
from bot.people.coach import (
    admitting,
    assigning,
    card,
    countersigning,
    digesting,
    filling,
    flagging,
    foreseeing,
    goalsetting,
    granting,
    holiday,
    meeting,
    noting,
    overview,
    playing,
    posting,
    presenting,
    questioning,
    replying,
    retracting,
    series,
    sparing,
    suggesting,
    undoing,
    visiting,
    witnessing,
)
from bot.people.turn import Turn, number
from bot.store.people import Client, Coach
from bot.telegram import Tap


def tapped(turn: Turn, coach: Coach, tap: Tap, act: str) -> None:
    """A button of the coach's that belongs to no question."""
    word, _, value = act.partition(":")
    if (do := WITH_VALUE.get(word)) is not None:
        return do(turn, coach, value)
    match word:
        case "read":
            digesting.read(turn, coach, number(value), tap.message_id)
        case "open":
            overview.open_one(turn, coach, number(value))
        case "thank" | "reply" | "toask" | "und" | "unsay":
            replying.tapped(turn, coach, word, value)
        case "draft":
            replying.take_up(turn, coach, value)
        case "set":
            overview.chosen(turn, coach, value, tap.message_id)
        case "hear":
            recordings.bring(turn, coach, value)
        case "page" | "picture" | "again":
            digesting.opened(turn, coach, word, number(value))
        case "move" | "off" | "more":
            meeting.tapped(turn, coach, word, value)
        case "series" | "smove" | "send":
            series.tapped(turn, coach, word, value)
        case "undo":
            undoing.undo(turn, coach, number(value))
        case "unassign":
            assigning.unassign(turn, coach, number(value))
        case "p":
            previewing.tapped(turn, tap, value)
        case "play" | "begin":
            playing.play(turn, coach, value, own=word == "begin")
        case _:
            _of_client(turn, coach, word, value)
    return None


WITH_VALUE: dict[str, Callable[[Turn, Coach, str], None]] = {
    "flag": flagging.tapped,
    "mail": posting.tapped,
    "desk": visiting.tapped,
    "change": granting.tapped,
    "changes": granting.show,
    "moments": witnessing.tapped,
    "agreement": countersigning.tapped,
    "goals": goalsetting.tapped,
    "unnote": noting.delete,
    "unfill": filling.tapped,
    "strike": noting.ask,
    "home": holiday.tapped,
    "spared": sparing.tapped,
    "revoke": admitting.ask,
    "profile": presenting.ask,
    "script": playing.read,
    "journal": playing.tapped,
}
"""Buttons of which what stands behind the word says all."""


OF_CLIENT: dict[str, Callable[[Turn, Coach, Client], None]] = {
    "plan": lambda turn, coach, client: foreseeing.plan_of(turn, coach, [client]),
    "give": lambda turn, coach, client: assigning.which(turn, coach, client, ""),
    "ask": lambda turn, coach, client: questioning.look(turn, coach, client, ""),
    "suggest": lambda turn, coach, client: suggesting.which(turn, coach, client, ""),
    "spare": sparing.show,
    "notes": noting.show,
    "met": lambda turn, coach, client: meeting.show_of(turn, coach, [client]),
}
"""Buttons about one client, who has to be the coach's own."""


def _of_client(turn: Turn, coach: Coach, word: str, value: str) -> None:
    client = roster.one(turn, coach, number(value))
    if client is not None and (act := OF_CLIENT.get(word)):
        return act(turn, coach, client)
    return card.tapped(turn, coach, word, value)


def acts(turn: Turn, coach: Coach, act: str) -> bool:
    """Whether a button of this coach's still does something."""
    word, _, value = act.partition(":")
    match word:
        case "read" | "page" | "picture" | "again" | "set" | "more" | "revoke" | "archived":
            return True
        case "thank" | "reply" | "toask" | "und" | "unsay":
            return replying.acts(turn, coach, word, value)
        case "desk":
            return visiting.acts(turn, coach, value)
        case "draft":
            return retracting.own(turn, coach, value.partition(".")[0]) is not None
        case "hear":
            return recordings.acts(turn, coach, value)
        case "move" | "off":
            return meeting.acts(turn, coach, value)
        case "series" | "smove" | "send":
            return series.own(turn, coach, value) is not None
        case "home":
            return holiday.own(turn, coach, value) is not None
        case "p":
            return previewing.acts(turn, coach.id, value)
        case "profile" | "script" | "play" | "begin" | "journal" | "mail":
            return True
        case "undo":
            return undoing.own(turn, coach, number(value))
        case "change" | "changes":
            return granting.own(turn, coach, value)
        case "flag":
            return flagging.own(turn, coach, value) is not None
        case "goals" | "moments" | "agreement" | "unfill" | "spared":
            return roster.one(turn, coach, number(value.partition(":")[0])) is not None
        case "unnote" | "strike":
            return noting.own(turn, coach, number(value))
        case "unassign":
            return assigning.own(turn, coach, number(value)) is not None
        case "open" | "card" | "label" | "archive" | "unarchive":
            return roster.one(turn, coach, number(value)) is not None
    return word in OF_CLIENT and roster.one(turn, coach, number(value)) is not None
