"""A setting is chosen: what follows from it, and what a client reads of how things stand."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.i18n import Texts, texts
from bot.people import dated, dialogue, planning
from bot.people.turn import Rows, Turn, send
from bot.store import people, reflections
from bot.store.people import Client

FRESH = timedelta(days=1)
"""So long after a talk was stopped or put away no question is offered."""


def settle(turn: Turn, client_id: int) -> None:
    """A setting is chosen, or all of them: the plan is made, and the client reads what comes next."""
    dialogue.end(turn, client_id)
    client = people.change_client(turn.tx, client_id, changed_at=turn.now)
    if client.state == "joining":
        client = people.change_client(turn.tx, client_id, state="active")
    _say_settled(turn, client)


def _say_settled(turn: Turn, client: Client) -> None:
    t = texts(client.language)
    lines = [t.t("That is set: {rhythm}.", rhythm=planning.rhythm_in_words(t, client))]
    lines += state_in_words(turn, t, client)
    rows: Rows = ()
    if _may_offer(turn, client):
        lines.append(
            t.t("If you like, one can come right now. /menu changes anything, /help says where help is.")
        )
        rows = (((t.t("A question now"), "m:now"),),)
    send(turn, client.id, "\n".join(lines), rows)


def state_in_words(turn: Turn, t: Texts, client: Client) -> Sequence[str]:
    """What is to come, as things stand."""
    if client.state == "paused":
        return [t.t("Paused. /start takes it up again, whenever you like.")]
    if client.state == "stopped":
        return [t.t("Stopped: nothing is sent. /start takes it up again, whenever you like.")]
    lines = []
    if (back := planning.put_off_until(turn, client)) is not None:
        lines.append(put_off(t, client, back))
    nearest = planning.next_prompt(turn, client, timedelta(days=28))
    if nearest and (back is None or nearest < back):
        when = dated.shown(t, nearest, client.zone)
        lines.append(t.t("As things stand, the next question comes on {when}.", when=when))
    return lines


def put_off(t: Texts, client: Client, at: datetime) -> str:
    """When the question comes that was put off."""
    return t.t("The question that you put off comes on {when}.", when=dated.shown(t, at, client.zone))


def _may_offer(turn: Turn, client: Client) -> bool:
    """No question is offered to who is in a talk, or has just stopped one or put it off, or wants none at all."""
    latest = reflections.latest_of(turn.tx, client.id)
    if client.state != "active" or latest is None:
        return client.state == "active"
    if latest.ended_at is None:
        return False
    return latest.state not in ("stopped", "parked") or latest.ended_at < turn.now - FRESH
