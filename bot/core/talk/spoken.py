"""Words typed for a button: read whatever their case, dots or emoji, in every language that the product has.

Only a whole message stands for a button. "Stop it, he said" is an answer; "Stop." is not.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from bot.core.talk import spoken_words
from bot.core.understand.ceasing import ceases
from bot.core.understand.left_alone import refuses_more
from bot.core.understand.reticence import reticent

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘`´ʼ", "'"))
_MARKS = re.compile(r"[^\w\s'+/:-]|_")  # dots, quotes, emoji; signs that a number or a word may need stay
_ACUTE = str.maketrans("áéíóúñ", "aeioun")  # in Spanish often left away
_TASHKIL = re.compile("[\u064b-\u0652\u0670\u0640]")  # short vowels and the stretching line: written or not


def bare(text: str) -> str:
    """The words of a message as they are compared: one Unicode form, small, without marks, one space apart."""
    plain = unicodedata.normalize("NFKC", text).translate(_APOSTROPHES).casefold().translate(_ACUTE)
    plain = _TASHKIL.sub("", plain).replace("\ufe0f", "")
    return " ".join(_MARKS.sub(" ", plain).split()).strip("':/ ")


_ACTS = {bare(words): act for act, said in spoken_words.ACTS.items() for words in said} | {
    bare(words): act
    for act, said in spoken_words.SPANISH.items()
    for line in said.strip().splitlines()
    for words in line.split(",")
}
_SIGNS = {**dict.fromkeys("🛑⛔🚫✋⏹⏸", "stop"), **dict.fromkeys("⏭⏩", "pass")}
_SHORT = 6  # words: what is longer is told, not asked
_ASKED = 8  # the same of what is compared whole
_SKIN = re.compile("[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\\s]")


def _any(words: tuple[str, ...], *more: str) -> str:
    told = sorted((re.escape(bare(one)) for one in words), key=len, reverse=True)
    return f"(?:{'|'.join((*told, *more))})"


_COURTESY = re.compile(rf"(?<!\S){_any(spoken_words.POLITE)}(?!\S)")
_BEFORE = re.compile(rf"^(?:{_any(spoken_words.WISH)} )+")
_BEHIND = re.compile(rf"(?: {_any(spoken_words.LONG, *spoken_words.SPAN)})+$")


_ONWARD = frozenset(bare(one) for one in spoken_words.ONWARD)
_TIMED = re.compile(rf" {_any((), *spoken_words.SPAN)}$")


@dataclass(frozen=True)
class Spoken:
    """A whole message, bared once however many buttons are asked about; ``words``: as they are compared."""

    text: str = field(repr=False)
    words: str = field(repr=False)

    def says(self, label: str) -> bool:
        """Whether it says what stands on a button."""
        return self.words == _label(label) if self.words else self.text.strip() == label.strip()

    def act(self) -> str | None:
        """As ``act_of`` has it."""
        return self._act

    @cached_property
    def _act(self) -> str | None:
        words = self.words
        if not words:
            return _sign(self.text)
        passes = "pass" if reticent(self.text) else None
        if (act := _ACTS.get(words)) or len(words.split()) > _ASKED:
            return act or passes or self._ceases()
        asked = " ".join(_COURTESY.sub(" ", words).split())
        return _ACTS.get(asked) or _wished(asked) or passes or self._ceases()

    def _ceases(self) -> str | None:
        return "stop" if ceases(self.text) else None

    def onward(self) -> bool:
        """Whether the words ask for what comes next, which may pass a question or end an answer."""
        return self.words in _ONWARD

    def stops(self) -> bool:
        """As ``stops`` has it."""
        return self._stops

    @cached_property
    def _stops(self) -> bool:
        if self._act == "stop" or _ends(self.words) or _in_the_end(self.text):
            return True
        return refuses_more(self.text)


@lru_cache(maxsize=8)  # of one message it is asked several times, and barely of any before it
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
    return any(words.endswith(f" {one}") for one in spoken_words.FOR_NOW) or _TIMED.search(words) is not None


def rests(text: str) -> bool:
    """Whether a whole message asks for a pause, and no more than that."""
    return act_of(text) == "pause"


def plainly(text: str) -> str:
    """The words of a message as they are compared, without its please and its thanks; "" of those alone."""
    return " ".join(_COURTESY.sub(" ", spoken(text).words).split())


_NAYS = frozenset(map(bare, spoken_words.AWAY))


def of_pause(text: str) -> bool:
    """Whether a short message has a pause in it: asked whether all shall stop, that is what is meant."""
    words = spoken(text).words.split()
    return len(words) <= _SHORT and any(
        word.startswith(one) for word in words for one in map(bare, spoken_words.REST)
    )


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
        *("parar esta", "parar esto", "parar todo", "detener esta", "detener todo", "detenerlo todo"),
    )
)


_CLAUSE = re.compile(r"[.!?,;\n،؛؟–—]+")
_TOLD = re.compile(
    r"[\"“”„«»:]|\b(?:said|says|told|tell|asked|yelled|shouted|sagte?|sagen|meinte|rief|schrie|bat|dijo|dije|dice|decia|grito|pidio)\b|قال|قلت|طلب"
)
_PLEADED = 14  # words: what is longer is a story with such an end


def _in_the_end(text: str) -> bool:
    """Whether a short message of several clauses ends with nothing but a stop, and tells of nobody's words."""
    if not _CLAUSE.search(text) or len(text.split()) > _PLEADED or _TOLD.search(text.casefold()):
        return False
    *before, last = [one for one in _CLAUSE.split(text) if one.strip()] or [""]
    return bool(before) and spoken(last).act() in ("stop", "halt:all")


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
