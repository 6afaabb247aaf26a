"""Send: the only one that talks to Telegram. One call a chat at a time, in order; never above the limits.

A row is marked before its call and again after it; what Telegram answers decides what becomes of it
(docs/telegram.md). A rest that Telegram asks for is kept in the database, so that a restart obeys it too.
"""

import asyncio
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from itertools import count

from bot.faults import StoreFault
from bot.people import router
from bot.people.turn import Turn
from bot.runtime.house import House, log
from bot.store import outbox
from bot.store.db import Tx
from bot.store.outbox import Outgoing
from bot.telegram.outcome import Again, Blocked, Gone, Outcome, Refused, Rest, Sent, Unsure

TOGETHER = 8
"""Calls under way at once, each to another chat."""

CHAT_PAUSE = timedelta(seconds=1.05)
"""Telegram wants no more than about one message a second in a chat (docs/telegram.md)."""

FREE = ("answerCallbackQuery", "setMyCommands", "editMessageReplyMarkup")
"""Calls that make no message: they need no pause after them."""


@dataclass(slots=True)
class Bucket:
    """How many messages may still go: ``burst`` at once, then ``rate`` a second."""

    rate: float
    burst: int
    taken: deque[datetime] = field(default_factory=deque)

    def free_at(self, now: datetime) -> datetime:
        """The earliest instant at which one more may go."""
        second = timedelta(seconds=self.burst / self.rate)
        while self.taken and self.taken[0] <= now - second:
            self.taken.popleft()
        return now if len(self.taken) < self.burst else self.taken[0] + second

    def take(self, now: datetime) -> None:
        """Count one that goes now."""
        self.taken.append(now)


async def send(house: House) -> None:
    """Send what the outbox holds until the house stops; what is on its way is finished."""
    bucket = Bucket(house.config.sending.rate, max(1, round(house.config.sending.rate / 5)))
    await house.store.run(partial(outbox.recover, now=house.clock.now()))
    house.ring()  # an answer that waits for a prompt whose send was cut off can be taken now
    async with asyncio.TaskGroup() as calls:
        while not house.stop.is_set():
            try:
                until = await _round(house, bucket, calls)
                await house.clock.rest(house.send, until)
                house.send.clear()
            except StoreFault as fault:
                await house.endure(fault)


async def _round(house: House, bucket: Bucket, calls: asyncio.TaskGroup) -> datetime | None:
    """Start the calls that may go now; until when there is nothing more to do."""
    now = house.clock.now()
    free_at = bucket.free_at(now)
    if free_at > now:
        return free_at
    room = min(TOGETHER, bucket.burst - len(bucket.taken)) - house.calling
    if room <= 0:
        return None  # an ending call rings the bell
    rows = await house.store.run(partial(outbox.take, now=now, limit=room))
    for row in rows:
        bucket.take(now)
        house.calling += 1
        calls.create_task(_one(house, row))
    if rows:
        return now
    return await house.store.run(outbox.next_at)


async def _one(house: House, row: Outgoing) -> None:
    try:
        outcome = await house.api.call(row.method, dict(row.params), row.file)
        await _note(house, row, outcome)
    finally:
        house.calling -= 1
        house.ring()  # an answer that waited to know which prompt was shown can be taken now


async def _note(house: House, row: Outgoing, outcome: Outcome) -> None:
    """Write down what became of a call, as soon as the disk lets it; unwritten, it goes again at the next start."""
    while True:
        try:
            await house.store.run(partial(keep, house=house, row=row, outcome=outcome))
            return
        except StoreFault as fault:
            await house.endure(fault)
            if house.stop.is_set():
                log.error("a call could not be noted", row=row.id)
                return


def keep(tx: Tx, house: House, row: Outgoing, outcome: Outcome) -> None:
    """What an outcome means for the row, its chat and the rest (docs/telegram.md)."""
    now = house.clock.now()
    match outcome:
        case Sent(message_id):
            outbox.sent(tx, row.id, message_id or None, now)
            if row.method not in FREE:
                outbox.rest(tx, row.chat_id, now + CHAT_PAUSE)
        case Rest(pause):
            _rest(tx, house, row, now + pause)
        case Blocked(reason):
            outbox.blocked(tx, row.chat_id, reason)
            router.lost(_turn(tx, house, row, now), row.chat_id)
        case Refused(reason, plain):
            _refused(tx, house, row, reason, plain)
        case Unsure():
            outbox.ambiguous(tx, row.id, now + outbox.wait(0), "no answer")
        case Again(reason):
            outbox.later(tx, row.id, now + outbox.wait(row.attempts), reason)
        case Gone(reason):
            outbox.later(tx, row.id, now, reason)
            house.give_up(
                "Telegram refuses the token; put the one that @BotFather shows into [telegram] token"
            )


def _turn(tx: Tx, house: House, row: Outgoing, now: datetime) -> Turn:
    return Turn(tx, now, -row.id, house.config, house.username, count())


def _rest(tx: Tx, house: House, row: Outgoing, until: datetime) -> None:
    """429: this chat rests; when two chats are told so within a second, it is the whole token."""
    house.rested = [one for one in house.rested if one[1] > house.clock.now() - timedelta(seconds=1)]
    house.rested.append((row.chat_id, house.clock.now()))
    outbox.rest(tx, row.chat_id, until)
    if len({chat for chat, _ in house.rested}) > 1:
        outbox.rest(tx, outbox.TOKEN, until)
    outbox.later(tx, row.id, until, "429")


def _refused(tx: Tx, house: House, row: Outgoing, reason: str, plain: bool) -> None:
    if plain and "parse_mode" in row.params:
        outbox.rewrite(tx, row.id, {key: value for key, value in row.params.items() if key != "parse_mode"})
        log.warning("markup refused, sent plain", row=row.id, method=row.method)
        return
    outbox.refused(tx, row.id, reason)
    log.warning("Telegram refused a call", row=row.id, method=row.method, reason=reason)
