"""Words that correct what was shown back: "no, Wednesday", "at 4 not 3", "nicht Ada, sondern Ben"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.understand.folding import fold


@dataclass(frozen=True, slots=True)
class Amended:
    """``new``: what is right, as it was written. ``old``: what was wrong, "" where that is not said."""

    new: str
    old: str = ""


_LEAD = re.compile(
    r"(?:no|nope|nah|not quite|not right|that's wrong|thats wrong|wrong|sorry|oops|ups|hm+|wait|hold on|actually|"
    r"rather|correction|ok|okay|yes|yeah|but|please|i meant?(?: to say)?|i said|i wanted|i want|"
    r"(?:it|that)(?:'s| is| should be)|(?:should|must) be|make (?:it|that|this)|change (?:it|that|this)(?: to)?|"
    r"change to|change|correct (?:it|that) to|set it to|better|(?:it |the )?(?:is )?(?:supposed|meant) to be|"
    r"the (?:time|hour|day|date|client|name)(?: is| should be| to)?|the one (?:on|at|with|of)|"
    r"nein|ne|nee|doch|falsch|stimmt nicht|nicht ganz|entschuldigung|moment|warte|eigentlich|lieber|besser|"
    r"korrektur|ich mein(?:t)?e|ich wollte|ich will|mach(?:e)? (?:es|das|bitte|daraus)|"
    r"ander(?:e|n)?(?: es| das)? (?:auf|in|zu)|ander(?:e|n)?|es ist|das ist|es soll(?:te)?|soll(?:te)?|"
    r"aber|bitte|ja|"
    r"(?:die |der |das )?(?:uhrzeit|zeit|tag|datum|klient(?:in)?|name)(?: ist| soll)?|"
    r"(?:die|den|der) (?:von|mit|am)|"
    r"لا|عفوا|اسف|اسفه|بل|قصدي|اقصد|قصدت|اعني|اجعلها|اجعليها|غيرها الي|غيريها الي)"
    r"(?!\w)[\s,.:;!-]*"
)
"""What stands before the right words and says nothing of its own."""

_TAIL = re.compile(
    r"[\s,.:;!-]*(?<!\w)(?:instead|please|actually|rather|sorry|then|better|though|i meant?|i said|that is|"
    r"stattdessen|bitte|lieber|eigentlich|dann|besser|mein(?:t)?e ich|sein|werden|machen|"
    r"من فضلك|بدلا من ذلك|عفوا)$|[\s,:;!-]+$|(?<!\d)[.]+$"
)

_NOT = (
    r"(?:and |und |و)?(?:not|instead of|rather than|and no|nicht|statt|anstatt|anstelle von|kein(?:e|en)?|"
    r"ليس|وليس|بدلا من|لا)"
)
_BUT = (
    r"(?:\s*,\s*(?:but |rather |sondern |but rather |بل )?|\s+(?:but(?: rather)?|sondern|rather|بل)\s+|"
    r"\s*[.;:-]\s+)"
)

_SMALL = r"(?:on|at|in|with|the|am|um|im|mit|den|der|die|das|في|مع)"

_FORMS = (
    re.compile(rf"(?P<new>.+?)\s*,?\s*(?<!\w){_NOT}\s+(?P<old>.+)", re.DOTALL),
    re.compile(rf"{_NOT}\s+(?P<old>.+?){_BUT}(?P<new>.+)", re.DOTALL),
    re.compile(rf"{_NOT}\s+(?!{_SMALL}\s)(?P<old>\S+)\s+(?P<new>.+)", re.DOTALL),
    re.compile(
        r"(?:.*\b)?(?:change|move|swap|ander\w*|verschieb\w*|verleg\w*|tausche?)\s+(?:from |von )?(?P<old>.+?)\s+"
        r"(?:to|into|for|auf|zu|in|gegen)\s+(?P<new>.+)",
        re.DOTALL,
    ),
    re.compile(r"(?:from|von|من)\s+(?P<old>.+?)\s+(?:to|auf|zu|nach|الي)\s+(?P<new>.+)", re.DOTALL),
    re.compile(r"(?P<old>.+?)\s+(?:should be|must be|becomes|soll|wird|durch)\s+(?P<new>.+)", re.DOTALL),
)
"""Right and wrong side by side, in whichever order."""

LONGEST = 90
"""Letters of such words; what is longer tells something of its own."""


def amended(words: str) -> tuple[Amended, ...]:
    """Every way to take words as a correction; the plainest first, and without right words there is none."""
    said = fold(words)
    if not said or len(said) > LONGEST or "?" in said or "؟" in said:
        return ()
    return tuple(dict.fromkeys(one for one in _ways(said) if one.new))


def _ways(said: str) -> Iterator[Amended]:
    for plain in dict.fromkeys((said, bare(said))):
        for form in _FORMS:
            if found := form.fullmatch(plain):
                yield Amended(bare(found["new"]), bare(found["old"]))
    yield Amended(bare(said))


def bare(said: str) -> str:
    """Folded words without what leads to them or follows them and says nothing."""
    before = None
    while said != before:
        before = said
        said = _TAIL.sub("", _LEAD.sub("", said, count=1) if _LEAD.match(said) else said).strip()
    return said
