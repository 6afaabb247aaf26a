"""Arguments of one call, however they came: query string, form, JSON or multipart."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.simulator.refused import bad

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Upload:
    """One file of a multipart body."""

    name: str
    data: bytes
    mime: str = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a method. Values may be strings (form, query) or JSON values: the accessors take both."""

    method: str
    args: Mapping[str, Any] = field(default_factory=dict)
    files: Mapping[str, Upload] = field(default_factory=dict)

    def text(self, key: str) -> str:
        """The value as a string, empty when absent."""
        value = self.args.get(key)
        if value is None:
            return ""
        if isinstance(value, bool):
            return "true" if value else "false"
        return value if isinstance(value, str) else json.dumps(value)

    def integer(self, key: str, default: int = 0, low: int | None = None, high: int | None = None) -> int:
        """The value as a whole number, the default when absent or not a number, held between low and high."""
        value = whole(self.args.get(key), default)
        if low is not None:
            value = max(low, value)
        return value if high is None else min(high, value)

    def flag(self, key: str) -> bool:
        """True for true, yes and 1, as Telegram reads them."""
        return self.text(key).lower() in ("true", "yes", "1")

    def json(self, key: str, what: str) -> Any:
        """The value decoded from JSON, None when absent or empty. Refused, naming what, if it is no JSON."""
        value = self.args.get(key)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except (ValueError, RecursionError):
            raise bad(f"can't parse {what} JSON object") from None


def whole(value: Any, default: int = 0) -> int:
    """A whole number out of a number or a string; the default for anything else."""
    if isinstance(value, bool) or value is None:
        return default
    try:
        return int(value)
    except (ValueError, TypeError):
        return default
