"""The pictures of the demo's lives for docs/pictures: each at the moment that it shows, out of the playground."""

import re
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from . import chromium

COMMAND = [
    sys.executable,
    "-m",
    "bot",
    "playground",
    "--no-browser",
    "--port",
    "0",
    "--weeks",
    "1",
    "--seed",
    "7",
]
A_WEEK_ON = "2026-12-07"
LONG = 60_000

MOMENTS = {
    "ada": ("Dana", "I arranged it that way."),
    "ben": ("Ben", "It is kept as a marked moment"),
    "hana": ("Hana", "You chose to tell Dana now."),
    "cleo": ("Cleo", "It was a loud week"),
    "fay": ("Fay", "That's it for today."),
    "gil": ("Gil", "What you wrote may need a person."),
    "dev": ("Dev", "It can rest here."),
}
"""By life: in whose chat, and the words that stand lowest in the picture."""


def portraits(out: Path) -> None:
    """Play the demo's first week, and take a picture of each life as a phone shows it."""
    with subprocess.Popen(COMMAND, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            found = re.search(r"http://\S+/", process.stdout.readline())
            assert found is not None
            with sync_playwright() as made:
                _all(
                    made.chromium.launch(executable_path=chromium.PROGRAM, args=["--no-sandbox"]),
                    found[0],
                    out,
                )
        finally:
            process.kill()


def _all(browser: Browser, address: str, out: Path) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 960}, color_scheme="light")
    page.set_default_timeout(LONG)
    expect.set_options(timeout=LONG)
    page.goto(address)
    expect(page.locator(f'#clock time[datetime^="{A_WEEK_ON}"]')).to_be_visible()
    page.get_by_label("The clock").select_option("0")
    page.reload()
    for life, (name, words) in MOMENTS.items():
        _portrait(page, name, words, out / f"life-{life}.png")
    browser.close()


def _portrait(page: Page, name: str, words: str, file: Path) -> None:
    head = page.locator("[data-shows]", has_text=name).first
    if head.get_attribute("aria-pressed") == "false":
        head.click()
    chat = page.locator("section.chat").filter(has=page.get_by_role("heading", name=name, exact=True))
    earlier = chat.get_by_role("button", name=re.compile(r"^\d+ earlier$"))
    if earlier.count():
        earlier.click()
        expect(earlier).to_have_count(0)
    expect(chat.locator(".bubble", has_text=words).first).to_be_attached()
    chat.evaluate(
        """(chat, words) => {
            chat.querySelectorAll(".more, .write").forEach(part => part.remove());
            let last = [...chat.querySelectorAll(".bubble")].find(one => one.textContent.includes(words)), next;
            while ((next = last.nextElementSibling) && next.matches(".keys")) last = next;
            last.scrollIntoView({block: "end"});
            chat.querySelector(".lines").scrollTop += 8;
        }""",
        words,
    )
    chat.screenshot(path=file)
