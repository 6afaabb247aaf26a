"""A matter: what a coach's free words are about, by a few words that stand in them; with whom is read elsewhere.

Each has its words in groups; of every group one stands in what was written, whole or as its beginning (``stem*``).
"""

import re
from dataclasses import dataclass
from typing import Literal

from bot.core.understand.folding import fold

Topic = Literal[
    "remind",
    "thank",
    "read",
    "goals",
    "lighter",
    "write",
    "note",
    "absent",
    "digest",
    "plan",
    "scripts",
    "archive",
    "ending",
    "handover",
    "stands",
    "lately",
    "week",
    "met",
    "clients",
    "invite",
    "when",
    "mail",
    "undo",
    "none",
    "late",
    "ill",
    "past",
    "briefs",
    "all-read",
    "help",
    "label",
    "links",
    "move",
    "quiet",
    "away",
    "",
]


@dataclass(frozen=True, slots=True)
class WordGroups:
    """What has to stand in words for them to be about a topic; ``but``: what must not; ``most`` words in all."""

    topic: Topic
    groups: tuple[tuple[str, ...], ...]
    but: tuple[str, ...] = ()
    most: int = 99


def _words(topic: Topic, *groups: str, but: str = "", most: int = 99) -> WordGroups:
    return WordGroups(topic, tuple(tuple(group.split()) for group in groups), tuple(but.split()), most)


