"""What admin, coach and client can do, through Telegram, loops and store."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from whole import ADMIN, CLIENT, COACH, Whole, sharing, whole_bot

from bot.store.db import Tx

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("whole")


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach and a client who shares."""
    with whole_bot(tmp_path, start=MONDAY, practice=sharing) as made:
        yield made


def last(whole: Whole, chat: int) -> str:
    return whole.sim.texts(chat)[-1]


# ---- joining -----------------------------------------------------------------------------------


def test_the_notice_comes_before_anything_is_asked(tmp_path: Path) -> None:
    """A client reads who reads, that it is a script, no emergency service, not end-to-end encrypted, and help."""
    with whole_bot(tmp_path) as whole:
        whole.with_coach()
        whole.say(COACH, "/invite")
        whole.person("Ada", CLIENT)
        notice = "\n".join(whole.start(CLIENT, whole.link(COACH)))
        for part in (
            "Dana",
            "People wrote",
            "not an emergency service",
            "not end-to-end encrypted",
            "findahelpline.com",
        ):
            assert part in notice
        assert whole.sim.buttons(CLIENT)[-1] == "Not now"


def test_not_now_keeps_nothing(tmp_path: Path) -> None:
    """Who does not agree is forgotten, and can come again by a new link."""
    with whole_bot(tmp_path) as whole:
        whole.with_coach()
        whole.say(COACH, "/invite")
        whole.person("Ada", CLIENT)
        whole.start(CLIENT, whole.link(COACH))
        assert "Nothing is kept" in whole.tap(CLIENT, "Not now")[-1]
        assert whole.tx(lambda tx: tx.db.execute("SELECT count(*) FROM clients").fetchone()[0]) == 0
        assert "opens with a link" in whole.say(CLIENT, "hello?")[-1]


def test_a_link_lets_one_person_in_for_72_hours(tmp_path: Path) -> None:
    """A client link works once; another person, a later day and an invented token are told kindly."""
    with whole_bot(tmp_path) as whole:
        whole.with_coach()
        whole.say(COACH, "/invite")
        used = whole.link(COACH)
        whole.person("Ada", CLIENT)
        whole.start(CLIENT, used)
        other = whole.person("Eve", 3001)
        assert "has been used" in whole.start(other, used)[-1]
        whole.say(COACH, "/invite")
        late = whole.link(COACH)
        whole.until(whole.clock.now() + timedelta(hours=73))
        assert "older than 72 hours" in whole.start(other, late)[-1]
        assert "not known" in whole.start(other, "abc")[-1]


def test_only_an_admin_makes_coaches_and_only_a_coach_clients(whole: Whole) -> None:
    """A client's /coach and /invite are words like others; a coach's /coach makes no link."""
    for chat in (CLIENT, COACH):
        assert not any("?start=" in text for text in whole.say(chat, "/coach"))
    assert not any("?start=" in text for text in whole.say(CLIENT, "/invite"))


@pytest.mark.parametrize(
    ("said", "zone"),
    [("Lisbon", "Europe/Lisbon"), ("Kathmandu", "Asia/Kathmandu"), ("14:45", "Asia/Kathmandu")],
)
def test_a_place_by_city_or_by_the_clock(tmp_path: Path, said: str, zone: str) -> None:
    """A city, or what the clock shows now, sets the zone in which prompts come."""
    with whole_bot(tmp_path, start=MONDAY) as whole:
        whole.with_coach()
        whole.say(COACH, "/invite")
        whole.person("Ada", CLIENT)
        whole.start(CLIENT, whole.link(COACH))
        whole.tap(CLIENT, "Yes, private until I share")
        whole.say(CLIENT, "1985")
        whole.say(CLIENT, "Ada")
        whole.tap(CLIENT, "Yes")
        whole.say(CLIENT, said)
        if said == "14:45":  # a choice, or said back: a clock alone says nothing
            whole.tap(CLIENT, "Yes" if "Yes" in whole.sim.buttons(CLIENT) else whole.sim.buttons(CLIENT)[0])
        found = whole.tx(lambda tx: tx.db.execute("SELECT zone FROM clients").fetchone()[0])
        assert found == zone


# ---- reflecting --------------------------------------------------------------------------------


