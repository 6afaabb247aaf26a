"""A coaching session in a whole sentence: what is left of it is a day and an hour, in four languages."""

import re

from bot.core.understand.folding import fold, listed

LONGEST = 140
"""Letters of such a sentence; what is longer tells something."""

_ARROW = re.compile(r"\s*(?:→|->|=>|⇒|➡\ufe0f?)\s*")
_NO_LETTERS = re.compile(r"[^\w\s:.,;/+&'?!-]+")
_PARTICLE = re.compile(
    r"(?<!\w)(?:trag|trage|tragt|tragst|schreib|schreibe|plan|plane)(?!\w)(.*?)(?<!\w)ein(?!\w)"
)
"""The verb falls in two in German: "trag … ein" has no one in it."""
_ONE_OF_THEM = re.compile(
    r"(?<!\w)(?:an?|one|the|my|our|his|her|their|eine?[nmr]?|der|die|das|den|dem|"
    r"unsere?[nmr]?|meine?[nmr]?|una?|la|el|mi|nuestra)?"
    r"\s*(?:next|new|another|further|extra|nachste[nrs]?|neue[nrs]?|weitere[nrs]?|proxim[oa]|nuev[oa]|otr[oa])?\s*"
    r"(?:(?:coaching[- ]?)?(?:session|meeting|appointment|appt|call|slot|sitzung|termin|"
    r"gesprach|treffen|stunde(?= mit| am| um| bei))|"
    r"sesion|cita|reunion|(?:ال)?جلسه|(?:ال)?موعد|(?:ال)?لقاء)(?!\w)(?: (?:القادمه|القادم|جديده|جديد))?"
)
_NEXT_ONE = re.compile(
    r"(?<!\w)(?:the )?next (?:one(?!\w)|(?=(?:is|on|at|in|will)(?!\w)))|(?<!\w)(?:das|die|"
    r"der) nachste(?= (?:ist|am|um)(?!\w))"
)

_SAME_HOUR = re.compile(
    r",?\s*(?<!\w)(?:(?:at )?(?:the )?same (?:time|hour)|(?:zur )?(?:gleichen?|"
    r"selben?) (?:uhr)?zeit|(?:a )?(?:la )?misma hora|"
    r"(?:في )?نفس (?:الوقت|الموعد|الساعه))(?!\w)"
)
"""A day alone keeps its hour anyway."""

_MOVING = re.compile(
    r"(?<!\w)(?:mov\w*|reschedul\w*|shift\w*|postpon\w*|verschieb\w*|verleg\w*|muev\w*|cambi\w*|pasa\w*|aplaz\w*|"
    r"(?:ال)?نقل|انقلي?|تغيير|غيري?|حولي?|تاجيل|اجلي?)(?!\w)"
)

_SAYS_NOTHING = listed("""
i we i'm i'll i've we'll we've im ive he he's she she's they it it's is are was be will would can could may shall
do do please pls plz thanks thx ok okay yes yeah hi hey and also too then so now just actually again have has had
see seeing meet meeting meets coming comes come wants want wanted asked need needs put add log book schedule note
plan make for with me us him her them you that this there here in-person fixed agreed set up got let's lets us down
from-now starting works work suits good fine great
ich wir er sie es du bitte danke ja ok und auch noch dann also jetzt nun mal doch wieder habe hab haben hat hatte
treffe treffen trifft sehe sehen sieht kommt kommen komme mochte will wollen soll sollen muss kann kannst
konnen konnte
eintragen trag trage einplanen plane planen buche buchen notiere merke vormerken vor mit fur mich uns ihm ihr ihn
dir ist war wird geht passt klappt ausgemacht vereinbart abgemacht bei der dem den
yo nosotros por favor gracias si vale y tambien entonces ahora pues tengo tenemos tiene veo vemos quedo quedamos
he hemos quedado viene vendra quiere puedes podrias puede pon ponme apunta apuntame anota anotame agenda
agendame reserva
reservame programa con para me nos le lo la el es sera va a de
انا نحن هو هي سالتقي ساقابل نتقابل اقابل من فضلك شكرا نعم و ايضا ثم الان لدي عندي لدينا التقي نلتقي ساري اري
ياتي تاتي سياتي ستاتي يريد تريد
سجل سجلي احجز احجزي اضف اضيفي ضع مع ل لي لنا في
""")  # fmt: skip
"""Words around a day and an hour that say nothing of either."""


def to_when(text: str) -> str:
    """The first sentence of words for a new time, without the hour that stays: "6pm? Best, Ada" as "6pm"."""
    return _SAME_HOUR.sub(" ", re.split(r"[?!؟]|\.(?=\s|$)(?<!\d\.)", f"{text} ")[0]).strip(" ,")


