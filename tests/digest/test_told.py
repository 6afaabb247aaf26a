"""Told once: each shared message reaches the coach in one digest, brief or line, and never in two."""

import asyncio
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from blank import blank, ring
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.config import Config
from bot.core.script.parser import parse
from bot.core.talk.model import Answer, Context, Reflection
from bot.people import at_once
from bot.people.coach import digesting
from bot.people.turn import Turn
from bot.render import text
from bot.store import maintenance, outbox, people, reflections, response_writes, responses, scripts
from bot.store.db import Store, Tx

T = TypeVar("T")

COACH, CLIENT = 2000, 3000
NOW = datetime(2026, 11, 22, 16, 0, tzinfo=UTC)
ZONES = ("Europe/Berlin", "Asia/Kathmandu", "Pacific/Apia", "America/Los_Angeles")
SOURCE = """---
title: Title
author: A. Test, tester
reviewed: 2026-11-21 by a test
basis: none
when: on demand
length: 2
tags: [week]
---

# stayed
If you like: what has stayed with you?

# carry
What would you like to carry?
"""
WORD = re.compile(r"word\d+x")


@dataclass
class Practice:
    """A coach, a client, and a Telegram that takes what it is given or refuses it for good."""

    tx: Tx
    now: datetime = NOW
    count: int = 0
    row: int = 0
    seen: Counter[str] = field(default_factory=Counter)  # words in what arrived, by how many calls
    last: dict[int, str] = field(default_factory=dict)  # the latest words of each message
    first: dict[int, int] = field(default_factory=dict)  # message -> response

    def begin(self) -> None:
        people.add_coach(self.tx, COACH, now=self.now, state="active")
        people.change_coach(self.tx, COACH, name="Dana", zone="Europe/Berlin")
        people.add_client(self.tx, CLIENT, COACH, now=self.now, state="active")
        people.change_client(self.tx, CLIENT, name="Ada", zone="Europe/Berlin")
        assert parse(SOURCE, "week.md")[0] is not None
        scripts.publish(self.tx, "week", "en", SOURCE, author="a test", now=self.now)

    def word(self) -> str:
        self.count += 1
        return f"word{self.count}x"

    def turn(self) -> Turn:
        self.row += 1
        return Turn(self.tx, self.now, self.row, Config(), "bot", own={COACH})

    # ---- what a client does --------------------------------------------------------------------

    def answer(self, visibility: str, note: bool = False) -> None:
        words, message = self.word(), 100 + self.count
        if note:
            response_writes.note(self.tx, CLIENT, message, words, visibility=visibility, now=self.now)
            found = responses.of_message(self.tx, CLIENT, message)
            assert found is not None
            kept = found.id
        else:
            made = reflections.add(
                self.tx,
                CLIENT,
                Reflection("week", "en", 1, Context("Dana"), state="finished"),
                occasion=f"midway:{message}",
                now=self.now,
            )
            assert made is not None
            answer = Answer("stayed", 1, "What has stayed with you?")
            kept = response_writes.keep(
                self.tx,
                CLIENT,
                made.id,
                answer,
                script="week",
                version=1,
                visibility=visibility,
                now=self.now,
            )
            response_writes.add_text(self.tx, kept, CLIENT, message, words, now=self.now)
        self.last[message], self.first[message] = words, kept

    def more(self, which: int) -> None:
        if self.first:
            words, kept = self.word(), list(self.first.values())[which % len(self.first)]
            message = 100 + self.count
            response_writes.add_text(self.tx, kept, CLIENT, message, words, now=self.now)
            self.last[message], self.first[message] = words, kept

    def edit(self, which: int) -> None:
        if self.last:
            message, words = list(self.last)[which % len(self.last)], self.word()
            response_writes.edit(self.tx, CLIENT, message, words, now=self.now, edit_key=f"e{self.count}")
            self.last[message] = words

    def show(self, which: int, visibility: str) -> None:
        if self.first:
            kept = list(self.first.values())[which % len(self.first)]
            response_writes.set_visibility(self.tx, kept, visibility)

    def tell(self, which: int) -> None:
        if self.first:
            kept = responses.get(self.tx, list(self.first.values())[which % len(self.first)])
            client = people.client(self.tx, CLIENT)
            assert kept is not None
            assert client is not None
            if kept.visibility != "now":
                response_writes.set_visibility(self.tx, kept.id, "now")
                at_once.tell(self.turn(), client, (kept,))

    # ---- what happens to the coach -------------------------------------------------------------

    def digest(self) -> None:
        coach, client = people.coach(self.tx, COACH), people.client(self.tx, CLIENT)
        assert coach is not None
        assert client is not None
        digesting.make(self.turn(), coach, client)

    def zone(self, which: int) -> None:
        people.change_coach(self.tx, COACH, zone=ZONES[which % len(ZONES)])

    def time(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    def night(self) -> None:
        maintenance.clean(self.tx, self.now)

    def refuse(self) -> None:
        for row in outbox.take(self.tx, self.now, 50):
            outbox.refused(self.tx, row.id, "400")

    def block(self) -> None:
        outbox.blocked(self.tx, COACH, "403")

    def sent(self) -> list[str]:
        """The texts that wait, sent."""
        found = []
        while rows := outbox.take(self.tx, self.now, 9):
            found += [str(row.params.get("text", "")) for row in rows]
            for row in rows:
                outbox.sent(self.tx, row.id, row.id, self.now)
        return found

    def arrive(self) -> None:
        """What waits is delivered whole: the words of one digest (its text and its page) count once."""
        carried: dict[str, set[str]] = {}
        while rows := outbox.take(self.tx, self.now, 50):
            for row in rows:
                read = str(row.params.get("text", "")) + (row.file or b"").decode()
                carried.setdefault(row.key.partition(":")[0], set()).update(WORD.findall(read))
                outbox.sent(self.tx, row.id, row.id, self.now)
        self.seen.update(word for words in carried.values() for word in words)


STEPS: dict[str, Callable[..., None]] = {
    "answer": Practice.answer,
    "more": Practice.more,
    "edit": Practice.edit,
    "show": Practice.show,
    "tell": Practice.tell,
    "digest": Practice.digest,
    "zone": Practice.zone,
    "time": Practice.time,
    "night": Practice.night,
    "refuse": Practice.refuse,
    "block": Practice.block,
    "arrive": Practice.arrive,
}
which = st.integers(0, 20)
seen_by = st.sampled_from(("private", "session"))
steps = st.one_of(
    st.tuples(st.just("answer"), seen_by, st.booleans()),
    st.tuples(st.sampled_from(("more", "edit", "tell", "zone")), which),
    st.tuples(st.just("show"), which, seen_by),
    st.tuples(st.just("time"), st.sampled_from((0, 1, 23, 167, 168, 169, 5000))),
    st.tuples(st.sampled_from(("digest", "night", "refuse", "block", "arrive"))),
)


def played(tx: Tx, done: list[tuple[Any, ...]]) -> Practice:
    """A practice to which all this happened; in the end the coach is well and reads."""
    made = Practice(tx)
    made.begin()
    for name, *values in done:
        STEPS[name](made, *values)
    made.arrive()
    made.digest()
    made.arrive()
    return made


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(steps, max_size=30))
def test_each_shared_message_is_told_once_whatever_happens(done: list[tuple[Any, ...]]) -> None:
    """Over any order of answers, edits, changes of mind, zones, downtime and refusals: once, never private."""
    made, shared = asyncio.run(in_a_store(partial(judged, done=done)))
    assert {words: made.seen[words] for words in shared} == dict.fromkeys(shared, 1)
    assert set(made.seen.values()) <= {1}


