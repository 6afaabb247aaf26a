"""The worker by itself: which rows it takes, in which order, and what becomes of one that cannot be dealt with."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from desk_of_one import ADMIN, CLIENT, COACH, NOW, SECOND, Desk, desk_in, disk

from bot.runtime import work
from bot.store import due, inbox
from bot.store.db import Tx

FILE = {"file_id": "f", "name": "week", "language": "en"}
OWN = {"key": "x", "kind": "replan", "at": 0, "body": {}}


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with desk_in(tmp_path) as made:
        yield made


async def writes(desk: Desk, number: int, chat: int, text: str) -> None:
    """A message has come in."""
    chat_of = {"id": chat, "type": "private"}
    sender = {"id": chat, "is_bot": False, "first_name": "Ada", "language_code": "en"}
    message = {
        "message_id": number,
        "date": int(NOW.timestamp()),
        "chat": chat_of,
        "from": sender,
        "text": text,
    }
    raw = {"update_id": number, "message": message}
    await desk.tx(lambda tx: inbox.add_update(tx, raw, desk.clock.now()))


async def comes(desk: Desk, key: str, kind: str, chat: int, body: dict[str, Any]) -> None:
    """A row of the bot's own has come in."""
    await desk.tx(lambda tx: inbox.add(tx, key, chat, kind, body, desk.clock.now()))


async def said(desk: Desk) -> list[tuple[str, int]]:
    """The keys and chats of what waits to be sent, oldest first, without signs."""
    rows = await desk.tx(
        lambda tx: tx.db.execute("SELECT key, chat_id FROM outbox WHERE lane < 4 ORDER BY id").fetchall()
    )
    return [tuple(row) for row in rows]


async def state(desk: Desk, key: str) -> tuple[int, int, str | None]:
    """A row of the inbox: its state, its attempts and its fault."""
    row = await desk.row(key, "inbox")
    return row["state"], row["attempts"], row["error"]


def rounds(desk: Desk) -> list[int]:
    """How many turns each round had."""
    return [len(list(of)) for name, of in groupby(desk.store.ran) if name == "turn"]


# ---- turns -------------------------------------------------------------------------------------


async def test_each_row_is_one_turn_that_closes_it(desk: Desk) -> None:
    """What a turn says carries the number of its row, its instant and the bot's name; the sender is woken."""
    await writes(desk, 1, CLIENT, "/help")
    await writes(desk, 2, COACH, "/invite")
    desk.house.send.clear()
    await desk.begin(work.work)
    assert desk.house.send.is_set()
    assert await state(desk, "u:1") == await state(desk, "u:2") == (inbox.DONE, 0, None)
    keys = await said(desk)
    assert [key.partition(":")[0] for key, _ in keys] == sorted(key.partition(":")[0] for key, _ in keys)
    assert ("1:0", CLIENT) in keys
    said_to_coach = await desk.tx(
        lambda tx: [
            tx.open(COACH, f"outbox|body|{row['key']}", row["body"]).decode()
            for row in tx.db.execute("SELECT key, body FROM outbox WHERE chat_id = 100 AND lane = 1")
        ]
    )
    assert any("t.me/bot?start=" in one for one in said_to_coach)
    made = await desk.row("1:0")
    assert made["made_at"] == int(NOW.timestamp() * 1_000_000)


async def test_messages_of_one_chat_share_a_turn(desk: Desk) -> None:
    """Two messages of a chat are one turn, in their order, and both are closed; chats share a round."""
    for number, chat in ((1, CLIENT), (2, CLIENT), (3, COACH), (4, ADMIN)):
        await writes(desk, number, chat, "/help")
    await desk.begin(work.work)
    assert rounds(desk) == [3]
    assert [(await state(desk, f"u:{number}"))[0] for number in (1, 2, 3, 4)] == [inbox.DONE] * 4


async def test_a_round_has_a_limit_and_few_rows_of_the_bots_own(desk: Desk) -> None:
    """Fifty chats at most; of what nobody wrote eight at most, the oldest, however many wait."""
    for number in range(2000, 2030):
        await comes(desk, f"due:{number}", due.KIND, number, OWN)
    for number in range(3000, 3000 + work.TOGETHER - 10):
        await writes(desk, number, number, "/help")
    await desk.begin(work.work)
    own, wrote = 30, work.TOGETHER - 10
    assert rounds(desk)[:2] == [wrote + 8, 8]
    assert sum(rounds(desk)) == own + wrote


