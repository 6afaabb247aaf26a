"""A planned prompt falls due: it is begun, or not, and either way that is recorded."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.core import schedule
from bot.i18n import texts
from bot.people import planning, reflecting
from bot.people.turn import PROMPT, Rows, Turn, send
from bot.store import begun, due, reflections
from bot.store.people import Client


def fell_due(turn: Turn, client: Client, body: Mapping[str, Any], at: datetime) -> None:
    """A planned prompt's moment has come: begin it, or record why not; then look ahead again."""
    if begun.known(turn.tx, client.id, body["occasion"]):
        return
    if held := _hold(turn, client):
        due.put(turn.tx, f"plan:{client.id}:{body['occasion']}", client.id, "plan", held, body)
        return
    reason = _hindrance(turn, client, body, at)
    if not reason and not _begin(turn, client, body):
        reason = "unavailable"
    begun.add(
        turn.tx,
        client.id,
        body["occasion"],
        script=body["script"],
        at=turn.now,
        outcome=reason or "sent",
        why=body["why"],
    )
    planning.replan(turn, client)


def _hold(turn: Turn, client: Client) -> datetime | None:
    """Just after the end of a silence that the client chose, if they are in one: nothing comes into it."""
    row = reflections.open_of(turn.tx, client.id)
    held = row.reflection.until if row is not None and row.state == "holding" else None
    return held + timedelta(minutes=1) if held is not None and held > turn.now else None


def _hindrance(turn: Turn, client: Client, body: Mapping[str, Any], at: datetime) -> str:
    """Why it is not begun now, or ""."""
    if client.state != "active":
        return client.state
    late = schedule.late(body["kind"], at, turn.now, planning.facts(turn, client, turn.now + planning.AHEAD))
    return late.reason if late is not None else ""


def _begin(turn: Turn, client: Client, body: Mapping[str, Any]) -> bool:
    if body["kind"] == "ask-rhythm":
        ask_rhythm(turn, client)
        return True
    marked = body["kind"] == "mark"
    return reflecting.begin(turn, client, body["script"], body["occasion"], body["why"], marked)


def ask_rhythm(turn: Turn, client: Client) -> None:
    """The one question after a long quiet; without an answer there is silence (DOMAIN.md 3.2)."""
    t = texts(client.language).t
    rows: Rows = (
        ((t("Lighter"), "m:weekly:1"), (t("Other times"), "m:days")),
        ((t("Pause"), "m:pause"), (t("Stop"), "m:stop")),
        ((t("As it is"), "m:menu"),),
    )
    text = t("Is this still of use to you, as it is now? Any answer is fine, and so is none.")
    send(turn, client.id, text, rows, lane=PROMPT, silent=True)
