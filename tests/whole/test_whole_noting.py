"""A coach's own notes: kept for the coach alone, read and deleted by the coach, in nothing of the client's."""

import json
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from clocked import MONDAY, timed_bot
from whole import CLIENT, COACH, Whole

from bot.store import export, notes

PLANTED = "marsh-marigold"
OTHER = 2001


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """Ada in Lisbon, with Dana as her coach in Berlin."""
    with timed_bot(tmp_path) as made:
        yield made


def last(whole: Whole, chat: int = COACH) -> str:
    return whole.sim.texts(chat)[-1]


def kept(whole: Whole) -> list[str]:
    return [one.words for one in whole.tx(partial(notes.of, coach_id=COACH, client_id=CLIENT))]


def test_a_note_is_kept_read_and_deleted(whole: Whole) -> None:
    """A note is kept whole, shown with its day, taken back by undo, deleted by a button; each names the client."""
    assert whole.say(COACH, f"/note Ada: {PLANTED}, I felt hurried")[-1] == (
        "Kept for you alone, about Ada. /notes shows it."
    )
    assert whole.say(COACH, "/notes Ada")[-1] == (
        f"Your notes about Ada, for you alone:\n\n1. Mon, 23 Nov 2026: {PLANTED}, I felt hurried"
    )
    assert "Delete your note about Ada of" in whole.tap(COACH, "Delete 1")[-1]
    assert whole.tap(COACH, "Yes")[-1] == "Deleted: a note about Ada."
    assert kept(whole) == []
    assert whole.say(COACH, "/notes")[-1] == "No note of yours about Ada. /note keeps one."
    whole.say(COACH, "/client Ada")
    whole.tap(COACH, "My notes")
    assert "The law may let them ask for it." in whole.say(COACH, "/note Ada")[-1]
    whole.say(COACH, "Something in me slowed down.")
    assert kept(whole) == ["Something in me slowed down."]
    whole.tap(COACH, "Undo")
    assert kept(whole) == []


def test_the_same_command_with_its_answer_is_no_change_of_mind(whole: Whole) -> None:
    """Asked for a note, who writes /note and the note reads that it is kept, and not that nothing is changed."""
    whole.say(COACH, "/note Ada")
    assert whole.say(COACH, "/note Ada: felt hurried") == ["Kept for you alone, about Ada. /notes shows it."]
    whole.say(COACH, "/note Ada")
    assert "A note for you alone (Ada): nothing is changed." in whole.say(COACH, "/clients")[0]


def test_a_note_is_in_nothing_that_the_client_or_anybody_else_gets(whole: Whole) -> None:
    """No digest, brief, export, plan, menu or message to anybody holds a word of it; the file on disk neither."""
    whole.say(COACH, "/session Ada 2026-11-25 15:00 weekly")
    whole.say(COACH, f"/note Ada {PLANTED}")
    mark = len(whole.sim.texts(COACH))
    for words in ("/menu", "/why", "/shared", "/answers", "/export", "/change", "/about"):
        whole.say(CLIENT, words)
    whole.until(MONDAY + timedelta(days=8))
    for words in ("/digest", "/plan", "/client Ada", "/clients"):
        whole.say(COACH, words)
    said = "\n".join(whole.sim.texts(CLIENT) + whole.sim.texts(COACH)[mark:])
    files = [
        whole.sim.document(chat, one.id).decode("utf-8", "replace")
        for chat in (CLIENT, COACH)
        for one in whole.sim.messages(chat)
        if one.out and "document" in one.body
    ]
    assert files and PLANTED not in said + "\n".join(files)
    assert PLANTED not in json.dumps(whole.tx(partial(export.client, client_id=CLIENT)))
    assert not [
        path.name
        for path in whole.folder.rglob("*")
        if path.is_file() and PLANTED.encode() in path.read_bytes()
    ]
    assert kept(whole) == [PLANTED]


def test_another_coach_neither_reads_nor_deletes_it(whole: Whole) -> None:
    """A forged button of another coach's deletes nothing and shows nothing."""
    whole.say(COACH, f"/note Ada {PLANTED}")
    whole.with_coach(OTHER, "Noor", "Lyon")
    message = whole.sim.messages(OTHER)[-1].id
    for data in ("k:unnote:1", f"k:notes:{CLIENT}"):
        whole.sim.tap_data(OTHER, message, data)
    whole.say(OTHER, "/notes Ada")
    assert PLANTED not in "\n".join(whole.sim.texts(OTHER)) and kept(whole) == [PLANTED]


def test_a_note_goes_with_the_clients_erase(whole: Whole) -> None:
    """When the client has everything erased, notes about them go too."""
    whole.say(COACH, f"/note Ada {PLANTED}")
    whole.say(CLIENT, "/erase")
    whole.tap(CLIENT, whole.sim.buttons(CLIENT)[0])
    assert kept(whole) == []