def test_an_answer_is_kept_whole_with_its_prompt(whole: Whole) -> None:
    """Several messages are one response, in order, with script, version, step and the prompt as shown."""
    whole.begin("mid-week")
    whole.tap(CLIENT, "Mixed")
    pieces = ["First.\n\nWith a gap.", "Second <b>&", "Third 🌊"]
    for piece in pieces:
        whole.sim.say(CLIENT, piece)
    whole.pause(60)
    kept = next(one for one in whole.responses() if one.texts)
    assert [text.words for text in kept.texts] == pieces
    assert (kept.script, kept.version, kept.state, kept.visibility) == ("mid-week", 1, "answered", "session")
    assert "?" in kept.prompt
    assert "<" not in kept.prompt


def test_an_edit_keeps_what_was_there_before(whole: Whole) -> None:
    """An edited message shows its new words, with the earlier ones beside them."""
    whole.begin("mid-week")
    number = whole.sim.say(CLIENT, "first")
    whole.pause()
    whole.sim.edit(CLIENT, number, "second")
    whole.pause()
    whole.sim.edit(CLIENT, number, "third")
    whole.pause()
    text = next(one for one in whole.responses() if one.texts).texts[0]
    assert text.words == "third"
    assert [edit.words for edit in text.edits] == ["first", "second"]


def test_words_outside_any_reflection_are_a_note(whole: Whole) -> None:
    """What a client writes unasked is kept as a note, and one quiet line says so."""
    said = whole.say(CLIENT, "something by the way")
    assert said[-1].startswith("Kept, as a note of yours.")
    (note,) = whole.responses()
    assert (note.texts[0].words, note.script) == ("something by the way", "")


def test_a_reply_to_an_earlier_prompt_is_filed_there(whole: Whole) -> None:
    """Who answers an earlier prompt by replying to it finds the words there, not under the one that waits."""
    whole.begin("mid-week")
    first = max(message.id for message in whole.sim.messages(CLIENT) if message.out)
    whole.sim.say(CLIENT, "one")
    whole.pause(60)
    whole.sim.say(CLIENT, "two", reply_to=first)
    whole.pause(60)
    by_turn = {one.question: [text.words for text in one.texts] for one in whole.responses()}
    assert by_turn[1] == ["one", "two"]


def test_words_after_a_stop_are_a_note(whole: Whole) -> None:
    """What is written after Stop was answered is a note, never filed under the question that was stopped."""
    whole.begin("mid-week")
    whole.tap(CLIENT, "Enough for now")
    whole.say(CLIENT, "about something else")
    (note,) = [one for one in whole.responses() if one.texts]
    assert (note.script, note.reflection_id) == ("", None)


def test_the_closing_line_lets_the_client_say_fit_and_sharing(whole: Whole) -> None:
    """Under the last line one tap says whether it fitted, another who sees the answers; the same again says so."""
    whole.begin("mid-week")
    whole.sim.say(CLIENT, "good")
    whole.pause(60)
    whole.tap(CLIENT, "Pass")
    assert whole.sim.buttons(CLIENT) == [
        *("Fitted", "So-so", "Not for me", "Keep these answers private"),
        *("This felt new", "Who sees it", "Take back"),
    ]
    whole.tap(CLIENT, "Not for me")
    whole.tap(CLIENT, "• Not for me")
    notices = [one.text for one in whole.sim.chat(CLIENT).events if one.kind == "notice"]
    assert notices == ["That is chosen already."]
    whole.tap(CLIENT, "Keep these answers private")
    assert {one.visibility for one in whole.responses()} == {"private"}
    assert whole.tx(lambda tx: tx.db.execute("SELECT fit FROM reflections").fetchone()[0]) == "no"
    assert "Share these answers" in whole.sim.buttons(CLIENT)


# ---- reminders ---------------------------------------------------------------------------------


def test_prompts_come_at_the_clients_own_hour_with_one_silent_nudge(whole: Whole) -> None:
    """A prompt comes at the chosen wall-clock time; unanswered, one silent nudge follows, then silence."""
    before = len(whole.sim.chat(CLIENT).events)
    whole.until(MONDAY + timedelta(days=4))
    said = [one for one in whole.sim.chat(CLIENT).events[before:] if one.kind == "said"]
    assert said, "no prompt came"
    local = said[0].at
    assert (local.hour, local.minute < 10) == (19, True)  # Lisbon is on UTC in November
    nudges = [one for one in said if one.silent]
    assert len(nudges) <= len([one for one in said if not one.silent])
    for nudge in nudges:
        assert 8 <= nudge.at.hour < 21


