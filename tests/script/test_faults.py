"""Every rule of the language: pages that break it, with the rule at the line where it must be reported."""

import pytest
from pages import issues_of, page, places, unmarked

from bot.core.script import source
from bot.core.script.parser import RULES, parse

BAD = {
    "an arrow to a name that is nearly a step's": """
# stayed
What stayed?
→ clos ‹TARGET›
# close
Bye.""",
    "an arrow to no name at all": """
# stayed
What stayed?
- Yes → Close It! ‹TARGET›
- No
→ The End ‹TARGET›
→ Close if passed ‹TARGET›
→ Close ‹TARGET›
# close
Bye.""",
    "a circle": """
# one
What now?
→ two
# two
And then?
→ one ‹LOOP›""",
    "a script that begins itself anew": """
# one
What now?
- Again → sample ‹LOOP›
- Enough
→ sample if passed ‹LOOP›""",
    "a step that may say nothing": """
# one ‹STEP›
{% if session > 3 %}What now?{% endif %}""",
    "a step that leads to itself": """
# one
And what else?
→ one if answered ‹LOOP›
→ end""",
    "a step that nothing leads to": """
# one
What now?
→ end
# two ‹REACH›
Bye.""",
    "an arrow below one that always holds": """
# one
What now?
→ two
→ end if passed ‹REACH›
# two
Bye.""",
    "an arrow below two that take every case": """
# one
What now?
→ two if passed
→ two if answered
→ end ‹REACH›
# two
Bye.""",
    "the same condition twice": """
# one
What now?
→ two if passed
→ end if passed ‹REACH›
# two
Bye.""",
    "a rating after all answers are taken": """
# one
How near?
- 1 to 5
→ two if answered
→ end if rated 1 ‹REACH›
# two
Bye.""",
    "two steps of one name": """
# one
What now?
# one ‹NAME›
What then?""",
    "two steps saved as one": """
# one
What now?
# two (saved as: one) ‹NAME›
What then?""",
    "a name that is none": """
# Stayed With You ‹NAME›
What stayed?
# ‹NAME›
What else?
# end ‹NAME›
Bye.
# مرحبا ‹NAME›
Bye.""",
    "a name that templates need": """
# name ‹NAME›
What is it?
# not ‹NAME›
What is not?""",
    "a saved name that is none": """
# one (saved as: My Word) ‹NAME›
What now?""",
    "a kind that is none": """
# one (question) ‹KIND›
What now?
# two (two part) ‹KIND›
Bye.""",
    "a kind without its list": """
# one (choose) ‹KIND›
What now?
# two (rate) ‹KIND›
How near?
# three (hold) ‹KIND›
A while.
# four (two parts) ‹KIND›
What is it like?""",
    "a list that the kind does not have": """
# one (ask) ‹KIND›
What now?
- This
- That""",
    "a list of words and numbers": """
# one
How near?
- 1 ‹KIND›
- 2 ‹KIND›
- Not sure""",
    "a list of minutes and words": """
# one
A while without words.
- 3 minutes ‹KIND›
- Not now""",
    "two beginnings that are not two": """
# one (two parts) ‹KIND›
What is it like?
- Part of me …
- Another part …
- A third part …""",
    "an arrow at a beginning": """
# one (two parts)
What is it like?
- Part of me → end … ‹KIND›
- Another part … → end ‹KIND›""",
    "a beginning without words": """
# one (two parts)
What is it like?
- … ‹CHOICE›
- Another part …""",
    "choices that no button can bear": """
# one
What now?
- → end ‹CHOICE›
- A ‹CHOICE›
- A choice of far more words than any button on any telephone could ever hold in one line ‹CHOICE›
- Tell {{ coach }} ‹CHOICE›
- Same
- Same ‹CHOICE›
- Go on → end if passed ‹CHOICE›
- Seven
- Eight
- Nine ‹CHOICE›""".replace("- A ‹CHOICE›\n", ""),
    "scales that are none": """
# one
How near?
- 1 to 2
- 4 to 5 ‹SCALE›
# two
How near?
- 5 to 1 ‹SCALE›
# three
How near?
- 3 ‹SCALE›
# four
How near?
- 1 to 20 ‹SCALE›
# five (rate)
How near?
- from one to five ‹SCALE›
# six
How near?
- 1 to 5: hardly ‹SCALE›
# seven
How near?
- 1 to 2: hardly
- 3: so-so ‹SCALE›
- 4 to 5: fully""",
    "an arrow of a range to no name": """
# one
How near?
- 1 to 2 → Repair It ‹TARGET›
- 3 to 5""",
    "silences of no good length": """
# one
A while.
- 1 minute ‹MINUTES›
- 3 minutes
- 3 minutes ‹MINUTES›
- 15 minutes ‹MINUTES›
# two
A while.
- 3 minutes → end ‹MINUTES›
# three (hold)
A while.
- a moment ‹MINUTES›
# four ‹MINUTES›
A while.
- 2 minutes
- 3 minutes
- 4 minutes
- 5 minutes
- 6 minutes
- 7 minutes
- 8 minutes""",
    "conditions that are none, or never hold": """
# one
What now?
→ end if skipped ‹ARROW›
→ end when passed ‹ARROW›
→ end if rated 1 ‹ARROW›
→ end if session 5 to 1 ‹ARROW›
# two
How near?
- 1 to 5
→ end if rated 7 ‹ARROW›
# three
Bye.
→ end if passed ‹ARROW›
→ end if answered ‹ARROW›""",
    "more arrows than anybody can follow": """
# one
What now?
"""
    + "\n".join(f"→ end if session {n}" for n in range(12))
    + "\n→ end ‹ARROW›",
    "words in no place": """Hello. ‹STEP›
# one
What now?
- A
- B

This comes too late. ‹STEP›

→ end
This too. ‹STEP›
- C ‹STEP›""",
    "a step that says nothing": """
# one ‹STEP›
# two ‹STEP›
- A
- B
# three ‹STEP›
{# only a note #}""",
    "Markdown of other kinds": """
#one ‹STEP›
---- ‹STEP›
Text
      - deep ‹STEP›

-Yes → end ‹STEP›
– No → end ‹STEP›

> quoted ‹STEP›
[a page](https://example.org) ‹STEP›
<b>loud</b> ‹STEP›
What now?""",
    "lists in lists": """
# one
What now?
- A
  - B ‹STEP›
- C
hanging ‹STEP›
- # D ‹STEP›""",
    "a list that an arrow cuts in two": """
# one
What now?
- A
→ end
- B ‹STEP›""",
    "names that nothing has": """
# one
What now, {{ coch }}? ‹VAR›
# two
{{ two }} {{ thre }} What then? ‹VAR VAR›
# three
{{ thanks|uper }} What else? ‹TEMPLATE›""",
    "words not given yet": """
# one
{{ thanks }} What now? ‹VAR›
# two
{% if three %}{{ three }}{% endif %} What then? ‹VAR›
# three
What else?""",
    "words that may be empty": """
# one
What now, {{ name }}? ‹VAR›
# two
You wrote {{ one }}. ‹VAR›
What then?""",
    "the client's words, changed": """
# one
What now?
# two
{% if one %}{{ one|upper }}{% endif %} ‹VAR›
What then?""",
    "the client's name, twice": """
# one
{% if name %}{{ name }}, {% endif %}what now?
# two
{% if name %}{{ name }}, {% endif %}what then? ‹VAR›""",
    "braces that cannot be read": """
# one
{% if name %}What now? ‹TEMPLATE›
# two
{{ What then? ‹TEMPLATE›
# three
{% for x in name %}x{% endfor %} What else? ‹TEMPLATE›""",
    "words compared with a number": """
# one
{% if coach > 3 %}More.{% endif %} What now? ‹TEMPLATE›""",
    "a text longer than a message": "\n# one ‹NONE›\nWhat now? ‹LENGTH›\n".replace(" ‹NONE›", "")
    + "Word after word. " * 200,
    "a source longer than any text": "\n# one\nWhat now? ‹LENGTH›\n" + "{# note #}" * 500,
    "more steps than a page": "".join(f"\n# s{n}\nBye." for n in range(24)) + "\n# more ‹STEP›\nBye.",
    "no step at all": "‹STEP›",
}


