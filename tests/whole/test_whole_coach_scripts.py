"""Scripts in a coach's chat: read, played without a trace, and those for coaches begun, their answers their own."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from small import rows, seconds
from whole import ADMIN, CLIENT, COACH, Whole, sharing, whole_bot

NOOR = 2001
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
OWN = ("After a session, for the coach", "Asking a peer", "Before you read")


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A coach and a client who shares, with the scripts that come with the bot."""
    with whole_bot(tmp_path, practice=sharing, start=MONDAY) as made:
        yield made


def last(whole: Whole, chat: int = COACH) -> str:
    return whole.sim.texts(chat)[-1]


def test_a_coach_reads_every_script(whole: Whole) -> None:
    """/scripts lists them by title, those for coaches first; a tap shows who wrote it and each question."""
    whole.say(COACH, "/scripts")
    shown = whole.sim.buttons(COACH)
    assert set(shown[:3]) == set(OWN) and len(shown) > 20
    page = whole.tap(COACH, "Before you read")[-1]
    assert "By The Interlude developers" in page and "What do you bring to this reading" in page
    assert "{" not in page and whole.sim.buttons(COACH) == ["Begin"]
    assert "When a thing stays where it is" in whole.say(COACH, "/scripts stuck")[-1]
    assert whole.sim.buttons(COACH) == ["Play it as a client"]
    assert "No script of that name" in whole.say(COACH, "/scripts of nothing at all")[-1]


def test_a_coach_plays_a_script_and_nothing_is_kept(whole: Whole) -> None:
    """A preview runs to its end in the coach's chat; nothing of it is in the database, and clients see nothing."""
    before = len(whole.sim.texts(CLIENT))
    whole.say(COACH, "/scripts look-back")
    whole.tap(COACH, "Play it as a client")
    assert any("You are the client now" in text for text in whole.sim.texts(COACH)[-2:])
    for _ in range(8):
        if "The preview is over" in last(whole):
            break
        whole.say(COACH, "a word of heliotrope")
        seconds(whole, 5)
    assert "The preview is over; nothing of it is kept." in last(whole)
    kept = "SELECT id FROM previews UNION SELECT id FROM coach_answers UNION SELECT id FROM responses"
    assert rows(whole, kept) == []
    assert len(whole.sim.texts(CLIENT)) == before


def test_a_coach_begins_each_script_for_coaches(whole: Whole) -> None:
    """The answers are kept under their questions for the coach alone, given as a file, and erased by a tap."""
    for title in OWN:
        whole.say(COACH, f"/scripts {title}")
        whole.tap(COACH, "Begin")
        for number in range(4):
            seconds(whole, 5)
            if "Enough for now" not in str(whole.sim.messages(COACH)[-1].body):
                break
            whole.say(COACH, f"heliotrope {number}")
    whole.say(COACH, "/cancel")
    said = whole.say(COACH, "/journal")[-1]
    assert said.count("heliotrope") >= 6 and "What would you like to stay curious about?" in said
    assert rows(whole, "SELECT count(*) FROM coach_answers WHERE words LIKE '%heliotrope%'") == [(0,)]
    assert rows(whole, "SELECT count(*) FROM responses") == [(0,)]
    whole.tap(COACH, "All as a file")
    seconds(whole, 5)
    assert b"heliotrope" in whole.sim.document(COACH)
    whole.say(ADMIN, "/coach")
    whole.person("Noor", NOOR)
    whole.start(NOOR, whole.link(ADMIN))
    for words in ("Noor", "yes", "Berlin"):
        whole.say(NOOR, words)
    assert "heliotrope" not in "".join(whole.say(NOOR, "/journal") + whole.say(CLIENT, "/export"))
    whole.say(COACH, "/journal")
    whole.tap(COACH, "Erase it")
    assert whole.tap(COACH, "Erase it") == ["Erased: what you wrote for yourself."]
    assert rows(whole, "SELECT count(*) FROM coach_answers") == [(0,)]


def test_a_coach_leaves_a_script_of_their_own(whole: Whole) -> None:
    """/cancel ends it; what was answered before stays in the journal."""
    whole.say(COACH, "/scripts Asking a peer")
    whole.tap(COACH, "Begin")
    whole.say(COACH, "about an ending")
    assert whole.say(COACH, "/cancel") == ["It is over. What was kept before stays."]
    assert "about an ending" in whole.say(COACH, "/journal")[-1]


def test_a_preview_that_was_left_alone_says_so(whole: Whole) -> None:
    """After an hour without a word a preview is over, and the next word says so instead of falling into it."""
    whole.say(COACH, "/scripts look-back")
    whole.tap(COACH, "Play it as a client")
    whole.until(whole.clock.now() + timedelta(hours=2))
    said = whole.say(COACH, "how is Ada?")
    assert said[0] == "The preview of look-back is over: nobody wrote for an hour."
    assert said[1].startswith("Ada · active")
