"""/suggest: a rhythm that a coach suggests to a client; nothing changes before the client says yes."""

from bot.core.base.line import line
from bot.core.talk.exchange import Dialogue
from bot.core.understand import desk
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


def begin(turn: Turn, coach: Coach, rest: str) -> None:
    """/suggest NAME two a week."""
    choosing.client(turn, coach, SUGGEST, rest)


def which(turn: Turn, coach: Coach, client: Client, said: str) -> None:
    """How many a week, as it was written with the name, or asked for by buttons."""
    if n := desk.often(said):
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
    return desk.often(said) > 0


def _read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    return str(desk.often(words)) if desk.often(words) else None


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
