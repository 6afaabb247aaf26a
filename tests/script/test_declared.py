"""Who sees an answer, what it is for: written in brackets, read back, the same under any name."""

import re
from pathlib import Path

import pytest
from pages import issues_of, page

from bot.core.lint.parity import parity
from bot.core.script import declared
from bot.core.script.parser import parse, to_text
from bot.core.script.script import Script

PROMPTS = Path(__file__).parents[2] / "prompts"
PAGES = sorted(PROMPTS.glob("*/*.md"))
WHO = """
# who
Who may see this?

- Mine alone (private)
- My coach (At  the session) → close
- At once (NOW) → close
- Both (or none)

# close
That is all.
"""


def read(text: str, name: str = "sample.md", language: str = "en") -> Script:
    script, issues = parse(text, name, language)
    assert script is not None, issues
    return script


def decided(script: Script) -> list[object]:
    """What a page decides, in order, without its names."""
    return [(step.use, [choice.audience for choice in step.choices]) for step in script.steps]


@pytest.mark.parametrize("file", PAGES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_renaming_any_step_changes_nothing(file: Path) -> None:
    """Each step of each script that ships, renamed in turn: who sees what, and what it is for, stay."""
    text, language = file.read_text(encoding="utf-8"), file.parent.name
    before = decided(read(text, file.name, language))
    for name in re.findall(r"(?m)^# (\S+)", text):
        other = re.sub(rf"(?m)((?:^# |→ )){name}(?=\s|$)", r"\1renamed", text)
        other = re.sub(rf"\b{name.replace('-', '_')}\b(?=[^{{}}]*[%}}]}})", "renamed", other)
        assert decided(read(other, file.name, language)) == before, name


def test_brackets_are_read_and_not_shown() -> None:
    """Case and blanks make no difference; other brackets are words; the page is printed as it is meant."""
    script = read(page(WHO))
    who = script.steps[0]
    assert [choice.label for choice in who.choices] == ["Mine alone", "My coach", "At once", "Both (or none)"]
    assert [choice.audience for choice in who.choices] == ["private", "session", "now", ""]
    assert read(to_text(script)) == script
    assert declared.asks_who(script)


@pytest.mark.parametrize(("use", "word"), [(use, word) for word, use in declared.USES.items()])
def test_a_use_is_read_and_printed(use: str, word: str) -> None:
    """Each word behind a step's name says what its answer is for, beside kind and saved name."""
    script = read(page(f"\n# one (ask, saved as: mine, {word})\nTell me.\n"))
    assert (script.steps[0].use, script.steps[0].save) == (use, "mine")
    assert read(to_text(script)) == script
    said = f"one: in a digest as what is {word}"
    if use == "list":
        said = "one: on the client's own list of what helps; no coach sees it"
    assert list(declared.in_words(script)) == [said]


@pytest.mark.parametrize(
    ("body", "rule", "says"),
    [
        ("\n# one\nWho sees it?\n\n- Mine (privat)\n- All\n", "CHOICE", "Write (private)"),
        ("\n# one\nWho sees it?\n\n- Mine (in the session)\n- All\n", "CHOICE", "Write (at the session)"),
        ("\n# one (to undrstand)\nWhat now?\n", "KIND", "to understand"),
        ("\n# one (to bring)\nGood morning.\n", "KIND", "the step that asks"),
        ("\n# one\nWho?\n\n- Mine → keep-private\n- All\n\n# keep-private\nYours.\n", "FORMAT", "(private)"),
        ("\n# understand\nWhat now?\n", "FORMAT", "(to understand)"),
    ],
)
def test_what_decides_nothing_and_looks_so_is_never_silent(body: str, rule: str, says: str) -> None:
    """A misspelt bracket, one where nothing is asked, and a page of before: an issue with what to write."""
    found = [issue for issue in issues_of(page(body)) if issue.rule == rule]
    assert found
    assert says in found[0].remedy


@pytest.mark.parametrize(
    "label", ["Keep it to myself", "Keep it private", "Nur für mich", "Nobody", "لي وحدي"]
)
def test_a_choice_that_only_sounds_private_is_told(label: str) -> None:
    """A client who takes it believes that nobody sees the answers: without brackets that is not so."""
    body = f"\n# one\nWho may see this?\n\n- {label}\n- My coach\n"
    found = [issue for issue in issues_of(page(body)) if "sounds private" in issue.message]
    assert [(issue.rule, issue.level) for issue in found] == [("CHOICE", "warning")]
    marked = issues_of(page(body.replace(label, f"{label} (private)")))
    assert not [issue for issue in marked if "sounds" in issue.message]


def test_a_page_that_names_its_format_may_use_any_name() -> None:
    """Names are free: with format 2 said, keep-private and understand are names like any other."""
    body = "\n# understand\nWho?\n\n- Mine → keep-private\n- All\n\n# keep-private\nYours.\n"
    assert not [issue for issue in issues_of(page(body, format_="2")) if issue.rule == "FORMAT"]


def test_two_languages_decide_alike() -> None:
    """Another audience, or another use, in another language is an error of parity."""
    model = read(page(WHO))
    for other in (WHO.replace("(private)", "(now)"), WHO.replace("# who", "# who (to bring)")):
        assert [issue.rule for issue in parity(model, read(page(other)), "x.md")] == ["PARITY"]


def test_the_latest_choice_decides() -> None:
    """What was chosen last counts; a choice that decides nothing leaves it as it was."""
    script = read(page(WHO))

    class Answered:
        def __init__(self, choice: str | None, step: str = "who") -> None:
            self.step, self.choice = step, choice

    mine, both, said = Answered("Mine alone"), Answered("Both (or none)"), Answered(None)
    assert declared.decided(script, [Answered("At once"), mine, both, said]) == "private"
    assert declared.decided(script, [both, said, Answered("x", "gone")]) == ""