@pytest.mark.parametrize("what", BAD)
def test_a_bad_page_gives_exactly_the_rule_at_the_marked_line(what: str) -> None:
    """Each fault of an author is reported once, at its line, by its rule, and nothing else is."""
    text, wanted = unmarked(page(BAD[what], "2"))
    found = issues_of(text)
    wanted += [(place, rule) for place, rule in places(found) if rule == "LENGTH" and place == 7]
    assert places(found) == sorted(wanted), found
    assert all(issue.file == "prompts/en/sample.md" and issue.message and issue.remedy for issue in found)


@pytest.mark.parametrize(
    ("length", "good"), [("1", True), ("1 to 3", True), ("2", True), ("3", True), ("4", False), ("0", False)]
)
def test_the_declared_length_is_true_within_one(length: str, good: bool) -> None:
    """The header's most is at most one away from the longest way; a client may always end sooner."""
    body = "\n# one\nWhat now?\n- Go on\n- Stop here → end\n# two\nWhat then?"
    assert [issue.rule for issue in issues_of(page(body, length))] == ([] if good else ["LENGTH"])


def test_a_script_that_is_never_as_short_as_it_says_is_told() -> None:
    """A client who was told one question at least is not asked three."""
    body = "\n# one\nWhat now?\n# two\nWhat then?\n# three\nWhat else?"
    (issue,) = issues_of(page(body, "1 to 3"))
    assert (issue.rule, issue.line, issue.remedy) == ("LENGTH", 7, "Write: length: 3")
    (issue,) = issues_of(page(body, "0 to 5"))
    assert "0 to 5 questions" in issue.message


