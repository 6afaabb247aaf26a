"""All that is kept of a client: given to them as a file, or erased."""

import json

from bot.core.base.line import line
from bot.core.talk.exchange import Dialogue
from bot.core.talk.spoken import declines, plainly
from bot.core.understand.folding import fold
from bot.core.understand.query import command_in
from bot.core.understand.removal import at_once, tomorrow
from bot.core.understand.revoking import revoking
from bot.i18n import N_, Texts, texts
from bot.people import dated, dialogue, grace, heeding, roster
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
    """Asks once whether all shall be erased, now or a day later; no answer leaves it."""
    t, coach = texts(client.language), escape(people.coach_name(turn.tx, client.coach_id))
    now = ((t.t("Erase everything"), "yes"),)
    if (ends := grace.at(client)) is not None:
        text = t.t(
            "All of it is erased on {when}; until then nothing is sent or shown. Now already? {coach} reads "
            "then that you left.",
            when=dated.shown(t, ends, client.where),
            coach=coach,
        )
        keep: Rows = (((t.t("Keep everything"), "keep"),),)
        return dialogue.ask(
            turn, client.id, "client", "erase", text, (now, *keep), leave=t.t("Leave it as it is")
        )
    text = t.t(
        "This erases all that is kept of you here, for good: at once, or tomorrow at this time. Until then nothing "
        "is sent or shown, and it can be undone. {coach} keeps what was sent before, and reads that you left. "
        "Go on?",
        coach=coach,
    )
    rows: Rows = (now, ((t.t("Tomorrow at this time"), "tomorrow"),))
    return dialogue.ask(turn, client.id, "client", "erase", text, rows, leave=t.t("Keep it"))


def _forget_said(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    match value:
        case "again":
            forget(turn, client)
        case "tomorrow":
            dialogue.end(turn, client.id)
            _tomorrow(turn, client)
        case "keep":
            dialogue.end(turn, client.id)
            keep(turn, client)
        case "which":
            _which_way(turn, client)
        case "yes":
            _erase(turn, client)


def _which_way(turn: Turn, client: Client) -> None:
    """A bare yes chooses neither of the two ways, and one of them cannot be undone."""
    t = texts(client.language)
    rows: Rows = (((t.t("Erase everything"), "yes"),), ((t.t("Tomorrow at this time"), "tomorrow"),))
    text = t.t("Now and for good, or tomorrow at this time? Until then it can be undone.")
    dialogue.ask(turn, client.id, "client", "erase", text, rows, leave=t.t("Keep it"))


def _tomorrow(turn: Turn, client: Client) -> None:
    """The day's grace begins: by when, and how it is undone."""
    t, ends = texts(client.language), grace.begin(turn, client)
    text = t.t(
        "All that is kept of you here is erased on {when}. Until then nothing comes, and {coach} sees nothing of "
        "it. /start keeps everything, /erase asks again.",
        when=dated.shown(t, ends, client.where),
        coach=escape(people.coach_name(turn.tx, client.coach_id)),
    )
    send(turn, client.id, text, (((t.t("Keep everything"), "m:unerase"),),))


def keep(turn: Turn, client: Client, value: str = "") -> None:
    """Within that day: nothing is erased, and all is as it was before."""
    if grace.at(client) is None:
        return None
    after, t = grace.undo(turn, client), texts(client.language)
    how = {
        "paused": t.t("Your pause goes on."),
        "stopped": t.t("It stays stopped; /start takes it up again."),
    }
    said = t.t("Nothing is erased. What you shared before is shared again.")
    return send(turn, client.id, " ".join(filter(None, (said, how.get(after.state)))))


def fell_due(turn: Turn, client: Client) -> None:
    """The day is over."""
    ends = grace.at(client)
    if ends is not None and ends <= turn.now:
        _erase(turn, client)


def _erase(turn: Turn, client: Client) -> None:
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
    if tomorrow(fold(plainly(words))) and grace.at(client) is None:
        return "tomorrow"
    said = dialogue.yes_or_no(words)
    if said is None and declines(words) and not heeding.grave(turn, client, words):
        said = "no"
    if at_once(words):
        return "yes"
    yes = "yes" if grace.at(client) is not None else "which"
    return {"yes": yes, "no": dialogue.LEAVE}.get(said or "")


STEPS: dict[str, Question[Client]] = {
    "erase": Question(line("Erasing"), _forget_said, _forget_read, again="erase")
}
