"""A coach's own clients: found by name, called by name, and what the coach reads about one."""

from bot.i18n import Texts, texts
from bot.people import attachments
from bot.people.turn import Turn, send
from bot.store import audit, people
from bot.store.people import Client, Coach
from bot.store.responses import Response
from bot.telegram import escape

LONGEST = 3900
"""Letters of a message that are surely below Telegram's limit, markup included."""


def named(turn: Turn, coach: Coach, rest: str) -> tuple[Client | None, str]:
    """The own client whose name begins the words, or the only one there is, and the words behind the name."""
    mine = [one for one in people.clients_of(turn.tx, coach.id) if one.state != "joining"]
    found = [one for one in mine if one.name and f"{rest} ".casefold().startswith(f"{one.name} ".casefold())]
    if len(found) == 1:
        return found[0], rest[len(found[0].name) :].strip()
    return (mine[0], rest.strip()) if len(mine) == 1 else (None, rest.strip())


def called(t: Texts, client: Client) -> str:
    """How a client is called towards the coach."""
    return client.name or t.t("Client {number}", number=client.id % 10000)


def told(turn: Turn, client: Client, message: str) -> None:
    """One neutral line about a client to their coach; the message is one of the interface's."""
    coach = people.coach(turn.tx, client.coach_id)
    if coach is not None and coach.state == "active":
        t = texts(coach.language)
        send(turn, coach.id, t.t(message, name=escape(called(t, client))), silent=True)


def shown_now(turn: Turn, client: Client, shared: tuple[Response, ...]) -> None:
    """What a client chose to share at once, in their own words, to their coach."""
    coach = people.coach(turn.tx, client.coach_id)
    if coach is None or coach.state != "active":
        return
    t = texts(coach.language)
    words = [attachments.shown(t, text) for one in shared for text in one.texts]
    head = t.t(
        "{name} would like you to know this now, before the next session:", name=escape(called(t, client))
    )
    text = "\n\n".join((head, *(escape(word) for word in words)))
    note = t.t("All of it is in the next digest.")
    if len(text) > LONGEST:
        text = f"{head}\n\n{note}"
    audit.add(turn.tx, coach.id, "answers shown at once", turn.now, client.id)
    send(turn, coach.id, text, protect=True, about=client.id)
