"""The bill of materials names what the lock names, and no place to download it from."""

import json
import re
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def locked() -> dict[str, set[str]]:
    """Every release of the lock, with its hashes."""
    text = (ROOT / "requirements.lock").read_text()
    parts = re.findall(r"^(\S+==\S+)((?:[^\n]*\\\n\s+--hash=sha256:[0-9a-f]{64})+)", text, re.MULTILINE)
    return {name: set(re.findall(r"sha256:([0-9a-f]{64})", hashes)) for name, hashes in parts}


def made() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / "sbom.cdx.json").read_text())
    return found


def test_the_bill_of_materials_is_the_lock() -> None:
    """Each release with exactly its hashes, none more and none less; `make sbom` writes it anew."""
    named = {
        f"{one['name']}=={one['version']}": {hashed["content"] for hashed in one["hashes"]}
        for one in made()["components"]
    }
    assert len(named) > 20
    assert named == locked()
    assert (ROOT / "requirements.lock").read_text().count("==") >= len(named)


def test_the_bill_of_materials_names_no_place_to_download_from() -> None:
    """It is CycloneDX, and the only address in it is that of its own form."""
    text = (ROOT / "sbom.cdx.json").read_text()
    assert made()["bomFormat"] == "CycloneDX"
    assert {one.partition("/")[0] for one in re.findall(r"https?://(\S+?)\"", text)} == {"cyclonedx.org"}
