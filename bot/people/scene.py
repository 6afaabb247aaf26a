"""The scene of a talk: the facts that it is told when it begins, and whether its session is past."""

from datetime import datetime

from bot.core.talk.model import Context
from bot.i18n import texts
from bot.people import planning
from bot.people.turn import Turn
from bot.store import people
from bot.store.people import Client


def told(turn: Turn, client: Client, marked: bool, kind: str, occasion: str) -> Context:
    """Names, the number of the session, and the session that the talk is about."""
    changed = planning.changed_session(turn, client, occasion) if kind == "moved" else None
    at = planning.session_at(turn, client, ahead=kind == "before") if kind in ("before", "after") else None
    return Context(
        coach=people.coach_name(turn.tx, client.coach_id),
        name=client.name,
        session=planning.session_number(turn, client),
        marked=marked,
        session_when=_session_when(client, changed.starts if changed else at),
        session_change=("cancelled" if changed.cancelled else "moved") if changed else "",
    )


def _session_when(client: Client, at: datetime | None) -> str:
    """Day and hour of the session that a script is about: the next one, the last, the changed; "" for none.

    A fact that stays true however long the question waits, and whenever it comes again.
    """
    return texts(client.language).when(at, client.where) if at else ""


def past(turn: Turn, client: Client, since: datetime, until: datetime | None = None) -> bool:
    """Whether a coaching session has begun since then; ``until``: by that instant."""
    last = until or turn.now
    held = planning.sessions_of(turn, client, last)
    return any(not one.cancelled and since < one.starts <= last for one in held)
