"""``interlude scripts`` as people and programs use it: on a fresh folder, with and without a running bot."""

import asyncio
import json
import os
import pty
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from desk import SCRIPT, edited
from typer.testing import CliRunner, Result

from bot import config_file, vault
from bot.cli.init import make_house
from bot.cli.main import app
from bot.clock import RealClock
from bot.config import Config
from bot.runtime import control
from bot.runtime.house import House
from bot.store.db import Store, Tx
from bot.telegram import Api

ROOT = Path(__file__).parents[2]
FIELDS = ["file", "line", "column", "step", "rule", "level", "message", "remedy"]
BROKEN = SCRIPT.replace("What has stayed with you?", "Did it help?")
WARNED = SCRIPT.replace("If you like, look back for a moment.", "Look back for a moment.")
LEADS = SCRIPT.replace(
    "carry on, or leave where it is?\n", "carry on, or leave?\n\n- On → small-look\n- Leave it → end\n"
)


class Desk:
    """A folder with settings and one script, and the command line in it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.prompts = folder, folder / "prompts"
        self.file = self.prompts / "en" / "small-look.md"
        self.file.parent.mkdir(parents=True)
        self.file.write_text(SCRIPT)
        self.settings = folder / "config.toml"
        self.settings.write_text(
            f'[database]\npath = "{folder}/data/interlude.db"\n[security]\nkey_file = "{folder}/data/key"\n'
            f'[prompts]\npath = "{self.prompts}"\n'
        )

    def run(self, *words: str, code: int = 0, text: str = "") -> Result:
        """Run a command of ``interlude scripts`` with these settings."""
        done = CliRunner().invoke(app, ["scripts", *words, "--config", str(self.settings)], input=text)
        assert done.exit_code == code, done.output
        return done

    def config(self) -> Config:
        return config_file.load(self.settings)


@pytest.fixture
def bare(tmp_path: Path) -> Desk:
    """A desk before `interlude init`."""
    return Desk(tmp_path)


@pytest.fixture
def desk(bare: Desk) -> Desk:
    """A desk with database and key, in which nothing is published."""
    asyncio.run(make_house(bare.config()))
    return bare


@contextmanager
def running(config: Config) -> Iterator[None]:
    """A bot that holds the database, and answers what commands ask."""
    ready, loops = threading.Event(), []

    async def live() -> None:
        keys = vault.load(config.security.key_file)
        async with Store.open(config.database.path, keys) as store:
            house = House(store, Api("1:x", "http://127.0.0.1:1"), RealClock(), config)
            async with control.open_door(house):
                loops.append((asyncio.get_running_loop(), house.stop))
                ready.set()
                await house.stop.wait()

    thread = threading.Thread(target=lambda: asyncio.run(live()))
    thread.start()
    assert ready.wait(20)
    try:
        yield
    finally:
        loop, stop = loops[0]
        loop.call_soon_threadsafe(stop.set)
        thread.join()


# ---- a fresh folder -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        ("show", "small-look"),
        ("diff", "small-look"),
        ("history", "small-look"),
        ("rollback", "small-look"),
        ("pull",),
        ("retire", "small-look"),
    ],
)
def test_on_a_fresh_folder_each_command_says_what_to_do(bare: Desk, words: tuple[str, ...]) -> None:
    """Before anything was published, one line says so and how it is done; no database is made by looking."""
    done = bare.run(*words, code=1)
    assert done.stderr.startswith("interlude: nothing is published here yet; `interlude init` makes")
    assert done.stderr.count("\n") == 1
    assert not (bare.folder / "data").exists()


def test_publishing_begins_no_house(bare: Desk) -> None:
    """Where there is no database, as from a wrong path, publishing says so and makes none."""
    done = bare.run("publish", code=2)
    assert "There is no database" in done.stderr
    assert "`interlude init`" in done.stderr
    assert not (bare.folder / "data").exists()


def test_from_a_fresh_folder_to_a_rollback(desk: Desk) -> None:
    """List, publish, edit, diff, publish, history, show, rollback and pull, one after the other."""
    assert "not published" in desk.run("list").stdout
    assert "published for the first time" in desk.run("publish").stdout
    assert "the same" in desk.run("list").stdout
    assert desk.run("publish").stdout.startswith("Nothing to publish")
    desk.file.write_text(edited("with care"))
    assert "edited" in desk.run("list").stdout
    difference = desk.run("diff", "small-look").stdout
    assert "-That is all for now.\n+That is all for now, with care.\n" in difference
    published = desk.run("publish", "--note", "kinder", "--author", "A. Name").stdout
    assert "+That is all for now, with care." in published
    assert "New reflections take version 2." in published
    history = desk.run("history", "small-look").stdout.splitlines()
    assert re.fullmatch(r"v2 · .{16} UTC · A\. Name · kinder", history[0])
    assert [line.strip() for line in history[1::2]] == ["not begun yet"] * 2
    assert desk.run("show", "small-look", "--version", "1").stdout == SCRIPT
    assert desk.run("show", "small-look").stdout == edited("with care")
    assert "+That is all for now.\n" in desk.run("diff", "small-look", "--old", "2", "--new", "1").stdout
    assert "published as version 3" in desk.run("rollback", "small-look").stdout
    assert desk.run("show", "small-look").stdout == SCRIPT
    assert "still version 2" in desk.run("list").stdout
    assert "is version 3 now" in desk.run("pull").stdout
    assert desk.file.read_text() == SCRIPT
    assert "is the same as version 3" in desk.run("diff", "small-look").stdout


def test_the_same_with_a_running_bot(desk: Desk) -> None:
    """A bot that holds the database is asked, and the reply is the same."""
    with running(desk.config()):
        assert "published for the first time" in desk.run("publish").stdout
        desk.file.write_text(edited("with care"))
        assert "published as version 2" in desk.run("publish").stdout
        assert "published as version 3" in desk.run("rollback", "small-look", "--to", "1").stdout
        assert "is version 3 now" in desk.run("pull").stdout
        assert "the same" in desk.run("list").stdout
        assert desk.run("history", "small-look").stdout.count("UTC") == 3


def test_retire_rename_and_restore(desk: Desk) -> None:
    """A script rests and is brought back, gets another name with its file, and each state is listed."""
    desk.run("publish")
    other = desk.file.with_name("other.md")
    other.write_text(SCRIPT)
    assert "Nobody is mid-way." in desk.run("retire", "small-look").stdout
    assert "retired; `scripts restore` brings it back" in desk.run("list").stdout
    assert desk.run("publish", str(desk.file), code=1).stderr.startswith("small-look (en) is retired")
    other.unlink()
    assert desk.run("publish").stdout.startswith("Nothing to publish")
    desk.run("restore", "small-look")
    other.write_text(SCRIPT)
    assert "has the text of small-look" in desk.run("publish", "--dry-run").stdout
    other.unlink()
    desk.run("retire", "small-look")
    assert "was retired by the command line" in desk.run("history", "small-look").stdout
    assert "was retired by" in desk.run("show", "small-look", code=1).stderr
    assert "was retired by" in desk.run("retire", "small-look", code=1).stderr
    assert "is live again, version 1" in desk.run("restore", "small-look").stdout
    assert "is not retired" in desk.run("restore", "small-look", code=1).stderr
    done = desk.run("rename", "small-look", "evening").stdout
    assert "is called “evening” now" in done and "is evening.md now" in done
    assert desk.file.with_name("evening.md").read_text() == SCRIPT and not desk.file.exists()
    assert "the same" in desk.run("list").stdout
    assert desk.run("show", "small-look").stdout == SCRIPT  # the old name still finds it
    desk.file.write_text(edited("again"))
    assert "called evening now; rename the file" in desk.run("list").stdout
    assert "publish the text as evening.md" in desk.run("publish", str(desk.file), code=1).stderr
    desk.file.unlink()
    (desk.file.with_name("taken.md")).write_text(SCRIPT)
    assert "exists already" in desk.run("rename", "evening", "taken", code=1).stderr
    assert "There is no script" in desk.run("rename", "no-such", "dusk", code=1).stderr
    desk.file.with_name("evening.md").unlink()
    assert "no file; `scripts pull`" in desk.run("list").stdout
    assert "lives without a file" in desk.run("keep", "evening").stdout
    assert "lives without a file" in desk.run("list").stdout


# ---- publishing ---------------------------------------------------------------------------------


def test_errors_are_said_by_line_and_nothing_of_them_is_published(desk: Desk) -> None:
    """A broken file is left out with its issues by line; the others are published; the exit code is 1."""
    broken = desk.file.with_name("broken.md")
    broken.write_text(BROKEN)
    done = desk.run("publish", code=1)
    line = BROKEN.splitlines().index("Did it help?") + 1
    assert f"{broken}:{line}:1: error CLOSED" in done.stderr
    assert "en/broken has errors and is not published." in done.stderr
    assert "small-look (en) is published for the first time" in done.stdout
    assert "broken" not in desk.run("show", "small-look").stdout
    desk.run("show", "broken", code=1)


def test_a_dry_run_publishes_nothing(desk: Desk) -> None:
    """Everything is shown, and the database stays as it is."""
    assert "en/small-look: new" in desk.run("publish", "--dry-run").stdout
    assert "not published" in desk.run("list").stdout
    desk.file.write_text(BROKEN)
    desk.run("publish", "--dry-run", code=1)


def test_a_dry_run_says_the_conflict_that_publishing_would_meet(desk: Desk) -> None:
    """A text made from an older version is refused by the dry run in the words of the real one."""
    desk.run("publish")
    desk.file.write_text(edited("elsewhere"))
    other = desk.folder / "elsewhere" / "en" / "small-look.md"
    other.parent.mkdir(parents=True)
    other.write_text(edited("elsewhere"))
    desk.run("publish", str(other), "--author", "Ana")
    desk.file.write_text(edited("here"))
    dry, real = (desk.run("publish", *more, code=1).stderr for more in (["--dry-run"], []))
    assert "version 2 was published by Ana after version 1, which this text was made from" in dry
    assert dry == real
    assert f"interlude scripts publish {desk.file} --base 2" in dry
    desk.run("publish", str(desk.file), "--base", "2", "--dry-run")


def test_a_file_that_is_gone_is_named_before_publishing(desk: Desk) -> None:
    """Publishing the folder says that a script's file is gone, each time, until it is kept or retired."""
    desk.file.with_name("weekly-look.md").write_text(SCRIPT)
    desk.run("publish")
    desk.file.unlink()
    for words in (("publish", "--dry-run"), ("publish",), ("publish",)):
        said = desk.run(*words).stdout
        assert "en/small-look.md is gone, and the script is live as before." in said
        assert "`interlude scripts keep small-look`" in said
    desk.run("keep", "small-look")
    assert "gone" not in desk.run("publish").stdout


