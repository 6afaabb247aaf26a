"""What suits a client: topics left out, sealed questions, more asked only of who wants it."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from whole import CLIENT, Whole, sharing, whole_bot

from bot.people import library, planning
from bot.people.turn import Turn
from bot.store import due, export, people, scripts
from bot.store.db import Tx

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
EVENING = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A client whose questions come on Mondays, Wednesdays and Fridays at seven."""
    with whole_bot(tmp_path, start=MONDAY, practice=sharing) as made:
        yield made


def facts(whole: Whole) -> tuple[frozenset[str], bool]:
    """The topics left out, and whether more may be asked, as the plan reads them."""

    def read(tx: Tx) -> tuple[frozenset[str], bool]:
        me = people.client(tx, CLIENT)
        assert me is not None
        turn = Turn(tx, whole.clock.now(), -1, whole.house.config, "bot")
        found = planning.facts(turn, me, whole.clock.now() + timedelta(days=7))
        return found.avoid, found.challenge

    return whole.tx(read)  # type: ignore[no-any-return]


def test_a_topic_is_left_out_and_let_in_again(whole: Whole) -> None:
    """Two taps from the menu; the plan heeds it, the message says what holds, the export has it."""
    whole.say(CLIENT, "/menu")
    assert "may touch any topic" in whole.tap(CLIENT, "Topics and form")[-1]
    said = whole.tap(CLIENT, "✓ Goals")[-1]
    assert "Left out of what comes by itself: Goals." in said
    assert facts(whole)[0] == {"goals"}
    assert "goals" in json.dumps(whole.tx(partial(export.client, client_id=CLIENT))["client"]["rhythm"])
    for label in ("The body", "Long answers"):  # as scripts name whom they do not suit
        assert label in whole.tap(CLIENT, f"✓ {label}")[-1]
    assert facts(whole)[0] == {"goals", "body_focus", "long_text"}
    for label in ("The body", "Long answers"):
        whole.tap(CLIENT, f"✕ {label}")
    assert "may touch any topic" in whole.tap(CLIENT, "✕ Goals")[-1]
    assert facts(whole)[0] == frozenset()


def planned(whole: Whole) -> set[str]:
    """The topics of what is planned for the coming weeks."""

    def read(tx: Tx) -> set[str]:
        rows = due.of_chat(tx, CLIENT, "plan")
        found = (library.live(tx, row.body["script"], "en") for row in rows)
        return {tag for one in found if one is not None for tag in one.script.header.tags}

    return whole.tx(read)  # type: ignore[no-any-return]


def test_a_topic_left_out_does_not_come_and_can_be_asked_for(whole: Whole) -> None:
    """What comes by itself leaves it out; who asks for such a script has it."""
    assert "week" in planned(whole)
    whole.tx(partial(people.set_rhythm, client_id=CLIENT, avoid=["week"]))
    whole.say(CLIENT, "/why")
    assert "week" not in planned(whole)
    whole.say(CLIENT, "/look_back")
    assert "Pass" in whole.sim.buttons(CLIENT)


def sealed(whole: Whole) -> None:
    whole.say(CLIENT, "/topics")
    assert "A question comes sealed" in whole.tap(CLIENT, "Let them come sealed")[-1]
    whole.until(EVENING)


def test_a_sealed_question_says_only_that_it_is_here(whole: Whole) -> None:
    """Nothing of it is in the message; a tap opens it with its own buttons, and it is answered as any other."""
    sealed(whole)
    assert whole.sim.texts(CLIENT)[-1] == "A question is here. A tap opens it, whenever you like."
    assert whole.sim.buttons(CLIENT) == ["Open", "Later"]
    opened = whole.tap(CLIENT, "Open")[-1]
    assert "?" in opened and "Pass" in whole.sim.buttons(CLIENT)
    whole.say(CLIENT, "a slow one")
    whole.pause(60)
    (one,) = whole.responses()
    assert [text.words for text in one.texts] == ["a slow one"]
    assert one.prompt and one.prompt in opened


