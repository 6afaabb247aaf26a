"""A coach's pages in a browser: on a phone and a desk, light and dark, from right to left, by keyboard."""

import asyncio
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "whole"))
from pages_browser import fresh, init_data
from whole import CLIENT, COACH, Whole, coach_and_client, free_port, whole_bot

from bot.runtime import desk_site

from . import chromium

pytestmark = [
    pytest.mark.skipif(
        chromium.PROGRAM is None, reason="no Chromium on this machine: apt-get install chromium"
    ),
    pytest.mark.xdist_group("browser"),
    pytest.mark.slow,
]

CALM = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking")
LONG = 30_000
PATHS = ("/", "/sessions", f"/clients/{CLIENT}", f"/clients/{CLIENT}/journal", f"/clients/{CLIENT}/agreement")


@contextmanager
def on_a_thread(whole: Whole) -> Iterator[None]:
    """The bot's loop runs by itself meanwhile, so that a browser is answered; it is asked as before."""
    loop, alone = whole.runner.get_loop(), whole.run
    thread = Thread(target=loop.run_forever)
    thread.start()
    whole.run = lambda doing: asyncio.run_coroutine_threadsafe(doing, loop).result(60)  # type: ignore[method-assign]
    try:
        yield
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        whole.run = alone  # type: ignore[method-assign]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Whole]:
    """A bot whose pages are served at a port of this machine, with a digest and a session in them."""
    pages = {"enabled": True, "port": free_port()}
    folder = tmp_path_factory.mktemp("pages")
    with whole_bot(folder, practice=coach_and_client, pages=pages) as made:
        made.begin("pulse")
        made.tap(CLIENT, "3")
        made.say(CLIENT, "a line about the harbour, and how quiet it was there")
        made.say(COACH, "/session Ada 2026-11-24 15:00")
        made.say(COACH, "/digest Ada")
        served = desk_site.open_port(made.house)
        assert made.run(served.__aenter__())
        with on_a_thread(made):
            yield made
            made.run(served.__aexit__(None, None, None))


@pytest.fixture(scope="module")
def browser(whole: Whole) -> Iterator[Any]:
    """Begun after the bot: both have a loop, and the bot's moves to a thread of its own."""
    with sync_playwright() as made:
        started = made.chromium.launch(executable_path=chromium.PROGRAM, args=list(CALM))
        yield started
        started.close()


@contextmanager
def opened(browser: Any, whole: Whole, **how: Any) -> Iterator[Page]:
    """A browser that was let in; nothing may go wrong in it, and it asks nobody else."""
    faults: list[str] = []
    address = whole.house.config.pages.address
    with browser.new_context(base_url=address, **how) as context:
        page: Page = context.new_page()
        page.set_default_timeout(LONG)
        expect.set_options(timeout=LONG)
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.on("console", lambda said: faults.append(said.text) if "Policy" in said.text else None)
        page.on(
            "request",
            lambda asked: None if asked.url.startswith((address, "data:")) else faults.append(asked.url),
        )
        page.goto(f"/open/{fresh(whole)}")
        page.get_by_role("button").click()
        expect(page.get_by_role("link")).to_have_count(1)
        whole.tap(COACH, "Yes")
        expect(page.get_by_role("navigation")).to_be_visible()  # without a tap in the browser
        yield page
    assert faults == []


def digest_of(page: Page) -> str:
    """The address of the client's newest digest."""
    page.goto(f"/clients/{CLIENT}")
    found = re.findall(rf"/clients/{CLIENT}/digests/\d+", page.content())
    return str(found[0])


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [390, 1280])
def test_pages_are_right_in_a_browser(
    browser: Any, whole: Whole, tmp_path: Path, width: int, dark: bool, language: str
) -> None:
    """axe finds nothing wrong, nothing is wider than the screen, colours and direction follow who reads."""
    speak = "UPDATE coaches SET language = :language WHERE id = :id"
    with opened(
        browser,
        whole,
        viewport={"width": width, "height": 844},
        color_scheme="dark" if dark else "light",
        bypass_csp=True,
    ) as page:
        whole.tx(lambda tx: tx.db.execute(speak, {"language": language, "id": COACH}))
        for number, path in enumerate((*PATHS, digest_of(page), "/clients/999")):
            page.goto(path)
            page.evaluate(chromium.AXE.read_text("utf-8"))
            found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
            assert [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found["violations"]] == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert page.evaluate("document.documentElement.dir") == ("rtl" if language == "ar" else "ltr")
            paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
            assert paper == ("rgb(22, 24, 28)" if dark else "rgb(255, 253, 250)")
            page.screenshot(path=tmp_path / f"{number}.png", full_page=True)
        whole.tx(lambda tx: tx.db.execute(speak, {"language": "en", "id": COACH}))


def test_a_chart_has_its_colours_under_the_pages_own_policy(browser: Any, whole: Whole) -> None:
    """No style inside a page is needed: shapes of a chart are painted, and the policy has nothing to refuse."""
    with opened(browser, whole) as page:
        page.goto(digest_of(page))
        rules = page.evaluate("[...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).length")
        assert rules > 40
        painted = page.locator("svg [class^='fill-']")
        if painted.count():
            assert painted.first.evaluate("shape => getComputedStyle(shape).fill").startswith("rgb")


def test_what_telegram_says_is_handed_on(browser: Any, whole: Whole) -> None:
    """What stands behind the address goes to the server and out of the address, and the overview is there."""
    address = whole.house.config.pages.address
    with browser.new_context(base_url=address) as context:
        page: Page = context.new_page()
        page.set_default_timeout(LONG)
        page.goto(f"/app#tgWebAppData={quote(init_data(whole, COACH), safe='')}&tgWebAppVersion=9.1")
        expect(page.get_by_role("navigation")).to_be_visible()
        assert page.url == f"{address}/"


def test_pages_are_walked_by_keyboard(browser: Any, whole: Whole) -> None:
    """The first Tab leads past the bar, the next ones along it, and Enter opens a client."""
    with opened(browser, whole) as page:
        page.keyboard.press("Tab")
        expect(page.get_by_text("To the content")).to_be_focused()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Ada")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Ada")
        page.get_by_role("button", name="Sign out").press("Enter")
        expect(page.get_by_text("This browser is signed out.")).to_be_visible()
