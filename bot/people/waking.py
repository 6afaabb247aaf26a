"""A planned prompt falls due: it is begun, or not, and either way that is recorded.

It is begun at most once, because the record is made in the transaction that begins it. It reaches the client
in time or not at all: what waits too long to be delivered is taken back.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.core.base.words import shorten
from bot.core.digest.measures import question
from bot.core.plan import schedule
from bot.core.plan.agenda import Prompt
from bot.core.plan.backoff import ASK
from bot.core.plan.days import SCRIPT
from bot.core.plan.facts import Facts
from bot.core.plan.why import AWAY, STOPPED, UNAVAILABLE
from bot.i18n import Texts, phrases, texts
from bot.people import agreement, delivering, dialogue, planning, reflecting
from bot.people.turn import PROMPT, Rows, Shows, Turn, send, tell_admins
from bot.store import begun, outbox, people, reflections, response_writes
from bot.store.people import Client
from bot.telegram import Message, escape

LEAST = timedelta(minutes=2)
"""So long a prompt may take to be delivered even where its hour is nearly over."""


NAMED = 90
"""Letters by which a question is known again."""


# ---- its moment has come -----------------------------------------------------------------------


def fell_due(turn: Turn, client: Client, body: Mapping[str, Any], at: datetime) -> None:
    """A planned prompt's moment has come: begin it, or put it back for a moment, or record why not."""
    if begun.known(turn.tx, client.id, body["occasion"]):
        return None
    waiting = begun.waiting(turn.tx, client.id)
    wanted = next((one.at for one in waiting if one.occasion == body["occasion"]), at)
    if _engaged(turn, client, wanted):
        return begun.wait(turn.tx, client.id, _prompt(body, wanted))
    known = planning.waiting_facts(turn, client, turn.now)
    reason = delivering.left_out(turn, client, body["occasion"])
    reason = reason or _hindrance(turn, client, body, wanted, known)
    if not reason and not _begin(turn, client, body):
        reason = UNAVAILABLE.code
    latest = schedule.latest(body["kind"], turn.now, known, turn.config.time)
    _record(turn, client, body, reason, None if reason else max(latest, turn.now + LEAST))
    if reason:
        delivering.missed(turn, client, body["occasion"], there=reason != UNAVAILABLE.code)
    if not reason and turn.now - wanted > timedelta(minutes=turn.config.time.slack_minutes):
        people.touch(turn.tx, client.id, turn.now)  # else all that follows was planned with this in it
    return None


def _record(
    turn: Turn, client: Client, body: Mapping[str, Any], reason: str, latest: datetime | None
) -> None:
    begun.add(
        turn.tx,
        client.id,
        body["occasion"],
        script=body["script"],
        at=turn.now,
        outcome=reason or begun.SENT,
        why=body["why"],
        latest=latest,
    )


def _engaged(turn: Turn, client: Client, wanted: datetime) -> bool:
    """Whether nothing may come in between now: a silence, a talk they are in, what was put off until now."""
    talks = reflections.under_way(turn.tx, client.id)
    return reflecting.free(turn, client, talks, wanted) > turn.now


def _prompt(body: Mapping[str, Any], at: datetime) -> Prompt:
    """The prompt that a due row stands for."""
    return Prompt(body["occasion"], at, body["script"], body["kind"], body["why"])


def _hindrance(turn: Turn, client: Client, body: Mapping[str, Any], wanted: datetime, known: Facts) -> str:
    """Why it is not begun now, or ""."""
    if client.state != "active" or client.away:
        return AWAY.code if client.away else client.state
    row = reflections.open_of(turn.tx, client.id)
    if (
        row is not None and row.reflection.halt
    ):  # "stop" was written: nothing comes until it is said what it meant
        return STOPPED.code
    late = schedule.late(body["kind"], wanted, turn.now, known, turn.config.time)
    return late.reason if late is not None else ""


def _begin(turn: Turn, client: Client, body: Mapping[str, Any]) -> bool:
    if body["kind"] == "ask-rhythm":
        ask_rhythm(turn, client, body["occasion"])
        return True
    if body["kind"] == "ask-agreement":
        return agreement.offer(turn, client, body["occasion"])
    if body["kind"] == "assigned":
        return delivering.bring(turn, client, body["occasion"], body["why"])
    marked = body["kind"] == "mark"
    return reflecting.begin(turn, client, body["script"], body["occasion"], body["why"], marked)


# ---- it could not be delivered -----------------------------------------------------------------


def unsent(turn: Turn, client: Client, occasion: str) -> None:
    """The last moment for a prompt has come: if it still waits to be sent, it never was."""
    begun.looked(turn.tx, client.id, occasion)
    if not outbox.take_back(turn.tx, client.id, PROMPT):
        return
    begun.unsent(turn.tx, client.id, occasion, at=turn.now, outcome="late")
    delivering.missed(turn, client, occasion)
    row = reflections.of_occasion(turn.tx, client.id, occasion)
    if row is not None:
        reflections.take_back(turn.tx, row.id)


