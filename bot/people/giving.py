"""What a coach gave back, brought to the client when it fits: outside caps, never into quiet hours or a silence."""

from datetime import datetime, timedelta

from bot.core.base import wall
from bot.core.plan.agenda import TALKING
from bot.i18n import Texts, texts
from bot.people import planning, recalling
from bot.people.turn import Rows, Shows, Turn, fresh_key, send
from bot.store import digests, pauses, people, reflections, replies, responses, told
from bot.store.people import Client
from bot.store.replies import Reply
from bot.store.responses import Response
from bot.telegram import CHOSEN, escape

MINUTE = timedelta(minutes=1)
"""So long it can be taken back without the client ever seeing it."""

STALE = timedelta(days=7)
"""That something was read is not said later than this."""

AFTER_MEETING, AHEAD = timedelta(days=1), timedelta(days=60)
"""How long after the next session the question about a repair comes, and how far ahead that session is sought."""

FITS = ("yes", "partly", "no")
SHARED = ("session", "now")


# ---- when --------------------------------------------------------------------------------------


def next_at(turn: Turn, client: Client) -> datetime | None:
    """When the next of what waits goes; None where nothing does, or nobody can say."""
    waiting = replies.wanted(turn.tx, client.id)
    found = (_at(turn, client, kind, after) for kind, after in waiting)
    return min((at for at in found if at is not None), default=None)


def fits(turn: Turn, client: Client, one: Reply) -> datetime | None:
    """When it goes where no talk is going on, which the coach is not told of; None where nobody can say."""
    return _at(turn, client, one.kind, one.after, talks=False)


def _at(turn: Turn, client: Client, kind: str, after: datetime, talks: bool = True) -> datetime | None:
    """The instant at which it fits: no quiet hour, no pause or stop, no silence, no talk that is going on."""
    met = _met(turn, client, after) if kind == "repair" else after
    if met is None or client.away or client.state not in ("active", "paused"):
        return None
    if client.state == "paused" and client.paused_until is None:
        return None
    at = met
    for row in reflections.under_way(turn.tx, client.id) if talks else ():
        talk = row.reflection
        if talk.state == "holding" and talk.until is not None:
            at = max(at, talk.until + TALKING)
        elif talk.state == "open":  # who was asked or wrote so lately is in the middle of it
            at = max([at, *(one + TALKING for one in (talk.asked_at, talk.heard_at) if one)])
    return wall.beyond(
        at, pauses.of_client(turn.tx, client.id), client.zone or "UTC", planning.quiet_of(client)
    )


def _met(turn: Turn, client: Client, since: datetime) -> datetime | None:
    """A day after the first coaching session that takes place after an instant."""
    held = (one for one in planning.sessions_of(turn, client, turn.now + AHEAD) if not one.cancelled)
    first = min((one.starts for one in held if one.starts > since), default=None)
    return None if first is None else first + AFTER_MEETING


def reached(turn: Turn, client: Client, one: Response) -> bool:
    """Whether an answer is shared, or went to the coach before it was taken back."""
    return one.visibility in SHARED or told.reached(turn.tx, client.id, [one.id])


# ---- how ---------------------------------------------------------------------------------------


def fell_due(turn: Turn, client: Client) -> None:
    """The time of the next has come: all goes that fits now."""
    ready = [one for one in replies.waiting(turn.tx, client.id) if _now(turn, client, one)]
    latest_read = max((one.id for one in ready if one.kind == "read"), default=0)
    for one in ready:
        if not _true(turn, client, one) or (one.kind == "read" and one.id != latest_read):
            replies.undo(turn.tx, one.id, turn.now)
        else:
            _go(turn, client, one)


def _now(turn: Turn, client: Client, one: Reply) -> bool:
    at = _at(turn, client, one.kind, one.after)
    return at is not None and at <= turn.now


def _true(turn: Turn, client: Client, one: Reply) -> bool:
    """Whether it still holds: the coach is theirs, and what it is about was not taken back since."""
    coach = people.coach(turn.tx, one.coach)
    if coach is None or coach.state != "active" or client.coach_id != coach.id:
        return False
    if one.kind == "read" and (turn.now - one.made_at > STALE or not client.rhythm.get("reads", True)):
        return False
    if one.kind == "moments":
        return bool(recalling.for_client(turn, client, one.words))
    return one.kind in ("reply", "understood") or still_shared(turn, client, one)


