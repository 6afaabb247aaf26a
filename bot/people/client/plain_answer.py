"""A plain answer: what is true for whoever asks the bot a plain question, whatever else is open."""

from bot.core.understand.custody import custody
from bot.core.understand.inquiry import Topic, inquiry
from bot.core.understand.query import asks_next, asks_session, queries
from bot.core.understand.wondering import wondering
from bot.i18n import texts
from bot.people import absence, reader
from bot.people.client import arrival, hearing, help, idle
from bot.people.turn import Turn
from bot.store import people
from bot.store.people import Client
from bot.telegram import escape


def of(turn: Turn, client: Client, words: str) -> str | None:
    """The answer to a whole message; None where it asks nothing of the kind, or no one has joined yet."""
    if held := custody(words, people.coach_name(turn.tx, client.coach_id)):
        return hearing.answer(turn, client) if held == "files" else help.stored(turn, client)
    if queries(words):
        return help.answer(turn, client)
    if client.state == "joining":
        return None
    if asks_session(words):
        return help.next_session(turn, client)
    if asks_next(words):
        return idle.next_one(turn, client)
    topic = inquiry(words, people.coach_name(turn.tx, client.coach_id))
    if topic != "holds" and wondering(words, people.coach_name(turn.tx, client.coach_id)) == "reads":
        return _of_wondering(turn, client, words)
    if topic == "told":
        return arrival.of(turn, client, words)
    return _of_topic(turn, client, topic) or _of_wondering(turn, client, words)


def _of_wondering(turn: Turn, client: Client, words: str) -> str | None:
    name = people.coach_name(turn.tx, client.coach_id)
    match wondering(words, name):
        case "about":
            return help.answer(turn, client)
        case "reads":
            return help.reads(turn, texts(client.language), client, escape(name))
    return None


def _of_topic(turn: Turn, client: Client, topic: Topic) -> str | None:
    match topic:
        case "away":
            return _away(turn, client)
        case "session":
            return help.next_session(turn, client)
        case "next":
            return idle.next_one(turn, client)
        case "stands":
            return _stands(turn, client)
        case "write":
            return _hours(turn, client)
        case "holds":
            return reader.holds(turn, client)
        case "who":
            return help.answer(turn, client)
    return None


def _away(turn: Turn, client: Client) -> str:
    """The days away that the coach noted, now or soon; else that none are noted."""
    coach = reader.of(turn, client)
    if coach is None:
        return reader.nobody(turn, client)
    none = texts(client.language).t("No days away of {coach} are noted here.", coach=escape(coach.name))
    return absence.said(turn, client) or none


def _stands(turn: Turn, client: Client) -> str:
    """Whether everything is stopped, and what is to come."""
    said = idle.next_one(turn, client)
    return said if client.state == "stopped" else texts(client.language).t("It is not stopped.") + " " + said


def _hours(turn: Turn, client: Client) -> str:
    """That words are kept at any hour, and when they are read."""
    t = texts(client.language)
    said = t.t("You can write here at any hour, and it is kept; nobody is reading then.")
    return said + " " + help.reads(turn, t, client, escape(people.coach_name(turn.tx, client.coach_id)))
