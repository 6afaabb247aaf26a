"""An age, as somebody says it of themself: the answer to the year of birth, and "I'm 15" wherever it is written.

Only what is said outright of oneself and now is read, in four languages; what was, is to be, or is somebody
else's is not.
"""

import re
from typing import Literal

from bot.core.understand.folding import fold
from bot.core.understand.stemmed import found, stemmed

Grown = Literal["adult", "young", "edge"]
"""Of age, under age, or either: it hangs on whether this year's birthday has been."""

OF_AGE = 18
OLDEST = 110

_TEENS = {
    11: "eleven|elf|once|احد(?:ي)? عشره?",
    12: "twelve|zwolf|zwoelf|doce|اثن(?:ا|ي|تا) عشره?",
    13: "thirteen|dreizehn|trece|ثلاث(?:ه)? عشره?",
    14: "fourteen|vierzehn|catorce|اربع(?:ه)? عشره?",
    15: "fifteen|funfzehn|fuenfzehn|quince|خمسه? عشره?",
    16: "sixteen|sechzehn|dieciseis|سته? عشره?",
    17: "seventeen|siebzehn|diecisiete|سبعه? عشره?",
    18: "eighteen|achtzehn|dieciocho|ثمان(?:ي|يه)? عشره?",
}
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(_TEENS.values())})"
_BARE = rf"(?:1[1-7]|{'|'.join(words for years, words in _TEENS.items() if years < OF_AGE)})"
"""An age without "years old" is read only where a number out of ten cannot be meant."""

_CHILD = rf"(?:[5-9]|10|{_BARE})"
_YEAR = r"(?:19|20)\d\d"

_BEFORE = (
    r"(?:^|[.!?;]\s*|,\s*|^(?:hi|hello|hey|hallo|sorry|but|btw|by the way|actually|well|ok(?:ay)?"
    r"|hola|perdon|pero|bueno|por cierto|aber|ubrigens|also|مرحبا|لكن)"
    r"(?:,|\s)\s*)"
)
_ONLY = (
    r"(?:(?:only|just|still|actually|about|nearly|almost|like"
    r"|solo|apenas|recien|todavia|ya|casi|unos|erst|noch|gerade|grade|mal|nur|schon|eigentlich|knapp|فقط) )*"
)
_AFTER = (
    r"(?=\s*(?:$|[.!?,;)\n]|\b(?:btw|by the way|though|tho|now|lol|right now|ahora|eh|ubrigens|jetzt|فقط|الان)\b"
    r"|(?:and|und|y) (?:i|i'm|voy|vivo|estoy|estudio|soy|mi|im|my|still|at school|in school|live|go|ich|gehe"
    r"|noch)\b))"
)
_YEARS = r"(?:[- ]?(?:years?|yrs?|jahre?|anos|anitos|سن(?:ه|وات)|عاما?|اعوام))"
_OLD = r"(?:[- ]?(?:(?:years?|yrs?)[- ]old|years? of age|y/?o|y\.o\.|jahre? (?:alt|jung))(?!\w))"
_AGED = rf"(?:{_BARE}{_AFTER}|{_CHILD}(?:{_OLD}|{_YEARS}{_AFTER}))"

MINOR = (
    stemmed(
        "i am|i'm|im |i m ",
        rf"{_BEFORE}(?:i am|i'?m(?! \d+\.\s*\w)|i m|i'm) {_ONLY}{_AGED}",
    ),
    stemmed("years old|year old|yo", rf"^{_CHILD} ?(?:years? old|year-old|y/?o)(?: here| btw)?[.!]*$"),
    stemmed("age", rf"{_BEFORE}(?:my age is|age:?|aged) {_BARE}{_AFTER}"),
    stemmed(
        "minor|underage|under age|under 18|under eighteen|not 18|not eighteen|below 18",
        rf"{_BEFORE}(?:i am|i'?m|i m) {_ONLY}(?:a minor|underage|under age|"
        rf"(?:under|below|not(?: yet)?|younger than) (?:18|eighteen)(?: yet)?){_AFTER}",
    ),
    stemmed(
        "ich bin|bin ",
        rf"{_BEFORE}(?:ich )?bin {_ONLY}{_AGED}",
    ),
    stemmed(
        "minderjahrig|volljahrig|unter 18|unter achtzehn|nicht 18|keine 18",
        rf"{_BEFORE}(?:ich )?bin {_ONLY}(?:minderjahrig|(?:nicht|noch nicht) (?:volljahrig|18)|"
        rf"unter (?:18|achtzehn)|keine (?:18|achtzehn)){_AFTER}",
    ),
    stemmed("tengo|cumpl", rf"{_BEFORE}(?:yo )?(?:tengo|acabo de cumplir|cumpli|voy a cumplir) {_ONLY}{_AGED}"),
    stemmed(
        "soy menor|menor de",
        rf"{_BEFORE}(?:yo )?(?:soy|todavia soy|aun soy) {_ONLY}menor(?: de edad| de (?:18|dieciocho)(?: "
        rf"anos)?)?{_AFTER}",
    ),
    stemmed("no tengo 18|no tengo dieciocho|18 anos|mayor de edad",
            rf"{_BEFORE}(?:yo )?(?:no tengo|aun no tengo|todavia no tengo) (?:los )?(?:18|dieciocho)(?: "
            rf"anos)?{_AFTER}|"
            rf"{_BEFORE}(?:yo )?(?:no soy|aun no soy|todavia no soy) mayor de edad{_AFTER}"),
    stemmed("عمري|انا|عندي|ابلغ", rf"{_BEFORE}(?:انا )?عمري {_ONLY}{_CHILD}{_YEARS}?{_AFTER}"),
    stemmed("انا|عندي|ابلغ",
            rf"{_BEFORE}(?:انا|عندي|(?:انا )?ابلغ(?: من العمر)?) {_ONLY}{_CHILD}{_YEARS}{_AFTER}"),
    stemmed("قاصر|تحت 18|اقل من 18|دون 18",
            rf"{_BEFORE}(?:انا |عمري )(?:قاصره?|(?:تحت|اقل من|دون) (?:سن )?(?:ال)?18){_AFTER}"),
)  # fmt: skip
BORN = (
    stemmed("born", rf"{_BEFORE}(?:i was |i'?m |i am )?born in (?P<year>{_YEAR}){_AFTER}"),
    stemmed("geboren", rf"{_BEFORE}(?:ich )?(?:bin |wurde )?(?:im jahr |in )?(?P<year>{_YEAR}) geboren"),
    stemmed("jahrgang|geboren", rf"{_BEFORE}(?:ich )?(?:bin )?(?:jahrgang|geboren(?: im jahr)?) (?P<year>{_YEAR})"),
    stemmed("naci", rf"{_BEFORE}(?:yo )?naci en (?:el (?:ano )?)?(?P<year>{_YEAR})"),
    stemmed("مواليد|ولدت",
            rf"{_BEFORE}(?:انا )?(?:من )?(?:مواليد|ولدت)(?: في)?(?: (?:عام|سنه))? (?P<year>{_YEAR})"),
)  # fmt: skip


