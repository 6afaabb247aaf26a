"""An inquiry: a short whole message that asks something plain of the bot, about the coach or about itself."""

import re
from functools import lru_cache
from typing import Literal

from bot.core.understand.dialect import standard
from bot.core.understand.stemmed import Stemmed, near, stemmed
from bot.core.understand.utterance import heard

Topic = Literal["away", "session", "seen", "told", "next", "stands", "write", "who", "holds", ""]
"""The coach's days away, the next session, what the coach sees, whether they have something, what comes next,
how matters stand, the hours to write in, who somebody is, who sees what is written now."""

LONGEST = 70
"""Letters of an inquiry: what is longer tells something."""

_ON = (
    r"(?: (?:today|tomorrow|tonight|now|right now|again|next|yet|already|then|at the moment|these days"
    r"|(?:this|next) (?:week|month|weekend|time)|(?:in|on|until|till) \w+))*"
)
_WANN = (
    r"(?: (?:gerade|jetzt|noch|schon|denn|eigentlich|wieder|heute|morgen|bald|dann|(?:diese|nachste) woche"
    r"|im moment|das nachste mal))*"
)
_IT = (
    r"(?: (?:it|that|this|all|everything|anything|already|yet|now|ever|my (?:(?:last|latest) )?"
    r"(?:answers?|words?|notes?|messages?)"
    r"|what i (?:write|wrote|said)|(?:about|of|from) (?:it|that|this|me)))*"
)
_ES = (
    r"(?: (?:es|das|dies|davon|alles|etwas|schon|jetzt|denn|eigentlich|auch|bereits|von mir|was ich schreibe"
    r"|meine (?:letzte[n]? )?(?:antwort(?:en)?|worte|notizen?|nachrichten?)))*"
)
_MATA = r"(?: (?:اليوم|غدا|الان|هذا الاسبوع|الاسبوع القادم|مره اخري|مجددا|هذا|ذلك|بذلك|بهذا|كل شي))*"

_YA = (
    r"(?: (?:ahora|hoy|manana|ya|todavia|aun|otra vez|de nuevo|pronto|entonces|en este momento|estos dias"
    r"|(?:esta|la proxima) semana|la semana que viene|la proxima vez))*"
)
_LO = (
    r"(?: (?:esto|eso|lo|todo|algo|ya|ahora|de mi|de eso|de esto|hasta ahora|lo que (?:escribo|escribi|digo"
    r"|he escrito)"
    r"|mis? (?:ultimas? )?(?:respuestas?|palabras|notas?|mensajes?)|mi ultimo mensaje))*"
)

