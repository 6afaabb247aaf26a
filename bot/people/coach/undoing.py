"""What a coach did to coaching sessions is said with a button that takes it back, for some days."""

from bot.i18n import texts
from bot.people import roster
from bot.people.turn import Rows, Turn, send
from bot.store import people, steps
from bot.store.people import Client, Coach
from bot.telegram import escape


def done(turn: Turn, coach: Coach, client: Client, before: str, text: str) -> None:
    """Something was done with one client: say it, and how to take it back. ``before``: ``steps.snapshot``."""
    number = steps.add(turn.tx, coach.id, client.id, before, turn.now)
    rows: Rows = (((texts(coach.language).t("Undo"), f"k:undo:{number}"),),)
    turn.about.add(client.id)
    send(turn, coach.id, text, rows)


def undo(turn: Turn, coach: Coach, number: int) -> None:
    """Take one step back, where nothing else was done since."""
    step, t = steps.get(turn.tx, number), texts(coach.language)
    client = people.client(turn.tx, step.client_id) if step else None
    if step is None or client is None or not own(turn, coach, number):
        return send(turn, coach.id, t.t("There is nothing to take back."))
    name = escape(roster.called(turn, t, client))
    if not steps.undo(turn.tx, step, turn.now):
        text = t.t(
            "That cannot be taken back: the coaching sessions with {name} were changed since.", name=name
        )
        return send(turn, coach.id, text)
    turn.about.add(client.id)
    return send(
        turn, coach.id, t.t("Taken back. The coaching sessions with {name} are as before.", name=name)
    )


def latest(turn: Turn, coach: Coach, rest: str) -> None:
    """/takeback: the latest step."""
    step = steps.latest(turn.tx, coach.id)
    undo(turn, coach, step.id if step else 0)


def own(turn: Turn, coach: Coach, number: int) -> bool:
    """Whether a step is this coach's, with a client who is still theirs."""
    step = steps.get(turn.tx, number)
    client = people.client(turn.tx, step.client_id) if step else None
    return step is not None and client is not None and step.coach_id == client.coach_id == coach.id
