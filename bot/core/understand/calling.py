"""Calling: a short message that asks for a person: anyone, the coach, somebody else, or whether anyone is there."""

import re
from functools import lru_cache
from typing import Literal

from bot.core.understand.folding import fold, listed
from bot.core.understand.utterance import heard

Calling = Literal["somebody", "coach", "other", "there", ""]

LONGEST = 140
"""Letters of such a message; what is longer tells something of its own."""

_END = (
    r"(?: (?:please|pls|plz|now|rn|right now|today|tonight|tomorrow|here|badly|really|tbh|asap|soon|instead|at all|urgently"
    r"|bitte|jetzt|heute|morgen|mal|kurz|hier|dringend|einfach|halt|ok|por favor|porfa|ya|ahora|hoy|manana|aqui|urgente"
    r"|الان|الحين|هلا|دلوقتي|اليوم|هنا|هون|من فضلك|لو سمحت|ضروري|بليز|before .+|vor .+|antes .+))*$"
)
_ANY = r"(?:some|any) ?(?:one|body)"
_HUMAN = r"(?:an? |another |some )?(?:real |actual |living |live |normal )*(?:person|human(?: being)?|people)"
_TALK = r"(?:talk|speak|chat|write)"
_WEM = (
    r"(?:(?:irgend ?)?(?:wem|wen|jemand(?:em|en)?)|(?:einem|nem|einen|nen|n|ner|einer|eine)"
    r"(?: (?:echt|richtig|wirklich|lebendig|menschlich)e?[nmr]?)* (?:mensch(?:en)?|person))"
)
_REDEN = r"(?:reden|sprechen|schreiben|telefonieren|quatschen|labern|austauschen|schnacken)"
_ALGUIEN = r"(?:alguien|(?:una? )?(?:persona|human[oa]|ser humano)|gente)"
_REAL = r"(?: (?:de verdad|real|de carne y hueso))?"
_HABLAR = r"(?:hablar(?:lo)?|platicar(?:lo)?|charlar|conversar|chatear|desahogarme)"
_WANT_AR = r"(?:ابي|ابغي|ابغا|بغيت|ودي|اريد|اود|ارغب|احتاج|محتاجه?|بدي|عايزه?|عاوزه?|نفسي|لازم|ممكن|اقدر|استطيع|يمكنني)"
_TALK_AR = (
    r"(?:اكلم|اتكلم|اتحدث|احكي|اسولف|افضفض|احاكي|ادردش|التحدث|التكلم|الكلام|الحديث|الفضفضه)(?: (?:مع|الي))?"
)
_ANY_AR = r"ل?(?:احد|حد|حدا|شخص|انسان|واحد|بشر|بني ادم|ناس)"