@pytest.mark.parametrize(("messages", "turns"), [(10, 1), (11, 2)])
async def test_a_turn_has_a_limit(desk: Desk, messages: int, turns: int) -> None:
    """Ten messages of a chat share a turn, the eleventh has its own; all are closed."""
    for number in range(messages):
        await writes(desk, number, CLIENT, "/help")
    await desk.begin(work.work)
    assert rounds(desk) == [1] * turns
    assert {(await state(desk, f"u:{number}"))[0] for number in range(messages)} == {inbox.DONE}


async def test_a_turn_alone_takes_its_own_row_and_no_other(desk: Desk) -> None:
    """Where nothing else is said, one row is one turn; a row that is closed by now changes nothing more."""
    await writes(desk, 1, CLIENT, "/help")
    await writes(desk, 2, CLIENT, "/help")
    (item,) = await desk.tx(lambda tx: inbox.heads(tx, NOW, 1))
    taken: list[int] = []
    await desk.tx(lambda tx: work.turn(tx, desk.house, item, taken=taken))
    assert taken == [1]
    assert [(await state(desk, key))[0] for key in ("u:1", "u:2")] == [inbox.DONE, inbox.WAITING]
    waits = await said(desk)
    await desk.tx(lambda tx: work.turn(tx, desk.house, item, taken=taken))
    assert (taken, await said(desk)) == ([1], waits)


async def test_behind_a_turn_what_is_due_is_put_right(desk: Desk) -> None:
    """Whoever had nothing due has it after their message was dealt with."""
    assert await desk.tx(lambda tx: due.of_chat(tx, CLIENT)) == ()
    await writes(desk, 1, CLIENT, "/help")
    await desk.begin(work.work)
    assert "replan" in {one.kind for one in await desk.tx(lambda tx: due.of_chat(tx, CLIENT))}


async def test_no_more_at_once_than_together(desk: Desk) -> None:
    """Sixty who write at one instant are two rounds."""
    for number in range(3000, 3060):
        await writes(desk, number, number, "/help")
    await desk.begin(work.work)
    assert rounds(desk) == [work.TOGETHER, 10]


async def test_with_nothing_to_do_it_waits_for_the_bell_or_for_its_instant(desk: Desk) -> None:
    """An empty inbox has no instant; a row that waits has its own; the bell is taken down again."""
    await desk.begin(work.work)
    assert desk.clock.next_end() is None
    await writes(desk, 1, CLIENT, "/help")
    await desk.tx(
        lambda tx: tx.db.execute(
            "UPDATE inbox SET not_before = :at", {"at": int((NOW + 9 * SECOND).timestamp() * 1_000_000)}
        )
    )
    await desk.ring()
    assert not desk.house.work.is_set()
    assert desk.clock.next_end() == NOW + 9 * SECOND
    assert await said(desk) == []
    await desk.passes(9)
    assert await said(desk) != []


async def test_a_chat_whose_prompt_is_being_sent_waits_without_going_round(desk: Desk) -> None:
    """Its row could go by its time, and must not: the loop rests until it is told."""
    from bot.store import outbox

    await desk.add("p", lane=outbox.PROMPT, reflection_id=1, question=1, purpose="prompt")
    await desk.tx(lambda tx: outbox.take(tx, NOW, 1))
    await writes(desk, 1, CLIENT, "/help")
    await desk.begin(work.work)
    assert desk.store.ran.count("heads") < 5
    assert (await state(desk, "u:1"))[0] == inbox.WAITING
    await desk.tx(lambda tx: outbox.sent(tx, 1, 5, NOW))
    await desk.ring()
    assert (await state(desk, "u:1"))[0] == inbox.DONE


async def test_a_stop_ends_it(desk: Desk) -> None:
    """After a stop no further row is taken."""
    await desk.begin(work.work)
    await desk.stop()
    await writes(desk, 1, CLIENT, "/help")
    assert all(one.done() for one in desk.loops)
    assert (await state(desk, "u:1"))[0] == inbox.WAITING


# ---- what cannot be dealt with -----------------------------------------------------------------


@pytest.mark.parametrize("fault", [ValueError, TypeError, KeyError, AttributeError])
async def test_what_can_never_be_read_is_set_aside_at_once(desk: Desk, fault: type[Exception]) -> None:
    """One try; the admin reads number and place, without a word of anybody's; the chat goes on."""
    desk.store.faults["turn"] = [fault("planted")]
    await writes(desk, 1, CLIENT, "planted")
    await writes(desk, 2, CLIENT, "/help")
    await desk.begin(work.work)
    dead, attempts, error = await state(desk, "u:1")
    assert (dead, attempts) == (inbox.DEAD, 1)
    assert error is not None
    assert error.startswith(f"{fault.__name__} at runtime/work.py:")
    assert (await state(desk, "u:2"))[0] == inbox.DONE
    row = await desk.row("dead:2026-03-02T10:1")
    assert (row["chat_id"], row["lane"]) == (ADMIN, 1)
    body = (await desk.tx(lambda tx: tx.open(ADMIN, f"outbox|body|{row['key']}", row["body"]))).decode()
    assert f"Inbox row 1 could not be read and is set aside ({error}). " in body
    assert "Further ones within the hour are only counted; `interlude doctor` lists them." in body


