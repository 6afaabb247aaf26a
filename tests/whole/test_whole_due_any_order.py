"""In whatever order people act and time jumps: everybody can go on, and what is due is what follows from it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from clocked import WEEKLY, place
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from whole import ADMIN, CLIENT, COACH

from bot import vault
from bot.config import Config
from bot.core.plan import agenda
from bot.core.talk.reflection import over
from bot.people import dialogue, opening, planning, reconcile, router
from bot.people.turn import Turn
from bot.store import basis, dialogues, due, inbox, people, reflections, responses, standing
from bot.store.db import Store, Tx

pytestmark = pytest.mark.unmeasured  # any order of what others cover

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
LATEST = 2 * HOUR
WORDS = st.sampled_from(
    ["yes", "all right", "Ada Maria", "Berlin", "mon tue 20:00", "/cancel", "/now", "/spark", "/sitting_with_it",
     "/stop", "/start", "/help", "/pause", "/pause 2026-11-25 2026-11-27"]
)  # fmt: skip
TAPS = st.sampled_from(
    ["m:pause:1", "m:pause:7", "m:pause:0", "m:weekly:2", "m:quiet:20:00-09:00", "m:stop", "m:start"]
)
ACTS = st.sampled_from(
    [
        "done",
        "pass",
        "later",
        "stop",
        "snooze:hour",
        "snooze:tomorrow",
        "snooze:week",
        "hold:10",
        "choice:0",
    ]
)
SETTINGS = st.sampled_from(["name", "place", "quiet", "days", "more", "sharing", "erase"])
GAPS = st.sampled_from([timedelta(seconds=21), timedelta(minutes=5), 3 * HOUR, 30 * HOUR, timedelta(days=9)])


@dataclass
class House:
    """A store with one coach and one client, whose rows are dealt with as the loops do; no network."""

    folder: Any = field(default_factory=TemporaryDirectory)
    runner: asyncio.Runner = field(default_factory=asyncio.Runner)
    now: datetime = START
    numbers: Any = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        home = Path(self.folder.name)
        place(home / "prompts", "en", (*WEEKLY, "sitting-with-it"))
        self.config = Config.model_validate(
            {
                "people": {"admins": [ADMIN]},
                "database": {"path": str(home / "interlude.db")},
                "prompts": {"path": str(home / "prompts"), "watch": False},
            }
        )
        keys = vault.load_or_make(home / "key", fresh=True)
        self.opened = Store.open(self.config.database.path, keys, lambda: self.now)
        self.store = self.runner.run(self.opened.__aenter__())
        self.tx(self._people)

    def _people(self, tx: Tx) -> None:
        opening.open_up(tx, self.config, "bot", START)
        people.add_coach(tx, COACH, now=START, state="active")
        people.change_coach(tx, COACH, name="Dana", zone="Europe/Berlin")
        people.add_client(tx, CLIENT, COACH, now=START - 30 * 24 * HOUR, state="active")
        people.change_client(tx, CLIENT, name="Ada", zone="Europe/Lisbon", sessions_before=9)
        people.set_rhythm(tx, CLIENT, rhythm="daily 19:00", weekly=7)
        reconcile.person(self.turn(tx), CLIENT)
        reconcile.person(self.turn(tx), COACH)

    def close(self) -> None:
        self.runner.run(self.opened.__aexit__(None, None, None))
        self.runner.close()
        self.folder.cleanup()

    def tx(self, fn: Callable[[Tx], Any]) -> Any:
        return self.runner.run(self.store.run(fn))

    def turn(self, tx: Tx, row: int = -1) -> Turn:
        return Turn(tx, self.now, row, self.config, "bot", count())

    def deals(self) -> None:
        self.tx(self._deals)

    def _deals(self, tx: Tx) -> None:
        while due.tick(tx, self.now) or inbox.waiting(tx, 1):
            for item in inbox.heads(tx, self.now, 50):
                body = router.body_of(inbox.read(tx, item))
                router.take(self.turn(tx, item.id), item.kind, item.chat_id, body)
                inbox.done(tx, item.id)
            tx.db.execute(
                "UPDATE outbox SET state = 2, message_id = id, sent_at = :now, tried_at = :now WHERE state < 2",
                {"now": int(self.now.timestamp() * 1_000_000)},
            )

    def passes(self, gap: timedelta) -> None:
        """Time goes on from one due thing to the next."""
        end = self.now + gap
        while (coming := self.tx(due.next_at)) is not None and coming <= end:
            self.now = max(self.now, coming)
            self.deals()
        self.now = end

    def comes(self, update: dict[str, Any]) -> None:
        self.tx(lambda tx: inbox.add_update(tx, update, self.now))
        self.deals()

    def says(self, words: str, chat: int = CLIENT) -> None:
        number = next(self.numbers)
        who = {"id": chat, "is_bot": False, "first_name": "Ada"}
        message = {
            "message_id": 100_000 + number,
            "chat": {"id": chat, "type": "private"},
            "from": who,
            "date": int(self.now.timestamp()),
            "text": words,
        }
        self.comes({"update_id": number, "message": message})

    def taps(self, data: str) -> None:
        number = next(self.numbers)
        who = {"id": CLIENT, "is_bot": False, "first_name": "Ada"}
        message = {"message_id": 1, "chat": {"id": CLIENT, "type": "private"}, "date": 1, "text": "…"}
        query = {"id": str(number), "from": who, "chat_instance": "1", "message": message, "data": data}
        self.comes({"update_id": number, "callback_query": query})

    def asked(self) -> tuple[str, ...]:
        """The data of the buttons under the question about a setting that is open."""
        one = self.tx(partial(dialogues.get, chat_id=CLIENT))
        if one is None:
            return ()
        rows = [*one.draft[dialogue.SHOWN]["rows"], [("", dialogue.LEAVE)]]
        return tuple(f"d:{one.id}:{one.step}:{value}" for row in rows for _, value in row)

    def set_back(self, gap: timedelta) -> None:
        """Somebody sets the clock back; the nightly round looks at everybody."""
        self.now -= gap
        self.tx(lambda tx: reconcile.everybody(tx, self.now))
        self.deals()

    def membership(self, status: str) -> None:
        number = next(self.numbers)
        who = {"id": CLIENT, "is_bot": False, "first_name": "Ada"}
        bot = {"id": 1, "is_bot": True, "first_name": "Interlude"}
        change = {
            "chat": {"id": CLIENT, "type": "private"},
            "from": who,
            "date": int(self.now.timestamp()),
            "old_chat_member": {"status": "member", "user": bot},
            "new_chat_member": {"status": status, "user": bot, "until_date": 0},
        }
        self.comes({"update_id": number, "my_chat_member": change})

    # ---- what always holds ----

    def expected(self, tx: Tx) -> tuple[set[Any], set[Any]]:
        """The rows ahead that follow from the state, and those that stand; what has come up is on its way."""
        me = standing.client(tx, CLIENT)
        there = {
            one
            for one in map(_plain, (*due.of_chat(tx, CLIENT), *due.of_chat(tx, COACH)))
            if one[1] > self.now
        }
        if me is None:
            return set(), there
        _, known = basis.compared(tx, CLIENT, self.now)
        begins = me.state == "active" and not me.away
        found = reconcile.state(self.turn(tx), me, known.until if known and begins else None)
        wanted = {one for one in map(_plain, agenda.rows(found)) if one[1] > self.now}
        return wanted, there


def _plain(one: agenda.Due) -> tuple[str, datetime, int]:
    return one.key, one.at, one.chat_id


class Lives(RuleBasedStateMachine):
    """Any order of answers, taps, pauses, stops, blocks, holds, erasures and jumps of the clock."""

    def __init__(self) -> None:
        super().__init__()
        self.house = House()
        self.promised: dict[int, datetime] = {}

    def teardown(self) -> None:
        """Everybody who is still here can go on: a question asked for comes, and is answered."""
        try:
            self._goes_on()
        finally:
            self.house.close()

    def _goes_on(self) -> None:
        house = self.house
        if house.tx(partial(people.client, client_id=CLIENT)) is None:
            return
        house.membership("member")
        house.says("/start")
        house.passes(timedelta(days=4))
        house.says("/spark")
        row = house.tx(partial(reflections.open_of, client_id=CLIENT))
        assert row is not None and row.state == "open" and row.reflection.question

    @rule(words=WORDS)
    def writes(self, words: str) -> None:
        self.house.says(words)

    @rule(data=TAPS)
    def taps(self, data: str) -> None:
        self.house.taps(data)

    @rule(act=ACTS)
    def answers(self, act: str) -> None:
        row = self.house.tx(partial(reflections.open_of, client_id=CLIENT))
        if row is not None:
            self.house.taps(f"r:{row.id}:{row.question}:{act}")

    @rule(gap=GAPS)
    def waits(self, gap: timedelta) -> None:
        self.house.passes(gap)

    @rule(gap=GAPS)
    def sleeps(self, gap: timedelta) -> None:
        """Nobody looks for so long; then the house opens again."""
        self.house.now += gap
        self.house.tx(lambda tx: opening.open_up(tx, self.house.config, "bot", self.house.now))
        self.house.deals()

    @rule(status=st.sampled_from(["kicked", "member"]))
    def blocks(self, status: str) -> None:
        self.house.membership(status)

    @rule(when=st.sampled_from(["tomorrow 15:00", "2026-12-01 15:00 weekly"]))
    def meets(self, when: str) -> None:
        self.house.says(f"/session Ada {when}", COACH)

    @rule(setting=SETTINGS)
    def opens(self, setting: str) -> None:
        """A question about a setting, beside whatever is open."""
        self.house.taps(f"m:{setting}")

    @rule(place=st.integers(0, 9))
    def chooses(self, place: int) -> None:
        """A button of that question, its way out among them; of erasing only the way out."""
        offered = [data for data in self.house.asked() if not data.endswith(":erase:yes")]
        if offered:
            self.house.taps(offered[place % len(offered)])

    @rule(gap=st.sampled_from([timedelta(minutes=10), HOUR, 26 * HOUR]))
    def sets_the_clock_back(self, gap: timedelta) -> None:
        self.house.set_back(gap)

    @precondition(lambda self: self.house.now > START + timedelta(days=12))
    @rule()
    def erases(self) -> None:
        self.house.taps("m:erase")
        self.house.taps(next(data for data in self.house.asked() if data.endswith(":yes")))
        assert self.house.tx(partial(people.client, client_id=CLIENT)) is None

    @invariant()
    def every_row_follows_from_the_state(self) -> None:
        wanted, there = self.house.tx(self.house.expected)
        assert there == wanted

    def _comes_at(self, tx: Tx, client: people.Client, row: reflections.ReflectionRow) -> datetime:
        assert row.reflection.until is not None
        return planning.comes_at(self.house.turn(tx), client, row.reflection.until, row.reflection.asked_at)

    @invariant()
    def what_was_promised_comes_or_its_end_is_said(self) -> None:
        """A question put off comes within an hour of its time; the one after a silence has an hour at least."""
        house = self.house
        me = house.tx(partial(people.client, client_id=CLIENT))
        if me is None or me.away:  # nothing can be said to them
            self.promised.clear()
            return
        for row in house.tx(partial(reflections.under_way, client_id=CLIENT)):
            if row.state == "snoozed":
                at = house.tx(partial(self._comes_at, client=me, row=row))
                assert at + LATEST > house.now, "what was put off did not come"
                self.promised[row.id] = at
            elif row.state == "holding":
                self.promised[row.id] = row.reflection.until
        for number, at in tuple(self.promised.items()):
            row = house.tx(partial(reflections.get, reflection_id=number))
            if row is None or row.ended_at is None:
                continue
            talk, answered = row.reflection, house.tx(partial(responses.of_reflection, reflection_id=number))
            if row.state == "lapsed" and not answered:
                assert talk.asked_at is not None and talk.asked_at >= at - HOUR, "it was replaced"
                assert row.ended_at >= min(at, talk.asked_at) + HOUR, "it stood for less than an hour"
            del self.promised[number]

    @invariant()
    def nobody_waits_for_nothing(self) -> None:
        row = self.house.tx(partial(reflections.open_of, client_id=CLIENT))
        if row is not None and not over(row.reflection):
            rows = self.house.tx(partial(due.of_chat, chat_id=CLIENT, kind="wake"))
            assert [one for one in rows if one.body["reflection"] == row.id]


TestLives = Lives.TestCase
TestLives.settings = settings(max_examples=12, stateful_step_count=16, deadline=None, derandomize=True)
