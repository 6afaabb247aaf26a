"""What of a coach's own words went to a client, and when: whether it was read nobody is told by Telegram."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.core.base import wall
from bot.i18n import texts
from bot.people import dated, giving, planning, roster
from bot.people.turn import NAMED, Turn, send
from bot.store import assignments, replies
from bot.store.assignments import Assignment
from bot.store.people import Client, Coach
from bot.store.replies import Reply
from bot.telegram import escape

NEAR = timedelta(hours=1)
"""What goes sooner is said alike, so that nobody reads from it that a client is writing now."""

SHOWN = 3
"""The latest of them are named."""


def show(turn: Turn, coach: Coach, clients: Iterable[Client]) -> None:
    """For each of these clients the latest that went or waits; that it is not known whether it was read."""
    t = texts(coach.language)
    for client in clients:
        name = escape(roster.called(turn, t, client))
        words = [
            (one.made_at, _line(turn, coach, client, one))
            for one in replies.of_client(turn.tx, client.id)
            if one.coach == coach.id and one.kind in ("thank", "reply", "understood") and not one.undone
        ]
        given = [
            (one.made_at, _gift(turn, coach, client, one))
            for one in assignments.of_client(turn.tx, client.id)
            if one.coach_id == coach.id and one.kind in ("question", "answer", "goals") and _goes(one)
        ]
        lines = [said for _, said in sorted((*words, *given))[-SHOWN:]]
        head = t.t("To {name}:", name=name)
        if not lines:
            head = t.t("Nothing of your own words went to {name}.", name=name)
        note = t.t("Telegram tells nobody whether a message was read; what they tap or write reaches you.")
        send(turn, coach.id, "\n".join((head, *lines, note)), about=client.id, what=NAMED)


def _line(turn: Turn, coach: Coach, client: Client, one: Reply) -> str:
    t = texts(coach.language)
    what = {"thank": t.t("your thanks"), "reply": t.t("your reply"), "understood": t.t("what you understood")}
    if one.gone is None:
        return f"{what[one.kind]}: {goes(turn, coach, client, one)}"
    day = t.day(
        wall.local(one.gone, coach.zone or "UTC").date()
    )  # an hour would tell of a talk that it waited for
    return t.t("{what}: went on {when}", what=what[one.kind], when=day)


def goes(turn: Turn, coach: Coach, client: Client, one: Reply) -> str:
    """When something given goes, as far as that is for the coach to know: not when a pause ends, nor of a talk."""
    t = texts(coach.language)
    name = escape(roster.called(turn, t, client))
    if client.away:
        return t.t(
            "{name} cannot be reached by the bot at the moment. It waits, and goes when they are back.",
            name=name,
        )
    if client.state == "stopped":
        return t.t("{name} has stopped everything. It waits, and goes when they take it up again.", name=name)
    at = giving.fits(turn, client, one)
    if at is None or planning.paused_now(turn, client):
        return t.t("{name} is paused. It waits, and goes to {name} after that.", name=name)
    if planning.rests_before(turn, client, at):  # a day would say until when they rest
        return t.t("It goes to {name} at an hour that fits them.", name=name)
    if at - turn.now <= NEAR and not _at_night(client, max(one.after, turn.now)):
        return t.t("It goes to {name} in a minute, or when a talk that they are in rests.", name=name)
    when = dated.shown(t, at, coach.where)
    return t.t("It goes to {name} on {when}, unless something changes.", name=name, when=when)


def _at_night(client: Client, at: datetime) -> bool:
    return wall.is_quiet(at, client.zone or "UTC", planning.quiet_of(client))


def _goes(one: Assignment) -> bool:
    """Whether it came or still waits."""
    return one.outcome not in ("taken-back", "unavailable", "moved")


def _gift(turn: Turn, coach: Coach, client: Client, one: Assignment) -> str:
    t = texts(coach.language)
    what = {
        "question": t.t("your question"),
        "answer": t.t("your answer to a wish"),
        "goals": t.t("your goals"),
    }
    when = dated.shown(t, one.made_at, coach.where)  # whether it came may tell who writes
    return t.t("{what}: given on {when}", what=what[one.kind], when=when)