_I = "i i've ive ich i'm"
_ASK = "ask* frag* اسال* سوال"
_DAY = "today today's tomorrow tomorrow's heute heutige* morgen morgige* اليوم غدا"
_MET = "see seen saw met meet session* appointment* sitzung* termin* gesehen getroffen رايت قابلت جلسه جلسات"
_UNDO = (
    _words("undo", "undo takeback revert ruckgangig zurucknehmen تراجع تراجعي", most=3),
    _words("undo", "take nimm", "back zuruck", "it that this das es", most=4),
)
_WEEKDAY = (
    "monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag "
    "sonntag الاثنين الثلاثاء الثلاثا الاربعاء الاربعا الخميس الجمعه السبت الاحد"
)
_SPANISH_DAY = "hoy manana lunes martes miercoles jueves viernes sabado domingo semana"
_SPANISH_WITH_SOMEBODY = (
    _words("note", "nota notas"),
    _words("note", "apunta apuntar anota anotar", "sobre de que"),
    _words("remind", "quiero debo quisiera", "preguntar preguntarle hablar"),
    _words(
        "late",
        "voy llego llegare tengo yo me minutos min",
        "tarde retraso* retras*",
        but="dile escribe* di manda*",
    ),
    _words("label", "renombra* apodo llamala llamalo"),
    _words("links", "enlace* invitacion*"),
    _words("read", "marca* leido leida leidos leidas", "leido leida leidos leidas"),
    _words("read", "lei visto leido", "ya yo he"),
    _words("remind", "recuerdame recuerda recordarme recordatorio acuerdame"),
    _words("move", "mueve mover cambia cambiar aplaza* pospon* reprograma* pasa"),
    _words("thank", "gracias agradece* agradec* agradezco"),
    _words("goals", "meta metas objetivo* acuerdo* acordado acordamos"),
    _words("lighter", "menos para parar pausa pausar deja detener", "pregunta* mensaje* recordatorio*"),
    _words("lighter", "pausa pausar para parar", but="sesion* cita* dile ha"),
    _words("absent", "enfermo enferma mala malo", "esta"),
    _words("write", "dile di escribe escribele responde* contesta* manda* mandale cuentale mensaje"),
    _words("absent", "puedo podre puede", "no"),
    _words("past", "ultima ultimas ultimo cuantas cuantos", "sesion* cita* visto vi vimos"),
    _words("digest", "resumen* informe novedades nuevo respuesta respuestas"),
    _words("plan", "plan* proxima proximo siguiente llega recibe recibira"),
    _words("scripts", "guion guiones activa* desactiva*"),
    _words("archive", "archiva*"),
    _words("ending", "termina* cierra* cierre final ultima", but="escribio escrito"),
    _words("handover", "traspas* entrega*"),
    _words("stands", "como esta sigue donde quien cuando zona hora volvio ha"),
)
_SPANISH_WITH_NOBODY = (
    _words("undo", "deshacer deshaz deshazlo", most=3),
    _words("none", "si vale claro", most=1),
    _words("late", "llego llegare voy", "tarde retraso*"),
    _words("ill", "enfermo enferma malo mala", "estoy"),
    _words("help", "que", "puedes haces sabes"),
    _words("help", "privado confidencial secreto"),
    _words("all-read", "marca*", "todo todos todas", "leido leidos leidas"),
    _words("away", "vacaciones fuera viaje ausente", "semana semanas dias"),
    _words("when", "resumen* resumenes", _SPANISH_DAY + " por para las"),
    _words("met", "quien quienes que cuando tengo hay a", _SPANISH_DAY, but="resumen*"),
    _words("met", "proxima proximas cuando agenda calendario", "sesion* cita* agenda calendario cliente*"),
    _words("quiet", "quien quienes", "no", "escrito escribio respondido respondio contestado contesto"),
    _words("lately", "resumen*", "pasada pasado ultima"),
    _words("mail", "correo* email* mail*"),
    _words("week", "resumen* novedades pendiente* nuevo"),
    _words("week", "quien que alguien", "escribio escrito espera nuevo", but="no"),
    _words("clients", "quien* lista muestra* que cuales mis", "client*"),
    _words("invite", "invita*"),
    _words("invite", "nuevo nueva agrega* anade* anadir agregar", "client*"),
)
_WITH_SOMEBODY = (
    _words("note", "ملاحظه ملاحظات", but="هل قرات"),
    _words("ending", "ending", but="how when what"),
    _words(
        "ending",
        "ends stops finishes endet aufhoren hort termina acaba ينتهي تنتهي",
        "on am el at في 1 2 3 auf",
    ),
    _words(
        "ending",
        "last letzte* ultima* الاخيره",
        "session* one sitzung* sesion* termin* جلسه الجلسه",
        "is ist es are",
        but="when wann cuando what was",
    ),
    _words(
        "late",
        "late spat verspat* delayed",
        "min mins minute minutes minuten 5 10 15 20 30 5min 10min 15min 20min 30min hour stunde viertelstunde",
        but="tell write text message say sag schreib* question* frage* digest* brief* note notiz",
    ),
    _words(
        "late",
        "i i'm im running ich komme ساتاخر انا متاخره تاخرت ساصل دقايق",
        "late spat verspat* spater متاخر* ساتاخر* تاخرت",
        but="tell write text message say sag schreib* اكتب* قل قولي",
    ),
    _words("label", "rename* umbenenn* nickname spitzname nenn nenne سم سمي"),
    _words("links", "link* einladung* invitation* رابط"),
    _words("read", "mark* markier* علم علمي", "read gelesen مقرو كمقرو"),
    _words("read", "read gelesen مقرو", most=2),
    _words(
        "lately",
        "agree* vereinbar* اتفقنا happened time mal besprochen discuss* talk* مره",
        "last zuletzt letzte* letztes اخر",
        but="see saw met session* sitzung* gesehen رايت",
    ),
    _words("met", "series serie reihe weekly biweekly fortnightly wochentlich سلسله"),
    _words("met", "when wann متي", "coming comes kommt تاتي ياتي", but="question* frage*"),
    _words("move", "move moved reschedule* postpone* push instead verschieb* verleg* stattdessen تاجيل"),
    _words("scripts", "turn schalt* stell*", "on off an aus ab"),
    _words("ending", "last letzte*", "session* sitzung*", "is ist am will", but="when wann what was"),
    _words(
        "past",
        "last lately zuletzt letzte* many viele اخر كم",
        _MET,
        but="agree* agreed vereinbar* goal* ziel* cancel* wrote write note* notiz* next plan* digest* brief* week",
    ),
    _words("remind", "remind* reminder erinner* remember ذكرن* ذكرين* تذكير*"),
    _words("remind", _ASK, "next session meet* nachste* sitzung treffen القادمه الجلسه"),
    _words("remind", _ASK, "want would like mochte will muss should اريد", but="what was how wie ماذا"),
    _words("note", "note notes notiz* notier* ملاحظ*"),
    _words("read", _I + " قرات", "read seen gelesen gesehen قرات", but="my meine*"),
    _words("thank", "thank* danke* dank bedank* شكر* اشكر*"),
    _words("goals", "goal* agree* ziel* vereinbar* اهداف* الاهداف هدف* اتفقنا"),
    _words(
        "lighter",
        "stop* pause* no fewer less lighter stopp* pausier* kein* weniger اوقف* اقل",
        "question* prompt* frag* reminder* nachricht* message* often oft اسيله سوال اسال",
    ),
    _words("lighter", "seltener lighter"),
    _words("lighter", "pause pausiere pausier stop stopp stoppe اوقف", but="session sitzung did has hat"),
    _words("digest", "answers antworten اجوبه اجابات page seite pdf picture bild"),
    _words(
        "write", "tell write reply message text say sag sage schreib* antworte* اكتب* قل قولي", but="did hat"
    ),
    _words("absent", "can't cant cannot ill sick unable kann", but="how wie"),
    _words("absent", "krank verhindert مريض مريضه"),
    _words(
        "digest", "digest* overview report summary brief* news new update uberblick* zusammenfassung neues"
    ),
    _words("digest", "ملخص الملخص موجز الموجز جديد"),
    _words("digest", "unread answered ratings chart prepare bereite vorbereite*", but="not hasn't haven't"),
    _words("plan", "plan* next get gets comes coming geplant kommt bekommt القادم خطه"),
    _words("scripts", "script* skript* نصوص نص"),
    _words("archive", "archiv* ارشف*"),
    _words("ending", "end ends ending beend* ende انهاء", but="week woche wrote write"),
    _words("ending", "last letzte* اخر", "day tag يوم work arbeit"),
    _words("handover", "hand handover ubergib* ubergebe* تسليم"),
    _words(
        "stands",
        "there still ok okay alive stopped paused quiet active silent worried noch da gestoppt still",
    ),
    _words(
        "stands",
        "who back where zone time zuruck wer wo wann uhr اين متي عاد عادت يعود تعود متوقف",
        but="call",
    ),
    _words("stands", "ruhig sorgen why warum how wie هل كيف لماذا"),
    *_SPANISH_WITH_SOMEBODY,
)
_WITH_NOBODY = (
    *_UNDO,
    _words(
        "clients",
        "who who's whos wer quien quienes من",
        "in here da dabei aqui dentro هنا joined",
        "now jetzt alles ahora all الان already schon ya is ist esta",
        most=6,
    ),
    _words(
        "met",
        "session* sitzung* termin* appointment* meeting* cita* sesion* reunion* جلس* الجلس* مواعيد*",
        "week woche semana الاسبوع",
        but="digest* brief* resumen* answer* antwort* respuesta*",
    ),
    _words("week", "الملخص ملخص", but="يوم", most=3),
    _words("week", "جديد", "من ما اي هل", most=4),
    _words("week", "urgente*", "hay algo", but="no"),
    _words("week", "which welche* que", "client* klient* kund*", "read gelesen lesen leido"),
    _words(
        "week",
        "anyone anybody someone jemand alguien احد",
        "trouble danger crisis gefahr not* krise peligro apuros خطر",
    ),
    _words("none", "yes no ok okay yep nope sure alright ja nein نعم لا تمام", most=1),
    _words("late", "late verspat* متاخر* ساتاخر*"),
    _words("late", "zu", "spat"),
    _words(
        "ill", "sick ill krank unwell enfermo enferma مريض مريضه", f"i i'm im bin ich انا am estoy hoy {_DAY}"
    ),
    _words("help", "what was ماذا", "can kannst يمكنك", "you do du تفعل تفعلي"),
    _words("help", "private confidential vertraulich geheim secret سري"),
    _words(
        "all-read", "mark* markier* علم علمي", "all everything alles alle الكل", "read gelesen مقرو كمقرو"
    ),
    _words(
        "past",
        "hasn't haven't hasnt without long lange keine ohne last zuletzt while لم",
        _MET,
        but=f"{_DAY} week woche log book next nachste* digest*",
    ),
    _words("away", "away weg urlaub ferien holiday vacation abwesend verreist اجازه", "week woche الاسبوع"),
    _words("met", _DAY + " next", most=2),
    _words("met", "this next diese nachste", "week woche", most=2),
    _words("met", "anyone anything anybody jemand etwas احد", _DAY),
    _words("met", "لدي عندي ماذا", "اليوم غدا"),
    _words("met", "who who's whos wer من", _DAY + " next nachste* nachstes التالي القادم"),
    _words("met", "schedule calendar agenda kalender terminplan terminkalender جدولي جدول"),
    _words("met", "free frei busy فارغ متفرغ", "i ich am bin انا هل"),
    _words(
        "met",
        "week woche الاسبوع",
        "next nachste* kommende* القادم",
        but="digest* brief* ملخص* away tell sag weg",
    ),
    _words(
        "briefs",
        "brief briefs sitzungsblatt sitzungsblatter موجز الموجز",
        "what what's was send show me give get schick* zeig* stand ارسل* ماذا اعطني",
        but="morning evening hours abend abends morgens stunden want",
    ),
    _words("briefs", "brief sitzungsblatt موجز الموجز", most=2),
    _words(
        "when",
        "less fewer many weniger stop mute viele اقل",
        "message messages nachricht* رسايل",
        but="email*",
    ),
    _words("briefs", "prepare vorbereite*"),
    _words(
        "when",
        "digest* overview* uberblick* zusammenfassung ملخص* الملخص",
        "off no stop stopp aus ab kein* abstell* abschalt* اوقف* بدون",
    ),
    _words("met", "have anyone anybody habe jemand who wer لدي", _WEEKDAY),
    _words("met", "when when's wann متي", "next nachste* التالي القادم", "client* klient* kund* عميل*"),
    _words("quiet", "who wer من", "heard gehort سمعت", "not never nicht nie haven't لم"),
    _words("week", "miss* verpasst urgent dringend* unread ungelesen* stats status فاتني عاجل المقرو مقرو"),
    _words("week", "anyone anybody somebody jemand احد", "mark* markier*"),
    _words(
        "lately", "last letzte* الماضي", "week* woche الاسبوع", "digest* overview* uberblick* report* ملخص*"
    ),
    _words("met", "who whom wen anyone من", "see meet meeting seeing sehe treffe اقابل التقي اري"),
    _words("met", "today tomorrow heute morgen اليوم غدا", "session* appointment* termin* sitzung* see جلس*"),
    _words("met", "wann when متي", "termin* sitzung* session* appointment* جلس*"),
    _words("met", "what's whats was show", "on steht an calendar agenda kalender", but="digest* new neues"),
    _words(
        "week",
        "who wer من anyone jemand",
        "wait* wart* wrote written write* geschrieben schrieb* ينتظر كتب",
        but="not hasn't haven't didn't hasnt havent didnt quiet silent nicht still لم",
    ),
    _words("week", "what's whats any anything was ما", "new news neu neues جديد الجديد"),
    _words("week", "owe unread ungelesen schulde"),
    _words("week", "read lesen gelesen", "everything all what have alles was habe"),
    _words("week", "my meine اسبوعي", "week woche اسبوعي"),
    _words(
        "when",
        "digest* brief* uberblick* ملخص* الملخص*",
        "يوم on in at every monday tuesday wednesday thursday friday",
    ),
    _words("when", "digest* brief* uberblick* ملخص*", "saturday sunday am um morning evening morgens abends"),
    _words("mail", "email* mail* e-mail* emails بريد"),
    _words("week", "digest* overview* uberblick* summary news ملخص*"),
    _words("clients", "who list how show wer wie zeig* liste من", "client* klient* kund* عملاء*"),
    _words("invite", "invite* einlad* lade ادع* دعوه"),
    _words("invite", "add new neuer neue neuen جديد", "client* klient* kund* عميل"),
    *_SPANISH_WITH_NOBODY,
)

