"""Whoever takes back in their own words what they wrote, shared or agreed to is asked; the words are not kept."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from small import kept, seconds
from whole import CLIENT, Whole, sharing, whole_bot

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach and a client who shares."""
    with whole_bot(tmp_path, start=MONDAY, practice=sharing) as made:
        yield made


def test_what_is_taken_back_in_words_is_asked_and_never_kept_as_shared(whole: Whole) -> None:
    """A day, consent, sharing and one answer: each is asked or done, and no such word goes to the coach."""
    assert whole.say(CLIENT, "delete everything from today") == [
        "Nothing is kept of that day. Nothing was kept or changed."
    ]
    whole.say(CLIENT, "the lake")
    whole.pause(1200)
    whole.say(CLIENT, "the rain")
    assert whole.say(CLIENT, "I withdraw my consent")[-1] == (
        "Nothing is shared from now on, and what had not gone yet is held back. "
        "Which is meant: to share no more, to stop everything, or to erase it all? "
        "Before all is erased it is asked once more."
    )
    assert whole.sim.buttons(CLIENT) == [
        *("Share no more", "Stop everything", "Erase everything", "Leave it as it is")
    ]
    assert "From now on your answers are private" in whole.say(CLIENT, "stop sharing with Dana")[-1]
    whole.say(CLIENT, "/cancel")
    assert "from that day" in whole.say(CLIENT, "delete everything I wrote today")[-1]
    assert "Deleted here." in whole.tap(CLIENT, "All 2 of them")[-1]
    assert kept(whole) == []
    whole.say(CLIENT, "the hill")
    whole.say(CLIENT, "please tell Dana nothing of this")
    assert {one.visibility for one in whole.responses()} == {"private"}


@pytest.mark.parametrize(
    "words",
    ("delete everything about me", "erase me", "please stop storing my data", "I no longer agree to this"),
)
def test_who_wants_nothing_kept_is_asked_and_nothing_of_it_is_kept(whole: Whole, words: str) -> None:
    """All of it, or which of three is meant: with a question open or none, the words are no answer."""
    whole.begin("look-back")
    said = whole.say(CLIENT, words)[-1]
    assert "erases all that is kept" in said or "Which is meant" in said
    whole.pause(1200)
    assert kept(whole) == []


def test_who_insists_on_being_erased_is_asked_again(whole: Whole) -> None:
    """While the question stands, the wish once more is no note, and nothing says that all stays."""
    whole.say(CLIENT, "delete all my data")
    for words in ("I want all my data deleted", "forget everything about me", "erase me"):
        assert "erases all that is kept" in whole.say(CLIENT, words)[-1]
    assert kept(whole) == []
    assert "Now and for good, or tomorrow" in whole.say(CLIENT, "yes")[-1]
    assert "Now and for good, or tomorrow" in whole.say(CLIENT, "yes")[-1]  # a yes chooses neither
    assert "Erased." in whole.say(CLIENT, "now")[-1]


def test_which_of_three_is_meant_can_be_said_in_words(whole: Whole) -> None:
    """Saying it once more asks once more; each of the three by its words; no question comes meanwhile."""
    whole.begin("look-back")
    whole.say(CLIENT, "I withdraw my consent")
    for words in ("I want to withdraw", "yes"):
        assert "Which is meant" in whole.say(CLIENT, words)[-1]
    assert "From now on your answers are private" in whole.say(CLIENT, "share no more")[-1]
    whole.say(CLIENT, "I withdraw my consent")
    assert "Stop everything?" in whole.say(CLIENT, "stop")[-1]
    whole.say(CLIENT, "no")
    whole.say(CLIENT, "I withdraw my consent")
    assert "erases all that is kept" in whole.say(CLIENT, "erase it all")[-1]
    seconds(whole, 60)
    assert kept(whole) == []


def test_who_is_private_shares_one_answer_in_words(whole: Whole) -> None:
    """ "Share this with Dana" shares what was written last, and is no answer itself."""
    whole.say(CLIENT, "/sharing")
    whole.tap(CLIENT, "Private until I share")
    whole.say(CLIENT, "the lake")
    whole.pause(1200)
    assert "shared" in whole.say(CLIENT, "share this with Dana")[-1]
    assert {one.visibility for one in whole.responses()} == {"session"}
    whole.say(CLIENT, "send Dana my last answer")
    assert kept(whole) == ["the lake"]


