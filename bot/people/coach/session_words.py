"""What a coach's words say of a coaching session: its day and hour, how often, for how long, how people meet."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.core.base import wall
from bot.core.plan.recurrence import Repeat, parse_session
from bot.core.understand import bookable
from bot.core.understand.desk import days
from bot.core.understand.session_line import Meeting, Repeats
from bot.core.understand.session_line import altered as altered_in
from bot.core.understand.session_line import meeting as meeting_in
from bot.people.turn import Turn
from bot.store.people import Coach

BY = re.compile(r" by (video|phone|room)$")
"""How people meet, behind the form that ``parse_session`` reads."""

AND = "; "
"""Between several of that form: one coaching session on each of several days of a week."""


def fits(turn: Turn, coach: Coach, words: str) -> bool:
    """Whether words may be a coaching session's day and hour."""
    return bool(meant(turn, coach, words))


def plainly(turn: Turn, coach: Coach, words: str) -> bool:
    """Whether words are a day and hour and nothing else."""
    return bool(_plainly(turn, coach, words))


def dated(turn: Turn, coach: Coach, words: str) -> bool:
    """Whether words say a day and an hour by themselves, and correct nothing."""
    today = wall.local(turn.now, coach.zone).date()
    correct = re.match(r"\W*(?:no|nope|nein|nicht|not|لا)(?!\w)", words.casefold())
    return not correct and fits(turn, coach, words) and bool(days(words, today, coach.language))


_CALL = re.compile(r"(?:please |bitte )?(?:call|ring|phone|ruf\w*|anrufen|llama\w*|اتصل\w*)(?: an)?$")
"""Somebody is to be called: no session by phone."""


def begun(turn: Turn, coach: Coach, words: str) -> bool:
    """Whether words are a part of it: a day without an hour, or how often without a day."""
    return (
        bool(words)
        and not _CALL.match(words.casefold())
        and not fits(turn, coach, words)
        and bool(
            _plainly(turn, coach, f"{words} 15:00") or _plainly(turn, coach, f"2026-12-01 15:00 {words}")
        )
    )


def exact(turn: Turn, coach: Coach, words: str) -> Repeat | None:
    """What words in the form of docs/time.md say, where it lies ahead; what is over is said back first."""
    said = as_said(coach, words)
    return said if said and wall.instant(said.starts, said.zone) > turn.now else None


def as_said(coach: Coach, words: str) -> Repeat | None:
    """What words in that form say, past or ahead; None where they are in no such form."""
    try:
        return parse_session(BY.sub("", words), coach.zone)
    except ValueError:
        return None


def each_said(coach: Coach, words: str) -> tuple[Repeat, ...]:
    """All of them, where every one can be read."""
    found = [as_said(coach, one) for one in words.split(AND)]
    return tuple(one for one in found if one is not None) if None not in found else ()


def meant(turn: Turn, coach: Coach, words: str) -> tuple[Meeting, ...]:
    """What words may mean as a coaching session; several where they can be read in several ways."""
    found = _plainly(turn, coach, words)
    plain = "" if found else bookable.sentence(words)
    return _plainly(turn, coach, plain) if plain else found


def _plainly(turn: Turn, coach: Coach, words: str) -> tuple[Meeting, ...]:
    """The same of words that are nothing else."""
    now = wall.local(turn.now, coach.zone).replace(tzinfo=None, microsecond=0)
    return meeting_in(words, now, coach.language).options


def as_meeting(coach: Coach, text: str) -> Meeting | None:
    """What ``as_text`` wrote, read again; None where it is no such text."""
    each = each_said(coach, text)
    if not each:
        return None
    first, by = each[0], BY.search(text.split(AND)[0])
    return Meeting(
        first.starts,
        first.minutes if " minutes" in text else None,
        Repeats(first.weeks, first.months, first.by) if first.repeats or " once" in text else None,
        first.until,
        tuple(change.on for change in first.changes),
        by[1] if by else "",
        tuple(one.starts for one in each[1:]),
    )


def altered(turn: Turn, coach: Coach, was: Sequence[Meeting], words: str) -> tuple[Meeting, ...]:
    """What was shown, with the one thing changed that the words say; of several, the one that they point at."""
    now = wall.local(turn.now, coach.zone).replace(tzinfo=None, microsecond=0)
    found = dict.fromkeys(new for one in was for new in altered_in(words, one, now, coach.language).options)
    meant = [one for one in found if one in was] if len(was) > 1 else []
    return tuple(meant or found)


def as_text(one: Meeting) -> str:
    """A coaching session in the form that ``parse_session`` reads; on several days, one behind another."""
    if one.more:
        return AND.join(as_text(replace(one, starts=at, more=())) for at in (one.starts, *one.more))
    parts = [f"{one.starts:%Y-%m-%d %H:%M}"]
    if one.repeats is not None:
        parts.append(_every(one.repeats))
    if one.minutes is not None:
        parts.append(f"{one.minutes} minutes")
    if one.until is not None:
        parts.append(f"until {one.until}")
    if one.off:
        parts.append("not " + " ".join(map(str, one.off)))
    if one.mode:
        parts.append(f"by {one.mode}")
    return " ".join(parts)


def _every(one: Repeats) -> str:
    if one.months:
        return f"every {one.months} months by {one.by or 'day'}"
    return f"every {one.weeks} weeks" if one.weeks else "once"
