"""A hunt for planted words: in every log line at the lowest level, every file and name, whatever goes wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from small import seconds, small_bot
from structlog.testing import capture_logs
from whole import ADMIN, CLIENT, COACH, Whole

from bot import vault
from bot.runtime import tick
from bot.store import backup, restore

WORD = "zimtquarz"
"""Stands in all that the client writes."""

SAID = (
    *("/week", f"it was {WORD}", f"and more {WORD}", f"/pause {WORD}", f"/nosuch {WORD}", f"/menu {WORD}"),
    *(f"private: {WORD}", f"I want to die {WORD}", f"don't tell Dana {WORD}", "/answers", "/shared"),
    *("/change", f"less of {WORD}", "/agreement", f"{WORD}", "/export", "/name", f"{WORD}", "/unsay"),
)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    with small_bot(tmp_path) as made:
        yield made


def lived(whole: Whole) -> None:
    """Every way to write, while calls fail in every way and rows cannot be dealt with."""
    for code in (400, 403, 429, 500):
        whole.sim.fail("sendMessage", code=code, times=2, chat_id=CLIENT)
        for words in SAID:
            whole.sim.say(CLIENT, words)
            seconds(whole, 5)
        whole.sim.attach(CLIENT, WORD.encode(), f"{WORD}.md")
        whole.sim.attach(COACH, f"BEGIN:VCALENDAR\r\nSUMMARY:{WORD}\r\n".encode(), f"{WORD}.ics")
        whole.sim.attach(ADMIN, f"---\n{WORD}: [\n".encode(), f"{WORD}.md")
        whole.say(COACH, f"/note {WORD}")
        whole.say(COACH, "/digest")
        seconds(whole, 120)
    whole.tx(lambda tx: tx.db.execute("UPDATE reflections SET data = x'0102'"))
    whole.say(CLIENT, f"once more {WORD}")
    seconds(whole, 120)


def found(folder: Path) -> list[str]:
    """Where the word stands in the clear, in names and in files."""
    return [
        str(one)
        for one in folder.rglob("*")
        if WORD in one.name or (one.is_file() and WORD.encode() in one.read_bytes())
    ]


def test_no_planted_word_is_found_anywhere(whole: Whole, tmp_path: Path) -> None:
    """Neither in a log nor in a file, lived, backed up, erased, and restored; and what was erased opens nowhere."""
    config, folder = whole.house.config, tmp_path / "kept"
    with capture_logs() as logs:
        lived(whole)
        made = whole.run(whole.house.store.back_up(folder, whole.clock.now()))
        whole.run(tick.save(whole.house))
        assert WORD in str(whole.responses()) + str(whole.sim.texts(CLIENT))
        assert found(tmp_path) == []
        whole.say(CLIENT, "/erase")
        whole.tap(CLIENT, whole.sim.buttons(CLIENT)[0])
        seconds(whole, 60)
        assert whole.tx(lambda tx: tx.db.execute("SELECT id FROM clients WHERE id = 3000").fetchone()) is None
    assert logs
    assert WORD not in str(logs)
    assert found(tmp_path) == []
    whole.run(whole.bot.aclose())
    ring = vault.load(config.security.key_file)
    back = restore.restore(made.path, config.database.path, ring, whole.clock.now())
    assert (back.clients, back.erased) == (0, 1)
    assert found(tmp_path) == []
    assert [one.name for one in backup.files(folder)] == [made.path.name]
    whole.run(whole._start())
    left = whole.tx(lambda tx: [tx.db.execute(f"SELECT count(*) FROM {one}").fetchone()[0] for one in TABLES])  # noqa: S608
    assert left == [0] * len(TABLES)


TABLES = (
    "responses",
    "response_texts",
    "reflections",
    "notes",
    "goals",
    "change_requests",
    "digests",
    "told",
)
