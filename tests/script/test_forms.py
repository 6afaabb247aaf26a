"""What a step is, by the form in which it is written, and what the page tolerates."""

import pytest
from pages import first, issues_of, page, places, script

from bot.core.script.parser import Foreign, foreign_targets, parse, to_text
from bot.core.script.script import Branch, Choice, Condition, Scale
from bot.core.script.ways import known, turns

LINE = 0


@pytest.mark.parametrize(
    ("language", "body", "kind"),
    [
        ("en", "\n# one\nWhat stayed?", "ask"),
        ("en", "\n# one\nComplete the sentence, if you like: lately …", "ask"),
        ("en", "\n# one\nComplete the sentence: “Lately ...”", "ask"),
        ("en", "\n# one\nThank you.", "ack"),
        ("en", "\n# one\nYou asked yourself “What now?” today.", "ack"),
        ("en", "\n# one\nIt began … and it ended.", "ack"),
        ("en", "\n# one\n{# why? #}Thank you{% if coach == '?' %}.{% endif %}", "ack"),
        ("en", "\n# one (information)\nWhat is this? A script.", "info"),
        ("en", "\n# one (acknowledgement)\nWho knows?", "ack"),
        ("en", "\n# one (ask)\nSay what you like.", "ask"),
        ("en", "\n# one\nWhat now?\n- This\n- That", "choose"),
        ("en", "\n# one (choose)\nWhich year?\n- 19\n- 20", "choose"),
        ("en", "\n# one\nHow near?\n- 1 to 5", "rate"),
        ("en", "\n# one\nBoth may be true.\n- Part of me …\n- Another part …", "two_parts"),
        ("en", "\n# one\nA while.\n- 3 minutes\n- 5 min.", "hold"),
        ("de", "\n# one\nEine Weile.\n- 3 Minuten", "hold"),
        ("xx", "\n# one\nA while.\n- 3 thingies", "hold"),
        ("de", "\n# one\nWelche?\n- 3 Stunden", "choose"),
        ("ar", "\n# one\nماذا بقي معك؟", "ask"),
        ("el", "\n# one\nΤι έμεινε;", "ask"),
        ("en", "\n# one\nOne thing; another.", "ack"),
        ("ja", "\n# one\n何が残りましたか？", "ask"),
    ],
)
def test_the_form_says_the_kind(language: str, body: str, kind: str) -> None:
    """A step's kind follows from its list and its last words, in the language of its folder."""
    made, issues = parse(page(body), "one.md", language)
    assert made is not None, issues
    assert made.steps[0].kind == kind


def test_a_page_of_every_form_comes_out_whole() -> None:
    """Texts, choices, scales, beginnings, minutes, arrows and names are read as they stand."""
    body = """
# stayed (saved as: lesson)
It is a few hours since you talked with {{ coach }}.

What, if anything, has stayed with you?

- Something felt new → spark
- Nothing just now → end
- Something else

→ near if passed
→ near if session 6 or later
→ near if session 1 to 5
→ near if session 0
→ near if after a mark

# near
How near is it?
- 1 to 5: far … near
→ mixed if rated 1 to 2
→ quiet if rated 4 or more
→ quiet if rated 3 or less
→ quiet if answered

# mixed
Both may be true.
- Part of me …
- Another part...

# quiet
A while, if you like.
- 3 minutes
- 5 minutes
"""
    made = script(page(body, "3 to 4"))
    stayed, near, mixed, quiet = made.steps
    assert (stayed.save, stayed.kind, stayed.line, stayed.text_line) == ("lesson", "choose", 10, 11)
    assert stayed.text.split("\n")[2] == "What, if anything, has stayed with you?"
    assert [(choice.label, choice.to, choice.line) for choice in stayed.choices] == [
        ("Something felt new", "spark", 15),
        ("Nothing just now", "end", 16),
        ("Something else", None, 17),
    ]
    assert [branch.condition for branch in stayed.branches] == [
        Condition("passed"),
        Condition("session", 6, None),
        Condition("session", 1, 5),
        Condition("session", 0, 0),
        Condition("marked"),
    ]
    assert near.scale == Scale(1, 5, "far", "near")
    assert near.branches == (
        Branch(Condition("rated", 1, 2), "mixed", LINE),
        Branch(Condition("rated", 4, 5), "quiet", LINE),
        Branch(Condition("rated", 1, 3), "quiet", LINE),
        Branch(Condition("answered"), "quiet", LINE),
    )
    assert (mixed.parts, quiet.minutes) == (("Part of me …", "Another part …"), (3, 5))
    assert foreign_targets(made) == (Foreign("spark", "stayed", 15),)
    assert (made.step("near"), made.step("nothing"), made.after("quiet")) == (near, None, "end")
    assert made.after("stayed") == "near"
    assert turns(made.steps) == (1, 4)


