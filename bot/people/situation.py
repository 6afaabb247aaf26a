"""A client's situation: how matters stand, said the same in every list, card, overview, digest and brief.

It is never why, and of a pause until when only where the client agreed to that.
"""

from datetime import date, datetime
from typing import Literal

from bot.core.base import wall
from bot.core.base.line import Line, line
from bot.core.base.words import shorten_name
from bot.core.digest.phrasing import NAME
from bot.i18n import Texts
from bot.people import roster
from bot.people.turn import Turn
from bot.store import consents, pauses
from bot.store.people import Client, Coach

Pauses = tuple[tuple[datetime, datetime | None], ...]

Situation = Literal["asked", "agreed", "ended", "stopped", "away", "paused", "active"]
"""asked: has not agreed yet; agreed: chooses days and hours; ended: the last day is over; away: blocked."""


def of(turn: Turn, coach: Coach, client: Client, known: Pauses | None = None) -> Situation:
    """The one that matters most where several hold; ``known``: the pauses, where they were read already."""
    if client.state in ("joining", "refused"):
        return "agreed" if consents.given(turn.tx, client.id, consents.STORE) else "asked"
    if roster.ended(turn, coach, client):
        return "ended"
    if client.state == "stopped":
        return "stopped"
    if client.away:
        return "away"
    off = pauses.of_client(turn.tx, client.id) if known is None else known  # however they were said
    if any(starts <= turn.now and (ends is None or turn.now < ends) for starts, ends in off):
        return "paused"
    return "active"


def word(turn: Turn, coach: Coach, t: Texts, client: Client) -> str:
    """A word or two for a list; "" where questions come as chosen."""
    match of(turn, coach, client):
        case "asked":
            return t.t("has not agreed yet")
        case "agreed":
            return t.t("has agreed, and chooses days and hours")
        case "ended":
            return t.t("ended on {day}", day=t.dated(client.ending or _today(turn, coach)))
        case "stopped":
            return t.t("stopped")
        case "away":
            return t.t("not reachable")
        case "paused" if (ends := _ends(turn, client, pauses.of_client(turn.tx, client.id))) is not None:
            return t.t("paused until {when}", when=t.when(ends, coach.where))
        case "paused":
            return t.t("paused")
        case _:
            return ""


def sentence(turn: Turn, coach: Coach, client: Client, name: str, pauses: Pauses) -> Line | None:
    """The same as a sentence, for a digest or a brief; None where questions come as chosen."""
    name = shorten_name(name, NAME)
    match of(turn, coach, client, pauses):
        case "ended":
            return line("The work ended on {day}.", day=client.ending or _today(turn, coach))
        case "stopped":
            return line("{client} has stopped the questions.", client=name)
        case "away":
            return line("{client} cannot be reached by the bot at the moment.", client=name)
        case "paused" if (ends := _ends(turn, client, pauses)) is not None:
            here = wall.local(ends, coach.zone or "UTC")
            return line("{client} has paused until {when}.", client=name, when=here)
        case "paused":
            return line("{client} has paused.", client=name)
        case _:
            return None


def _ends(turn: Turn, client: Client, known: Pauses) -> datetime | None:
    """When the pause of now ends, where the client lets the coach know; None otherwise, and where nobody knows."""
    last = turn.now
    if not consents.given(turn.tx, client.id, consents.UNTIL):
        return None
    for starts, ends in sorted(known, key=lambda one: one[0]):
        if starts <= last and (ends is None or ends > last):
            if ends is None:
                return None
            last = ends
    return last if last > turn.now else None


def _today(turn: Turn, coach: Coach) -> date:
    return wall.local(turn.now, coach.zone or "UTC").date()
