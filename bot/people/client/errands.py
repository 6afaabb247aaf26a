"""Errands in a client's chat: what is true of something that was asked for in words, and the tap that does it."""

from datetime import timedelta

from bot.core.talk import beside
from bot.core.understand.errand import Subject, errand, week_in
from bot.core.understand.request import asks
from bot.i18n import Texts, texts
from bot.people import dialogue, reader
from bot.people.client import hearing
from bot.people.turn import Rows, Turn
from bot.store import people, reflections, replies
from bot.store.people import Client
from bot.telegram import escape

ANSWERED = timedelta(days=7)
"""So long after words of the coach's a thank you may be to them."""

COMMANDS = ("signs", "answers", "days", "erase", "export", "opened")
"""What a command of the same name does as a whole."""


def command(turn: Turn, client: Client, words: str) -> tuple[str, str] | None:
    """The command that does what a whole message asks for, and what stands behind it; None where none does."""
    wanted = _wanted(turn, client, words)
    if wanted not in COMMANDS:
        return None
    return wanted, week_in(words) if wanted == "days" else ""


def answer(turn: Turn, client: Client, words: str) -> tuple[str, Rows] | None:
    """What is true of it, with taps; None where words ask for nothing of the kind."""
    t = texts(client.language)
    match _wanted(turn, client, words):
        case "files":
            text = t.t("A voice note, a photo or a file can be an answer too.")
            return f"{text} {hearing.answer(turn, client)}", ()
        case "reminder":
            text = t.t("Nothing is set by that; questions come on the days that you chose.")
            return text, (((t.t("Days and hours"), "days"),),)
        case "cost":
            return t.t("Nothing is charged in this chat. What coaching costs is agreed elsewhere."), ()
        case "leaving" | "another" | "contact" as about:
            return _of_coach(turn, t, client, about)
    return None


def small(turn: Turn, client: Client, words: str) -> bool:
    """Whether a whole message is a greeting, a thank you, a yes or a no where nothing was asked and no coach wrote.

    It is kept, as everything is; but it is no news, and nobody is to read it as such.
    """
    if client.state not in ("active", "paused") or reflections.open_of(turn.tx, client.id) is not None:
        return False
    if beside.kind(words) not in ("thanks", "greeting") and dialogue.yes_or_no(words) is None:
        return False
    lately = turn.now - ANSWERED
    return not any(one.gone and one.gone > lately for one in replies.of_client(turn.tx, client.id))


def _wanted(turn: Turn, client: Client, words: str) -> Subject | None:
    coach = people.coach_name(turn.tx, client.coach_id)
    wanted = errand(words, coach) if client.state not in ("joining", "stopped") else None
    return None if wanted is None or asks(words, coach) else wanted


def _of_coach(turn: Turn, t: Texts, client: Client, about: Subject) -> tuple[str, Rows]:
    coach = reader.of(turn, client)
    if coach is None:
        return reader.nobody(turn, client), ()
    name, more = escape(coach.name), (((t.t("Who is behind this"), "about"),),)
    if about == "contact":
        return t.t("What is known here of {coach} stands in /about; more is not known.", coach=name), more
    if about == "another":
        return t.t(
            "Who coaches you is not changed here, and {coach} reads nothing of this.", coach=name
        ), more
    text = t.t(
        "If {coach} leaves, you are asked what becomes of your words: passed on, kept private, or erased.",
        coach=name,
    )
    return text, ()
