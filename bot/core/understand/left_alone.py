"""Left alone: a short whole message that wants no more words from here, for good or for a time."""

import re

from bot.core.understand.utterance import heard

LONGEST = 90
"""Letters of such a message; what is longer tells something of its own."""

_LEAD = (
    r"(?:(?:actually|please|pls|ok|okay|hey|can|could|would|will|u|you|just|now|no|and|but|so|i said|bitte|jetzt|mal|also|nein"
    r"|doch|endlich|kannst|konntest|du|por favor|porfa|ya|oye|pero|te dije que|خلاص|من فضلك|لو سمحت|قلت|لكم|لك|بس) )*"
)
_TAIL = (
    r"(?: (?:please|pls|now|anymore|any more|again|ever|every|day|morning|evening|week|all the time|this|that|these|those|stuff"
    r"|about|with|questions?|messages?|bitte|jetzt|mehr|endlich|taglich|jeden|tag|immer|standig|dauernd|por favor|porfa|ya|mas"
    r"|nunca|cada|dia|من فضلك|لو سمحت|الحين|الان|بعد|خلاص))*"
)
_REFUSES = (
    r"(?:leave|let) me (?:alone|be|in peace)|no more of (?:this|that|these)|i dont want (?:any more|more|these|your) (?:questions|messages)"
    r"|(?:stop|quit) (?:asking|writing|messaging|texting|bothering|bugging|contacting)(?: to)? me"
    r"|dont (?:write|text|message|contact|bother|bug)(?: to)? me"
    r"|hor(?:e|st)? (?:bitte |endlich |jetzt )*auf (?:damit )?(?:mir|mich)(?: (?:jeden tag|immer|dauernd|standig))? zu "
    r"(?:schreiben|fragen|nerven|texten|belastigen)|lasst? mich (?:bitte |jetzt |einfach |doch |mal )*in (?:ruhe|frieden)"
    r"|(?:schreibe?|frage?|nerve?) (?:mir|mich) (?:bitte )?nicht|schicke? mir (?:bitte )?(?:nichts|keine nachrichten|keine fragen)"
    r"|no me (?:escribas|mandes|envies|preguntes|molestes|contactes)(?: (?:mensajes|preguntas|nada))?|deja de (?:escribirme|preguntarme"
    r"|molestarme|mandarme mensajes)|dejame (?:en paz|tranquil[oa])|ya no me (?:escribas|preguntes|molestes)"
    r"|(?:وقفو?ا?ي?|اوقفو?ا?ي?|بطلو?ا?ي?) (?:ال)?(?:رسايل|اسيله|ارسال)|خلاص (?:لا|ما) ترسلو?ا?ن?"
    r"|(?:لا|ما) (?:ترسلو?ا?|تكتبو?ا?|تبعثو?ا?) (?:لي|رسايل)|(?:لا|ما) (?:تراسلو?ني|تزعجو?ني)"
    r"|(?:اتركو?ني|خلو?ني|خليني|سيبو?ني|دعو?ني) (?:في حالي|بحالي|لوحدي|وحدي|وشاني|بروحي)"
)
_WHILE = (
    r"(?:for now|for a (?:while|bit|few days)|right now|this week|today|for today|these days|erst ?mal|furs erste|jetzt gerade|gerade"
    r"|eine weile|ein paar tage|diese woche|heute|por ahora|de momento|un tiempo|unos dias|esta semana|estos dias|hoy"
    r"|هذا الاسبوع|هالاسبوع|هالفتره|هاليومين|كم يوم|فتره|اليوم|حاليا)"
)
_NOT_NOW = (
    r"(?:bitte )?diese woche (?:bitte )?(?:nicht|nichts|keine fragen)(?: mehr)?(?: bitte)?|(?:please )?not this week(?: please)?"
    r"|esta semana no(?: por favor| porfa)?|(?:مو|مش|مب) (?:هذا |ها)الاسبوع"
)
_FOR_GOOD = re.compile(f"{_LEAD}(?:{_REFUSES}){_TAIL}")
_BOUNDED = re.compile(
    f"{_LEAD}(?:(?:{_REFUSES}){_TAIL} {_WHILE}{_TAIL}|{_WHILE} (?:{_REFUSES}){_TAIL}|{_NOT_NOW})"
)
_LASSEN = re.compile(
    rf"{_LEAD}(?:lasst? mich {_WHILE} in (?:ruhe|frieden)|(?:schreibe?|frage?) (?:mir|mich) (?:bitte )?{_WHILE} (?:bitte )?nicht){_TAIL}"
)


def refuses_more(words: str) -> bool:
    """Whether a whole message wants no more from here, and names no time for it."""
    if len(words) > LONGEST or _FOR_GOOD.fullmatch(heard(words).joined) is None:
        return False
    return not for_a_while(words)


def for_a_while(words: str) -> bool:
    """Whether a whole message wants nothing for a time: for now, this week, a few days."""
    said = heard(words).joined
    return len(words) <= LONGEST and any(one.fullmatch(said) for one in (_BOUNDED, _LASSEN))


_TODAY = re.compile(r"\b(?:today|tonight|heute|hoy|esta noche|اليوم|الليله)\b")


def only_today(words: str) -> bool:
    """Whether the time for which nothing is wanted is today, and no more."""
    return _TODAY.search(heard(words).joined) is not None
