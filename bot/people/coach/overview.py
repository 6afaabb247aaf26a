"""The overview: one message a week for all clients of a coach, with a button each; and when and how it comes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from bot.core.base.line import line
from bot.core.talk.exchange import Dialogue
from bot.core.understand.weekdays import week
from bot.i18n import Texts, texts
from bot.people import (
    advance_copy,
    agreement,
    alerting,
    briefing,
    dialogue,
    gathering,
    mailing,
    reconcile,
    roster,
    situation,
    wanted,
)
from bot.people.coach import digesting
from bot.people.dialogue import Question
from bot.people.mailing import WeekState
from bot.people.turn import DIGEST, Rows, Turn, number, send, set_text
from bot.store import digests, people, replies, standing
from bot.store.people import Client, Coach
from bot.telegram import Message, escape
from bot.vault import VaultFault

PAGE = 30
"""Clients in one message."""

LATELY = timedelta(days=6)
"""So long what was opened is said not to be marked as read: one overview does not repeat it to the next."""

MONDAY = date(2026, 1, 5)
HOURS = range(6, 23)


def weekly(turn: Turn, coach_id: int) -> None:
    """The coach's day and hour have come."""
    coach = people.coach(turn.tx, coach_id)
    if coach is not None and coach.state == "active" and (told := _told(turn, coach)):
        mailing.overview(turn, coach, told)


def show(turn: Turn, coach: Coach) -> None:
    """Who has something new, who waits to be read, who wrote nothing that is shared; each opens by a button."""
    _told(turn, coach)


def _told(turn: Turn, coach: Coach) -> list[tuple[WeekState, str]]:
    """How it stands with each client, as it is said in the chat."""
    t, told = texts(coach.language), each(turn, coach)
    if not told:
        send(turn, coach.id, t.t("No client yet. /invite makes a link."))
    for start in range(0, len(told), PAGE):
        some = told[start : start + PAGE]
        lines = [f"<b>{heading(turn, t, coach)}</b>", *([f"<i>{breath(t)}</i>"] if not start else [])]
        for one in some:
            lines.append(f"{escape(one.name)} · {one.said}")
            if one.notice:  # no letter has it
                lines.append(f"<b>{escape(one.notice)}</b>")
        buttons = [(one.name[:60], f"k:{_opens(one.client)}:{one.client.id}") for one in some]
        rows: Rows = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
        send(turn, coach.id, "\n".join(lines), rows, lane=DIGEST, protect=True)
    return [(one.state, f"{escape(one.name)} · {one.said}") for one in told]


@dataclass(frozen=True, slots=True)
class ClientWeek:
    """How the week stands with one client: a line about it, and that a notice waits to be seen, where one does."""

    client: Client
    name: str
    state: WeekState
    said: str
    notice: str


def each(turn: Turn, coach: Coach) -> list[ClientWeek]:
    """Everybody of whom the overview speaks, in its order."""
    t, noticed = texts(coach.language), alerting.waits(turn, coach)
    mine = [one for one in people.clients_of(turn.tx, coach.id) if _listed(turn, coach, one)]
    found = []
    for client in mine:
        name, (state, said) = roster.called(turn, t, client, coach), _said_of(turn, t, coach, client)
        notice = alerting.unseen(t, coach, noticed[client.id]) if client.id in noticed else ""
        found.append(ClientWeek(client, name, state, said, notice))
    return found


def heading(turn: Turn, t: Texts, coach: Coach) -> str:
    """What stands above it."""
    return t.t("Your clients, {day}", day=_today(turn, coach))


def breath(t: Texts) -> str:
    """With what it begins."""
    return t.t("Three slow breaths first, if you like.")


def _opens(client: Client) -> str:
    """What a button opens: the digest, or the card of one of whom there can be none yet."""
    return "open" if standing.agreed(client, client.coach_id) else "card"