@pytest.mark.parametrize(
    ("items", "scale", "branches"),
    [
        ("- 0 to 10", Scale(0, 10), ()),
        ("- 1–3: low ... high", Scale(1, 3, "low", "high"), ()),
        ("- 1 to 3: low …", Scale(1, 3, "low", ""), ()),
        ("- 1: low\n- 2\n- 3: high", Scale(1, 3, "low", "high"), ()),
        ("- 1: low\n- 2: high", Scale(1, 2, "low", "high"), ()),
        ("- 1: a\n- 2: b\n- 3: c", Scale(1, 3, "a", "c", ("a", "b", "c")), ()),
        (
            "- 1 to 2: hard → end\n- 3 to 5: well → other",
            Scale(1, 5, "hard", "well"),
            (Branch(Condition("rated", 1, 2), "end", 0), Branch(Condition("rated", 3, 5), "other", 0)),
        ),
    ],
)
def test_numbers_make_a_scale(items: str, scale: Scale, branches: tuple[Branch, ...]) -> None:
    """One range or several, with words at the ends or at every number, with arrows of their own or none."""
    step = first(f"\n# one\nHow near?\n{items}")
    assert (step.scale, step.branches) == (scale, branches)


SAME = "\n# one\nWhat now?\n\n- This → two\n- That → end\n\n→ end if passed\n\n# two\nWhat then?"


@pytest.mark.parametrize(
    "text",
    [
        page(SAME).replace("\n", "\r\n"),
        page(SAME).replace("\n", "\r"),
        "\ufeff" + page(SAME),
        "\n\n" + page(SAME),
        page(SAME).replace("→", "->"),
        page(SAME).replace(" → ", " => "),
        page(SAME).replace("→", "←"),
        page(SAME).replace("- ", "* "),
        page(SAME).replace("- ", "+ "),
        page(SAME).replace("- ", "• "),
        page(SAME).replace("- This", "1. This").replace("- That", "2. That"),
        page(SAME).replace("- That", "* That"),
        page(SAME).replace("\n\n", "\n"),
        page(SAME).replace("\n\n", "\n\n\n\n"),
        page(SAME).replace("# one", "## One".lower()).replace("# two", "  # two ##"),
        page(SAME).replace("- This", "\u200f- This\u200f").replace("→", "\u200f→\u200f"),
        page(SAME).replace("# two", "\u200f # two\u200f"),
        page(SAME).replace("- This → two", "- This\n  → two"),
        page(SAME).replace("- This", "-   This   "),
        page(SAME).replace("- That → end\n\n", "- That → end\n"),
        page(SAME).replace("title", "\u200ftitle"),
        page(SAME).replace("What now?", "  What now?  "),
        page(SAME).replace("→ end if passed", "→  end   If  Passed"),
        page(SAME, language="en", tags="", format_="2"),
    ],
)
def test_what_a_phone_or_an_editor_does_to_a_page_changes_nothing(text: str) -> None:
    """Line ends, byte order marks, marks of direction, other bullets, arrows and blank lines mean the same."""
    assert script(text) == script(page(SAME))
    assert script(text.encode()) == script(page(SAME))


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (page("\n# one\nWhat now?").encode("utf-16"), 1, 1),
        (page("\n# one\nWas nun, Jürgen?").encode("latin-1"), 11, 11),
        (page("\n# one\nWhat\0 now?").encode(), 11, 5),
        (page("\n# one\nWhat now?\x1b").encode(), 11, 10),
        (page("\n# one\nWhat now?" + " " * 70_000), 1, 1),
        (page("\n# one\nWhat now?" + "\n" * 1000), 1000, 1),
    ],
)
def test_a_file_that_is_no_plain_text_is_explained(data: str | bytes, line: int, column: int) -> None:
    """Another encoding, a control character or a size that no page has is one issue at its place."""
    made, issues = parse(data, "one.md")
    assert made is None
    assert [(issue.rule, issue.line, issue.column) for issue in issues] == [("FILE", line, column)]


