"""/words: what a coach puts into the blanks of pages for one client, as in ``{{ client.dog }}``."""

import re

from bot.core.base.line import line
from bot.i18n import texts
from bot.people import choosing, roster
from bot.people.choosing import WithWhom
from bot.people.turn import Rows, Turn, number, send
from bot.store import blanks
from bot.store.people import Client, Coach
from bot.telegram import escape

MOST = 20
"""Names of one client."""

MOST_LETTERS = 200
_SAID = re.compile(r"(?P<name>[^\s:=]{1,40})\s*[:=]?(?P<words>.*)", re.DOTALL)
_NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")


def begin(turn: Turn, coach: Coach, rest: str) -> None:
    """/words NAME blank: words."""
    choosing.leading(turn, coach, FILL, rest)


def fill(turn: Turn, coach: Coach, client: Client, said: str) -> None:
    """A blank is filled, or all of them are shown."""
    t, found = texts(coach.language), _SAID.fullmatch(said.strip())
    if found is None:
        return show(turn, coach, client)
    name, words = found["name"].lower(), " ".join(found["words"].split())
    kept = blanks.of_client(turn.tx, client.id)
    if not _NAME.fullmatch(name) or not words or len(words) > MOST_LETTERS:
        text = t.t(
            "A name of small letters a to z, a colon, and up to {n} letters: /words {client} dog: Bella",
            n=MOST_LETTERS,
            client=escape(roster.called(turn, t, client)),
        )
        return send(turn, coach.id, text)
    if name not in kept and len(kept) >= MOST:
        return send(
            turn, coach.id, t.t("{n} are there; take one away first.", n=MOST), _ways(turn, coach, client)
        )
    blanks.put(turn.tx, client.id, name, words, turn.now)
    return show(turn, coach, client)


def show(turn: Turn, coach: Coach, client: Client) -> None:
    """What stands in the blanks of pages for this client."""
    t, kept = texts(coach.language), blanks.of_client(turn.tx, client.id)
    name = escape(roster.called(turn, t, client))
    if not kept:
        text = t.t(
            "Nothing is filled in for {name}. A page that says client.dog in braces shows what you put here: "
            "/words {name} dog: Bella",
            name=name,
        )
        return send(turn, coach.id, text)
    lines = [f"client.{escape(one)}: {escape(words)}" for one, words in kept.items()]
    head = t.t("In pages for {name}, from the next one on:", name=name)
    return send(turn, coach.id, "\n".join((head, *lines)), _ways(turn, coach, client), protect=True)


def _ways(turn: Turn, coach: Coach, client: Client) -> Rows:
    t = texts(coach.language)
    kept = blanks.of_client(turn.tx, client.id)
    return tuple(((t.t("Take away {name}", name=one), f"k:unfill:{client.id}:{one}"),) for one in kept)


def tapped(turn: Turn, coach: Coach, value: str) -> None:
    """One of them stands for nothing any more."""
    which, _, name = value.partition(":")
    client = roster.one(turn, coach, number(which))
    if client is not None and blanks.remove(turn.tx, client.id, name):
        show(turn, coach, client)


def _any(turn: Turn, coach: Coach, said: str) -> bool:
    return bool(said)


FILL = WithWhom("fillwhom", line("Words in pages for one client"), "words", fill, _any)

STEPS = {"fillwhom": choosing.question(FILL)}