_SOMEBODY = (
    rf"\b(?:can|could|may|might) (?:i|we)(?: \w+){{0,2}}? {_TALK} (?:to|with) (?:{_ANY}|{_HUMAN}){_END}",
    rf"\b(?:need|want|wanna|like|love|have|gotta|could)(?: \w+){{0,2}}? {_TALK} (?:to|with) (?:{_ANY}|{_HUMAN}){_END}",
    rf"\b{_TALK} (?:to|with) an? (?:human|(?:real|actual|living|human) (?:person|human|being))\b(?! (?:at|who|helped|about))",
    rf"\bneed to vent to {_ANY}{_END}|^{_ANY}(?: here| there)? i can {_TALK}",
    r"\b(?:kann|konnte)(?: mir| mal| hier| bitte)* (?:jemand|wer|irgendwer)(?: \w+)? (?:zuhoren|reden|sprechen)",
    r"\bwenn (?:jemand|wer|irgendwer) mit mir (?:reden|sprechen)",
    r"\bme (?:puede|podria) escuchar alguien|\balguien (?:me )?(?:puede|podria) escuchar",
    rf"^(?:محتاجه?|احتاج|بدي|ودي)(?: ان)? (?:اتكلم|احكي|افضفض){_END}",
    rf"\b(?:need|want) (?:{_ANY}|{_HUMAN})(?: (?:to|who|that)(?: will| can| really)? (?:{_TALK}|listens?|vent)(?: to| with)?(?: me)?)?{_END}",
    rf"\b(?:is|isnt) there (?:{_ANY}|{_HUMAN})(?: \w+)? (?:i|we) (?:can|could|may) (?:{_TALK}|call|ask|reach)",
    rf"\bwho (?:can|could|should|do) i (?:{_TALK}|turn|call|reach)(?: out)?(?: to| with)?{_END}",
    r"\b(?:idk|dont know|no idea) who (?:to|i can) (?:talk|turn|speak) to",
    r"\b(?:give|get|connect|put)(?: me)?(?: through)?(?: to| with)? an? (?:real |actual )?(?:human|person)\b"
    + _END,
    rf"\b(?:can|could|would|will) {_ANY}(?: please| pls)? (?:{_TALK} (?:to|with)|listen to|call) me",
    rf"\b(?:kann|konnte|darf) (?:ich|man|wir)(?: \w+){{0,3}}? mit {_WEM}(?: \w+){{0,2}}? {_REDEN}",
    rf"\b(?:muss|musste|mochte|will|wurd|wurde)(?: \w+){{0,4}}? mit {_WEM} {_REDEN}{_END}",
    rf"\b(?:brauch|brauche|brauchte|suche?)(?: \w+){{0,3}}? {_WEM}(?: zum \w+| (?:der|die) (?:mir |mal |einfach |nur )*zuhort"
    rf"| mit (?:dem|der) ich .*{_REDEN}.*| der da ist)?{_END}",
    r"\b(?:gibts?|gibt es|ist|hat)(?: \w+){0,3}? (?:jemand(?:en)?|wer|wen|irgendwer)(?: \w+){0,2}? "
    r"(?:zum (?:reden|sprechen|quatschen)|mit (?:dem|der) ich)",
    rf"\bmit wem (?:kann|konnte|soll|darf) ich(?: \w+){{0,4}}? {_REDEN}",
    r"\b(?:hatte|will|mochte|brauche?)(?: \w+){0,2}? (?:nen|einen|n|ne|eine) (?:echten? |richtigen? |lebendigen? )?"
    rf"(?:mensch(?:en)?|person)(?: und keine?n? \w+)?{_END}",
    r"\b(?:puedo|podria|se puede|necesito|quiero|quisiera|gustaria|tengo que|ocupo|me urge)(?: \w+){0,2}? "
    rf"{_HABLAR} con {_ALGUIEN}{_REAL}{_END}",
    rf"\b(?:necesito|ocupo|quiero|busco)(?: a)? {_ALGUIEN}{_REAL}"
    rf"(?: (?:con quien|que me|para|que) .*(?:habl|escuch|platic|charl)\w*.*)?{_END}",
    r"\bhay (?:alguien|una persona) (?:con quien|que me escuche|que escuche|para hablar)",
    rf"\bcon quien (?:puedo|podria|se puede) {_HABLAR}|\bcon quien hablo$|^alguien con quien {_HABLAR}",
    rf"\b(?:pasame|comunicame|conectame|ponme)(?: con)? {_ALGUIEN}",
    rf"{_WANT_AR}(?: \w+){{0,2}}? {_TALK_AR} ?{_ANY_AR}(?: (?:حقيقيه?|عن جد|(?:مو|مش|مب) \w+))*{_END}",
    rf"{_WANT_AR}(?: الي)? {_ANY_AR}(?: \w+){{0,2}}? (?:{_TALK_AR}|اكلمه|يسمع\w*|يكلم\w*|جنبي)",
    rf"(?:في|فيه|هل|يوجد|هناك) {_ANY_AR}(?: \w+){{0,2}}? (?:اكلمه|{_TALK_AR})",
    r"^(?:مع |ل)?(?:مين|منو|من) (?:ممكن |اقدر )?(?:اتكلم|اكلم|احكي|احاكي)",
)

_WHO = r"(?:COACH|my coach|meine?[rmn]? coach(?:in)?|mi coach|المدربه?|الكوتش|مدربتي|مدربي)"
_CALL_ME = (
    r"(?:(?:call|ring|phone|text|contact|message|msg|email|reach)(?: \w+)? me|(?:write|talk|speak|get back) to me"
    r"|get in touch with me|ring me back|give me a (?:call|ring))"
)
_MELDEN = r"(?:anrufen|zuruckrufen|melden|schreiben|kontaktieren)"
_ME_LLAME = (
    r"(?:me (?:llame|escriba|contacte|hable|conteste|responda|marque)"
    r"|(?:llamar|escribir|contactar|hablar|responder|contestar|marcar)me)"
)
_CALLS_AR = r"(?:[تي]تصل|[تي]كلمني|[تي]دق|[تي]رد علي|[تي]تواصل|[تي]حكيني|[تي]راسلني|[تي]حاكيني)"

