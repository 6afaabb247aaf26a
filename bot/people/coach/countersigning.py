"""/agreement: the working agreement with a client, read and confirmed by the coach."""

from bot.core.base.line import line
from bot.i18n import texts
from bot.people import agreement, choosing, roster
from bot.people.choosing import WithWhom
from bot.people.turn import NAMED, Rows, Turn, number, send
from bot.store import agreements
from bot.store.people import Client, Coach
from bot.telegram import escape


def begin(turn: Turn, coach: Coach, rest: str) -> None:
    """/agreement NAME."""
    choosing.client(turn, coach, AGREED, rest)


def show(turn: Turn, coach: Coach, client: Client, said: str = "") -> None:
    """The agreement as it stands, with a yes where it waits for one."""
    t, one = texts(coach.language), agreements.latest(turn.tx, client.id, coach.id)
    name = escape(roster.called(turn, t, client))
    rows: Rows = ()
    if one is not None and one.coach_at is None:
        rows = (((t.t("Yes, we agree on this"), f"k:agreement:{client.id}:yes:{one.id}"),),)
    send(
        turn,
        coach.id,
        agreement.card(turn, t, client, name),
        rows,
        protect=True,
        about=client.id,
        what="agreement shown",
    )


def tapped(turn: Turn, coach: Coach, value: str) -> None:
    """A button: the card, or a yes to the version that it showed."""
    which, _, act = value.partition(":")
    client = roster.one(turn, coach, number(which))
    if client is None:
        return None
    one = agreements.latest(turn.tx, client.id, coach.id)
    if one is None or act != f"yes:{one.id}" or one.coach_at is not None:
        return show(turn, coach, client)
    agreements.confirm(turn.tx, one.id, turn.now, by_coach=True)
    t, its = texts(coach.language), texts(client.language)
    name, mine = escape(roster.called(turn, t, client)), escape(coach.name or "")
    said = agreement.standing(t, agreements.latest(turn.tx, client.id, coach.id), name, mine)
    send(turn, coach.id, f"{name}: {said}", about=client.id, what=NAMED)
    text = its.t(
        "{coach} confirmed version {n} of your working agreement. /agreement shows it.",
        coach=mine,
        n=one.version,
    )
    return send(turn, client.id, text, silent=True)


AGREED = WithWhom("agreedwith", line("The working agreement"), "agreement", show, choosing.alone)

STEPS = {"agreedwith": choosing.question(AGREED)}