_READINGS: tuple[tuple[Topic, str, str], ...] = (
    # topic, stems, pattern; COACH stands for however the coach is named
    (
        "holds",
        "write now|writing now|from now on|say now|send now|write here|shared now|private now",
        r"(?:(?:does|can|will|is) (?:COACH|she|he|they|anyone|anybody|somebody|someone)"
        r" (?:still |now |also |again )?"
        r"(?:see|seeing|read|reading|get|getting|hear) (?:what i(?: am| m)? (?:write|writing|say|send)|this|it|that"
        r"|my (?:answers|words|notes|messages))(?: (?:now|here|from now on|again|too))+"
        r"|who (?:sees|reads|gets) what i(?: am| m)? (?:write|writing|say|send)(?: (?:now|here|from now on))+"
        r"|(?:is|are) (?:what i(?: am| m)? (?:write|writing|say)|this|it|everything"
        r"|my (?:answers|words|notes))"
        r"(?: (?:here|still))* (?:shared|private)(?: (?:now|again|from now on))+"
        r"|(?:is|are) (?:what i(?: am| m)? (?:write|writing|say))(?: (?:now|here|from now on))+"
        r" (?:shared|private))",
    ),
    (
        "holds",
        "jetzt schreibe|ab jetzt|schreibe jetzt|hier schreibe|jetzt privat|jetzt geteilt",
        r"(?:sieht|liest|bekommt|wer sieht|wer liest|kann) ?(?:COACH|sie|er|jemand)?"
        r"(?: noch| jetzt| wieder| ab jetzt)*"
        r"(?: das)?,? was ich (?:ab |hier |jetzt )*schreibe?(?: jetzt| hier)*(?: sehen| lesen)?"
        r"|(?:ist|sind|wird) (?:das|es|alles|was ich (?:jetzt |hier |ab )*schreibe|meine antworten)"
        r"(?: ab)?(?: jetzt| noch| wieder)* (?:privat|geteilt)",
    ),
    (
        "holds",
        "ما اكتب",
        r"(?:هل )?(?:س?تري|س?يري|س?تقرا|س?يقرا|من يري|من يقرا) ?(?:COACH)? ?ما اكتبه?(?: (?:الان|هنا|من الان))+",
    ),
    (
        "holds",
        "escribo ahora|escribo aqui|a partir de ahora|desde ahora|digo ahora|ahora es|privado ahora"
        "|compartido ahora",
        r"(?:puede|va a|sigue|todavia)? ?(?:COACH|alguien)? ?(?:ve|lee|recibe|ver|leer|recibir|viendo|leyendo)? ?"
        r"(?:lo que (?:escribo|digo|mando))(?: (?:ahora|aqui|desde ahora|a partir de ahora))+"
        r"|quien (?:ve|lee|recibe) lo que (?:escribo|digo|mando)(?: (?:ahora|aqui|desde ahora|a partir de ahora))+"
        r"|(?:es|son|esta|estan) (?:lo que escribo|esto|todo|mis respuestas)"
        r"(?: (?:ahora|aqui|desde ahora|todavia))* (?:privad[oa]s?|compartid[oa]s?)(?: (?:ahora|desde ahora))*"
        r"|lo que escribo(?: (?:ahora|aqui|desde ahora))+ (?:es|queda|sera) (?:privado|compartido)",
    ),
    (
        "away",
        "COACH",
        rf"COACH (?:esta|sigue|estara|anda)(?: (?:de vacaciones|fuera|de viaje|disponible|ausente"
        rf"|localizable)){_YA}|(?:cuando )?(?:esta|vuelve|regresa|se va|estara|volvera) COACH{_YA}(?: (?:de "
        rf"vacaciones|fuera|de "
        rf"viaje|disponible"
        rf"|ausente|localizable|de vuelta|de regreso))?{_YA}",
    ),
    (
        "session",
        "COACH",
        rf"cuando (?:veo|vere|puedo ver|voy a ver|hablo con|hablare con|me veo con|me encuentro con|tengo "
        rf"sesion con|nos vemos)(?: a)? COACH{_YA}"
        rf"|cuando (?:me ve|nos vemos)(?: con)? COACH{_YA}",
    ),
    (
        "seen",
        "le dijiste|le has dicho|se lo|le contaste|le mandaste|le enviaste|le vas a|le mostraste",
        rf"(?:ya )?(?:le|se lo) (?:dijiste|has dicho|contaste|has contado|mandaste|has mandado|enviaste|has "
        rf"enviado|mostraste"
        rf"|has mostrado|vas a (?:decir|contar|mandar|enviar|mostrar)){_LO}(?: a (?:COACH|ella))?{_LO}",
    ),
    (
        "seen",
        "COACH",
        rf"(?:que )?(?:ya )?(?:lo |la )?(?:ve|lee|sabe|recibe|tiene|puede ver|puede leer|vio|leyo|recibio|ha "
        rf"visto|ha leido|ha "
        rf"recibido|puede saber)"
        rf"(?: ya)?{_LO} COACH{_LO}|(?:que )?COACH (?:ve|lee|sabe|recibe|tiene|puede ver|puede leer|vio|leyo"
        rf"|recibio|ha visto"
        rf"|ha leido|ha recibido)(?: ya)?{_LO}|COACH ya (?:lo )?(?:vio|leyo|recibio|ve|lee|sabe){_LO}",
    ),
    ("seen", "COACH", rf"(?:le )?(?:llego|ha llegado|llega){_LO}(?: esto| eso)? a COACH{_LO}"),
    (
        "next",
        "cuando ",
        rf"cuando (?:(?:me )?(?:escribes|escribiras|vuelves a escribir(?:me)?|vas a escribir(?:me)?"
        rf"|preguntas|volveras)"
        rf"|(?:voy a saber|sabre)(?: algo)? de ti|sabre algo|tendre noticias tuyas){_YA}",
    ),
    (
        "stands",
        "parado|pausad|detenid|apagad|parad|en pausa",
        r"(?:esta|estas|estoy|estan|he|has|esto esta|ya esta|quedo)(?: todo| esto| ya| realmente| ahora)*"
        r" (?:parad[oa]|pausad[oa]|en pausa|detenid[oa]|apagad[oa])(?: todo| ya| ahora)*",
    ),
    (
        "write",
        "escrib",
        r"(?:tambien )?(?:puedo|podria|cuando puedo)(?: (?:tambien|siempre))* escribir(?:te|lo)?"
        r"(?: (?:aqui|algo|cosas|notas?|esto|entre medias|cuando (?:quiera|sea)|a cualquier hora|en "
        r"cualquier momento|de noche"
        r"|siempre|ahora|tambien|entre sesiones))*",
    ),
    ("who", "quien ", r"quien (?:es|era) COACH(?: otra vez)?"),
    (
        "away",
        "is COACH",
        rf"(?:when )?is COACH(?: still| now| currently)? (?:away|off|back|there|around|here|available|reachable"
        rf"|on (?:holidays?|vacation|leave)){_ON}",
    ),
    ("away", "will COACH|does COACH", rf"when (?:does|will) COACH (?:come|be|go|get) (?:back|away|off){_ON}"),
    (
        "away",
        "ist COACH|kommt COACH|hat COACH",
        rf"(?:wann )?(?:ist|kommt|hat) COACH{_WANN}(?: weg| da| hier| zuruck| verreist| abwesend| erreichbar"
        rf"| i[mn] urlaub| urlaub| frei| wieder){_WANN}",
    ),
    ("away", "هل COACH", rf"هل COACH (?:غاي?به?|مسافره?|موجوده?|متاحه?|في (?:اجازه|عطله)){_MATA}"),
    (
        "session",
        "COACH",
        r"when (?:do|will|can|am|are|shall) (?:i|we) (?:going to )?(?:see|seeing|meet|meeting|meet with"
        rf"|meeting with|(?:talk|talking|speak|speaking) (?:to|with)) COACH{_ON}",
    ),
    ("session", "COACH", rf"when (?:do|does|will|is) COACH (?:see|seeing|meet|meeting) (?:me|us){_ON}"),
    ("session", "ich COACH", rf"wann (?:sehe|seh|treffe|treff|spreche) ich COACH{_WANN}"),
    ("session", "متي ", rf"متي (?:سا|ا)(?:ري|لتقي|قابل|لقي) ب?COACH{_MATA}"),
    (
        "seen",
        "you tell|you told|you show|you sen|you pass|you already",
        rf"(?:did|have|will) you (?:already )?(?:tell|told|shown?|sent|send|passed|pass){_IT}(?: on)?(?: to)?"
        rf" (?:COACH|her|him|them){_IT}",
    ),
    (
        "seen",
        "COACH",
        rf"(?:what )?(?:does|did|can|will|has|could|is) COACH (?:already |now |ever )?(?:see|seen|read|reading|know"
        rf"|get|got|gotten|have|had|received?|hear|heard){_IT}(?: so far)?",
    ),
    (
        "seen",
        "hast du|wirst du",
        rf"(?:hast|wirst) du{_ES} (?:COACH|ihr|ihm){_ES} (?:gesagt|gezeigt|geschickt|erzahlt|gegeben|sagen|zeigen"
        r"|erzahlen)",
    ),
    (
        "seen",
        "kann COACH|sieht COACH|liest COACH|hat COACH|bekommt COACH|weiss COACH|konnte COACH",
        rf"(?:was )?(?:kann|konnte|sieht|liest|hat|bekommt|weiss) COACH{_ES}(?: mit)?"
        r"(?: (?:sehen|lesen|gesehen|gelesen|bekommen|erhalten|mitlesen|wissen|erfahren))?",
    ),
    (
        "seen",
        "wurde|ist |ging",
        rf"(?:wurde|ist|ging){_ES}(?: schon)? (?:(?:an|zu|bei) )?COACH(?: (?:geschickt|gesendet|gegangen"
        r"|angekommen|gezeigt|schon))*",
    ),
    (
        "seen",
        "was |has |did |is ",
        rf"(?:was|has|did|is){_IT} (?:(?:gone?|sent|been sent|shown|arrived|go|reach|reached) )"
        rf"(?:(?:to|at|with) )?COACH{_IT}",
    ),
    (
        "seen",
        "هل ",
        rf"هل (?:(?:اخبرت|ابلغت) |قلت ل|(?:يري|تري|يقرا|تقرا|راي|رات|قرا|قرات|يعرف|تعرف|وصل) )(?:الي )?COACH"
        rf"{_MATA}",
    ),
    (
        "next",
        "from you|from this|from the bot",
        rf"when (?:do|will|can|shall|am) i (?:going to )?(?:hear|hearing|get something)(?: back)? from (?:you|this"
        rf"|the bot){_ON}",
    ),
    (
        "next",
        "do you|will you|are you",
        r"when (?:do|will|are) you (?:going to )?(?:write|writing|contact|message|get in touch|be in touch|come"
        rf"|be back|reach out)(?: back)?(?: (?:to|with))?(?: me)?{_ON}",
    ),
    (
        "next",
        "wann ",
        r"wann (?:meldest|schreibst|kommst|fragst) du(?: (?:dich|mir|mich))?"
        rf"(?: bei mir)?{_WANN}(?: bei mir)?",
    ),
    ("next", "wann ", rf"wann hor(?:e)? ich{_WANN} (?:von dir|was von dir|etwas von dir){_WANN}"),
    (
        "next",
        "متي ",
        rf"متي (?:ساسمع|اسمع) منك{_MATA}|متي (?:س?تكتب|س?تراسلني|س?تتواصل)ي?(?: لي| معي)?{_MATA}",
    ),
    (
        "stands",
        "stopped|paused|turned off|switched off|did it stop|did you stop",
        r"(?:is|are|has|have|am|did) (?:it|this|that|everything|all|all of it|you"
        r"|i)(?: all)?(?: really| now| still)?"
        r" (?:been )?(?:stopped|paused|turned off|switched off|stop)(?: now| yet| already)?",
    ),
    (
        "stands",
        "gestoppt|angehalten|pausiert|aufgehort|abgeschaltet|ausgeschaltet",
        r"(?:ist|bist|sind|hast|bin|habe) (?:es|das|alles|du|ich|jetzt alles)(?: jetzt| nun| wirklich| schon)*"
        r" (?:gestoppt|angehalten|pausiert|aufgehort|abgeschaltet|ausgeschaltet)",
    ),
    ("stands", "توقف", r"هل (?:توقف|توقفت|تم ايقاف|اوقف)(?: (?:كل شي|هذا|الان|البوت|ذلك))*"),
    (
        "write",
        "write",
        r"(?:(?:so )?(?:can|may|could) i|when (?:can|may) i) (?:also |always )?write(?: (?:you|to you|here|in here"
        r"|something|things|notes?|this|in between))*(?: (?:(?:at )?any ?time(?: i (?:want"
        r"|like))?|whenever(?: i (?:want"
        r"|like))?|at night|now|too|between|as often as i (?:want|like)))*",
    ),
    (
        "write",
        "schreiben",
        r"(?:(?:kann|darf|konnte) ich|wann (?:kann|darf) ich)(?: (?:dir|hier|auch|immer"
        r"|jederzeit|nachts|zwischendurch"
        r"|einfach|etwas|was|so|jetzt|wann ich will|wann immer ich will|zu jeder zeit|mal))* schreiben",
    ),
    (
        "write",
        "اكتب|الكتابه",
        r"هل (?:يمكنني|استطيع|اقدر|يمكن)(?: ان)? (?:اكتب|الكتابه)(?: (?:لك|هنا|لكم))?"
        r"(?: (?:في اي وقت|متي (?:شيت|اردت|ما اردت)|ليلا|الان))?",
    ),
    ("who", "who ", r"who(?: is|s| s) (?:this )?COACH(?: again| here| actually)?"),
    ("who", "wer ", r"wer ist (?:denn |eigentlich )?(?:diese |dieser )?COACH(?: denn| eigentlich| nochmal)?"),
    ("who", "من ", r"من (?:هو |هي |تكون |يكون )?COACH"),
)

