"""Who reads what a client shares: their coach as long as they are one here, else nobody."""

from bot.i18n import texts
from bot.people.turn import Turn
from bot.store import people
from bot.store.people import Client, Coach
from bot.telegram import escape


def of(turn: Turn, client: Client) -> Coach | None:
    """The coach who reads what the client shares; None: nobody does now."""
    coach = people.coach(turn.tx, client.coach_id)
    return coach if coach is not None and coach.state == "active" else None


def nobody(turn: Turn, client: Client) -> str:
    """What is true while nobody reads."""
    coach, there = escape(people.coach_name(turn.tx, client.coach_id)), people.coach(turn.tx, client.coach_id)
    if there is not None and there.state == "joining":
        return texts(client.language).t(
            "Nobody reads what you write now: {coach} has not finished joining here.", coach=coach
        )
    return texts(client.language).t(
        "Nobody reads what you write now: {coach} is no coach here any more.", coach=coach
    )


def holds(turn: Turn, client: Client) -> str:
    """Who sees what is written from now on, as things stand."""
    t, coach = texts(client.language), of(turn, client)
    if coach is None:
        return nobody(turn, client)
    name = escape(coach.name)
    if client.state == "stopped":
        return t.t(
            "Everything is stopped: what you write now is private, and {coach} does not get it.", coach=name
        )
    if client.visibility == "private":
        return t.t(
            "What you write now is private until you share it: {coach} does not get it. /sharing changes that.",
            coach=name,
        )
    return t.t(
        "What you write now is shared: {coach} gets it, but where you choose otherwise. /sharing changes that.",
        coach=name,
    )
