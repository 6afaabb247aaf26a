"""How fast a bot may send: a bucket for each chat and one for all, measured by the simulator's clock."""

import math
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.simulator.refused import too_many


@dataclass(frozen=True, slots=True)
class Rates:
    """How much per second and at once: a private chat, all chats together, and a group (per minute)."""

    chat_per_second: float = 1.0
    chat_burst: int = 5
    all_per_second: float = 30.0
    all_burst: int = 30
    group_per_minute: float = 20.0
    group_burst: int = 20


@dataclass
class TokenBucket:
    """Tokens that come back with time; after a refusal nothing passes until the time told."""

    per_second: float
    burst: float
    tokens: float
    at: datetime
    closed_until: datetime | None = None

    def wait(self, now: datetime, cost: int) -> int:
        """Whole seconds until the cost could be paid; 0 = now."""
        if self.closed_until is not None and now < self.closed_until:
            return math.ceil((self.closed_until - now).total_seconds())
        gained = max(0.0, (now - self.at).total_seconds()) * self.per_second
        self.tokens, self.at = min(self.burst, self.tokens + gained), now
        short = min(float(cost), self.burst) - self.tokens
        if short <= 1e-9:
            return 0
        seconds = max(1, math.ceil(short / self.per_second))
        self.closed_until = now + timedelta(seconds=seconds)
        return seconds


@dataclass
class Limits:
    """Every bucket of one bot. With rates None nothing is ever refused."""

    rates: Rates | None = field(default_factory=Rates)
    chats: dict[int, TokenBucket] = field(default_factory=dict)
    everything: TokenBucket | None = None

    def spend(self, chat_id: int, now: datetime, cost: int = 1) -> None:
        """Pay for messages to a chat. Raises the 429 that Telegram would send."""
        if self.rates is None:
            return
        both = self._chat(chat_id, now, self.rates), self._all(now, self.rates)
        seconds = max(bucket.wait(now, cost) for bucket in both)
        if seconds:
            raise too_many(seconds)
        for bucket in both:
            bucket.tokens -= cost

    def _chat(self, chat_id: int, now: datetime, rates: Rates) -> TokenBucket:
        if chat_id not in self.chats:
            group = chat_id < 0
            speed = rates.group_per_minute / 60 if group else rates.chat_per_second
            burst = rates.group_burst if group else rates.chat_burst
            self.chats[chat_id] = TokenBucket(speed, burst, burst, now)
        return self.chats[chat_id]

    def _all(self, now: datetime, rates: Rates) -> TokenBucket:
        if self.everything is None:
            self.everything = TokenBucket(rates.all_per_second, rates.all_burst, rates.all_burst, now)
        return self.everything