@pytest.mark.parametrize("named", [True, False], ids=["by its name", "the whole folder"])
def test_what_lint_says_of_time_is_said_before_publishing(desk: Desk, named: bool) -> None:
    """That a page comes to nobody by itself is a warning before it is published, however it is named."""
    daily = SCRIPT.replace("when: on demand", "when: daily")
    desk.file.with_name("a-daily.md").write_text(daily)
    desk.run("publish")
    never = desk.file.with_name("never.md")
    never.write_text(SCRIPT.replace("when: on demand", "when: weekly"))
    said = desk.run("publish", "--dry-run", *([str(never)] if named else [])).stderr
    assert f"{never}:1:1: warning WHEN: Never sent by itself: other scripts have its days" in said


def test_a_live_page_that_a_new_one_crowds_out_is_named(desk: Desk) -> None:
    """What would never come any more once a page is published is said before, by name."""
    desk.file.write_text(SCRIPT.replace("when: on demand", "when: weekly"))
    desk.run("publish")
    desk.file.with_name("a-daily.md").write_text(SCRIPT.replace("when: on demand", "when: daily"))
    said = desk.run("publish", "--dry-run").stdout
    assert "With this, small-look (en) would never be sent by itself any more" in said


def test_scripts_that_lead_into_each_other_are_published_in_order(desk: Desk) -> None:
    """What another script leads into goes live before it, whatever their names; a circle is refused."""
    desk.file.with_name("another.md").write_text(LEADS)
    assert desk.run("publish").stdout.count("published for the first time") == 2
    alone = desk.folder / "alone.md"
    alone.write_text(LEADS.replace("small-look", "nowhere"))
    done = desk.run("publish", str(alone), code=1)
    assert "error TARGET" in done.stderr
    assert str(alone) in done.stderr
    desk.file.write_text(LEADS.replace("small-look", "another"))
    assert "error LOOP" in desk.run("publish", code=1).stderr


