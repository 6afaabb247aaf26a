"""A removal: a short whole message that asks to delete what was written; and what a request names by a word or two."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.core.understand.dialect import standard
from bot.core.understand.folding import fold, listed
from bot.core.understand.revoking import revoking
from bot.core.understand.stemmed import Stemmed, near, stemmed

LONGEST = 100
"""Letters of such a request; what is longer tells something."""


@dataclass(frozen=True, slots=True)
class Removal:
    """What shall go: what has all of ``words`` in it; without any the last answer, or the last ``message`` alone.

    ``days``: all that was written so many days ago, today being none.
    """

    words: tuple[str, ...] = ()
    message: bool = False
    days: int | None = None


_PLEASE = r"(?:please |pls |hey |ok |so |and |can you |could you |would you |i want to |i'd like to |i would like to |i want you to |let me |let's )*"
_DELETE = r"(?:delete|erase|remove|scrap|unsend|get rid of|wipe)"
_WORDS = r"(?:answers?|notes?|messages?|entry|entries|repl(?:y|ies)|words|lines?|texts?|bit|part|thing|stuff)"
_WROTE = r"(?:i(?:'ve| have| had)?(?: ever| just)? (?:wrote|written|said|told you|sent|put|answered))"
_ABOUT = r"(?:about|on|regarding|concerning|of|with) (?P<about>.{2,40}?)"
_BITTE = r"(?:bitte |kannst du |konntest du |ich mochte |ich will |und |so )*"
_LOSCH = r"(?:losche?|loschen|entferne?|entfernen|streiche?|streichen)"
_TEXT = r"(?:antwort(?:en)?|notiz(?:en)?|nachricht(?:en)?|eintrag|eintrage|zeilen?|worte|teil|sache)"
_UBER = r"(?:uber|zu|zum|zur|von|vom|mit) (?P<about>.{2,40}?)"
_IHDHIF = r"(?:من فضلك |رجاء |لو سمحت |هل يمكنك |ممكن )*(?:ان )?(?:احذفي?|امسحي?|تحذفي?|تمسحي?|حذف|ازلي?|اريد حذف|اريد ان احذف)"
_JAWAB = r"(?:اجابتي|اجاباتي|جوابي|اجوبتي|رسالتي|رسايلي|ردي|ملاحظتي|ملاحظاتي|كلامي)"

_POR = r"(?:por favor,? |puedes |podrias |quiero |quisiera |me gustaria |y |oye |necesito )*"
_BORRA = r"(?:borra|borrar|borres|elimina|eliminar|suprime|suprimir|quita|quitar)"
_RESPUESTA = r"(?:respuestas?|notas?|mensajes?|palabras|textos?|parte|cosas?)"
_SOBRE = r"(?:sobre|acerca de|de|del|con) (?P<about>.{2,40}?)"

_READINGS = (
    # the last one
    (
        "delete|erase|remove|scrap|unsend|rid of|wipe",
        rf"{_PLEASE}{_DELETE} (?:my |the |that |this )(?:very )?(?:last|latest|previous|most recent) {_WORDS}(?: again| please| now| of mine)*",
    ),
    (
        "delete|erase|remove|scrap|unsend|rid of|wipe|take back",
        rf"{_PLEASE}(?:{_DELETE}|take back) what i (?:just )?(?:wrote|said|sent|answered)(?: last| just now| again| please| before)*",
    ),
    (
        "losch|entfern|streich",
        rf"{_BITTE}{_LOSCH}(?: bitte)? (?:meine?n? |die |den )(?:aller)?letzten? {_TEXT}(?: wieder| bitte)*",
    ),
    (
        "losch|entfern|streich",
        rf"{_BITTE}(?:meine?n? |die |den )(?:aller)?letzten? {_TEXT}(?: bitte| wieder)* {_LOSCH}",
    ),
    (
        "losch|entfern|streich",
        rf"{_BITTE}{_LOSCH}(?: bitte)? was ich (?:gerade |eben |zuletzt )*(?:geschrieben|gesagt) habe(?: bitte)?",
    ),
    ("احذف|امسح|حذف|تمسح|ازل", rf"{_IHDHIF} {_JAWAB} (?:الاخيره?|السابقه?)(?: من فضلك)?"),
    ("احذف|امسح|حذف|تمسح|ازل", rf"{_IHDHIF} ما كتبته?(?: الان| للتو| قبل قليل)?"),
    (
        "borr|elimin|suprim|quita",
        rf"{_POR}{_BORRA} (?:mi |la |el |lo |las |los )(?:ultim[oa]s? )?(?:{_RESPUESTA} )?(?:ultim[oa]|anterior)(?: {_RESPUESTA})?(?: por favor| ya)*"
        rf"|{_POR}{_BORRA} (?:mi|la|el) ultim[oa] {_RESPUESTA}(?: por favor| ya)*",
    ),
    (
        "borr|elimin|suprim|quita",
        rf"{_POR}{_BORRA} lo (?:ultimo )?que (?:acabo de (?:escribir|decir)|escribi|dije|he escrito|he dicho|puse|mande)(?: recien| ahora| antes| por favor)*",
    ),
    # what is about something
    (
        "borr|elimin|suprim|quita",
        rf"{_POR}{_BORRA} (?:todo )?lo que (?:te )?(?:escribi|dije|he escrito|he dicho|conte|he contado|puse) {_SOBRE}(?: por favor| otra vez)?",
    ),
    (
        "borr|elimin|suprim|quita",
        rf"{_POR}{_BORRA} (?:lo|todo lo|todo|(?:la|mi|las|mis|el|los)(?: {_RESPUESTA})) {_SOBRE}(?: por favor)?",
    ),
    (
        "delete|erase|remove|scrap|unsend|rid of|wipe",
        rf"{_PLEASE}{_DELETE} (?:what|everything|all|anything|all that|whatever)(?: that)? {_WROTE}(?: here)? {_ABOUT}(?: please| again)?",
    ),
    (
        "delete|erase|remove|scrap|unsend|rid of|wipe",
        rf"{_PLEASE}{_DELETE} (?:all )?(?:of )?(?:my |the |that |this |those |these )?{_WORDS} (?:that )?(?:{_WROTE} )?{_ABOUT}(?: please| again)?",
    ),
    (
        "delete|erase|remove|scrap|unsend|rid of|wipe",
        rf"{_PLEASE}{_DELETE} (?:the|that|my) (?P<about>[\w' -]{{2,30}}?) (?:answers?|notes?|messages?|part|bit|stuff|thing|one)(?: please)?",
    ),
    (
        "losch|entfern|streich",
        rf"{_BITTE}{_LOSCH}(?: bitte)? (?:alles |das |,)*(?:,? ?was) ich {_UBER} (?:geschrieben|gesagt|erzahlt) hab(?:e)?",
    ),
    (
        "losch|entfern|streich",
        rf"{_BITTE}{_LOSCH}(?: bitte)? (?:alles |das |die |den |meine?n? )*(?:{_TEXT} )?{_UBER}(?: bitte| wieder)?",
    ),
    (
        "losch|entfern|streich",
        rf"{_BITTE}(?:alles,? was ich |das,? was ich |was ich ){_UBER} (?:geschrieben|gesagt|erzahlt) hab(?:e)?,?(?: bitte)? {_LOSCH}",
    ),
    (
        "losch|entfern|streich",
        rf"{_BITTE}(?:alles |das |die |den |meine?n? )+(?:{_TEXT} )?{_UBER}(?: bitte| wieder)? {_LOSCH}",
    ),
    (
        "احذف|امسح|حذف|تمسح|ازل",
        rf"{_IHDHIF} (?:كل )?(?:ما (?:كتبته?|قلته?) |{_JAWAB} )عن (?P<about>.{{2,40}}?)(?: من فضلك)?",
    ),
)

_NAMED = (
    stemmed(
        " stuff| part| thing| bit",
        r"\b(?:the|that|my) (?P<about>[\w'-]{2,20}(?: [\w'-]{2,20})?) (?:stuff|part|thing|bit)\b",
    ),
    stemmed("about |regarding ", r"\b(?:about|regarding) (?P<about>.{2,40}?)[\W_]*$"),
    stemmed(
        " mit | uber | von ",
        r"\b(?:das|die sache|der teil|den teil|alles|was ich|die antwort|davon|ihr|ihm|coach) (?:mit|uber|von) "
        r"(?P<about>(?:[\w-]+ ){0,2}?[\w-]+?)(?= (?:soll|darf|muss|geht|braucht|kann|geschrieben|gesagt|erzahlt|nicht|zuruck|$))",
    ),
    stemmed(
        "lo de |sobre |acerca de ",
        r"\b(?:lo de(?:l)?|sobre|acerca de) (?P<about>(?:[\w-]+ ){0,2}?[\w-]+?)(?= (?:no|que|a|para|se|por favor)\b|[\W_]*$)",
    ),
    stemmed("عن ", r"(?:هذا|ما كتبته?|ما قلته?|الجزء|شي|اخبرتها?|coach) (?:الذي )?عن (?P<about>.{2,30}?)$"),
)

_SMALL = frozenset(
    ["a", "about", "again", "all", "am", "an", "and", "any", "anything", "are", "at", "bit", "but", "did", "do", "does", "for", "from", "had", "has", "have", "he", "her", "here", "him", "his", "i", "in", "is", "it", "its", "just", "last", "me", "mine", "my", "not", "of", "on", "one", "or", "our", "own", "part", "please", "she", "so", "stuff", "that", "the", "their", "them", "then", "these", "they", "thing", "this", "those", "to", "us", "was", "we", "what", "when", "with", "you", "your", "ab", "als", "am", "an", "auch", "auf", "aus", "bei", "bin", "das", "dass", "dem", "den", "der", "des", "die", "dies", "doch", "du", "ein", "eine", "einem", "einen", "einer", "er", "es", "fur", "hab", "habe", "ich", "ihm", "ihn", "ihr", "im", "in", "ist", "mein", "meine", "meinem", "meinen", "meiner", "meines", "mich", "mir", "mit", "nicht", "oder", "sein", "seine", "seinem", "seinen", "seiner", "sich", "sie", "so", "um", "und", "uns", "unser", "vom", "von", "war", "was", "wegen", "wie", "zu", "zum", "zur", "el", "la", "lo", "los", "las", "un", "una", "mi", "mis", "de", "del", "que", "con", "por", "para", "y", "a", "al", "se", "le", "me", "su", "sus", "es", "eso", "esto", "esta", "este", "sobre", "ella", "todo", "ان", "في", "من", "علي", "عن", "الي", "هذا", "هذه", "ما", "هو", "هي", "كل"]
)  # fmt: skip
"""Words by which nothing is known again."""


_DAYS = {"today": 0, "yesterday": 1}

_MESSAGE = re.compile(r"\b(?:message|text|nachricht|mensaje|رسالتي)\b")


def removal(words: str) -> Removal | None:
    """What a whole message asks to delete; None where it asks for nothing of the kind."""
    if (day := revoking(words)) in _DAYS:
        return Removal(days=_DAYS[day])
    if not 6 <= len(words) <= LONGEST:
        return None
    said = _plain(words)
    for one in near(said, _patterns()):
        if found := one.pattern.fullmatch(said):
            about = found.groupdict().get("about")
            telling = known_by(about) if about else ()
            if about and not telling:
                continue
            return Removal(telling, not telling and _MESSAGE.search(said) is not None)
    return None


def named(words: str, coach: str) -> tuple[str, ...]:
    """The words by which a request names what it is about: “the brother stuff”; none where it names nothing."""
    said = " ".join("coach" if one in _plain(coach).split() else one for one in _plain(words).split())
    found = (one.pattern.search(said) for one in near(said, _NAMED))
    return next((known for one in found if one and (known := known_by(one["about"]))), ())


def known_by(about: str) -> tuple[str, ...]:
    """What of some words something is known again by: without the small ones, at most four."""
    said = (one.strip("'-") for one in re.sub(r"[^\w' -]", " ", about).split())
    return tuple(one for one in said if len(one) > 1 and one not in _SMALL and one != "coach")[:4]


def _plain(words: str) -> str:
    return " ".join(fold(standard(words)).strip(" .!?؟…").replace(",", " ").split())


@lru_cache(maxsize=1)
def _patterns() -> tuple[Stemmed, ...]:
    return tuple(stemmed(stems, pattern) for stems, pattern in _READINGS)


_NOW = frozenset(listed("now immediately instantly jetzt sofort ahora ya الان حالا فورا"))
_WITH_NOW = frozenset(
    listed("yes right please and for good do it ja bitte gleich und endgultig si mismo por favor نعم رجاء")
)


def at_once(words: str) -> bool:
    """Whether a whole message says that it shall be now, and nothing else."""
    said = set(re.findall(r"\w+", fold(words).replace("at once", "now")))
    return bool(said & _NOW) and said <= _NOW | _WITH_NOW


_MESSAGE_EN = r"(?:(?:that|this|the|my)(?: last)? (?:bit|part|message|msg|text|one|line|sentence|thing)s?|what i (?:wrote|said|sent))"
_MESSAGE_DE = r"(?:(?:die|meine|diese)(?: letzte)? (?:nachricht|zeile|sache)|(?:den|diesen) (?:satz|teil|text)|das (?:mit|uber|von)|was ich)"
_MESSAGE_ES = (
    r"(?:(?:el|mi|ese|este)(?: ultimo)? (?:mensaje|texto)|(?:la|esa) (?:parte|frase)|lo (?:de|que|del|sobre))"
)
_MESSAGE_AR = r"(?:الرساله|رسالتي|هذه الرساله|الكلام|الجزء|ما كتبته?|اللي كتبته?)"
_DELETED = tuple(
    (re.compile(deleted), re.compile(message), re.compile(about))
    for deleted, message, about in (
        (
            r"\bi(?:'ve| have|ve| just)*(?: just| already)? (?:deleted|removed|erased|unsent) (?P<what>[^,.?!;]{1,60})",
            rf"^{_MESSAGE_EN}",
            r"(?:about|with|on) (?P<about>.{2,40})",
        ),
        (
            r"\b(?:ich )?hab(?:e)?(?: ich)? (?P<what>[^.?!;]{1,60}?) (?:gerade |eben |schon |wieder |hier |auch )*(?:geloscht|entfernt)\b",
            rf"^{_MESSAGE_DE}",
            r"(?:mit|uber|von) (?P<about>.{2,40})",
        ),
        (
            r"\b(?:he (?:borrado|eliminado)|(?:ya )?(?:lo |la )?(?:borre|elimine)) ?(?P<what>[^,.?!;]{0,60})",
            rf"^{_MESSAGE_ES}",
            r"(?:de|sobre|del) (?P<about>.{2,40})",
        ),
        (
            r"(?:^| )(?:حذفت|مسحت|محيت)(?P<what>[^,.?!؟]{0,60})",
            rf"^ ?{_MESSAGE_AR}",
            r"عن (?P<about>.{2,30})",
        ),
    )
)
_GONE = re.compile(
    r"\b(?:gone|still|see|sees|saw|read|reads|get|gets|kept|there|weg|noch|sieht|liest|gesehen|bekommt|da|sigue|ve|lee|fue|queda|borro)\b"
    r"|(?:اختفت|راحت|موجوده|تري|تقرا|تشوف|انحذفت)"
)
_IT_ALONE = re.compile(r"^ ?(?:it|that|this|them|das|es|dies|eso|esto|ه|ها|هذا|ذلك)?\b")


def deleted_there(words: str) -> tuple[str, ...] | None:
    """What a message is about that says it was deleted in the chat, and mostly asks whether it is gone.

    None where it says nothing of the kind: who tells of deleting a photo or an app tells something of their own.
    """
    said = fold(words)
    if len(said) > LONGEST + 20:
        return None
    for deleted, message, about in _DELETED:
        if not (found := deleted.search(said)):
            continue
        what, behind = found["what"], said[found.end() :]
        asks = ("?" in words or "؟" in words) and _GONE.search(behind) is not None
        if message.search(what) or (asks and _IT_ALONE.fullmatch(what)):
            named_ = about.search(what)
            return known_by(named_["about"]) if named_ else ()
    return None


_TOMORROW = listed("tomorrow tmrw tmr morgen غدا بكره بكرا بكرة باكر manana")
_WITH_TOMORROW = listed(
    "please then better rather ok okay yes at this time bitte dann lieber besser erst ja um diese zeit por favor "
    "mejor si vale entonces a esta hora من فضلك نعم طيب خلاص الافضل في هذا الوقت"
)


def tomorrow(said: str) -> bool:
    """Whether folded words name the later of two ways, and nothing else: "mejor manana"."""
    words = frozenset(said.split())
    return bool(words & _TOMORROW) and words <= _TOMORROW | _WITH_TOMORROW
