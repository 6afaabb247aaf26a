"""A reserve: a whole message that names words of its writer's, and wishes that they stay with them.

"The bit about the patient stays with me ok": it is no confidence of itself, but about what was written before.
"""

import re
from functools import lru_cache

from bot.core.understand.folding import fold
from bot.core.understand.revoking import named

LONGEST = 110
"""Letters of such a message; what is longer tells something of its own."""

_SOME = r"[^\W_][\w'-]*(?: [\w'-]+){0,5}?"
"""A few words that name what is meant."""

# ---- English
_PART = r"(?:bit|part|thing|stuff|one|story|note|answer|message|line|sentence)s?"
_REF = (
    rf"(?:(?:the|that|this|my) (?:\w+ ){{0,3}}?{_PART}(?: (?:about|with|on|of|where|regarding) {_SOME})?"
    rf"|(?:what|everything|all|anything) (?:that )?i(?:'ve| have|ve)? (?:just )?(?:said|wrote|told you|mentioned|written)(?: \w+)?(?: (?:about|on) {_SOME})?"
    r"|(?:all|any|none|nothing) of (?:this|that|it)|th(?:is|at)(?: last)?(?: here)?|it|these|those)"
)
_SHE = r"(?:(?:my|the|our) coach|any ?one|any ?body|she|he|they|her|him|them|COACH)"
_SEES = r"(?:know|see|read|hear|get|learn|find out|have)"
_NOT = r"(?:does|do|must|should|need|has|can|may|shall|is|will)(?:n't|nt| not)"
_MUST = r"(?: need to| have to| get to| got to| to)?"
_BY = r"(?:is|are|'s|s|was|stays?|staying|remains?|should|must|has|have|needs?|can|to|please|pls|just|only|all|be|stay|kept|remain|so|better|really|strictly|also|too|lets|let's|let|us|keep|leave|i'd|id|like|want|that)"
_KEPT = (
    r"(?:private|secret|confidential|personal|(?:just |only )?between (?:us|you and me|ourselves)|(?:just|only) for me|for me (?:only|alone)"
    r"|(?:just|only) mine|mine (?:only|alone)|off the record|out of (?:it|that|the digest|what COACH \w+)"
    r"|not for COACH(?: eyes)?|none of COACH business|to yourself|from COACH|away from COACH)"
)
_ENGLISH = (
    rf"{_REF} (?:{_BY} )*{_KEPT}",
    rf"(?:(?:please|pls|lets|let's|can you|could you|can we|just|i want to|i'd like to|id like to) )*(?:keep|leave|hold|have) {_REF}(?: {_BY})* {_KEPT}",
    rf"(?:can|could|may) {_REF} (?:please )?(?:stay|be|remain) {_KEPT}",
    rf"(?:the|that|this|my) (?:\w+ ){{0,2}}?{_PART}(?: (?:about|with|on) {_SOME})? ?(?:{_BY} )*(?:stays?|staying|remains?) (?:here|with (?:me|us|you)) (?:ok|okay|please|pls|yeah|right|only|alone)",
    rf"{_REF} (?:only |just )?(?:goes|go|going) (?:to |past )?(?:nobody|no ?one|none)|(?:none|nothing) of (?:this|that|it) (?:goes|is going|should go|is) (?:to|for) {_SHE}",
    rf"(?:there's |theres |there is )?no need (?:for {_SHE} to|that {_SHE}) {_SEES}(?: (?:about |of )?(?:{_REF}|{_SOME}))?",
    rf"COACH {_NOT}{_MUST} {_SEES}(?: (?:about |of )?(?:{_REF}|{_SOME}))?",
    rf"(?:she|he|they) (?:must|should|need|may|shall|can)(?:n't|nt| not){_MUST} {_SEES}(?: about)? {_REF}",
    rf"(?:she|he|they) (?:does|do)(?:n't|nt| not)(?: need to| have to) {_SEES}(?: about)? (?:{_REF}|{_SOME})",
    rf"(?:i'd|id|i would|would) (?:rather|prefer)(?: that| if| it if)? {_SHE} (?:didn't|didnt|did not|doesn't|doesnt|does not|not|wouldn't|wouldnt) (?:{_SEES}|knew|saw|got|heard)(?: (?:about |of )?(?:{_REF}|{_SOME}))?",
    rf"(?:i )?(?:don't|dont|do not|didn't|didnt|wouldn't|wouldnt|would not) (?:want|like|need) COACH (?:to {_SEES}|{_SEES}ing|getting)(?: (?:about |of )?(?:{_REF}|{_SOME}))?",
    r"(?:so |and |but )?(?:that's |thats |this is |its |it's )?not for COACH(?: eyes| ears)?",
    rf"(?:don't|dont|do not|never) (?:pass|hand|send|give|show|forward) {_REF} on",
)

