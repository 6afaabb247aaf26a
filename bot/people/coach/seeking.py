"""A coach looks for what a client said about something, or asks how somebody is: only what reached them."""

from collections.abc import Sequence

from bot.core.base import wall
from bot.core.understand import sought
from bot.i18n import texts
from bot.people import at_once, dated, gathering, planning, roster
from bot.people.turn import Rows, Turn, send
from bot.store import audit
from bot.store.people import Client, Coach
from bot.store.responses import Response
from bot.telegram import escape

MOST, AGAIN = 5, "answers shown again"
"""So many answers are quoted; how they stand in what its client reads under /opened."""


def find(turn: Turn, coach: Coach, clients: Sequence[Client], what: str) -> None:
    """The latest answers that hold these words; of one client it is said where something new waits."""
    one = clients[0] if len(clients) == 1 else None
    found = [
        (client, answer)
        for client in clients
        for answer in gathering.had(turn, coach, client)
        if _holds(answer, what)
    ]
    t = texts(coach.language)
    if not found:
        shown = escape(what)
        if one is not None:
            name = escape(roster.called(turn, t, one))
            text = t.t("Nothing that reached you from {name} has “{words}” in it.", name=name, words=shown)
            text += _new(turn, coach, one)
            return send(turn, coach.id, text, _open(turn, coach, one))
        return send(turn, coach.id, t.t("Nothing that reached you has “{words}” in it.", words=shown))
    for client in {client.id: client for client, _ in found}.values():
        mine = [answer for whose, answer in found if whose.id == client.id]
        _quote(
            turn,
            coach,
            client,
            mine,
            t.t("{name}, with “{words}”:", name=escape(roster.called(turn, t, client)), words=escape(what)),
        )
    return None


def _holds(answer: Response, what: str) -> bool:
    return any(sought.holds(text.own, what) for text in answer.texts)


def _quote(turn: Turn, coach: Coach, client: Client, answers: Sequence[Response], head: str) -> None:
    """The latest of them as they were told, with their days; of the others how many there are."""
    t, lines = texts(coach.language), [head]
    for answer in answers[-MOST:]:
        day = t.dated(wall.local(answer.at, coach.zone or "UTC").date())
        lines.append(at_once.told_answer(turn, t, coach, client, answer) + f"\n{day}")
    if (left := len(answers) - MOST) > 0:
        lines.append(t.n("{n} more, before these.", "{n} more, before these.", left))
    if new := _new(turn, coach, client):
        lines.append(new.strip())
    audit.add(turn.tx, coach.id, AGAIN, turn.now, client.id)
    send(
        turn,
        coach.id,
        "\n\n".join(lines),
        _open(turn, coach, client),
        protect=True,
        about=client.id,
        what=AGAIN,
    )


def _new(turn: Turn, coach: Coach, client: Client) -> str:
    """That something new waits, which is not looked through."""
    said = texts(coach.language).t("There is something new from them, not yet opened.")
    return f"\n{said}" if gathering.news(turn, coach, client) else ""


def _open(turn: Turn, coach: Coach, client: Client) -> Rows:
    return (((texts(coach.language).t("What they shared"), f"k:open:{client.id}"),),)


def how_is(turn: Turn, coach: Coach, client: Client) -> None:
    """Nothing here says how somebody is: what they said themselves last, and when they are met."""
    t, name = texts(coach.language), escape(roster.called(turn, texts(coach.language), client))
    told = [one for one in gathering.had(turn, coach, client) if one.texts]
    coming = planning.session_at(turn, client, ahead=True)
    lines = [t.t("How {name} is nothing here can say; their own words can.", name=name)]
    if told:
        day = t.dated(wall.local(told[-1].at, coach.zone or "UTC").date())
        lines.append(at_once.told_answer(turn, t, coach, client, told[-1]) + f"\n{day}")
    if gathering.news(turn, coach, client):
        lines.append(t.t("There is something new from them, not yet opened."))
    lines.append(
        t.t("Next session: {when}", when=dated.shown(t, coming, coach.where))
        if coming
        else t.t("No session is logged ahead.")
    )
    rows: Rows = (
        *_open(turn, coach, client),
        ((t.t("How things stand"), f"k:card:{client.id}"),),
        ((t.t("A question for them"), f"k:ask:{client.id}"),),
    )
    if told:
        audit.add(turn.tx, coach.id, AGAIN, turn.now, client.id)
        return send(turn, coach.id, "\n\n".join(lines), rows, protect=True, about=client.id, what=AGAIN)
    return send(turn, coach.id, "\n\n".join(lines), rows)