def test_pause_and_stop_are_silent_and_start_takes_up_again(whole: Whole) -> None:
    """After /pause and after /stop nothing comes; /start begins again in the same tone."""
    whole.say(CLIENT, "/pause")
    whole.tap(CLIENT, "One week")
    before = len(whole.sim.texts(CLIENT))
    whole.until(whole.clock.now() + timedelta(days=6))
    assert len(whole.sim.texts(CLIENT)) == before
    whole.say(CLIENT, "/start")
    whole.say(CLIENT, "/stop")
    before = len(whole.sim.texts(CLIENT))
    whole.until(whole.clock.now() + timedelta(days=10))
    assert len(whole.sim.texts(CLIENT)) == before
    assert "That is set" in whole.say(CLIENT, "/start")[-1]


def test_help_says_what_this_is_not(whole: Whole) -> None:
    """/help names the emergency number and where to find somebody to talk to, in any state."""
    for chat in (CLIENT,):
        text = "\n".join(whole.say(chat, "/help"))
        assert "112" in text
        assert "findahelpline.com" in text


def test_why_now_is_answered(whole: Whole) -> None:
    """/why says why the latest prompt came, and what comes next."""
    whole.until(MONDAY + timedelta(days=3))
    assert whole.say(CLIENT, "/why")[-1].strip()


# ---- coach -------------------------------------------------------------------------------------


def test_a_coach_logs_moves_and_cancels_a_session(whole: Whole) -> None:
    """/session takes a day and a repeat; /sessions moves and cancels single dates."""
    assert "every week" in whole.say(COACH, "/session Ada 2026-11-25 15:00 weekly")[-1]
    whole.say(COACH, "/sessions")
    whole.tap(COACH, "Move 1")
    assert "to Thu 26 Nov, 16:00" in whole.say(COACH, "2026-11-26 16:00")[-1]
    whole.say(COACH, "/sessions")
    assert "Thu 26 Nov, 16:00" in last(whole, COACH)
    assert "Cancelled" in whole.tap(COACH, "Cancel 1")[-1]
    whole.say(COACH, "/sessions")
    assert "26 Nov" not in last(whole, COACH)


def test_a_session_by_dialogue(whole: Whole) -> None:
    """Without words behind it /session asks when, and whether it repeats."""
    whole.say(COACH, "/session")
    assert whole.say(COACH, "wed 15:00")[-1].endswith(
        "Understood: Wed 25 Nov, 15:00 (Berlin). Is that right?"
    )
    assert "Does it repeat" in whole.tap(COACH, "Yes")[-1]
    assert "every two weeks" in whole.tap(COACH, "Every two weeks")[-1]


def test_the_digest_comes_on_sunday_and_holds_only_what_is_shared(whole: Whole) -> None:
    """Sunday at 17:00 by the coach's clock: text, page and picture, and no private word in any of them."""
    whole.begin("mid-week")
    whole.sim.say(CLIENT, "openlyshared")
    whole.pause(60)
    whole.sim.say(CLIENT, "another one")
    whole.pause(60)
    whole.say(CLIENT, "/menu")
    whole.tap(CLIENT, "Who sees it")
    whole.tap(CLIENT, "Private until I share")
    whole.begin("look-back", "demand:two")
    whole.sim.say(CLIENT, "plantedsecret")
    whole.pause(60)
    before = len(whole.sim.chat(COACH).events)
    whole.until(datetime(2026, 11, 29, 16, 5, tzinfo=UTC))
    said = [one for one in whole.sim.chat(COACH).events[before:] if one.kind == "said"]
    assert said[0].at.hour == 16  # 17:00 in Berlin
    page = whole.sim.document(COACH).decode()
    everything = page + "".join(one.text for one in said)
    assert "openlyshared" in everything
    assert "plantedsecret" not in everything
    assert whole.sim.picture(COACH).startswith(b"\x89PNG")
    whole.tap(COACH, "Read")
    shown = whole.sim.buttons(COACH)
    assert any(label.startswith("Read ·") for label in shown)
    assert shown[:2] == ["As a page", "As a picture"]  # what was there before it was read


def test_a_digest_at_any_time(whole: Whole) -> None:
    """/digest brings it at once; an empty week is a line or two."""
    assert "Ada" in whole.say(COACH, "/digest")[-1]


def test_the_coach_sees_what_comes(whole: Whole) -> None:
    """/plan shows the coming two weeks with both clocks named where they differ."""
    whole.say(COACH, "/session tuesday 10:00 once")
    whole.tap(COACH, "Yes")
    text = "\n".join(whole.say(COACH, "/plan"))
    assert "(Berlin)" in text
    assert "(Lisbon)" in text


