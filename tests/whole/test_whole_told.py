"""What a client shares reaches the coach once: through Telegram, the loops and the database."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from whole import CLIENT, COACH, Whole, sharing, whole_bot

from bot.simulator import human
from bot.store import outbox, response_writes


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A coach and a client who shares."""
    with whole_bot(tmp_path, practice=sharing) as made:
        yield made


def test_shared_shows_what_has_not_reached_the_coach(whole: Whole) -> None:
    """/shared shows what is new to the coach, until it went; a change of mind is then told that it is late."""
    whole.say(CLIENT, "a thought in between")
    whole.pause(60)
    assert "a thought in between" in whole.say(CLIENT, "/shared")[-1]
    whole.say(COACH, "/digest")
    whole.pause(10)
    assert whole.say(CLIENT, "/shared")[-1].startswith("There is nothing new that goes to Dana.")
    whole.say(CLIENT, "/answers")
    said = whole.tap(CLIENT, "1 👁")[0]
    assert "has reached Dana already" in said
    assert "It went on Sat 21 Nov, 12:0" in said
    assert said.endswith("from now on it is private.")
    assert [one.visibility for one in whole.responses()] == ["private"]


def test_words_added_to_an_answer_of_half_a_year_ago_reach_the_coach(whole: Whole) -> None:
    """What is shared and not told is told, however old the answer is that it was added to or changed in."""
    whole.say(CLIENT, "/mid_week")
    question = max(one.id for one in whole.sim.messages(CLIENT) if one.out)
    whole.say(CLIENT, "the first part")
    first = max(one.id for one in whole.sim.messages(CLIENT) if not one.out)
    whole.pause(60)
    whole.say(COACH, "/digest")
    whole.pause(10)
    back = int(timedelta(days=200).total_seconds()) * 1_000_000
    whole.tx(lambda tx: tx.db.execute("UPDATE responses SET at = at - ?", (back,)))
    assert whole.say(CLIENT, "/shared")[-1].startswith("There is nothing new")
    whole.sim.say(CLIENT, "and a second", question)
    whole.pause(60)
    assert "This goes to Dana" in whole.say(CLIENT, "/shared")[-1]
    said = "\n".join(whole.say(COACH, "/digest"))
    assert "and a second" in said
    whole.sim.edit(CLIENT, first, "the first part, told otherwise")
    whole.pause(60)
    assert "told otherwise" in "\n".join(whole.say(COACH, "/digest"))


def test_forwarded_words_keep_their_sign_to_the_coach(whole: Whole) -> None:
    """What somebody else wrote is marked, in quotation marks, and stands apart from the client's own words."""
    origin = {"type": "hidden_user", "sender_user_name": "Tom", "date": 0}
    words = {"text": "I never said that.", "forward_origin": origin}
    human._post(whole.sim.core.state, whole.sim.chat(CLIENT), words, None, None)
    whole.pause(60)
    said = "\n".join(whole.say(COACH, "/digest"))
    assert "[forwarded] “I never said that.”" in said
    assert "Passed on, in others' words" in said and "In their own words" not in said


def test_a_tap_is_an_answer_and_stands_by_its_question(whole: Whole) -> None:
    """Who only taps has answered: the digest counts it, and shows it under the question as it was asked."""
    whole.begin("mid-week", "midway:1")
    label = whole.sim.buttons(CLIENT)[0]
    asked = whole.sim.texts(CLIENT)[-1].split("\n\n")[-1]
    whole.tap(CLIENT, label)
    whole.pause(60)
    whole.say(COACH, "/digest")
    whole.pause(10)
    said = whole.sim.texts(COACH)[-1]
    assert "1 answered" in said
    assert f"{asked}\n{label}" in said


def test_a_bot_that_was_down_over_sunday_loses_no_words(whole: Whole) -> None:
    """What was written more than a week before the digest that at last comes is in it, and not in the next."""
    whole.say(CLIENT, "before the outage")
    whole.pause(60)
    whole.run(whole.bot.aclose())
    whole.clock.move(datetime(2026, 12, 9, 12, 0, tzinfo=UTC))
    whole.run(whole._start())
    whole.until(datetime(2026, 12, 13, 17, 0, tzinfo=UTC))
    assert sum("before the outage" in text for text in whole.sim.texts(COACH)) == 1


# ---- briefs ------------------------------------------------------------------------------------


def briefs(whole: Whole) -> list[str]:
    """What the coach read of briefs, oldest first."""
    signs = ("Before your session with", "added this since the last brief", "would like you to read this")
    return [text for text in whole.sim.texts(COACH) if any(sign in text for sign in signs)]


def meets(whole: Whole, when: str) -> None:
    """A coaching session is logged, by the coach's clock; then it is Monday, and a digest has come."""
    whole.say(COACH, f"/session Ada {when}")
    whole.tap(COACH, "Once")
    whole.until(datetime(2026, 11, 23, 9, 0, tzinfo=UTC))


