"""The shipped scripts keep their word: they parse, lint clean, agree across languages, say their length."""

import re
from itertools import pairwise

import pytest
from shelf import PAGE, TALKS, Volume, bases, named, table, targets, volumes

from bot.core.script.kinds import WAITING
from bot.core.script.parser import parse, to_text
from bot.core.script.script import END

NUMBERS = {
    "en": "one two three four five six",
    "de": "ein|eine zwei drei vier fünf sechs",
    "es": "una|un dos tres cuatro cinco seis",
    "ar": "سؤال|بلمسة لمستين|سؤالان ثلاثة أربعة خمسة ستة",
}
LABEL = 24  # letters that fit on a button of a narrow phone
EMOJI = re.compile("[\u2600-\u27bf\U0001f000-\U0001faff]")

each = pytest.mark.parametrize("volume", volumes(), ids=lambda volume: volume.id)


@each
def test_parses(volume: Volume) -> None:
    """A shipped script has no issue of the language, neither error nor warning."""
    assert volume.issues == ()


@each
def test_prints_back(volume: Volume) -> None:
    """A shipped script printed and parsed again is the same script."""
    assert parse(to_text(volume.script), f"{volume.id}.md", volume.language)[0] == volume.script


@each
def test_says_its_length(volume: Volume) -> None:
    """The first message says how many prompts there may be, with a number that is true."""
    low, high = volume.script.header.length
    words = re.findall(r"\w+", volume.script.steps[0].text.lower())
    forms = NUMBERS[volume.language].split()
    said = [at for at, each_form in enumerate(forms, 1) if {*each_form.split("|")} & {*words}]
    assert said and max(said) in range(low, high + 1)


@each
def test_targets_exist(volume: Volume) -> None:
    """Every way leads to a step here, to the end, or to a script of the same language."""
    steps = {step.name for step in volume.script.steps}
    known = steps | {END} | set(named(volume.language))
    assert {to for step in volume.script.steps for to in targets(volume.script, step)} <= known


@each
def test_every_end_says_goodbye(volume: Volume) -> None:
    """Whatever ends a reflection is a statement, so that no one is left without a closing line."""
    for step in volume.script.steps:
        if END in targets(volume.script, step):
            assert step.kind not in WAITING, step.name


@each
def test_every_later_question_is_acknowledged_first(volume: Volume) -> None:
    """Each prompt that asks, but the first, opens with a statement before its question."""
    for _, step in pairwise(volume.script.steps):
        if step.kind in ("ask", "choose", "rate", "two_parts"):
            assert len(step.text.split("\n\n")) >= 2, step.name


@each
def test_labels_are_short(volume: Volume) -> None:
    """A choice fits on one line of a narrow phone."""
    labels = [choice.label for step in volume.script.steps for choice in step.choices]
    assert [label for label in labels if len(label) > LABEL] == []


@each
def test_quiet_in_tone(volume: Volume) -> None:
    """No exclamation mark and no emoji, in any script and any language."""
    body = volume.source.split("---", 2)[2]
    assert "!" not in body and not EMOJI.search(body)


@each
def test_says_who_stands_behind_it(volume: Volume) -> None:
    """The header names an author with a role, and a reader with a date, or says that there was none yet."""
    header = volume.script.header
    assert ", " in header.author
    assert re.match(r"\d{4}-\d{2}-\d{2} by \w", header.reviewed) or header.reviewed.startswith("not yet")


@each
def test_has_a_talk(volume: Volume) -> None:
    """There is a talk that plays this script in this language."""
    mine = re.compile(rf"^script: {re.escape(volume.script.name)}\s*$", re.MULTILINE)
    talks = (path.read_text(encoding="utf-8") for path in TALKS.glob(f"{volume.language}-*.talk"))
    assert any(mine.search(talk) for talk in talks)


@pytest.mark.parametrize("language", ["de", "ar", "es"])
def test_every_script_is_there_in_every_language(language: str) -> None:
    """Whoever is spoken to in German, Spanish or Arabic is offered all that an English client is."""
    assert set(named(language)) == set(named("en"))


def test_before_session_holds_what_the_digest_puts_first() -> None:
    """The digest opens with what the client brings and wants understood: the steps say so in brackets."""
    for language in ("en", "de", "ar", "es"):
        uses = [step.use for step in named(language)["before-session"].script.steps]
        assert uses == ["bring", "bring", "understand", "bring", ""]


def test_the_page_has_the_table() -> None:
    """docs/library.md lists every script as it is: when, prompts, ways, languages, and what it rests on."""
    page = PAGE.read_text(encoding="utf-8")
    assert table() in page
    assert bases() in page


def test_repair_leads_where_the_client_decides() -> None:
    """In every language the three choices of repair decide who sees the answers."""
    for language in ("en", "de", "ar", "es"):
        step = named(language)["repair"].script.step("sharing")
        assert step is not None
        assert [choice.audience for choice in step.choices] == ["now", "session", "private"]
