"""Send: the only one that talks to Telegram. One call a chat at a time, in order; never above the limits.

A row is marked before its call and again after it; what Telegram answers decides what becomes of it
(docs/telegram.md). A rest that Telegram asks for is kept in the database, so that a restart obeys it too.
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from typing import Any

from bot.faults import StoreFault
from bot.people import receipts
from bot.people.door import presence
from bot.people.turn import SIGN, Turn, tell_admins
from bot.runtime.house import House, log
from bot.runtime.pace import Pace
from bot.runtime.spacing import Spacing
from bot.runtime.tally import cause
from bot.runtime.work import where
from bot.store import inbox, outbox, setback
from bot.store.db import Tx
from bot.store.outbox import Outgoing
from bot.telegram import TOGETHER
from bot.telegram.outcome import Again, Blocked, Gone, Outcome, Refused, Rest, Sent, Unsure
from bot.telegram.timestamp import bare

KEPT = 10
"""Calls at once that are kept for replies and alerts: prompts that hang hold up no tap."""

TRIES = 5
"""After so many failures of the program itself a row is set aside and its chat moves on."""

DELETED = "message to react not found"
"""Telegram's words where the message that a sign is for is in the chat no more."""

FREE = ("answerCallbackQuery", "setMyCommands", "editMessageReplyMarkup", "setMessageReaction")
"""Calls that make no message: they need no pause after them."""


@dataclass(slots=True)
class Sender:
    """What is known between two rounds: the pace over all chats, the spacing in each, prompts under way."""

    house: House
    pace: Pace
    spacing: Spacing = field(default_factory=Spacing)
    patient: int = 0


async def send(house: House) -> None:
    """Send what the outbox holds until the house stops; what is on its way is finished."""
    sender = Sender(house, Pace(house.config.sending.rate))
    await house.store.run(partial(outbox.recover, now=house.clock.steady()))
    house.ring()  # an answer that waits for a prompt whose send was cut off can be taken now
    async with asyncio.TaskGroup() as calls:
        while not house.stop.is_set():
            try:
                until = await _round(sender, calls)
                await house.clock.rest(house.send, until)
                house.send.clear()
            except StoreFault as fault:
                await house.endure(fault)


async def _round(sender: Sender, calls: asyncio.TaskGroup) -> datetime | None:
    """Start the calls that may go now; until when there is nothing more to do."""
    house, now = sender.house, sender.house.clock.steady()
    if (free_at := sender.pace.free_at(now)) > now:
        return free_at
    room = min(TOGETHER - house.calling, sender.pace.room(now))
    if room <= 0:
        return None  # an ending call rings the bell
    full, broken, patient = sender.spacing.full(now), list[int](), TOGETHER - KEPT - sender.patient
    rows = await house.store.run(
        partial(outbox.take, now=now, limit=room, patient=patient, paused=tuple(full), broken=broken)
    )
    if broken:
        await tell(house, [f"Outbox row {number}: its body cannot be read" for number in broken])
    if rows:
        sender.pace.took(house.clock.steady(), len(rows))
    for row in rows:
        house.calling += 1
        sender.patient += row.lane > outbox.REPLY
        calls.create_task(_one(sender, row))
    if rows or broken:
        return now
    waits = await house.store.run(partial(outbox.next_at, now=now))
    ends = (waits, min(full.values(), default=None))
    return min((one for one in ends if one is not None), default=None)


async def _one(sender: Sender, row: Outgoing) -> None:
    house, began = sender.house, sender.house.clock.steady()
    try:
        try:
            outcome = await house.api.call(row.method, dict(row.params), row.file)
        except Exception as fault:  # of the program, not of Telegram's: one row of many must not end the bot
            await _set_back(house, row, where(fault))
            return
        _counted(house, row, outcome, began)
        _learn(sender, row, outcome, began)
        await _note(house, row, outcome)
    finally:
        house.calling -= 1
        sender.patient -= row.lane > outbox.REPLY
        house.ring()  # an answer that waited to know which prompt was shown can be taken now


def _counted(house: House, row: Outgoing, outcome: Outcome, began: datetime) -> None:
    """Count a call for those who watch the bot."""
    passed = (house.clock.steady() - began).total_seconds()
    house.tally.called(type(outcome).__name__.lower(), passed, house.clock.now())
    if isinstance(outcome, Sent) and row.lane <= outbox.REPLY and row.method not in FREE:
        house.tally.replied(cause(row.key), house.clock.now())
    if house.config.logs.hops:
        became = type(outcome).__name__.lower()
        log.debug("call made", row=row.id, method=row.method, outcome=became, **_origin(house, row))


def _origin(house: House, row: Outgoing) -> dict[str, str]:
    """The update that a call follows from, for a line of the log; nothing where none is known."""
    key = house.tally.origin(row.key)
    return {"update": key} if key else {}


def _learn(sender: Sender, row: Outgoing, outcome: Outcome, began: datetime) -> None:
    """What an outcome says about how fast the bot may send, over all chats and into this one."""
    now = sender.house.clock.steady()
    if isinstance(outcome, (Sent, Unsure)) and row.method not in FREE:
        sender.spacing.took(row.chat_id, now)
    if isinstance(outcome, Rest) and row.lane != SIGN:  # signs have a limit of their own
        sender.spacing.refused(row.chat_id, now)
        if for_all(sender.house, row.chat_id):
            sender.pace.refused(began, now)


