"""Hours wished: the days or hours that a whole message asks to be asked at: "change my time to 21:30"."""

import re

from bot.core.understand.dialect import written

LONGEST = 110
"""Letters of such a wish; what is longer tells something of its own."""

_PLEASE = (
    r"(?:(?:hi|hey|hello|hallo|ok|please|pls|bitte|maybe|vielleicht|so|and|und|can you|could you|can we|could we|can i|could i|i want to"
    r"|i would like to|i'd like to|i need to|let's|kannst du|konntest du|konnen wir|kann man|konnte man|kann ich|geht es dass|puedes|podrias|se puede|quiero|me puedes|ich mochte|ich will|ich wurde gerne?|من فضلك|لو سمحت"
    r"|هل يمكنك|هل يمكن|اريد ان|اود ان)[, ]+)*"
)
_TIME = (
    r"(?:(?:my|the|our|these|your) )?(?:question|questions|time|times|hour|hours|day|days|schedule|rhythm|prompts?|reminders?|messages?)"
    r"(?: (?:time|times|hour|hours|day|days))?"
)
_ZEIT = r"(?:(?:die|meine|den|das|deine) )?(?:fragezeit(?:en)?|uhrzeit(?:en)?|zeit(?:en)?|stunden?|tage?|rhythmus|fragen?|termine?)"
_WAQT = r"(?:ال)?(?:وقت|اوقات|موعد|مواعيد|ايام|اسيله|وقتي|ساعه)(?: الاسيله)?"

