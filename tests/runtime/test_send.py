"""The sender by itself, with a Telegram that answers what it is told to: every outcome, order, pace and fault."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from desk_of_one import ADMIN, CLIENT, NOW, SECOND, Desk, desk_in, disk

from bot.runtime import send
from bot.store import outbox, people, setback
from bot.store.db import Tx
from bot.telegram import TOGETHER
from bot.telegram.outcome import Again, Blocked, Gone, Refused, Rest, Sent, Unsure


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with desk_in(tmp_path) as made:
        yield made


async def waits(desk: Desk, *keys: str) -> None:
    """Rows that are there before the sender begins."""
    for key in keys:
        await desk.add(key)


# ---- the way out -------------------------------------------------------------------------------


async def test_what_was_sent_is_closed_with_its_message(desk: Desk) -> None:
    """Method, parameters and file go as they are; the row has its message's number and instant, and no words."""
    await desk.add("a", file=b"page", method="sendDocument")
    await desk.begin(send.send)
    (made,) = desk.telegram.calls
    assert (made.method, made.file, made.params) == (
        "sendDocument",
        b"page",
        {"chat_id": CLIENT, "text": "a"},
    )
    row = await desk.row("a")
    assert (row["state"], row["message_id"], row["body"], row["file"]) == (outbox.SENT, 1, None, None)
    assert row["sent_at"] == int(NOW.timestamp() * 1_000_000)
    assert desk.house.calling == 0


async def test_a_call_that_makes_no_message_has_no_number(desk: Desk) -> None:
    """Zero is no message: nothing can be a reply to it."""
    desk.telegram.answers[CLIENT] = [Sent(0)]
    await waits(desk, "a")
    await desk.begin(send.send)
    row = await desk.row("a")
    assert (row["state"], row["message_id"]) == (outbox.SENT, None)


async def test_the_start_sends_again_what_was_cut_off_and_wakes_the_worker(desk: Desk) -> None:
    """A row that was on its way when the bot ended goes once more; answers that waited for it can be taken."""
    await waits(desk, "a")
    await desk.tx(lambda tx: outbox.take(tx, NOW, 1))
    desk.house.work.clear()
    desk.telegram.hangs[CLIENT] = asyncio.Event()
    await desk.begin(send.send)
    assert desk.house.work.is_set()
    assert desk.telegram.texts(CLIENT) == ["a"]
    desk.telegram.hangs[CLIENT].set()
    await desk.settle()
    assert (await desk.row("a"))["repeats"] == 1


async def test_the_end_of_a_call_wakes_the_worker(desk: Desk) -> None:
    """Whoever waited to know which prompt was shown is looked at again."""
    await desk.begin(send.send)
    desk.house.work.clear()
    await desk.add("a")
    desk.house.send.set()
    await desk.settle()
    assert desk.house.work.is_set()


async def test_a_stop_lets_what_is_under_way_come_to_its_end(desk: Desk) -> None:
    """After a stop nothing new is begun, and the call that was under way is noted."""
    desk.telegram.hangs[CLIENT] = asyncio.Event()
    await waits(desk, "a")
    await desk.begin(send.send)
    desk.house.stop.set()
    desk.house.ring()
    await desk.add("late", chat=8)
    desk.telegram.hangs[CLIENT].set()
    await desk.stop()
    assert (await desk.row("a"))["state"] == outbox.SENT
    assert desk.telegram.texts(8) == []


async def test_nothing_to_do_waits_for_the_bell_alone(desk: Desk) -> None:
    """An empty outbox has no instant to wait for; a row that rests has its own."""
    await desk.begin(send.send)
    assert desk.clock.next_end() is None
    await desk.add("a")
    await desk.tx(lambda tx: outbox.later(tx, 1, NOW + 9 * SECOND))
    await desk.ring()
    assert desk.clock.next_end() == NOW + 9 * SECOND
    await desk.passes(9)
    assert desk.telegram.times(CLIENT) == [9]


