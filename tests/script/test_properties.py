"""What holds for every script and for everything that is none."""

import sys
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import pages, scripts

from bot.core.script.parser import RULES, foreign_targets, parse, to_text
from bot.core.script.script import Script
from bot.core.script.source import MOST_BYTES, read
from bot.core.script.tags import TAGS
from bot.core.script.upgrade import upgrade
from bot.core.script.ways import turns

_CALM = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@_CALM
@given(made=scripts())
def test_a_printed_script_reads_back(made: Script) -> None:
    """Reading what was printed gives the same value, for every form, branch, header and language."""
    read_back, issues = parse(to_text(made), f"{made.name}.md", made.header.language)
    assert read_back == made
    warned = {"WHEN"}  # a long one with a time is never sent by itself
    warned |= {"HEADER"} if {*made.header.tags, *made.header.avoid} - {*TAGS} else set()
    assert {issue.rule for issue in issues} <= warned


def _judge(text: str | bytes) -> None:
    """Issues or a script; each issue whole; a script that prints back."""
    script, issues = parse(text, "one.md")
    lines = len(read(text)[0] or [""])
    for issue in issues:
        assert issue.rule in RULES and issue.message and issue.remedy and issue.file == "one.md"
        assert 1 <= issue.line <= lines and issue.column >= 1
        assert "\n" not in issue.message + issue.remedy
    assert (script is None) == any(issue.level == "error" for issue in issues)
    if script:
        assert parse(to_text(script), "one.md") == (script, issues)
        assert turns(script.steps)[0] <= turns(script.steps)[1]
        assert all(foreign.line for foreign in foreign_targets(script))


@settings(max_examples=200, deadline=None)
@given(text=pages())
def test_a_nearly_good_page_gives_issues_or_a_script(text: str) -> None:
    """The right lines in the wrong order, with odd ones among them, never break anything."""
    _judge(text)
    _judge(text.encode("utf-8", "surrogatepass"))
    upgrade(text)


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=200) | st.binary(max_size=200))
def test_anything_gives_issues_or_a_script(text: str | bytes) -> None:
    """Any text and any bytes at all."""
    _judge(text)
    _judge(b"---\n" + text if isinstance(text, bytes) else "---\n" + text)


_LONG = [
    "-" * 65_000,
    "- " * 32_000,
    "#" * 65_000,
    "# " * 32_000,
    "# a\n" * 16_000,
    "# a\n" * 998,
    "- a\n" * 998,
    "# a\n" + "- a → b\n" * 998,
    "- a\n" * 16_000,
    "# a\n" + "- a → b\n" * 8_000,
    "# a\n" + "→ b\n" * 16_000,
    "# a\n" + "→ b if x\n" * 7_000,
    "# a (" + "x," * 30_000 + ")",
    "# a\n" + "- " + " " * 60_000 + "x",
    "# a\nx" + " " * 60_000 + "x",
    "# a\n" + "\u200f" * 21_000 + "x",
    "# a\n" + "\u200f " * 10_000 + "-",
    "# a\n" + "{%" * 30_000,
    "# a\n" + "{{" * 30_000,
    "# a\n" + "“" * 21_000,
    "# a\n" + '"' * 60_000,
    "# a\n" + "*" * 60_000,
    "# a\n" + "<a" * 30_000,
    "# a\n" + "](" * 30_000,
    "# a\n" + "… " * 16_000,
    "# a\n" + "1. " * 20_000,
    "# a\n" + "\t" * 60_000 + "x",
    "# a\n" + "> " * 30_000,
    "---\n" + "a: b\n" * 1_590 + "---\n",
    "---\n" + "".join(f"k{n}: x\n" for n in range(880)) + "---\n",
    "---\n" * 16_000,
    "\n" * 65_000,
    "\r" * 65_000,
    "é" * 32_000,
    "# a\n- 1" + "0" * 60_000,
    "# a\n- 1 to " + " " * 60_000 + "5",
    "# " + "a-" * 30_000,
    "# " + "a(" * 30_000 + ")",
]


@pytest.mark.parametrize("text", _LONG, ids=range(len(_LONG)))
def test_the_worst_page_of_its_size_is_read_in_a_moment(text: str) -> None:
    """No page of the largest size takes longer than a person would notice; what grows by the square would."""
    start = process_time()
    parse(text[:MOST_BYTES], "one.md")
    assert process_time() - start < 3


def test_reading_needs_little_of_the_stack() -> None:
    """A page is read although the caller stands deep already."""

    def deep(levels: int) -> None:
        if levels:
            deep(levels - 1)
        else:
            _judge("---\n" + "[" * 200 + "\n---\n# a\n" + "{% if a %}" * 10 + "{{ " + "(" * 100)

    deep(sys.getrecursionlimit() // 3)
