"""Reflections as rows: saved and read again, ended once, counted."""

from dataclasses import replace

from opening import LATER, NOW, TALK, WEEK, answer, begin, joined, keep

from bot.store import erase, people, reflections
from bot.store.db import Store, Tx


async def test_a_reflection_comes_back_whole(store: Store) -> None:
    """The state of a talk reads back as it was saved, and its columns say the same."""
    row = await joined(store)
    after = replace(TALK, step="carry", question=2, prompt="And now?", answers=(answer(texts=("planted",)),))
    await store.run(lambda tx: reflections.save(tx, row.id, after, now=LATER, ended=False))
    again = await store.run(lambda tx: reflections.get(tx, row.id))
    assert again is not None
    assert again.reflection == after
    assert (again.question, again.step, again.state, again.ended_at) == (2, "carry", "open", None)
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


async def test_those_on_demand_are_counted_apart(store: Store) -> None:
    """Reflections since an instant can be counted by how their occasion begins."""
    await joined(store)
    await store.run(lambda tx: begin(tx, occasion="demand:5", now=LATER))
    assert await store.run(lambda tx: reflections.begun_since(tx, 7, NOW)) == 2
    assert await store.run(lambda tx: reflections.begun_since(tx, 7, NOW, "demand:")) == 1
    assert await store.run(lambda tx: reflections.begun_since(tx, 7, LATER)) == 1


async def test_what_a_digest_may_count(store: Store) -> None:
    """Counts name shared answers and passes a reflection, never private ones, of the period only."""
    row = await joined(store)

    def fill(tx: Tx) -> None:
        keep(tx, row, answer(1), "session")
        keep(tx, row, answer(2), "private")
        keep(tx, row, answer(3, passed=True), "session")
        reflections.set_fit(tx, row.id, "partly")
        begin(tx, occasion="next", now=NOW + WEEK)

    await store.run(fill)
    (one,) = await store.run(lambda tx: reflections.counted(tx, 7, NOW, NOW + WEEK))
    assert (one.answered, one.passed, one.occasion, one.fit, one.begun_at) == (1, 1, "after:1", "partly", NOW)


async def test_an_edited_message_is_in_the_state(store: Store) -> None:
    """After an edit the state echoes the new words."""
    row = await joined(store)
    said = replace(TALK, question=1, answers=(answer(texts=("old",), messages=(55,)),))
    await store.run(lambda tx: reflections.save(tx, row.id, said, now=NOW, ended=False))
    saved = await store.run(lambda tx: reflections.get(tx, row.id))
    assert saved is not None
    await store.run(lambda tx: reflections.revise(tx, saved, 55, "new"))
    again = await store.run(lambda tx: reflections.get(tx, row.id))
    assert again is not None
    assert again.reflection.answers[0].texts == ("new",)