# ---- German
_DAS = (
    rf"(?:(?:das|die sache|die geschichte|der teil|den teil|alles|das ganze)(?: hier| eben| gerade| grad| vorhin| jetzt)? (?:mit|von|uber|zu|wegen) {_SOME}"
    rf"|(?:alles,? )?was ich (?:\w+ ){{0,3}}?(?:(?:uber|von|zu|mit|wegen) {_SOME})?(?:geschrieben|gesagt|erzahlt|geschickt|schrieb|sagte)(?: hab| habe)?"
    r"|das(?: alles)?(?: hier| eben| gerade| grad| vorhin| jetzt| letzte)?|dies(?:es)?|es|alles(?: hier)?|davon)"
)
_SIE = r"(?:(?:meine?|der|die) coach|sie|er|keiner|niemand|COACH)"
_LIEST = (
    r"(?:wissen|sehen|lesen|erfahren|horen|bekommen|mitbekommen|kriegen|mitkriegen|haben|mitlesen|nachlesen)"
)
_SO = r"(?:ist|sind|war|bleibt|bleiben|bleibe|soll|sollte|muss|darf|lass|halt|behalt|behalte|behaltst|bitte|lieber|besser|nur|aber|auch|eben|ganz|streng|wirklich|jetzt|du|wir|einfach|mal|ja)"
_HEIM = (
    r"(?:privat|geheim|vertraulich|personlich|unter uns|zwischen uns|zwischen dir und mir|(?:nur |allein )?fur mich(?: allein| bestimmt| selbst)?"
    r"|(?:nur |allein )?(?:fur dich|fur sich)|(?:nur )?bei (?:mir|dir|uns)|nur meins|nicht (?:an|fur|zu) (?:COACH|sie|ihn)|nichts fur COACH|nicht weiter|nicht weitersagen|nicht weitergeben)"
)
_GERMAN = (
    rf"{_DAS} ?(?:{_SO} )*{_HEIM}(?: (?:bleiben|halten|behalten|lassen|sein|behandeln|geben|schicken|weitergeben))?",
    rf"(?:(?:bitte|kannst du|lass uns|lass|aber|und) )*(?:behalte?|halte?|lass) (?:bitte )?{_DAS} ?(?:{_SO} )*{_HEIM}",
    rf"{_DAS} ?(?:soll|darf|sollte|muss|braucht|kann)(?:e|st)? (?:aber |bitte |auch )*{_SIE} (?:bitte |auch |aber )*(?:nicht|nix|nichts|nie)(?: zu)? {_LIEST}",
    rf"(?:COACH|mein coach|meine coach|sie) (?:soll|darf|sollte|muss|braucht)(?:e|t)? {_DAS} ?(?:bitte |aber )*(?:nicht|nix|nichts|nie)(?: zu)? {_LIEST}",
    rf"(?:bitte )?(?:sag|sage|erzahl|erzahle|zeig|zeige|verrat|verrate|gib|schick) COACH (?:bitte )?(?:nix|nichts|kein wort)(?: {_DAS})?(?: weiter)?",
    rf"(?:ich )?(?:will|mochte|mag|wills|mochts) (?:aber |auch |wirklich )*nicht,? dass {_SIE} {_DAS} ?{_LIEST[:-1]}|liest|sieht|weiss|erfahrt|hort|bekommt|mitbekommt|kriegt|mitkriegt)",
    rf"(?:COACH|sie|ihn) geht {_DAS} ?(?:gar )?nichts an|{_DAS} ?geht (?:COACH|sie|ihn) (?:gar )?nichts an",
)

