"""The linter on whole scripts: places, ways through a template, labels, acknowledgement, permission."""

import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from bot.core.base.issue import Issue
from bot.core.lint import lint, lint_prompt
from bot.core.script.parser import parse
from bot.core.script.script import Script

HEAD = """---
title: A look back
author: A. Name, coach
reviewed: 2026-11-21 by B. Name
basis: an example
when: weekly
length: {length}
{more}---

"""


def script(body: str, length: str = "1", more: str = "", name: str = "example") -> tuple[Script, str]:
    text = HEAD.format(length=length, more=more) + body
    read, issues = parse(text, f"{name}.md")
    assert read is not None, issues
    return read, text


def found(body: str, length: str = "1", more: str = "", name: str = "example") -> list[Issue]:
    read, text = script(body, length, more, name)
    return list(lint(read, text, f"{name}.md", "en"))


def rules(body: str, length: str = "1", more: str = "", name: str = "example") -> list[str]:
    return [issue.rule for issue in found(body, length, more, name)]


ASK = "# stayed\nWhat, if anything, stayed with you?\n"


def test_a_clean_script_gives_nothing() -> None:
    """A script that keeps to the rules has no issues."""
    assert found(ASK) == []


def test_an_issue_stands_at_its_words_in_the_file() -> None:
    """Line and column are those of the word in the source, with file and step, past conditions and lines."""
    body = "# stayed\nIf you like, look back.\n\nWhat {% if session %}then {% endif %}must you keep?\n"
    (issue,) = found(body)
    assert (issue.file, issue.line, issue.column, issue.step, issue.rule) == (
        "example.md",
        13,
        38,
        "stayed",
        "PRESS",
    )
    read, text = script(body)
    assert text.splitlines()[issue.line - 1][issue.column - 1 :].startswith("must")
    windows = text.replace("\n", "\r\n")
    assert list(lint(read, windows, "example.md", "en")) == [issue]


def test_a_label_is_judged_at_its_own_line() -> None:
    """Choices, the ends of a scale and the beginnings of two parts are read, each on its line."""
    body = "# how\nWhich way fits, if any?\n\n- Nobody will know → end\n- My therapy → end\n"
    assert [(issue.line, issue.rule) for issue in found(body)] == [(13, "SECRET"), (14, "DIAG")]
    scale = "# how\nHow near is it, if you like?\n\n- 1 to 5: toxic … near\n"
    assert [(issue.line, issue.column, issue.rule) for issue in found(scale)] == [(13, 11, "DIAG")]
    parts = "# two\nWhat do both sides say, if you like?\n\n- The sane part of me …\n- The depressed part of me …\n"
    assert [(issue.line, issue.rule) for issue in found(parts)] == [(14, "DIAG")]


def test_the_title_is_read_as_a_label() -> None:
    """A title stands in the client's menu; its issue leads to its line."""
    read, text = script(ASK)
    text = text.replace("A look back", "A look at your symptoms")
    read = replace(read, header=replace(read.header, title="A look at your symptoms"))
    (issue,) = lint(read, text, "example.md", "en")
    assert (issue.line, issue.column, issue.step, issue.rule) == (2, 23, "", "DIAG")


def test_a_label_is_the_clients_own_voice() -> None:
    """A client may say by a tap what a script may not say to a client."""
    body = (
        "# how\nWhat is it like, if you like?\n\n- I always feel it → end\n- It did not all sit right → end\n"
    )
    assert found(body) == []


def test_questions_in_two_branches_are_not_two_questions() -> None:
    """Each way through the conditions is a message of its own."""
    one = "# a\n{% if session %}What stayed, if anything?{% else %}What is new, if anything?{% endif %}\n"
    assert rules(one) == []
    both = "# a\n{% if session %}What stayed, if anything?{% endif %} What is new?\n"
    assert rules(both) == ["Q2"]
    ways = "{% if session == 1 %}what is it?{% elif session == 2 %}why?{% else %}what else?{% endif %}"
    several = f"# a\nIf you like: {ways}\n"
    assert rules(several) == ["WHY"]


def test_what_a_template_never_shows_is_not_read() -> None:
    """A note of the author's in a comment is nobody's business."""
    assert rules("# a\n{# must I say why? #}What, if anything, stayed?\n") == []


def test_an_issue_in_every_way_is_told_once() -> None:
    """What shows in all ways through a template is one issue."""
    assert rules("# a\n{% if session %}Well.{% else %}So.{% endif %} What, if anything, must stay?\n") == [
        "PRESS"
    ]


def test_the_longest_message_counts() -> None:
    """An echo counts with twelve words, on the longest way."""
    said = "And that was said very well in its own way, back then, by the water, under the old tree."
    more = "# more\n{% if stayed %}You wrote {{ stayed }}. " + said + "{% endif %}\n\nWhat is it like now?\n"
    body = f"{ASK}\n{more}"
    issues = [issue for issue in found(body, "2") if issue.rule == "LEN"]
    assert [issue.message for issue in issues] == [
        "38 words, 194 characters, what stands in braces at its longest; better no more than 30 and 280"
    ]


def test_silence_and_information_may_be_longer() -> None:
    """A hold or an information may have 60 words, and no more."""
    text = " ".join(["This is a short line."] * 11)
    assert rules(f"# still\n{text}\n\n- 2 minutes\n- 5 minutes\n") == []
    assert rules(f"# about (information)\n{text}\n\n{ASK}") == []
    assert rules(f"# about (information)\n{text} {text}\n\n{ASK}") == ["LEN"]


