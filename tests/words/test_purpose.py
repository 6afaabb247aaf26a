"""No text that is shipped claims what docs/intended-purpose.md says that Interlude is not."""

import re
from pathlib import Path

import pytest
from messages import messages, translated

ROOT = Path(__file__).parents[2]

CLAIMS = re.compile(
    r"\b(?:monitor(?:s|ing)?|detect(?:s|ion|ing)?|diagnos\w*|treat(?:s|ment)|heals?|cures?|therap\w*|"
    r"for depression|prevents? suicide|keeps? you safe|"
    r"überwach\w*|erkennt|diagnose\w*|behandel\w*|heil(?:t|en|ung)|gegen depression\w*|"
    r"vigil(?:a|amos)|supervisa|detecta|cura|trata (?:la|el|tu)|tratamientos?|contra la depresión|"
    r"يراقب|يشخص|يعالج|علاج)\b",
    re.IGNORECASE,
)
DENIED = re.compile(
    r"\b(?:not?|nobody|never|kein\w*|nicht|niemand|nadie|ningun[ao]?|ningún|ليس|ليست|لا)\b", re.IGNORECASE
)


def claims(text: str) -> list[str]:
    """What a text claims: a word of the list in a sentence that does not deny it."""
    sentences = re.split(r"(?<=[.!?:;])\s+", text)
    return [found[0] for one in sentences if not DENIED.search(one) for found in CLAIMS.finditer(one)]


def shipped() -> list[tuple[str, str]]:
    """Every text a person can read: messages, their translations, scripts, the README."""
    said = [(one.key, form) for one in messages() for form in one.forms]
    for language in ("de", "es", "ar"):
        said += [(key, form) for key, forms in translated(language).items() for form in forms]
    pages = [*(ROOT / "prompts").glob("*/*.md"), ROOT / "README.md"]
    return said + [(page.name, page.read_text("utf-8")) for page in pages]


def test_no_text_claims_what_it_is_not() -> None:
    """No message, translation, script or README says that it monitors, detects, treats or heals."""
    assert [(key, found) for key, text in shipped() if (found := claims(text))] == []


@pytest.mark.parametrize(
    "text",
    [
        "It monitors you.",
        "Good for depression",
        "It is a therapy.",
        "Es erkennt Krisen.",
        "Vigila tus respuestas.",
        "هذا علاج لك.",
    ],
)
def test_a_claim_is_noticed(text: str) -> None:
    """Each language's claims are found, and a denial is none."""
    assert claims(text)
    assert not claims("It is no therapy and it never monitors.")
