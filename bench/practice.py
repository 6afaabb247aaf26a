"""A database as ours has it after some time: a coach, clients with talks behind them, and one open with each."""

from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from bot import vault
from bot.config import Config
from bot.core.talk.model import Answer, Context, Reflection
from bot.people import opening, reflecting
from bot.people.turn import Turn
from bot.store import begun, outbox, people, reflections, response_writes, scripts
from bot.store.db import Store, Tx
from bot.store.instants import to_micros

HEADER = """---
title: {title}
author: The Interlude developers, makers of this bot
reviewed: 2026-11-21 by the Interlude developers, not yet by a coach
basis: nothing; it is for measuring
when: on demand
length: {length}
date: 2026-11-21
---
"""
OPEN = HEADER.format(title="One open question", length=1) + "\n# what\nWhat stayed with you?\n"
SCALES = HEADER.format(title="Many scales", length=12) + "".join(
    f"\n# s{number}\nHow is it now, number {number}, from 1 to 5?\n\n- 1 to 5: hardly … fully\n"
    for number in range(12)
)


def config(folder: Path, url: str) -> Config:
    """Settings as they come, all files in this folder."""
    return Config.model_validate(
        {
            "telegram": {"token": "1:bench", "api_url": url},
            "database": {"path": folder / "bench.db"},
            "security": {"key_file": folder / "bench.key"},
            "prompts": {"path": folder / "prompts"},
        }
    )


async def make(folder: Path, clients: int, talks: int, script: str, apart: int = 2) -> None:
    """The database, with so many clients of so many talks, each in the middle of ``script``: open or scales.

    ``apart``: the days from one talk to the next.
    """
    settings = config(folder, "http://127.0.0.1:1")
    (folder / "prompts" / "en").mkdir(parents=True)
    (folder / "prompts" / "en" / "open.md").write_text(OPEN)
    (folder / "prompts" / "en" / "scales.md").write_text(SCALES)
    keys = vault.load_or_make(settings.security.key_file, fresh=True)
    now = datetime.now(UTC)
    async with Store.open(settings.database.path, keys) as store:
        await store.run(partial(people.add_coach, coach_id=1, now=now, state="active"))
        for number in range(clients):
            await store.run(partial(_past, client_id=100 + number, talks=talks, now=now, apart=apart))
        await store.run(partial(_publish, settings=settings, now=now - timedelta(hours=1)))
        for number in range(clients):
            await store.run(partial(_open, settings=settings, client_id=100 + number, script=script, now=now))


async def anew(folder: Path, clients: int, script: str) -> None:
    """The first so many clients are in the middle of another script."""
    settings = config(folder, "http://127.0.0.1:1")
    keys, now = vault.load_or_make(settings.security.key_file, fresh=False), datetime.now(UTC)
    async with Store.open(settings.database.path, keys) as store:
        for number in range(100, 100 + clients):
            await store.run(partial(_ended, client_id=number, now=now))
            await store.run(
                partial(_open, settings=settings, client_id=number, script=script, now=now, time="2")
            )


def _ended(tx: Tx, client_id: int, now: datetime) -> None:
    tx.db.execute(
        "UPDATE reflections SET state = 'finished', ended_at = :now WHERE ended_at IS NULL AND client_id = :id",
        {"id": client_id, "now": to_micros(now)},
    )


def _publish(tx: Tx, settings: Config, now: datetime) -> None:
    """The scripts as they stand: nobody lints what is only for measuring."""
    for name, source in (("open", OPEN), ("scales", SCALES)):
        scripts.publish(tx, name, "en", source, author="bench", now=now)
    opening.open_up(tx, settings, "bench_bot", now)


def _past(tx: Tx, client_id: int, talks: int, now: datetime, apart: int) -> None:
    """A client and their talks so far, one every few days, each with three answers."""
    since = now - timedelta(days=apart * talks + 1)
    people.add_client(tx, client_id, 1, now=since, state="active")
    people.change_client(
        tx, client_id, name="Bo", zone="Europe/Berlin", visibility="session", reactions=False
    )  # no sign under each message: the peers say nothing either
    for number in range(talks):
        at = since + timedelta(days=apart * number)
        _talk(tx, client_id, f"week:{number}", at)
        people.heard(tx, client_id, at)  # else the first word of all would be one of somebody who comes back


def _talk(tx: Tx, client_id: int, occasion: str, at: datetime) -> None:
    answers = tuple(
        Answer(f"s{turn}", turn, "What stayed?", ("It was a good talk.",), (3 * turn,)) for turn in (1, 2, 3)
    )
    talk = Reflection("open", "en", 1, Context("Coach"), "s3", 3, "finished", answers)
    row = reflections.add(tx, client_id, talk, occasion=occasion, now=at)
    if row is None:
        return
    begun.add(tx, client_id, occasion, script="open", at=at, outcome=begun.SENT, why="")
    reflections.save(tx, row.id, talk, now=at, ended=True)
    for answer in answers:
        _shown(tx, client_id, row.id, answer.question, at)
        kept = response_writes.keep(
            tx, client_id, row.id, answer, script="open", version=1, visibility="session", now=at
        )
        message = row.id * 10 + answer.question
        response_writes.add_text(tx, kept, client_id, message, answer.texts[0], now=at)


def _shown(tx: Tx, client_id: int, reflection: int, turn: int, at: datetime) -> None:
    params = {"chat_id": client_id, "text": "What stayed?"}
    key = f"past:{reflection}:{turn}"
    outbox.add(
        tx, key, client_id, outbox.PROMPT, "sendMessage", params, at,
        reflection_id=reflection, question=turn, purpose="prompt",
    )  # fmt: skip
    row = tx.db.execute("SELECT id FROM outbox WHERE key = :key", {"key": key}).fetchone()
    outbox.sent(tx, row["id"], turn, at)


def _open(tx: Tx, settings: Config, client_id: int, script: str, now: datetime, time: str = "") -> None:
    """Begin a talk, and take its prompt for sent."""
    client = people.client(tx, client_id)
    if client is None:
        raise LookupError("no such client")
    turn = Turn(
        tx, now, -int(f"{client_id}{time}"), settings, "bench_bot"
    )  # the row names the messages, so one of its own
    reflecting.begin(turn, client, script, f"demand:bench{time}:{client_id}")
    rows = tx.db.execute("SELECT id FROM outbox WHERE state = 0 AND chat_id = :id", {"id": client_id})
    for row in rows.fetchall():
        outbox.sent(tx, row["id"], 9, now - timedelta(minutes=1))
