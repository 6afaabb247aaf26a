"""One answer in its writer's hands: this felt new, who sees it, take back; by a row, a reply, the journal."""

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from whole import CLIENT, COACH, Whole, sharing, whole_bot

from bot.people import marked
from bot.people.turn import Turn
from bot.store import export, marks, people
from bot.store.db import Tx
from bot.store.marks import MarkRow

FIRST, SECOND = "the river was high and I stayed", "that I may rest there"


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A client who shares."""
    with whole_bot(tmp_path, practice=sharing) as made:
        yield made


def talk(whole: Whole) -> None:
    """A talk of several questions; the first is answered, and the second stands there."""
    whole.begin("look-back")
    whole.say(CLIENT, FIRST)
    whole.pause(60)


def marks_of(whole: Whole) -> tuple[MarkRow, ...]:
    return whole.tx(partial(marks.of_client, client_id=CLIENT))  # type: ignore[no-any-return]


def signs(whole: Whole) -> list[str]:
    """The sign under each of the client's own messages, where there is one."""
    own = [one for one in whole.sim.messages(CLIENT) if not one.out]
    return ["".join(str(sign["emoji"]) for sign in one.reactions) for one in own]


def test_each_answer_has_its_row_under_what_follows_it(whole: Whole) -> None:
    """What can be done with an answer stands under the next question, and under the last line; no message more."""
    talk(whole)
    assert whole.sim.buttons(CLIENT)[-3:] == ["This felt new", "Who sees it", "Take back"]
    whole.say(CLIENT, SECOND)
    assert whole.sim.buttons(CLIENT)[-3:] == ["This felt new", "Who sees it", "Take back"]
    whole.pause(60)
    whole.tap(CLIENT, "Enough for now")
    assert whole.sim.buttons(CLIENT)[-3:] == ["This felt new", "Who sees it", "Take back"]


def test_a_pass_has_no_such_row(whole: Whole) -> None:
    """What was passed is nothing that could be marked, shared or taken back."""
    whole.begin("look-back")
    whole.tap(CLIENT, "Pass")
    assert whole.sim.buttons(CLIENT) == ["Pass", "Later", "Enough for now", "Another question"]


def test_of_two_parts_the_first_has_its_row_under_the_second(whole: Whole) -> None:
    """Under the second part the row is about the first; a typed label of a choice is no words to mark."""
    whole.begin("mid-week")
    whole.say(CLIENT, "Mixed")
    whole.pause(60)
    assert whole.sim.buttons(CLIENT)[-2:] == ["Who sees it", "Take back"]
    assert "This felt new" not in whole.sim.buttons(CLIENT)
    whole.say(CLIENT, FIRST)
    whole.pause(60)
    assert FIRST in whole.tap(CLIENT, "Who sees it")[-1]


def test_a_tap_marks_one_answer_and_another_takes_the_mark_off(whole: Whole) -> None:
    """The mark is of that answer alone, a sign under it says so, nothing else is said; it is come back to."""
    talk(whole)
    said = len(whole.sim.texts(CLIENT))
    whole.tap(CLIENT, "This felt new")
    whole.pause(5)
    (one,) = marks_of(whole)
    assert one.response_id == whole.responses()[0].id and one.kind == "breakthrough"
    assert signs(whole)[-1] == "⚡" and len(whole.sim.texts(CLIENT)) == said
    assert f"you marked this: “{FIRST}”" in named(whole, one)
    whole.tap(CLIENT, "This felt new")
    whole.pause(5)
    assert marks_of(whole) == () and signs(whole)[-1] == "✍"


def named(whole: Whole, one: MarkRow) -> str:
    def read(tx: Tx) -> str:
        me = people.client(tx, CLIENT)
        assert me is not None
        return marked.named(Turn(tx, whole.clock.now(), -1, whole.house.config, "bot"), me, one)

    return whole.tx(read)  # type: ignore[no-any-return]


def test_the_coach_reads_the_marked_answer_alone_under_marked_moments(whole: Whole) -> None:
    """In the digest one answer stands as a marked moment, in its own words; the others stay where they were."""
    talk(whole)
    whole.tap(CLIENT, "This felt new")
    whole.say(CLIENT, SECOND)
    whole.pause(60)
    whole.tap(CLIENT, "Enough for now")
    text = "\n".join(whole.say(COACH, "/digest"))
    assert "Marked moments" in text
    under = text.split("Marked moments")[1]
    assert FIRST in under and SECOND not in under.split(FIRST)[1].split("\n\n")[0]


