"""A coach's questions about a client: what was said about something, and how somebody is."""

import re

from bot.core.understand.folding import fold

_ASKS = (
    r"(?:what|did|does|has|have|who|when|where|which|any\w*|was|hat|haben|wer|wann|wo|que|"
    r"cuando|ha|han|quien|donde|ماذا|هل|من|متي)"
)
_SAID = (
    r"(?:sa(?:y|id|ys)|writ\w*|wrote|tell|told|shar\w*|answer\w*|mention\w*|talk\w*|"
    r"geschrieben|schreibt|schrieb|gesagt|"
    r"dijo|dicho|escribio|escrito|hablo|hablado|menciono|mencionado|conto|contado|comento|comentado|respondio|"
    r"gesprochen|sprach|geredet|redete|تحدثت?|حكت?|"
    r"sagt|erzahlt?|geteilt|geantwortet|erwahnt\w*|berichtet|كتبت?|قالت?|شاركت?|ذكرت?)"
)
_ABOUT = re.compile(
    rf"{_ASKS}(?!\w).*?(?:(?<!\w){_SAID} (?:\w+ )?(?:about|on|of|regarding|uber|von|zu|sobre|"
    rf"de|acerca de|عن)|(?:mention\w*|menciona\w*|ذكرت?(?: مدينه)?)|"
    rf"(?<!\w)(?:uber|von|zu|about|sobre|عن)) (?P<what>.+)"
)
_TELLS, _PLANS = (
    re.compile(rf"(?<!\w){_SAID}(?!\w)"),
    re.compile(r"(?<!\w)(?:ask|frage?n?|should|soll)(?!\w)"),
)
_MENTIONED = re.compile(
    r"(?:hat|haben|has|ha|wann hat) (?P<what>.+?) (?:erwahnt|genannt|angesprochen|mentioned|mencionado|nombrado)"
    r"|wann hat (?:uber|von|zu) (?P<of>.+?) (?:gesprochen|geredet|erzahlt|geschrieben)"
)
_FIND = re.compile(
    r"(?:please |bitte )?(?:find|search(?: for)?|look for|suche?(?: nach)?|finde?|busca(?:r|"
    r"me)?|encuentra|ابحث عن|ابحثي عن) (?P<what>.+)"
)
_BESIDE = re.compile(
    rf"^(?:the|a|an|her|his|their|my|ihre?[mnrs]?|seine?[mnrs]?|die|der|das|den|dem|"
    rf"eine?[mnr]?|la|el|los|las|su|sus)(?!\w) ?|"
    rf"(?: {_SAID}| this week| last week| lately| so far| diese woche| bisher)+$"
)
_NOTHING = frozenset(
    [
        "it",
        "that",
        "this",
        "them",
        "him",
        "her",
        "me",
        "us",
        "you",
        "mich",
        "mir",
        "uns",
        "es",
        "das",
        "dich",
        "ihn",
        "sie",
        "nuevo",
        "mi",
        "eso",
        "esto",
    ]
)
LONGEST = 40

_HOW = re.compile(
    r"(?:is|s|'s|seems?|ist|wirkt) (?:really |still |noch |wirklich )?(?:ok(?:ay)?|alright|all right|fine|well|"
    r"good|better|worse|safe|in danger|at risk|suicidal|sad|depress\w*|anxious|stress\w*|burn\w*(?: out)?|"
    r"(?:un)?happy|(?:un)?stable|struggling|coping|in ordnung|gefahrdet|traurig|depressiv|glucklich|stabil|sicher|"
    r"in gefahr)(?: \w+)?|"
    r".*(?<!\w)(?:worry|worried|concerned|sorgen machen|sorgen um)(?!\w).*|"
    r"what(?:'s| is|s) (?:wrong|the matter|up)(?: with)?|was ist (?:los|mit)(?: mit| los)?|was hat|"
    r"geht(?:'s| es)? (?:gut|besser|schlecht|ok(?:ay)?)|هل (?:هو|هي)? ?بخير|بخير"
)


_WHEN = re.compile(r"\W*(?:when|wann|cuando|متي|at what|um wie ?viel|a que hora|في اي)(?!\w)")


def asks_when(words: str) -> bool:
    """Whether words ask when something is."""
    return bool(_WHEN.match(fold(words)))


def about(words: str) -> str:
    """What is sought in what clients shared: "what did Ada say about Graz?"; "" where nothing is."""
    said = fold(words).strip(" ?!.؟")
    told = _TELLS.search(said) and not _PLANS.search(said)
    found = _FIND.fullmatch(said) or (_ABOUT.fullmatch(said) if told else None)
    late = None if found else _MENTIONED.fullmatch(said)
    what = found["what"] if found else (late["what"] or late["of"]) if late else ""
    what = what.strip(" \"'“”„")
    before = None
    while what != before:
        before, what = what, _BESIDE.sub("", what).strip()
    return "" if what in _NOTHING or len(what) < 2 or len(what) > LONGEST else what


def how_somebody_is(words: str) -> bool:
    """Whether it is asked, in words without the name, how somebody is: which nothing here can say."""
    return bool(_HOW.fullmatch(fold(words).strip(" ?!.؟")))


def holds(text: str, what: str) -> bool:
    """Whether a text has all of these words in it, each as the beginning of one of its own."""
    said = fold(text)
    return all(re.search(rf"(?<!\w){re.escape(word)}", said) for word in what.split())