_CALLED = re.compile(
    r"\b(?:my|the|mi|el|la|mein|meine|meinen|meiner|meinem|der|die) coach\b|(?:^"
    r"|(?<= ))(ب?ل?)(?:المدربه?|مدربتي|مدربي)(?= |$)"
)


def inquiry(words: str, coach: str) -> Topic:
    """What a short whole message asks; "" where it asks nothing of the kind. ``coach``: their name."""
    if not 8 <= len(words) <= LONGEST:
        return ""
    said = _named(words, coach)
    for one in near(said, _patterns()):
        if one.pattern.fullmatch(said):
            topic = _topics()[one.pattern]
            return "told" if topic == "seen" and _WHAT.match(said) is None else topic
    if _told(said) or (("?" in words or "؟" in words) and _told(_PRONOUN.sub("COACH", said))):
        return "told"
    return "who" if words.rstrip().endswith("?") and _SOMEBODY.match(words.strip()) else ""


def _named(words: str, coach: str) -> str:
    """Folded words without signs, in which the coach is called ``COACH``, whatever they are called there."""
    said = heard(standard(words)).plain
    if "coach" in said or "مدرب" in said:
        said = _CALLED.sub(r"\1COACH", said)
    for name in _names(coach):
        if len(name) > 1 and name in said:
            said = re.sub(rf"(?:^|(?<= )){re.escape(name)}(?: s)?(?= |$)", "COACH", said)
    return _LEADS.sub("", said)