# ---- how fast ----------------------------------------------------------------------------------


async def test_a_few_come_at_once_into_a_quiet_chat_and_then_one_a_second(desk: Desk) -> None:
    """Three messages, then each 1.05 s later; what makes no message neither waits nor makes others wait."""
    await waits(desk, "a", "b", "c", "d", "e")
    await desk.add("tap", method="answerCallbackQuery")
    await desk.begin(send.send)
    await desk.passes(10)
    assert desk.telegram.texts(CLIENT) == ["a", "tap", "b", "c", "d", "e"]
    at = [one.at.total_seconds() for one in desk.telegram.calls if one.params["text"] != "tap"]
    assert at[2] < 0.3
    assert [round(later, 2) for later in at[3:]] == [1.05, 2.1]


@pytest.mark.parametrize("method", send.FREE)
async def test_calls_that_make_no_message_leave_no_pause(desk: Desk, method: str) -> None:
    """Taps, buttons and signs do not count as messages of the chat."""
    for number in range(6):
        await desk.add(f"{number}", method=method)
    await desk.add("words")
    await desk.begin(send.send)
    await desk.passes(1)
    assert len(desk.telegram.calls) == 7


async def test_a_message_that_may_have_come_counts_for_the_chat(desk: Desk) -> None:
    """After three calls of which nobody knows whether they arrived the chat has its pause."""
    desk.telegram.answers[CLIENT] = [Unsure(), Unsure(), Sent(1)]
    await waits(desk, "a", "b", "c")
    await desk.begin(send.send)
    await desk.passes(10)
    assert [round(at, 2) for at in desk.telegram.times(CLIENT)] == [0, 1, 1, 1.05]


# ---- what Telegram answers ---------------------------------------------------------------------


async def test_429_lets_its_chat_rest_and_nobody_else(desk: Desk) -> None:
    """The row goes again after the rest, and first; another chat goes on at the same pace."""
    desk.telegram.answers[CLIENT] = [Rest(7 * SECOND)]
    await waits(desk, "a", "b")
    await desk.begin(send.send)
    await desk.add("x", chat=8)
    await desk.ring()
    assert desk.telegram.texts(8) == ["x"]
    row = await desk.row("a")
    assert (row["state"], row["attempts"], row["error"]) == (outbox.WAITING, 1, "429")
    await desk.passes(20)
    assert desk.telegram.texts(CLIENT) == ["a", "a", "b"]
    first, again, next_one = desk.telegram.times(CLIENT)
    assert (first, again) == (0, 7)
    assert next_one >= 8.05  # no burst any more


async def test_429_in_two_chats_within_a_second_is_meant_for_all(desk: Desk) -> None:
    """Then everybody rests, and the pace is slower afterwards."""
    desk.telegram.answers = {8: [Rest(7 * SECOND)], 9: [Rest(5 * SECOND)]}
    await desk.add("x", chat=8)
    await desk.add("y", chat=9)
    await desk.begin(send.send)
    await waits(desk, "a")
    await desk.ring()
    assert desk.telegram.texts(CLIENT) == []
    await desk.passes(4.9)
    assert desk.telegram.texts(CLIENT) == []
    await desk.passes(20)
    assert desk.telegram.times(CLIENT)[0] >= 5
    assert desk.telegram.times(8)[1] >= 7
    for chat in range(1000, 1060):
        await desk.add(f"{chat}", chat=chat)
    await desk.ring()
    mark = desk.clock.now() - NOW
    await desk.passes(4)
    last = max(one.at for one in desk.telegram.calls if one.chat_id >= 1000) - mark
    assert last > 2.3 * SECOND  # 24 a second


async def test_two_that_rest_a_second_apart_are_two(desk: Desk) -> None:
    """A second later it is another chat's matter: only those two rest."""
    desk.telegram.answers = {8: [Rest(30 * SECOND)], 9: [Rest(30 * SECOND)]}
    await desk.add("x", chat=8)
    await desk.begin(send.send)
    await desk.passes(1)
    await desk.add("y", chat=9)
    await waits(desk, "a")
    await desk.ring()
    assert desk.telegram.texts(CLIENT) == ["a"]


