"""An advance copy: half a day before something goes to the coach, its client sees it, made by the same hands.

What the coach adds of their own (what they mean to ask, what a figure may point to) is not in it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, time
from typing import Any

from bot.core.base import wall
from bot.core.base.line import Line, line
from bot.core.digest import digest as core_digest
from bot.core.digest.digest import Digest
from bot.core.digest.section import DigestSection
from bot.core.plan import agenda
from bot.core.plan.agenda import AdvanceLook, SessionBrief
from bot.i18n import Texts, texts
from bot.people import briefing, gathering, planning, reader, reflecting
from bot.people.turn import Rows, Turn, send
from bot.render import text as rendered
from bot.store import advance_copies, pauses, people, reflections, responses, told
from bot.store.people import Client, Coach
from bot.store.responses import Response
from bot.telegram import escape

COACHS = ("flags", "to-ask")
"""Sections that say what the coach means to ask, or what a figure may point to: none of a client's words."""


def wanted(client: Client) -> bool:
    """Whether a client sees before what goes: unless they said otherwise, and while something can come."""
    return client.state == "active" and not client.away and bool(client.rhythm.get("preview", True))


# ---- when --------------------------------------------------------------------------------------


def next_look(turn: Turn, client: Client, tellings: Iterable[datetime]) -> AdvanceLook | None:
    """The next look at what goes; one that could not come at its hour comes when the talk rests."""
    if not wanted(client):
        return None
    waits = advance_copies.waiting(turn.tx, client.id, turn.now)
    if waits is not None and (at := _can_be(turn, client)) < waits[0]:
        return AdvanceLook(at, *waits)
    off = pauses.of_client(turn.tx, client.id)
    return agenda.look(tellings, turn.now, off, client.zone or "UTC", planning.quiet_of(client))


def _rests(turn: Turn, client: Client) -> datetime:
    """From when on nothing is going on: no silence, no talk that they are in. It asks nothing, so it may come
    on a day of rest: what goes to the coach then is seen before like all else.
    """
    return reflecting.free(turn, client, reflections.under_way(turn.tx, client.id), turn.now)


def _can_be(turn: Turn, client: Client) -> datetime:
    """The first instant at which a look can be shown: nothing is going on, and it is no quiet hour.

    Who wrote or tapped minutes ago is awake: what they shared then is shown to them in the night as well.
    """
    at = _rests(turn, client)
    if client.heard_at is not None and at - client.heard_at < agenda.HELD:
        return at
    return wall.awake(at, client.zone or "UTC", planning.quiet_of(client))


def _to_be_seen(turn: Turn, client: Client, coach: Coach) -> tuple[Response, ...]:
    """What would go and was in no look yet as it reads now; nothing where its client wants none, or is away."""
    off = pauses.of_client(turn.tx, client.id)
    if (
        not wanted(client)
        or wall.before(turn.now, off, client.zone or "UTC", wall.Quiet(time(), time())) != turn.now
    ):
        return ()
    seen = advance_copies.last_seen(turn.tx, client.id, coach.id)
    found = briefing.worth(turn, coach, client)
    return tuple(one for one in found if told.news(one, seen.get(one.id))[0] != "told")


def goes(turn: Turn, client: Client, coach: Coach, one: SessionBrief) -> datetime:
    """When a brief goes: what was added is in its client's hands for a while before."""
    at = max(one.at, turn.now)
    if not one.added or not _to_be_seen(turn, client, coach):
        return at
    return agenda.held_until(max(at, _can_be(turn, client)), one.starts) or at


def holds_back(turn: Turn, coach_id: int, body: Mapping[str, Any]) -> bool:
    """Whether the brief that fell due waits: what was added is shown first, now or when it can be."""
    client = people.client(turn.tx, body["client"])
    coach = reader.of(turn, client) if client is not None else None
    if client is None or coach is None or coach.id != coach_id:
        return False
    one = briefing.next_of(turn, client, coach, briefing.ahead(turn, client))
    new = _to_be_seen(turn, client, coach) if one is not None and one.added else ()
    shown = max(_can_be(turn, client), turn.now)
    until = agenda.held_until(shown, one.starts) if one is not None and new else None
    if until is None or one is None or one.session != body["session"]:
        return False
    turn.about.add(client.id)
    if shown > turn.now:
        advance_copies.wait(turn.tx, client.id, until, True)
    else:
        _show(turn, client, coach, until, new, added=True)
    return True