_SIGNS = re.compile(r"[?!.,:;\"“”„()؟،]+")


def of(text: str, somebody: bool, language: str = "") -> Topic:
    """What the words are about, the first that fits; "" where nothing does. ``somebody``: a client is named.

    What is said in Spanish comes first where that is the coach's language: "da" is no German there.
    """
    said = set(_SIGNS.sub(" ", fold(text)).split())
    among = _WITH_SOMEBODY if somebody else _WITH_NOBODY
    if language.startswith("es"):
        among = (*(_SPANISH_WITH_SOMEBODY if somebody else _SPANISH_WITH_NOBODY), *among)
    return next((one.topic for one in among if _fits(one, said)), "")


def _fits(one: WordGroups, said: set[str]) -> bool:
    return (
        len(said) <= one.most
        and all(_stands(group, said) for group in one.groups)
        and not (one.but and _stands(one.but, said))
    )


def _stands(group: tuple[str, ...], said: set[str]) -> bool:
    return any(
        word in said or (word.endswith("*") and any(each.startswith(word[:-1]) for each in said))
        for word in group
    )


_TO_REMIND = re.compile(
    r"^.*?\b(?:remind me|remember|reminder|erinnere? mich|recu[eé]rdame|recordarme|recordatorio(?: de)?"
    r"|acu[eé]rdame|ذكرني|ذكريني)\b[\s,:]*"
    r"(?:to |that |of |an |daran,? ?|dass |que |de que |de |ان )?",
    re.IGNORECASE | re.DOTALL,
)
_TO_SAY = re.compile(
    r"^\W*(?:please |bitte |can you |could you |kannst du |por favor,? |puedes |podr[ií]as )*"
    r"(?:tell|write|reply|respond|answer|message|text|say|let|sage?|schreibe?|richte|"
    r"nachricht|mensaje|antworte|dile|"
    r"decirle|escr[ií]bele|escribirle|escribe|resp[oó]ndele|responde|cont[eé]stale|contesta"
    r"|m[aá]ndale|manda|cu[eé]ntale|اكتبي?|قولي|قل|ردي?|[أا]خبري?|بلغي?|رسالة)\b"
    r"(?:\s+(?:back to|back|to|for|an|für|a|para|على|إلى|الى)(?!\w))?",
    re.IGNORECASE,
)
_TO_REPLY = re.compile(
    r"^\W*(?:please |bitte )?(?:reply|respond|answer|antworte|resp[oó]ndele|responde|cont[eé]stale|contesta"
    r"|ردي?)\b",
    re.IGNORECASE,
)
_SUBJECT = r"(?:i|we|you|he|she|they|it|the|my|our|your|his|her|their|there|this)(?:['’]\w+)?(?!\w)"
_LEADS = re.compile(
    rf"^[\s,]*(?:(?:to say )?that(?=\s+{_SUBJECT})|dass(?!\w)|que(?!\w)|أ?ان(?!\w))?[\s,]*", re.IGNORECASE
)
"""A "that" which leads to a sentence goes; one that stands for something ("that was brave") is the coach's own."""
_TO_NOTE = re.compile(
    r"^\W*(?:please |bitte )?(?:a |eine )?(?:notes?|notiz|notiere?|nota|apunta|anota|ملاحظة)\b"
    r"(?:\s+(?:for|on|about|to|zu|für|über|sobre|para|de|عن))?",
    re.IGNORECASE,
)