def test_who_is_mid_way_is_said(desk: Desk) -> None:
    """The effect names how many clients finish on which version."""
    desk.run("publish")
    asyncio.run(_begun(desk.config()))
    desk.file.write_text(edited("with care"))
    effect = "2 clients are mid-way and finish on version 1; new reflections take version 2."
    assert desk.run("publish").stdout.count(effect) == 2  # before, and when it is done


def test_a_name_or_version_that_is_not_there_leads_to_one_that_is(desk: Desk) -> None:
    """A misspelt script brings the nearest name, a version that is not there the way to those that are."""
    desk.run("publish")
    assert "Did you mean “small-look”?" in desk.run("history", "small_loo", code=1).stderr
    assert (
        "`interlude scripts history small-look` shows them"
        in desk.run("diff", "small-look", "--old", "9", code=1).stderr
    )


def test_a_language_that_nobody_can_choose_is_told(desk: Desk) -> None:
    """A page in a language that the bot does not speak is published, and not without a word."""
    folder = desk.file.parents[1] / "nl"
    folder.mkdir()
    (folder / "small-look.md").write_text(SCRIPT.replace("title:", "language: nl\ntitle:", 1))
    done = desk.run("publish")
    assert "nobody can choose “nl” and get this page" in done.stdout + done.stderr


