"""What of a coach's own words went to a client, and when: whether it was read nobody is told by Telegram."""

from collections.abc import Iterable

from bot.i18n import Texts, texts
from bot.people import dated, roster
from bot.people.turn import Turn, send
from bot.store import assignments, replies
from bot.store.assignments import Assignment
from bot.store.people import Client, Coach
from bot.store.replies import Reply
from bot.telegram import escape

SHOWN = 3
"""The latest of them are named."""


def show(turn: Turn, coach: Coach, clients: Iterable[Client]) -> None:
    """For each of these clients the latest that went or waits; that it is not known whether it was read."""
    t = texts(coach.language)
    for client in clients:
        name = escape(roster.called(turn, t, client))
        words = [
            (one.made_at, _line(t, coach, one))
            for one in replies.of_client(turn.tx, client.id)
            if one.coach == coach.id and one.kind in ("thank", "reply", "understood") and not one.undone
        ]
        given = [
            (one.made_at, _gift(t, coach, one))
            for one in assignments.of_client(turn.tx, client.id)
            if one.coach_id == coach.id and one.kind in ("question", "answer", "goals") and _goes(one)
        ]
        lines = [said for _, said in sorted((*words, *given))[-SHOWN:]]
        head = t.t("To {name}:", name=name)
        if not lines:
            head = t.t("Nothing of your own words went to {name}.", name=name)
        note = t.t("Telegram tells nobody whether a message was read; what they tap or write reaches you.")
        send(turn, coach.id, "\n".join((head, *lines, note)), about=client.id)


def _line(t: Texts, coach: Coach, one: Reply) -> str:
    what = {"thank": t.t("your thanks"), "reply": t.t("your reply"), "understood": t.t("what you understood")}
    if one.gone is None:
        return t.t("{what}: waits for an hour that fits", what=what[one.kind])
    return t.t(
        "{what}: went on {when}", what=what[one.kind], when=dated.shown(t, one.gone, coach.zone or "UTC")
    )


def _goes(one: Assignment) -> bool:
    """Whether it came or still waits."""
    return one.outcome not in ("taken-back", "unavailable", "moved")


def _gift(t: Texts, coach: Coach, one: Assignment) -> str:
    what = {
        "question": t.t("your question"),
        "answer": t.t("your answer to a wish"),
        "goals": t.t("your goals"),
    }
    if one.ended_at is None:
        return t.t("{what}: waits for an hour that fits", what=what[one.kind])
    when = dated.shown(t, one.ended_at, coach.zone or "UTC")
    return t.t("{what}: went on {when}", what=what[one.kind], when=when)
