"""The second sitting: /agreement, the working agreement as a client reads it, settles it and confirms it.

It can be left at any line and taken up days later: each line is a setting of its own, and holds at once.
"""

import re
from dataclasses import replace
from datetime import date, timedelta

from bot.core.base import wall
from bot.core.base.line import line
from bot.core.plan.recurrence import parse_date
from bot.core.talk.exchange import Dialogue
from bot.core.understand import dates
from bot.core.understand.folding import fold
from bot.core.understand.lexer import tokens
from bot.i18n import N_, texts
from bot.people import agreement, agreement_page, dialogue, reader, review_days, roster, wanted
from bot.people.client.setting import AGREEMENT
from bot.people.dialogue import Question
from bot.people.turn import NAMED, Rows, Turn, number, send
from bot.store import agreements, people
from bot.store.agreements import AgreementVersion, Terms
from bot.store.people import Client
from bot.telegram import Message, escape

MINUTES = (10, 20, 30, 60)
MOST_MINUTES = 600
MOST_TOKENS = 8  # what is longer tells something
REVIEWS = ((4, line("In four weeks")), (8, line("In eight weeks")), (12, line("In twelve weeks")))


def show(turn: Turn, client: Client, value: str = "") -> None:
    """The agreement with a button for each of its lines; ``value``: minutes, review, or yes and a version."""
    if reader.of(turn, client) is None:
        return send(turn, client.id, reader.nobody(turn, client))
    act, _, which = value.partition(":")
    match act:
        case agreement_page.PAGE:
            return _page(turn, client)
        case "left" | "off":
            return _left(turn, client, for_good=act == "off")
        case "minutes":
            return _ask_minutes(turn, client)
        case "review":
            return _ask_review(turn, client)
        case "yes":
            return _confirm(turn, client, number(which))
    return _card(turn, client)


def _left(turn: Turn, client: Client, for_good: bool) -> None:
    """The offer to look at it is left: nothing changes, and it may be the last."""
    t = texts(client.language)
    if for_good:
        review_days.never(turn, client)
        text = t.t("It is not offered again by itself. /agreement has it, whenever you like.")
    else:
        text = t.t("It stays as it is. /agreement has it, whenever you like.")
    send(turn, client.id, text, silent=True)


def _card(turn: Turn, client: Client) -> None:
    t, one = texts(client.language), _latest(turn, client)
    text = agreement.card(turn, t, client, escape(client.name) or t.t("you"))
    changed = one is not None and one.text != AGREEMENT
    if changed:
        text += "\n" + t.t(
            "What you read on joining has changed since; /about and /limits have it. A yes is to that."
        )
    rows: Rows = (
        ((t.t("Minutes a week"), "m:agreement:minutes"), (t.t("To look at it again"), "m:agreement:review")),
        ((t.t("My name"), "m:name"), (t.t("My country"), "m:country")),
        ((t.t("Who sees it"), "m:sharing"), (t.t("At once to my coach"), "m:alerts")),
        ((t.t("By e-mail"), "m:allow:mail"), (t.t("Until when I pause"), "m:allow:until")),
        ((t.t("What is pointed to"), "m:hints"), (t.t("Our goals"), "m:goals")),
        ((t.t("Voice notes and pictures"), "m:recordings"), (t.t("As a page"), "m:agreement:page")),
    )
    if one is None or one.client_at is None or changed:
        rows = (((t.t("Yes, I agree to this"), f"m:agreement:yes:{one.id if one else 0}"),), *rows)
    send(turn, client.id, text, rows)


def _page(turn: Turn, client: Client) -> None:
    t = texts(client.language)
    return agreement_page.give(turn, t, client.id, client, client.name or t.t("you"), client.where)


def _latest(turn: Turn, client: Client) -> AgreementVersion | None:
    return agreements.latest(turn.tx, client.id, client.coach_id)


def _confirm(turn: Turn, client: Client, which: int) -> None:
    """The client agrees to what they read; where that is no longer what stands, they read it once more."""
    one = _latest(turn, client)
    if which != (one.id if one else 0):
        return _card(turn, client)
    if one is None or one.text != AGREEMENT:
        terms = _terms(turn, client)
        one = agreements.add(turn.tx, client.id, client.coach_id, terms, AGREEMENT, turn.now)
    agreements.confirm(turn.tx, one.id, turn.now, by_coach=False)
    people.touch(turn.tx, client.id, turn.now)
    _to_confirm(turn, client, one)
    t, name = texts(client.language), escape(people.coach_name(turn.tx, client.coach_id))
    said = (
        t.t("Kept: version {n} is agreed by both. /agreement shows it.", n=one.version)
        if one.coach_at is not None
        else t.t(
            "Kept: your yes to version {n}. {coach} reads it, and confirms it by a tap.",
            n=one.version,
            coach=name,
        )
    )
    return send(turn, client.id, said)


