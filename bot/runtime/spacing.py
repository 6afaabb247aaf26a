"""Spacing: how close the messages into one chat may come: a few at once, then about one a second."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

APART = timedelta(seconds=1.05)
"""Telegram wants no more than about one message a second in a chat, and bears short bursts (docs/telegram.md)."""

BURST = 3
"""So many at once: a prompt, the tap under it, what follows. How many more Telegram bears, it does not say."""

CAREFUL = timedelta(minutes=10)
"""So long after a 429 a chat has no burst: there it was too much."""


@dataclass(slots=True)
class Spacing:
    """By chat, in steady instants: when all that it had would have come one by one; until when it has no burst."""

    paid: dict[int, datetime] = field(default_factory=dict)
    careful: dict[int, datetime] = field(default_factory=dict)

    def took(self, chat_id: int, now: datetime) -> None:
        """A message came into the chat, or may have come."""
        self.paid[chat_id] = max(now, self.paid.get(chat_id, now)) + APART

    def refused(self, chat_id: int, now: datetime) -> None:
        """The chat met a 429."""
        self.careful[chat_id] = now + CAREFUL

    def full(self, now: datetime) -> dict[int, datetime]:
        """The chats that may have nothing now, each with the instant from which on it may."""
        self.paid = {chat: until for chat, until in self.paid.items() if until > now}
        self.careful = {chat: until for chat, until in self.careful.items() if until > now}
        ends = {
            chat: until if chat in self.careful else until - (BURST - 1) * APART
            for chat, until in self.paid.items()
        }
        return {chat: end for chat, end in ends.items() if end > now}
