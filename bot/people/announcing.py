"""Announcements: what changed of coming coaching sessions, to the client at once; that it arrived, to the coach."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.base import wall
from bot.core.plan.recurrence import expand
from bot.core.talk import tempo
from bot.core.understand.spans import Days
from bot.i18n import Texts, texts
from bot.people import dated, overtaken, planning, roster, understood
from bot.people.turn import Shows, Turn, fresh_key, send
from bot.store import announcements, dialogues, holidays, outbox, pauses, people, reflections, sessions
from bot.store.announcements import Announcement
from bot.store.holidays import Holiday
from bot.store.people import Client, Coach
from bot.store.sessions import CoachingSession
from bot.telegram import Message, escape

MINUTE = timedelta(minutes=1)
"""So long it can be taken back without the client ever reading it."""

FRESH = timedelta(minutes=15)
"""What was logged less long ago and is taken off again was never there for the client."""

LEAD = timedelta(minutes=30)
"""What would be told less than this before a session is told at once, in quiet hours and in a pause too."""

WAKES = timedelta(hours=3)
"""In quiet hours it makes a sound only where the session is nearer than this."""

LOOK, LOOK_AGAIN = timedelta(seconds=20), timedelta(minutes=5)
"""After so long it is looked whether it arrived."""

AHEAD = timedelta(days=400)

NEWS = Shows(None, 1, "announced")
"""What a message with an announcement is, for words that come behind it."""

BEHIND = Shows(None, 2, "announced")
"""The same for the line that says where such words go."""

ABOUT, STILL = timedelta(days=1), timedelta(minutes=10)
"""So long words behind an announcement, and behind that line, are about it."""
SHOWN = 4


@dataclass(frozen=True, slots=True)
class Difference:
    """When coming sessions no longer are, and when they are instead or again."""

    lost: tuple[datetime, ...]
    gained: tuple[datetime, ...]

    def first(self, now: datetime) -> datetime | None:
        """The first instant that it is about and that lies ahead."""
        return min((at for at in (*self.lost, *self.gained) if at > now), default=None)


# ---- something changed -------------------------------------------------------------------------


def changed(
    turn: Turn,
    coach: Coach,
    client: Client,
    before: Iterable[CoachingSession],
    away: Iterable[Holiday] | None = None,
) -> str:
    """Coming sessions may have changed: note it for the client, and say to the coach what becomes of it.

    ``away``: the coach's days away as they were, where those changed. "": the client has nothing to be told.
    """
    waits = announcements.waiting(turn.tx, client.id)
    known = waits.known if waits is not None else _known(turn, client, before, away)
    what = _difference(turn, client, known)
    t, name = texts(coach.language), escape(roster.called(turn, texts(coach.language), client))
    if not (what.lost or what.gained):
        if waits is None:
            return ""
        announcements.end(turn.tx, waits, "nothing")
        return t.t("{name} had not read of it yet, and reads nothing.", name=name)
    hindered = _hindered(t, name, client)
    announcements.note(turn.tx, client.id, coach.id, known, turn.now, warned=bool(hindered))
    turn.about.add(client.id)
    return hindered or _will(turn, t, name, client)


def _known(
    turn: Turn, client: Client, before: Iterable[CoachingSession], away: Iterable[Holiday] | None
) -> frozenset[datetime]:
    """When the coming sessions are as the client knows them: not what was logged a moment ago and is gone again."""
    rows, there = tuple(before), {row.id for row in sessions.of_client(turn.tx, client.id)}
    told = next(iter(announcements.gone(turn.tx, client.id)), None)
    stays = there if away is None else set[int]()  # by days away a session goes whose row is still there
    old = [row for row in rows if row.id in stays or row.logged_at <= turn.now - FRESH]
    old_starts = _starts(turn, client, old, away)
    return old_starts | (_starts(turn, client, rows, away) & told.said if told is not None else frozenset())


def _starts(
    turn: Turn, client: Client, rows: Iterable[CoachingSession], away: Iterable[Holiday] | None = None
) -> frozenset[datetime]:
    """When the sessions of these rows that lie ahead begin."""
    last = (turn.now + AHEAD).date()
    until = min(last, client.ending) if client.ending else last
    days = tuple(holidays.of(turn.tx, client.coach_id) if away is None else away)
    each = (planning.unless_away(one, row, days) for row in rows for one in expand(row.repeat, until))
    return frozenset(one.starts for one in each if not one.cancelled and one.starts > turn.now)


def _difference(turn: Turn, client: Client, known: frozenset[datetime]) -> Difference:
    """What differs from what the client knows. What is new takes the place of something, or is there again."""
    now = _starts(turn, client, sessions.of_client(turn.tx, client.id))
    lost, gained = sorted(known - now), sorted(now - known)
    if lost:
        return Difference(tuple(lost), tuple(gained))
    off = {at for one in announcements.gone(turn.tx, client.id) for at in one.known - one.said}
    return Difference((), tuple(at for at in gained if at in off))


def _hindered(t: Texts, name: str, client: Client) -> str:
    """Why nothing of it is told as matters stand, for the coach; "" where it is."""
    if client.state in ("joining", "refused"):
        return t.t("{name} has not agreed, and reads nothing of this here.", name=name)
    if client.state == "stopped":
        return t.t("{name} has stopped the questions: the bot says nothing of this there.", name=name)
    if client.away:
        return t.t("{name} has blocked the bot, and reads nothing of this here.", name=name)
    return ""


def _will(turn: Turn, t: Texts, name: str, client: Client) -> str:
    """When the client reads it."""
    at = next_at(turn, client) or turn.now
    if at <= turn.now + 2 * MINUTE:
        return t.t("{name} reads this in a minute. You read here when it has arrived.", name=name)
    if planning.paused_now(turn, client):  # until when is the client's own
        return t.t(
            "{name} is paused and reads this after that. You read here when it has arrived.", name=name
        )
    when = dated.shown(t, at, _zone(turn, client))
    return t.t("{name} reads this on {when}. You read here when it has arrived.", name=name, when=when)


def _zone(turn: Turn, client: Client) -> str:
    coach = people.coach(turn.tx, client.coach_id)
    return (coach.zone if coach else "") or "UTC"


# ---- when --------------------------------------------------------------------------------------


def next_at(turn: Turn, client: Client) -> datetime | None:
    """When the next of it goes, or is looked after; None where nothing is open, or nobody can say."""
    found = (_at(turn, client, one) for one in announcements.open_of(turn.tx, client.id))
    return min((at for at in found if at is not None), default=None)


def _at(turn: Turn, client: Client, one: Announcement) -> datetime | None:
    if one.gone_at is not None:
        return one.look_at
    soon = one.changed_at + MINUTE
    if client.away or client.state not in ("active", "paused"):
        return None if one.warned else soon
    first = _difference(turn, client, one.known).first(turn.now)
    if first is None:
        return soon  # it is over, and that is noted
    fits = _fits(turn, client, soon)
    at = soon if fits is None or fits > first - LEAD else fits
    return max([min(at, first - MINUTE), *_silences(turn, client)])


def _fits(turn: Turn, client: Client, soon: datetime) -> datetime | None:
    """The first instant in no quiet hours and no pause; None in a pause without an end."""
    if client.state == "paused" and client.paused_until is None:
        return None
    return wall.beyond(
        soon, pauses.of_client(turn.tx, client.id), client.zone or "UTC", planning.quiet_of(client)
    )


def _silences(turn: Turn, client: Client) -> list[datetime]:
    """When the silences end that the client chose: nothing comes into those, from anywhere."""
    talks = (row.reflection for row in reflections.under_way(turn.tx, client.id))
    return [one.until for one in talks if one.state == "holding" and one.until is not None]


# ---- told --------------------------------------------------------------------------------------


def fell_due(turn: Turn, chat_id: int) -> None:
    """Its time has come: it goes, or it is looked whether it arrived."""
    client = people.client(turn.tx, chat_id)
    coach = people.coach(turn.tx, client.coach_id) if client is not None else None
    if client is None or coach is None:
        return
    for one in announcements.open_of(turn.tx, client.id):
        at = _at(turn, client, one)
        if at is None or at > turn.now:
            continue
        if one.gone_at is not None:
            _look(turn, client, coach, one)
        else:
            _bring(turn, client, coach, one)


def _bring(turn: Turn, client: Client, coach: Coach, one: Announcement) -> None:
    what, t = _difference(turn, client, one.known), texts(client.language)
    first = what.first(turn.now)
    if first is None:
        return announcements.end(turn.tx, one, "nothing")
    if client.away or client.state not in ("active", "paused"):
        _unreached(turn, client, coach, what)
        return announcements.warn(turn.tx, one)
    key = fresh_key(turn)
    silent = planning.quiet_now(turn, client) and first - turn.now > WAKES
    text = " ".join((_for_client(t, client, coach, what), *_instead(turn, t, client, coach, what)))
    if overtaken.by_session(turn, client, one.known, what.lost):
        text += " " + t.t("The talk that is open ends too; what you wrote is kept.")
    send(turn, client.id, text, silent=silent, key=key, shows=NEWS)
    now = _starts(turn, client, sessions.of_client(turn.tx, client.id))
    return announcements.go(turn.tx, one, now, key, turn.now, LOOK)


def _look(turn: Turn, client: Client, coach: Coach, one: Announcement) -> None:
    """Whether it arrived: the coach reads that it did, that it cannot, or once that it has not yet."""
    state, _ = outbox.fate(turn.tx, one.carrier)
    lost, gained = one.known - one.said, one.said - one.known
    what = Difference(tuple(sorted(lost)), tuple(sorted(gained)))
    if state in (outbox.SENT, outbox.UNKNOWN):
        announcements.end(turn.tx, one, "told")
        return _arrived(turn, client, coach, what)
    if state == outbox.BLOCKED:
        announcements.back(turn.tx, one)
        return _unreached(turn, client, coach, what)
    if state in (outbox.WAITING, outbox.SENDING) and what.first(turn.now) is not None:
        late = turn.now - (one.gone_at or turn.now) >= LOOK_AGAIN
        if late and not one.warned:
            _not_yet(turn, client, coach, what)
        return announcements.look(turn.tx, one, turn.now + LOOK_AGAIN, one.warned or late)
    announcements.end(turn.tx, one, "unreached")
    return _unreached(turn, client, coach, what)


def meant(turn: Turn, client: Client, message: Message) -> bool:
    """Whether words are about an announcement: they reply to it, or it is the latest that their writer had read."""
    stands = dialogues.shown(turn.tx, client.id, message.message_id, message.reply_to)
    if stands is None or stands.purpose != NEWS.purpose:
        return False
    if message.reply_to is not None:
        return True
    lasts = ABOUT if stands.number == NEWS.question else STILL
    return message.at - stands.at <= lasts and not tempo.too_soon("", stands.at, message.own, message.at)


# ---- in words ----------------------------------------------------------------------------------


def _for_client(t: Texts, client: Client, coach: Coach, what: Difference) -> str:
    name, zone = escape(coach.name), client.zone or "UTC"
    lost, gained = _shown(t, what.lost, zone), _shown(t, what.gained, zone)
    match len(what.lost), len(what.gained):
        case 1, 0:
            return t.t("Your session with {coach} on {when} is cancelled.", coach=name, when=lost)
        case 1, 1:
            return t.t(
                "Your session with {coach} on {was} is moved. It is on {when} now.",
                coach=name,
                was=lost,
                when=gained,
            )
        case 0, _:
            return t.t(
                "What was cancelled takes place after all, with {coach}: {when}.", coach=name, when=gained
            )
        case _, 0:
            return t.t("These sessions with {coach} are cancelled: {when}.", coach=name, when=lost)
        case _:
            return t.t(
                "Your sessions with {coach} are at other times. No longer: {was}. Instead: {when}.",
                coach=name,
                was=lost,
                when=gained,
            )


def _instead(turn: Turn, t: Texts, client: Client, coach: Coach, what: Difference) -> list[str]:
    """Of what is cancelled: that the coach is away in those days, where they are, and when the next session is."""
    if what.gained:
        return []
    name = escape(coach.name)
    days = {wall.local(at, coach.zone or "UTC").date() for at in what.lost}
    today = wall.local(turn.now, coach.zone or "UTC").date()
    said = [
        t.t(
            "{coach} is away {days}.",
            coach=name,
            days=understood.stretch(t, Days(one.first, one.last), today),
        )
        for one in holidays.of(turn.tx, coach.id)
        if any(one.first <= day <= one.last for day in days)
    ]
    at = planning.session_at(turn, client, ahead=True)
    if at is None:
        return [*said, t.t("No other session is logged so far.")]
    return [*said, t.t("The next session is on {when}.", when=dated.shown(t, at, client.zone or "UTC"))]


def _for_coach(t: Texts, coach: Coach, what: Difference) -> str:
    zone = coach.zone or "UTC"
    lost, gained = _shown(t, what.lost, zone), _shown(t, what.gained, zone)
    if not what.lost:
        return t.t("takes place after all: {when}", when=gained)
    if not what.gained:
        return t.t("cancelled: {when}", when=lost)
    return t.t("from {was} to {when}", was=lost, when=gained)


def _shown(t: Texts, instants: tuple[datetime, ...], zone: str) -> str:
    """The first of them, and how many more there are."""
    shown = [dated.shown(t, at, zone) for at in instants[:SHOWN]]
    if left := len(instants) - len(shown):
        shown.append(t.n("{n} more", "{n} more", left))
    return t.list(shown)


def _arrived(turn: Turn, client: Client, coach: Coach, what: Difference) -> None:
    t = texts(coach.language)
    text = t.t("{name} has it: {what}.", name=_name(turn, t, client), what=_for_coach(t, coach, what))
    _to_coach(turn, coach, text, silent=True)


def _unreached(turn: Turn, client: Client, coach: Coach, what: Difference) -> None:
    t = texts(coach.language)
    text = t.t(
        "This has not reached {name}: {what}.", name=_name(turn, t, client), what=_for_coach(t, coach, what)
    )
    me = people.client(turn.tx, client.id) or client
    _to_coach(turn, coach, "\n".join(filter(None, (text, _hindered(t, _name(turn, t, client), me)))))


def _not_yet(turn: Turn, client: Client, coach: Coach, what: Difference) -> None:
    t = texts(coach.language)
    text = t.t(
        "This has not reached {name} yet, and is tried on: {what}.",
        name=_name(turn, t, client),
        what=_for_coach(t, coach, what),
    )
    _to_coach(turn, coach, text)


def _name(turn: Turn, t: Texts, client: Client) -> str:
    return escape(roster.called(turn, t, client))


def _to_coach(turn: Turn, coach: Coach, text: str, silent: bool = False) -> None:
    if coach.state == "active":
        send(turn, coach.id, text, silent=silent)
