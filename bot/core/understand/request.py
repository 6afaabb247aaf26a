"""Whether words ask something of the coach, who does not read along, say that it is urgent, or cannot come."""

import re
from functools import lru_cache

from bot.core.understand.calling import calling
from bot.core.understand.folding import fold
from bot.core.understand.missing_session import misses
from bot.core.understand.stemmed import Stemmed, found, stemmed

_COACH = r"(?:my coach|mein(?:en?|er|em)? coach|mi coach|مدرب[تهي]*|المدرب[ه]?|الكوتش|COACH)"

_PHRASES = (
    # English
    (
        "call me|ring me|phone me|text me|contact me|email me|write to me",
        r"\b(?:please|(?:can|could|will|would) you) (?:\w+ )?(?:call|ring|phone|text|contact|email|write to) me\b",
    ),
    ("call me|ring me|phone me|text me|contact me", r"^(?:call|ring|phone|text|contact) me\b"),
    ("tell |ask |inform |let ", r"\b(?:tell|ask|inform|let) (?:COACH)\b"),
    (
        "share |send |show |forward |teil|schick|zeig",
        r"^(?:please |bitte )?(?:share|send|show|forward|teile?|schicke?|zeige?) "
        r"(?:(?:this|that|it|das|dies)(?: one)? )?(?:(?:with|to|mit|an) )?COACH(?: this| that| das)?:",
    ),
    ("please|can you|could you| call", r"\b(?:COACH),? (?:please|can you|could you|call)\b"),
    (
        "can we|can i|could we|could i|may we|may i",
        r"\b(?:can|could|may) (?:we|i) (?:talk|speak|meet|reschedule|move (?:our|the) session)\b",
    ),
    (
        "talk to|talk with|speak to|speak with",
        r"\bi (?:need|want|would like|'d like|have) to (?:talk|speak) (?:to|with) (?:you|COACH)\b",
    ),
    ("in touch with me", r"\bget in touch with me\b"),
    # German
    ("ruf", r"\bruf(?:e|en sie)? mich\b"),
    ("bei mir", r"\b(?:melde?|melden sie) (?:dich|sich)(?: bitte)? bei mir\b"),
    ("meld", r"^(?:bitte )?meld(?:e)? dich\b"),
    (
        "sag|richte|frag|erzahl",
        r"\b(?:sag|sage|richte|frag|frage|erzahl|erzahle)(?: bitte)?(?: es| das)? COACH\b",
    ),
    (
        "konnen wir|konnten wir",
        r"\b(?:konnen|konnten) wir (?:\w+ )?(?:reden|sprechen|telefonieren|verschieben|uns treffen)\b",
    ),
    (
        "ich muss|ich mochte|ich will|ich wurde gern",
        r"\bich (?:muss|mochte|will|wurde gern) (?:\w+ )?mit (?:dir|ihnen|COACH) (?:reden|sprechen|telefonieren)\b",
    ),
    # Spanish
    (
        "llam|contact|escribi|comunica",
        r"\b(?:llamame|llamenme|contactame)\b(?: por favor)?|\b(?:puedes|podrias|puede|podria|me puedes|me "
        r"podrias) (?:llamar(?:me)?|escribirme tu|contactarme)\b"
        r"|\bme (?:llamas|llama)(?: por favor)?[?.!]*$|\b(?:ponte en contacto|contacta|comunicate) conmigo\b",
    ),
    (
        "dile|digale|preguntale|avisale|cuentale|comentale|informa|avisa|transmit|pasale",
        r"\b(?:dile|digale|preguntale|avisale|cuentale|comentale|informale|informa|avisa|transmitele|pasale)"
        r"(?: por favor)?(?: esto| eso)? a COACH\b",
    ),
    ("por favor|puedes|podrias|llam", r"\bCOACH,? (?:por favor|puedes|podrias|me llamas|llamame)\b"),
    (
        "podemos|podriamos|puedo|podria",
        r"\b(?:podemos|podriamos|puedo|podria) (?:hablar|vernos|reunirnos|quedar|(?:cambiar|mover|aplazar"
        r"|posponer) "
        r"(?:la|nuestra|mi) (?:sesion|cita))\b",
    ),
    (
        "hablar|platicar|conversar",
        r"\b(?:necesito|quiero|tengo que|quisiera|me gustaria) (?:hablar|platicar|conversar)(?: \w+)? "
        r"(?:contigo|con usted|con COACH)\b",
    ),
    # Arabic
    ("اتصل", r"(?:اتصلي?|اتصلوا) بي"),
    ("كلم", r"\bكلمي?ني\b(?! (?:ب|بال|ال)?(?:ا?نجليزي|انقليزي|انكليزي|عربي|الماني|فرنسي|اسباني))"),
    ("تواصل", r"\bتواصلي? معي\b"),
    ("اخبر|ابلغ|قول|اسال", r"(?:اخبري?|ابلغي?|قولي?|اسالي?) (?:ل)?COACH"),
    (
        "اتحدث|اتكلم|التحدث|التكلم",
        r"(?:اريد|احتاج|اود|ارغب)(?: في)?(?: ان)? (?:اتحدث|اتكلم|التحدث|التكلم)(?: الي| مع) (?:ك\b|COACH)?",
    ),
    ("هل يمكن", r"هل يمكن(?:نا)? (?:ان )?(?:نتحدث|نتكلم|التحدث|تاجيل)"),
)


