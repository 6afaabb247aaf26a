"""A coach in a hurry: "saw Ben at 11", "Ben to 4pm", "cancel all with Ben in December", "15 min late with Ada"."""

import re
from collections.abc import Sequence
from datetime import date

from bot.core.understand import dates, spans
from bot.core.understand.folding import fold
from bot.core.understand.lexer import tokens
from bot.core.understand.spans import Days

_HELD = re.compile(
    r"(?:(?:i|we|ich|wir) )?(?:just |gerade |eben |have |had |ve |'ve |already |schon )*"
    r"(?:saw|seen|met(?: up)?|had|finished|done|coached|spoke|talked|held|came (?:out of|from)|"
    r"was|(?<=we )were|war|hatten?|habe?n?|fertig|getroffen|gesehen|vi|he visto|me reuni|"
    r"me he reunido|tuve|estuve|hable|"
    r"he hablado|acabo de (?:terminar|ver|hablar)|termine|قابلت|رايت|التقيت|اجتمعت|تحدثت|كنت|"
    r"كانت? لدي|انتهيت(?: للتو)?)(?!\w)"
    r"(?: (?:with|to|from|of|mit|bei|zusammen|con|a|de|مع|من)(?!\w))?(?P<rest>.*?)"
    r"(?: (?:getroffen|gesehen|gesprochen|gehabt|fertig|done))?"
)
"""A session that took place, in what is left of words without the client's name."""

_HELD_BEHIND = re.compile(
    r"(?:ich |wir |habe |hab |gerade |eben )*(?P<rest>.*?) ?(?:gesprochen|getroffen|gesehen|gehabt|geredet)"
)
_MET_IN = re.compile(
    r"(?<!\w)(?:eine? |die |una |la |a |the |our )?(?:sitzung|termin|session|meeting|sesion|"
    r"cita|reunion|(?:ال)?جلسه)(?!\w)"
)

_ABSENT = re.compile(
    r"(?<!\w)(?:no[- ]?show\w*|did(?:n't| not) (?:show|come|turn up|appear)|never (?:came|showed)|"
    r"nicht (?:gekommen|erschienen|aufgetaucht|da)|kam nicht|لم (?:يحضر|تحضر|يات|تات))(?!\w)"
)

