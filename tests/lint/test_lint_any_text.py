"""The linter on any text at all: it answers, in time, in its own words."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.lint import LANGUAGES, lint_list, lint_prompt, lint_text, split
from bot.core.lint.ease import LIMITS, hardness
from bot.core.lint.lexicon import words
from bot.core.lint.plain import plain
from bot.core.lint.sentences import sentences
from bot.core.lint.variants import MOST, variants

PIECES = [
    "what", "do you", "how many", "tell me", "and", "or", "so", "you", "must", "not", "?", ".", "…", "...",
    ",", "“", "”", '"', "‘", "’", "\n", "\n\n", "- ", "{{ name }}", "{{ thanks }}", "{% if a %}",
    "{% else %}", "{% elif b %}", "{% endif %}", "{#", "#}", "{{", "}}", "%}", "<b>", "</b>", "<", "/",
    "was", "hast du", "¿", "qué", "est-ce que", "ли", "что", "هل", "ما", "؟", "مَا", "e\u0301", "\u200f",
    "🙂", "👨\u200d👩\u200d👧", "İ", "ß", "\x00", "1", "a/b", "I feel", "don't", "right",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=120), st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join))
TONGUES = st.sampled_from([*LANGUAGES, "pl"])


@settings(max_examples=80, deadline=None)
@given(TEXTS, TONGUES, st.sampled_from(["ask", "rate", "choose", "ack", "hold", "info", "two_parts"]))
def test_any_text_gives_issues_inside_it(text: str, language: str, kind: str) -> None:
    """Whatever is written, there are issues or none, each at a place that the text has."""
    lines = text.split("\n")
    for issue in lint_prompt(text, language, kind):  # type: ignore[arg-type]
        assert 1 <= issue.line <= max(len(lines), 1)
        assert 1 <= issue.column <= len(text) + 1
        assert issue.message and issue.remedy
    assert lint_list(text, "list", language) == lint_list(text, "list", language)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TONGUES)
def test_any_text_can_be_taken_apart(text: str, language: str) -> None:
    """The parts are words, at least one, and a single part is the text as it was."""
    parts = split(text, language)
    assert parts
    assert all(part.strip() for part in parts) or parts == (text,)
    assert len(parts) > 1 or parts == (text,)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_every_letter_knows_where_it_stood(text: str) -> None:
    """What is read has a place for each letter, in order, and sentences lie inside it."""
    flat = plain(text)
    assert len(flat.shown) == len(flat.lower) == len(flat.places) - 1
    assert list(flat.places) == sorted(flat.places)
    assert flat.places[-1] <= len(text)
    for sentence in sentences(flat, words("en")):
        assert flat.lower[sentence.start : sentence.end] == sentence.text


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_every_way_through_a_template_is_as_long_as_the_source(text: str) -> None:
    """Blanked, not cut: places stay true, and the ways are few."""
    ways = variants(text)
    assert 1 <= len(ways) <= MOST + 1
    assert {len(way.text) for way in ways} == {len(text)}


HEAVY = [
    "a " * 5000, "? " * 5000, "what " * 2000, "do you " * 2000, "can you please " * 1000, "“" * 9000,
    "{{" * 4000, "{% if a %}" * 2000, "{% if a %}x{% endif %}" * 500, "not " * 2000, "isn't " * 1000,
    "so and " * 2000, ", " * 4000, "i really like to " * 800, "tell me how many " * 800, "<a " * 4000,
    "a" * 100000, "the job or the " * 500, "did he " * 1500, "when you feel " * 500, "have to " * 1500,
    "…" * 5000, "what do you think and what have you tried " * 100, "I" + " am" * 3000, "\n" * 9000,
    "е ли " * 1500, "و" * 5000, "qu'" * 2000, "was du " * 1500,
]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_takes_long(language: str) -> None:
    """Texts made to be slow are read in a moment each, whatever their length (time of this process alone)."""
    lint_prompt("What?", language)
    for text in HEAVY:
        before = time.process_time()
        lint_prompt(text, language)
        assert time.process_time() - before < 2, text[:30]


def test_a_long_message_is_told_by_its_length() -> None:
    """What is not read any more has been reported by LEN."""
    text = "word " * 1000 + "You must go."
    assert "LEN" in {issue.rule for issue in lint_prompt(text)}


@pytest.mark.parametrize("index", [*LIMITS, "unknown"])
def test_no_words_are_not_hard(index: str) -> None:
    """An index of nothing is nothing."""
    assert hardness((), "", index) == 0


@pytest.mark.parametrize(
    ("index", "easy", "hard"),
    [
        (
            "flesch-kincaid",
            "The cat sat on the mat.",
            "Considerable organisational responsibilities materialised.",
        ),
        ("lix", "Was ist da?", "Verantwortungsvolle Auseinandersetzungen entwickeln Persönlichkeiten."),
        (
            "fernandez-huerta",
            "¿Qué te va bien hoy?",
            "Consideraciones organizativas extraordinariamente significativas.",
        ),
        (
            "kandel-moles",
            "Que vois-tu ici ?",
            "Considérations organisationnelles extraordinairement significatives.",
        ),
        ("oborneva", "Что тут есть?", "Взаимоотношения ответственности характеризуются неопределённостью."),
        ("long-words", "ما هذا؟", "والمسؤوليات الاجتماعية والاقتصادية والاستراتيجيات والاستنتاجات."),
    ],
)
def test_each_index_tells_easy_from_hard(index: str, easy: str, hard: str) -> None:
    """Higher is harder, in every language's index; an unknown index says nothing."""
    assert hardness((5,), easy, index) < LIMITS[index].warn < hardness((5,), hard, index)
    assert hardness((5,), hard, "unknown") == 0


def test_a_hard_text_is_told_in_every_language() -> None:
    """READ works with each language's own index."""
    texts = {
        "de": "Verantwortungsvolle Auseinandersetzungen entwickeln Persönlichkeiten. "
        "Organisationsstrukturen charakterisieren zwischenmenschliche Beziehungen.",
        "es": "Consideraciones organizativas extraordinariamente significativas "
        "condicionan responsabilidades institucionales internacionales.",
        "fr": "Considérations organisationnelles extraordinairement significatives "
        "conditionnent responsabilités institutionnelles internationales.",
        "ru": "Взаимоотношения ответственности характеризуются "
        "исключительной неопределённостью обстоятельств человеческой жизни.",
        "ar": "والمسؤوليات الاجتماعية والاقتصادية المتبادلة "
        "والاستراتيجيات والاستنتاجات والاحتمالات والاستفسارات والمسؤوليات.",
    }
    for language, text in texts.items():
        assert "READ" in {issue.rule for issue in lint_text(text, language)}, language
