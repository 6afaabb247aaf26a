"""The card of goals as both read it: read from lines, shown with its version, told where it differs."""

import re

from bot.core.base.line import Line, line
from bot.i18n import Texts
from bot.people import planning
from bot.people.turn import Turn
from bot.store import goals, handovers
from bot.store.goals import Goal, GoalsVersion
from bot.store.people import Client
from bot.telegram import escape

MOST, LONG, EVERY = 3, 300, 4
"""Goals of a card, letters of a line, and after so many coaching sessions it is looked at again."""

WORKS = line("A line for each goal, three at most, with how you work on it behind a dash.")


def read(words: str, bare: bool = False) -> tuple[Goal, ...]:
    """A line for each goal: the goal, a dash, how it is worked on; () where a line is anything else.

    ``bare``: the goal alone is one too; how can be left open.
    """
    lines = [one.strip() for one in words.splitlines() if one.strip()]
    found = []
    for one in lines:
        parts = re.split(r"\s+[-–—|]\s+|\s*[–—|]\s*", re.sub(r"^\d[.)]\s*", "", one), maxsplit=1)
        if bare and len(parts) == 1:
            parts.append("-")
        if len(parts) != 2 or not all(part.strip() for part in parts) or len(one) > LONG:
            return ()
        found.append((parts[0].strip(), parts[1].strip().strip("-")))
    return tuple(found) if len(found) <= MOST else ()


def listed(t: Texts, found: tuple[Goal, ...]) -> str:
    """The goals, each with how it is worked on."""
    return "\n".join(
        t.t("{number}. {goal}\nHow: {way}", number=place, goal=escape(goal), way=escape(way))
        if way
        else f"{place}. {escape(goal)}"
        for place, (goal, way) in enumerate(found, 1)
    )


def card(turn: Turn, t: Texts, client: Client, one: GoalsVersion, coach: str, name: str) -> str:
    """The card with its version and who confirmed it; ``name``: how its reader calls the client."""
    if one.agreed:
        stands = t.t("Version {n}, agreed by both.", n=one.version)
    elif _before_coach(turn, client, one):
        stands = t.t("Version {n}, from the time with the coach before; not agreed by both.", n=one.version)
    elif one.client_at is None:
        stands = t.t(
            "Version {n}, by {coach}; {name} has not confirmed it.", n=one.version, coach=coach, name=name
        )
    else:
        stands = t.t(
            "Version {n}, by {name}; {coach} has not confirmed it.", n=one.version, coach=coach, name=name
        )
    lines = [listed(t, one.goals), stands]
    if one.agreed and planning.session_number(turn, client) - one.session >= EVERY:
        lines.append(t.t("{n} sessions have passed since; it can be looked at again.", n=EVERY))
    return "\n".join(lines)


def _before_coach(turn: Turn, client: Client, one: GoalsVersion) -> bool:
    """Whether a version was written before the client came to the coach they are with."""
    since = handovers.since(turn.tx, client.id)
    return since is not None and one.made_at < since


def _before(turn: Turn, client: Client, one: GoalsVersion) -> list[GoalsVersion]:
    """The versions before one, with the same coach."""
    found = goals.of_client(turn.tx, client.id)
    return [each for each in found if each.coach_id == one.coach_id and each.version < one.version]


def told(turn: Turn, client: Client) -> Line | None:
    """The line of a digest: a version that is not confirmed, or one that is four sessions old; None for neither."""
    one = goals.latest(turn.tx, client.id, client.coach_id)
    if one is None:
        return None
    if one.client_at is None:
        return line("Goals: version {n} is not confirmed by the client yet.", n=one.version)
    if one.coach_at is None and _before_coach(turn, client, one):
        return line("Goals: version {n} is from before you. /goals shows it, to confirm.", n=one.version)
    if one.coach_at is None and any(each.coach_at for each in _before(turn, client, one)):
        return line(
            "Goals: the client wrote version {n}, which differs from yours. /goals shows both.", n=one.version
        )
    if one.coach_at is None:
        return line("Goals: the client wrote version {n}. /goals shows it, to confirm.", n=one.version)
    if planning.session_number(turn, client) - one.session >= EVERY:
        return line("Goals: last confirmed by both {n} sessions ago or more.", n=EVERY)
    return None