_MOVE = re.compile(
    r"(?:(?:wants?|has|needs?|would like|asked|wishes|is|was|'s|can|could|we|do|may|please|bitte|"
    r"mochte|will|muss|kann|soll|ist|wird|session|it|es|have|to|be|in) )*?"
    r"(?:move[sd]?|moving|reschedul\w+|shift(?:ed|s)?|push(?:ed|es)?|postpone[sd]?|put(?! in for)|bring|"
    r"verschieb\w*|verschoben|"
    r"verleg\w*|can only (?:do|make)|only (?:has|can)|kann nur|geht nur|passt nur|انقل|اجل)(?!\w)(?P<rest>.*)"
)
_MOVED_BEHIND = re.compile(
    r"(?P<rest>.+?) (?:verschieben|verschoben|verlegen|verlegt|moved|instead|stattdessen|please)"
)
_MOVED_WITHIN = re.compile(
    r"(?P<what>.+?) (?:(?:is|was|has|ist|wird|wurde) )?(?:moved|moves|verschoben|verlegt) (?P<rest>(?:to|auf) .+)"
)
_BACK = re.compile(
    r"(?P<back>back|out|nach hinten)(?: by| um)? (?P<by>.+)|(?:by|um) (?P<more>.+) (?:back|nach hinten)|"
    r"(?P<much>.+) (?:back|nach hinten)"
)
_FORTH = re.compile(
    r"(?P<forth>forward|up|nach vorne?|vor)(?: by| um)? (?P<by>.+)|"
    r"(?:by|um) (?P<more>.+) (?:forward|nach vorne?|vor)|(?P<much>.+) (?:forward|nach vorne?)"
)
_ALL = re.compile(
    r"(?<!\w)(?:all(?: of)?(?: the| my| our)?|every|everything|each|both|alles?n?|samtlichen?|jeden?|beiden?|"
    r"tod[oa]s?(?: las| los| la| el)?|cada|ambas|كل|جميع|كلها|كلتا)(?!\w)(?! (?:day|right|two|zwei|dos))"
)
_REST = re.compile(
    r"(?<!\w)(?:(?:for |over )?(?:the )?rest (?:of )?(?:the |this )?(?P<en>week|month|year)|"
    r"(?:fur |uber )?(?:den |der |die )?rest (?:der |des |dieser |dieses )?(?P<de>woche|monats|jahre?s)|"
    r"(?:(?:en |por )?(?:el )?resto (?:del? )?(?:la |el |esta |este )?(?P<es>semana|mes|ano))|"
    r"(?:ل)?(?:باقي|بقيه) (?:هذا |هذه )?(?:ال)?(?P<ar>اسبوع|شهر|سنه|عام))(?!\w)"
)
_UNITS = {
    **dict.fromkeys(("woche", "semana", "اسبوع"), "week"),
    **dict.fromkeys(("monats", "mes", "شهر"), "month"),
    **dict.fromkeys(("jahrs", "jahres", "ano", "سنه", "عام"), "year"),
}
_SMALL = re.compile(
    r"(?<!\w)(?:all|of|the|my|our|with|mit|everything|every|each|both|alles?n?|jeden?|beiden?|"
    r"samtlichen?|sessions?|"
    r"meetings?|appointments?|ones?|dates?|termine?n?|sitzung(?:en)?|treffen|in|im|for|fur|on|"
    r"am|please|bitte|die|der|"
    r"den|das|during|'s|tod[oa]s?|cada|ambas|las|los|la|el|de|del|con|en|sesion(?:es)?|citas?|reunion(?:es)?|"
    r"por favor|كل|جميع|كلها|كلتا|جلسات|الجلسات|المواعيد|في|مع)(?!\w)"
)

_LATE = re.compile(
    r"(?P<by>\d{1,3} ?(?:min\w*|m)|(?:a |an )?(?:quarter|half)(?: of)?(?: an)? hour|"
    r"(?:an|one|eine) (?:hour|stunde)|(?:eine )?(?:halbe stunde|viertelstunde)|"
    r"(?:five|ten|fifteen|twenty|thirty|funf|zehn|funfzehn|zwanzig|dreissig) min\w*)(?!\w)"
)


def held(words: str) -> str | None:
    """When a session took place, in words without the name; None where they say no such thing."""
    said = fold(words).strip(" .!,")
    found = None if set(words) & set("?؟") else _HELD.fullmatch(said) or _HELD_BEHIND.fullmatch(said)
    return _MET_IN.sub(" ", found["rest"]).strip(" ,") if found else None


TO = re.compile(r"(?:^|\s)(?:to|auf|zu|nach|الي)\s")


def known(words: str, language: str) -> bool:
    """Whether words are a day and an hour, or a part of them, and nothing else."""
    said = tokens(re.sub(r"^(?:to|auf|zu|nach|الي) ", "", words), language)
    return bool(said) and "?" not in said


def last_day(words: str, today: date, language: str) -> date | None:
    """The one day that words name and nothing else, the latest that is not ahead; None where there is none."""
    said = tokens(words, language)
    found = [day for day, rest in dates.parts(said, today, 31) if not rest]
    past = [day if day <= today else day - 7 * dates.DAY for day in found if (day - today).days <= 7]
    return max((day for day in past if day <= today), default=None)


def stayed_away(words: str) -> bool:
    """Whether words say that somebody did not come."""
    return "?" not in words and bool(_ABSENT.search(fold(words)))


