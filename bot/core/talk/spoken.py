"""Words typed for a button: read whatever their case, dots or emoji, in every language that the product has.

Only a whole message stands for a button. "Stop it, he said" is an answer; "Stop." is not.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

_WORDS: dict[str, tuple[str, ...]] = {
    "pass": (
        *(
            "pass",
            "skip",
            "skip this",
            "skip it",
            "i pass",
            "pass on this",
            "next question",
            "next",
            "next one",
        ),
        *("no thanks", "no thank you", "nein danke", "weiter", "nächste", "لا شكرا", "التالي"),
        *("something else", "ask me something else", "another question", "a different question"),
        *("passe", "ich passe", "passen", "überspringen", "auslassen", "nächste frage"),
        *("etwas anderes", "was anderes", "andere frage", "eine andere frage", "frag etwas anderes"),
        *("تخطي", "تخطى", "تجاوز", "أتجاوز", "اتركه", "السؤال التالي"),
        *("شيء آخر", "سؤال آخر", "سؤال غيره"),
    ),
    "later": (
        *(
            "later",
            "not now",
            "remind me later",
            "ask me later",
            "maybe later",
            "another time",
            "some other time",
        ),
        *(
            "später",
            "nicht jetzt",
            "jetzt nicht",
            "erinnere mich später",
            "vielleicht später",
            "ein andermal",
        ),
        *("لاحقا", "ليس الآن", "في وقت لاحق", "ذكرني لاحقا", "بعدين"),
    ),
    "stop": (
        *(
            "stop",
            "stop it",
            "stop this",
            "stop that",
            "stop now",
            "stop here",
            "stop asking",
            "stop asking me",
        ),
        *(
            "stop asking questions",
            "stop asking me questions",
            "stop the questions",
            "stop with the questions",
            "stop questions",
            "quit",
        ),
        *("stop the bot", "stop messaging me", "stop writing me", "stop sending me questions", "unsubscribe"),
        *("no more", "no more questions", "no more messages", "no questions", "no questions anymore"),
        *("no questions any more", "don't ask", "don't ask me", "don't ask me anything", "leave me alone"),
        *("enough", "that's enough", "enough questions"),
        *(
            "halt",
            "halt stopp",
            "stopp",
            "stoppen",
            "stoppe",
            "stopp das",
            "hör auf",
            "hör auf damit",
            "hör auf zu fragen",
        ),
        *("hören sie auf", "hören wir auf", "aufhören", "damit aufhören", "schluss", "schluss damit"),
        *("abmelden", "abbestellen", "beenden", "abbrechen", "lass mich in ruhe"),
        *("keine fragen", "keine fragen mehr", "keine weiteren fragen", "nicht mehr fragen", "frag nicht"),
        *(
            "frag mich nicht",
            "frag mich nicht mehr",
            "genug",
            "es reicht",
            "das reicht",
            "reicht",
        ),
        "genug fragen",
        *("i don't want questions", "i don't want any questions", "i don't want any more questions"),
        *("i don't want more questions", "i want no questions", "i want no more questions", "don't write me"),
        *("ich will keine fragen", "ich möchte keine fragen", "ich will keine fragen mehr"),
        *(
            "ich möchte keine fragen mehr",
            "ich will keine weiteren fragen",
            "ich möchte keine weiteren fragen",
        ),
        *("لا أريد أي أسئلة", "لا أريد المزيد من الأسئلة", "لا أريد أن تسألني"),
        *("توقف", "توقفي", "أوقف", "إيقاف", "قف", "كفى", "إلغاء الاشتراك", "الغاء الاشتراك", "أتوقف"),
        *("التوقف", "أوقف الأسئلة", "لا مزيد من الأسئلة", "لا أسئلة", "لا أسئلة أخرى", "لا تسأل"),
        *("لا تسألني", "لا أريد أسئلة", "لا أريد المزيد", "اتركني وشأني", "يكفي", "هذا يكفي"),
    ),
    "pause": (
        *(
            "pause",
            "pause it",
            "pause this",
            "pause now",
            "pause the questions",
            "take a pause",
            "take a break",
        ),
        *(
            "pausieren",
            "pausiere",
            "pausier",
            "pause machen",
            "mach pause",
            "mach eine pause",
            "eine pause machen",
        ),
        *("fragen pausieren", "die fragen pausieren", "إيقاف مؤقت", "استراحة", "خذ استراحة"),
    ),
    "enough": (
        *("enough for now", "that's enough for now", "for now enough"),
        *("genug für jetzt", "für jetzt genug", "يكفي الآن", "هذا يكفي الآن"),
    ),
    "done": (
        *("that is all", "that's all", "thats all", "done", "all done"),
        *("das ist alles", "das war alles", "das war's", "fertig", "هذا كل شيء", "هذا كل ما لدي", "انتهيت"),
    ),
    "back": ("back", "go back", "zurück", "رجوع", "عودة"),
    "snooze:hour": (
        "in an hour",
        "in 1 hour",
        "an hour",
        "in einer stunde",
        "eine stunde",
        "بعد ساعة",
        "خلال ساعة",
    ),
    "snooze:evening": (
        "this evening",
        "tonight",
        "in the evening",
        "heute abend",
        "am abend",
        "هذا المساء",
        "مساء",
    ),
    "snooze:tomorrow": (
        *("tomorrow", "maybe tomorrow", "not today", "morgen", "vielleicht morgen", "heute nicht"),
        *("nicht heute", "غدا", "بكرا", "ربما غدا", "ليس اليوم"),
    ),
    "snooze:week": (
        "next week",
        "in a week",
        "not this week",
        "nächste woche",
        "الأسبوع القادم",
        "الأسبوع المقبل",
    ),
    "halt:one": ("this one", "stop this one", "only this one", "nur diese", "diese beenden", "هذه فقط"),
    "halt:all": (
        "everything",
        "stop everything",
        "all of it",
        "alles",
        "alles beenden",
        "كل شيء",
        "أوقف كل شيء",
    ),
    "halt:no": (
        *(
            "no",
            "nope",
            "neither",
            "none",
            "none of these",
            "no it goes on",
            "it goes on",
            "go on",
            "keep going",
        ),
        *("no go on", "no keep going", "no continue", "continue", "no don't stop", "don't stop", "not that"),
        *(
            "nein",
            "nö",
            "nee",
            "keins",
            "keins davon",
            "nichts davon",
            "nein es geht weiter",
            "es geht weiter",
        ),
        *(
            "nein weiter",
            "nein weitermachen",
            "weitermachen",
            "nicht stoppen",
            "nein nicht stoppen",
            "nicht beenden",
        ),
        *(
            "لا",
            "كلا",
            "لا شيء من هذا",
            "لا استمر",
            "استمر",
            "استمري",
            "لا تتوقف",
            "لا لا تتوقف",
            "تابع",
            "أكمل",
        ),
    ),
    "halt:again": (*("yes", "ok", "okay", "ja", "نعم"),),
    "halt:mine": ("it was my answer", "my answer", "das war meine antwort", "meine antwort", "كانت إجابتي"),
    "hold done": (
        "i am back",
        "i'm back",
        "im back",
        "ich bin wieder da",
        "ich bin zurück",
        *("bin wieder da", "wieder da", "bin zurück", "back again", "i am back again", "i'm back again"),
        *("we are back", "wir sind zurück", "wir sind wieder da", "رجعت", "لقد رجعت", "عدنا"),
        "عدت",
        "لقد عدت",
    ),
}

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘`´ʼ", "'"))
_MARKS = re.compile(r"[^\w\s'+/:-]|_")  # dots, quotes, emoji; signs that a number or a word may need stay
_TASHKIL = re.compile("[\u064b-\u0652\u0670\u0640]")  # short vowels and the stretching line: written or not


def bare(text: str) -> str:
    """The words of a message as they are compared: one Unicode form, small, without marks, one space apart."""
    plain = unicodedata.normalize("NFKC", text).translate(_APOSTROPHES).casefold()
    plain = _TASHKIL.sub("", plain).replace("\ufe0f", "")
    return " ".join(_MARKS.sub(" ", plain).split()).strip("':/ ")


_ACTS = {bare(words): act for act, said in _WORDS.items() for words in said}
_SIGNS = {**dict.fromkeys("🛑⛔🚫✋⏹⏸", "stop"), **dict.fromkeys("⏭⏩", "pass")}
_SHORT = 6  # words: what is longer is told, not asked
_ASKED = 8  # the same of what is compared whole
_SKIN = re.compile("[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\\s]")

_POLITE = (
    *("please", "pls", "plz", "thanks", "thank you", "thx", "ty", "ok", "okay", "sorry", "hey", "hi"),
    *("bitte", "danke", "danke dir", "vielen dank", "من فضلك", "لو سمحت", "رجاء", "أرجوك", "شكرا", "عفوا"),
)
_WISH = (  # only before a stop: "I want something else" is an answer
    *("no", "i want to", "i want", "i wanna", "i would like to", "i would like", "i'd like to", "i'd like"),
    *("i need to", "i need", "can we", "can you", "could we", "could you", "will you", "let's", "let us"),
    *("let me", "just", "nein", "ich will", "ich möchte", "ich würde gern", "ich würde gerne", "ich brauche"),
    *(
        "können wir",
        "kannst du",
        "könntest du",
        "lass uns",
        "einfach",
        "لا",
        "أريد",
        "أريد أن",
        "أود",
        "أود أن",
    ),
    *("أحتاج", "أحتاج إلى", "هل يمكن", "هل يمكنك", "بل", "أفضل", "قصدت", "أقصد"),
    *("i meant", "i meant a", "i mean", "rather", "rather a", "i need a", "i want a", "i'd like a"),
    *(
        "i'd rather",
        "lieber",
        "lieber eine",
        "ich meinte",
        "ich meinte eine",
        "ich meine",
        "ich brauche eine",
    ),
    *("ich möchte eine", "ich will eine", "doch", "doch lieber eine"),
)
_LONG = (  # and only behind one
    *("now", "right now", "for now", "here", "today", "for today", "this week", "anymore", "any more"),
    *("already", "for good", "altogether", "me", "jetzt", "für jetzt", "heute", "für heute", "erstmal"),
    *("erst mal", "fürs erste", "sofort", "mal", "endlich", "damit", "diese woche", "الآن", "اليوم"),
    *("لفترة", "لمدة أسبوع", "لأسبوع", "هذا الأسبوع", "لبعض الوقت", "مؤقتا", "لمدة يوم", "لمدة شهر"),
)
_SPAN = (
    r"(?:for )?(?:a|an|one|two|three|a few|some|\d+) (?:while|bit|moment|hours?|days?|weeks?|months?)",
    r"(?:für )?(?:einen?|eine|ein paar|zwei|drei|\d+) (?:weile|moment|stunden?|tage?|wochen?|monate?)",
    r"لمدة \d+ (?:أيام|يوما|أسابيع)",
)


_FOR_NOW = (
    *("today", "this week", "for now", "right now", "tonight", "heute", "diese woche", "für jetzt"),
    *("erstmal", "erst mal", "fürs erste", "الآن", "اليوم", "هذا الأسبوع"),
)


def _any(words: tuple[str, ...], *more: str) -> str:
    told = sorted((re.escape(bare(one)) for one in words), key=len, reverse=True)
    return f"(?:{'|'.join((*told, *more))})"


_COURTESY = re.compile(rf"(?<!\S){_any(_POLITE)}(?!\S)")
_BEFORE = re.compile(rf"^(?:{_any(_WISH)} )+")
_BEHIND = re.compile(rf"(?: {_any(_LONG, *_SPAN)})+$")


_TIMED = re.compile(rf" {_any((), *_SPAN)}$")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A whole message, bared once however many buttons are asked about; ``words``: as they are compared."""

    text: str = field(repr=False)
    words: str = field(repr=False)

    def says(self, label: str) -> bool:
        """Whether it says what stands on a button."""
        return self.words == _label(label) if self.words else self.text.strip() == label.strip()

    def act(self) -> str | None:
        """As ``act_of`` has it."""
        words = self.words
        if not words:
            return _sign(self.text)
        if (act := _ACTS.get(words)) or len(words.split()) > _ASKED:
            return act
        asked = " ".join(_COURTESY.sub(" ", words).split())
        return _ACTS.get(asked) or _wished(asked)

    def stops(self) -> bool:
        """As ``stops`` has it."""
        return self.act() == "stop" or _ends(self.words)


