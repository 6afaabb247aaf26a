"""Calendar files: what a coach sends is said back and kept; the same event is the same session."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from whole import COACH, Whole, two_clients, whole_bot

from bot import calendars
from bot.calendars import Written
from bot.core.plan.recurrence import Change, Repeat, expand, parse_session

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
REGULA, BEN = 3000, 3001


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach in Berlin and two clients."""
    with whole_bot(tmp_path, start=MONDAY, practice=two_clients) as made:
        yield made


def event(
    uid: str,
    title: str,
    at: str,
    rule: str = "",
    more: str = "",
    zone: str = "Europe/Berlin",
    minutes: int = 50,
) -> str:
    """An event as calendars write it."""
    starts = datetime.strptime(at, "%Y%m%dT%H%M").replace(tzinfo=UTC)
    ends = starts + timedelta(minutes=minutes)
    lines = [
        *("BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{title}", "DTSTAMP:20261101T000000Z"),
        f"DTSTART;TZID={zone}:{starts:%Y%m%dT%H%M00}",
        f"DTEND;TZID={zone}:{ends:%Y%m%dT%H%M00}",
        *filter(None, (rule and f"RRULE:{rule}", more)),
        "END:VEVENT",
    ]
    return "\r\n".join(lines)


def file(*events: str, method: str = "PUBLISH") -> bytes:
    """A calendar file with these events."""
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", f"METHOD:{method}")
    return "\r\n".join((*head, *events, "END:VCALENDAR", "")).encode()


def send(whole: Whole, content: bytes, name: str = "invite.ics") -> list[str]:
    """The coach sends a file; what the bot says to it."""
    before = len(whole.sim.texts(COACH))
    whole.sim.attach(COACH, content, name)
    whole.pause(10)
    return whole.sim.texts(COACH)[before:]


def logged(whole: Whole) -> list[tuple[object, ...]]:
    return [tuple(row) for row in whole.tx(lambda tx: tx.db.execute(
        "SELECT client_id, starts, minutes, repeat_weeks, until, mode, uid FROM coaching_sessions ORDER BY id"
    ).fetchall())]  # fmt: skip


def coming(whole: Whole) -> str:
    return whole.say(COACH, "/sessions")[-1]


def test_an_event_is_said_back_and_logged(whole: Whole) -> None:
    """An event that names a client is said back, kept after a yes only, and can be taken back."""
    invitation = file(
        event("a1", "Regula / Dana", "20261126T1500", "FREQ=WEEKLY;COUNT=5", "LOCATION:https://zoom.us/j/1")
    )
    said = send(whole, invitation)
    assert said == [
        "New: Regula, Thu 26 Nov, 15:00 (Berlin), every week, 50 minutes, until Thu, 24 Dec 2026, by video\n"
        "Is that right?"
    ]
    assert logged(whole) == []
    assert whole.tap(COACH, "Yes")[-1].startswith("Kept, with Regula:\nNew: Regula, Thu 26 Nov, 15:00")
    assert logged(whole) == [(REGULA, "2026-11-26T15:00", 50, 1, "2026-12-24", "video", "a1")]
    assert send(whole, invitation) == ["Nothing changes by this file.\n1 is logged already."]
    whole.say(COACH, "/takeback")
    assert logged(whole) == []


def test_the_same_event_moves_and_is_cancelled(whole: Whole) -> None:
    """The same event with another time is the same session, moved; one that is cancelled is cancelled."""
    send(whole, file(event("a1", "Regula", "20261126T1500")))
    whole.tap(COACH, "Yes")
    said = send(whole, file(event("a1", "Regula", "20261127T1000")))[-1]
    assert said.startswith(
        "Changed: Regula, Fri 27 Nov, 10:00 (Berlin), once, 50 minutes. Before: Thu 26 Nov, 15:00"
    )
    whole.tap(COACH, "Yes")
    assert len(logged(whole)) == 1 and "Fri 27 Nov, 10:00" in coming(whole)
    assert send(whole, file(event("a1", "Regula", "20261127T1000"), method="CANCEL"))[-1].startswith(
        "Off: Regula"
    )
    whole.tap(COACH, "Yes")
    assert coming(whole) == "No coaching session is logged ahead. /session logs one."


def test_single_dates_of_a_series_follow(whole: Whole) -> None:
    """Dates of a series that were left out or moved in the calendar are so here; one is called off by itself."""
    first = event(
        "b1", "Ben", "20261124T1500", "FREQ=WEEKLY;INTERVAL=2", "EXDATE;TZID=Europe/Berlin:20261208T150000"
    )
    moved = event("b1", "Ben", "20261223T1100", more="RECURRENCE-ID;TZID=Europe/Berlin:20261222T150000")
    send(whole, file(first, moved))
    whole.tap(COACH, "Yes")
    shown = coming(whole)
    assert "Tue 24 Nov, 15:00" in shown and "Wed 23 Dec, 11:00" in shown and "8 Dec" not in shown
    off = event("b1", "Ben", "20270105T1500", more="RECURRENCE-ID;TZID=Europe/Berlin:20270105T150000")
    assert send(whole, file(off, method="CANCEL"))[-1].startswith("Off: Ben, Tue 5 Jan, 15:00")
    whole.tap(COACH, "Yes")
    assert "Tue 5 Jan" not in coming(whole) and "Tue 19 Jan" in coming(whole)


