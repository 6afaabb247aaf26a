"""Words typed for a button: read whatever their case, dots or emoji, in every language that the product has.

Only a whole message stands for a button. "Stop it, he said" is an answer; "Stop." is not.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

_WORDS: dict[str, tuple[str, ...]] = {
    "pass": (
        *("pass", "skip", "skip this", "skip it", "i pass", "pass on this", "next question"),
        *("something else", "ask me something else", "another question", "a different question"),
        *("passe", "ich passe", "passen", "überspringen", "auslassen", "nächste frage"),
        *("etwas anderes", "was anderes", "andere frage", "eine andere frage", "frag etwas anderes"),
        *("تخطي", "تخطى", "تجاوز", "أتجاوز", "اتركه", "السؤال التالي"),
        *("شيء آخر", "سؤال آخر", "سؤال غيره"),
    ),
    "later": (
        *("later", "not now", "remind me later", "ask me later", "maybe later"),
        *("später", "nicht jetzt", "jetzt nicht", "erinnere mich später", "vielleicht später"),
        *("لاحقا", "ليس الآن", "في وقت لاحق", "ذكرني لاحقا", "بعدين"),
    ),
    "stop": (
        *(
            "stop",
            "stop it",
            "stop this",
            "please stop",
            "stop please",
            "unsubscribe",
            "quit",
            "leave me alone",
        ),
        *("no more", "no more questions", "stopp", "bitte stopp", "bitte stop", "hör auf", "hören sie auf"),
        *("aufhören", "bitte aufhören", "abmelden", "abbestellen", "lass mich in ruhe", "keine fragen mehr"),
        *("توقف", "توقفي", "أوقف", "إيقاف", "قف", "كفى", "إلغاء الاشتراك", "الغاء الاشتراك", "من فضلك توقف"),
        *("لا مزيد من الأسئلة", "اتركني وشأني"),
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
    "snooze:tomorrow": ("tomorrow", "morgen", "غدا", "بكرا"),
    "snooze:week": ("next week", "in a week", "nächste woche", "الأسبوع القادم", "الأسبوع المقبل"),
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
    "halt:mine": ("it was my answer", "my answer", "das war meine antwort", "meine antwort", "كانت إجابتي"),
    "hold done": (
        "i am back",
        "i'm back",
        "im back",
        "ich bin wieder da",
        "ich bin zurück",
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


def act_of(text: str) -> str | None:
    """What a whole message asks for, in any of the languages: pass, later, stop, enough, done, back, snooze:…"""
    return _ACTS.get(bare(text))


def saying(text: str) -> Callable[[str], bool]:
    """Asked of one button's label after the other: whether a message says what stands on it."""
    words, signs = bare(text), text.strip()
    return lambda label: words == _label(label) if words else signs == label.strip()


def same(text: str, label: str) -> bool:
    """Whether a message says what stands on a button."""
    return saying(text)(label)


@lru_cache(maxsize=1024)  # of buttons, which are few; never of what a client wrote
def _label(label: str) -> str:
    return bare(label)
