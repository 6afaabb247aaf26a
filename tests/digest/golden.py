"""Golden files: what a digest really said. ``pytest --rewrite`` or REWRITE=1 writes them anew."""

import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def agrees(name: str, made: str, rewrite: bool) -> bool:
    """Whether the golden file of that name says the same; when rewriting, it does afterwards."""
    file = GOLDEN / name
    if rewrite or os.environ.get("REWRITE"):
        file.write_text(made, encoding="utf-8")
    return file.read_text(encoding="utf-8") == made