def test_who_turns_private_reads_what_of_before_still_goes_and_can_hold_it_back(whole: Whole) -> None:
    """The number of what waits to go, and one tap for all of it; where nothing waits, nothing is said of it."""
    for words in ("the lake", "the rain"):
        whole.say(CLIENT, words)
        whole.pause(1200)
    whole.say(CLIENT, "/sharing")
    said = whole.tap(CLIENT, "Private until I share")[-1]
    assert "2 that you wrote before still go to Dana." in said
    whole.tap(CLIENT, "Hold back what was before too")
    assert {one.visibility for one in whole.responses()} == {"private"}
    whole.say(CLIENT, "/sharing")
    assert "before" not in whole.tap(CLIENT, "Private until I share")[-1]


def test_who_takes_sharing_back_shares_nothing_from_that_tap_on(whole: Whole) -> None:
    """To share no more is chosen once: no second question offers to share again."""
    whole.say(CLIENT, "I withdraw my consent")
    assert "From now on your answers are private" in whole.tap(CLIENT, "Share no more")[-1]
    whole.say(CLIENT, "a plain word")
    assert whole.responses()[-1].visibility == "private"


@pytest.mark.parametrize(
    "words", ["Mein Coach soll gar nichts mehr von mir sehen.", "don't share anything anymore"]
)
def test_sharing_is_answered_by_words_that_take_it_back(whole: Whole, words: str) -> None:
    """Under the question who sees it, words that take sharing back are the answer."""
    whole.say(CLIENT, "/sharing")
    assert "From now on your answers are private" in whole.say(CLIENT, words)[-1]


@pytest.mark.parametrize(
    "words", ("I withdraw my consent", "Ich ziehe meine Einwilligung zurück", "retiro mi consentimiento")
)
def test_withdrawn_consent_holds_at_once(whole: Whole, words: str) -> None:
    """Before anything is chosen: what had not gone is private, and so is what comes after."""
    whole.say(CLIENT, "the lake")
    assert "held back" in whole.say(CLIENT, words)[-1]
    whole.pause(7200)
    whole.say(CLIENT, "the rain")
    assert [one.visibility for one in whole.responses()] == ["private", "private"]


@pytest.mark.parametrize(
    "words",
    (
        "i deleted that bit about my brother, is it gone?",
        "ich hab die nachricht gelöscht, ist sie weg?",
        "borré el mensaje, ¿lo ve dana?",
        "حذفت الرسالة، هل اختفت؟",
    ),
)
def test_what_was_deleted_in_the_chat_is_said_to_be_kept(whole: Whole, words: str) -> None:
    """The question is no answer and goes to nobody; what it is about is held back, and a tap erases it."""
    whole.begin("look-back")
    whole.say(CLIENT, "my brother did not come")
    said = whole.say(CLIENT, words)
    assert "What you delete in this chat stays kept here" in "\n".join(said)
    assert kept(whole) == ["my brother did not come"]
    assert [one.visibility for one in whole.responses()] == ["private"]
    whole.tap(CLIENT, whole.sim.buttons(CLIENT)[0])
    assert kept(whole) == []


@pytest.mark.parametrize(
    "words", ("i deleted the app", "hab das foto gelöscht und geweint", "borré su número")
)
def test_who_tells_of_deleting_tells_something(whole: Whole, words: str) -> None:
    """An app or a number is no message of theirs."""
    whole.say(CLIENT, words)
    assert kept(whole) == [words]


@pytest.mark.parametrize("words", ("بكرة", "mejor mañana", "morgen bitte", "tomorrow"))
def test_the_later_of_two_ways_may_be_typed(whole: Whole, words: str) -> None:
    """The choice in a word is that choice: nothing is erased before."""
    whole.say(CLIENT, "/erase")
    assert "/start keeps everything" in whole.say(CLIENT, words)[-1]
