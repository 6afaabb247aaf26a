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


@dataclass(frozen=True, slots=True)
class Undoable:
    """``stands``: whether matters are as the step left them. ``back``: take it back; how things stand, in words.

    ``what``: what the step had done, in words, with the client's name.
    """

    stands: Callable[[Turn, Coach, Client, Kept], bool]
    back: Callable[[Turn, Coach, Client, Kept], str]
    what: Callable[[Turn, Coach, Client, Kept], str]


def done(turn: Turn, coach: Coach, client: Client, kind: str, kept: Kept, text: str, more: Rows = ()) -> None:
    """Something was done with one client: say it, with a button that takes it back."""
    after = json.dumps({"of": kind, **kept})
    step = steps.note(turn.tx, coach.id, client.id, "{}", after, turn.now)
    turn.about.add(client.id)
    send(turn, coach.id, text, (*more, ((texts(coach.language).t("Undo"), f"k:undo:{step}"),)))