# ---- Spanish
_ESO = (
    rf"(?:(?:lo|la parte|el tema|la historia|todo lo|eso|esto) (?:del?|sobre|con) {_SOME}"
    rf"|(?:todo )?lo que (?:te )?(?:acabo de \w+|he \w+|dije|escribi|conte|puse)(?: (?:del?|sobre) {_SOME})?"
    r"|(?:todo |nada de )?(?:esto|eso)(?: ultimo| de ahora)?|lo ultimo|lo de antes|lo de ahora)"
)
_ELLA = r"(?:mi coach|(?:el|la) coach|nadie|ella|el|COACH)"
_LEA = r"(?:sepa|vea|lea|entere|oiga|reciba|conozca|supiera|viera|leyera|enterara)"
_LEER = r"(?:saber|ver|leer|enterarse|oir|recibir|conocer)(?:lo|la|se)?"
_ES = r"(?:es|era|sea|queda|quede|se queda|se quede|quedara|que|solo|mejor|por favor|me|lo|guardo|y|pero|algo|muy|en|debe|deberia|quedar|ser|para|quiero|prefiero|guardalo|dejalo|dejar)"
_PRIVADO = (
    r"(?:privad[oa]s?|confidencial|secreto|personal|(?:solo |solamente |nada mas )?para mi(?: sol[oa])?|para ti|(?:solo )?entre (?:nosotr[oa]s|tu y yo|tu yo)"
    r"|no salga de aqui|no sale de aqui|conmigo|aqui)"
)
_LO = r"(?:lo |la |se |le |selo |esto |eso )*"
_SPANISH = (
    rf"{_ESO} ?(?:{_ES} )*{_PRIVADO}",
    rf"(?:que )?{_ESO} ?(?:mejor |prefiero |quiero |por favor )*(?:que )?no {_LO}(?:{_LEA} {_ELLA}|llegue a {_ELLA}|vaya a {_ELLA})",
    rf"{_ESO} ?(?:mejor |prefiero |quiero |por favor )*que (?:{_ELLA} no|nadie) {_LO}{_LEA}",
    rf"(?:mejor |prefiero |quiero |por favor |y |pero )*que (?:{_ELLA} no|nadie) {_LO}{_LEA}(?: {_ESO})?",
    rf"(?:mejor |prefiero |por favor )*que no {_LO}{_LEA} (?:{_ESO} ?)?{_ELLA}(?: {_ESO})?",
    rf"{_ELLA} no (?:tiene (?:por )?que|debe|deberia|necesita|puede) {_LEER} {_ESO}",
    rf"no (?:quiero|quisiera|me gustaria) que {_ELLA} {_LO}{_LEA}(?: de)? {_ESO}",
    rf"{_ESO} ?(?:por favor )?no (?:se |le )?(?:lo |la )?(?:digas|cuentes|comentes|muestres|ensenes|compartas|mandes|envies|pases)(?: (?:a|con) {_ELLA})?",
    rf"a COACH no (?:se |le )?(?:lo |la )?(?:digas|cuentes|comentes|muestres|ensenes|mandes|envies|pases|des)(?: nada)?(?: de)?(?: {_ESO})?",
    rf"{_ESO} ?no (?:es |va )?para COACH",
)

