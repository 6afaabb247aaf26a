"""``interlude digest``: text, page and JSON of what is shared, without telling it to anybody."""

import asyncio
import json
from pathlib import Path

from test_told import CLIENT, COACH, Practice
from typer.testing import CliRunner

from bot.cli.main import app
from bot.store.db import Store, Tx
from bot.vault import load, make


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
            if file.suffix != ".png"
        }
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