def test_an_author_reads_how_often_a_script_would_come(desk: Desk) -> None:
    """What comes by itself is foreseen for half a year beside what is live, before it is published."""
    desk.run("publish")
    weekly = SCRIPT.replace("when: on demand", "when: weekly on Sunday evening")
    desk.file.with_name("sunday.md").write_text(weekly)
    said = desk.run("publish").stdout
    assert "In half a year it would come 25 times with weekly sessions, " in said


async def _begun(config: Config) -> None:
    from desk import people_are_there, reflection

    def two(tx: Tx) -> None:
        people_are_there(tx, 7, 8)
        reflection(tx, 7, "a", state="open")
        reflection(tx, 8, "b", state="open")

    async with Store.open(config.database.path, vault.load(config.security.key_file)) as store:
        await store.run(two)


@pytest.mark.parametrize("with_bot", [False, True], ids=["alone", "with a bot"])
def test_the_second_of_two_editors_is_told_and_keeps_the_text(
    desk: Desk, tmp_path: Path, with_bot: bool
) -> None:
    """Of two people who pulled one version, the second to publish is told whose is live, and how to go on."""
    desk.run("publish")
    second = tmp_path / "second"
    second.mkdir()
    other = second / "config.toml"
    other.write_text(desk.settings.read_text().replace(str(desk.prompts), f"{second}/prompts"))

    def theirs(*words: str) -> Result:
        return CliRunner().invoke(app, ["scripts", *words, "--config", str(other)])

    assert theirs("pull").exit_code == 0
    copy = second / "prompts" / "en" / "small-look.md"
    with running(desk.config()) if with_bot else open(os.devnull):
        desk.file.write_text(edited("by the first"))
        desk.run("publish", "--author", "Ana")
        copy.write_text(edited("by the second"))
        told = theirs("publish")
        assert told.exit_code == 1
        assert "version 2 was published by Ana after version 1, which this text was made from" in told.stderr
        assert f"interlude scripts publish {copy} --base 2" in told.stderr
        assert copy.read_text() == edited("by the second")
        assert desk.run("show", "small-look").stdout == edited("by the first")
        assert "both changed" in theirs("list").stdout
        assert "was edited and is left" in theirs("pull").stdout
        assert theirs("publish", str(copy), "--base", "2").exit_code == 0
        assert desk.run("show", "small-look").stdout == edited("by the second")


