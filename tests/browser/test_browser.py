"""Digest pages as a browser shows them: on a phone and a desk, light and dark, on paper, and to a screen reader."""

import hashlib
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "digest"))
import weeks

from bot.core.digest.digest import compile
from bot.i18n import texts
from bot.render.page import page

from . import chromium
from .chromium import View

pytestmark = [
    pytest.mark.skipif(
        chromium.PROGRAM is None, reason="no Chromium on this machine: apt-get install chromium"
    ),
    pytest.mark.xdist_group("browser"),
]

WIDTHS = (390, 1280)
VIEWS = [
    View(
        f"{week} {language} {width} {'dark' if dark else 'light'}",
        page(compile(made()), texts(language)),
        width,
        dark,
    )
    for week, made, languages in (("full", weeks.full, ("en", "ar")), ("quiet", weeks.quiet, ("de",)))
    for language in languages
    for width in WIDTHS
    for dark in (False, True)
]


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Each view as the browser reports it."""
    return chromium.looked_at(tmp_path_factory.mktemp("pages"), VIEWS)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_a_page_is_right_in_a_browser(view: View, seen: dict[str, Any]) -> None:
    """axe finds nothing wrong, nothing is wider than the screen, colours follow it, letters can be read."""
    told = seen[view.name]
    assert told["rules"] > 10
    assert told["wrong"] == []
    assert (told["width"], told["dark"]) == (view.width, view.dark)
    assert told["wide"] <= view.width
    assert told["paper"] == ("rgb(22, 24, 28)" if view.dark else "rgb(255, 253, 250)")
    assert told["smallest"] is None or told["smallest"] >= 11  # a week without pictures has no letter


def test_axe_would_find_what_is_wrong(tmp_path: Path) -> None:
    """A page without a language, with pale words and a row of pixels too wide is found out."""
    broken = VIEWS[0].page.replace(' lang="en"', "").replace("--muted: #60656e", "--muted: #e8e8e8")
    broken = broken.replace("<footer", '<div style="width: 900px">x</div><footer')
    told = chromium.looked_at(tmp_path, [View("broken", broken, 390, False)])["broken"]
    assert {"html-has-lang", "color-contrast"} <= {one.partition(":")[0] for one in told["wrong"]}
    assert told["wide"] > 390


def test_a_page_can_be_printed(tmp_path: Path) -> None:
    """On paper a full week is a few pages."""
    file = tmp_path / "full.html"
    file.write_text(VIEWS[0].page, "utf-8")
    chromium.printed(file, tmp_path / "full.pdf")
    made = (tmp_path / "full.pdf").read_bytes()
    assert made.startswith(b"%PDF-")
    assert 2 <= made.count(b"/Type /Page\n") <= 8


def test_axe_is_the_one_that_its_note_names() -> None:
    """What looks at the pages is axe-core as it was published."""
    assert hashlib.sha256(chromium.AXE.read_bytes()).hexdigest() == chromium.AXE_HASH
