"""Talk files: read, printed, played."""

from datetime import UTC, datetime, timedelta

import pytest
from actors import script, step
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.talk.model import Answer, Context
from bot.core.talk.rehearsal import perform
from bot.core.talk.talk_file import (
    CLIENT,
    OUTCOME,
    Talk,
    TalkFault,
    TalkLine,
    duration,
    read,
    saved,
    script_text,
    show,
    starts,
)

ONE = script(step("stayed"), step("close", "ack", "Bye."))

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)
TEXTS = (
    st.lists(st.one_of(st.just(""), WORDS), min_size=1)
    .map("\n".join)
    .filter(lambda text: text == text.strip())
)
ENTRIES = st.builds(TalkLine, st.sampled_from((*CLIENT, *OUTCOME)), TEXTS)
NOTES = st.builds(TalkLine, st.just("#"), WORDS)
TALKS = st.builds(
    Talk,
    st.just((("script", "test"), ("session", "3"))),
    st.lists(st.one_of(ENTRIES, NOTES)).map(tuple),
    st.sampled_from(["", "# a\nA?\n", "title: x\n---\n# a\nA?\n"]),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])  # on a machine at its limit
@given(TALKS)
def test_a_talk_printed_and_read_is_the_same_talk(talk: Talk) -> None:
    """Whatever is in a talk, its file says just that."""
    assert read(show(talk)) == talk


@settings(max_examples=60)
@given(st.text())
def test_any_text_is_a_talk_or_says_what_is_wrong(text: str) -> None:
    """Reading never fails in any other way than by a TalkFault."""
    try:
        read(text)
    except TalkFault as fault:
        assert str(fault).startswith("talk")


def test_a_line_that_is_nothing_is_named() -> None:
    """The fault names the file, the line and what may stand there."""
    with pytest.raises(TalkFault, match=r"evening.talk, line 3: begin with one of client, client\+, edit"):
        read("script: x\n\nhello\n", "evening.talk")


def test_a_talk_names_its_script() -> None:
    """A file without a script says how to begin."""
    with pytest.raises(TalkFault, match="no script is named"):
        read("client: hello\n")


def test_a_continuation_may_be_indented_by_less() -> None:
    """A line that goes on may stand nearer to the margin; the print puts it where it belongs."""
    assert read("script: x\nclient: one\n  two\n").lines == (TalkLine("client", "one\ntwo"),)


def test_the_header_says_where_it_begins() -> None:
    """Language, session, mark, names, zone and moment come from the header; each has a default."""
    talk = read(
        "script: x\nlanguage: de\nsession: 6\nmarked: yes\ncoach: Ina\nname: Sam\n"
        "zone: Asia/Tokyo\nat: 2026-01-01 09:00\n"
    )
    reflection, now, zone = starts(talk)
    assert (reflection.script, reflection.language, reflection.context) == (
        "x",
        "de",
        Context("Ina", "Sam", 6, True),
    )
    assert (now, zone) == (datetime(2026, 1, 1, tzinfo=UTC), "Asia/Tokyo")
    assert starts(read("script: x"))[0].context == Context("Ana")


def test_a_script_of_its_own_gets_a_header_if_it_has_none() -> None:
    """Below the dashes stands a whole script, or one that begins with its first heading."""
    whole = read("script: x\n---\ntitle: Mine\n---\n\n# a\nA?\n")
    assert script_text(whole) == "---\ntitle: Mine\n---\n\n# a\nA?\n"
    assert script_text(read("script: x\n---\n# a\nA?\n")).startswith("---\ntitle: x\n")


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("20s", timedelta(seconds=20)),
        ("1h 30m", timedelta(minutes=90)),
        ("2d", timedelta(days=2)),
        ("1w", timedelta(weeks=1)),
    ],
)
def test_stretches_of_time_are_written_short(text: str, time: timedelta) -> None:
    """Seconds, minutes, hours, days and weeks, and several of them together."""
    assert duration(text) == time


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("later: a while", "is no stretch of time"),
        ("later:", "is no stretch of time"),
        ("edit: one more", "names no message"),
        ("client: [Nowhere]", "no button says 'Nowhere'"),
        ("client: (to nowhere) hello", "no prompt of a step 'nowhere'"),
    ],
)
def test_a_line_that_cannot_be_played_says_why(line: str, message: str) -> None:
    """A duration, a message, a button or a step that is not there is a TalkFault that says so."""
    with pytest.raises(TalkFault, match=message):
        perform(read(f"script: test\n{line}\n"), ONE)


def test_notes_stay_where_they_stood() -> None:
    """A note before a client's line stays before it, after what an answer before it led to."""
    made = script(step("a"), step("b"))
    talk = read("script: test\n# first\nclient: One.\nbot: old\n# second\n# third\nclient: [Pass]\n# last\n")
    keys = [line.text if line.key == "#" else line.key for line in perform(talk, made).lines]
    assert keys == [
        *("first", "bot", "client", "saved", "bot"),
        *("second", "third", "client", "saved", "bot", "end", "last"),
    ]


def test_a_short_wait_leaves_an_answer_open_and_an_edit_too() -> None:
    """Words wait on after less than the settling time, and settle before the next answer or the end."""
    made = script(step("a"), step("b"))
    talk = read("script: test\nclient: Oen.\nlater: 5s\nedit: 1 One.\nclient: Two.\nlater: 5s\n")
    told = [line.text for line in perform(talk, made).lines if line.key == "saved"]
    assert told == ["a = One.", "b = Two."]


def test_an_edit_of_no_message_changes_nothing() -> None:
    """Editing a message that belongs to no answer tells nothing."""
    talk = read("script: test\nedit: 7 Nothing.\n")
    assert [line.key for line in perform(talk, ONE).lines] == ["bot", "edit"]


def test_a_response_is_told_with_its_tap_first() -> None:
    """Choice, rating and pass stand before the words, each on a line."""
    answer = Answer("a", 1, "a?", ("One.", "Two."), (7, 8), rating=3, choice="New", passed=True)
    assert saved(answer) == TalkLine("saved", "a = [New]\n3\npassed\nOne.\nTwo.")