def minor(words: str, year: int) -> bool:
    """Whether words say of their writer that they are under age, in this year."""
    said = fold(words)
    if found(said, MINOR):
        return True
    return any(
        (at := one.pattern.search(said)) is not None and year - int(at["year"]) < OF_AGE
        for one in BORN
        if any(stem in said for stem in one.stems)
    )


_OVER = re.compile(
    r"(?:i am |i'?m |im )?(?:an adult|adult|of age|over (?:18|eighteen)|18 or (?:over|older)|18\+|older than 18)"
    r"|(?:ich bin )?(?:erwachsen|volljahrig|uber (?:18|achtzehn)|18 oder (?:alter|daruber))"
    r"|(?:soy )?(?:mayor de edad|adult[oa]|mayor de (?:18|dieciocho)(?: anos)?|mayor)|tengo mas de (?:18"
    r"|dieciocho)(?: anos)?"
    r"|(?:انا )?(?:بالغه?|راشده?|فوق (?:ال)?18|اكبر من 18)"
)
_UNDER = re.compile(
    r"(?:i am |i'?m |im )?(?:a minor|underage|under (?:18|eighteen)|younger(?: than (?:that|18))?)"
    r"|(?:ich bin )?(?:minderjahrig|unter (?:18|achtzehn)|junger)"
    r"|(?:soy )?(?:menor(?: de edad| de (?:18|dieciocho)(?: anos)?)?)|tengo menos de (?:18|dieciocho)(?: anos)?"
    r"|(?:انا )?(?:قاصره?|(?:تحت|اقل من|دون) (?:ال)?18)"
)


_SHORT = re.compile(
    r"\b(?:born|geboren|jahrgang|naci|ano|soy del|مواليد|ولدت)\b[^\d]{0,12}'?(\d\d)$"
    r"|^(?:im |in |en |en el |del |anno )?'(\d\d)$"
)
"""A year in two figures, where it is said that it is one."""


def grown(words: str, year: int) -> Grown | None:
    """What the answer to the year of birth says: a year, a date with one, an age, or in words; None for none."""
    said = fold(words).strip(" .!?'")
    if minor(words, year) or _UNDER.fullmatch(said):
        return "young"
    if _OVER.fullmatch(said):
        return "adult"
    years = {int(one) for one in re.findall(rf"(?<!\d){_YEAR}(?!\d)", said)}
    if len(years) == 1:
        return _by_year(years.pop(), year)
    if short := _SHORT.search(said):
        return _by_year(_whole(int(short[1] or short[2]), year), year)
    return _by_age(said)


def _whole(short: int, year: int) -> int:
    """The year that two figures mean: the latest that is not to come."""
    return year - (year - short) % 100


def _by_year(born: int, year: int) -> Grown | None:
    if not 0 <= year - born <= OLDEST:
        return None
    return "edge" if year - born == OF_AGE else "adult" if year - born > OF_AGE else "young"


def _by_age(said: str) -> Grown | None:
    """An age in figures or words, which is all that is said; a year in two figures is of age too."""
    alone = re.fullmatch(
        rf"(?:i am |i'?m |im |ich bin |tengo |عمري |انا )?(?P<age>{_NUMBER})(?:{_OLD}|{_YEARS})?", said
    )
    if alone is None:
        return None
    age = int(alone["age"]) if alone["age"].isdigit() else _in_words(alone["age"])
    if not 1 <= age <= OLDEST:
        return None
    return "adult" if age >= OF_AGE else "young"


def _in_words(said: str) -> int:
    return next(years for years, words in _TEENS.items() if re.fullmatch(words, said))
