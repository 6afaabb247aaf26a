"""The linter in every language it has lists for, and in one it has none for."""

import csv
from pathlib import Path

import pytest

from bot.core.lint import LANGUAGES, RULES, lint_prompt, split
from bot.core.lint.lexicon import words

TABLE = Path(__file__).parent / "languages.csv"


def rows() -> list[tuple[str, str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [(row["language"], row["rule"], row["text"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("language", "rule", "text"), rows())
def test_each_language_has_its_own_rules(language: str, rule: str, text: str) -> None:
    """A good prompt of a language gives nothing; a bad one gives at least its rule."""
    found = {issue.rule for issue in lint_prompt(text, language)}
    assert rule in found if rule else found == set()


def test_every_language_is_shown() -> None:
    """Each language but English has at least 30 lines in the table, for at least a dozen rules."""
    for language in set(LANGUAGES) - {"en"}:
        mine = [rule for name, rule, _ in rows() if name == language]
        assert len(mine) >= 30
        assert len(set(mine) & set(RULES)) >= 12


def test_only_english_is_called_reviewed() -> None:
    """Lists that no native speaker has read say so."""
    assert {language for language in LANGUAGES if words(language).reviewed} == {"en"}


def test_every_language_has_lists_for_the_same_rules() -> None:
    """No language leaves a rule of words out."""
    english = {one.rule for one in words("en").wording}
    assert {language: english - {one.rule for one in words(language).wording} for language in LANGUAGES} == {
        language: set() for language in LANGUAGES
    }


def test_a_region_or_an_address_is_judged_by_its_language() -> None:
    """de-AT and de@formal are German, en_GB is English."""
    for language in ("de-AT", "de@formal", "DE"):
        assert {issue.rule for issue in lint_prompt("Warum nicht jetzt?", language)} >= {"WHY"}
    assert {issue.rule for issue in lint_prompt("Why now?", "en_GB")} == {"WHY"}


def test_a_language_without_lists_gets_the_rules_of_form() -> None:
    """Polish has no lists: a closed question passes, two questions and an exclamation mark do not."""
    assert lint_prompt("Czy to pomogło?", "pl") == ()
    assert {issue.rule for issue in lint_prompt("Co pomogło? Co przeszkodziło!?", "pl")} == {"Q2", "EXCL"}


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        ("en", "What stayed? What would you change?", ("What stayed?", "What would you change?")),
        ("en", "What did you do, and did it help?", ("What did you do?", "How did it help, if at all?")),
        ("en", "What helped? And what got in the way?", ("What helped?", "What got in the way?")),
        ("en", "What helped, and how?", ("What helped?", "In what way?")),
        ("en", "What do you like/dislike?", ("What do you like?", "What do you dislike?")),
        (
            "en",
            "Think of this week. What helped? Describe the evening, if you like.",
            ("Think of this week. What helped?", "Describe the evening, if you like."),
        ),
        (
            "en",
            "Tell me what helps and describe how it feels.",
            ("Tell me what helps.", "Describe how it feels."),
        ),
        ("en", "Did it help? Is she well?", ("How did it help, if at all?", "Is she well?")),
        ("en", "You left, right? What then?", ("You left, right?", "What then?")),
        ("en", "What stayed with you?", ("What stayed with you?",)),
        ("en", "Did it help?", ("Did it help?",)),
        ("en", "Nothing is asked here.", ("Nothing is asked here.",)),
        ("en", "", ("",)),
        ("de", "Was half? Was fehlte?", ("Was half?", "Was fehlte?")),
        (
            "de",
            "Was hast du getan, und hat es geholfen?",
            ("Was hast du getan?", "Wie hat es geholfen, wenn überhaupt?"),
        ),
        ("es", "¿Qué te ayudó y qué te estorbó?", ("¿Qué te ayudó?", "¿Qué te estorbó?")),
        ("es", "¿Te ayudó eso?", ("¿Te ayudó eso?",)),
        (
            "fr",
            "Qu'est-ce qui a aidé et qu'est-ce qui a gêné ?",
            ("Qu'est-ce qui a aidé ?", "Qu'est-ce qui a gêné ?"),
        ),
        ("ru", "Что помогло и помогло ли это?", ("Что помогло?", "Как помогло это, если да?")),
        ("ar", "ماذا فعلت، وهل ساعد ذلك؟", ("ماذا فعلت؟", "كيف ساعد ذلك، إن حدث؟")),
        ("ar", "ما الذي ساعد وما الذي أعاق؟", ("ما الذي ساعد؟", "ما الذي أعاق؟")),
    ],
)
def test_a_message_is_taken_apart(language: str, text: str, parts: tuple[str, ...]) -> None:
    """Each thing that a message asks becomes a prompt of its own; one that asks once stays as it is."""
    assert split(text, language) == parts


def test_the_remedy_of_two_questions_shows_the_split() -> None:
    """Q2 and DOUBLE come with the proposal, in the author's own words and with the template's names."""
    (issue,) = lint_prompt("What helped {{ name }}? What got in the way?")
    assert "1. “What helped {{ name }}?” 2. “What got in the way?”" in issue.remedy


def test_the_remedy_of_a_closed_question_opens_it() -> None:
    """CLOSED comes with an open form where a pattern can make one."""
    (issue,) = lint_prompt("Did it help?")
    assert "“How did it help, if at all?”" in issue.remedy


def test_the_remedy_in_spanish_opens_what_makes_sense_opened() -> None:
    """With both question marks, in the author's own words."""
    (issue,) = lint_prompt("¿Te ayudó eso?", "es")
    assert "“¿Cómo te ayudó eso, si acaso?”" in issue.remedy


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Are you Mary?"),
        ("en", "Do you smoke?"),
        ("en", "Is there anything else going on?"),
        ("en", "Have you been okay?"),
        ("en", "Can we agree on that?"),
        ("en", "Did you sleep well?"),
        ("en", "Tell me, do you have any brothers?"),
        ("de", "Hast du gut geschlafen?"),
        ("de", "Bist du müde?"),
        ("de", "Gab es einen Streit?"),
        ("ar", "هل أنت متعب؟"),
        ("es", "¿Has dormido bien?"),
        ("es", "¿Estás en casa?"),
        ("es", "¿Tienes hermanos?"),
    ],
)
def test_a_remedy_proposes_no_wording_that_makes_no_sense(language: str, text: str) -> None:
    """A closed question that no pattern can open gets the rule's own remedy: no “How are you Mary, if at all?”."""
    for issue in lint_prompt(text, language):
        assert "“How " not in issue.remedy
        assert "“¿Cómo " not in issue.remedy
        assert "“Wie " not in issue.remedy
        assert "“كيف" not in issue.remedy
        assert "“Tell me?”" not in issue.remedy
        assert issue.remedy
