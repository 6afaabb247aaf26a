"""The one way in: an inbox row of any kind is thought about, and what is due is put right behind it."""

import json
from typing import Any

from bot import telegram
from bot.people import keeping_back, reconcile, waking
from bot.people.admin import admin, missing, watching
from bot.people.coach import coach
from bot.people.door import button, falling, presence, written
from bot.people.turn import Turn
from bot.store import due, hand
from bot.telegram import Ignored, Membership, Message, Reaction, Tap


def take(turn: Turn, kind: str, chat_id: int, body: dict[str, Any]) -> None:
    """Think about one inbox row; raises on one that cannot be read, and the caller sets it aside.

    At its end what is due is put right for everybody whom it was about.
    """
    think(turn, kind, chat_id, body)
    put_right(turn, kind, chat_id)


def think(turn: Turn, kind: str, chat_id: int, body: dict[str, Any]) -> None:
    """The first half of it: of several rows of a chat that share a turn, one after the other."""
    turn.own.add(chat_id)
    hand.take(turn.tx, chat_id)
    _think(turn, kind, chat_id, body)


def put_right(turn: Turn, kind: str, chat_id: int) -> None:
    """The second half: once, behind the last of them."""
    keeping_back.told(turn, chat_id)
    reconcile.after(turn, chat_id, moved=kind == "due")


def set_aside(turn: Turn, chat_id: int) -> None:
    """A row could not be dealt with: what is due for its person does not end with it."""
    reconcile.after(turn, chat_id, moved=True)


def _think(turn: Turn, kind: str, chat_id: int, body: dict[str, Any]) -> None:
    match kind:
        case "update":
            arrived(turn, telegram.to_arrival(body))
        case "due":
            falling.fell_due(turn, due.fallen(body, chat_id))
        case "script":
            admin.received(turn, chat_id, body)
        case "calendar":
            coach.received(turn, chat_id, body)
        case "file":
            watching.changed(turn, body)
        case "gone":
            missing.told(turn, body)
        case "refused":
            waking.refused(turn, chat_id, body)
        case _:
            raise ValueError(f"inbox row of an unknown kind: {kind}")


# ---- updates -----------------------------------------------------------------------------------


def arrived(turn: Turn, arrival: telegram.Arrival) -> None:
    """Somebody did something in Telegram."""
    match arrival:
        case Message():
            written.taken(turn, arrival)
        case Tap():
            button.tapped(turn, arrival)
        case Membership():
            presence.changed(turn, arrival)
        case Reaction():
            button.reacted(turn, arrival)
        case Ignored():
            pass


def body_of(raw: bytes) -> dict[str, Any]:
    """The body of an inbox row as an object; raises ValueError where it is none."""
    body = json.loads(raw)
    if not isinstance(body, dict):
        raise ValueError("the update is not an object")
    return body
