"""Withdrawing: consent is taken back in words, and which of three is meant is asked."""

from bot.core.base.line import line
from bot.core.talk.exchange import Dialogue
from bot.core.talk.spoken import stops
from bot.core.understand.query import command_in
from bot.core.understand.revoking import revoking
from bot.i18n import texts
from bot.people import dialogue
from bot.people.client import pausing, records, setting
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn
from bot.store import people
from bot.store.people import Client
from bot.telegram import Message


def ask(turn: Turn, client: Client) -> None:
    """Nothing is shared from here on, whichever of three is chosen; to erase asks once more."""
    t, held = texts(client.language), setting.withhold(turn, client)
    rows: Rows = (
        ((t.t("Share no more"), "sharing"),),
        ((t.t("Stop everything"), "stop"),),
        ((t.t("Erase everything"), "erase"),),
    )
    text = t.t(
        "Which is meant: to share no more, to stop everything, or to erase it all? "
        "Before all is erased it is asked once more."
    )
    if held:
        text = t.t("Nothing is shared from now on, and what had not gone yet is held back.") + " " + text
    dialogue.ask(turn, client.id, "client", "withdraws", text, rows)


def _said(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    match value:
        case "sharing":
            setting.private(turn, client)
        case "stop":
            pausing.stop(turn, client)
        case "erase":
            records.forget(turn, client)
        case "again":
            ask(turn, client)


def _read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    """One of the three in words; whoever says once more that they take it back, or yes, is asked once more."""
    what = revoking(words, people.coach_name(turn.tx, client.coach_id))
    if what in ("erase", "delete") or command_in(words) in ("erase", "unsay"):
        return "erase"
    if what == "sharing":
        return "sharing"
    if stops(words):
        return "stop"
    return "again" if what or dialogue.yes_or_no(words) == "yes" or "withdraw" in words.casefold() else None


STEPS: dict[str, Question[Client]] = {"withdraws": Question(line("Your consent"), _said, _read)}
