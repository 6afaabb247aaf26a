"""Health and metrics: they are so, each name that board and rules use exists, and no word is in them."""

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml
from small import rows, seconds, small_bot
from whole import CLIENT, COACH, START, Whole

from bot.runtime import health, process, tick
from bot.runtime.tally import EDGES, REMEMBERED, Spans, Tally, cause, kind_of
from bot.store import due, inbox

DEPLOY = Path(__file__).parents[2] / "deploy"
NAME = re.compile(r"\binterlude_\w+")
WORDS = "heliotrope is what I would like to keep"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Whole]:
    with small_bot(tmp_path_factory.mktemp("health")) as made:
        yield made


def get(whole: Whole, path: str, method: str = "GET") -> httpx.Response:
    """What this machine reads at the port."""

    async def asked() -> httpx.Response:
        transport = httpx.ASGITransport(health.application(lambda: {"": whole.house}))
        async with httpx.AsyncClient(transport=transport) as client:
            return await client.request(method, f"http://127.0.0.1{path}")

    return whole.run(asked())


def value(whole: Whole, line: str) -> float:
    """The value of a metric with its labels."""
    found = re.search(rf"^{re.escape(line)} (\S+)$", get(whole, "/metrics").text, re.MULTILINE)
    assert found, line
    return float(found[1])


def test_it_says_whether_it_lives_and_is_ready(whole: Whole) -> None:
    """Ready: 200, with the ages; not yet ready or stopping: 503; nothing else can be asked."""
    whole.say(CLIENT, "/help")
    seconds(whole, 40)
    answer = get(whole, "/healthz")
    found = answer.json()
    assert (answer.status_code, found["live"], found["ready"]) == (200, True, True)
    assert found["oldest_unserved_seconds"] is None
    assert found["oldest_unsent_reply_seconds"] is None
    assert 40 <= found["last_update_seconds"] <= 50
    whole.house.tally.ready = False
    assert get(whole, "/healthz").status_code == 503
    whole.house.tally.ready = True
    assert get(whole, "/healthz", "POST").status_code == 405
    assert [get(whole, path).status_code for path in ("/", "/healthz/x", "/admin")] == [404, 404, 404]


def test_what_waits_has_its_age_and_a_stuck_worker_is_no_life(whole: Whole) -> None:
    """A row that nobody deals with grows old; after ten minutes that is said as 503."""

    def stuck(tx: Any) -> None:
        inbox.add(tx, "u:990", 4711, "update", b"{}", whole.clock.now() - timedelta(seconds=90))
        tx.db.execute("UPDATE inbox SET not_before = 9e18 WHERE key = 'u:990'")

    whole.tx(stuck)
    answer = get(whole, "/healthz")
    assert (answer.status_code, answer.json()["oldest_unserved_seconds"]) == (200, 90)
    assert value(whole, "interlude_inbox_rows") == 1
    whole.tx(
        lambda tx: tx.db.execute("UPDATE inbox SET received_at = received_at - 600000000 WHERE key = 'u:990'")
    )
    answer = get(whole, "/healthz")
    assert (answer.status_code, answer.json()["live"]) == (503, False)
    whole.tx(lambda tx: tx.db.execute("DELETE FROM inbox WHERE key = 'u:990'"))


def test_figures_are_those_of_what_happened(whole: Whole) -> None:
    """Updates, turns, calls and the time to a reply count what was done; a 429 is one."""
    before = value(whole, 'interlude_updates_total{kind="message"}')
    replies = value(whole, "interlude_reply_seconds_count")
    whole.sim.fail("sendMessage", code=429, retry_after=1)
    whole.say(CLIENT, "/help")
    seconds(whole, 30)
    assert value(whole, 'interlude_updates_total{kind="message"}') == before + 1
    assert value(whole, "interlude_telegram_429_total") == 1
    assert value(whole, "interlude_reply_seconds_count") == replies + 1
    assert value(whole, 'interlude_turns_total{kind="update",outcome="done"}') > 0
    assert value(whole, 'interlude_calls_total{outcome="sent"}') > 0
    assert (
        value(whole, 'interlude_due_rows{kind="replan"}')
        == rows(whole, "SELECT count(*) FROM due WHERE kind = 'replan'")[0][0]
    )
    assert value(whole, "interlude_due_late_seconds") == 0
    whole.tx(
        partial(due.put, key="x", chat_id=CLIENT, kind="none", at=whole.clock.now() - timedelta(minutes=1))
    )
    assert value(whole, "interlude_due_late_seconds") == 60
    whole.tx(partial(due.cancel, key="x"))


