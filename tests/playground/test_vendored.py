"""What the pages carry of others is what its makers published, and says whose it is."""

import hashlib

import pytest

from bot.playground.templating import HERE

HTMX = {
    "htmx-2.0.11.min.js": "d6fdc75f204e6bdefa99b69bf1e6d4ac69b8a364f77929f45c13476b4000f717",
    "htmx-ext-sse-2.2.4.min.js": "98a46496de0c3605fbffdce9167ba427bdd9553184f83f149c261891a92c0136",
}
"""As the npm packages htmx.org and htmx-ext-sse have them (Zero-Clause BSD)."""


@pytest.mark.parametrize(("name", "digest"), HTMX.items())
def test_htmx_is_as_it_was_published(name: str, digest: str) -> None:
    """Each file has the hash of its package's, and its licence stands beside it."""
    assert hashlib.sha256((HERE / "static" / name).read_bytes()).hexdigest() == digest
    assert "BSD" in (HERE / "static" / "htmx-LICENSE.txt").read_text("utf-8")
