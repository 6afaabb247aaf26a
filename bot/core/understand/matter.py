"""A matter: what a coach's free words are about, by a few words that stand in them; with whom is read elsewhere.

Each has its words in groups; of every group one stands in what was written, whole or as its beginning (``stem*``).
"""

import re
from dataclasses import dataclass
from typing import Literal

from bot.core.understand.folding import fold

Topic = Literal[
    "remind",
    "thank",
    "read",
    "goals",
    "lighter",
    "write",
    "note",
    "absent",
    "digest",
    "plan",
    "scripts",
    "archive",
    "ending",
    "handover",
    "stands",
    "lately",
    "week",
    "met",
    "clients",
    "invite",
    "when",
    "mail",
    "",
]


@dataclass(frozen=True, slots=True)
class WordGroups:
    """What has to stand in words for them to be about a topic; ``but``: what must not."""

    topic: Topic
    groups: tuple[tuple[str, ...], ...]
    but: tuple[str, ...] = ()


def _words(topic: Topic, *groups: str, but: str = "") -> WordGroups:
    return WordGroups(topic, tuple(tuple(group.split()) for group in groups), tuple(but.split()))


_I = "i i've ive ich i'm"
_ASK = "ask* frag* اسال* سوال"
_WITH_SOMEBODY = (
    _words("remind", "remind* reminder erinner* remember ذكرن*"),
    _words("remind", _ASK, "next session meet* nachste* sitzung treffen القادمه الجلسه"),
    _words("remind", _ASK, "want would like mochte will muss should اريد"),
    _words("note", "note notes notiz* notier* ملاحظه"),
    _words("read", _I + " قرات", "read seen gelesen gesehen قرات", but="my meine*"),
    _words("thank", "thank* danke* bedank* شكر* اشكر*"),
    _words("goals", "goal* agree* ziel* vereinbar* اهداف هدف"),
    _words(
        "lighter",
        "stop* pause* no fewer less lighter stopp* pausier* kein* weniger اوقف* اقل",
        "question* prompt* frag* reminder* nachricht* message* اسءله سوال",
    ),
    _words("lighter", "pause pausiere pausier stop stopp stoppe اوقف", but="session sitzung did has hat"),
    _words(
        "write", "tell write reply message text say sag sage schreib* antworte* اكتب* قل قولي", but="did hat"
    ),
    _words("absent", "can't cant cannot ill sick unable kann", but="how wie"),
    _words("absent", "krank verhindert مريض مريضه"),
    _words(
        "digest", "digest* overview report summary brief* news new update uberblick* zusammenfassung neues"
    ),
    _words("digest", "ملخص جديد"),
    _words("plan", "plan* next get gets comes coming geplant kommt bekommt القادم خطه"),
    _words("scripts", "script* skript* نصوص نص"),
    _words("archive", "archiv* ارشف*"),
    _words("ending", "end ends ending last beend* letzte* ende انهاء اخر", but="week woche wrote write"),
    _words("handover", "hand handover ubergib* ubergebe* تسليم"),
    _words(
        "stands",
        "there still ok okay alive stopped paused quiet active silent worried noch da gestoppt still",
    ),
    _words("stands", "ruhig sorgen why warum how wie هل كيف لماذا"),
)
_WITH_NOBODY = (
    _words(
        "lately", "last letzte* الماضي", "week* woche الاسبوع", "digest* overview* uberblick* report* ملخص*"
    ),
    _words("met", "who whom wen anyone من", "see meet meeting seeing sehe treffe اقابل التقي اري"),
    _words("met", "today tomorrow heute morgen اليوم غدا", "session* appointment* termin* sitzung* see جلس*"),
    _words("met", "wann when متي", "termin* sitzung* session* appointment* جلس*"),
    _words("met", "what's whats was show", "on steht an calendar agenda kalender", but="digest* new neues"),
    _words(
        "week",
        "who wer من anyone jemand",
        "wait* wart* wrote written write* geschrieben schrieb* ينتظر كتب",
        but="not hasn't haven't didn't quiet silent nicht still لم",
    ),
    _words("week", "what's whats any anything was ما", "new news neu neues جديد الجديد"),
    _words("week", "owe unread ungelesen schulde"),
    _words("week", "read lesen gelesen", "everything all what have alles was habe"),
    _words("week", "my meine اسبوعي", "week woche اسبوعي"),
    _words(
        "when", "digest* brief* uberblick* ملخص*", "on in at every monday tuesday wednesday thursday friday"
    ),
    _words("when", "digest* brief* uberblick* ملخص*", "saturday sunday am um morning evening morgens abends"),
    _words("mail", "email* mail* e-mail* emails بريد"),
    _words("week", "digest* overview* uberblick* summary news ملخص*"),
    _words("clients", "who list how show wer wie zeig* liste من", "client* klient* kund* عملاء*"),
    _words("invite", "invite* einlad* lade ادع* دعوه"),
    _words("invite", "new neuer neue neuen جديد", "client* klient* kund* عميل"),
)

_SIGNS = re.compile(r"[?!.,:;\"“”„()؟،]+")


def of(text: str, somebody: bool) -> Topic:
    """What the words are about, the first that fits; "" where nothing does. ``somebody``: a client is named."""
    said = set(_SIGNS.sub(" ", fold(text)).split())
    among = _WITH_SOMEBODY if somebody else _WITH_NOBODY
    return next((one.topic for one in among if _fits(one, said)), "")


def _fits(one: WordGroups, said: set[str]) -> bool:
    return all(_stands(group, said) for group in one.groups) and not (one.but and _stands(one.but, said))


def _stands(group: tuple[str, ...], said: set[str]) -> bool:
    return any(
        word in said or (word.endswith("*") and any(each.startswith(word[:-1]) for each in said))
        for word in group
    )


_TO_REMIND = re.compile(
    r"^.*?\b(?:remind me|remember|reminder|erinnere? mich|ذكرني|ذكريني)\b[\s,:]*"
    r"(?:to |that |of |an |daran,? ?|dass |ان )?",
    re.IGNORECASE | re.DOTALL,
)
_TO_SAY = re.compile(
    r"^\W*(?:please |bitte )?(?:tell|write|reply|message|text|say|sage?|schreibe?|antworte|اكتبي?|قولي|قل)\b"
    r"(?:\s+(?:to|an))?",
    re.IGNORECASE,
)
_LEADS = re.compile(r"^[\s,:]*(?:that|dass|to say that|ان)?[\s,:]*", re.IGNORECASE)
_TO_NOTE = re.compile(
    r"^\W*(?:please |bitte )?(?:a |eine )?(?:notes?|notiz|notiere?|ملاحظة)\b"
    r"(?:\s+(?:for|on|about|to|zu|für|über|عن))?",
    re.IGNORECASE,
)


def reminder(text: str) -> str:
    """What somebody wants to be reminded of, as it was written."""
    return _TO_REMIND.sub("", text.strip(), count=1).strip(" .,:") or text.strip()


def words_for(text: str, name: str) -> str:
    """What is to be written to somebody, without the verb and the name; "" where nothing stands there."""
    return _behind(_TO_SAY, text, name)


def words_about(text: str, name: str) -> str:
    """What is to be kept about somebody, in the same way."""
    return _behind(_TO_NOTE, text, name)


def _behind(verb: re.Pattern[str], text: str, name: str) -> str:
    found = verb.match(text.strip())
    rest = text.strip()[found.end() :].strip() if found else ""
    if not name or not rest.casefold().startswith(name.casefold()):
        return ""
    return _LEADS.sub("", rest[len(name) :], count=1).strip()