_ASKED_FOR = re.compile(
    r"(?<!\w)(?:can you|could you|can we|could we|would you|please|kannst du|konntest du|"
    r"konnen wir|bitte|puedes|podrias|"
    r"podemos|por favor|هل يمكن\w*|من فضلك|ok|instead|works?|moglich)(?!\w)"
)
"""A question that asks for something to be done, and not whether it is so."""


def asks_for(text: str) -> bool:
    """Whether a question asks for something to be done."""
    return bool(_ASKED_FOR.search(fold(text)))


def sentence(text: str) -> str:
    """The words without what says nothing of a day or an hour; as they are where they are long or a question."""
    said = fold(text)
    if len(said) > LONGEST or "\n" in text.strip() or (set(text) & set("?؟") and not asks_for(text)):
        return said
    said = _NO_LETTERS.sub(" ", _ARROW.sub(" to ", said))
    said = re.sub(r"(?<=\d) uhr (?=[0-5]\d(?!\d))", ":", said)
    said = re.sub(r"(?<!\w)in (?=for|on|at|am|um)", "", _SAME_HOUR.sub(" ", said))
    said = _NEXT_ONE.sub(" ", _ONE_OF_THEM.sub(" ", _PARTICLE.sub(r" \1 ", said)))
    words = (word for word in said.split() if word.strip(".,;:!?'-") not in _SAYS_NOTHING)
    return re.sub(
        r"^ab (?=jede)|^[\s.,;:!?-]+|[\s,;:!?-]+$|(?<=\s)[,;:!?]+(?=\s|$)", "", " ".join(words)
    ).strip()


_NEW = (
    re.compile(
        r".*?(?:can't|cant|cannot|can not|couldn't|won't|wont|(?:kann|konnte|geht|klappt|"
        r"passt)(?:(?! nicht).)*? nicht|"
        r"no (?:puedo|puede|podra|va a poder)|لا (?:يستطيع|تستطيع|يمكن\w*)|لن (?:يستطيع|تستطيع))(?P<old>[^.,;!?]*)"
        r"[.,;!?]+\s*(?P<new>.+)"
    ),
    re.compile(
        r"(?P<new>.+?)\s*(?:,\s*)?(?<!\w)(?:instead of|rather than|not|statt|anstatt|nicht|"
        r"en vez de|en lugar de|no(?= el| a)|بدلا من)"
        r"(?!\w)\s*(?P<old>.+)"
    ),
    re.compile(r"(?P<old>.+?)\s+(?:to|auf|al|para el|para las?|الي)\s+(?P<new>.+)"),
    re.compile(r"(?:not|nicht|no) (?P<old>.+?),? (?:but|sondern|sino) (?P<new>.+)"),
    re.compile(
        r"(?P<old>)(?!.*(?:can't|cant|cannot|can not|won't|wont|nicht|"
        r"no puede))(?:.*?(?<!\w)(?:doch(?: erst| schon)?|lieber|besser|rather|better|make it|"
        r"mejor|instead|stattdessen|erst)(?!\w))"
        r"\s*(?P<new>.+)"
    ),
    re.compile(r"(?P<new>.+?)(?P<old>)\s+(?:instead|stattdessen|lieber|mejor|rather|بدلا)[\s.!?]*"),
)  # fmt: skip
"""What is right in words that move a session, and what it was: tried in this order."""


def moves(text: str) -> tuple[tuple[str, str], ...]:
    """Each way to read words as a session that moves: from what, which may be "", and to what."""
    said = _NO_LETTERS.sub(" ", _ARROW.sub(" to ", fold(text))).strip(" .!?")
    if len(said) > LONGEST:
        return ()
    found = (form.fullmatch(said) for form in _NEW)
    ways = ((sentence(one["old"]), _trimmed(sentence(to_when(one["new"])))) for one in found if one)
    return tuple((old, new) for old, new in ways if new)


def speaks_of_moving(text: str) -> bool:
    """Whether words say of themselves that something moves."""
    return bool(_MOVING.search(fold(text)))


def _trimmed(new: str) -> str:
    """Without what asks whether it suits: "11 ok?"."""
    new = re.sub(r"^(?:mejor|lieber|besser|rather|better|but|sondern|sino|بل)\s+", "", new)
    said = re.sub(
        r"\s*(?:[.,;!?]\s*)?(?:instead|stattdessen|lieber|mejor|ok|okay|possible|moglich|posible|please)[\s?!.]*$",
        "",
        new,
    )
    return said.strip(" ,;:!?")


_PARTS = re.compile(
    r"\s*(?:[;\n]|,(?!\s*(?:\d|every|weekly|jede|cada|online|video|zoom|on |in |am |um |at ))|"
    r"(?<!\w)(?:and|und|y|و)(?!\w))\s*"
)


def parts(text: str) -> tuple[str, ...]:
    """What may be several sessions in one message, each by itself."""
    return tuple(part for part in _PARTS.split(text.strip()) if part.strip())
