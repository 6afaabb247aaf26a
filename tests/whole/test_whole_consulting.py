"""A case note for a peer: without what is known of people, with the client's words only if they say yes."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from clocked import MONDAY, timed_bot
from whole import CLIENT, COACH, Whole

EVENING = MONDAY.replace(hour=19, minute=15)
WORDS = "I left the house before anyone else was awake"


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """Ada's hours are Monday, Wednesday and Friday at 19:00 in Lisbon; Dana coaches from Berlin."""
    with timed_bot(tmp_path) as made:
        yield made


def last(whole: Whole, chat: int = COACH) -> str:
    return whole.sim.texts(chat)[-1]


def audited(whole: Whole) -> list[str]:
    return [row[0] for row in whole.tx(lambda tx: tx.db.execute("SELECT action FROM audit").fetchall())]


def test_a_note_goes_without_what_is_known(whole: Whole) -> None:
    """Names, places, dates and handles are taken out, what became of each is shown, and the note is handed out."""
    whole.say(COACH, "/peer Ada: On 3 March Ada moved from Lisbon; @ada_l wrote to Dana. What do you hear?")
    assert "On [date] [client] moved from [place]; [contact] wrote to [coach]. What do you hear?" in last(
        whole
    )
    assert "Ada became [client]" in last(whole) and "3 March became [date]" in last(whole)
    assert "peer note handed out" not in audited(whole)
    whole.tap(COACH, "Hand it out")
    assert (
        last(whole) == "On [date] [client] moved from [place]; [contact] wrote to [coach]. What do you hear?"
    )
    assert "A note about Ada" in whole.sim.texts(COACH)[-2] and "peer note handed out" in audited(whole)
    assert whole.sim.texts(CLIENT) == []


@pytest.mark.parametrize(
    ("label", "goes"), [("Yes, they may be quoted", True), ("No, not my words", False)], ids=["yes", "no"]
)
def test_a_clients_words_go_only_with_their_leave(whole: Whole, label: str, goes: bool) -> None:
    """Words of the client's are found; they are asked at their hour; a yes hands the note out, a no does not."""
    whole.say(CLIENT, WORDS)
    whole.pause(120)
    whole.say(COACH, f"/peer Ada: Ada told me: “{WORDS}.” I wonder.")
    assert "They go only with their leave." in last(whole) and "Hand it out" not in whole.sim.buttons(COACH)
    whole.tap(COACH, "Ask for leave")
    assert last(whole).startswith("Ada is asked for leave; before a yes nothing goes.")
    whole.until(EVENING + timedelta(days=2))
    asked = [
        one for one in whole.sim.texts(CLIENT) if one.startswith("Dana would like to speak with a colleague")
    ]
    assert len(asked) == 1 and f"[client] told me: “{WORDS}.” I wonder." in asked[0]
    before = len(whole.sim.texts(COACH))
    whole.tap(CLIENT, label)
    said = whole.sim.texts(COACH)[before:]
    assert (f"[client] told me: “{WORDS}.” I wonder." in said) == goes
    assert ("peer note handed out" in audited(whole)) == goes
    if not goes:
        assert said == ["Ada would like their words not to be quoted. The note did not go."]
    whole.sim.tap_data(CLIENT, whole.sim.messages(CLIENT)[-1].id, "m:leave:1:yes")
    whole.pause()
    assert last(whole, CLIENT) == "That was answered; it stays so."


def test_private_words_are_not_confirmed_by_it(whole: Whole) -> None:
    """What the client kept private is not named as theirs: a coach cannot find out about it this way."""
    whole.say(CLIENT, "/sharing")
    whole.tap(CLIENT, "Private until I share")
    whole.say(CLIENT, WORDS)
    whole.pause(120)
    whole.say(COACH, f"/peer Ada: perhaps {WORDS}")
    assert "words of Ada" not in last(whole) and "Nothing known stood in it." in last(whole)
    assert "Hand it out" in whole.sim.buttons(COACH)