def test_telegram_away_has_its_age_until_it_is_back(whole: Whole) -> None:
    """Since the first call that did not arrive; an answer ends it."""
    tally, now = Tally(), whole.clock.now()
    tally.called("again", 0.1, now)
    tally.called("unsure", 0.1, now + timedelta(minutes=1))
    assert tally.away == now
    tally.called("rest", 0.1, now + timedelta(minutes=2))
    assert tally.away is None
    whole.house.tally.met(False, now - timedelta(minutes=5))
    assert value(whole, "interlude_telegram_away_seconds") == 300
    whole.house.tally.met(True, now)
    assert "\ninterlude_telegram_away_seconds" not in get(whole, "/metrics").text


def test_the_age_of_the_newest_backup_is_known(whole: Whole) -> None:
    """Without a backup there is no line; with one its age counts."""
    folder = whole.house.config.backup.folder
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    assert "\ninterlude_backup_age_seconds " not in get(whole, "/metrics").text
    whole.run(tick.save(whole.house))
    assert value(whole, "interlude_backup_age_seconds") < 60


def named(text: str) -> set[str]:
    """The metrics that a text speaks of, without the endings by which Prometheus counts."""
    return {re.sub(r"_(bucket|sum|count)$", "", name) for name in NAME.findall(text)}


def test_board_and_rules_use_what_exists(whole: Whole) -> None:
    """Each metric in the board, the alert rules and the docs exists; each of ours is on the board; labels too."""
    text = get(whole, "/metrics").text
    types = {line.split()[2] for line in text.splitlines() if line.startswith("# TYPE ")}
    board = json.loads((DEPLOY / "grafana.json").read_text("utf-8"))
    drawn = " ".join(one["expr"] for panel in board["panels"] for one in panel["targets"])
    rules = yaml.safe_load((DEPLOY / "alerts.yaml").read_text("utf-8"))["groups"][0]["rules"]
    watched = " ".join(rule["expr"] for rule in rules)
    page = (DEPLOY.parent / "docs" / "running.md").read_text("utf-8")
    for use in (drawn, watched, page):
        assert named(use)
        assert named(use) <= types, named(use) - types
    ours = {name for name in types if "process_" not in name}
    assert ours <= named(drawn), ours - named(drawn)
    lanes = set(re.findall(r'lane="(\w+)"', text))
    assert {"alert", "reply"} <= lanes == {"alert", "reply", "prompt", "digest", "sign"}
    for rule in rules:
        assert f"`{rule['alert']}`" in page, f"docs/running.md does not say what to do about {rule['alert']}"


def test_nobody_and_no_word_is_in_them(whole: Whole) -> None:
    """Neither an id, a name nor a word of anybody stands in health or metrics, whatever was written."""
    whole.say(CLIENT, WORDS)
    seconds(whole, 60)
    said = get(whole, "/metrics").text + get(whole, "/healthz").text
    labels = re.findall(r'\w+="([^"]*)"', said)
    assert "heliotrope" not in said
    assert not [one for one in labels if str(CLIENT) in one or str(COACH) in one or "Ada" in one]
    # every label is a word of our own, a number of seconds, a status or the version
    assert all(re.fullmatch(r"[a-z_]+|\d+(\.\d+)*(dev\d*)?|\+Inf", one) for one in labels), set(labels)


def test_what_is_counted_has_an_end() -> None:
    """A turn without a reply is forgotten; kinds that nobody knows are one; keys of other rows have no cause."""
    tally, now = Tally(), START
    for row in range(REMEMBERED + 5):
        tally.waits(row, now)
    assert len(tally.open) == REMEMBERED
    tally.replied(3, now)
    tally.replied(None, now)
    assert sum(tally.reply.counts) == 0
    assert [kind_of({"update_id": 1, "message": {}}), kind_of({"heliotrope": 1})] == ["message", "other"]
    assert [cause("12:0"), cause("dead:2026:5"), cause("-3:1"), cause("12")] == [12, None, None, None]
    spans = Spans()
    for seconds_ in (0.0, EDGES[0], 1000.0):
        spans.add(seconds_)
    assert (spans.counts[0], spans.counts[-1], spans.total) == (2, 1, EDGES[0] + 1000)


def test_a_port_that_is_taken_costs_only_the_figures(whole: Whole) -> None:
    """Two bots with one health port: the second goes on without, and says so in the log."""
    settings = whole.house.config.health.model_copy(update={"port": 1})
    first = whole.house.config
    whole.house.config = first.model_copy(
        update={"health": settings.model_copy(update={"listen": "192.0.2.1"})}
    )

    async def opened() -> int:
        async with process.watched(whole.house) as port:
            return int(port)

    try:
        assert whole.run(opened()) == 0
    finally:
        whole.house.config = first
