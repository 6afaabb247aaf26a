"""Reflections and responses: nothing lost, nothing twice, private stays private; export and erase."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from opening import NOW, ring

from bot.core.model import Answer, Context, Reflection
from bot.store import (
    audit,
    begun,
    consents,
    digests,
    due,
    erase,
    export,
    figures,
    inbox,
    invites,
    maintenance,
    outbox,
    people,
    reflections,
    responses,
    sessions,
)
from bot.store.db import Store, Tx
from bot.vault import VaultFault

LATER = NOW + timedelta(hours=1)
WEEK = timedelta(days=7)
TALK = Reflection("after-session", "en", 3, Context("Coach Name"))


def join(tx: Tx, client_id: int = 7) -> None:
    """A coach 100 and a client of theirs."""
    people.add_coach(tx, 100, now=NOW, state="active")
    people.add_client(tx, client_id, 100, now=NOW, state="active")


def settle(tx: Tx) -> None:
    """A coach 100 and a client 7 with something in every table."""
    people.add_coach(tx, 100, now=NOW, state="active")
    live_a_life(tx, 7, "planted")


def begin(
    tx: Tx, client_id: int = 7, occasion: str = "after:1", now: datetime = NOW
) -> reflections.ReflectionRow:
    """A reflection that has begun."""
    row = reflections.add(tx, client_id, TALK, occasion=occasion, why="three hours after", now=now)
    assert row is not None
    return row


def answer(turn: int = 1, **more: Any) -> Answer:
    return Answer(f"step-{turn}", turn, f"What stayed, {turn}?", **more)


def keep(
    tx: Tx, row: reflections.ReflectionRow, what: Answer, visibility: str = "private", at: datetime = NOW
) -> int:
    return responses.keep(
        tx, row.client_id, row.id, what, script=row.script, version=row.version, visibility=visibility, now=at
    )


async def joined(store: Store) -> reflections.ReflectionRow:
    def fill(tx: Tx) -> reflections.ReflectionRow:
        join(tx)
        return begin(tx)

    return await store.run(fill)


# ---- reflections -----------------------------------------------------------------------------------


async def test_a_reflection_comes_back_whole(store: Store) -> None:
    """The state of a talk reads back as it was saved, and its columns say the same."""
    row = await joined(store)
    after = replace(TALK, step="carry", turn=2, prompt="And now?", answers=(answer(texts=("planted",)),))
    await store.run(lambda tx: reflections.save(tx, row.id, after, now=LATER, ended=False))
    again = await store.run(lambda tx: reflections.get(tx, row.id))
    assert again is not None
    assert again.reflection == after
    assert (again.turn, again.step, again.state, again.ended_at) == (2, "carry", "open", None)
    assert (again.occasion, again.why, again.script, again.version) == (
        "after:1",
        "three hours after",
        "after-session",
        3,
    )
    assert "planted" not in repr(again)


async def test_an_occasion_begins_once(store: Store) -> None:
    """The same occasion of a client begins one reflection, another client's may have the same key."""
    await joined(store)
    assert await store.run(lambda tx: reflections.add(tx, 7, TALK, occasion="after:1", now=NOW)) is None
    await store.run(lambda tx: people.add_client(tx, 8, 100, now=NOW))
    assert await store.run(lambda tx: reflections.add(tx, 8, TALK, occasion="after:1", now=NOW)) is not None


async def test_the_end_comes_once(store: Store) -> None:
    """An ended reflection is no longer open, later words do not move its end, and revival opens it again."""
    row = await joined(store)
    assert (await store.run(lambda tx: reflections.open_of(tx, 7))) == row
    over = replace(TALK, state="finished")
    for at in (NOW, LATER):
        await store.run(lambda tx, at=at: reflections.save(tx, row.id, over, now=at, ended=True))  # type: ignore[misc]
    assert await store.run(lambda tx: reflections.open_of(tx, 7)) is None
    latest = await store.run(lambda tx: reflections.latest_of(tx, 7))
    assert latest is not None
    assert (latest.ended_at, latest.state) == (NOW, "finished")
    await store.run(lambda tx: reflections.save(tx, row.id, TALK, now=LATER, ended=False))
    assert await store.run(lambda tx: reflections.open_of(tx, 7)) is not None


