"""Words that sound like danger to a life, in three languages: a list of ours (docs/evidence.md), no finding."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.core.understand.folding import fold

APART = timedelta(hours=1)
"""Where help is is said once in this time."""

_NO = r"(?:(?:do|did|does)(?:n't|nt| not)|no longer|can't|cant|cannot|can not|never)"

_PHRASES = (
    # English
    r"\bsuicid(?:e|al|ing)\b",
    r"\b(?:kill|killing|hurt|hurting|harm|harming|cut|cutting) myself\b(?! off)",
    r"\bself[ -]?harm",
    r"\b(?:want|wanna|wish|going|plan|rather|ready|like) (?:to )?(?:die|be dead|not wake up|disappear forever)\b",
    r"\bwish (?:that )?i (?:was|were) (?:dead|never born)\b",
    r"\bbetter off (?:dead|without me)\b",
    rf"\b{_NO} want to (?:live|be alive|exist|wake up|be here any ?more)\b(?! (?:with|in|at|near|there|alone)\b)",
    r"\b(?:end(?:ing)? it all|(?:end|ending|take|taking) my (?:own )?life)\b",
    rf"\b{_NO} (?:see (?:a|any) (?:reason to live|point in living)|go on(?: like| any| living|\s*[.,!;]|$))",
    r"\b(?:no|not any) (?:reason|point|will) (?:to live|in living|to go on)\b",
    r"\b(?:emergency|overdos(?:e|ed|ing))\b",
    r"^(?:help me|i need help)[.!]*$",
    r"\b(?:help me,? please|i need help (?:now|right now|please))[.!]*$",
    r"\bplease,? help me\b",
    # German
    r"\b(?:suizid|selbstmord|selbsttot)",
    r"\b(?:bring|bringe|bringen|brachte|totet?|toten|ritze|verletze) (?:ich )?mich (?:um|tot|selbst|jetzt um)\b",
    r"\bmich (?:um(?:zu)?bringen|toten|selbst (?:toten|verletzen)|ritzen|selbst zu (?:toten|verletzen))",
    r"\b(?:will|mochte|wurde|wollte|lieber) (?:\w+ )?(?:sterben|tot sein|nicht mehr (?:leben|da sein|aufwachen))\b",
    r"\bnicht mehr (?:leben|weiterleben|da sein|aufwachen)\b",
    r"\bich (?:ware|war) (?:lieber|besser) tot\b",
    r"\b(?:meinem leben|dem allem|mir) (?:ein ende|das leben nehmen)",
    r"\bdas leben (?:zu )?nehmen\b",
    r"\b(?:ich )?(?:kann|mag|will) (?:so |einfach )*nicht mehr(?: (?:weiter(?:machen)?|konnen))?[.!]*$",
    r"\bnotfall\b",
    r"\b(?:hilf|helft|helfen sie) mir(?: bitte)?[.!]*$",
    r"\bbitte (?:hilf|helft) mir\b",
    r"\bich brauche (?:sofort|jetzt|dringend) hilfe\b",
    # Arabic, as folded: no hamza carriers' marks, a final h for the tied t
    r"انتحار|انتحر",
    r"(?:اقتل|قتل|اوذي|ايذاء|اذي|اذيه|اجرح) نفسي",
    r"(?:اريد|اود|اتمني|ابغي|بدي|عايز|عاوز)(?: ان)? (?:اموت|الموت)",
    r"(?:لا|لم اعد|مش|ما) (?:اريد|عايز|ارغب|بدي)(?: في| ان)? (?:ان )?(?:العيش|اعيش|الحياه|البقاء)",
    r"(?:انهاء|انهي|اضع حدا ل|ساانهي|سانهي) ?حياتي",
    r"(?:لا|لم اعد) (?:استطيع|اقدر|اتحمل)(?: علي)?(?: ان)? (?:الاستمرار|استمر|اكمل|المواصله|المتابعه|العيش)",
    r"(?:حاله )?طواري|حاله طاريه|النجده",
    r"(?:ساعدي?ني|ساعدوني)(?: من فضلك| ارجوك| رجاء)?[.!]*$",
)
_ANY = re.compile("|".join(_PHRASES))


def danger(words: str) -> bool:
    """Whether words sound like danger to a life or call for help; nothing more is read into them."""
    return _ANY.search(fold(words)) is not None


def due(said: Iterable[datetime], now: datetime) -> bool:
    """Whether where help is is said now, when it was called for at those instants: once in an hour."""
    last: datetime | None = None
    for at in sorted(said):
        if last is None or at - last >= APART:
            last = at
    return last is None or now - last >= APART
