"""What a language does to a script: its quotation marks, its question marks, its word for minutes.

Everything else that differs between languages is written by people, in ``prompts/<language>/`` and in the
catalogues of the interface. Sources: CLDR delimiters; plural forms by the CLDR plural rules for 2 to 10.
"""

import re

_QUESTION = {
    "am": "?፧",
    "ar": "?؟",
    "ckb": "?؟",
    "el": "?;\u037e",
    "fa": "?؟",
    "hy": "?՞",
    "ja": "?？",
    "ps": "?؟",
    "ur": "?؟",
    "yi": "?",
    "zh": "?？",
}

# for 2, for 3 and 4, for 5 to 10
_MINUTES = {
    "ar": ("دقيقتان", "دقائق", "دقائق"),
    "bg": ("минути",) * 3,
    "cs": ("minuty", "minuty", "minut"),
    "da": ("minutter",) * 3,
    "de": ("Minuten",) * 3,
    "el": ("λεπτά",) * 3,
    "en": ("minutes",) * 3,
    "es": ("minutos",) * 3,
    "fa": ("دقیقه",) * 3,
    "fi": ("minuuttia",) * 3,
    "fr": ("minutes",) * 3,
    "he": ("דקות",) * 3,
    "hr": ("minute", "minute", "minuta"),
    "hu": ("perc",) * 3,
    "it": ("minuti",) * 3,
    "nb": ("minutter",) * 3,
    "nl": ("minuten",) * 3,
    "no": ("minutter",) * 3,
    "pl": ("minuty", "minuty", "minut"),
    "pt": ("minutos",) * 3,
    "ro": ("minute",) * 3,
    "ru": ("минуты", "минуты", "минут"),
    "sk": ("minúty", "minúty", "minút"),
    "sv": ("minuter",) * 3,
    "tr": ("dakika",) * 3,
    "uk": ("хвилини", "хвилини", "хвилин"),
    "ur": ("منٹ",) * 3,
}

_REQUESTS = {
    language: re.compile(pattern, re.IGNORECASE)
    for language, pattern in {
        "en": r"(?:(?:if|when|whenever|as|in|for|and|or|then|now|please|perhaps|maybe|once)\b[^.?!]{0,80}?[,:–—] *|"
        r"(?:please|perhaps|maybe|then|now|and) )?(?:please )?(?:(?:you (?:may|might|could|can) )?"
        r"(?:tell (?:me|us|a little)|say (?:a|what|how|more|whatever|something|in)|describe|"
        r"write(?! to| as| more| less| freely| nothing| again)|share (?:what|a|some|whatever)|"
        r"put (?:it|this|that|down|into|in) |name (?:one|a|two|three|what|the)|list|note (?:down|what|one|a)|"
        r"finish (?:the|this)|complete (?:the|this)))\b",
        "de": r"(?:(?:wenn|falls|sobald|und|dann|jetzt|nun|vielleicht|bitte)\b[^.?!]{0,80}?[,:–—] *|"
        r"(?:bitte|vielleicht|dann|jetzt|und) )?(?:(?:du (?:kannst|darfst|könntest) )?"
        r"(?:erzähle?|beschreibe?|schreibe?|schildere|sag(?:e)?|nenn(?:e)?|notiere?|vervollständige|ergänze)\b"
        r"(?! (?:so viel|mir nichts|dir nichts)))",
        "es": r"(?:(?:si|cuando|y|entonces|ahora|por favor|quizás?|tal vez|en|para)\b[^.?!]{0,80}?[,:–—] *|"
        r"(?:por favor|quizás?|tal vez|y|ahora|entonces|luego) )?(?:(?:puedes|podrías) )?"
        r"(?:cuéntame|cuéntamelo|cuenta(?! con| como| hasta)|contarme|contar|describe|describir|escribe|escribir|"
        r"nombra|nombrar|anota|anotar|dime|decirme|di|completa|completar|termina la|terminar la)\b"
        r"(?! (?:tanto como|lo que quieras|de nuevo|otra vez|nada))",
        "ar": r"(?:(?:إن|إذا|لو|وإن|ثم|الآن|من فضلك)[^.؟!]{0,80}?[،:] *)?"
        r"(?:اكتب|اكتبي|احكِ?|احكي|صف|صفي|أخبرني|أخبريني|اذكر|اذكري|قل|قولي|أكمل|أكملي)(?!\w)",
    }.items()
}
"""How a request for words begins, behind a condition or a courtesy; ours, from pages that people wrote."""

