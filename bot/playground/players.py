"""Who is in the playground: each person with a chat, what they are to the bot, and on which clock they live."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from bot.config import Config
from bot.simulator import Chat
from bot.store import people
from bot.store.db import Tx

SOON = 21
"""For so many days ahead a change of somebody's clock is shown."""


@dataclass(frozen=True, slots=True)
class Player:
    """One of them. ``role``: in words; ``kind``: admin, coach, client or new; ``zone``: UTC where none is known."""

    chat: int
    name: str
    role: str
    kind: str
    zone: str
    blocked: bool
    change: str = ""


def players(tx: Tx, chats: Iterable[Chat], config: Config, now: datetime) -> tuple[Player, ...]:
    """Everybody with a chat, in the order in which they came."""
    return tuple(_player(tx, chat, config, now) for chat in chats if chat.person is not None)


def _player(tx: Tx, chat: Chat, config: Config, now: datetime) -> Player:
    name = chat.person.first_name if chat.person else chat.title
    kind, role, zone = _known(tx, chat.id, config)
    return Player(chat.id, name, role, kind, zone or "UTC", chat.blocked, clock_change(zone or "UTC", now))


def _known(tx: Tx, chat: int, config: Config) -> tuple[str, str, str]:
    client, coach = people.client(tx, chat), people.coach(tx, chat)
    if client is not None:
        with_whom = people.coach_name(tx, client.coach_id)
        state = "" if client.state == "active" else f", {client.state}"
        return "client", f"client of {with_whom}{state}", client.zone
    if coach is not None:
        state = "" if coach.state == "active" else f", {coach.state}"
        return "coach", f"coach{state}", coach.zone
    return ("admin", "admin", "") if chat in config.people.admins else ("new", "not known to the bot", "")


def clock_change(zone: str, now: datetime) -> str:
    """The day within three weeks on which clocks of a zone are set, and which way; "" if none is."""
    here = ZoneInfo(zone)
    days = [(now + timedelta(days=n)).astimezone(here) for n in range(SOON + 1)]
    for before, after in pairwise(days):
        was, is_ = before.utcoffset(), after.utcoffset()
        if was is not None and is_ is not None and was != is_:
            way = "forward" if is_ > was else "back"
            return f"Clocks go {way} on {after:%a} {after.day} {after:%b}."
    return ""
