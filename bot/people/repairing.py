"""Repair: something did not sit right, and the coach knows: a card for them, and a question after they have met."""

from collections.abc import Iterable

from bot.i18n import texts
from bot.people import library
from bot.people.turn import DIGEST, Turn, send
from bot.store import people, reflections, replies, responses
from bot.store.people import Client
from bot.store.responses import Response
from bot.telegram import escape

MARK = "repair"
"""The mark of a script by which a client says that something did not sit right."""


def after(turn: Turn, client: Client, name: str, told: Iterable[Response]) -> None:
    """These answers are just going to the coach: where one is of a repair, its card follows, once for each talk.

    ``name``: how the coach calls the client.
    """
    done = {one.response for one in replies.of_client(turn.tx, client.id) if one.kind == "repair"}
    first: dict[int, Response] = {}
    for one in told:
        if one.texts and one.reflection_id is not None and _repairs(turn, one):
            first.setdefault(one.reflection_id, one)
    for talk, one in first.items():
        if not done.intersection(each.id for each in responses.of_reflection(turn.tx, talk)):
            replies.add(
                turn.tx,
                "repair",
                client.id,
                client.coach_id,
                digest=None,
                response=one.id,
                now=turn.now,
                after=turn.now,
            )
            _card(turn, client, name)


def _repairs(turn: Turn, one: Response) -> bool:
    row = reflections.get(turn.tx, one.reflection_id or 0)
    script = library.version(turn.tx, row.script, row.language, row.version) if row else None
    return script is not None and script.header.mark == MARK


def _card(turn: Turn, client: Client, name: str) -> None:
    """Hear, own, ask, adjust: for the coach alone."""
    coach = people.coach(turn.tx, client.coach_id)
    if coach is None:
        return
    t, called = texts(coach.language), escape(name)
    lines = (
        t.t("Something did not sit right for {name}. Four things that can help when you meet:", name=called),
        t.t("Hear: let it be said to its end, in their words, before you explain anything."),
        t.t("Own: name your part in it, however small, and without a but."),
        t.t("Ask: what would have been better there?"),
        t.t("Adjust: agree on one thing that is otherwise from here on, and come back to it."),
        t.t("A day after your next session {name} is asked how it is now.", name=called),
    )
    send(turn, coach.id, "\n\n".join(lines), lane=DIGEST, protect=True, about=client.id)
