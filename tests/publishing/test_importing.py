"""A list of prompts becomes scripts: whole, split where two things are asked, clean where that is possible."""

import re
from pathlib import Path

import pytest
from desk import NOW
from hypothesis import example, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from bot.cli import collection, importing
from bot.cli.main import app
from bot.cli.table import ListedPrompt
from bot.core.script.parser import parse
from bot.core.script.printer import to_text
from bot.core.script.template import plain
from bot.core.talk.engine import advance
from bot.core.talk.model import Begin, Context, Reflection, Say
from bot.people.admin import checking


def written(prompts: list[str], language: str = "en") -> str:
    """The page of a script of these prompts."""
    return to_text(
        importing.script("imported-01", [ListedPrompt(one) for one in prompts], language, "A. Name, coach")
    )


COACH = re.compile(r"\{\{ ?coach ?\}\}")
"""The one thing that a list may call for: the coach's name."""

SIGNS = st.text("#-+*_>|`~=<→←()[]{}%\\./0a !?…", min_size=1, max_size=30)
WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=60)


@settings(max_examples=150, deadline=None)
@example(prompt="{<a")
@example(prompt="{{coach}}")
@example(prompt="*{{{ coach }}} {{Coach}} {{ name }}")
@given(prompt=SIGNS | WORDS)
def test_any_prompt_is_shown_as_it_was_written(prompt: str) -> None:
    """Whatever signs a prompt holds, a client is shown just these words; for ``{{ coach }}`` the coach's name."""
    line = collection.cleaned(prompt) or "x"
    script, issues = parse(written([line], "nl"), "imported-01.md", "nl")
    assert script is not None, issues
    begun = Reflection("imported-01", "nl", 1, Context("Dana"))
    _, effects = advance(script, begun, Begin(), NOW)
    (say,) = (effect for effect in effects if isinstance(effect, Say))
    assert " ".join(plain(say.text).split()) == COACH.sub("Dana", line)


LIST = """* What has stayed with you?
2) What did you do, and did it help?

- Take {{ coach }} as {{ somebody }}: what would they say?
What would you like to leave where it is?
"""


def test_a_list_becomes_scripts_that_lint_clean(tmp_path: Path) -> None:
    """Bullets and numbers go, double asks are split, and what comes out of open questions has no error."""
    (tmp_path / "list.txt").write_text(LIST)
    done = CliRunner().invoke(
        app, ["scripts", "import", str(tmp_path / "list.txt"), "--out", str(tmp_path / "en"), "--each", "3"]
    )
    assert done.exit_code == 0, done.output
    assert "5 prompts in 2 scripts" in done.stdout
    names = sorted(file.name for file in (tmp_path / "en").iterdir())
    assert names == ["imported-01.md", "imported-02.md"]
    pages = "".join((tmp_path / "en" / name).read_text() for name in names)
    assert "What did you do?" in pages
    assert "did it help?" not in pages
    assert "How did it help, if at all?" in pages
    assert "{{ coach }}" in pages
    lint = CliRunner().invoke(app, ["scripts", "lint", str(tmp_path / "en")])
    assert (lint.exit_code, lint.stdout) == (0, "")


def test_what_is_left_to_mend_is_said_by_line(tmp_path: Path) -> None:
    """A closed question is left in the author's words and named with its file and line; --reword opens it."""
    (tmp_path / "list.txt").write_text("Did you like it?\n")
    base = ["scripts", "import", str(tmp_path / "list.txt"), "--out", str(tmp_path / "en")]
    done = CliRunner().invoke(app, base)
    assert done.exit_code == 0
    assert "imported-01.md:" in done.stderr
    assert "CLOSED" in done.stderr
    reworded = CliRunner().invoke(app, [*base, "--name", "evening", "--reword"])
    assert reworded.stderr == ""
    assert "How did you like it, if at all?" in (tmp_path / "en" / "evening-01.md").read_text()


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """Where a file of that name is there already, none is written at all."""
    (tmp_path / "list.txt").write_text("What now?\n" * 9)
    (tmp_path / "imported-03.md").write_text("mine")
    done = CliRunner().invoke(app, ["scripts", "import", str(tmp_path / "list.txt"), "--out", str(tmp_path)])
    assert done.exit_code == 2
    assert "imported-03.md exists already" in done.stderr
    assert sorted(file.name for file in tmp_path.iterdir()) == ["imported-03.md", "list.txt"]


@pytest.mark.parametrize("text", ["", "\n\n  \n"])
def test_an_empty_list_is_said(tmp_path: Path, text: str) -> None:
    """A list without prompts is unusable, and one line says so."""
    done = CliRunner().invoke(app, ["scripts", "import", "-", "--out", str(tmp_path)], input=text)
    assert done.exit_code == 2
    assert "holds no prompts" in done.stderr


def test_another_language_has_nothing_english_in_it(tmp_path: Path) -> None:
    """What is said around the prompts is in their language, or not said at all."""
    for language, words in (("de", "Was ist dir geblieben?"), ("fr", "Qu'est-ce qui t'est resté ?")):
        page = written([words], language)
        assert "That is all" not in page
        assert "If you like" not in page
        assert checking.check_file("imported-01.md", language, page).errors == ()


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("My Page", "my-page-01.md"),
        ("Abend für dich", "abend-fuer-dich-01.md"),
        ("x" * 60, f"{'x' * 29}-01.md"),
    ],
)
def test_a_name_is_made_into_one_that_scripts_can_have(tmp_path: Path, name: str, file: str) -> None:
    """However the files are to be called, what comes out is a name of a script; without a letter it is refused."""
    base = ["scripts", "import", "-", "--out", str(tmp_path), "--name"]
    done = CliRunner().invoke(app, [*base, name], input="What stays?\n")
    assert done.exit_code == 0 and (tmp_path / file).exists(), done.output
    assert "NAME" not in done.output
    assert CliRunner().invoke(app, [*base, "!!"], input="What stays?\n").exit_code == 2
