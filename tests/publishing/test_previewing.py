"""A script played in the terminal, and the talk file that comes of it."""

from pathlib import Path

import pytest
from desk import SCRIPT
from test_talks import script_of
from typer.testing import CliRunner

from bot.cli.main import app
from bot.core.talk.rehearsal import perform
from bot.core.talk.talk_file import read, show
from bot.i18n import phrases

ROOT = Path(__file__).parents[2]


def played(file: Path, said: str, *words: str) -> str:
    """What the terminal showed."""
    done = CliRunner().invoke(app, ["scripts", "preview", str(file), *words], input=said)
    assert done.exit_code == 0, done.output
    return done.stdout


def again(file: Path) -> str:
    """The talk file as tests/test_talks.py plays it."""
    talk = read(file.read_text(encoding="utf-8"), file.name)
    return show(perform(talk, script_of(talk), phrases=phrases(talk.get("language", "en"))))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "small-look.md").write_text(SCRIPT)
    return tmp_path / "small-look.md"


def test_it_is_played_as_a_client_meets_it(file: Path) -> None:
    """Prompts with their buttons, words and taps in, the echo out, up to the end."""
    shown = played(file, "The walk.\n[Pass]\n")
    assert "What has stayed with you?\n[Pass] [Later] [Enough for now]" in shown
    assert "You wrote: “The walk.”" in shown
    assert "Passed. That is fine." in shown
    assert shown.rstrip().endswith("end")


def test_putting_off_shows_when_to_come_back(file: Path) -> None:
    """The buttons of Later are shown, time is let pass, and the prompt comes back."""
    shown = played(file, "[Later]\n[In an hour]\nlater 1h\n\n")
    assert "[In an hour] [This evening]" in shown
    assert shown.count("What has stayed with you?") == 2


def test_what_cannot_be_played_is_said_and_left_out(file: Path, tmp_path: Path) -> None:
    """A button that is not there and a time that is none are named, and the preview goes on."""
    to = tmp_path / "out.talk"
    done = CliRunner().invoke(
        app,
        ["scripts", "preview", str(file), "--talk", str(to)],
        input="[Nowhere]\nlater 5 moons\nThe walk.\n\n",
    )
    assert "no button says 'Nowhere'" in done.stderr
    assert "is no stretch of time" in done.stderr
    assert [line for line in to.read_text().splitlines() if line.startswith("client")] == [
        "client: The walk."
    ]


@pytest.mark.parametrize(
    "said",
    [
        "The walk.\nThe light.\n",
        "[Pass]\n[Pass]\n",
        "The walk.\n\n",
        "[Later]\n[Tomorrow]\nlater 2d\nThe walk.\n# and a note: of it\n",
        "(to stayed) The walk.\n[Enough for now]\n",
        "later 3d\n",
        "",
    ],
)
def test_the_talk_file_plays_the_same(file: Path, tmp_path: Path, said: str) -> None:
    """What --talk wrote is what the tests find when they play it; a script from elsewhere is in the file."""
    to = tmp_path / "small-look.talk"
    played(file, said, "--talk", str(to), "--coach", "Ana", "--session", "6", "--name", "Ada", "--marked")
    assert again(to) == to.read_text()
    assert to.read_text().startswith(
        "script: small-look\nlanguage: en\ncoach: Ana\nname: Ada\nsession: 6\nmarked: yes\n"
    )


@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_of_a_script_of_the_library_the_talk_names_it(
    tmp_path: Path, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A talk of a shipped script does not repeat the script, in any language."""
    monkeypatch.chdir(ROOT)
    to = tmp_path / "mid-week.talk"
    played(Path("prompts") / language / "mid-week.md", "ok\nok\n", "--talk", str(to))
    assert "---" not in to.read_text()
    assert again(to) == to.read_text()


def test_a_script_with_other_line_ends_goes_into_its_talk(tmp_path: Path) -> None:
    """A file as other systems save it makes the same talk."""
    (tmp_path / "small-look.md").write_bytes(b"\xef\xbb\xbf" + SCRIPT.replace("\n", "\r\n").encode())
    to = tmp_path / "small-look.talk"
    played(tmp_path / "small-look.md", "The walk.\nThe light.\n", "--talk", str(to))
    assert again(to) == to.read_text()


def test_issues_are_shown_before(file: Path) -> None:
    """A closed question is named by line and still played; a page that is no script is not."""
    file.write_text(SCRIPT.replace("What has stayed with you?", "Did it help?"))
    done = CliRunner().invoke(app, ["scripts", "preview", str(file)], input="\n")
    assert (done.exit_code, "CLOSED" in done.stderr) == (0, True)
    file.write_text("no script")
    assert CliRunner().invoke(app, ["scripts", "preview", str(file)]).exit_code == 1


def test_what_comes_from_elsewhere_is_shown_as_samples(file: Path, tmp_path: Path) -> None:
    """Words of the practice and of a client, an earlier answer and the session's hour stand there as samples."""
    shows = "{% if practice.phone %}{{ practice.phone }}{% endif %} {% if client.dog %}{{ client.dog }}{% endif %} "
    shows += "{% if earlier.mid_week.stayed %}{{ earlier.mid_week.stayed }}{% endif %} "
    shows += "{% if session_when %}We meet {{ session_when }}.{% endif %}"
    file.write_text(SCRIPT.replace("There may be two questions.", shows))
    to = tmp_path / "out.talk"
    shown = played(file, "The walk.\n\n", "--talk", str(to), "--times", "2")
    assert "In brackets stand samples of: practice.phone, client.dog, earlier.mid_week.stayed." in shown
    assert "[phone] [dog] On Wed 24 Nov you wrote “" in shown
    assert "We meet " in shown and "15:00" in shown
    assert "times: 2\n" in to.read_text()
    assert again(to) == to.read_text()
