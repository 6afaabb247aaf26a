"""The safety lists as files: each language's, read once; the practice's own where it has one, else the shipped."""

import re
from functools import cache, lru_cache
from pathlib import Path

from bot.core.base.issue import Issue
from bot.core.safety.concern import CATEGORIES, Concern
from bot.core.safety.safety_list import NOBODY, SafetyList, read
from bot.core.safety.sieve import Sieve, sieve

SHIPPED = Path(__file__).parent / "prompts"
NAME = "safety.txt"
ORDINARY = "safety.words.txt"


def languages(folder: Path = SHIPPED) -> tuple[str, ...]:
    """The languages that have a list, by code."""
    return tuple(sorted(path.parent.name for path in folder.glob(f"*/{NAME}")))


@cache
def full(folder: Path = SHIPPED) -> tuple[str, ...]:
    """The languages whose shipped list is whole, by code."""
    return tuple(one.language for one in _all(folder) if one.grade == "full")


def load(file: Path) -> tuple[SafetyList | None, list[Issue]]:
    """The list in a file, with the ordinary words beside it; or what is wrong with it. Raises OSError."""
    return read(*_texts(file), str(file))


def _texts(file: Path) -> tuple[str, str]:
    ordinary = file.with_name(ORDINARY)
    return file.read_text("utf-8"), ordinary.read_text("utf-8") if ordinary.exists() else ""


@lru_cache(maxsize=32)
def _known(source: str, ordinary: str) -> SafetyList | None:
    """A list by its text: two folders with the same one share what took a while to make, and its memory."""
    return read(source, ordinary)[0]


def issues(file: Path) -> list[Issue]:
    """What is wrong with a list in a file; a file that is no text is an issue too."""
    try:
        return load(file)[1]
    except (OSError, UnicodeDecodeError) as fault:
        remedy = "Save it as text in UTF-8."
        return [
            Issue(str(file), 1, 1, "", "FILE", "error", f"it cannot be read ({type(fault).__name__})", remedy)
        ]


def reviewer(language: str, folder: Path = SHIPPED) -> str | None:
    """Who reviewed a language's list, by its header alone; None where there is no list."""
    heads = _said(language, folder, "reviewed by")
    return (heads[0] or NOBODY) if heads else None


def _said(language: str, folder: Path, what: str) -> list[str]:
    """What the headers of a language's lists say under a name: the folder's own first, then the shipped one's."""
    places = (place / language / NAME for place in dict.fromkeys((folder, SHIPPED)))
    texts = (file.read_bytes().decode("utf-8", "replace") for file in places if file.is_file())
    found = (re.search(rf"^{what}: *(.*?) *$", text.partition("\n[")[0], re.MULTILINE) for text in texts)
    return [said[1] if said else "" for said in found]


def own(folder: Path) -> tuple[Path, ...]:
    """The lists of a folder that are not the shipped ones."""
    files = sorted(folder.glob(f"*/{NAME}"))
    shipped = {SHIPPED / file.parent.name / NAME: file for file in files}
    same = {mine for one, mine in shipped.items() if one.is_file() and one.read_bytes() == mine.read_bytes()}
    return tuple(file for file in files if file not in same)


@cache
def of(language: str, folder: Path = SHIPPED) -> SafetyList | None:
    """A language's list; the shipped one where the folder has none that can be read; None where there is none."""
    for place in dict.fromkeys((folder, SHIPPED)):
        try:
            made = _known(*_texts(place / language / NAME))
        except (OSError, UnicodeDecodeError):
            continue
        if made:
            return made
    return None


@cache
def _all(folder: Path) -> tuple[SafetyList, ...]:
    """The lists that everybody's messages are read by: the whole ones first, then the beginnings."""
    each = (of(one, folder) for one in languages())
    return tuple(sorted((one for one in each if one), key=lambda one: one.grade != "full"))


@cache
def _sieve(folder: Path) -> Sieve:
    """What of a message leads to which list."""
    return sieve(one.finder for one in _all(folder))


def warm(folder: Path = SHIPPED) -> None:
    """Read every list now, so that nobody's first message waits for it."""
    _sieve(folder)


def find(text: str, language: str, folder: Path = SHIPPED) -> Concern | None:
    """The gravest concern of a message by its writer's list, and by every other as it is spelt.

    People in need write in the language that comes first, whatever is chosen here or spoken around them. A
    letter wrong is mended in the writer's own alone.
    """
    own = of(language, folder)
    found = [own.finder.find(text)] if own else []
    others = (one for one in _sieve(folder).worth(text) if own is None or one is not own.finder)
    found += [one.find(text, mend=False) for one in others]
    heard = [one for one in found if one]
    return min(heard, key=lambda one: (one.tier, CATEGORIES.index(one.category)), default=None)