# ---- admin -------------------------------------------------------------------------------------


def script(whole: Whole, name: str = "mid-week") -> str:
    return str(
        whole.tx(
            lambda tx: tx.db.execute(
                "SELECT source FROM scripts WHERE script = ? AND language = 'en' ORDER BY version DESC",
                (name,),
            ).fetchone()[0]
        )
    )


def test_an_admin_publishes_by_sending_a_file_and_undoes_it(whole: Whole) -> None:
    """A good file becomes a draft with its difference, a tap publishes it, a tap brings the old one back."""
    old = script(whole)
    new = old.replace("How are these days treating you?", "How have the days been for you?")
    assert new != old
    whole.begin("mid-week")  # runs on the old version
    whole.sim.attach(ADMIN, new.encode(), "mid-week.md")
    whole.pause()
    assert "the days been for you" in last(whole, ADMIN)
    text = whole.tap(ADMIN, "Publish")[-1]
    assert "version 2" in text
    assert "1 client is mid-way and finishes on version 1" in text
    assert script(whole) == new
    whole.tap(ADMIN, "Undo")
    assert script(whole) == old


def test_issues_come_back_by_line(whole: Whole) -> None:
    """A file with an error is not published; each issue names its line."""
    bad = script(whole).replace(
        "What from these days would you like to keep in view?", "Did you keep it in view?"
    )
    whole.sim.attach(ADMIN, bad.encode(), "mid-week.md")
    whole.pause()
    text = last(whole, ADMIN)
    assert "not published" in text
    assert "CLOSED" in text
    assert "mid-week.md:" in text


def test_two_editors_of_one_version(whole: Whole) -> None:
    """The second of two who edited the same version is told, and keeps the text."""
    old = script(whole)
    for word in ("first", "second"):
        whole.sim.attach(ADMIN, old.replace("own word", f"own {word} word").encode(), "mid-week.md")
        whole.pause()
        if word == "first":
            number = max(one.id for one in whole.sim.messages(ADMIN) if one.out)
            whole.tx(lambda tx: tx.db.execute("UPDATE drafts SET author = 'somebody else'"))
    whole.sim.tap(ADMIN, "Publish", number)
    whole.pause()
    whole.sim.tap(ADMIN, "Publish")
    whole.pause()
    assert "was published by" in last(whole, ADMIN)
    whole.tap(ADMIN, "Publish on top of it")
    assert "own second word" in script(whole)


# ---- export and erase --------------------------------------------------------------------------


def test_export_has_everything_in_the_promised_form(whole: Whole) -> None:
    """/export gives a file with texts whole, at, script, version, step, prompt, visibility and edits."""
    whole.begin("mid-week")
    number = whole.sim.say(CLIENT, "my own words")
    whole.pause()
    whole.sim.edit(CLIENT, number, "my very own words")
    whole.pause(60)
    whole.say(CLIENT, "/export")
    (response,) = json.loads(whole.sim.document(CLIENT))["responses"]
    assert response["texts"] == ["my very own words"]
    assert {"texts", "at", "script", "version", "step", "prompt", "visibility", "edits"} <= set(response)
    assert "my own words" in json.dumps(response["edits"])


def rows_of(tx: Tx, table: str) -> int:
    return int(
        tx.db.execute(
            "SELECT count(*) FROM " + table  # noqa: S608 - a name from this file
        ).fetchone()[0]
    )


def test_erase_asks_once_and_leaves_nothing(whole: Whole) -> None:
    """/erase asks, then rows and key are gone, and the coach reads one neutral line."""
    whole.begin("mid-week")
    whole.sim.say(CLIENT, "plantedsecret")
    whole.pause(60)
    whole.say(CLIENT, "/erase")
    assert "Erased" in whole.tap(CLIENT, "Erase everything")[-1]
    assert "has left" in last(whole, COACH)
    for table in ("clients", "responses", "response_texts", "reflections", "consents"):
        assert whole.tx(partial(rows_of, table=table)) == 0


# ---- arranging ---------------------------------------------------------------------------------