async def test_saving_what_was_erased_changes_nothing(store: Store) -> None:
    """Saving the state of a reflection that is gone is harmless."""
    row = await joined(store)
    await store.run(lambda tx: erase.client(tx, 7, NOW))
    await store.run(lambda tx: reflections.save(tx, row.id, TALK, now=NOW, ended=True))
    assert await store.run(lambda tx: (reflections.get(tx, row.id), reflections.latest_of(tx, 7))) == (
        None,
        None,
    )


async def test_running_ones_are_counted_by_script(store: Store) -> None:
    """How many are midway through a script is counted by script and language, open ones only."""
    row = await joined(store)
    assert await store.run(lambda tx: reflections.running(tx, "after-session", "en")) == 1
    assert await store.run(lambda tx: reflections.running(tx, "after-session", "de")) == 0
    await store.run(lambda tx: reflections.save(tx, row.id, TALK, now=NOW, ended=True))
    assert await store.run(lambda tx: reflections.running(tx, "after-session", "en")) == 0


async def test_those_on_demand_are_counted_apart(store: Store) -> None:
    """Reflections since an instant can be counted by how their occasion begins."""
    await joined(store)
    await store.run(lambda tx: begin(tx, occasion="demand:5", now=LATER))
    assert await store.run(lambda tx: reflections.begun_since(tx, 7, NOW)) == 2
    assert await store.run(lambda tx: reflections.begun_since(tx, 7, NOW, "demand:")) == 1
    assert await store.run(lambda tx: reflections.begun_since(tx, 7, LATER)) == 1


async def test_what_a_digest_may_count(store: Store) -> None:
    """Counts name shared answers and passes a reflection, and private responses, of the period only."""
    row = await joined(store)

    def fill(tx: Tx) -> None:
        keep(tx, row, answer(1), "session")
        keep(tx, row, answer(2), "private")
        keep(tx, row, answer(3, passed=True), "session")
        reflections.set_fit(tx, row.id, "partly")
        begin(tx, occasion="next", now=NOW + WEEK)

    await store.run(fill)
    (one,) = await store.run(lambda tx: reflections.counted(tx, 7, NOW, NOW + WEEK))
    assert (one.answered, one.passed, one.private, one.fit, one.begun_at) == (1, 1, 1, "partly", NOW)


async def test_an_edited_message_is_in_the_state(store: Store) -> None:
    """After an edit the state echoes the new words."""
    row = await joined(store)
    said = replace(TALK, turn=1, answers=(answer(texts=("old",), messages=(55,)),))
    await store.run(lambda tx: reflections.save(tx, row.id, said, now=NOW, ended=False))
    saved = await store.run(lambda tx: reflections.get(tx, row.id))
    assert saved is not None
    await store.run(lambda tx: reflections.revise(tx, saved, 55, "new"))
    again = await store.run(lambda tx: reflections.get(tx, row.id))
    assert again is not None
    assert again.reflection.answers[0].texts == ("new",)


# ---- responses -------------------------------------------------------------------------------------


async def test_an_answer_in_many_messages_is_one_response(store: Store) -> None:
    """Every message of an answer is kept whole and in order in one response, with the exact prompt."""
    row = await joined(store)

    def fill(tx: Tx) -> int:
        number = keep(tx, row, answer(), "session")
        assert keep(tx, row, answer(texts=("a",))) == number
        for message_id, words in ((11, "one " * 900), (13, "three"), (12, "two \ud83d")):
            assert responses.add_text(tx, number, 7, message_id, words, now=NOW)
        return number

    number = await store.run(fill)
    found = await store.run(lambda tx: responses.get(tx, number))
    assert found is not None
    assert [text.words for text in found.texts] == ["one " * 900, "two \ud83d", "three"]
    assert (found.prompt, found.step, found.script, found.version) == (
        "What stayed, 1?",
        "step-1",
        "after-session",
        3,
    )
    assert (found.visibility, found.state, found.at) == ("session", "answered", NOW)