_SETS = (
    rf"{_PLEASE}(?:change|set|move|put|switch|shift|make|reschedule|adjust) {_TIME}(?: from .{{2,20}}?)? (?:to|at|for|on|be) (?P<v>.+)",
    rf"{_PLEASE}(?:change|set|move|switch|shift) (?:it|them|that) to (?P<v>.+)",
    rf"{_TIME} (?:should|could|can|please) (?:be|come|come at|start)(?: (?:at|on))? (?P<v>.+)",
    r"(?:i would|i'd|i want|i) (?:like|prefer|rather have|rather get|rather be asked|want|would prefer|like to get|like to have|to get|to have|to be asked)"
    rf"(?: (?:to get|to have|to be asked|the|my|your|a|only))* ?(?:{_TIME} )?(?:at|on|only on|to be at|every|in the) (?P<v>.+)",
    r"(?:questions?|prompts?|ask me)(?: please)? only (?:at|on) (?P<v>.+)|(?:only )?questions (?:at|on) (?P<w>.+)",
    r"(?P<v>.{2,40}?) (?:would be|is|works|suits me|would suit me) (?:a )?(?:better|best)(?: (?:time|for me|from now on))*",
    rf"{_PLEASE}(?:stell|stelle|stellen|setz|setze|ander|andere|andern|verschieb|verschiebe|verschieben|leg|lege|mach|mache|verleg|verlege)(?: bitte| mal)? {_ZEIT}(?: bitte| mal)?(?: von .{{2,20}}?)? (?:auf|um|zu|am|nach) (?P<v>.+?)(?: um| verschieben| andern| legen| stellen| setzen)?",
    rf"{_PLEASE}{_ZEIT} (?:bitte |lieber )*(?:auf|um|am) (?P<v>.+?)(?: (?:verschieben|andern|legen|stellen|setzen|umstellen|verlegen|schicken|bekommen))",
    r"(?:ich )?(?:mochte|hatte|will|wurde|bekomme)(?: ich)?(?: (?:gern|gerne|lieber|die|meine|deine|fragen|nur|bitte))* (?:um |am |immer )?(?P<v>.+?) (?:gefragt werden|fragen(?: bekommen| haben)?|bekommen|die fragen(?: bekommen| haben)?)",
    r"(?:fragen )?(?:bitte )?nur (?:noch )?(?:um |am |an )?(?P<v>.+?) (?:fragen|bitte)|(?P<w>.{2,40}?) (?:ware|ist|passt)(?: mir)? (?:besser|am besten)(?: fur mich)?",
    rf"{_PLEASE}(?:cambia|cambiar|pon|poner|mueve|mover)(?: por favor)? (?:(?:la|el|las|los|mi|mis) )?(?:hora|horas|horario|dia|dias|preguntas?)(?: de las preguntas)? (?:a|para|por)(?: las?| los)? (?P<v>.+)",
    r"(?:da |dann )?(?:bitte )?(?:lieber|besser|bitte lieber|bitte) (?P<v>(?:morgens|vormittags|mittags|nachmittags|abends|\w+tags).{0,30}?)(?: fragen| bitte)?",
    r"(?:mejor|prefiero|preferiria) (?:que sea )?(?P<v>(?:por|en|a) (?:la|el|las|los) .{3,30}?)(?: por favor)?",
    r"(?:rather|better|preferably) (?P<v>(?:in the|at|on) .{3,30}?)(?: please| pls)?",
    rf"{_PLEASE}(?:غير|غيري|اجعل|اجعلي|حول|انقل|عدل|عدلي|تغيير) {_WAQT} (?:الي|علي|في)? ?(?P<v>.+)",
    r"(?:اريد|افضل|اود) (?:ان تسالني|ان تكون الاسيله|الاسيله|ان اسال)(?: فقط)? ?(?:في|يوم|ايام|كل|الساعه|عند)? ?(?P<v>.+)",
)
_ASKS = (
    r"(?:please )?make it (?P<v>.+)|(?:i would|i'd|i) (?:rather )?prefer (?P<w>.+)",
    rf"{_PLEASE}(?:ask|write(?: to)?|message|text|send) (?:me|it|them)(?: (?:rather|better|instead|please|only|always|questions|a question|the questions|from now on))*(?: (?:at|on|every|in the))? (?P<v>.+?)",
    rf"{_PLEASE}(?:frage?|schreibe?|schick) (?:mich|mir)(?: (?:lieber|besser|bitte|nur|immer|ab jetzt|kunftig|in zukunft|doch|noch|fragen|die fragen))*(?: (?:um|am|immer))? (?P<v>.+?)",
    rf"{_PLEASE}(?:اسالني|اساليني|اكتب لي|ارسل لي)(?: (?:فقط|دايما|كل|يوم|ايام|في|من الان))* ?(?P<v>.+?)",
)
_BEHIND = re.compile(
    r"(?:[, ]+(?:please|pls|instead|from now on|only|rather|then|thanks|thank you|each week|every week|bitte|lieber|ab jetzt|kunftig|in zukunft|danke|immer|statt dessen|stattdessen|fragen"
    r"|من فضلك|شكرا|من الان|فقط|دايما))+$"
)
_AGAIN = re.compile(
    r"\b(?:every|always|from now on|only|each|weekdays|\w+days|daily|instead|immer|jeden|jede|nur|kunftig|ab jetzt|in zukunft|taglich|werktags|\w+tags|lieber|دايما|كل|ايام|فقط)\b"
)
"""What asks for more than once: it is no wish to put one question off."""


def hours_wished(words: str, open_now: bool = False) -> str:
    """The days or hours in their words; "" where none are wished. ``open_now``: a question could be put off."""
    if not 8 <= len(words) <= LONGEST:
        return ""
    return _wished(words, open_now) or next(
        (found for one in words.split(",")[1:2] if (found := _wished(one, open_now))), ""
    )


def _wished(words: str, open_now: bool) -> str:
    said = " ".join(written(words).strip(" .!?؟").split())
    asks = () if open_now and not _AGAIN.search(said) else _ASKS
    for one in (*_SETS, *asks):
        if found := re.fullmatch(one, said):
            value = next(filter(None, found.groupdict().values()), "")
            return _BEHIND.sub("", value).strip(" ,")
    return ""
