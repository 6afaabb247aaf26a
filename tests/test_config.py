"""The settings: file and environment, and what is said when one of them is wrong."""

import re
import tomllib
from datetime import time, timedelta
from pathlib import Path

import pytest

from bot import config, config_file
from bot.config import Config, ConfigFault
from bot.core.base.wall import Quiet
from bot.core.plan.settings import BOUNDS, Settings

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "config.example.toml"
PAGE = ROOT / "docs" / "settings.md"
ENTRY = re.compile(r"^(?:# )?(\w+) = (.+?)(?:\s+#.*)?$")
SECTION = re.compile(r"^\[(\w+)\]$")

ALL = [(section, key) for section in Config.model_fields for key in config.keys_of(section)]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a settings file goes, in a current directory of its own that has scripts."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "prompts").mkdir()
    return tmp_path / "config.toml"


def refused(file: Path, text: str) -> str:
    """What is said about a settings file that is wrong."""
    file.write_text(text)
    with pytest.raises(ConfigFault) as fault:
        config_file.load(file)
    return str(fault.value).removeprefix(str(file))


def entries(text: str) -> dict[tuple[str, str], str]:
    """Every setting in the example, whether it stands behind a # or not, as it is written."""
    found: dict[tuple[str, str], str] = {}
    section = ""
    for line in text.splitlines():
        if head := SECTION.match(line):
            section = head[1]
        elif entry := ENTRY.match(line):
            found[section, entry[1]] = entry[2]
    return found


# ---- documented ------------------------------------------------------------------------------------


def test_the_example_names_every_setting() -> None:
    """config.example.toml has each setting once, and none that there is not."""
    assert sorted(entries(EXAMPLE.read_text())) == sorted(ALL)


def test_the_example_shows_what_holds(file: Path) -> None:
    """What the example shows behind a # is what holds when nothing is set."""
    shown = entries(EXAMPLE.read_text())
    sections: dict[str, list[str]] = {}
    for (section, key), value in shown.items():
        sections.setdefault(section, []).append(f"{key} = {value}")
    text = "\n".join(f"[{section}]\n" + "\n".join(lines) for section, lines in sections.items())
    file.write_text(text)
    assert config_file.load() == Config()


def test_the_example_says_the_bounds() -> None:
    """Behind each number of [time] the example names its hard bounds."""
    for line in EXAMPLE.read_text().splitlines():
        entry = ENTRY.match(line)
        if entry and entry[1] in BOUNDS:
            low, high = BOUNDS[entry[1]]
            assert line.partition("   # ")[2].startswith(
                (f"{low} to {high}", f"{low} or {high}", f"{low}:")
            ), line


def test_the_example_can_be_copied_as_it_is(file: Path) -> None:
    """A copy of the example is valid TOML and valid settings."""
    file.write_text(EXAMPLE.read_text())
    assert config_file.load() == Config()
    assert tomllib.loads(EXAMPLE.read_text())["people"]["admins"] == []


def test_the_page_explains_every_setting() -> None:
    """docs/settings.md has a row for each setting under its section, with its bounds, and no other."""
    rows: list[tuple[str, str]] = []
    section = ""
    for line in PAGE.read_text().splitlines():
        if head := re.match(r"## \[(\w+)\]", line):
            section = head[1]
        elif row := re.match(r"\| `(\w+)` \|", line):
            rows.append((section, row[1]))
            if section == "time" and row[1] in BOUNDS:
                low, high = BOUNDS[row[1]]
                assert f"| {low}–{high} |" in line or f"| {low} |" in line, line
    assert sorted(rows) == sorted(ALL)


# ---- reading ---------------------------------------------------------------------------------------


def test_nothing_set_is_the_default(file: Path) -> None:
    """Without a file and without environment the defaults hold; they are those of the core."""
    settings = config_file.load()
    assert settings == Config()
    assert settings.time == Settings()
    assert (settings.database.path, settings.security.key_file) == (
        Path("data/interlude.db"),
        Path("data/interlude.key"),
    )
    assert (settings.digest.weekday, settings.digest.hour) == (6, 17)