@pytest.mark.parametrize(("apart", "all_of_them"), [(0.999999, True), (1, False)])
async def test_a_second_is_a_second(desk: Desk, apart: float, all_of_them: bool) -> None:
    """Just within it two chats mean the token; with it over they do not, and one chat twice never does."""
    assert not send.for_all(desk.house, 8)
    assert not send.for_all(desk.house, 8)
    desk.clock.move(NOW + timedelta(seconds=apart))
    assert send.for_all(desk.house, 9) is all_of_them


async def test_a_sign_that_must_rest_holds_up_no_words(desk: Desk) -> None:
    """429 for a reaction: it alone waits. Refused, it is said in words, and nothing is told to the admins."""
    desk.telegram.answers[CLIENT] = [Rest(5 * SECOND), Sent(1), Refused("REACTION_INVALID")]
    await desk.add("sign", lane=outbox.SIGN, method="setMessageReaction")
    await desk.begin(send.send)
    await waits(desk, "a")
    await desk.ring()
    assert desk.telegram.texts(CLIENT) == ["sign", "a"]
    assert (await desk.row("sign"))["error"] == "429"
    await desk.passes(6)
    assert desk.telegram.texts(CLIENT)[2:] == ["sign", "Kept."]
    assert desk.telegram.times(CLIENT)[2] == 5
    row = await desk.row("sign")
    assert (row["state"], row["error"]) == (outbox.REFUSED, "REACTION_INVALID")
    assert desk.house.rested == []


async def test_refused_for_its_markup_it_goes_once_more_in_plain_words(desk: Desk) -> None:
    """Without parse_mode, tags and references; refused again it is closed, with the reason."""
    desk.telegram.answers[CLIENT] = [Refused("can't parse entities", plain=True)] * 2
    await desk.add("a", params={"parse_mode": "HTML", "text": "<b>one</b> &amp; two"})
    await desk.begin(send.send)
    assert [one.params for one in desk.telegram.calls] == [
        {"chat_id": CLIENT, "parse_mode": "HTML", "text": "<b>one</b> &amp; two"},
        {"chat_id": CLIENT, "text": "one & two"},
    ]
    row = await desk.row("a")
    assert (row["state"], row["error"]) == (outbox.REFUSED, "can't parse entities")


async def test_the_words_under_a_file_lose_their_markup_too(desk: Desk) -> None:
    """A caption is text like any other."""
    desk.telegram.answers[CLIENT] = [Refused("can't parse entities", plain=True)]
    await desk.add("a", params={"parse_mode": "HTML", "caption": "<i>c</i>"})
    await desk.begin(send.send)
    assert desk.telegram.calls[1].params == {"chat_id": CLIENT, "text": "a", "caption": "c"}


async def test_refused_for_anything_else_it_is_closed_at_once(desk: Desk) -> None:
    """Markup is not taken away where that is not the matter."""
    desk.telegram.answers[CLIENT] = [Refused("BUTTON_DATA_INVALID")]
    await desk.add("a", params={"parse_mode": "HTML"})
    await desk.begin(send.send)
    assert len(desk.telegram.calls) == 1
    assert (await desk.row("a"))["state"] == outbox.REFUSED
    assert await desk.tx(lambda tx: tx.db.execute("SELECT count(*) FROM inbox").fetchone()[0]) == 0


async def test_a_prompt_that_was_refused_comes_back_as_a_row(desk: Desk) -> None:
    """Its reflection, turn and reason come in like everything else, so that nobody waits for its answer."""
    desk.telegram.answers[CLIENT] = [Refused("too long")]
    await desk.add("a", lane=outbox.PROMPT, reflection_id=3, question=2, purpose="prompt")
    await desk.begin(send.send)
    row = await desk.row("refused:1", "inbox")
    assert (row["chat_id"], row["kind"]) == (CLIENT, "refused")
    body = await desk.tx(lambda tx: tx.open(CLIENT, "inbox|body|refused:1", row["body"]))
    assert body == b'{"reflection": 3, "question": 2, "reason": "too long"}'


