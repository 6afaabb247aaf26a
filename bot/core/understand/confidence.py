"""A confidence: words that say of themselves that they are not for others to read; and a typed private or share.

Only what is said outright is read, in four languages. Who is taken wrongly is asked; meanwhile nobody reads it.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from bot.core.understand.folding import fold, listed
from bot.core.understand.reserve import reserves
from bot.core.understand.revoking import revoking
from bot.core.understand.stemmed import Stemmed, found, near, stemmed

_WHO = r"(?:(?:my|the|our) coach|any ?(?:one|body)|her|him|them|others|people|COACH)"
_HIDDEN = r"(?:strictly |very |really |completely |totally |entirely |quite )*(?:private|confidential|secret|personal and private)"
_NOT = r"(?:(?:do|does|must|should|may|can|need|is|are|did|would)(?:n't|nt| not)|cannot|can't|cant|never|not(?: to)?)"
_HIDES = r"(?:tell|show|share|mention|repeat|forward|report|reveal|disclose|send|give|pass|let|say)"
_KNOWS = r"(?:know|see|read|hear|find out|learn|get|be told|have)"

_WER = r"(?:(?:mein(?:em|en|e|er)?|de[mnr]|die) coach|keine[mnr]|niemande?[mn]?|jemande?[mn]?|ander[emn]+|ihr|ihm|ihnen|COACH)"
_GEHEIM = r"(?:streng |ganz |sehr |wirklich |absolut )*(?:privat|vertraulich|geheim)"
_ERFAHRT = r"(?:wissen|sehen|lesen|erfahren|horen|bekommen|mitbekommen)"

_MIN = r"(?:ل?مدربي|ل?مدربتي|المدربه?|الكوتش|ل?احد|ل?احدا|COACH)"

_QUIEN = (
    r"(?:mi coach|(?:el|la) coach|nadie(?: mas)?|ella|ellos|otros|otras personas|los demas|ningun[oa]|COACH)"
)
_PRIVADO = r"(?:muy |totalmente |estrictamente |completamente |absolutamente )*(?:privad[oa]s?|confidencial(?:es)?|secret[oa]s?)"
_SEPA = r"(?:sepa|vea|lea|se entere|entere|oiga|escuche|reciba|conozca|descubra)n?"
_SABER = r"(?:saber|ver|leer|enterarse|oir|escuchar|recibir|conocer)(?:lo|la|se)?"
_DIGAS = r"(?:digas|cuentes|comentes|muestres|ensenes|compartas|reenvies|mandes|envies|pases|menciones|reveles|repitas|reportes|des)"

_PHRASES = (
    # English: said of itself
    (
        "private|confidential|secret",
        rf"^[\W_]*(?:(?:this|that|it|what follows|the following)(?: is|'s| was| stays?| remains?)? |and |please |(?:please )?keep (?:this |it )?)*{_HIDDEN}"
        r"(?: please| pls| thanks| thank you)?\s*(?:[:.,;!)\]\-]|$)",
    ),
    (
        "private|confidential|secret",
        r"^[\W_]*(?:strictly )?(?:private|confidential|secret)(?: please)? (?:i|i'm|im|i've|i'd|my|we|she|he|COACH)\b",
    ),
    (
        "private|confidential|secret",
        rf"[(\[]\s*(?:this is |please keep |keep )?{_HIDDEN}(?: please)?\s*[)\]]",
    ),
    (
        "private|confidential|secret",
        rf"(?:^|[.!?;,:\-(]\s*)(?:this|that|it|all of this|all this|what i (?:write|wrote|say|said) here)(?: is|'s)"
        rf"(?: meant to be| to be)? {_HIDDEN}\b(?! (?:school|company|sector|matter of|life|business|practice|joke|santa))",
    ),
    (
        "private|confidential|secret|between us|for me",
        r"\b(?:(?:the|that) (?:bit|part|thing|stuff)s? (?:about|with|on) [\w ]{1,30}?|what i (?:just )?(?:said|wrote|told you)(?: just now)?)"
        rf"(?: is|'s| are| was| stays?) (?:only |just )?(?:{_HIDDEN}|between us|for me)\b",
    ),
    (
        "privat|vertraulich|geheim",
        rf"\b(?:das|die sache) (?:mit|uber|von|vom) [\w ]{{1,30}}? (?:ist|bleibt|war|soll)(?: aber| bitte| jetzt)* {_GEHEIM}\b",
    ),
    (
        "privad|confidencial|secret",
        rf"\b(?:lo|eso) de [\w ]{{1,30}}? (?:es|era|queda|se queda) (?:en )?{_PRIVADO}\b",
    ),
    ("off the record", r"\boff the record\b"),
    ("confidence", r"\bin (?:strict(?:est)? )?confidence(?:[:.,;!)]|$| please)"),
    (
        "between us|between you|between ourselves",
        r"\b(?:strictly|just|only|please keep this|keep this|keep it|stays?|remain|remains|this is) between (?:us|you and me|ourselves)\b",
    ),
    ("between us|between you", r"^[\W_]*between (?:us|you and me)\b"),
    (
        "keep ",
        rf"\bkeep (?:this|that|it|all of this) (?:to yourself|from {_WHO}|quiet|{_HIDDEN}|here|for me)\b",
    ),
    (
        "stay",
        r"\b(?:this|it|that) (?:stays|must stay|should stay|is to stay|has to stay) (?:here|private|secret|with (?:me|us|you))\b",
    ),
    (
        "for me|for my",
        r"\b(?:only for|just for|for) (?:me|myself|my eyes)(?: only| alone)\b|\b(?:only|just) for (?:me|myself)\s*(?:[:.,;!)]|$)",
    ),
    (
        "eyes only|for sharing|be shared|anyone else|anybody else",
        r"\bmy eyes only\b|\bnot (?:for sharing|to be shared|for (?:anyone|anybody) else)\b",
    ),
    ("for me", r"^[\W_]*for me\s*[:\-]|[(\[]\s*for me(?: only)?\s*[)\]]"),
    (
        "share|tell|repeat|mention|forward",
        r"^[\W_]*(?:and |but )?(?:please |pls )?(?:don't|dont|do not|never|not to be) (?:share|shared|tell|repeat|mention|forward)"
        r"(?: please| pls| thanks)?\s*(?:[:.,;!)\]\-]|$)",
    ),
    (
        "nothing|not a word|none",
        rf"^[\W_]*(?:nothing|not a word|none)(?: of (?:this|that|it|these))?(?: to| for| about this to) {_WHO}\s*(?:[:.,;!)]|$|please)",
    ),
    ("not for|not meant for", r"\bnot for COACH\b|\bnot (?:meant )?for (?:my|the) coach\b"),
    # English: what others are not to do
    (
        "tell|show|share|mention|repeat|forward|report|reveal|disclose|send|give|pass|let|say",
        rf"(?<!\bi )(?<!\bwe )(?<!\bthey )(?<!\bhe )(?<!\bshe )(?<!\byou )\b{_NOT} (?:ever |please )*{_HIDES}"
        rf" (?:(?:this|that|it|any of this|anything|a word)(?: \w+)? )*(?:(?:to|with|by) )?{_WHO}\b",
    ),
    (
        "share |forward |repeat |send |show |mention |disclose |pass |report ",
        r"(?<!\bi )(?<!\bwe )(?<!\bthey )(?<!\bhe )(?<!\bshe )\b(?:please )?(?:don't|dont|do not|never) "
        r"(?:share|forward|repeat|send|show|mention|disclose|pass|report) (?:this|that|it|any of this)\b",
    ),
    (
        "share |show ",
        r"\bi (?:don't|dont|do not|would not|wouldn't|'d rather not|would rather not|will not|won't|am not going to) (?:want )?(?:to )?"
        r"(?:share|show) (?:this|that|it|any of this)\b",
    ),
    (" want ", rf"\b(?:don't|dont|do not|never|not) want {_WHO} to {_KNOWS}\b"),
    (
        "not |n't |nt ",
        rf"\b{_WHO} (?:must|should|shall|may|can|need|is|are|does)(?:n't|nt| not|not) (?:to )?(?:need to )?{_KNOWS}\b",
    ),
    (
        "no one|noone|nobody",
        rf"\b(?:no ?one|nobody)(?: else)? (?:must|should|may|can|needs? to|is to|shall) {_KNOWS}\b",
    ),
    ("without ", rf"\bwithout {_WHO} (?:knowing|seeing|reading|finding out)\b"),
    # German
    (
        "privat|vertraulich|geheim",
        rf"^[\W_]*(?:(?:das|dies|es|folgendes|alles)(?: hier)? ?(?:ist|war|bleibt)? ?|und |bitte )?{_GEHEIM}\s*(?:[:.,;!)\]\-]|$|bitte|danke|behandeln|halten)",
    ),
    (
        "privat|vertraulich|geheim",
        r"^[\W_]*(?:streng )?(?:privat|vertraulich|geheim)(?: bitte)? (?:ich|mein|meine|meinen|wir|sie|er|COACH)\b",
    ),
    ("fur mich", r"^[\W_]*(?:das ist )?fur mich\s*[:\-]|[(\[]\s*(?:nur )?fur mich\s*[)\]]"),
    (
        "nicht|nichts|kein wort",
        rf"^[\W_]*(?:bitte )?(?:nicht|nichts|kein wort)(?: davon| hiervon)? (?:an|fur|zu) {_WER}\b|\bnichts (?:davon|hiervon) (?:an|fur|zu) {_WER}\b",
    ),
    (
        "teilen|weitersagen|weitergeben",
        r"^[\W_]*(?:bitte )?(?:nicht|nichts) (?:teilen|weitersagen|weitergeben)\b",
    ),
    ("privat|vertraulich|geheim", rf"[(\[]\s*(?:das ist |bitte )?{_GEHEIM}(?: bitte)?\s*[)\]]"),
    (
        "privat|vertraulich|geheim",
        rf"(?:^|[.!?;,:\-(]\s*)(?:das|dies|es|alles)(?: hier| folgende)? (?:ist|bleibt|soll)(?: aber| bitte| jetzt)* {_GEHEIM}\b",
    ),
    (
        "unter uns|zwischen uns|zwischen dir",
        r"\b(?:bleibt|bleib|bleibe|bleiben|ist|nur|bitte) unter uns\b|^[\W_]*unter uns\b|\bzwischen (?:uns|dir und mir) bleib",
    ),
    ("im vertrauen", r"\bim vertrauen(?: gesagt)?\s*(?:[:.,;!)]|$|gesagt)"),
    (
        "behalt",
        r"\bbehalt(?:e|en sie)? (?:das|es|dies)(?: bitte)? fur (?:dich|sich)\b|\bbitte fur (?:dich|sich) behalten\b",
    ),
    (
        "fur mich|fur meine",
        r"\b(?:nur|allein) fur mich(?: bestimmt| allein| selbst)?\s*(?:[:.,;!)]|$)|\bnur fur meine augen\b",
    ),
    (
        "nicht",
        rf"\bnicht fur {_WER}\b|\b(?:nicht|nichts(?: davon)?)(?: an {_WER})? "
        r"(?:weitersag|weitergeb|weitererzahl|weiterleit|verrat|teilen|mitteilen|zeigen)\w*",
    ),
    (
        "nicht|nie|keinen fall",
        rf"\b(?:sag|sage|sagen sie|erzahl|erzahle|erzahlen sie|zeig|zeige|verrat|verrate|gib|schick|teil|teile)(?: es| das| dies| davon| bitte)*"
        rf" {_WER}(?: bitte| es| das| davon)* (?:nicht|nichts|niemals|nie|auf keinen fall)\b",
    ),
    (
        "keine|niemand",
        r"\b(?:sag|sage|erzahl|erzahle|zeig|zeige|verrat|verrate)(?: es| das| dies| davon| bitte)* (?:keine[mnr]|niemande?[mn]?)\b",
    ),
    (
        "nicht|niemandem|keinem",
        r"\b(?:teil|teile|zeig|zeige|verrat|verrate|erzahl|erzahle) (?:das|es|dies)(?: bitte)? (?:nicht|niemandem|keinem)\b",
    ),
    (
        "nicht|nie",
        rf"\b{_WER} (?:soll|darf|sollte|muss|braucht)(?:e|en|t)?(?: \w+)?(?: \w+)? (?:nicht|nichts|nie|niemals)(?: davon)?(?: zu)? {_ERFAHRT}\b",
    ),
    ("niemand|keiner", rf"\b(?:niemand|keiner) (?:soll|darf|sollte)(?: \w+)? {_ERFAHRT}\b"),
    (
        "nicht|niemandem",
        rf"\bich (?:will|mochte|mag)(?: das| es| dies)? (?:nicht|mit niemandem) (?:teilen|zeigen|dass {_WER})\b",
    ),
    ("dass ", rf"\b(?:will|mochte) nicht,? dass {_WER}\b|\bohne dass {_WER}\b"),
    # Spanish
    (
        "privad|confidencial|secret",
        rf"^[\W_]*(?:(?:esto|eso|lo que sigue|lo siguiente|todo esto)(?: de aqui)?(?: es| era| queda| sigue siendo)? |y |por favor,? |que (?:esto )?(?:quede|sea) )*(?:en )?{_PRIVADO}"
        r"(?: por favor| gracias)?\s*(?:[:.,;!)\]\-]|$)",
    ),
    ("privad|confidencial|secret", rf"[(\[]\s*(?:esto es |por favor )?{_PRIVADO}(?: por favor)?\s*[)\]]"),
    (
        "privad|confidencial|secret",
        rf"(?:^|[.!?;,:\-(]\s*)(?:esto|eso|todo esto|lo que (?:escribo|digo|escribi|dije|cuento) aqui)(?: es| queda| se queda| sea)(?: algo| en)? {_PRIVADO}\b"
        r"(?! (?:del?|a) )",
    ),
    (
        "entre nosotr|entre tu y yo",
        r"\b(?:quede|queda|quedese|queden|se quede|se queda|solo|esto es|es algo|por favor) (?:solo |todo )?entre (?:nosotr[oa]s|tu y yo)\b|^[\W_]*(?:solo |esto )?entre (?:nosotr[oa]s|tu y yo)\b",
    ),
    (
        "confianza|confidencia",
        r"\ben (?:estricta |total |absoluta )?(?:confianza|confidencia)\s*(?:[:.,;!)]|$)|\b(?:te|se) lo (?:digo|cuento) en confianza\b",
    ),
    (
        "para mi",
        r"\b(?:solo|unicamente|solamente|nada mas) para (?:mi|mi mism[oa]|mis ojos)(?: sol[oa])?\s*(?:[:.,;!)]|$)|^[\W_]*(?:esto es )?para mi\s*[:\-]|[(\[]\s*(?:solo )?para mi\s*[)\]]",
    ),
    (
        "para ti|salga de aqui|salir de aqui|sale de aqui",
        r"\b(?:guardalo|guardatelo|quedatelo|guarda esto|quedate esto)(?: solo| por favor)? para ti\b|\b(?:que )?(?:esto )?no (?:salga|sale|debe salir|puede salir) de aqui\b",
    ),
    (
        "no |ni ",
        rf"\bno (?:se |le |les )?(?:lo |la )?{_DIGAS}(?: nada| esto| eso| lo que \w+| nada de esto| nada de eso)*(?: (?:a|con) {_QUIEN})\b",
    ),
    (
        "no ",
        rf"^[\W_]*(?:y |pero |por favor,? )*no (?:se )?(?:lo |la )?{_DIGAS}(?: nada)?(?: por favor| gracias)?\s*(?:[:.,;!)\]\-]|$)",
    ),
    (
        "no ",
        r"\bno (?:compartas|muestres|ensenes|reenvies|repitas|envies|mandes|pases|menciones|reveles) (?:esto|eso|nada de esto|lo que (?:escribo|escribi|digo|dije))\b",
    ),
    (
        "no quiero|no me gustaria|no quisiera",
        r"\bno (?:quiero|quisiera|me gustaria) (?:compartir|mostrar|ensenar)(?:lo\b| (?:esto|eso)\b)",
    ),
    (
        "no quiero|no quisiera|no me gustaria|no deseo",
        rf"\bno (?:quiero|quisiera|me gustaria|deseo) que {_QUIEN} (?:lo |la |esto |se )*{_SEPA}\b",
    ),
    (
        "no ",
        rf"\b(?:mi coach|(?:el|la) coach|ella|COACH) no (?:debe|deberia|puede|tiene (?:por )?que|ha de|necesita) {_SABER}\b",
    ),
    (
        "nadie|que no ",
        rf"\bnadie (?:mas )?(?:debe|deberia|puede|tiene que|ha de) {_SABER}\b|\bque nadie (?:mas )?(?:lo |la |se )*{_SEPA}\b|\bque no (?:lo |la |se )*{_SEPA} (?:nadie|mi coach|COACH)\b",
    ),
    ("sin que ", rf"\bsin que {_QUIEN} (?:lo |la |se )*{_SEPA}\b"),
    (
        "no |nada |ni una palabra",
        r"\bno (?:es |va |esta hecho )?para (?:mi coach|(?:el|la) coach|COACH)\b|^[\W_]*(?:por favor )?(?:nada|ni una palabra)(?: de (?:esto|eso))? (?:a|para) (?:mi coach|(?:el|la) coach|nadie|COACH)\b",
    ),
    # Arabic, as folded: no hamza carriers' marks, a final h for the tied t
    (
        "خاص|سر|خصوصي",
        r"^[\W_]*(?:هذا |هذه |الامر |ما يلي |ارجو ان يبقي )?(?:الكلام |شي |امر )?(?:خاص|سري|خصوصي|سر)(?:ه|ي|يه|ا)?(?: جدا)?"
        r"(?: من فضلك| لو سمحت| رجاء)?\s*(?:[:.,!)\]\-]|$)",
    ),
    ("لي|لنفسي", r"^[\W_]*(?:هذا )?(?:لي|لي انا|لنفسي)\s*[:\-]|[(\[]\s*(?:لي|لنفسي)(?: فقط)?\s*[)\]]"),
    ("شي", r"\bلا شي(?: من هذا| منه)? (?:الي |ل)" + _MIN + "|" + r"\bلا شي من هذا\b"),
    ("احتفظ|ابق", r"\b(?:احتفظ|احتفظي|ابقه|ابقيه|ابق) ?(?:به|بها|هذا|بهذا|الامر)? (?:لنفسك|سرا|بيننا)\b"),
    ("خاص|سري|خصوصي", r"[(\[]\s*(?:خاص|سري|خصوصي)(?:ه|يه)?(?: جدا)?\s*[)\]]"),
    ("خاص|سر|خصوصي", r"\bهذا (?:الكلام |الامر |شي )?(?:خاص|سري|خصوصي|سر)\b"),
    ("بيننا|بيني وبينك", r"\b(?:بيننا|بيني وبينك)(?: فقط)?\b"),
    (
        "لا ",
        r"\bلا (?:تخبري?|تخبروا|تقولي?|تقل|تحكي?|تري|تريه|ترسلي?|تنقلي?|تذكري?|تظهري?)(?:ها|ه|وا)? ?(?:هذا |ذلك |به |عن هذا )*(?:الي |ل)?"
        + _MIN,
    ),
    ("لا ", r"\bلا (?:تشاركي?|تشاركوا|تنشري?|ترسلي?|تنقلي?)(?:ه|ها)?(?: هذا| ذلك| الامر| مع)?\b"),
    ("فقط|وحدي|ليس ل", r"\b(?:لي|لنفسي|لعيني) (?:فقط|وحدي)\b|\bليس ل(?:مدربي|مدربتي|لمدرب|COACH)"),
    (
        "لا اريد",
        r"\bلا اريد ان (?:ت|ي)(?:عرف|ري|قرا|طلع|علم|سمع)\b|\bلا اريد (?:مشاركه|ان اشارك) (?:هذا|ذلك)",
    ),
    (  # whole, to whomever: a coach's name may be written in other letters than its own
        "لا ت",
        r"^(?:رجاء |من فضلك |لو سمحت[يم]? )?لا (?:تقول|تقولي|تخبر|تخبري|ترسل|ترسلي|ترسله|ترسليه) (?:هذا |ذلك )?(?:ل|الي )?\w+[.!]?$",
    ),
    (
        "سرا|بيننا|لنفسك|دون",
        r"\b(?:ابق|ابقي|احتفظ|احتفظي)(?:ه)? (?:ب?هذا|ب?الامر|ذلك)(?: سرا| بيننا| لنفسك)\b|\b(?:دون|بدون) (?:علم|ان (?:ت|ي)عرف)\b",
    ),
)

_CHOICES: dict[str, Literal["private", "share"]] = {
    **dict.fromkeys(
        (
            *("private", "keep it private", "keep private", "stay private", "it stays private", "privately"),
            *(
                "no",
                "no sharing",
                "don't share",
                "do not share",
                "only me",
                "just me",
                "only for me",
                "for me only",
            ),
            *(
                "privat",
                "bleibt privat",
                "privat lassen",
                "privat behalten",
                "nein",
                "nicht teilen",
                "nur fur mich",
            ),
            *(
                "nur ich",
                "خاص",
                "يبقي خاصا",
                "خاصه",
                "لا",
                "لي فقط",
                "لا تشارك",
                "لا تشاركي",
                "private until i share",
            ),
            *(
                "privado",
                "privada",
                "en privado",
                "que quede privado",
                "que quede en privado",
                "mantener privado",
            ),
            *("no compartir", "no lo compartas", "no compartas", "solo yo", "solo para mi", "sigue privado"),
            *("dejarlo privado", "dejalo privado", "privado por favor", "se queda privado", "para mi"),
            *("privat, bis ich teile", "private please", "privat bitte", "bitte privat", "please private"),
        ),
        "private",
    ),
    **dict.fromkeys(
        (
            *("share", "share it", "yes share", "yes, share", "share it please", "please share", "shared"),
            *(
                "teilen",
                "teile es",
                "teil es",
                "ja, teilen",
                "ja teilen",
                "geteilt",
                "bitte teilen",
                "teilen bitte",
            ),
            *(
                "compartir",
                "comparte",
                "compartelo",
                "si, compartir",
                "si compartir",
                "si, comparte",
                "si comparte",
            ),
            *("compartido", "compartida", "compartir por favor", "por favor compartir", "compartirlo"),
            *("مشاركه", "شارك", "شاركه", "شاركي", "مشارك", "نعم شارك", "اشاركه"),
        ),
        "share",
    ),
}


def confides(words: str, coach: str = "") -> bool:
    """Whether words ask that others, or the coach, do not get to read them; ``coach``: their name."""
    if SHOUTED.match(words) is not None:
        return True
    among = near(fold(words), phrases(coach))
    if among and any(found(one, among) for one in _parts(words)):
        return True
    ends = [one for one in _PIECES.split(words) if one.strip()]
    return any(reserves(one.strip(), coach) for one in {*ends[:1], *ends[-1:]})


def nothing_else(words: str, coach: str = "") -> bool:
    """Whether words that confide say nothing but that, so that they are about what was written before."""
    said = _PARTS_NAMED.sub(" ", fold(words))
    for one in phrases(coach):
        said = one.pattern.sub(" ", said)
    return all(_BESIDE.fullmatch(word) for word in re.findall(r"\w+", said))


def _parts(words: str) -> Iterator[str]:
    """The whole, and what may say it by itself: a line, a sentence, and what follows the last comma or dash."""
    yield fold(words)
    for line in words.splitlines():
        for one in _SENTENCE.split(fold(line)):
            yield one
            *before, last = _CLAUSE.split(one)
            if before:
                yield last


_ANSWER = r"(?:answers?|notes?|messages?|ones?|repl(?:y|ies)|words)"
_UNSHARES = re.compile(
    rf"(?:please )?(?:make|keep|set|mark|turn) (?P<a>my|the|these|those|this|that)(?: last| latest| previous)? {_ANSWER}"
    r"(?: as| to)? private(?: please)?"
    rf"|(?:please )?(?:unshare|hide|(?:don't|dont|do not|stop) (?:share|sharing)) (?P<b>my|the|these|those|this|that)"
    rf"(?: last| latest| previous)? {_ANSWER}(?: please)?|unshare(?: (?:this|that|it))?"
    r"|(?:please )?(?:make|turn|set|mark) (?:this|that|it)(?: one)?(?: as| to| back to)? private(?: please)?"
    r"|(?:bitte )?(?:mach|stell)e? (?:das|es|dies)(?: bitte)?(?: wieder)?(?: auf)? privat(?: bitte)?"
    r"|(?:اجعل|اجعلي) (?:هذا|ذلك|هذه) خاصه?ا?"
    r"|(?:bitte )?(?P<c>diese|meine|die)(?: letzten?)? (?:antwort|antworten|notiz|notizen|nachricht|nachrichten)(?: bitte)?"
    r" (?:privat|nicht)(?: (?:halten|machen|lassen|behalten|stellen|teilen))"
    r"|(?:bitte )?(?:mach|halt|behalt|lass|stell)e? (?P<d>diese|meine|die)(?: letzten?)?"
    r" (?:antwort|antworten|notiz|notizen|nachricht|nachrichten)(?: bitte)? privat"
    r"|(?:por favor )?(?:haz|pon|deja|marca|manten|vuelve) (?P<f>estas|esta|mis|mi|las|la)(?: ultimas?)? (?:respuestas?|notas?|mensajes?)"
    r"(?: anterior(?:es)?)?(?: como| en)? privad[oa]s?(?: por favor)?"
    r"|(?:por favor )?(?:no compartas|deja de compartir|oculta) (?P<g>estas|esta|mis|mi|las|la)(?: ultimas?)? (?:respuestas?|notas?|mensajes?)(?: por favor)?"
    r"|(?:por favor )?(?:haz|pon|deja|marca)(?:lo|la)?(?: esto| eso)?(?: otra vez)?(?: como| en)? privad[oa](?: por favor)?"
    r"|(?:ابقا?|ابقي|اجعل|اجعلي) (?P<e>هذه )?(?:الاجوبه|الاجابات|اجابتي|اجوبتي|جوابي|رسالتي)(?: الاخيره?)? خاصه?ا?"
)


def unshares(words: str) -> Literal["these", "last"] | None:
    """What a whole message asks to make private: the answers of the last talk, or the last answer; None for neither."""
    said = _UNSHARES.fullmatch(fold(words).strip(" .!"))
    if said is None:
        return "last" if revoking(words) == "private" else None
    return "these" if {"these", "those", "diese", "estas", "هذه "} & {*said.groups()} else "last"


SHOUTED = re.compile(r"\W*(?:PRIVATE?|CONFIDENTIAL|SECRET|VERTRAULICH|GEHEIM|PRIVADO|CONFIDENCIAL|SECRETO)\b")
"""Written large at the beginning it is said of what follows, with no colon too."""

_PIECES = re.compile(r"(?<=[.!?;؟])\s+|:\s|\n")
_SENTENCE = re.compile(r"[.!?;؟]+ ")
_CLAUSE = re.compile(r", ?| - | (?=[(\[])")

PART = (
    r"(?:and |und |also |auch |especially |vor allem )*(?:what|the (?:thing|part|bit|one|stuff|answer|note)|my (?:answer|note|message)"
    r"|about|was|das|die (?:sache|antwort|notiz)|der teil|den teil|meine (?:antwort|notiz)|ما|الذي|عن|اجابتي)\b"
    r"(?! (?:is|ist|was|war|happened|i (?:need|want|feel|did)|er|sie)\b)"
)
"""What a clause begins with that names what is meant: "the thing with my brother"."""

_PARTS_NAMED = re.compile(
    r", (?:the (?:thing|part|bit|stuff)|das|die sache|der teil|den teil) (?:with|about|mit|uber|von) [^,]+$"
)

_BACK = re.compile(
    r"[\W_]*(?:(?:and|but|so|also|please|pls|und|aber|also|bitte|y|pero|por favor|من فضلك|رجاء|لكن)[ ,]+)*"
    r"(?:(?:the|that|this) (?:bit|part|thing|stuff|one|message|note|answer)s?(?: there)? (?:about|with|on|of|regarding)"
    r"|(?:everything|all|what) i(?:'ve)? (?:just )?(?:said|wrote|told you|written)"
    r"|das (?:mit|uber|von|vom|zu|zum|zur)|(?:die|diese) (?:sache|geschichte|nachricht|zeile) (?:mit|von|uber|zu)"
    r"|(?:der|den|dieser) (?:teil|satz) (?:mit|von|uber)|(?:alles,? )?was ich (?:eben|gerade|vorhin|da|dir)"
    r"|(?:todo )?(?:lo|eso) de|(?:todo )?lo que (?:te )?(?:escribi|dije|conte|puse)|la parte de"
    r"|موضوع|قصه|ما (?:كتبته?|قلته?)|الكلام عن|الجزء عن)(?!\w)"
)
_BACK_MOST = 14
"""Words of such a message; what is longer, or goes on behind a colon, tells something of its own."""


def refers_back(words: str) -> bool:
    """Whether a message names what was written before it: "the bit about my mother", "lo de mi padre"."""
    return ":" not in words and len(words.split()) <= _BACK_MOST and _BACK.match(fold(words)) is not None


_BESIDE = re.compile(
    "ja|ne|gell|oder|right|yeah|yes|vale|si|no|dale|تمام|طيب|صح|a|all|also|and|any|as|before|ever|from|here|i|is|it|just|keep|last|me|messages?|my|now|of|one|only|our|please|"
    "pls|said|stays?|thanks|that|the|this|to|too|was|what|with|wrote|you|"
    "alles|auch|bitte|das|davon|dies?|diese|eben|es|fur|gerade|geschrieben|gesagt|habe|ich|ist|jetzt|letzte|meine|"
    "mir|nachricht(?:en)?|nur|so|und|vorhin|war|was|wieder|"
    "esto|eso|es|por|favor|mi|mensajes?|ultimo|lo|que|escribi|dije|aqui|solo|era|fue|todo|gracias|y|de|anterior|antes|"
    "ahora|acabo|escribir|decir|escrito|dicho|he|tambien|siempre|mis|los|"
    "s|embarrassing|personal|awkward|ashamed|ok|okay|too|so|very|peinlich|personlich|unangenehm|zu|sehr|oder|محرج|شخصي|لان|لانه|جدا|"
    "من|فضلك|ما|كتبته?|قلته?|كان|هذا|هذه|هو|الان|رجاء|لو|سمحت|كل|رسالتي|الاخيره"
)


def chooses(words: str) -> Literal["private", "share"] | None:
    """Which way a whole message chooses where it is asked who sees something; None where it does not.

    Outright, or as people say it: one word that chooses among small words ("yes, gladly share with Dana").
    """
    said = fold(words)
    if outright := _CHOICES.get(said.strip(" .!,\U0001f512\U0001f441")):
        return outright
    if "?" in said or "\u061f" in said:
        return None
    return _chosen(frozenset(re.findall(r"\w+", _WITH_SOMEBODY.sub("", said).replace("'", ""))))


def _chosen(said: frozenset[str]) -> Literal["private", "share"] | None:
    private, share, negated = said & _PRIVATE, said & _SHARE, said & _NEGATIONS
    if bool(private) == bool(share) or said - private - share - negated - _AROUND:
        return None
    if share:
        return "private" if negated else "share"
    return None if negated else "private"


_PRIVATE = listed("private privately privat privates خاص خاصه خاصا privado privada")
_SHARE = listed(
    "share shared sharing teilen teile geteilt مشاركه شارك اشارك شاركي المشاركه compartir comparto"
)
_NEGATIONS = listed("not dont no nicht nix nein kein keine لا ليس no nothing nichts never nie")
_WITH_SOMEBODY = re.compile(r"\b(?:with|mit|con|مع) (?:(?:my|meinem|meiner|the|dem|der|mi) )?\w+")
_AROUND = listed(
    "yes yeah yep yup ok okay sure please pls gladly happy id ill i im we would will want wants like love to rather "
    "prefer lets let us it them this that these my all answers answer everything and keep kept stay stays be is it s "
    "for now first only just fine with her him me at the moment so mostly thanks thank you then well hi hello begin "
    "ja jo gern gerne klar bitte ich mochte will wurde lieber erst mal erstmal zunachst alles es sie ihn ihr ihm "
    "meine antworten die das und dann also danke fur mich jetzt mich sein bleiben halten lassen hallo beginnen "
    "نعم من فضلك اريد ان اجاباتي اجوبتي كل شيء الان حسنا طبعا شكرا ابقها يبقي تبقي "
    "si vale claro quiero por favor mis respuestas todo gracias ahora prefiero mejor gusto"
)
"""Small words that may stand around a choice and change nothing about it."""


@lru_cache(maxsize=256)
def phrases(coach: str) -> tuple[Stemmed, ...]:
    """All phrases, with the coach's name in its places."""
    called = sorted({fold(coach), *fold(coach).split()[:1]}, key=len, reverse=True)
    name = "(?:" + ("|".join(re.escape(one) for one in called if one) or "(?!)") + ")"
    return tuple(stemmed(stems, phrase.replace("COACH", name)) for stems, phrase in _PHRASES)
