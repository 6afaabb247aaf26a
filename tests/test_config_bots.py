"""Several bots in one settings file: what each says for itself, what holds for all, and what is refused."""

from pathlib import Path

import pytest

from bot import config_file
from bot.config import ConfigFault

TWO = """
[digest]
hour = 18
[[bots]]
name = "north"
token = "1:a"
admins = [1]
[bots.practice]
phone = "0316 1"
[[bots]]
name = "south"
token_file = "south.token"
admins = [2]
[bots.digest]
day = "friday"
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a settings file goes, beside one bot's token."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "south.token").write_text("2:b\n")
    return tmp_path / "config.toml"


def refused(file: Path, text: str, bot: str = "") -> str:
    file.write_text(text)
    with pytest.raises(ConfigFault) as fault:
        config_file.load(file, bot)
    return str(fault.value).removeprefix(str(file))


def test_each_bot_has_its_own_and_what_is_said_for_all(file: Path) -> None:
    """A token and a practice each; a section above holds for both; a bot's own lines go before it."""
    file.write_text(TWO)
    found = config_file.bots(file)
    assert list(found) == ["north", "south"]
    north, south = found.values()
    assert (north.telegram.token.get_secret_value(), south.telegram.token.get_secret_value()) == (
        "1:a",
        "2:b",
    )
    assert (north.people.admins, south.people.admins) == ((1,), (2,))
    assert (north.practice, south.practice) == ({"phone": "0316 1"}, {})
    assert (north.digest.day, south.digest.day, north.digest.hour, south.digest.hour) == (6, 4, 18, 18)


def test_files_of_a_bot_bear_its_name(file: Path) -> None:
    """Database, key and backups that nobody named are apart; what a bot names stands as it is."""
    file.write_text(TWO + '[bots.database]\npath = "mine.db"\n')
    north, south = config_file.bots(file).values()
    home = file.parent
    assert north.database.path == home / "data/interlude-north.db"
    assert north.security.key_file == home / "data/interlude-north.key"
    assert (north.backup.folder, south.backup.folder) == (
        home / "data/backups/north",
        home / "data/backups/south",
    )
    assert south.database.path == home / "mine.db"


def test_a_command_for_one_bot_is_told_which(file: Path) -> None:
    """Without a name the names are said; a name that is none, with the nearest; where there is one bot, none."""
    file.write_text(TWO)
    assert config_file.load(file, "south").people.admins == (2,)
    assert refused(file, TWO).endswith(
        "several bots (north, south): say which, as in interlude --bot north ..."
    )
    assert "did you mean north?" in refused(file, TWO, "nort")
    assert "leave --bot north out" in refused(file, '[telegram]\ntoken = "1:a"\n', "north")


def test_the_environment_holds_for_all(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It goes before the file, also before what a bot says; a token from there would be nobody's."""
    file.write_text(TWO)
    monkeypatch.setenv("INTERLUDE_DIGEST__DAY", "monday")
    assert [one.digest.day for one in config_file.bots(file).values()] == [0, 0]
    monkeypatch.setenv("INTERLUDE_TELEGRAM__TOKEN", "3:c")
    assert "INTERLUDE_TELEGRAM__TOKEN is for one bot alone" in refused(file, TWO, "north")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('bots = "two"', "two brackets"),
        ("bots = []", "two brackets"),
        ("bots = [1]", "two brackets"),
        ('[bots]\nname = "a"', "two brackets"),
        ('[[bots]]\ntoken = "1:a"', "needs a name"),
        ('[[bots]]\nname = "Übersee"', "needs a name"),
        ('[[bots]]\nname = "../up"', "needs a name"),
        ('[[bots]]\nname = "a"\n[[bots]]\nname = "a"', "are called a"),
        (
            '[[bots]]\nname = "a"\ntokn = "1:a"',
            "line 3: [bots] tokn is not a setting of [[bots]]; did you mean token",
        ),
        ('[[bots]]\nname = "a"\n[bots.tme]\nx = 1', "[tme] is not a section; did you mean time"),
        (
            '[[bots]]\nname = "a"\n[bots.digest]\nhuor = 1',
            "line 4: [digest] huor is not a setting; did you mean hour",
        ),
        ('[[bots]]\nname = "a"\n[bots.digest]\nhour = 99', "line 4: [digest] hour can be 23 or less"),
        ('[[bots]]\nname = "a"\nadmins = ["x"]', "line 3: [people] admins is to be a whole number"),
        ('[[bots]]\nname = "a"\n[bots.logs]\nlevel = "debug"', "[logs] is said once for all bots"),
        ('[[bots]]\nname = "a"\n[bots.health]\nport = 1', "[health] is said once for all bots"),
        ('[telegram]\ntoken = "1:a"\n[[bots]]\nname = "a"', "line 2: [telegram] token is for one bot alone"),
        (TWO.replace('token_file = "south.token"', 'token = "1:a"'), "north and south have the same token"),
        (
            TWO.replace("[bots.practice]", '[bots.database]\npath = "a.db"\n[bots.practice]')
            + '[bots.database]\npath = "a.db"',
            "north and south have the same [database] path",
        ),
        (
            '[telegram]\nmode = "webhook"\n[webhook]\nurl = "https://b.example/x"\n' + TWO,
            "the same [webhook] url",
        ),
        ("[pages]\nenabled = true\n" + TWO, "the same [pages] port"),
        ('[database]\nurl = "postgresql://h/one"\n' + TWO, "the same [database] url"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(file: Path, text: str, said: str) -> None:
    """One sentence for what cannot be: which key, in which line, and what to do."""
    assert said in refused(file, text, "a")