def test_paths_are_seen_from_the_settings_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever a command is started, a path means the same; a whole path stays whole."""
    file.write_text('[database]\npath = "here/a.db"\n[security]\nkey_file = "/else/where.key"\n')
    monkeypatch.setenv("INTERLUDE_PROMPTS__PATH", "scripts")
    (file.parent / "other").mkdir()
    monkeypatch.chdir(file.parent / "other")
    for named in (file, Path("../config.toml")):
        settings = config_file.load(named)
        assert settings.database.path.resolve() == file.parent / "here/a.db"
        assert settings.security.key_file == Path("/else/where.key")
        assert settings.prompts.path.resolve() == file.parent / "scripts"


def test_the_scripts_that_came_along_stand_in_for_a_folder(file: Path) -> None:
    """Without a folder beside the settings the program's own scripts hold; a named folder is not replaced."""
    (file.parent / "prompts").rmdir()
    assert config_file.load().prompts.path == config_file.SHIPPED
    assert (config_file.SHIPPED / "en" / "after-session.md").is_file()
    file.write_text('[prompts]\npath = "mine"\n')
    assert config_file.load(file).prompts.path == file.parent / "mine"


def test_a_file_here_is_found(file: Path) -> None:
    """Without a named file, config.toml in the current directory is read."""
    file.write_text('[telegram]\ntoken = " 1:abc "\n')
    assert config_file.load().telegram.token.get_secret_value() == "1:abc"