async def _note(house: House, row: Outgoing, outcome: Outcome) -> None:
    """Write down what became of a call, as soon as the disk lets it; unwritten, it goes again at the next start."""
    for tries in count(1):
        try:
            await house.store.run(partial(keep, house=house, row=row, outcome=outcome))
            return
        except StoreFault as fault:
            await house.endure(fault)
            if house.stop.is_set():
                log.error("a call could not be noted", row=row.id, **_origin(house, row))
                return
        except Exception as fault:
            log.warning(
                "what became of a call could not be noted",
                row=row.id,
                fault=where(fault),
                **_origin(house, row),
            )
            if tries >= TRIES or isinstance(
                fault, (ArithmeticError, ValueError, TypeError, KeyError, AttributeError)
            ):
                await _quietly(house, partial(setback.close, row_id=row.id, error=where(fault)))
                await tell(house, [f"Outbox row {row.id} was sent and could not be noted ({where(fault)})"])
                return
            await house.clock.rest(house.stop, house.clock.steady() + outbox.wait(tries - 1))


async def _set_back(house: House, row: Outgoing, place: str) -> None:
    """The program failed over a row before Telegram answered: later again, in the end set aside."""
    log.warning("outbox row failed", row=row.id, method=row.method, fault=place, **_origin(house, row))
    at = house.clock.steady() + outbox.wait(row.attempts)
    if await _quietly(house, partial(setback.fail, row_id=row.id, error=place, at=at, tries=TRIES)):
        await tell(house, [f"Outbox row {row.id} could not be sent ({place})"])


async def tell(house: House, lines: list[str]) -> None:
    """Tell the admins what was set aside; further ones within the hour are only counted."""
    text = " · ".join(lines) + ". Set aside; /aside lists it."
    await _quietly(house, partial(_tell, house=house, text=text))


def _tell(tx: Tx, house: House, text: str) -> None:
    now = house.clock.now()
    tell_admins(Turn(tx, now, 0, house.config, house.username, count()), text, f"aside:{now:%Y-%m-%dT%H}")


async def _quietly(house: House, fn: Callable[[Tx], Any]) -> Any:
    """Do it, or say in the log that it could not be done: a fault over a fault ends nothing."""
    try:
        return await house.store.run(fn)
    except Exception as fault:
        log.error("a fault could not be noted", fault=where(fault))
        return None


def keep(tx: Tx, house: House, row: Outgoing, outcome: Outcome) -> None:
    """What an outcome means for the row, its chat and the rest (docs/telegram.md)."""
    now, steady = house.clock.now(), house.clock.steady()
    match outcome:
        case Sent(message_id):
            outbox.sent(tx, row.id, message_id or None, now)
        case Rest(pause) if row.lane == SIGN:  # words never wait for a sign
            outbox.later(tx, row.id, steady + pause, "429")
        case Rest(pause):
            _rest(tx, house, row, steady + pause)
        case Refused(reason) if row.lane == SIGN:  # a chat may allow none: it is said in words, and no fault
            outbox.refused(tx, row.id, reason)
            receipts.refused(_turn(tx, house, row, now), row.chat_id, row.purpose, DELETED in reason.lower())
        case Blocked(reason):
            outbox.blocked(tx, row.chat_id, reason)
            presence.lost(_turn(tx, house, row, now), row.chat_id)
        case Refused(reason, plain):
            _refused(tx, house, row, reason, plain)
        case Unsure():
            outbox.ambiguous(tx, row.id, steady + outbox.wait(0), "no answer")
        case Again(reason):
            outbox.later(tx, row.id, steady + outbox.wait(row.attempts), reason)
        case Gone(reason):
            outbox.later(tx, row.id, steady, reason)
            house.give_up(
                "Telegram refuses the token; put the one that @BotFather shows into [telegram] token"
            )


def _turn(tx: Tx, house: House, row: Outgoing, now: datetime) -> Turn:
    return Turn(tx, now, -row.id, house.config, house.username, count())


def for_all(house: House, chat_id: int) -> bool:
    """Note a 429; when two chats are told so within a second, it is meant for the whole token."""
    now = house.clock.steady()
    house.rested = [one for one in house.rested if one[1] > now - timedelta(seconds=1)]
    house.rested.append((chat_id, now))
    return len({chat for chat, _ in house.rested}) > 1


def _rest(tx: Tx, house: House, row: Outgoing, until: datetime) -> None:
    """429: this chat rests, and everybody where it is meant for the whole token."""
    outbox.rest(tx, row.chat_id, until)
    if len({chat for chat, _ in house.rested}) > 1:
        outbox.rest(tx, outbox.TOKEN, until)
    outbox.later(tx, row.id, until, "429")


def _unmarked(params: Mapping[str, Any]) -> dict[str, Any]:
    """The same call in plain words, for a Telegram that does not take its markup."""
    words = {key: bare(params[key]) for key in ("text", "caption") if key in params}
    return {key: value for key, value in params.items() if key != "parse_mode"} | words


def _refused(tx: Tx, house: House, row: Outgoing, reason: str, plain: bool) -> None:
    if plain and "parse_mode" in row.params:
        outbox.rewrite(tx, row.id, _unmarked(row.params))
        log.warning("markup refused, sent plain", row=row.id, method=row.method, **_origin(house, row))
        return
    outbox.refused(tx, row.id, reason)
    if row.purpose == "prompt":
        shown = {"reflection": row.reflection_id, "question": row.question, "reason": reason}
        inbox.add(tx, f"refused:{row.id}", row.chat_id, "refused", shown, house.clock.now())
    log.warning(
        "Telegram refused a call", row=row.id, method=row.method, reason=reason, **_origin(house, row)
    )
