"""The bot's own card: name and descriptions by language, commands by scope and language, menu button."""

import re
from typing import Any

from bot.simulator.arguments import Call, Json, whole
from bot.simulator.chats import addressed
from bot.simulator.refused import RefusedCall, bad
from bot.simulator.state import State

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"(?:[a-z]{2})?")
MOST_COMMANDS = 100
DESCRIPTION_OF_COMMAND = 256
PLAIN_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
CHAT_SCOPES = ("chat", "chat_administrators", "chat_member")


def get_me(state: State, call: Call) -> Json:
    """getMe."""
    abilities = {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }
    return {**state.bot, **abilities}


def _language(call: Call) -> str:
    code = call.text("language_code")
    if not LANGUAGE.fullmatch(code):
        raise bad("invalid language code specified")
    return code


def _scope(state: State, call: Call) -> str:
    value = call.json("scope", "BotCommandScope")
    if value is None:
        return "default"
    if not isinstance(value, dict):
        raise bad("can't parse BotCommandScope: BotCommandScope must be an Object")
    kind = value.get("type")
    if kind in PLAIN_SCOPES:
        return str(kind)
    if kind not in CHAT_SCOPES:
        raise bad("can't parse BotCommandScope: Unsupported type specified")
    if not value.get("chat_id"):
        raise bad("can't parse BotCommandScope: Empty chat_id specified")
    chat = addressed(state, value["chat_id"])
    if chat.kind == "private" and kind != "chat":
        raise bad("can't use specified scope in private chats")
    if kind != "chat_member":
        return f"{kind}:{chat.id}"
    if whole(value.get("user_id")) <= 0:
        raise bad("can't parse BotCommandScope: Invalid user_id specified")
    return f"{kind}:{chat.id}:{whole(value['user_id'])}"


def set_my_commands(state: State, call: Call) -> bool:
    """setMyCommands: up to 100 for a scope and language; an empty list takes them away."""
    value = call.json("commands", "commands") or []
    if not isinstance(value, list):
        raise bad("expected an Array of BotCommand")
    commands = [_command(one) for one in value]
    key = (_scope(state, call), _language(call))
    if len(commands) > MOST_COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    state.profile.commands[key] = commands
    if not commands:
        del state.profile.commands[key]
    return True


def _command(value: Any) -> Json:
    if not isinstance(value, dict):
        raise bad("can't parse BotCommand: expected an Object")
    for field in ("command", "description"):
        if field not in value:
            raise bad(f"can't parse BotCommand: Can't find field \"{field}\"")
    command = str(value["command"]).strip().removeprefix("/")
    description = str(value["description"]).strip()
    if not command:
        raise bad("command must be non-empty")
    if len(command) > 32:
        raise bad("command length must not exceed 32")
    if not description:
        raise bad("command description must be non-empty")
    if len(description) > DESCRIPTION_OF_COMMAND:
        raise bad("command description length must not exceed 256")
    if not COMMAND.fullmatch(command.lower()):
        raise bad("BOT_COMMAND_INVALID")
    return {"command": command.lower(), "description": description}


def get_my_commands(state: State, call: Call) -> list[Json]:
    """getMyCommands: exactly those of this scope and language."""
    return state.profile.commands.get((_scope(state, call), _language(call)), [])


def delete_my_commands(state: State, call: Call) -> bool:
    """deleteMyCommands."""
    state.profile.commands.pop((_scope(state, call), _language(call)), None)
    return True


def seen_commands(state: State, chat_id: int, language: str) -> list[Json]:
    """The commands a person sees in a private chat: the nearest scope wins, its language before none."""
    for scope in (f"chat:{chat_id}", "all_private_chats", "default"):
        for code in (language, ""):
            if (scope, code) in state.profile.commands:
                return state.profile.commands[scope, code]
    return []


# ---- name and descriptions ---------------------------------------------------------------------


def _set(store: dict[str, str], call: Call, field: str, most: int, refusal: str) -> bool:
    text, language = call.text(field), _language(call)
    if len(text) > most:
        raise bad(refusal)
    store[language] = text
    if not text:
        del store[language]
    return True


def _get(store: dict[str, str], call: Call, field: str, default: str = "") -> Json:
    return {field: store.get(_language(call)) or store.get("") or default}


def set_my_name(state: State, call: Call) -> bool:
    """setMyName: up to 64 characters."""
    return _set(state.profile.names, call, "name", 64, "BOT_TITLE_INVALID")


def get_my_name(state: State, call: Call) -> Json:
    """getMyName: in the language, else in general."""
    return _get(state.profile.names, call, "name", str(state.bot["first_name"]))


def set_my_description(state: State, call: Call) -> bool:
    """setMyDescription: up to 512 characters, shown in an empty chat."""
    return _set(state.profile.descriptions, call, "description", 512, "BOT_DESCRIPTION_INVALID")


def get_my_description(state: State, call: Call) -> Json:
    """getMyDescription."""
    return _get(state.profile.descriptions, call, "description")


def set_my_short_description(state: State, call: Call) -> bool:
    """setMyShortDescription: up to 120 characters, shown on the bot's card."""
    store = state.profile.short_descriptions
    return _set(store, call, "short_description", 120, "BOT_SHORT_DESCRIPTION_INVALID")


def get_my_short_description(state: State, call: Call) -> Json:
    """getMyShortDescription."""
    return _get(state.profile.short_descriptions, call, "short_description")


# ---- menu button, leaving ----------------------------------------------------------------------


def set_chat_menu_button(state: State, call: Call) -> bool:
    """setChatMenuButton: of one private chat, or of all."""
    button = call.json("menu_button", "menu button") or {"type": "default"}
    if not isinstance(button, dict):
        raise bad("can't parse menu button: MenuButton must be an Object")
    if button.get("type") not in ("default", "commands", "web_app"):
        raise bad("can't parse menu button: MenuButton has unsupported type")
    if button["type"] == "web_app" and not (button.get("text") and button.get("web_app", {}).get("url")):
        raise bad("can't parse menu button: Can't find field \"text\"")
    state.profile.menu_buttons[_menu_chat(state, call)] = button
    return True


def get_chat_menu_button(state: State, call: Call) -> Json:
    """getChatMenuButton."""
    buttons = state.profile.menu_buttons
    return buttons.get(_menu_chat(state, call), buttons.get(0, {"type": "commands"}))


def _menu_chat(state: State, call: Call) -> int:
    return addressed(state, call.args["chat_id"]).id if call.text("chat_id") else 0


def log_out(state: State, call: Call) -> bool:
    """logOut: from now on every call is refused, as for a bot that moved to another server."""
    state.profile.logged_out = True
    return True


def close(state: State, call: Call) -> bool:
    """close: refused in the first ten minutes by Telegram; here always granted."""
    return True


def check_logged_in(state: State) -> None:
    """Raises when the bot has logged out."""
    if state.profile.logged_out:
        raise RefusedCall(400, "Bad Request: Logged out")
