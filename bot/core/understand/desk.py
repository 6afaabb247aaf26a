"""What a coach's free words ask for, as far as that is plain: to see a client, to cancel, to move, to log."""

import re
from dataclasses import dataclass
from datetime import date

from bot.core.understand import dates
from bot.core.understand.folding import fold
from bot.core.understand.lexer import tokens


@dataclass(frozen=True, slots=True)
class Errand:
    """``verb``: see, cancel, move, log, or "" where none is plain. ``rest``: the words without it."""

    verb: str
    rest: str


_VERBS = (
    ("see", r"how (?:is|are|s)|how's|what about|whats? new with|show(?: me)?|tell me about|open"),
    ("see", r"wie (?:geht'?s|geht(?: es)?|lauft(?: es)?)|was macht|zeige?(?: mir)?|كيف حال|كيف|اعرض"),
    ("cancel", r"cancel(?:led)?|call off|drop|absagen|streichen?|losche?n?|fallt aus|entfallt"),
    ("cancel", r"sage? (?P<object>.+) ab|الغاء|الغ|احذف"),
    ("move", r"move|reschedule|shift|postpone|verschieben?|verlegen?|انقل|اجل|تاجيل"),
    ("log", r"log|book|schedule|eintragen|trage? (?P<object>.+) ein|سجل"),
)
_FILLERS = re.compile(
    r"\b(?:please|can you|could you|i(?: would|'d)? (?:like|want|need|have) to|i must|we (?:need|have) to|"
    r"the|a|my|our|session|meeting|appointment|bitte|kannst du|ich (?:mochte|will|muss)|wir mussen|"
    r"den|die|das|der|sitzung|termin|من فضلك|الجلسه|جلسه)\b"
)


def errand(text: str) -> Errand:
    """What the words ask for."""
    said = fold(text).strip("?!.؟ ")
    for verb, pattern in _VERBS:
        found = re.search(rf"(?<!\w)(?:{pattern})(?!\w)", said)
        if found and not _FILLERS.sub("", said[: found.start()]).strip(" ,"):
            kept = found.groupdict().get("object") or ""
            return Errand(verb, _plain(f"{kept} {said[found.end() :]}"))
        if found and verb != "see" and not said[found.end() :].strip():  # "Dienstag mit Regula absagen"
            return Errand(verb, _plain(said[: found.start()]))
    return Errand("", _plain(said))


def _plain(said: str) -> str:
    return " ".join(_FILLERS.sub(" ", said).split())


def days(words: str, today: date, language: str) -> frozenset[date]:
    """Every day that some of the words may mean; none where they name no day."""
    return frozenset(day for day, _ in dates.parts(tokens(words, language), today))


def split_at_to(said: str) -> tuple[str, str]:
    """ "tuesday to thursday 4pm" as what is moved, and to when."""
    found = re.split(
        r"\s+(?:to|auf|zu|nach|الي|الى)\s+|^(?:to|auf|zu|nach|الي|الى)\s+", f"{said} ", maxsplit=1
    )
    return found[0].strip(), found[1].strip() if len(found) > 1 else ""


_LATELY = re.compile(
    r"\b(?:(?:from |of )?(?:the )?(?:last|past|this) week|(?:von )?(?:letzter?|dieser?|vergangener?) woche|"
    r"الاسبوع الماضي|هذا الاسبوع|الاسبوع)(?!\w)"
)
_EVERYBODY = frozenset(
    ("all", "all of them", "all clients", "everybody", "everyone", "alle", "allen", "الكل", "الجميع", "كلهم")
)


def lately(text: str) -> tuple[bool, str]:
    """Whether words ask for what was told in the last days ("Ada last week"), and the words without that."""
    said = fold(text)
    rest = " ".join(_LATELY.sub(" ", said).split())
    return (True, rest) if rest != said else (False, text)


def everybody(text: str) -> bool:
    """Whether words mean every client."""
    return fold(text) in _EVERYBODY
