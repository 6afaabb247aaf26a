"""The linter on bare prompts: each rule, its exceptions, and what a clean prompt is."""

from pathlib import Path

import pytest

from bot.core.lint import lint_list, lint_prompt, lint_text
from bot.core.script.script import StepKind

HERE = Path(__file__).parent


def rules(text: str, language: str = "en", kind: StepKind = "ask") -> set[str]:
    return {issue.rule for issue in lint_prompt(text, language, kind)}


BROKEN = [
    ("Q2", "What stayed with you? What would you change?"),
    ("Q2", "What helped? Describe the evening."),
    ("Q2", "List what went well. Describe what got in the way."),
    ("DOUBLE", "What made you stop, and what kept you going?"),
    ("DOUBLE", "What did you do, and did it help?"),
    ("DOUBLE", "What helped, and how?"),
    ("DOUBLE", "What do you like/dislike?"),
    ("DOUBLE", "What did you notice? and what would you change?"),
    ("CLOSED", "Did you do it?"),
    ("CLOSED", "Do you think that it helped?"),
    ("CLOSED", "How many days was that?"),
    ("CLOSED", "You quit in May?"),
    ("CLOSED", "Where do you live?"),
    ("LEAD", "Don't you think it was too much?"),
    ("LEAD", "It has been hard, hasn't it?"),
    ("LEAD", "You are tired, right?"),
    ("LEAD", "Obviously that hurt. What was it like?"),
    ("ADVICE", "You should call her. What comes up?"),
    ("ADVICE", "Have you tried walking?"),
    ("ADVICE", "Have you thought about calling her?"),
    ("ADVICE", "How about going for a walk?"),
    ("ADVICE", "What if you took a week off?"),
    ("ADVICE", "Make sure that you rest. What would help?"),
    ("PRESS", "What must change?"),
    ("PRESS", "You missed the last two. What happened?"),
    ("PRESS", "This answer is overdue."),
    ("PRESS", "You are late. What happened?"),
    ("WHY", "Why did you stop?"),
    ("WHY", "How come you left?"),
    ("LEAD", "What's wrong with your plan?"),
    ("LEAD", "What excuse did you have?"),
    ("LEAD", "How can you be more patient?"),
    ("CLOSED", "Would you tell her?"),
    ("CLOSED", "Will you call her?"),
    ("CLOSED", "How is seven o'clock for you?"),
    ("PRAISE", "You did really well. What helped?"),
    ("PRAISE", "You handled that beautifully. What helped?"),
    ("INTERP", "It sounds like you are sad. What would help?"),
    ("INTERP", "You feel alone. What would help?"),
    ("DIAG", "What is your depression like today?"),
    ("DIAG", "How is the therapy going?"),
    ("CLAIM", "I understand how you feel. What would help?"),
    ("CLAIM", "I'm always here for you. What would help?"),
    ("SECRET", "This stays between us. What happened?"),
    ("SECRET", "It is 100 % safe. What happened?"),
    ("PRAISE", "Well done. What helped?"),
    ("ABS", "What do you always forget?"),
    ("EXCL", "What helped! What was it?"),
    ("CAPS", "What do you REALLY want?"),
    ("EMOJI", "What helped 🙂🌱?"),
    ("EXIT", "This cannot be skipped. What happened?"),
    ("CRISIS", "Calm down. What is going on?"),
    ("LEN", "What " + "very " * 50 + "good thing was there?"),
    ("SENT", "What " + "very " * 20 + "good thing was there?"),
    (
        "READ",
        "Considering multifaceted interpersonal relationships, which organisational realities appear significant?",
    ),
]


@pytest.mark.parametrize(("rule", "text"), BROKEN)
def test_each_rule_is_found(rule: str, text: str) -> None:
    """A prompt that breaks a rule is told so."""
    assert rule in rules(text)


SPARED = [
    ("Q2", "What helped? Write as much or as little as you like."),
    ("Q2", "Think of a moment this week. What was it like?"),
    ("DOUBLE", "When and where was it easiest?"),
    ("DOUBLE", "What stays, and what else?"),
    ("DOUBLE", "How do you recall the room and what a view it had?"),
    ("CLOSED", "Would you like to say more?"),
    ("CLOSED", "Would it be all right if we looked at that?"),
    ("CLOSED", "Is there anything you would like to bring?"),
    ("CLOSED", "If you were to stop how would you do it?"),
    ("CLOSED", "How much does it bother you?"),
    ("CLOSED", "Which of these matters most to you?"),
    ("DOUBLE", "If you could change one thing about your week, what would it be?"),
    ("PRESS", "What should change?"),
    ("PRESS", "Write the words you need to hear."),
    ("ADVICE", "Write the words you need to hear."),
    ("SECRET", "What would 100% look like?"),
    ("CLAIM", "How do I feel right now?"),
    ("PRAISE", "What is one thing that you did well enough?"),
    ("LEAD", "What feels right?"),
    ("LEAD", "What don't you like about it?"),
    ("ADVICE", "What have you tried so far?"),
    ("PRESS", "You don't have to answer. What is there?"),
    ("PRESS", "What have you missed most?"),
    ("PRESS", "What do you need?"),
    ("PRESS", "What do you have to look forward to?"),
    ("PRESS", "Who do you have to lean on?"),
    ("PRESS", "What have you had to let go of?"),
    ("PRESS", "What would have to change?"),
    ("PRESS", "What does it need to feel safe?"),
    ("PRESS", "What is it like to have to wait?"),
    ("PRESS", "You wrote “I must go”. What is that like?"),
    ("PRESS", "What has been better lately, later or of late?"),
    ("INTERP", "What do you feel when you read this?"),
    ("INTERP", "However you feel, it is fine. What is there?"),
    ("DIAG", "How could you be patient with yourself?"),
    ("CLAIM", "Complete the sentence: I feel …"),
    ("CLAIM", "Say a little, if you care to say more."),
    ("ABS", "You can always stop. What is there?"),
    ("CAPS", "What is on TV?"),
    ("EMOJI", "What helped 🙂?"),
]


