"""The queue of updates: numbered, remembered until an offset forgets them or they expire."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.simulator.arguments import Json

KINDS = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "message_reaction",
    "message_reaction_count",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "purchased_paid_media",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
)
DEFAULT_KINDS = frozenset(KINDS) - {"chat_member", "message_reaction", "message_reaction_count"}
LIVES = {
    "callback_query": timedelta(seconds=150),
    "pre_checkout_query": timedelta(seconds=150),
    "shipping_query": timedelta(seconds=150),
    "inline_query": timedelta(seconds=30),
}
FUTURE = 10
DAY = timedelta(hours=24)
FIRST_ID = 700_000_001


@dataclass(frozen=True, slots=True)
class Update:
    """One update as it waits. lane: what must stay in order when pushed (a chat, or one person's taps)."""

    id: int
    kind: str
    body: Json
    expires: datetime
    lane: str


@dataclass
class Updates:
    """All updates of one bot, oldest first. Listeners are called after each addition."""

    now: Callable[[], datetime]
    waiting: deque[Update] = field(default_factory=deque)
    next_id: int = FIRST_ID
    allowed: frozenset[str] = DEFAULT_KINDS
    confirmed: int = 0
    expired: int = 0
    listeners: list[Callable[[], None]] = field(default_factory=list)

    def allow(self, kinds: Iterable[str]) -> None:
        """Remember which kinds the bot wants; an empty choice means Telegram's default."""
        chosen = frozenset(kind for kind in kinds if kind in KINDS)
        self.allowed = chosen or DEFAULT_KINDS

    def add(self, kind: str, value: object, lane: str) -> int | None:
        """Queue an update of a kind that the bot allowed; its id, or None when it does not want the kind."""
        if kind not in self.allowed:
            return None
        return self.put(kind, {kind: value}, lane)

    def put(self, kind: str, rest: Json, lane: str) -> int:
        """Queue an update as it is, unasked whether the bot wants it; its id."""
        update_id = self.next_id
        self.next_id += 1
        expires = self.now() + LIVES.get(kind, DAY)
        self.waiting.append(Update(update_id, kind, {"update_id": update_id, **rest}, expires, lane))
        for listener in self.listeners:
            listener()
        return update_id

    def take(self, offset: int, limit: int) -> list[Update]:
        """What getUpdates gives: forget what the offset confirms, then at most limit updates, oldest first.

        A negative offset keeps only that many of the newest and forgets all before them. An offset far beyond
        the newest update is taken for a mistake: nothing is forgotten.
        """
        self.expire()
        offset = 0 if offset > self.next_id + FUTURE else offset
        while self.waiting and (self.waiting[0].id < offset or len(self.waiting) > -offset > 0):
            self.waiting.popleft()
            self.confirmed += 1
        return [self.waiting[i] for i in range(min(limit, len(self.waiting)))]

    def drop(self, update_id: int) -> None:
        """Forget one update wherever it stands: pushed and taken."""
        for update in self.waiting:
            if update.id == update_id:
                self.waiting.remove(update)
                self.confirmed += 1
                return

    def expire(self) -> None:
        """Forget updates that nobody fetched in their time."""
        now = self.now()
        if any(update.expires <= now for update in self.waiting):
            kept = [update for update in self.waiting if update.expires > now]
            self.expired += len(self.waiting) - len(kept)
            self.waiting = deque(kept)

    def renumber(self, first: int) -> None:
        """Go on from another number, as after a quiet week. Raises ValueError while updates wait."""
        if self.waiting:
            raise ValueError("updates are waiting: take them before the numbers change")
        self.next_id = first

    def clear(self) -> None:
        """Forget everything that waits (drop_pending_updates)."""
        self.waiting.clear()