def spoken(text: str) -> Spoken:
    """A message as it was written, to be asked what it says."""
    return Spoken(text, bare(text))


def act_of(text: str) -> str | None:
    """What a whole message asks for, in any of the languages: pass, later, stop, enough, done, back, snooze:…

    A short one may say it politely, and a stop also as a wish or for a time: "I want to stop for a week, please".
    """
    return spoken(text).act()


def stops(text: str) -> bool:
    """Whether a whole message asks for an end, of this or of everything, and no more than that."""
    return spoken(text).stops()


def for_now(text: str) -> bool:
    """Whether a stop is asked for a time only: today, this week, for a while."""
    words = plainly(text)
    return any(words.endswith(f" {one}") for one in _FOR_NOW) or _TIMED.search(words) is not None


def rests(text: str) -> bool:
    """Whether a whole message asks for a pause, and no more than that."""
    return act_of(text) == "pause"


def plainly(text: str) -> str:
    """The words of a message as they are compared, without its please and its thanks; "" of those alone."""
    return " ".join(_COURTESY.sub(" ", bare(text)).split())


_REST = ("pause", "pausi", "break", "auszeit", "استراح", "مؤقت")
_AWAY = (
    *(
        "no",
        "nope",
        "not",
        "don't",
        "keep",
        "later",
        "wait",
        "never",
        "nevermind",
        "continue",
        "go",
        "cancel",
    ),
    *(
        "nein",
        "nee",
        "ne",
        "nö",
        "nicht",
        "doch",
        "behalte",
        "behalten",
        "später",
        "warte",
        "weiter",
        "abbrechen",
    ),
    *("weitermachen", "lieber", "rather", "لا", "لاحقا", "انتظر", "تابع", "أكمل", "إلغاء", "ليس"),
)
_NAYS = frozenset(map(bare, _AWAY))


