"""A coach keeps moments of the last session with a client."""

from bot.core.base import wall
from bot.core.base.line import line
from bot.core.talk.exchange import Dialogue
from bot.i18n import texts
from bot.people import choosing, dialogue, recalling, roster
from bot.people.choosing import WithWhom
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, number, send
from bot.store.people import Client, Coach
from bot.telegram import Message, escape


def begin(turn: Turn, coach: Coach, rest: str) -> None:
    """/moments NAME: up to three of the last session."""
    choosing.client(turn, coach, MOMENTS, rest)


def tapped(turn: Turn, coach: Coach, value: str) -> None:
    """The button under the line that the client kept some."""
    client = roster.one(turn, coach, number(value))
    if client is not None:
        _ask(turn, coach, client, "")


def _ask(turn: Turn, coach: Coach, client: Client, said: str) -> None:
    t, met = texts(coach.language), recalling.session(turn, client)
    name = escape(roster.called(turn, t, client))
    dialogue.end(turn, coach.id)
    if met is None:
        return send(turn, coach.id, t.t("No session with {name} is logged in the last two weeks.", name=name))
    day = t.day(wall.local(met.starts, coach.zone or "UTC").date())
    both = recalling.known(turn, client, met)
    if "coach" in both:
        if "client" in both:
            return send(
                turn,
                coach.id,
                recalling.for_coach(turn, client, t, both, day, name),
                protect=True,
                about=client.id,
                what="moments shown",
            )
        return send(
            turn,
            coach.id,
            t.t("You have done that for your session with {name} on {day}.", name=name, day=day),
        )
    text = t.t(
        "Your session with {name} on {day}: up to three moments, a line each, like “the moment when …”. {name} "
        "reads them beside their own once they have kept or left theirs.",
        name=name,
        day=day,
    )
    rows: Rows = (((t.t("None this time"), recalling.LEFT),),)
    draft = {"client": client.id, "session": met.key}
    return dialogue.ask(turn, coach.id, "coach", "moments", text, rows, draft=draft)


def _read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    return recalling.read(words)


def _said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    client, t = roster.one(turn, coach, asked.draft.get("client") or 0), texts(coach.language)
    dialogue.end(turn, coach.id)
    if client is None:
        return None
    words = tuple(value.splitlines()) if message is not None else ()
    if recalling.keep(turn, client, coach, asked.draft["session"], "coach", words):
        return send(turn, coach.id, t.t("Kept.") if words else t.t("Left."))
    return _ask(turn, coach, client, "")


MOMENTS = WithWhom("momentswhom", line("Moments of a session"), "moments", _ask, lambda *_: False)
STEPS: dict[str, Question[Coach]] = {
    "momentswhom": choosing.question(MOMENTS),
    "moments": Question(line("Moments of a session"), _said, _read, recalling.WORKS, "moments"),
}
