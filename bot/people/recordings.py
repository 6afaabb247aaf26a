"""Recordings and pictures: voice notes, photos and other files, which a coach hears and sees where both want it.

Nothing is fetched or kept here but Telegram's own id of each; by it Telegram shows the file to the coach, too.
"""

from collections.abc import Iterable, Iterator

from bot.core.base.words import shorten
from bot.core.digest.measures import question
from bot.i18n import Texts, texts
from bot.people import attachments, gathering, roster
from bot.people.turn import Rows, Turn, number, send, send_again
from bot.store import consents, digests, people, responses
from bot.store.people import Client, Coach
from bot.store.responses import Response, Text
from bot.telegram import escape

SHARED = ("session", "now")
CAPTION = 200
"""Letters of the question under a file."""


def agreed(turn: Turn, client: Client) -> bool:
    """Whether the client lets their coach hear and see them."""
    return consents.given(turn.tx, client.id, consents.FILES)


# ---- what a coach taps -------------------------------------------------------------------------


def rows(turn: Turn, t: Texts, client: Client, where: str, told: Iterable[Response]) -> Rows:
    """Under what was told: the button that brings them, with how many there are; none without the client's yes.

    ``where``: d and the number of a digest or brief, or r and that of a response.
    """
    many = len(list(_texts(told)))
    if not many or not agreed(turn, client):
        return ()
    return (((t.t("Hear and see them: {n}", n=many), f"k:hear:{where}"),),)


def of_digest(turn: Turn, coach: Coach, digest: int) -> Rows:
    """The same under a digest or brief that went before, as matters stand."""
    client = _client(turn, coach, f"d{digest}")
    if client is None:
        return ()
    told = gathering.told_in(turn, coach, client, digest)
    return rows(turn, texts(coach.language), client, f"d{digest}", told)


def bring(turn: Turn, coach: Coach, value: str) -> None:
    """The coach's tap: each comes by Telegram's own id, under its question, as far as it is shared now."""
    t, client = texts(coach.language), _client(turn, coach, value)
    if client is None:
        return None
    found = tuple(_texts(_told(turn, coach, client, value)))
    name = escape(roster.called(turn, t, client))
    if not agreed(turn, client) or not found:
        return send(turn, coach.id, t.t("{name} does not share them as things stand.", name=name))
    for one, text in found:
        asked = shorten(question(one.prompt), CAPTION)
        above = f"{escape(asked)}\n" if asked else ""
        caption = f"{name}, {t.when(text.at, coach.where)}\n{above}".strip()
        send_again(turn, coach.id, text.file, caption, about=client.id, what="recordings shown")
    return None


def acts(turn: Turn, coach: Coach, value: str) -> bool:
    """Whether the button is of a client of this coach."""
    return _client(turn, coach, value) is not None


def _client(turn: Turn, coach: Coach, value: str) -> Client | None:
    if value.startswith("d"):
        row = digests.get(turn.tx, number(value[1:]))
        client = (
            people.client(turn.tx, row.client_id) if row is not None and row.coach_id == coach.id else None
        )
    else:
        one = responses.get(turn.tx, number(value[1:]))
        client = people.client(turn.tx, one.client_id) if one is not None else None
    return client if client is not None and client.coach_id == coach.id else None


def _told(turn: Turn, coach: Coach, client: Client, value: str) -> tuple[Response, ...]:
    if value.startswith("d"):
        return gathering.told_in(turn, coach, client, number(value[1:]))
    one = responses.get(turn.tx, number(value[1:]))
    if one is None or one.reflection_id is None:
        beside: tuple[Response, ...] = () if one is None else (one,)
    else:
        beside = responses.of_reflection(turn.tx, one.reflection_id)
    return tuple(each for each in beside if each.visibility in SHARED)


def _texts(told: Iterable[Response]) -> Iterator[tuple[Response, Text]]:
    return ((one, text) for one in told for text in one.texts if attachments.heard(text.file))