def moved(words: str) -> str | None:
    """To when, in words without the name, where they say that a session moves; None where they do not."""
    said = fold(words).strip(" .!?,")
    if found := _MOVED_WITHIN.fullmatch(said):
        return f"{found['what']} {found['rest']}"
    found = _MOVE.fullmatch(said) or _MOVED_BEHIND.fullmatch(said)
    if found is None and re.match(r"(?:to|auf) ", said):
        return said
    return _DO.sub("", found["rest"].strip(" ,")) if found else None


_DO = re.compile(r"^(?:(?:can|could|may|we|i|do|have|meet|see|it|geht|konnen|wir|is|it) )+")
_AGAIN = re.compile(
    r"(?<!\w)(?:(?:at )?(?:the )?(?:same|usual) (?:time|slot|hour)(?: again)?|same again|again|"
    r"(?:zur )?(?:gleichen?|selben?|ublichen?) (?:zeit|uhrzeit)|wie (?:immer|sonst)|wieder|"
    r"(?:في )?نفس (?:الوقت|الموعد))(?!\w)"
)


def again(words: str) -> str:
    """On which day a session is at the usual hour, in words without the name; "" where they say no such thing."""
    said = fold(words).strip(" .!,")
    rest = " ".join(_AGAIN.sub(" ", said).split())
    bare = re.sub(r"^(?:(?:log|book|schedule|put|add|plan|see|eintragen|for|fur) )+", "", rest)
    return bare if rest != said else ""


def later(words: str) -> str:
    """ "Back an hour" as "an hour later", "um 30 Minuten vor" as earlier; other words as they are."""
    said = fold(words).strip()
    for form, behind in ((_BACK, "later"), (_FORTH, "earlier")):
        if found := form.fullmatch(said):
            by = next(part for part in (found["by"], found["more"], found["much"]) if part)
            return f"{by} {behind}"
    return re.sub(r"^(?:by|um) ", "", said) if re.search(r"(?:later|earlier|spater|fruher)$", said) else said


def every(words: str) -> bool:
    """Whether all sessions of some kind are meant, and not one."""
    said = fold(words)
    return bool(_ALL.search(said) or _REST.search(said))


_ONE = re.compile(
    r"(?<!\w)(?:(?<!no )(?<!any )(?:session|meeting|appointment|appt)|sitzung|termin|stunde|sesion|cita|reunion|"
    r"(?:ال)?جلسه|موعد|الموعد)(?!\w)"
)


def one_of(words: str) -> bool:
    """Whether one session is spoken of, and no more of them."""
    return bool(_ONE.search(fold(words)))


def stretch(words: str, today: date, language: str) -> Days | None:
    """The days of which all are meant, "in December", "next week"; None where nothing of that is said."""
    said = fold(words)
    if found := _REST.search(said):
        unit = _UNITS.get(found["de"] or found["es"] or found["ar"] or "", found["en"] or "")
        return _rest_of(unit, today)
    bare = " ".join(_SMALL.sub(" ", said).split())
    meant = spans.days(bare, today, language).options if bare else ()
    return _joined(meant) if meant else None


def _joined(meant: Sequence[Days]) -> Days:
    """ "This week" at a weekend is both it may be: each date of them is named before a yes."""
    if len(meant) == 2 and meant[0].last + dates.DAY == meant[1].first:
        return Days(meant[0].first, meant[1].last)
    return meant[0]


def _rest_of(unit: str, today: date) -> Days:
    if unit == "week":
        return _joined(tuple(spans.this_week(today)))
    for last in dates.whole(tokens(f"end of the {unit}", "en"), today):
        return Days(today, last)
    return Days(today, today)


def nothing_beside(words: str) -> bool:
    """Whether nothing else is said than that all are meant."""
    return not " ".join(_SMALL.sub(" ", fold(words)).split())


def how_late(words: str) -> str:
    """By how much somebody is late: "15 min", "half an hour"; "" where that is not said."""
    found = _LATE.search(fold(words))
    return re.sub(r"(?<=\d) ?m$", " min", found["by"]) if found else ""


