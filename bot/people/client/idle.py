"""Words for a question that is not there: "later", "pass", "I am back" where nothing is open."""

from datetime import time

from bot.core.base import wall
from bot.core.talk.spoken import act_of
from bot.core.understand.delay import delay
from bot.core.understand.homecoming import returns, says_back
from bot.core.understand.query import asks_pause, renames
from bot.core.understand.refusal import refuses
from bot.core.understand.remark import delayed, of_question, remark
from bot.core.understand.vocabulary import LANGUAGES
from bot.i18n import texts
from bot.people import planning
from bot.people.client import filing, settled
from bot.people.turn import Rows, Turn
from bot.store import reflections
from bot.store.people import Client
from bot.telegram import Message

OFF = ("pass", "later", "other", "done", "enough")
"""What a button of an open question says: here it has none to be for."""


def resumes(turn: Turn, client: Client, words: str) -> bool:
    """Whether words take up what a pause or a stop holds back; in a silence that was chosen they end that one."""
    if client.state == "stopped":
        return any(refuses(words, one) for one in ("resume", "yes", "regrets")) or says_back(words)
    row = reflections.open_of(turn.tx, client.id)
    silent = row is not None and (row.reflection.state == "holding" or row.reflection.later)
    comes = refuses(words, "resume") or says_back(words)
    return not silent and comes and planning.paused_now(turn, client)


def answer(turn: Turn, client: Client, message: Message) -> str | None:
    """What is true where words put off, pass or end nothing, or ask about a pause; None for any other words."""
    if resumes(turn, client, message.text):
        said = settled.state_in_words(turn, texts(client.language), client)
        return " ".join((*said, texts(client.language).t("Nothing was kept.")))
    if asked_still(turn, client, message):
        t = texts(client.language).t
        return t("The question above stays open.") + " " + t("Nothing was kept.")
    act = act_of(message.text) or _of_question(turn, client, message.text)
    pause = asks_pause(message.text)
    act = act or ("back" if returns(message.text) and reflections.open_of(turn.tx, client.id) is None else "")
    if not (pause or _back(act) or act in OFF or act.startswith("snooze:")) or client.state == "stopped":
        return None
    open_now = reflections.open_of(turn.tx, client.id)
    if not pause and (
        (open_now and open_now.state != "snoozed") or not filing.answers_none(turn, client, message)
    ):
        return None
    t, back = texts(client.language).t, pause or _back(act)
    paused = planning.paused_now(turn, client)
    first = [] if paused and back else [t("No pause is set.") if back else t("No question is open.")]
    return " ".join(
        (*first, *settled.state_in_words(turn, texts(client.language), client), t("Nothing was kept."))
    )


def asked_still(turn: Turn, client: Client, message: Message) -> bool:
    """Whether a question waits for its first word, and a message says only that its writer is back, or late."""
    row = reflections.open_of(turn.tx, client.id)
    fresh = row is not None and row.state == "open" and row.reflection.heard_at is None
    return fresh and returns(message.text) and not planning.paused_now(turn, client)


def _of_question(turn: Turn, client: Client, words: str) -> str:
    """What words about a question ask for: another one, or that it comes later."""
    said = remark(words) if of_question(words) else ""
    if said in OFF:
        return said
    when, here = delayed(words), wall.local(turn.now, client.zone or "UTC").replace(tzinfo=None)
    once = (delay(when, one, here, (time(12),) * 7) for one in LANGUAGES) if when is not None else ()
    return "later" if any(at is not None for at in once) else ""


def next_one(turn: Turn, client: Client) -> str:
    """When the next question comes, as things stand; that none is planned, where so it is."""
    t = texts(client.language)
    return " ".join(settled.state_in_words(turn, t, client)) or t.t(
        "As things stand, no question is planned."
    )


def _back(act: str) -> bool:
    """Whether words end a silence or a pause, or go back."""
    return act == "back" or act.startswith("hold")


def name(turn: Turn, client: Client, message: Message) -> str:
    """The name that a message asks to be called by where no question is open; "" where it asks for none."""
    said = renames(message.text)
    return said if said and reflections.open_of(turn.tx, client.id) is None else ""


def rows(turn: Turn, client: Client, message: Message) -> Rows:
    """What can be done then; a question that waits has its buttons."""
    t = texts(client.language).t
    if asked_still(turn, client, message):
        return ()
    if client.state == "stopped":
        return (((t("Take up again"), "start"),),)
    rest = (t("Take up again"), "start") if planning.paused_now(turn, client) else (t("Pause"), "pause")
    return (((t("A question now"), "now"), rest),)
