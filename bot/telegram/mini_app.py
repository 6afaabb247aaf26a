"""What Telegram hands to a Mini App: who opened it and when, with a hash that follows from the bot's token."""

import hashlib
import hmac
import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl

GOOD_FOR = timedelta(minutes=10)
"""How old it may be; what is older was kept by somebody."""

AHEAD = timedelta(minutes=1)
"""So far a clock of Telegram's may go before ours."""

FIELDS = 40


@dataclass(frozen=True, slots=True)
class Opened:
    """Who opened it; ``hash``: what tells one opening from another."""

    user: int
    hash: str


def opened(data: str, token: str, now: datetime) -> Opened | None:
    """Who opened a Mini App by its ``initData``; None where it is not Telegram's for this bot, or too old."""
    try:
        pairs = parse_qsl(data, keep_blank_values=True, strict_parsing=True, max_num_fields=FIELDS)
    except ValueError:
        return None
    fields = dict(pairs)
    said = fields.pop("hash", "")
    if len(fields) + 1 != len(pairs) or not hmac.compare_digest(said.encode(), _hash(fields, token).encode()):
        return None
    user = _user(fields)
    return Opened(user, said) if user and _fresh(fields, now) else None


def _hash(fields: dict[str, str], token: str) -> str:
    text = "\n".join(f"{name}={value}" for name, value in sorted(fields.items()))
    key = hmac.new(b"WebAppData", token.encode(), hashlib.sha256).digest()
    return hmac.new(key, text.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()


def _fresh(fields: dict[str, str], now: datetime) -> bool:
    at = fields.get("auth_date", "")
    if not (at.isascii() and at.isdigit() and len(at) <= 11):
        return False
    age = now - datetime.fromtimestamp(int(at), UTC)
    return -AHEAD <= age < GOOD_FOR


def _user(fields: dict[str, str]) -> int:
    try:
        found = json.loads(fields.get("user", ""))
    except (ValueError, RecursionError):
        return 0
    number = found.get("id") if isinstance(found, dict) else None
    return number if isinstance(number, int) and not isinstance(number, bool) else 0
