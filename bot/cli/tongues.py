"""Tongues: which of a collection's words are in the wanted language, where it holds several; never mixed."""

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

from bot.cli.shelf import CODES

V = TypeVar("V")

FIELDS = frozenset(
    ("language", "lang", "locale", "tongue", "sprache", "langue", "idioma", "lingua", "اللغة", "لغة")
)
"""What a field is called that says which language an object or a row is in."""

_NAMES = """
    en english englisch anglais inglés | de german deutsch allemand alemán | ar arabic arabisch arabe العربية
    | fr french français französisch francés | es spanish español spanisch espagnol | it italian italiano
    | pt portuguese português | ru russian русский russisch | nl dutch nederlands | tr turkish türkçe
"""
_NAMED = {name: names.split()[0] for names in _NAMES.split("|") for name in names.split()}

_CODE = re.compile(r"([a-z]{2})(?:[-_][a-z]{2,4})?")
_ENDS = re.compile(r"(.+?)(?:[_\-. :/]|\s?[(\[])([A-Za-z]{2}(?:[-_][A-Za-z]{2})?)[)\]]?")
_HUMPED = re.compile(r"([a-z]+)([A-Z][A-Za-z])")


def code(word: str) -> str:
    """The language that a word names, as two letters; "" for another word."""
    said = word.strip().casefold()
    found = _CODE.fullmatch(said)
    return _NAMED.get(said) or (found[1] if found and found[1] in CODES else "")


def by_language(keys: Iterable[str], wanted: str) -> bool:
    """Whether names are those of languages, one for each: the same words in several."""
    codes = [code(key) for key in keys]
    return bool(codes) and all(codes) and (len(codes) > 1 or codes[0] in {base(wanted), *_NAMED.values()})


def base(language: str) -> str:
    """``en`` of ``en-GB``."""
    return re.split("[-_]", language.casefold())[0]


def foreign(fields: Mapping[str, object], wanted: str) -> str:
    """The language that an object or a row says it is in, where it is another than the wanted one."""
    said = (str(value) for key, value in fields.items() if key.strip().casefold() in FIELDS)
    return next((one for each in said if (one := code(each)) and one != base(wanted)), "")


def ending(name: str) -> tuple[str, str]:
    """``question_de``, ``question (de)`` and ``questionDe`` as name and language; no language for other names."""
    found = _ENDS.fullmatch(name.strip()) or _HUMPED.fullmatch(name.strip())
    said = code(found[2]) if found else ""
    return (found[1].strip(), said) if found and said else (name, "")


def parted(fields: Mapping[str, V], wanted: str, known: Iterable[str]) -> tuple[dict[str, V], list[str]]:
    """The fields without those of other languages, under their bare names; and the names of those.

    An ending is a language where two fields differ in nothing else, or where the bare name is ``known``.
    """
    ends = {name: ending(name) for name in fields}
    stems = [stem for stem, said in ends.values() if said]
    several = {stem for stem in stems if stems.count(stem) > 1 or stem.casefold() in frozenset(known)}
    others = [
        name for name, (stem, said) in ends.items() if stem in several and said not in ("", base(wanted))
    ]
    kept = {
        ends[name][0] if ends[name][0] in several else name: value
        for name, value in fields.items()
        if name not in others
    }
    return kept, others