def test_every_rule_has_a_page_that_breaks_it() -> None:
    """No rule is without a script that must fail; header, file and length rules have tests of their own."""
    shown = {rule for body in BAD.values() for _, rule in unmarked(body)[1]}
    assert shown | {"FILE", "FORMAT", "HEADER", "WHEN"} == set(RULES)


def test_all_issues_come_at_once_in_the_order_of_the_file() -> None:
    """One reading names every fault: header, steps, arrows, templates."""
    text = page("\n# One\nWhat now, {{ coch }}?\n→ nowhere at all\n# two\n", when="some day")
    assert [issue.rule for issue in issues_of(text)] == ["WHEN", "NAME", "VAR", "ARROW", "STEP"]


@pytest.mark.parametrize(
    ("body", "meant"),
    [
        ("\n# one\nWhat now?\n→ clos\n# close\nBye.", "“close”"),
        ("\n# one\nWhat now?\n→ Close\n# close\nBye.", "“close”"),
        ("\n# one\nWhat now, {{ coch }}?", "“coach”"),
        ("\n# one\nWhat now, {{ coach|uper }}?", "“upper”"),
        ("\n# one (chose)\nWhat now?\n- A\n- B", "“choose”"),
        ("\n# one\nWhat now?\n→ end if pass", "“if passed”"),
    ],
)
def test_a_slip_is_answered_with_what_was_meant(body: str, meant: str) -> None:
    """A near miss of a target, a variable, a filter, a kind or a condition names the right one."""
    assert f"Did you mean {meant}?" in issues_of(page(body))[0].remedy


@pytest.mark.parametrize(
    ("body", "rule", "column", "step"),
    [
        ("\n# one\nWhat now, {{ coch }}?", "VAR", 14, "one"),
        ("\n# one\nWhat now?\n- A → clos\n- B\n# close\nBye.", "TARGET", 7, "one"),
        ("\n# one\nWhat now?\n- B\n- B", "CHOICE", 3, "one"),
        ("\n# one (wrong)\nWhat now?", "KIND", 8, "one"),
        ("\n# one\n\n   ---\nWhat now?", "STEP", 4, ""),
    ],
)
def test_an_issue_names_the_column_and_the_step(body: str, rule: str, column: int, step: str) -> None:
    """An editor can jump to the very words."""
    issue = issues_of(page(body))[0]
    assert (issue.rule, issue.column, issue.step) == (rule, column, step)


