"""A yes or a no of several words, or drawn out: "ja genau", "jaa", "si claro", "صح", "nah not really"."""

import re

from bot.core.understand.dialect import written
from bot.core.understand.folding import listed

_YES = listed("""
    yes y yeah yep yup yess sure right correct exactly absolutely definitely fine great perfect ok
    okay okey alright agreed ja jo jep jup klar genau richtig stimmt passt gerne gern logisch
    okidoki si claro vale correcto exacto perfecto dale venga acuerdo bueno نعم اجل صح صحيح تمام
    ماشي اوكي اوك اكيد طبعا بالضبط اي موافق موافقه حسنا زين مضبوط
""")
_NO = listed("no nope nah nein nee ne no لا كلا")
_BESIDE = listed("""
    please pls thanks thank you that is thats it its this do so just then lets go on ahead sounds
    good not really oh well all me bitte danke das ist es so doch mal mach machen auch schon aber
    nur echt wirklich sehr gut eher de por favor gracias eso es esta bien que asi mejor muy seguro
    va هذا هو من فضلك شكرا لو سمحت والله يا كذا
""")
_DRAWN = re.compile(r"(.)\1+\b")


def assent(words: str) -> str | None:
    """ "yes" or "no" where a short whole message has one of their words and small ones beside; else None."""
    if len(words) > 40 or "?" in words or "؟" in words:
        return None
    said = [_DRAWN.sub(r"\1", one) if one not in _YES | _NO | _BESIDE else one for one in _words(words)]
    if not 0 < len(said) <= 5 or not frozenset(said) <= _YES | _NO | _BESIDE or said[-1] == "aber":
        return None
    if said[0] in _NO:
        return "no" if not _YES & frozenset(said[1:]) - {"no"} else None
    return "yes" if said[0] in _YES and not frozenset(said) & (_NO | {"not", "nicht"}) else None


def _words(words: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", written(words).replace("'", ""))
