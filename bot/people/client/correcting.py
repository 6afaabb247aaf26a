"""One answer of the journal put right, a message at a time, or deleted whole; each is asked once."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.core.base import wall
from bot.core.base.line import line
from bot.core.base.words import shorten
from bot.core.script.template import plain
from bot.core.talk import exchange
from bot.core.talk.exchange import Dialogue
from bot.core.understand.removal import Removal
from bot.i18n import Texts, texts
from bot.people import attachments, closing, dialogue, planning
from bot.people.client import answers, arrival, edits
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, number, send, unsay
from bot.store import people, response_writes, responses, unsaid
from bot.store.people import Client
from bot.store.responses import Response, Text
from bot.telegram import Message, escape

CHOICES = 6
"""Answers to choose from, where several have what shall be gone."""

FRESH = timedelta(hours=47)
"""Telegram lets a bot take a message out of a chat for 48 hours; an hour of that is for the way there."""


def _own(turn: Turn, client: Client, which: str) -> Response | None:
    one = responses.get(turn.tx, number(which))
    return one if one is not None and one.client_id == client.id else None


def gone(turn: Turn, client: Client) -> None:
    """An answer that a button was about is not there any more."""
    send(
        turn,
        client.id,
        texts(client.language).t("That answer is no longer here. /answers shows those that are."),
    )


# ---- put right -----------------------------------------------------------------------------------


def correct(turn: Turn, client: Client, value: str) -> None:
    """Asks how a message is to read; which one first, where an answer has several."""
    which, _, message = value.partition(":")
    one = _own(turn, client, which)
    if one is None or not one.texts:
        return gone(turn, client)
    t = texts(client.language)
    meant = [text for text in one.texts if text.message_id == number(message)] or list(one.texts)
    if len(meant) > 1:
        hushed = bool(answers.hushed(turn, t, client, one))
        rows: Rows = tuple(
            ((_label(t, client, text, hushed), f"m:correct:{one.id}:{text.message_id}"),)
            for text in meant[-8:]
        )
        return send(turn, client.id, t.t("Which message of it?"), rows)
    text = t.t(
        "How shall it read, in place of {words}? What it said before stays in your export.",
        words=answers.named_text(turn, t, client, meant[0]),
    )
    draft = {"message": meant[0].message_id}
    return dialogue.ask(turn, client.id, "client", "correct", text, draft=draft)


def _label(t: Texts, client: Client, text: Text, hushed: bool) -> str:
    """The beginning of a message on a button; of words that may need a person its hour alone."""
    if hushed:
        return t.clock(wall.local(text.at, client.zone or "UTC"))
    return shorten(attachments.shown(t, text), 50)


def _corrected(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    if message is None:
        return None
    dialogue.end(turn, client.id)
    number = int(asked.draft["message"])
    if responses.of_message(turn.tx, client.id, number) is None:
        return gone(turn, client)
    edits.of_kept(turn, client, replace(message, message_id=number, reply_to=None))
    return send(turn, client.id, texts(client.language).t("It reads so now."), silent=True)


def _new_words(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    return "said" if words.strip() else None


# ---- deleted -------------------------------------------------------------------------------------


def wished(turn: Turn, client: Client, wish: Removal) -> str | None:
    """Words ask that something shall be gone: that is asked once; the answer in words where there is no such thing.

    Where several have it, each can be chosen, or all of them.
    """
    t, found = texts(client.language), _meant(turn, client, wish)
    if not found:
        nothing = (
            t.t("There are no answers here yet.")
            if wish.days is None
            else t.t("Nothing is kept of that day.")
        )
        return arrival.nowhere(t, wish.words) if wish.words else nothing
    if len(found) == 1:
        delete(turn, client, str(found[0].id))
        return None
    rows: Rows = (
        *(
            ((shorten(plain(arrival.quoted(turn, t, client, one)), 50), f"one:{one.id}"),)
            for one in found[:CHOICES]
        ),
        ((t.t("All {n} of them", n=len(found)), "yes"),),
    )
    gone = any(one.visibility == "now" or closing.told_of(turn, client, one) for one in found)
    text = (
        t.t("{n} answers are from that day. Which shall be deleted for good?", n=len(found))
        if wish.days is not None
        else t.t("{n} answers have it in them. Which shall be deleted for good?", n=len(found))
    )
    if gone:
        text += " " + t.t(
            "Some of it has reached {coach} already, and cannot be taken back.", coach=_coach(turn, client)
        )
    draft = {"answers": [one.id for one in found], dialogue.WAS: hold_back(turn, found)}
    dialogue.ask(turn, client.id, "client", "delete", text, rows, draft=draft)
    return None


def _meant(turn: Turn, client: Client, wish: Removal) -> list[Response]:
    """The answers that shall be gone, newest first: of a day, with some words in them, or the last."""
    if wish.days is not None:
        day = wall.local(turn.now, client.zone or "UTC").date() - timedelta(days=wish.days)
        those = reversed(responses.all_of(turn.tx, client.id))
        return [one for one in those if wall.local(one.at, client.zone or "UTC").date() == day]
    if wish.words:
        return arrival.sought(turn, client, wish.words)
    newest = arrival.last(turn, client)
    return [newest] if newest is not None else []


def _coach(turn: Turn, client: Client) -> str:
    return escape(people.coach_name(turn.tx, client.coach_id))


def delete(turn: Turn, client: Client, value: str) -> None:
    """Asks once whether an answer shall be gone; what of it has reached the coach is said."""
    one = _own(turn, client, value)
    if one is None:
        return gone(turn, client)
    t = texts(client.language)
    text = t.t("Delete this answer for good? {words}", words=arrival.quoted(turn, t, client, one))
    return ask_once(turn, client, one, "delete", text, t.t("Delete it"), {"answer": one.id})


def ask_once(
    turn: Turn, client: Client, one: Response, step: str, text: str, label: str, draft: dict[str, Any]
) -> None:
    """Ask before words are gone; what of them has reached the coach is said."""
    reached = one.visibility == "now" or closing.told_of(turn, client, one)
    shown = (text, closing.reached(turn, client) if reached else "")
    rows: Rows = (((label, "yes"),),)
    kept = {**draft, dialogue.WAS: hold_back(turn, (one,))}
    dialogue.ask(turn, client.id, "client", step, " ".join(filter(None, shown)), rows, draft=kept)


def hold_back(turn: Turn, those: Iterable[Response]) -> list[int]:
    """What is asked to be gone goes to nobody before that is decided; which answers that hides."""
    shared = [one.id for one in those if one.visibility == "session"]
    for number_ in shared:
        response_writes.set_visibility(turn.tx, number_, "private")
    return shared


def put_back(turn: Turn, asked: Dialogue) -> None:
    """It is decided: what was held back meanwhile is seen as it was before."""
    for number_ in asked.draft.get(dialogue.WAS, ()):
        response_writes.set_visibility(turn.tx, number_, "session")


def undecided(turn: Turn, client: Client, asked: Dialogue) -> None:
    """Its time has passed with nothing said: it stays held back, and a message of its own says so.

    In quiet hours, and to who has stopped since, only the question's own message does.
    """
    rests = client.state == "stopped" or planning.quiet_now(turn, client)
    if exchange.over(asked, turn.now) and not rests:
        send(turn, client.id, texts(client.language).line(dialogue.UNDECIDED), silent=True)


def _deleted(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    if value.startswith("one:"):
        put_back(turn, asked)
        return delete(turn, client, value.removeprefix("one:"))
    if value != "yes":
        return None
    dialogue.end(turn, client.id)
    numbers = asked.draft.get("answers") or [asked.draft["answer"]]
    those = [one for number in numbers if (one := _own(turn, client, str(number))) is not None]
    if not those:
        return gone(turn, client)
    for one in those:
        unsaid.answer(turn.tx, one)
    said = dict.fromkeys(out_of_chat(turn, client, one) for one in those)
    return send(turn, client.id, " ".join(filter(None, (texts(client.language).t("Deleted here."), *said))))


def out_of_chat(turn: Turn, client: Client, one: Response, message_id: int = 0) -> str:
    """Take an answer's messages out of the chat where Telegram still lets a bot; what is true of them, in words."""
    t = texts(client.language)
    meant = [text for text in one.texts if message_id in (0, text.message_id)]
    fresh = [text for text in meant if turn.now - text.at < FRESH]
    for text in fresh:
        unsay(turn, client.id, text.message_id)
    if len(fresh) == len(meant):
        said = t.t("Your message goes from this chat too; what a question repeated of it is yours to delete.")
    else:
        said = t.t("In this chat it stands until you delete it there too.")
    return said if meant else ""


STEPS: dict[str, Question[Client]] = {
    "correct": Question(
        line("Correcting an answer"), _corrected, _new_words, line("The new words."), "answers"
    ),
    "delete": Question(
        line("Deleting an answer"),
        _deleted,
        dialogue.sure_read,
        again="answers",
        left=undecided,
        beside=dialogue.UNDECIDED,
        closed=dialogue.UNDECIDED,
    ),
}
