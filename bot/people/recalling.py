"""Moments of a session: each side keeps up to three; they stand side by side once both have kept or left theirs."""

import re
from collections.abc import Callable
from datetime import timedelta
from functools import partial

from bot.core.base import wall
from bot.core.base.line import line
from bot.core.plan.recurrence import Session
from bot.i18n import Texts, texts
from bot.people import heeding, planning, roster
from bot.people.turn import DIGEST, Turn, send
from bot.store import moments, people, replies
from bot.store.moments import SessionMoments, Side
from bot.store.people import Client, Coach
from bot.telegram import escape

MOST, LONG = 3, 300
"""Moments of a side, and characters of one."""

LATELY = timedelta(days=14)
"""So long after a session its moments can be kept."""

LEFT = "none"
WORKS = line("A line for each moment, three at most.")


def session(turn: Turn, client: Client) -> Session | None:
    """The last session that has begun, where it is not too long ago."""
    met = (one for one in planning.sessions_of(turn, client, turn.now) if not one.cancelled)
    lately = [one for one in met if turn.now - LATELY <= one.starts <= turn.now]
    return max(lately, key=lambda one: one.starts, default=None)


def read(words: str) -> str | None:
    """Up to three lines, as they are kept; None where they are more, or longer."""
    lines = [re.sub(r"^[-•\d.)\s]+", "", one).strip() for one in words.splitlines()]
    found = [one for one in lines if one]
    return "\n".join(found) if 0 < len(found) <= MOST and all(len(one) <= LONG for one in found) else None


def known(turn: Turn, client: Client, met: Session) -> dict[Side, SessionMoments]:
    """What each side kept or left of it."""
    return moments.of_session(turn.tx, client.id, client.coach_id, met.key)


def keep(turn: Turn, client: Client, coach: Coach, key: str, side: Side, words: tuple[str, ...]) -> bool:
    """A side keeps or leaves its own; what follows for the other. False where it was done, or is too late."""
    met = session(turn, client)
    if met is None or met.key != key:
        return False
    if not moments.add(turn.tx, client.id, coach.id, met.key, met.starts, side, words, turn.now):
        return False
    both = known(turn, client, met)
    if len(both) == 2:
        _beside(turn, client, coach, met, both)
    elif words:
        _ask_other(turn, client, coach, met, side)
    return True


def _ask_other(turn: Turn, client: Client, coach: Coach, met: Session, side: Side) -> None:
    """The other side reads once that there are some, and none of them."""
    if side == "coach":
        return _give(turn, client, coach, met)
    t = texts(coach.language)
    name, day = escape(roster.called(turn, t, client)), _day(t, met, coach.zone)
    text = t.t(
        "{name} kept moments of your session on {day}. Yours, if you like? Then both show.",
        name=name,
        day=day,
    )
    rows = (((t.t("Keep mine"), f"k:moments:{client.id}"),),)
    return send(turn, coach.id, text, rows, lane=DIGEST, silent=True)


def _beside(turn: Turn, client: Client, coach: Coach, met: Session, both: dict[Side, SessionMoments]) -> None:
    """Both are done: each side reads what the other kept, if anything."""
    if both["client"].words:
        t = texts(coach.language)
        name = escape(roster.called(turn, t, client))
        text = for_coach(turn, client, t, both, _day(t, met, coach.zone), name)
        send(
            turn,
            coach.id,
            text,
            lane=DIGEST,
            protect=True,
            about=client.id,
            what="moments shown",
            silent=True,
        )
    if both["coach"].words:
        _give(turn, client, coach, met)


def _give(turn: Turn, client: Client, coach: Coach, met: Session) -> None:
    """The client reads it when it fits."""
    replies.add(
        turn.tx,
        "moments",
        client.id,
        coach.id,
        digest=None,
        words=met.key,
        now=turn.now,
        after=turn.now,
    )
    turn.about.add(client.id)


def for_client(turn: Turn, client: Client, key: str) -> str:
    """What a client reads of a session's moments: both sides once they are done, else that there are some."""
    both, t = moments.of_session(turn.tx, client.id, client.coach_id, key), texts(client.language)
    coach, theirs = escape(people.coach_name(turn.tx, client.coach_id)), both.get("coach")
    if theirs is None or not theirs.words:
        return ""
    day = t.day(wall.local(theirs.session_at, client.zone or "UTC").date())
    if "client" in both:
        return shown(t, both, day, coach, "client")
    return t.t(
        "{coach} kept moments of your session on {day}. /ourmoments asks for yours; then both show.",
        coach=coach,
        day=day,
    )


def for_coach(
    turn: Turn, client: Client, t: Texts, both: dict[Side, SessionMoments], day: str, name: str
) -> str:
    """What the coach reads of them; what may need a person is covered."""
    return shown(t, both, day, name, "coach", partial(heeding.covered, turn, client))


def shown(
    t: Texts,
    both: dict[Side, SessionMoments],
    day: str,
    other: str,
    side: Side,
    say: Callable[[str], str] = escape,
) -> str:
    """Both sides, one below the other, for one of them; ``other``: how the other side is called."""
    mine, theirs = both[side].words, both["client" if side == "coach" else "coach"].words
    lines, me = [t.t("Moments of your session on {day}", day=day)], t.t("You")
    lines += [f"<b>{me}</b>", *_listed(mine)] if mine else []
    lines += [f"<b>{other}</b>", *(f"• {say(one)}" for one in theirs)] if theirs else []
    return "\n".join(lines)


def _listed(words: tuple[str, ...]) -> list[str]:
    return [f"• {escape(one)}" for one in words]


def _day(t: Texts, met: Session, zone: str) -> str:
    return t.day(wall.local(met.starts, zone or "UTC").date())
