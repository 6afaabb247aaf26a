"""How the bot's own texts sound: the linter's rules for what clients read, banned words for everything."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from messages import BOT, FOR_ADMINS, filled, messages, sentences, translated

from bot.core.base.issue import Issue
from bot.core.lint import lint_text
from bot.i18n import languages

pytestmark = pytest.mark.unmeasured  # it reads the program and runs little of it

LANGUAGES = languages()
ASKING = ("Q2", "DOUBLE", "LEAD")
"""What is judged of a text that asks, beside the rules of information."""

BANNED = {
    "en": r"resistant|non-?compliant|missed|failed|overdue|patients?|therap\w+|treatments?",
    "de": r"widerständig\w*|verpass\w+|versäum\w+|gescheitert|überfällig\w*|patient\w*|therap\w+|behandlung\w*",
    "es": r"resistente\w*|pacientes?|terap[iée]\w*|psicoterap\w*|tratamientos?|fracas\w+|"
    r"fall(?:aste|ó|aron|ado|ada)|perdid[oa]s?|te perdiste|faltaste|atrasad\w+|vencid[oa]s?|retrasad\w+|incumpl\w+",
    "ar": r"مقاوم\w*|مريض\w*|مرضى|علاج\w*|معالج\w*|فشل\w*|فاتك|متأخر\w*|تخلّف\w*",
}
"""A8 and B30, and the same in the other languages."""

# Where a banned word may stand, and why. Few.
ALLOWED = {
    "README.md": r"It is \*\*not therapy\*\*",
    "translating.md": r"\(\*must\*, \*should\*, \*missed\*, \*overdue\*\)",  # it bans them
}
ELSEWHERE = {
    "glossary.md": "it names the words that are not used",
    "running.md": "it quotes lines of the log",
    "simulator.md": "it quotes Telegram's errors",
}
PAGES = [BOT.parent / "README.md", *sorted((BOT.parent / "docs").glob("*.md"))]


def said(language: str, clients: bool) -> Iterator[str]:
    """Every form of every message in a language, blanks filled; those that clients read, or those of coaches."""
    for message in messages():
        if message.for_clients is clients:
            forms = message.forms if language == "en" else translated(language).get(message.key, ())
            yield from map(filled, forms)


def issues(text: str, language: str) -> tuple[Issue, ...]:
    """What the linter says of one of the bot's own texts."""
    found = lint_text(text, language, kind="info")
    asking = lint_text(text, language, kind="choose") if re.search("[?؟]", text) else ()
    return (*found, *(one for one in asking if one.rule in ASKING))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_clients_read_passes_the_linter(language: str) -> None:
    """No text that a client reads has an error or a warning of the linter, in any shipped language."""
    found = [(text, one.rule, one.message) for text in said(language, True) for one in issues(text, language)]
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_coaches_read_presses_nobody(language: str) -> None:
    """Digests and the coach's room know no pressure, label, praise, claim, secret or exclamation either."""
    rules = (
        "PRESS",
        "DIAG",
        "PRAISE",
        "CLAIM",
        "SECRET",
        "INTERP",
        "ADVICE",
        "EXCL",
        "CAPS",
        "EMOJI",
        "CRISIS",
    )
    found = [
        (text, one.rule)
        for text in said(language, False)
        for one in issues(text, language)
        if one.rule in rules
    ]
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_of_the_interface_has_a_banned_word(language: str) -> None:
    """Nobody is called resistant or a patient, nothing is missed, failed or overdue, in any language."""
    texts = [*said(language, True), *said(language, False)]
    assert texts
    assert [text for text in texts if banned(text, language)] == []


def test_no_sentence_in_code_has_a_banned_word() -> None:
    """What admins read in the chat and at the terminal is written beside the messages: banned there too.

    Not looked at: the simulator, which speaks Telegram's words, the runtime's lines in the log of a machine, and
    the linter's own lists of words.
    """
    rooms = [file for file in BOT.rglob("*.py") if not {"simulator", "runtime", "lint"} & set(file.parts)]
    found = [one for room in rooms for one in sentences(room) if banned(one.text)]
    assert found == []
    assert any(
        one
        for room in rooms
        if room.relative_to(BOT).as_posix().startswith(FOR_ADMINS)
        for one in sentences(room)
    )


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_no_page_has_a_banned_word(page: Path) -> None:
    """The pages that quote the bot or speak of clients use its words."""
    if page.name in ELSEWHERE:
        pytest.skip(ELSEWHERE[page.name])
    text = page.read_text("utf-8")
    assert banned(re.sub(ALLOWED.get(page.name, "$^"), "", text)) == []


def banned(text: str, language: str = "en") -> list[str]:
    """The banned words in a text; each list is for its language, and English words are banned in all."""
    lists = {BANNED["en"], BANNED[language]}
    return [found[0] for words in lists for found in re.finditer(rf"\b(?:{words})\b", text, re.IGNORECASE)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("You missed one", "en"),
        ("Patienten", "de"),
        ("Tu terapeuta", "es"),
        ("Una pregunta atrasada", "es"),
        ("علاجك", "ar"),
        ("It has FAILED", "de"),
        ("Therapie", "de"),
    ],
)
def test_banned_words_are_found(text: str, language: str) -> None:
    """The search finds what it is for, in capitals and inflected."""
    assert banned(text, language)


def test_agreement_says_what_it_has_to() -> None:
    """The notice before anything is asked holds what it has to, in few words, in each language."""
    english = notice("en")
    for point in ("a script asks them", "no AI", "What you choose to share goes to", "usually on ",
                  "not an emergency service",
                  "findahelpline.com", "a notice, without the words", "/alerts", "not end-to-end encrypted",
                  "/export", "/erase",
                  "18 and over"):  # fmt: skip
        assert point in english
    for language in LANGUAGES:
        text = notice(language)
        assert len(text) < 800
        assert all(sign in text for sign in ("112", "911", "findahelpline.com", "/export", "/erase", "18"))


def notice(language: str) -> str:
    """The texts of the notice, as they stand in joining.notice."""
    source = (BOT / "people" / "client" / "joining.py").read_text("utf-8")
    body = source[source.index("def notice(") : source.index("def _ask_agreement(")]
    flat = re.sub(r'"\s*\n\s*"', "", body)
    keys = [message.key for message in messages() if f'"{message.key}"' in flat]
    assert len(keys) == 5
    return "\n".join(key if language == "en" else translated(language)[key][0] for key in keys)