def test_the_environment_goes_first(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every key can be set in the environment, in any case of letters, and goes before the file."""
    file.write_text('[people]\nadmins = [5]\n[digest]\nhour = 9\nday = "mon"\n')
    for name, value in {
        "INTERLUDE_PEOPLE__ADMINS": "1, 2",
        "interlude_digest__hour": "8",
        "INTERLUDE_TELEGRAM__API_URL": "http://127.0.0.1:8081/",
        "INTERLUDE_TIME__WEEKEND": "fri,sat",
        "INTERLUDE_TIME__QUIET": "20:00-07:00",
        "INTERLUDE_TIME__OFFERED": "9:00,18:30",
        "INTERLUDE_PROMPTS__WATCH": "true",
    }.items():
        monkeypatch.setenv(name, value)
    settings = config_file.load(file)
    assert settings.people.admins == (1, 2)
    assert (settings.digest.hour, settings.digest.weekday) == (8, 0)
    assert settings.telegram.api_url == "http://127.0.0.1:8081"
    assert (settings.time.weekend, settings.time.quiet) == ((4, 5), Quiet(time(20), time(7)))
    assert settings.time.offered == (time(9), time(18, 30))
    assert settings.prompts.watch is True


@pytest.mark.parametrize(("section", "key"), ALL)
def test_every_key_is_read_from_the_environment(
    file: Path, monkeypatch: pytest.MonkeyPatch, section: str, key: str
) -> None:
    """There is no key that the environment could not set: a value that fits nowhere is refused by its name."""
    name = f"INTERLUDE_{section}__{key}".upper()
    monkeypatch.setenv(name, "\x01")
    try:
        settings = config_file.load()
    except ConfigFault as fault:
        assert str(fault).startswith(name) or f"[{section}]" in str(fault)
    else:
        assert str(getattr(getattr(settings, section), key)) != str(getattr(getattr(Config(), section), key))


@pytest.mark.parametrize(
    "url",
    [
        "x",
        "http://bot.example.org/hook",
        "https://bot.example.org",
        "https://bot.example.org/",
        "https:///hook",
    ],
)
def test_an_address_for_updates_is_https_with_a_path(file: Path, url: str) -> None:
    """An address in clear, without a path of its own or without a host is refused with an example."""
    assert "[webhook] url" in refused(file, f'[webhook]\nurl = "{url}"\n')


@pytest.mark.parametrize(
    "url",
    [
        "x",
        "http://pages.example.org",
        "http://192.0.2.1",
        "https://pages.example.org/desk",
        "https://dana@pages.example.org",
        "https://",
        "ftp://127.0.0.1",
    ],
)
def test_an_address_of_pages_is_https_but_on_this_machine(file: Path, url: str) -> None:
    """In clear, with a path or without a host it is refused in one sentence; this machine's own is taken."""
    said = refused(file, f'[pages]\nenabled = true\nurl = "{url}"\n')
    assert "line 3: [pages] url is to begin with https://" in said
    for good in (
        "https://pages.example.org/",
        "http://127.0.0.1:8090",
        "http://localhost:9",
        "http://[::1]:9",
    ):
        file.write_text(f'[pages]\nenabled = true\nurl = "{good}"\n')
        assert config_file.load(file).pages.address == good.rstrip("/")
    assert not Config().pages.enabled
    assert Config().pages.address == "http://127.0.0.1:8090"


def test_updates_cannot_be_brought_to_nowhere(file: Path) -> None:
    """The mode webhook without an address does not start, and the sentence names both settings."""
    file.write_text('[telegram]\ntoken = "1:a"\nmode = "webhook"\n[people]\nadmins = [5]\n')
    with pytest.raises(ConfigFault, match=r"\[webhook\] url is not set"):
        config.require(config_file.load())
    file.write_text(file.read_text() + '[webhook]\nurl = "https://bot.example.org/hook"\n')
    config.require(config_file.load())


def test_one_admin_needs_no_list(file: Path) -> None:
    """A single id may be written as a number."""
    file.write_text("[people]\nadmins = 5\n")
    assert config_file.load(file).people.admins == (5,)


def test_days_and_hours_can_be_written(file: Path) -> None:
    """[time] takes lists, TOML's own times, and days as numbers."""
    file.write_text('[time]\noffered = [09:30:00, "7:05"]\nweekend = [4, "Sunday"]\nquiet = "22:00-06:00"\n')
    settings = config_file.load(file)
    assert settings.time.offered == (time(9, 30), time(7, 5))
    assert settings.time.weekend == (4, 6)


def test_manners_come_from_two_sections(file: Path) -> None:
    """How long the bot waits for a client is put together from [conversation] and [time]."""
    file.write_text("[conversation]\nsettle_seconds = 5\n[time]\nnudge_hours = 10\nwindow_hours = 24\n")
    manners = config_file.load(file).manners
    assert (manners.settle, manners.nudge, manners.window) == (
        timedelta(seconds=5),
        timedelta(hours=10),
        timedelta(hours=24),
    )
    file.write_text("[time]\nnudges = 0\n")
    assert config_file.load(file).manners.nudge is None


def test_values_do_not_change(file: Path) -> None:
    """Settings are frozen."""
    with pytest.raises(ValueError, match="frozen"):
        config_file.load().digest.hour = 3  # type: ignore[misc]


# ---- complaints ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[telegram]\ntokn = "x"', ", line 2: [telegram] tokn is not a setting; did you mean token?"),
        ('[telegrm]\ntoken = "x"', ", line 1: [telegrm] is not a section; did you mean telegram?"),
        ('telegram = "x"', ", line 1: telegram is a section; write [telegram] on a line of its own."),
        ("[sending]\n\nrate = 500", ", line 3: [sending] rate can be 30 or less."),
        ("[sending]\nrate = 0", ", line 2: [sending] rate can be 0.1 or more."),
        ('[sending]\nrate = "x"', ", line 2: [sending] rate is to be a number."),
        ("[time]\nweekly = 9", ", line 2: [time] weekly is 9; it can be 1 to 4."),
        ("[time]\nweekli = 1", ", line 2: [time] weekli is not a setting; did you mean weekly?"),
        ('[time]\nweekly = "three"', ", line 2: [time] weekly is to be a whole number."),
        (
            '[time]\nquiet = "21:00-22:00"',
            ", line 1: [time] Quiet hours last at least 8 hours; these last 1.",
        ),
        (
            '[time]\nquiet = "25:00-1:00"',
            ", line 2: [time] quiet is not readable: '25:00' is not a time of day; write it as in “19:00”.",
        ),
        (
            '[time]\nweekend = ["caturday"]',
            ", line 2: [time] weekend is not readable: is to be a day of the week: "
            "mon, tue, wed, thu, fri, sat or sun.",
        ),
        (
            "[time]\nweekly = 1",
            ", line 1: [time] weekly_light is more than time.weekly; it can be at most as much.",
        ),
        ('[people]\nadmins = [1, "x"]', ", line 2: [people] admins is to be a whole number."),
        ("[people]\nadmins = { a = 1 }", ", line 2: [people] admins is to be a list, as in [1, 2]."),
        (
            '[digest]\nday = "someday"',
            ", line 2: [digest] day is to be a day of the week: mon, tue, wed, thu, fri, sat or sun.",
        ),
        ("[digest]\nhour = 24\n[sending]\nrate = 0", ", line 2: [digest] hour can be 23 or less. (1 more)"),
        ('[telegram]\nmode = "pushing"', ", line 2: [telegram] mode can be 'polling' or 'webhook'."),
        ("[telegram]\ntoken = 5", ", line 2: [telegram] token is to be a text, in quotation marks."),
        (
            '[telegram]\napi_url = "x"',
            ", line 2: [telegram] api_url is to be an address like https://api.telegram.org.",
        ),
        ('[prompts]\nwatch = "maybe"', ", line 2: [prompts] watch is to be true or false."),
        ("[database]\npath = 5", ", line 2: [database] path is to be a path, in quotation marks."),
        (
            '[telegram]\ntoken = "x',
            ", at its end: this is not TOML; is a quotation mark or a bracket missing?",
        ),
        ("[telegram]\ntoken == x\n", ", line 2: this is not TOML; is a quotation mark or a bracket missing?"),
        ("telegram.tokn = 1", ", line 1: [telegram] tokn is not a setting; did you mean token?"),
        ("[zzz]", ", line 1: [zzz] is not a section; there is telegram, people,"),
    ],
)
def test_what_is_wrong_is_one_sentence_with_its_line(file: Path, text: str, said: str) -> None:
    """Each wrong setting is named in one line with its file, line and key, and what it can be."""
    words = refused(file, text)
    assert words.startswith(said) if said.endswith(",") else words == said
    assert "\n" not in words


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("INTERLUDE_TELEGRAM__TOKN", "x", "INTERLUDE_TELEGRAM__TOKN is not a setting; did you mean token?"),
        (
            "INTERLUDE_TELEGRM__TOKEN",
            "x",
            "INTERLUDE_TELEGRM__TOKEN: there is no section [telegrm]; did you mean",
        ),
        ("INTERLUDE_TELEGRAM", "x", "A variable INTERLUDE_SECTION lacks its key"),
        ("INTERLUDE_TIME__WEEKLY", "9", "INTERLUDE_TIME__WEEKLY is 9; it can be 1 to 4."),
    ],
)
def test_the_environment_is_judged_as_well(
    file: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    """A wrong variable is named as it was set."""
    monkeypatch.setenv(name, value)
    with pytest.raises(ConfigFault) as fault:
        config_file.load()
    assert str(fault.value).startswith(said)


def test_the_token_is_never_shown(file: Path) -> None:
    """The token is in no printed settings and in no complaint."""
    file.write_text('[telegram]\ntoken = "123:SECRET"\n')
    settings = config_file.load(file)
    assert "SECRET" not in f"{settings!r}{settings}{settings.model_dump_json()}"
    for wrong in (
        'token = ["123:SECRET"]',
        'tokn = "123:SECRET"',
        'token = "123:SECRET',
        "token = 123:SECRET",
    ):
        assert "SECRET" not in refused(file, f"[telegram]\n{wrong}")


def test_a_file_that_is_not_there_says_how_to_make_one(file: Path) -> None:
    """A named file that is missing, a folder and bytes that are no text are one sentence each."""
    with pytest.raises(ConfigFault, match=r"`interlude init --config .*` writes it"):
        config_file.load(file)
    with pytest.raises(ConfigFault, match="cannot be read"):
        config_file.load(file.parent)
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigFault, match="cannot be read"):
        config_file.load(file)


def test_what_a_bot_needs_is_asked_for(file: Path) -> None:
    """Without a token, or without an admin, the one that is missing is asked for."""
    with pytest.raises(ConfigFault, match=r"token is not set"):
        config.require(config_file.load())
    file.write_text('[telegram]\ntoken = "1:a"\n')
    with pytest.raises(ConfigFault, match="admins is empty"):
        config.require(config_file.load())
    file.write_text('[telegram]\ntoken = "1:a"\n[people]\nadmins = [1]\n')
    config.require(config_file.load())


@pytest.mark.parametrize(
    "text", ["a = " + "[" * 100_000, "a = " + "{b=" * 100_000, "a = " + "[" * 5_000 + "]" * 5_000]
)
def test_settings_nested_too_deep_are_one_sentence(file: Path, text: str) -> None:
    """Brackets in brackets end in a sentence that names the file."""
    assert refused(file, text) == ": brackets stand in brackets too deep to be read; no setting needs that."
