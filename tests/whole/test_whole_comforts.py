"""What helps me: a list of the client's own, offered word for word on a rough day, and nobody else's."""

import json
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from whole import CLIENT, COACH, Whole, sharing, whole_bot

from bot.store import export, what_helps

WALK = "a walk to the kiosk & back"


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A coach, and a client who shares what they write."""
    with whole_bot(tmp_path, practice=sharing) as made:
        yield made


def kept(whole: Whole, client: int = CLIENT) -> list[str]:
    return [one.words for one in whole.tx(partial(what_helps.of_client, client_id=client))]


def add(whole: Whole, words: str) -> list[str]:
    whole.tap(CLIENT, "Add what helps")
    return whole.say(CLIENT, words)


def test_the_list_is_read_added_to_and_taken_from(whole: Whole) -> None:
    """In the menu, by its command or by the words; each line as it was written, until it is taken off."""
    whole.say(CLIENT, "/menu")
    assert "Nothing stands here yet" in whole.tap(CLIENT, "What helps me")[-1]
    said = add(whole, f"{WALK}\nAyşe's voice")[-1]
    assert kept(whole) == [WALK, "Ayşe's voice"]
    assert f"1. {WALK}\n2. Ayşe's voice" in said
    assert WALK in "\n".join(whole.say(CLIENT, "what helps me?"))
    taken, left = whole.tap(CLIENT, "✕ 1")
    assert WALK in taken and WALK not in left
    assert kept(whole) == ["Ayşe's voice"]


def test_own_lines_are_offered_on_a_rough_day_word_for_word(whole: Whole) -> None:
    """As quotes, beside the lighter days; who has no list is offered none."""
    assert "in your own words" not in "\n".join(whole.say(CLIENT, "/rough_day"))
    whole.tap(CLIENT, "Nothing just now")
    whole.say(CLIENT, "/whathelps")
    add(whole, WALK)
    said = "\n".join(whole.say(CLIENT, "/rough_day"))
    assert f"What helps you, in your own words:\n{WALK}" in said
    assert "No new question comes by itself until" in said


def test_the_coach_never_reads_the_list(whole: Whole) -> None:
    """It is in no digest, is no answer, and is in the client's own export whole."""
    whole.say(CLIENT, "/whathelps")
    add(whole, WALK)
    whole.say(CLIENT, "/rough_day")
    whole.say(CLIENT, "a grey morning")
    whole.pause(60)
    whole.say(COACH, "/digest")
    whole.pause(10)
    said = "\n".join(whole.sim.texts(COACH))
    assert "a grey morning" in said and WALK not in said
    assert [text.words for one in whole.responses() for text in one.texts] == ["a grey morning"]
    assert WALK in json.dumps(whole.tx(partial(export.client, client_id=CLIENT))["what_helps"])


def test_a_list_has_its_room(whole: Whole) -> None:
    """Twenty lines; more are not cut off in silence: they are a private note, and that is said."""
    whole.say(CLIENT, "/whathelps")
    said = add(whole, "\n".join(f"line {n}" for n in range(21)))[-1]
    assert said == "20 lines of 300 letters find room here. What you wrote is kept as a private note."
    assert kept(whole) == []
    whole.say(CLIENT, "x" * 301)
    assert [one.visibility for one in whole.responses()] == ["private", "private"]


@pytest.mark.parametrize("tapped", [False, True])
def test_what_is_typed_under_the_list_is_a_line_of_it(whole: Whole, tapped: bool) -> None:
    """With or without *Add*, slowly or in quick bubbles, an hour later too: lines, acknowledged, and no note."""
    whole.begin("look-back")
    whole.say(CLIENT, "/whathelps")
    if tapped:
        whole.tap(CLIENT, "Add what helps")
    for words in ("a walk", "tea", "my sister's voice"):
        whole.sim.say(CLIENT, words)  # before any of them is answered
    whole.pause()
    assert "3. my sister's voice" in whole.sim.texts(CLIENT)[-1]
    whole.pause(3600)
    assert "4. the lake" in whole.say(CLIENT, "the lake")[-1]
    assert kept(whole) == ["a walk", "tea", "my sister's voice", "the lake"]
    assert [text.words for one in whole.responses() for text in one.texts] == []
    whole.say(CLIENT, "/menu")
    whole.say(CLIENT, "it rained")
    assert kept(whole)[-1] == "the lake"


def test_a_command_under_the_list_is_that(whole: Whole) -> None:
    """The word of a command, and a stop, are no lines; the list gives way without a word."""
    whole.say(CLIENT, "/whathelps")
    assert "Read as /menu" in "\n".join(whole.say(CLIENT, "menu"))
    whole.say(CLIENT, "/whathelps")
    assert "Stop everything?" in whole.say(CLIENT, "stop")[-1]
    assert kept(whole) == []


def test_nobody_takes_a_line_of_anothers_off(whole: Whole) -> None:
    """A forged number of somebody else's line takes nothing away and shows nothing of it."""
    whole.say(CLIENT, "/whathelps")
    add(whole, WALK)
    (line,) = whole.tx(partial(what_helps.of_client, client_id=CLIENT))
    other = CLIENT + 1
    whole.with_client(other, "Tom")
    latest = max(message.id for message in whole.sim.messages(other) if message.out)
    whole.sim.tap_data(other, latest, f"m:helpsoff:{line.id}")
    whole.pause(5)
    assert kept(whole) == [WALK]
    assert WALK not in "\n".join(whole.sim.texts(other))


def test_own_lines_stand_under_the_quiet_line_after_bleak_words(whole: Whole) -> None:
    """Words that only sound like danger bring the quiet line with the list below it; who has none gets the line."""
    assert "in your own words" not in "\n".join(whole.say(CLIENT, "nobody would miss me"))
    whole.until(whole.clock.now() + timedelta(days=2))
    whole.say(CLIENT, "/whathelps")
    add(whole, f"{WALK}\nthinking that nobody would miss me")
    whole.until(whole.clock.now() + timedelta(hours=2))
    whole.say(CLIENT, "/start")
    whole.say(CLIENT, "a note between")
    said = whole.say(CLIENT, "nobody would miss me")[-1]
    assert said.startswith("In heavy hours") and said.endswith(f"What helps you, in your own words:\n{WALK}")


def test_what_a_page_asks_for_the_list_stands_on_it_and_no_coach_sees_it(whole: Whole) -> None:
    """Each line once, as it was written; it is private, and comes back on a rough day; a pass adds nothing."""
    whole.begin("what-helps")
    whole.say(CLIENT, f"{WALK}\nAyşe's voice")
    whole.pause(65)
    whole.say(CLIENT, WALK)
    whole.pause(65)
    assert "/whathelps shows your list" in whole.sim.texts(CLIENT)[-1]
    assert kept(whole) == [WALK, "Ayşe's voice"]
    assert {one.visibility for one in whole.responses()} == {"private"}
    whole.say(COACH, "/digest")
    whole.pause(10)
    assert WALK not in "\n".join(whole.sim.texts(COACH))
    assert WALK in "\n".join(whole.say(CLIENT, "/rough_day"))
    whole.begin("what-helps")
    whole.tap(CLIENT, "Pass")
    assert kept(whole) == [WALK, "Ayşe's voice"]