def of_pause(text: str) -> bool:
    """Whether a short message has a pause in it: asked whether all shall stop, that is what is meant."""
    words = bare(text).split()
    return len(words) <= _SHORT and any(word.startswith(one) for word in words for one in map(bare, _REST))


def declines(text: str) -> bool:
    """Whether a short message says no to what cannot be undone: no, keep it, later, go on, rather not."""
    words = plainly(text).split()
    return 0 < len(words) <= _SHORT and words[0] in _NAYS


_ENDS = frozenset(
    bare(one)
    for one in (
        "stop this one",
        "stop everything",
        "stop all",
        "diese beenden",
        "alles beenden",
        "أوقف كل شيء",
    )
)


_BEGINS = frozenset(one.split()[0] for one in _ENDS)


def _ends(words: str) -> bool:
    if not any(one in words for one in _BEGINS):  # a story is not searched for courtesies
        return False
    return bare(_COURTESY.sub(" ", words)) in _ENDS


def _wished(asked: str) -> str | None:
    """A stop or a pause, said as a wish or for a time."""
    bared = _BEFORE.sub("", asked)
    said = (_ACTS.get(one) for one in (bared, _BEHIND.sub("", asked), _BEHIND.sub("", bared)))
    return next((act for act in said if act in ("stop", "pause")), None)


def _sign(text: str) -> str | None:
    """A message of signs alone, as often as one is repeated."""
    signs = set(_SKIN.sub("", text))
    return _SIGNS.get(signs.pop()) if len(signs) == 1 else None


def same(text: str, label: str) -> bool:
    """Whether a message says what stands on a button."""
    return spoken(text).says(label)


@lru_cache(maxsize=1024)  # of buttons, which are few; never of what a client wrote
def _label(label: str) -> str:
    return bare(label)
