"""A client keeps moments of the last session."""

from bot.core.base import wall
from bot.core.base.line import line
from bot.core.talk.exchange import Dialogue
from bot.i18n import texts
from bot.people import dialogue, reader, recalling
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, send
from bot.store.people import Client
from bot.telegram import Message, escape


def begin(turn: Turn, client: Client, value: str = "") -> None:
    """/ourmoments: up to three of the last session."""
    t, met, coach = texts(client.language), recalling.session(turn, client), reader.of(turn, client)
    if coach is None:
        return send(turn, client.id, reader.nobody(turn, client))
    if met is None:
        return send(turn, client.id, t.t("No session is logged in the last two weeks."))
    name, day = escape(coach.name), t.day(wall.local(met.starts, client.zone or "UTC").date())
    both = recalling.known(turn, client, met)
    if "client" in both:
        text = recalling.shown(t, both, day, name, "client") if "coach" in both else ""
        return send(turn, client.id, text or t.t("You have done that for your session on {day}.", day=day))
    text = t.t(
        "Your session on {day}: up to three moments, a line each, like “the moment when …”. {coach} reads them "
        "beside their own once they have kept or left theirs.",
        day=day,
        coach=name,
    )
    rows: Rows = (((t.t("None this time"), recalling.LEFT),),)
    return dialogue.ask(turn, client.id, "client", "moments", text, rows, draft={"session": met.key})


def _read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    return recalling.read(words)


def _said(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    t, coach = texts(client.language), reader.of(turn, client)
    dialogue.end(turn, client.id)
    words = tuple(value.splitlines()) if message is not None else ()
    if coach is not None and recalling.keep(turn, client, coach, asked.draft["session"], "client", words):
        return send(turn, client.id, t.t("Kept.") if words else t.t("Left."))
    return begin(turn, client)


STEPS: dict[str, Question[Client]] = {
    "moments": Question(line("Moments of a session"), _said, _read, recalling.WORKS, "ourmoments", goes=True),
}
