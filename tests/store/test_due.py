"""Due: rows that say when, moved into the inbox as they fall due, those that a person waits for first."""

from datetime import timedelta

from opening import NOW

from bot.store import due, inbox
from bot.store.db import Store, Tx

HOUR = timedelta(hours=1)


def moved(tx: Tx) -> list[str]:
    """The keys in the inbox, in the order in which they came."""
    return [row[0] for row in tx.db.execute("SELECT key FROM inbox ORDER BY id")]


async def test_a_talk_goes_before_what_is_planned(store: Store) -> None:
    """After an outage the wakes of talks come first, however long the rest has waited; then the earliest."""

    def fill(tx: Tx) -> None:
        for number in range(5):
            due.put(tx, f"plan:{number}", number, "plan", NOW - HOUR * (5 - number))
        due.put(tx, "replan:9", 9, "replan", NOW - 9 * HOUR)
        due.put(tx, "wake:1:settle", 7, "wake", NOW)

    await store.run(fill)
    assert await store.run(lambda tx: due.tick(tx, NOW, 2)) == 2
    assert [key.split(":")[1] for key in await store.run(moved)] == ["wake", "replan"]
    assert await store.run(lambda tx: due.tick(tx, NOW, 100)) == 5
    assert await store.run(lambda tx: due.tick(tx, NOW, 100)) == 0
    assert await store.run(due.next_at) is None


async def test_a_thing_is_moved_once_for_each_of_its_instants(store: Store) -> None:
    """The same thing at the same instant gives one inbox row, at another instant another one."""
    for at in (NOW, NOW, NOW + HOUR):

        def fill(tx: Tx, at: object = at) -> None:
            due.put(tx, "plan:1:week", 1, "plan", at)  # type: ignore[arg-type]

        await store.run(fill)
        await store.run(lambda tx: due.tick(tx, NOW + 2 * HOUR))
    assert len(await store.run(moved)) == 2


async def test_what_waits_is_counted_no_further_than_asked(store: Store) -> None:
    """A full inbox is known to be full without counting all of it."""

    def fill(tx: Tx) -> None:
        for number in range(5):
            inbox.add(tx, f"k{number}", number, "due", {}, NOW)

    await store.run(fill)
    assert await store.run(lambda tx: inbox.waiting(tx, 3)) == 3
    assert await store.run(lambda tx: inbox.waiting(tx, 9)) == 5
