"""/suggest: a rhythm that a coach suggests to a client; nothing changes before the client says yes."""

from datetime import time, timedelta

from bot.core.base.line import line
from bot.core.talk.exchange import Dialogue
from bot.core.understand import desk, times
from bot.i18n import texts
from bot.people import choosing, dialogue, plan_in_words, planning, roster
from bot.people.choosing import WithWhom
from bot.people.coach import assigning
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, number, send
from bot.store.people import Client, Coach
from bot.telegram import Message, escape

MOST = 4
"""So many a week a coach can suggest; more is the client's own choice alone."""

HOURS = ("08:00", "12:30", "18:00", "20:00")
"""Hours that are offered; any other can be written."""


def begin(turn: Turn, coach: Coach, rest: str) -> None:
    """/suggest NAME two a week."""
    choosing.client(turn, coach, SUGGEST, rest)


def which(turn: Turn, coach: Coach, client: Client, said: str) -> None:
    """How many a week or at what hour, as it was written with the name, or asked for by buttons."""
    if what := _meant(turn, coach, client, said):
        return _suggest(turn, coach, client, what)
    t = texts(coach.language)
    name = escape(roster.called(turn, t, client))
    text = t.t(
        "How many a week would you suggest to {name}, or which hour? It is {n} at most now: {rhythm}. Nothing "
        "changes before their yes.",
        name=name,
        n=planning.weekly_of(turn, client),
        rhythm=escape(plan_in_words.rhythm(t, client)),
    )
    rows: Rows = (tuple((str(n), str(n)) for n in range(1, MOST + 1)), hours(turn, client))
    return dialogue.ask(turn, coach.id, "coach", "often", text, rows, draft={"client": client.id})


def hours(turn: Turn, client: Client) -> tuple[tuple[str, str], ...]:
    """Some hours to tap that are not quiet ones of the client."""
    return tuple((at, at) for at in HOURS if not planning.quiet_of(client).holds(time.fromisoformat(at)))


def hour(coach: Coach, client: Client, words: str) -> str:
    """The one hour that words mean on a client's clock, as 18:00; "" where they mean none, or several."""
    meant = [one[0] for one in times.clocks(words, coach.language).options if len(one) == 1]
    usable = [at for at in meant if not planning.quiet_of(client).holds(at)] or meant
    return f"{usable[0]:%H:%M}" if len(usable) == 1 else ""


def hours_in(coach: Coach, words: str) -> bool:
    """Whether words mean an hour, whichever."""
    return bool(times.clocks(words, coach.language).options)


def _meant(turn: Turn, coach: Coach, client: Client, said: str) -> str:
    n = desk.often(said)
    return str(n) if n else hour(coach, client, said)


def _fits(turn: Turn, coach: Coach, said: str) -> bool:
    return desk.often(said) > 0 or hours_in(coach, said)


def _read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    client = roster.one(turn, coach, asked.draft.get("client") or 0)
    return (_meant(turn, coach, client, words) or None) if client is not None else None


def _said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    client = roster.one(turn, coach, asked.draft.get("client") or 0)
    if client is not None and (value in HOURS or message is not None or 1 <= number(value) <= MOST):
        _suggest(turn, coach, client, value)


def _suggest(turn: Turn, coach: Coach, client: Client, what: str) -> None:
    dialogue.end(turn, coach.id)
    t = texts(coach.language)
    name = escape(roster.called(turn, t, client))
    if why := hindered(turn, coach, client, what):
        return send(turn, coach.id, why)
    said = (
        t.t(
            "{name} is asked whether it can be at {time} ({zone}). Nothing changes before their yes.",
            name=name,
            time=what,
            zone=t.zone(client.where),
        )
        if ":" in what
        else t.t(
            "{name} is asked whether it can be {n} a week at most. Nothing changes before their yes.",
            name=name,
            n=number(what),
        )
    )
    return assigning.give(turn, coach, client, said, "rhythm", words=what)


def hindered(turn: Turn, coach: Coach, client: Client, what: str) -> str:
    """Why that cannot be suggested now; "" where it can."""
    t = texts(coach.language)
    name = escape(roster.called(turn, t, client))
    if ":" in what and planning.quiet_of(client).holds(time.fromisoformat(what)):
        return t.t("{name} wants no question at {time}.", name=name, time=what)
    if ":" in what and planning.rhythm_of(client).times == (time.fromisoformat(what),):
        return t.t("{name} has that already: {time}.", name=name, time=what)
    if ":" not in what and planning.weekly_of(turn, client) == number(what):
        return t.t("{name} has that already: {n} a week at most.", name=name, n=number(what))
    if any(one.kind == "rhythm" for one in plan_in_words.given(turn, client, timedelta(days=7))):
        return t.t("{name}: you suggested a rhythm in these seven days already.", name=name)
    return ""


SUGGEST = WithWhom("suggest", line("A rhythm that you suggest"), "suggest", which, _fits)

STEPS: dict[str, Question[Coach]] = {
    "suggest": choosing.question(SUGGEST),
    "often": Question(
        line("A rhythm that you suggest"),
        _said,
        _read,
        line("A number from 1 to 4, or an hour like 18:00."),
        "suggest",
    ),
}
