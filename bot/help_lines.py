"""The help lines as files: a country's as the practice wrote it, else the shipped."""

import tomllib
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path

from bot.core.base.issue import Issue
from bot.core.safety.helpline import CountryHelp, Helpline, read

SHIPPED = Path(__file__).parent / "prompts"
NAME = "help_lines.toml"


def load(file: Path) -> tuple[dict[str, CountryHelp], list[Issue]]:
    """The countries of a file, and what is wrong with it. Raises OSError, UnicodeDecodeError."""
    text = file.read_text("utf-8")
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        what = f"it is no TOML: {fault if isinstance(fault, ValueError) else 'it is nested too deep'}"
        return {}, [Issue(str(file), 1, 1, "", "FILE", "error", what, "Mend that line.")]
    return read(data, text, str(file))


def issues(file: Path) -> list[Issue]:
    """What is wrong with a file; one that is no text is an issue too."""
    try:
        return load(file)[1]
    except (OSError, UnicodeDecodeError) as fault:
        what = f"it cannot be read ({type(fault).__name__})"
        return [Issue(str(file), 1, 1, "", "FILE", "error", what, "Save it as text in UTF-8.")]


def files(folder: Path = SHIPPED) -> tuple[Path, ...]:
    """The files that count for a prompts folder: the shipped one, and the practice's own where there is one."""
    own = folder / NAME
    mine = own.is_file() and own.read_bytes() != (SHIPPED / NAME).read_bytes()
    return (SHIPPED / NAME, own) if mine else (SHIPPED / NAME,)


@cache
def every(folder: Path = SHIPPED) -> Mapping[str, CountryHelp]:
    """All countries; what a practice wrote of one stands instead, unless it cannot be read."""
    found: dict[str, CountryHelp] = {}
    for file in files(folder):
        with suppress(OSError, UnicodeDecodeError):
            found |= load(file)[0]
    return found


def of(country: str, folder: Path = SHIPPED) -> CountryHelp | None:
    """One country's; None where it is not known, never another's."""
    return every(folder).get(country)


def old(today: date, folder: Path = SHIPPED) -> tuple[tuple[str, Helpline], ...]:
    """What is to be looked at again, each with its country: a year old, or at its end."""
    lines = ((code, one) for code, each in every(folder).items() for one in each.lines)
    return tuple((code, one) for code, one in lines if one.old(today))
