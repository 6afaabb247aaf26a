"""A withholding: words that ask to hold back from the coach what was written before, or what they name."""

import re
from functools import lru_cache

from bot.core.understand.folding import fold
from bot.core.understand.revoking import revoking
from bot.core.understand.stemmed import Stemmed, found, stemmed

_WHO = r"(?:(?:my|the|our) coach|any ?(?:one|body)|her|him|them|COACH)"
_SHE = r"(?:(?:my|the|our) coach|any ?(?:one|body)|she|he|they|COACH)"
_SEES = (
    r"(?:see|sees|saw|seen|read|reads|know|knows|knew|hear|hears|heard|get|gets|got|learn|learns"
    r"|find out|finds out)"
)
_WER = r"(?:(?:mein(?:em|en|e|er)?|de[mnr]|die) coach|sie|er|ihr|ihm|jemand|niemand|keiner|COACH)"
_ERFAHRT = (
    r"(?:wissen|sehen|lesen|erfahren|horen|bekommen|mitbekommen|kriegen|mitkriegen"
    r"|weiss|sieht|liest|erfahrt|hort|bekommt|mitbekommt|kriegt|mitkriegt)"
)
_MIN = r"(?:مدربي|مدربتي|المدربه?|الكوتش|احد|احدا|COACH)"