async def test_who_blocked_the_bot_is_left_in_peace(desk: Desk) -> None:
    """Everything that waits for them is closed, they count as away, and what is due for them follows."""
    desk.telegram.answers[CLIENT] = [Blocked("bot was blocked")]
    await waits(desk, "a", "b")
    await desk.begin(send.send)
    assert desk.telegram.texts(CLIENT) == ["a"]
    for key in ("a", "b"):
        row = await desk.row(key)
        assert (row["state"], row["error"], row["body"]) == (outbox.BLOCKED, "bot was blocked", None)
    client = await desk.tx(lambda tx: people.client(tx, CLIENT))
    assert client.away
    assert (
        await desk.tx(lambda tx: tx.db.execute("SELECT count(*) FROM due WHERE chat_id = 7").fetchone()[0])
        == 0
    )


async def test_of_what_nobody_knows_whether_it_arrived_one_more_is_sent(desk: Desk) -> None:
    """A second later, once; then it counts as arrived."""
    desk.telegram.answers[CLIENT] = [Unsure(), Unsure()]
    await waits(desk, "a")
    await desk.begin(send.send)
    row = await desk.row("a")
    assert (row["repeats"], row["error"]) == (1, "no answer")
    await desk.passes(60)
    assert desk.telegram.times(CLIENT) == [0, 1]
    assert (await desk.row("a"))["state"] == outbox.UNKNOWN


async def test_what_did_not_arrive_is_tried_again_with_growing_pauses(desk: Desk) -> None:
    """1, 2, 4, 8 seconds: Telegram itself is down, or the network."""
    desk.telegram.answers[CLIENT] = [Again("502")] * 4
    await waits(desk, "a")
    await desk.begin(send.send)
    assert (await desk.row("a"))["error"] == "502"
    await desk.passes(60)
    assert desk.telegram.times(CLIENT) == [0, 1, 3, 7, 15]
    assert (await desk.row("a"))["state"] == outbox.SENT


async def test_a_token_that_is_refused_stops_the_bot(desk: Desk) -> None:
    """The house says what to put right; the row waits for the next start, without a pause."""
    desk.telegram.answers[CLIENT] = [Gone("401")]
    await waits(desk, "a")
    await desk.begin(send.send)
    assert desk.house.stop.is_set()
    assert desk.house.fault == (
        "Telegram refuses the token; put the one that @BotFather shows into [telegram] token"
    )
    row = await desk.row("a")
    assert (row["state"], row["error"], row["not_before"]) == (
        outbox.WAITING,
        "401",
        int(NOW.timestamp() * 1_000_000),
    )


# ---- faults of the program ---------------------------------------------------------------------


async def test_a_fault_over_one_call_is_tried_and_then_set_aside(desk: Desk) -> None:
    """Five tries with growing pauses; then the admin reads the row's number and the place, and the chat goes on."""
    desk.telegram.answers[CLIENT] = [KeyError("planted")] * 5
    await waits(desk, "a", "b")
    await desk.begin(send.send)
    assert desk.telegram.texts(ADMIN) == []
    await desk.passes(60)
    row = await desk.row("a")
    assert (row["state"], row["faults"]) == (outbox.ASIDE, 5)
    assert desk.telegram.texts(CLIENT) == ["a"] * 5 + ["b"]
    assert desk.telegram.times(CLIENT)[:3] == [0, 1, 2]
    (told,) = desk.telegram.texts(ADMIN)
    assert told.startswith("Outbox row 1 could not be sent (KeyError at runtime/send.py:")
    assert told.endswith("). Set aside; /aside lists it.")
    assert "planted" not in told


