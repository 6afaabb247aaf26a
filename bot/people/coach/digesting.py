"""Digests: what is new of a client, compiled and sent to their coach. Only what is shared is ever read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.core.digest import digest as core_digest
from bot.core.digest.digest import Digest
from bot.core.understand import desk, names
from bot.i18n import Texts, texts
from bot.people import briefing, gathering, giving, recordings, repairing, roster, wanted
from bot.people.coach import carried, flagging, retracting
from bot.people.turn import DIGEST, Rows, Shows, Turn, fresh_key, send, send_file, set_buttons
from bot.render import naming, picture, text
from bot.store import audit, digests, flags, inbox, people, replies, responses, standing, told
from bot.store.digests import DigestRow, Latest
from bot.store.people import Client, Coach
from bot.telegram import escape

SENT, OPENED, AGAIN = "digest sent", "digest opened", "digest shown again"
EMPTY, DRAWN = "empty digest sent", "picture of a digest sent"
"""As what it stands in the client's audit."""


def weekly(turn: Turn, coach_id: int, client_id: int | None) -> None:
    """The coach's day and hour have come: the digest of one client; of all in a row of an older version."""
    coach = people.coach(turn.tx, coach_id)
    if coach is None or coach.state != "active":
        return
    for one in standing.readable(turn.tx, coach_id) if client_id is None else (client_id,):
        client = people.client(turn.tx, one)
        if client is not None and standing.agreed(client, coach_id) and not _over(turn, coach, client):
            make(turn, coach, client, everything=True)


def _over(turn: Turn, coach: Coach, client: Client) -> bool:
    """Whether there is no more to tell of one: the work has ended or was put aside, and nothing new is shared."""
    if client.archived_at is None and not roster.ended(turn, coach, client):
        return False
    return not gathering.news(turn, coach, client)


def now(turn: Turn, coach: Coach, words: str) -> None:
    """A digest at any time: of the client of that name, or of all; what was told in the last days, once more."""
    t = texts(coach.language).t
    lately, name = desk.lately(words)
    wanted = _meant(turn, coach, words) or _meant(turn, coach, name)
    if not wanted:
        none = t("No client yet. /invite makes a link.")
        return send(
            turn, coach.id, t("No client of that name. /clients shows who is with you.") if words else none
        )
    for client in [] if lately else wanted:
        bring(turn, coach, client)
    if lately:
        show_lately(turn, coach, wanted)
    return None


def show_lately(turn: Turn, coach: Coach, clients: Sequence[Client]) -> None:
    """What was told of them in the last days, once more."""
    told = [one.id for client in clients for one in _lately(turn, coach, client)]
    for number in told:
        show_again(turn, coach, number)
    if not told:
        t = texts(coach.language).t
        send(turn, coach.id, t("Nothing was told in the last seven days. /digest brings what is new."))


def _meant(turn: Turn, coach: Coach, name: str) -> list[Client]:
    """Whom a name means; all where there is none, or a word for all that is nobody's name."""
    mine = {one.id: one for one in roster.everybody(turn, coach)}
    its = roster.known(mine.values())
    ways = names.named(name, its) or names.within(name, its)
    if not name or (desk.everybody(name) and not (ways and ways[0].whole)):
        return [one for one in mine.values() if not _over(turn, coach, one)]
    return [mine[one] for one in ways[0].ids] if ways and not desk.lately(name)[0] else []


def _lately(turn: Turn, coach: Coach, client: Client) -> tuple[Latest, ...]:
    return digests.since(turn.tx, coach.id, client.id, turn.now - gathering.PERIOD)


def unread(turn: Turn, coach: Coach, client: Client) -> tuple[Latest, ...]:
    """What told something and waits to be read, oldest first: that of the last days, else the last one."""
    waiting = digests.unread(turn.tx, coach.id, client.id)
    lately = tuple(one for one in waiting if one.made_at > turn.now - gathering.PERIOD)
    return lately or waiting[-1:]


def bring(turn: Turn, coach: Coach, client: Client) -> None:
    """At the coach's word: what waits to be read, whole, and then what is new; what is empty only alone."""
    waiting, news = unread(turn, coach, client), gathering.news(turn, coach, client)
    for one in waiting:
        if not (news and one.opened):  # what was opened before is not in the way of what is new
            show_again(turn, coach, one.id)
    if not waiting or news:
        make(turn, coach, client)


# ---- one digest --------------------------------------------------------------------------------


