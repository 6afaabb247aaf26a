"""A fuzzer over updates: any JSON may come from Telegram; nothing is lost, nobody else's chat is disturbed.

A few seconds here, `make fuzz` goes on for ten minutes.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from posting import OTHERS, WORDS, Json, Post
from small import kept, rows, small_bot
from structlog.testing import capture_logs
from whole import ADMIN, CLIENT, COACH, Whole

from bot.runtime import receive
from bot.store import inbox

pytestmark = pytest.mark.unmeasured

SECONDS = float(os.environ.get("FUZZ_SECONDS", "8"))
"""How long it looks for something that breaks; every example until then is checked."""

FUZZED = 60_000
PLANTED = "quxwort"
"""Stands in every text that is made up: no log may show it."""

KNOWN = (
    *(
        "message",
        "edited_message",
        "callback_query",
        "my_chat_member",
        "message_reaction",
        "new_reaction",
        "chat",
        "from",
        "id",
        "text",
        "date",
    ),
    *("entities", "caption", "document", "photo", "voice", "data", "reply_to_message", "poll", "contact"),
)

text = st.text(max_size=40).map(lambda said: f"{said} {PLANTED}")
number = st.one_of(st.integers(), st.sampled_from([0, -1, 2**31, 2**53, 2**63, -(2**63) - 1, 10**40]))
leaf = st.one_of(st.none(), st.booleans(), number, st.floats(), text, st.just(""), st.just("\ud800 \x00"))
name = st.one_of(
    st.sampled_from(KNOWN),
    st.text(max_size=8),
)
anything = st.recursive(
    leaf,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(name, inner, max_size=5)),
    max_leaves=12,
)


def places(body: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place within a body."""
    inside = body.items() if isinstance(body, dict) else enumerate(body) if isinstance(body, list) else ()
    for key, value in inside:
        yield (*path, key)
        yield from places(value, (*path, key))


def spoiled(body: Json, path: tuple[Any, ...], value: Any) -> Json:
    """A copy in which something else stands at a place, or nothing."""
    copy = json.loads(json.dumps(body))
    at = copy
    for key in path[:-1]:
        at = at[key]
    if value is ...:
        del at[path[-1]]
    else:
        at[path[-1]] = value
    return dict(copy)


@st.composite
def nearly(draw: st.DrawFn, whole: Whole) -> Json:
    """An update of a kind that a person can cause, with up to three things in it that are something else."""
    post = Post(whole, FUZZED)
    update = {**WORDS, **OTHERS}[draw(st.sampled_from(sorted({**WORDS, **OTHERS})))](post)
    for _ in range(draw(st.integers(1, 3))):
        found = list(places(update))
        value = draw(st.one_of(st.just(...), anything))
        update = spoiled(update, draw(st.sampled_from(found)), value) if found else update
    return update


def names(body: Any, chats: set[int]) -> bool:
    """Whether one of these chats is named anywhere: then it is no stranger's update."""
    if isinstance(body, (dict, list)):
        return any(names(one, chats) for one in (body.values() if isinstance(body, dict) else body))
    return isinstance(body, (int, float)) and body in chats


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    with small_bot(tmp_path) as made:
        made.person("Eve", FUZZED)
        yield made


def others(whole: Whole) -> Any:
    """What the others have, and all that was said to them."""
    tables = ("clients", "responses", "response_texts", "reflections", "coaches", "goals", "consents")
    held = [rows(whole, f"SELECT * FROM {table}") for table in tables]  # noqa: S608 - our own names
    return held, whole.sim.texts(CLIENT), whole.sim.texts(COACH)


def came(whole: Whole, batch: list[Any]) -> None:
    """A batch as Telegram's answer to one request, and all that follows."""
    whole.run(receive._keep(whole.house, batch, 0))
    whole.house.ring()
    whole.run(whole.world.settle())
    whole.pause(40)  # the tries of a row that cannot be dealt with


def test_any_json_is_kept_and_disturbs_nobody(whole: Whole) -> None:
    """Each update of any batch is a row, done or set aside with its place; others have and read what they had."""
    before, end, seen = others(whole), monotonic() + SECONDS, [0]

    @settings(max_examples=20, database=None, suppress_health_check=list(HealthCheck))
    @given(batch=st.lists(st.one_of(nearly(whole), anything), min_size=1, max_size=4))
    def fuzzed(batch: list[Any]) -> None:
        if names(batch, {CLIENT, COACH, ADMIN}):
            return
        seen[0] += 1
        whole.tx(lambda tx: tx.db.execute("DELETE FROM inbox"))
        with capture_logs() as logs:
            came(whole, batch)
        assert PLANTED not in str(logs)
        dicts = [one for one in batch if isinstance(one, dict)]
        states = [state for (state,) in rows(whole, "SELECT state FROM inbox WHERE kind = 'update'")]
        assert set(states) <= {inbox.DONE, inbox.DEAD}
        assert len(states) >= len({json.dumps(one) for one in dicts})
        assert not whole.house.stop.is_set(), whole.house.fault
        assert others(whole) == before

    while monotonic() < end:
        fuzzed()
    assert seen[0] > 5
    assert PLANTED not in str(whole.sim.texts(ADMIN))
    whole.say(CLIENT, "my own words")
    assert kept(whole) == ["my own words"]


@pytest.mark.parametrize("depth", [100, 900, 5_000])
def test_an_update_that_is_nested_deep_stops_nobody(whole: Whole, depth: int) -> None:
    """However deep: it is set aside, what came with it is kept, and the bot goes on."""
    nested: Any = 1
    for _ in range(depth):
        nested = [nested]
    came(
        whole,
        [{"update_id": 1, "message": nested}, {"update_id": 2, **Post(whole, CLIENT).message(text="mine")}],
    )
    assert kept(whole) == ["mine"]
    assert rows(whole, "SELECT key FROM inbox WHERE state = 9") == [("u:1",)]
    assert not whole.house.stop.is_set()


@pytest.mark.parametrize("chat", [FUZZED, CLIENT])
def test_an_update_of_any_size_keeps_nobody_waiting(whole: Whole, chat: int) -> None:
    """Words a hundred times as long as Telegram's longest: kept whole if a client's; others are answered."""
    long = "a word and so " * 30_000
    came(whole, [{"update_id": 1, **Post(whole, chat).message(text=long)}])
    assert [one.strip() for one in kept(whole)] == ([long.strip()] if chat == CLIENT else [])
    assert whole.say(COACH, "/clients")