async def test_what_cannot_be_read_is_set_aside_and_told(desk: Desk) -> None:
    """The rows behind it go at once; two of them are one line."""
    await waits(desk, "a")
    await desk.add("b", chat=8)
    await desk.add("c", chat=9)
    await desk.tx(lambda tx: tx.db.execute("UPDATE outbox SET body = zeroblob(60) WHERE id < 3"))
    await desk.begin(send.send)
    assert desk.telegram.texts(9) == ["c"]
    assert desk.telegram.texts(ADMIN) == [
        "Outbox row 1: its body cannot be read · Outbox row 2: its body cannot be read. "
        "Set aside; /aside lists it."
    ]


async def test_admins_are_told_once_an_hour(desk: Desk) -> None:
    """Further ones within the hour are only counted; in the next hour there is a line again."""
    await desk.begin(send.send)
    await send.tell(desk.house, ["one"])
    await send.tell(desk.house, ["two"])
    desk.clock.move(NOW + timedelta(hours=1))
    await send.tell(desk.house, ["three"])
    await desk.ring()
    assert desk.telegram.texts(ADMIN) == [
        "one. Set aside; /aside lists it.",
        "three. Set aside; /aside lists it.",
    ]
    assert (await desk.row("aside:2026-03-02T10:1"))["lane"] == outbox.REPLY


async def test_what_was_sent_is_noted_when_the_disk_lets_it(desk: Desk) -> None:
    """A full disk after the call: the outcome is written down later, and nothing is sent twice."""
    desk.store.faults["keep"] = [disk(), disk()]
    await waits(desk, "a")
    await desk.begin(send.send)
    await desk.passes(10)
    assert desk.telegram.texts(CLIENT) == ["a"]
    assert (await desk.row("a"))["state"] == outbox.SENT


async def test_a_stop_while_the_disk_is_full_leaves_the_row_as_sending(desk: Desk) -> None:
    """It cannot be noted any more: the next start repeats it, and this one ends."""
    desk.store.faults["keep"] = [disk()] * 3
    await waits(desk, "a")
    await desk.begin(send.send)
    await desk.stop()
    assert (await desk.row("a"))["state"] == outbox.SENDING
    assert len(desk.store.faults["keep"]) == 2


@pytest.mark.parametrize("fault", [ZeroDivisionError, ValueError, TypeError, KeyError, AttributeError])
async def test_an_outcome_that_can_never_be_noted_closes_its_row_at_once(
    desk: Desk, fault: type[Exception]
) -> None:
    """It was sent: it is closed and never sent again, and the admin reads which."""
    desk.store.faults["keep"] = [fault()]
    await waits(desk, "a", "b")
    await desk.begin(send.send)
    row = await desk.row("a")
    assert (row["state"], row["body"], row["error"].split()[0]) == (outbox.ASIDE, None, fault.__name__)
    assert desk.telegram.texts(CLIENT) == ["a", "b"]
    (told,) = desk.telegram.texts(ADMIN)
    assert told.startswith(f"Outbox row 1 was sent and could not be noted ({fault.__name__}")


async def test_an_outcome_that_may_yet_be_noted_is_tried_five_times(desk: Desk) -> None:
    """Other faults may pass: a pause of 1, 2, 4, 8 seconds between; the fifth closes the row."""
    desk.store.faults["keep"] = [LookupError()] * (5 - 1)
    await waits(desk, "a")
    await desk.begin(send.send)
    for passed, left in ((0.9, 3), (1, 2), (2, 1), (4, 0)):
        await desk.passes(passed)
        assert len(desk.store.faults["keep"]) == left
    await desk.passes(9)
    assert (await desk.row("a"))["state"] == outbox.SENT
    desk.store.faults["keep"] = [LookupError()] * 5
    await desk.add("b")
    await desk.ring()
    await desk.passes(30)
    assert (await desk.row("b"))["state"] == outbox.ASIDE
    assert len(desk.telegram.texts(ADMIN)) == 1


