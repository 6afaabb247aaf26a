"""The doctor names what is wrong, and what to do about it."""

import asyncio
import json
import os
import socket
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot import vault
from bot.cli import doctor, main
from bot.config import Config
from bot.runtime import control_socket
from bot.simulator import Simulator
from bot.store import gauges, outbox, setback
from bot.store.db import Store, Tx

DATABASE = Path("data/interlude.db")


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A directory with nothing in it, and no settings in the environment."""
    for name in [name for name in os.environ if name.startswith("INTERLUDE_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def asked() -> tuple[int, str]:
    result = CliRunner().invoke(main.app, ["doctor"])
    return result.exit_code, result.output


def test_what_is_missing_is_named_with_its_setting() -> None:
    """Without any settings, each finding says which setting to fill in, by section and key."""
    code, said = asked()
    assert code == 1
    assert "[people] admins" in said
    assert "[telegram] token" in said
    assert "scripts without errors" in said


def test_a_folder_without_scripts_is_to_mend() -> None:
    """A folder that is named and holds no script is said, with its path."""
    Path("config.toml").write_text('[prompts]\npath = "mine"\n')
    assert "there are no scripts in mine" in asked()[1]


def test_a_language_without_a_safety_list_is_said() -> None:
    """A language of the scripts without a list is to mend, a list that cannot be used too; none is reviewed yet."""
    assert "are reviewed by nobody yet" in asked()[1]
    Path("config.toml").write_text('[prompts]\npath = "mine"\n')
    for language in ("nl", "en"):
        Path(f"mine/{language}").mkdir(parents=True)
        Path(f"mine/{language}/one.md").write_text("# One\n")
    Path("mine/en/safety.txt").write_text("nothing\n")
    said = " ".join(asked()[1].split())
    assert "there is no safety list in nl: words that need a person are not noticed" in said
    assert "mine/en/safety.txt cannot be used" in said
    Path("mine/en/safety.txt").write_bytes(b"\xff")
    assert "it cannot be read (UnicodeDecodeError)" in " ".join(asked()[1].split())


def test_a_key_file_that_others_can_read_is_to_mend() -> None:
    """Rights that are too wide are found, with the command that mends them."""
    key = Path("data/interlude.key")
    vault.make(key)
    assert "data/interlude.key is there and private" in asked()[1]
    key.chmod(0o644)
    assert "chmod 600 data/interlude.key" in asked()[1]


def test_settings_that_others_can_read_are_to_mend() -> None:
    """The settings hold the token: that others can read them is said, with the command that mends it."""
    Path("config.toml").write_text("")
    Path("config.toml").chmod(0o640)
    assert "chmod 600 config.toml" in asked()[1]
    Path("config.toml").chmod(0o600)
    assert "config.toml is there and private" in asked()[1]


def test_it_answers_while_everybody_else_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bot that hangs and a Telegram that takes calls and never answers are said within five seconds."""
    with socket.socket(socket.AF_UNIX) as bot, socket.socket() as telegram:
        path = control_socket.socket_path(Path("data/interlude.db"))
        path.parent.mkdir(parents=True, exist_ok=True)
        bot.bind(str(path))
        bot.listen()
        telegram.bind(("127.0.0.1", 0))
        telegram.listen()
        url = f"http://127.0.0.1:{telegram.getsockname()[1]}"
        Path("config.toml").write_text(f'[telegram]\ntoken = "1:a"\napi_url = "{url}"\n')
        began = time.monotonic()
        said = asked()[1]
    assert time.monotonic() - began < 5
    assert "The bot runs but did not reply" in said
    assert "Telegram does not answer" in said


async def test_an_address_that_telegram_does_not_know_is_to_mend() -> None:
    """In the mode webhook: none set and another one are to mend, ours is well; when asking, any is to mend."""
    async with Simulator() as sim:

        async def told(mode: str) -> tuple[bool, str]:
            telegram = {"token": sim.token, "api_url": sim.api_url, "mode": mode}
            hook = {"url": "https://bot.example.org/hook"}
            _, token = await doctor._asked(Config.model_validate({"telegram": telegram, "webhook": hook}))
            return token.well, token.what

        assert (await told("polling"))[0]
        assert not (await told("webhook"))[0]
        sim.call("setWebhook", url="https://other.example.org/hook")
        assert "another address" in (await told("webhook"))[1]
        sim.call("setWebhook", url="https://bot.example.org/hook")
        assert (await told("webhook"))[0]
        assert "a webhook is set" in (await told("polling"))[1]


