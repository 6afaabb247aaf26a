"""Working copies, drafts and previews as rows."""

from datetime import timedelta

import pytest
from desk import NOW, SCRIPT, edited

from bot.core.talk.model import Context, Reflection
from bot.store import copies, drafts, erase, maintenance, previews, scripts
from bot.store.copies import Copy, digest
from bot.store.db import Store, Tx
from bot.store.scripts import ScriptVersion

VERSIONS = tuple(
    ScriptVersion("small-look", "en", number, edited(str(number)), "somebody", "", NOW)
    for number in (3, 2, 1)
)


def copy(base: int, seen: str) -> Copy:
    return Copy("/p/en/small-look.md", "small-look", "en", base, digest(seen.encode()))


@pytest.mark.parametrize(
    ("known", "base"),
    [
        (None, None),
        (copy(0, "something else"), None),
        (copy(2, "something else"), 2),
        (copy(2, edited("2")), 2),
        (copy(1, edited("3")), 3),  # published from elsewhere since it was looked at
    ],
)
def test_which_version_a_file_was_made_from(known: Copy | None, base: int | None) -> None:
    """The version it last held, also one published since; nobody knows of a file that was never looked at."""
    assert copies.made_from(known, VERSIONS) == base


async def test_a_copy_is_remembered_by_its_path(store: Store) -> None:
    """What is known of a file is what was said last."""

    def twice(tx: Tx) -> Copy | None:
        assert copies.get(tx, "/p/en/small-look.md") is None
        copies.put(tx, "/p/en/small-look.md", "small-look", "en", base=1, seen="a")
        copies.put(tx, "/p/en/small-look.md", "small-look", "en", base=2, seen="b")
        return copies.get(tx, "/p/en/small-look.md")

    assert await store.run(twice) == Copy("/p/en/small-look.md", "small-look", "en", 2, "b")


async def test_a_draft_keeps_its_note(store: Store) -> None:
    """What an editor said about a draft is there when it is published."""

    def kept(tx: Tx) -> str:
        number = drafts.add(tx, "small-look", "en", 1, SCRIPT, author="5", now=NOW, note="shorter")
        draft = drafts.get(tx, number)
        assert draft is not None
        return draft.note

    assert await store.run(kept) == "shorter"


async def test_one_preview_a_chat_and_nothing_after_it(store: Store) -> None:
    """A newer preview takes the place of the one before; at its end no row is left of it."""
    played = Reflection("small-look", "en", 1, Context("Dana"))

    def lived(tx: Tx) -> tuple[int, int]:
        first = previews.begin(tx, 5, SCRIPT, played, draft=0, now=NOW)
        second = previews.begin(tx, 5, edited("again"), played, draft=9, now=NOW)
        assert first is not None and second is not None
        assert second.id > first.id
        previews.save(tx, 5, Reflection("small-look", "en", 1, Context("Dana"), question=2), NOW)
        open_now = previews.get(tx, 5)
        assert open_now is not None
        assert (open_now.source, open_now.draft, open_now.reflection.question) == (edited("again"), 9, 2)
        previews.end(tx, 5)
        assert previews.get(tx, 5) is None
        previews.begin(tx, 6, SCRIPT, played, draft=0, now=NOW)
        return previews.clean(tx, NOW), tx.db.execute("SELECT count(*) FROM previews").fetchone()[0]

    assert await store.run(lived) == (0, 1)


async def test_what_an_admin_plays_is_sealed(store: Store) -> None:
    """The state of a preview lies sealed in the database, like every talk."""
    played = Reflection("small-look", "en", 1, Context("plantedcoach"))

    def raw(tx: Tx) -> bytes:
        previews.begin(tx, 5, SCRIPT, played, draft=0, now=NOW)
        return bytes(tx.db.execute("SELECT data FROM previews").fetchone()[0])

    assert b"plantedcoach" not in await store.run(raw)


async def test_forgotten_previews_are_cleaned(store: Store) -> None:
    """The nightly round takes away what nobody went on with."""

    def lived(tx: Tx) -> int:
        previews.begin(tx, 5, SCRIPT, Reflection("small-look", "en", 1, Context("Dana")), draft=0, now=NOW)
        return previews.clean(tx, NOW.replace(hour=23))

    assert await store.run(lived) == 1
    assert await store.run(lambda tx: scripts.live(tx, "small-look", "en")) is None


async def test_a_preview_goes_with_the_night_and_with_an_erase(store: Store) -> None:
    """A preview that nobody ended is gone after a day, and one of somebody who is erased at once."""
    played = Reflection("small-look", "en", 1, Context("Dana"))

    def begun(tx: Tx) -> None:
        previews.begin(tx, 5, SCRIPT, played, draft=0, now=NOW)
        previews.begin(tx, 6, SCRIPT, played, draft=0, now=NOW)

    await store.run(begun)
    await store.run(lambda tx: erase.client(tx, 6, NOW))
    assert await store.run(lambda tx: [previews.get(tx, chat) is None for chat in (5, 6)]) == [False, True]
    await maintenance.nightly(store, NOW + timedelta(hours=25))
    assert await store.run(lambda tx: previews.get(tx, 5)) is None