def test_a_large_folder_goes_in_several_requests(desk: Desk) -> None:
    """However many scripts there are, each is published and has its line."""
    for number in range(60):
        desk.file.with_name(f"look-{number}.md").write_text(SCRIPT)
    with running(desk.config()):
        assert desk.run("publish").stdout.count("published for the first time") == 61
    assert desk.run("list").stdout.count("the same") == 61


@pytest.mark.parametrize(("answer", "done"), [("n", False), ("y", True)])
def test_on_a_terminal_it_asks_once_more(desk: Desk, answer: str, done: bool) -> None:
    """A person at a terminal sees what would change, and says yes or no."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "bot", "scripts", "publish", "--config", str(desk.settings)]
    with subprocess.Popen(command, stdin=theirs, stdout=subprocess.PIPE, text=True, cwd=ROOT) as asked:
        os.write(ours, f"{answer}\n".encode())
        said, _ = asked.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)
    assert "en/small-look: new" in said
    assert (asked.returncode == 0) is done
    assert ("not published" not in desk.run("list").stdout) is done


def test_base_belongs_to_one_file(desk: Desk) -> None:
    """--base with a whole folder is a mistake, said in one line."""
    desk.file.with_name("another.md").write_text(SCRIPT)
    assert "name that file" in desk.run("publish", "--base", "1", code=2).stderr


def test_a_file_from_elsewhere_is_published_by_name(desk: Desk) -> None:
    """A file outside the folder goes by its name and by the language that its header or folder says."""
    desk.run("publish")
    elsewhere = desk.folder / "Downloads" / "small-look.md"
    elsewhere.parent.mkdir()
    elsewhere.write_text(edited("from a friend"))
    assert "small-look (en) is published as version 2" in desk.run("publish", str(elsewhere)).stdout


def test_pull_leaves_an_edited_file_alone_unless_forced(desk: Desk) -> None:
    """Nobody's edit is lost by a pull; --force takes the live text."""
    desk.run("publish")
    desk.file.write_text(edited("unsaved"))
    assert "left as it is" in desk.run("pull").stdout
    assert desk.file.read_text() == edited("unsaved")
    desk.run("pull", "small-look", "--force")
    assert desk.file.read_text() == SCRIPT
    assert "no version 9" in desk.run("show", "small-look", "--version", "9", code=1).stderr
    assert "is not live" in desk.run("pull", "other", code=1).stderr
    for words in (("show", "small-look"), ("history", "small-look"), ("keep", "small-look")):
        said = desk.run(*words, "--language", "de", code=1).output
        assert "small-look is live in en, not in de" in " ".join(said.split())
    assert "single version" in desk.run("rollback", "small-look", code=1).stderr


# ---- lint ---------------------------------------------------------------------------------------


def lint(*words: str | Path, text: str = "") -> Result:
    return CliRunner().invoke(app, ["scripts", "lint", *map(str, words)], input=text)


