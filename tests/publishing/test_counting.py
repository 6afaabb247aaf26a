"""What became of a version is a small page, of that version alone."""

from desk import NOW, SCRIPT, edited, people_are_there, reflection

from bot.people.admin import counting, publishing
from bot.store.db import Store, Tx


async def test_a_version_has_a_small_page(store: Store) -> None:
    """Begun, ended, passed where and fitted stand under each other, counted for this version and no other."""

    def done(tx: Tx) -> tuple[list[str], list[str], list[str]]:
        people_are_there(tx, 7, 8)
        for text in (SCRIPT, edited("a"), edited("b")):
            publishing.publish(tx, "small-look", "en", text, author="A", note="n", now=NOW)
        reflection(tx, 7, "plan:1", version=1, fit="yes", passed=("carry", "stayed"))
        reflection(tx, 8, "plan:2", version=1, state="stopped", passed=("gone",))
        reflection(tx, 8, "plan:3", version=2, state="open", fit="no")
        one = counting.named(tx, "small-look", "en", 1)
        return one, counting.named(tx, "small-look", "en", None), counting.named(tx, "none", "en", None)

    one, newest, none = await store.run(done)
    assert one[:2] == ["small-look (en), version 1", "2026-03-02 · A · n"]
    assert [(line.split()[0], line.split()[1]) for line in one if line[18:22].strip().isdigit()] == [
        ("begun", "2"), ("finished", "1"), ("stopped", "1"), ("stayed", "1"), ("carry", "1"), ("gone", "1"),
        ("fitted", "1"),
    ]  # fmt: skip
    assert newest[0].endswith("version 3") and newest[-1] == "Nobody has begun it yet."
    assert none == []
