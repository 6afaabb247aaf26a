"""Collections as people have them: each is read by its structure, and nothing of one is torn or lost unseen."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cli import collection
from bot.cli.table import ListTaken

TYPEBOT: dict[str, Any] = {
    "version": "6",
    "name": "Evening",
    "events": [{"id": "e", "type": "start"}],
    "groups": [
        {
            "id": "g2",
            "title": "Second",
            "blocks": [
                {"id": "b4", "type": "text", "content": {"plainText": "How was it, {{Name}}?"}},
                {
                    "id": "b5",
                    "type": "choice input",
                    "items": [
                        {"id": "i1", "content": "Good", "outgoingEdgeId": "x"},
                        {"id": "i2", "content": "Hard", "outgoingEdgeId": "y"},
                    ],
                },
                {"id": "b6", "type": "Set variable"},
                {"id": "b7", "type": "text input"},
            ],
        },
        {
            "id": "g1",
            "title": "First",
            "blocks": [
                {"id": "s", "type": "start"},
                {
                    "id": "b1",
                    "type": "text",
                    "content": {"richText": [{"type": "p", "children": [{"text": "Hello."}]}]},
                },
                {
                    "id": "b2",
                    "type": "text",
                    "content": {
                        "richText": [{"type": "p", "children": [{"text": "What "}, {"text": "stayed?"}]}]
                    },
                },
                {"id": "b3", "type": "text input"},
            ],
        },
        {
            "id": "g3",
            "title": "End",
            "blocks": [{"id": "b9", "type": "text", "content": {"plainText": "Bye."}}],
        },
    ],
    "edges": [
        {"from": {"eventId": "e"}, "to": {"groupId": "g1"}},
        {"from": {"blockId": "b3"}, "to": {"groupId": "g2"}},
        {"from": {"blockId": "b5", "itemId": "i1"}, "to": {"groupId": "g3"}},
    ],
}

RAPIDPRO: dict[str, Any] = {
    "version": "13",
    "flows": [
        {
            "name": "Check-in",
            "nodes": [
                {
                    "uuid": "n1",
                    "actions": [
                        {
                            "type": "send_msg",
                            "text": "Hi @contact.name. How was it?",
                            "quick_replies": ["Good", "Hard"],
                        }
                    ],
                    "exits": [{"destination_uuid": "n2"}],
                },
                {
                    "uuid": "n2",
                    "router": {"wait": {"type": "msg"}, "cases": [{}, {}]},
                    "exits": [{"destination_uuid": "n3"}],
                },
                {
                    "uuid": "n3",
                    "actions": [{"type": "set_contact_field"}],
                    "router": {"operand": "@fields.age"},
                },
                {"uuid": "n4", "router": {"wait": {}}},
                {"uuid": "n5", "router": {"wait": {"type": "msg"}}},
            ],
        },
        {"metadata": {"name": "Old"}, "action_sets": []},
    ],
}


def read(text: str, name: str = "list.txt", language: str = "en") -> ListTaken:
    return collection.read(text, name, language)


def shape(taken: ListTaken) -> list[tuple[str, str]]:
    return [(one.group, one.text) for one in taken.prompts]


@pytest.mark.parametrize(
    ("name", "text", "language", "prompts", "left"),
    [
        ("a.csv", "Nr;Frage;Thema\n1;Was war gut?;Tag\n2;\"Was, wenn, blieb?\";Rest\n;;Leer\n", "de",
         [("Tag", "Was war gut?"), ("Rest", "Was, wenn, blieb?")], ["row 4: nothing", "“Nr”"]),
        ("b.csv", "1,What helped?\n2,\"What, if anything, stayed?\"\n", "en",
         [("", "What helped?"), ("", "What, if anything, stayed?")], ["“column 1”"]),
        ("one.csv", "What helped?\nWhat stayed?\n", "en", [("", "What helped?"), ("", "What stayed?")], []),
        ("t.tsv", "theme\tprompt\nDay\tWhat helped?\n", "en", [("Day", "What helped?")], []),
        ("l.csv", "en,de\nWhat helped?,Was half?\n", "de", [("", "Was half?")], ["“en”"]),
        ("x.csv", "no,what\n1,What helped?\n2,What stayed?\n3,Who was there?\n", "en",
         [("", "What helped?"), ("", "What stayed?"), ("", "Who was there?")], ["“no”"]),
        ("e.csv", "", "en", [], []),
        ("list.txt", "question;day\nWhat helped?;Mon\nWhat stayed?;Tue\n", "en",
         [("Mon", "What helped?"), ("Tue", "What stayed?")], []),
        ("f.md", "# All\n| # | Question |\n|---|:---:|\n| 1 | What helped \\| eased? |\n\nEnd.", "en",
         [("", "What helped | eased?")], ["“#”"]),
        ("c.json", '[{"en": "What helped?", "de": "Was half?"}, {"de": "Was blieb?"}]', "de",
         [("", "Was half?"), ("", "Was blieb?")], ["“en”"]),
        ("c.json", '[{"fr": "Quoi?"}]', "de", [], ["“fr”"]),
        ("d.json",
         '{"v": 2, "categories": [{"name": "Eve", "id": 3, "prompts": [{"text": "What?", "tags": ["a"]}]}]}',
         "en", [("Eve", "What?")], ["“id”, “tags”, “v”"]),
        ("d.json", '{"Eve": ["What?", {"1": "How?", "2": "Who?"}], "Day": [{"a": "Where?", "b": "x"}]}', "en",
         [("Eve", "What?"), ("Eve", "How?"), ("Eve", "Who?"), ("Day", "Where?")], ["“b”"]),
        ("d.txt", '["What?", 3, null]', "en", [("", "What?")], []),
        ("e.yaml", "eve:\n  - What?\n  - question: How?\n    weight: 3\n", "en",
         [("eve", "What?"), ("eve", "How?")], ["“weight”"]),
        ("g.md", "# A\nUse these.\n1. What helped, even\n   a little?\n2. What stayed?\n   - a smell\n"
         "   - And a word?\n"
         "B:\n- [ ] Who?\n- [x] Name one.\nC\n---\n* What?\n**D**\n* How?\n\n***\n* Where\nto?\nOr this one?", "en",
         [("A", "What helped, even a little?"), ("A", "What stayed?"), ("A", "And a word?"), ("B", "Who?"),
          ("B", "Name one."), ("C", "What?"), ("D", "How?"), ("D", "Where to?"), ("D", "Or this one?")],
         ["line 2: “Use these.” stands beside", "line 6: “a smell” stands below"]),
        ("h.txt", "What stayed\nafter it?\n\nWho was there?\nWrite one line.\nAnd more\n", "en",
         [("", "What stayed after it?"), ("", "Who was there?"), ("", "Write one line."), ("", "And more")], []),
        ("ty.json", json.dumps(TYPEBOT), "en",
         [("Evening", "Hello. What stayed?"), ("Evening", "How was it, {{Name}}?")],
         ["different ways", "has a variable", "“set variable”", "without a question", "“Bye.”"]),
        ("rp.json", json.dumps(RAPIDPRO), "en", [("Check-in", "Hi @contact.name. How was it?")],
         ["different ways", "an expression", "“set_contact_field”", "a split by “@fields.age”",
          "without a question", "“Old”: an older form"]),
    ],
)  # fmt: skip
def test_each_kind_is_read_by_its_structure(
    name: str, text: str, language: str, prompts: list[tuple[str, str]], left: list[str]
) -> None:
    """Prompts and groups come out in order, and everything that is neither is named."""
    taken = read(text, name, language)
    assert shape(taken) == prompts
    said = "\n".join(taken.left)
    assert all(part in said for part in left), said
    assert bool(left) == bool(taken.left)


def test_answers_of_a_flow_become_buttons() -> None:
    """The answers that another tool offered are kept with their question."""
    assert [one.choices for one in read(json.dumps(TYPEBOT)).prompts] == [(), ("Good", "Hard")]
    assert read(json.dumps(RAPIDPRO)).prompts[0].choices == ("Good", "Hard")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.json", '{"a": [1,', "is no whole JSON: line 1"),
        ("a.yaml", "a: [1,\nb: }", "is no YAML that can be read"),
    ],
)
def test_what_is_broken_is_said_with_its_place(name: str, text: str, said: str) -> None:
    """A file that cannot be read as what it is called makes no scripts, and names the line."""
    with pytest.raises(ValueError, match=said):
        read(text, name)


@settings(max_examples=120, deadline=None)
@given(
    lines=st.lists(st.text(st.sampled_from("ab ?.-*1)#|,;:=\t{}[]\"'"), max_size=20), max_size=8),
    name=st.sampled_from(("a.txt", "a.md", "a.csv", "a.tsv")),
)
def test_any_lines_are_read_and_no_letter_is_lost(lines: list[str], name: str) -> None:
    """Whatever the lines are, reading them raises nothing, and in a list each word is asked, a group or named."""
    taken = read("\n".join(lines), name)
    if taken.form.startswith("a list"):
        there = " ".join(
            [*(f"{one.group} {one.text}" for one in taken.prompts), *taken.left, *_headings("\n".join(lines))]
        )
        assert all(
            word in there for line in lines for word in collection.cleaned(line).split() if "a" in word[:1]
        )


def _headings(text: str) -> list[str]:
    """Lines that can be headings: one without prompts under it holds nothing to ask."""
    return [line for line in text.splitlines() if "#" in line or line.strip().endswith(":") or "*" in line]


def test_no_script_holds_prompts_of_two_groups() -> None:
    """So many prompts a script, and a new one where another group begins."""
    taken = read("# A\n- What?\n- How?\n- Who?\n# B\n- Where?\n- When?\n")
    found = [(name, len(some)) for name, some in collection.groups(taken, 2)]
    assert found == [("A", 2), ("A", 1), ("B", 2)]


@pytest.mark.parametrize("name", ["a.json", "a.yaml", "a.txt"])
@pytest.mark.parametrize("depth", [900, 3_000])
@pytest.mark.parametrize("signs", ["[]", '{"a":}'])
def test_a_list_nested_too_deep_is_one_sentence(name: str, depth: int, signs: str) -> None:
    """Brackets in brackets without end are said or taken as words, never a traceback."""
    text = signs[:-1] * depth + "1" + signs[-1] * depth
    try:
        read(text, name)
    except ValueError as fault:
        assert "too deep" in str(fault) or "no " in str(fault)


def test_a_list_of_aliases_is_refused_unread() -> None:
    """Few lines of YAML that stand for millions of entries are one sentence, at once."""
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]" for old, new in zip("abcdefg", "bcdefgh", strict=True)
    ]
    with pytest.raises(ValueError, match=r"holds an alias \(\*a\) in line 2"):
        read("\n".join(lines), "a.yaml")


SEVERAL = [
    ([{"en": "What stays?", "de": "Was bleibt?"}, {"de": "Nur deutsch?"}], ["What stays?"]),
    ({"en": ["What stays?"], "de": ["Was bleibt?"]}, ["What stays?"]),
    ([{"language": "en", "text": "What stays?"}, {"lang": "German", "text": "Was bleibt?"}], ["What stays?"]),
    ([{"question_en": "What stays?", "question_de": "Was bleibt?"}], ["What stays?"]),
    ([{"questionEn": "What stays?", "questionDe": "Was bleibt?"}], ["What stays?"]),
    ({"questions": [{"text": {"en": "What stays?", "de": "Was bleibt?"}}], "translations": {"de": ["Wie?"]}},
     ["What stays?"]),
    ([{"text": "What stays?", "text (de)": "Was bleibt?"}], ["What stays?"]),
]  # fmt: skip


@pytest.mark.parametrize(("value", "prompts"), SEVERAL)
def test_of_several_languages_only_the_wanted_one_is_taken(value: object, prompts: list[str]) -> None:
    """However a nested list holds several languages, the prompts are those of one; the rest is named."""
    taken = read(json.dumps(value), "x.json", "en")
    assert [one.text for one in taken.prompts] == prompts
    assert taken.left


@pytest.mark.parametrize(
    "text",
    [
        "language,question\nen,What stays?\nde,Was bleibt?\n",
        "question_en,question_de\nWhat stays?,Was bleibt?\n",
    ],
    ids=["rows", "columns"],
)
def test_of_a_table_in_several_languages_one_is_taken(text: str) -> None:
    """A column that names languages, or that is in one, is not read as another language's prompts."""
    taken = read(text, "x.csv", "de")
    assert [one.text for one in taken.prompts] == ["Was bleibt?"]
    assert any("other languages" in one for one in taken.left)