def fell_due(turn: Turn, client: Client, body: Mapping[str, Any]) -> None:
    """The moment of a look has come: it is shown, or waits for the talk to rest, or is not needed any more."""
    telling, coach = datetime.fromisoformat(body["telling"]), reader.of(turn, client)
    one = briefing.next_of(turn, client, coach, briefing.ahead(turn, client)) if coach is not None else None
    advance_copies.settle(turn.tx, client.id)
    if coach is None or not wanted(client) or telling <= turn.now:
        return
    added = one is not None and one.added and one.at == telling
    if not added and _off(turn, client):
        return
    if (_can_be if added else _rests)(turn, client) > turn.now:
        advance_copies.wait(turn.tx, client.id, telling, body["again"])
    elif new := _to_be_seen(turn, client, coach) if added else _new(turn, client, coach, telling):
        _show(turn, client, coach, telling, new, added)


def _off(turn: Turn, client: Client) -> bool:
    """Whether it is no hour for it, as when the bot was down at the right one."""
    off, zone = pauses.of_client(turn.tx, client.id), client.zone or "UTC"
    return wall.before(turn.now, off, zone, planning.quiet_of(client)) != turn.now


def _new(turn: Turn, client: Client, coach: Coach, telling: datetime) -> tuple[Response, ...]:
    """What goes and was not seen yet as it reads now: what waits to be opened since is not shown each week."""
    last = advance_copies.last_seen(turn.tx, client.id, coach.id)
    seen = {**last, **advance_copies.seen(turn.tx, client.id, coach.id, telling)}
    return tuple(
        one for one in briefing.worth(turn, coach, client) if told.news(one, seen.get(one.id))[0] != "told"
    )


def said_anew(
    turn: Turn, client: Client, coach: Coach, before: frozenset[datetime], now: frozenset[datetime]
) -> None:
    """The hour that a look named is no longer one at which something goes: it is said when it goes instead.

    Where that cannot be said now, the look comes once more before the new hour.
    """
    last = advance_copies.latest(turn.tx, client.id, coach.id, turn.now)
    new, worth = min((at for at in now if at > turn.now), default=None), briefing.worth(turn, coach, client)
    if last is None or last not in before - now or new is None or not worth:
        return None
    if not wanted(client) or _off(turn, client) or _can_be(turn, client) > turn.now:
        return advance_copies.unsee(turn.tx, client.id)
    t = texts(client.language)
    text = t.t(
        "What goes to {coach} goes on {when}, and not on {before}.",
        coach=escape(coach.name),
        when=t.when(new, client.where),
        before=t.when(last, client.where),
    )
    send(turn, client.id, text, silent=True)
    return advance_copies.keep(turn.tx, client.id, coach.id, new, worth)


def by_another_clock(turn: Turn, client: Client, was: str) -> None:
    """A client is in another zone than before: the hours that were said are said by the new clock."""
    coach, t = people.coach(turn.tx, client.coach_id), texts(client.language)
    if coach is None or client.zone == was:
        return None
    lines = []
    if (session := planning.session_at(turn, client, ahead=True)) is not None:
        lines.append(t.t("Next session: {when}", when=t.when(session, client.where)))
    telling = advance_copies.latest(turn.tx, client.id, coach.id, turn.now)
    if telling is not None and wanted(client):
        when = t.when(telling, client.where)
        lines.append(t.t("What goes to {coach} goes on {when}.", coach=escape(coach.name), when=when))
    return send(turn, client.id, "\n".join(lines), silent=True) if lines else None


# ---- what --------------------------------------------------------------------------------------


def _show(
    turn: Turn,
    client: Client,
    coach: Coach,
    telling: datetime,
    new: tuple[Response, ...],
    added: bool = False,
) -> None:
    """The whole of it the first time; then what was ``added`` since, alone."""
    t = texts(client.language)
    again = added or bool(advance_copies.seen(turn.tx, client.id, coach.id, telling))
    digest = _copy(turn, client, coach, telling, new if again else ())
    name, when = escape(coach.name), t.when(telling, client.where)
    head = (
        t.t("This goes to {coach} too, on {when}:", coach=name, when=when)
        if again
        else t.t("This goes to {coach} on {when}, as it stands now:", coach=name, when=when)
    )
    parts = [head, rendered.text(digest, t), *_below(t, digest, again)]
    send(turn, client.id, "\n\n".join(parts), buttons(t), silent=True)
    if not rendered.whole(digest, t):
        briefing.send_page(turn, coach, client, digest, to=client)
    advance_copies.keep(turn.tx, client.id, coach.id, telling, briefing.worth(turn, coach, client))


