"""Each line of Telegram's list of commands does what it says; and joining and leaving say what is so."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from small import kept, me, rows, small_bot
from whole import ADMIN, CLIENT, COACH, Whole, whole_bot

from bot.people.client import records

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
OTHER = 3001


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach and a client who shares, who wrote one note."""
    with small_bot(tmp_path, start=MONDAY) as made:
        made.say(CLIENT, "The lake was still")
        yield made


def line(whole: Whole, chat: int, command: str, words: str) -> None:
    """The line stands beside the command in Telegram's list of this person."""
    lists = [one.args for one in whole.sim.core.log if one.method == "setMyCommands"]
    every = [one for listed in lists for one in _read(listed["commands"])]
    assert (command, words) in every, (chat, command)


def _read(commands: object) -> list[tuple[str, str]]:
    found = json.loads(commands) if isinstance(commands, str) else commands
    assert isinstance(found, list)
    return [(one["command"], one["description"]) for one in found]


def test_menu_has_days_hours_sharing_and_everything(whole: Whole) -> None:
    """/menu: "Days, hours, sharing, everything"."""
    line(whole, CLIENT, "menu", "Days, hours, sharing, everything")
    whole.say(CLIENT, "/menu")
    assert {"Days and hours", "Quiet hours", "Who sees it", "Export", "Erase", "Pause"} <= set(
        whole.sim.buttons(CLIENT)
    )


def test_answers_has_what_was_written_and_who_sees_it(whole: Whole) -> None:
    """/answers: "What you wrote, and who sees it"."""
    line(whole, CLIENT, "answers", "What you wrote, and who sees it")
    text = whole.say(CLIENT, "/answers")[-1]
    assert "The lake was still" in text and "shared" in text


def test_shared_has_what_goes_to_the_coach(whole: Whole) -> None:
    """/shared: "What goes to your coach": what is shared, and nothing that is private."""
    line(whole, CLIENT, "shared", "What goes to your coach")
    whole.say(CLIENT, "/sharing")
    whole.tap(CLIENT, "Private until I share")
    whole.pause(1200)
    whole.say(CLIENT, "The reeds at dusk")
    text = " ".join(whole.say(CLIENT, "/shared"))
    assert "The lake was still" in text and "The reeds at dusk" not in text


def test_why_has_what_comes_next(whole: Whole) -> None:
    """/why: "Why now, and what comes next"."""
    line(whole, CLIENT, "why", "Why now, and what comes next")
    whole.say(CLIENT, "/week")
    assert "Why the latest came: you asked for it." in whole.say(CLIENT, "/why")[-1]


def test_pause_is_nothing_for_a_while(whole: Whole) -> None:
    """/pause: "Nothing for a while"."""
    line(whole, CLIENT, "pause", "Nothing for a while")
    whole.say(CLIENT, "/pause")
    whole.tap(CLIENT, "One week")
    before = len(whole.sim.texts(CLIENT))
    whole.until(MONDAY + timedelta(days=6))
    assert len(whole.sim.texts(CLIENT)) == before
    whole.until(MONDAY + timedelta(days=7, hours=1))
    assert me(whole).state == "active"


def test_stop_is_nothing_more_and_the_coach_reads_that(whole: Whole) -> None:
    """/stop: "Nothing more", until /start; the coach reads that and no more, and keeps what was shared."""
    line(whole, CLIENT, "stop", "Nothing more")
    whole.say(CLIENT, "/stop")
    whole.tap(CLIENT, "Yes, stop everything")
    assert "has stopped the questions. What was shared before stays" in whole.sim.texts(COACH)[-1]
    before = len(whole.sim.texts(CLIENT))
    whole.until(MONDAY + timedelta(days=30))
    assert len(whole.sim.texts(CLIENT)) == before and me(whole).state == "stopped"


def test_about_has_who_wrote_and_who_reads(whole: Whole) -> None:
    """/about: "Who wrote this, and who reads"."""
    line(whole, CLIENT, "about", "Who wrote this, and who reads")
    text = whole.say(CLIENT, "/about")[-1]
    assert "The testers" in text and "What you share goes to Dana once a week" in text


