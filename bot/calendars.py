"""Calendar files (iCalendar): coaching sessions read from one, and written into one.

The libraries are loaded when the first file comes: most days of a bot see none.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from bot.core.base import wall
from bot.core.plan.recurrence import Change, Repeat, expand

if TYPE_CHECKING:
    from icalendar import Calendar

LARGEST = 200_000
"""Bytes of a file that is read."""

BACK, AHEAD, BOUNDED = timedelta(days=31), timedelta(days=366), timedelta(days=5 * 366)
"""What is read lies so far back and ahead; where a series ends by itself, further."""

SINGLES = 60
"""So many dates of an event whose rule is none of ours are taken one by one."""

EVENTS, DATES = 500, 20_000
"""So many events of a file are read, and so many dates worked out: about a second of a turn at most."""

_RARE = DATES // 4
"""What a rule of rare parts counts for: where it has no date at all, it is followed to the year 9999."""

_VIDEO = ("zoom.", "meet.google", "teams.microsoft", "teams.live", "webex", "whereby", "jitsi")


class TooMuch(ValueError):
    """A file of more events or dates than are read at once."""


@dataclass(frozen=True, slots=True)
class Met:
    """A coaching session, or a series, that is an event of a calendar. ``uid`` names the event."""

    uid: str
    repeat: Repeat
    mode: str = ""


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One event: what it is called and who is in it. ``off``: it was cancelled as a whole."""

    uid: str
    title: str
    people: tuple[str, ...]
    met: tuple[Met, ...] = ()
    off: bool = False
    off_on: tuple[
        datetime, ...
    ] = ()  # single dates of it that were cancelled, where nothing else of it is told


@dataclass(frozen=True, slots=True)
class Written:
    """A coaching session for a file: as ``Met``, with its title and the dates that it really has."""

    uid: str
    title: str
    repeat: Repeat


def is_calendar(name: str) -> bool:
    """Whether a file is one by its name."""
    return name.casefold().endswith((".ics", ".ical"))


# ---- read --------------------------------------------------------------------------------------


def read(content: str, zone: str, now: datetime) -> tuple[CalendarEvent, ...]:
    """The events of a file; what has no zone is on the clock of ``zone``.

    Raises TooMuch where there is more than is read at once, ValueError where it is no calendar.
    """
    from icalendar import Calendar

    try:
        calendar = Calendar.from_ical(content)
        found = _grouped(calendar)
        _refuse_many(found, zone, now)
        return tuple(_event(calendar, uid, parts, zone, now) for uid, parts in found.items())
    except TooMuch:
        raise
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError) as fault:
        raise ValueError("the file is no calendar that can be read") from fault


def _grouped(calendar: "Calendar") -> dict[str, list[Any]]:
    """The events by their uid; whole days are no coaching sessions."""
    found: dict[str, list[Any]] = defaultdict(list)
    parts: list[Any] = list(calendar.walk("VEVENT"))
    for part in parts:
        uid = str(part.get("UID", ""))
        if uid and isinstance(part.get("DTSTART") and part["DTSTART"].dt, datetime):
            _refuse_endless(part)
            found[uid].append(part)
    return found


def _refuse_endless(part: Any) -> None:
    """Raises ValueError on a rule of more than one date a day: worked out, it would be millions."""
    rule = part.get("RRULE") or {}
    if isinstance(rule, list) or "EXRULE" in part:
        raise ValueError("more than one rule")
    often = str((rule.get("FREQ") or [""])[0]).upper() in ("SECONDLY", "MINUTELY", "HOURLY")
    several = any(len(rule.get(name) or ()) > 1 for name in ("BYHOUR", "BYMINUTE", "BYSECOND"))
    if often or several or int((rule.get("INTERVAL") or [1])[0]) < 1:
        raise ValueError("a rule of more than one date a day")