def test_a_script_with_an_error_is_no_script() -> None:
    """What has an error cannot be published by mistake: there is no value of it."""
    assert parse(page("\n# one\nWhat now?\n→ On"), "a.md")[0] is None


@pytest.mark.parametrize("file", ["After Session.md", "", "a_b.md", "x" * 40 + ".md", "a\ud800.md"])
def test_a_file_is_named_like_a_step(file: str) -> None:
    """A script is called by its file, so the file's name follows the rule of names."""
    _, issues = parse(page("\n# one\nWhat now?"), file)
    assert places(issues) == [(1, "NAME")]
    issues[0].message.encode()


LISTS = {
    "dots": "- Rest\n    ◦ Walk\n    ◦ Sleep\n- Talk",
    "the letter o": "• Rest\n\to Walk\n\to Sleep\n• Talk",
    "letters": "1. Rest\n   a. Walk\n   b. Sleep\n2. Talk",
    "roman numbers": "- Rest\n  i) Walk\n  ii) Sleep\n- Talk",
    "dashes": "- Rest\n  – Walk\n  – Sleep\n- Talk",
    "signs, with gaps": "- Rest\n\n  § Walk\n\n  § Sleep\n\n- Talk",
}


@pytest.mark.parametrize("items", LISTS.values(), ids=LISTS)
def test_a_list_below_an_item_is_never_a_silent_button(items: str) -> None:
    """However a word processor writes the inner list, it is an issue, and no button holds several items."""
    found = [issue for issue in issues_of(page(f"\n# one\nWhat now?\n\n{items}\n")) if issue.level == "error"]
    assert [issue.message for issue in found] == ["A list or heading within a list."] * 2


def test_a_list_that_is_set_in_as_a_whole_stays_a_list() -> None:
    """A list that is set in from its first item on is one list; words that go on stay with their item."""
    made, issues = parse(page("\n# one\nWhat now?\n\n   • Rest\n   • Walk\n"), "prompts/en/sample.md", "en")
    assert made is not None and not issues
    assert [one.label for one in made.steps[0].choices] == ["Rest", "Walk"]
    made, _ = parse(page("\n# one\nWhat now?\n\n- Rest\n  or sleep\n- Walk\n"), "prompts/en/sample.md", "en")
    assert made is not None
    assert made.steps[0].choices[0].label == "Rest or sleep"


@pytest.mark.parametrize(
    "label", ["[Go on](https://x.org)", "https://x.org", "See www.x.org", "t.me/someone", "x.com"]
)
def test_a_link_in_a_choice_is_refused(label: str) -> None:
    """A button opens no address, so that one in its words is an error at its line."""
    found = [
        one for one in issues_of(page(f"\n# one\nWhat now?\n\n- {label}\n- Rest\n")) if one.rule == "CHOICE"
    ]
    assert len(found) == 1 and "holds a link" in found[0].message


@pytest.mark.parametrize(
    ("word", "known"),
    [("style", ["title", "basis"]), ("topic", ["date", "basis"]), ("zebra", ["tags", "length"]), ("note", ["date"]),
     ("mood", ["moved"]), ("gone", ["name", "coach"])],
)  # fmt: skip
def test_another_word_is_no_slip(word: str, known: list[str]) -> None:
    """Nobody is asked whether they meant a word that only shares some letters."""
    assert source.near(word, known) == ""


@pytest.mark.parametrize(
    ("word", "right"),
    [("lenght", "length"), ("authr", "author"), ("revewed", "reviewed"), ("mid week", "mid-week")],
)
def test_a_slip_is_a_letter_or_two(word: str, right: str) -> None:
    """A letter left out, twisted or joined otherwise is answered with the word that was meant."""
    assert source.near(word, [right, "basis", "when"]) == right
