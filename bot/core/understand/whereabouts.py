"""The place that words name, without what stands around it: "I live in Graz", "aus Nürnberg bitte"."""

import re

from bot.core.understand.passing import passing

_AROUND = re.compile(
    r"^(?:(?:hi|hello|hallo|hey|hola|مرحبا)[,!.]* +)?"
    r"(?:(?:currently|right now|at the moment|now|actualmente|ahora mismo|ahora|por ahora|de momento|gerade"
    r"|zur ?zeit|derzeit|im moment|حاليا) +)?"
    r"(?:(?:i am|i['’]m|we are|i (?:live|stay|work|am based)|i['’]m (?:living|based|staying)"
    r"|it['’]s|it is|based|living|ich bin"
    r"|ich (?:wohne|lebe|sitze|arbeite)|wohne|lebe|wir sind"
    r"|(?:yo )?(?:vivo|estoy viviendo|estoy|resido|trabajo|ando|soy)|vivimos|estamos|أنا|انا|أعيش|اعيش|أسكن"
    r"|اسكن|أقيم|اقيم) +)?"
    r"(?:(?:currently|now|right now|actualmente|ahora mismo|ahora|por ahora|gerade|zur ?zeit|derzeit|im "
    r"moment|jetzt|حاليا|الآن|الان) +)?"
    r"(?:(?:in|near|around|close to|from|at|aus|bei|nahe|in der nähe von"
    r"|en|de|desde|cerca de|al lado de|im raum|raum|nähe|في|من|قرب|بالقرب من) +)?",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?:,? +(?:please|bitte|now|right now|at the moment|currently|today"
    r"|too|as well|also|like (?:her|him|you)|auch|ebenfalls|halt|eben|tambien|también|igual"
    r"|por favor|ahora mismo|ahora|actualmente|hoy|gerade|derzeit|zur ?zeit|jetzt|من فضلك|الآن|الان|حاليا"
    r"|كمان|أيضا|ايضا|برضو|برضه))+$",
    re.IGNORECASE,
)


_NOT = re.compile(
    r"^(?:no|nope|nah|nein|nee|doch|لا|actually|eigentlich|sorry|perdon|perdón)"
    r"(?:[,.!:،]+ *| +(?=(?:in|en|aus|في|i am|i'm|ich bin)\b))(?=\S)",
    re.IGNORECASE,
)
"""What takes back a place that was shown: "no, Berlin"."""

_TOO = re.compile(
    r"^(?:also|auch|tambien|también|أيضا|ايضا|كمان)(?: (?:in|en|aus|في))? +(?=\S{3})", re.IGNORECASE
)

_BESIDES = re.compile(
    r"(?:,|;| -| –)? +(?:but|though|although|aber|allerdings|nur|pero|aunque|sino|لكن|بس) .*$", re.IGNORECASE
)
"""What is told besides: "London, but I travel"."""

_END = re.compile(
    r",? +(?:until|till|til|bis(?: zum| ende)?|حتى|إلى|الى) +(?:(?! in )[^,]){2,25}$"
    r"|\bbis(?: zum)? +\S+(?: +\S+)? +(?=in )",
    re.IGNORECASE,
)


def ends(words: str) -> bool:
    """Whether words say until when somebody is there: "in Tokyo until Sunday"."""
    return _END.search(" ".join(words.split()).rstrip(".!… ")) is not None


def _plain(words: str) -> str:
    """The words without a no before the place, and without what is told behind it."""
    said = _BESIDES.sub("", " ".join(words.split()).rstrip(".!… "))
    return _TOO.sub("", _NOT.sub("", said))


def named(words: str) -> str:
    """The place that words name, without what stands around it; "" where they greet, ask, hesitate or tell."""
    plain = _END.sub("", _plain(words))
    town = _BEHIND.sub("", _AROUND.sub("", plain, count=1)).strip(" ,.!")
    return "" if not town or "\n" in words.strip() or passing(plain if town == plain else town) else town
