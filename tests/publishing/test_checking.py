"""A library checked across its files: arrows between scripts, circles, languages, the order of publishing."""

from itertools import permutations
from pathlib import Path

import pytest
from desk import SCRIPT

from bot.core.base.issue import Issue
from bot.people.admin import checking, folder
from bot.people.admin.folder import File

PROMPTS = Path(__file__).parents[2] / "prompts"


def script(*ways: str) -> str:
    """A script whose last step leads into others by choice."""
    choices = "".join(f"\n- Way {number} → {way}" for number, way in enumerate(ways, 1))
    return SCRIPT.replace("carry on, or leave where it is?\n", f"carry on, or leave?\n{choices}\n", 1)


def file(name: str, source: str, language: str = "en") -> File:
    path = Path(f"prompts/{language}/{name}.md")
    return File(path, name, language, source.encode())


def found(*files: File, whole: bool = True) -> list[tuple[str, str, str]]:
    issues = checking.check_files(files, whole)
    return [(issue.file, issue.rule, issue.level) for issue in issues if issue.level == "error"]


def of_rule(issues: tuple[Issue, ...], rule: str) -> Issue:
    return next(issue for issue in issues if issue.rule == rule)


def test_a_target_that_is_no_script_is_an_error_at_its_arrow() -> None:
    """An arrow to a script that its language lacks is named with line, step and the name that was meant."""
    source = script("anotehr", "end")
    issues = checking.check_files((file("one", source), file("another", SCRIPT)))
    (issue,) = issues
    assert (issue.file, issue.rule, issue.step) == ("prompts/en/one.md", "TARGET", "carry")
    assert source.splitlines()[issue.line - 1] == "- Way 1 → anotehr"
    assert "“anotehr”" in issue.message
    assert "“another”" in issue.remedy


def test_a_script_of_another_language_is_no_target() -> None:
    """Languages are never mixed: an English script does not make up for a German one that is missing."""
    issues = checking.check_files((file("one", script("another", "end"), "fr"), file("another", SCRIPT)))
    assert [(one.file, one.rule) for one in issues if one.rule == "TARGET"] == [
        ("prompts/fr/one.md", "TARGET")
    ]


def test_scripts_lead_into_each_other_but_never_round() -> None:
    """Two ways into one script are fine; a circle over several files is an error in each of them."""
    fine = (file("one", script("two", "three")), file("two", script("three", "end")), file("three", SCRIPT))
    assert found(*fine) == []
    issues = checking.check_files((*fine[:2], file("three", script("one", "end"))))
    assert [(issue.file, issue.rule) for issue in issues] == [
        ("prompts/en/one.md", "LOOP"),
        ("prompts/en/one.md", "LOOP"),
        ("prompts/en/three.md", "LOOP"),
        ("prompts/en/two.md", "LOOP"),
    ]
    assert "three → one → three" in of_rule(issues[2:3], "LOOP").message


def test_a_circle_that_does_not_come_by_here_is_not_told_here() -> None:
    """A script that only leads into a circle of others has no issue of its own."""
    files = (
        file("one", script("two", "end")),
        file("two", script("three", "end")),
        file("three", script("two", "end")),
    )
    issues = checking.check_files(files)
    assert {issue.file for issue in issues} == {"prompts/en/two.md", "prompts/en/three.md"}


def test_single_files_are_not_asked_where_others_are() -> None:
    """A file looked at by itself may lead to scripts that are not there to be looked at."""
    assert found(file("one", script("two", "end")), whole=False) == []


def test_another_language_goes_the_same_ways() -> None:
    """A script that goes other ways than the English one is an error of its own file, also beside few files."""
    shorter = SCRIPT.replace("length: 2", "length: 1").replace(
        "# carry\n{{ thanks }}\n\nWhat would you like to carry on, or leave where it is?\n\n", ""
    )
    issues = found(file("one", SCRIPT), file("one", shorter, "nl"), whole=False)
    assert ("prompts/nl/one.md", "PARITY", "error") in issues
    assert found(file("one", SCRIPT), file("one", SCRIPT, "nl"), whole=False) == []


def test_a_file_that_cannot_be_read_is_a_target_all_the_same() -> None:
    """A script with a mistake of its own is told once, and not again by everybody who leads into it."""
    issues = found(file("one", script("two", "end")), file("two", "no script at all"))
    assert {name for name, _, _ in issues} == {"prompts/en/two.md"}


