"""What the tests of publishing share: a script in a few versions, people, and reflections with an outcome."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.core.talk.model import Answer, Context, Reflection
from bot.store import people, reflections, response_writes
from bot.store.db import Tx

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)

SCRIPT = """---
title: A small look
author: A. Name, coach
reviewed: 2026-11-21 by B. Name
basis: a look back keeps what matters
when: on demand
length: 2
---

# stayed
If you like, look back for a moment. There may be two questions.

What has stayed with you?

# carry
{{ thanks }}

What would you like to carry on, or leave where it is?

# close
{{ thanks }}

That is all for now.
"""


def edited(word: str) -> str:
    """The script with another last line."""
    return SCRIPT.replace("That is all for now.", f"That is all for now, {word}.")


def people_are_there(tx: Tx, *clients: int) -> None:
    """A coach and clients of theirs."""
    people.add_coach(tx, 100, now=NOW, state="active")
    for client in clients:
        people.add_client(tx, client, 100, now=NOW, state="active")


def reflection(
    tx: Tx,
    client: int = 7,
    occasion: str = "plan:1",
    *,
    script: str = "small-look",
    version: int = 1,
    state: str = "finished",
    fit: str = "",
    passed: tuple[str, ...] = (),
) -> int:
    """A reflection as it would be kept after its end (or in its middle, for ``open``)."""
    begun = Reflection(script, "en", version, Context("Dana"))
    row = reflections.add(tx, client, begun, occasion=occasion, now=NOW)
    assert row is not None
    for turn, step in enumerate(passed, 1):
        answer = Answer(step, turn, "What …?", passed=True)
        response_writes.keep(
            tx, client, row.id, answer, script=script, version=version, visibility="private", now=NOW
        )
    after = replace(begun, state=state)  # type: ignore[arg-type]
    reflections.save(tx, row.id, after, now=NOW, ended=state not in ("open", "snoozed", "holding"))
    if fit:
        reflections.set_fit(tx, row.id, fit)
    return row.id