_URGENT = (
    r"\b(?:urgent(?:ly)?|emergency|asap|as soon as possible|at once|immediately|right (?:now|away))\b",
    r"\b(?:hurry|help me|i (?:need|want) help)\b",
    r"\b(?:dringend|eilig|eilt|notfall|sofort|so schnell wie moglich|umgehend|hilf mir|helft mir|brauche hilfe)\b",
    r"\b(?:urgente(?:mente)?|me urge|emergencia|cuanto antes|lo antes posible|enseguida|inmediatamente|ahora "
    r"mismo|ya mismo"
    r"|ayudame|ayudenme|socorro|auxilio|necesito ayuda)\b",
    r"(?:عاجل|طاري|طواري|حالا|فورا|باسرع وقت|ضروري|ساعدي?ني|ساعدوني|النجده)",
)


_SOMEBODY = stemmed(
    "talk|speak|reden|sprechen|hablar|تحدث|تكلم|الحديث|الكلام",
    r"(?:\b(?:need|want|have|would like|'d like|wish i could) (?:to )?(?:talk|speak) (?:to|with) (?:some|any)"
    r"(?:one|body)"
    r"|\bneed (?:some|any)(?:one|body) to (?:talk|speak) (?:to|with)|^(?:i )?(?:really )?need to talk"
    r"|\b(?:muss|mochte|will|wurde gerne?) (?:\w+ ){0,3}mit (?:irgend)?(?:jemandem|jemand|wem|einem menschen)"
    r" (?:reden|sprechen)|\bbrauche? (?:\w+ ){0,2}jemanden? zum reden|^(?:ich )?muss (?:dringend |mal )*reden"
    r"|\b(?:necesito|quiero|quisiera|tengo que) hablar con alguien"
    r"|(?:اريد|احتاج|اود)(?: ان| الي)? (?:اتحدث|اتكلم|التحدث|الحديث|الكلام|التكلم)(?: الي| مع)"
    r" (?:احد|شخص|انسان))"
    r"(?:[\W_]|\b(?:please|now|right|today|tonight|badly|bitte|jetzt|heute|dringend|ahora|hoy|por favor|الان"
    r"|اليوم)\b)*$",
)
"""Somebody to talk to is wanted: nobody is here. They get what a call to the coach gets, and where help is."""


def wants_somebody(words: str) -> bool:
    """Whether somebody says that they want a person to talk to."""
    return found(fold(words), (_SOMEBODY,)) or calling(words, "") == "somebody"


