"""A week gathered: what a client shares, what of it their coach had, and what a digest or brief is made from.

It takes a dozen statements, however much was said; private words are never selected.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Literal

from bot import safety_lists
from bot.core.base import wall
from bot.core.digest import flag
from bot.core.digest.measures import question
from bot.core.digest.week import AnsweredReply, PausedTime, Prompted, Shared, Week
from bot.core.digest.week import SharedMark as WeekMark
from bot.core.script.script import Script, Step
from bot.core.understand.request import asks
from bot.i18n import Texts, texts
from bot.people import aims, attachments, giving, library, planning, repairing, roster, situation
from bot.people.turn import Turn
from bot.store import flags, handovers, marks, pauses, reflections, replies, responses, told, uses
from bot.store.people import Client, Coach
from bot.store.replies import Reply
from bot.store.responses import Response, Text
from bot.store.told import Told

Fit = Literal["", "yes", "partly", "no"]

PERIOD = timedelta(days=7)
FITS: dict[str, Fit] = {"yes": "yes", "partly": "partly", "no": "no"}
HISTORY = timedelta(days=182)
"""How far back a week looks for the client's own baseline."""

EVER = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Gathered:
    """A week, and what is new in it, as it is to be marked as told: responses, taps; and what is to be asked."""

    week: Week
    new: tuple[Response, ...]
    fits: tuple[Reply, ...] = ()
    asked: tuple[Reply, ...] = ()
    repairs: tuple[Response, ...] = ()


@dataclass(frozen=True, slots=True)
class WhatIsKnown:
    """What is read once for all responses of a client."""

    turn: Turn
    coach: Coach
    client: Client
    scripts: Mapping[tuple[str, str, int], Script]
    talks: Mapping[int, reflections.Counted]
    before: Mapping[int, Told]
    then: Mapping[int, Told] | None
    asked: frozenset[int] = frozenset()
    met: tuple[datetime, ...] = ()


def week(turn: Turn, coach: Coach, client: Client, end: datetime, digest: int | None = None) -> Gathered:
    """What is new and what came before it; with ``digest``, as it was when that one was told.

    What became private since is in neither, and what was written since is not in the old one.
    """
    fits, asked = _replies(turn, coach, client, digest)
    known = _known(turn, coach, client, digest)
    known = replace(known, asked=frozenset(one.response for one in asked if one.response is not None))
    met = planning.sessions_of(turn, client, end + timedelta(days=60))
    held = [one for one in met if not one.cancelled]
    known = replace(known, met=tuple(one.starts for one in held))
    found = responses.shared(turn.tx, client.id, end - HISTORY, coach.id)
    each = [(one, _shared(known, one)) for one in found]
    past = [one for one in held if one.starts <= end]
    since = handovers.known_from(turn.tx, client.id) or EVER
    name = roster.called(turn, texts(coach.language), client, coach)
    off = pauses.of_client(turn.tx, client.id)
    made = Week(
        client=name,
        coach=coach.name or "",
        zone=coach.zone or "UTC",
        start=end - PERIOD,
        end=end,
        next_session=next((one.starts for one in held if one.starts > end), None),
        session=max((one.number for one in past), default=client.sessions_before),
        sessions=tuple(one.starts for one in past if one.starts >= end - HISTORY),
        responses=tuple(shared for _, shared in each),
        prompts=_prompted(known, max(since, end - HISTORY), end),
        pauses=tuple(PausedTime(starts, ends) for starts, ends in off if ends is None or ends > since),
        marks=_marks(turn, client, since),
        goals=aims.told(turn, client),
        stands=situation.sentence(turn, coach, client, name, off) if digest is None else None,
        since=max((one.at for one in known.before.values()), default=None),
        fits=tuple(_fit(one) for one in fits),
        to_ask=tuple(one.response for one in asked if one.response is not None),
        reminders=tuple(one.words for one in asked if one.response is None and one.words),
        moved=sum(one.moved_at is not None or one.cancelled for one in met if one.starts <= end + PERIOD),
    )
    if any(one.fit == "no" for one in made.sent):
        made = replace(made, off=uses.not_for(turn.tx, client.id, shared=True))
    if flag.flags(made):  # most weeks have none: what is not to be said is read only then
        made = replace(made, unflagged=flags.unsaid(turn.tx, client.id, coach.id, end))
    new = tuple(one for one, shared in each if shared.news != "told")
    return Gathered(made, new, fits, asked, tuple(one for one in new if _repairs(known, one)))