@pytest.mark.parametrize(("text", "code"), [(SCRIPT, 0), (WARNED, 0), (BROKEN, 1), ("no script", 1)])
def test_exit_codes(tmp_path: Path, text: str, code: int) -> None:
    """0 for clean or warnings only, 1 for errors."""
    (tmp_path / "small-look.md").write_text(text)
    assert lint(tmp_path).exit_code == code
    assert lint(tmp_path / "small-look.md", "--format", "json").exit_code == code


def test_without_a_path_it_is_the_folder_of_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault in prompts/ here is found without naming it, and where there is none, the program's own are sound."""
    monkeypatch.chdir(tmp_path)
    assert lint().exit_code == 0
    (tmp_path / "prompts" / "en").mkdir(parents=True)
    (tmp_path / "prompts" / "en" / "small-look.md").write_text(BROKEN)
    assert lint().exit_code == 1


@pytest.mark.parametrize(
    "words",
    [
        ("nowhere.md",),
        ("--prompts", "nowhere.txt"),
        (".", "--format", "xml"),
        (".", "--prompts", "-"),
        ("--colour",),
    ],
)
def test_what_cannot_be_used_is_2(
    tmp_path: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No paths, a missing file, an unknown format or option: one line, exit code 2, no traceback."""
    monkeypatch.chdir(tmp_path)
    done = lint(*words)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert "Traceback" not in done.stderr and done.stderr.strip()


def test_a_folder_without_scripts_is_2(tmp_path: Path) -> None:
    """An empty folder is a slip, not a clean library."""
    assert lint(tmp_path).exit_code == 2


def test_json_is_a_list_of_issues(tmp_path: Path) -> None:
    """--format json prints exactly a list of objects with the eight fields, and nothing else on standard output."""
    file = tmp_path / "small-look.md"
    file.write_text(BROKEN)
    (issue,) = json.loads(lint(file, "--format", "json").stdout)
    assert list(issue) == FIELDS
    assert (issue["file"], issue["step"], issue["rule"], issue["level"]) == (
        str(file), "stayed", "CLOSED", "error",
    )  # fmt: skip
    assert BROKEN.splitlines()[issue["line"] - 1][issue["column"] - 1 :].startswith("Did it help?")
    file.write_text(SCRIPT)
    assert json.loads(lint(file, "--format", "json").stdout) == []


def test_a_list_of_prompts_from_a_file_and_from_standard_input(tmp_path: Path) -> None:
    """--prompts lints one prompt a line; the line is that of the list; - reads standard input."""
    text = "What now?\n\n1. Did it help?\n"
    (tmp_path / "list.txt").write_text(text)
    for place in (tmp_path / "list.txt", "-"):
        done = lint("--prompts", place, "--format", "json", text=text)
        (issue,) = json.loads(done.stdout)
        assert (done.exit_code, issue["rule"], issue["line"], issue["column"]) == (1, "CLOSED", 3, 4)
        assert issue["file"] == str(place)
    assert lint("--prompts", "-", text="What now?\n").exit_code == 0


def test_a_long_list_keeps_its_lines(tmp_path: Path) -> None:
    """However long the list, each issue has the line of its prompt."""
    text = "".join("Did it help?\n" if number % 17 == 0 else "What now?\n" for number in range(1, 103))
    issues = json.loads(lint("--prompts", "-", "--format", "json", text=text).stdout)
    assert [issue["line"] for issue in issues] == [17, 34, 51, 68, 85, 102]


def test_a_list_as_a_spreadsheet_saves_it(tmp_path: Path) -> None:
    """A list in UTF-16, or with a byte order mark, is read as what it is."""
    for encoding in ("utf-16", "utf-8-sig"):
        (tmp_path / "list.txt").write_bytes("Hat es geholfen?\n".encode(encoding))
        done = lint("--prompts", tmp_path / "list.txt", "--language", "de", "--format", "json")
        assert [issue["rule"] for issue in json.loads(done.stdout)] == ["CLOSED"]


def test_github_shows_issues_beside_the_line(tmp_path: Path) -> None:
    """--format github prints one workflow command an issue."""
    file = tmp_path / "small-look.md"
    file.write_text(BROKEN)
    line = BROKEN.splitlines().index("Did it help?") + 1
    assert lint(file, "--format", "github").stdout.startswith(
        f"::error file={file},line={line},col=1,title=CLOSED::"
    )


def test_a_folder_is_checked_as_a_library(tmp_path: Path) -> None:
    """Of a folder, arrows to scripts that are not there and languages that differ are errors; of a file, not."""
    (tmp_path / "en").mkdir()
    (tmp_path / "nl").mkdir()
    (tmp_path / "en" / "another.md").write_text(LEADS)
    (tmp_path / "nl" / "another.md").write_text(SCRIPT)
    found = json.loads(lint(tmp_path, "--format", "json").stdout)
    assert {(Path(one["file"]).parent.name, one["rule"]) for one in found} >= {
        ("en", "TARGET"),
        ("nl", "PARITY"),
    }
    assert lint(tmp_path / "en" / "another.md").exit_code == 0


@pytest.mark.parametrize(
    ("folder", "header", "language"),
    [
        ("en", "", "en"),
        ("de", "", "de"),
        ("pt-br", "", "pt-br"),
        ("tmp", "", "en"),
        ("Downloads", "de", "de"),
    ],
)
def test_the_language_of_a_file(tmp_path: Path, folder: str, header: str, language: str) -> None:
    """The folder's name where it is a language, else what the header says, else English."""
    from bot.cli import shelf

    (tmp_path / folder).mkdir()
    file = tmp_path / folder / "small-look.md"
    file.write_text(SCRIPT.replace("length: 2", f"length: 2\nlanguage: {header}") if header else SCRIPT)
    assert shelf.found([file])[0].language == language
    assert shelf.found([tmp_path], "fr")[0].language == "fr"


def test_the_linter_is_light() -> None:
    """Linting loads neither Telegram nor the store nor pictures: it is to be quick in an editor and in CI."""
    code = (
        "import sys, bot.cli.linting; "
        "print([name for name in ('telegram', 'httpx', 'aiosqlite', 'cryptography', 'typst', 'babel.dates', "
        "'bot.store', 'bot.config', 'rich.progress') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# ---- upgrade ------------------------------------------------------------------------------------


def test_upgrade_brings_an_older_format_to_todays(tmp_path: Path) -> None:
    """Files of an older format are rewritten, each change named; others are left byte for byte."""
    here = Path(__file__).parents[1] / "script" / "upgrades"
    old = (here / "0-arrows.before.md").read_bytes()
    (tmp_path / "old.md").write_bytes(old)
    (tmp_path / "new.md").write_bytes(SCRIPT.replace("\n", "\r\n").encode())
    done = CliRunner().invoke(app, ["scripts", "upgrade", str(tmp_path)])
    assert done.exit_code == 0
    assert "new.md: nothing to change" in done.stdout
    assert "2026-11-21: Arrows instead of goto" in done.stdout
    assert (tmp_path / "old.md").read_bytes() == (here / "0-arrows.after.md").read_bytes()
    assert (tmp_path / "new.md").read_bytes() == SCRIPT.replace("\n", "\r\n").encode()


def test_upgrade_spoils_no_file_that_it_cannot_read(tmp_path: Path) -> None:
    """A file that is not UTF-8 is named and stays as it is."""
    (tmp_path / "old.md").write_bytes(b"---\nformat: 0\ntitle: \xff\n---\n")
    done = CliRunner().invoke(app, ["scripts", "upgrade", str(tmp_path)])
    assert done.exit_code == 2
    assert "not UTF-8" in done.stderr
    assert (tmp_path / "old.md").read_bytes() == b"---\nformat: 0\ntitle: \xff\n---\n"