_PHRASES = (
    (
        "not |n't |nt |without |rather |stop |avoid |never ",
        rf"^[\W_]*(?:please |pls |and |but |so )*(?:can|could|would|will) (?:you|we) (?:please )?(?:not|never) (?:show|tell|send|give|share|pass|mention|report|forward)\b.*\b{_WHO}\b",
    ),
    (
        "tell|show|send|giv|shar|mention|report|forward",
        r"^[\W_]*(?:i'm |im |i am |we're |we are )?(?:just |really |definitely )?not (?:telling|showing|sending|giving|sharing|mentioning|reporting|forwarding)\b(?: \w+){0,6}? (?:(?:my|the|our) coach|COACH)\b",
    ),
    (
        "show|tell|send|giv|shar|mention|report|forward|pass",
        rf"^[\W_]*(?:please |pls |and |but |so )*(?:do not|don't|dont|never) (?:show|tell|send|give|share|mention|report|forward|pass)\b(?: \w+){{0,8}}? {_WHO}\b(?! (?:that|how) (?:i|we) (?:am|are)\b)",
    ),
    (
        "hold|hide|keep|leave",
        rf"^[\W_]*(?:please |pls |and |but |so |can you |could you |can we )*(?:hold (?:this|that|it|these|those|them)(?: one)? back|hold back (?:this|that|it|what)"
        rf"|hide (?:this|that|it|these|those|them|the [\w ]{{1,30}}?|my [\w ]{{1,30}}?) from {_WHO}"
        rf"|keep (?:these|those|them|the [\w ]{{1,30}}?|my [\w ]{{1,30}}?|what [\w ]{{1,30}}?) (?:away )?from {_WHO}|keep (?:this|that|it|these|those|them|the [\w ]{{1,30}}? (?:stuff|part|thing)) (?:away from {_WHO}|private|between us)"
        rf"|keep {_WHO} out of (?:this|that|it)|leave {_WHO} out of (?:this|that|it))\b",
    ),
    (
        " not |n't |nt ",
        rf"\b(?:can|could|may|should|must) {_SHE} (?:please )?not {_SEES} (?:this|that|it|those|these|them|the \w+ (?:stuff|part|thing))\b",
    ),
    (
        "rather |prefer |hope ",
        rf"\bi(?:'d| would)? (?:rather|prefer(?: that| if)?|hope(?: that)?) {_SHE} (?:did not|didn't|does not|doesn't|will not|won't|would not|wouldn't|not) {_SEES}\b",
    ),
    (
        "not |n't |nt ",
        r"\b(?:this|that|it|these|those)(?:'s| is| are)?(?: stuff| part| one)? ?(?:isn't|is not|not|aren't|are not) for COACH(?:'s eyes)?\b"
        r"|\b(?:this|that|it|these|those)(?: stuff| part| one)? (?:should not|shouldn't|must not|mustn't|can't|cannot|is not to|isn't to|are not to) (?:go|get|be sent|be shown|be passed) (?:on )?to "
        + _WHO
        + r"\b",
    ),
    # German
    (
        "zuruck",
        r"^[\W_]*(?:bitte |kannst du |konntest du |und |aber )*(?:halt(?:e|en sie)? (?:das|es|dies|die|den|alles)(?: [\w ]{1,30}?)? (?:bitte )?zuruck|(?:das|es|dies|alles)(?: [\w ]{1,30}?)?(?: bitte)?"
        r" zuruck ?(?:halten|gehalten)|zuruckhalten)\b",
    ),
    (
        "nicht|nichts|nie",
        rf"\b(?:das|dies|es|davon|alles|was [\w ]{{1,30}}?)(?: [\w]+){{0,4}}? (?:soll|darf|sollte|muss|braucht|geht|kann)(?:e|st)? (?:aber |bitte )*{_WER}(?: aber| bitte)* (?:nicht|nichts|nie|niemals)(?: davon)?(?: zu)? (?:{_ERFAHRT}|an)\b",
    ),
    ("niemand|keiner", rf"\b(?:das|dies|es|davon) (?:soll|darf|sollte|muss) (?:niemand|keiner) {_ERFAHRT}\b"),
    (
        "nicht|ohne ",
        rf"(?:\bich |^[\W_]*)(?:will|mochte|mag|wollte|wunsche) (?:aber |auch |wirklich )*nicht,? dass {_WER} (?:\w+ ){{0,4}}?{_ERFAHRT}\b",
    ),
    (
        "nicht",
        rf"\b(?:lieber|besser|mir lieber),? (?:wenn )?{_WER} (?:\w+ ){{0,3}}?nicht {_ERFAHRT}\b|\bkann(?:st du)? (?:bitte )?{_WER} (?:das|es) nicht {_ERFAHRT}\b",
    ),
    (
        "nicht",
        r"\b(?:das|dies|es|davon)(?: [\w]+){0,4}? (?:soll|darf|sollte|muss) (?:bitte )?(?:nicht|nichts) (?:an|zu) COACH\b|\b(?:kannst du|konntest du) (?:bitte )?(?:COACH )?(?:das|es|die [\w ]{1,30}?)(?: COACH)?"
        r"(?: bitte)? nicht (?:zeigen|schicken|weitergeben|sagen|erzahlen)\b",
    ),
    (
        "nichts an",
        r"\b(?:geht|ging) (?:COACH|sie|ihn) (?:gar |uberhaupt )?nichts an\b",
    ),
    (
        "nicht|nichts|nie",
        r"\b(?:ich )?(?:sag|sage|erzahl|erzahle|zeig|zeige|verrat|verrate) COACH (?:lieber |bitte |das |es )*(?:nicht|nichts|nie)\b|\b(?:das|es|davon) (?:sag|sage|erzahl|erzahle|zeig|zeige) ich COACH (?:lieber )?(?:nicht|nichts|nie)\b",
    ),
    # Spanish
    (
        "no ",
        r"^[\W_]*(?:por favor,? |y |pero |puedes |podrias )*no (?:se |le )?(?:lo |la )?(?:muestr(?:es|ar)|ensen(?:es|ar)|digas|decir|cuentes|contar|mandes|mandar|envies|enviar|des|pases|pasar|menciones|compartas|compartir|reenvies)(?:le|selo)?\b"
        r"(?: \w+){0,8}? (?:a|con) (?:mi coach|(?:el|la) coach|ella|nadie|COACH)\b",
    ),
    (
        "guarda|reten|escond|ocult|reserva",
        r"^[\W_]*(?:por favor,? |puedes |podrias |y )*(?:retenlo|retener(?:lo)?|reten|esconde(?:lo|r|rlo)?|oculta(?:lo|r|rlo|le|selo)?|guarda(?:lo|r|rlo)?|reserva(?:lo|r)?)(?: esto| eso| lo de [\w ]{1,30}?| lo que [\w ]{1,30}?)?"
        r"(?: (?:de|a|ante|frente a|fuera de(?:l alcance de)?) (?:mi coach|(?:el|la) coach|ella|COACH)| solo para mi)\b",
    ),
    (
        "prefiero|preferiria|ojala|espero|mejor",
        r"\b(?:prefiero|preferiria|ojala|espero|mejor)(?: que)? (?:mi coach|(?:el|la) coach|nadie|ella|COACH) no (?:lo |la |se )*(?:sepa|vea|lea|entere|reciba|supiera|viera|leyera|enterara)n?\b",
    ),
    (
        "no quiero|no quisiera|no me gustaria",
        r"\bno (?:quiero|quisiera|me gustaria) que (?:mi coach|(?:el|la) coach|nadie|ella|COACH) (?:lo |la |se |esto |lo de [\w ]{1,30}? )*(?:sepa|vea|lea|entere|reciba)n?\b",
    ),
    (
        " no ",
        r"\b(?:esto|eso|lo de [\w ]{1,30}?) no (?:es para|va para|debe (?:ir|llegar(?:le)?|pasar) a|deberia (?:ir|llegar(?:le)?|pasar) a|le incumbe a|le importa a) (?:mi coach|(?:el|la) coach|ella|COACH)\b",
    ),
    (
        "no se lo |no le ",
        r"\bno (?:se lo|le) (?:digo|cuento|muestro|enseno|mando|envio) (?:esto |eso |nada )?a COACH\b",
    ),
    # Arabic, as folded
    (
        "احجب|اخف|اخفي|خبي|خبئ|اترك",
        rf"\b(?:احجب|احجبي|اخف|اخفي|خبي|خبئ|اترك|اتركي)(?:ه|ها)? (?:هذا |ذلك |هذه |الامر |ما كتبت[ه]? )*(?:عن|خارج) ?{_MIN}",
    ),
    (
        "لا |لن |دون |الا ",
        rf"\b(?:لا|لن) (?:تظهري?|تريه?|تري|تعرضي?|تخبري?|تقولي?|تعطي?|تمرري?|اخبر|اقول|اري|اظهر)(?:ها|ه)? (?:هذا |ذلك |هذه |الامر |به )*(?:ل ?|الي |علي )?{_MIN}"
        rf"|\b(?:لا اريد|لا ارغب|افضل الا|افضل ان لا|ارجو الا) (?:ان )?(?:ت|ي)(?:عرف|ري|قرا|طلع|علم|سمع)",
    ),
)


@lru_cache(maxsize=256)
def phrases(coach: str) -> tuple[Stemmed, ...]:
    """All phrases, with the coach's name in its places."""
    called = sorted({fold(coach), *fold(coach).split()[:1]}, key=len, reverse=True)
    name = "(?:" + ("|".join(re.escape(one) for one in called if one) or "(?!)") + ")"
    return tuple(stemmed(stems, phrase.replace("COACH", name)) for stems, phrase in _PHRASES)


def withholds(words: str, coach: str = "") -> bool:
    """Whether words ask that the coach, whose name is given, does not get what was written: no answer themselves."""
    said = fold(words)
    return len(said) <= LONGEST and (found(said, phrases(coach)) or revoking(words, coach) == "hide")


LONGEST = 160
"""Letters of such a request; what is longer tells something of its own."""

FEW = 14
"""Words of such a request alone."""


def only_withholds(words: str, coach: str = "") -> bool:
    """Whether words ask that and tell nothing of their own: one sentence of a few words, nothing behind a colon."""
    said = [one for one in re.split(r"[:;.!\n؛]+|\s[-–—]\s", words) if re.search(r"\w", one)]
    return len(words.split()) <= FEW and len(said) == 1 and withholds(words, coach)
