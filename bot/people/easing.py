"""A rough day: with its script three lighter days begin, in which nothing comes by itself; a tap ends them.

A script is one by its tag. What its reader wrote in it is not looked at.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

from bot.core.plan.facts import Pause
from bot.i18n import texts
from bot.people import comforts, dated
from bot.people.turn import Rows, Turn, send
from bot.store import people
from bot.store.people import Client

LASTS = timedelta(days=3)
"""As the plan's own setting has it (docs/evidence.md)."""

TAG = "rough_day"


def begin(turn: Turn, client: Client, tags: Collection[str]) -> None:
    """Where the script that begins is one for a rough day: own lines of what helps, and three days of rest."""
    if TAG not in tags:
        return None
    t = texts(client.language)
    own = comforts.quoted(turn, t, client)
    if client.state != "active":
        return send(turn, client.id, own, silent=True) if own else None
    ends = turn.now + LASTS
    people.set_rhythm(turn.tx, client.id, rough_until=ends.isoformat())
    people.touch(turn.tx, client.id, turn.now)
    text = t.t(
        "No new question comes by itself until {when}; /now has one, whenever you like.",
        when=dated.shown(t, ends, client.where),
    )
    rows: Rows = (((t.t("Let them come as before"), "m:asbefore"),),)
    return send(turn, client.id, "\n\n".join(filter(None, (own, text))), rows, silent=True)


def end(turn: Turn, client: Client, value: str = "") -> None:
    """The client's tap: questions come as before."""
    t = texts(client.language)
    people.set_rhythm(turn.tx, client.id, rough_until=None)
    people.touch(turn.tx, client.id, turn.now)
    send(turn, client.id, t.t("Questions come as before."))


def pause(turn: Turn, client: Client) -> tuple[Pause, ...]:
    """The lighter days as the plan reads them; () where there are none, or they are over."""
    said = client.rhythm.get("rough_until")
    ends = datetime.fromisoformat(said) if said else None
    return (Pause(ends - LASTS, ends, rough=True),) if ends is not None and ends > turn.now else ()
