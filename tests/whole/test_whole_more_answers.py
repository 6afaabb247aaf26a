"""A page with answers of other kinds, as an admin sends it and a client lives it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from small import WEEK, seconds, small_bot
from whole import ADMIN, CLIENT, COACH, Whole

from bot.store import export

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PAGE = (
    WEEK.split("# word")[0].replace("length: 2", "length: 4")
    + """# helped (several)
What helped this week, if anything did?

- Sleep
- Somebody to talk to
- Time outside

# slept (a number)
{{ thanks }}

How many hours did you sleep last night, if you like to say?

# next-look (a date)
{{ thanks }}

On which day would you like to look at this again, if at all?

# place (a picture, optional)
{{ thanks }}

If you like, send a picture of a place that did you good.

# close
That is all for today.
"""
)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach and a client who shares."""
    with small_bot(tmp_path, start=MONDAY) as made:
        yield made


def test_ticks_numbers_and_dates_reach_digest_and_export_beside_the_words(whole: Whole) -> None:
    """The admin sends the page; what a client ticks and writes is kept as it is, and its value beside it."""
    whole.sim.attach(ADMIN, PAGE.encode(), "week.md")
    whole.pause()
    whole.tap(ADMIN, "Publish")
    whole.begin("week")
    whole.tap(CLIENT, "Sleep")
    whole.tap(CLIENT, "Time outside")
    assert {"✓ Sleep", "Somebody to talk to", "✓ Time outside", "That is all"} <= set(
        whole.sim.buttons(CLIENT)
    )
    whole.tap(CLIENT, "That is all")
    for words in ("about seven and a half", "24 December"):
        whole.say(CLIENT, words)
        seconds(whole, 65)
    whole.until(MONDAY.replace(day=27))
    kept = whole.tx(partial(export.client, client_id=CLIENT))["responses"]
    assert [one["choice"] for one in kept] == ["Sleep; Time outside", "7.5", "2026-12-24"]
    assert [one["texts"] for one in kept] == [[], ["about seven and a half"], ["24 December"]]
    whole.say(COACH, "/digest Ada")
    read = "\n".join(whole.sim.texts(COACH))
    for words in ("Sleep; Time outside", "about seven and a half", "7.5", "24 December"):
        assert words in read
    assert whole.tx(lambda tx: tx.db.execute("SELECT state FROM reflections").fetchone()[0]) == "finished"
