"""Texts of both directions: what keeps names and answers from turning a sentence, and how buttons lie."""

import gettext

from babel import Locale, localedata
from hypothesis import given
from hypothesis import strategies as st

from bot import telegram
from bot.core.base.direction import commands_kept, isolated, right_to_left, stacked, turns
from bot.core.script.parser import parse
from bot.core.script.template import plain
from bot.core.talk import prompt
from bot.core.talk.model import Answer, Button, Context, Phrases, Reflection
from bot.i18n import Texts, phrases, texts

OPEN, CLOSE = "\u2068", "\u2069"
HEBREW = Texts("he", Locale.parse("he"), gettext.NullTranslations())
PAGE = """---
title: t
author: A. Name, coach
reviewed: 2026-11-21 by B. Name
basis: b
when: on demand
length: 1 to 3
---

# one
{words}

# two
{{{{ thanks }}}}

{{% if one %}}{{{{ one }}}}{{% endif %}}

# three
{{{{ coach }}}}{{% if name %}}{{{{ name }}}}{{% endif %}}

- 1 to 3
"""


def shown(language: str, said: str, coach: str = "Ana", name: str = "") -> str:
    """What a client of that language reads after an answer."""
    question = {"ar": "ما الذي بقي معك، إن بقي شيء؟", "en": "What stayed, if anything?"}[language]
    script, issues = parse(PAGE.format(words=question), "t.md", language)
    assert script, issues
    after = Reflection(
        "t", language, 1, Context(coach, name), "two", 2, answers=(Answer("one", 1, "", (said,)),)
    )
    made = [prompt.compose(script, step, after, phrases(language)) for step in script.steps[1:]]
    return "\n".join(plain(text) for text in made if isinstance(text, str))


def test_every_language_has_a_direction() -> None:
    """Whether a language runs from right to left is what CLDR says, with and without a region."""
    for code in localedata.locale_identifiers():
        assert right_to_left(code) is (Locale.parse(code).text_direction == "rtl"), code
    assert right_to_left("ar-EG")
    assert not right_to_left("tlh")
    assert not right_to_left("")


@given(st.text())
def test_nothing_is_wrapped_where_all_runs_from_left_to_right(text: str) -> None:
    """In a sentence from left to right only text with letters of the other direction is wrapped."""
    assert isolated(text) == (f"{OPEN}{text}{CLOSE}" if turns(text) else text)


def test_empty_text_stays_empty() -> None:
    """No name is no name in any direction."""
    assert isolated("", rtl=True) == ""
    assert HEBREW.isolated("") == ""


def test_an_answer_and_names_are_isolated_in_a_right_to_left_script() -> None:
    """Echo, earlier words and names stand in isolates, inside the quotation marks of the language."""
    said = shown("ar", "A walk.", name="Ada")
    opening, closing = phrases("ar").quote_open, phrases("ar").quote_close
    assert said.count(f"{opening}{OPEN}A walk.{CLOSE}{closing}") == 2
    assert f"{OPEN}Ana{CLOSE}{OPEN}Ada{CLOSE}" in said


def test_an_answer_of_the_other_direction_is_isolated_in_english() -> None:
    """Arabic words in an English script are wrapped; English ones are not."""
    assert f"“{OPEN}الصمت{CLOSE}”" in shown("en", "الصمت", coach="نور")
    assert f"{OPEN}نور{CLOSE}" in shown("en", "Silence", coach="نور")
    assert OPEN not in shown("en", "Silence")


def test_buttons_with_right_to_left_labels_lie_one_a_row() -> None:
    """Telegram does not mirror a keyboard: labels in Arabic stand below each other, numbers stay side by side."""
    rows = ((("1", "a"), ("2", "b")), (("لاحقًا", "c"), ("Stop", "d")))
    shown = telegram.keyboard(rows)["inline_keyboard"]
    assert [[one["text"] for one in row] for row in shown] == [["1", "2"], ["لاحقًا"], ["Stop"]]
    assert stacked((("Pass", "Later"),), str) == (("Pass", "Later"),)


def test_the_engine_lays_an_arabic_prompt_as_telegram_will() -> None:
    """The rows that the engine gives are the rows that are sent."""
    script, _ = parse(PAGE.format(words="What stayed, if anything?"), "t.md", "en")
    assert script
    here = Reflection("t", "ar", 1, Context("Ana"), "three", 3)
    arabic = Phrases(pass_="تخطٍّ", later="لاحقًا", stop="توقّف")
    rows = prompt.rows(script.steps[2], here, arabic)
    assert [len(row) for row in rows] == [3, 1, 1, 1]
    assert stacked(rows, _label) == rows


def _label(button: Button) -> str:
    return button.label


def test_commands_dates_and_names_in_latin_letters_keep_their_order() -> None:
    """In a right-to-left sentence they are wrapped: no slash moves behind its word, no date runs backwards."""
    assert HEBREW.t("א /menu, {n}.", n=3) == f"א {OPEN}/menu{CLOSE}, 3."
    assert HEBREW.t("א /ending Ada 2027-01-31.") == f"א {OPEN}/ending Ada 2027-01-31{CLOSE}."
    assert HEBREW.t("א 21:00-08:00, {coach}", coach="Ana") == f"א {OPEN}21:00-08:00{CLOSE}, {OPEN}Ana{CLOSE}"
    assert texts().t("x /menu y") == "x /menu y"


def test_a_command_in_an_arabic_script_keeps_its_slash_in_front() -> None:
    """What an author writes as /help is wrapped, closing tags are not; English is left as it is."""
    assert commands_kept("الأمر /help، <b>هنا</b>", rtl=True) == f"الأمر {OPEN}/help{CLOSE}، <b>هنا</b>"
    assert commands_kept("see /help", rtl=False) == "see /help"
