"""The last line of a talk: whether it fitted, and who sees its answers."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.core.talk.model import Keep
from bot.core.talk.spoken import act_of
from bot.i18n import Texts, texts
from bot.people import dated, handles, library
from bot.people.turn import Rows, Turn, number, send, set_buttons
from bot.store import consents, people, reflections, response_writes, responses, uses
from bot.store import told as tellings
from bot.store.people import Client
from bot.store.reflections import ReflectionRow
from bot.store.responses import Response
from bot.telegram import CHOSEN, escape

TOGETHER = timedelta(minutes=10)
"""Messages that follow one another within this time have one line between them."""


def rows(turn: Turn, client: Client, reflection: int, fit: str = "") -> Rows:
    """Under the last line: did it fit, and who sees it; where it did not, a way to ask for a change.

    The last answer has its small row there as well.
    """
    kept = [one for one in responses.of_reflection(turn.tx, reflection) if _said(one)]
    return (
        *_fit_and_share(turn, client, reflection, kept, fit),
        *(change(client) if fit in ("partly", "no") else ()),
        *(handles.of(client, kept[-1]) if kept else ()),
    )


def change(client: Client) -> Rows:
    """A way to ask for a change."""
    return (((texts(client.language).t("Change this"), "m:change"),),)


def _fit_and_share(turn: Turn, client: Client, reflection: int, kept: list[Response], fit: str) -> Rows:
    t = texts(client.language).t
    fits = (("yes", t("Fitted")), ("partly", t("So-so")), ("no", t("Not for me")))
    first = tuple(
        ((CHOSEN if fit == value else "") + label, f"f:{reflection}:{value}") for value, label in fits
    )
    if not kept or any(one.visibility == "now" for one in kept):
        return (first,)  # what has reached the coach can no longer be called private
    if all(one.visibility == "private" and told_of(turn, client, one) for one in kept):
        return (first,)  # nor is there anything left to share of it
    share = (
        (t("Keep these answers private"), f"v:{reflection}:private")
        if any(one.visibility != "private" for one in kept)
        else (t("Share these answers"), f"v:{reflection}:session")
    )
    return first, (share,)


def told_of(turn: Turn, client: Client, one: Response) -> bool:
    """Whether an answer, as far as it goes, has reached the coach."""
    return tellings.reached(turn.tx, client.id, [one.id])


def _said(one: Response) -> bool:
    """Whether there is anything in it that somebody could see; a pass, tapped or typed, is nothing."""
    return _worded(one) or one.choice is not None or one.rating is not None


def _worded(one: Response) -> bool:
    return any(not (one.state == "passed" and act_of(text.own) == "pass") for text in one.texts)


def fitted(turn: Turn, client: Client, number: int, fit: str, message_id: int) -> None:
    """The client says whether it fitted; the button shows it."""
    row = reflections.get(turn.tx, number)
    if row is None or row.client_id != client.id or fit not in ("yes", "partly", "no"):
        return
    before = row.script in uses.not_for(turn.tx, client.id)
    reflections.set_fit(turn.tx, row.id, fit)
    set_buttons(turn, client.id, message_id, rows(turn, client, row.id, fit))
    off = row.script in uses.not_for(turn.tx, client.id)
    if off and not before and row.script != library.OWN:
        t, command = texts(client.language).t, "/" + row.script.replace("-", "_")
        send(
            turn,
            client.id,
            t("This one no longer comes by itself. {command} begins it, whenever you like.", command=command),
        )


def shared(turn: Turn, client: Client, number: int, visibility: str, message_id: int) -> None:
    """The client decides who sees the answers of one reflection."""
    row = reflections.get(turn.tx, number)
    if row is None or row.client_id != client.id or visibility not in ("private", "session"):
        return
    response_writes.set_reflection_visibility(turn.tx, row.id, visibility)
    led(turn, client, row, visibility)
    if visibility != "private" and (kept := held(turn, client, row.id)):
        send(turn, client.id, kept, silent=True)
    if visibility == "private" and told(turn, row.id):
        send(turn, client.id, taken_back(turn, client, responses.of_reflection(turn.tx, row.id)))
    set_buttons(turn, client.id, message_id, rows(turn, client, row.id, row.fit))


LED = "lead:"
"""How the occasions begin of what a choice led to; the talk and the question of that choice follow."""


def led(turn: Turn, client: Client, row: ReflectionRow, visibility: str) -> None:
    """The choice that led into a talk is private while the talk is, and shared again only where answers are."""
    talk, _, question = row.occasion.removeprefix(LED).partition(":")
    if not row.occasion.startswith(LED) or "private" == client.visibility != visibility:
        return
    for one in responses.of_reflection(turn.tx, number(talk)):
        if one.question == number(question) and one.choice is not None:
            seen = "private" if visibility == "private" else "session"
            response_writes.set_visibility(turn.tx, one.id, seen)


def held(turn: Turn, client: Client, reflection: int) -> str:
    """What is true where a whole talk is shared, and some of it was made private by itself; else nothing."""
    if not responses.held(turn.tx, reflection):
        return ""
    return texts(client.language).t("What you made private by itself stays private. /answers changes that.")


def told(turn: Turn, reflection: int) -> bool:
    """Whether any of its answers has reached the coach already."""
    row = reflections.get(turn.tx, reflection)
    kept = [one.id for one in responses.of_reflection(turn.tx, reflection)]
    return row is not None and tellings.reached(turn.tx, row.client_id, kept)


def taken_back(turn: Turn, client: Client, kept: Iterable[Response]) -> str:
    """What is true of words that were told and are made private: when they went, and what follows from it."""
    ids = [one.id for one in kept if one.visibility != "now"]
    at, t = tellings.since(turn.tx, client.id, ids), texts(client.language)
    if at is None:
        return reached(turn, client)
    when = dated.shown(t, at, client.where)
    went = t.t("It went on {when}; from now on it is private.", when=when)
    read = tellings.read_of(turn.tx, client.id, ids)
    said = "" if read is None else _read(turn, t, client, read)
    return " ".join(filter(None, (reached(turn, client), went, said)))


def _read(turn: Turn, t: Texts, client: Client, at: datetime) -> str:
    coach = escape(people.coach_name(turn.tx, client.coach_id))
    return t.t("{coach} marked it as read on {when}.", coach=coach, when=dated.shown(t, at, client.where))


def chosen_since(turn: Turn, client: Client, one: Response) -> bool:
    """Whether an answer is shared that began before its writer chose that what follows is private."""
    if client.visibility != "private" or one.visibility == "private":
        return False
    since = consents.refused_at(turn.tx, client.id, consents.SHARE)
    return since is not None and one.at <= since


def joined(turn: Turn, client: Client, before: Iterable[Response], number: int, keep: Keep) -> None:
    """Something joins the response of that number, as it was before: it does not change who sees what."""
    if keep.answer.passed:
        _passed_over(turn, number)
    for one in before:
        if one.id == number and chosen_since(turn, client, one):
            _keeps_apart(turn, client, one, keep)


def _passed_over(turn: Turn, number: int) -> None:
    """Words that were passed after all go to nobody: they are private, and nothing says that they go."""
    one = responses.get(turn.tx, number)
    if one is not None and one.visibility == "session" and _worded(one):
        response_writes.set_visibility(turn.tx, one.id, "private")


def _keeps_apart(turn: Turn, client: Client, one: Response, keep: Keep) -> None:
    """What joins a shared answer after that choice is for its writer alone: words by themselves, a tap with all."""
    number, answer = keep.message_id, keep.answer
    if number is not None:
        last = responses.last(turn.tx, client.id)
        goes_on = last is not None and last.note and last.said and turn.now - last.said <= TOGETHER
        response_writes.set_apart(turn.tx, one, number, "private")
    elif (answer.rating, answer.choice) == (one.rating, one.choice):
        return None
    else:
        goes_on = False
        response_writes.set_visibility(turn.tx, one.id, "private")
        if told_of(turn, client, one):
            return send(turn, client.id, taken_back(turn, client, (one,)), silent=True)
    if not goes_on:
        send(turn, client.id, texts(client.language).t("It is private. /answers changes that."), silent=True)
    return None


def reached(turn: Turn, client: Client) -> str:
    """What is true of words that were told to the coach."""
    coach = escape(people.coach_name(turn.tx, client.coach_id))
    return texts(client.language).t(
        "That has reached {coach} already, and cannot be taken back.", coach=coach
    )
