"""How long a client's words are kept: 180 days after an ending, 24 months without a word; told 30 days before."""

from datetime import datetime, timedelta

from bot import telegram
from bot.core.base import wall
from bot.i18n import N_, texts
from bot.people import roster
from bot.people.turn import REPLY, Turn, fresh_key, tell_admins
from bot.store import audit, erase, expiry, outbox, people
from bot.store.db import Tx
from bot.store.expiry import Expiring
from bot.store.people import Client

ENDED, IDLE, BEFORE = timedelta(days=180), timedelta(days=730), timedelta(days=30)
"""After a stop or the last day; without a word or a tap; and so long before it is said."""

AGAIN = timedelta(days=7)
"""So long after Telegram would not take it from a chat that can be reached, it is said again."""


def close(tx: Tx, now: datetime) -> tuple[Expiring, ...]:
    """Who is close to the end of the time."""
    day = (now - ENDED + BEFORE).date()
    return tuple(expiry.since(tx, now - ENDED + BEFORE, day, now - IDLE + BEFORE))


def look(turn: Turn, one: Expiring) -> None:
    """One of them is told once, and erased where that reached them long enough ago."""
    client = people.client(turn.tx, one.client_id)
    if client is None:
        return
    told = one.told or _arrived(turn, client, one.warned)
    if told is None:
        _untold(turn, client, one)
    elif turn.now - told >= BEFORE:
        _erase(turn, client, told)


def _arrived(turn: Turn, client: Client, warned: datetime | None) -> datetime | None:
    """When Telegram took what was to be said; from then the days before an erase are counted."""
    at = warned and outbox.arrived(turn.tx, _key(client, warned))
    if at is not None:
        audit.add(turn.tx, 0, expiry.TOLD, at, client.id)
    return at


def _untold(turn: Turn, client: Client, one: Expiring) -> None:
    """Who was not told is not erased: it is said as soon as it can be, and till then their coach knows."""
    fate = None if one.warned is None else outbox.fate(turn.tx, _key(client, one.warned))[0]
    if fate in (outbox.WAITING, outbox.SENDING):
        return
    if (client.away or fate is not None) and one.held is None:
        _held_back(turn, client)
    if not client.away and (fate == outbox.BLOCKED or one.warned is None or turn.now - one.warned >= AGAIN):
        _tell(turn, client, one.last)


def _held_back(turn: Turn, client: Client) -> None:
    """The coach reads once that the words stay; where there is none who reads, the admins do, without a name."""
    coach = people.coach(turn.tx, client.coach_id)
    if coach is not None and coach.state == "active":
        roster.told(
            turn,
            client,
            N_(
                "Nothing has come from {name} for long. The bot cannot tell them that what they wrote here "
                "would be erased by its age, so it stays."
            ),
        )
    else:
        text = (
            f"Nothing has come from client {client.id} for long, and the bot cannot tell them that what they wrote "
            "here would be erased by its age. So it stays."
        )
        tell_admins(turn, text, f"held:{client.id}:{turn.now:%Y-%m-%d}")
    audit.add(turn.tx, 0, expiry.HELD, turn.now, client.id)


def _key(client: Client, warned: datetime) -> str:
    return f"expiry:{client.id}:{warned:%Y-%m-%d}"


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
    params = telegram.message(client.id, text, (((t.t("Keep it"), "m:menu"),),), silent=True)
    outbox.add(
        turn.tx,
        _key(client, turn.now),
        client.id,
        REPLY,
        "sendMessage",
        params,
        turn.now,
        not_before=_noon(turn, zone),
    )
    audit.add(turn.tx, 0, expiry.WARNED, turn.now, client.id)


def _erase(turn: Turn, client: Client, told: datetime) -> None:
    t, zone = texts(client.language), client.zone or "UTC"
    day = wall.local(told, zone).date()
    roster.told(
        turn,
        client,
        N_("Nothing came from {name} for long; what they wrote here is erased, as they were told."),
    )
    erase.client(turn.tx, client.id, turn.now)
    text = t.t("What was kept of you here is erased, as was said around {day}.", day=t.dated(day))
    params = telegram.message(client.id, text, silent=True)
    key = fresh_key(turn)
    outbox.add(turn.tx, key, client.id, REPLY, "sendMessage", params, turn.now, not_before=_noon(turn, zone))


def _noon(turn: Turn, zone: str) -> datetime:
    """The next noon hour on their clock: in nobody's night."""
    return turn.now + timedelta(hours=(12 - wall.local(turn.now, zone).hour) % 24)
