"""A coach's own clients: found by name, called by name, and what the coach reads about one."""

from collections.abc import Callable

from bot.core.understand import names
from bot.i18n import Texts, texts
from bot.people import attachments
from bot.people.turn import Turn, fresh_key, send
from bot.store import audit, people
from bot.store import told as tellings
from bot.store.people import Client, Coach
from bot.store.responses import Response
from bot.telegram import escape

LONGEST = 3900
"""Letters of a message that are surely below Telegram's limit, markup included."""

PIECE, PROMPT_MOST = 1400, 400
"""Letters of an answer in one piece, and of its question: both fit even if each letter counts as two."""


Meant = tuple[tuple[Client, str], ...]
"""Whom words may name, each with what stands behind the name."""


def own(turn: Turn, coach: Coach) -> list[Client]:
    """The coach's clients, but those who are only just joining."""
    return [one for one in people.clients_of(turn.tx, coach.id) if one.state not in ("joining", "refused")]


def named(turn: Turn, coach: Coach, words: str, fits: Callable[[str], bool]) -> Meant:
    """The own clients whom the words may name: one of them where it is sure, else those to choose from.

    ``fits``: whether what stands behind a name can be meant, which tells "Anna" and "Anna Lena" apart. Where
    nobody is named, the only client there is stands for it, or all of them are there to choose from.
    """
    mine = {one.id: one for one in own(turn, coach)}
    ways = names.named(words, ((one.id, one.name) for one in mine.values()))
    likely = [way for way in ways if not way.rest or fits(way.rest)] or list(ways)
    return tuple((mine[number], way.rest) for way in likely for number in way.ids) or tuple(
        (one, words.strip()) for one in mine.values()
    )


def sure(turn: Turn, coach: Coach, words: str, meant: Meant) -> bool:
    """Whether no choice is to be offered: one is named whole, or there is only one and nobody is named."""
    if len(meant) != 1:
        return False
    return all(way.whole for way in names.named(words, [(meant[0][0].id, meant[0][0].name)]))


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
    carrier = fresh_key(turn)
    tellings.add(turn.tx, client.id, coach.id, told, digest=None, carrier=carrier, now=turn.now)
    *before, last = _messages(head, [part for one in told for part in _parts(t, one)])
    for text in before:
        send(turn, coach.id, text, protect=True, about=client.id)
    send(turn, coach.id, last, protect=True, about=client.id, key=carrier)


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
