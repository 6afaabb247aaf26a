"""A change that a client asked for: told to the coach with answers to tap, and what became of it in words."""

from bot.i18n import Texts, texts
from bot.people import heeding, library, roster
from bot.people.turn import NAMED, Rows, Turn, send
from bot.store import people
from bot.store.change_requests import ChangeRequest
from bot.store.people import Client, Coach
from bot.telegram import escape


def show(turn: Turn, client: Client, one: ChangeRequest) -> None:
    """The coach reads what the client would like to be different, whole, with an answer in one tap."""
    coach = people.coach(turn.tx, client.coach_id)
    if coach is None or coach.state != "active":
        return
    t = texts(coach.language)
    title = library.title(turn.tx, one.script, client.language)
    name = escape(roster.called(turn, t, client))
    head = (
        t.t(
            "{name} would like something changed. The latest question was “{title}”.",
            name=name,
            title=escape(title),
        )
        if title
        else t.t("{name} would like something changed.", name=name)
    )
    text = f"{head}\n<blockquote>{heeding.covered(turn, client, one.words)}</blockquote>"
    send(
        turn,
        coach.id,
        text,
        _answers(t, one, title),
        protect=True,
        about=client.id,
        what="change request shown",
    )


def taken_back(turn: Turn, client: Client) -> None:
    """The coach reads that the wish is no longer one."""
    coach = people.coach(turn.tx, client.coach_id)
    if coach is None or coach.state != "active":
        return
    t = texts(coach.language)
    name = escape(roster.called(turn, t, client))
    send(
        turn,
        coach.id,
        t.t("{name} has taken that wish back.", name=name),
        silent=True,
        about=client.id,
        what=NAMED,
    )


def _answers(t: Texts, one: ChangeRequest, title: str) -> Rows:
    off: Rows = (
        (((t.t("“{title}” off for them", title=title)[:60], f"k:change:{one.id}:off"),),) if title else ()
    )
    return (
        *off,
        (
            (t.t("One a week less"), f"k:change:{one.id}:less"),
            (t.t("Another hour"), f"k:change:{one.id}:hour"),
        ),
        (
            (t.t("At our session"), f"k:change:{one.id}:session"),
            (t.t("As it is for now"), f"k:change:{one.id}:stays"),
        ),
    )


def result(turn: Turn, t: Texts, client: Client, one: ChangeRequest) -> str:
    """What became of it: the same words for the client and the coach."""
    what, _, n = one.answer.partition(":")
    match what:
        case "off":
            title = library.title(turn.tx, one.script, client.language) or one.script
            return t.t("“{title}” no longer comes by itself.", title=escape(title))
        case "less":
            return t.t("It is {n} a week at most now.", n=n)
        case "hour":
            return t.t("{time} is suggested instead. Nothing changes before a yes.", time=n)
        case "session":
            return t.t("It is something for the next session.")
        case "stays":
            return t.t("It stays as it is for now.")
        case "taken-back":
            return t.t("Taken back.")
    return t.t("Not answered yet.")


def own(turn: Turn, coach: Coach, one: ChangeRequest | None) -> Client | None:
    """The client whose request it is, where both are this coach's; None otherwise."""
    if one is None or one.coach_id != coach.id:
        return None
    return roster.one(turn, coach, one.client_id)
