"""One form for words that look different and are the same: letters, digits, signs, blanks."""

import re
from functools import lru_cache
from unicodedata import combining, decimal, normalize

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("’‘ʼʻ`´′＇ʹ", "'"),
        **dict.fromkeys("،؛;，、", ","),
        **dict.fromkeys("\u0640ءۥ", None),  # the stretching line; a hamza on its own is often left away
        **dict.fromkeys("¿¡", None),  # a Spanish question has its mark in front too, or has it not
        **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u061c\ufeff", None),
        **{chr(mark): None for mark in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))},
        **dict.fromkeys(map(chr, range(9)), None),  # no person writes these; the lexer uses two of them
        "ة": "ه",
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ı": "i",
    }
)


@lru_cache(maxsize=32)  # of one message it is asked a dozen times
def fold(text: str) -> str:
    """Small letters without accents, digits 0 to 9, one kind of dash, comma and apostrophe, single blanks."""
    if text.isascii():  # has no accents, and its digits and signs are as they are to be
        return " ".join(text.casefold().translate(_SIGNS).split())
    plain = "".join(
        str(decimal(letter)) if letter.isdecimal() else letter
        for letter in normalize("NFKD", text.replace("´", "'")).casefold()  # else it falls apart into a blank
        if not combining(letter)
    )
    return " ".join(normalize("NFKC", plain.translate(_SIGNS)).split())


def listed(words: str) -> frozenset[str]:
    """The words of a list that is written as one text."""
    return frozenset(words.split())


def same(text: str) -> str:
    """The form in which names are compared: as ``fold``, without blanks, dots, dashes and apostrophes."""
    return re.sub(r"[\s.,'\"\-_]+", "", fold(text))
