"""Clients as facts, for the tests of time: one ordinary client, and any client (hypothesis)."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import available_timezones

from hypothesis import strategies as st

from bot.core.base.line import line
from bot.core.base.wall import Quiet, local
from bot.core.plan.facts import Begun, Facts, Given, Mark, Offer, Pause
from bot.core.plan.recurrence import Change, Repeat, Session, expand, number, parse_session
from bot.core.plan.rhythm import Rhythm, Slot, parse_rhythm
from bot.core.script.script import When
from bot.render.plan_text import SHIPPED

CHECK = Offer("alliance-pulse", When("sessions", numbers=(3, 5), every=4))
MARKED = Offer("integration", When("mark", days=(3, 14, 42)))
LATER = Offer("follow-up", When("ending", days=(28, 84)))
LAST = Offer("ending-well", When("last", count=3))
MOVED = Offer("session-moved", When("moved"))
ALL = (*SHIPPED, CHECK, MARKED, LATER, LAST, MOVED)
EVERY = (
    *ALL,
    Offer("goals", When("sessions", numbers=(4, 8), every=4)),
    Offer("ending-thanks", When("last", count=2)),
    Offer("values", When("weekly"), intensity=3),
    Offer("gratitude", When("weekly")),
    Offer("thanks-later", When("mark", days=(14,)), mark="thanks"),
    Offer("two-days-before", When("before", hours=48)),
    Offer("spark", When("demand")),
    Offer("sunday", When("weekly", weekday=6, part="evening")),
    Offer("weekly-morning", When("weekly", part="morning")),
    Offer("third-day", When("every", every=3, part="evening")),
    Offer("fortnight", When("every", every=14)),
    Offer("welcome", When("once", days=(3,))),
)


def utc(text: str) -> datetime:
    """An instant as "2026-10-20T15:00"."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def meetings(*texts: str, zone: str = "Europe/Berlin", held: int = 9) -> tuple[Session, ...]:
    """Coaching sessions as on the command line, to the end of 2027."""
    last = datetime(2027, 12, 31, tzinfo=UTC).date()
    repeats = [parse_session(text, zone, n) for n, text in enumerate(texts, start=1)]
    return number((s for repeat in repeats for s in expand(repeat, last)), held)


def client(rhythm: str = "mon,thu 19:00", **changes: object) -> Facts:
    """A client in Berlin since 10 October 2026, with every script, well past the first sessions."""
    facts = Facts("Europe/Berlin", parse_rhythm(rhythm), utc("2026-10-10T08:00"), offers=ALL, held=9)
    return replace(facts, **changes)  # type: ignore[arg-type]


# ---- anyone ------------------------------------------------------------------------------------

ZONES = sorted(available_timezones())
HOUR = timedelta(hours=1)


