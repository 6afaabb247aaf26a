"""Instants as they arrive in the chat: by the reader's clock where the app can, in plain words where not."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from whole import CLIENT, COACH, Whole, sharing, whole_bot

SESSION = datetime(2026, 11, 24, 15, tzinfo=UTC)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    with whole_bot(tmp_path, practice=sharing) as made:
        yield made


def logged(whole: Whole) -> None:
    """The coach logs a coaching session, once."""
    whole.say(COACH, "/session Ada 2026-11-24 16:00")
    while {"Yes", "Once"} & set(whole.sim.buttons(COACH)):
        whole.tap(COACH, "Once" if "Once" in whole.sim.buttons(COACH) else "Yes")


def dated(whole: Whole, chat: int) -> tuple[str, list[tuple[str, int]]]:
    """The last message with an instant in it: its text, and the instants' words with their seconds."""
    last = [one.body for one in whole.sim.messages(chat) if one.out and _instants(one.body)][-1]
    found = [
        (
            last["text"]
            .encode("utf-16-le")[one["offset"] * 2 : (one["offset"] + one["length"]) * 2]
            .decode("utf-16-le"),
            one["unix_time"],
        )
        for one in _instants(last)
    ]
    return last["text"], found


def _instants(body: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for one in body.get("entities", ()) if one["type"] == "date_time"]


def test_a_coachs_session_carries_its_instant(whole: Whole) -> None:
    """What is logged and listed names the session in words, and beneath them the very instant."""
    logged(whole)
    for command in ("", "/sessions"):
        if command:
            whole.say(COACH, command)
        text, found = dated(whole, COACH)
        assert found == [("Tue 24 Nov, 16:00 (Berlin)", int(SESSION.timestamp()))], text
    assert not [one for one in whole.sim.buttons(COACH) if "<" in one]


def test_a_put_off_question_says_until_when_by_the_readers_clock(whole: Whole) -> None:
    """The line that says until when a question is put off carries that instant, and then it comes."""
    whole.begin("look-back")
    whole.tap(CLIENT, "Later")
    whole.tap(CLIENT, "Tomorrow")
    text, ((words, at),) = dated(whole, CLIENT)
    assert words in text
    seen = len(whole.sim.texts(CLIENT))
    whole.until(datetime.fromtimestamp(at, UTC) - timedelta(minutes=1))
    assert len(whole.sim.texts(CLIENT)) == seen
    whole.until(datetime.fromtimestamp(at, UTC) + timedelta(minutes=1))
    assert len(whole.sim.texts(CLIENT)) == seen + 1


def test_a_question_about_a_session_carries_that_session(whole: Whole) -> None:
    """A script that says when the session is has its instant beneath, and never once the session was moved."""
    logged(whole)
    whole.begin("before-session")
    _, found = dated(whole, CLIENT)
    assert found == [("Tue 24 Nov, 15:00 (Lisbon)", int(SESSION.timestamp()))]


def test_why_and_answers_carry_their_instants(whole: Whole) -> None:
    """What comes, and when something was written, are instants too."""
    whole.begin("look-back")
    whole.say(CLIENT, "a long walk")
    whole.say(CLIENT, "/answers")
    assert len(dated(whole, CLIENT)[1]) == 1
    whole.say(CLIENT, "/why")
    text, found = dated(whole, CLIENT)
    assert len(found) > 1
    assert all(words in text for words, _ in found)


def test_a_telegram_that_takes_no_markup_gets_the_words_alone(whole: Whole) -> None:
    """Refused for its markup, a message goes once more as plain words: nobody reads a tag."""
    logged(whole)
    whole.sim.fail("sendMessage", code=400, text="Bad Request: can't parse entities: Unsupported start tag")
    (said,) = whole.say(COACH, "/sessions")
    assert said == "1. Ada · Tue 24 Nov, 16:00 (Berlin)"