def test_the_brief_comes_the_evening_before_and_what_is_added_after_it_comes_too(whole: Whole) -> None:
    """At 18:00 by the coach's clock, what is new whole; what is added later comes short, and nothing twice."""
    meets(whole, "2026-11-26 15:00")
    whole.say(CLIENT, "first thought")
    whole.until(datetime(2026, 11, 25, 16, 59, tzinfo=UTC))
    assert briefs(whole) == []
    whole.until(datetime(2026, 11, 25, 17, 1, tzinfo=UTC))
    (first,) = briefs(whole)
    assert "first thought" in first
    assert "Thu 26 Nov, 15:00 (Berlin)" in first
    whole.say(CLIENT, "second thought")
    whole.until(datetime(2026, 11, 25, 17, 50, tzinfo=UTC))
    _, second = briefs(whole)
    assert "second thought" in second
    assert "first thought" not in second
    whole.until(datetime(2026, 11, 29, 16, 30, tzinfo=UTC))
    read = "\n".join(whole.sim.texts(COACH))
    assert (read.count("first thought"), read.count("second thought")) == (1, 1)
    assert len(briefs(whole)) == 2


def test_a_brief_that_would_say_nothing_does_not_come(whole: Whole) -> None:
    """With nothing new no brief comes at its hour, nor for a question that was passed; the first words bring it."""
    meets(whole, "2026-11-26 15:00")
    whole.until(datetime(2026, 11, 25, 18, 0, tzinfo=UTC))
    assert briefs(whole) == []
    whole.begin("look-back", "gap:1")
    whole.tap(CLIENT, "Pass")
    whole.tap(CLIENT, "Enough for now")
    whole.pause(1800)
    assert briefs(whole) == []
    whole.say(CLIENT, "a late thought")
    whole.pause(3600)
    (brief,) = briefs(whole)
    assert "a late thought" in brief
    assert "Before your session" in brief


@pytest.mark.parametrize("read", [True, False])
def test_a_brief_with_nothing_new_says_what_came_before_and_when_it_was_read(
    whole: Whole, read: bool
) -> None:
    """What the coach had already is named with its day, and whether it was read; a tap shows it again."""
    meets(whole, "2026-11-26 15:00")
    whole.say(CLIENT, "first thought")
    whole.pause(60)
    whole.say(COACH, "/digest Ada")
    if read:
        whole.tap(COACH, "Read")
    whole.until(datetime(2026, 11, 25, 17, 1, tzinfo=UTC))
    said = whole.sim.texts(COACH)[-1]
    assert said.startswith("Before your session with Ada, Thu 26 Nov, 15:00 (Berlin), there is nothing new.")
    then = "read Mon 23 Nov, 10:01 (Berlin)" if read else "not marked as read"
    assert f"Answers that came Mon 23 Nov, 10:01 (Berlin): 1; {then}." in said
    assert "first thought" not in said
    (again,) = whole.tap(COACH, whole.sim.buttons(COACH)[-1])
    assert "first thought" in again


def test_a_brief_does_not_name_what_was_taken_back(whole: Whole) -> None:
    """What became private since leaves no trace in it, not as a number either."""
    meets(whole, "2026-11-26 15:00")
    whole.say(CLIENT, "first thought")
    whole.pause(60)
    whole.say(COACH, "/digest Ada")
    for one in whole.responses():
        whole.tx(partial(response_writes.set_visibility, response_id=one.id, visibility="private"))
    before = len(whole.sim.texts(COACH))
    whole.until(datetime(2026, 11, 25, 17, 1, tzinfo=UTC))
    assert whole.sim.texts(COACH)[before:] == []


def test_what_is_to_be_understood_heads_the_brief_whole(whole: Whole) -> None:
    """The answer before a session is first in the brief, under its question, however long."""
    meets(whole, "2026-11-26 15:00")
    whole.begin("before-session", "session:1:before")
    long = "to be understood, word by word, " * 20
    for said in ("the move", long):
        whole.sim.say(CLIENT, said)
        whole.pause(60)
    whole.until(datetime(2026, 11, 25, 17, 1, tzinfo=UTC))
    (brief,) = briefs(whole)
    assert long.strip() in brief
    assert brief.index("would like you to understand") < brief.index("might bring")


def test_a_moved_session_has_its_brief_at_the_new_time_and_a_cancelled_one_none(whole: Whole) -> None:
    """Moved to another day, the brief goes with it; cancelled, none comes, and the words wait for the digest."""
    meets(whole, "2026-11-26 15:00")
    whole.say(CLIENT, "a thought")
    whole.say(COACH, "/sessions")
    whole.tap(COACH, whole.sim.buttons(COACH)[0])
    whole.say(COACH, "2026-11-28 15:00")
    if "Yes" in whole.sim.buttons(COACH):
        whole.tap(COACH, "Yes")
    whole.until(datetime(2026, 11, 26, 12, 0, tzinfo=UTC))
    assert briefs(whole) == []
    whole.say(COACH, "/sessions")
    whole.tap(COACH, next(label for label in whole.sim.buttons(COACH) if label.startswith("Cancel")))
    whole.until(datetime(2026, 11, 29, 16, 30, tzinfo=UTC))
    assert briefs(whole) == []
    assert sum("a thought" in text for text in whole.sim.texts(COACH)) == 1


