"""Words that sound like danger to a life, in three languages: a list of ours (docs/evidence.md), no finding."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import lru_cache

from bot.core.understand.folding import fold
from bot.core.understand.stemmed import found, stemmed

APART = timedelta(hours=1)
"""A quiet line about help comes once in this time."""

AGAIN = timedelta(minutes=5)
"""Where help is is said once in this time."""

DAY = timedelta(hours=24)
"""So long after words that sound like danger a plea or a question brings where help is again."""

_NO = r"(?:(?:do|did|does)(?:n't|nt| not)|no longer|can't|cant|cannot|can not|never)"

PHRASES = (
    # English
    stemmed("suicid", r"\bsuicid(?:e|al|ing)\b"),
    stemmed("myself", r"\b(?:kill|killing|hurt|hurting|harm|harming|cut|cutting) myself\b(?! off)"),
    stemmed("harm", r"\bself[ -]?harm"),
    stemmed(
        "die|be dead|not wake up|disappear forever",
        r"\b(?:want|wanna|wish|going|plan|rather|ready|like) (?:to )?"
        r"(?:die|be dead|not wake up|disappear forever)\b",
    ),
    stemmed("dead|never born", r"\bwish (?:that )?i (?:was|were) (?:dead|never born)\b"),
    stemmed("better off", r"\bbetter off (?:dead|without me)\b"),
    stemmed(
        "want to",
        rf"\b{_NO} want to (?:live|be alive|exist|wake up|be here any ?more)\b"
        r"(?! (?:with|in|at|near|there|alone)\b)",
    ),
    stemmed("it all|life", r"\b(?:end(?:ing)? it all|(?:end|ending|take|taking) my (?:own )?life)\b"),
    stemmed(
        "reason to live|point in living|go on",
        rf"\b{_NO} (?:see (?:a|any) (?:reason to live|point in living)|go on(?: like| any| living|\s*[.,!;]|$))",
    ),
    stemmed(
        "to live|in living|to go on",
        r"\b(?:no|not any) (?:reason|point|will) (?:to live|in living|to go on)\b",
    ),
    stemmed("emergency|overdos", r"\b(?:emergency|overdos(?:e|ed|ing))\b"),
    stemmed("help", r"^(?:help me|i need help)[.!]*$"),
    stemmed("help", r"\b(?:help me,? please|i need help (?:now|right now|please))[.!]*$"),
    stemmed("help me", r"\bplease,? help me\b"),
    # German
    stemmed("suizid|selbstmord|selbsttot", r"\b(?:suizid|selbstmord|selbsttot)"),
    stemmed(
        "mich ",
        r"\b(?:bring|bringe|bringen|brachte|totet?|toten|ritze|verletze) (?:ich )?"
        r"mich (?:um|tot|selbst|jetzt um)\b",
    ),
    stemmed(
        "mich ",
        r"\bmich (?:um(?:zu)?bringen|toten|selbst (?:toten|verletzen)|ritzen|selbst zu (?:toten|verletzen))",
    ),
    stemmed(
        "sterben|tot sein|nicht mehr",
        r"\b(?:will|mochte|wurde|wollte|lieber) (?:\w+ )?"
        r"(?:sterben|tot sein|nicht mehr (?:leben|da sein|aufwachen))\b",
    ),
    stemmed("nicht mehr", r"\bnicht mehr (?:leben|weiterleben|da sein|aufwachen)\b"),
    stemmed("tot", r"\bich (?:ware|war) (?:lieber|besser) tot\b"),
    stemmed("ein ende|das leben nehmen", r"\b(?:meinem leben|dem allem|mir) (?:ein ende|das leben nehmen)"),
    stemmed("das leben", r"\bdas leben (?:zu )?nehmen\b"),
    stemmed(
        "nicht mehr",
        r"\b(?:ich )?(?:kann|mag|will) (?:so |einfach )*nicht mehr(?: (?:weiter(?:machen)?|konnen))?[.!]*$",
    ),
    stemmed("notfall", r"\bnotfall\b"),
    stemmed("hilf|helf", r"\b(?:hilf|helft|helfen sie) mir(?: bitte)?[.!]*$"),
    stemmed("bitte", r"\bbitte (?:hilf|helft) mir\b"),
    stemmed("ich brauche", r"\bich brauche (?:sofort|jetzt|dringend) hilfe\b"),
    # Arabic, as folded: no hamza carriers' marks, a final h for the tied t
    stemmed("انتحار|انتحر", r"انتحار|انتحر"),
    stemmed("نفسي", r"(?:اقتل|قتل|اوذي|ايذاء|اذي|اذيه|اجرح) نفسي"),
    stemmed("موت", r"(?:اريد|اود|اتمني|ابغي|بدي|عايز|عاوز)(?: ان)? (?:اموت|الموت)"),
    stemmed(
        "العيش|اعيش|الحياه|البقا",
        r"(?:لا|لم اعد|مش|ما) (?:اريد|عايز|ارغب|بدي)(?: في| ان)? (?:ان )?(?:العيش|اعيش|الحياه|البقا)",
    ),
    stemmed("حياتي", r"(?:انهاء|انهي|اضع حدا ل|ساانهي|سانهي) ?حياتي"),
    stemmed(
        "الاستمرار|استمر|اكمل|المواصله|المتابعه|العيش",
        r"(?:لا|لم اعد) (?:استطيع|اقدر|اتحمل)(?: علي)?(?: ان)? (?:الاستمرار|استمر|اكمل|المواصله|المتابعه|العيش)",
    ),
    stemmed("طواري|طاريه|النجده", r"(?:حاله )?طواري|حاله طاريه|النجده"),
    stemmed("ساعد", r"(?:ساعدي?ني|ساعدوني)(?: من فضلك| ارجوك| رجاء)?[.!]*$"),
)


@lru_cache(maxsize=8)  # each room that a message comes through asks
def danger(words: str) -> bool:
    """Whether words sound like danger to a life or call for help; nothing more is read into them."""
    return found(fold(words), PHRASES)


PLEAS = (
    stemmed("?|؟", r"[?؟]"),
    stemmed("help|please|pls", r"\b(?:help|please|pls)\b"),
    stemmed(
        "there|here",
        r"\b(?:are you|you|any(?:one|body)|some(?:one|body)|no ?(?:one|body)) (?:still )?t?here\b",
    ),
    stemmed("hello|talk to me|answer|say something", r"^hello\b|\b(?:talk to me|answer me|say something)\b"),
    stemmed("hilf|helf|bitte|hallo", r"\b(?:hilfe?|helft|helfen|bitte|hallo)\b"),
    stemmed(
        "da|antwort|red",
        r"\b(?:jemand|bist du|wer|niemand|keiner) (?:noch )?da\b|\b(?:antworte|rede?) mi[rt]\b",
    ),
    stemmed("ساعد|ارجوك|من فضلك|مرحبا|احد هنا", r"ساعد|ارجوك|من فضلك|مرحبا|احد هنا"),
)


def pleads(words: str) -> bool:
    """Whether words plead or ask, as somebody does who waits for an answer."""
    return found(fold(words), PLEAS)


def due(said: Iterable[datetime], now: datetime) -> bool:
    """Whether where help is is said now, when it was called for at those instants: once in some minutes."""
    last: datetime | None = None
    for at in sorted(said):
        if last is None or at - last >= AGAIN:
            last = at
    return last is None or now - last >= AGAIN