def make(turn: Turn, coach: Coach, client: Client, everything: bool = False) -> None:
    """What is new, as a text; the page goes along where the text does not hold all of it.

    What goes out is marked as told in the same transaction, and never quoted again. ``everything``: page and
    picture go along in any case.
    """
    say = texts(coach.language)
    found = gathering.week(turn, coach, client, turn.now)
    digest = core_digest.compile(found.week, breath=everything)
    words = text.text(digest, say)
    with_page = not digest.empty and (everything or not text.whole(digest, say))
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
    )
    if not everything:  # the coach asked for it
        digests.opened(turn.tx, number, turn.now)
    told.add(turn.tx, client.id, coach.id, found.new, digest=number, carrier=carrier, now=turn.now)
    replies.tell(turn.tx, found.fits, number)
    flags.add(turn.tx, client.id, coach.id, digest.flags, digest=number, now=turn.now)
    rows = _buttons(say, number, digest, hear=recordings.rows(turn, say, client, f"d{number}", found.new))
    if digest.flags:
        rows += flagging.rows(turn, say, number)
    shows = Shows(None, number, "digest")
    send(
        turn,
        coach.id,
        words,
        rows,
        lane=DIGEST,
        protect=True,
        about=client.id,
        what=EMPTY if digest.empty else SENT,
        key=key,
        shows=shows,
    )
    if with_page:
        briefing.send_page(turn, coach, client, digest, page_key, shows, EMPTY if digest.empty else SENT)
    if everything and digest.charts:
        _draw(turn, coach, client, number)
    repairing.after(turn, client, found.week.client, found.repairs)
    turn.about.add(client.id)


def _buttons(say: Texts, number: int, digest: Digest, label: str = "", hear: Rows = ()) -> Rows:
    """``label``: what the last one says instead of *Read*; ``hear``: what brings voice notes and pictures."""
    read = ((label or say.t("Read"), f"k:read:{number}"),)
    if digest.empty:
        return (read,)
    shown = [(say.t("As a page"), f"k:page:{number}")]
    if digest.charts:
        shown.append((say.t("As a picture"), f"k:picture:{number}"))
    return (tuple(shown), *hear, read, *giving.actions(say, f"d{number}"))


# ---- one that was sent -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SentDigest:
    """A digest that was sent, and how to say it."""

    client: int
    digest: Digest
    say: Texts
    at: datetime


def again(turn: Turn, number: int) -> SentDigest | None:
    """A digest that was sent, compiled once more; what became private since is not in it."""
    row = digests.get(turn.tx, number)
    coach = people.coach(turn.tx, row.coach_id) if row else None
    client = people.client(turn.tx, row.client_id) if row else None
    if row is None or coach is None or client is None or client.coach_id != coach.id:
        return None
    found = gathering.week(turn, coach, client, row.end, row.id)
    return SentDigest(client.id, core_digest.compile(found.week), texts(coach.language), row.made_at)


def show_again(turn: Turn, coach: Coach, number: int) -> None:
    """A digest or brief that was sent, once more as a text: what it told then, as far as it is still shared."""
    sent = again(turn, number)
    if sent is not None:
        digests.opened(turn.tx, number, turn.now)
        told = sent.say.t("Told before, {when}:", when=sent.say.when(sent.at, coach.where))
        words = f"<i>{told}</i>\n\n{text.text(sent.digest, sent.say)}"
        row = digests.get(turn.tx, number)
        hear = recordings.of_digest(turn, coach, number)
        rows = _buttons(sent.say, number, sent.digest, _label(coach, row) if row else "", hear)
        shows = Shows(None, number, "digest")
        send(
            turn, coach.id, words, rows, lane=DIGEST, protect=True, about=sent.client, what=AGAIN, shows=shows
        )
        client = people.client(turn.tx, sent.client)
        if client is not None and not sent.digest.empty and not text.whole(sent.digest, sent.say):
            briefing.send_page(turn, coach, client, sent.digest, shows=shows, what=AGAIN)


def opened(turn: Turn, coach: Coach, word: str, number: int) -> None:
    """A button below a digest: its page, or its picture, which is drawn aside; "again": its text."""
    row = _own(turn, coach, number)
    client = people.client(turn.tx, row.client_id) if row else None
    if row is None or client is None:
        return
    digests.opened(turn.tx, number, turn.now)
    if word == "again":
        show_again(turn, coach, number)
    elif word == "picture":
        _draw(turn, coach, client, number)
    elif sent := again(turn, number):
        briefing.send_page(turn, coach, client, sent.digest, shows=Shows(None, number, "digest"), what=OPENED)


