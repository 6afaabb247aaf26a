"""``interlude digest``: text, page and JSON of what is shared, without telling it to anybody."""

import asyncio
import json
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

from test_told import CLIENT, COACH, Practice
from typer.testing import CliRunner

from bot.cli import digest_files
from bot.cli.main import app
from bot.config import Config
from bot.people.coach import digesting
from bot.store import audit, goals, memo, replies
from bot.store.db import Store, Tx
from bot.vault import Vault, load, make


def test_the_files_hold_what_is_shared_and_tell_nothing(tmp_path: Path) -> None:
    """Each set has the new words in text and page and their ids in the JSON; the next digest still has them."""
    key, database = tmp_path / "a.key", tmp_path / "a.db"
    make(key)

    def fill(tx: Tx) -> None:
        practice = Practice(tx)
        practice.begin()
        practice.answer("session")
        practice.answer("private")
        practice.digest()
        practice.arrive()
        practice.answer("session")

    async def filled() -> None:
        async with Store.open(database, load(key)) as store:
            await store.run(fill)

    asyncio.run(filled())
    settings = tmp_path / "config.toml"
    settings.write_text(f'[database]\npath = "{database}"\n[security]\nkey_file = "{key}"\n')
    common = ["digest", "--config", str(settings), "--coach", str(COACH)]
    for folder, more, words in (
        ("new", [], {"word3x"}),
        ("days", ["--from", "2026-11-20", "--to", "2026-11-23"], {"word1x", "word3x"}),
    ):
        made = CliRunner().invoke(app, [*common, *more, "--out", str(tmp_path / folder)])
        assert made.exit_code == 0, made.output
        files = {
            file.suffix: file.read_text("utf-8")
            for file in (tmp_path / folder).iterdir()
            if file.suffix not in (".png", ".pdf")
        }
        assert [file.read_bytes()[:5] for file in (tmp_path / folder).glob("*.pdf")] == [b"%PDF-"]
        assert set(files) == {".txt", ".html", ".json"}
        for text in files.values():
            assert {word for word in ("word1x", "word2x", "word3x") if word in text} == words
        ids = {answer["id"] for talk in json.loads(files[".json"])["talks"] for answer in talk["answers"]}
        assert len(ids) == len(words)
    again = CliRunner().invoke(app, [*common, "--client", str(CLIENT + 1), "--out", str(tmp_path / "none")])
    assert again.exit_code == 1
    named = CliRunner().invoke(app, [*common, "--client", "ada", "--out", str(tmp_path / "named")])
    assert named.exit_code == 0, named.output
    wrong = CliRunner().invoke(app, [*common, "--client", "Adda", "--out", str(tmp_path / "none")])
    assert wrong.exit_code == 1
    assert f"the coach {COACH} has no client Adda; the nearest: Ada" in " ".join(wrong.output.split())
    elsewhere = [*common[:-1], "999999", "--out", str(tmp_path / "none")]
    nobody = CliRunner().invoke(app, elsewhere)
    assert nobody.exit_code == 1
    assert f"no coach with the Telegram id 999999; there are {COACH}." in " ".join(nobody.output.split())


# ---- what it costs ------------------------------------------------------------------------------

MOST = 20
"""Statements of one digest, sent or written, the most there may be. To be lowered, and not to be raised."""


def beset(practice: Practice, days: int) -> None:
    """Weeks of a client with taps under what the coach gave back, and goals that one side has not confirmed."""
    tx, t = practice.tx, practice.now
    for _ in range(3):
        number = replies.add(tx, "understood", CLIENT, COACH, digest=None, words="so", now=t, after=t)
        replies.go(tx, number, t, "carried")
        given = replies.get(tx, number)
        assert given is not None
        replies.answer(tx, given, "partly", t)
    goals.add(tx, CLIENT, COACH, [("To say no", "once a day")], t, by_coach=True, session=0)
    for _ in range(days):
        practice.answer("session")
        practice.now += timedelta(days=1)


def statements(tx: Tx, deed: Callable[[], object]) -> int:
    """How many statements a thing takes that begins a transaction."""
    told = list[str]()
    assert isinstance(tx.db, memo.Connection)
    tx.db.begin()  # what a transaction before has read is not known any more
    tx.db.set_trace_callback(told.append)
    deed()
    tx.db.set_trace_callback(None)
    return len(told)


def test_a_digest_costs_so_many_statements(tmp_path: Path) -> None:
    """Of 3 weeks or 30, a digest costs the same: no more than are allowed, and one where there are taps to tell."""

    def cost(tx: Tx) -> list[int]:
        practice, made = Practice(tx), list[int]()
        practice.begin()
        audit.add(tx, COACH, "coach joined", practice.now)  # what is read once in a process's life was read
        for days, extra in ((21, 0), (210, 0), (21, 1)):
            if extra:
                beset(practice, days)
            for _ in range(0 if extra else days):
                practice.answer("session")
                practice.now += timedelta(days=1)
            asked = (tx, Config(), COACH, CLIENT, None, None, practice.now)
            made.append(statements(tx, partial(digest_files._digest, *asked)))
            made.append(statements(tx, partial(digesting.weekly, practice.turn(), COACH, CLIENT)) - extra)
            practice.arrive()
        return made

    async def filled() -> list[int]:
        async with Store.open(tmp_path / "a.db", Vault({1: bytes(32)})) as store:
            return await store.run(cost)

    made = asyncio.run(filled())
    assert max(made) <= MOST, made
