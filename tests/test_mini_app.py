"""What Telegram says of who opens a Mini App: taken as it is published, and nothing else is."""

import hashlib
import hmac
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import pytest

from bot.telegram.mini_app import Opened, opened

TOKEN = "42:TEST"
HASH = "46d2ea5e32911ec8d30999b56247654460c0d20949b6277af519e76271182803"
SAID = (
    f"auth_date=1650385342&user=%7B%22id%22%3A42%2C%22first_name%22%3A%22Test%22%7D&query_id=test&hash={HASH}"
)
"""An example that others published, with its hash."""

THEN = datetime.fromtimestamp(1650385342, UTC)


def test_a_published_example_is_taken() -> None:
    """Its user is who opened it, within ten minutes, and a clock may go a little before."""
    assert opened(SAID, TOKEN, THEN) == Opened(42, HASH)
    assert opened(SAID, TOKEN, THEN + timedelta(seconds=599)) == Opened(42, HASH)
    assert opened(SAID, TOKEN, THEN - timedelta(seconds=60)) == Opened(42, HASH)
    assert opened(SAID, TOKEN, THEN + timedelta(minutes=10)) is None
    assert opened(SAID, TOKEN, THEN - timedelta(seconds=61)) is None


@pytest.mark.parametrize(
    "said",
    [
        "",
        "hash",
        SAID[:-1],
        SAID.replace("Test", "Tess"),
        SAID.replace("hash=", "hash=0"),
        SAID + "&hash=" + HASH,
        SAID + "&x=" * 50,
        SAID.partition("&hash")[0],
        SAID.replace(HASH, ""),
    ],
)
def test_anything_else_is_not(said: str) -> None:
    """What lacks, is changed, comes twice or is too much is nobody's; so is what another bot's token made."""
    assert opened(said, TOKEN, THEN) is None
    assert opened(SAID, "43:TEST", THEN) is None


@pytest.mark.parametrize(
    ("user", "at"),
    [
        ("", "1650385342"),
        ("42", "1650385342"),
        ("[]", "1650385342"),
        ("[" * 100_000, "1650385342"),
        ('{"id": "42"}', "1650385342"),
        ('{"id": true}', "1650385342"),
        ("{}", "1650385342"),
        ('{"id": 42}', ""),
        ('{"id": 42}', "-1"),
        ('{"id": 42}', "soon"),
        ('{"id": 42}', "9" * 30),
        ('{"id": 42}', "٣"),
    ],
)
def test_a_right_hash_over_nothing_of_use_opens_nothing(user: str, at: str) -> None:
    """Where Telegram's own word has no number of anybody or no time, nobody is let in, and nothing breaks."""
    fields = {"auth_date": at, "user": user}
    key = hmac.new(b"WebAppData", TOKEN.encode(), hashlib.sha256).digest()
    text = f"auth_date={at}\nuser={user}"
    fields["hash"] = hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
    assert opened(urlencode(fields), TOKEN, THEN) is None
