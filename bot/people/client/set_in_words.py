"""A setting that is changed in words, whatever is open: it is shown back, and kept as words if it was not meant."""

from collections.abc import Callable
from functools import partial

from bot import places
from bot.core.understand.everyday import everyday
from bot.core.understand.resetting import enough, moved, renamed
from bot.i18n import texts
from bot.people import dialogue, understood
from bot.people.client import location, setting, wishes
from bot.people.turn import Turn
from bot.store import reflections
from bot.store.people import Client
from bot.telegram import Message

LEAST = 50_000
"""So many live in a place that is taken for one where nothing says that it is meant as one."""

MOST = 40
"""Letters of a name."""


def of(turn: Turn, client: Client, words: str) -> Callable[[Message], None] | None:
    """What shows a setting back that a whole message changes; None where it changes none."""
    if client.state not in ("active", "paused"):
        return None
    if (name := renamed(words)) and len(name) <= MOST:
        return partial(setting.offer_name, turn, client, name)
    town, asked = moved(words)
    if town and _is_place(client, town, asked):
        return partial(location.offer, turn, client, town)
    if reflections.open_of(turn.tx, client.id) is None and (often := wishes.often(client, enough(words))):
        return partial(_offer_often, turn, client, often)
    return None


def _is_place(client: Client, town: str, asked: bool) -> bool:
    if not asked and everyday(town):
        return False
    found = places.towns(town, client.language)
    return bool(found) and (asked or found[0].people >= LEAST)


def _offer_often(turn: Turn, client: Client, often: str, message: Message) -> None:
    t = texts(client.language)
    shown = [(t.t("{n} a week at most", n=often), often)]
    draft = {"held": [dialogue.held(message)]}
    understood.offer(t, shown, understood.asking(turn, client, "weekly"), draft)