def journal(turn: Turn, coach: Coach, client: Client) -> Week:
    """All that reached the coach so far and is shared as matters stand, up to the message that was told last."""
    known = _known(turn, coach, client, None)
    known = replace(known, before={}, then=known.before)
    found = responses.shared(turn.tx, client.id, EVER, coach.id)
    return Week(
        client=roster.called(turn, texts(coach.language), client, coach),
        coach=coach.name or "",
        zone=coach.zone or "UTC",
        start=turn.now - PERIOD,
        end=turn.now,
        responses=tuple(_shared(known, one) for one in found),
    )


def _marks(turn: Turn, client: Client, since: datetime) -> tuple[WeekMark, ...]:
    found = marks.of_client(turn.tx, client.id)
    return tuple(
        WeekMark(one.kind, one.at, one.reflection_id or 0, one.response_id)
        for one in found
        if one.at >= since
    )


def untold(turn: Turn, coach: Coach, client: Client) -> tuple[Response, ...]:
    """The shared responses that hold something which the coach has not been told, oldest first."""
    before = told.latest(told.of_client(turn.tx, client.id, coach.id))
    found = responses.shared(turn.tx, client.id, turn.now - HISTORY, coach.id)
    return tuple(one for one in found if told.news(one, before.get(one.id))[0] != "told")


def _replies(
    turn: Turn, coach: Coach, client: Client, digest: int | None
) -> tuple[tuple[Reply, ...], tuple[Reply, ...]]:
    """What was tapped under the coach's words and is not told, and what is to be asked; or as a digest had it."""
    if digest is not None:
        return replies.fits_in(turn.tx, digest), replies.asked_in(turn.tx, digest)
    found = replies.for_coach(turn.tx, client.id, coach.id)
    return tuple(one for one in found if one.fit), to_ask(turn, coach, client, found)


def to_ask(
    turn: Turn, coach: Coach, client: Client, among: tuple[Reply, ...] | None = None
) -> tuple[Reply, ...]:
    """What the coach put down to ask at the next session, as far as it is still shared."""
    known = replies.for_coach(turn.tx, client.id, coach.id) if among is None else among
    found = (one for one in known if one.kind == "ask")
    return tuple(one for one in found if giving.still_shared(turn, client, one))


def _fit(one: Reply) -> AnsweredReply:
    kind: Literal["understood", "repair"] = "repair" if one.kind == "repair" else "understood"
    return AnsweredReply(kind, FITS.get(one.fit) or "yes", one.made_at, one.words, one.notes)


def news(turn: Turn, coach: Coach, client: Client) -> bool:
    """Whether there is anything to tell: what is shared, or a tap under what the coach gave back."""
    return bool(untold(turn, coach, client) or replies.fits(turn.tx, client.id, coach.id))


def told_in(turn: Turn, coach: Coach, client: Client, digest: int) -> tuple[Response, ...]:
    """What a digest or brief told and is shared as matters stand, oldest first; nothing that was passed."""
    ids = {one.response for one in told.of_client(turn.tx, client.id, coach.id) if one.digest == digest}
    found = responses.shared(turn.tx, client.id, EVER, coach.id)
    return tuple(one for one in found if one.id in ids and one.state != "passed")


def had(turn: Turn, coach: Coach, client: Client) -> tuple[Response, ...]:
    """What the coach has had and is shared as matters stand, oldest first; nothing that holds something new."""
    before = told.latest(told.of_client(turn.tx, client.id, coach.id))
    found = responses.shared(turn.tx, client.id, EVER, coach.id)
    return tuple(
        one
        for one in found
        if one.id in before and one.state != "passed" and told.news(one, before[one.id])[0] == "told"
    )


def changed(turn: Turn, client: Client, one: Response) -> bool:
    """Whether a response holds something which the coach has not been told."""
    before = told.latest(told.of_client(turn.tx, client.id, client.coach_id)).get(one.id)
    return told.news(one, before)[0] != "told"


def day_of(at: datetime, zone: str) -> date:
    """The calendar day of an instant on a clock."""
    return wall.local(at, zone or "UTC").date()


# ---- what is known of all ----------------------------------------------------------------------