def test_help_has_what_this_is_not_and_where_help_is(whole: Whole) -> None:
    """/help: "What this is not, and where help is"."""
    line(whole, CLIENT, "help", "What this is not, and where help is")
    text = whole.say(CLIENT, "/help")[-1]
    assert "not an emergency service" in text and "findahelpline.com" in text


def test_export_is_all_that_was_written_as_a_file(whole: Whole) -> None:
    """/export: "All you wrote, as a file"."""
    line(whole, CLIENT, "export", "All you wrote, as a file")
    before = len(whole.sim.messages(CLIENT))
    whole.say(CLIENT, "/export")
    assert any(one.body.get("document") for one in whole.sim.messages(CLIENT)[before:])


@pytest.mark.parametrize("answer", ["yes", "Yes."])
def test_erase_erases_all_of_it_also_by_a_typed_yes(whole: Whole, answer: str) -> None:
    """/erase: "Erase all of it": a typed yes is asked which of the two ways; "now" in words is the one at once."""
    line(whole, CLIENT, "erase", "Erase all of it")
    whole.say(CLIENT, "/erase")
    whole.say(CLIENT, answer)
    assert rows(whole, "SELECT count(*) FROM clients") == [(1,)]
    whole.say(CLIENT, "now")
    assert rows(whole, "SELECT count(*) FROM clients") == [(0,)]


def test_erase_is_left_by_a_typed_no(whole: Whole) -> None:
    """A typed no keeps everything, and is no note."""
    whole.say(CLIENT, "/erase")
    assert whole.say(CLIENT, "no")[-1] == "Left as it was."
    assert kept(whole) == ["The lake was still"]


def test_plan_has_what_comes_in_two_weeks(whole: Whole) -> None:
    """/plan of a coach: "What comes in two weeks": the hours that the client chose."""
    line(whole, COACH, "plan", "What comes in two weeks")
    assert "Chosen days and hours: Mon, Wed and Fri at 19:00" in whole.say(COACH, "/plan")[-1]


def test_digest_has_what_clients_shared_this_week(whole: Whole) -> None:
    """/digest of a coach: "What clients shared this week"."""
    line(whole, COACH, "digest", "What clients shared this week")
    whole.say(COACH, "/digest")
    assert "The lake was still" in " ".join(whole.sim.texts(COACH))


def test_cancel_leaves_what_is_being_asked(whole: Whole) -> None:
    """/cancel of a coach: "Leave what is being asked"; where nothing is, that is said."""
    line(whole, COACH, "cancel", "Leave what is being asked")
    whole.say(COACH, "/zone")
    assert whole.say(COACH, "/cancel")[-1] == "Your place: left as it was."


def test_an_admin_has_the_scripts_and_what_was_set_aside(whole: Whole) -> None:
    """/scripts and /aside of an admin do what their lines say."""
    line(whole, ADMIN, "scripts", "The scripts: get, edit, publish")
    line(whole, ADMIN, "aside", "What was set aside; try again")
    assert "The week" in whole.say(ADMIN, "/scripts")[-1] or "week" in " ".join(whole.sim.buttons(ADMIN))
    assert whole.say(ADMIN, "/aside")


def test_quiet_is_hours_at_which_nothing_comes(whole: Whole) -> None:
    """/quiet: "Hours at which no question comes"; the hours that are chosen are the client's from then on."""
    assert "Hours at which no question comes" in whole.say(CLIENT, "/help")[-1]
    whole.say(CLIENT, "/quiet")
    assert whole.tap(CLIENT, "20:00-09:00")[-1].startswith("Noted: no question comes at 20:00-09:00.")
    assert me(whole).rhythm["quiet"] == "20:00-09:00"


def test_start_takes_it_up_again(whole: Whole) -> None:
    """/start: "Take it up again" after a stop."""
    assert "Take it up again" in whole.say(CLIENT, "/help")[-1]
    whole.say(CLIENT, "/stop")
    whole.tap(CLIENT, "Yes, stop everything")
    assert "That is set" in whole.say(CLIENT, "/start")[-1]
    assert me(whole).state == "active"


# ---- joining, and small answers ----------------------------------------------------------------


