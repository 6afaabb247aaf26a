"""Digests: a client's week, read, compiled and sent to their coach. Only what is shared is ever read."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Literal

from bot.core.base import wall
from bot.core.digest import digest as core_digest
from bot.core.digest.digest import Digest
from bot.core.digest.measures import question
from bot.core.digest.week import PausedTime, Prompted, PromptState, Shared, Week
from bot.core.digest.week import SharedMark as WeekMark
from bot.i18n import Texts, texts
from bot.people import attachments, library, planning, roster
from bot.people.turn import DIGEST, Turn, send, send_file, set_buttons
from bot.render import page, picture, text
from bot.store import audit, digests, inbox, people, reflections, responses, standing
from bot.store.people import Client, Coach
from bot.telegram import escape

Fit = Literal["", "yes", "partly", "no"]

PERIOD = timedelta(days=7)
FITS: dict[str, Fit] = {"yes": "yes", "partly": "partly", "no": "no"}
HISTORY = timedelta(days=182)
"""How far back a week looks for the client's own baseline."""


def weekly(turn: Turn, coach_id: int, client_id: int | None) -> None:
    """The coach's day and hour have come: the digest of one client; of all in a row of an older version."""
    coach = people.coach(turn.tx, coach_id)
    if coach is None or coach.state != "active":
        return
    mine = standing.readable(turn.tx, coach_id)
    for one in mine if client_id is None else {client_id}.intersection(mine):
        client = people.client(turn.tx, one)
        if client is not None and not _over(turn, coach, client):
            make(turn, coach, client)


def _over(turn: Turn, coach: Coach, client: Client) -> bool:
    """Whether there is no more to tell of one: the work has ended or was put aside, and nothing new is shared."""
    if client.archived_at is None and not roster.ended(turn, coach, client):
        return False
    return compiled(turn, coach, client, turn.now - PERIOD, turn.now).empty


def now(turn: Turn, coach: Coach, name: str) -> None:
    """A digest at any time: of the client of that name, or of all."""
    t = texts(coach.language).t
    mine = _readable(turn, coach)
    wanted = [one for one in mine if not name or (one.name or "").casefold() == name.casefold()]
    if not wanted:
        return send(turn, coach.id, t("No client of that name. /clients shows who is with you."))
    for client in wanted:
        make(turn, coach, client)
    return None


def _readable(turn: Turn, coach: Coach) -> list[Client]:
    return [one for one in people.clients_of(turn.tx, coach.id) if one.state not in ("joining", "refused")]


# ---- one digest --------------------------------------------------------------------------------


def make(turn: Turn, coach: Coach, client: Client) -> None:
    """Text and page now, the picture right after; with a button to say that it was read."""
    say = texts(coach.language)
    end = turn.now
    digest = compiled(turn, coach, client, end - PERIOD, end)
    words = text.text(digest, say)
    number = digests.add(turn.tx, coach.id, client.id, start=end - PERIOD, end=end, now=turn.now, body=words)
    audit.add(turn.tx, coach.id, "digest sent", turn.now, client.id)
    rows = (((say.t("Read"), f"k:read:{number}"),),)
    send(turn, coach.id, words, rows, lane=DIGEST, protect=True, about=client.id)
    if digest.empty:
        return
    name = f"digest-{wall.local(end, coach.zone):%Y-%m-%d}.html"
    content = page.page(digest, say).encode()
    send_file(turn, coach.id, "sendDocument", name, content, lane=DIGEST, about=client.id)
    if digest.charts:
        key, body = f"picture:{number}", {"digest": number}
        inbox.add(turn.tx, key, coach.id, "picture", body, turn.now, about=client.id)


def compiled(turn: Turn, coach: Coach, client: Client, start: datetime, end: datetime) -> Digest:
    """The digest of a period, as the store has it now."""
    return core_digest.compile(week(turn, coach, client, start, end))


def week(turn: Turn, coach: Coach, client: Client, start: datetime, end: datetime) -> Week:
    """What the client shares of a period and of what came before it; private words are never selected."""
    met = planning.sessions_of(turn, client, end + timedelta(days=60))
    held = [one for one in met if not one.cancelled]
    past = [one for one in held if one.starts <= end]
    return Week(
        client=roster.called(turn, texts(coach.language), client),
        coach=coach.name or "",
        zone=coach.zone or "UTC",
        start=start,
        end=end,
        next_session=next((one.starts for one in held if one.starts > end), None),
        session=max((one.number for one in past), default=client.sessions_before),
        sessions=tuple(one.starts for one in past if one.starts >= end - HISTORY),
        responses=_shared(turn, coach, client, end),
        prompts=_prompted(turn, client, end),
        pauses=tuple(PausedTime(starts, ends) for starts, ends in people.pauses(turn.tx, client.id)),
        marks=tuple(
            WeekMark(one.kind, one.at, one.reflection_id) for one in responses.marks(turn.tx, client.id)
        ),
    )