_COACH = (
    rf"\b(?:can|could|would|will|should) {_WHO}(?: \w+){{0,2}}? {_CALL_ME}",
    rf"\b(?:want|need|like|have|get|let|tell|ask|make|please) {_WHO}(?: \w+){{0,2}}? {_CALL_ME}",
    rf"^(?:hey |hi |hello |please |pls )*{_WHO}(?: (?:please|pls|can you|could you))* {_CALL_ME}",
    rf"\b(?:can|could|may|need|want|like|have|gotta|wanna)(?: i| we)?(?: \w+){{0,2}}? (?:talk|speak|chat) (?:to|with) {_WHO}{_END}",
    rf"\b(?:tell|let) {_WHO} (?:know )?(?:that )?i need|\b{_WHO} have time to (?:call|talk)",
    rf"^(?:i )?(?:really )?need {_WHO}{_END}|^(?:ich )?brauche? {_WHO}{_END}|^necesito a {_WHO}{_END}|^محتاجه? {_WHO}{_END}",
    rf"^{_WHO} soll (?:\w+ )?anrufen$|^{_WHO}(?: bitte)? ruf",
    rf"\bis {_WHO} (?:there|here|around|available|online|reachable)\b(?! for)",
    rf"\b(?:kann|konnte|soll|sollte)(?! ich| man| wir)(?: (?:mich|mir|sich|bitte|mal))* {_WHO}(?: \w+){{0,4}}? {_MELDEN}",
    rf"\b{_WHO} (?:soll|kann|konnte|mochte|muss)(?: \w+){{0,2}}? (?:mich|mir|sich)(?: \w+){{0,3}}? {_MELDEN}",
    rf"\b{_WHO}(?: bitte| mal)* mich(?: bitte| mal| heute)* (?:anrufen|zuruckrufen)",
    rf"\b(?:kannst|konntest|wurdest) (?:du|sie)(?: \w+){{0,2}}? {_WHO}.* (?:sagen|bescheid|ausrichten|anrufen|schreiben|soll|bitten)\b",
    rf"\b(?:sage?|richte?|schreibe?|gib|bitte?)(?: bitte| mal| doch)* {_WHO}(?: bitte| mal| doch)* (?:sie|er|dass|aus|bescheid|soll)\b",
    rf"\b(?:kann|konnte|muss|musste|mochte|will|wurd|wurde)(?: \w+){{0,4}}? mit {_WHO}"
    rf"(?: (?:bitte|mal|kurz|jetzt|heute|morgen|direkt|personlich|selbst))* (?:reden|sprechen|telefonieren){_END}",
    rf"\bruft? (?:mich )?{_WHO} (?:mich )?(?:an|zuruck)\b|\bist {_WHO} (?:da|hier|erreichbar|online){_END}",
    rf"\bque (?:{_WHO} {_ME_LLAME}|{_ME_LLAME} {_WHO})",
    rf"\b(?:puede|podria|puedes|podrias)(?: \w+){{0,2}}? (?:a )?{_WHO}(?: .*)? ?{_ME_LLAME}",
    rf"\b(?:dile|digale|decirle|pidele|pedirle|avisa\w*|comunicale)(?: \w+){{0,2}}? a {_WHO}\b",
    rf"\b{_WHO} me (?:puede|podria) (?:llamar|escribir|contactar|hablar)|^{_WHO} (?:por favor )?(?:llama|escribe|contacta)me",
    rf"\b(?:necesito|quiero|quisiera|puedo|podria|gustaria|tengo que)(?: \w+)? {_HABLAR} con {_WHO}{_END}",
    rf"\besta {_WHO} (?:ahi|aqui|disponible)",
    rf"(?:خلي|خلو|خلوا|ابي|ابغي|بدي|اريد|عايزه?|عاوزه?|ممكن|قولي?|قل|اطلبي? من|بلغي?|خبري?|احتاج|هل يمكن) (?:من )?ل?{_WHO} (?:ان )?{_CALLS_AR}",
    rf"(?:قولي?|قل|بلغي?|خبري?|اخبري?) ل?{_WHO} (?:ان|اني|انني|محتاج)",
    rf"{_WANT_AR}(?: ان)? {_TALK_AR} {_WHO}{_END}",
)

