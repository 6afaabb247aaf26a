"""Whatever is edited in whatever order, what the bot begins stays in its bounds and never comes twice.

Each example is one transaction on a real store that is undone at its end: the rows, the records and the turns
are the real ones, only Telegram is left out.
"""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import count
from typing import Any

import pytest
from clocked import WEEKLY, place
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whole import ADMIN, CLIENT, COACH

from bot import vault
from bot.config import Config
from bot.core.base.wall import is_quiet, local
from bot.core.plan.settings import Settings
from bot.people import opening, planning, reconcile, router
from bot.people.admin import publishing
from bot.people.turn import Turn
from bot.store import begun, due, inbox, pauses, people, scripts, sessions
from bot.store.db import Store, Tx
from bot.store.people import Client

pytestmark = pytest.mark.unmeasured  # what runs here, others cover

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
GAP = 20 * HOUR - timedelta(minutes=10)
START = datetime(2026, 10, 19, 8, 0, tzinfo=UTC)  # the end of summer time lies in the first days
ZONES = ("Europe/Lisbon", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Auckland")
RHYTHMS = ("mon,thu 19:00", "daily 2:30", "daily 12:30,19:00", "sat,sun 10:00", "mon-fri 17:00")
QUIETS = ("21:00-08:00", "23:00-07:00", "08:00-16:00", "20:00-10:00")


class Undo(Exception):
    """Ends an example: nothing of it is kept."""


@dataclass
class Life:
    """One client's rows, and the time, which only moves on."""

    tx: Tx
    config: Config
    now: datetime = START
    updates: Iterator[int] = field(default_factory=count)

    def turn(self, row: int = -1) -> Turn:
        return Turn(self.tx, self.now, row, self.config, "bot", count())

    def me(self) -> Client:
        found = people.client(self.tx, CLIENT)
        assert found is not None
        return found

    def replan(self) -> None:
        reconcile.person(self.turn(), CLIENT, anew=True)

    def rows(self) -> list[tuple[str, datetime, str]]:
        """The planned rows as they lie there: occasion, instant, script."""
        found = due.of_chat(self.tx, CLIENT, "plan")
        return [(row.body["occasion"], row.at, row.body["script"]) for row in found]

    def sent(self) -> list[tuple[str, datetime]]:
        rows = begun.rows_of(self.tx, CLIENT)
        return [(row.occasion, row.at) for row in rows if row.outcome == begun.SENT]

    def work(self) -> None:
        """Deal with all that is in the inbox and due, as the loops do."""
        while due.tick(self.tx, self.now) or inbox.waiting(self.tx, 1):
            for item in inbox.heads(self.tx, self.now, 50):
                router.take(
                    self.turn(item.id), item.kind, item.chat_id, router.body_of(inbox.read(self.tx, item))
                )
                inbox.done(self.tx, item.id)
            self.tx.db.execute("UPDATE outbox SET state = 2 WHERE state < 2")  # all of it arrives

    def until(self, instant: datetime) -> None:
        """Let time pass from one due thing to the next."""
        while (coming := due.next_at(self.tx)) is not None and coming <= instant:
            self.now = max(self.now, coming)
            self.work()
        self.now = instant

    def says(self, words: str) -> None:
        number = next(self.updates)
        who = {"id": CLIENT, "is_bot": False, "first_name": "Ada"}
        message = {
            "message_id": 1000 + number,
            "chat": {"id": CLIENT, "type": "private"},
            "from": who,
            "date": int(self.now.timestamp()),
            "text": words,
        }
        inbox.add_update(self.tx, {"update_id": number, "message": message}, self.now)
        self.work()


# ---- what may happen ---------------------------------------------------------------------------

Step = Callable[[Life], None]


def wishes(**fields: Any) -> Step:
    """The client chooses something about the rhythm, and the plan is made anew."""

    def step(life: Life) -> None:
        people.set_rhythm(life.tx, CLIENT, **fields)
        life.replan()

    return step


def moves(zone: str) -> Step:
    def step(life: Life) -> None:
        people.change_client(life.tx, CLIENT, zone=zone)
        life.replan()

    return step


def passes(hours: int) -> Step:
    return lambda life: life.until(life.now + hours * HOUR)


def goes_down(hours: int) -> Step:
    """Time passes and nobody looks; then the house opens again."""

    def step(life: Life) -> None:
        life.now += hours * HOUR
        opening.open_up(life.tx, life.config, "bot", life.now)
        life.work()

    return step


def meets(days: int, hour: int, weeks: int) -> Step:
    def step(life: Life) -> None:
        day = local(life.now, "Europe/Berlin").replace(hour=hour, minute=0, second=0, microsecond=0)
        starts = day + days * DAY
        sessions.add(life.tx, CLIENT, COACH, starts=starts, zone="Europe/Berlin", now=life.now, weeks=weeks)
        life.replan()

    return step


def changes(which: int, hours: int | None) -> Step:
    """A coming session is moved or cancelled."""

    def step(life: Life) -> None:
        known = planning.sessions_of(life.turn(), life.me(), life.now + 14 * DAY)
        coming = [one for one in known if one.starts > life.now and not one.cancelled]
        if not coming:
            return
        row, _, day = coming[which % len(coming)].key.partition(":")
        to = None if hours is None else local(life.now, "Europe/Berlin") + hours * HOUR
        sessions.change(
            life.tx, int(row), date.fromisoformat(day), to and to.replace(second=0, microsecond=0), life.now
        )
        life.replan()

    return step


def off(days: int, length: int) -> Step:
    def step(life: Life) -> None:
        first = local(life.now, life.me().zone).date() + days * DAY
        pauses.days_off(life.tx, CLIENT, first, first + length * DAY, now=life.now)
        life.replan()

    return step


def rewrites(name: str) -> Step:
    """A script is published anew with other words."""

    def step(life: Life) -> None:
        live = scripts.live(life.tx, name, "en")
        assert live is not None
        text = live.source.replace("intensity: 1", "intensity: 2") + "\n"
        publishing.publish(life.tx, name, "en", text, author="a test", note="", now=life.now)
        life.work()

    return step


def sets(**numbers: Any) -> Step:
    """The settings are changed, and the bot is started with them."""

    def step(life: Life) -> None:
        life.config = life.config.model_copy(update={"time": replace(life.config.time, **numbers)})
        opening.open_up(life.tx, life.config, "bot", life.now)
        life.work()

    return step


STEPS: st.SearchStrategy[Step] = st.one_of(
    st.integers(1, 80).map(passes),
    st.integers(1, 80).map(passes),
    st.integers(1, 70).map(goes_down),
    st.sampled_from(RHYTHMS).map(lambda text: wishes(rhythm=text)),
    st.sampled_from(QUIETS).map(lambda text: wishes(quiet=text)),
    st.sampled_from([1, 3, 7, None]).map(lambda number: wishes(weekly=number)),
    st.sampled_from(ZONES).map(moves),
    st.builds(meets, st.integers(-3, 9), st.integers(8, 20), st.integers(0, 2)),
    st.builds(changes, st.integers(0, 3), st.none() | st.integers(2, 200)),
    st.builds(off, st.integers(0, 6), st.integers(0, 4)),
    st.sampled_from(["mid-week", "after-session"]).map(rewrites),
    st.sampled_from([{"weekly": 2}, {"spread_minutes": 0}, {"gap_hours": 30}]).map(lambda n: sets(**n)),
    st.just(lambda life: life.says("yes")),
)


# ---- what always holds -------------------------------------------------------------------------


def check(life: Life, before: list[tuple[str, datetime]]) -> None:
    """Nothing begun is planned, nothing planned breaks a bound, and what was just begun broke none."""
    me, rows, sent = life.me(), life.rows(), life.sent()
    quiet, most = planning.quiet_of(me), me.rhythm.get("weekly") or 4
    ahead = [(occasion, at) for occasion, at, _ in rows if at > life.now]
    assert len({occasion for occasion, _, _ in rows}) == len(rows)
    assert not {occasion for occasion, _ in ahead} & {row.occasion for row in begun.rows_of(life.tx, CLIENT)}
    assert before == sent[: len(before)]
    known = sorted([at for _, at in sent] + [at for _, at in ahead])
    for _, at in ahead:
        assert not is_quiet(at, me.zone, quiet)
        near = [other for other in known if other != at and abs(other - at) < GAP]
        assert not near
        week = [(local(at, me.zone).date() - local(other, me.zone).date()).days for other in known]
        assert sum(0 <= days < 7 for days in week) <= most


def once(life: Life) -> None:
    """Each occasion began at most one reflection, and that was shown at most once."""
    twice = life.tx.db.execute(
        "SELECT reflection_id FROM outbox WHERE purpose = 'prompt' AND question = 1 AND lane = 2 "
        "GROUP BY reflection_id HAVING count(*) > 1"
    ).fetchall()
    assert not twice


def still(life: Life) -> None:
    """Planning twice more changes nothing: the first puts right what time alone has moved."""
    life.replan()
    rows = [tuple(row) for row in life.tx.db.execute("SELECT * FROM due ORDER BY id")]
    life.replan()
    assert [tuple(row) for row in life.tx.db.execute("SELECT * FROM due ORDER BY id")] == rows


# ---- the store ---------------------------------------------------------------------------------


@dataclass
class Desk:
    """A store with scripts, a coach and a client, in which an example can be played and undone."""

    runner: asyncio.Runner
    store: Store
    config: Config

    def play(self, steps: list[Step]) -> None:
        def example(tx: Tx) -> None:
            life = Life(tx, self.config)
            for step in steps:
                before = life.sent()
                step(life)
                check(life, before)
                still(life)
            once(life)
            raise Undo

        with pytest.raises(Undo):
            self.runner.run(self.store.run(example))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("desk")
    place(folder / "prompts", "en", WEEKLY)
    config = Config.model_validate(
        {
            "people": {"admins": [ADMIN]},
            "database": {"path": str(folder / "interlude.db")},
            "prompts": {"path": str(folder / "prompts"), "watch": False},
        }
    )
    assert config.time == Settings()
    keys = vault.load_or_make(folder / "key", fresh=True)
    with asyncio.Runner() as runner:
        opened = Store.open(config.database.path, keys, lambda: START)
        store = runner.run(opened.__aenter__())
        runner.run(store.run(partial(_set_up, config=config)))
        yield Desk(runner, store, config)
        runner.run(opened.__aexit__(None, None, None))


def _set_up(tx: Tx, config: Config) -> None:
    opening.open_up(tx, config, "bot", START)
    people.add_coach(tx, COACH, now=START, state="active")
    people.change_coach(tx, COACH, name="Dana", zone="Europe/Berlin")
    people.add_client(tx, CLIENT, COACH, now=START - 30 * DAY, state="active")
    people.change_client(tx, CLIENT, zone="Europe/Lisbon", sessions_before=9)
    people.set_rhythm(tx, CLIENT, rhythm="mon,wed,fri 19:00")
    people.heard(tx, CLIENT, START - DAY)
    reconcile.person(Turn(tx, START, -1, config, "bot"), CLIENT, anew=True)


@given(steps=st.lists(STEPS, min_size=3, max_size=14))
@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_no_edit_repeats_anything_or_breaks_a_bound(desk: Desk, steps: list[Step]) -> None:
    """Rhythm, quiet hours, zone, sessions, days off, scripts, settings, outages and words, in any order."""
    desk.play(steps)


def test_the_example_that_everything_else_rests_on(desk: Desk) -> None:
    """Three weeks with a weekly session, a move and an outage: something came, and something did not."""
    came: list[int] = []
    steps: list[Step] = [
        meets(1, 15, 1),
        passes(80),
        moves("Pacific/Auckland"),
        passes(120),
        goes_down(60),
        passes(200),
        lambda life: came.append(len(life.sent())),
    ]
    desk.play(steps)
    assert came[0] >= 4
