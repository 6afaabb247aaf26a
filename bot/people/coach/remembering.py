"""What has waited for a week to be read: its coach is reminded once, and nobody else."""

from bot.i18n import texts
from bot.people import dated, reconcile, roster
from bot.people.turn import DIGEST, Rows, Turn, send
from bot.store import digests, people, responses
from bot.telegram import escape


def fell_due(turn: Turn, coach_id: int) -> None:
    """Name whose words wait since when, with a button that opens them; what was taken back is not named."""
    coach = people.coach(turn.tx, coach_id)
    if coach is None or coach.state != "active":
        return
    t, since = texts(coach.language), turn.now - reconcile.WAITS
    late = [one for one in digests.overdue(turn.tx, coach_id) if one.made_at <= since]
    still = [one for one in late if responses.any_shared(turn.tx, one.id)]
    first = {one.client_id: one for one in reversed(still)}
    for one in late:
        digests.remind(turn.tx, one.id, turn.now)
    each = ((roster.one(turn, coach, one.client_id), one) for one in reversed(first.values()))
    mine = [(client, one) for client, one in each if client is not None and client.archived_at is None]
    if not mine:
        return
    lines = [t.t("This waits to be read; you are told once.")]
    for client, one in mine:
        when, name = dated.shown(t, one.made_at, coach.where), escape(roster.called(turn, t, client))
        lines.append(t.t("{name}, since {when}", name=name, when=when))
    rows: Rows = tuple(((roster.called(turn, t, client)[:60], f"k:open:{client.id}"),) for client, _ in mine)
    send(turn, coach.id, "\n".join(lines), rows[:90], lane=DIGEST)