def test_a_program_can_read_all_of_it() -> None:
    """--json is one object: whether all is well, each finding with matter and remedy; the same exit code."""
    plain, told = asked(), CliRunner().invoke(main.app, ["doctor", "--json"])
    said = json.loads(told.output)
    assert (plain[0], told.exit_code, said["well"]) == (1, 1, False)
    assert {one["matter"] for one in said["findings"]} >= {
        "people",
        "keys",
        "scripts",
        "database",
        "telegram",
    }
    for one in said["findings"]:
        assert one["what"].split(" ")[0] in plain[1]
        assert one["well"] or one["remedy"]


def test_what_waits_too_long_is_to_mend() -> None:
    """An update or a reply that lies for more than ten minutes is said with since when; a fresh one is not."""
    now = datetime.now(UTC)
    empty = (gauges.Fill(0, None),) * gauges.LANES

    def said(inbox: datetime | None, reply: datetime | None) -> list[str]:
        lanes = (empty[0], gauges.Fill(1, reply), *empty[2:])
        counted = gauges.Gauges(gauges.Fill(1, inbox), lanes, {}, None, {})
        return [one.what.split(" since")[0] for one in doctor._waiting(counted)]

    assert said(now, now) == said(None, None) == []
    assert said(now - timedelta(minutes=11), None) == ["an update waits"]
    assert said(None, now - timedelta(minutes=11)) == ["a reply waits to be sent"]


def test_a_house_that_was_not_begun_is_to_mend() -> None:
    """Without key and database it is said that `interlude init` makes them; a lost key is another matter."""
    said = asked()[1]
    assert "there is no database data/interlude.db" in said
    assert said.count("`interlude init` makes it") == 2
    Path("data").mkdir()
    Path("data/interlude.db").touch()
    assert "data/interlude.key is missing" in asked()[1]


def test_a_database_that_is_gone_is_put_back_before_a_new_one_is_made() -> None:
    """Where a key is, there was a bot: the first remedy is its database, not an empty one."""
    Path("data").mkdir()
    Path("data/interlude.key").write_text("1 " + "a" * 64)
    said = " ".join(asked()[1].split())
    assert said.index("put it back, mend [database] path") < said.index("`interlude init` makes a first one")


def _in_database(*doing: Callable[[Tx], Any]) -> None:
    """Each as a transaction of its own, in the database that the doctor looks at."""

    async def done() -> None:
        async with Store.open(DATABASE, vault.load(Path("data/interlude.key"))) as store:
            for one in doing:
                await store.run(one)

    asyncio.run(done())


def test_what_could_not_be_sent_is_counted() -> None:
    """Messages over which the program failed so often that they were set aside are said, and where to look."""
    vault.make(Path("data/interlude.key"))
    now = datetime(2026, 3, 2, 10, tzinfo=UTC)
    _in_database(lambda tx: outbox.add(tx, "a", 7, outbox.REPLY, "sendMessage", {"text": "planted"}, now))
    assert "were set aside" not in asked()[1]
    _in_database(lambda tx: setback.fail(tx, 1, "KeyError at send.py:1", now, tries=1))
    code, said = asked()
    assert (code, "1 messages could not be sent and were set aside" in said) == (1, True)
    assert "/aside" in said
    assert "planted" not in said


def test_a_log_that_an_erasure_could_not_empty_is_said_until_it_is() -> None:
    """While another program reads, what was erased lies in the log on disk; the doctor says since when."""
    vault.make(Path("data/interlude.key"))
    _in_database(lambda tx: tx.seal(7, "a", "words"))
    with closing(sqlite3.connect(DATABASE)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM keys").fetchone()
        _in_database(lambda tx: tx.forget(7))
        code, said = asked()
        assert (code, "still lies, sealed, in data/interlude.db-wal" in said) == (1, True)
        assert "end it" in said
    _in_database()
    assert "still lies" not in asked()[1]


def test_data_keys_that_no_longer_open_are_counted() -> None:
    """A key that was damaged, cut short or put into another's row is said by number; whole ones are not."""
    vault.make(Path("data/interlude.key"))
    for owner in (7, 8, 9, 10):
        _in_database(partial(Tx.seal, owner=owner, place="a", words="words"))
    assert "no longer open" not in asked()[1]
    with closing(sqlite3.connect(DATABASE)) as other, other:
        other.execute("UPDATE keys SET wrapped = (SELECT wrapped FROM keys WHERE owner = 8) WHERE owner = 7")
    assert "1 data key no longer opens" in asked()[1]
    with closing(sqlite3.connect(DATABASE)) as other, other:
        other.execute("UPDATE keys SET wrapped = substr(wrapped, 1, 20) WHERE owner = 9")
    code, said = asked()
    assert (code, "2 data keys no longer open" in said) == (1, True)
    assert "restore a backup" in said
