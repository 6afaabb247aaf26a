"""Links to a coach's pages and the browsers that came in: used once, let in, and gone when their time is over."""

from datetime import timedelta

from opening import NOW

from bot.store import maintenance, visits
from bot.store.db import Store, Tx

DAY = timedelta(days=1)
LINK, BROWSER = b"l" * 32, b"b" * 32


async def test_only_one_use_of_a_link_counts(store: Store) -> None:
    """The second use, one after its time, and one of a link that there is not, are none."""

    def used(tx: Tx) -> list[bool]:
        visits.add_link(tx, LINK, 100, NOW + DAY)
        return [visits.use_link(tx, one, NOW) for one in (LINK, LINK, b"x" * 32)]

    assert await store.run(used) == [True, False, False]
    await store.run(lambda tx: visits.add_link(tx, b"m" * 32, 100, NOW))
    assert not await store.run(lambda tx: visits.use_link(tx, b"m" * 32, NOW))


async def test_the_night_forgets_links_and_browsers(store: Store) -> None:
    """A link goes days after its time, a browser when it asked for no page for 90 days; what is newer stays."""

    def there(tx: Tx) -> tuple[bool, int]:
        return visits.link(tx, LINK) is not None, len(visits.of_coach(tx, 100))

    await store.run(lambda tx: visits.add_link(tx, LINK, 100, NOW))
    number = await store.run(lambda tx: visits.add(tx, 100, BROWSER, NOW))
    await store.run(lambda tx: maintenance.clean(tx, NOW + 2 * DAY))
    assert await store.run(there) == (True, 1)
    await store.run(lambda tx: maintenance.clean(tx, NOW + 4 * DAY))
    assert await store.run(there) == (False, 1)
    await store.run(lambda tx: visits.seen(tx, number, NOW + 80 * DAY))
    await store.run(lambda tx: maintenance.clean(tx, NOW + 100 * DAY))
    assert await store.run(there) == (False, 1)
    await store.run(lambda tx: maintenance.clean(tx, NOW + 171 * DAY))
    assert await store.run(there) == (False, 0)
