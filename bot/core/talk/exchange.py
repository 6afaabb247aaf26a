"""A dialogue: a short exchange about a setting or an arrangement, with its question and its end.

One open question a person at most. No words are taken for its answer that were meant for something else.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal

from bot.core.understand.passing import passing

Role = Literal["client", "coach"]

LASTS = timedelta(minutes=15)
"""So long the question of a setting stands. Joining has no such end: nothing else can be meant there."""

NAME_MOST = 40

_NAMED = re.compile(
    r"^(?:(?:hi|hello|hallo|hey|servus|moin|hola|buenas|sí|si|yes|ja|well|ok|مرحبا|اهلا|أهلا)[,!.]? +)?"
    r"(?:i am|i['’]?m|it['’]?s|my name is|my name['’]?s|(?:please |you can |just )?call me|i go by|name:|just"
    r"|this is|i(?:['’]d| would)? prefer|people call me"
    r"|(?:everyone|everybody|friends|all) calls? me|my friends call me|you may call me"
    r"|(?:ich )?bin(?: (?:der|die))?|ich hei(?:ß|ss)e|mein name ist|nenn(?:e)? mich(?: bitte)?|du kannst mich"
    r"|hier ist|alle nennen mich|meine freunde nennen mich|man nennt mich|sag(?: einfach)?|am liebsten"
    r"|me llamo|mi nombre es|ll[aá]mame|puedes llamarme|me puedes llamar|me llaman|me dicen|todos me "
    r"(?:llaman|dicen)|soy|d[ií]me"
    r"|einfach(?: nur)?|اسمي(?: هو)?|أنا|انا|نادني|ناديني|نادوني|(?:يمكنك|ممكن) مناداتي) +",
    re.IGNORECASE,
)
_IS = re.compile(r"(?:i am|i['’]?m|it['’]?s|(?:ich )?bin|soy|just|einfach|أنا|انا) ", re.IGNORECASE)
_HAILED = re.compile(
    r"^(?:hi|hello|hallo|hey|servus|moin|hola|sí|yes|ja|ok|مرحبا|اهلا|أهلا)(?:[,!.]| (?=\w+ (?:here|hier)$)) *",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?:,? (?:please|bitte|nennen|rufen|sagen|here|hier|is (?:fine|enough|good|ok(?:ay)?)|will do"
    r"|(?:reicht|genügt|ist gut|passt)"
    r"|por favor|est[aá] bien|basta|gracias|thanks|thank you|danke|من فضلك|لو سمحت|يكفي|شكرا))+$",
    re.IGNORECASE,
)


_ALSO_NAMES = frozenset({"Jo", "Noe", "Ola", "Merci", "May", "Will", "Can", "Nada", "Feliz", "Ya", "Vale"})
"""What is said in passing and, written as a name is, is one: it is shown back before it counts."""


@dataclass(frozen=True, slots=True)
class Dialogue:
    """What is being asked, of whom, and what was said so far; ``until`` None: as long as it takes.

    ``message_id`` is the message that asks, None while it is not sent.
    """

    id: int
    role: Role
    step: str
    draft: Mapping[str, Any] = field(repr=False)
    asked_at: datetime
    until: datetime | None
    message_id: int | None


def over(dialogue: Dialogue, now: datetime) -> bool:
    """Whether its time has passed."""
    return dialogue.until is not None and now >= dialogue.until


def meant(dialogue: Dialogue, reply_to: int | None, latest: int | None, alone: bool = False) -> bool:
    """Whether words can be meant for its question: they reply to it, or it is the latest that stood in the chat.

    ``alone``: nothing else takes words in this chat. Who joins may then write ahead of the next question.
    """
    asked = dialogue.message_id
    if alone and dialogue.until is None and reply_to is None:
        return True
    return asked is not None and asked == (latest if reply_to is None else reply_to)


def name_in(words: str) -> str | None:
    """The name that somebody wrote: one line of at most 40 characters; None where it is no such thing."""
    plain = _HAILED.sub("", " ".join(words.split()).rstrip(".!"), count=1)
    said = _NAMED.match(plain)
    name = _BEHIND.sub("", plain[said.end() :] if said else plain).strip(" ,:“”\"'.!")
    sure = said is not None and not _IS.match(plain)
    if not any(map(str.isalpha, name)) or "?" in words or "؟" in words:
        return None
    if said is None and name.islower() and len(name.split()) > 2:
        return None  # "wohne in münster"
    if passing(name) and not sure and name not in _ALSO_NAMES:
        return None
    if said and not sure and plain[0].isupper() and name.islower():
        return None  # "I'm tired today"
    return name if 0 < len(name) <= NAME_MOST and len(words.strip().splitlines()) == 1 else None
