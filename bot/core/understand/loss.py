"""A loss: words that say that somebody near has died."""

import re

from bot.core.understand.folding import fold

LONGEST = 200
"""Letters of such words; what is longer tells something of its own."""

_KIN = (
    r"(?:dad|daddy|father|mum|mom|mother|brother|sister|husband|wife|son|daughter|child|baby|gran|nan|granny|grand(?:ma|pa|mother|father)"
    r"|partner|boyfriend|girlfriend|(?:best )?friend|uncle|aunt|cousin|dog|cat)"
)
_KIN_DE = (
    r"(?:vater|papa|mutter|mama|bruder|schwester|mann|frau|sohn|tochter|kind|baby|oma|opa|grossmutter|grossvater|partner(?:in)?"
    r"|freund(?:in)?|onkel|tante|hund|katze)"
)
_KIN_ES = r"(?:padre|papa|madre|mama|herman[oa]|espos[oa]|marido|mujer|hij[oa]|bebe|abuel[oa]|pareja|novi[oa]|amig[oa]|ti[oa]|prim[oa]|perr[oa]|gat[oa])"
_KIN_AR = r"(?:ابي|ابوي|والدي|بابا|امي|والدتي|ماما|اخي|اخوي|اختي|زوجي|زوجتي|ابني|ولدي|ابنتي|بنتي|جدي|جدتي|صديقي|صديقتي|خالي|عمي)"
_LOST = re.compile(
    rf"\b{_KIN}s? (?:has |just |have |suddenly )*(?:died|passed away|passed(?= (?:on|last|yesterday|this|today|two|three|a few|suddenly|peacefully)\b|$)|is dead)|\b(?:i|we)(?: just| have|ve)? lost (?:my|our) {_KIN}\b"
    rf"|\b{_KIN}s funeral|\b{_KIN_DE} ist (?:(?!nicht |fast |beinahe? )\w+ ){{0,3}}(?:gestorben|tot|verstorben)|\b(?:hab|habe|haben) meine?n? {_KIN_DE} verloren"
    rf"|\b(?:murio|fallecio|ha muerto|ha fallecido|perdi a)(?: \w+)? (?:mi|a mi) {_KIN_ES}|\bmi {_KIN_ES} (?:se )?(?:murio|fallecio|ha muerto"
    rf"|ha fallecido)|\bse (?:me )?murio mi {_KIN_ES}|(?:مات|ماتت|توفي|توفيت|فقدت) {_KIN_AR}|{_KIN_AR} (?:مات|ماتت|توفي|توفيت)"
)


def mourns(words: str) -> bool:
    """Whether words say that somebody near has died."""
    return len(words) <= LONGEST and _LOST.search(fold(words).replace("'", "")) is not None
