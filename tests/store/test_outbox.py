"""The outbox: order in a chat, lanes across chats, rests, repeats; and which prompt an answer belongs to."""

# ruff: noqa: ASYNC240 - a test may block on its own small files

import tempfile
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from opening import NOW, ring

from bot.store import maintenance, outbox, setback
from bot.store.connection import open_writing
from bot.store.db import Store, Tx

LATER = NOW + timedelta(seconds=30)


async def add(store: Store, key: str, chat_id: int = 7, lane: int = outbox.REPLY, **more: Any) -> bool:
    return await store.run(
        lambda tx: outbox.add(tx, key, chat_id, lane, "sendMessage", {"text": key}, NOW, **more)
    )


async def take(store: Store, limit: int = 10, now: Any = NOW) -> list[str]:
    return [going.key for going in await store.run(lambda tx: outbox.take(tx, now, limit))]


async def row_of(store: Store, key: str) -> dict[str, Any]:
    return dict(
        await store.run(
            lambda tx: tx.db.execute("SELECT * FROM outbox WHERE key = :k", {"k": key}).fetchone()
        )
    )


async def test_a_call_comes_back_whole(store: Store) -> None:
    """What was put in is taken out whole, with its upload, and marked as being sent."""
    params = {"text": "grüße \ud83d", "reply_markup": {"inline_keyboard": []}}
    await store.run(
        lambda tx: outbox.add(
            tx, "a", 7, outbox.DIGEST, "sendDocument", params, NOW, file=b"\x89PNG", purpose="digest"
        )
    )
    (going,) = await store.run(lambda tx: outbox.take(tx, NOW, 10))
    assert (going.method, going.params, going.file, going.purpose) == (
        "sendDocument",
        params,
        b"\x89PNG",
        "digest",
    )
    assert "grüße" not in repr(going)
    assert (await row_of(store, "a"))["state"] == outbox.SENDING


async def test_a_key_goes_once(store: Store) -> None:
    """The same key put in twice is one call."""
    assert [await add(store, "a"), await add(store, "a")] == [True, False]
    assert await take(store) == ["a"]
    assert await take(store) == []


async def test_words_lie_sealed_and_leave_when_sent(store: Store) -> None:
    """A body is sealed while it waits and gone when it was sent."""
    await store.run(
        lambda tx: outbox.add(tx, "a", 7, 1, "sendMessage", {"text": "planted"}, NOW, file=b"planted")
    )
    assert b"planted" not in Path(f"{store.path}-wal").read_bytes()
    (going,) = await store.run(lambda tx: outbox.take(tx, NOW, 1))
    assert await store.run(lambda tx: outbox.sent(tx, going.id, 55, NOW)) is True
    row = await row_of(store, "a")
    assert (row["body"], row["file"], row["message_id"], row["state"]) == (None, None, 55, outbox.SENT)
    assert await store.run(lambda tx: outbox.sent(tx, going.id, 56, NOW)) is False


async def test_one_at_a_time_in_a_chat(store: Store) -> None:
    """The second call of a chat goes only after the first is known to be over, even in a higher lane."""
    await add(store, "first", lane=outbox.DIGEST)
    await add(store, "second", lane=outbox.ALERT)
    assert await take(store) == ["first"]
    assert await take(store) == []
    await store.run(lambda tx: outbox.sent(tx, 1, 55, NOW))
    assert await take(store) == ["second"]


async def test_a_taps_answer_waits_for_nothing_of_its_chat(store: Store) -> None:
    """A tap is answered while a digest of its chat waits, is on its way or pauses, and lets nothing overtake."""
    await add(store, "digest", lane=outbox.DIGEST)
    answer = partial(outbox.add, method="answerCallbackQuery", params={}, now=NOW)
    await store.run(partial(answer, key="tap", chat_id=7, lane=outbox.ALERT))
    assert [one.key for one in await store.run(lambda tx: outbox.take(tx, NOW, 10, [7]))] == ["tap"]
    assert await take(store) == ["digest"]
    await store.run(partial(answer, key="tap again", chat_id=7, lane=outbox.ALERT))
    assert await take(store) == ["tap again"]


async def test_a_chat_has_the_lane_of_its_most_pressing_row(store: Store) -> None:
    """A reply behind a digest takes its chat before the prompts of others; in the chat the order stays."""
    await add(store, "digest", chat_id=1, lane=outbox.DIGEST)
    for chat in (2, 3):
        await add(store, f"prompt {chat}", chat_id=chat, lane=outbox.PROMPT)
    await add(store, "reply", chat_id=1, lane=outbox.REPLY)
    assert await take(store, limit=1) == ["digest"]
    await store.run(lambda tx: outbox.sent(tx, 1, 5, NOW))
    assert await take(store) == ["reply", "prompt 2", "prompt 3"]


