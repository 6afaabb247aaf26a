"""Words for a question that is not there: "later", "pass", "I am back" where nothing is open."""

from bot.core.talk.spoken import act_of
from bot.core.understand.homecoming import says_back
from bot.core.understand.query import asks_pause, renames
from bot.core.understand.refusal import refuses
from bot.core.understand.remark import delayed, of_question, remark
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
        return refuses(words, "resume") or refuses(words, "yes") or says_back(words)
    row = reflections.open_of(turn.tx, client.id)
    silent = row is not None and (row.reflection.state == "holding" or row.reflection.later)
    comes = refuses(words, "resume") or says_back(words)
    return not silent and comes and planning.paused_now(turn, client)


def answer(turn: Turn, client: Client, message: Message) -> str | None:
    """What is true where words put off, pass or end nothing, or ask about a pause; None for any other words."""
    if resumes(turn, client, message.text):
        said = settled.state_in_words(turn, texts(client.language), client)
        return " ".join((*said, texts(client.language).t("Nothing was kept.")))
    act = act_of(message.text) or _of_question(message.text)
    pause = asks_pause(message.text)
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


def _of_question(words: str) -> str:
    """What words about a question ask for: another one, or that it comes later."""
    said = remark(words) if of_question(words) else ""
    return said if said in OFF else "later" if of_question(words) and delayed(words) else ""


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


def rows(turn: Turn, client: Client) -> Rows:
    """What can be done then."""
    t = texts(client.language).t
    if client.state == "stopped":
        return (((t("Take up again"), "start"),),)
    rest = (t("Take up again"), "start") if planning.paused_now(turn, client) else (t("Pause"), "pause")
    return (((t("A question now"), "now"), rest),)
