"""What Telegram shows beside the chat: the commands of each kind of person, and what the bot is."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from bot.i18n import ENGLISH, languages, texts
from bot.people.admin import admin
from bot.people.client import client
from bot.people.coach import coach
from bot.people.commands import Command
from bot.store import outbox, people
from bot.store.db import Tx
from bot.store.outbox import REPLY

BOT = -1
"""The chat id under which the bot's own calls stand in the outbox: they belong to no chat."""


def set_for_all(tx: Tx, version: str, now: datetime) -> None:
    """What everybody sees, per language: commands, description, about text. Once a version of the program."""
    for language in languages():
        code = {} if language == ENGLISH else {"language_code": language[:2]}
        _commands(
            tx,
            f"commands:{version}:{language}",
            BOT,
            client.TABLE,
            language,
            now,
            {"type": "all_private_chats"},
            code,
        )
        t = texts(language).t
        about = t("Open questions between your coaching sessions. A script, written by people.")
        what = t(
            "Interlude asks open questions between coaching sessions, at hours that you choose, and before and "
            "after a session. It keeps what you write. Your coach reads what you share. It is a script: no person "
            "and no AI answers here, and it is not an emergency service. It opens with a link that a coach gives."
        )
        _put(
            tx,
            f"about:{version}:{language}",
            "setMyShortDescription",
            {"short_description": about} | code,
            now,
        )
        _put(tx, f"description:{version}:{language}", "setMyDescription", {"description": what} | code, now)


def set_for(tx: Tx, chat_id: int, is_admin: bool, version: str, now: datetime) -> None:
    """The commands of a coach or admin in their own chat: those of every kind of person that they are."""
    mine, me = people.coach(tx, chat_id), people.client(tx, chat_id)
    kinds = (me is not None, mine is not None and mine.state == "active", is_admin)
    tables: tuple[Iterable[Command[Any]], ...] = (client.TABLE, coach.COMMANDS, admin.COMMANDS)
    shown = {one.name: one for has, table in zip(kinds, tables, strict=True) if has for one in table}
    person = mine or me
    language = person.language if person is not None else ENGLISH
    key = f"commands:{chat_id}:{version}:{language}:{''.join(str(int(has)) for has in kinds)}"
    _commands(tx, key, chat_id, shown.values(), language, now, {"type": "chat", "chat_id": chat_id}, {})


def _commands(
    tx: Tx,
    key: str,
    chat_id: int,
    shown: Iterable[Command[Any]],
    language: str,
    now: datetime,
    scope: dict[str, object],
    code: dict[str, str],
) -> None:
    t = texts(language)
    listed = [{"command": one.name, "description": t.line(one.what)} for one in shown if one.shown]
    outbox.add(tx, key, chat_id, REPLY, "setMyCommands", {"commands": listed, "scope": scope} | code, now)


def _put(tx: Tx, key: str, method: str, params: dict[str, str], now: datetime) -> None:
    outbox.add(tx, key, BOT, REPLY, method, params, now)
