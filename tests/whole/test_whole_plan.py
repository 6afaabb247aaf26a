"""``interlude plan``: its options, its two forms, and a real client's plan while the bot runs."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from clocked import DAY, HOUR, live, plans, record, timed_bot
from typer.testing import CliRunner, Result
from whole import CLIENT, COACH, Whole

from bot.cli.main import app
from bot.people import reconcile
from bot.people.turn import Turn
from bot.store import people

BERLIN = ["--zone", "Europe/Berlin", "--rhythm", "mon,thu 19:00", "--from", "2026-10-19"]
TUESDAYS = ["--session", "2026-10-20 15:00 weekly"]
KEYS = ["at_utc", "at_local", "zone", "kind", "script", "why"]


def plan(*words: str) -> Result:
    return CliRunner().invoke(app, ["plan", *words])


def entries(*words: str) -> Any:
    done = plan(*words, "--format", "json")
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


# ---- imagined ----------------------------------------------------------------------------------


def test_an_imagined_clients_plan_as_json() -> None:
    """A list of prompts, each with exactly the promised keys, over the end of summer time."""
    found = entries(*BERLIN, *TUESDAYS, "--days", "14", "--quiet", "21:00-08:00", "--held", "5")
    assert all(list(one) == KEYS for one in found)
    assert [one["kind"] for one in found] == 2 * ["before", "after", "midway"]
    assert found[0] == {
        "at_utc": "2026-10-19T13:00:00+00:00",
        "at_local": "2026-10-19T15:00:00+02:00",
        "zone": "Europe/Berlin",
        "kind": "before",
        "script": "before-session",
        "why": "24 hours before your session on 20 October",
    }
    assert found[-1]["at_local"] == "2026-10-29T19:00:00+01:00"


def test_what_is_not_planned_is_told_when_asked_for() -> None:
    """With --dropped it is an object of two lists in JSON; in text each line says what it was meant for."""
    found = entries(*BERLIN, *TUESDAYS, "--dropped")
    assert set(found) == {"planned", "dropped"}
    assert all(list(one) == KEYS for one in (*found["planned"], *found["dropped"]))
    lines = plan(*BERLIN, *TUESDAYS, "--dropped").stdout.splitlines()
    below = lines[lines.index("Not planned:") + 1 :]
    assert len(below) == len(set(below)) == len(found["dropped"])
    assert any("(between two sessions)" in line for line in below)


def test_several_sessions_can_be_named() -> None:
    """Each --session is one of its own, with its own repeat."""
    more = ["--session", "2026-10-22 9:00"]
    assert len(entries(*BERLIN, *TUESDAYS, *more, "--held", "9")) != len(
        entries(*BERLIN, *TUESDAYS, "--held", "9")
    )


def test_the_scripts_of_the_folder_are_planned_with_before_they_are_published(tmp_path: Path) -> None:
    """An admin sees the calendar of a script that stands in the folder and nowhere else."""
    (tmp_path / "prompts/en").mkdir(parents=True)
    page = Path(__file__).parents[2] / "prompts/en/mid-week.md"
    text = page.read_text("utf-8").replace("midway between coaching sessions", "weekly")
    (tmp_path / "prompts/en/my-own.md").write_text(text, "utf-8")
    config = tmp_path / "config.toml"
    config.write_text(f'[prompts]\npath = "{tmp_path}/prompts"\n')
    found = entries(*BERLIN, "--days", "7", "--config", str(config))
    assert [one["script"] for one in found] == ["my-own", "my-own"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "name --zone and --rhythm"),
        (["--zone", "Europe/Berlin"], "name --zone and --rhythm"),
        (["--zone", "Berlin", "--rhythm", "mon 19:00"], "Perhaps Europe/Berlin"),
        ([*BERLIN, "--rhythm", "someday"], "someday"),
        ([*BERLIN, "--format", "xml"], "--format can be text or json"),
        ([*BERLIN, "--days", "0"], "--days can be 1 to 366"),
        ([*BERLIN, "--from", "soon"], "'soon' is not a date"),
        ([*BERLIN, "--quiet", "never"], "'never'"),
        ([*BERLIN, "--session", "2026-10-20"], "2026-10-20 15:00 weekly"),
        ([*BERLIN, "--weekly", "9"], "--weekly can be 1 to 7"),
    ],
)
def test_what_cannot_be_used_is_one_line_and_exit_code_2(words: list[str], sentence: str) -> None:
    """One line on standard error that says what to write; nothing on standard output."""
    done = plan(*words)
    assert (done.exit_code, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith("interlude: ")
    assert sentence in line


# ---- a real client -----------------------------------------------------------------------------


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot that runs now, by the machine's clock, from which the command takes its own."""
    now = datetime.now(UTC).replace(microsecond=0)
    with timed_bot(tmp_path, start=now, rhythm="daily 12:30,19:00", weekly=7, quiet="22:00-06:00") as made:
        yield made