def refused(turn: Turn, client_id: int, body: Mapping[str, Any]) -> None:
    """Telegram will not take a prompt: the admins read which, and nothing waits for an answer to it.

    What never began counts as not begun; a talk that was under way, or was asked for, ends with a kind line.
    """
    me, row = people.client(turn.tx, client_id), reflections.get(turn.tx, body["reflection"])
    if me is None or row is None or row.ended_at is not None or row.question != body["question"]:
        return
    where = f"Script {escape(row.script)} ({row.language}, version {row.version}), step {escape(row.step)}"
    text = f"{where}: Telegram does not take this prompt, and it was not shown ({escape(body['reason'])})."
    tell_admins(turn, text, f"refused:{row.script}:{row.step}:{turn.now.date()}")
    planned = not row.occasion.startswith(("demand:", "lead:"))
    if planned and row.question == 1:
        begun.unsent(turn.tx, me.id, row.occasion, at=turn.now, outcome=UNAVAILABLE.code)
        delivering.missed(turn, me, row.occasion, there=False)
        reflections.take_back(turn.tx, row.id)
        return
    reflections.save(turn.tx, row.id, replace(row.reflection, state="broken"), now=turn.now, ended=True)
    send(turn, me.id, phrases(me.language).broken)


def take_back(turn: Turn) -> None:
    """At the start, before anything is sent: what waited too long while the bot was down is taken back."""
    for client_id, occasion in begun.overdue(turn.tx, turn.now):
        if me := people.client(turn.tx, client_id):
            unsent(turn, me, occasion)


# ---- the question about the rhythm -------------------------------------------------------------


def ask_rhythm(turn: Turn, client: Client, occasion: str) -> None:
    """The one question about the rhythm, in the words of its reason (docs/evidence.md).

    After a long quiet, silence follows until the client is heard. None of the answers is called for.
    """
    text, rows = _question(turn, client, occasion)
    dialogue.overtaken(turn, client.id)
    send(turn, client.id, text, rows, lane=PROMPT, silent=True, shows=Shows(None, None, "rhythm"))


def about_rhythm(turn: Turn, client: Client, message: Message) -> None:
    """Words answer the question about the rhythm: they are kept with it, and what can be chosen stands again."""
    rows = begun.rows_of(turn.tx, client.id)
    occasion = next((one.occasion for one in reversed(rows) if one.script == SCRIPT), ASK)
    text, choices = _question(turn, client, occasion)
    fresh = response_writes.note(
        turn.tx,
        client.id,
        message.message_id,
        message.text,
        visibility=client.visibility,
        now=message.at,
        file=message.file,
        origin=message.origin,
        prompt=text,
    )
    if not fresh:
        return None
    t = texts(client.language)
    if planning.back_at(turn, client) == turn.now:  # the welcome offers the same choices
        return send(turn, client.id, kept_under(t, text), silent=True)
    said = t.t("Thank you. That is kept. Nothing changes unless you choose it here.")
    return send(turn, client.id, said, choices, silent=True)


def kept_under(t: Texts, prompt: str) -> str:
    """That words are kept under a question, which is named by its first words."""
    said = phrases(t.language)
    asked = shorten(question(prompt), NAMED)
    named = f"{said.quote_open}{escape(asked)}{said.quote_close}"
    return t.t("Thank you. It is kept under {question}.", question=named)


def _question(turn: Turn, client: Client, occasion: str) -> tuple[str, Rows]:
    t = texts(client.language)
    if occasion.startswith(ASK):
        text = t.t("Is this still of use to you, as it is now? Any answer is fine, and so is none.")
        return text, _choices(t, t.t("As it is"), 1)
    if occasion in ("rhythm:first-sessions", "rhythm:first-weeks"):
        return _after_the_first(turn, t, occasion)
    text = t.t(
        "You have had this rhythm for a while. It can stay, be lighter, or be another one. Any answer is "
        "fine, and so is none."
    )
    return text, _choices(t, t.t("As it is"), max(1, planning.weekly_of(turn, client) - 1))


def _after_the_first(turn: Turn, t: Texts, occasion: str) -> tuple[str, Rows]:
    numbers = turn.config.time
    few, more = numbers.weekly_light, numbers.weekly
    if occasion == "rhythm:first-weeks":
        text = t.t(
            "The first weeks are behind you. So far your rhythm brought at most {few} questions a week; from now "
            "on it can be {more}. It can also stay as it was. Any answer is fine, and so is none.",
            few=few,
            more=more,
        )
    else:
        text = t.t(
            "The first sessions are behind you. So far your rhythm brought at most {few} questions a week; from "
            "now on it can be {more}. It can also stay as it was. Any answer is fine, and so is none.",
            few=few,
            more=more,
        )
    return text, _choices(t, t.t("Up to {n} a week", n=numbers.weekly), numbers.weekly_light)


def _choices(t: Texts, stays: str, lighter: int) -> Rows:
    return (
        ((stays, "m:same"), (t.t("Lighter"), f"m:weekly:{lighter}")),
        ((t.t("Other times"), "m:days"), (t.t("Pause"), "m:pause"), (t.t("Stop"), "m:stop")),
    )
