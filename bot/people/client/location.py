"""Where a client is: the question, the place that words mean, and what it sets."""

from collections.abc import Mapping
from typing import Any

from bot import places
from bot.core.base.line import line
from bot.core.talk.exchange import Dialogue
from bot.core.understand.whereabouts import ends
from bot.i18n import texts
from bot.people import dialogue, numbers, placing, understood
from bot.people.client.settled import settle
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn
from bot.store import pauses, people
from bot.store.people import Client
from bot.telegram import Message


def ask(turn: Turn, client: Client, value: str = "") -> None:
    """Where the client is, for the hours at which something comes."""
    t = texts(client.language)
    coach = people.coach(turn.tx, client.coach_id)
    rows: Rows = ()
    if coach and coach.zone:
        label = t.t("The same as {coach}: {zone}", coach=coach.name, zone=t.zone(coach.where))
        rows = (((label[:60], coach.zone),),)
    text = t.t("Where are you? A city is enough, like Lisbon, or the time where you are, like 14:35.")
    dialogue.ask_setting(turn, client, "zone", text, rows)


def read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    """A town, a country, a shared location, what the clock shows; a name that is nearly one too."""
    if said := understood.typed(asked, words):
        return said
    t = texts(client.language)
    if client.state == "joining" and (zone := placing.sure(t, words, turn.now)):
        return placing.marked(t, words, zone)  # said back with the next question, and can be changed there
    return understood.TYPED if placing.found(t, words, turn.now) or placing.like(t, words) else None


def placed(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> Client | None:
    """A place is set: the client there; None where it is asked on."""
    if value == understood.CHANGE:
        ask(turn, client)
        return None
    if value == understood.TYPED and message is not None:
        _offer_places(turn, client, placing.said(message))
        return None
    zone, country, town, *_ = (*understood.chosen(asked, value).split("|"), "", "")
    if not places.known(zone):
        return None
    if client.rhythm.get("country") != numbers.NONE and (country or zone != client.zone):
        people.set_rhythm(turn.tx, client.id, country=country or None)
    moved = people.change_client(turn.tx, client.id, zone=zone, town=town)
    pauses.by_the_clock_of(turn.tx, client.id, client.zone or zone, zone, turn.now)
    return people.client(turn.tx, client.id) or moved


def _where_read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    """Words to the coach's question whether the clock has changed: the same, elsewhere, or the place at once."""
    t = texts(client.language)
    plain = words.strip().rstrip(".!").casefold()
    if plain == t.t("Same place").casefold() or dialogue.yes_or_no(words) == "no":
        return "same"
    if plain == t.t("I am elsewhere").casefold() or dialogue.yes_or_no(words) == "yes":
        return "place"
    return understood.TYPED if placing.found(t, words, turn.now) else None


def _where_said(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    if value == "same":
        return settle(turn, client.id, "same")
    if value == understood.TYPED and message is not None:
        return _offer_places(turn, client, placing.said(message))
    return ask(turn, client)


def offer(turn: Turn, client: Client, words: str, message: Message) -> None:
    """A place that was said where none was asked for is shown back; it is kept as words if it was not meant."""
    _offer_places(turn, client, words, {"held": [dialogue.held(message)]})


def _offer_places(turn: Turn, client: Client, words: str, draft: Mapping[str, Any] | None = None) -> None:
    t = texts(client.language)
    exact = placing.found(t, words, turn.now)
    before = "" if exact else t.t("That place is not known here. Perhaps it is one of these?")
    if exact and ends(words):
        before = t.t("No end is kept of it: it counts until /place changes it.")
    shown = placing.with_countries(t, exact or placing.like(t, words), turn.now)
    understood.offer(t, shown, understood.asking(turn, client, "zone"), draft, before)


WHERE = Question(line("Your place"), _where_said, _where_read, again="place", wordless=True)
"""The coach asks where the client is: what is written next may answer it, anything else is what it always is."""