def test_words_before_it_is_opened_answer_nothing(whole: Whole) -> None:
    """Nobody answers a question that they have not read: such words are a note."""
    sealed(whole)
    whole.say(CLIENT, "something quite different")
    whole.pause(60)
    (one,) = whole.responses()
    assert (one.reflection_id, one.prompt) == (None, "")


def test_a_question_that_was_asked_for_comes_open(whole: Whole) -> None:
    """Sealed is only what comes by itself; what is asked for stands there at once."""
    whole.tx(partial(people.set_rhythm, client_id=CLIENT, sealed=True))
    assert "?" in "\n".join(whole.say(CLIENT, "/mid_week"))
    assert "Pass" in whole.sim.buttons(CLIENT)


def test_nobody_opens_anothers_question(whole: Whole) -> None:
    """A forged number of somebody else's sealed question shows nothing of it."""
    sealed(whole)
    other = CLIENT + 1
    whole.with_client(other, "Tom")
    latest = max(message.id for message in whole.sim.messages(other) if message.out)
    whole.sim.tap_data(other, latest, "m:unseal:1")
    whole.pause(5)
    assert whole.sim.texts(other)[-1] == "That question is over; /now has one, whenever you like."


def test_more_is_asked_only_of_who_wants_it(whole: Whole) -> None:
    """Where such a script is live it can be wanted, and not wanted again; where none is, nothing is said."""
    whole.say(CLIENT, "/topics")
    assert "More may be asked" not in whole.sim.buttons(CLIENT)
    source = (whole.prompts / "en" / "stuck.md").read_text().replace("intensity: 2", "intensity: 3")
    whole.tx(partial(scripts.publish, script="stuck", language="en", source=source, author="x", now=MONDAY))
    assert "Questions that ask more of you do not come." in whole.say(CLIENT, "/topics")[-1]
    assert "may come, later in the work" in whole.tap(CLIENT, "More may be asked")[-1]
    assert facts(whole)[1]
    whole.tap(CLIENT, "Rather not more")
    assert not facts(whole)[1]


def test_the_last_rating_of_the_work_is_read_for_who_wants_more_asked(whole: Whole) -> None:
    """Level 3 depends on it: the plan of who opted in is made with what was rated last, and never fails on it."""
    whole.tx(partial(people.set_rhythm, client_id=CLIENT, challenge=True))
    assert pulse(whole) is None
    whole.begin("pulse")
    whole.tap(CLIENT, "4")
    whole.pause(30)
    assert pulse(whole) == 4


def pulse(whole: Whole) -> int | None:
    """The last rating of the work together, as the plan reads it."""

    def read(tx: Tx) -> int | None:
        me = people.client(tx, CLIENT)
        assert me is not None
        turn = Turn(tx, whole.clock.now(), -1, whole.house.config, "bot")
        return planning.facts(turn, me, whole.clock.now() + timedelta(days=7)).pulse

    return whole.tx(read)  # type: ignore[no-any-return]


def test_tone_and_length_are_chosen_by_a_tap(whole: Whole) -> None:
    """What holds is said; the next question comes by itself in that tone, and ends after one answer."""
    assert "Questions are said as they are written." in whole.say(CLIENT, "/topics")[-1]
    assert "with your name at the beginning" in whole.tap(CLIENT, "Warm")[-1]
    said = whole.tap(CLIENT, "One answer")[-1]
    assert "ends after one answer in your own words" in said
    assert "✓ Warm" in whole.sim.buttons(CLIENT) and "✓ One answer" in whole.sim.buttons(CLIENT)
    whole.until(EVENING)
    asked = next(one for one in reversed(whole.sim.texts(CLIENT)) if "?" in one)
    assert asked.startswith("Hello Ada.\n\n")
    before = len(whole.sim.texts(CLIENT))
    whole.say(CLIENT, "Slower than I had thought, and that was fine with me in the end of it all.")
    whole.pause(60)
    assert not [one for one in whole.sim.texts(CLIENT)[before:] if one.endswith("?")]
    whole.say(CLIENT, "/topics")
    assert "as they are written" in whole.tap(CLIENT, "As written")[-1]
