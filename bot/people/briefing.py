"""Briefs: what a coach reads of one client before one coaching session, and again when something is added."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.core.base.line import Line, line
from bot.core.base.words import shorten_name
from bot.core.digest import digest as core_digest
from bot.core.digest.digest import Digest
from bot.core.digest.phrasing import NAME
from bot.core.plan import agenda
from bot.core.plan.agenda import SessionBrief
from bot.core.plan.recurrence import Session
from bot.i18n import texts
from bot.people import dated, gathering, giving, planning, recordings, repairing, roster
from bot.people.turn import DIGEST, NAMED, WORDS, Shows, Turn, fresh_key, send, send_file
from bot.render import naming, page, text
from bot.store import advance_copies, digests, people, replies, told
from bot.store.people import Client, Coach
from bot.store.responses import Response
from bot.telegram import escape

AHEAD = timedelta(days=15)
SHOWN = 3
"""So many that came before are named where a brief has nothing new."""

CHOICES = ("evening", "morning", "soon")


def choice(coach: Coach) -> str:
    """When this coach wants the briefs: the evening before, in the morning, or two hours before."""
    said = coach.prefs.get("brief")
    return said if said in CHOICES else CHOICES[0]


def next_of(turn: Turn, client: Client, coach: Coach, sessions: Sequence[Session]) -> SessionBrief | None:
    """The brief that is next: the first of a session ahead, or one with what was added after it."""
    if not sessions:
        return None
    made = digests.briefs(turn.tx, coach.id, client.id, turn.now - AHEAD)
    hold = advance_copies.ahead(turn.tx, client.id, coach.id, turn.now)
    begun = any(one.key in made or _first(one, coach) <= turn.now for one in sessions)
    new = worth(turn, coach, client) if begun else ()
    asks = bool(gathering.to_ask(turn, coach, client)) if begun else False
    found = (_of(one, coach, made.get(one.key), new, asks, turn.now, hold) for one in sessions)
    return min((one for one in found if one), key=lambda one: one.at, default=None)


def firsts(turn: Turn, coach: Coach, sessions: Sequence[Session]) -> tuple[datetime, ...]:
    """When the first brief of each session comes, where that lies ahead."""
    found = (_first(one, coach) for one in sessions)
    return tuple(one for one in found if one > turn.now)


def worth(turn: Turn, coach: Coach, client: Client) -> tuple[Response, ...]:
    """What is new and says something; what was passed does not."""
    new = gathering.untold(turn, coach, client)
    return tuple(
        one for one in new if one.state != "passed" and (one.texts or one.choice or one.rating is not None)
    )


def ahead(turn: Turn, client: Client) -> list[Session]:
    """The coaching sessions of the next two weeks that take place."""
    met = planning.sessions_of(turn, client, turn.now + AHEAD)
    return [one for one in met if not one.cancelled and turn.now < one.starts <= turn.now + AHEAD]


def _first(session: Session, coach: Coach) -> datetime:
    return agenda.brief_time(session.starts, coach.zone or "UTC", choice(coach))


def _of(
    session: Session,
    coach: Coach,
    made: datetime | None,
    new: tuple[Response, ...],
    asks: bool,
    now: datetime,
    hold: datetime | None,
) -> SessionBrief | None:
    first = _first(session, coach)
    came = made is not None and made >= first
    if not came and (first > now or not (new or asks)):  # with nothing to say it did not come at its hour
        return SessionBrief(session.key, session.starts, first) if first > now else None
    if not new and not asks:
        return None
    since = made if made is not None and came else first
    if new:
        at = agenda.brief_again(since, _last(new), session.starts, coach.zone or "UTC")
        if hold is not None and hold < session.starts:  # its client was told that it goes then
            at = max(at, hold)
    else:  # two hours before the session is soon enough for what is only to be asked
        at = max(since + agenda.ADDED, session.starts - agenda.SOON)
    return SessionBrief(session.key, session.starts, at, bool(new)) if at < session.starts else None


def _last(new: tuple[Response, ...]) -> datetime:
    """The latest instant at which something of it was written, tapped or edited."""
    texts_ = [text for one in new for text in one.texts]
    edits = [edit.at for text in texts_ for edit in text.edits]
    return max([*(one.at for one in new), *(text.at for text in texts_), *edits])


# ---- one brief ---------------------------------------------------------------------------------


def fell_due(turn: Turn, coach_id: int, body: Mapping[str, Any]) -> None:
    """The time of a brief has come: it goes out if its session is still ahead and there is something in it."""
    coach, client = people.coach(turn.tx, coach_id), people.client(turn.tx, body["client"])
    if coach is None or client is None or coach.state != "active" or client.coach_id != coach.id:
        return None
    turn.about.add(client.id)
    session = next((one for one in ahead(turn, client) if one.key == body["session"]), None)
    if session is None:
        return None
    made = digests.briefs(turn.tx, coach.id, client.id, turn.now - AHEAD).get(session.key)
    again = made is not None and made >= _first(session, coach)
    added, asked = worth(turn, coach, client), gathering.to_ask(turn, coach, client)
    if again and not added and not asked:
        return None
    if not again and core_digest.brief(gathering.week(turn, coach, client, turn.now).week, _BEFORE).empty:
        return _had(turn, coach, client, session)
    opening = (_ADDED if added else _ASKED) if again else _BEFORE
    return make(turn, coach, client, session, opening, again)


def _had(turn: Turn, coach: Coach, client: Client, session: Session) -> None:
    """Nothing is new: how much the coach had before, when it came and was read, and the way back to it."""
    t, zone = texts(coach.language), coach.zone or "UTC"
    lately = digests.since(turn.tx, coach.id, client.id, turn.now - gathering.PERIOD)
    each = [(one, len(gathering.told_in(turn, coach, client, one.id))) for one in lately]
    had = [(one, n) for one, n in each if n][-SHOWN:]
    if not had:
        return
    lines = [
        t.t(
            "Before your session with {name}, {when}, there is nothing new. This came before:",
            name=escape(roster.called(turn, t, client)),
            when=dated.shown(t, session.starts, zone),
        )
    ]
    rows: list[tuple[tuple[str, str], ...]] = []
    for one, n in had:
        came, read = t.when(one.made_at, zone), t.when(one.read_at, zone) if one.read_at else ""
        lines.append(
            t.t("Answers that came {when}: {n}; read {read}.", when=came, n=n, read=read)
            if read
            else t.t("Answers that came {when}: {n}; not marked as read.", when=came, n=n)
        )
        rows.append(((t.t("Show again: {when}", when=came)[:60], f"k:again:{one.id}"),))
    send(turn, coach.id, "\n".join(lines), tuple(rows), lane=DIGEST, about=client.id, what=NAMED)


_BEFORE = line("Before your session with {client}. Three slow breaths first, if you like.", client="")
_ADDED = line("{client} added this since the last brief.", client="")
_ASKED = line("For your session with {client}.", client="")
_SENT = line("{client} would like you to read this before you meet.", client="")


def make(
    turn: Turn, coach: Coach, client: Client, session: Session | None, opening: Line, again: bool = False
) -> None:
    """What is new goes out, whole; the page goes along where the text does not hold all of it."""
    say = texts(coach.language)
    found = gathering.week(turn, coach, client, turn.now)
    if opening == _SENT:  # not the session's own: what is to be asked there stays for that
        found = replace(found, week=replace(found.week, to_ask=(), reminders=()), asked=())
    named = replace(opening, values=(("client", shorten_name(found.week.client, NAME)),))
    digest = core_digest.brief(found.week, named, again)
    words, with_page = text.text(digest, say), not text.whole(digest, say)
    key, page_key = fresh_key(turn), fresh_key(turn)
    carrier = page_key if with_page else key
    number = digests.add(
        turn.tx,
        coach.id,
        client.id,
        start=found.week.start,
        end=found.week.end,
        now=turn.now,
        body=words,
        carrier=carrier,
        brief_for=(session.key, session.starts) if session else ("", None),
    )
    _note(turn, coach, client, found, number, carrier)
    shows = Shows(None, number, "digest")
    hear = recordings.rows(turn, say, client, f"d{number}", found.new)
    rows = (*hear, ((say.t("Read"), f"k:read:{number}"),), *giving.actions(say, f"d{number}"))
    send(
        turn,
        coach.id,
        words,
        rows,
        lane=DIGEST,
        protect=True,
        about=client.id,
        what="brief sent",
        key=key,
        silent=again,
        shows=shows,
    )
    if with_page:
        send_page(turn, coach, client, digest, page_key, shows, "brief sent")
    repairing.after(turn, client, found.week.client, found.repairs)
    turn.about.update((client.id, coach.id))


def _note(
    turn: Turn, coach: Coach, client: Client, found: gathering.Gathered, number: int, carrier: str
) -> None:
    """What the brief told counts as told, and what was to be asked as gone."""
    told.add(turn.tx, client.id, coach.id, found.new, digest=number, carrier=carrier, now=turn.now)
    replies.tell(turn.tx, found.fits, number)
    for one in found.asked:
        replies.go(turn.tx, one.id, turn.now, carrier, number)


def send_page(
    turn: Turn,
    coach: Coach,
    client: Client,
    digest: Digest,
    key: str = "",
    shows: Shows | None = None,
    what: str = WORDS,
    to: Client | None = None,
) -> None:
    """A digest or brief as a page, which holds it whole, without a sound; ``to`` its client, before it goes."""
    reads = to or coach
    say = texts(reads.language)
    name = naming.file_name(digest, "html")
    content = page.page(digest, say).encode()
    send_file(
        turn,
        reads.id,
        "sendDocument",
        name,
        content,
        lane=DIGEST,
        about=client.id,
        what=what,
        silent=True,
        key=key,
        shows=shows,
    )


# ---- the client's own tap ----------------------------------------------------------------------


def send_now(turn: Turn, client: Client, coach: Coach) -> bool:
    """The client sends what is new before its time; False where there is nothing new."""
    if not worth(turn, coach, client):
        return False
    coming = ahead(turn, client)
    make(turn, coach, client, coming[0] if coming else None, _SENT, again=True)
    return True
