"""Something for several people at once: "thank Ada and Jonas", "tell all of them: …", "ask everybody …"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from bot.core.understand import names

Deed = Literal["thank", "write", "ask", "cancel", ""]


@dataclass(frozen=True, slots=True)
class Multitude:
    """What is to be done, to whom (``all``, or these), and the words behind, as they were typed."""

    deed: Deed
    ids: tuple[int, ...]
    all: bool
    words: str


_VERBS: tuple[tuple[Deed, str], ...] = (
    (
        "thank",
        r"(?:say |send |sage? )?(?:my )?(?:thank(?:s| you)?|danke?|bedanke?|gracias)"
        r"(?: (?:dich|mich))?(?: (?:to|an|bei|a))?",
    ),
    (
        "write",
        r"(?:tell|write|reply|respond|answer|message|text|say|let|sage?|schreibe?|antworte|di|escribe|اكتبي?|قولي|قل)"
        r"(?: (?:back to|to|an|a|على|إلى|الى))?",
    ),
    ("ask", r"(?:ask|frage?|pregunta(?: a)?|اسأل|اسألي|اسال|اسالي)"),
    ("cancel", r"(?:cancel|call off|sage?|streiche?|absagen?)"),
    ("", r"(?:session|sess|log|book|how are|show|remind|invite|suggest|give|assign|erinnere?|wie geht es)"),
)
_FRONT = r"^\W*(?:please |bitte |can you |could you |kannst du )?"
_ALL = re.compile(
    r"(?:to )?(?:all(?: of)?(?: (?:them|my clients|the clients|clients|you|us))?|every(?:body|one)|"
    r"allen?(?: klient\w*)?|jede[mnr]|todos|الجميع|الكل)(?!\w)",
    re.IGNORECASE,
)
_AND = re.compile(r"^\s*(?:[,&+]|(?:and|und|y|e|sowie|و)(?!\w))\s*", re.IGNORECASE)


def multitude(text: str, people: Iterable[tuple[int, str]]) -> Multitude | None:
    """What several people are named for; None where it is one, or nobody."""
    known = list(people)
    for deed, verb in _VERBS:
        found = re.match(f"{_FRONT}{verb}(?!\\w)\\s*", text.strip(), re.IGNORECASE)
        if found is None:
            continue
        rest = text.strip()[found.end() :]
        each = _ALL.match(rest) if deed != "cancel" else None  # all of a stretch is another matter
        if each is not None:
            return Multitude(deed, (), True, _behind(rest[each.end() :]))
        ids, left = _named(rest, known)
        if len(ids) > 1:
            return Multitude(deed, ids, False, _behind(left))
    return None


def _named(rest: str, known: list[tuple[int, str]]) -> tuple[tuple[int, ...], str]:
    """Everybody who is named one after another at the beginning, and what stands behind them."""
    ids: list[int] = []
    while True:
        spaced = re.sub(r"([:?!])", r" \1 ", rest, count=1)
        way = next((one for one in names.named(spaced, known) if one.whole and len(one.ids) == 1), None)
        if way is None:
            return tuple(dict.fromkeys(ids)), rest
        ids += way.ids
        comma = spaced[: len(spaced) - len(way.rest)].rstrip().endswith(",")
        joined = _AND.match(way.rest)
        rest = way.rest[joined.end() :] if joined else way.rest
        if not (joined or comma) or not rest:
            return tuple(dict.fromkeys(ids)), rest


def _behind(rest: str) -> str:
    said = rest.strip().lstrip(":").strip()
    return re.sub(r"^(?:,\s*)?(?:that|dass|know(?: that)?|que)\s+(?=\S)", "", said, flags=re.IGNORECASE)
