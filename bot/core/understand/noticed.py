"""Noticed: a coach's short words about the client of whom a notice is open: that they spoke, or what it was."""

import re
from typing import Literal

from bot.core.understand.folding import fold
from bot.core.understand.utterance import heard

Noticed = Literal["spoke", "asks", ""]

LONGEST = 120
"""Letters of such words; what is longer tells something of its own."""

_LEAD = r"(?:(?:ok|okay|thanks|thank you|danke|gracias|so|and|also|y|ya|just|i|ive|have|well) )*"
_HER = r"(?:him|her|them|ihm|ihr|ihn|sie|el|ella|NAME)"
_SPOKE = (
    rf"(?:spoke|spoken|talked) (?:to|with) {_HER}\b.*|(?:called|reached|rang|phoned) {_HER}\b.*"
    rf"|(?:ich )?(?:habe?|bin) (?:gerade |eben |schon )?(?:mit |bei )?{_HER} (?:gerade |eben |schon )?"
    r"(?:gesprochen|geredet|telefoniert|angerufen|erreicht)\b.*"
    rf"|(?:hable|he hablado|acabo de hablar) con {_HER}\b.*|l[oea] (?:llame|he llamado)\b.*"
    r"|(?:تكلمت|تحدثت|اتكلمت|حكيت) مع\w* ?.*|اتصلت ب\w+.*|كلمت(?:ه|ها)\b.*"
)
_ASKS = (
    rf"what (?:was|is) (?:that|it|this|up)(?: about| with)?(?: {_HER})?|what did (?:he|she|they|NAME) (?:write|say)|(?:call|ring|phone) {_HER}"
    rf"|was hat (?:er|sie|NAME) (?:denn |da )?(?:geschrieben|gesagt)|was (?:war|ist)(?: das| da| denn| los)* (?:mit|bei) {_HER}"
    rf"|(?:rufe?) {_HER} an|{_HER} anrufen|que (?:escribio|dijo)(?: NAME| el| ella)?|que (?:paso|pasa|era eso)(?: con| de)? {_HER}|llamar? a {_HER}"
    r"|(?:ماذا|شو|ايش|وش) (?:كتب|كتبت|قال|قالت)(?: NAME)?|(?:اتصلي?|اتصال) ب\w+"
)
_READINGS = tuple(
    (kind, re.compile(f"{_LEAD}(?:{said})")) for kind, said in (("spoke", _SPOKE), ("asks", _ASKS))
)


def noticed(words: str, name: str) -> Noticed:
    """Which of these short words are; "" where neither. ``name``: of the client, as the coach calls them."""
    if len(words) > LONGEST:
        return ""
    said = heard(words).joined
    for one in sorted({fold(name), *fold(name).split()[:1]}, key=len, reverse=True):
        said = re.sub(rf"\b{re.escape(one)}\b", "NAME", said) if one else said
    if "?" not in words and _READINGS[0][1].fullmatch(said):
        return "spoke"
    return "asks" if _READINGS[1][1].fullmatch(said) else ""