async def in_a_store(doing: Callable[[Tx], T]) -> T:
    """Done in a database of its own."""
    with TemporaryDirectory() as folder:
        async with Store.open(blank(Path(folder) / "interlude.db"), ring(), lambda: NOW) as store:
            return await store.run(doing)


def judged(tx: Tx, done: list[tuple[Any, ...]]) -> tuple[Practice, list[str]]:
    """The practice, and the latest words of each message that is shared in the end."""
    made = played(tx, done)
    kept = {message: responses.get(tx, number) for message, number in made.first.items()}
    return made, [made.last[message] for message, one in kept.items() if one and one.visibility != "private"]


def test_a_mark_counts_only_with_the_message_that_carries_it() -> None:
    """What a refused or blocked digest held is new in the next one; what arrived is not."""
    for fate in ("refuse", "block"):
        done = [("answer", "session", False), ("digest",), (fate,), (fate,), ("night",), ("time", 168)]
        made, (words,) = asyncio.run(in_a_store(partial(judged, done=[*done, ("night",)])))
        assert made.seen[words] == 1
    before = [("answer", "session", False), ("digest",), ("arrive",)]
    made, (words,) = asyncio.run(in_a_store(partial(judged, done=before)))
    assert made.seen[words] == 1


def test_what_is_taken_back_before_it_was_told_leaves_no_trace() -> None:
    """A client who shares and takes back, one who answers in private and one who ignores look the same."""

    def read(tx: Tx, way: str) -> list[str]:
        made = Practice(tx)
        made.begin()
        if way != "ignored":
            made.answer("session" if way == "taken back" else "private")
            made.show(0, "private")
        else:
            talk = Reflection("week", "en", 1, Context("Dana"))
            reflections.add(tx, CLIENT, talk, occasion="midway:1", now=made.now)
        made.time(24)
        made.digest()
        return made.sent()

    found = [asyncio.run(in_a_store(partial(read, way=way))) for way in ("ignored", "private", "taken back")]
    assert found[0] == found[1] == found[2]
    assert "Nothing shared; private entries are not counted here." in found[0][0]


