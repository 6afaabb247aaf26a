"""A planned prompt falls due: it is begun, or not, and either way that is recorded.

It is begun at most once, because the record is made in the transaction that begins it. It reaches the client
in time or not at all: what waits too long to be delivered is taken back.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.core.plan import schedule
from bot.core.plan.backoff import ASK
from bot.core.plan.facts import Facts
from bot.core.plan.why import AWAY, UNAVAILABLE
from bot.i18n import Texts, texts
from bot.people import dialogue, planning, reflecting
from bot.people.planning import PUT_BACK
from bot.people.turn import PROMPT, Rows, Turn, send
from bot.store import begun, due, outbox, people, reflections
from bot.store.people import Client

TALKING = timedelta(minutes=15)
"""Who wrote or tapped in an open reflection so lately is in the middle of it, and is not interrupted."""

INTERRUPT = timedelta(hours=1)
"""So long a prompt waits for a talk to end; then it takes its place."""

LEAST = timedelta(minutes=2)
"""So long a prompt may take to be delivered even where its hour is nearly over."""


# ---- its moment has come -----------------------------------------------------------------------


def fell_due(turn: Turn, client: Client, body: Mapping[str, Any], at: datetime) -> None:
    """A planned prompt's moment has come: begin it, or put it back for a moment, or record why not."""
    if begun.known(turn.tx, client.id, body["occasion"]):
        return None
    wanted = datetime.fromisoformat(body[PUT_BACK]) if PUT_BACK in body else at
    if until := _engaged(turn, client, wanted):
        kept = {**body, PUT_BACK: wanted.isoformat()}
        return due.put(
            turn.tx, planning.key(client, body["occasion"]), client.id, "plan", max(until, at), kept
        )
    known = planning.waiting_facts(turn, client, turn.now)
    reason = _hindrance(turn, client, body, wanted, known)
    if not reason and not _begin(turn, client, body):
        reason = UNAVAILABLE.code
    _record(turn, client, body, reason)
    if not reason:
        latest = schedule.latest(body["kind"], turn.now, known, turn.config.time)
        _until(turn, client, body["occasion"], max(latest, turn.now + LEAST))
    put_off = not reason and turn.now - wanted > timedelta(minutes=turn.config.time.slack_minutes)
    if put_off or due.get(turn.tx, f"replan:{client.id}") is None:
        planning.replan(turn, client)  # else all that follows was planned with this in it
    return None


def _record(turn: Turn, client: Client, body: Mapping[str, Any], reason: str) -> None:
    begun.add(
        turn.tx,
        client.id,
        body["occasion"],
        script=body["script"],
        at=turn.now,
        outcome=reason or begun.SENT,
        why=body["why"],
    )


def _until(turn: Turn, client: Client, occasion: str, at: datetime) -> None:
    """Look then whether it was delivered."""
    due.put(turn.tx, f"unsent:{client.id}", client.id, "unsent", at, {"occasion": occasion})


def _engaged(turn: Turn, client: Client, wanted: datetime) -> datetime | None:
    """Until when nothing comes in between: a silence that the client chose, or a talk they are in."""
    row = reflections.open_of(turn.tx, client.id)
    if row is None:
        return None
    held = row.reflection.until if row.state == "holding" else None
    if held is not None and held > turn.now:
        return held + timedelta(minutes=1)
    heard = client.heard_at if row.state == "open" else None
    if heard is None or heard < row.begun_at or turn.now >= wanted + INTERRUPT:
        return None
    return heard + TALKING if heard + TALKING > turn.now else None


def _hindrance(turn: Turn, client: Client, body: Mapping[str, Any], wanted: datetime, known: Facts) -> str:
    """Why it is not begun now, or ""."""
    if client.state != "active" or client.away:
        return AWAY.code if client.away else client.state
    late = schedule.late(body["kind"], wanted, turn.now, known, turn.config.time)
    return late.reason if late is not None else ""


def _begin(turn: Turn, client: Client, body: Mapping[str, Any]) -> bool:
    if body["kind"] == "ask-rhythm":
        ask_rhythm(turn, client, body["occasion"])
        return True
    marked = body["kind"] == "mark"
    return reflecting.begin(turn, client, body["script"], body["occasion"], body["why"], marked)


# ---- it could not be delivered -----------------------------------------------------------------


def unsent(turn: Turn, client: Client, occasion: str) -> None:
    """The last moment for a prompt has come: if it still waits to be sent, it never was."""
    if not outbox.take_back(turn.tx, client.id, PROMPT):
        return
    begun.unsent(turn.tx, client.id, occasion, at=turn.now, outcome="late")
    row = reflections.of_occasion(turn.tx, client.id, occasion)
    if row is not None:
        due.cancel_under(turn.tx, f"wake:{row.id}:")
        reflections.take_back(turn.tx, row.id)


def take_back(turn: Turn) -> None:
    """At the start, before anything is sent: what waited too long while the bot was down is taken back."""
    for thing in due.overdue(turn.tx, "unsent", turn.now):
        me = people.client(turn.tx, thing.chat_id)
        if me is not None:
            unsent(turn, me, thing.body["occasion"])


# ---- the question about the rhythm -------------------------------------------------------------


def ask_rhythm(turn: Turn, client: Client, occasion: str) -> None:
    """The one question about the rhythm, in the words of its reason (docs/evidence.md).

    After a long quiet, silence follows until the client is heard. None of the answers is called for.
    """
    t = texts(client.language)
    if occasion.startswith(ASK):
        text = t.t("Is this still of use to you, as it is now? Any answer is fine, and so is none.")
        rows = _choices(t, t.t("As it is"), 1)
    elif occasion == "rhythm:first-sessions":
        text, rows = _after_the_first(turn, t)
    else:
        text = t.t(
            "You have had this rhythm for a while. It can stay, be lighter, or be another one. Any answer is "
            "fine, and so is none."
        )
        rows = _choices(t, t.t("As it is"), max(1, _weekly(turn, client) - 1))
    dialogue.end(turn, client.id)
    send(turn, client.id, text, rows, lane=PROMPT, silent=True)


def _after_the_first(turn: Turn, t: Texts) -> tuple[str, Rows]:
    numbers = turn.config.time
    text = t.t(
        "The first sessions are behind you. So far a question came at most {few} times a week; from now on it "
        "can be {more}. It can also stay as it was. Any answer is fine, and so is none.",
        few=numbers.weekly_light,
        more=numbers.weekly,
    )
    return text, _choices(t, t.t("Up to {n} a week", n=numbers.weekly), numbers.weekly_light)


def _choices(t: Texts, stays: str, lighter: int) -> Rows:
    return (
        ((stays, "m:same"), (t.t("Lighter"), f"m:weekly:{lighter}")),
        ((t.t("Other times"), "m:days"), (t.t("Pause"), "m:pause"), (t.t("Stop"), "m:stop")),
    )


def _weekly(turn: Turn, client: Client) -> int:
    return int(client.rhythm.get("weekly") or turn.config.time.weekly)