def config_of(whole: Whole) -> str:
    """Settings on disk for the database of the running bot."""
    house = whole.house.config
    path = whole.folder / "config.toml"
    path.write_text(
        f'[database]\npath = "{house.database.path}"\n'
        f'[security]\nkey_file = "{house.security.key_file}"\n'
        f'[prompts]\npath = "{house.prompts.path}"\n'
    )
    return str(path)


def test_a_real_clients_plan_is_what_stands_in_the_rows(whole: Whole) -> None:
    """While the bot runs, the command prints what will come, with why."""
    found = entries("--client", str(CLIENT), "--config", config_of(whole))
    soon, late = datetime.now(UTC) + HOUR, datetime.now(UTC) + 13 * DAY  # the bot looked a moment earlier
    told = {datetime.fromisoformat(one["at_utc"]) for one in found}
    rows = {row.at for row in plans(whole)}
    assert {at for at in rows if soon < at < late} == {at for at in told if soon < at < late}
    assert len(told) > 10
    assert {one["zone"] for one in found} == {"Europe/Lisbon"}
    assert all(one["why"] for one in found)


def test_what_was_begun_and_what_was_not_is_told_too(tmp_path: Path) -> None:
    """From an earlier day on: what was sent among the prompts, what came too late among the rest."""
    start = datetime.now(UTC).replace(microsecond=0) - 4 * DAY
    with timed_bot(tmp_path, start=start, rhythm="daily 12:30", weekly=7) as whole:
        live(whole, start + 2 * DAY)
        whole.clock.move(start + 4 * DAY - HOUR)  # nobody looks
        whole.pause()
        day = (start - DAY).date().isoformat()
        found = entries("--client", str(CLIENT), "--config", config_of(whole), "--from", day, "--dropped")
        sent = [row for row in record(whole) if row.outcome == "sent"]
        late = [row for row in record(whole) if row.outcome == "late"]
        assert sent
        assert late
        assert [one["at_utc"] for one in found["planned"]][: len(sent)] == [
            row.at.isoformat() for row in sent
        ]
        whys = [one["why"] for one in found["dropped"]]
        assert whys.count("it could not be sent within 2 hours of its time") == len(late)
        text = plan("--client", str(CLIENT), "--config", config_of(whole), "--dropped").stdout
        assert "could not be sent within 2 hours" in text


def test_nothing_is_planned_for_who_stopped(whole: Whole) -> None:
    """A client who stopped has an empty plan, and the reason beside what would have come."""
    whole.say(CLIENT, "/stop")
    whole.say(CLIENT, "yes")
    found = entries("--client", str(CLIENT), "--config", config_of(whole), "--dropped")
    assert found["planned"] == []
    assert "you had stopped" in {one["why"] for one in found["dropped"]}


def test_an_unknown_client_is_one_line_and_exit_code_1(whole: Whole) -> None:
    """Nobody of that id: said on standard error, exit code 1."""
    done = plan("--client", "99", "--config", config_of(whole))
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == "interlude: there is no client with the Telegram id 99.\n"


def test_no_database_is_one_line_and_exit_code_2(tmp_path: Path) -> None:
    """Where there is nothing to read, one line says so."""
    config = tmp_path / "config.toml"
    config.write_text(
        f'[database]\npath = "{tmp_path}/none.db"\n[security]\nkey_file = "{tmp_path}/none.key"\n'
    )
    done = plan("--client", "1", "--config", str(config))
    assert (done.exit_code, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1


def test_a_coach_with_many_clients_reads_the_plan_in_several_messages(whole: Whole) -> None:
    """/plan never cuts a line: what does not fit one message goes into the next."""
    for number in range(1, 61):
        whole.tx(
            partial(
                people.add_client,
                client_id=CLIENT + number,
                coach_id=COACH,
                now=whole.clock.now(),
                state="active",
            )
        )
        whole.tx(
            partial(
                people.change_client,
                client_id=CLIENT + number,
                zone="Asia/Kathmandu",
                name=f"Client <{number}>",
            )
        )
        whole.tx(partial(people.set_rhythm, client_id=CLIENT + number, rhythm="daily 12:30", weekly=7))
        whole.tx(partial(_replan, whole=whole, client=CLIENT + number))
    before = len(whole.sim.texts(COACH))
    whole.sim.say(COACH, "/plan")
    whole.pause(30)
    said = whole.sim.texts(COACH)[before:]
    assert len(said) > 1
    assert all(len(one) < 4096 for one in said)
    assert sum(one.count("Client <") for one in said) == 60
    assert sum(one.count("at 12:30 (Kathmandu)") for one in said) == 60


def _replan(tx: Any, whole: Whole, client: int) -> None:
    reconcile.person(Turn(tx, whole.clock.now(), -1, whole.house.config, "bot"), client, anew=True)