def _shared(turn: Turn, coach: Coach, client: Client, end: datetime) -> tuple[Shared, ...]:
    found = responses.shared(turn.tx, client.id, end - HISTORY, end)
    echoing = responses.echoing(turn.tx, client.id)
    told = [_one(turn, coach, client, response) for response in found]
    return tuple(
        replace(one, prompt=_bare(turn, coach, client, response)) if one.reflection in echoing else one
        for one, response in zip(told, found, strict=True)
    )


def _bare(turn: Turn, coach: Coach, client: Client, response: responses.Response) -> str:
    """The script's own question: the prompt as shown may hold the words of an answer that is private."""
    script = library.version(turn.tx, response.script, client.language, response.version)
    step = script.step(response.step) if script else None
    source = re.sub(r"{{ *thanks *}}", "", step.text if step else "")
    asked = question(re.sub(r"{{ *coach *}}", coach.name or "", source))
    return "" if "{" in asked else asked


def _one(turn: Turn, coach: Coach, client: Client, response: responses.Response) -> Shared:
    t = texts(coach.language)
    script = library.version(turn.tx, response.script, client.language, response.version)
    step = script.step(response.step) if script else None
    return Shared(
        id=response.id,
        at=response.at,
        script=response.script,
        title=script.header.title if script else t.t("A note"),
        step=response.step,
        prompt=response.prompt,
        texts=tuple(attachments.shown(t, one) for one in response.texts),
        own=tuple(one.own for one in response.texts),
        tags=script.header.tags if script else (),
        kind=step.kind if step else "ask",
        passed=response.state == "passed",
        rating=response.rating,
        scale=(step.scale.low, step.scale.high) if step and step.scale else None,
        choice=response.choice,
        edited=response.edited,
        asked=response.asked_at,
        reflection=response.reflection_id or 0,
    )


def _prompted(turn: Turn, client: Client, end: datetime) -> tuple[Prompted, ...]:
    """Reflections as they may be counted, by what is shared; one of which all is private is not."""
    return tuple(
        Prompted(
            reflection=one.id,
            script=one.script,
            title=library.title(turn.tx, one.script, client.language) or one.script,
            at=one.begun_at,
            state=_state(one),
            tags=library.tags(turn.tx, one.script, client.language),
            fit=FITS.get(one.fit, ""),
        )
        for one in reflections.counted(turn.tx, client.id, end - HISTORY, end)
        if one.answered or one.passed or not one.private
    )


def _state(one: reflections.Counted) -> PromptState:
    if one.answered:
        return "answered"
    if one.passed:
        return "passed"
    return "waiting" if one.ended_at is None else "left"


# ---- the picture, and reading ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SentDigest:
    """A digest that was sent, and how to say it."""

    client: int
    digest: Digest
    say: Texts


def again(turn: Turn, number: int) -> SentDigest | None:
    """A digest that was sent, compiled once more; what became private since is not in it."""
    row = digests.get(turn.tx, number)
    coach = people.coach(turn.tx, row.coach_id) if row else None
    client = people.client(turn.tx, row.client_id) if row else None
    if row is None or coach is None or client is None or client.coach_id != coach.id:
        return None
    digest = compiled(turn, coach, client, row.start, row.end)
    return SentDigest(client.id, digest, texts(coach.language))


def drawn(turn: Turn, coach_id: int, sent: SentDigest, drawing: bytes) -> None:
    """The picture of a digest is there: send it."""
    caption = escape(picture.caption(sent.digest, sent.say))
    send_file(turn, coach_id, "sendPhoto", "digest.png", drawing, caption, lane=DIGEST, about=sent.client)


def read(turn: Turn, coach: Coach, number: int, message_id: int) -> None:
    """The coach marks a digest as read."""
    row = digests.get(turn.tx, number)
    if row is None or row.coach_id != coach.id:
        return
    if digests.mark_read(turn.tx, number, turn.now):
        audit.add(turn.tx, coach.id, "digest read", turn.now, row.client_id)
    t = texts(coach.language)
    when = t.when(turn.now.astimezone(UTC), coach.zone)
    set_buttons(turn, coach.id, message_id, (((t.t("Read · {when}", when=when)[:60], f"k:read:{number}"),),))
