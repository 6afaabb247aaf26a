"""How long a text is to a reader, and how to show less of it without breaking a word or a character."""

from itertools import accumulate
from re import finditer, sub
from unicodedata import category, east_asian_width

RUN = 24
"""Characters that one word may have; a longer run without a space counts as several."""

MORE = "…"
_JOINER = "\u200d"
_FLAGS = "".join(map(chr, range(0x1F1E6, 0x1F200)))
_LONGEST = 40  # marks on one character after which it is cut all the same


def count(text: str) -> int:
    """The words of a text as a reader takes them: two Chinese characters, or a run of 24, make one."""
    return sum(map(_weight, text.split()))


def trim(text: str, words: int) -> str:
    """The text if it has no more than so many words, else whole words from its start and an ellipsis.

    Only when the first word alone is too long is it cut, between two characters as a reader sees them.
    Line breaks stay, other space becomes single spaces.
    """
    tidy = sub(r"\s*\n\s*", "\n", sub(r"[^\S\n]+", " ", text.strip()))
    left, taken = words, 0
    for token in finditer(r"\S+", tidy):
        left -= _weight(token[0])
        if left < 0:
            return f"{tidy[:taken]} {MORE}" if taken else _head(token[0], words) + MORE
        taken = token.end()
    return tidy


def own(text: str, file: str = "", origin: str = "") -> str:
    """What a person said in words of their own: nothing that is forwarded, and no line that names a file."""
    if origin:
        return ""
    return sub(r"^\[[^\[\]\n]*\] ?", "", text) if file else text


def shorten(text: str, characters: int) -> str:
    """One line of at most so many characters, cut after a whole word if it can be: a name, a title."""
    whole = " ".join(text.split())
    if len(whole) <= characters:
        return whole
    cut = whole[: boundary(whole, characters - 1)]
    at_space = cut.rfind(" ")
    return (cut[:at_space] if at_space > characters // 2 else cut).rstrip() + MORE


def shorten_name(text: str, characters: int) -> str:
    """A name, shortened; what stands in brackets behind it, by which two of a name are told apart, stays whole."""
    whole = " ".join(text.split())
    name, bracket, mark = whole.rpartition(" (")
    if not bracket or not mark.endswith(")"):
        return shorten(whole, characters)
    return shorten(name, characters) + bracket + mark


def boundary(text: str, place: int) -> int:
    """The nearest place at or before ``place`` where the text can be cut without splitting a character."""
    flags = place - len(text[:place].rstrip(_FLAGS))  # two of these letters make one flag
    nearest = place - flags % 2
    lowest = max(0, nearest - _LONGEST)
    while nearest > lowest and nearest < len(text) and _joined(text[nearest - 1], text[nearest]):
        nearest -= 1
    return nearest if nearest > lowest else place


def _weight(token: str) -> int:
    units = len(token) if token.isascii() else sum(map(_units, token))
    return -(-units // RUN)


def _units(character: str) -> int:
    return RUN // 2 if east_asian_width(character) in "WF" else 1


def _head(token: str, words: int) -> str:
    room = words * RUN
    place = sum(total <= room for total in accumulate(map(_units, token[: room + 1])))
    return token[: boundary(token, place)]


def _joined(before: str, after: str) -> bool:
    """Whether the two belong to one character on the screen: accents, joined emoji, skin tones."""
    return (
        category(after) in ("Mn", "Me", "Mc")
        or before == _JOINER
        or after == _JOINER
        or "\U0001f3fb" <= after <= "\U0001f3ff"
        or "\U000e0020" <= after <= "\U000e007f"
    )
