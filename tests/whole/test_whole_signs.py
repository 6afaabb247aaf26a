"""Every message of a person gets a sign: an answer, a reaction under it, or the next question."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from small import kept, me, seconds, small_bot
from whole import ADMIN, CLIENT, COACH, Whole

pytestmark = pytest.mark.usefixtures("intake")  # asked for, and brought

GUEST = 3500


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    with small_bot(tmp_path) as made:
        yield made


def sign(whole: Whole, message: int, chat: int = CLIENT) -> str:
    """What the bot has put under a message."""
    return "".join(one["emoji"] for one in whole.sim.chat(chat).messages[message].reactions)


def said(whole: Whole, words: str, reply_to: int | None = None) -> int:
    """The client writes; the message's number, a second later."""
    message = whole.sim.say(CLIENT, words, reply_to)
    seconds(whole, 1)
    return message


def test_each_bubble_of_a_growing_answer_bears_a_sign(whole: Whole) -> None:
    """Words, voice notes and a sticker of one answer are signed at once; words stand behind the first note."""
    whole.say(CLIENT, "/week")
    before = len(whole.sim.texts(CLIENT))
    bubbles = [said(whole, "It was long."), whole.sim.voice(CLIENT), whole.sim.voice(CLIENT)]
    bubbles.append(whole.sim.sticker(CLIENT))
    seconds(whole, 2)
    assert [sign(whole, one) for one in bubbles] == ["✍", "", "✍", "✍"]
    (line,) = whole.sim.texts(CLIENT)[before:]
    assert line.startswith("Kept. Of a voice note")


def test_what_comes_late_or_elsewhere_bears_a_sign(whole: Whole) -> None:
    """Words to an older question, later bubbles of a late answer, notes after the first, and edits are signed."""
    whole.say(CLIENT, "/week")
    first = whole.sim.messages(CLIENT)[-1].id
    whole.say(CLIENT, "one answer")
    seconds(whole, 60)
    older = said(whole, "and to the first question", first)
    assert sign(whole, older) == "✍"
    whole.tap(CLIENT, "Enough for now")
    assert "note" in whole.say(CLIENT, "a note")[-1]
    note = whole.sim.messages(CLIENT)[-2].id
    second = said(whole, "one more note")
    assert sign(whole, second) == "✍"
    assert sign(whole, note) == ""
    whole.sim.edit(CLIENT, note, "a note, put better")
    seconds(whole, 1)
    assert sign(whole, note) == "✍"


def test_an_error_of_telegrams_holds_up_no_words(whole: Whole) -> None:
    """While no sign can be given, whatever is said goes on; the sign follows when Telegram takes it."""
    whole.say(CLIENT, "/week")
    for code in (429, 502):
        whole.sim.fail("setMessageReaction", code=code, retry_after=50, chat_id=CLIENT, times=3)
        bubble = said(whole, f"words at {code}")
        assert sign(whole, bubble) == ""
        assert whole.say(CLIENT, "/why")
        seconds(whole, 300)
        assert sign(whole, bubble) == "✍"


def test_where_no_sign_may_stand_it_is_said(whole: Whole) -> None:
    """A chat that allows no reactions reads a line in place of one, and no admin hears of it."""
    whole.say(CLIENT, "/week")
    told = len(whole.sim.texts(ADMIN))
    whole.sim.fail("setMessageReaction", code=400, text="Bad Request: REACTION_INVALID", chat_id=CLIENT)
    assert whole.say(CLIENT, "something") == ["Kept."]
    assert len(whole.sim.texts(ADMIN)) == told
    assert kept(whole) == ["something"]


def test_a_message_that_is_gone_needs_no_sign(whole: Whole) -> None:
    """Who deletes a message before the sign reads nothing more about it."""
    whole.say(CLIENT, "/week")
    whole.sim.fail("setMessageReaction", code=502, chat_id=CLIENT)
    message = whole.sim.say(CLIENT, "something")
    whole.run(whole.world.settle())
    whole.sim.delete(CLIENT, message)
    before = len(whole.sim.texts(CLIENT))
    seconds(whole, 10)
    assert len(whole.sim.texts(CLIENT)) == before


