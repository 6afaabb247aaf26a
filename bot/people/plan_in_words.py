"""The plan in words: rhythm and days, what comes and why, what did not come."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from bot.core.base.line import from_json, line
from bot.core.plan.rhythm import Rhythm
from bot.core.plan.why import recorded
from bot.i18n import Texts, texts
from bot.people import dated, library, planning
from bot.people.turn import Turn
from bot.store import assignments, begun, reflections
from bot.store.assignments import Assignment
from bot.store.people import Client, Coach
from bot.telegram import escape

TOLD, TOLD_DAYS = 3, timedelta(days=7)
"""What did not come is told a client of so many days, and at most so many of them."""

GIVEN_DAYS = timedelta(days=28)
"""So long what a coach gave is named to them."""


def rhythm(t: Texts, client: Client) -> str:
    """ "Mon, Wed and Fri at 19:00 (Lisbon)"."""
    chosen = planning.rhythm_of(client)
    times = t.list(f"{at:%H:%M}" for at in chosen.times)
    return t.t("{days} at {times} ({zone})", days=days(t, chosen), times=times, zone=t.zone(client.where))


def days(t: Texts, rhythm: Rhythm) -> str:
    """ "Mon, Wed and Fri"."""
    return weekdays(t, rhythm.days)


def weekdays(t: Texts, days: Iterable[int]) -> str:
    """The same of days counted from Monday, 0."""
    monday = datetime(2026, 1, 5, tzinfo=UTC)
    return t.list(t.weekday((monday + timedelta(days=day)).date()) for day in days)


def upcoming(turn: Turn, client: Client, ahead: timedelta) -> list[str]:
    """What comes next and why, a line each in Telegram's HTML, on the client's clock."""
    t = texts(client.language)
    found = [(one.at, one.reason.line) for one in planning.plan(turn, client, ahead).prompts]
    if (back := planning.put_off_until(turn, client)) is not None:
        found = sorted([*found, (back, line("you put it off until then"))], key=lambda one: one[0])
    return [f"{dated.shown(t, at, client.where)}: {escape(t.line(why))}" for at, why in found]


def latest_why(turn: Turn, client: Client) -> str:
    """Why the bot wrote last, by itself or because it was asked to, as it is kept; "" when it never did."""
    asked = reflections.latest_of(turn.tx, client.id)
    sent = [one for one in begun.rows_of(turn.tx, client.id) if one.outcome == begun.SENT]
    if sent and (asked is None or sent[-1].at >= asked.begun_at):
        return sent[-1].why
    return asked.why if asked is not None else ""


def unsent(turn: Turn, client: Client) -> list[str]:
    """What was due in the last days and did not come, a line each: what it was for, and why it did not.

    What never was due is not told: nobody waited for it.
    """
    t, late_hours = texts(client.language), turn.config.time.late_hours
    unsent = [one for one in begun.rows_of(turn.tx, client.id) if one.outcome != begun.SENT]
    return [
        t.t(
            "One was planned ({planned}) and did not come: {why}.",
            planned=from_json(one.why),
            why=recorded(one.outcome, late_hours),
        )
        for one in unsent[-TOLD:]
        if one.at > turn.now - TOLD_DAYS
    ]


def for_coach(turn: Turn, client: Client, coach: Coach) -> list[str]:
    """What the coach may know of it: the days and hours chosen, the sessions, and what they gave.

    Which question comes when hangs on what somebody writes, in private too, so it is no line here.
    """
    t = texts(coach.language)
    session, lines = t.t("Coaching session"), [t.t("paused")] if planning.paused_now(turn, client) else []
    if client.zone:
        lines.append(t.t("Chosen days and hours: {rhythm}", rhythm=escape(rhythm(t, client))))
    for one in planning.sessions_of(turn, client, turn.now + planning.AHEAD):
        if not one.cancelled and turn.now < one.starts < turn.now + planning.AHEAD:
            theirs = f" = {t.when(one.starts, client.where)}" if client.zone != coach.zone else ""
            when = f"{dated.shown(t, one.starts, coach.where)}{escape(theirs)}"
            lines.append(f"{when}: {escape(session)}")
    return lines + given_lately(turn, t, client)


def given_lately(turn: Turn, t: Texts, client: Client) -> list[str]:
    """What the coach gave in the last weeks, in a line; not whether it came, which may tell who writes."""
    titles = [assigned_title(turn, t, client, one) for one in given(turn, client, GIVEN_DAYS)]
    return [t.t("Given by you: {titles}", titles=escape(t.list(titles)))] if titles else []


def given(turn: Turn, client: Client, lately: timedelta) -> list[Assignment]:
    """What the client's coach gave in so many days, and neither took back nor had answered."""
    return [
        one
        for one in assignments.of_client(turn.tx, client.id)
        if one.coach_id == client.coach_id and one.outcome in ("", "sent") and one.made_at > turn.now - lately
    ]


def assigned_title(turn: Turn, t: Texts, client: Client, one: Assignment) -> str:
    """What the coach gave, in the coach's language: as "“Stuck”, chosen by you"."""
    match one.kind:
        case "script":
            title = library.title(turn.tx, one.script, client.language) or one.script
            return t.t("“{title}”, chosen by you", title=title)
        case "question":
            return t.t("your question “{words}”", words=one.words)
        case "consent":
            return t.t("your question whether their words may be quoted")
        case "mail":
            return t.t("your question whether shared words may go by e-mail")
        case "goals":
            return t.t("the goals that you wrote down")
        case "answer":
            return t.t("your answer to what they asked for")
        case "rhythm" if ":" in one.words:
            return t.t("your suggestion of {time}", time=one.words)
        case "rhythm":
            return t.t("your suggestion of {n} a week", n=one.words)
