"""Repair: something did not sit right, and the coach knows: a card for them, and a question after they have met."""

from collections.abc import Iterable

from bot.i18n import texts
from bot.people import library
from bot.people.turn import DIGEST, NAMED, Turn, send
from bot.store import people, reflections, replies, responses
from bot.store.people import Client
from bot.store.reflections import TalkScript
from bot.store.responses import Response
from bot.telegram import escape

MARK = "repair"
"""The mark of a script by which a client says that something did not sit right."""


def offer(turn: Turn, client: Client) -> None:
    """Words that say so outside a talk: the script for it is a tap away."""
    live = next(
        (one for one in library.on_demand(turn.tx, client.language) if one.script.header.mark == MARK), None
    )
    if live is None or client.state != "active":
        return
    text = texts(client.language).t(
        "There are questions for that, if you like. What you answer goes where you say."
    )
    send(turn, client.id, text, (((live.script.header.title[:60], f"m:now:{live.name}"),),), silent=True)


def among(turn: Turn, told: Iterable[Response]) -> tuple[Response, ...]:
    """Those of these answers that are of a repair."""
    each = {one.id: one.reflection_id for one in told if one.reflection_id is not None}
    talks = reflections.scripts_of(turn.tx, each.values()) if each else ()
    mine = {one.id for one in talks if _repairs(turn, one)}
    return tuple(one for one in told if each.get(one.id) in mine)


def _repairs(turn: Turn, one: TalkScript) -> bool:
    live = library.version(turn.tx, one.script, one.language, one.version)
    return live is not None and live.header.mark == MARK


def after(turn: Turn, client: Client, name: str, found: Iterable[Response]) -> None:
    """These answers of repairs are just going to the coach: a card follows, once for each talk.

    ``name``: how the coach calls the client.
    """
    for one in {one.reflection_id: one for one in found if one.texts}.values():
        whole = responses.of_reflection(turn.tx, one.reflection_id or 0)
        chosen = all(each.visibility != "private" for each in whole if each.texts)  # for all of the talk
        given = {each.response for each in replies.of_client(turn.tx, client.id) if each.kind == "repair"}
        if chosen and not given.intersection(each.id for each in whole):
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
    send(turn, coach.id, "\n\n".join(lines), lane=DIGEST, protect=True, about=client.id, what=NAMED)