def test_a_mark_under_a_deleted_message_is_said(whole: Whole) -> None:
    """*This felt new* after its words went from the chat: a line says it is marked, and a second that it is not."""
    whole.say(CLIENT, "/week")
    message = said(whole, "something")
    seconds(whole, 25)
    whole.sim.delete(CLIENT, message)
    assert whole.tap(CLIENT, "This felt new") == ["Marked. /answers has it."]
    assert whole.tap(CLIENT, "This felt new") == ["Not marked any more."]


def test_signs_can_be_words(whole: Whole) -> None:
    """Switched off in the menu, a line says once that it is kept; switched on, signs stand again."""
    whole.say(CLIENT, "/menu")
    (off,) = whole.tap(CLIENT, "Signs under what I write")
    assert "From now on a line" in off
    assert not me(whole).reactions
    whole.say(CLIENT, "/week")
    before = len(whole.sim.texts(CLIENT))
    bubbles = [said(whole, "one"), said(whole, "two"), said(whole, "three")]
    assert whole.sim.texts(CLIENT)[before:] == ["Kept."]
    assert not any(sign(whole, one) for one in bubbles)
    seconds(whole, 60)
    whole.sim.edit(CLIENT, bubbles[0], "one, put better")
    seconds(whole, 1)
    assert whole.sim.texts(CLIENT)[-1] == "Kept."
    whole.tap(CLIENT, "Enough for now")
    for words in ("a note", "another one"):  # each kept message has its line, however soon the last was
        before = len(whole.sim.texts(CLIENT))
        said(whole, words)
        assert whole.sim.texts(CLIENT)[before:][0].startswith("Kept")
        seconds(whole, 90)
    assert "✍ under a message" in whole.say(CLIENT, "/signs")[-1]
    assert sign(whole, said(whole, "four")) == "✍"


def test_a_choice_of_signs_is_taken_back_with_a_tap(whole: Whole) -> None:
    """One tap brings what was, and the old button sets the same again, not the other."""
    whole.say(CLIENT, "/signs")
    assert not me(whole).reactions
    assert "✍ under a message" in whole.tap(CLIENT, "As it was before")[-1]
    assert me(whole).reactions
    whole.tap(CLIENT, "As it was before")
    assert not me(whole).reactions


def everything(whole: Whole, chat: int) -> Iterator[int]:
    """A message of every kind, one after the other."""
    yield whole.sim.say(chat, "hello there")
    yield whole.sim.say(chat, "7")
    yield whole.sim.say(chat, "/nonsense")
    yield whole.sim.voice(chat)
    yield whole.sim.photo(chat, caption="the sea")
    yield whole.sim.sticker(chat)
    yield whole.sim.attach(chat, b"words", "page.txt")
    yield whole.sim.say(chat, "hello again")


@pytest.mark.parametrize(
    "who", ["stranger", "joining", "client", "stopped", "coach", "admin", "joining coach"]
)
def test_whoever_writes_whatever_gets_a_sign(whole: Whole, who: str) -> None:
    """Coaches, admins, strangers, people in joining and clients: each message is answered or signed."""
    whole.person("Bo", GUEST)
    if who in ("joining", "joining coach"):
        by = COACH if who == "joining" else ADMIN
        whole.say(by, "/invite" if who == "joining" else "/coach")
        whole.start(GUEST, whole.link(by))
    if who == "stopped":
        whole.say(CLIENT, "/stop")
        whole.tap(CLIENT, "Yes, stop everything")
    chat = {"client": CLIENT, "stopped": CLIENT, "coach": COACH, "admin": ADMIN}.get(who, GUEST)
    before = len(whole.sim.texts(chat))
    for message in everything(whole, chat):
        seconds(whole, 3)
        answered = len(whole.sim.texts(chat)) > before
        assert answered or sign(whole, message, chat), f"nothing under {message}"
        before = len(whole.sim.texts(chat))