def test_a_bare_yes_is_asked_which_it_is(tmp_path: Path) -> None:
    """ "yes" at the agreement chooses neither sharing nor privacy: it is asked which."""
    with whole_bot(tmp_path, start=MONDAY) as whole:
        whole.with_coach()
        whole.say(COACH, "/invite")
        whole.person("Ada", CLIENT)
        whole.start(CLIENT, whole.link(COACH))
        asked = "Would you like to share your answers with Dana, or begin with private ones?"
        assert whole.say(CLIENT, "yes") == [asked + " That can change any day."]
        assert rows(whole, "SELECT count(*) FROM consents") == [(0,)]
        assert whole.say(CLIENT, "/start")[-1] == "Would you like to begin?"
        whole.say(CLIENT, "I'd rather keep it private for now")
        whole.say(CLIENT, "1985")
        assert me(whole).visibility == "private"


def test_sharing_that_is_left_names_its_own_command(whole: Whole) -> None:
    """Who leaves the question about sharing reads which command asks it again."""
    whole.say(CLIENT, "/sharing")
    said = whole.say(CLIENT, "/answers")
    assert said[0] == "Who sees it: nothing is changed. /sharing asks again."


@pytest.mark.parametrize(
    ("choice", "seen"), [("Share with Dana", "session"), ("Private until I share", "private")]
)
def test_who_sees_what_is_written_from_now_on(whole: Whole, choice: str, seen: str) -> None:
    """/sharing: what is written afterwards is seen by whom the choice says."""
    whole.say(CLIENT, "/sharing")
    whole.tap(CLIENT, choice)
    whole.pause(1200)
    whole.say(CLIENT, "Something new")
    assert whole.responses()[-1].visibility == seen


def test_who_is_in_already_is_told_so(whole: Whole) -> None:
    """A client who opens another link is told that they are in, or with whom they would begin; nothing changes."""
    assert (
        whole.start(CLIENT, whole.link(COACH))[-1]
        == "You are in already. /menu or /help shows what there is."
    )
    whole.with_coach(OTHER, "Bo")
    whole.say(OTHER, "/invite")
    said = whole.start(CLIENT, whole.link(OTHER))[-1]
    assert said == "You are with a coach here already. To begin with another, /export and /erase come first."
    assert me(whole).coach_id == COACH


def test_a_coach_who_opens_a_link_again_is_told_so(whole: Whole) -> None:
    """Who is a coach already reads that, and nothing changes."""
    whole.say(ADMIN, "/coach")
    assert (
        whole.start(COACH, whole.link(ADMIN))[-1]
        == "You are a coach here already. /help shows what there is."
    )


def test_no_answers_yet_is_said(tmp_path: Path) -> None:
    """/answers of who wrote nothing says so, and so do what is shared and a name that is taken away."""
    with small_bot(tmp_path, start=MONDAY) as whole:
        assert whole.say(CLIENT, "/answers")[-1] == "There are no answers here yet."
        whole.say(CLIENT, "/name")
        assert whole.tap(CLIENT, "No name")[-1] == "Noted: no name."
        assert me(whole).name == ""


def test_a_second_talk_ends_the_first_and_keeps_it(whole: Whole) -> None:
    """/now in the middle of a talk says that it would end; begun, the first is over and its words are kept."""
    whole.say(CLIENT, "/week")
    whole.say(CLIENT, "A good one")
    assert (
        "The one that is open now would end there; what you wrote is kept." in whole.say(CLIENT, "/now")[-1]
    )
    whole.tap(CLIENT, "The week")
    assert "A good one" in kept(whole)
    assert rows(whole, "SELECT state FROM reflections ORDER BY id") == [("lapsed",), ("open",)]


def test_an_export_that_is_too_large_is_said(whole: Whole, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the file is larger than Telegram takes, no file comes; it is said, with the way that works."""
    monkeypatch.setattr(records, "LARGEST_FILE", 100)
    before = len(whole.sim.messages(CLIENT))
    text = whole.say(CLIENT, "/export")[-1]
    assert f"interlude export --client {CLIENT}" in text
    assert not any(one.body.get("document") for one in whole.sim.messages(CLIENT)[before:])
