"""A day's grace before everything is erased: until then nothing is sent or shown, and it can be undone."""

from datetime import datetime, timedelta

from bot.people import reflecting
from bot.people.turn import Turn
from bot.store import pauses, people, reflections, response_writes
from bot.store.people import Client

LASTS = timedelta(days=1)

AT, STATE, UNTIL = "erases_at", "erases_state", "erases_until"
"""Where a client's wishes keep when all is erased, and how they stood before: state, and a pause's end."""


def at(client: Client) -> datetime | None:
    """When everything of a client is erased; None where nobody asked for it."""
    said = client.rhythm.get(AT)
    return datetime.fromisoformat(said) if said else None


def begin(turn: Turn, client: Client) -> datetime:
    """From here on nothing comes and nothing is shown to a coach; nobody is told. When all is erased."""
    ends = turn.now + LASTS
    until = client.paused_until.isoformat() if client.state == "paused" and client.paused_until else None
    for row in reflections.under_way(turn.tx, client.id):
        reflecting.put_away(turn, client, row, "stopped")
    if client.state != "stopped":
        pauses.stop(turn.tx, client.id, turn.now)
    response_writes.withhold(turn.tx, client.id)
    people.set_rhythm(turn.tx, client.id, **{AT: ends.isoformat(), STATE: client.state, UNTIL: until})
    people.touch(turn.tx, client.id, turn.now)
    return ends


def undo(turn: Turn, client: Client) -> Client:
    """Nothing is erased: what was shared is so again, and a pause or a stop of before goes on."""
    state, until = client.rhythm.get(STATE), client.rhythm.get(UNTIL)
    people.set_rhythm(turn.tx, client.id, **{AT: None, STATE: None, UNTIL: None})
    response_writes.release(turn.tx, client.id)
    ends = datetime.fromisoformat(until) if until else None
    if state != "stopped":
        pauses.resume(turn.tx, client.id, turn.now)
    if state == "paused" and (ends is None or ends > turn.now):
        pauses.begin(turn.tx, client.id, turn.now, ends)
    people.touch(turn.tx, client.id, turn.now)
    return people.must(people.client(turn.tx, client.id))
