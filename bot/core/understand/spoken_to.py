"""Which language somebody wishes to be spoken to in, where a whole message says that and no more."""

import re
from functools import lru_cache

from bot.core.understand.dialect import standard
from bot.core.understand.stemmed import Stemmed, near, stemmed
from bot.core.understand.utterance import heard

LONGEST = 60
"""Letters of such a wish."""

_NAMES = (
    (
        "es",
        "spanis|espanol|castellan|الاسبان|اسباني",
        r"spanish|spanisch|espanol|castellano|ب?ال?اسبانيه|الاسبانيه|اسباني",
    ),
    ("de", "deutsch|german|aleman|الماني", r"deutsch|german|aleman|ب?ال?المانيه|المانيه|الماني"),
    ("en", "englis|ingles|نجليزي|نكليزي", r"english|englisch|ingles|ب?الا?ن[جك]ليزيه|ان[جك]ليزي"),
    ("ar", "arabi|arabe|عربي", r"arabic|arabisch|arabe|ب?العربيه|عربي"),
)
"""A language, the stems of its names, its names as they are folded."""

_BEFORE = (
    r"(?:(?:please|bitte|ok|okay|hi|hello|hallo|language|lang|sprache|idioma|lengua|hola|por favor|اللغه|لغه"
    r"|من فضلك|لو سمحت) )*"
    r"(?:(?:(?:can|could|would) you|(?:can|could|may) (?:we|i)|kannst du|konntest du|konnen wir|puedes"
    r"|podrias|podemos|puedo|quiero|prefiero) )?"
    r"(?:please |bitte )?"
    r"(?:(?:speak|write|talk|switch|change|change language|have|use|sprich|sprechen|schreib|schreibe|wechsel"
    r"|wechsle|stell|stelle|habla|hablame|hablar|hablarme|escribirme|hablarme|escribirme|hablemos|escribe|escribeme|escribir|cambia|cambiar|pon|ponlo|pasa"
    r"|تحدث|تكلم|اكتب|تحدثي|تكلمي|اكتبي|كلمني|كلميني|حدثني|حدثيني|اريد|اريد ان تكلمني|خليها|حولها|غير اللغه)"
    r"(?: (?:it|this|to me|with me|mit mir|mir|um|me|conmigo|معي|لي))? )?"
    r"(?:(?:in|to|into|on|auf|zu|en|al|a) )?(?:(?:this|it|das|alles|el) )?(?:lieber |rather |mejor )?"
)
_AFTER = (
    r"(?: (?:please|bitte|instead|lieber|sprechen|schreiben|reden|umstellen|wechseln|only|nur|من فضلك|لو سمحت"
    r"|por favor|mejor|ahora|si se puede|si es posible|solo|if possible|wenn moglich|now|jetzt))*"
)


def spoken_to(words: str) -> str:
    """The code of the language that a whole message wishes; "" where it wishes none."""
    if len(words) > LONGEST:
        return ""
    said = heard(standard(words))
    for one in near(said.folded, _patterns()):
        if one.pattern.fullmatch(said.plain):
            return _codes()[one.pattern]
    return ""


@lru_cache(maxsize=1)
def _patterns() -> tuple[Stemmed, ...]:
    return tuple(stemmed(stems, f"{_BEFORE}(?:{names}){_AFTER}") for _, stems, names in _NAMES)


@lru_cache(maxsize=1)
def _codes() -> dict[re.Pattern[str], str]:
    return {one.pattern: code for one, (code, _, _) in zip(_patterns(), _NAMES, strict=True)}