async def test_a_message_is_kept_once(store: Store) -> None:
    """The same message kept twice, here or as a note, is there once."""
    row = await joined(store)

    def fill(tx: Tx) -> list[bool]:
        number = keep(tx, row, answer())
        return [
            responses.add_text(tx, number, 7, 11, "one", now=NOW),
            responses.add_text(tx, number, 7, 11, "again", now=NOW),
            responses.note(tx, 7, 11, "again", visibility="private", now=NOW),
            responses.note(tx, 7, 12, "a note", visibility="private", now=NOW),
            responses.note(tx, 7, 12, "a note", visibility="private", now=NOW),
        ]

    assert await store.run(fill) == [True, False, False, True, False]
    everything = await store.run(lambda tx: responses.all_of(tx, 7))
    assert [text.words for one in everything for text in one.texts] == ["one", "a note"]


async def test_ratings_choices_and_passes_are_kept(store: Store) -> None:
    """A rating, a choice and a pass read back; a later tap replaces what the turn had, not who may see it."""
    row = await joined(store)

    def fill(tx: Tx) -> tuple[int, ...]:
        return (
            keep(tx, row, answer(1, rating=4)),
            keep(tx, row, answer(2, choice="Something felt new")),
            keep(tx, row, answer(3, passed=True)),
        )

    rated, chosen, passed = await store.run(fill)
    one, two, three = await store.run(
        lambda tx: [responses.get(tx, number) for number in (rated, chosen, passed)]
    )
    assert one and two and three
    assert (one.rating, two.choice, three.state) == (4, "Something felt new", "passed")
    await store.run(lambda tx: keep(tx, row, answer(3, rating=0), "session", LATER))
    again = await store.run(lambda tx: responses.get(tx, passed))
    assert again is not None
    assert (again.state, again.rating, again.visibility, again.at) == ("answered", 0, "private", NOW)


async def test_when_it_was_asked_is_known(store: Store) -> None:
    """A response knows when its prompt was sent, where that is known."""
    row = await joined(store)

    def ask(tx: Tx) -> None:
        outbox.add(tx, "p1", 7, 2, "sendMessage", {}, NOW, reflection_id=row.id, turn=1, purpose="prompt")
        (going,) = outbox.take(tx, NOW, 1)
        outbox.sent(tx, going.id, 5, LATER)

    await store.run(ask)
    one = await store.run(lambda tx: responses.get(tx, keep(tx, row, answer(1))))
    two = await store.run(lambda tx: responses.get(tx, keep(tx, row, answer(2))))
    assert one is not None and two is not None
    assert (one.asked_at, two.asked_at) == (LATER, None)


async def test_an_edit_keeps_what_was_before(store: Store) -> None:
    """Edits change the words and keep every earlier version; a repeat or an empty edit changes nothing."""
    row = await joined(store)

    def fill(tx: Tx) -> None:
        responses.add_text(tx, keep(tx, row, answer()), 7, 11, "first", now=NOW)
        responses.edit(tx, 7, 11, "second", now=LATER, edit_key="u:1")
        responses.edit(tx, 7, 11, "second", now=LATER, edit_key="u:1")
        responses.edit(tx, 7, 11, "second", now=LATER, edit_key="u:2")
        responses.edit(tx, 7, 11, "third", now=LATER, edit_key="u:3")
        responses.edit(tx, 7, 11, "elsewhere", now=LATER, edit_key="u:3")

    await store.run(fill)
    (one,) = await store.run(lambda tx: responses.all_of(tx, 7))
    assert one.edited
    assert [text.words for text in one.texts] == ["third"]
    assert [edit.words for edit in one.texts[0].edits] == ["first", "second"]
    assert await store.run(lambda tx: responses.edit(tx, 7, 99, "x", now=NOW, edit_key="u:9")) is None
    assert await store.run(lambda tx: responses.edit(tx, 8, 11, "x", now=NOW, edit_key="u:9")) is None


