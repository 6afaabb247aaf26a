"""Who declines at the door can come back, and who asks for help there reads where it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from whole import CLIENT, COACH, Whole, whole_bot


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A coach who invited somebody; the link is opened."""
    with whole_bot(tmp_path) as made:
        made.with_coach()
        made.person("Ada", CLIENT)
        made.say(COACH, "/invite")
        made.sim.start(CLIENT, made.link(COACH))
        made.pause(3)
        yield made


def test_who_declines_can_come_back_by_the_same_link(whole: Whole) -> None:
    """The link lets them in anew for as long as it was made for, and that is said with its hour."""
    said = whole.tap(CLIENT, "Not now")[-1]
    assert said.startswith(
        "All right. Nothing is kept. The same link opens this again until Tue 24 Nov, 12:00"
    )
    whole.sim.start(CLIENT, whole.link(COACH))
    whole.pause(3)
    assert "Would you like to begin?" in whole.sim.texts(CLIENT)[-1]


def test_a_call_for_help_before_agreeing_brings_numbers(whole: Whole) -> None:
    """A plea is no answer to the question at the door: where help is stands first, then the question."""
    said = whole.say(CLIENT, "help")
    assert "112" in "\n".join(said) and "findahelpline.com" in "\n".join(said)


def test_a_stranger_who_asks_for_help_reads_numbers_each_time(whole: Whole) -> None:
    """After they declined, too, and not only once a day."""
    whole.tap(CLIENT, "Not now")
    for _ in range(2):
        assert "112" in "\n".join(whole.say(CLIENT, "help me"))


@pytest.mark.parametrize("typed", [False, True])
def test_more_is_said_before_agreeing_for_a_tap(whole: Whole, typed: bool) -> None:
    """The notice is short; hours, how often, who reads and what is kept come behind it, then the question again."""
    label = "More about it first"
    said = (whole.say if typed else whole.tap)(CLIENT, label)
    assert "No question comes in your quiet hours" in said[0] and "holds the key" in said[0]
    assert said[-1] == "Would you like to begin?"
    assert whole.sim.buttons(CLIENT)[-1] == "Not now"
    assert whole.tx(lambda tx: tx.db.execute("SELECT count(*) FROM consents").fetchone()[0]) == 0