def _listed(turn: Turn, coach: Coach, client: Client) -> bool:
    """Whoever is with the coach or about to be; who was put aside only where something of theirs is new."""
    if client.archived_at is None:
        return client.state != "refused"
    if not standing.agreed(client, coach.id):
        return False
    try:
        return gathering.news(turn, coach, client)
    except (VaultFault, ValueError):
        return True  # its line says that it could not be read


def _today(turn: Turn, coach: Coach) -> date:
    return gathering.day_of(turn.now, coach.zone)


def _said_of(turn: Turn, t: Texts, coach: Coach, client: Client) -> tuple[WeekState, str]:
    try:
        state, said = _state(turn, t, coach, client)
        stands = situation.word(turn, coach, t, client)
        said = " · ".join(filter(None, (said, stands))) or t.t("nothing new")
    except (VaultFault, ValueError):  # one value that does not open keeps nobody else from the overview
        state, said = "", t.t("could not be read")
    return state, said


def _state(turn: Turn, t: Texts, coach: Coach, client: Client) -> tuple[WeekState, str]:
    """What is new of one; else that something waits to be read; else nothing."""
    if not standing.agreed(client, coach.id):
        return "joining", ""
    new = len(gathering.untold(turn, coach, client))
    if new:
        return "new", t.n("{n} new answer", "{n} new answers", new)
    if replies.fits(turn.tx, client.id, coach.id):
        return "new", t.t("answered what you gave back")
    unread = digesting.unread(turn, coach, client)
    waiting = [one for one in unread if not one.opened]
    if not waiting and any(one.made_at > turn.now - LATELY for one in unread):
        return "", t.t("opened, not marked as read")
    if waiting:
        said = t.t("waits to be read since {when}", when=t.when(waiting[0].made_at, coach.where))
        return "waiting", said
    return "", ""


def open_one(turn: Turn, coach: Coach, client_id: int) -> None:
    """A client's button: what waits to be read and what is new; else the last digest, if the week has one."""
    client = roster.one(turn, coach, client_id)
    if client is None:
        return None
    last = digests.latest(turn.tx, coach.id, client.id)
    lately = last is not None and last.made_at > turn.now - gathering.PERIOD
    new = gathering.news(turn, coach, client)
    if last is None or not lately or new or digesting.unread(turn, coach, client):
        return digesting.bring(turn, coach, client)
    return digesting.show_again(turn, coach, last.id)


# ---- day, hour, form ---------------------------------------------------------------------------


def settings(turn: Turn, coach: Coach, rest: str = "") -> None:
    """How it comes now, with a button for each choice; a day and an hour may be written behind it, or next."""
    t, found = texts(coach.language), in_words(coach, rest)
    changed = change(turn, coach, found) if found else coach
    text, rows = _settings(turn, changed)
    if rest and not found:
        before = t.t("“{words}” is no day and full hour that is understood here.", words=escape(rest))
        text = before + "\n" + text
    dialogue.also_in_words(turn, coach.id, "coach", "weekly", text, rows)


def in_words(coach: Coach, words: str) -> dict[str, Any]:
    """What words choose: "Fridays 18:00", "18 Uhr", "one message"; empty where they choose nothing."""
    t, said = texts(coach.language), words.strip().casefold()
    forms = {"one": t.t("One message"), "each": t.t("One for each")}
    if form := next((form for form, label in forms.items() if said in (form, label.casefold())), ""):
        return {"form": form}
    for (part,) in (one for one in week(words, coach.language).options if len(one) == 1):
        hours = [at.hour for at in part.times]
        if len(part.days) > 1 or len(hours) > 1 or any(at.minute for at in part.times):
            continue
        if all(at in HOURS for at in hours):
            return {**({"day": part.days[0]} if part.days else {}), **({"hour": hours[0]} if hours else {})}
    return {}


def _read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    return words if in_words(coach, words) else None


def _said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    settings(turn, coach, value)