def still_shared(turn: Turn, client: Client, one: Reply) -> bool:
    """Whether anything of what it answers is shared as matters stand."""
    if one.response is not None:
        kept = responses.get(turn.tx, one.response)
        return kept is not None and kept.visibility in SHARED
    if one.kind == "ask" and one.words:
        return True  # the coach's own words, about nothing that was shared
    return one.digest is not None and responses.any_shared(turn.tx, one.digest)


def _go(turn: Turn, client: Client, one: Reply) -> None:
    t, key = texts(client.language), fresh_key(turn)
    both = recalling.for_client(turn, client, one.words) if one.kind == "moments" else ""
    send(
        turn,
        client.id,
        both
        or as_read(
            t, people.coach_name(turn.tx, one.coach), one.kind, one.words, _when(turn, t, client, one)
        ),
        buttons(t, one),
        silent=one.kind == "read",
        shows=Shows(None, one.id, "coach"),
        key=key,
        reply_to=_message_of(turn, one),
    )
    replies.go(turn.tx, one.id, turn.now, key)


def _when(turn: Turn, t: Texts, client: Client, one: Reply) -> str:
    """The day that a message names: of the repair, else of the digest."""
    read = digests.get(turn.tx, one.digest) if one.kind == "read" and one.digest else None
    at = read.made_at if read else one.made_at
    return t.day(wall.local(at, client.zone or "UTC").date())


def _message_of(turn: Turn, one: Reply) -> int:
    """The client's own message that it answers, where there is one and it is still shared."""
    kept = None if one.response is None or one.kind == "repair" else responses.get(turn.tx, one.response)
    if kept is None or kept.visibility not in SHARED or not kept.texts:
        return 0
    return kept.texts[0].message_id


def as_read(t: Texts, coach: str, kind: str, words: str, day: str) -> str:
    """What the client reads, in Telegram's HTML."""
    name, quoted = escape(coach), f"<blockquote>{escape(words)}</blockquote>"
    match kind:
        case "read":
            return t.t("{coach} has read what reached them from you up to {day}.", coach=name, day=day)
        case "thank":
            return t.t("From {coach}: thank you for what you shared.", coach=name)
        case "understood":
            lead = t.t("What {coach} understood:", coach=name)
            asked = t.t(
                "Is that how it is? {coach} sees what you tap; words go as you share them.", coach=name
            )
            return f"{lead}\n{quoted}\n{asked}"
        case "repair":
            return t.t(
                "On {day} you told {coach} that something did not sit right. You have met since. How is it "
                "now? {coach} sees what you tap; words go as you share them.",
                coach=name,
                day=day,
            )
        case _:
            lead = t.t("From {coach}:", coach=name)
            return f"{lead}\n{quoted}"


def buttons(t: Texts, one: Reply) -> Rows:
    """What can be tapped under it; what was tapped has a dot."""
    match one.kind:
        case "read":
            return (((t.t("No such lines"), "m:reads:no"),),)
        case "understood":
            labels = (t.t("Yes"), t.t("Partly"), t.t("Not quite"))
        case "repair":
            labels = (t.t("It is settled"), t.t("Partly"), t.t("Not yet"))
        case _:
            return ()
    each = zip(labels, FITS, strict=True)
    return (
        tuple(((CHOSEN if one.fit == fit else "") + label, f"m:fit:{one.id}.{fit}") for label, fit in each),
    )


def answering(t: Texts, mark: str) -> Rows:
    """The one button under words that may need a person: nobody thanks for them, or waits for the session."""
    return (((t.t("Reply"), f"k:reply:{mark}"),),)


def actions(t: Texts, mark: str) -> Rows:
    """The coach's buttons under what can be answered: a digest or brief (``d12``), or one answer (``r34``)."""
    return (
        ((t.t("Thank"), f"k:thank:{mark}"), (t.t("Reply"), f"k:reply:{mark}")),
        ((t.t("Ask when we meet"), f"k:toask:{mark}"), (t.t("What I understood"), f"k:und:{mark}")),
    )