async def test_what_the_program_fails_over_is_set_aside_in_the_end(store: Store) -> None:
    """It is tried so many times, later each time; then its chat goes on, and an admin can have it tried again."""
    await add(store, "one")
    await add(store, "two")
    for number in range(3):
        assert await take(store) == ["one"]
        failed = partial(setback.fail, row_id=1, error="KeyError at x.py:1", at=NOW, tries=3)
        assert await store.run(failed) is (number == 2)
    assert await store.run(partial(setback.latest, limit=9)) == ((1, "sendMessage", "KeyError at x.py:1"),)
    assert await take(store) == ["two"]
    await store.run(lambda tx: outbox.sent(tx, 2, 5, NOW))
    assert await store.run(lambda tx: (setback.revive(tx, 1), setback.revive(tx, 1))) == (True, False)
    assert await take(store) == ["one"]


async def test_lanes_across_chats(store: Store) -> None:
    """Across chats alerts go before replies, these before prompts, these before digests; then the older."""
    for key, chat, lane in (("d", 1, 3), ("p", 2, 2), ("r1", 3, 1), ("a", 4, 0), ("r2", 5, 1)):
        await add(store, key, chat, lane)
    assert await take(store, limit=3) == ["a", "r1", "r2"]
    assert await take(store) == ["p", "d"]


async def test_a_429_lets_nothing_overtake(store: Store) -> None:
    """A call put off holds back its chat until its instant, not others, and goes first then."""
    await add(store, "one")
    await add(store, "two")
    await add(store, "other", chat_id=8)
    assert await take(store) == ["one", "other"]
    await store.run(lambda tx: outbox.later(tx, 1, LATER, "429"))
    assert await take(store) == []
    assert await store.run(lambda tx: outbox.next_at(tx, NOW)) == LATER
    assert await take(store, now=LATER) == ["one"]


async def test_rests_outlive_a_restart(path: Path) -> None:
    """A resting chat, and a resting token, stay at rest after a restart; a rest is never shortened."""
    async with Store.open(path, ring()) as store:
        await add(store, "one")
        await add(store, "other", chat_id=8)
        await store.run(lambda tx: outbox.rest(tx, 7, LATER))
        await store.run(lambda tx: outbox.rest(tx, 7, NOW))
    async with Store.open(path, ring()) as store:
        assert await take(store) == ["other"]
        assert await store.run(lambda tx: outbox.next_at(tx, NOW)) == LATER
        await store.run(lambda tx: outbox.rest(tx, outbox.TOKEN, LATER + timedelta(seconds=9)))
        assert await take(store, now=LATER) == []
        assert await store.run(lambda tx: outbox.next_at(tx, LATER)) == LATER + timedelta(seconds=9)
        assert await take(store, now=LATER + timedelta(seconds=9)) == ["one"]


async def test_while_the_token_rests_nobody_is_looked_at(store: Store) -> None:
    """While the token rests the next instant is the end of that rest, and none when nothing waits."""
    await store.run(lambda tx: outbox.rest(tx, outbox.TOKEN, LATER))
    assert await store.run(lambda tx: outbox.next_at(tx, NOW)) is None
    await add(store, "one")
    assert await store.run(lambda tx: outbox.next_at(tx, NOW)) == LATER
    assert await store.run(lambda tx: outbox.next_at(tx, LATER)) is None


async def test_nothing_waits(store: Store) -> None:
    """With an empty outbox, or everything on its way, there is no next instant."""
    assert await store.run(lambda tx: outbox.next_at(tx, NOW)) is None
    await add(store, "one")
    await take(store)
    assert await store.run(lambda tx: outbox.next_at(tx, NOW)) is None


async def test_a_block_drops_all_of_the_chat(store: Store) -> None:
    """When the client blocked the bot everything unsent of that chat is closed and emptied, nothing else."""
    for key, chat in (("one", 7), ("two", 7), ("other", 8)):
        await add(store, key, chat)
    await take(store, limit=1)
    assert await store.run(lambda tx: outbox.blocked(tx, 7, "403")) == 2
    assert await store.run(lambda tx: outbox.sent(tx, 1, 5, NOW)) is False
    assert await take(store) == ["other"]
    assert (await row_of(store, "two"))["body"] is None
    assert (await store.run(outbox.counts)).blocked == 2


