"""A coach's own name and place: asked one after the other of who joins, the place again by /zone."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from bot import places
from bot.core.base import wall
from bot.core.talk.exchange import Dialogue, name_in
from bot.i18n import texts
from bot.people import dated, dialogue, handover, placing, reconcile, understood
from bot.people.turn import Rows, Turn, send
from bot.store import people
from bot.store.people import Coach
from bot.telegram import Message, escape


def begin(turn: Turn, chat: int, language: str) -> None:
    """A coach came in by an admin's link."""
    mine = people.coach(turn.tx, chat)
    if mine is not None and mine.state == "active":
        return send(
            turn, chat, texts(mine.language).t("You are a coach here already. /help shows what there is.")
        )
    fresh = people.add_coach(turn.tx, chat, language=texts(language).language, now=turn.now)
    return ask_name(turn, fresh)


def ask_name(turn: Turn, coach: Coach) -> None:
    """The welcome, and how clients shall see the coach's name."""
    text = texts(coach.language).t(
        "Welcome to Interlude. Between coaching sessions it asks your clients open questions, written by "
        "people. Once a week it brings you what they chose to share. How shall clients see your name?"
    )
    _ask(turn, coach, "name", text)


def _ask(
    turn: Turn, coach: Coach, step: str, text: str, rows: Rows = (), draft: Mapping[str, Any] | None = None
) -> None:
    joining = coach.state == "joining"
    leave = texts(coach.language).t("Go on later") if joining else ""
    dialogue.ask(turn, coach.id, "coach", step, text, rows, draft=draft, joining=joining, leave=leave)


def name_read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    """Words that can be a name."""
    return name_in(words)


def name_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    """A name counts once the coach says that it is one."""
    t = texts(coach.language)
    rows: Rows = (((t.t("Yes"), "yes"), (t.t("Another name"), "other")),)
    text = t.t("Clients read “{name}”. Is that right?", name=escape(value))
    _ask(turn, coach, "named", text, rows, {"name": value})


def sure_read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    """A yes or a no to the name, or another one."""
    return dialogue.yes_or_no(words) or name_in(words)


def sure(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    """The name is right, or another one is asked for, or was written at once."""
    match value:
        case "yes":
            people.rename_coach(turn.tx, coach.id, asked.draft["name"])
            ask_zone(turn, coach, "")
        case "no" | "other":
            ask_name(turn, coach)
        case _ if message is not None:
            name_said(turn, coach, asked, value, message)


def ask_zone(turn: Turn, coach: Coach, rest: str) -> None:
    """Where the coach is; what stands behind the command is tried as a place first."""
    t = texts(coach.language)
    if rest and (placing.found(t, rest, turn.now) or placing.like(t, rest)):
        return _offer_places(turn, coach, rest)
    before = t.t("“{words}” is no place that is known here.", words=escape(rest)) if rest else ""
    text = t.t("Where are you? A city is enough, like Lisbon, or the time where you are, like 14:35.")
    return _ask(turn, coach, "zone", "\n".join(filter(None, (before, text))))


def _offer_places(turn: Turn, coach: Coach, words: str) -> None:
    t = texts(coach.language)
    exact = placing.found(t, words, turn.now)
    before = "" if exact else t.t("That place is not known here. Perhaps it is one of these?")
    shown = placing.with_countries(t, exact or placing.like(t, words), turn.now)
    understood.offer(t, shown, partial(_ask, turn, coach, "zone"), before=before)


def zone_read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    """A place, or a yes or a no to one that was said back."""
    if said := understood.typed(asked, words):
        return said
    t = texts(coach.language)
    if coach.state == "joining" and (zone := placing.sure(t, words, turn.now)):
        return placing.marked(t, words, zone)  # it is said back at once, and /zone changes it
    return understood.TYPED if placing.found(t, words, turn.now) or placing.like(t, words) else None


def zone_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> str:
    """A place is chosen, and what is true with it is given back; nothing where the place is asked on."""
    if value == understood.CHANGE:
        ask_zone(turn, coach, "")
    elif value == understood.TYPED and message is not None:
        _offer_places(turn, coach, placing.said(message))
    else:
        return _settled(turn, coach, understood.chosen(asked, value))
    return ""


def _settled(turn: Turn, coach: Coach, value: str) -> str:
    zone, _, town, *_ = (*value.split("|"), "", "")
    if not places.known(zone):
        return ""
    dialogue.end(turn, coach.id)
    here = people.change_coach(turn.tx, coach.id, zone=zone, town=town, state="active")
    handover.come_back(turn, coach)
    t = texts(coach.language)
    next_one = reconcile.next_digest(turn, here)
    said = t.t(
        "That is set: {zone}, where it is {time} now. Digests come once a week, the next on {when}; /digest "
        "brings one at any time.",
        zone=t.zone(here.where),
        time=t.clock(turn.now.astimezone(wall.zone_of(zone))),
        when=dated.shown(t, next_one, here.where),
    )
    if coach.state != "joining":
        return said
    return said + " " + t.t("/checklist has what to settle before a first client.")
