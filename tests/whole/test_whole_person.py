"""A person is asked for, or nothing more is wanted: what the client reads, and what goes to nobody."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from small import small_bot
from whole import CLIENT, COACH, Whole

from bot.store import people

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """Ada is with Dana and shares; nothing is open."""
    with small_bot(tmp_path, start=MONDAY) as made:
        yield made


@pytest.mark.parametrize("opened", [False, True])
@pytest.mark.parametrize(
    "words", ["can dana give me a call", "kann ich mit einem menschen reden?", "que me llame dana"]
)
def test_who_asks_for_a_person_reads_when_the_coach_gets_it(whole: Whole, words: str, opened: bool) -> None:
    """With a question open or none: no answer to it, when Dana gets it, and a tap that tells Dana now."""
    if opened:
        whole.say(CLIENT, "/now")
    said = whole.say(CLIENT, words)
    assert any("Dana does not read here in between" in one for one in said)
    assert not any(f"“{words}”" in one for one in said)
    assert "Tell Dana now" in whole.sim.buttons(CLIENT)


def test_who_wants_somebody_else_is_not_sent_to_the_coach(whole: Whole) -> None:
    """No button tells Dana, nothing is kept for Dana, and where help is stands there."""
    (said,) = whole.say(CLIENT, "can I talk to someone other than Dana?")
    assert (
        said.startswith("Nobody else reads here, and no notice goes out for this question.")
        and "/help" in said
    )
    assert not any("Dana" in one for one in whole.sim.buttons(CLIENT))


def test_whether_anybody_is_there_is_answered(whole: Whole) -> None:
    """Nobody reads now; after a card, with what became of the notice; and where help is."""
    (said,) = whole.say(CLIENT, "is anybody there?")
    assert "nobody is reading this right now. Dana is told nothing of this question." in said
    whole.say(CLIENT, "I want to die")
    said = "\n".join(whole.say(CLIENT, "is anybody there?"))
    assert "nobody is reading this right now" in said and "notice without your words" in said


def test_a_wish_for_a_time_is_never_the_whole_stop(whole: Whole) -> None:
    """ "Leave me alone for now": a week is offered, and that is what silence takes; Dana reads of no stop."""
    (said,) = whole.say(CLIENT, "actually can u just leave me alone for now")
    assert "it then counts by" in said and "Stop everything" not in said
    whole.until(MONDAY + timedelta(hours=3))
    assert whole.tx(partial(people.client, client_id=CLIENT)).state == "paused"
    assert not any("stopped" in one for one in whole.sim.texts(COACH))


def test_done_for_today_is_no_week(whole: Whole) -> None:
    """Today is offered, and that is what silence takes."""
    (said,) = whole.say(CLIENT, "ok im done for today")
    assert "it then counts by" in said
    whole.until(MONDAY + timedelta(hours=3))
    me = whole.tx(partial(people.client, client_id=CLIENT))
    assert me.state == "paused" and me.paused_until < MONDAY + timedelta(days=1)


@pytest.mark.parametrize(
    "words",
    [
        "I just need it to stop now",
        "I just need it to end now",
        "Dana can see this: I can't go on like this",
        "private: I can't go on like this",
    ],
)
def test_a_wish_that_sounds_like_danger_has_the_quiet_line_too(whole: Whole, words: str) -> None:
    """A stop, a rest, something shared or kept back: where help is stands above what is asked of it."""
    said = whole.say(CLIENT, words)
    assert said[0].startswith("In heavy hours: /help says where help is.") and len(said) == 2
    assert whole.tx(partial(people.client, client_id=CLIENT)).rhythm["still_until"]


def test_a_death_is_a_note_of_its_own(whole: Whole) -> None:
    """After weeks of silence, with an old question open: a note, no welcome, no menu."""
    whole.say(CLIENT, "/now")
    whole.until(MONDAY + timedelta(days=16))
    said = whole.say(CLIENT, "hey. been a while. dad died")
    assert any(one.startswith("Kept, as a note of yours.") for one in said)
    assert not any("Welcome back" in one or "kept under" in one for one in said)


@pytest.mark.parametrize("words", ["what was that about Ada?", "Was hat sie geschrieben?", "call ada"])
def test_a_coachs_question_about_a_notice_is_answered(whole: Whole, words: str) -> None:
    """What is known, when the words come, and that a call goes outside; it is not counted as seen."""
    whole.say(CLIENT, "I want to die")
    said = whole.say(COACH, words)[-1]
    assert said.startswith("No words of Ada are in the notice.") and "outside of this bot" in said
    assert not any("has seen the notice" in one for one in whole.sim.texts(CLIENT))


@pytest.mark.parametrize(
    "words", ["I've spoken with her, she is ok", "Ich habe mit ihr gesprochen, es geht ihr gut."]
)
def test_who_has_spoken_with_the_client_has_seen_the_notice(whole: Whole, words: str) -> None:
    """However far below the notice: the client reads it, and nothing comes once more."""
    whole.say(CLIENT, "I want to die")
    whole.say(COACH, "/clients")
    whole.say(COACH, words)
    assert any(one.startswith("Dana has seen the notice.") for one in whole.sim.texts(CLIENT))


def test_words_for_an_open_question_confirm_no_notice(whole: Whole) -> None:
    """What a coach writes into a note is kept there; the notice stays unseen, and the client reads nothing."""
    whole.say(CLIENT, "I want to die")
    whole.say(COACH, "/note Ada")
    assert whole.say(COACH, "Spoke with him about the job")[-1].startswith("Kept for you alone")
    assert not any("has seen the notice" in one for one in whole.sim.texts(CLIENT))
