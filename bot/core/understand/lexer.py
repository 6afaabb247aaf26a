"""A text to tokens, the same in every language: "Mo und Do um 19 Uhr" is "wd0 wd3 19 h"."""

import re
from functools import lru_cache

from bot.core.understand import spanish
from bot.core.understand.folding import fold, listed
from bot.core.understand.vocabulary import LANGUAGES, lexicon, phrases

LONGEST = 200
"""Characters of a text that is looked at; nobody writes a day or an hour in more."""

_PIECE = re.compile(
    r"\x02[^\x03]*\x03"  # a token already
    r"|\d{4}-\d{1,2}-\d{1,2}"  # 2026-12-01
    r"|\d{4}/\d{1,2}/\d{1,2}"
    r"|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})(?!\d)"  # 1.12.2026
    r"|\d{1,2}/\d{1,2}(?![\d/])"  # 1/12
    r"|\d{1,2}[:.h]\d{2}(?:\:\d{2})?(?!\d)\.?"  # 15:00, 19.00, 01.12.
    r"|\d{1,2}\.\d{1,2}\.?(?!\d)"  # 1.12.
    r"|\d+(?:st|nd|rd|th)\b"
    r"|\d+\.?"
    r"|[^\W\d_][^\W\d_'.]*(?:'[^\W\d_]+|\.[^\W\d_]+)*\.?"
    r"|&|-"
    r"|[^\s,]"
)
_PREFIXES = ("وال", "بال", "لل", "ال", "و", "ب", "ل")


def tokens(text: str, language: str) -> str:
    """The tokens of the text with blanks between them; a word that is not known is "?" with that word."""
    first = language.replace("_", "-").split("-")[0].split("@")[0]
    tables = tuple(dict.fromkeys((first if first in LANGUAGES else "en", "en", "ar", "de")))
    plain = _phrased(_parted(fold(text)[:LONGEST], tables[0]), tables[0])
    found = [_token(piece, tables) for piece in _PIECE.findall(plain)]
    return _ordered(" ".join(" ".join(found).split()))


_RUN = re.compile(r"[a-z]+")
_GRAMMAR = listed("""
or so thereabouts oder rum herum o asi mas menos aproximadamente and a half hour hours hr hrs und eine halbe stunde
stunden std
mes minutos horas hora la las veces dia de del con y cuarto un para media entre mar
""")  # fmt: skip
"""What is put straight before the tables are asked, beside what they have."""


@lru_cache(maxsize=1)
def _vocabulary() -> frozenset[str]:
    """Every run of letters that stands in a name of any table."""
    names = [name for one in LANGUAGES for name in lexicon(one)]
    return _GRAMMAR.union(*(_RUN.findall(f"{name} {name.replace(chr(39), '')}") for name in names))


def dated(said: str, beside: frozenset[str]) -> bool:
    """Whether folded words can be days or hours with words ``beside``; what has a word of its own is neither.

    It is asked of much that people write, so it does not read: a yes may still be none, a no is sure.
    """
    known = _vocabulary()
    return all(
        run in known or run in beside or run.endswith(("ish", "einhalb")) or _GERMAN_DAY.fullmatch(run)
        for run in _RUN.findall(said)
    )


_ABOUT = re.compile(
    r"(?<=\w)[ -]?ish\b|(?<=\w) (?:or so|or thereabouts|oder so|rum|herum|او نحو ذلك|او كذا"
    r"|o asi|mas o menos|aproximadamente)(?!\w)"
)
_GERMAN_DAY = re.compile(
    r"\b(montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)"
    r"(abend|morgen|mittag|vormittag|nachmittag|nacht)(s?)\b"
)
_GERMAN_DATE = re.compile(r"\b(\d{1,2})\. (\d{1,2})\.(?!\d)")
_ENGLISH_HOUR = re.compile(
    r"\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[1-9]|1[0-2]) "
    r"(fifteen|thirty|forty[ -]five|30|45)\b(?! (?:min|hour|day|week|month|year))"
)
_MINUTES = {"fifteen": "15", "thirty": "30", "forty five": "45", "forty-five": "45"}