async def test_private_words_are_never_shared(store: Store) -> None:
    """What a coach sees holds exactly the shared responses of the period, and sharing can be taken back."""
    row = await joined(store)

    def fill(tx: Tx) -> None:
        for turn, (visibility, days) in enumerate(
            (("session", 0), ("private", 0), ("now", 1), ("session", -1), ("session", 7)), 1
        ):
            number = keep(tx, row, answer(turn), visibility, NOW + timedelta(days=days))
            responses.add_text(tx, number, 7, turn, f"{visibility} {days}", now=NOW)

    await store.run(fill)
    shared = await store.run(lambda tx: responses.shared(tx, 7, NOW, NOW + WEEK))
    assert [one.texts[0].words for one in shared] == ["session 0", "now 1"]
    await store.run(lambda tx: responses.set_visibility(tx, shared[0].id, "private"))
    assert len(await store.run(lambda tx: responses.shared(tx, 7, NOW, NOW + WEEK))) == 1
    assert await store.run(lambda tx: responses.set_reflection_visibility(tx, row.id, "private")) == 5
    assert await store.run(lambda tx: responses.shared(tx, 7, NOW - WEEK, NOW + 2 * WEEK)) == ()


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["private", "session", "now"]), max_size=6))
async def test_shared_is_exactly_what_is_not_private(tmp_path: Path, visibilities: list[str]) -> None:
    """For any mixture of visibilities the coach's query gives those that are not private, and no other."""
    async with Store.open(_fresh(tmp_path), ring()) as store:
        row = await joined(store)

        def fill(tx: Tx) -> None:
            for turn, visibility in enumerate(visibilities, 1):
                keep(tx, row, answer(turn), visibility)

        await store.run(fill)
        shared = await store.run(lambda tx: responses.shared(tx, 7, NOW, LATER))
    assert [one.visibility for one in shared] == [v for v in visibilities if v != "private"]


def _fresh(folder: Path) -> Path:
    return folder / str(len(list(folder.iterdir()))) / "x.db"


async def test_the_latest_come_first(store: Store) -> None:
    """A client's latest answers come newest first, as many as asked for."""
    row = await joined(store)
    for turn in (1, 2, 3):
        at = NOW + timedelta(minutes=turn)
        await store.run(lambda tx, t=turn, at=at: keep(tx, row, answer(t), at=at))  # type: ignore[misc]
    assert [one.turn for one in await store.run(lambda tx: responses.latest(tx, 7, 2))] == [3, 2]
    assert [one.turn for one in await store.run(lambda tx: responses.of_reflection(tx, row.id))] == [1, 2, 3]


async def test_a_reflection_has_one_mark(store: Store) -> None:
    """A moment is marked once a reflection."""
    row = await joined(store)
    marked = [
        await store.run(lambda tx: responses.add_mark(tx, 7, row.id, "breakthrough", NOW)) for _ in "ab"
    ]
    assert marked == [True, False]
    (mark,) = await store.run(lambda tx: responses.marks(tx, 7))
    assert (mark.reflection_id, mark.kind, mark.at) == (row.id, "breakthrough", NOW)


async def test_answers_lie_sealed(store: Store) -> None:
    """No word of an answer, choice, prompt or file id can be read in the files, nor in a printed value."""
    row = await joined(store)

    def fill(tx: Tx) -> responses.Response | None:
        what = replace(answer(choice="planted choice"), prompt="planted prompt")
        number = keep(tx, row, what)
        responses.add_text(tx, number, 7, 11, "planted words", now=NOW, file="voice planted")
        responses.edit(tx, 7, 11, "other planted words", now=NOW, edit_key="u:1")
        return responses.get(tx, number)

    found = await store.run(fill)
    assert found is not None
    assert found.texts[0].file == "voice planted"
    assert "planted" not in repr(found)
    for side in ("", "-wal"):
        assert b"planted" not in Path(f"{store.path}{side}").read_bytes()  # noqa: ASYNC240 - small files


