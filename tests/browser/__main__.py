"""``python -m tests.browser`` makes the pictures of the pages for docs/pictures, and looks at them with axe."""

# ruff: noqa: T201 - printing is what it is for

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "digest"))
import weeks

from bot.core.digest.digest import compile
from bot.i18n import texts
from bot.render.page import page
from bot.render.picture import picture

from . import chromium, portraits

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"


def main() -> None:
    """The week of the goldens, as it is shown, and the demo's lives."""
    digest, say = compile(weeks.full()), texts()
    drawn = picture(digest, say)
    if drawn:
        (PICTURES / "digest-picture.png").write_bytes(drawn)
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "digest.html"
        file.write_text(page(digest, say), "utf-8")
        chromium.pictured(file, PICTURES / "digest-page.png", 720, 900, sharp=1)
    portraits.portraits(PICTURES)
    print(*sorted(one.name for one in PICTURES.glob("*.png")))


if __name__ == "__main__":
    main()
