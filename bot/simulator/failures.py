"""Faults on order: the next N calls of a method go wrong in a chosen way."""

from dataclasses import dataclass, field
from typing import Literal

from bot.simulator.arguments import Call, whole
from bot.simulator.refused import RefusedCall, too_many

How = Literal["refuse", "lose", "drop", "slow"]
"""refuse: answered with a code. lose: done, but no answer comes (the duplicate case).
drop: not done, the connection is cut. slow: done, and the answer trickles in."""

TEXTS = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    409: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    413: "Request Entity Too Large",
    500: "Internal Server Error",
    502: "Bad Gateway",
    504: "Gateway Timeout",
}


@dataclass
class Failure:
    """One order. method '*' means any; chat_id None means any; times counts down, -1 never ends."""

    method: str
    times: int = 1
    how: How = "refuse"
    code: int = 500
    text: str = ""
    retry_after: int = 0
    seconds: float = 30.0
    chat_id: int | None = None
    after: int = 0

    def refusal(self) -> RefusedCall:
        """What the caller is told."""
        if self.code == 429:
            return too_many(self.retry_after or 1)
        return RefusedCall(self.code, self.text or TEXTS.get(self.code, "Internal Server Error"))


@dataclass
class Faults:
    """The orders that stand, oldest first."""

    orders: list[Failure] = field(default_factory=list)

    def pick(self, call: Call) -> Failure | None:
        """The fault that befalls this call, spent; None when none does."""
        for fault in self.orders:
            if not _meant(fault, call):
                continue
            if fault.after > 0:
                fault.after -= 1
                continue
            fault.times -= 1
            if fault.times == 0:
                self.orders.remove(fault)
            return fault
        return None


def _meant(fault: Failure, call: Call) -> bool:
    if fault.method not in ("*", call.method.lower()):
        return False
    # a person's fault must not stop the taking of updates when any method is meant
    if fault.method == "*" and call.method.lower() == "getupdates" and fault.chat_id is not None:
        return False
    return fault.chat_id is None or whole(call.args.get("chat_id")) == fault.chat_id