_OF_A_CHOICE = re.compile(
    r"\b(?:the |my |weekly |send |bring |digests?|briefs?|overview|den |der |das |mein(?:en)? |uberblick|"
    r"zusammenfassung|el |los |las |resumen(?:es)?|manda|envia|trae|ال?ملخص|ارسل|علي|on |am )\b|ال?ملخص",
)


def choice(text: str) -> str:
    """A day and an hour without what comes then: "digest on Friday at six" as "friday at six"."""
    return " ".join(_OF_A_CHOICE.sub(" ", fold(text)).split())


def imperative(text: str) -> bool:
    """Whether a note is to be kept, and not asked for: the message begins with it, or says to make one."""
    return bool(
        _TO_NOTE.match(text) or re.match(r"(?:make|add|keep|take|mach\w*|apunta|anota|haz|اكتب) ", fold(text))
    )


def begins(text: str, *stems: str) -> bool:
    """Whether words begin with such a verb, a courtesy aside: an order, and no tale."""
    polite = r"\W*(?:(?:please|bitte|por favor|من فضلك|can you|could you|kannst du|puedes) )*"
    return bool(re.match(rf"{polite}(?:{'|'.join(stems)})", fold(text)))


def reminder(text: str) -> str:
    """What somebody wants to be reminded of, as it was written."""
    return _TO_REMIND.sub("", text.strip(), count=1).strip(" .,:") or text.strip()