async def test_a_moved_blob_opens_nowhere_else(store: Store) -> None:
    """A sealed text put into another row by hand does not open there."""
    row = await joined(store)

    def fill(tx: Tx) -> int:
        number = keep(tx, row, answer())
        for message_id in (11, 12):
            responses.add_text(tx, number, 7, message_id, f"words {message_id}", now=NOW)
        tx.db.execute(
            "UPDATE response_texts SET words = (SELECT words FROM response_texts WHERE message_id = 11) "
            "WHERE message_id = 12"
        )
        return number

    number = await store.run(fill)
    with pytest.raises(VaultFault) as fault:
        await store.run(lambda tx: responses.get(tx, number))
    assert "words 11" not in str(fault.value)


# ---- export and erase ------------------------------------------------------------------------------


def live_a_life(tx: Tx, client_id: int, word: str) -> None:
    """A client with something in every table, each holding the word where words can be."""
    people.add_client(tx, client_id, 100, now=NOW, state="active")
    people.change_client(tx, client_id, name=word, draft={"name": word}, zone="Europe/Berlin")
    people.pause(tx, client_id, NOW, LATER)
    people.resume(tx, client_id, LATER)
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
    responses.add_text(tx, response, client_id, 11, f"{word} one", now=NOW, file=word)
    responses.edit(tx, client_id, 11, f"{word} two", now=LATER, edit_key=f"u:{client_id}")
    responses.note(tx, client_id, 12, f"{word} note", visibility="private", now=NOW)
    responses.add_mark(tx, client_id, row.id, "breakthrough", NOW)
    begun.add(tx, client_id, "after:1", script="after-session", at=NOW, outcome="sent", why="why")
    digests.add(tx, 100, client_id, start=NOW - WEEK, end=NOW, now=NOW, body=word)
    audit.add(tx, 100, "digest opened", NOW, client_id)
    due.put(tx, f"plan:{client_id}", client_id, "plan", LATER)
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


def rows_naming(tx: Tx, number: int) -> dict[str, int]:
    """How many rows of each table hold a number in any column."""
    found = {}
    for table in tables(tx):
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
        "turn": 1,
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
    entries = await store.run(audit.latest)
    assert [(one.actor, one.action, one.subject) for one in entries] == [
        (0, "client erased", None),
        (100, "digest opened", None),
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
        responses.note(tx, 100, 1, "planted", visibility="private", now=NOW)
        outbox.add(tx, "own", 100, 1, "sendMessage", {}, NOW)

    await store.run(both)
    await store.run(lambda tx: erase.client(tx, 100, LATER))
    assert await store.run(lambda tx: (people.client(tx, 100), responses.all_of(tx, 100))) == (None, ())
    assert await store.run(lambda tx: people.coach_name(tx, 100)) == "Coach Name"
    assert len(await store.run(lambda tx: outbox.take(tx, NOW, 1))) == 1


async def test_figures_are_counted(store: Store) -> None:
    """Figures say how many prompts went out, what came back and how many words are kept, all counted."""

    def fill(tx: Tx) -> None:
        join(tx)
        row = begin(tx)
        number = keep(tx, row, answer(1))
        responses.add_text(tx, number, 7, 11, "three words kept", now=NOW)
        responses.edit(tx, 7, 11, "only two", now=NOW, edit_key="u:1")
        keep(tx, row, answer(2, passed=True))
        digests.add(tx, 100, 7, start=NOW - WEEK, end=NOW, now=NOW, body="x")
        for turn in (1, 2, 3):
            key = f"p{turn}"
            outbox.add(
                tx, key, 7, 2, "sendMessage", {}, NOW, reflection_id=row.id, turn=turn, purpose="prompt"
            )
        for _ in range(2):
            (going,) = outbox.take(tx, NOW, 1)
            outbox.sent(tx, going.id, going.id, NOW)

    await store.run(fill)
    counted = await store.run(figures.figures)
    assert (counted.prompts, counted.answered, counted.passed, counted.digests) == (2, 1, 1, 1)
    assert (counted.words, counted.edits) == (2, 1)
    assert "2 words kept" in str(counted)
