"""Words that correct a reading which is shown back: with whom, and what else of it they change."""

from collections.abc import Iterator, Sequence

from bot.core.understand import amending, names
from bot.core.understand.session_line import Meeting
from bot.people import roster
from bot.people.coach import session_words
from bot.people.turn import Turn
from bot.store.people import Client, Coach

Corrected = tuple[Client, tuple[Meeting, ...]]
"""With whom, and when: each meaning as it would be shown back."""


def of_session(
    turn: Turn, coach: Coach, client: Client, was: Sequence[Meeting], words: str
) -> Corrected | None:
    """A coaching session as the words correct it; None where they change nothing that was shown.

    What they call wrong has to be what was shown, or something that a session has; else it is left out of it.
    """
    ways = list(_ways(turn, coach, client, was, words))
    return next((found for sure, found in ways if sure), ways[0][1] if ways else None)


def _ways(
    turn: Turn, coach: Coach, client: Client, was: Sequence[Meeting], words: str
) -> Iterator[tuple[bool, Corrected]]:
    for one in amending.amended(words) if was else ():
        whom, new = named(turn, coach, client, one.new)
        if not new and whom.id == client.id:
            continue
        found = session_words.altered(turn, coach, was, new) if new else tuple(was)
        if found:
            yield _was(turn, coach, client, was, one.old), (whom, found)


def _was(turn: Turn, coach: Coach, client: Client, was: Sequence[Meeting], old: str) -> bool:
    """Whether what the words call wrong is what was shown."""
    whom, rest = named(turn, coach, client, old)
    if not rest:
        return whom.id == client.id
    return any(one in session_words.altered(turn, coach, [one], rest) for one in was)


def named(turn: Turn, coach: Coach, client: Client, words: str) -> tuple[Client, str]:
    """Whom the words name, else who was meant before; and the words without the name."""
    mine = {one.id: one for one in roster.own(turn, coach)}
    for way in names.within(words, roster.known(mine.values())):
        if client.id in way.ids or len(way.ids) == 1:
            return (client if client.id in way.ids else mine[way.ids[0]]), way.rest
    return client, words
