"""Something of a coach's that can be taken back: as a step keeps it, and what taking it back does."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.i18n import texts
from bot.people.turn import Rows, Turn, send
from bot.store import steps
from bot.store.people import Client, Coach

Kept = Mapping[str, Any]


def _never(turn: Turn, coach: Coach, client: Client, kept: Kept) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Undoable:
    """``stands``: whether matters are as the step left them. ``back``: take it back; how things stand, in words.

    ``what``: what the step had done, in words, with the client's name. ``over``: whether it was taken back in
    another way, so that nothing is to be said of it.
    """

    stands: Callable[[Turn, Coach, Client, Kept], bool]
    back: Callable[[Turn, Coach, Client, Kept], str]
    what: Callable[[Turn, Coach, Client, Kept], str]
    over: Callable[[Turn, Coach, Client, Kept], bool] = _never


def done(turn: Turn, coach: Coach, client: Client, kind: str, kept: Kept, text: str, more: Rows = ()) -> None:
    """Something was done with one client: say it, with a button that takes it back."""
    step = note(turn, coach, client, kind, kept)
    turn.about.add(client.id)
    send(turn, coach.id, text, (*more, ((texts(coach.language).t("Undo"), f"k:undo:{step}"),)))


def note(turn: Turn, coach: Coach, client: Client, kind: str, kept: Kept) -> int:
    """Something was done that is said elsewhere: its step, which /takeback finds."""
    return steps.note(turn.tx, coach.id, client.id, "{}", json.dumps({"of": kind, **kept}), turn.now)


def latest(turn: Turn, coach: Coach, kind: str, kept: Kept) -> int:
    """The latest step of a kind that has these values and was not taken back; 0 where there is none."""
    for step in steps.open_of(turn.tx, coach.id):
        after = json.loads(step.after)
        if isinstance(after, dict) and {"of": kind, **kept}.items() <= after.items():
            return step.id
    return 0
