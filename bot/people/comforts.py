"""Comforts: what helps a client, in their own lines, offered to them word for word and never to anybody else."""

from bot.core.base.words import own
from bot.i18n import Texts
from bot.people import heeding
from bot.people.turn import Turn
from bot.store import what_helps
from bot.store.people import Client
from bot.telegram import Message, escape

MOST, LETTERS = 20, 300
"""Lines of a list, and letters of a line."""


def quoted(turn: Turn, t: Texts, client: Client) -> str:
    """The lines as they were written, under a heading; "" where there are none.

    One that may itself need a person is quoted nowhere, and stands in the client's own list alone.
    """
    found = (one.words for one in what_helps.of_client(turn.tx, client.id))
    lines = [escape(one) for one in found if not heeding.needs_person(turn, client, one)]
    if not lines:
        return ""
    said = "\n".join(f"<blockquote>{one}</blockquote>" for one in lines)
    return t.t("What helps you, in your own words:") + f"\n{said}"


def lines_of(words: str) -> list[str]:
    """A line each, as it was written."""
    return [one.strip() for one in words.splitlines() if one.strip()]


def room(turn: Turn, client: Client, lines: list[str]) -> bool:
    """Whether so many lines of such a length find room."""
    left = MOST - len(what_helps.of_client(turn.tx, client.id))
    return len(lines) <= left and all(len(one) <= LETTERS for one in lines)


def put(turn: Turn, client: Client, lines: list[str]) -> None:
    """These lines below the others, in their order."""
    for place, one in enumerate(lines):
        what_helps.add(turn.tx, client.id, one, turn.now + place * what_helps.APART)


def answered(turn: Turn, client: Client, message: Message) -> None:
    """An answer to a step that writes the list; what stands there already, or finds no room, is an answer only."""
    there = {one.words for one in what_helps.of_client(turn.tx, client.id)}
    said = own(message.text, message.file, message.origin)
    lines = [one for one in dict.fromkeys(lines_of(said)) if one not in there]
    if lines and room(turn, client, lines):
        put(turn, client, lines)