ACKED = [
    "# more\nThank you.\n\nWhat else is there?\n",
    "# more\nThank you. What else is there?\n",
    "# more\n{{ thanks }}\n\nWhat else is there?\n",
    "# more\n{% if stayed %}You wrote {{ stayed }}.{% endif %} What else is there?\n",
    "# kept\nThank you.\n\n# more\nWhat else is there?\n",
    "# still\nIf you like, sit with it.\n\n- 2 minutes\n- 5 minutes\n",
]


@pytest.mark.parametrize("body", ACKED)
def test_an_acknowledgement_can_have_many_forms(body: str) -> None:
    """A statement in the step or a step before it is enough."""
    assert "ACK" not in rules(ASK + "\n" + body, "2")


def test_a_question_straight_after_an_answer_is_told() -> None:
    """ACK at the step, also where an arrow or a choice leads to it past the acknowledgement."""
    assert rules(ASK + "\n# more\nWhat else is there?\n", "2") == ["ACK"]
    choices = "# a\nWhat, if anything, stayed?\n\n- A word → c\n- Nothing → b\n\n→ b\n"
    jump = f"{choices}\n# b\nThank you.\n\n# c\nWhat else is there?\n"
    assert [(issue.step, issue.rule) for issue in found(jump, "1 to 2")] == [("c", "ACK")]
    always = "# a\nWhat, if anything, stayed?\n\n→ b\n\n# b\nThank you.\n\n# c\nWhat else is there?\n"
    assert rules(always, "2") == []


def test_permission_may_come_before_the_first_question() -> None:
    """A permissive word in the opening, the question or its choices will do; a rating needs none."""
    assert rules("# a\nWhat stayed with you?\n") == ["PERM"]
    assert rules("# hello\nYou may stop at any time.\n\n# a\nWhat stayed with you?\n") == []
    assert rules("# a (ask)\nSay what stayed with you.\n") == ["PERM"]
    assert rules("# a\nHow near is it?\n\n- 1 to 5\n") == []
    assert (
        rules(
            "# a\nHow is it?\n\n- Perhaps good → b\n- Not now → b\n\n# b\nThank you. What stayed?\n", "1 to 2"
        )
        == []
    )


def test_praise_is_an_error_in_a_clients_script_and_free_in_a_coachs() -> None:
    """Texts for coaches may praise; a bare prompt is only warned."""
    body = "# a\nWell done. What, if anything, stayed?\n"
    assert [(issue.rule, issue.level) for issue in found(body)] == [("PRAISE", "error")]
    assert found(body, more="for: coach\n") == []


def test_why_needs_its_tag() -> None:
    """The tag distanced_why allows asking why; elsewhere it is an error, in a statement a warning."""
    body = "# a\nWhy, if you like, did she stay?\n"
    assert [(issue.rule, issue.level) for issue in found(body)] == [("WHY", "error")]
    assert found(body, more="tags: [distanced_why]\n") == []
    told = found("# a\nThat is why it matters.\n\n# b\nWhat, if anything, stayed?\n")
    assert [(issue.rule, issue.level) for issue in told] == [("WHY", "warning")]


def test_no_emoji_where_it_may_hurt() -> None:
    """One emoji is fine, but not in a script about feelings or reluctance."""
    body = "# a\nWhat, if anything, stayed 🌱?\n"
    assert rules(body) == []
    assert rules(body, more="tags: [feelings]\n") == ["EMOJI"]
    assert rules(body, name="reluctance") == ["EMOJI"]


def test_a_hard_script_is_told_once() -> None:
    """Steps that are each too short to judge are read together; a single hard message speaks for itself."""
    part = "Particularly significant considerations.\n\nWhat, if anything, materialised?\n"
    body = f"# a\n{part}\n" + "".join(f"\n# b{n}\n{part}" for n in range(5))
    assert [(issue.rule, issue.step) for issue in found(body, "6")] == [("READ", "a")]
    words = "considering organisational responsibilities, which expectations appear particularly significant?"
    hard = f"# a\nIf you like: {words}\n"
    assert rules(hard + "\n" + body.replace("# a\n", "# z\n"), "7") == ["READ"]


def test_the_whole_library_is_read_in_a_moment() -> None:
    """All shipped scripts, once the lists are compiled: no page takes long by itself (docs/benchmarks.md)."""
    paths = sorted((Path(__file__).parents[2] / "prompts").glob("*/*.md"))
    read = [(path.read_text(encoding="utf-8"), path) for path in paths if not path.stem.startswith("_")]
    scripts = [(parse(text, path.name, path.parent.name)[0], text, path) for text, path in read]
    for language in {path.parent.name for _, path in read}:
        lint_prompt("?", language)
    before = time.process_time()
    for one, text, path in scripts:
        assert one is not None
        lint(one, text, path.name, path.parent.name)
    assert len(scripts) >= 40
    assert time.process_time() - before < (15 if sys.gettrace() else 5)


def test_lines_that_a_parser_mended_are_put_nearby() -> None:
    """A text that is not in the source letter by letter gives lines in order, not an exception."""
    read, _ = script("# a\nWhat must stay, if anything?\n")
    (issue,) = lint(read, "nothing of it", "example.md", "en")
    assert (issue.line, issue.rule) == (11, "PRESS")