@st.composite
def rhythms(draw: st.DrawFn) -> Rhythm:
    """Any days, up to three hours, some of them at odd minutes or in what may be somebody's night."""
    days = draw(st.sets(st.integers(0, 6), min_size=1))
    minutes = draw(st.sets(st.integers(0, 95).map(lambda n: n * 15), min_size=1, max_size=3))
    slots = {Slot(day, time(m // 60, m % 60)) for day in days for m in minutes}
    return Rhythm(tuple(sorted(slots)))


@st.composite
def quiets(draw: st.DrawFn) -> Quiet:
    """Any eight to sixteen quiet hours."""
    starts, length = draw(st.integers(0, 23)), draw(st.integers(8, 16))
    return Quiet(time(starts), time((starts + length) % 24))


@st.composite
def calendars(draw: st.DrawFn, zone: str, base: datetime) -> tuple[Session, ...]:
    """Up to two repeats of coaching sessions, with dates moved or cancelled, some before ``base``."""
    repeats = []
    for n in range(draw(st.integers(0, 2))):
        starts = local(base, zone) + draw(st.integers(-30 * 24 * 4, 20 * 24 * 4)) * timedelta(minutes=15)
        weeks = draw(st.integers(0, 6))
        changes = tuple(
            Change(
                starts.date() + timedelta(weeks=draw(st.integers(0, 8))),
                starts + draw(st.integers(-100, 200)) * HOUR if draw(st.booleans()) else None,
                base + draw(st.integers(-200, 600)) * HOUR,
            )
            for _ in range(draw(st.integers(0, 2)))
        )
        repeats.append(Repeat(n, starts, zone, draw(st.sampled_from([50, 60, 90])), weeks, None, changes))
    last = base.date() + timedelta(days=150)
    return number((s for repeat in repeats for s in expand(repeat, last)), draw(st.sampled_from([0, 2, 7])))


@st.composite
def histories(draw: st.DrawFn, base: datetime) -> tuple[Begun, ...]:
    """What was begun in the four weeks before ``base``, a day or more apart."""
    days = sorted(draw(st.sets(st.integers(1, 28), max_size=8)))
    states = st.sampled_from(["answered", "unanswered", "unanswered", "dropped"])
    return tuple(
        Begun(f"earlier:{day}", base - timedelta(days=day), "mid-week", draw(states))  # type: ignore[arg-type]
        for day in days
    )


@st.composite
def pauses(draw: st.DrawFn, base: datetime) -> tuple[Pause, ...]:
    """None, a pause with an end, one without, or a rough day."""
    starts = base + draw(st.integers(-100, 500)) * HOUR
    length = draw(st.none() | st.integers(1, 300).map(lambda hours: hours * HOUR))
    ends = None if length is None else starts + length
    return (Pause(starts, ends, draw(st.booleans())),) if draw(st.integers(0, 3)) == 0 else ()


@st.composite
def given(draw: st.DrawFn, base: datetime) -> tuple[Given, ...]:
    """Up to two things that the coach gave in the last days, and that did not come yet."""
    said = line("{coach} chose it; you chose {at}", coach="Dana")
    return tuple(
        Given(n, base - draw(st.integers(0, 20 * 24)) * HOUR, "stuck", said)
        for n in range(draw(st.sampled_from([0, 0, 1, 2])))
    )


@st.composite
def anyone(draw: st.DrawFn, zone: str | None = None) -> Facts:
    """Any client in any zone at any time of two years around a clock change or the turn of a year."""
    zone = zone or draw(st.sampled_from(ZONES))
    base = utc("2025-12-25T00:00") + draw(st.integers(0, 2 * 366 * 24)) * HOUR
    marks = tuple(
        Mark(
            n,
            base + draw(st.integers(-60 * 24, 20 * 24)) * HOUR,
            draw(st.sampled_from(["breakthrough", "thanks"])),
        )
        for n in range(draw(st.integers(0, 2)))
    )
    return Facts(
        zone,
        draw(rhythms()),
        since=base - draw(st.integers(0, 80)) * timedelta(days=1),
        changed=base,
        quiet=draw(quiets()),
        weekly=draw(st.none() | st.integers(1, 7)),
        light=draw(st.booleans()),
        sessions=draw(calendars(zone, base)),
        marks=marks,
        given=draw(given(base)),
        pauses=draw(pauses(base)),
        holidays=tuple(
            base.date() + timedelta(days=n) for n in draw(st.sets(st.integers(0, 20), max_size=2))
        ),
        ending=draw(st.none() | st.integers(-5, 40).map(lambda n: base.date() + timedelta(days=n))),
        follow_up=draw(st.booleans()),
        begun=draw(histories(base)),
        heard=draw(st.none() | st.integers(1, 40 * 24).map(lambda hours: base - hours * HOUR)),
        offers=tuple(offer for offer in EVERY if draw(st.integers(0, 5))),
        vary=draw(st.sampled_from([0, 0, 60])),
        seed=draw(st.sampled_from([0, 7, 123456789])),
    )


def base_of(facts: Facts) -> datetime:
    """The instant around which ``anyone`` lives: now, for the tests."""
    return facts.changed or facts.since