# ---- Arabic, as folded
_HADHA = (
    rf"(?:(?:هذا |هاي |هاد )?(?:الكلام|كلامي|الموضوع|الشي|الجزء|القصه|الحكايه)(?: هذا)?(?: عن {_SOME})?|(?:موضوع|قصه|حكايه|كلام|سيره) {_SOME}"
    rf"|(?:كل )?(?:ما|اللي) (?:قلته?|كتبته?|حكيته?)(?: عن {_SOME})?|(?:كل )?(?:هذا|هذه|ذلك|هاد|هاي|هيدا|ده|دي|الامر))"
)
_DANA = r"(?:COACH|مدربي|مدربتي|المدربه?|الكوتش|احد|حدا)"
_TARA = r"(?:ت|ي)(?:عرف|ري|قرا|طلع|علم|سمع|شوف|دري)(?:ه|ها)?"
_KHASS = (
    r"(?:خاصه?|سري?|سرا|(?:سر )?بيننا|بينا|بيني وبينك|لي (?:فقط|وحدي|انا)|الي (?:فقط|وحدي|بس)|لنفسي|عندي|ليس (?:ل ?)?"
    + _DANA
    + r"|مو (?:ل ?)?"
    + _DANA
    + ")"
)
_IS = r"(?:يبقي|تبقي|يظل|يضل|خليه?ا?|خلي|ابقه?|ابقي|ليكن|فقط|بس|من فضلك|رجاء|لو سمحت|ارجو ان|هو|هي|سر)"
_ARABIC = (
    rf"(?:{_IS} )*{_HADHA} ?(?:{_IS} )*{_KHASS}",
    rf"(?:لا|ما|لن) (?:ت|ي)?(?:قولي?|قل|خبري?|حكي?|وصلي?|رسلي?|بعثي?|ورجي?|فرجي?|شاركي?|نقلي?)(?:ه|ها|و)?(?: {_HADHA})? ?(?:ل|الي |مع )?{_DANA}",
    rf"(?:لا|ما) (?:اريد|بدي|ابي|ابغي|عايزه?|اود)(?: ان)? {_DANA} {_TARA}(?: (?:عن )?{_HADHA})?",
    rf"(?:لا|ما) (?:اريد|بدي|ابي|ابغي|عايزه?|اود)(?: ان)? {_TARA} {_DANA}(?: (?:عن )?{_HADHA})?",
    rf"(?:بلاش|مو لازم|ليس ضروريا ان|لا داعي ان) {_DANA} {_TARA}(?: (?:عن )?(?:{_HADHA}|{_SOME}))?",
    rf"{_DANA} (?:لا|ما|مو) (?:تحتاج|يحتاج|لازم|داعي)(?: ان)? {_TARA}(?: (?:عن )?(?:{_HADHA}|{_SOME}))?",
)

_TAG = re.compile(
    r"(?:[\s,.!?؟]+|^)(?:ok|okay|oki|k|yeah|yes|right|alright|thanks|thx|thank you|please|pls|plz|tho|though|will you|would you"
    r"|ja|gell|gelle|ne|oder|okey|danke|bitte|nh|gut|si|vale|va|no|verdad|eh|porfa|porfis|por favor|gracias|xfa|de acuerdo"
    r"|طيب|ماشي|تمام|صح|رجاء|من فضلك|لو سمحتي?|اوك|شكرا|نعم)(?=[\s,.!?؟]*$)"
)
_FILLER = re.compile(
    r"^(?:(?:and|but|oh|btw|also|so|ah|hey|well|sorry|please|pls|und|aber|ach|also|du|hey|bitte|ah|y|pero|oye|ay|ah|bueno|por favor|porfa"
    r"|بس|طيب|لكن|و|رجاء|من فضلك)[\s,]+)+(?=\S)"
)


def reserves(words: str, coach: str = "") -> bool:
    """Whether a whole message asks that words which it names, or points to, stay with their writer."""
    return len(words) <= LONGEST and "\n" not in words.strip() and _reserves(words, coach)


