"""Script files as commands take them: a file, a folder or standard input, with name and language."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.commands.house import complain
from bot.people.opening import File


def found(paths: Sequence[Path], language: str = "") -> tuple[File, ...]:
    """The script files below these paths; exit code 2 when there are none or one cannot be read."""
    files = tuple(file for path in paths for file in _below(path, language))
    if not files:
        complain(f"there is no script in {', '.join(map(str, paths))}; scripts are files that end in .md")
    return files


def _below(path: Path, language: str) -> Iterator[File]:
    if not path.exists():
        complain(f"there is no {path}")
    inside = sorted(path.rglob("*.md")) if path.is_dir() else [path]
    for one in inside:
        if one.name != "README.md":
            yield _file(one, language)


def _file(path: Path, language: str) -> File:
    folder = path.absolute().parent.name
    said = language or (folder if len(folder.split("-")[0]) in (2, 3) and folder.isascii() else "en")
    return File(path, path.stem, said, text_of(path))


def text_of(path: Path) -> str:
    """The text of a file, or of standard input for "-"."""
    try:
        return sys.stdin.read() if str(path) == "-" else path.read_bytes().decode("utf-8", "replace")
    except OSError as fault:
        complain(f"{path} cannot be read ({type(fault).__name__})")