_SEEN = re.compile(
    r"(?:(?:ok(?:ay)?|yes|thanks?|thank you|ja|danke|si|gracias|نعم|شكرا)[\s,.!]*)*"
    r"(?:ok(?:ay)?|thanks?|thank you|seen|read|noted|understood|got (?:it|this)|saw (?:it|this|that)|on it|will do|"
    r"(?:i(?: have|'ve)? )?(?:just )?(?:seen|saw|read|got) (?:it|this|that|the notice)|i(?:'m| am) on it|"
    r"i(?:'ll| will| am going to|'m)? ?(?:call|ring|phone|text|contact|reach|check|speak|talk|get in touch|calling|"
    r"ringing|handle)\w*(?: \S+){0,6}|calling(?: \S+){0,4}|"
    r"gesehen|gelesen|verstanden|danke|alles klar|notiert|bin dran|mach(?:e)? ich|ich kummere mich(?: \S+){0,3}|"
    r"(?:ich )?(?:habe? )?(?:es|das|die nachricht|den hinweis)? ?(?:gesehen|gelesen)|"
    r"ich (?:rufe?|melde|schreibe|spreche|kontaktiere)(?: \S+){1,6}|(?:rufe?|melde mich)(?: \S+){0,5}|"
    r"vist[oa]|leid[oa]|entendido|(?:lo|la) he (?:visto|leido)|(?:la |le |lo )?llamo(?: \S+){0,4}|"
    r"رايت(?:ه|ها)?|قرات(?:ه|ها)?|ساتصل(?: \S+){0,4}|تمام)"
)


def seen(words: str) -> bool:
    """Whether short words say that what stands above them was seen: "seen", "I'll call her", "bin dran"."""
    return "?" not in words and "؟" not in words and bool(_SEEN.fullmatch(fold(words).strip(" .!,")))


_GRANTED = (
    (
        "less",
        r"(?:one|eine) (?:a week |pro woche )?(?:less|fewer|weniger)(?: (?:a|per) week| pro woche)?|"
        r"fewer(?: questions)?|less(?: often)?|weniger|seltener",
    ),
    ("hour", r"(?:at )?(?:an)?other (?:hour|time)|(?:zu )?(?:eine[r]? )?andere[rn]? (?:stunde|zeit|uhrzeit)"),
    (
        "session",
        r"(?:at|in) (?:our|the)(?: next)? session|"
        r"(?:we(?:'ll| will)? |let's )?(?:talk|speak|discuss)(?: about)?(?: it)?"
        r"(?: (?:at|in) (?:our|the)(?: next)? session| when we meet| next time)|when we meet|"
        r"(?:das )?(?:besprechen wir )?(?:in|bei) (?:der|unserer)(?: nachsten)? sitzung",
    ),
    (
        "stays",
        r"(?:it )?(?:stays?|keep it) as it is(?: for now)?|as it is for now|no change(?: for now)?|"
        r"(?:es )?bleibt (?:erst ?mal |vorerst )?(?:so|wie es ist)(?: (?:erst ?mal|vorerst))?|keine anderung",
    ),
    (
        "off",
        r"(?:turn|switch|take) (?:it|that) off|off for them|(?:schalte? )?(?:es|das) (?:ab|aus)(?:schalten)?",
    ),
)
"""What a coach answers to a change that a client asked for, in words."""


def granted(words: str) -> str:
    """Which of the answers to a wish the words are: off, less, hour, session, stays; "" where they are none."""
    said = re.sub(
        r"^(?:(?:ok(?:ay)?|yes|ja|fine|gut)[,.! ]+)+|[ ,]+(?:please|bitte)$", "", fold(words).strip(" .!,")
    )
    said = re.sub(r"^(?:for|fur)?[ :,]+|[ :,]+(?:for|fur)?$", "", said)
    return next((what for what, form in _GRANTED if re.fullmatch(form, said)), "")
