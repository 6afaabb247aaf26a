"""The prompts folder: a folder a language and a file a script, as bytes, with name and language."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

MOST = 64 * 1024 + 1
"""Bytes that are read of a file: one more than a script may have, so that a larger one is known as such."""


@dataclass(frozen=True)
class File:
    """A script's file: prompts/<language>/<name>.md."""

    path: Path
    name: str
    language: str
    content: bytes

    @property
    def source(self) -> str:
        """The text; a letter that is not UTF-8 shows as the replacement character."""
        return self.content.decode("utf-8", "replace")

    @property
    def text(self) -> str | bytes:
        """The text, or the bytes where they are none: reading them says what is wrong and where."""
        try:
            return self.content.decode("utf-8")
        except UnicodeDecodeError:
            return self.content

    @cached_property  # asked several times for each of some hundred files when the house opens
    def place(self) -> str:
        """The whole path, by which a working copy is known."""
        return str(self.path.resolve())


def is_script(path: Path) -> bool:
    """Whether a file of the folder is a script: not a hidden one, not a read-me, not an editor's own."""
    return path.suffix == ".md" and not path.name.startswith((".", "_", "README"))


def files(folder: Path) -> tuple[File, ...]:
    """The script files of the prompts folder, by language and name; one that just went away is left out."""
    return tuple(_read(path for path in sorted(folder.glob("*/*.md")) if is_script(path)))


def _read(paths: Iterable[Path]) -> Iterable[File]:
    for path in paths:
        try:
            yield File(path, path.stem, path.parent.name, content(path))
        except OSError:
            continue


def content(path: Path) -> bytes:
    """The bytes of a file, cut off behind what a script may have. Raises OSError."""
    with path.open("rb") as file:
        return file.read(MOST)
