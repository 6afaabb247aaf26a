"""A withholding: words that ask to hold back from the coach what was written before, or what they name."""

import re
from functools import lru_cache

from bot.core.understand.confidence import PART, SHOUTED, confides
from bot.core.understand.folding import fold, listed
from bot.core.understand.reserve import reserves
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
        "stay",
        r"^[\W_]*(?:and |but )*(?:the|that) (?:bit|part|thing|stuff)s? (?:about|with|on) [\w ]{1,40}? (?:stays?|is staying) (?:with me|here|between us)"
        r"[ ,]+(?:ok(?:ay)?|please|pls|right|yeah|alright)\b",
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
        "que |q ",
        r"^[\W_]*(?:y |pero |por favor,? |ojo,? )*(?:que|q) (?:esto|eso|lo de [\w ]{1,30}?|lo que [\w ]{1,30}?) no (?:lo |la |se |le )*(?:sepa|vea|lea|entere|llegue|reciba)n?"
        r"(?: a)? (?:mi coach|(?:el|la) coach|nadie|ella|COACH)\b",
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
    if len(said) > LONGEST:
        return False
    return found(said, phrases(coach)) or revoking(words, coach) == "hide" or reserves(words, coach)


LONGEST = 160
"""Letters of such a request; what is longer tells something of its own."""

FEW = 14
"""Words of such a request alone."""


def only_withholds(words: str, coach: str = "") -> bool:
    """Whether words ask that and tell nothing of their own: not behind a colon, beside a comma, or behind a "that"."""
    if reserves(words, coach):
        return True
    said = [one for one in re.split(r"[:;.!\n؛]+|\s[-–—]\s", words) if re.search(r"\w", one)]
    if len(words.split()) > FEW or len(said) != 1 or not withholds(words, coach):
        return False
    return not any(_tells(one, coach) for one in _others(said[0], coach))


def of_itself(words: str, coach: str = "") -> bool:
    """Whether words that are private say so before what they tell, or in brackets: then they are about themselves.

    Said behind it, what was written before can be meant as well.
    """
    if SHOUTED.match(words) is not None or _OPENS.match(fold(words)) is not None:
        return True
    if any(confides(one, coach) for one in re.findall(r"[(\[]([^)\]]+)[)\]]", words)):
        return True
    head, *more = re.split(r"[:\n]+", words, maxsplit=1)
    return bool(more) and len(more[0].split()) > 1 and (confides(head + ":", coach) or withholds(head, coach))


_OPENS = re.compile(
    r"\W*(?:strictly )?(?:private|confidential|privat|vertraulich|privado)(?: please| bitte)? \w"
)


def _others(words: str, coach: str) -> list[str]:
    """The clauses beside the fewest that ask it: of "don't tell Dana, I quit" the second."""
    parts = [one for one in _CLAUSE.split(fold(words)) if re.search(r"\w", one)]
    runs = [(at, at + length) for length in range(1, len(parts) + 1) for at in range(len(parts) - length + 1)]
    asking = next((run for run in runs if withholds(", ".join(parts[slice(*run)]), coach)), (0, len(parts)))
    asked = ", ".join(parts[slice(*asking)])
    told = _THAT.search(asked)
    behind = (told[1],) if told and withholds(asked[: told.start()], coach) else ()
    return [*parts[: asking[0]], *parts[asking[1] :], *behind]


def _tells(clause: str, coach: str) -> bool:
    """Whether a clause tells something: it has a word that is none of those said of any words, and names no part."""
    if withholds(clause, coach) or confides(clause, coach) or re.match(PART, clause):
        return False
    known = {fold(coach), *fold(coach).split(), *_SMALL}
    return any(
        word not in known and len(word) > 1 for word in re.findall(r"[^\W\d_]+", clause.replace("'", ""))
    )


_CLAUSE = re.compile(r"\s*,\s*|\s+(?=(?:but|because|cause|cos|aber|weil|denn|لكن|لان|لاني)\b)")
_THAT = re.compile(
    r"\b(?:that|dass|ان|اني|انني|باني|بانني),? ((?:i|we|my|our|he|she|ich|wir|mein\w*|er|sie|لا)\b.+|\w+ت\b.*)$"
)
_SMALL = listed("""
a all also and any anyone anybody are at be between can come do dont ever for from go he her here hers him his i if in is it
its just keep know let lets like me mean my never no not now of off ok okay on one only or other others our out please pls
possible really right see she so sorry stay stays thank thanks that thats the them then there these they this those to too
until us want was we what will with would yes yet you your but because cause cos embarrassing personal private awkward
ashamed shame business none hers his though either still hope fine good
aber also alles auch bei bin bitte bleib bleibt da danke das dass davon dem den denn der die dies diese diesen doch du ein
er es fur gar gut ihm ihn ihr ihre in ist ja jetzt kein keine kann konnte lieber mal mich mir mit nein nein nicht nichts
niemand noch nur ok oder peinlich personlich privat unangenehm sehr so soll sollte sie sein sonst uns unter und von war
was weil wenn wie will wir wirklich zu zwischen ich mochte gern gerne sorry schame geht hoffe moglich
هذا هذه ذلك من فضلك لو سمحت رجاء شكرا لا ان في علي عن الي ما مع لي هو هي احد الان فقط ارجوك طيب حسنا اسف اسفه بيننا خاص
شخصي محرج لكن لان لانه لانها جدا هل يمكن نعم عفوا
""")  # fmt: skip
"""Words that tell nothing: they stand beside such a wish, whatever it is about."""