async def test_a_refusal_is_never_retried(store: Store) -> None:
    """A refused call is closed and emptied, keeps the kind of fault, and the next of its chat goes."""
    await add(store, "one")
    await add(store, "two")
    await take(store)
    assert await store.run(lambda tx: outbox.refused(tx, 1, "BadRequest: message is too long")) is True
    row = await row_of(store, "one")
    assert (row["state"], row["body"], row["error"]) == (
        outbox.REFUSED,
        None,
        "BadRequest: message is too long",
    )
    assert await take(store) == ["two"]


async def test_a_rewritten_call_keeps_its_place(store: Store) -> None:
    """A call sent again with other parameters goes before the next of its chat."""
    await add(store, "one")
    await add(store, "two")
    await take(store)
    assert await store.run(lambda tx: outbox.rewrite(tx, 1, {"text": "plain"})) is True
    (going,) = await store.run(lambda tx: outbox.take(tx, NOW, 10))
    assert (going.key, going.params, going.attempts) == ("one", {"text": "plain"}, 1)
    await store.run(lambda tx: outbox.sent(tx, 1, 5, NOW))
    assert await store.run(lambda tx: outbox.rewrite(tx, 1, {})) is False


async def test_an_ambiguous_send_is_repeated_once(store: Store) -> None:
    """A call of which nobody knows whether it arrived is sent once more, then counts as arrived."""
    await add(store, "one")
    await take(store)
    assert await store.run(lambda tx: outbox.ambiguous(tx, 1, NOW, "TimedOut")) is True
    assert await take(store) == ["one"]
    assert await store.run(lambda tx: outbox.ambiguous(tx, 1, NOW, "TimedOut")) is False
    assert (await row_of(store, "one"))["state"] == outbox.UNKNOWN
    assert (await row_of(store, "one"))["body"] is None
    assert await store.run(outbox.counts) == outbox.OutboxCounts(0, 0, 0, 1, 0, 0, 0, 1)


async def test_a_crash_while_sending_repeats(store: Store) -> None:
    """At start what was on its way is sent again and counted, before anything younger of its chat."""
    await add(store, "one")
    await add(store, "two")
    await take(store)
    assert await store.run(lambda tx: outbox.recover(tx, NOW)) == 1
    assert await take(store) == ["one"]
    assert (await row_of(store, "one"))["repeats"] == 1


async def test_a_row_that_ends_the_bot_is_given_up(store: Store) -> None:
    """A row found on its way at too many starts is closed, so that it cannot end the bot for ever."""
    await add(store, "one")
    for _ in range(outbox.MOST_REPEATS):
        await take(store)
        assert await store.run(lambda tx: outbox.recover(tx, NOW)) == 1
    await take(store)
    assert await store.run(lambda tx: outbox.recover(tx, NOW)) == 0
    assert (await row_of(store, "one"))["state"] == outbox.UNKNOWN


async def test_an_overtaken_nudge_is_dropped(store: Store) -> None:
    """A nudge that still waits when the answer comes is dropped; the prompt is not."""
    await add(store, "p", reflection_id=3, question=1, purpose="prompt")
    await add(store, "n", reflection_id=3, question=1, purpose="nudge")
    assert await store.run(lambda tx: outbox.drop_waiting(tx, 3, "nudge")) == 1
    assert await take(store) == ["p"]
    assert (await store.run(outbox.counts)).dropped == 1


async def test_a_body_that_does_not_open_is_set_aside(store: Store) -> None:
    """A row that was tampered with is set aside, and the next one goes."""
    await add(store, "one")
    await add(store, "other", chat_id=8)
    await store.run(lambda tx: tx.db.execute("UPDATE outbox SET body = zeroblob(50) WHERE id = 1"))
    assert await take(store) == ["other"]
    assert (await row_of(store, "one"))["state"] == outbox.ASIDE


def test_waits_grow() -> None:
    """Waits before the next attempt double and end at five minutes."""
    assert [outbox.wait(n).total_seconds() for n in (0, 1, 2, 50)] == [1, 2, 4, 300]


async def test_cleaning_keeps_what_is_still_needed(store: Store) -> None:
    """The nightly round deletes what was closed long ago, but not waiting rows."""
    await add(store, "one", chat_id=1)
    await add(store, "two", chat_id=2)
    await take(store, limit=1)
    await store.run(lambda tx: outbox.sent(tx, 1, 5, NOW))
    await store.run(lambda tx: outbox.rest(tx, 7, NOW))
    assert (await store.run(lambda tx: maintenance.clean(tx, NOW + timedelta(days=1)))).outbox == 0
    assert (await store.run(lambda tx: maintenance.clean(tx, NOW + timedelta(days=4)))).outbox == 1
    assert await take(store) == ["two"]
    assert await store.run(lambda tx: tx.db.execute("SELECT count(*) FROM rests").fetchone()[0]) == 0


