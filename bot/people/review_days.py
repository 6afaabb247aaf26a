"""Review days: from when on the working agreement is offered to a client by itself."""

from datetime import date, timedelta

from bot.core.base import wall
from bot.people import reader
from bot.people.turn import Turn
from bot.store import agreements, people
from bot.store.agreements import AgreementVersion, Terms
from bot.store.people import Client

LATER = timedelta(days=5)
"""So long after joining the rest of it is offered, once."""


def of(turn: Turn, client: Client) -> tuple[date, ...]:
    """Some days after joining, while nothing of it is settled; then the day that both agreed on for looking again.

    None for who wants no such offer, nor where nobody reads. The day after the coach changed the time at which
    they read comes first, and for everybody: that waits for the client's yes.
    """
    if reader.of(turn, client) is None:
        return ()
    found = agreements.of_client(turn.tx, client.id)
    one, holds = (
        agreements.newest(found, client.coach_id),
        agreements.newest(found, client.coach_id, agreed=True),
    )
    zone = client.zone or "UTC"
    if moved(one, holds) and one is not None:
        return (wall.local(one.made_at, zone).date() + timedelta(days=1),)
    if client.rhythm.get("agreement_off"):
        return ()
    if one is None or unsettled(one):
        return (wall.local(client.joined_at, zone).date() + LATER,)
    return (holds.terms.review,) if holds is not None and holds.terms.review is not None else ()


def moved(one: AgreementVersion | None, holds: AgreementVersion | None) -> bool:
    """Whether a version waits for the client's yes in which the coach reads at another time than was agreed."""
    if one is None or holds is None or one.client_at is not None:
        return False
    return one.terms.reads is not None and one.terms.reads != holds.terms.reads


def unsettled(one: AgreementVersion) -> bool:
    """Whether the client has said yes to nothing but what stood on joining."""
    first = one.version == 1 and one.terms == Terms(reads=one.terms.reads)
    return one.client_at is None or (first and one.agreed)


def never(turn: Turn, client: Client) -> None:
    """It is not offered by itself any more."""
    people.set_rhythm(turn.tx, client.id, agreement_off=True)
    people.touch(turn.tx, client.id, turn.now)