def test_the_client_sends_it_now_and_reads_when_it_went(whole: Whole) -> None:
    """A tap sends what is new at once; /shared says when it goes by itself, and afterwards when it went."""
    meets(whole, "2026-11-26 15:00")
    whole.say(CLIENT, "a thought")
    assert "It goes by itself on Wed 25 Nov, 17:00 (Lisbon)" in whole.say(CLIENT, "/shared")[-1]
    said = whole.tap(CLIENT, "Send it now")
    assert said[-1].startswith("It is on its way to Dana")
    whole.pause(60)
    (brief,) = briefs(whole)
    assert "a thought" in brief
    assert "The last went to Dana on Mon 23 Nov" in whole.say(CLIENT, "/shared")[-1]


def test_what_waits_for_telegram_is_said_to_be_on_its_way(whole: Whole) -> None:
    """While Telegram lets nothing through, /shared does not say that it went."""
    whole.say(CLIENT, "a thought")
    whole.say(CLIENT, "/shared")
    whole.tx(lambda tx: outbox.rest(tx, COACH, whole.clock.now() + timedelta(hours=1)))
    whole.tap(CLIENT, "Send it now")
    assert "The last is on its way to Dana." in whole.say(CLIENT, "/shared")[-1]


def test_what_was_carried_on_is_taken_up_in_the_brief(whole: Whole) -> None:
    """What the client wanted to carry on after the last session is in the brief of the next, and named as told."""
    meets(whole, "2026-11-23 11:00")
    whole.until(datetime(2026, 11, 23, 12, 0, tzinfo=UTC))
    whole.begin("after-session", "session:1:after")
    for said in ("it stayed", "it is warm", "I asked", "the small step"):
        whole.sim.say(CLIENT, said)
        whole.pause(60)
    whole.say(COACH, "/digest Ada")
    whole.say(COACH, "/session Ada 2026-11-26 15:00")
    whole.tap(COACH, "Once")
    whole.until(datetime(2026, 11, 25, 17, 1, tzinfo=UTC))
    brief = briefs(whole)[-1]
    assert "the small step" in brief.partition("From the last time")[2]
    assert "told before" in brief
    assert "it stayed" not in brief


def seen(whole: Whole) -> list[str]:
    return [one.visibility for one in whole.responses()]


def data(whole: Whole, label: str) -> tuple[int, str]:
    """The latest message with a button of that label, and what the button carries."""
    for message in reversed(whole.sim.messages(CLIENT)):
        for row in message.body.get("reply_markup", {}).get("inline_keyboard", []):
            for button in row:
                if button["text"] == label:
                    return message.id, button["callback_data"]
    raise AssertionError(f"no button {label}")


def press(whole: Whole, button: tuple[int, str]) -> None:
    whole.sim.tap_data(CLIENT, *button)
    whole.pause(5)


def test_a_tap_in_the_list_of_answers_does_what_its_label_said(whole: Whole) -> None:
    """Twice is as once, an old list's tap shares nothing that it showed as shared, and the list stays one."""
    whole.say(CLIENT, "a thought in between")
    whole.pause(60)
    whole.say(CLIENT, "/answers")
    hide = data(whole, "1 👁")
    before = len(whole.sim.messages(CLIENT))
    press(whole, hide)
    assert seen(whole) == ["private"]
    press(whole, hide)
    assert seen(whole) == ["private"]
    assert len(whole.sim.messages(CLIENT)) == before
    assert "· private" in whole.sim.texts(CLIENT)[-1]
    show = data(whole, "1 🔒")
    assert show[0] == hide[0]
    press(whole, show)
    press(whole, show)
    assert seen(whole) == ["session"]
    press(whole, (hide[0], hide[1].rpartition(":")[0]))  # as buttons were that do not say what is wanted
    assert seen(whole) == ["session"]


def test_what_was_delivered_is_called_told_and_not_private(whole: Whole) -> None:
    """After a digest had it, nothing offers to share it anew, and the list says when it was told."""
    whole.begin("look-back")
    for _ in range(4):
        whole.say(CLIENT, "the lake, mostly")
        whole.pause(60)
    whole.say(COACH, "/digest")
    whole.pause(10)
    assert "has reached Dana already" in whole.tap(CLIENT, "Keep these answers private")[-1]
    buttons = str([one.body.get("reply_markup") for one in whole.sim.messages(CLIENT)])
    assert "Share these answers" not in buttons and "Keep these answers private" not in buttons
    listed = whole.say(CLIENT, "/answers")[-1]
    assert "told on Sat 21 Nov, 12:" in listed
    assert "· private" not in listed
