"""Reticence: a whole short message that says its writer is not ready to write this, and so passes it."""

import re
from functools import lru_cache

from bot.core.understand.folding import fold

LONGEST = 80
"""Letters of such a message; what is longer tells something."""

_AM = r"(?:(?:sorry|well|hm+|ok|no)[ ,.]+)*(?:(?:something )?(?:that )?(?:i'm|i am|im|am) )?"
_YET = r"(?:just |still |really |honestly |quite |yet |so )*"
_SOON = r"(?: yet| now| today| here| right now| at the moment| just yet| please| down)*"
_THIS = r"(?:this|that|it)(?: one| question)?"
_SAY = r"(?:write|say|answer|put|share|tell|talk|speak|go|look|type|open)"
_NOCH = r"(?:noch |jetzt |heute |hier |lieber |gerade |einfach |wirklich |im moment |dazu )*"
_SAGEN = (
    r"(?:auf)?(?:zu)?(?:schreiben|sagen|teilen|sprechen|reden|antworten|beantworten|in worte fassen|offnen)"
)
_BAADU = r"(?: بعد| الان| اليوم| هنا)*"

_RETICENT = re.compile(
    "|".join(
        (
            rf"{_AM}{_YET}not {_YET}ready(?: yet)?(?: to {_SAY}(?: (?:about |into )?{_THIS}| into words)?"
            rf"| for {_THIS})?{_SOON}",
            r"(?:i |i'd |i would )?(?:can't|cannot|can not|won't|don't want to|do not want to|prefer not to"
            rf"|rather not|don't feel like|not able to) {_SAY}(?:ing)? (?:about |into )?(?:{_THIS}|here)"
            rf"(?: into words)?{_SOON}",
            r"(?:i |i'd )?prefer not to",
            r"(?:(?:this|that|it) is |that's |it's )?too (?:private|personal|embarrassing|raw)"
            rf"(?: (?:for me )?to {_SAY}(?: (?:about |into )?{_THIS})?)?{_SOON}",
            r"(?:(?:etwas,? )?wozu )?(?:ich )?(?:(?:bin|fuhle mich) )?"
            rf"{_NOCH}nicht (?:so weit|soweit|bereit)(?: dazu| dafur)?"
            rf"(?:,? (?:das|dies|daruber|dazu)(?: etwas| was)? (?:zu )?{_SAGEN})?(?: bin)?",
            rf"(?:das|dazu|daruber) (?:mag|mochte|will|kann) ich {_NOCH}(?:nicht|nichts) {_SAGEN}",
            rf"ich (?:mag|mochte|will|kann) (?:das|dazu|daruber) {_NOCH}(?:nicht|nichts) {_SAGEN}",
            rf"(?:das ist )?(?:mir )?zu (?:privat|personlich|peinlich)(?: (?:dafur|um es {_SAGEN}))?",
            r"(?:شي |امر )?(?:انا )?(?:لست|مش|غير) (?:مستعدا?|مستعده|جاهزا?|جاهزه)"
            r"(?: بعد)?(?: (?:للكتابه|لكتابه|ان اكتب|للحديث|للكلام|للاجابه|لقول|ل)(?: ?(?:عن )?(?:هذا|ذلك))?| لهذا"
            rf"| عن هذا)?{_BAADU}",
            r"لا (?:استطيع|اقدر|اريد) (?:ان اكتب|ان اقول|كتابه|الكتابه|قول|الحديث)"
            rf"(?: عن)? (?:هذا|ذلك|عنه){_BAADU}",
            r"(?:هذا |انه )?(?:شخصي|خاص|محرج) جدا",
        )
    )
)


@lru_cache(maxsize=32)
def reticent(words: str) -> bool:
    """Whether it only says that this is not to be written, or not yet."""
    if len(words) > LONGEST or "?" in words or "؟" in words:
        return False
    return _RETICENT.fullmatch(fold(words).strip(" .!…,")) is not None
