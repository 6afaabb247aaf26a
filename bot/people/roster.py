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

PIECE, PROMPT_MOST = 1400, 400
"""Letters of an answer in one piece, and of its question: both fit even if each letter counts as two."""


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
    """What a client chose to share at once, each answer whole under its question, to their coach.

    It takes as many messages as it takes; none of them is empty, and nothing is left out.
    """
    coach = people.coach(turn.tx, client.coach_id)
    told = [one for one in shared if one.texts or one.choice or one.rating is not None]
    if coach is None or coach.state != "active" or not told:
        return
    t = texts(coach.language)
    head = t.t(
        "{name} would like you to know this now, before the next session:", name=escape(called(t, client))
    )
    audit.add(turn.tx, coach.id, "answers shown at once", turn.now, client.id)
    for text in _messages(head, [part for one in told for part in _parts(t, one)]):
        send(turn, coach.id, text, protect=True, about=client.id)


def _parts(t: Texts, one: Response) -> list[str]:
    """A question and its answer, in pieces that each fit into a message."""
    said = [attachments.shown(t, text) for text in one.texts]
    said = said or [one.choice or str(one.rating)]
    asked = f"<i>{escape(one.prompt[:PROMPT_MOST])}</i>" if one.prompt else ""
    first, *more = [escape(piece) for words in said for piece in _pieces(words)]
    return ["\n".join(filter(None, (asked, first))), *more]


def _pieces(words: str, most: int = PIECE) -> list[str]:
    """Words in pieces, each ended at a paragraph, a sentence or a blank where there is one."""
    found = []
    while len(words) > most:
        ends = (words.rfind(sign, most // 2, most) for sign in ("\n\n", "\n", ". ", "؟ ", " "))
        at = next((end + 1 for end in ends if end > 0), most)
        found.append(words[:at].rstrip())
        words = words[at:].lstrip()
    return [*found, words]


def _messages(head: str, parts: list[str]) -> list[str]:
    """The parts in as few messages as hold them, in order."""
    found = [head]
    for part in parts:
        joined = f"{found[-1]}\n\n{part}"
        if len(joined.encode("utf-16-le")) // 2 <= LONGEST:
            found[-1] = joined
        else:
            found.append(part)
    return found
