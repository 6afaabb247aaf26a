"""reply_markup: what may stand under a message, refused where Telegram refuses."""

import re
from typing import Any

from bot.simulator.arguments import Call, Json
from bot.simulator.refused import bad

MOST_BUTTONS = 100
MOST_IN_ROW = 8
DATA_BYTES = 64
COPY_LENGTH = 256
PLACEHOLDER_LENGTH = 64
OTHER_KINDS = (
    "callback_game",
    "pay",
    "switch_inline_query",
    "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat",
    "login_url",
    "web_app",
)


def reply_markup(call: Call) -> Json | None:
    """The markup of a call, checked; None when there is none. Raises Telegram's refusals."""
    value = call.json("reply_markup", "reply keyboard markup")
    if value is None:
        return None
    if not isinstance(value, dict):
        raise bad("object expected as reply markup")
    if value.get("keyboard"):
        return {**value, "keyboard": _rows(value["keyboard"], "keyboard", _key)}
    if value.get("inline_keyboard"):
        return {"inline_keyboard": _rows(value["inline_keyboard"], "inline_keyboard", _button)}
    if value.get("remove_keyboard"):
        return {"remove_keyboard": True}
    if value.get("force_reply"):
        return _force_reply(value)
    return None


def _rows(rows: Any, field: str, check: Any) -> list[list[Json]]:
    if not isinstance(rows, list):
        raise bad(f'field "{field}" must be of type Array')
    if not all(isinstance(row, list) for row in rows):
        owner = " of the InlineKeyboardMarkup" if field == "inline_keyboard" else ""
        raise bad(f'field "{field}"{owner} must be an Array of Arrays')
    checked = [[check(button) for button in row] for row in rows if row]
    if sum(map(len, checked)) > MOST_BUTTONS or any(len(row) > MOST_IN_ROW for row in checked):
        raise bad("reply markup is too long")
    return checked


def _key(button: Any) -> Json:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise bad("can't parse keyboard button: KeyboardButton must be a String or an Object")
    text = _label(button, "can't parse keyboard button")
    if not text:
        raise bad("keyboard button text must be non-empty")
    return {**button, "text": text}


def _button(button: Any) -> Json:
    where = "can't parse inline keyboard button"
    if not isinstance(button, dict):
        raise bad(f"{where}: InlineKeyboardButton must be an Object")
    text = _label(button, where)
    kept = _kind(button, where)
    if not text:
        raise bad("inline keyboard button text must be non-empty")
    return {"text": text, **kept}


def _label(button: Json, where: str) -> str:
    if "text" not in button:
        raise bad(f'{where}: Can\'t find field "text"')
    if not isinstance(button["text"], str | int | float):
        raise bad(f'{where}: Field "text" must be of type String')
    return str(button["text"]).strip()


def _kind(button: Json, where: str) -> Json:
    if button.get("url"):
        return {"url": _address(str(button["url"]))}
    if button.get("callback_data"):
        return {"callback_data": _data(button["callback_data"], where)}
    if "copy_text" in button:
        return {"copy_text": _copied(button["copy_text"], where)}
    for kind in OTHER_KINDS:
        if kind in button:
            return {kind: button[kind]}
    raise bad(f"{where}: Text buttons are unallowed in the inline keyboard")


def _data(value: Any, where: str) -> str:
    if not isinstance(value, str | int | float):
        raise bad(f'{where}: Field "callback_data" must be of type String')
    if not 1 <= len(str(value).encode()) <= DATA_BYTES:
        raise bad("BUTTON_DATA_INVALID")
    return str(value)


def _address(url: str) -> str:
    if re.match(r"(?:https?|tg|ton)://", url, re.IGNORECASE):
        found = re.match(r"[^:]+://[^\s/?#]+", url)
    else:
        found = re.match(r"[\w-]+(?:\.[\w-]+)+", url)
    if not found or re.search(r"\s", url):
        raise bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    return url if "://" in url else "http://" + url


def _copied(value: Any, where: str) -> Json:
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        raise bad(f'{where}: Can\'t find field "text"')
    if not 1 <= len(value["text"]) <= COPY_LENGTH:
        raise bad("BUTTON_COPY_TEXT_INVALID")
    return {"text": value["text"]}


def _force_reply(value: Json) -> Json:
    kept: Json = {"force_reply": True}
    if value.get("input_field_placeholder"):
        # Telegram shortens a long placeholder instead of refusing it
        kept["input_field_placeholder"] = str(value["input_field_placeholder"])[:PLACEHOLDER_LENGTH]
    if value.get("selective"):
        kept["selective"] = True
    return kept


def labels(markup: Json | None) -> tuple[tuple[str, ...], ...]:
    """The labels of a markup row by row, for people to read."""
    rows = (markup or {}).get("inline_keyboard") or (markup or {}).get("keyboard") or []
    return tuple(tuple(str(button["text"]) for button in row) for row in rows)


def inline(markup: Json | None) -> Json | None:
    """The part of a markup that Telegram gives back in a Message: only inline keyboards."""
    return markup if markup and "inline_keyboard" in markup else None
