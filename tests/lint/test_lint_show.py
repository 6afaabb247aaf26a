"""Issues as text, JSON and GitHub annotations; a list of prompts; parity."""

import json
from dataclasses import replace

import pytest

from bot.core.base.issue import Issue
from bot.core.lint import as_github, as_json, as_text, lint_list, parity
from bot.core.script.script import END, Branch, Choice, Condition, Header, Scale, Script, Step, StepKind, When

ISSUE = Issue("a,b.md", 3, 7, "stayed", "PRESS", "error", "“must” presses\n100%", "Say it softly.")


def test_text_names_place_rule_and_remedy() -> None:
    """A person finds the place, what is wrong and what helps; what is not there leaves no gap."""
    bare = replace(ISSUE, step="", remedy="", message="x", level="warning")
    assert as_text([ISSUE, bare]) == (
        "a,b.md:3:7: error PRESS [stayed]: “must” presses\n100%\n    Say it softly.\na,b.md:3:7: warning PRESS: x"
    )
    assert as_text([]) == ""


def test_json_is_a_list_of_the_eight_fields() -> None:
    """A program reads all fields by name, letters as they are."""
    text = as_json([ISSUE])
    assert json.loads(text) == [
        {
            "file": "a,b.md",
            "line": 3,
            "column": 7,
            "step": "stayed",
            "rule": "PRESS",
            "level": "error",
            "message": "“must” presses\n100%",
            "remedy": "Say it softly.",
        }
    ]
    assert "“must”" in text
    assert json.loads(as_json([])) == []


def test_github_annotations_are_escaped() -> None:
    """A message cannot end its own annotation, and a file name cannot add a property."""
    line = "::error file=a%2Cb.md,line=3,col=7,title=PRESS::“must” presses%0A100%25. Say it softly."
    assert as_github([ISSUE]) == line


def test_a_list_of_prompts_keeps_its_lines() -> None:
    """Blank lines, bullets, numbers and quotation marks are fine; places are those of the list."""
    text = "What stayed?\n\n- Did it help?\n 2. What must you do?\n(3) What helped? What else?\n\t• “Was it good?”"
    found = [(issue.line, issue.column, issue.rule) for issue in lint_list(text, "list.txt")]
    assert found == [(3, 3, "CLOSED"), (4, 10, "PRESS"), (5, 18, "Q2"), (6, 5, "CLOSED")]
    assert {issue.file for issue in lint_list(text, "list.txt")} == {"list.txt"}


def test_a_list_in_another_language() -> None:
    """A list is judged in the language it is said to be in."""
    assert [issue.rule for issue in lint_list("Hat es geholfen?\nWas half?", "liste.txt", "de")] == ["CLOSED"]


HEADER = Header("t", "a", "r", "b", When("weekly"), (1, 2))
ALWAYS = Condition("always")


def step(name: str, kind: StepKind = "ask", **more: object) -> Step:
    made = Step(name, kind, "What?", name.replace("-", "_"), line=5, text_line=6)
    return replace(made, **more)  # type: ignore[arg-type]


MODEL = Script("x", HEADER, (step("a"), step("b", "ack")))

DIFFERENT = [
    ((step("a"),), "The step b of the en script is missing"),
    ((step("a"), step("b", "ack"), step("c")), "The step c is not in the en script"),
    ((step("b", "ack"), step("a")), "The steps stand in another order"),
    ((step("a", "two_parts"), step("b", "ack")), "a is of the kind two_parts, not ask"),
    ((step("a", save="z"), step("b", "ack")), "a is saved as z, not a"),
    (
        (step("a", choices=(Choice("x", END, 1),)), step("b", "ack")),
        "a has other choices, or they lead elsewhere",
    ),
    ((step("a", branches=(Branch(ALWAYS, END, 1),)), step("b", "ack")), "a leads elsewhere"),
    ((step("a", scale=Scale(1, 5)), step("b", "ack")), "a has another scale, other minutes or other parts"),
    ((step("a", minutes=(2,)), step("b", "ack")), "a has another scale, other minutes or other parts"),
    ((step("a", parts=("x", "y")), step("b", "ack")), "a has another scale, other minutes or other parts"),
    ((), "The step a of the en script is missing"),
]


@pytest.mark.parametrize(("steps", "message"), DIFFERENT)
def test_parity_names_what_differs(steps: tuple[Step, ...], message: str) -> None:
    """Each way in which a translation can be another script is told, with its line."""
    issues = parity(MODEL, replace(MODEL, steps=steps), "de/x.md")
    assert message in [issue.message for issue in issues]
    assert {(issue.rule, issue.level, issue.file) for issue in issues} == {("PARITY", "error", "de/x.md")}


def test_parity_looks_at_when_and_length() -> None:
    """Another time or length is another script; other words and labels are not."""
    later = replace(MODEL, header=replace(HEADER, when=When("demand")))
    longer = replace(MODEL, header=replace(HEADER, length=(1, 3)))
    said = "The header says another time (when) or length"
    assert [issue.message for one in (later, longer) for issue in parity(MODEL, one, "f")] == [said, said]
    words = replace(
        MODEL, header=replace(HEADER, title="Titel"), steps=(step("a", text="Was?"), step("b", "ack"))
    )
    assert parity(MODEL, words, "f") == ()
