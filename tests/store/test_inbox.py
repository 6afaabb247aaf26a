"""The inbox: order, repeats, retries, dead letters; and due rows on their way into it."""

# ruff: noqa: ASYNC240 - a test may block on its own small files

import json
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from opening import NOW, ring

from bot.store import due, inbox, maintenance, outbox
from bot.store.connection import open_writing
from bot.store.db import Store, Tx
from bot.store.instants import from_micros, from_micros_or_none, to_micros, to_micros_or_none
from bot.vault import VaultFault


def message(update_id: int, chat_id: int, text: str = "hello") -> dict[str, Any]:
    """A raw update with a message."""
    return {"update_id": update_id, "message": {"message_id": 1, "chat": {"id": chat_id}, "text": text}}


def head(tx: Tx, chat_id: int, now: datetime) -> inbox.Item | None:
    """The oldest row of one chat that may be dealt with."""
    return next((one for one in inbox.heads(tx, now, 10) if one.chat_id == chat_id), None)


async def test_an_update_is_kept_once(store: Store) -> None:
    """A raw update is kept whole, and a repeat of it changes nothing."""
    raw = message(1, 7, "words \ud83d")
    assert await store.run(lambda tx: inbox.add_updates(tx, [raw, raw], NOW)) == 1
    assert await store.run(lambda tx: inbox.add_update(tx, raw, NOW)) is False
    (item,) = await store.run(lambda tx: inbox.heads(tx, NOW, 10))
    assert (item.key, item.chat_id, item.kind, item.received_at) == ("u:1", 7, "update", NOW)
    assert await store.run(lambda tx: json.loads(inbox.read(tx, item))) == raw


async def test_an_update_lies_sealed(store: Store) -> None:
    """The words of an update are nowhere in the database's files."""
    await store.run(lambda tx: inbox.add_update(tx, message(1, 7, "planted words"), NOW))
    for side in ("", "-wal"):
        assert b"planted" not in Path(f"{store.path}{side}").read_bytes()


@pytest.mark.parametrize(
    ("update", "chat"),
    [
        ({"message": {"chat": {"id": 5}, "from": {"id": 6}}}, 5),
        ({"edited_message": {"chat": {"id": 5}}}, 5),
        ({"callback_query": {"from": {"id": 6}, "message": {"chat": {"id": 5}}}}, 5),
        ({"callback_query": {"from": {"id": 6}}}, 6),
        ({"my_chat_member": {"chat": {"id": -5}, "from": {"id": 6}}}, -5),
        ({"poll_answer": {"user": {"id": 6}}}, 6),
        ({"message": {"chat": {"id": "5"}}}, 0),
        ({"message": {"chat": {"id": True}}}, 0),
        ({"message": {"chat": {"id": 2**70}}}, 0),
        ({"message": []}, 0),
        ({}, 0),
    ],
)
def test_the_chat_is_dug_out(update: dict[str, Any], chat: int) -> None:
    """The chat of an update is found in whatever kind it is; nobody's is 0."""
    assert inbox.chat_of({"update_id": 1, **update}) == chat


@pytest.mark.parametrize(
    "body", [b"", b"no json", b"[1]", b"\xff\xfe", b'{"update_id": "x"}', b'{"update_id": true}']
)
async def test_anything_can_be_kept(store: Store, body: bytes) -> None:
    """Bytes that are no update are kept once, as nobody's, for the dead letters."""
    assert await store.run(lambda tx: inbox.add_updates(tx, [body, body], NOW)) == 1
    (item,) = await store.run(lambda tx: inbox.heads(tx, NOW, 10))
    assert item.chat_id == 0
    assert await store.run(lambda tx: inbox.read(tx, item)) == body


async def test_done_is_empty_and_once(store: Store) -> None:
    """A closed row holds no body, cannot be closed twice, and its repeat stays harmless."""
    await store.run(lambda tx: inbox.add_update(tx, message(1, 7), NOW))
    (item,) = await store.run(lambda tx: inbox.heads(tx, NOW, 10))
    assert await store.run(lambda tx: (inbox.done(tx, item.id), inbox.done(tx, item.id))) == (True, False)
    assert await store.run(lambda tx: tx.db.execute("SELECT body FROM inbox").fetchone()[0]) is None
    assert await store.run(lambda tx: inbox.read(tx, item)) == b""
    assert await store.run(lambda tx: inbox.add_update(tx, message(1, 7), NOW)) is False
    assert await store.run(lambda tx: inbox.heads(tx, NOW, 10)) == ()