def test_whose_an_event_is_may_be_asked(whole: Whole) -> None:
    """An event that names nobody is asked about; of a whole diary only what names a client is taken."""
    assert send(whole, file(event("c1", "Coaching, 2nd floor", "20261126T1500"))) == [
        "With whom is “Coaching, 2nd floor”?"
    ]
    assert whole.tap(COACH, "Ben")[-1].startswith("New: Ben, Thu 26 Nov")
    whole.tap(COACH, "Yes")
    assert [row[0] for row in logged(whole)] == [BEN]
    many = [event(f"d{n}", f"Dentist {n}", "20261127T1500") for n in range(5)]
    said = send(whole, file(*many, event("e1", "Regula", "20261127T1700")))[-1]
    assert said.startswith("New: Regula") and "5 events name no client and are left out." in said
    assert "Dentist" not in said


def test_a_rule_of_other_kind_is_taken_date_by_date(whole: Whole) -> None:
    """Twice a week is no series here: its dates are logged one by one, and stay the same sessions."""
    rule = "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4"
    send(whole, file(event("f1", "Regula", "20261124T1500", rule)))
    whole.tap(COACH, "Yes")
    assert [row[1] for row in logged(whole)] == [
        *("2026-11-24T15:00", "2026-11-26T15:00", "2026-12-01T15:00", "2026-12-03T15:00")
    ]
    said = send(whole, file(event("f1", "Regula", "20261124T1500", rule)))
    assert said == ["Nothing changes by this file.\n4 are logged already."]


def test_a_file_that_is_no_calendar_is_said(whole: Whole) -> None:
    """What cannot be read is said, and nothing is kept of it."""
    assert send(whole, b"BEGIN:NOTHING") == ["That file holds no event with a time that can be read."]
    assert send(whole, b"\xff\xfe\x00") == ["That file holds no event with a time that can be read."]
    whole_day = b"\r\n".join([b"BEGIN:VCALENDAR", b"BEGIN:VEVENT", b"UID:x", b"DTSTART;VALUE=DATE:20261126",
                              b"SUMMARY:Regula", b"END:VEVENT", b"END:VCALENDAR", b""])  # fmt: skip
    assert send(whole, whole_day) == ["That file holds no event with a time that can be read."]
    daily = file(*(event(f"d{n}", "Regula", "20211126T1500", "RRULE:FREQ=DAILY") for n in range(100)))
    too_much = "That file has more dates than are read at once. A single event works, too."
    assert send(whole, daily) == [too_much]
    assert "That file is larger than is read here (200 kB)." in send(whole, b"x" * 200_001)[-1]
    assert logged(whole) == []


def test_each_side_gets_theirs(whole: Whole) -> None:
    """/calendar gives the coach the sessions with all, /dates a client their own; sent back it changes nothing."""
    whole.say(COACH, "/session Regula 2026-11-24 15:00 weekly until 2027-01-31")
    whole.say(COACH, "/session Ben 2026-11-25 10:00 once")
    whole.say(COACH, "/calendar")
    whole.pause()
    mine = document(whole, COACH)
    assert b"SUMMARY:Coaching session with Regula" in mine and b"with Ben" in mine and b"RRULE" in mine
    whole.say(BEN, "/dates")
    theirs = document(whole, BEN)
    assert b"Coaching session with Dana" in theirs and theirs.count(b"BEGIN:VEVENT") == 1
    assert send(whole, mine) == ["Nothing changes by this file.\n2 are logged already."]


def document(whole: Whole, chat: int) -> bytes:
    """The latest file in a chat."""
    found = [one.id for one in whole.sim.messages(chat) if one.out and "document" in one.body]
    return bytes(whole.sim.document(chat, found[-1]))


@pytest.mark.parametrize(
    "said",
    [
        "2026-11-24 15:00 once",
        "2026-11-24 15:00 every 2 weeks 50 minutes until 2027-02-28",
        "2026-11-24 15:00 monthly",
        "2026-12-31 15:00 monthly",
        "2026-11-24 15:00 monthly by weekday",
        "2026-12-29 15:00 every 2 months by weekday",
        "2026-11-24 15:00 weekly not 2026-12-08 2026-12-15",
    ],
)
def test_what_is_written_is_read_the_same(said: str) -> None:
    """A series that is written into a file has the same dates when it is read again."""
    repeat = parse_session(said, "Europe/Berlin")
    content = calendars.write([Written("u", "Regula", repeat)], MONDAY).decode()
    (found,) = calendars.read(content, "UTC", MONDAY)
    (met,) = found.met
    last = (MONDAY + timedelta(days=300)).date()
    assert dates(met.repeat, last) == dates(repeat, last)


def test_a_moved_date_is_written_and_read() -> None:
    """A date that was moved is an event of its own under the same uid."""
    to = datetime.fromisoformat("2026-12-02T09:30")
    change = Change(datetime(2026, 12, 1, tzinfo=UTC).date(), to, MONDAY)
    repeat = Repeat(
        1, datetime.fromisoformat("2026-11-24T15:00"), "Europe/Berlin", weeks=1, changes=(change,)
    )
    (found,) = calendars.read(calendars.write([Written("u", "R", repeat)], MONDAY).decode(), "UTC", MONDAY)
    assert [(one.on, one.to) for one in found.met[0].repeat.changes] == [(change.on, to)]


def dates(repeat: Repeat, last: object) -> list[datetime]:
    return [one.starts for one in expand(repeat, last) if not one.cancelled]  # type: ignore[arg-type]
