"""What Telegram's answer to a call means: one outcome to act on for each of its errors (docs/telegram.md)."""

import os
import re
from dataclasses import dataclass
from datetime import timedelta

os.environ.setdefault("PTB_TIMEDELTA", "true")  # the library's coming default for periods

import httpx
from telegram import error


@dataclass(frozen=True, slots=True)
class Sent:
    """Telegram took it; ``message_id`` is 0 where the call makes no message."""

    message_id: int


@dataclass(frozen=True, slots=True)
class Rest:
    """429: nothing to this chat before ``pause`` is over."""

    pause: timedelta


@dataclass(frozen=True, slots=True)
class Blocked:
    """403, or the chat does not exist: nothing more to this person until they come back."""

    reason: str


@dataclass(frozen=True, slots=True)
class Refused:
    """400: never repeated. ``plain``: it may go once more without its markup."""

    reason: str
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Unsure:
    """Nobody knows whether it arrived: the connection ended after the request was sent."""


@dataclass(frozen=True, slots=True)
class Again:
    """It did not arrive: the network or Telegram itself; later."""

    reason: str


@dataclass(frozen=True, slots=True)
class Gone:
    """The token is refused, or another process takes the updates: stop."""

    reason: str


Outcome = Sent | Rest | Blocked | Refused | Unsure | Again | Gone

DONE_ALREADY = (
    "message is not modified",
    "query is too old",
    "message to delete not found",
)
NOBODY = ("chat not found", "user not found", "PEER_ID_INVALID", "user is deactivated")
NOT_SENT = (httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ConnectError, httpx.UnsupportedProtocol)


def outcome_of(fault: error.TelegramError) -> Outcome:
    """What to do about an error of the Bot API (docs/telegram.md)."""
    if of_somebody_else(fault):
        return Again("an answer that is not Telegram's")
    match fault:
        case error.RetryAfter():
            pause = fault.retry_after
            return Rest(pause if isinstance(pause, timedelta) else timedelta(seconds=pause))
        case error.Forbidden():
            return Blocked(_bare_reason(fault.message))
        case error.BadRequest():
            return _bad_request(fault.message)
        case error.Conflict() | error.InvalidToken():
            return Gone(fault.message)
        case error.NetworkError():
            return _network(fault)
        case error.ChatMigrated():
            return Refused("the chat has moved")
        case _:  # it was answered, but nobody can read how
            return Unsure()


def of_somebody_else(fault: BaseException | None) -> bool:
    """Whether a machine on the way answered, with a page: its 403 blocks nobody, its 404 refuses no token."""
    cause = fault and fault.__cause__
    return cause is not None and (type(cause) is error.TelegramError or of_somebody_else(cause))


def _bad_request(reason: str) -> Outcome:
    if any(text.lower() in reason.lower() for text in DONE_ALREADY):
        return Sent(0)
    if any(text.lower() in reason.lower() for text in NOBODY):
        return Blocked(_bare_reason(reason))
    return Refused(_bare_reason(reason), plain="can't parse entities" in reason.lower())


def _bare_reason(text: str) -> str:
    """What Telegram says, up to where it may quote the message."""
    return re.split(r":|\W['\"“]", text)[0][:80]


def _network(fault: error.NetworkError) -> Outcome:
    cause = fault.__cause__
    if isinstance(cause, httpx.HTTPError) and not isinstance(cause, NOT_SENT):
        return Unsure()
    if "too large" in fault.message.lower():  # 413: it will not grow smaller
        return Refused("too large")
    # only the kind: a library's message may hold the address with the token in it
    return Again(type(cause or fault).__name__)