async def spoiled(desk: Desk, number: int, how: str) -> None:
    """The body of an update cannot be unsealed, or is sealed and no update."""

    def spoil(tx: Tx) -> None:
        body = b"planted" if how == "sealed" else tx.seal(CLIENT, f"inbox|body|u:{number}", b'["planted"]')
        tx.db.execute("UPDATE inbox SET body = :body WHERE key = :key", {"body": body, "key": f"u:{number}"})

    await desk.tx(spoil)


@pytest.mark.parametrize("how", ["sealed", "no update"])
async def test_of_several_only_the_one_that_cannot_be_read_is_set_aside(desk: Desk, how: str) -> None:
    """Those before it and behind it are dealt with, once each, whatever it was that could not be read."""
    for number in (1, 2, 3):
        await writes(desk, number, CLIENT, "/help")
    await spoiled(desk, 2, how)
    await desk.begin(work.work)
    await desk.passes(60)
    found = [await state(desk, f"u:{number}") for number in (1, 2, 3)]
    assert [(one, attempts) for one, attempts, _ in found][::2] == [(inbox.DONE, 0)] * 2
    assert found[1][0] == inbox.DEAD
    assert [key for key, chat in await said(desk) if chat == CLIENT] == ["1:0", "3:0"]


async def test_the_first_of_several_that_cannot_be_read_is_the_one_set_aside(desk: Desk) -> None:
    """It takes none of those behind it with it."""
    for number in (1, 2):
        await writes(desk, number, CLIENT, "/help")
    await spoiled(desk, 1, "no update")
    await desk.begin(work.work)
    assert [(await state(desk, key))[0] for key in ("u:1", "u:2")] == [inbox.DEAD, inbox.DONE]


async def test_one_of_several_that_fails_alone_too_waits(desk: Desk) -> None:
    """Tried alone it meets a fault that may pass, or a disk that is full: it is set back, or nothing is counted."""
    for faults, attempts in (([LookupError()], 1), ([disk()], 0)):
        number = attempts * 10
        for one in (number + 1, number + 2):
            await writes(desk, one, CLIENT, "/help")
        desk.store.behind["turn"] = [LookupError(), *faults]
        await desk.ring() if desk.loops else await desk.begin(work.work)
        assert (await state(desk, f"u:{number + 1}"))[:2] == (inbox.WAITING, attempts)
        await desk.passes(9)
        assert [(await state(desk, f"u:{one}"))[0] for one in (number + 1, number + 2)] == [inbox.DONE] * 2


async def test_other_faults_are_tried_five_times_with_growing_pauses(desk: Desk) -> None:
    """1, 2, 4, 8 seconds between; only then it is set aside and told."""
    desk.store.faults["turn"] = [LookupError()] * inbox.TRIES
    await writes(desk, 1, CLIENT, "/help")
    await desk.begin(work.work)
    for passed, attempts in ((0.9, 1), (0.2, 2), (2, 3), (4, 4)):
        await desk.passes(passed)
        assert (await state(desk, "u:1"))[:2] == (inbox.WAITING, attempts)
    assert await said(desk) == []
    await desk.passes(8)
    assert (await state(desk, "u:1"))[0] == inbox.DEAD
    assert await said(desk) == [("dead:2026-03-02T10:1", ADMIN)]


async def test_after_a_row_was_set_aside_its_person_still_has_what_is_due(desk: Desk) -> None:
    """What is due is put right, as after any turn."""
    assert await desk.tx(lambda tx: due.of_chat(tx, CLIENT)) == ()
    desk.store.faults["turn"] = [ValueError()]
    await writes(desk, 1, CLIENT, "/help")
    await desk.begin(work.work)
    kinds = {one.kind for one in await desk.tx(lambda tx: due.of_chat(tx, CLIENT))}
    assert "replan" in kinds


async def test_admins_are_told_once_an_hour(desk: Desk) -> None:
    """Two in an hour are one line, the next hour has its own."""
    await desk.begin(work.work)
    for number in (1, 2, 3):
        if number == 3:
            desk.clock.move(NOW + timedelta(hours=1))
        desk.store.faults["turn"] = [ValueError()]
        await writes(desk, number, CLIENT, "/help")
        await desk.ring()
    assert await said(desk) == [("dead:2026-03-02T10:1", ADMIN), ("dead:2026-03-02T11:1", ADMIN)]