@pytest.mark.parametrize("order", tuple(permutations(range(4))))
def test_targets_are_published_before_what_leads_to_them(order: tuple[int, ...]) -> None:
    """However the files come, each can be published after those before it, English before other languages."""
    files = (
        file("one", script("two", "three")),
        file("two", script("three", "end")),
        file("three", SCRIPT),
        file("one", script("end", "end"), "ar"),
    )
    names = [(one.language, one.name) for one in checking.in_order([files[at] for at in order])]
    assert names == [("en", "three"), ("en", "two"), ("en", "one"), ("ar", "one")]


def test_a_circle_is_put_in_some_order() -> None:
    """Files that lead round in a circle come out once each; their check says what is wrong."""
    files = (file("one", script("two", "end")), file("two", script("one", "end")))
    assert {one.name for one in checking.in_order(files)} == {"one", "two"}
    assert len(checking.in_order(files)) == 2


def test_the_library_is_whole() -> None:
    """The scripts that come with the bot have no issue together: targets, circles, languages."""
    assert checking.check_files(folder.files(PROMPTS)) == ()


# ---- the folder ---------------------------------------------------------------------------------


def test_only_scripts_of_the_folder_are_found(tmp_path: Path) -> None:
    """Hidden files, read-mes and what an editor leaves beside a file are no scripts."""
    (tmp_path / "en").mkdir()
    for name in ("one.md", ".one.md", "one.md~", "README.md", "_draft.md", "one.txt", "4913"):
        (tmp_path / "en" / name).write_text(SCRIPT)
    (tmp_path / "top.md").write_text(SCRIPT)
    assert [(one.name, one.language) for one in folder.files(tmp_path)] == [("one", "en")]


def test_a_file_that_cannot_be_opened_is_left_out(tmp_path: Path) -> None:
    """A folder named like a script, or a link to nothing, does not stop the others from being found."""
    (tmp_path / "en" / "dir.md").mkdir(parents=True)
    (tmp_path / "en" / "gone.md").symlink_to(tmp_path / "nowhere.md")
    (tmp_path / "en" / "one.md").write_text(SCRIPT)
    assert [one.name for one in folder.files(tmp_path)] == ["one"]


def test_a_huge_file_is_not_read_whole(tmp_path: Path) -> None:
    """Of a file larger than a script only so much is read that it is known as too large."""
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "one.md").write_bytes(b"a" * 10_000_000)
    (one,) = folder.files(tmp_path)
    assert len(one.content) == folder.MOST
    assert [issue.rule for issue in checking.check_file("one.md", "en", one.content).issues] == ["FILE"]


def test_bytes_that_are_no_text_are_told_by_line() -> None:
    """A letter that is not UTF-8 is an issue at its place, not a question mark in a client's prompt."""
    checked = checking.check_file("one.md", "en", SCRIPT.encode().replace(b"stayed with you", b"stayed \xff"))
    issue = of_rule(checked.issues, "FILE")
    assert SCRIPT.splitlines()[issue.line - 1] == "What has stayed with you?"
    assert checked.script is None


def after(name: str) -> str:
    """A script that comes so many days after another."""
    return SCRIPT.replace("when: on demand", f"when: 2 days after {name}")


def test_a_script_that_follows_another_is_published_after_it_or_waits_for_it() -> None:
    """What comes after a script that is not there is warned of, so that either can be published first."""
    (issue,) = checking.check_files((file("two", after("oen")), file("one", SCRIPT)))
    assert (issue.rule, issue.level) == ("WHEN", "warning")
    assert "“oen”" in issue.message
    assert "“one”" in issue.remedy
    assert found(file("a", after("b")), file("b", SCRIPT)) == []
    ordered = checking.in_order((file("a", after("b")), file("b", SCRIPT)))
    assert [one.name for one in ordered] == ["b", "a"]


def test_scripts_that_follow_each_other_never_go_round() -> None:
    """A circle by days, by an arrow and days, or of one script alone, is an error in each of them."""
    for one, two in ((after("two"), after("one")), (script("two", "end"), after("two"))):
        issues = [
            issue for issue in found(file("one", one), file("two", two)) if issue[1] in ("WHEN", "LOOP")
        ]
        assert {issue[0] for issue in issues} >= {"prompts/en/two.md"}
    (issue,) = checking.check_files((file("one", after("one")),))
    assert "one → one" in issue.message


def test_a_page_that_nobody_would_get_is_warned_of_in_a_folder_only() -> None:
    """Beside a daily page a weekly one never comes: said of the folder, and not of a file alone."""
    daily = SCRIPT.replace("when: on demand", "when: daily")
    weekly = SCRIPT.replace("when: on demand", "when: weekly")
    (issue,) = checking.check_files((file("one", daily), file("two", weekly)))
    assert (issue.file, issue.rule, issue.level) == ("prompts/en/two.md", "WHEN", "warning")
    assert checking.check_files((file("one", daily), file("two", weekly)), whole=False) == ()
