"""What an answer costs the database, counted: it cannot grow unseen."""

import asyncio
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from bench import practice
from bot import vault
from bot.people import library, router
from bot.people.turn import Turn
from bot.store import dialogues, holidays, outbox, people, reflections, sessions
from bot.store import standing as known_closed
from bot.store.db import Store, Tx

MOST = 10
"""Statements of one answer, the most there may be. To be lowered whenever it can be, and not to be raised."""


async def counted(folder: Path, talks: int, script: str, messages: int, shown: bool = False) -> list[int]:
    """The statements of each of so many messages of one client, five seconds apart, as answers to a prompt.

    ``shown``: what the bot says to one is seen before the next, which then answers it.
    """
    await practice.make(folder, 1, talks, script)
    settings = practice.config(folder, "http://127.0.0.1:1")
    keys = vault.load_or_make(settings.security.key_file, fresh=False)

    def answer(tx: Tx, number: int) -> int:
        now, told = datetime.now(UTC) + timedelta(seconds=5 * number), list[str]()
        person = {"id": 100, "is_bot": False, "first_name": "Bo", "language_code": "en"}
        chat = {"id": 100, "type": "private", "first_name": "Bo"}
        message = {
            "message_id": 5000 + 10 * number,
            "from": person,
            "chat": chat,
            "date": int(now.timestamp()),
            "text": "3",
        }
        tx.db.set_trace_callback(told.append)
        turn = Turn(tx, now, 1000 + number, settings, "bench_bot")
        router.take(turn, "update", 100, {"update_id": number, "message": message})
        tx.db.set_trace_callback(None)
        known = standing(tx)
        Tx(tx.db, keys, 0)  # as another transaction sees it
        assert standing(tx) == known
        waiting = tx.db.execute("SELECT id FROM outbox WHERE state = 0 AND method = 'sendMessage'").fetchall()
        for row in waiting if shown else ():
            outbox.sent(tx, row["id"], 5001 + 10 * number, now)
        return len(told)

    async with Store.open(settings.database.path, keys) as store:
        return [await store.run(partial(answer, number=number)) for number in range(messages)]


NEXT = 16
"""Statements of an answer that is whole at once, and after which the next question is shown: likewise."""


def standing(tx: Tx) -> tuple[object, ...]:
    """What is read once in a turn, as the turn knows it."""
    talks = tuple(reflections.near(tx, 100))
    return (
        people.client(tx, 100),
        people.coach(tx, 1),
        dialogues.get(tx, 100),
        reflections.open_of(tx, 100),
        talks,
        holidays.of(tx, 1),
        sessions.of_client(tx, 100),
        known_closed.readable(tx, 1),
    )


@pytest.mark.parametrize("script", ["open", "scales"])
def test_an_answer_costs_so_many_statements(tmp_path: Path, script: str) -> None:
    """An answer costs no more than was reached, the first alone more; its tenth message as much as its second."""
    first, *others = asyncio.run(counted(tmp_path, 1, script, 10))
    assert max(others) <= MOST
    assert first <= MOST + 22  # what is due is worked out for the first time
    assert max(others) - min(others) <= 3


def test_an_answer_with_its_next_question_costs_so_many_statements(tmp_path: Path) -> None:
    """A scale is whole with one answer, and the next question costs no more than was reached."""
    _, *others = asyncio.run(counted(tmp_path, 1, "scales", 6, shown=True))
    assert max(others) <= NEXT


@pytest.mark.parametrize("script", ["open", "scales"])
def test_an_answer_costs_the_same_after_a_hundred_talks(tmp_path: Path, script: str) -> None:
    """A client's past costs no statement."""
    few, many = (tmp_path / "few", tmp_path / "many")
    for folder in (few, many):
        folder.mkdir()
    assert asyncio.run(counted(few, 1, script, 3)) == asyncio.run(counted(many, 100, script, 3))


def test_the_scripts_on_offer_cost_one_statement(tmp_path: Path) -> None:
    """However many scripts are live, they are read by one statement."""

    def read(tx: Tx) -> tuple[int, int]:
        told = list[str]()
        tx.db.set_trace_callback(told.append)
        found = library.all_live(tx, "en")
        tx.db.set_trace_callback(None)
        return len(found), len(told)

    async def looked() -> tuple[int, int]:
        await practice.make(tmp_path, 1, 1, "open")
        settings = practice.config(tmp_path, "http://127.0.0.1:1")
        keys = vault.load_or_make(settings.security.key_file, fresh=False)
        async with Store.open(settings.database.path, keys) as store:
            return await store.run(read)

    live, statements = asyncio.run(looked())
    assert live > 1
    assert statements == 1