def _to_confirm(turn: Turn, client: Client, one: AgreementVersion) -> None:
    """The coach reads that there is a version to confirm, or that theirs is agreed by both now."""
    coach = people.coach(turn.tx, client.coach_id)
    if coach is not None and one.coach_at is not None:
        return roster.told(turn, client, N_("{name} agreed to your change of the working agreement."))
    if coach is not None:
        its = texts(coach.language)
        text = its.t(
            "{name} agreed to version {n} of the working agreement.",
            name=escape(roster.called(turn, its, client)),
            n=one.version,
        )
        send(
            turn,
            coach.id,
            text,
            (((its.t("Read and confirm"), f"k:agreement:{client.id}"),),),
            about=client.id,
            what=NAMED,
        )
    return None


def _settle(turn: Turn, client: Client, terms: Terms) -> None:
    """Other terms: a version that somebody confirmed stays as it was, and a new one waits for both."""
    dialogue.end(turn, client.id)
    one = _latest(turn, client)
    if one is None or one.client_at is not None or one.coach_at is not None:
        agreements.add(turn.tx, client.id, client.coach_id, terms, AGREEMENT, turn.now)
    else:
        agreements.change(turn.tx, one.id, client.id, terms)
    people.touch(turn.tx, client.id, turn.now)
    _card(turn, client)


def _terms(turn: Turn, client: Client) -> Terms:
    """What the newest version settles, with the time at which the coach reads now, as the card shows it."""
    one, coach = _latest(turn, client), people.coach(turn.tx, client.coach_id)
    terms = one.terms if one is not None else Terms()
    return replace(terms, reads=wanted.day_and_hour(turn, coach)) if coach is not None else terms


# ---- minutes -----------------------------------------------------------------------------------


def _ask_minutes(turn: Turn, client: Client) -> None:
    t = texts(client.language)
    rows: Rows = (tuple((str(one), str(one)) for one in MINUTES), ((t.t("As it comes"), "0"),))
    text = t.t(
        "How many minutes a week would you like to give this? Tap, or write a number. Nothing counts them."
    )
    dialogue.ask(turn, client.id, "client", "minutes", text, rows)


def _minutes_read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    if said := dialogue.typed(turn, client.id, asked, words):
        return said
    said = tokens(words, client.language)
    figures, hours = re.findall(r"(?<!\S)\d+(?!\S)", said), "hour" in said.split()
    if len(figures) > 1 or not (figures or hours) or len(said.split()) > MOST_TOKENS:
        return None
    half = (
        hours
        and figures in ([], ["1"])
        and re.search(r"\bhal(?:f|be?)\b|\bmedia\b|نصف", fold(words)) is not None
    )
    long = 30 if half else (int(figures[0]) if figures else 1) * (60 if hours else 1)
    return str(long) if 1 <= long <= MOST_MINUTES else None


def _minutes(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    if value.isdigit() and number(value) <= MOST_MINUTES:
        _settle(turn, client, replace(_terms(turn, client), minutes=number(value) or None))


# ---- the day to look at it again ---------------------------------------------------------------


def _ask_review(turn: Turn, client: Client) -> None:
    t = texts(client.language)
    rows: Rows = tuple(((t.line(said), f"+{weeks}"),) for weeks, said in REVIEWS)
    rows += (((t.t("No day"), "none"),),)
    text = t.t("When shall both of you look at it again? Tap, or write a day, like: in 6 weeks.")
    dialogue.ask(turn, client.id, "client", "review", text, rows)


def _today(turn: Turn, client: Client) -> date:
    return wall.local(turn.now, client.zone or "UTC").date()


def _review_read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    if said := dialogue.typed(turn, client.id, asked, words):
        return said
    today = _today(turn, client)
    ahead = sorted({one for one in dates.when(words, today, client.language).options if one > today})
    return ahead[0].isoformat() if ahead else None  # the card shows the day whole, to be changed there


def _review(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    terms = _terms(turn, client)
    if value == "none":
        return _settle(turn, client, replace(terms, review=None))
    weeks = number(value[1:]) if value.startswith("+") else 0
    day = _today(turn, client) + timedelta(weeks=weeks) if weeks else parse_date(value)
    return _settle(turn, client, replace(terms, review=day)) if day else None


STEPS: dict[str, Question[Client]] = {
    "minutes": Question(
        line("Minutes a week"), _minutes, _minutes_read, line("A number of minutes works."), "agreement"
    ),
    "review": Question(
        line("When you look at it again"),
        _review,
        _review_read,
        line("A day to come works, like: 1 March."),
        "agreement",
    ),
}
