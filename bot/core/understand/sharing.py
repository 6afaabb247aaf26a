"""A sharing: a whole message that asks to show the coach what was just written."""

import re
from functools import lru_cache

from bot.core.understand.folding import fold
from bot.core.understand.revoking import named

LONGEST = 80
"""Letters of such a message; what is longer tells something of its own."""

_IT = (
    r"(?:(?:this|that|it)(?: one)?|(?:my|the)(?: last| latest)? (?:one|answers?|notes?|messages?)"
    r"|what i (?:just )?(?:wrote|said))"
)
_GIVE = r"(?:share|send|show|forward|give)"
_ES = r"(?:das|dies|es|meine(?: letzte)? (?:antwort|notiz|nachricht))"
_GIB = r"(?:teil|schick|zeig|gib|send)e?"
_HADHA = r"(?:هذا|هذه|ذلك|اجابتي(?: الاخيره)?|رسالتي(?: الاخيره)?)"
_ESTO = (
    r"(?:esto|eso|lo ultimo|mi(?: ultima)? (?:respuesta|nota)|mi(?: ultimo)? mensaje|lo que (?:acabo de "
    r"escribir|escribi|dije))"
)
_SHARES = re.compile(
    "|".join(
        (
            # "please share this with Dana", "send Dana my last answer", "Dana may read that"
            r"(?:(?:please|pls|yes|ok|and|can you|could you|i want to|i'd like to|i would like to) )*"
            rf"(?:{_GIVE} {_IT} (?:with|to) (?:COACH|her|him|them)|{_GIVE} COACH {_IT}"
            rf"|let COACH (?:see|read|have|know) {_IT}|COACH (?:may|can|should) (?:see|read|have|know) {_IT})"
            r"(?: please| now| too)*",
            r"(?:(?:bitte|ja|kannst du|ich mochte|ich will) )*"
            rf"(?:{_GIB}(?: bitte)? {_ES}(?: bitte)? (?:(?:mit|an) )?COACH|{_GIB}(?: bitte)? COACH {_ES}"
            rf"|{_ES} (?:bitte )?(?:(?:mit|an) )?COACH (?:teilen|schicken|zeigen)"
            r"|das (?:darf|soll|kann) COACH (?:lesen|sehen|wissen))(?: bitte)?",
            r"(?:(?:por favor|si|puedes|podrias|quiero|me gustaria) )*"
            rf"(?:(?:comparte|compartir|manda|mandar|envia|enviar|muestra|mostrar|ensena|ensenar|pasa"
            rf"|pasar)(?:le)? {_ESTO}"
            rf" (?:con|a) COACH|(?:comparte|manda|envia|muestra|ensena|pasa)(?:selo|lo) (?:con|a) COACH"
            rf"|(?:compartirlo|mandarselo|enviarselo|mostrarselo) (?:con|a) COACH"
            rf"|COACH puede (?:ver|leer|saber)(?:lo| {_ESTO})|que COACH (?:lo )?(?:vea|lea|sepa)(?: "
            rf"{_ESTO})?)(?: por favor)?",
            rf"(?:من فضلك |رجاء )?(?:شاركي?|ارسلي?|اعرضي?) {_HADHA} (?:مع |الي |علي )?COACH(?: من فضلك)?",
        )
    )
)


@lru_cache(maxsize=8)
def shares(words: str, coach: str) -> bool:
    """Whether it asks that the coach may read what was written last. ``coach``: their name."""
    said = fold(words).strip(" .!")
    return len(said) <= LONGEST and _SHARES.fullmatch(" ".join(named(said, coach).split())) is not None
