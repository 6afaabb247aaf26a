"""What Telegram shows beside the chat: the commands of each kind of person, and what the bot is."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from bot.i18n import ENGLISH, languages, texts
from bot.people.admin import admin
from bot.people.client import client_commands
from bot.people.coach import coach_commands
from bot.people.commands import Command
from bot.store import outbox, people
from bot.store.db import Tx
from bot.store.outbox import REPLY

BOT = -1
"""The chat id under which the bot's own calls stand in the outbox: they belong to no chat."""


def set_for_all(tx: Tx, now: datetime) -> None:
    """What everybody sees, per language: commands, description, about text. Once for each change of it."""
    for language in languages():
        code = {} if language == ENGLISH else {"language_code": language[:2]}
        t = texts(language).t
        about = t("Open questions between your coaching sessions. A script, written by people.")
        what = t(
            "Interlude asks open questions between coaching sessions, at hours that you choose, and before and "
            "after a session. It keeps what you write. Your coach reads what you share. It is a script: no person "
            "and no AI answers here, and it is not an emergency service. It opens with a link that a coach gives."
        )
        everybody = {"type": "all_private_chats"}
        shown = {"commands": _listed(client_commands.COMMANDS, language), "scope": everybody}
        _put(tx, f"commands:{language}", BOT, "setMyCommands", shown | code, now)
        _put(tx, f"about:{language}", BOT, "setMyShortDescription", {"short_description": about} | code, now)
        _put(tx, f"description:{language}", BOT, "setMyDescription", {"description": what} | code, now)


def set_for(tx: Tx, chat_id: int, is_admin: bool, now: datetime) -> None:
    """The commands of a coach or admin in their own chat: those of every kind of person that they are."""
    mine, me = people.coach(tx, chat_id), people.client(tx, chat_id)
    kinds = (me is not None, mine is not None and mine.state == "active", is_admin)
    tables: tuple[Iterable[Command[Any]], ...] = (
        client_commands.COMMANDS,
        coach_commands.COMMANDS,
        admin.COMMANDS,
    )
    all_of_them = {one.name: one for has, table in zip(kinds, tables, strict=True) if has for one in table}
    person = mine or me
    listed = _listed(all_of_them.values(), person.language if person is not None else ENGLISH)
    shown = {"commands": listed, "scope": {"type": "chat", "chat_id": chat_id}}
    _put(tx, f"commands:{chat_id}", chat_id, "setMyCommands", shown, now)


def _listed(table: Iterable[Command[Any]], language: str) -> list[dict[str, str]]:
    t = texts(language)
    return [{"command": one.name, "description": t.line(one.what)} for one in table if one.shown]


def _put(tx: Tx, what: str, chat_id: int, method: str, params: Mapping[str, Any], now: datetime) -> None:
    """Tell Telegram, unless it is what Telegram was told last: what changes there and back is told each time."""
    said = hashlib.sha256(json.dumps(params, sort_keys=True).encode()).hexdigest()[:16]
    latest = outbox.latest_key(tx, f"{what}:")
    if latest is None or latest.split(":")[-2:-1] != [said]:
        outbox.add(tx, f"{what}:{said}:{int(now.timestamp() * 1000)}", chat_id, REPLY, method, params, now)