def words_for(text: str, name: str) -> str:
    """What is to be written to somebody, without the verb and the name; "" where nothing stands there."""
    return _behind(_TO_SAY, text, name)


def addressed(text: str) -> tuple[str, str, bool]:
    """To whom something is to be written, and what, as it was typed: "reply to Ada: That is a step".

    What stands before the first colon or line's end is whom; ("", "", False) where no such verb leads. Without
    a colon all of it is whom and what together. The third: whether it is a reply, of which nothing else is meant.
    """
    found = _TO_SAY.match(text.strip())
    rest = text.strip()[found.end() :].strip() if found else ""
    parts = re.split(r"[:：\n]", rest, maxsplit=1)
    whom = re.sub(
        r"\s+(?:aus|know|Bescheid)\W*$", "", parts[0].strip(), flags=re.IGNORECASE
    )  # "richte Ada aus: …"
    return whom, parts[1].strip() if len(parts) > 1 else "", bool(_TO_REPLY.match(text))


_THANKS_ALONE = re.compile(
    r"(?:please|bitte|just|thanks?|thank you|danke|bedanke dich|say|sage?|tell|to|an|bei|for|fur|from|von|me|mir|"
    r"gracias|muchas gracias|agradece(?:le|selo)?|dale las gracias|por|eso|esto|compartir(?:lo)?|contarlo"
    r"|muchas|mil|dile|a|de mi parte|"
    r"that|this|it|das|dafur|very|much|a lot|many|so|sehr|vielen|you|und|for (?:sharing|telling me|writing)(?: that"
    r"| this| it)?|من فضلك|شكرا|اشكري?|على|ذلك|هذا|ل)",
)