def test_an_ending_fades_and_is_agreed_to_be_followed_up(whole: Whole) -> None:
    """A last day is noted by the coach, read by the client, and nothing is planned after it unless they agree."""
    whole.say(COACH, "/session Ada 2026-11-25 15:00 weekly")
    whole.say(COACH, "/ending Ada 2026-12-09")
    assert "Wed, 9 Dec 2026" in whole.tap(COACH, "Yes")[-1]
    assert "last day of your work together" in last(whole, CLIENT)
    late = datetime(2026, 12, 10, tzinfo=UTC)
    assert not [at for at in planned(whole) if at >= late]
    whole.tap(CLIENT, "Yes, please")
    assert last(whole, CLIENT) == "Noted."
    whole.say(COACH, "/ending Ada none")
    assert whole.tx(lambda tx: tx.db.execute("SELECT ending FROM clients").fetchone()[0]) is None


def test_nothing_after_the_ending_is_offered_where_there_is_nothing(whole: Whole) -> None:
    """Where no script is for afterwards, the last day is told without the question whether one may come."""
    whole.tx(lambda tx: tx.db.execute("DELETE FROM scripts WHERE script = 'follow-up'"))
    whole.say(COACH, "/session Ada 2026-11-25 15:00 weekly")
    whole.say(COACH, "/ending Ada 2026-12-09")
    whole.tap(COACH, "Yes")
    assert last(whole, CLIENT).endswith("Questions come less often until then, and stop there.")
    assert "Yes, please" not in whole.sim.buttons(CLIENT)


def planned(whole: Whole) -> list[datetime]:
    rows = whole.tx(lambda tx: [row[0] for row in tx.db.execute("SELECT at FROM due WHERE kind = 'plan'")])
    return [datetime.fromtimestamp(at / 1e6, UTC) for at in rows]


def test_days_off_ahead_are_kept_free(whole: Whole) -> None:
    """/pause with two days keeps those free, and the plan goes on around them."""
    assert planned(whole)
    whole.say(CLIENT, "/pause 2026-11-24 2026-12-05")
    assert all(
        at < datetime(2026, 11, 24, tzinfo=UTC) or at >= datetime(2026, 12, 6, tzinfo=UTC)
        for at in planned(whole)
    )
    assert "Two days like these work" in whole.say(CLIENT, "/pause someday")[-1]


def test_a_coach_may_ask_where_a_client_is(whole: Whole) -> None:
    """/where asks the client, and a new place moves the prompts to its clock."""
    before = planned(whole)
    assert whole.say(COACH, "/where Ada")[-1] == "Ada is asked."
    whole.tap(CLIENT, "I am elsewhere")
    assert "Tokyo, Japan" in whole.say(CLIENT, "Tokyo")[-1]
    whole.tap(CLIENT, "Yes")
    assert whole.tx(lambda tx: tx.db.execute("SELECT zone FROM clients").fetchone()[0]) == "Asia/Tokyo"
    assert planned(whole) != before
    assert {(at.hour + 9) % 24 for at in planned(whole)} == {19}


@pytest.mark.parametrize("writes", [True, False])
def test_nobody_is_told_of_as_quiet_whether_they_write_or_not(whole: Whole, writes: bool) -> None:
    """Over forty days of private words, or of none, no line tells of it, and the card says the same of both."""
    whole.say(CLIENT, "/menu")
    whole.tap(CLIENT, "Who sees it")
    whole.tap(CLIENT, "Private until I share")
    before = len(whole.sim.texts(COACH))
    for _ in range(8):
        if writes:
            whole.say(CLIENT, "for me alone")
        whole.until(whole.clock.now() + timedelta(days=5))
    read = "\n".join(whole.sim.texts(COACH)[before:])
    assert not any(word in read for word in ("quiet", "lighter", "silent", "again"))
    assert "Nothing shared since Mon, 23 Nov 2026." in whole.say(COACH, "/client Ada")[-1]


def test_repair_decides_who_sees_it(whole: Whole) -> None:
    """What did not sit right goes to the coach now, at the session, or to nobody, as the client chooses."""
    whole.begin("repair")
    for _ in range(6):
        labels = whole.sim.buttons(CLIENT)
        if any("tell" in label.casefold() for label in labels) and "Pass" in labels:
            break
        whole.sim.say(CLIENT, "the pauses were long")
        whole.pause(60)
    keep = next(
        label
        for label in whole.sim.buttons(CLIENT)
        if "keep" in label.casefold() or "myself" in label.casefold()
    )
    whole.tap(CLIENT, keep)
    whole.pause(60)
    assert {one.visibility for one in whole.responses()} == {"private"}
    assert not any("the pauses were long" in text for text in whole.sim.texts(COACH))