def _refuse_many(found: Mapping[str, Sequence[Any]], zone: str, now: datetime) -> None:
    """Raises TooMuch before anything is worked out: a turn holds everybody up as long as it lasts."""
    parts = [one for them in found.values() for one in them]
    if len(parts) > EVENTS or sum(_weight(one, zone, now) for one in parts) > DATES:
        raise TooMuch("more events or dates than are read at once")


def _weight(part: Any, zone: str, now: datetime) -> float:
    """About how many dates an event has to be followed through, by its rule and one by one."""
    rule = part.get("RRULE") or {}
    singles = sum(_length(part.get(name)) for name in ("RDATE", "EXDATE"))
    if not rule:
        return 1 + singles
    ends = [
        now + _span(rule),
        *(_instant(one, zone) for one in rule.get("UNTIL", ()) if isinstance(one, datetime)),
    ]
    days = max(0, (min(ends) - _instant(part["DTSTART"].dt, zone)).days)
    most = min([days * _a_day(rule), *map(int, rule.get("COUNT", ()))])
    return singles + 1 + most + (0 if _is_plain(rule) else _RARE)


def _length(listed: Any) -> int:
    return sum(len(one.dts) for one in (listed if isinstance(listed, list) else [listed] if listed else []))


def _span(rule: Any) -> timedelta:
    return BOUNDED if any(name in rule for name in ("UNTIL", "COUNT")) else AHEAD


def _a_day(rule: Any) -> float:
    """How many dates a day a rule has at most, one and fewer."""
    each = max(1, len(rule.get("BYDAY", ())), len(rule.get("BYMONTHDAY", ())))
    every = max(1, int((rule.get("INTERVAL") or [1])[0]))
    often = {"WEEKLY": each / 7, "MONTHLY": each * 5 / 31}
    return min(1.0, often.get(str((rule.get("FREQ") or [""])[0]).upper(), 1.0)) / every


def _is_plain(rule: Any) -> bool:
    """Whether a rule surely has dates, and soon, by the parts that it is made of."""
    parts = {name: rule[name] for name in rule if name.startswith("BY") and rule[name]}
    once = int((rule.get("INTERVAL") or [1])[0]) == 1
    places = [int(re.sub(r"[A-Za-z]+$", "", str(one)) or 1) for one in parts.get("BYDAY", ())]
    ordinary = all(abs(one) <= 4 for one in (*places, *map(int, parts.get("BYSETPOS", ()))))
    early = any(abs(int(one)) <= 28 for one in parts.get("BYMONTHDAY", ()))
    named = frozenset(parts) - {"BYHOUR", "BYMINUTE", "BYSECOND"}
    match str((rule.get("FREQ") or [""])[0]).upper():
        case "DAILY":
            return not named or (named == {"BYDAY"} and once)
        case "WEEKLY":
            return named <= {"BYDAY"}
        case "MONTHLY" if named <= {"BYDAY", "BYSETPOS"}:
            return ordinary and ("BYDAY" in named or not named)
        case "MONTHLY" if named == {"BYMONTHDAY"}:
            return early or once
        case "MONTHLY":
            return named == {"BYMONTHDAY", "BYSETPOS"} and early and _ends(parts["BYSETPOS"])
        case _:
            return (
                not named
                or (named == {"BYMONTH", "BYMONTHDAY"} and early)
                or (named == {"BYMONTH", "BYDAY"} and ordinary)
            )


def _ends(places: Sequence[Any]) -> bool:
    return all(abs(int(one)) == 1 for one in places)


def _event(calendar: "Calendar", uid: str, parts: list[Any], zone: str, now: datetime) -> CalendarEvent:
    main = next((one for one in parts if "RECURRENCE-ID" not in one), None)
    first = main or parts[0]
    title, people = str(first.get("SUMMARY", "")), tuple(_people(first))
    cancels = str(calendar.get("METHOD", "")).upper() == "CANCEL"
    if main is not None and (cancels or _is_off(main)):
        return CalendarEvent(uid, title, people, off=True)
    if main is None:
        off = tuple(_instant(one["RECURRENCE-ID"].dt, zone) for one in parts if cancels or _is_off(one))
        return CalendarEvent(uid, title, people, off_on=off)
    return CalendarEvent(uid, title, people, _met(parts, uid, main, zone, now))


