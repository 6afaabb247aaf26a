"""The playground in a browser, from the command line to the first digest: chats, clock, studio, trouble."""

import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect, sync_playwright

from . import chromium

pytestmark = [
    pytest.mark.skipif(
        chromium.PROGRAM is None, reason="no Chromium on this machine: apt-get install chromium"
    ),
    pytest.mark.xdist_group("browser"),
    pytest.mark.slow,
]

COMMAND = [sys.executable, "-m", "bot", "playground", "--no-browser", "--port", "0"]
CALM = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking")
LONG = 60_000
"""Milliseconds that a machine with much else to do may take."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A playground as the command serves it."""
    with subprocess.Popen(COMMAND, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        found = re.search(r"http://\S+/", process.stdout.readline())
        assert found is not None
        yield found[0]
        process.kill()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_playwright() as made:
        started = made.chromium.launch(executable_path=chromium.PROGRAM, args=list(CALM))
        yield started
        started.close()


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Page]:
    """The page as somebody opens it; nothing may go wrong in it, and it asks nobody else."""
    faults: list[str] = []
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        made: Page = context.new_page()
        made.set_default_timeout(LONG)
        expect.set_options(timeout=LONG)
        made.on("pageerror", lambda fault: faults.append(str(fault)))
        made.on("request", lambda asked: faults.append(asked.url) if address not in asked.url else None)
        made.goto(address)
        yield made
    assert faults == []


def chat(page: Page, name: str) -> Locator:
    return page.locator("section.chat").filter(has=page.get_by_role("heading", name=name, exact=True))


def write(page: Page, name: str, words: str) -> None:
    """Somebody writes and presses Enter."""
    box = chat(page, name).get_by_label(f"{name} writes")
    box.fill(words)
    box.press("Enter")
    expect(box).to_have_value("")


def last(page: Page, name: str) -> Locator:
    return chat(page, name).locator(".bubble .words").last


def settled(page: Page) -> None:
    """All of the demo's people are there, and the clock stands, so that nothing else happens."""
    expect(page.locator("[data-shows]", has_text="Dev")).to_be_visible()  # the last to come
    page.get_by_label("The clock").select_option("0")


def wrong(page: Page) -> list[str]:
    """What axe finds wrong with the page as it stands."""
    page.add_init_script(chromium.AXE.read_text("utf-8"))
    page.reload()
    found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found["violations"]]


def test_from_the_first_visit_to_the_first_digest(page: Page) -> None:
    """A client takes a question and answers it; the clock goes to Sunday, and the coach has it word by word."""
    settled(page)
    chat(page, "Ada").locator("button.key", has_text="A question now").last.click()
    chat(page, "Ada").locator("button.key").first.click()
    write(page, "Ada", "The first snow, and how quiet it was")
    page.get_by_role("button", name="next digest").click()
    expect(chat(page, "Dana").locator(".words", has_text="how quiet it was").first).to_be_visible()
    expect(page.locator("#plan li").first).to_be_visible()


def test_somebody_new_comes_in_by_a_link(page: Page) -> None:
    """The coach asks for a link, a first name opens it under the message, and a new chat is there."""
    settled(page)
    opens = chat(page, "Dana").locator(".joins")
    before = opens.count()
    write(page, "Dana", "/invite")
    expect(opens).to_have_count(before + 1)
    opens = opens.last
    opens.get_by_placeholder("First name").fill("Nora")
    opens.get_by_role("button").click()
    expect(last(page, "Nora")).to_contain_text("Would you like to begin?")


def test_a_command_is_completed_as_it_is_typed(page: Page) -> None:
    """Those that begin so stand below, Tab writes the first, and Enter sends it."""
    settled(page)
    box = chat(page, "Ada").get_by_label("Ada writes")
    box.fill("/an")
    offered = chat(page, "Ada").locator("[data-command]:visible")
    expect(offered).to_have_count(1)
    box.press("Tab")
    expect(box).to_have_value("/answers")
    box.press("Enter")
    expect(box).to_have_value("")
    expect(offered).to_have_count(0)


def test_a_restart_in_the_middle_of_an_answer_loses_nothing(page: Page) -> None:
    """Words are written, the bot is stopped and started, and they stand in the list of answers."""
    settled(page)
    write(page, "Ada", "/now")
    chat(page, "Ada").locator("button.key").first.click()
    write(page, "Ada", "half a thought about the harbour")
    page.get_by_label("The next message goes wrong").select_option("restart")
    page.get_by_role("button", name="Do it").click()
    write(page, "Ada", "/answers")
    expect(last(page, "Ada")).to_contain_text("harbour")


def test_a_mistake_is_mended_played_and_published(page: Page, address: str) -> None:
    """A closed question is marked with its line as it is typed; mended, the page is played and published."""
    settled(page)
    page.goto(f"{address}studio/en/mid-week")
    text = page.get_by_label("The page's text")
    whole = text.input_value()
    text.fill(whole + "\n# more\nAre you well?\n")
    expect(page.locator(".issues .plain").first).to_be_visible()
    page.locator(".issues .plain").first.click()
    expect(text).to_be_focused()
    text.fill(whole)
    expect(page.locator("#checked h2")).to_have_text("Nothing to mend")
    page.get_by_role("button", name="From the start").click()
    expect(page.locator(".stage .bubble").first).to_be_visible()
    page.get_by_label("What the client writes").fill("light")
    page.get_by_label("What the client writes").press("Enter")
    expect(page.locator(".stage .bubble.own")).to_have_text("light")
    page.get_by_role("button", name="Publish").click()
    expect(page.locator("#published p")).to_contain_text("mid-week (en)")


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [390, 820, 1440])
def test_pages_read_on_a_phone_and_a_desk(browser: Any, address: str, width: int, dark: bool) -> None:
    """axe finds nothing wrong, and nothing but the row of chats is wider than the screen."""
    scheme = "dark" if dark else "light"
    with browser.new_context(
        viewport={"width": width, "height": 844}, color_scheme=scheme, bypass_csp=True
    ) as context:
        page: Page = context.new_page()
        for path in ("", "studio", "studio/en/after-session"):
            page.goto(address + path)
            assert wrong(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_phone_has_the_chat_in_sight_and_wraps_a_page(browser: Any, address: str) -> None:
    """The first chat begins in the upper third, an Arabic page is wrapped, and each line reads in its direction."""
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        page: Page = context.new_page()
        page.set_default_timeout(LONG)
        page.goto(address)
        settled(page)
        box = page.locator(".chat:visible").first.bounding_box()
        assert box is not None and box["y"] < 844 / 3
        assert page.locator(".chat:visible").count() <= 4
        page.goto(f"{address}studio/ar/after-session")
        source = page.get_by_label("The page's text")
        assert source.evaluate("box => box.scrollWidth <= box.clientWidth")
        assert source.evaluate("box => getComputedStyle(box).unicodeBidi") == "plaintext"
        page.get_by_role("button", name="From the start").click()
        said = page.locator(".stage .bubble").first
        expect(said).to_be_visible()
        assert said.evaluate("one => getComputedStyle(one).direction") == "rtl"
