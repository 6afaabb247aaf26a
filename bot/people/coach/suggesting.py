"""/suggest: a rhythm that a coach suggests to a client; nothing changes before the client says yes."""

import re

from bot.core.base.line import line
from bot.core.talk.exchange import Dialogue
from bot.core.understand.folding import fold
from bot.i18n import texts
from bot.people import choosing, dialogue, planning, roster
from bot.people.choosing import WithWhom
from bot.people.coach import assigning
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, number, send
from bot.store import assignments
from bot.store.people import Client, Coach
from bot.telegram import Message, escape

MOST = 4
"""So many a week a coach can suggest; more is the client's own choice alone."""

_NUMBERS = {
    1: r"1|one|once|ein(?:e|mal)?|واحد|واحده|مره(?: واحده)?",
    2: r"2|two|twice|zwei(?:mal)?|اثنان|اثنين|مرتين|مرتان",
    3: r"3|three|thrice|drei(?:mal)?|ثلاث|ثلاثه",
    4: r"4|four|vier(?:mal)?|اربع|اربعه",
}
_A_WEEK = (
    r"\s*(?:questions?|times?|fragen?|mal|x|×|اسئله|مرات)?"
    r"\s*(?:a|per|each|the|pro|die|in der|في)?\s*(?:week|weekly|woche|الاسبوع|اسبوعيا)?"
)


def often(words: str) -> int:
    """How many a week words mean; 0 where they mean none, or too many."""
    said = fold(words).strip(" .!,:")
    said = re.sub(r"\s*\b(?:to|for|an|fur)$|^(?:to|for)\s+", "", said).strip()
    return next((n for n, form in _NUMBERS.items() if re.fullmatch(f"(?:{form}){_A_WEEK}", said)), 0)


def begin(turn: Turn, coach: Coach, rest: str) -> None:
    """/suggest NAME two a week."""
    choosing.client(turn, coach, SUGGEST, rest)


def which(turn: Turn, coach: Coach, client: Client, said: str) -> None:
    """How many a week, as it was written with the name, or asked for by buttons."""
    if n := often(said):
        return _suggest(turn, coach, client, n)
    t = texts(coach.language)
    name = escape(roster.called(turn, t, client))
    text = t.t(
        "How many a week would you suggest to {name}? It is {n} at most now. Nothing changes before their yes.",
        name=name,
        n=planning.weekly_of(turn, client),
    )
    rows: Rows = (tuple((str(n), str(n)) for n in range(1, MOST + 1)),)
    return dialogue.ask(turn, coach.id, "coach", "often", text, rows, draft={"client": client.id})


def _fits(turn: Turn, coach: Coach, said: str) -> bool:
    return often(said) > 0


def _read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    return str(often(words)) if often(words) else None


def _said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    client = roster.one(turn, coach, asked.draft.get("client") or 0)
    if client is not None and 1 <= number(value) <= MOST:
        _suggest(turn, coach, client, number(value))


def _suggest(turn: Turn, coach: Coach, client: Client, n: int) -> None:
    dialogue.end(turn, coach.id)
    t = texts(coach.language)
    name = escape(roster.called(turn, t, client))
    if planning.weekly_of(turn, client) == n:
        return send(turn, coach.id, t.t("{name} has that already: {n} a week at most.", name=name, n=n))
    if any(one.kind == "rhythm" for one in assignments.waiting(turn.tx, client.id)):
        text = t.t("{name}: something about the rhythm waits for their next hour already.", name=name)
        return send(turn, coach.id, text)
    said = t.t(
        "{name} is asked whether it can be {n} a week at most. Nothing changes before their yes.",
        name=name,
        n=n,
    )
    return assigning.give(turn, coach, client, said, "rhythm", words=str(n))


SUGGEST = WithWhom("suggest", line("A rhythm that you suggest"), "suggest", which, _fits)

STEPS: dict[str, Question[Coach]] = {
    "suggest": choosing.question(SUGGEST),
    "often": Question(
        line("A rhythm that you suggest"), _said, _read, line("A number from 1 to 4."), "suggest"
    ),
}
