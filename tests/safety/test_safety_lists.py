"""The safety lists and their language: what they say, and what is said when they are wrong."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot import safety_lists
from bot.cli.main import app
from bot.core.safety.concern import Finder, SafetyRule, by_word
from bot.core.safety.misspelling import Misspelling, one_slip
from bot.core.safety.normal_form import NormalForm
from bot.core.safety.phrase import PhraseFault, PhraseWords, phrase
from bot.core.safety.safety_list import SafetyList, read, unheld

LIST = """
language: en
grade: full
author: a test
reviewed by: nobody yet
negations: not never
ends: but i
folds: ae=a
clitics: wa
[same]
wanna = want to
cant = can not
[choices]
END = die | be dead
[masks]
die laughing
[lowers]
in a (film|book)
[denied]
never said i?
[rules]
wish | 1 | self
  = (want|wish) to END
  = (end|ending) .. my life
  + I want to die
  - I wanna die laughing
  - I want to write
told | 2 | someone
  = ^ he (said|told)? suicid* $
  = took # (pills|tablets)
  + he said suicide
  - he said that suicide is in the news
  - took two pills
"""


def made(source: str = LIST, ordinary: str = "") -> SafetyList:
    """The list of a source that is right."""
    one, issues = read(source, ordinary)
    assert one is not None, issues
    return one


def tier(text: str, one: SafetyList | None = None) -> int | None:
    """At which tier a text is found."""
    found = (one or made()).finder.find(text)
    return found.tier if found else None


@pytest.mark.parametrize("language", safety_lists.languages())
def test_every_list_keeps_what_it_says(language: str) -> None:
    """Each shipped list is found to be right: its examples are found, its traps are not."""
    one, issues = safety_lists.load(safety_lists.SHIPPED / language / safety_lists.NAME)
    assert one is not None and not issues, issues
    assert not list(unheld(one)), list(unheld(one))
    assert one.language == language
    assert one.reviewed is False


def test_full_lists_are_those_of_the_interface_and_spanish() -> None:
    """English, German, Arabic and Spanish are full; other lists say that they are a beginning."""
    grades = {
        language: one.grade for language in safety_lists.languages() if (one := safety_lists.of(language))
    }
    assert {language for language, grade in grades.items() if grade == "full"} == {"en", "de", "ar", "es"}
    assert {"fr", "pt", "ru", "it"} <= {language for language, grade in grades.items() if grade == "starter"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("I want to die", 1),
        ("i wanna DIEEEE", 1),
        ("i wnat to die", 1),
        ("iwant to die", 1),
        ("w4nt to die", 1),
        ("w-a-n-t to die", 1),
        ("wawant to die", 1),
        ("never want to die", 2),
        ("never but want to die", 1),
        ("I never said I want to die", 2),
        ("In a film they want to die", 2),
        ("I want to die laughing", None),
        ("He said suicide", 2),
        ("took 40 tablets", 2),
        ("I want to dye it", None),
        ("ending all of my life", 1),
        ("ending. My life is good", None),
        ("But I can’t. want to be dead", 1),
        ("", None),
        ("zz 4 qq !", None),
    ],
)
def test_a_list_finds(text: str, wanted: int | None) -> None:
    """A message is read as it was meant, and found at its tier."""
    assert tier(text, made(ordinary="dye")) == wanted


def test_two_readings_of_one_slip_are_looked_at() -> None:
    """A misspelling that can have been two words is read as either."""
    one = made(LIST + "lie | 2 | eating\n  = want to lie\n  + I want to lie\n  - lying down\n  - a lie\n")
    assert {tier("want to xie", one), tier("want to lie", one)} == {1, 2}


def test_a_list_without_lowering_finds_all_the_same() -> None:
    """A list needs no masks, no choices and nothing that lowers; French words are parted at the apostrophe."""
    bare = (
        LIST.partition("[masks]")[0].replace("folds: ae=a", "elides: yes")
        + "[rules]\n"
        + LIST.partition("[rules]\n")[2]
    )
    one = made(bare.replace("  - I wanna die laughing\n", "  - I laugh\n"))
    assert tier("J'want to die", one) == 1


@pytest.mark.parametrize(
    ("said", "meant", "slip"),
    [
        ("kil", "kill", True),
        ("killl", "kill", True),
        ("kull", "kill", True),
        ("klil", "kill", True),
        ("kill", "kill", False),
        ("kull", "kilo", False),
        ("ki", "kill", False),
    ],
)
def test_one_slip(said: str, meant: str, slip: bool) -> None:
    """One letter added, left out, taken for another or swapped is a slip; nothing else is."""
    assert one_slip(said, meant) is slip


def test_words_are_mended_towards_the_list_alone() -> None:
    """An ordinary word is left alone, a single letter too; two words run together are parted."""
    spelling = Misspelling({"kill": 3, "myself": 2, "bill": 1}, "will")
    assert spelling.nearest("k") == []
    assert spelling.nearest("kilx") == ["kill"]
    assert spelling.parts("killmyself") == ["kill", "myself"]
    assert spelling.parts("kiln") == []
    assert "will" in spelling.known
    assert NormalForm(spelling=spelling).of("will killl")[0] == ". will kill . "


@pytest.mark.parametrize(
    "source",
    ["(a", "a)", "a ||b", "a? b?", "NOBODY", "LOOP", "ab*", "!(a) ..", "a ?", "-", "a & b & c", "(a & b)"],
)
def test_a_phrase_that_cannot_be_read_says_why(source: str) -> None:
    """A phrase without an end, with nothing in it or without a word that has to be there is refused."""
    with pytest.raises(PhraseFault):
        phrase(source, PhraseWords({"LOOP": "LOOP"}, lambda word: [word] if word.isalpha() else []))


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("[masks]", "[mask]", "SECTION"),
        ("language: en", "tongue: en", "HEAD"),
        ("author: a test\n", "", "HEAD"),
        ("grade: full", "grade: good", "HEAD"),
        ("wanna = want to", "wanna", "PAIR"),
        ("END = die", "end = die", "PAIR"),
        ("cant = can not", "wanna = want", "TWICE"),
        ("wish | 1 | self", "wish | 3 | self", "RULE"),
        ("wish | 1 | self", "wish | 1 | ghosts", "RULE"),
        ("wish | 1 | self", "  = before any rule", "RULE"),
        ("told | 2 | someone", "wish | 2 | someone", "TWICE"),
        ("  - I want to write\n", "", "EVIDENCE"),
        ("die laughing", "(die laughing", "PHRASE"),
    ],
)
def test_a_list_that_is_wrong_says_where(old: str, new: str, rule: str) -> None:
    """Whatever an author can get wrong is an issue at its line, and there is no list."""
    one, issues = read(LIST.replace(old, new))
    assert one is None
    assert rule in {issue.rule for issue in issues}


def test_a_list_is_held_to_its_examples_and_traps() -> None:
    """An example that is not found as said, and a trap that is found, are issues at their lines."""
    wrong = LIST.replace("+ I want to die", "+ I want tea\n  + he said suicide").replace(
        "- took two", "- took 2"
    )
    assert [issue.rule for issue in unheld(made(wrong))] == ["EXAMPLE", "EXAMPLE", "TRAP"]


# ---- files and commands ------------------------------------------------------------------------


def test_a_practice_has_its_own_list(tmp_path: Path) -> None:
    """A list in the practice's folder is used; one that is wrong or no text gives way to the shipped one."""
    (tmp_path / "en").mkdir()
    file = tmp_path / "en" / safety_lists.NAME
    for content, author in ((LIST.encode(), "a test"), (b"nothing", None), (b"\xff", None)):
        file.write_bytes(content)
        safety_lists.of.cache_clear()
        one = safety_lists.of("en", tmp_path)
        assert one is not None and (one.author == "a test") is (author is not None)
    safety_lists.of.cache_clear()
    assert safety_lists.of("xx") is None