def _below(t: Texts, digest: Digest, again: bool) -> list[str]:
    """What can be done about it, once a telling; that a digest may point to something, where it does."""
    said = []
    if digest.flags:
        said.append(t.t("It may also point to something in the figures; /hints says what that can be."))
    if not again:
        said.append(
            t.t(
                "Nothing needs doing. You can change or hold back single answers, add a line, or send it now. "
                "What you write or change until then goes along, as you share it."
            )
        )
    return said


def buttons(t: Texts) -> Rows:
    """Under a look."""
    return (
        ((t.t("Change or hold back"), "m:going"), (t.t("Hold all of it back"), "m:holdback")),
        ((t.t("Add a line"), "m:addline"),),
        ((t.t("Send it now"), "m:send"), (t.t("Not before each time"), "m:look:off")),
    )


def _copy(turn: Turn, client: Client, coach: Coach, telling: datetime, only: tuple[Response, ...]) -> Digest:
    """What the coach gets, compiled as for them, without what is the coach's own; of ``only`` these, if any."""
    found = gathering.week(turn, coach, client, turn.now).week
    found = replace(found, to_ask=(), client=client.name or texts(client.language).t("You"))
    if only:
        ids = {one.id for one in only}
        held = tuple(one if one.id in ids else replace(one, news="told") for one in found.responses)
        found = replace(found, responses=held)
    brief = bool(only) or telling in briefing.firsts(turn, coach, briefing.ahead(turn, client))
    opening = line("What you chose to share.")
    digest = core_digest.brief(found, opening, again=bool(only)) if brief else core_digest.compile(found)
    sections = tuple(to_its_writer(one, coach.name) for one in digest.sections if one.name not in COACHS)
    return replace(digest, opening=opening, sections=sections, charts=())


def to_its_writer(section: DigestSection, coach: str) -> DigestSection:
    """A section as its client reads it: "your", where the coach reads a name or "their"."""
    items = tuple(
        replace(one, line=_yours(one.line, coach) if one.line is not None else None) for one in section.items
    )
    return replace(section, title=_yours(section.title, coach), items=items)


_YOURS = (
    (line("In their own words"), line("In your own words")),
    (line("A question to you"), line("A question to {coach}", coach="")),
    (line("A line of their own"), line("A line of your own")),
    (
        line("{client} would like you to understand:", client=""),
        line("What you would like {coach} to understand:", coach=""),
    ),
    (line("{client} might bring:", client=""), line("What you might bring:")),
    (
        line("You understood “{words}”. {client}: not quite.", words="", client=""),
        line("{coach} understood “{words}”. You: not quite.", coach="", words=""),
    ),
    (
        line("You understood “{words}”. {client}: partly.", words="", client=""),
        line("{coach} understood “{words}”. You: partly.", coach="", words=""),
    ),
    (
        line("You understood “{words}”. {client}: yes.", words="", client=""),
        line("{coach} understood “{words}”. You: yes.", coach="", words=""),
    ),
    (
        line(
            "“{title}” was twice not for {client} and does not come by itself now. /assign offers another one, "
            "/ask a question of your own.",
            title="",
            client="",
        ),
        line("“{title}” was twice not for you, and does not come by itself now.", title=""),
    ),
)
"""A sentence to the coach, and the same to the client themself."""


def _yours(said: Line, coach: str) -> Line:
    """The same sentence to the client themself."""
    mine = next((own for theirs, own in _YOURS if theirs.message == said.message), None)
    known = {**dict(said.values), "coach": coach}
    return (
        said if mine is None else replace(mine, values=tuple((name, known[name]) for name, _ in mine.values))
    )


def going(turn: Turn, client: Client) -> tuple[Response, ...]:
    """What goes to the coach as it stands, newest first, with what was seen of it before and is held back since."""
    coach = reader.of(turn, client)
    if coach is None:
        return ()
    telling = advance_copies.latest(turn.tx, client.id, coach.id, turn.now)
    seen = advance_copies.seen(turn.tx, client.id, coach.id, telling) if telling is not None else {}
    held = (one for one in responses.by_ids(turn.tx, list(seen)) if one.visibility == "private")
    found = {one.id: one for one in (*gathering.untold(turn, coach, client), *held)}
    return tuple(sorted(found.values(), key=lambda one: (one.at, one.id), reverse=True))


def added(turn: Turn, client: Client, one: Response) -> datetime | None:
    """A line was added to what goes: it was seen. When that goes; None where nothing was looked at yet."""
    coach = reader.of(turn, client)
    telling = advance_copies.latest(turn.tx, client.id, coach.id, turn.now) if coach is not None else None
    if coach is not None and telling is not None:
        advance_copies.keep(turn.tx, client.id, coach.id, telling, (one,))
    return telling