def _people(part: Any) -> Iterator[str]:
    """The names of who is in an event."""
    told = part.get("ATTENDEE", [])
    for one in told if isinstance(told, list) else [told]:
        yield str(one.params.get("CN", "")) or str(one).removeprefix("mailto:").partition("@")[0]


def _is_off(part: Any) -> bool:
    return str(part.get("STATUS", "")).upper() == "CANCELLED"


def _instant(at: datetime, zone: str) -> datetime:
    return at.astimezone(UTC) if at.tzinfo else wall.instant(at, zone)


def _met(parts: Sequence[Any], uid: str, main: Any, zone: str, now: datetime) -> tuple[Met, ...]:
    """The event as one series or single session of ours; where its rule is none of ours, date by date."""
    start = main["DTSTART"].dt
    key = getattr(start.tzinfo, "key", "")
    its_zone = key if key and key != "UTC" and _known(key) else zone
    local = wall.local(_instant(start, zone), its_zone)
    minutes = max(1, min(24 * 60, int((main.end - main.start).total_seconds() // 60) or 60))
    base = Repeat(0, local, its_zone, minutes=minutes)
    rule = main.get("RRULE", {})
    bounded, until = _span(rule) == BOUNDED, now + _span(rule)
    there = dict(_dates(parts, zone, its_zone, now - BOUNDED, until))
    ways = [_fitted(one, there, until, bounded, now) for one in _candidates(base, main.get("RRULE"))]
    best = min(ways, key=lambda one: len(one.changes), default=None)
    mode = _mode(main)
    if best is not None and len(best.changes) * 3 <= max(len(there), 3):
        return (Met(uid, best, mode),)
    lately = [(on, at) for on, at in sorted(there.items()) if at > now - BACK]
    return tuple(
        Met(f"{uid}#{on}", replace(base, starts=wall.local(at, its_zone)), mode)
        for on, at in lately[:SINGLES]
    )


def _known(zone: str) -> bool:
    try:
        wall.zone_of(zone)
    except wall.UnknownZone:
        return False
    return True


def _dates(
    parts: Sequence[Any], zone: str, its_zone: str, since: datetime, until: datetime
) -> Iterator[tuple[date, datetime]]:
    """Each date of an event by its rule, and when it really begins: out of its own parts alone."""
    import recurring_ical_events
    from icalendar import Calendar

    own = Calendar()
    for part in parts:
        own.add_component(part)
    for one in recurring_ical_events.of(own).between(since, until):
        if not _is_off(one):
            by_rule = one["RECURRENCE-ID"].dt if "RECURRENCE-ID" in one else one.start
            on = _instant(by_rule, zone) if isinstance(by_rule, datetime) else _instant(one.start, zone)
            yield wall.local(on, its_zone).date(), _instant(one.start, zone)


def _candidates(base: Repeat, rule: Any) -> Iterator[Repeat]:
    """What of ours a rule may be."""
    if not rule:
        yield base
        return
    every = int((rule.get("INTERVAL") or [1])[0])
    match str((rule.get("FREQ") or [""])[0]).upper():
        case "WEEKLY" if every <= 9:
            yield replace(base, weeks=every)
        case "DAILY" if every % 7 == 0 and every <= 63:
            yield replace(base, weeks=every // 7)
        case "MONTHLY" if every <= 9:
            yield replace(base, months=every, by="day")
            yield replace(base, months=every, by="weekday")
            yield replace(base, months=every, by="last")


def _fitted(
    one: Repeat, there: dict[date, datetime], until: datetime, bounded: bool, now: datetime
) -> Repeat:
    """One of ours with the dates that the calendar has: moved, left out, and an end where the rule has one."""
    last = max(there, default=one.starts.date())
    one = replace(one, until=last) if bounded and one.repeats else one
    changes = []
    ours = {
        date.fromisoformat(each.key.partition(":")[2]): each for each in expand(one, min(last, until.date()))
    }
    for on, each in ours.items():
        at = there.get(on)
        if at is None:
            changes.append(Change(on, None, now))
        elif at != each.starts:
            changes.append(Change(on, wall.local(at, one.zone), now))
    # a date of the calendar's that ours has not cannot be told by a change: it counts against this way
    strange = [Change(on, None, now) for on in there if on not in ours]
    return replace(one, changes=(*changes, *strange))


def _mode(part: Any) -> str:
    """How people meet, where the place of the event tells it."""
    place = f"{part.get('LOCATION', '')} {part.get('URL', '')} {part.get('DESCRIPTION', '')}".casefold()
    if any(sign in place for sign in _VIDEO):
        return "video"
    return "phone" if "tel:" in place else ""


# ---- written -----------------------------------------------------------------------------------


def write(them: Iterable[Written], now: datetime) -> bytes:
    """A file with these coaching sessions, for any calendar."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Interlude//Coaching sessions//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for one in them:
        for part in _parts(one, now):
            calendar.add_component(part)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _parts(one: Written, now: datetime) -> Iterator[Any]:
    """The event, and one for each date of it that was moved."""
    repeat, zone = one.repeat, wall.zone_of(one.repeat.zone)
    main = _part(one, repeat.starts.replace(tzinfo=zone), now)
    off = [each for each in repeat.changes if each.to is None]
    if repeat.repeats:
        main.add("rrule", _rule(repeat))
        for each in off:
            main.add("exdate", datetime.combine(each.on, repeat.starts.time(), zone))
    moved = [each for each in repeat.changes if each.to is not None]
    if not repeat.repeats and moved:
        main = _part(one, _on(moved[0], zone), now)
        moved = []
    if not repeat.repeats and off:
        main.add("status", "CANCELLED")
    yield main
    for each in moved:
        part = _part(one, _on(each, zone), now)
        part.add("recurrence-id", datetime.combine(each.on, repeat.starts.time(), zone))
        yield part


def _on(change: Change, zone: Any) -> datetime:
    if change.to is None:
        raise ValueError("a date that was cancelled is not moved")
    return change.to.replace(tzinfo=zone)


def _part(one: Written, starts: datetime, now: datetime) -> Any:
    from icalendar import Event

    part = Event()
    part.add("uid", one.uid)
    part.add("summary", one.title)
    part.add("dtstamp", now)
    part.add("dtstart", starts)
    part.add("dtend", starts + timedelta(minutes=one.repeat.minutes))
    return part


def _rule(repeat: Repeat) -> dict[str, Any]:
    """How often it comes again, in the words of calendars."""
    until = {}
    if repeat.until:
        last = datetime.combine(repeat.until, repeat.starts.time())
        until = {"until": wall.instant(last, repeat.zone)}
    if repeat.weeks:
        return {"freq": "weekly", "interval": repeat.weeks, **until}
    first = repeat.starts.date()
    if repeat.by in ("weekday", "last"):
        place = 5 if repeat.by == "last" else (first.day - 1) // 7 + 1
        day = f"{-1 if place == 5 else place}{('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')[first.weekday()]}"
        return {"freq": "monthly", "interval": repeat.months, "byday": day, **until}
    days = {"bymonthday": first.day}
    if first.day > 28:  # the last of a month that is shorter
        days = {"bymonthday": list(range(28, first.day + 1)), "bysetpos": -1}  # type: ignore[dict-item]
    return {"freq": "monthly", "interval": repeat.months, **days, **until}