async def test_a_failure_holds_back_its_chat_only(store: Store) -> None:
    """A row that failed waits longer each time and holds back its own chat, never another."""
    await store.run(lambda tx: inbox.add_updates(tx, [message(1, 7), message(2, 7), message(3, 8)], NOW))
    first = (await store.run(lambda tx: inbox.heads(tx, NOW, 10)))[0]
    assert await store.run(lambda tx: inbox.fail(tx, first.id, "KeyError in client.py", NOW)) is False
    assert [item.chat_id for item in await store.run(lambda tx: inbox.heads(tx, NOW, 10))] == [8]
    assert await store.run(lambda tx: head(tx, 7, NOW)) is None
    assert await store.run(lambda tx: inbox.next_at(tx, NOW, busy=[8])) == NOW + timedelta(seconds=1)
    again = await store.run(lambda tx: head(tx, 7, NOW + timedelta(seconds=1)))
    assert again is not None
    assert (again.id, again.attempts) == (first.id, 1)


async def test_a_dead_letter_lets_its_chat_go_on(store: Store) -> None:
    """After so many failures a row is a dead letter without words, its chat goes on; it can be revived."""
    await store.run(lambda tx: inbox.add_updates(tx, [message(1, 7, "planted"), message(2, 7)], NOW))
    item = (await store.run(lambda tx: inbox.heads(tx, NOW, 10)))[0]
    dead = [await store.run(lambda tx: inbox.fail(tx, item.id, "KeyError", NOW)) for _ in range(inbox.TRIES)]
    assert dead == [False] * (inbox.TRIES - 1) + [True]
    assert await store.run(lambda tx: inbox.fail(tx, item.id, "KeyError", NOW)) is False
    (letter,) = await store.run(inbox.dead_letters)
    assert (letter.key, letter.error, letter.attempts) == ("u:1", "KeyError", inbox.TRIES)
    assert "planted" not in repr(letter)
    assert await store.run(inbox.counts) == inbox.InboxCounts(waiting=1, dead=1)
    assert (await store.run(lambda tx: inbox.heads(tx, NOW, 10)))[0].key == "u:2"
    assert await store.run(lambda tx: (inbox.revive(tx, item.id), inbox.revive(tx, item.id))) == (True, False)
    assert (await store.run(lambda tx: inbox.heads(tx, NOW, 10)))[0].key == "u:1"


def test_waits_grow_to_a_minute() -> None:
    """Waits double from a second and end at a minute, however often it failed."""
    assert [inbox.wait(n).total_seconds() for n in (1, 2, 3, 6, 7, 10**6)] == [1, 2, 4, 32, 60, 60]


async def test_a_tampered_body_stops_only_itself(store: Store) -> None:
    """A body that does not open is a fault of its row; the rows of others are still taken."""
    await store.run(lambda tx: inbox.add_updates(tx, [message(1, 7), message(2, 8)], NOW))
    await store.run(lambda tx: tx.db.execute("UPDATE inbox SET body = zeroblob(60) WHERE chat_id = 7"))
    one, two = await store.run(lambda tx: inbox.heads(tx, NOW, 10))
    with pytest.raises(VaultFault):
        await store.run(lambda tx: inbox.read(tx, one))
    assert await store.run(lambda tx: json.loads(inbox.read(tx, two)))


async def test_a_chat_waits_while_its_prompt_is_being_sent(store: Store) -> None:
    """While a prompt is on its way the chat's answers wait: nobody could say yet which prompt they meet."""
    await store.run(lambda tx: inbox.add_update(tx, message(1, 7), NOW))
    await store.run(
        lambda tx: outbox.add(
            tx, "o1", 7, outbox.PROMPT, "sendMessage", {}, NOW, reflection_id=1, question=1, purpose="prompt"
        )
    )
    assert await store.run(lambda tx: head(tx, 7, NOW)) is not None
    (going,) = await store.run(lambda tx: outbox.take(tx, NOW, 10))
    assert await store.run(lambda tx: head(tx, 7, NOW)) is None
    assert await store.run(lambda tx: inbox.heads(tx, NOW, 10)) == ()
    await store.run(lambda tx: outbox.sent(tx, going.id, 5, NOW))
    assert await store.run(lambda tx: head(tx, 7, NOW)) is not None