_OTHER = (
    rf"\b(?:{_ANY}(?: else)?|(?:an)?other (?:person|coach)|different (?:person|coach))(?: \w+){{0,3}}? "
    rf"(?:other than|than|but|besides|except|apart from|instead of|not|isnt|is not) {_WHO}",
    rf"\b(?:can|could|want|need|like|rather|prefer|wanna|may)(?: \w+){{0,4}}? {_TALK} (?:to|with) (?:{_ANY} else|(?:a different|another) (?:person|human|coach))",
    rf"\b(?:talk|speak|reach|contact|ask|call|{_ANY})\b.* without {_WHO} (?:knowing|finding out|hearing|seeing)",
    rf"\b{_WHO}\b.* is there {_ANY} else{_END}|\bis there {_ANY} else (?:i|we) (?:can|could) {_TALK}",
    rf"\b{_WHO}\b.* who else is there|\bausser {_WHO}(?: \w+)? (?:jemand|wen|wer)|(?:في|فيه) غير {_WHO}",
    rf"\bno (?:quiero|puedo) {_HABLAR} con {_WHO}.* hay alguien mas",
    rf"\b(?:jemand|wer|wem|wen)(?:em|en)? ander(?:s|em|en|es|er)?(?: \w+){{0,2}}? (?:als|wie|ausser|statt) {_WHO}",
    rf"\b(?:jemand\w*|wen|wer|wem)(?: \w+){{0,4}}? (?:ausser|statt) {_WHO}",
    rf"\bmit (?:wem|jemand(?:em)?|einer|ner|einem) ander(?:s|em|en|er)(?: person| menschen)?(?: \w+)? {_REDEN}",
    rf"\bnicht (?:mit )?{_WHO}\b.* (?:jemand\w* ander|wer ist noch|wer noch|wem anders|wen anders)",
    rf"\b(?:jemand\w* ander\w*|we[mn] anders)\b.* nicht (?:mit )?{_WHO}",
    rf"\b(?:erreichen|reden|sprechen|fragen|wen|jemand\w*)\b.* ohne dass {_WHO}",
    rf"\b(?:alguien|persona|quien)(?: mas)?(?: \w+){{0,2}}? (?:que no sea|(?:distint|diferent)[oae]s? (?:a|de)|aparte de|fuera de"
    rf"|en vez de|en lugar de|no con) {_WHO}",
    rf"\b(?:puedo|quiero|podria|quisiera|necesito|prefiero|gustaria)(?: \w+){{0,2}}? {_HABLAR} con (?:otra (?:persona|coach)|otro coach|alguien mas)",
    rf"\b(?:{_HABLAR}|contactar|alguien)\b.* sin que (?:{_WHO} (?:se entere|lo sepa|sepa)|(?:se entere|lo sepa|sepa) {_WHO})",
    rf"{_ANY_AR}(?: \w+){{0,2}}? (?:غير|مو|مش|مب|سوي|بدل|الا) {_WHO}",
    rf"{_TALK_AR} {_ANY_AR} (?:ثاني|تاني|اخر|غيرها|غيره)",
    rf"(?:{_TALK_AR}|{_ANY_AR})\b.* (?:بدون|من غير|دون) (?:ما |ان )?[تي](?:دري|عرف|علم) {_WHO}",
)