def _draw(turn: Turn, coach: Coach, client: Client, number: int) -> None:
    """The picture is drawn aside, and comes when it is there."""
    key, body = f"picture:{number}:{turn.row}", {"digest": number}
    inbox.add(turn.tx, key, coach.id, "picture", body, turn.now, about=client.id)


def drawn(turn: Turn, coach_id: int, sent: SentDigest, drawing: bytes, number: int) -> None:
    """The picture of a digest is there: send it; by a tap it is opened so, else it came by itself."""
    caption = escape(picture.caption(sent.digest, sent.say))
    name = naming.file_name(sent.digest, "png")
    what = OPENED if digests.was_opened(turn.tx, number) else DRAWN
    send_file(turn, coach_id, "sendPhoto", name, drawing, caption, lane=DIGEST, about=sent.client, what=what)


def read_all(turn: Turn, coach: Coach, client: Client) -> None:
    """All that waits to be read of one client is marked so, as by its button."""
    t, waiting = texts(coach.language), unread(turn, coach, client)
    row = digests.get(turn.tx, waiting[-1].id) if waiting else None
    name = escape(roster.called(turn, t, client))
    if row is None or not digests.mark_read(turn.tx, row.id, turn.now):
        return send(turn, coach.id, t.t("Nothing of {name} waits to be read.", name=name))
    audit.add(turn.tx, coach.id, "digest read", turn.now, row.client_id)
    when = t.when(row.made_at, coach.where)
    send(turn, coach.id, t.t("Marked as read: what came of {name} up to {when}.", name=name, when=when))
    return _say_read(turn, coach, row)


def read(turn: Turn, coach: Coach, number: int, message_id: int) -> None:
    """The coach marks a digest as read: its button says since when, wherever the digest stands."""
    row = _own(turn, coach, number)
    if row is None:
        return
    if digests.mark_read(turn.tx, number, turn.now):
        audit.add(turn.tx, coach.id, "digest read", turn.now, row.client_id)
        _say_read(turn, coach, row)
        row = replace(row, read_at=turn.now.astimezone(UTC))
    else:  # another showing of it, or a second tap, which changes no button
        undo = retracting.rows_of_read(turn, coach, number)
        send(turn, coach.id, escape(_label(coach, row)), undo, silent=True)
    t, label, sent = texts(coach.language), _label(coach, row), again(turn, number)
    hear = recordings.of_digest(turn, coach, number)
    rows: Rows = _buttons(t, number, sent.digest, label, hear) if sent else (((label, f"k:read:{number}"),),)
    set_buttons(turn, coach.id, message_id, (*rows, *flagging.rows(turn, t, number)))


def _label(coach: Coach, row: DigestRow) -> str:
    """What the button says once a digest was read; empty until then."""
    t = texts(coach.language)
    return t.t("Read · {when}", when=t.when(row.read_at, coach.where))[:60] if row.read_at else ""


def _say_read(turn: Turn, coach: Coach, row: DigestRow) -> None:
    """The client is told, once a digest that told something; the first time the coach reads that it is so."""
    t, client = texts(coach.language), people.client(turn.tx, row.client_id)
    if client is None:
        return None
    if not wanted.reads(coach) or not responses.any_shared(turn.tx, row.id):
        return retracting.note_read(turn, coach, client, row.id, 0)
    after = turn.now + giving.MINUTE
    told = replies.add(turn.tx, "read", row.client_id, coach.id, digest=row.id, now=turn.now, after=after)
    retracting.note_read(turn, coach, client, row.id, told)
    turn.about.add(row.client_id)
    one = replies.get(turn.tx, told)
    if "reads" not in coach.prefs and one is not None:
        people.change_coach(turn.tx, coach.id, prefs={**coach.prefs, "reads": True})
        text = t.t(
            "{name} is told that you have read it. /weekly changes that, /takeback takes it back.",
            name=escape(roster.called(turn, t, client)),
        )
        send(turn, coach.id, f"{text}\n{carried.goes(turn, coach, client, one)}", silent=True)
    return None


def _own(turn: Turn, coach: Coach, number: int) -> DigestRow | None:
    row = digests.get(turn.tx, number)
    return row if row is not None and row.coach_id == coach.id else None
