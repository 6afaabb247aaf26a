"""Export and erase: everything of a client, and then nothing."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from opening import LATER, NOW, TALK, WEEK, answer, begin, join, keep, ring

from bot.store import (
    audit,
    begun,
    consents,
    dialogues,
    digests,
    due,
    erase,
    export,
    inbox,
    invites,
    maintenance,
    marks,
    moments,
    outbox,
    pauses,
    people,
    reflections,
    replies,
    response_writes,
    responses,
    sessions,
)
from bot.store.db import Store, Tx


def settle(tx: Tx) -> None:
    """A coach 100 and a client 7 with something in every table."""
    people.add_coach(tx, 100, now=NOW, state="active")
    live_a_life(tx, 7, "planted")


def live_a_life(tx: Tx, client_id: int, word: str) -> None:
    """A client with something in every table, each holding the word where words can be."""
    people.add_client(tx, client_id, 100, now=NOW, state="active")
    people.change_client(tx, client_id, name=word, zone="Europe/Berlin")
    pauses.begin(tx, client_id, NOW, LATER)
    pauses.resume(tx, client_id, LATER)
    consents.add(tx, client_id, consents.STORE, True, "v1", NOW)
    invites.add(tx, bytes([client_id]), "client", 100, NOW, LATER)
    invites.use(tx, bytes([client_id]), client_id, NOW)
    starts = datetime(2026, 3, 3, 15, 0)  # noqa: DTZ001 - wall clock
    number = sessions.add(tx, client_id, 100, starts=starts, zone="UTC", now=NOW, weeks=1)
    sessions.change(tx, number, starts.date(), starts, NOW)
    row = begin(tx, client_id)
    reflections.save(
        tx, row.id, replace(TALK, prompt=word, answers=(answer(texts=(word,)),)), now=NOW, ended=False
    )
    response = keep(tx, row, replace(answer(choice=word, rating=3), prompt=word), "session")
    response_writes.add_text(tx, response, client_id, 11, f"{word} one", now=NOW, file=word)
    response_writes.edit(tx, client_id, 11, f"{word} two", now=LATER, edit_key=f"u:{client_id}")
    response_writes.note(tx, client_id, 12, f"{word} note", visibility="private", now=NOW)
    marks.add(tx, client_id, row.id, "breakthrough", NOW)
    begun.add(tx, client_id, "after:1", script="after-session", at=NOW, outcome="sent", why="why")
    digests.add(tx, 100, client_id, start=NOW - WEEK, end=NOW, now=NOW, body=word)
    replies.add(tx, "reply", client_id, 100, digest=None, words=word, now=NOW, after=NOW)
    moments.add(tx, client_id, 100, "1:2026-03-03", NOW, "coach", (word,), NOW)
    audit.add(tx, 100, "digest opened", NOW, client_id)
    due.put(tx, f"plan:{client_id}", client_id, "plan", LATER)
    dialogues.put(tx, client_id, "client", "named", "1:1", now=NOW, until=LATER, draft={"name": word})
    _pass_through(tx, client_id, word)


def _pass_through(tx: Tx, client_id: int, word: str) -> None:
    """Waiting, dead and done rows of the inbox and outbox, also to the coach about the client."""
    for number in range(3):
        inbox.add(tx, f"u:{client_id}{number}", client_id, "update", {"text": word}, NOW)
        outbox.add(
            tx, f"o:{client_id}{number}", client_id, 1, "sendMessage", {"text": word}, NOW, file=word.encode()
        )
    for item in inbox.heads(tx, NOW, 10):
        inbox.fail(tx, item.id, "KeyError", NOW, tries=1)
    inbox.add(tx, f"d:{client_id}", 100, "done", {"text": word}, NOW, about=client_id)
    outbox.add(
        tx,
        f"g:{client_id}",
        100,
        3,
        "sendDocument",
        {"caption": word},
        NOW,
        file=word.encode(),
        about=client_id,
    )
    outbox.rest(tx, client_id, LATER)


def tables(tx: Tx) -> tuple[str, ...]:
    rows = tx.db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    return tuple(row["name"] for row in rows)


def acts(tx: Tx) -> list[tuple[Any, ...]]:
    """Who did what to whom, as the table has it."""
    return [tuple(row) for row in tx.db.execute("SELECT actor, action, subject FROM audit ORDER BY id")]


def rows_naming(tx: Tx, number: int) -> dict[str, int]:
    """How many rows of each table hold a number in any column."""
    found = {}
    for table in set(tables(tx)) - {"migrations"}:  # its numbers are nobody's
        columns = [row["name"] for row in tx.db.execute(f"PRAGMA table_info({table})")]
        where = " OR ".join(f"{column} = {number}" for column in columns)
        found[table] = tx.db.execute(f"SELECT count(*) FROM {table} WHERE {where}").fetchone()[0]  # noqa: S608
    return {table: count for table, count in found.items() if count}


async def test_an_export_holds_everything_whole(store: Store) -> None:
    """The export holds every text whole and in order with its edits, and all else that is kept, as JSON."""
    await store.run(settle)
    content = await store.run(lambda tx: export.client(tx, 7))
    content = json.loads(json.dumps(content))
    first, second = content["responses"]
    assert first == {
        "texts": ["planted two"],
        "at": "2026-03-02T10:00:00+00:00",
        "script": "after-session",
        "version": 3,
        "step": "step-1",
        "prompt": "planted",
        "visibility": "session",
        "edits": [{"text": 0, "before": "planted one", "at": "2026-03-02T11:00:00+00:00"}],
        "state": "answered",
        "rating": 3,
        "choice": "planted",
        "asked_at": None,
        "reflection": 1,
        "question": 1,
        "messages": [{"message_id": 11, "at": "2026-03-02T10:00:00+00:00", "file": "planted"}],
    }
    assert second["texts"] == ["planted note"]
    parts = ("reflections", "marks", "consents", "pauses", "sessions", "digests", "begun", "audit")
    assert all(len(content[part]) == 1 for part in parts)
    assert content["client"]["name"] == "planted"
    assert content["digests"][0]["body"] == "planted"


async def test_an_export_works_beside_the_bot(store: Store) -> None:
    """A client can be exported by a second, reading process while the bot has the database open."""
    await store.run(settle)
    async with Store.read_only(store.path, ring()) as reader:
        content = await reader.run(lambda tx: export.client(tx, 7))
        with pytest.raises(LookupError):
            await reader.run(lambda tx: export.client(tx, 8))
    assert len(content["responses"]) == 2


async def test_an_erase_leaves_nothing(store: Store) -> None:
    """After an erase no table has a row of the client, no file has their key, and nothing of theirs opens."""
    await store.run(settle)
    wrapped = await store.run(
        lambda tx: bytes(tx.db.execute("SELECT wrapped FROM keys WHERE owner = 7").fetchone()[0])
    )
    before = await store.run(lambda tx: rows_naming(tx, 7))
    assert {
        "clients",
        "responses",
        "response_texts",
        "reflections",
        "inbox",
        "outbox",
        "due",
        "audit",
    } <= set(before)
    receipt = await store.run(lambda tx: erase.client(tx, 7, LATER))
    assert receipt.rows["response_texts"] == 2
    assert await store.run(lambda tx: rows_naming(tx, 7)) == {}
    for side in ("", "-wal"):
        content = Path(f"{store.path}{side}").read_bytes()  # noqa: ASYNC240 - small files
        assert b"planted" not in content
        assert wrapped not in content
    assert await store.run(acts) == [
        (100, "digest opened", None),
        (0, "client erased", None),
    ]


async def test_an_erase_touches_nobody_else(store: Store) -> None:
    """What another client has stays exactly as it was, and so do the coach's own rows."""

    def fill(tx: Tx) -> None:
        people.add_coach(tx, 100, now=NOW, state="active")
        people.rename_coach(tx, 100, "Coach Name")
        live_a_life(tx, 7, "planted")
        live_a_life(tx, 8, "other")
        outbox.add(tx, "own", 100, 1, "sendMessage", {"text": "own"}, NOW)

    await store.run(fill)
    before = await store.run(lambda tx: (export.client(tx, 8), rows_naming(tx, 8)))
    await store.run(lambda tx: erase.client(tx, 7, LATER))
    assert await store.run(lambda tx: (export.client(tx, 8), rows_naming(tx, 8))) == before
    assert await store.run(lambda tx: people.coach_name(tx, 100)) == "Coach Name"
    waiting = await store.run(lambda tx: [row["key"] for row in tx.db.execute("SELECT key FROM outbox")])
    assert set(waiting) == {"o:80", "o:81", "o:82", "g:8", "own"}


