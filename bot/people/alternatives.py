"""Other questions in place of the one that is asked: two or three that suit, of which a client may choose one."""

from datetime import timedelta

from bot.core.plan.selection import refusal
from bot.i18n import texts
from bot.people import library, planning, reader
from bot.people.turn import Rows, Turn, send
from bot.store import uses
from bot.store.people import Client
from bot.store.reflections import ReflectionRow

MOST = 3
LATELY = timedelta(days=28)
"""How far back it counts how often a script was used."""


def offer(turn: Turn, client: Client, row: ReflectionRow) -> None:
    """Titles to choose from; the question that stands there stays open until one is chosen."""
    t = texts(client.language)
    if not (found := _suiting(turn, client, row.script)):
        text = t.t("As things stand no other question suits. The one above stays open, and can be passed.")
        return send(turn, client.id, text)
    rows: Rows = tuple(((one.script.header.title[:60], f"m:instead:{row.id}:{one.name}"),) for one in found)
    text = t.t(
        "Which one would you like instead? The one above is put away then, and whatever you wrote stays kept."
    )
    return send(turn, client.id, text, rows)


def may_ask(turn: Turn, client: Client, one: library.Live) -> bool:
    """After the coach left nothing asks in their name."""
    return reader.of(turn, client) is not None or not library.names_coach(one)


def _suiting(turn: Turn, client: Client, asked: str) -> tuple[library.Live, ...]:
    """What could come by itself to this client as things stand, but for what is asked; least used lately first."""
    known, held = planning.facts(turn, client, turn.now), planning.session_number(turn, client)
    suits = {one.script for one in known.offers if refusal(known, one, held, turn.config.time) is None} - {
        asked
    }
    used = uses.lately(turn.tx, client.id, turn.now - LATELY)
    found = [
        one
        for one in library.on_demand(turn.tx, client.language)
        if one.name in suits and may_ask(turn, client, one) and _timely(turn, client, one)
    ]
    return tuple(sorted(found, key=lambda one: (*used.get(one.name, (0, 0)), one.name))[:MOST])


def _timely(turn: Turn, client: Client, one: library.Live) -> bool:
    """What is about a coaching session needs one that it can be about."""
    kind = one.script.header.when.kind
    if kind not in ("before", "after"):
        return True
    return planning.session_at(turn, client, ahead=kind == "before") is not None
