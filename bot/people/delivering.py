"""What a coach gave to a client is brought at its hour; what could not come then waits for the next one."""

from bot.core.plan.assigned import BEGINS
from bot.i18n import N_
from bot.people import library, reflecting, roster
from bot.people.turn import Turn, number
from bot.store import assignments
from bot.store.people import Client


def bring(turn: Turn, client: Client, occasion: str, why: str) -> bool:
    """Its hour has come; False where it cannot be begun."""
    one = assignments.get(turn.tx, number(occasion.removeprefix(BEGINS)))
    if one is None or one.outcome or one.client_id != client.id:
        return False
    match one.kind:
        case "script":
            came = reflecting.begin(turn, client, one.script, occasion, why)
        case "question":
            came = reflecting.begin(turn, client, library.OWN, occasion, why, asked=one.words)
        case _:
            came = False
    if came:
        assignments.end(turn.tx, one.id, "sent", turn.now)
    return came


def missed(turn: Turn, client: Client, occasion: str, there: bool = True) -> None:
    """It did not come at its hour: it waits for another. Not ``there``: it cannot come at all, and that is told."""
    one = (
        assignments.get(turn.tx, number(occasion.removeprefix(BEGINS)))
        if occasion.startswith(BEGINS)
        else None
    )
    if one is None or one.outcome not in ("", "sent"):
        return
    if there:
        assignments.again(turn.tx, one.id, turn.now)
        return
    assignments.end(turn.tx, one.id, "unavailable", turn.now)
    roster.told(
        turn, client, N_("What you gave to {name} could not come: it is not there in their language.")
    )