def test_a_private_answer_that_is_marked_reaches_nobody(whole: Whole) -> None:
    """A mark changes nothing of who sees an answer."""
    talk(whole)
    whole.tap(CLIENT, "Who sees it")
    whole.tap(CLIENT, "Make it private")
    whole.tap(CLIENT, "This felt new")
    whole.say(COACH, "/digest")
    said = "\n".join(whole.sim.texts(COACH))
    assert len(marks_of(whole)) == 1
    assert "river" not in said and "Marked moments" not in said


def test_who_sees_it_opens_that_answer(whole: Whole) -> None:
    """The answer stands there whole, under its question, with who sees it and what can be done."""
    talk(whole)
    said = whole.tap(CLIENT, "Who sees it")[-1]
    assert FIRST in said and "shared" in said
    assert whole.sim.buttons(CLIENT)[:2] == ["Make it private", "This felt new"]
    whole.tap(CLIENT, "Make it private")
    assert whole.responses()[0].visibility == "private"


def test_take_back_asks_once_and_takes_that_answer(whole: Whole) -> None:
    """One tap asks, one erases; the answer after it stays."""
    talk(whole)
    whole.say(CLIENT, SECOND)
    assert FIRST in whole.tap(CLIENT, "Take back")[-1]
    whole.tap(CLIENT, "Delete it")
    assert [text.words for one in whole.responses() for text in one.texts] == [SECOND]
    assert tap_at(whole, "Who sees it", 0).startswith("That answer is no longer")


def tap_at(whole: Whole, label: str, which: int) -> str:
    """A tap under one of the messages that have such a button; what stands last in the chat then."""
    found = [one.id for one in whole.sim.messages(CLIENT) if one.out and label in str(one.body)]
    whole.sim.tap(CLIENT, label, message_id=found[which])
    whole.pause(5)
    return whole.sim.texts(CLIENT)[-1]


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("This felt new", "mark"),
        ("new!", "mark"),
        ("Das war neu", "mark"),
        ("who sees this?", "open"),
        ("take it back", "ask"),
        ("delete this please", "ask"),
        ("make this private", "private"),
        ("that was new to her, she said", "kept"),
    ],
)
def test_a_reply_to_ones_own_answer_says_what_to_do_with_it(whole: Whole, words: str, what: str) -> None:
    """A short reply to an older answer of one's own does the same, and is kept as nothing itself."""
    talk(whole)
    number = whole.responses()[0].texts[0].message_id
    whole.sim.say(CLIENT, words, reply_to=number)
    whole.pause(5)
    kept = [text.words for one in whole.responses() for text in one.texts]
    assert (words in kept) == (what == "kept")
    assert bool(marks_of(whole)) == (what == "mark")
    opened = sum(FIRST in text for text in whole.sim.texts(CLIENT)) > 1
    assert opened == (what in ("open", "ask", "private"))
    if what == "private":
        assert whole.responses()[0].visibility == "private"


def test_after_a_talk_a_mark_asks_what_to_hold_on_to(whole: Whole) -> None:
    """Where no question waits, one open question follows; its answer is seen as the marked one is."""
    talk(whole)
    whole.tap(CLIENT, "Enough for now")
    said = whole.tap(CLIENT, "This felt new")[-1]
    assert said == "What of that would you like to hold on to?"
    whole.say(CLIENT, "to stand a while")
    last = whole.responses()[-1]
    assert (last.prompt, last.texts[0].words) == (said, "to stand a while")
    assert last.visibility == whole.responses()[0].visibility
    tap_at(whole, "This felt new", -1)
    assert marks_of(whole) == ()


def test_nothing_more_leaves_it_at_the_mark(whole: Whole) -> None:
    """The question behind a mark can be left, and the mark stays."""
    talk(whole)
    whole.tap(CLIENT, "Enough for now")
    whole.tap(CLIENT, "This felt new")
    whole.tap(CLIENT, "Nothing more")
    assert len(marks_of(whole)) == 1 and len(whole.responses()) == 1