CANNOT = (
    stemmed(
        "come|attend|be there|join|meet|make it|make our|make the",
        r"\b(?:can(?:no|')?t|can ?not|won'?t(?: be able to)?|will not(?: be able to)?|unable to|not able to) "
        r"(?:come(?! (?:to|up|down|back|out|clean|across|home)\b)|attend|be there|join|meet|"
        r"make (?:it(?! (?:through|work|better|stop|go|up|out|easier))|our session|the session))\b",
    ),
    stemmed(
        "cancel|move|reschedule|postpone|shift|put off",
        r"\b(?:cancel|move|reschedule|postpone|shift|put off) (?:\w+ )?(?:session|appointment|meeting|it)\b",
    ),
    stemmed(
        "absagen|verschieben|verlegen|cancel",
        r"\b(?:session|sitzung|termin|treffen) (?:\w+ )?(?:absagen|verschieben|verlegen|cancel(?:led)?)\b",
    ),
    stemmed(
        "kommen|dabei sein|da sein|teilnehmen",
        r"\b(?:kann|konnte|werde) (?:\w+ ){0,4}nicht (?:kommen|dabei sein|da sein|teilnehmen)\b",
    ),
    stemmed(
        "ich komme",
        r"\bich komme (?:\w+ ){0,3}nicht(?! (?:weiter|klar|voran|dazu|los|zur|zum|an|in|auf|aus|mehr))\b",
    ),
    stemmed(
        "absagen",
        r"\bmuss (?:(?:dir|fur|am|heute|morgen|leider|montag|dienstag|mittwoch|donnerstag|freitag) )*absagen\b",
    ),
    stemmed(
        "no puedo|no podre|no voy|no ire|no lleg|no asist|no pude|imposible",
        r"\bno (?:puedo|podre|voy a poder|pude) (?:asistir|acudir|conectarme|venir|estar(?: ahi| alli)?[.!,]?$|"
        r"(?:ir|llegar) a (?:la|mi|nuestra) (?:sesion|cita|reunion))\b"
        r"|\bno (?:ire|asistire|llego|llegare|voy) a (?:la|mi|nuestra) (?:sesion|cita|reunion)\b|\bme es "
        r"imposible (?:ir|asistir|acudir)\b",
    ),
    stemmed(
        "cancel|mover|mueve|cambi|aplaz|pospon|reprogram|anul",
        r"\b(?:cancelar|cancela|mover|mueve|cambiar|cambia|aplazar|aplaza|posponer|pospon|reprogramar|anular"
        r"|anula) "
        r"(?:(?:la|mi|nuestra|esta) )?(?:sesion|cita|reunion)\b",
    ),
    stemmed(
        "احضر|الحضور|اتي|المجي|القدوم",
        r"(?:لا|لن) (?:استطيع|اقدر|اتمكن من) (?:ان )?(?:احضر|الحضور|اتي|المجي|القدوم)",
    ),
    stemmed(
        "لن احضر|الغا الجلسه|تاجيل الجلسه|تغيير موعد",
        r"(?:لن احضر|الغا الجلسه|تاجيل الجلسه|تغيير موعد)",
    ),
)


