"""What a coach's pages show: the overview, a client's card, digests, journal, agreement, and the coaching sessions.

Each is gathered by the functions that the chat has, for the coach's own clients alone; None: there is no such page.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from bot.core.base import wall
from bot.core.digest import digest as core_digest
from bot.core.digest.digest import Digest, SharedTalk
from bot.i18n import Texts, texts
from bot.people import agreement, alerting, gathering, roster
from bot.people.coach import card, digesting, meeting, overview
from bot.people.turn import Turn, number, showed
from bot.store import digests, standing
from bot.store.digests import Latest
from bot.store.people import Client, Coach
from bot.telegram import escape
from bot.telegram.timestamp import bare

View = dict[str, object]

DIGESTS, TALKS, SESSIONS = 60, 30, 60
"""So many digests, reflections of a journal and coaching sessions are on one page."""


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page to be rendered: by which template, of what; a digest or reflections where some are on it."""

    template: str
    title: str
    values: View
    digest: Digest | None = None
    talks: tuple[SharedTalk, ...] = ()


Page = Callable[[Turn, Coach, Mapping[str, Any]], ShownPage | None]
"""What makes a page of what stands in its address."""


def all_clients(turn: Turn, coach: Coach, path: Mapping[str, Any]) -> ShownPage:
    """The overview, as the weekly message has it."""
    t = texts(coach.language)
    rows = [
        {
            "id": one.client.id,
            "name": one.name,
            "said": bare(one.said),
            "notice": one.notice,
            "new": one.state,
        }
        for one in overview.each(turn, coach)
    ]
    head = overview.heading(turn, t, coach)
    none = t.t("No client yet. /invite makes a link.")
    return ShownPage("overview", head, {"rows": rows, "breath": overview.breath(t), "empty": none})


def client(turn: Turn, coach: Coach, path: Mapping[str, Any]) -> ShownPage | None:
    """A client's card, and the ways on from it."""
    one = _own(turn, coach, path)
    if one is None:
        return None
    t = texts(coach.language)
    name, lines = (
        roster.called(turn, t, one),
        card.says(turn, coach, one, alerting.waits(turn, coach).get(one.id)),
    )
    had = digests.last(turn.tx, coach.id, one.id, DIGESTS) if standing.agreed(one, coach.id) else ()
    values: View = {
        **_about(turn, t, one, ""),
        "lines": [bare(line) for line in lines[1:]],
        "state": bare(lines[0]).removeprefix(f"{name} · "),
        "digests": [
            {
                "id": row.id,
                "name": _dated(t, coach, row),
                "read": t.t("Read · {when}", when=t.when(row.read_at, coach.where)) if row.read_at else "",
            }
            for row in had
        ],
        "labels": {"digests": t.t("Digests and briefs"), "none": t.t("None came yet.")},
    }
    return ShownPage("client", name, values)


def _dated(t: Texts, coach: Coach, row: Latest) -> str:
    when = t.when(row.made_at, coach.where)
    return t.t("Brief of {when}", when=when) if row.kind == "brief" else t.t("Digest of {when}", when=when)


def digest(turn: Turn, coach: Coach, path: Mapping[str, Any]) -> ShownPage | None:
    """A digest or brief that was sent, compiled once more: what became private since is not in it."""
    one = _own(turn, coach, path)
    row = digests.get(turn.tx, number(str(path.get("number", "")))) if one else None
    if one is None or row is None or row.coach_id != coach.id or row.client_id != one.id:
        return None
    sent = digesting.again(turn, row.id) if digests.arrived(turn.tx, row.id) else None
    if sent is None:
        return None
    showed(turn, coach.id, one.id, digesting.OPENED)
    digests.opened(turn.tx, row.id, turn.now)
    t = texts(coach.language)
    told = t.t("Told before, {when}:", when=t.when(row.made_at, coach.where))
    return ShownPage(
        "digest", roster.called(turn, t, one), {**_about(turn, t, one, None), "told": told}, sent.digest
    )


def journal(turn: Turn, coach: Coach, path: Mapping[str, Any]) -> ShownPage | None:
    """All of a client's that reached this coach and is shared as matters stand, newest first."""
    one = _own(turn, coach, path)
    if one is None or not standing.agreed(one, coach.id):
        return None
    t, start = texts(coach.language), number(str(path.get("from", "")))
    talks = core_digest.talks(gathering.journal(turn, coach, one))[::-1]
    if shown := talks[start : start + TALKS]:
        showed(turn, coach.id, one.id, "journal opened")
    values: View = {
        **_about(turn, t, one, "/journal"),
        "older": start + TALKS if len(talks) > start + TALKS else 0,
        "zone": coach.zone or "UTC",
        "labels": {
            "head": t.t("What reached you"),
            "note": t.t(
                "What is shared, and a digest, a brief or a message told you. Private entries are not in it."
            ),
            "older": t.t("Older"),
            "none": t.t("Nothing yet."),
        },
    }
    return ShownPage("journal", roster.called(turn, t, one), values, talks=shown)


def working_agreement(turn: Turn, coach: Coach, path: Mapping[str, Any]) -> ShownPage | None:
    """The working agreement with a client, as it stands."""
    one = _own(turn, coach, path)
    if one is None or not standing.agreed(one, coach.id):
        return None
    t = texts(coach.language)
    name = roster.called(turn, t, one)
    showed(turn, coach.id, one.id, "agreement shown")
    head, *lines = map(bare, agreement.card(turn, t, one, escape(name)).splitlines())
    return ShownPage(
        "agreement",
        name,
        {**_about(turn, t, one, "/agreement"), "head": head, "lines": list(filter(None, lines))},
    )


def sessions(turn: Turn, coach: Coach, path: Mapping[str, Any]) -> ShownPage:
    """The coaching sessions that lie ahead, by day."""
    t, found = texts(coach.language), meeting.coming(turn, coach)
    days = []
    for day, its in groupby(
        found[:SESSIONS], lambda pair: wall.local(pair[1].starts, coach.zone or "UTC").date()
    ):
        each = [
            {
                "client": who.id,
                "name": roster.called(turn, t, who),
                "at": t.clock(wall.local(one.starts, coach.zone or "UTC")),
            }
            for who, one in its
        ]
        days.append({"day": t.dated(day), "each": each})
    more = max(len(found) - SESSIONS, 0)
    values: View = {
        "days": days,
        "empty": t.t("No coaching session is logged ahead. /session logs one."),
        "more": t.n("{n} more within a year.", "{n} more within a year.", more) if more else "",
    }
    return ShownPage("sessions", t.t("Coaching sessions"), values)


def _own(turn: Turn, coach: Coach, path: Mapping[str, Any]) -> Client | None:
    return roster.one(turn, coach, number(str(path.get("client", ""))))


def _about(turn: Turn, t: Texts, one: Client, here: str | None) -> View:
    """The head that all pages about one client have."""
    ways = (
        ("", t.t("Card")),
        ("/journal", t.t("What reached you")),
        ("/agreement", t.t("The working agreement")),
    )
    return {"client": one.id, "name": roster.called(turn, t, one), "ways": ways, "here": here}
