"""What is due follows from how matters stand: nothing leaves a person waiting for what never comes."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from clocked import DAY, HOUR, WEEKLY, change, outcomes, place_of, said, timed_bot
from whole import CLIENT, COACH, Whole

import bot
from bot.people import reconcile
from bot.people.turn import Turn
from bot.store import due, inbox, people, reflections
from bot.store.db import Tx
from bot.store.due import Due

OTHER = CLIENT + 1
SECONDS = timedelta(seconds=1)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A client in Lisbon with a coach in Berlin, well past the first sessions."""
    with timed_bot(tmp_path, scripts=(*WEEKLY, "sitting-with-it"), rhythm="daily 19:00", weekly=7) as made:
        yield made


def holding(whole: Whole) -> datetime:
    """The client has chosen a silence; when it ends."""
    whole.begin("sitting-with-it")
    for _ in range(4):
        if any("minutes" in label for label in whole.sim.buttons(CLIENT)):
            break
        whole.sim.say(CLIENT, "all right")
        whole.pause(30)
    whole.tap(CLIENT, [label for label in whole.sim.buttons(CLIENT) if "minutes" in label][-1])
    row = talk(whole)
    assert row is not None and row.state == "holding" and row.reflection.until is not None
    return row.reflection.until


def talk(whole: Whole) -> reflections.ReflectionRow | None:
    found: reflections.ReflectionRow | None = whole.tx(partial(reflections.open_of, client_id=CLIENT))
    return found


def of(whole: Whole, chat: int = CLIENT, kind: str | None = None) -> tuple[Due, ...]:
    found: tuple[Due, ...] = whole.tx(partial(due.of_chat, chat_id=chat, kind=kind))
    return found


def goes_on(whole: Whole) -> bool:
    """Whether a question asked for now comes."""
    before = place_of(whole)
    whole.say(CLIENT, "/spark")
    return bool(said(whole, since=before)) and talk(whole) is not None


# ---- a silence, a pause, a stop, a block -------------------------------------------------------


@pytest.mark.parametrize("words", ["/pause", "/stop"])
def test_a_pause_or_a_stop_in_a_chosen_silence_leaves_nobody_stuck(whole: Whole, words: str) -> None:
    """The talk ends there without a word; nothing comes of it later, and /spark and the plan go on afterwards."""
    end = holding(whole)
    whole.say(CLIENT, words)
    if words == "/pause":
        whole.tap(CLIENT, "One day")
    before = place_of(whole)
    whole.until(end + HOUR)
    assert said(whole, since=before) == []
    assert talk(whole) is None
    whole.say(CLIENT, "/start")
    whole.until(whole.clock.now() + 3 * DAY)
    assert "sent" in outcomes(whole).values()
    assert goes_on(whole)


def test_who_blocks_and_is_back_before_the_silence_ends_goes_on(whole: Whole) -> None:
    """The end of the silence comes as it was promised."""
    end = holding(whole)
    whole.sim.block(CLIENT)
    whole.pause(10)
    whole.sim.unblock(CLIENT)
    whole.pause(10)
    before = place_of(whole)
    whole.until(end + 5 * SECONDS)
    assert said(whole, since=before)
    row = talk(whole)
    assert row is None or row.state != "holding"


def test_who_blocks_and_is_back_long_after_the_silence_begins_afresh(whole: Whole) -> None:
    """Nothing stale comes, and the plan goes on."""
    end = holding(whole)
    whole.sim.block(CLIENT)
    whole.until(end + DAY)
    assert talk(whole) is None
    before = place_of(whole)
    whole.sim.unblock(CLIENT)
    whole.pause(30)
    assert said(whole, since=before) == []
    whole.until(whole.clock.now() + 3 * DAY)
    assert "sent" in outcomes(whole).values()


def test_a_pause_right_after_an_answer_leaves_no_talk_open(whole: Whole) -> None:
    """The answer is kept, no next question comes into the pause, and no talk stays open."""
    whole.begin("spark")
    whole.sim.say(CLIENT, "so it was")
    whole.pause(2)
    whole.say(CLIENT, "/pause")
    whole.tap(CLIENT, "One week")
    before = place_of(whole)
    whole.until(whole.clock.now() + DAY)
    assert said(whole, since=before) == []
    assert talk(whole) is None
    assert [one.texts[0].words for one in whole.responses()] == ["so it was"]
    assert [row.kind for row in of(whole) if row.kind == "resume"] == ["resume"]


def test_a_question_that_waits_still_waits_in_a_pause(whole: Whole) -> None:
    """It can be answered; without an answer it lapses without a word, and is not recalled."""
    whole.begin("spark")
    whole.say(CLIENT, "/pause")
    whole.tap(CLIENT, "One week")
    assert talk(whole) is not None
    before = place_of(whole)
    whole.until(whole.clock.now() + 3 * DAY)
    assert said(whole, since=before) == []
    assert talk(whole) is None


# ---- digests -----------------------------------------------------------------------------------


def _second(tx: Tx, now: datetime) -> None:
    people.add_client(tx, OTHER, COACH, now=now, state="active")
    people.change_client(tx, OTHER, name="Ben", zone="Europe/Lisbon", visibility="session")