def test_an_edit_after_telling_comes_as_edited_since() -> None:
    """Words that changed after they were told come once more and say so; words added say that."""

    def read(tx: Tx) -> tuple[list[str], list[str]]:
        made = Practice(tx)
        made.begin()
        found: list[list[str]] = []
        made.answer("session")
        for change in (made.edit, made.more):
            made.digest()
            made.arrive()
            change(0)
            made.digest()
            found.append(made.sent())
        return found[0], found[1]

    edited, more = asyncio.run(in_a_store(read))
    assert "word2x</blockquote>" in edited[0]
    assert "edited since" in edited[0]
    assert "word1x" not in edited[0]
    assert "word3x</blockquote>" in more[0]
    assert "added since" in more[0]
    assert "word2x" not in more[0]


def test_a_digest_opened_again_holds_what_it_held() -> None:
    """Its page, asked for later, has the words that it told, neither later ones nor those made private since."""

    def read(tx: Tx) -> tuple[str, str]:
        made = Practice(tx)
        made.begin()
        made.answer("session")
        made.answer("session")
        made.digest()
        made.arrive()
        made.more(0)
        made.show(1, "private")
        made.time(1)
        sent = digesting.again(made.turn(), 1)
        made.digest()
        late = digesting.again(made.turn(), 2)
        assert sent is not None
        assert late is not None
        return text.text(sent.digest, sent.say), text.text(late.digest, late.say)

    first, second = asyncio.run(in_a_store(read))
    assert WORD.findall(first) == ["word1x"]
    assert WORD.findall(second) == ["word3x"]


HALF_YEAR = 26


def test_a_digest_takes_few_statements_however_long_the_past() -> None:
    """Half a year of answers costs no more statements than four weeks, and at most twenty-two."""

    def counted(tx: Tx, weeks: int) -> int:
        made = Practice(tx)
        made.begin()
        for _ in range(weeks):
            for _ in range(7):
                made.answer("session")
                made.more(0)
                made.edit(-1)
                made.time(24)
        said: list[str] = []
        tx.fingerprint(b"")  # once for all in a database's life
        fresh = Tx(tx.db, tx._vault, 0)  # as at the start of a turn: no key is known yet
        made.tx = fresh
        tx.db.set_trace_callback(said.append)
        made.digest()
        tx.db.set_trace_callback(None)
        return len(said)

    few, many = (asyncio.run(in_a_store(partial(counted, weeks=weeks))) for weeks in (4, HALF_YEAR))
    assert few == many
    assert many <= 22  # one of them where a flag holds
