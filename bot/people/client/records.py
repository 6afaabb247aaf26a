"""All that is kept of a client: given to them as a file, or erased."""

import json

from bot.core.base.line import line
from bot.core.talk.exchange import Dialogue
from bot.core.talk.spoken import declines
from bot.core.understand.query import command_in
from bot.core.understand.revoking import revoking
from bot.i18n import N_, Texts, texts
from bot.people import dialogue, heeding, roster
from bot.people.client import exporting
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, send, send_file
from bot.store import erase, export, people
from bot.store.people import Client
from bot.telegram import LARGEST_FILE, Message, escape


def give(turn: Turn, client: Client, value: str = "") -> None:
    """Everything, as a page to read and as a file for a program."""
    t = texts(client.language)
    page = exporting.page(turn, client)
    if len(page) <= LARGEST_FILE:
        caption = t.t("Everything you wrote here, to read in a browser.")
        send_file(turn, client.id, "sendDocument", "interlude-export.html", page, caption, protect=False)
    content = json.dumps(export.client(turn.tx, client.id), ensure_ascii=False, indent=2).encode()
    if len(content) > LARGEST_FILE:
        return send(turn, client.id, too_large(t, client.id, len(content)))
    caption = t.t("Everything that is kept about you, as a file for a program.")
    return send_file(
        turn, client.id, "sendDocument", "interlude-export.json", content, caption, protect=False
    )


def too_large(t: Texts, client_id: int, size: int) -> str:
    """Telegram takes no file of that size from a bot; whoever runs Interlude can give it by another way."""
    return t.t(
        "What is kept about you makes a file of {n} megabytes, and Telegram takes {most} from a bot. Whoever "
        "runs Interlude can make it with interlude export --client {client} and hand it to you.",
        n=size // 1_000_000,
        most=LARGEST_FILE // 1_000_000,
        client=client_id,
    )


def forget(turn: Turn, client: Client, value: str = "") -> None:
    """Asks once whether all shall be erased; no answer leaves it."""
    t, coach = texts(client.language), escape(people.coach_name(turn.tx, client.coach_id))
    text = t.t(
        "This erases all that is kept of you here, at once and for good. {coach} keeps what was sent before, "
        "and reads that you left. Go on?",
        coach=coach,
    )
    rows: Rows = (((t.t("Erase everything"), "yes"),),)
    dialogue.ask(turn, client.id, "client", "erase", text, rows, leave=t.t("Keep it"))


def _forget_said(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    if value == "again":
        forget(turn, client)
    if value != "yes":
        return
    t = texts(client.language)
    left = dialogue.end(turn, client.id)
    roster.told(turn, client, N_("{name} has left Interlude, and what they wrote here is erased."))
    erase.client(turn.tx, client.id, turn.now)
    dialogue.bare(turn, client.id, left)  # once more: what waited to be sent is erased too
    text = t.t(
        "Erased. Nothing you wrote is left here. Telegram keeps its own copy of this chat: "
        "“Clear history” in the chat's menu removes it."
    )
    send(turn, client.id, text)


def _forget_read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    if command_in(words) == "erase" or revoking(words) == "erase":
        return "again"
    said = dialogue.yes_or_no(words)
    if said is None and declines(words) and not heeding.grave(turn, client, words):
        said = "no"
    return {"yes": "yes", "no": dialogue.LEAVE}.get(said or "")


STEPS: dict[str, Question[Client]] = {
    "erase": Question(line("Erasing"), _forget_said, _forget_read, again="erase")
}
