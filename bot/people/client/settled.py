"""A setting is chosen: what follows from it, and what a client reads of how things stand."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Literal

from bot.core.base import wall
from bot.core.plan.facts import Pause
from bot.i18n import Texts, texts
from bot.people import credentials, dated, dialogue, grace, plan_in_words, planning, roster
from bot.people.turn import Rows, Turn, send, send_again
from bot.store import people, reflections
from bot.store.people import Client
from bot.telegram import escape

SHOWN = 3
"""Pauses that are named at most; nobody plans more of them."""

FRESH = timedelta(days=1)
"""So long after a talk was stopped or put away no question is offered."""


def settle(turn: Turn, client_id: int, what: Literal["rhythm", "quiet", "weekly", "same"] = "rhythm") -> None:
    """A setting is chosen, or all of them: the plan is made, and the client reads what is so now and what comes."""
    dialogue.end(turn, client_id)
    client = people.change_client(turn.tx, client_id, changed_at=turn.now)
    joined = client.state == "joining"
    if joined:
        client = people.change_client(turn.tx, client_id, state="active")
        roster.joined(turn, client)
    t = texts(client.language)
    lines = [*_set(turn, t, client, what), *state_in_words(turn, t, client)]
    rows: Rows = ()
    if what == "rhythm" and _may_offer(turn, client):
        lines.append(
            t.t("If you like, one can come right now. /menu changes anything, /help says where help is.")
        )
        rows = (((t.t("A question now"), "m:now"),),)
    if joined:
        coach = escape(people.coach_name(turn.tx, client.coach_id))
        lines.append(
            t.t("/agreement has the rest that you and {coach} agree on, today or in some days.", coach=coach)
        )
    send(turn, client.id, "\n".join(lines), rows)
    if joined:
        _welcomed(turn, t, client)


def _welcomed(turn: Turn, t: Texts, client: Client) -> None:
    """The coach's own words to who has come, seen to be theirs; silent where the coach wrote none."""
    if words := credentials.welcome(turn, client.coach_id):
        coach = escape(people.coach_name(turn.tx, client.coach_id))
        if credentials.spoken(words):
            return send_again(turn, client.id, words, t.t("{coach} says this to welcome you.", coach=coach))
        who = t.t("{coach} wrote this to welcome you:", coach=coach)
        send(turn, client.id, f"{who}\n<blockquote>{escape(words)}</blockquote>", silent=True)
    return None


def _set(turn: Turn, t: Texts, client: Client, what: str) -> list[str]:
    """What is so now; where it is less than it seems, why."""
    rhythm = plan_in_words.rhythm(t, client)
    match what:
        case "quiet":
            hours = planning.quiet_of(client)
            return [
                t.t("Noted: no question comes at {hours}.", hours=f"{hours.starts:%H:%M}-{hours.ends:%H:%M}")
            ]
        case "weekly":
            return [*_weekly(turn, t, client), rhythm + "."]
        case "same":
            return [t.t("It stays as it is: {rhythm}.", rhythm=rhythm)]
    return [t.t("That is set: {rhythm}.", rhythm=rhythm), others(t)]


def _weekly(turn: Turn, t: Texts, client: Client) -> list[str]:
    most, days = planning.weekly_of(turn, client), planning.rhythm_of(client).days
    said = [t.t("Noted: {n} a week at most.", n=most)]
    if most > len(days):
        chosen = plan_in_words.weekdays(t, days)
        said.append(t.t("Questions come on {days}, so that it can be fewer; /days adds days.", days=chosen))
    return said


def others(t: Texts) -> str:
    """What comes at other hours than those chosen, said where hours are agreed."""
    return t.t(
        "A question comes then or a few minutes later. One about a session, or about a moment you marked, can come "
        "at another hour. It says what it is about. One silent reminder of a question can come at a later hour of "
        "yours, or some hours before a session."
    )


def state_in_words(turn: Turn, t: Texts, client: Client) -> Sequence[str]:
    """What is to come, as things stand."""
    if (ends := grace.at(client)) is not None:
        when = dated.shown(t, ends, client.where)
        return [t.t("All that is kept of you is erased on {when}. /start keeps everything.", when=when)]
    if client.state == "stopped":
        return [t.t("Stopped: nothing is sent. /start takes it up again, whenever you like.")]
    lines = pauses_in_words(turn, t, client)
    if (back := planning.put_off_until(turn, client)) is not None:
        lines.append(put_off(t, client, back))
    nearest = planning.next_prompt(turn, client, timedelta(days=28))
    if nearest and (back is None or nearest < back):
        when = dated.shown(t, nearest, client.where)
        lines.append(t.t("As things stand, the next question comes on {when}.", when=when))
    return lines


def pauses_in_words(turn: Turn, t: Texts, client: Client) -> list[str]:
    """The pause that lasts now and until when, and days off that lie ahead, a line each."""
    return [_pause_in_words(turn, t, client, one) for one in planning.pauses_left(turn, client)[:SHOWN]]


def _pause_in_words(turn: Turn, t: Texts, client: Client, one: Pause) -> str:
    if one.ends is None:
        return t.t("Paused. /start takes it up again, whenever you like.")
    ends = wall.local(one.ends, client.zone or "UTC")
    last = (ends - timedelta(days=1)).date()
    if one.starts > turn.now:
        first = wall.local(one.starts, client.zone or "UTC").date()
        return t.t(
            "No question comes from {first} to {last}.", first=_day(turn, t, first), last=_day(turn, t, last)
        )
    if ends.time() != time():
        when = dated.shown(t, one.ends, client.where)
        return t.t("Paused until {when}. /start takes it up earlier.", when=when)
    return t.t("Paused up to and including {day}. /start takes it up earlier.", day=_day(turn, t, last))


def _day(turn: Turn, t: Texts, day: date) -> str:
    return t.day(day) if day.year == turn.now.year else t.dated(day)


def put_off(t: Texts, client: Client, at: datetime) -> str:
    """When the question comes that was put off."""
    return t.t("The question that you put off comes on {when}.", when=dated.shown(t, at, client.where))


def _may_offer(turn: Turn, client: Client) -> bool:
    """No question is offered to who is in a talk, or has just stopped one or put it off, or wants none at all."""
    latest = reflections.latest_of(turn.tx, client.id)
    if client.state != "active" or planning.paused_now(turn, client):
        return False
    if latest is None:
        return True
    if latest.ended_at is None:
        return False
    return latest.state not in ("stopped", "parked") or latest.ended_at < turn.now - FRESH