def change(turn: Turn, coach: Coach, known: Mapping[str, Any]) -> Coach:
    """The choice is kept; what is due for the coach and each client is put right, and said where it was said."""
    mine = people.clients_of(turn.tx, coach.id)
    before = {one.id: reconcile.tellings(turn, one, coach) for one in mine}
    changed = people.change_coach(turn.tx, coach.id, prefs={**coach.prefs, **known})
    turn.about.update((coach.id, *before))
    for client in roster.own(turn, changed):
        if not known.keys().isdisjoint(("day", "hour")):
            agreement.reads_anew(turn, changed, client)
        now = reconcile.tellings(turn, client, changed)
        advance_copy.said_anew(turn, client, changed, before[client.id], now)
    return changed


def _settings(turn: Turn, coach: Coach) -> tuple[str, Rows]:
    t, when = texts(coach.language), reconcile.next_digest(turn, coach)
    whole = wanted.as_one(turn, coach)
    lines = (
        t.t("The next digest: {when}.", when=t.when(when, coach.where)),
        t.t("It is one message for all clients.")
        if whole
        else t.t("Each client has a message of their own."),
        _brief_line(t, coach),
        t.t("Your Read is told to the client, at an hour that fits.")
        if wanted.reads(coach)
        else t.t("Your Read stays with you."),
    )
    rows: Rows = (
        ((t.t("Day"), "k:set:day"), (t.t("Hour"), "k:set:hour")),
        ((t.t("One message"), "k:set:form.one"), (t.t("One for each"), "k:set:form.each")),
        (
            (t.t("Briefs: evening before"), "k:set:brief.evening"),
            (t.t("Morning"), "k:set:brief.morning"),
            (t.t("Two hours before"), "k:set:brief.soon"),
        ),
        ((t.t("Tell that I read"), "k:set:reads.yes"), (t.t("Keep it to myself"), "k:set:reads.no")),
    )
    return "\n".join(lines), rows


def _brief_line(t: Texts, coach: Coach) -> str:
    match briefing.choice(coach):
        case "morning":
            return t.t("A brief comes on the morning of a session, at 08:00.")
        case "soon":
            return t.t("A brief comes two hours before a session.")
        case _:
            return t.t("A brief comes the evening before a session, at 18:00.")


def chosen(turn: Turn, coach: Coach, value: str, message_id: int) -> None:
    """A choice among them; day and hour ask which first."""
    t = texts(coach.language)
    dialogue.again_in_words(turn, coach.id, "coach", "weekly", message_id)
    name, _, said = value.partition(".")
    if name == "day" and not said:
        days = [(t.weekday(MONDAY + timedelta(days=n), long=True), f"k:set:day.{n}") for n in range(7)]
        return set_text(turn, coach.id, message_id, t.t("On which day?"), tuple((one,) for one in days))
    if name == "hour" and not said:
        hours = [(t.clock(datetime.combine(MONDAY, time(n), UTC)), f"k:set:hour.{n}") for n in HOURS]
        rows: Rows = tuple(tuple(hours[at : at + 4]) for at in range(0, len(hours), 4))
        return set_text(turn, coach.id, message_id, t.t("At what time?"), rows)
    known: object = None
    if (name == "day" and said in map(str, range(7))) or (name == "hour" and said in map(str, range(24))):
        known = number(said)
    elif (name, said) in (("form", "one"), ("form", "each")) or (
        name == "brief" and said in briefing.CHOICES
    ):
        known = said
    elif (name, said) in (("reads", "yes"), ("reads", "no")):
        known = said == "yes"
    if known is None:
        return None
    before, changed = _settings(turn, coach), change(turn, coach, {name: known})
    text, rows = _settings(turn, changed)
    if (text, rows) == before and name not in ("day", "hour"):  # those go back from their own choices
        send(turn, coach.id, t.t("That is chosen already."), silent=True)
    return set_text(turn, coach.id, message_id, text, rows)


STEPS: dict[str, Question[Coach]] = {
    "weekly": Question(line("The digest"), _said, _read, again="weekly", wordless=True)
}