_LEADS = (
    r"^[\W_]*(?:(?:please|pls|bitte|hi|hey|hello|hallo|ok|so|and|und|also|sorry|leider|entschuldigung"
    r"|unfortunately|por favor|hola|perdon|perdona|disculpa|lo siento|oye|bueno|y|lamentablemente|por "
    r"desgracia|من فضلك|رجاء|عذرا|للاسف)[\W_]+)*"
)
_DAY = (
    r"(?:(?:am |on |next |this |nachsten |diesen |kommenden |our |the |den |die |unsere?n? )*"
    r"(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|monday|tuesday|wednesday|thursday|friday"
    r"|saturday|sunday|(?:el |la |mi |nuestra |de |del |este |esta |proximo |proxima )*(?:lunes|martes"
    r"|miercoles|jueves|viernes"
    r"|sabado|domingo|manana|sesion|cita|reunion|encuentro|llamada)|morgen|tomorrow|session|sitzung|termin|appointment|meeting|treffen|call)(?:'?s)?)"
)
_HER = r"(?:COACH|her|him|them|sie|ihr|ihm|ihn|ihnen)"
_ALONE = (
    (
        "tell |ask |inform |let |pass on|say to",
        rf"(?:(?:can|could|would|will) you )?(?:please )?(?:tell|ask|inform|let|pass on to|say to) {_HER}"
        r"(?: please)?(?:,? (?:know )?(?:that|if|whether|when|to|about|i|we|i'm|i'll|know))\b",
    ),
    (
        "sag|frag|richt|erzahl|bescheid|schreib|mitteil",
        r"(?:(?:kannst|konntest|wurdest) du )?(?:bitte )?(?:(?:sage?|frage?|richte?|erzahle?|gib|schreibe?|teile?) )?"  # noqa: E501
        rf"(?:bitte )?{_HER}(?: bitte| mal| doch| auch)*(?: (?:sagen|fragen|ausrichten|aus|mitteilen|mit|bescheid"
        r"|schreiben|erzahlen))?(?: geben| sagen)?(?: bitte)?,? (?:dass|ob|wann)\b",
    ),
    (
        "bescheid",
        rf"(?:gib|sage?|kannst du|konntest du) (?:bitte )?{_HER} (?:bitte )?bescheid(?: geben| sagen)?",
    ),
    (
        "cancel|move|reschedul|postpone|shift|put off|skip|do ",
        r"(?:(?:can|could|may|shall|should) (?:we|i)|i(?:'d like to| have to| need to| must|'ll have to| want to"
        rf"| can'?t| cannot|'ve got to)|we (?:have to|need to|must)) (?:please )?(?:cancel|move|reschedule|postpone"
        rf"|shift|put off|skip) {_DAY}\b|i (?:can'?t|cannot) (?:do|make) {_DAY}[\W_]*$",
    ),
    (
        "meet|talk|speak|do ",
        r"(?:can|could) we (?:please )?(?:meet|talk|speak|do(?: it)?) (?:an hour|half an hour|a day|later|earlier"
        rf"|a bit|{_DAY})\b",
    ),
    (
        "absagen|verschieben|verlegen|nicht|ausfallen",
        r"(?:ich muss|ich mochte|ich will|ich wurde gern|wir mussen|konnen wir|konnten wir|kann ich|darf ich)"
        rf" (?:leider |bitte )*{_DAY}(?: \w+){{0,5}} (?:absagen|verschieben|verlegen|ausfallen lassen)\b",
    ),
    (
        "nicht",
        rf"(?:(?:ich kann|ich schaffe es|ich schaff es) (?:leider )?{_DAY} |(?:der|die) (?:termin|sitzung) passt mir )"  # noqa: E501
        r"(?:leider )?nicht(?: mehr)?(?: kommen)?[\W_]*$",
    ),
    ("uns ", r"(?:konnen|konnten) wir uns (?:\w+ ){1,4}(?:treffen|sehen|sprechen)\b"),
    (
        "dile|decirle|preguntale|preguntarle|avisa|cuentale|contarle|informale|comentale|comunicale|hazle saber",
        r"(?:(?:puedes|podrias|me puedes|me podrias) )?(?:dile|decirle|preguntale|preguntarle|avisale"
        r"|avisarle|avisa|cuentale"
        r"|contarle|informale|comentale|comunicale|hazle saber)(?: por favor)?(?: a (?:COACH|ella))?(?: por "
        r"favor)?,? (?:que|si|cuando)\b",
    ),
    (
        "cancelar|mover|cambiar|aplazar|posponer|anular|reprogramar",
        r"(?:puedo|podemos|podriamos|podria|tengo que|tenemos que|quiero|quisiera|necesito|hay que|debo|me "
        r"gustaria)"
        rf" (?:cancelar|mover|cambiar|aplazar|posponer|anular|reprogramar) {_DAY}\b",
    ),
    (
        "podemos|podriamos",
        r"(?:podemos|podriamos) (?:vernos|hablar|quedar|reunirnos) (?:una hora|media hora|un dia|un poco"
        r"|otro dia|mas tarde"
        rf"|mas temprano|antes|despues|{_DAY})\b",
    ),
    (
        "no puedo|no podre|no llego",
        rf"no (?:puedo|podre|llego)(?: ir| llegar| asistir)?(?: a)? {_DAY}[\W_]*$",
    ),
    (
        "قول|تقولي|تخبر|اخبر|اسال|ابلغ",
        r"(?:هل يمكنك (?:ان )?)?(?:تقولي?|قولي?|قل|تخبري?|اخبري?|اساليه?ا?|اسالها|اساله|ابلغي?)(?: ل)? ?ل?(?:COACH|ها|ه)?"  # noqa: E501
        r"(?: من فضلك)? (?:ان|انني|اني|ان كان|هل|اذا)",
    ),
    (
        "الغا|الغي|تاجيل|نقل|نوجل|ننقل|اوجل",
        r"(?:اريد|يجب ان|علي|هل يمكننا|هل يمكن|احتاج|اود)(?: ان| الي)? (?:الغا|الغي|تاجيل|نقل|نوجل|ننقل|اوجل)"
        r" (?:ال)?(?:جلسه|جلستنا|جلستي|موعد|موعدنا|لقا)",
    ),
)
"""Requests with which a whole message begins: so it is none of the answers, whatever question is open."""