def test_practices_with_the_same_list_share_it(tmp_path: Path) -> None:
    """A list that stands in two folders is made once; one that differs, or the words beside it, is another."""
    for name in ("one", "two", "other", "words"):
        (tmp_path / name / "en").mkdir(parents=True)
        (tmp_path / name / "en" / safety_lists.NAME).write_text(LIST + "\n" * (name == "other"), "utf-8")
    (tmp_path / "words" / "en" / safety_lists.ORDINARY).write_text("deed", "utf-8")
    one, two, *others = (safety_lists.of("en", tmp_path / name) for name in ("one", "two", "other", "words"))
    assert one is two is not None
    assert not any(one is other for other in others)


def test_another_language_is_heard_too() -> None:
    """Somebody in need writes in the language that comes first: each full list is tried."""
    assert (one := safety_lists.find("I want to die", "ar")) and one.tier == 1
    assert (one := safety_lists.find("I want to die", "xx")) and one.tier == 1
    assert safety_lists.find("A quiet day", "en") is None


@pytest.mark.parametrize(
    "words",
    [
        "quero morrer",
        "não quero viver",
        "tomei comprimidos",
        "je veux mourir",
        "voglio morire",
        "хочу умереть",
    ],
)
def test_a_beginning_of_a_list_is_heard_in_each_language(words: str) -> None:
    """A list that nobody finished is tried for everybody too: what it finds outright brings the card."""
    for language in ("en", "de", "ar"):
        assert (one := safety_lists.find(words, language)) and one.tier == 1