async def test_who_writes_overtakes_what_is_due_to_others_but_not_for_ever(store: Store) -> None:
    """An update is taken before hundreds of older due rows of others, not before still older ones or its own."""

    def fill(tx: Tx) -> None:
        for number in range(inbox.AHEAD + 1):
            inbox.add(tx, f"d{number}", 100 + number, due.KIND, {}, NOW)
        inbox.add(tx, "mine", 7, due.KIND, {}, NOW)
        inbox.add_update(tx, message(1, 7), NOW)
        inbox.add_update(tx, message(2, 8), NOW)

    await store.run(fill)
    taken = await store.run(lambda tx: inbox.heads(tx, NOW, 1000))
    assert [item.key for item in taken[:5]] == ["d0", "d1", "d2", "u:2", "d3"]
    assert taken[-1].key == "mine"


async def test_limits_and_busy_chats(store: Store) -> None:
    """The oldest heads come first, as many as asked for, and busy chats are left out."""
    await store.run(lambda tx: inbox.add_updates(tx, [message(n, 10 - n) for n in range(1, 6)], NOW))
    keys = [item.key for item in await store.run(lambda tx: inbox.heads(tx, NOW, 3, busy={9}))]
    assert keys == ["u:2", "u:3", "u:4"]
    assert await store.run(lambda tx: inbox.next_at(tx, NOW, busy=range(10))) is None


async def test_update_ids_may_begin_anew(store: Store) -> None:
    """After the nightly round an old update id can come again as a new update; waiting rows stay."""
    await store.run(lambda tx: inbox.add_updates(tx, [message(1, 7), message(2, 7)], NOW))
    first = (await store.run(lambda tx: inbox.heads(tx, NOW, 1)))[0]
    await store.run(lambda tx: inbox.done(tx, first.id))
    cleaned = await maintenance.nightly(store, NOW + timedelta(days=4))
    assert cleaned.inbox == 1
    assert await store.run(lambda tx: inbox.add_update(tx, message(1, 7), NOW + timedelta(days=8))) is True
    assert await store.run(lambda tx: inbox.add_update(tx, message(2, 7), NOW + timedelta(days=8))) is False


async def test_keys_of_strangers_go(store: Store) -> None:
    """The key of someone who is neither client nor coach goes when nothing it sealed is left."""
    await store.run(lambda tx: inbox.add_updates(tx, [message(1, 7), message(2, 8)], NOW))
    first = (await store.run(lambda tx: inbox.heads(tx, NOW, 1)))[0]
    await store.run(lambda tx: inbox.done(tx, first.id))
    assert (await store.run(lambda tx: maintenance.clean(tx, NOW))).keys == 1
    second = (await store.run(lambda tx: inbox.heads(tx, NOW, 1)))[0]
    assert await store.run(lambda tx: json.loads(inbox.read(tx, second)))


# ---- due -----------------------------------------------------------------------------------------


async def test_due_things_move_into_the_inbox(store: Store) -> None:
    """What has fallen due leaves its row and is in the inbox, earliest first; the rest stays."""
    for minutes in (3, 1, 2, 9):
        at = NOW + timedelta(minutes=minutes)
        await store.run(lambda tx, m=minutes, at=at: due.put(tx, f"wake:{m}", 7, "wake", at, {"question": m}))  # type: ignore[misc]
    assert await store.run(due.next_at) == NOW + timedelta(minutes=1)
    assert await store.run(lambda tx: due.tick(tx, NOW)) == 0
    assert await store.run(lambda tx: due.tick(tx, NOW + timedelta(minutes=3))) == 3
    assert await store.run(due.next_at) == NOW + timedelta(minutes=9)
    item = (await store.run(lambda tx: inbox.heads(tx, NOW, 1)))[0]
    body = await store.run(lambda tx: json.loads(inbox.read(tx, item)))
    assert item.kind == due.KIND
    assert due.fallen(body, 7) == due.Due("wake:1", 7, "wake", NOW + timedelta(minutes=1), {"question": 1})


