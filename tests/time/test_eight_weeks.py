"""Eight weeks for a hundred clients: every hour the plan is made anew, and everything still holds."""

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from zlib import crc32

from someone import EVERY, ZONES, utc

from bot.core.facts import Begun, BegunState, Facts, Mark, Pause
from bot.core.rhythm import parse_rhythm
from bot.core.schedule import late, plan, reconcile
from bot.core.sessions import expand, number, parse_session

START = utc("2026-09-28T00:00")  # over the end of summer time in Europe and America
WEEKS = 8
RHYTHMS = ("mon,thu 19:00", "weekdays 12:30", "tue 7:30; sat 10:00", "daily 20:55", "wed 12:30,19:00")


def chance(n: int, what: object, of: int) -> int:
    """A number from 0 up to ``of``, always the same for the same client and thing."""
    return crc32(f"{n}:{what}".encode()) % of


def someone(n: int) -> Facts:
    """One of a hundred: zone, rhythm, sessions, marks and pauses differ."""
    zone = ZONES[chance(n, "zone", len(ZONES))]
    hour, weeks = 9 + chance(n, "hour", 9), ("weekly", "fortnightly", "every 3 weeks")[chance(n, "weeks", 3)]
    repeat = parse_session(f"2026-09-{15 + chance(n, 'day', 14):02} {hour}:00 {weeks}", zone)
    pause = START + timedelta(days=chance(n, "pause", 200))
    return Facts(
        zone,
        parse_rhythm(RHYTHMS[chance(n, "rhythm", len(RHYTHMS))]),
        START,
        changed=START,
        sessions=number(expand(repeat, START.date() + timedelta(weeks=26)), chance(n, "held", 9)),
        marks=(Mark(n, START + timedelta(days=chance(n, "mark", 60))),),
        pauses=(Pause(pause, pause + timedelta(days=9)),),
        offers=EVERY,
        seed=n + 1,
    )


def answer(n: int, occasion: str) -> BegunState:
    """Some clients answer nearly always, some hardly ever."""
    return "answered" if chance(n, occasion, 10) < chance(n, "habit", 11) else "unanswered"


def live(n: int) -> tuple[Facts, Counter[str]]:
    """Eight weeks of one client, a look every six hours, with an outage of a day and a half now and then."""
    facts, rows, kinds = someone(n), dict[str, tuple[datetime, str]](), Counter[str]()
    for step in range(WEEKS * 7 * 4 + 1):
        now = START + timedelta(hours=6 * step)
        if chance(n, f"outage {step // 6}", 12) == 0:
            continue
        due = sorted((at, occasion, kind) for occasion, (at, kind) in rows.items() if at <= now)
        for at, occasion, kind in due:
            # The sender looks every few seconds when it runs: it is late only after an outage.
            sent = at if now - at <= timedelta(hours=6) else now
            why = late(kind, at, sent, facts)  # type: ignore[arg-type]
            state: BegunState = "dropped" if why else answer(n, occasion)
            facts = replace(facts, begun=(*facts.begun, Begun(occasion, sent, "", state)))
            if state == "answered":
                facts = replace(facts, heard=sent + timedelta(minutes=9))
            kinds[why.reason if why else "sent"] += 1
            del rows[occasion]
        facts = replace(facts, changed=now)
        changes = reconcile(
            plan(facts, now, now + timedelta(days=3)), {o: at for o, (at, _) in rows.items()}, now
        )
        for occasion in changes.remove:
            del rows[occasion]
        rows |= {p.occasion: (p.at, p.kind) for p in (*changes.add, *changes.move)}
    return facts, kinds