def test_half_a_character_is_refused() -> None:
    """Half an emoji, as a faulty program may send it, never reaches the store."""
    assert [issue.rule for issue in issues_of(page("\n# one\nWhat now? \ud83d"))] == ["FILE"]


def test_lines_of_a_word_processor_are_lines() -> None:
    """Soft returns and Unicode line ends count as line ends."""
    assert script(page(SAME).replace("\n", "\u2028")) == script(page(SAME))


def test_an_item_may_run_over_two_lines() -> None:
    """A label that an editor has wrapped is one label."""
    step = first("\n# one\nWhat now?\n- This and\n  that\n- Other")
    assert step.choices[0] == Choice("This and that", None, 0)


def test_line_ends_of_the_text_lead_back_to_the_file() -> None:
    """Line n of a text is line text_line + n of the file, blank lines included."""
    text = page("\n# one\n\nFirst.\n\n\nWhat now, {{ coach }}?")
    step = script(text).steps[0]
    lines = step.text.split("\n")
    assert text.split("\n")[step.text_line - 1 + lines.index("What now, {{ coach }}?")] == lines[-1]


def test_two_steps_are_equal_wherever_they_stand() -> None:
    """Lines are places, not content: the same steps in another file are the same script."""
    assert first("\n# one\nWhat now?\n- A\n- B") == first("\n\n\n# one\n\nWhat now?\n- A\n- B")


def test_the_printed_page_is_plain() -> None:
    """Printing gives one form of everything: one arrow, one bullet, one blank line, no key that says nothing."""
    text = page(SAME.replace("→", "->").replace("- ", "* "), "1 to 2", intensity="1")
    assert to_text(script(text)) == page(SAME, "1 to 2") + "\n"


@pytest.mark.parametrize(
    "body",
    [
        "\n# one (saved as: first)\nWhat now?",
        "\n# one (ask)\nSay it.",
        "\n# one (choose, saved as: year)\nWhich?\n- 19\n- 20\n→ end if answered",
        "\n# one\nHow near?\n- 1: a\n- 2: b\n- 3: c\n→ end if rated 2\n→ end if session 3\n→ end if after a mark",
        "\n# one\nHow near?\n- 1 to 3: a … b\n→ end if session 3 or later",
        "\n# one\nHow near?\n- 0 to 10",
        "\n# one\nA while.\n- 2 minutes\n- 10 minutes",
        "\n# one (information)\nWhat is this?",
        "\n# one (hold)\nA while.\n- 3 minutes",
    ],
)
def test_what_is_printed_reads_back(body: str) -> None:
    """Every form survives being printed and read."""
    made = script(page(body))
    assert script(to_text(made)) == made
    assert places(issues_of(to_text(made))) == []


def test_answers_of_branches_that_meet_need_a_guard_again() -> None:
    """A name is sure only where every way to the step has answered it."""
    body = """
# one
What now?
→ two if answered
→ three if passed

# two
You wrote {{ one }}. What then?
→ four

# three
What else?
→ four if passed

# four
{% if one %}{{ one }}{% endif %} What is left?"""
    assert script(page(body, "2 to 3")).steps[1].text.startswith("You wrote {{ one }}")
    guarded = "{% if one %}{{ one }}{% endif %} What is left"
    assert [
        issue.rule for issue in issues_of(page(body.replace(guarded, "{{ one }} What is left"), "3"))
    ] == ["VAR"]


@pytest.mark.parametrize(
    ("arrows", "good"),
    [
        ("→ end if passed", True),
        ("→ end if passed\n→ two if after a mark", True),
        ("→ two if answered\n→ end", True),
        ("→ two if session 2 or later\n→ end if passed", False),
        ("→ two", False),
    ],
)
def test_a_name_is_sure_behind_arrows_that_a_pass_does_not_take(arrows: str, good: bool) -> None:
    """Where a pass leads elsewhere, what follows may show the words without asking whether they are there."""
    body = f"\n# one\nWhat now?\n{arrows}\n# two\nYou wrote {{{{ one }}}}.\nWhat then?"
    assert [issue.rule for issue in issues_of(page(body, "2"))] == ([] if good else ["VAR"])


def test_no_steps_have_no_turns() -> None:
    """Counting works on what is being written, too."""
    assert (turns(()), known(())) == ((0, 0), {})