async def test_a_disk_that_is_full_is_waited_for(desk: Desk) -> None:
    """Neither tries nor letters are counted for what the disk did; a damaged one stops the bot."""
    desk.store.faults["turn"] = [disk()]
    desk.store.faults["heads"] = [disk()]
    await writes(desk, 1, CLIENT, "/help")
    await desk.begin(work.work)
    assert (await state(desk, "u:1")) == (inbox.WAITING, 0, None)
    await desk.passes(2)
    assert (await state(desk, "u:1")) == (inbox.WAITING, 0, None)
    await desk.passes(2)
    assert (await state(desk, "u:1"))[0] == inbox.DONE
    desk.store.faults["heads"] = [disk("damaged")]
    await desk.ring()
    assert desk.house.fault == "the disk"


def test_a_fault_is_named_by_its_kind_and_its_place() -> None:
    """The last line of the program's own; of a fault from elsewhere the kind alone; never its words."""
    try:
        inbox.chat_of(None)  # type: ignore[arg-type]
    except AttributeError as fault:
        line = fault.__traceback__.tb_next.tb_lineno  # type: ignore[union-attr]
        assert work.where(fault) == f"AttributeError at store/inbox.py:{line}"
    assert work.where(KeyError("planted")) == "KeyError"
    try:
        int("planted")
    except ValueError as fault:
        assert work.where(fault) == "ValueError"


# ---- slow work ---------------------------------------------------------------------------------


async def test_slow_work_holds_up_its_chat_alone(desk: Desk) -> None:
    """While a file is fetched the chat's later rows wait, others go; then the file is a row of its own."""
    gate = asyncio.Event()
    desk.telegram.files["f"] = b"no script"
    desk.telegram.fetching = gate
    await comes(desk, "fetch:1", "fetch", ADMIN, FILE)
    await writes(desk, 2, ADMIN, "/help")
    await writes(desk, 3, CLIENT, "/help")
    await desk.begin(work.work)
    assert desk.house.busy == {ADMIN}
    assert [(await state(desk, key))[0] for key in ("fetch:1", "u:2", "u:3")] == [0, 0, 1]
    assert desk.clock.next_end() is None
    desk.house.send.clear()
    gate.set()
    await desk.settle()
    assert desk.house.busy == set()
    assert [(await state(desk, key))[0] for key in ("fetch:1", "u:2", "script:1")] == [1, 1, 1]
    assert desk.house.send.is_set()


async def test_slow_work_that_fails_is_set_back(desk: Desk) -> None:
    """As a turn that fails: the row waits, its chat is free again."""
    desk.telegram.files["f"] = LookupError("planted")
    await comes(desk, "fetch:1", "fetch", ADMIN, FILE)
    await desk.begin(work.work)
    waiting, attempts, error = await state(desk, "fetch:1")
    assert (waiting, attempts) == (inbox.WAITING, 1)
    assert error is not None
    assert error.startswith("LookupError at runtime/background.py:")
    assert desk.house.busy == set()
    desk.telegram.files["f"] = b"no script"
    await desk.passes(1)
    assert (await state(desk, "fetch:1"))[0] == inbox.DONE


async def test_a_full_disk_during_slow_work_pauses_before_the_chat_is_free(desk: Desk) -> None:
    """Else it would be tried without a pause; nothing is counted against the row."""
    desk.telegram.files["f"] = b"no script"
    desk.store.faults["read"] = [disk()]
    await comes(desk, "fetch:1", "fetch", ADMIN, FILE)
    await desk.begin(work.work)
    assert desk.house.busy == {ADMIN}
    assert (await state(desk, "fetch:1")) == (inbox.WAITING, 0, None)
    await desk.passes(2)
    assert desk.house.busy == set()
    assert (await state(desk, "fetch:1"))[0] == inbox.DONE


async def test_a_stop_lets_slow_work_come_to_its_end(desk: Desk) -> None:
    """What is being fetched when the bot is stopped is kept."""
    gate = asyncio.Event()
    desk.telegram.files["f"] = b"no script"
    desk.telegram.fetching = gate
    await comes(desk, "fetch:1", "fetch", ADMIN, FILE)
    await desk.begin(work.work)
    desk.house.stop.set()
    desk.house.ring()
    await desk.settle()
    assert not desk.loops[0].done()
    gate.set()
    await desk.stop()
    assert (await state(desk, "fetch:1"))[0] == inbox.DONE
