"""The body of an answer of Telegram's as values, one update at a time where it is nested too deep for that."""

import json
import re
from collections.abc import Iterator
from typing import Any

from telegram import error
from telegram.request import HTTPXRequest

TOO_DEEP = "nested too deep"
"""What stands for the message of an update that nobody can read: a row of its own, which is set aside."""

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]')
_NUMBER = re.compile(r"\s*:\s*(\d{1,18})\b")


class PayloadRequest(HTTPXRequest):
    """The library's connection, which no answer ends: one that cannot be read is an error of Telegram's."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        """The answer as values; raises TelegramError where it is none."""
        return read(payload)


def read(payload: bytes) -> Any:
    """The answer as values; updates nested too deep keep their number. Raises TelegramError where it is no JSON."""
    text = payload.decode("utf-8", "replace")
    try:
        return json.loads(text)
    except RecursionError:
        found = [_update(part, number) for part, number in _parts(text)]
    except ValueError:
        raise error.TelegramError("Invalid server response") from None
    if not found:
        raise error.TelegramError("Invalid server response")
    return {"ok": True, "result": found}


def _parts(text: str) -> Iterator[tuple[str, int]]:
    """Each object of the list that is the answer, unread, and the number that it gives itself, 0 without one."""
    depth = start = number = 0
    opened = len(text) - len(text.lstrip())
    listed = False
    for token in _TOKEN.finditer(text):
        sign = token[0]
        if sign in "[{":
            depth += 1
            listed = listed or (depth == 2 and sign == "[" and text[opened] == "{")
            if depth == 3 and listed and sign == "{":
                start, number = token.start(), 0
        elif sign in "]}":
            if depth == 3 and listed and sign == "}":
                yield text[start : token.end()], number
            depth -= 1
        elif depth == 3 and sign == '"update_id"' and (given := _NUMBER.match(text, token.end())):
            number = int(given[1])


def _update(part: str, number: int) -> Any:
    try:
        return json.loads(part)
    except RecursionError:
        return {"update_id": number, "message": TOO_DEEP} if number else {"message": TOO_DEEP}
    except ValueError:
        raise error.TelegramError("Invalid server response") from None