def _spoil(tx: Tx) -> None:
    tx.db.execute("UPDATE clients SET name = :name WHERE id = :id", {"name": b"spoiled", "id": CLIENT})


def test_one_value_that_cannot_be_read_stops_one_digest_once(whole: Whole) -> None:
    """It makes a dead letter; the other client's comes, and the next of both is due a week later."""
    whole.tx(partial(_second, now=whole.clock.now()))
    whole.say(COACH, "/clients")
    rows = of(whole, COACH, "digest")
    assert [row.body["client"] for row in rows] == [CLIENT, OTHER]
    whole.until(rows[0].at - timedelta(minutes=1))
    whole.tx(_spoil)
    before = place_of(whole, COACH)
    whole.until(rows[0].at + timedelta(minutes=5))
    assert len(whole.tx(inbox.dead_letters)) == 1
    assert any("Ben" in one.text for one in said_to_coach(whole, before))
    assert [(row.body["client"], row.at) for row in of(whole, COACH, "digest")] == [
        (CLIENT, rows[0].at + 7 * DAY),
        (OTHER, rows[0].at + 7 * DAY),
    ]


def said_to_coach(whole: Whole, since: int) -> list[Any]:
    return [one for one in whole.sim.chat(COACH).events[since:] if one.who == "bot"]


# ---- what cannot be worked out -----------------------------------------------------------------


def _no_rhythm(tx: Tx) -> None:
    tx.db.execute("UPDATE clients SET rhythm = 'spoiled' WHERE id = :id", {"id": CLIENT})


def _rhythm(tx: Tx) -> None:
    text = '{"rhythm": "daily 19:00", "weekly": 7}'
    tx.db.execute("UPDATE clients SET rhythm = :text WHERE id = :id", {"id": CLIENT, "text": text})


def _everybody(tx: Tx, now: datetime) -> None:
    reconcile.everybody(tx, now)


def test_the_night_mends_what_could_not_be_worked_out(whole: Whole) -> None:
    """A value that cannot be read stops one person's look at night; the next night all is as it should be."""
    wanted = {row.key for row in of(whole)}
    assert len(wanted) > 5
    whole.tx(_no_rhythm)
    whole.tx(partial(_everybody, now=whole.clock.now()))
    whole.until(whole.clock.now() + 5 * SECONDS)
    assert len(whole.tx(inbox.dead_letters)) == 1
    whole.tx(_rhythm)
    whole.tx(partial(_lose, kinds=("replan", "digest")))
    whole.until(whole.clock.now() + timedelta(minutes=1))
    whole.tx(partial(_everybody, now=whole.clock.now()))
    whole.until(whole.clock.now() + 5 * SECONDS)
    assert {row.key for row in of(whole)} == wanted
    assert [row.kind for row in of(whole, COACH)] == ["digest"]


def _lose(tx: Tx, kinds: tuple[str, ...]) -> None:
    for kind in kinds:
        tx.db.execute("DELETE FROM due WHERE kind = :kind", {"kind": kind})


def _spoil_talk(tx: Tx) -> None:
    tx.db.execute("UPDATE reflections SET version = 99 WHERE client_id = :id", {"id": CLIENT})


def _mend_talk(tx: Tx) -> None:
    tx.db.execute("UPDATE reflections SET version = 1 WHERE client_id = :id", {"id": CLIENT})


def test_a_wake_that_failed_comes_again_a_day_later(whole: Whole) -> None:
    """A dead letter heals: the talk goes on once its fault is mended, and is not tried without end before."""
    whole.begin("spark")
    whole.sim.say(CLIENT, "words")
    whole.pause(2)
    whole.tx(_spoil_talk)
    whole.pause(300)
    assert len(whole.tx(inbox.dead_letters)) == 1
    (wake,) = of(whole, kind="wake")
    assert DAY - HOUR < wake.at - whole.clock.now() <= DAY
    whole.tx(_mend_talk)
    before = place_of(whole)
    whole.until(wake.at + 5 * SECONDS)
    assert said(whole, since=before)


# ---- nothing else, and cheap -------------------------------------------------------------------


def test_nothing_else_sets_or_takes_off_a_due_row() -> None:
    """Only the store's own modules for it, an erase, what goes with a coach, and what puts right what is due."""
    home = Path(bot.__file__).parent
    writes = re.compile(r"\bdue\.(put|cancel|all_again)\(|(INSERT INTO|DELETE FROM|UPDATE) due\b")
    found = {
        path.relative_to(home).as_posix() for path in home.rglob("*.py") if writes.search(path.read_text())
    }
    assert found == {"store/due.py", "store/erase.py", "store/handovers.py", "people/reconcile.py"}


def _cost(tx: Tx, whole: Whole) -> int:
    asked: list[str] = []
    tx.db.set_trace_callback(asked.append)
    reconcile.person(Turn(tx, whole.clock.now(), -1, whole.house.config, "bot"), CLIENT)
    tx.db.set_trace_callback(None)
    return len(asked)


def test_a_turn_that_changed_nothing_costs_a_few_questions(whole: Whole) -> None:
    """Six at most, whatever has been kept so far; where a fact changed, everything is read."""
    assert whole.tx(partial(_cost, whole=whole)) <= 6
    change(whole, changed_at=whole.clock.now())
    assert whole.tx(partial(_cost, whole=whole)) > 15