async def test_setting_again_replaces(store: Store) -> None:
    """The same key set again replaces its row; cancelling takes it off."""
    later = NOW + timedelta(hours=1)
    await store.run(lambda tx: due.put(tx, "a", 7, "wake", NOW))
    await store.run(lambda tx: due.put(tx, "a", 8, "plan", later, {"x": 1}))
    assert await store.run(lambda tx: due.get(tx, "a")) == due.Due("a", 8, "plan", later, {"x": 1})
    assert await store.run(lambda tx: (due.cancel(tx, "a"), due.cancel(tx, "a"))) == (True, False)
    assert await store.run(lambda tx: due.get(tx, "a")) is None
    assert await store.run(due.next_at) is None


async def test_things_are_told_by_chat_and_kind(store: Store) -> None:
    """What is next for a chat, of one kind or of all, is told, and nothing of another chat's."""

    def fill(tx: Tx) -> None:
        for key in ("wake:1:nudge", "wake:1:lapse", "wake:12:nudge", "plan:7:a", "plan:7:b"):
            due.put(tx, key, 7, key.split(":")[0], NOW)
        due.put(tx, "plan:8:a", 8, "plan", NOW)

    await store.run(fill)
    assert [thing.key for thing in await store.run(lambda tx: due.of_chat(tx, 7, "plan"))] == [
        "plan:7:a",
        "plan:7:b",
    ]
    assert len(await store.run(lambda tx: due.of_chat(tx, 7))) == 5


async def test_the_same_instant_fires_once(store: Store) -> None:
    """A thing that is set again to an instant that has fired already does not come a second time."""
    await store.run(lambda tx: due.put(tx, "a", 7, "wake", NOW))
    await store.run(lambda tx: due.tick(tx, NOW))
    await store.run(lambda tx: due.put(tx, "a", 7, "wake", NOW))
    await store.run(lambda tx: due.tick(tx, NOW))
    assert (await store.run(inbox.counts)).waiting == 1


async def test_an_outage_is_caught_up_in_batches(store: Store) -> None:
    """Many due things are moved batch by batch, and a batch that fails moves nothing."""

    def fill(tx: Tx) -> None:
        for n in range(25):
            due.put(tx, f"d{n}", n, "digest", NOW)

    await store.run(fill)
    assert [await store.run(lambda tx: due.tick(tx, NOW, limit=10)) for _ in range(4)] == [10, 10, 5, 0]
    assert (await store.run(inbox.counts)).waiting == 25


async def test_a_crash_in_a_tick_loses_and_doubles_nothing(store: Store) -> None:
    """A tick that is cut off before its commit leaves the row due; the next tick moves it once."""
    await store.run(lambda tx: due.put(tx, "a", 7, "wake", NOW))

    def cut_off(tx: Tx) -> None:
        due.tick(tx, NOW)
        raise SystemExit

    with pytest.raises(SystemExit):
        await store.run(cut_off)
    assert (await store.run(inbox.counts)).waiting == 0
    assert await store.run(lambda tx: due.tick(tx, NOW)) == 1
    assert (await store.run(inbox.counts)).waiting == 1


@settings(max_examples=50)
@given(st.integers(-(2**55), 2**55))
def test_instants_come_back_exactly(micros: int) -> None:
    """Every microsecond goes to a datetime and back unchanged."""
    assert to_micros(from_micros(micros)) == micros


def test_a_naive_instant_is_refused() -> None:
    """An instant without a zone is refused; None stays NULL."""
    with pytest.raises(ValueError, match="time zone"):
        to_micros(NOW.replace(tzinfo=None))
    assert (to_micros_or_none(None), from_micros_or_none(None)) == (None, None)
    assert to_micros_or_none(NOW) == to_micros(NOW)


# ---- any order of adding, taking, failing, crashing ------------------------------------------------