_AND_A_HALF = {
    "en": re.compile(r"\b(\w+)(?: and (?:a half|1/2)|[.,]5) h(?:ou)?rs?\b"),
    "de": re.compile(r"\b(\w+?)(?:einhalb|[.,]5| und eine halbe) (?:stunden?|std)\b"),
}


def _halves(plain: str, language: str) -> str:
    """ "Two and a half hours", "zweieinhalb Stunden", "1.5 hours": as minutes."""

    def minutes(found: re.Match[str]) -> str:
        number = found[1] if found[1].isdigit() else lexicon(language).get(found[1], "")
        return f"{int(number) * 60 + 30} min" if number.isdigit() else found[0]

    return _AND_A_HALF[language].sub(minutes, plain)


def _parted(plain: str, language: str) -> str:
    """What is written as one word and is two ("Montagabend"), or as two and is one ("5. 12.", "seven thirty")."""
    plain = _ABOUT.sub("", plain)
    if language in _AND_A_HALF and ("hal" in plain or "5" in plain):
        plain = _halves(plain, language)
    if language == "es":
        return spanish.straightened(plain)
    if language == "de":
        plain = _GERMAN_DAY.sub(
            lambda found: f"{found[1]} {found[2]}s" if found[3] else f"{found[1]} am {found[2]}", plain
        )
        return _GERMAN_DATE.sub(r"\1.\2.", plain)
    if language == "en":
        return _ENGLISH_HOUR.sub(
            lambda found: f"{lexicon('en').get(found[1], found[1])}:{_MINUTES.get(found[2], found[2])}", plain
        )
    return plain


def _ordered(said: str) -> str:
    """Arabic says "the week that comes" and "the day of Tuesday"; "Montag morgen" is no tomorrow."""
    said = re.sub(r"\b(wds?\d) tomorrow\b", r"\1 morning", said)
    said = re.sub(r"\bdaily (?=wds?\d)", "every ", said)  # "every day of Monday"
    said = said.replace("week after next", "overnext week")
    said = re.sub(r"\b(week|month|year) (next|last|this)\b", r"\2 \1", said)
    return re.sub(r"(?<!2 )\bday (?=(?:\w+ )?wd)", "", said)


def _phrased(plain: str, language: str) -> str:
    """Phrases become their tokens, in signs that no person writes, so that no table is asked again."""
    for name, token in phrases(language):
        if name in plain:
            mark = " " + " ".join(f"\x02{part}\x03" for part in token.split()) + " "
            plain = re.sub(rf"(?<![\w.:]){re.escape(name)}(?!\w)", mark, plain)
    if language == "de":  # "7 am" is English for an hour, "am Montag" is German for a day
        plain = re.sub(r"(?<=\d)( ?)am(?=\s*(?:$|,|und\b|-|bis\b))", " \x02am\x03", plain)
    return plain


def _token(piece: str, tables: tuple[str, ...]) -> str:
    if piece == "-":
        return "to"
    if piece[0].isdigit():
        return piece
    if not piece.strip("."):  # "5. Dez.."
        return ""
    if piece[0] == "\x02":
        return piece[1:-1]
    for word in (piece, piece.rstrip(".")):
        for language in tables:
            token = lexicon(language).get(word)
            if token is not None and (language != "de" or tables[0] == "de" or _plainly(word, token)):
                return token
    return _prefixed(piece, tables) if "ar" in tables else f"?{piece}"


def _plainly(word: str, token: str) -> bool:
    """Whether a German word among others is surely one: "Uhr" and "Montag" are, "do" and "die" are not."""
    return len(word) > 2 and bool(token) and not token.isdigit()


def _prefixed(piece: str, tables: tuple[str, ...]) -> str:
    """Arabic writes and, the, with, for at the word itself."""
    for prefix in _PREFIXES:
        bare = piece.removeprefix(prefix)
        for candidate in (bare, "ال" + bare):
            if bare != piece and (token := lexicon("ar").get(candidate)) is not None:
                return token
    return f"?{piece}"
