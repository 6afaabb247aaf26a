"""/agreement: the working agreement with a client, read and confirmed by the coach."""

from bot.core.base.line import line
from bot.i18n import texts
from bot.people import agreement, agreement_page, choosing, roster
from bot.people.choosing import WithWhom
from bot.people.turn import NAMED, Rows, Turn, number, send
from bot.store import agreements
from bot.store.agreements import AgreementVersion
from bot.store.people import Client, Coach
from bot.telegram import escape


def begin(turn: Turn, coach: Coach, rest: str) -> None:
    """/agreement NAME."""
    choosing.client(turn, coach, AGREED, rest)


def show(turn: Turn, coach: Coach, client: Client, said: str = "") -> None:
    """The agreement as it stands, with a yes where it waits for one."""
    t, one = texts(coach.language), agreements.latest(turn.tx, client.id, coach.id)
    name = escape(roster.called(turn, t, client))
    rows: Rows = (((t.t("As a page"), f"k:agreement:{client.id}:{agreement_page.PAGE}"),),)
    if one is not None and one.coach_at is None:
        yes = ((t.t("Yes, we agree on this"), f"k:agreement:{client.id}:yes:{one.id}"),)
        talk = ((t.t("Let us talk about it first"), f"k:agreement:{client.id}:talk:{one.id}"),)
        rows = (yes, talk, *rows) if one.client_at is not None else (yes, *rows)
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
    """A button: the card, the page, a yes to the version that it showed, or that the two talk about it first."""
    which, _, act = value.partition(":")
    client = roster.one(turn, coach, number(which))
    if client is None:
        return None
    if act == agreement_page.PAGE:
        return _page(turn, coach, client)
    one = agreements.latest(turn.tx, client.id, coach.id)
    if one is not None and act == f"talk:{one.id}" and one.coach_at is None:
        return _to_talk(turn, coach, client, one)
    if one is None or act != f"yes:{one.id}" or one.coach_at is not None:
        return show(turn, coach, client)
    agreements.confirm(turn.tx, one.id, turn.now, by_coach=True)
    t, its = texts(coach.language), texts(client.language)
    name, mine = escape(roster.called(turn, t, client)), escape(coach.name or "")
    said = agreement.standing(t, client, agreements.latest(turn.tx, client.id, coach.id), name, mine)
    send(turn, coach.id, f"{name}: {said}", about=client.id, what=NAMED)
    text = its.t(
        "{coach} confirmed version {n} of your working agreement. /agreement shows it.",
        coach=mine,
        n=one.version,
    )
    return send(turn, client.id, text, silent=True)


def _page(turn: Turn, coach: Coach, client: Client) -> None:
    t = texts(coach.language)
    agreement_page.give(turn, t, coach.id, client, roster.called(turn, t, client), coach.where)


def _to_talk(turn: Turn, coach: Coach, client: Client, one: AgreementVersion) -> None:
    """No yes yet: the client reads that the coach would talk about it first. Nothing changes by that."""
    t, its = texts(coach.language), texts(client.language)
    text = its.t(
        "{coach} would like to talk with you about version {n} of your working agreement first. What you both "
        "agreed on before holds until then.",
        coach=escape(coach.name or ""),
        n=one.version,
    )
    send(turn, client.id, text, silent=True)
    said = t.t(
        "{name} reads that you would like to talk about it first.",
        name=escape(roster.called(turn, t, client)),
    )
    send(turn, coach.id, said, about=client.id, what=NAMED)


AGREED = WithWhom("agreedwith", line("The working agreement"), "agreement", show, choosing.alone)

STEPS = {"agreedwith": choosing.question(AGREED)}