_BEGINNINGS = {
    "en": re.compile(
        r"[:：“\"]|\b(?:I|I'm|I’m|I'd|I’d|I'll|I’ll|I've|I’ve|my|me|mine|myself)\b|"
        r"^(?:and |but )?(?:lately|today|part|because|if only|what|when|where|complete|finish|continue)\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"[:„“\"]|\b(?:ich|mir|mich|mein\w*)\b|"
        r"^(?:und |aber )?(?:zurzeit|neulich|heute|ein teil|weil|wenn|was|wo|vervollständige?|ergänze?)\b",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"[:«“\"]|\b(?:yo|me|mí|mi|mis|conmigo)\b|"
        r"^(?:y |pero )?(?:últimamente|hoy|una parte|porque|si|lo que|cuando|donde|completa|termina|sigue)\b",
        re.IGNORECASE,
    ),
    "ar": re.compile(
        r"[:«“\"]|(?<!\w)(?:أنا|لي|عندي|مؤخرا|مؤخرًا|اليوم|جزء|لأن|لو|ما|عندما|حين|أكمل|أكملي)(?!\w)|ني(?!\w)"
    ),
}
"""What stands in a beginning that a client completes, and not in a line that only trails off."""

_SENTENCE = re.compile(r"(?<=[.!?؟…])\s+|\n{2,}")

_QUOTED = re.compile(r"“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|「[^「」]*」|”[^”“]*[”“]|\"[^\"]*\"")
_DOTS = re.compile(r"(?:…|\.\.\.)[\s”“»」\"*]*$")


def base(language: str) -> str:
    """The language without its region: ``de`` of ``de-AT``."""
    return language.replace("_", "-").split("-")[0].lower()


def question_marks(language: str) -> str:
    """Every character that ends a question in this language; ``?`` is always one."""
    return _QUESTION.get(base(language), "?")


def minutes(number: int, language: str) -> str:
    """``5 minutes`` in this language, for 2 to 10; in English for a language not in the table."""
    two, few, many = _MINUTES.get(base(language), _MINUTES["en"])
    return f"{number} {two if number == 2 else few if number < 5 else many}"


def is_minutes(word: str, language: str) -> bool:
    """Whether ``word`` means minutes. In a language not in the table any one word does."""
    if base(language) not in _MINUTES:
        return word.isalpha()
    known = {*_MINUTES[base(language)], *_MINUTES["en"], "min", "minute"}
    return word.casefold().rstrip(".") in {each.casefold() for each in known}


def unquoted(text: str) -> str:
    """The text without what stands in double quotation marks of any kind."""
    return _QUOTED.sub(" ", text)


def asks(text: str, language: str) -> bool:
    """Whether the text asks: a question mark outside quotation marks, a last sentence left open, or a request."""
    said = unquoted(text)
    return (
        _completes(text, language)
        or any(mark in said for mark in question_marks(language))
        or requests(said, language)
    )


def _completes(text: str, language: str) -> bool:
    """Whether the last sentence is a beginning to complete: "Lately I …"; "Thank you …" only trails off.

    In a language without a table any sentence that ends in … is one.
    """
    dots = _DOTS.search(text.rstrip())
    if dots is None:
        return False
    beginning = _BEGINNINGS.get(base(language))
    last = [one for one in _SENTENCE.split(text[: dots.start()].strip()) if one.strip()]
    return beginning is None or not last or beginning.search(last[-1]) is not None


def requests(text: str, language: str) -> bool:
    """Whether the last sentence asks for words without a question mark: "If you like, tell me about it."

    Only in the languages of the table; elsewhere an author writes (ask) behind the step's name.
    """
    form = _REQUESTS.get(base(language))
    sentences = [one for one in _SENTENCE.split(text.strip()) if one.strip(" .!*_\n")]
    return form is not None and bool(sentences) and form.match(sentences[-1].strip()) is not None
