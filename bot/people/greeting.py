"""What Telegram shows beside the chat: the commands of each kind of person, in each language."""

from datetime import datetime

from bot.core.base.line import Line, line
from bot.i18n import languages, texts
from bot.store import outbox
from bot.store.db import Tx
from bot.store.outbox import REPLY

BOT = -1
"""The chat id under which the bot's own calls stand in the outbox: they belong to no chat."""

CLIENT: tuple[tuple[str, Line], ...] = (
    ("menu", line("Days, hours, sharing, everything")),
    ("now", line("A question now")),
    ("answers", line("What you wrote, and who sees it")),
    ("why", line("Why now, and what comes next")),
    ("pause", line("Nothing for a while")),
    ("stop", line("Nothing more")),
    ("about", line("Who wrote this, and who reads")),
    ("help", line("What this is not, and where help is")),
)
COACH: tuple[tuple[str, Line], ...] = (
    ("invite", line("A link for one client")),
    ("session", line("Log a coaching session")),
    ("sessions", line("Move or cancel one")),
    ("digest", line("What clients shared")),
    ("clients", line("Who is with you")),
    ("plan", line("What comes in two weeks")),
    ("ending", line("The last day with a client")),
    ("where", line("Ask a client where they are")),
    ("zone", line("Where you are")),
    ("help", line("What there is")),
)
ADMIN: tuple[tuple[str, Line], ...] = (
    ("coach", line("A link by which a coach joins")),
    ("scripts", line("The scripts: get, edit, publish")),
    ("history", line("Versions of a script")),
    ("undo", line("The version before")),
    ("aside", line("Updates that could not be read")),
)


def set_for_all(tx: Tx, version: str, now: datetime) -> None:
    """The commands that everybody sees, per language; once a version of the program."""
    for language in languages():
        scope: dict[str, object] = {"type": "all_private_chats"}
        code = "" if language == "en" else language[:2]
        _put(tx, f"commands:{version}:{language}", BOT, CLIENT, language, scope, code, now)


def set_for(
    tx: Tx, chat_id: int, language: str, *, coach: bool, admin: bool, key: str, now: datetime
) -> None:
    """The commands of one coach or admin, in their own chat."""
    shown = (COACH if coach else ()) + (ADMIN if admin else ()) or CLIENT
    scope: dict[str, object] = {"type": "chat", "chat_id": chat_id}
    _put(tx, f"commands:{chat_id}:{key}", chat_id, shown, language, scope, "", now)


def _put(
    tx: Tx,
    key: str,
    chat_id: int,
    shown: tuple[tuple[str, Line], ...],
    language: str,
    scope: dict[str, object],
    code: str,
    now: datetime,
) -> None:
    say = texts(language)
    commands = [{"command": word, "description": say.line(what)} for word, what in shown]
    params: dict[str, object] = {"commands": commands, "scope": scope}
    if code:
        params["language_code"] = code
    outbox.add(tx, key, chat_id, REPLY, "setMyCommands", params, now)
