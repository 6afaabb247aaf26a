"""On which days and at which hours a question may come, as a client says it."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.core.base import wall
from bot.core.base.line import line
from bot.core.plan.rhythm import Rhythm, clock_text
from bot.core.talk.exchange import Dialogue
from bot.core.understand import times
from bot.core.understand.weekdays import week
from bot.i18n import N_, Texts, texts
from bot.people import dialogue, plan_in_words, planning, understood
from bot.people.client import location, wishes
from bot.people.client.settled import settle
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn
from bot.store import people
from bot.store.people import Client
from bot.telegram import Message, escape

DAYS = (
    ("mon,wed,fri", N_("Mon, Wed, Fri")),
    ("tue,thu", N_("Tue, Thu")),
    ("mon,tue,wed,thu,fri", N_("Monday to Friday")),
    ("mon,tue,wed,thu,fri,sat,sun", N_("Every day")),
)
USUAL = (("mon,wed,fri 19:00", N_("Mon, Wed, Fri at 19:00")),)
"""Days and hours in one tap, for who joins."""

HOURS = (("12:30", N_("12:30")), ("19:00", N_("19:00")), ("12:30,19:00", N_("12:30 and 19:00")))


def ask(turn: Turn, client: Client, value: str = "") -> None:
    """On which days prompts may come."""
    t = texts(client.language)
    text = t.t(
        "{zone}, where it is {time} now. On which days may a question come? "
        "Tap, or write days like: mon thu. You can change it any time.",
        zone=escape(t.zone(client.where)),
        time=t.clock(turn.now.astimezone(wall.zone_of(client.zone or "UTC"))),
    )
    choices = (*USUAL, *DAYS) if client.state == "joining" else DAYS
    rows: Rows = tuple(((t.t(label), value),) for value, label in choices)
    if client.state == "joining":
        rows += (((t.t("Another place"), "place"),),)
    dialogue.ask_setting(turn, client, "days", text, rows)


def _days_read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    if said := understood.typed(asked, words):
        return said
    coded = texts(client.language).day_codes(words)
    if not re.search(r"\d", coded) and wishes.wished(f"{coded} 12:00"):
        return coded
    if on_them := _days_before(client, asked, words):
        return understood.TYPED if wishes.usable(turn, client, on_them, words) else None
    loose = wishes.open_days(client, words, alone=asked.step == "days")
    return understood.TYPED if loose or _week_meant(turn, client, words) else None


def _no_clock(t: Texts) -> str:
    """Why an hour is needed where one was left open."""
    return t.t("A question comes at an hour of the clock, so one is needed, like 7:30.")


def _week_meant(turn: Turn, client: Client, words: str) -> list[Rhythm]:
    """What of days, or of days and hours, the words may mean and may be; hours alone are on the days there are."""
    usable = [one for one in wishes.weeks(client, words) if wishes.may_be(turn, client, one)]
    return usable or wishes.usable_alone(turn, client, words)


def _week_refused(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    """What stands against days or hours that were written: the quiet hours by name, else what would do."""
    t = texts(client.language)
    if wishes.open_days(client, words) is not None:
        return _no_clock(t)
    if not wishes.of_week(client, words):
        return None
    if (at := wishes.quiet_among(client, words)) is None:
        return t.line(STEPS[asked.step].works)
    return t.t(
        "{time} lies in your quiet hours, which end at {end}. Another time works; /quiet changes them.",
        time=clock_text(at),
        end=clock_text(planning.quiet_of(client).ends),
    )


def _days_said(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    if value == "place":
        return location.ask(turn, client)
    if value == understood.CHANGE:
        return ask(turn, client)
    if value == understood.TYPED and message is not None:
        if on_them := _days_before(client, asked, message.text):
            return _hours_said(turn, client, on_them, value, message)
        return _offer_days(turn, client, message.text)
    value = understood.chosen(asked, value)
    if " " in value:  # with their hours already
        return _keep_rhythm(turn, client, value)
    if (chosen := wishes.wished(f"{value} 12:00")) is None:
        return None
    t = texts(client.language)
    text = t.t(
        "{days}. At what time? Tap, or write one like 7:30, or several like 12:30, 19:00.",
        days=plan_in_words.days(t, chosen),
    )
    rows: Rows = tuple(((t.t(label), hours),) for hours, label in HOURS)
    rows += (((t.t("Other days"), "days"),),)
    return dialogue.ask_setting(turn, client, "hours", text, rows, draft={"days": value})


def _days_before(client: Client, asked: Dialogue, words: str) -> Dialogue | None:
    """Where days were said back and hours follow in place of a yes: the question for the hours on these days."""
    offered = asked.draft.get("offer", ())
    alone = bool(times.clocks(words, client.language).options) and not wishes.weeks(client, words)
    if len(offered) != 1 or " " in offered[0] or not alone:
        return None
    return replace(asked, step="hours", draft={"days": offered[0]})


def can_be(turn: Turn, client: Client, words: str) -> bool:
    """Whether words mean days or hours, also such as lie in the quiet hours, which is then said."""
    return bool(wishes.of_week(client, words) or wishes.open_days(client, words))


def offered(turn: Turn, client: Client, words: str, held: Message) -> None:
    """Days and hours that were wished for in a message: said back, or why they cannot be; it waits for a yes."""
    t = texts(client.language)
    if wishes.open_days(client, words) or _week_meant(turn, client, words):
        return _offer_days(turn, client, words, {"held": [dialogue.held(held)]})
    why = _week_refused(turn, client, Dialogue(0, "client", "days", {}, turn.now, None, None), words)
    works = STEPS["days"].works
    text = why or t.line(works)
    return dialogue.ask_setting(turn, client, "days", text, draft={"held": [dialogue.held(held)]})


def _offer_days(turn: Turn, client: Client, words: str, draft: Mapping[str, Any] | None = None) -> None:
    """Days, or days with their hours, or hours on the days there are, as they were understood."""
    t, meant = texts(client.language), wishes.weeks(client, words)
    if loose := wishes.open_days(client, words):
        shown = [(plan_in_words.days(t, one), str(one).partition(" ")[0]) for one in loose]
        return understood.offer(t, shown, understood.asking(turn, client, "days"), draft, _no_clock(t))
    if meant and all(not part.times for one in week(words, client.language).options for part in one):
        shown = [(plan_in_words.days(t, one), str(one).partition(" ")[0]) for one in meant]
        return understood.offer(t, shown, understood.asking(turn, client, "days"), draft)
    shown = [(understood.rhythm(t, one), str(one)) for one in _week_meant(turn, client, words)]
    return understood.offer(
        t, shown, understood.asking(turn, client, "days"), draft, _left_out(client, words)
    )


def _left_out(client: Client, words: str) -> str:
    """That another hour which the words can mean is not among those offered, since it is quiet then."""
    at, t = wishes.quiet_among(client, words), texts(client.language)
    if at is None:
        return ""
    return t.t("{time} lies in your quiet hours, which /quiet changes.", time=clock_text(at))


def _keep_rhythm(turn: Turn, client: Client, value: str) -> None:
    chosen = wishes.wished(value)
    if chosen is not None and wishes.may_be(turn, client, chosen):
        people.set_rhythm(turn.tx, client.id, rhythm=str(chosen))
        settle(turn, client.id)


def _hours_read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    if said := understood.typed(asked, words):
        return said
    exact = re.fullmatch(r"\d{1,2}:\d\d(?:[\s,،]+\d{1,2}:\d\d)*", words.strip())
    usable = wishes.usable(turn, client, asked, words)
    if usable:
        only = len(times.clocks(words, client.language).options) == 1
        return usable[0] if exact and only else understood.TYPED
    return understood.TYPED if _days_read(turn, client, asked, words) else None  # other days, after all


def _hours_said(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    kept = {"days": asked.draft.get("days", planning.DEFAULT_DAYS)}
    if value == "days":
        return ask(turn, client)
    if value == understood.CHANGE:
        return _days_said(turn, client, asked, kept["days"], None)
    if value == understood.TYPED and message is not None:
        t, usable = texts(client.language), wishes.usable(turn, client, asked, message.text)
        if not usable:
            other = _days_read(turn, client, asked, message.text)
            return _days_said(turn, client, asked, other or understood.CHANGE, message)
        shown = [
            (understood.rhythm(t, one), hours) for hours in usable if (one := wishes.with_days(asked, hours))
        ]
        return understood.offer(
            t, shown, understood.asking(turn, client, "hours"), kept, _left_out(client, message.text)
        )
    if (one := wishes.with_days(asked, understood.chosen(asked, value))) is None:
        return None
    return _keep_rhythm(turn, client, str(one))


STEPS: dict[str, Question[Client]] = {
    "days": Question(
        line("Your days and hours"),
        _days_said,
        _days_read,
        line("Days like these work: mon wed fri."),
        "days",
        refuse=_week_refused,
    ),
    "hours": Question(
        line("Your days and hours"),
        _hours_said,
        _hours_read,
        line("Times like 7:30 or 12:30, 19:00 work: up to three, outside the quiet hours."),
        "days",
        refuse=_week_refused,
    ),
}