def thanks_alone(text: str) -> bool:
    """Whether words without the name are thanks and nothing else, so that a ready thank-you says all of them."""
    said = _SIGNS.sub(" ", fold(text))
    return not re.sub(rf"(?<!\w){_THANKS_ALONE.pattern}(?!\w)", " ", said).strip()


_NOTE_AT_ITS_END = r"(?<!\w)(?:note|notiz|nota|ملاحظه)(?: (?:to self|for me|fur mich|para mi))?$"


def words_about(text: str, name: str) -> str:
    """What is to be kept about somebody: in the same way, or all of it behind "note:"."""
    if said := _behind(_TO_NOTE, text, name):
        return said
    before, colon, rest = text.partition(":")
    noted = _TO_NOTE.fullmatch(before) or re.search(_NOTE_AT_ITS_END, fold(before))
    return rest.strip() if colon and noted else ""


def _behind(verb: re.Pattern[str], text: str, name: str) -> str:
    found = verb.match(text.strip())
    rest = text.strip()[found.end() :].strip() if found else ""
    if not name or not rest.casefold().startswith(name.casefold()):
        return ""
    behind = rest[len(name) :]
    if behind.lstrip().startswith((":", "\n")):  # from there on every word stays as it was typed
        return behind.lstrip(" :\n").strip()
    return _LEADS.sub("", behind, count=1).strip()
