"""The plan in words: rhythm and days, what comes and why, what did not come."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from bot.core.base.line import from_json, line
from bot.core.plan.assigned import BEGINS
from bot.core.plan.rhythm import Rhythm
from bot.core.plan.why import recorded
from bot.i18n import Texts, texts
from bot.people import dated, library, planning
from bot.people.turn import Turn
from bot.store import assignments, begun, due, reflections
from bot.store.assignments import Assignment
from bot.store.people import Client, Coach
from bot.telegram import escape

TOLD, TOLD_DAYS = 3, timedelta(days=7)
"""What did not come is told a client of so many days, and at most so many of them."""


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
    """The same for the coach: on the coach's clock, with the client's beside it where they differ.

    The client's stays plain words: shown by the coach's clock it would say the same as the other.
    """
    t = texts(coach.language)
    lines = []
    for one in due.of_chat(turn.tx, client.id, "plan"):
        if planning.rests_before(turn, client, one.at):
            continue  # its day would say until when they rest
        script = one.body["script"]
        title = _planned_title(turn, t, client, script, one.body["occasion"])
        theirs = f" = {t.when(one.at, client.where)}" if client.zone != coach.zone else ""
        lines.append(f"{dated.shown(t, one.at, coach.where)}{escape(theirs)}: {escape(title)}")
    return lines


def _planned_title(turn: Turn, t: Texts, client: Client, script: str, occasion: str) -> str:
    """What comes, for the coach: by its title, and that it is of the coach's own choice."""
    if occasion.startswith(BEGINS):
        one = assignments.get(turn.tx, int(occasion.removeprefix(BEGINS)))
        return assigned_title(turn, t, client, one) if one is not None else ""
    if occasion.startswith("agreement:"):
        return t.t("An offer to look at your working agreement")
    return library.title(turn.tx, script, client.language) or t.t("A question about the rhythm")


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