async def test_an_erase_is_one_commit(store: Store) -> None:
    """An erase that is cut off leaves everything as it was, and a second erase is harmless."""
    await store.run(settle)
    before = await store.run(lambda tx: export.client(tx, 7))

    def cut_off(tx: Tx) -> None:
        erase.client(tx, 7, LATER)
        raise SystemExit

    with pytest.raises(SystemExit):
        await store.run(cut_off)
    assert await store.run(lambda tx: export.client(tx, 7)) == before
    await store.run(lambda tx: erase.client(tx, 7, LATER))
    again = await store.run(lambda tx: erase.client(tx, 7, LATER))
    assert not any(again.rows.values())


async def test_an_update_that_comes_again_after_an_erase_is_known(store: Store) -> None:
    """An update that Telegram brings once more after the erase is not taken as something new."""
    raw = {"update_id": 70, "message": {"chat": {"id": 7}, "text": "planted"}}
    await store.run(join)
    await store.run(lambda tx: inbox.add_update(tx, raw, NOW))
    await store.run(lambda tx: erase.client(tx, 7, LATER))
    assert await store.run(lambda tx: inbox.add_update(tx, raw, LATER)) is False
    assert (await store.run(inbox.counts)).waiting == 0


async def test_the_goodbye_leaves_no_key(store: Store) -> None:
    """The goodbye after an erase can be sent, and its key is gone after the nightly round."""
    await store.run(join)
    await store.run(lambda tx: people.rename_client(tx, 7, "planted"))

    def leave(tx: Tx) -> None:
        erase.client(tx, 7, NOW)
        outbox.add(tx, "bye", 7, 1, "sendMessage", {"text": "Erased."}, NOW)

    await store.run(leave)
    (going,) = await store.run(lambda tx: outbox.take(tx, NOW, 1))
    assert going.params == {"text": "Erased."}
    await store.run(lambda tx: outbox.sent(tx, going.id, 5, NOW))
    await maintenance.nightly(store, NOW + timedelta(days=4))
    assert await store.run(lambda tx: rows_naming(tx, 7)) == {}


async def test_a_coach_who_was_a_client_stays_a_coach(store: Store) -> None:
    """Somebody who is both is erased as a client only: their rows as a coach, and their key, stay."""

    def both(tx: Tx) -> None:
        people.add_coach(tx, 100, now=NOW, state="active")
        people.rename_coach(tx, 100, "Coach Name")
        people.add_client(tx, 100, 100, now=NOW)
        response_writes.note(tx, 100, 1, "planted", visibility="private", now=NOW)
        outbox.add(tx, "own", 100, 1, "sendMessage", {}, NOW)

    await store.run(both)
    await store.run(lambda tx: erase.client(tx, 100, LATER))
    assert await store.run(lambda tx: (people.client(tx, 100), responses.all_of(tx, 100))) == (None, ())
    assert await store.run(lambda tx: people.coach_name(tx, 100)) == "Coach Name"
    assert len(await store.run(lambda tx: outbox.take(tx, NOW, 1))) == 1
