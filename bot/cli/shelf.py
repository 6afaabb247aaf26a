"""Script files as commands take them: a file, a folder or standard input, with name and language."""

import codecs
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.cli.voice import complain
from bot.people.admin import folder
from bot.people.admin.folder import File

_CODES = """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz
    ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik
    io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml
    mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd
    se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi
    vo wa wo xh yi yo za zh zu
"""
CODES = frozenset(re.findall(r"\w+", _CODES))
"""The languages of two letters: a folder of such a name is a folder of that language."""

_SAID = re.compile(
    r"^language[ \t]*:[ \t]*[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)[\"']?[ \t]*$", re.MULTILINE
)


def found(paths: Sequence[Path], language: str = "") -> tuple[File, ...]:
    """The script files below these paths; exit code 2 when there are none or one cannot be read."""
    files = tuple(dict.fromkeys(file for path in paths for file in _below(path, language)))
    if not files:
        complain(f"there is no script in {', '.join(map(str, paths))}; scripts are files that end in .md")
    return files


def _below(path: Path, language: str) -> Iterator[File]:
    if not path.exists():
        complain(f"there is no {path}")
    if not path.is_dir():
        yield _file(path, language)
        return
    for one in sorted(path.rglob("*.md")):
        if folder.is_script(one) and one.is_file():
            yield _file(one, language)


def _file(path: Path, language: str) -> File:
    try:
        content = folder.content(path)
    except OSError as fault:
        complain(f"{path} cannot be read ({type(fault).__name__})")
    return File(path, path.stem, language or language_of(path, content), content)


def language_of(path: Path, content: bytes) -> str:
    """The folder's, where it is a folder of a language; else what the header says; else English."""
    place = path.absolute().parent
    if place.name.partition("-")[0] in CODES or place.parent.name == "prompts":
        return place.name
    said = _SAID.search(content[:4096].decode("utf-8", "replace"))
    return said[1].lower() if said else "en"


DOCUMENTS = (b"PK\x03\x04", b"{\\rtf", b"\xd0\xcf\x11\xe0", b"%PDF")
"""How documents begin that hold more than words: of a word processor, in its newer and older form, and PDF."""


def text_of(path: Path) -> str:
    """The text of a list, or of standard input for "-", in UTF-8 or as a spreadsheet saves it in UTF-16."""
    try:
        content = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except OSError as fault:
        complain(f"{path} cannot be read ({type(fault).__name__})")
    if content.startswith(DOCUMENTS):
        complain(f"{path} is a word processor's document; save it there as plain text (.txt, UTF-8).")
    try:
        wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        return content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        complain(f"{path} is not plain text in UTF-8; choose UTF-8 as the encoding where it is saved.")