ALONE_LONGEST = 160


def only_asks(words: str, coach: str = "") -> bool:
    """Whether a short message begins with what it asks of the coach, or says that a session cannot be."""
    said = fold(words).rstrip(" .!?؟")
    if len(said) > ALONE_LONGEST:
        return False
    return (
        found(said, _alone(coach))
        or calling(words, coach) in ("coach", "somebody")
        or (found(said, CANNOT) and _CANNOT_NOW.search(said) is not None)
    )


_CANNOT_NOW = re.compile(
    rf"{_DAY}|\bnext (?:week|time)\b|\bnachste woche\b|\b(?:proxima semana|semana que viene|enferm[oa])\b"
    rf"|\b(?:ill|sick|krank)\b|الجلسه|موعد|مريض|يوم (?:ال)?\w+"
)
"""What a message names that says outright that a session cannot be."""


@lru_cache(maxsize=256)
def _alone(coach: str) -> tuple[Stemmed, ...]:
    """What a request alone begins with, with the coach's name in its places."""
    called = sorted({fold(coach), *fold(coach).split()[:1]}, key=len, reverse=True)
    name = "(?:my coach|meine[mnr]? coach|mi coach|مدربتي|مدربي|المدربه?|" + "|".join(
        map(re.escape, filter(None, called))
    )
    who = name.rstrip("|") + ")"
    return tuple(stemmed(stems, f"{_LEADS}(?:{phrase.replace('COACH', who)})") for stems, phrase in _ALONE)


def cannot_come(words: str) -> bool:
    """Whether somebody says that a coaching session cannot be as planned."""
    return misses(words) or found(fold(words).rstrip(" .!?"), CANNOT)


def urgent(words: str) -> bool:
    """Whether somebody says that it cannot wait; the words alone are read, not what may lie behind them."""
    said = fold(words)
    return wants_somebody(words) or any(re.search(phrase, said) for phrase in _URGENT)


def asks(words: str, coach: str = "") -> bool:
    """Whether somebody asks their coach to do something, or somebody to tell the coach; ``coach``: their name."""
    return wants_somebody(words) or calling(words, coach) == "coach" or found(fold(words), phrases(coach))


@lru_cache(maxsize=256)
def phrases(coach: str) -> tuple[Stemmed, ...]:
    """All phrases, with the coach's name in its places."""
    name = re.escape(fold(coach))
    who = _COACH.replace("COACH", name) if name else _COACH.replace("|COACH", "")
    return tuple(stemmed(stems, phrase.replace("COACH", who)) for stems, phrase in _PHRASES)
