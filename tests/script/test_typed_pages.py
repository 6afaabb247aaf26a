"""Pages as people and word processors type them: understood, or told with the place; never raw and silent."""

import pytest
from pages import issues_of, page

from bot.core.base.language import asks
from bot.core.script.parser import parse

LISTS = {
    "long dashes": "– Rest\n– Walk\n",
    "minus signs": "− Rest\n− Walk\n",
    "middle dots": "· Rest\n· Walk\n",
    "dots with hard spaces": "•\u00a0Rest\n•\u00a0Walk\n",
    "dashes with hard spaces": "-\u00a0Rest\n-\u202fWalk\n",
    "letters": "a) Rest\nb) Walk\n",
    "letters with dots": "a. Rest\nb. Walk\n",
    "numbers in brackets": "(1) Rest\n(2) Walk\n",
    "Roman numbers": "i. Rest\nii. Walk\n",
    "round ones of a second level": "o\tRest\no\tWalk\n",
    "boxes to tick": "☐ Rest\n☐ Walk\n",
    "a tab before each": "\t- Rest\n\t- Walk\n",
    "dots of a lost font": "\uf0b7\tRest\n\uf0b7\tWalk\n",
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_a_list_whatever_typed_it(name: str) -> None:
    """What a word processor makes of a list gives the buttons that were meant."""
    script, issues = parse(page(f"\n# one\nWhat suits you?\n\n{LISTS[name]}"), "x.md")
    assert script is not None, issues
    assert [choice.label for choice in script.steps[0].choices] == ["Rest", "Walk"]


@pytest.mark.parametrize("line", ["– She said so. What now?", "a) is where it began. What now?"])
def test_one_line_alone_is_no_list(line: str) -> None:
    """A dash or letter at one line's beginning stays what it is: words."""
    script, issues = parse(page(f"\n# one\n{line}\n"), "x.md")
    assert (script and script.steps[0].text, issues) == (line, ())


RAW = {
    "comment": ("<!-- note to self -->\nWhat now?", "error", "{# … #}"),
    "picture": ("![x](y.png)\nWhat now?", "warning", "plain words"),
    "link without an address": ("[x](page)\nWhat now?", "warning", "plain words"),
    "underlines": ("__Bold__ words. What now?", "warning", "**strong**"),
    "struck": ("~~Old~~ new. What now?", "warning", "plain words"),
    "code": ("`x` is it. What now?", "warning", "plain words"),
    "note number": ("Words.[^1] What now?", "warning", "plain words"),
    "single braces": ("Hello {first name}. What now?", "warning", "{{ coach }}"),
    "percent signs": ("Hello %%name%%. What now?", "warning", "{{ coach }}"),
    "one pair of brackets": ("Hello [NAME]. What now?", "warning", "{{ coach }}"),
    "a shell's name": ("Hello $name. What now?", "warning", "{{ coach }}"),
    "an entity": ("You &amp; me. What now?", "warning", "the sign itself"),
    "an arrow in words": ("So --> there. What now?", "warning", "the sign itself"),
    "a list without blanks": ("What suits you?\n\n-Rest\n-Walk", "error", "- Label"),
    "square brackets": ("Hello [[name]]. What now?", "warning", "{{ coach }}"),
    "one underline": ("_Soft_ words. What now?", "warning", "plain words"),
    "marked": ("==Loud== words. What now?", "warning", "plain words"),
    "hidden": ("||Hidden|| words. What now?", "warning", "plain words"),
    "a typesetter's command": ("\\textit is it. What now?", "warning", "plain words"),
    "an emoji by name": ("Words :smile: here. What now?", "warning", "Leave it out"),
    "a note's number": ("Words.[1] What now?", "warning", "Leave it out"),
    "boxes in a line": ("Which? ☐ this. What now?", "warning", "Leave it out"),
    "a Markdown comment": ("[//]: # (mine)\nWhat now?", "warning", "{# … #}"),
    "a thing to do": ("TODO ask Ana. What now?", "warning", "{# … #}"),
    "a percent comment": ("%% mine\nWhat now?", "warning", "{# … #}"),
    "an arrow of a lost font": (
        "What suits you?\n\n- Rest à close\n- Walk\n\n# close\nBye.",
        "error",
        "→ close",
    ),
    "box": ("What suits you?\n\n- [ ] Rest\n- [x] Walk", "error", "Leave it out"),
    "in a button": ("What suits you?\n\n- Tell {coach}\n- Rest", "warning", "{{ coach }}"),
    "arrow": ("What suits you?\n\n- Rest > close\n- Walk\n\n# close\nBye.", "error", "→ close"),
    "one button": ("What suits you?\n\n- Rest", "warning", "Add another"),
}


@pytest.mark.parametrize("name", RAW)
def test_what_clients_would_see_raw_is_told(name: str) -> None:
    """Each has an issue at its line that says what to write."""
    body, level, remedy = RAW[name]
    found = [issue for issue in issues_of(page(f"\n# one\n{body}\n")) if remedy in issue.remedy]
    assert {issue.level for issue in found} == {level}


@pytest.mark.parametrize(
    "words",
    ["It was 100% so. What now?", "50 % of it, or 20%. What now?", "{{ coach }} reads it. What now?",
     "{% if name %}{{ name }}, {% endif %}what now?", "A_b and c__d. What now?", "You & me; and [1]. What now?"],
)  # fmt: skip
def test_what_only_looks_raw_is_left_alone(words: str) -> None:
    """Percentages, values, conditions and underlines within words are no mistakes."""
    assert issues_of(page(f"\n# one\n{words}\n")) == ()


def test_a_hash_that_cuts_a_value_is_told() -> None:
    """What stands behind it is read by nobody; in quotation marks it belongs to the title."""
    cut = page("\n# one\nWhat now?\n").replace("title: A test", "title: A test # 3")
    assert [(issue.rule, issue.line) for issue in issues_of(cut)] == [("HEADER", 2)]
    whole = parse(cut.replace("title: A test # 3", 'title: "A test # 3"'), "x.md")[0]
    assert whole is not None
    assert whole.header.title == "A test # 3"


@pytest.mark.parametrize(
    ("words", "language"),
    [("If you like, tell me about your day.", "en"), ("Thank you. Describe the room.", "en"),
     ("You might name one thing that stays.", "en"), ("Wenn du magst, erzähl von deinem Tag.", "de"),
     ("Schreib auf, was da ist.", "de"), ("إن شئت، احكِ عن يومك.", "ar")],
)  # fmt: skip
def test_a_request_waits_for_an_answer(words: str, language: str) -> None:
    """Words that ask for words need no question mark."""
    assert asks(words, language)


@pytest.mark.parametrize(
    "words",
    ["Thank you. It is kept as you wrote it.", "Things happen (or not)", "You may write as much as you like.",
     "/answers shows who sees it, and changes that.", "She said “tell me about it”.", "That is all for now."],
)  # fmt: skip
def test_a_statement_waits_for_nothing(words: str) -> None:
    """What only says something goes on at once."""
    assert not asks(words, "en")


@pytest.mark.parametrize(
    ("length", "when", "told"), [(9, "weekly", True), (8, "weekly", False), (9, "on demand", False)]
)
def test_a_time_that_never_comes_is_told(length: int, when: str, told: bool) -> None:
    """Nine questions and a time: whoever wrote it would wait for ever."""
    asked = "".join(f"\n# q{n}\nWhat now?\n" for n in range(length))
    found = issues_of(page(asked, str(length), when=when))
    assert bool([issue for issue in found if issue.rule == "WHEN"]) is told


@pytest.mark.parametrize("arrow", ["➔", "⇒", "–>", "-->", "⟶", "➝", "\uf0e0"])
def test_an_arrow_is_one_whatever_drew_it(arrow: str) -> None:
    """Behind a label and at a line's beginning."""
    asks = f"\n# one\nWhat suits you?\n\n- Rest {arrow} rest\n- Walk\n\n{arrow} close\n"
    body = f"{asks}\n# rest\nYes.\n\n# close\nBye.\n"
    script, issues = parse(page(body), "x.md")
    assert script is not None, issues
    assert script.steps[0].choices[0].to == "rest"
    assert script.steps[0].branches[0].to == "close"


def test_a_heading_without_its_space_is_one_issue_and_still_a_heading() -> None:
    """What stands below it is not said to stand above the first heading."""
    found = issues_of(page("\n#one\nWhat now?\n"))
    assert [(one.rule, one.message) for one in found] == [("STEP", "A space is missing after #.")]


@pytest.mark.parametrize(
    ("old", "new", "rules"),
    [
        ("basis: ", "basis: walks: ", ["HEADER", "HEADER", "WHEN"]),
        ("\n---\n\n#", "\n\n#", ["HEADER", "HEADER", "WHEN"]),
    ],
)
def test_a_header_that_cannot_be_read_hides_nothing_else_that_is_wrong(
    old: str, new: str, rules: list[str]
) -> None:
    """A colon too many or a missing line of dashes is said beside the other issues of the header."""
    text = page("\n# one\nWhat now?\n", when="wöchentlich", reviewed="21.11.2026 von B. Name")
    assert old in text
    found = issues_of(text.replace(old, new, 1))
    assert sorted(one.rule for one in found if one.rule in ("HEADER", "WHEN")) == rules


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("when", "wöchentlich", "“weekly”"),
        ("when", "cada semana", "“weekly”"),
        ("when", "every two weeks on Monday at 7pm", "“every 14 days”"),
        ("reviewed", "21.11.2026 by Dana Weiss", "reviewed: 2026-11-21 by Dana Weiss"),
        ("reviewed", "2026-11-21 von Dana Weiss", "reviewed: 2026-11-21 by Dana Weiss"),
        ("date", "21.11.2026", "date: 2026-11-21"),
    ],
)
def test_what_was_meant_in_a_header_is_proposed(key: str, value: str, says: str) -> None:
    """Another language's word, a day written as at home: the line as it has to be."""
    found = issues_of(page("\n# one\nWhat now?\n", **{key: value}))
    assert any(says in one.remedy for one in found)
