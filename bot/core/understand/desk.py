"""What a coach's free words ask for, as far as that is plain: to see a client, to cancel, to move, to log."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.core.understand import dates, weeks
from bot.core.understand.folding import fold, listed
from bot.core.understand.lexer import tokens


@dataclass(frozen=True, slots=True)
class Errand:
    """``verb``: see, read, cancel, move, log, or "" where none is plain. ``rest``: the words without it."""

    verb: str
    rest: str


_AWAY = re.compile(
    r"\b(?:(?:on|out of|in|im|auf|in den|fi|في) )?(?:the |a )?(?:holidays?|vacation|leave|office|urlaub|ferien|"
    r"reisen?|(?:de |las )?vacaciones|de viaje|fuera(?: de la oficina)?|ausente|no estoy|no estare|de baja"
    r"|away|gone|abwesend|verreist|unterwegs|weg|nicht da|not (?:there|here)|اجازه|عطله|"
    r"غايب(?:ه|ا)?|مسافر(?:ه|ا)?)\b"
)
_AWAY_FILLERS = re.compile(
    r"\b(?:i am|i'm|im going|i will be|i'll be|i go|i have|i take|we are|ich bin|bin ich|ich fahre|ich habe|"
    r"estoy|estare|voy a estar|voy a|me voy|salgo|tengo|tomo|me tomo|yo|ich mache|ich werde|bin|wir sind"
    r"|sein|dann|انا|ساكون|لدي)(?!\w)|:"
)

_VERBS = (
    (
        "when",
        r"when (?:do|will|shall|can|am|are|is|did) (?:i|we)(?: next)?(?: going to)? (?:see(?:ing)?|meet(?:ing)?)|"
        r"when is (?:my |the |our )?next (?:session|meeting|appointment)|next (?:session|meeting|appointment)",
    ),
    (
        "when",
        r"wann (?:sehe|treffe|habe) (?:ich|wir)|"
        r"wann (?:sehen|treffen) wir(?: uns)?|wann ist (?:die |der )?nachster?",
    ),
    (
        "when",
        r"cuando (?:veo|vere|voy a ver|tengo)(?: a)?|cuando (?:me veo|nos vemos) con|cuando es (?:la |mi "
        r")?proxima (?:sesion|cita)|"
        r"proximas? (?:sesion(?:es)?|citas?)",
    ),
    (
        "when",
        r"(?:at )?what time (?:is|do i (?:see|meet)|am i (?:seeing|meeting))|"
        r"um wie ?viel uhr (?:ist|sehe ich|treffe ich|kommt)|"
        r"nachste[rs]? (?:termin|sitzung|treffen)|a que hora (?:es|veo(?: a)?|tengo(?: a)?|viene)|cuando me toca|"
        r"في اي ساعه|متي موعد|الجلسه القادمه|الموعد القادم",
    ),
    (
        "seen",
        r"(?:ya )?(?:ha leido|leyo|ha visto|vio|ha recibido|recibio) (?P<object>.+?) (?:ya )?(?:mi|la|el|mis) "
        r"(?:nota|mensaje|respuesta|palabras|pregunta|agradecimiento)",
    ),
    ("seen", r"(?:le llego|ha llegado) (?:mi|la) (?:nota|mensaje|respuesta|pregunta) a (?P<object>.+)"),
    (
        "quiet",
        r"wer schweigt|wer meldet sich nicht|von wem hab(?:e)? ich (?:noch |lange )?nichts gehort|"
        r"de quien(?:es)? no (?:se|he sabido)"
        r" nada|من (?:هو )?(?:ال)?صامته?|من الذي لم (?:يكتب|يجب|يرد)|ممن لم اسمع",
    ),
    (
        "quiet",
        r"quien(?:es)? (?:todavia |aun )?no (?:ha(?:n)? )?(?:respondido|contestado|escrito|respondio"
        r"|contesto|escribio)|quien (?:esta|anda) callad[oa]",
    ),
    (
        "read",
        r"(?:que )?(?:(?:me )?ha |(?:me )?)(?:escrito|dicho|compartido|contado|respondido|contestado"
        r"|escribio|dijo|compartio|conto|respondio|contesto)"
        r" (?P<object>.+)",
    ),
    ("see", r"como (?:esta|va|le va a|anda)|que tal(?: esta)?|muestra(?:me)?|ensename|abre|ver a|que hay de"),
    (
        "cancel",
        r"cancelo|anulo|suspendio|cancela(?:r|da|do)?|anula(?:r)?|suspende(?:r)?|quita(?:r)?|"
        r"se cancela|no hay sesion",
    ),
    (
        "move",
        r"mueve|mover|cambia(?:r)?|pasa(?:r)?|aplaza(?:r)?|pospon(?:er)?|reprograma(?:r)?|traslada(?:r)?",
    ),
    ("log", r"anota(?:r)?|apunta(?:r)?|agenda(?:r)?|registra(?:r)?|programa(?:r)?|reserva(?:r)?"),
    ("when", r"متي (?:اري|نري|التقي|نلتقي|اقابل|نتقابل|القي)|متي الجلسه(?: القادمه)?"),
    (
        "seen",
        r"(?:has|did|have) (?P<object>.+?) (?:already |yet )?(?:read|seen|see|got|gotten|get|received?) "
        r"(?:my|the|our) (?:notes?|messages?|repl(?:y|ies)|words|questions?|thanks|answer)",
    ),
    (
        "seen",
        r"hat (?P<object>.+?) (?:schon )?(?:meine?n?|die|das|den) (?:notiz|nachricht|antwort|worte|frage|dank) "
        r"(?:schon )?(?:gelesen|gesehen|bekommen|erhalten)",
    ),
    ("seen", r"هل (?:وصلت|وصل) (?:رسالتي|ردي|ملاحظتي|سوالي) (?:الي|ل) (?P<object>.+)"),
    ("seen", r"هل (?:قرات|قرا|وصلت|وصل|رات|راي|استلمت|استلم) (?P<object>.+?) (?:رسالتي|ردي|ملاحظتي|سوالي)"),
    ("see", r"ما اخبار|ما الجديد (?:عند|مع|لدي)"),
    (
        "quiet",
        r"who (?:has|have|did|is|hasn'?t|haven'?t|didn'?t|still hasn'?t)(?: not|n't)? ?(?:yet )?"
        r"(?:answer(?:ed)?|writ(?:ten|e)|repl(?:ied|y)|quiet|silent)",
    ),
    (
        "quiet",
        r"wer hat (?:noch )?nicht (?:geantwortet|geschrieben)|wer (?:ist|war) still|من لم (?:يجب|يكتب|يرد)",
    ),
    (
        "quiet",
        r"who(?:'s| is|s)? (?:gone )?(?:quiet|silent)|any(?:one|body) (?:gone )?(?:quiet|silent|missing)|"
        r"(?:ist )?(?:jemand|wer) (?:still|verstummt)",
    ),
    ("read", r"any(?:thing|thing new| news)? from|something from|(?:gibt es )?(?:etwas|was)(?: neues)? von"),
    ("see", r"when did (?P<object>.+?) last (?:write|answer|share|reply|say)"),
    ("see", r"wann hat (?P<object>.+?) (?:zuletzt|das letzte mal) (?:geschrieben|geantwortet|geteilt)"),
    (
        "read",
        r"(?:what|did|has|have|what has|what did) (?P<object>.+?) "
        r"(?:writt?en?|wrote|sa(?:y|id)|shared?|tell|told|answer(?:ed)?)",
    ),
    (
        "read",
        r"(?:was )?hat (?P<object>.+?) (?:mir )?(?:etwas |was )?"
        r"(?:geschrieben|gesagt|geteilt|erzahlt|geantwortet|berichtet)",
    ),
    ("read", r"(?:ماذا|هل) (?:كتبت?|قالت?|شاركت?|اجابت?) (?P<object>.+)"),
    ("see", r"how (?:is|are|s)|how's|what about|whats? new with|show(?: me)?|tell me about|open"),
    ("see", r"wie (?:geht'?s|geht(?: es)?|lauft(?: es)?)|was macht|zeige?(?: mir)?|كيف حال|كيف|اعرض"),
    (
        "cancel",
        r"cancel(?:led|ed|s)?|call off|drop|skip|uberspring\w*|absagen|abgesagt|storniere?n?|streich\w*|losche?n?|"
        r"fallt aus|entfallt|no (?:session|meeting|coaching)|kein(?:e|en)? (?:sitzung|termin|treffen|coaching)|"
        r"(?:is|are) (?:off|cancell?ed)|ist abgesagt",
    ),
    ("cancel", r"sage? (?P<object>.+) ab|الغا|الغ|الغي|الغت|احذف|ملغاه|لا جلسه"),
    (
        "move",
        r"move|reschedule|shift|postpone|verschieb(?:en?)?|verleg(?:en?)?|انقلي?|نقل|اجلي?|تاجيل|غيري?|تغيير|حولي?",
    ),
    ("log", r"log|book|schedule|eintragen|trage? (?P<object>.+) ein|سجل"),
)
_FILLERS = re.compile(
    r"\b(?:please|can you|could you|i(?: would|'d)? (?:like|want|need|have) to|i must|we (?:need|have) to|"
    r"the|a|my|our|session|sessions|sess|sesh|meeting|appointment|appt|bitte|kannst du|ich (?:mochte|will|muss)|"
    r"por favor|puedes|podrias|(?:quiero|necesito|tengo que|hay que|debo)|la|el|los|las|mi|nuestra|sesion|sesiones"
    r"|cita|citas|reunion|con|a|"
    r"wir mussen|den|die|das|der|eine?n?(?= (?:sitzung|termin|treffen))|una(?= (?:sesion|cita|reunion))|"
    r"sitzung|sitzungen|termin|termine|من فضلك|الجلسه|جلسه|موعد|الموعد)\b"
)


_ASK = re.compile(
    r"[¿\s]*(?:please |bitte |por favor,? |can you |could you |would you |kannst du |"
    r"k[oö]nntest du |puedes |podr[ií]as |من فضلك |هل يمكنك أن )*(?:ask|(?:a |"
    r"my )?question (?:for|to)|(?:meine |eine )?frage an|"
    r"frage?|preg[uú]ntale(?: a)?|preguntar(?:le)? a|pregunta (?:a|para)|تس[أا]لي?|"
    r"سؤال (?:إلى|الى|لـ?)|اسأل|اسألي|اسال|اسالي)"
    r"\s+(\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_ASK_BEHIND = re.compile(
    r"(?:bitte )?(?:kannst|k[oö]nntest|"
    r"w[uü]rdest) du (?:bitte )?(?P<whom>\S+(?: \S+)?) (?:bitte "
    r")?fragen\s*[,:]\s*(?P<what>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_SUGGEST = re.compile(
    r"(?:please |bitte |por favor,? |can you |could you |would you |kannst du |"
    r"k[oö]nntest du |puedes |podr[ií]as |هل يمكنك أن )*(?:suggest|propose|schlage?|"
    r"sugi[eé]rele(?: a)?|sugiere|prop[oó]n(?:le "
    r"a)?|propone|اقترح|اقترحي)\s+(\S.*?)(?:\s+vor)?$",
    re.IGNORECASE | re.DOTALL,
)
_GIVE = re.compile(
    r"(?:please |bitte |por favor,? |can you |could you |would you |kannst du |"
    r"k[oö]nntest du |puedes |podr[ií]as |هل يمكنك أن )*(?:assign|give|gib|dale(?: a)?|"
    r"asigna(?:le)?(?: a)?|أعط|اعط)\s+(\S.*)",
    re.IGNORECASE | re.DOTALL,
)


def errand(text: str) -> Errand:
    """What the words ask for."""
    said = fold(text).strip("?!.؟ ")
    for verb, pattern in _VERBS:
        found = re.search(rf"(?<!\w)(?:{pattern})(?!\w)", said)
        if found and not _FILLERS.sub("", said[: found.start()]).strip(" ,"):
            kept = found.groupdict().get("object") or ""
            return Errand(verb, _plain(f"{kept} {said[found.end() :]}"))
        if found and verb != "see" and not said[found.end() :].strip():  # "Dienstag mit Regula absagen"
            return Errand(verb, _plain(said[: found.start()]))
    return Errand("", _plain(said))


_SPOKEN_TO = listed("""
you your yours we us our lets
tu te ti tus tuyo ustedes nosotros nosotras contigo
du dich dir dein deine deinen deiner ihr euch wir uns unser unsere sie ihnen
انت لك معك نحن لنا
""")  # fmt: skip
"""Who speaks so speaks to somebody."""

_ORDER = 6
"""Words of an order at most."""


def order(text: str) -> bool:
    """Whether words can be an order and no letter: few, in one line, and nobody is spoken to in them."""
    said = fold(text).replace("'", "").strip("?!.؟ ").split()
    return "\n" not in text.strip() and len(said) <= _ORDER and not _SPOKEN_TO & set(said)


def away(text: str) -> str:
    """The words for the days, where somebody says that they are away; "" where nothing of that is said."""
    said = fold(text).strip("?!.؟ ")
    if not _AWAY.search(said):
        return ""
    return _plain(_AWAY_FILLERS.sub(" ", _AWAY.sub(" ", said)))


def to_ask(text: str) -> str:
    """ "Ask Regula: what helped?": whom and what, as it was written; "" where nothing is to be asked of anybody."""
    if late := _ASK_BEHIND.match(text.strip()):  # "kannst du Ada fragen: …"
        return f"{late['whom']}: {late['what']}"
    found = _ASK.match(text.strip())
    return found[1].strip() if found else ""


def to_give(text: str) -> str:
    """ "Give Regula stuck": whom and what; "" where nothing is given."""
    found = _GIVE.match(text.strip())
    return found[1].strip() if found else ""


def to_suggest(text: str) -> str:
    """ "Suggest two a week to Regula": what, and to whom; "" where nothing is suggested."""
    found = _SUGGEST.match(text.strip())
    return found[1].strip() if found else ""


_BESIDE_ASKING = re.compile(r"(?<!\w)(?:about|nach|uber|after|sobre|acerca|por|عن)(?!\w)")
_INDIRECT = re.compile(
    r"(?<!\w)(?:how|what|whether|if|where|when|wie|was|ob|wo|wann|como|que|si|كيف|ماذا|اذا)(?!\w)[^?:]*"
    r"(?<!\w)(?:she|he|they|her|his|their|sie|er|ihre?[mnrs]?|ella|el|su|هي|هو)(?!\w)"
)
"""A question about somebody in the third person, which they could not read as theirs."""
_COACHS_OWN = re.compile(
    r"(?:what|when|did|was|wann|habe?|ماذا)\s+(?:(?:did|have|habe|hab)\s+)?(?:i|we|ich|wir)(?!\w).*(?<!\w)"
    r"(?:say|said|write|wrote|written|tell|told|send|sent|ask|asked|reply|replied|give|gave|thank|promised?|"
    r"gesagt|geschrieben|geschickt|gesendet|gefragt|geantwortet|gegeben|gedankt|versprochen)(?!\w)"
    r"|(?:que|cuando) (?:le )?(?:he |hemos )?(?:dije|escribi|conte|mande|envie|pregunte|respondi|di|agradeci"
    r"|prometi|dicho|escrito"
    r"|mandado|enviado|preguntado|respondido) (?:yo )?(?:a )?"
    r"|ماذا (?:قلت|كتبت|ارسلت|سالت) (?:انا|الي|ل)",
    re.DOTALL,
)
_INVITED = re.compile(
    r"^\W*(?:please |bitte |por favor )?(?:invite|invita(?: a)?|lade|ادع|ادعي)\s+"
    r"(?!(?:una?|alguien|nuev[oa]|an?|the|some(?:body|one)|new|eine?n?|neue?n?|jemand)\b)",
    re.IGNORECASE,
)


_LINK_FOR = re.compile(
    r".*?(?<!\w)(?:link|einladung(?:slink)?|invitation(?: link)?|enlace|invitaci[oó]n|"
    r"رابطا?)\s+(?:for|für|fuer|para|لـ?)\s*"
    r"(?P<name>(?!\s|(?:some(?:body|one)|jemand\w*|alguien|clients?|my|a|an|the|me|one|some|"
    r"new|meine?[nrs]?|eine?n?|mich|mis?|una?|los|las|mí)(?!\w))\D+)",
    re.IGNORECASE | re.DOTALL,
)
_ABOUT_THEM = re.compile(
    r"\s*[,;(–-]\s*(?:he|she|they|who|er|sie|es|der|die|das|[ée]l|ella|quien|que|هو|هي)(?!\w).*",
    re.IGNORECASE | re.DOTALL,
)
"""What is told of who is invited, behind the name."""


def about_asking(text: str) -> bool:
    """ "Ask Ada about her sleep": what is to be asked about, and no question that could go as it is."""
    about = _BESIDE_ASKING.search(fold(text)) or _INDIRECT.search(fold(text))
    return bool(_ASK.match(text.strip())) and "?" not in text and bool(about)


def of_the_coach(text: str) -> bool:
    """ "What did I say to Ada?": about what the coach gave, not about what a client did."""
    return bool(_COACHS_OWN.match(fold(text)))


def invited(text: str) -> str:
    """ "Invite Marie", "a link for Marie": for whom; "" where nobody is named."""
    said = text.strip().rstrip(" .!?")
    if found := _LINK_FOR.fullmatch(said):
        named = found["name"]
    else:
        named = _INVITED.sub("", said, count=1) if _INVITED.match(said) else ""
    return re.sub(r"(?i)[ ,]+(?:ein|bitte|please|pls|por favor)$", "", _ABOUT_THEM.sub("", named)).strip()


def _plain(said: str) -> str:
    return " ".join(_FILLERS.sub(" ", said).split())


_OF_A_DAY = (
    (r"(?<=\w)['’]s\b", ""),
    (r"\bheutige[mnrs]?\b", "heute"),
    (r"\bmorgige[mnrs]?\b", "morgen"),
    (
        r"\b(?:la|el) (?:sesión|sesion|cita) de (?=hoy|mañana|manana|el|lunes|martes|mi[eé]rcoles|jueves"
        r"|viernes|s[aá]bado|domingo)",
        "",
    ),
    (r"\b(\w+tag|mittwoch)s?(?:sitzung|termin|stunde)\b", r"\1"),
)
"""A session by its day: "today's", "die heutige", "die Dienstagssitzung"."""


def days(words: str, today: date, language: str) -> frozenset[date]:
    """Every day that some of the words may mean, "today's" too; none where they name no day."""
    for pattern, plain in _OF_A_DAY:
        words = re.sub(pattern, plain, words, flags=re.IGNORECASE)
    said = tokens(words, language)
    found = _surest(dates.parts(said, today))
    return found if re.search(r"(?<!\S)wd\d", said) else found | weeks.within(said, today)


def _surest(found: Iterable[tuple[date, str]]) -> frozenset[date]:
    """The days for which least of the words is left over: "Wednesday 9 December" is no other Wednesday."""
    each = [(len(rest.split()), day) for day, rest in found]
    least = min((left for left, _ in each), default=0)
    return frozenset(day for left, day in each if left == least)


def days_alone(words: str, today: date, language: str) -> frozenset[date]:
    """The same where nothing but a day is named."""
    said = tokens(_plain(fold(words)), language)
    alone = any("?" not in rest for _, rest in dates.parts(said, today)) or weeks.within(said, today)
    return days(words, today, language) if alone else frozenset()


def split_at_to(said: str) -> tuple[str, str]:
    """ "tuesday to thursday 4pm" as what is moved, and to when."""
    found = re.split(
        r"\s+(?:to|auf|zu|nach|al|para el|para las?|الي|الى)\s+|^(?:to|auf|zu|nach|al|para el|para las?|الي"
        r"|الى)\s+",
        f"{said} ",
        maxsplit=1,
    )
    return found[0].strip(), found[1].strip() if len(found) > 1 else ""


_LATELY = re.compile(
    r"\b(?:(?:from |of )?(?:the )?(?:last|past|this) week|(?:von )?(?:letzter?|dieser?|vergangener?) woche|"
    r"(?:de )?(?:la semana pasada|la ultima semana|esta semana)|"
    r"الاسبوع الماضي|هذا الاسبوع|الاسبوع)(?!\w)"
)
_EVERYBODY = frozenset(
    (
        "all",
        "all of them",
        "all clients",
        "everybody",
        "everyone",
        "alle",
        "allen",
        "todos",
        "todas",
        "todo el mundo",
        "الكل",
        "الجميع",
        "كلهم",
    )
)


def lately(text: str) -> tuple[bool, str]:
    """Whether words ask for what was told in the last days ("Ada last week"), and the words without that."""
    said = fold(text)
    rest = " ".join(_LATELY.sub(" ", said).split())
    return (True, rest) if rest != said else (False, text)


def everybody(text: str) -> bool:
    """Whether words mean every client."""
    return fold(text) in _EVERYBODY


# ---- how many a week ---------------------------------------------------------------------------

_NUMBERS = {
    1: r"1|one|una?(?: vez)?|once|ein(?:e|mal)?|واحد|واحده|مره(?: واحده)?",
    2: r"2|two|dos|twice|zwei(?:mal)?|اثنان|اثنين|مرتين|مرتان",
    3: r"3|three|tres|thrice|drei(?:mal)?|ثلاث|ثلاثه",
    4: r"4|four|cuatro|vier(?:mal)?|اربع|اربعه",
}
_A_WEEK = (
    r"\s*(?:questions?|times?|preguntas?|veces|vez|fragen?|mal|x|×|اسئله|مرات)?"
    r"\s*(?:a la|por|cada|a|per|each|the|pro|die|in der|في)?\s*(?:week|weekly|semana|woche|الاسبوع|اسبوعيا)?"
)


def often(words: str) -> int:
    """How many a week words mean; 0 where they mean none, or too many."""
    said = fold(words).strip(" .!,:")
    said = re.sub(r"\s*\b(?:to|for|an|fur)$|^(?:to|for)\s+", "", said).strip()
    return next((n for n, form in _NUMBERS.items() if re.fullmatch(f"(?:{form}){_A_WEEK}", said)), 0)