_WHAT = re.compile(r"what |que |was (?:COACH|hat|kann|konnte|sieht|liest|bekommt|weiss)\b")
_PRONOUN = re.compile(r"\b(?:she|he|they|sie|er)\b")
_WRITTEN = re.compile(
    r" (?:what|the things?|the messages?|everything) i (?:just |have |had |already )*"
    r"(?:wrote|said|told you|sent|written|answered)"
    r"(?: (?:earlier|before|yesterday|last|today|just now|this morning|last week))*"
)
_OF = re.compile(
    r" (?:about|regarding|uber|von) (?!(?:it|that|this|me|mir)\b).{2,40}?(?= (?:erzahlt|gesagt|gelesen|gesehen)$|$)"
)


def _told(said: str) -> bool:
    """Whether folded words ask whether the coach has something, whatever it is about."""
    plain = _WRITTEN.sub(" it", _OF.sub("", said)).strip()
    return (
        any(
            _topics()[one.pattern] == "seen" and one.pattern.fullmatch(plain) is not None
            for one in near(plain, _patterns())
        )
        and _WHAT.match(plain) is None
    )


_SOMEBODY = re.compile(
    r"(?:[Ww]ho(?: is|['’]s)|[Ww]er ist|¿?[Qq]ui[eé]n es) [^\Wa-z\d_]\w+(?: [^\Wa-z\d_]\w+)? ?\?+"
)
"""Who somebody is whose name is written as one; with the mark alone, for it may be what somebody wonders."""

_LEADS = re.compile(
    r"^(?:(?:so|and|but|ok|okay|hello|hi|hey|wait|sorry|y|pero|hola|oye|perdon|bueno|und|also|aber|hallo|sag "
    r"mal|مرحبا) )+"
)


@lru_cache(maxsize=256)
def _names(coach: str) -> tuple[str, ...]:
    """A coach's name, and its words."""
    said = heard(coach).plain
    return (said, *said.split())


@lru_cache(maxsize=1)
def _patterns() -> tuple[Stemmed, ...]:
    return tuple(stemmed(stems, pattern) for _, stems, pattern in _READINGS)


@lru_cache(maxsize=1)
def _topics() -> dict[re.Pattern[str], Topic]:
    return {one.pattern: topic for one, (topic, _, _) in zip(_patterns(), _READINGS, strict=True)}