async def test_a_fault_over_a_fault_ends_nothing(desk: Desk) -> None:
    """When not even the setting aside can be written, the row stays on its way, and others go on."""
    desk.telegram.answers[CLIENT] = [KeyError()]
    desk.store.faults["fail"] = [disk("damaged")]
    await waits(desk, "a")
    await desk.begin(send.send)
    await desk.add("x", chat=8)
    await desk.ring()
    assert desk.telegram.texts(8) == ["x"]
    assert (await desk.row("a"))["state"] == outbox.SENDING
    assert desk.telegram.texts(ADMIN) == []
    assert not desk.house.fault


async def test_a_disk_that_refuses_to_give_the_next_rows_is_waited_for(desk: Desk) -> None:
    """A full disk pauses the sender for two seconds; one that is damaged stops the bot."""
    desk.store.faults["take"] = [disk()]
    await waits(desk, "a")
    await desk.begin(send.send)
    assert desk.telegram.texts(CLIENT) == []
    await desk.passes(2)
    assert desk.telegram.texts(CLIENT) == ["a"]
    desk.store.faults["take"] = [disk("damaged")]
    await desk.ring()
    assert desk.house.fault == "the disk"


async def test_what_was_set_aside_and_revived_goes_first(desk: Desk) -> None:
    """A row that is tried once more keeps its place in the chat."""
    await waits(desk, "a", "b")

    def revived(tx: Tx) -> bool:
        return setback.fail(tx, 1, "x", NOW, tries=1) and setback.revive(tx, 1)

    assert await desk.tx(revived)
    await desk.begin(send.send)
    assert desk.telegram.texts(CLIENT) == ["a", "b"]


# ---- many at once ------------------------------------------------------------------------------


async def test_all_chats_together_keep_the_rate(desk: Desk) -> None:
    """Sixty chats at thirty a second take two seconds, and nobody's row goes twice."""
    for chat in range(1000, 1060):
        await desk.add(f"{chat}", chat=chat)
    await desk.begin(send.send)
    await desk.passes(3)
    at = sorted(one.at.total_seconds() for one in desk.telegram.calls)
    assert len(at) == 60
    assert 1.8 < at[-1] < 2.05


async def test_no_more_at_once_than_there_are_connections(desk: Desk) -> None:
    """When everything hangs, TOGETHER calls are under way and the rest waits; replies have some kept for them."""
    hang = asyncio.Event()
    for chat in range(1000, 1100):
        desk.telegram.hangs[chat] = hang
        await desk.add(f"{chat}", chat=chat, lane=outbox.PROMPT)
    desk.telegram.hangs |= dict.fromkeys(range(2000, 2020), hang)
    await desk.begin(send.send)
    await desk.passes(20)
    assert desk.house.calling == TOGETHER - 10
    for chat in range(2000, 2020):
        await desk.add(f"{chat}", chat=chat, lane=outbox.REPLY)
    await desk.ring()
    await desk.passes(20)
    assert desk.house.calling == TOGETHER
    assert [one.chat_id for one in desk.telegram.calls[-10:]] == list(range(2000, 2000 + 10))
    hang.set()
    await desk.settle()
    await desk.passes(20)
    assert len(desk.telegram.calls) == 120
    assert desk.house.calling == 0


async def test_after_all_ended_as_many_prompts_may_hang_again(desk: Desk) -> None:
    """What was kept for replies is counted by what is under way, not by what ever was."""
    for chat in range(1000, 1040):
        await desk.add(f"{chat}", chat=chat, lane=outbox.PROMPT)
    await desk.begin(send.send)
    await desk.passes(5)
    hang = asyncio.Event()
    for chat in range(3000, 3060):
        desk.telegram.hangs[chat] = hang
        await desk.add(f"{chat}", chat=chat, lane=outbox.PROMPT)
    await desk.ring()
    await desk.passes(5)
    assert desk.house.calling == TOGETHER - 10
    hang.set()
    await desk.settle()