@pytest.mark.parametrize(("rule", "text"), SPARED)
def test_exceptions_are_spared(rule: str, text: str) -> None:
    """A prompt that only looks as if it broke a rule is left alone."""
    assert rule not in rules(text)


def test_clean_prompts_are_left_alone() -> None:
    """A clean, edited list of prompts gives no finding at all."""
    text = (HERE / "clean.txt").read_text(encoding="utf-8")
    assert sum(bool(line.strip()) for line in text.splitlines()) >= 150
    assert lint_list(text, "clean.txt") == ()


def test_a_statement_of_the_bot_is_judged_as_information() -> None:
    """An information text may say what the bot is not, and is held to its word all the same."""
    assert lint_text("Interlude is not therapy and does not treat anything.", "en") == ()
    assert {issue.rule for issue in lint_text("We treat depression.", "en")} == {"DIAG", "CONF"}


def test_an_information_may_list_commands() -> None:
    """Each line of a list of commands is a sentence of its own; a short label is no tag question."""
    lines = "\n".join(f"/command{n} – one of the things that you can do here" for n in range(4))
    assert lint_text(lines, "en") == ()
    assert lint_text("Did not sit right", "en") == ()


def test_speech_without_marks_is_read_by_its_words() -> None:
    """A question written down without a question mark is judged all the same; a statement is left alone."""
    assert rules("You drank. How many days was that.") == {"CLOSED"}
    assert rules("Did you go there.") == {"CLOSED"}
    assert rules("so you went back to him") == {"CLOSED"}
    assert rules("Well. Right?") == {"CLOSED"}
    assert rules("You went back to him.") == set()
    assert rules("so what was it, the job or the marriage") == {"CLOSED"}


def test_kinds_that_are_tapped_may_be_closed() -> None:
    """A closed question is right where the answer is a tap."""
    assert rules("How free do you feel to say it, from 1 to 5?", kind="rate") == set()
    assert "CLOSED" not in rules("Did it fit?", kind="choose")


def test_line_and_column_lead_to_the_words() -> None:
    """An issue stands at the words that it names."""
    text = "Thank you.\n\nWhat must change?"
    (issue,) = lint_prompt(text)
    assert (issue.line, issue.column, issue.rule) == (3, 6, "PRESS")


@pytest.mark.parametrize("language", ["de", "ar", "es", "fr", "ru"])
def test_a_question_in_another_language_is_said_to_be_in_it(language: str) -> None:
    """An English question in another language's page is named as English, and not called closed."""
    [found] = [
        one for one in lint_list("What stayed with you?", "x", language) if one.rule in ("CLOSED", "VAR")
    ]
    assert (found.rule, found.level) == ("VAR", "error")
    assert f"is in “en”, and the page is in “{language}”" in found.message


def test_a_duty_still_presses() -> None:
    """What tells a client that they have to do something still presses."""
    for text in ("You have to answer.", "You need to finish this.", "What do you have to do this week?"):
        assert "PRESS" in rules(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "You will feel better."),
        ("en", "Your coach will call you if you don't answer."),
        ("en", "n answers within a day."),
        ("en", "n sees this tomorrow."),
        ("en", "n looks forward to your answer."),
        ("de", "n freut sich auf deine Antwort und meldet sich bald."),
        ("de", "n antwortet innerhalb von einem Tag."),
        ("de", "Es wird dir bald besser gehen."),
        ("es", "n te responderá pronto."),
        ("es", "Te sentirás mejor."),
    ],
)
def test_a_promise_in_the_coachs_name_or_of_an_effect_is_told(language: str, text: str) -> None:
    """What a coach will do and when, or how somebody will feel, no page can know."""
    assert "CLAIM" in {issue.rule for issue in lint_text(text, language, "ack")}


@pytest.mark.parametrize(
    "text", ["n sees only what you chose to share.", "n gets it by the next digest, in your words."]
)
def test_what_a_coach_sees_can_be_said(text: str) -> None:
    """Who reads what is no promise of the coach's."""
    assert "CLAIM" not in {issue.rule for issue in lint_text(text, "en", "ack")}


def test_why_in_a_german_page_is_answered_in_german() -> None:
    """The remedy holds a question of the page's own language."""
    (found,) = [one for one in lint_prompt("Warum ist das so?", "de") if one.rule == "WHY"]
    assert "“Was hat dazu geführt?”" in found.remedy


def test_a_box_before_a_prompt_of_a_list_is_no_word_of_it() -> None:
    """A list of boxes is read as `import` reads it."""
    (found,) = [
        one for one in lint_list("- [ ] What helped, and who was there?", "q.txt") if one.rule == "DOUBLE"
    ]
    assert found.column > 6 and "[" not in found.remedy
