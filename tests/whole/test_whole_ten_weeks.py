"""Ten weeks of a coach with five clients, through the real loops: what the coach reads, kept as a golden file.

``--rewrite`` writes it anew. About a third of it was read for truth and tone when it was made; who rewrites it,
reads what changed.
"""

import itertools
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from recount import falsified, recount, sent
from whole import COACH, Whole, whole_bot

sys.path.insert(0, str(Path(__file__).parents[1] / "digest"))
import golden

pytestmark = pytest.mark.unmeasured  # ten weeks of what others cover

MONDAY = datetime(2026, 9, 7, 7, 0, tzinfo=UTC)
WEEKS = 10


@dataclass(frozen=True, slots=True)
class Life:
    """A client: what they write, in turn, and what they do besides."""

    number: int
    name: str
    place: str
    shares: bool
    session: str  # the day of the first, at 15:00 with the coach
    words: tuple[str, ...]
    silent: range = range(0)  # weeks without a word


LIVES = (
    Life(
        3000,
        "Regula",
        "Zurich",
        True,
        "2026-09-08",
        (
            "I said no to the extra shift, and my voice shook.",
            "The evening by the river. I had forgotten how long an evening is.",
            "That my brother was there before I asked.",
            "I am still angry about the letter, and I do not want it explained to me.",
            "Please understand that the tears last time were not sadness.",
        ),
    ),
    Life(
        3001,
        "Ben",
        "Berlin",
        True,
        "2026-09-09",
        ("Nothing much.", "pass", "The dog. He waits for me.", "pass"),
        range(4, 8),
    ),
    Life(
        3002,
        "Ada",
        "Lisbon",
        False,
        "2026-09-10",
        ("What I write here is for me.", "Second page of the same."),
    ),
    Life(
        3003,
        "Noor",
        "Lyon",
        True,
        "2026-09-10",
        ("4", "I asked for the morning off, and got it.", "3", "Could we talk about my mother?"),
    ),
    Life(
        3004,
        "Tom",
        "Lisbon",
        True,
        "2026-09-11",
        ("One thing: I left on time.", "I did not.", "I will not send it."),
        range(6, 10),
    ),
)


def answers(whole: Whole, life: Life, words: Iterator[str]) -> None:
    """The client answers what is open with them, each question once, with whatever comes next to mind."""
    for _ in range(6):
        last = whole.sim.texts(life.number)[-1] if whole.sim.texts(life.number) else ""
        rows = whole.sim.buttons(life.number)
        if "Pass" not in rows or "?" not in last:
            return
        whole.sim.say(life.number, next(words))
        whole.pause(70)


def read_all(whole: Whole) -> None:
    """The coach marks as read whatever waits."""
    for message in whole.sim.messages(COACH):
        keys = [key for row in message.body.get("reply_markup", {}).get("inline_keyboard", ()) for key in row]
        if any(key["text"] == "Read" for key in keys):
            whole.sim.tap(COACH, "Read", message.id)
    whole.pause()


def lived(whole: Whole) -> str:
    """What the coach was sent in the ten weeks, in the order in which it came, each client opened on Sunday."""
    whole.with_coach(COACH, "Dana", "Berlin")
    for life in LIVES:
        whole.with_client(life.number, life.name, life.place, shares=life.shares)
        whole.say(COACH, f"/session {life.name} {life.session} 15:00 weekly")
    words = {life.number: itertools.cycle(life.words) for life in LIVES}
    before = len(whole.sim.texts(COACH))
    for day in range(WEEKS * 7):
        for hour in (12, 19):
            whole.until(MONDAY + timedelta(days=day, hours=hour))
            for life in LIVES:
                if day // 7 not in life.silent:
                    answers(whole, life, words[life.number])
            read_all(whole)
        if day % 7 == 6:
            for life in LIVES:
                whole.tap(COACH, life.name)
                whole.pause(30)
            read_all(whole)
    return "\n\n⁂\n\n".join(whole.sim.texts(COACH)[before:]) + "\n"


@pytest.mark.slow
def test_ten_weeks_of_five_clients(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    """Overviews, digests and briefs are those that were read; nothing that Ada kept is in any.

    Every number in a sentence of a weekly digest, and every quote, is what the rows of the database hold; with
    one of either falsified the recount says so.
    """
    with whole_bot(tmp_path, start=MONDAY) as whole:
        made = lived(whole)
        digests = sent(whole)
        counted = recount(whole, digests)
        for false in falsified(digests):
            with pytest.raises(AssertionError):
                recount(whole, [false])
    assert counted["{when}: session {n}."] == len(digests) >= 40
    assert counted["{n} answered"] >= 20
    assert counted["quotes"] >= 100
    assert sum(n for name, n in counted.items() if name.startswith("{question}")) >= 3
    assert "What I write here is for me." not in made
    written = {words for life in LIVES for words in life.words}
    quoted = re.findall(r"\?\n(.+)\n\w{3} \d+ \w+(?: · told before)?$", made, re.MULTILINE)
    assert len(quoted) > 50
    assert set(quoted) <= written
    rewrite = bool(pytestconfig.getoption("--rewrite", default=False))
    assert golden.agrees("ten-weeks.txt", made, rewrite)