# ---- any order -------------------------------------------------------------------------------------


class AnyOrder(RuleBasedStateMachine):
    """Whatever happens between, each chat's calls arrive in order, none is lost, and repeats are counted."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.open()
        self.now = NOW
        self.put: dict[int, list[str]] = {}
        self.arrived: dict[int, list[str]] = {}
        self.repeated = 0
        self.number = 0

    def open(self) -> None:
        self.db = open_writing(Path(self.folder.name) / "x.db", ring(), NOW)
        self.db.execute("PRAGMA synchronous = OFF")

    def commit(self, fn: Any) -> Any:
        self.db.execute("BEGIN IMMEDIATE")
        result = fn(Tx(self.db, ring(), 0))
        self.db.execute("COMMIT")
        return result

    @rule(chat=st.integers(1, 3), lane=st.integers(0, 3))
    def add(self, chat: int, lane: int) -> None:
        self.number += 1
        key = f"k{self.number}"
        self.put.setdefault(chat, []).append(key)
        for _ in range(2):
            self.commit(lambda tx: outbox.add(tx, key, chat, lane, "sendMessage", {}, self.now))

    @rule(
        how=st.sampled_from(["ok", "429", "time-out", "kill before", "kill after"]), limit=st.integers(1, 3)
    )
    def send(self, how: str, limit: int) -> None:
        for going in self.commit(lambda tx: outbox.take(tx, self.now, limit)):
            self.finish(going, how)
        if how.startswith("kill"):
            self.db.close()
            self.open()
            self.repeated += self.commit(lambda tx: outbox.recover(tx, self.now, most=10**6))

    def finish(self, going: outbox.Outgoing, how: str) -> None:
        if how in ("ok", "kill after", "time-out"):
            self.arrived.setdefault(going.chat_id, []).append(going.key)
        match how:
            case "ok":
                self.commit(lambda tx: outbox.sent(tx, going.id, going.id, self.now))
            case "429":
                wait = self.now + timedelta(seconds=3)
                self.commit(lambda tx: outbox.later(tx, going.id, wait))
                self.commit(lambda tx: outbox.rest(tx, going.chat_id, wait))
            case "time-out":
                again = self.commit(lambda tx: outbox.ambiguous(tx, going.id, self.now, most=10**6))
                self.repeated += again

    @rule(seconds=st.integers(1, 9))
    def wait(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @invariant()
    def in_order(self) -> None:
        for chat, keys in getattr(self, "arrived", {}).items():
            once = list(dict.fromkeys(keys))
            assert self.put[chat][: len(once)] == once
            assert keys == sorted(keys, key=self.put[chat].index)

    def teardown(self) -> None:
        if not hasattr(self, "db"):
            return
        self.now += timedelta(hours=1)
        while goings := self.commit(lambda tx: outbox.take(tx, self.now, 10)):
            for going in goings:
                self.finish(going, "ok")
        assert {chat: list(dict.fromkeys(keys)) for chat, keys in self.arrived.items()} == self.put
        assert self.commit(outbox.counts).repeats == self.repeated
        self.db.close()
        self.folder.cleanup()


AnyOrder.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
TestAnyOrder = AnyOrder.TestCase


def test_lanes_are_in_the_order_that_was_promised() -> None:
    """Alerts before replies before prompts before digests."""
    assert outbox.ALERT < outbox.REPLY < outbox.PROMPT < outbox.DIGEST


@pytest.mark.parametrize("purpose", ["nudge", "reply", ""])
async def test_only_prompts_hold_back_the_inbox(store: Store, purpose: str) -> None:
    """Anything but a prompt on its way does not keep a chat's answers waiting."""
    from bot.store import inbox

    await store.run(lambda tx: inbox.add(tx, "k", 7, "update", {}, NOW))
    await add(store, "o", purpose=purpose, reflection_id=1, question=1)
    await take(store)
    assert await store.run(lambda tx: inbox.heads(tx, NOW, 1))


async def test_taking_does_not_look_at_every_chat(store: Store) -> None:
    """The next rows are found in the order of an index, so that a wall of 100,000 waiting chats costs nothing."""

    def plan(tx: Tx) -> str:
        rows = tx.db.execute(f"EXPLAIN QUERY PLAN {outbox._NEXT}", {"now": 0, "paused": "[]"})
        return "\n".join(row["detail"] for row in rows)

    for analysed in (False, True):
        if analysed:
            await store.aside(lambda db: db.execute("ANALYZE").fetchall())
        words = await store.run(plan)
        assert "SCAN o USING INDEX outbox_lane" in words
        assert "TEMP B-TREE" not in words