def test_a_marked_answer_is_marked_in_journal_and_export(whole: Whole) -> None:
    """The journal finds it under what is marked, and the export names it; erasing the answer takes the mark."""
    talk(whole)
    whole.tap(CLIENT, "This felt new")
    whole.say(CLIENT, SECOND)
    whole.pause(60)
    whole.tap(CLIENT, "Enough for now")
    whole.say(CLIENT, "/answers")
    whole.tap(CLIENT, "Marked ones")
    listed = whole.sim.texts(CLIENT)[-1]
    assert FIRST in listed and SECOND not in listed
    found = json.loads(json.dumps(whole.tx(partial(export.client, client_id=CLIENT))))
    assert [one["response"] for one in found["marks"]] == [whole.responses()[0].id]
    whole.tap(CLIENT, "All my answers")
    whole.tap(CLIENT, "2")
    whole.tap(CLIENT, "Delete it")
    whole.tap(CLIENT, "Delete it")
    assert marks_of(whole) == ()


def test_where_signs_are_not_wanted_a_line_says_so(whole: Whole) -> None:
    """Who has signs off reads a line at a mark."""
    whole.say(CLIENT, "/signs")
    talk(whole)
    assert whole.tap(CLIENT, "This felt new")[-1] == "Marked. /answers has it."
    assert tap_at(whole, "This felt new", 0) == "Not marked any more."


# ---- by a sign -----------------------------------------------------------------------------------


def put(whole: Whole, message: int, sign: str) -> None:
    """The client puts a sign under a message, or takes theirs off."""
    whole.sim.react(CLIENT, message, sign)
    whole.pause(5)


@pytest.mark.parametrize("sign", ["❤", "👍", "🔥", "⚡"])
def test_a_sign_under_own_words_marks_them_and_off_it_is_none(whole: Whole, sign: str) -> None:
    """What it does is said at the first one alone, the bot's own sign says so; off, the mark goes."""
    talk(whole)
    number, before = whole.responses()[0].texts[0].message_id, len(whole.sim.texts(CLIENT))
    put(whole, number, sign)
    assert whole.sim.texts(CLIENT)[before:] == [
        f"{sign} marks that answer as one that felt new. Taken off, the mark goes too. /answers has it."
    ]
    assert [one.response_id for one in marks_of(whole)] == [whole.responses()[0].id]
    assert "⚡" in signs(whole)[-1]
    put(whole, number, "")
    assert marks_of(whole) == ()
    put(whole, number, sign)
    assert len(marks_of(whole)) == 1 and len(whole.sim.texts(CLIENT)) == before + 1


def test_a_sign_under_the_question_marks_its_answer(whole: Whole) -> None:
    """Who puts it under the bot's question means what they answered there."""
    talk(whole)
    prompt = next(
        one for one in whole.sim.messages(CLIENT) if one.out and "look back" in str(one.body.get("text"))
    )
    put(whole, prompt.id, "❤")
    assert [one.response_id for one in marks_of(whole)] == [whole.responses()[0].id]


@pytest.mark.parametrize("sign", ["😢", "👎", "🤔"])
def test_a_sign_that_may_mean_anything_marks_nothing(whole: Whole, sign: str) -> None:
    """Nor does one under what holds no answer, or of somebody who is no client."""
    talk(whole)
    before = len(whole.sim.texts(CLIENT))
    put(whole, whole.responses()[0].texts[0].message_id, sign)
    put(whole, 1, "❤")
    whole.sim.react(COACH, 1, "❤")
    whole.pause(5)
    assert marks_of(whole) == () and len(whole.sim.texts(CLIENT)) == before


def test_a_mark_within_a_talk_is_asked_about_once_at_its_end(whole: Whole) -> None:
    """The talk goes on as if nothing had been marked; behind its last line one question names what it was."""
    talk(whole)
    whole.tap(CLIENT, "This felt new")
    for words in (SECOND, "and that"):
        whole.say(CLIENT, words)
        whole.pause(60)
    said = whole.sim.texts(CLIENT)
    assert said[-1] == f"You marked this: “{FIRST}”\nWhat of that would you like to hold on to?"
    assert sum("hold on to" in one for one in said) == 1
    whole.say(CLIENT, "the quiet of it")
    assert whole.responses()[-1].prompt == "What of that would you like to hold on to?"
