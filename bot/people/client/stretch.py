"""A stretch: the latest words of a client, which belong together; and those that a wish about them names."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.core.understand.removal import named
from bot.people.client import arrival
from bot.people.turn import Turn
from bot.store import people, reflections, responses, showing
from bot.store.people import Client
from bot.store.responses import Response
from bot.telegram import Message

TOGETHER = timedelta(minutes=10)
"""Words that follow one another within this time are one stretch."""

HOURS = timedelta(hours=3)
"""So far back everything is meant, where what a wish names stands nowhere."""


def meant(turn: Turn, client: Client, message: Message, request: bool) -> tuple[Response, ...]:
    """What a wish to keep something private is about, oldest first: what it replies to, what it names, the stretch.

    ``request``: it says nothing of its own, so that it is about the last words, whatever their age.
    """
    if message.reply_to is not None and (replied := _replied(turn, client, message.reply_to)) is not None:
        return (replied,)
    about = named(message.own, people.coach_name(turn.tx, client.coach_id)) if request else ()
    found = [one for one in arrival.sought(turn, client, about) if not alone(one, message)] if about else []
    near = _written(turn, client, message, unbroken=not about or bool(found))
    if any(not alone(one, message) for one in (*found, *near)):
        return _in_order((*found, *near))
    newest = arrival.last(turn, client, but=message.message_id) if request else None
    return tuple(near) if newest is None else (newest, *near)


def shared(turn: Turn, client: Client, message: Message, but: Iterable[int]) -> list[Response]:
    """What else of the stretch still goes to the coach."""
    near = _written(turn, client, message, unbroken=True)
    return [one for one in near if one.visibility == "session" and one.id not in but]


def alone(one: Response, message: Message) -> bool:
    """Whether a response holds nothing but that message."""
    return {text.message_id for text in one.texts} <= {message.message_id}


def _in_order(those: Iterable[Response]) -> tuple[Response, ...]:
    return tuple(sorted({one.id: one for one in those}.values(), key=lambda one: (one.at, one.id)))


def _written(turn: Turn, client: Client, message: Message, unbroken: bool) -> list[Response]:
    """What was written in the last hours, or in them without a gap, and what the open question has; no requests."""
    coach = people.coach_name(turn.tx, client.coach_id)
    spoken = responses.spoken_since(turn.tx, client.id, message.at - HOURS)
    those = [one for one in spoken if alone(one, message) or not arrival.asks(one, coach)]
    return [*_unbroken(those, message)] if unbroken else list(_in_order((*those, *_open(turn, client))))


def _unbroken(those: Iterable[Response], message: Message) -> tuple[Response, ...]:
    """Those of which each follows the one before within minutes, back from a message."""
    since, near = message.at, []
    for one in sorted(those, key=_last, reverse=True):
        if since - _last(one) > TOGETHER:
            break
        since = min(since, _first(one))
        near.append(one)
    return _in_order(near)


def _last(one: Response) -> datetime:
    said = [*(text.at for text in one.texts), *(edit.at for text in one.texts for edit in text.edits)]
    return max(said, default=one.at)


def _first(one: Response) -> datetime:
    return min((text.at for text in one.texts), default=one.at)


def _open(turn: Turn, client: Client) -> tuple[Response, ...]:
    """The answer that is being written."""
    row = reflections.open_of(turn.tx, client.id)
    those = responses.of_reflection(turn.tx, row.id) if row is not None else ()
    return tuple(one for one in those if row is not None and one.question == row.reflection.question)


def _replied(turn: Turn, client: Client, number: int) -> Response | None:
    """The answer that a reply is about: of a message of the client's own, or to the prompt that it replies to."""
    own = responses.of_message(turn.tx, client.id, number)
    shown = None if own is not None else showing.prompt_at(turn.tx, client.id, number)
    if shown is None:
        return own
    those = responses.of_reflection(turn.tx, shown.reflection_id)
    return next((one for one in those if one.question == shown.question), None)
