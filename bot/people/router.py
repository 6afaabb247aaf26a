"""The one door: an inbox row comes in, is told whose it is, and is handed to that person's room."""

import json
from typing import Any

from bot import telegram
from bot.core.talk.model import Woke
from bot.i18n import N_, texts
from bot.people import arriving, reconcile, reflecting, roster, waking
from bot.people.admin import admin, watching
from bot.people.client import client, joining
from bot.people.coach import coach, digesting
from bot.people.turn import Turn, answer_tap, send
from bot.store import due, outbox, people, reflections
from bot.telegram import Ignored, Membership, Message, Tap


def take(turn: Turn, kind: str, chat_id: int, body: dict[str, Any]) -> None:
    """Think about one inbox row; raises on one that cannot be read, and the caller sets it aside.

    At its end what is due is put right for everybody whom it was about.
    """
    _think(turn, kind, chat_id, body)
    reconcile.after(turn, chat_id, moved=kind == "due")


def set_aside(turn: Turn, chat_id: int) -> None:
    """A row could not be dealt with: what is due for its person does not end with it."""
    reconcile.after(turn, chat_id, moved=True)


def _think(turn: Turn, kind: str, chat_id: int, body: dict[str, Any]) -> None:
    match kind:
        case "update":
            arrived(turn, telegram.to_arrival(body))
        case "due":
            fell_due(turn, due.fallen(body, chat_id))
        case "script":
            admin.received(turn, chat_id, body)
        case "file":
            watching.changed(turn, body)
        case _:
            raise ValueError(f"inbox row of an unknown kind: {kind}")


# ---- updates -----------------------------------------------------------------------------------


def arrived(turn: Turn, arrival: telegram.Arrival) -> None:
    """Somebody did something in Telegram."""
    match arrival:
        case Message():
            _message(turn, arrival)
        case Tap():
            _tap(turn, arrival)
        case Membership():
            _membership(turn, arrival)
        case Ignored():
            pass


def _message(turn: Turn, message: Message) -> None:
    _alive(turn, message.chat_id)
    if message.edited:
        return client.edited(turn, message)
    command, rest = _command(message)
    if command == "start" and rest:
        return arriving.opened(turn, message, rest)
    return _spoken(turn, message, command, rest)


def _command(message: Message) -> tuple[str, str]:
    """The command of a message and what follows it; ("", text) where it is none."""
    if not message.text.startswith("/") or message.file:
        return "", message.text
    word, _, rest = message.text[1:].partition(" ")
    return word.split("@")[0].casefold(), rest.strip()


def _spoken(turn: Turn, message: Message, command: str, rest: str) -> None:
    """To whom this is said: each room takes what is its own, the first that does has it."""
    chat = message.chat_id
    if chat in turn.config.people.admins and admin.heard(turn, message, command, rest):
        return None
    if (mine := people.coach(turn.tx, chat)) and coach.heard(turn, mine, message, command, rest):
        return None
    if me := people.client(turn.tx, chat):
        return client.heard(turn, me, message, command, rest)
    if mine:
        return coach.unknown(turn, mine)
    if chat in turn.config.people.admins:
        return admin.unknown(turn, chat)
    return _stranger(turn, message)


def _stranger(turn: Turn, message: Message) -> None:
    t = texts(message.language).t
    text = t(
        "This is Interlude, a bot for the time between coaching sessions. It opens with a link that a coach "
        "gives. Nothing you write here is kept. It is not an emergency service: in danger, call your "
        "emergency number; findahelpline.com lists people to talk to."
    )
    send(turn, message.chat_id, text)


def _tap(turn: Turn, tap: Tap) -> None:
    """A button. The first letter says whose room; the tap itself is answered in any case."""
    _alive(turn, tap.chat_id)
    answer_tap(turn, tap)
    room, _, act = tap.data.partition(":")
    if room == "a" and tap.chat_id in turn.config.people.admins:
        return admin.tapped(turn, tap, act)
    if room == "k" and (mine := people.coach(turn.tx, tap.chat_id)):
        return coach.tapped(turn, mine, tap, act)
    me = people.client(turn.tx, tap.chat_id)
    if me is None:
        return None
    if room == "j":
        return joining.tapped(turn, me, act)
    return client.tapped(turn, me, tap, room, act)


def _alive(turn: Turn, chat_id: int) -> None:
    """Whoever writes or taps has not blocked the bot; any word or tap resets the back-off ladder."""
    people.heard(turn.tx, chat_id, turn.now)
    _back(turn, chat_id)


def _back(turn: Turn, chat_id: int) -> None:
    people.came_back(turn.tx, chat_id)


def _membership(turn: Turn, membership: Membership) -> None:
    if not membership.blocked:
        return _back(turn, membership.chat_id)
    return blocked(turn, membership.chat_id)


def blocked(turn: Turn, chat_id: int) -> None:
    """The person blocked the bot: they are left in peace, and their coach reads one neutral line."""
    outbox.blocked(turn.tx, chat_id, "the bot is blocked")  # nothing stale comes when they are back
    me = people.client(turn.tx, chat_id)
    if not people.went_away(turn.tx, chat_id):
        return
    if me is not None:
        roster.told(turn, me, N_("{name} cannot be reached by the bot at the moment."))


def lost(turn: Turn, chat_id: int) -> None:
    """As blocked, found out by a message that could not be delivered: a turn of its own."""
    blocked(turn, chat_id)
    reconcile.after(turn, chat_id)


# ---- what fell due -----------------------------------------------------------------------------


def fell_due(turn: Turn, thing: due.Due) -> None:
    """A due row came in by the same way as everything else."""
    match thing.kind:
        case "digest":
            return digesting.weekly(turn, thing.chat_id, thing.body.get("client"))
        case "replan":
            return reconcile.person(turn, thing.chat_id, moved=True)
    me = people.client(turn.tx, thing.chat_id)
    if me is None:
        return None
    match thing.kind:
        case "wake":
            if row := reflections.get(turn.tx, thing.body["reflection"]):
                reflecting.woke(turn, me, row, Woke(thing.body["kind"], thing.body["turn"]), thing.at)
        case "plan":
            waking.fell_due(turn, me, thing.body, thing.at)
        case "unsent":
            waking.unsent(turn, me, thing.body["occasion"])
        case "resume":
            client.resumed(turn, me)
    return None


def body_of(raw: bytes) -> dict[str, Any]:
    """The body of an inbox row as an object; raises ValueError where it is none."""
    body = json.loads(raw)
    if not isinstance(body, dict):
        raise ValueError("the update is not an object")
    return body