@pytest.mark.parametrize(
    "words",
    [
        "ich habe Tabletten geschluckt",
        "me tomé unas pastillas",
        "j'ai avalé des cachets",
        "ho preso delle pillole",
    ],
)
def test_pills_that_were_swallowed_are_heard_in_few_words(words: str) -> None:
    """As a whole message it is outright; with when and what for, it is not."""
    assert (one := safety_lists.find(words, "en")) and (one.tier, one.category) == (1, "medical")


def test_check_gives_a_row_for_each_line(tmp_path: Path) -> None:
    """`interlude safety check` gives line, tier, category and rule, and never the words."""
    file = tmp_path / "said.txt"
    file.write_text("I want to die\nA quiet day\n")
    done = CliRunner().invoke(app, ["safety", "check", str(file), "--format", "json"])
    assert json.loads(done.stdout) == [
        {"line": 1, "tier": 1, "category": "self", "rule": "want-to-die"},
        {"line": 2, "tier": None, "category": None, "rule": None},
    ]
    told = CliRunner().invoke(app, ["safety", "check", "-"], input="I want to die\nA quiet day\n")
    assert told.stdout == "1: tier 1, self, want-to-die\n"
    assert CliRunner().invoke(app, ["safety", "check", str(file), "--lang", "xx"]).exit_code == 2
    assert CliRunner().invoke(app, ["safety", "check", str(file), "--format", "xml"]).exit_code == 2


def test_lint_says_what_is_wrong(tmp_path: Path) -> None:
    """`interlude safety lint` is clean on what is shipped, and ends with 1 or 2 where it is not."""
    assert CliRunner().invoke(app, ["safety", "lint"]).exit_code == 0
    file = tmp_path / "safety.txt"
    file.write_text(LIST.replace("- took two", "- took 2"))
    done = CliRunner().invoke(app, ["safety", "lint", str(file)])
    assert done.exit_code == 1 and "TRAP" in done.stdout
    assert CliRunner().invoke(app, ["safety", "lint", str(tmp_path / "none")]).exit_code == 2
    assert CliRunner().invoke(app, ["safety", "lint", "--format", "xml"]).exit_code == 2


def test_two_parts_near_each_other_are_found_in_either_order() -> None:
    """``a & b`` finds both parts whichever comes first, over a full stop, and neither alone nor far away."""
    one = phrase("(rope|noose) & (tonight|in (the)? garage)", PhraseWords({}, lambda word: [word]))
    assert {"rope", "noose"} in one.needs
    assert re.search(one.expression, ". the rope hangs . tonight . ")
    assert re.search(one.expression, ". in the garage is a noose . ")
    assert not re.search(one.expression, ". the rope . rope . ")
    assert not re.search(one.expression, ". rope " + "and " * 13 + "tonight . ")


def test_masks_that_share_words_are_taken_in_their_order() -> None:
    """Of two masks over the same words the upper one is taken out, in every process alike."""
    masks = [
        SafetyRule(
            "mask", 2, "self", tuple(phrase(one, PhraseWords({}, str.split)) for one in ("b c", "a b"))
        )
    ]
    rules = [SafetyRule("rule", 1, "self", (phrase("c", PhraseWords({}, str.split)),))]
    assert Finder(NormalForm(), by_word(rules), by_word(masks)).find("a b c") is None
    assert [one.place for each in by_word(masks).phrases.values() for one in each] in ([0, 1], [1, 0])


@pytest.mark.parametrize("folder", ["gold", "fresh"])
def test_measure_prints_the_table_of_the_page(folder: str) -> None:
    """docs/safety.md shows what `interlude safety measure` prints."""
    done = CliRunner().invoke(app, ["safety", "measure", str(Path(__file__).parent / folder)])
    assert done.stdout.strip() in (Path(__file__).parents[2] / "docs" / "safety.md").read_text("utf-8")


def test_measure_needs_messages(tmp_path: Path) -> None:
    """A folder without gold messages is refused."""
    assert CliRunner().invoke(app, ["safety", "measure", str(tmp_path)]).exit_code == 2