@lru_cache(maxsize=16)
def _reserves(words: str, coach: str) -> bool:
    said = fold(words).strip(" .!?؟…")
    if not any(stem in said for stem in _STEMS) or re.search(r"[:;()\[\]]|[.!?] ", said):
        return False
    said = _SAME.sub(lambda one: _LONG.get(one[0], one[0]), _called(said, coach))
    forms = {said}
    while (less := _TAG.sub("", said).strip(" ,.!?؟")) != said and less:
        said = less
        forms.add(said)
    forms |= {_FILLER.sub("", one) for one in forms}
    forms |= {_unbroken(one) for one in forms}
    return any(one.fullmatch(form) for form in forms for one in _patterns())


def _unbroken(said: str) -> str:
    """Without a comma before few words in which nobody does anything: "the bit about him, only for me"."""
    first, _, last = said.partition(",")
    few = last and len(last.split()) <= FEW and "," not in last and not _TELLS.search(last)
    return " ".join(f"{first} {last}".split()) if few else said


FEW = 4
_TELLS = re.compile(r"\b(?:i|i'm|im|we|he|she|ich|wir|er|yo|tengo|انا)\b")
_SAME = re.compile(r"\b(?:q|k|thats|that's|its|it's)\b")
_LONG = {"q": "que", "k": "que", "thats": "that is", "that's": "that is", "its": "it is", "it's": "it is"}


def _called(said: str, coach: str) -> str:
    """The coach is called COACH, with an s behind their name too ("danas eyes")."""
    said = named(said, coach)
    for name in {fold(coach), *fold(coach).split()[:1]}:
        said = re.sub(rf"\b{re.escape(name)}s\b", "COACH", said) if name else said
    sound = _sound(fold(coach).split()[0]) if coach.strip() else ""
    if len(sound) > 1 and re.search("[\u0620-\u064a]", said):
        said = re.sub(r"[\u0620-\u064a]{3,}", lambda one: _heard(one[0], sound), said)
    return said


def _heard(word: str, sound: str) -> str:
    """COACH for an Arabic word that sounds as their name does, with or without a preposition before it."""
    return "COACH" if sound in (_sound(word), _sound(word.removeprefix("ل"))) else word


def _sound(name: str) -> str:
    """The consonants of a name, in Latin letters, whichever it is written in."""
    plain = re.sub("sh|sch", "ش", name).replace("ch", "ش").replace("kh", "خ").replace("th", "ث")
    return re.sub(r"(.)\1+", r"\1", plain.translate(_SOUNDS))


_SOUNDS = {
    **str.maketrans("بتدذرزسشفقكلمنثجحخصضطظغ", "btdzrzsSfkklmnTjhKsdtzg"),
    **str.maketrans("cqvp", "kkfb"),
    **dict.fromkeys(map(ord, "aeiouwyhاويهءعىة"), None),
}


_STEMS = (
    *(
        "privat",
        "privad",
        "secret",
        "confid",
        "between",
        "for me",
        "mine",
        "record",
        "coach",
        "eyes",
        "yourself",
    ),
    *("stay", "remain", "goes", "need", "n't", "nt ", " not", "rather", "keep", "leave", "none", "nothing"),
    *("geheim", "vertraul", "person", "unter uns", "zwischen", "fur mich", "fur dich", "bei mir", "meins"),
    *("nicht", "nix", "nichts", "niemand", "keiner", "para mi", "para ti", "entre", "conmigo", "aqui", "no "),
    *("nadie", "خاص", "سر", "بين", "لي ", "الي ", "لنفسي", "عندي", "لا ", "ما ", "لن ", "بلاش", "مو ", "ليس"),
)


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    every = (*_ENGLISH, *_GERMAN, *_SPANISH, *_ARABIC)
    return tuple(re.compile(re.sub(r"\s+$", "", one)) for one in every)