class AnyOrder(RuleBasedStateMachine):
    """Whatever happens, each chat's rows are dealt with once, in the order they came."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.open()
        self.came: dict[int, list[str]] = {}
        self.dealt: dict[int, list[str]] = {}
        self.now = NOW
        self.number = 0

    def open(self) -> None:
        self.db = open_writing(Path(self.folder.name) / "x.db", ring(), NOW)
        self.db.execute("PRAGMA synchronous = OFF")

    def commit(self, fn: Any) -> Any:
        self.db.execute("BEGIN IMMEDIATE")
        result = fn(Tx(self.db, ring(), 0))
        self.db.execute("COMMIT")
        return result

    @rule(chat=st.integers(0, 3), repeat=st.booleans())
    def add(self, chat: int, repeat: bool) -> None:
        if not repeat or self.number == 0:
            self.number += 1
            self.came.setdefault(chat, []).append(f"u:{self.number}")
        else:
            chat = next(chat for chat, keys in self.came.items() if f"u:{self.number}" in keys)
        self.commit(lambda tx: inbox.add_update(tx, message(self.number, chat), self.now))

    @rule(how=st.sampled_from(["done", "fail", "crash", "kill"]), limit=st.integers(1, 4))
    def work(self, how: str, limit: int) -> None:
        for item in self.commit(lambda tx: inbox.heads(tx, self.now, limit)):
            self.deal(item, how)

    def deal(self, item: inbox.Item, how: str) -> None:
        if how == "fail":
            self.commit(lambda tx: inbox.fail(tx, item.id, "X", self.now, tries=10**6))
            return
        self.db.execute("BEGIN IMMEDIATE")
        inbox.done(Tx(self.db, ring(), 0), item.id)
        if how == "done":
            self.db.execute("COMMIT")
            self.dealt.setdefault(item.chat_id, []).append(item.key)
        elif how == "crash":
            self.db.execute("ROLLBACK")
        else:
            self.db.close()
            self.open()

    @rule(seconds=st.integers(1, 90))
    def wait(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @invariant()
    def in_order(self) -> None:
        for chat, keys in getattr(self, "dealt", {}).items():
            assert self.came[chat][: len(keys)] == keys

    def teardown(self) -> None:
        if not hasattr(self, "db"):
            return
        self.now += timedelta(hours=1)
        while items := self.commit(lambda tx: inbox.heads(tx, self.now, 10)):
            for item in items:
                self.deal(item, "done")
        assert self.dealt == self.came
        assert json.dumps(self.dealt)
        self.db.close()
        self.folder.cleanup()


AnyOrder.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
TestAnyOrder = AnyOrder.TestCase


async def test_a_flood_of_one_chat_keeps_nobody_waiting(store: Store) -> None:
    """When one chat fills the inbox by thousands, the others' rows are still taken, each chat's oldest first."""

    def flood(tx: Tx) -> None:
        for n in range(1, 1502):
            inbox.add_update(tx, message(n, 7), NOW)
        for n in range(2001, 2004):
            inbox.add_update(tx, message(n, n), NOW)
            inbox.add_update(tx, message(n + 1000, n), NOW)

    await store.run(flood)
    keys = [item.key for item in await store.run(lambda tx: inbox.heads(tx, NOW, 50))]
    assert keys == ["u:1", "u:2001", "u:2002", "u:2003"]


async def test_taking_does_not_look_at_every_chat(store: Store) -> None:
    """When many chats wait, the next rows are found among the oldest, without a look at each chat."""

    def plan(tx: Tx) -> str:
        asked = {"now": 0, "limit": 50, "busy": "[]", "ahead": inbox.AHEAD}
        rows = tx.db.execute(f"EXPLAIN QUERY PLAN {inbox._AMONG_OLDEST}", asked)
        return "\n".join(row["detail"] for row in rows)

    for analysed in (False, True):
        if analysed:
            await store.aside(lambda db: db.execute("ANALYZE").fetchall())
        words = await store.run(plan)
        assert "inbox USING COVERING INDEX inbox_order" in words or "inbox USING INDEX inbox_order" in words
        assert "SEARCH i USING INTEGER PRIMARY KEY" in words
        assert "SEARCH o USING INDEX outbox_waiting" in words


async def test_many_chats_come_oldest_first(store: Store) -> None:
    """With more chats waiting than are asked for, those that have waited longest come first."""

    def fill(tx: Tx) -> None:
        for n in range(1, 101):
            inbox.add_update(tx, message(n, 1000 - n), NOW)

    await store.run(fill)
    keys = [item.key for item in await store.run(lambda tx: inbox.heads(tx, NOW, 10))]
    assert keys == [f"u:{n}" for n in range(1, 11)]