def _known(turn: Turn, coach: Coach, client: Client, digest: int | None) -> WhatIsKnown:
    tellings = told.of_client(turn.tx, client.id, coach.id)
    then = None if digest is None else told.latest([one for one in tellings if one.digest == digest])
    first = min((one.id for one in tellings if one.digest == digest), default=0)
    before = [one for one in tellings if digest is None or one.id < first]
    talks = {one.id: one for one in reflections.counted(turn.tx, client.id, EVER, turn.now + PERIOD)}
    return WhatIsKnown(
        turn,
        coach,
        client,
        library.those(turn.tx, {(one.script, one.language, one.version) for one in talks.values()}),
        talks,
        told.latest(before),
        then,
    )


# ---- one response ------------------------------------------------------------------------------


def _shared(known: WhatIsKnown, one: Response) -> Shared:
    t, script = texts(known.coach.language), _script(known, one)
    step = script.step(one.step) if script else None
    news, fresh = told.news(one, known.before.get(one.id), known.then)
    return Shared(
        id=one.id,
        at=one.at,
        script=one.script,
        title=script.header.title if script else "",
        step=one.step,
        prompt=_prompt(known, one, step),
        texts=_words(t, one.texts),
        fresh=_words(t, fresh),
        tags=script.header.tags if script else (),
        kind=step.kind if step else "ask",
        passed=one.state == "passed",
        rating=one.rating,
        scale=(step.scale.low, step.scale.high) if step and step.scale else None,
        choice=None if library.routes(step) else one.choice,
        edited=one.edited,
        reflection=one.reflection_id or 0,
        news=news,
        use=step.use if step and not _late(known, one, script) else "",
        hushed=(news != "told" or (step is not None and step.use == "agreed") or one.id in known.asked)
        and _hushed(known, one),
        calls=any(asks(text.own, known.coach.name or "") for text in fresh if not text.origin),
        passed_on=bool(fresh) and all(text.origin for text in fresh),
        sent=attachments.alone(fresh),
    )


def _late(known: WhatIsKnown, one: Response, script: Script | None) -> bool:
    """Whether words to a question before a session were written after that had begun: no wish for the next."""
    talk = known.talks.get(one.reflection_id or 0)
    if talk is None or script is None or script.header.when.kind != "before":
        return False
    said = min((text.at for text in one.texts), default=one.at)
    return any(talk.begun_at < starts <= said for starts in known.met)


def _hushed(known: WhatIsKnown, one: Response) -> bool:
    """Whether words may need a person: then nothing quotes them, and nothing is worked out from them."""
    folder, language = Path(known.turn.config.prompts.path), known.client.language
    return any(safety_lists.find(text.words, language, folder) for text in one.texts if text.words)


def _script(known: WhatIsKnown, one: Response) -> Script | None:
    talk = known.talks.get(one.reflection_id or 0)
    return known.scripts.get((one.script, talk.language, one.version)) if talk else None


def _repairs(known: WhatIsKnown, one: Response) -> bool:
    script = _script(known, one)
    return script is not None and script.header.mark == repairing.MARK


def _words(t: Texts, found: tuple[Text, ...]) -> tuple[str, ...]:
    return tuple(attachments.shown(t, text) for text in found)


def _prompt(known: WhatIsKnown, one: Response, step: Step | None) -> str:
    """The prompt as it was shown; the script's own question where it may hold words that are private."""
    talk = known.talks.get(one.reflection_id or 0)
    if talk is None or not talk.private:
        return one.prompt
    before = sum(other.script == talk.script and other.id < talk.id for other in known.talks.values())
    return own_question(step, before, known.coach)


def own_question(step: Step | None, before: int, coach: Coach) -> str:
    """A script's own question, without words of anybody's; "" where it cannot be said without them."""
    asked = question(library.bare(step.wording(before) if step else "", coach.name or ""))
    return "" if "{" in asked else asked


# ---- prompts that may be counted ---------------------------------------------------------------


def _prompted(known: WhatIsKnown, start: datetime, end: datetime) -> tuple[Prompted, ...]:
    """Reflections of which something is shared.

    Others are not there at all: how many go out hangs on whether somebody writes, which is theirs alone.
    """
    found = (one for one in known.talks.values() if start <= one.begun_at < end)
    return tuple(_one(known, one) for one in found if one.answered or one.passed)


def _one(known: WhatIsKnown, one: reflections.Counted) -> Prompted:
    script = known.scripts.get((one.script, one.language, one.version))
    return Prompted(
        reflection=one.id,
        script=one.script,
        title=script.header.title if script else one.script,
        at=one.begun_at,
        state="answered" if one.answered else "passed",
        tags=script.header.tags if script else (),
        fit=FITS.get(one.fit, ""),
    )