_THERE = (
    (
        listed("anybody anyone somebody someone person human you u"),
        listed("there here around reading read listening listen awake hear out home watching"),
        listed("hello hey hi ok so is are isnt does do even really actually at all this it me my messages right now a "
               "real on the other end still please um yo tonight what i write ever"),
        listed("is are isnt does do hello hey hi anyone anybody"),
    ),
    (
        listed("jemand wer irgendwer irgendjemand mensch einer du"),
        listed("da hier liest mit hort dran wach sitzt"),
        listed("hallo hey hi ist is denn uberhaupt eigentlich noch grad gerade jetzt das mich mir zu auch ein echter bist "
               "sag mal dort am anderen ende"),
        listed("ist is liest hort bist hallo hey sitzt jemand da"),
    ),
    (
        listed("alguien persona humano estas"),
        listed("ahi aqui hay lee leyendo escucha escuchando"),
        listed("hola me esta esto una un real de verdad en serio ahora del otro lado pero oye todavia lo que escribo"),
        listed("hola hay alguien me de en pero oye estas"),
    ),
    (
        listed("احد حد حدا شخص انسان انت"),
        listed("هنا هون موجود يقرا بيقرا يسمع سامعني سامع في فيه يسمعني قاعد"),
        listed("هل من كلامي هذا الكلام حقيقي الحين الان مرحبا الو هلو رسايلي يوجد ما اكتب"),
        listed("في فيه هل احد حد حدا انت الو مرحبا هلو يوجد"),
    ),
)  # fmt: skip
"""Of each language: who, where, small words beside, and how such a question begins."""

_BARE = listed("hello hey hi anyone anybody hallo jemand hola alguien")
_TELLS = re.compile(r"\bjemand (?:ist|war)\b|\balguien (?:esta|me) (?!lee|esc|ley)")


@lru_cache(maxsize=8)  # of one message several readings ask it
def calling(words: str, coach: str) -> Calling:
    """Which person a short message asks for; "" where it asks for none. ``coach``: the name of theirs."""
    if len(words) > LONGEST:
        return ""
    if _whether_there(words):
        return "there"
    asked = [_named(" ".join(re.sub(r"[^\w\s]", " ", one).split()), coach) for one in _clauses(words)]
    whole = " ".join(asked)
    for kind, patterns in _readings():
        if any(one.search(said) for one in patterns for said in (*asked, whole)):
            return kind
    return ""


def _clauses(words: str) -> list[str]:
    return [one for one in re.split(r"[.!?؟;\n]+", fold(words).replace("'", "")) if one.strip()]


def _whether_there(words: str) -> bool:
    said = heard(words).joined.split()
    bag = frozenset(said)
    if not 0 < len(said) <= 10 or _TELLS.search(" ".join(said)):
        return False
    if len(bag) > 1 and bag <= _BARE and not bag.isdisjoint(listed("anyone anybody jemand alguien")):
        return True
    return any(
        said[0] in opens and bag <= who | where | beside and bag & who and bag & where
        for who, where, beside, opens in _THERE
    )


@lru_cache(maxsize=1)
def _readings() -> tuple[tuple[Calling, tuple[re.Pattern[str], ...]], ...]:
    each: tuple[tuple[Calling, tuple[str, ...]], ...] = (
        ("other", _OTHER),
        ("coach", _COACH),
        ("somebody", _SOMEBODY),
    )
    return tuple((kind, tuple(map(re.compile, patterns))) for kind, patterns in each)


# ---- the coach's name --------------------------------------------------------------------------

_LETTERS = str.maketrans(
    dict(zip("بتثجحخدذرزسشصضطظغفقكلمن", "bttghkddrzsssdtzgfkklmn", strict=True))
    | {"p": "b", "v": "f", "c": "k", "q": "k", "j": "g", "x": "ks"}
    | dict.fromkeys("aeiouyhwاويعه")
)


def _bones(name: str) -> str:
    """A name without its vowels, in Latin letters: so one that is written in another script is found."""
    return name.translate(_LETTERS)


def _named(said: str, coach: str) -> str:
    """Words with COACH for the coach's name, however it is written."""
    full = " ".join(re.sub(r"[^\w\s]", " ", fold(coach)).split())
    if full and full in said:
        said = re.sub(rf"\b{re.escape(full)}\b", "COACH", said)
    first = full.split()[0] if full else ""
    bones = _bones(first)
    return " ".join(_as_coach(one, first, bones) for one in said.split())


def _as_coach(word: str, first: str, bones: str) -> str:
    if word == first and first:
        return "COACH"
    if len(bones) < 2 or word.isascii() == first.isascii():
        return word
    if _bones(word) == bones:
        return "COACH"
    return "لCOACH" if word.startswith("ل") and _bones(word[1:]) == bones else word
