"""The door of a coach's pages, attacked: clocks set back, forms that never end, looks that are none."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from pages_browser import HOME, ON, Browser, fresh
from starlette.exceptions import HTTPException
from starlette.types import Message
from whole import CLIENT, COACH, Whole, coach_and_client, whole_bot

from bot.runtime import desk_site, guard
from bot.store import audit

DAY = timedelta(days=1)
OWN = {"Origin": HOME, "Sec-Fetch-Site": "same-origin"}


def _told(made: Whole) -> None:
    """Ada shares something, and Dana has it."""
    coach_and_client(made)
    made.say(CLIENT, "marigold for you too")
    made.say(COACH, "/digest Ada")


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    with whole_bot(tmp_path, practice=_told, **ON) as made:
        yield made


def _set_back(whole: Whole, by: timedelta) -> None:
    """Somebody sets the clock of the machine back."""
    whole.clock.instant -= by
    whole.clock.ahead += by


def _digest(browser: Browser) -> str:
    page = browser.get(f"/clients/{CLIENT}").text
    return f"/clients/{CLIENT}/digests/" + page.split("/digests/")[1].partition('"')[0]


# ---- a clock that is set back ----------------------------------------------------------------------


def test_a_clock_that_was_ahead_keeps_nobody_in(whole: Whole) -> None:
    """What was opened while the clock was a day ahead is over once it is right; a second of difference is not."""
    browser = Browser(whole).signed_in()
    _set_back(whole, timedelta(seconds=2))
    assert browser.get().status_code == 200
    _set_back(whole, DAY)
    assert browser.get().status_code == 401


def test_a_clock_that_was_ahead_leaves_no_link_open(whole: Whole) -> None:
    """A link, and a browser that waits, have their ten minutes and not those that the clock went wrong by."""
    waits, token = Browser(whole), fresh(whole)
    waits.open(token)
    whole.pause()
    unused = fresh(whole)
    _set_back(whole, DAY)
    assert Browser(whole).open(unused).status_code == 410
    assert waits.get().status_code == 401


def test_a_clock_that_is_set_back_shuts_nobody_out(whole: Whole) -> None:
    """Who guessed waits ten minutes as time passes, whatever the clock shows."""
    app = desk_site.application(whole.house)
    guesser = Browser(whole, app)
    for n in range(10):
        guesser.get(f"/open/guess{n}")
    _set_back(whole, DAY)
    assert guesser.get("/open/guess").status_code == 429
    whole.pause(601)
    assert guesser.get("/open/guess").status_code == 410


# ---- who asks, and for what ------------------------------------------------------------------------


def test_one_guesser_of_the_older_kind_shuts_out_no_other(whole: Whole) -> None:
    """Older addresses written the newer way are houses of their own."""
    app = desk_site.application(whole.house)
    for n in range(10):
        Browser(whole, app, "::ffff:203.0.113.5").get(f"/open/guess{n}")
    assert Browser(whole, app, "203.0.113.5").get("/open/x").status_code == 429
    assert Browser(whole, app, "::ffff:203.0.113.6").get("/open/x").status_code == 410


def test_what_nobody_sees_was_not_opened(whole: Whole) -> None:
    """A look at the head alone, or one that a browser takes in advance, is no row in the client's audit."""
    browser = Browser(whole).signed_in()
    path = _digest(browser)
    before = whole.tx(partial(audit.of_subject, subject=CLIENT))
    assert browser.ask("HEAD", path).status_code == 503
    assert browser.ask("GET", path, headers={"Sec-Purpose": "prefetch;prerender"}).status_code == 503
    assert whole.tx(partial(audit.of_subject, subject=CLIENT)) == before
    assert browser.get(path).status_code == 200


def test_a_number_without_end_is_a_page_that_there_is_not(
    whole: Whole, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever asks for one makes no line in the log, signed in or not."""
    path = "/clients/" + "9" * 5000
    assert Browser(whole).get(path).status_code == 401
    assert Browser(whole).signed_in().get(path).status_code == 404
    assert "could not be shown" not in "".join(capsys.readouterr())


def test_a_digest_that_did_not_come_is_on_no_page(whole: Whole) -> None:
    """One that Telegram refused is not there by its number either: its words were not told."""
    browser = Browser(whole).signed_in()
    path = _digest(browser)
    whole.tx(
        lambda tx: (
            tx.db.execute("UPDATE outbox SET state = 7 WHERE key IN (SELECT carrier FROM digests)").rowcount
        )
    )
    assert "/digests/" not in browser.get(f"/clients/{CLIENT}").text
    assert browser.get(path).status_code == 404


# ---- forms -----------------------------------------------------------------------------------------


def test_a_form_that_lies_about_its_length_is_not_read(whole: Whole) -> None:
    """What is longer than it says is left where it is too large, and the connection is not kept for the rest."""

    async def parts() -> AsyncIterator[bytes]:
        for _ in range(5):
            yield b"x" * 4000

    headers = {**OWN, "Content-Length": "10", "Content-Type": "application/x-www-form-urlencoded"}
    answer = Browser(whole).ask("POST", "/open", content=parts(), headers=headers)
    assert answer.status_code == 413
    assert answer.headers["connection"] == "close"


def test_a_form_that_never_ends_is_not_waited_for() -> None:
    """Whoever sends slowly keeps no connection: the time for all of it is up."""

    async def never() -> Message:
        await asyncio.Event().wait()
        return {}

    async def read() -> Message:
        return await guard.bounded(never, 100, patience=0)()

    with pytest.raises(HTTPException) as found:
        asyncio.run(read())
    assert found.value.status_code == 408


def test_a_browser_without_fetch_metadata_comes_in(whole: Whole) -> None:
    """It says its origin, as the pages allow it to towards themselves; where it says none, it is refused."""
    token, browser = fresh(whole), Browser(whole)
    assert browser.get(f"/open/{token}").headers["referrer-policy"] == "same-origin"
    for origin, code in (("null", 403), ("https://elsewhere.example", 403), (HOME, 303)):
        sent = browser.ask("POST", "/open", data={"token": token}, headers={"Origin": origin})
        assert sent.status_code == code
