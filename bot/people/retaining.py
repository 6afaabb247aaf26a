"""How long a client's words are kept: 180 days after an ending, 24 months without a word; told 30 days before."""

from datetime import datetime, timedelta

from bot import telegram
from bot.core.base import wall
from bot.i18n import N_, texts
from bot.people import roster
from bot.people.turn import REPLY, Turn, send
from bot.store import audit, erase, expiry, outbox, people
from bot.store.people import Client

ENDED, IDLE, BEFORE = timedelta(days=180), timedelta(days=730), timedelta(days=30)
"""After a stop or the last day; without a word or a tap; and so long before it is said."""


def night(turn: Turn) -> None:
    """Who is close to the end of the time is told once; who was told long enough ago is erased."""
    day = (turn.now - ENDED + BEFORE).date()
    for one in expiry.since(turn.tx, turn.now - ENDED + BEFORE, day, turn.now - IDLE + BEFORE):
        client = people.client(turn.tx, one.client_id)
        if client is None:
            continue
        if one.warned is None:
            _tell(turn, client, one.last)
        elif turn.now - one.warned >= BEFORE:
            _erase(turn, client, one.warned)


def _tell(turn: Turn, client: Client, last: datetime) -> None:
    """Said at noon of the next day, in nobody's night."""
    t, zone = texts(client.language), client.zone or "UTC"
    until = wall.local(turn.now + BEFORE, zone).date()
    text = t.t(
        "Nothing has come from you since {last}. On {day} all that is kept of you here is erased, unless you "
        "write or tap something before. /export gives it to you.",
        last=t.dated(wall.local(last, zone).date()),
        day=t.dated(until + timedelta(days=1)),
    )
    local = wall.local(turn.now, zone)
    at = turn.now + timedelta(hours=(12 - local.hour) % 24)
    params = telegram.message(client.id, text, (((t.t("Keep it"), "m:menu"),),), silent=True)
    key = f"expiry:{client.id}:{turn.now:%Y-%m-%d}"
    outbox.add(turn.tx, key, client.id, REPLY, "sendMessage", params, turn.now, not_before=at)
    audit.add(turn.tx, 0, expiry.WARNED, turn.now, client.id)


def _erase(turn: Turn, client: Client, warned: datetime) -> None:
    t, day = texts(client.language), wall.local(warned, client.zone or "UTC").date()
    roster.told(
        turn,
        client,
        N_("Nothing came from {name} for long; what they wrote here is erased, as they were told."),
    )
    erase.client(turn.tx, client.id, turn.now)
    text = t.t("What was kept of you here is erased, as was said around {day}.", day=t.dated(day))
    send(turn, client.id, text, silent=True)
