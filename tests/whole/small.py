"""A house with one small script, so that a fault is met in a fraction of a second; and what tests ask of it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from whole import CLIENT, Practice, Whole, sharing, whole_bot

from bot.simulator.calls import LoggedCall
from bot.store import outbox, people, scripts
from bot.store.db import Tx
from bot.store.people import Client

ROOT = Path(__file__).parents[2]

WEEK = """---
title: The week
author: The testers, makers of this bot
reviewed: 2026-11-21 by a tester
basis: none, it is for tests
when: on demand
length: 2
---

# word
How has the week been, in a few words?

→ more

# more
What else is there to say of it?

# close
That is all for today.
"""

Rows = list[tuple[Any, ...]]


def one_of(language: str, folder: Path) -> Path:
    """A folder with one script of a language that nobody here reads: a bot without any script does not start."""
    page = folder / "elsewhere" / language / "look-back.md"
    page.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "prompts" / language / page.name, page)
    return folder / "elsewhere"


@contextmanager
def small_bot(folder: Path, practice: Practice | None = None, **more: Any) -> Iterator[Whole]:
    """A bot with the small script, a coach and a client who shares; ``practice`` begins with ``small``."""
    with whole_bot(folder, practice=practice or small, prompts=one_of("de", folder), **more) as made:
        yield made


def small(whole: Whole) -> None:
    """The small script, a coach and a client who shares."""
    at = whole.clock.now()
    whole.tx(partial(scripts.publish, script="week", language="en", source=WEEK, author="a test", now=at))
    sharing(whole)


def me(whole: Whole, client: int = CLIENT) -> Client:
    """The client as the database has them."""
    found = whole.tx(partial(people.client, client_id=client))
    assert isinstance(found, Client)
    return found


def calls(whole: Whole, chat: int, since: int = 0) -> list[LoggedCall]:
    """The messages that the bot tried to send into a chat, from a place in the call log on."""
    return [one for one in whole.sim.core.log[since:] if one.method == "sendMessage" and one.chat_id == chat]


def here(whole: Whole) -> int:
    """The place in the call log where we are."""
    return len(whole.sim.core.log)


def counts(whole: Whole) -> outbox.OutboxCounts:
    """The rows of the outbox by what became of them."""
    found = whole.tx(outbox.counts)
    assert isinstance(found, outbox.OutboxCounts)
    return found


def rows(whole: Whole, sql: str, **values: Any) -> Rows:
    """Rows of the database as they lie there."""

    def read(tx: Tx) -> Rows:
        return [tuple(row) for row in tx.db.execute(sql, values)]

    found: Rows = whole.tx(read)
    return found


def seconds(whole: Whole, number: float) -> None:
    """Let so many seconds pass."""
    whole.until(whole.clock.now() + timedelta(seconds=number))


def kept(whole: Whole, client: int = CLIENT) -> list[str]:
    """Every text that is kept of a client, in the order of the responses."""
    return [text.words for one in whole.responses(client) for text in one.texts]
