"""A text in Telegram's HTML as so many messages as it takes, cut where a reader would pause."""

import re
from collections.abc import Iterator
from html import unescape

from bot.core.base.words import boundary

MESSAGE = 4096
"""UTF-16 units of one message, counted as it is read, without its markup."""

CAPTION = 1024
"""The same of a file's caption."""

_INSTANT = 64  # units left free where a message names instants, each of which stays in one piece

_ATOM = re.compile(
    r"<tg-time [^<>]*>(?P<words>[^<>]*)</tg-time>"
    r"|(?P<tag></?[a-zA-Z][^<>]*>)|&(?:#\d{1,9}|#[xX][0-9a-fA-F]{1,8}|\w{1,8});|.",
    re.DOTALL,
)
_NAME = re.compile(r"</?([\w-]+)")
_PAUSES = tuple(map(re.compile, (r"\n\s*\n", r"\n", r"[.!?…؟。！？]+[\s»”\")\u2069]+", r"\s+")))


def units(text: str) -> int:
    """How long plain text is to Telegram."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def fits(text: str, most: int = MESSAGE) -> bool:
    """Whether a text in HTML is one message."""
    return len(text) * 2 <= most or units("".join(shown for _, shown in _atoms(text))) <= most


def split_message(text: str, most: int = MESSAGE) -> tuple[str, ...]:
    """The text as one message or several of at most ``most`` units each, none of them blank but where all of it is.

    Cut at a paragraph's end, else a line's, a sentence's, a word's, else between two characters as a reader
    sees them. Whatever is bold, quoted or linked at the cut is so on both sides of it.
    """
    if fits(text, most):
        return (text,)
    atoms = list(_atoms(text))
    plain = "".join(shown for _, shown in atoms)
    most -= _INSTANT if "<tg-time " in text else 0
    return tuple(_pieces(atoms, _stretches(plain, most))) or ("",)


def _atoms(text: str) -> Iterator[tuple[str, str]]:
    """Tags, references and characters as they are written, each with what a reader sees of it."""
    for found in _ATOM.finditer(text):
        raw = found[0]
        if found["words"] is not None:
            yield raw, unescape(found["words"])
            continue
        yield raw, "" if found["tag"] else unescape(raw) if len(raw) > 1 else raw


def _stretches(plain: str, most: int) -> list[tuple[int, int]]:
    """Where each message begins and ends in the plain text; the blanks between two are in none."""
    found, start = [], 0
    while start < len(plain):
        end = _end(plain, start, most)
        part = plain[start:end]
        if part.strip():
            found.append((start + len(part) - len(part.lstrip()), start + len(part.rstrip())))
        start = end
    return found


def _end(plain: str, start: int, most: int) -> int:
    """Where the message that begins at ``start`` is cut."""
    left, end = most, start
    while end < len(plain) and left >= (step := 2 if plain[end] > "\uffff" else 1):
        left, end = left - step, end + 1
    if end == len(plain):
        return end
    window = plain[start:end]
    for pause in _PAUSES:
        last = max((found.end() for found in pause.finditer(window)), default=0)
        if last > len(window) // 3:
            return start + last
    whole = boundary(plain[start : end + 1], end - start)
    return start + whole if whole > 0 else end


def _pieces(atoms: list[tuple[str, str]], stretches: list[tuple[int, int]]) -> Iterator[str]:
    """The atoms of each stretch; tags that are open at its end are closed there, and opened in the next."""
    at, number = 0, 0
    opened: list[str] = []
    said: list[str] = []
    for raw, shown in atoms:
        if not shown:
            said.append(raw)
            _note(opened, raw)
            continue
        if number < len(stretches) and at >= stretches[number][1]:
            yield "".join(said) + _closing(opened)
            said, number = list(opened), number + 1
        if number < len(stretches) and stretches[number][0] <= at < stretches[number][1]:
            said.append(raw)
        at += len(shown)
    if number < len(stretches):
        yield "".join(said)


def _note(opened: list[str], tag: str) -> None:
    if not tag.startswith("</"):
        opened.append(tag)
    elif opened:
        opened.pop()


def _closing(opened: list[str]) -> str:
    return "".join(f"</{found[1]}>" for tag in reversed(opened) if (found := _NAME.match(tag)))
