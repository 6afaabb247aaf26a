"""Words that say a danger outright are met first, wherever they are typed, and no setting takes them."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from small import seconds
from whole import CLIENT, COACH, Whole, sharing, whole_bot

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
STRANGER = 4711
WORDS = "I want to die"
NUMBER = "call your emergency number"
CARD = "This is a script: it cannot help in an emergency"


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach and a client who shares."""
    with whole_bot(tmp_path, start=MONDAY, practice=sharing) as made:
        yield made


@pytest.mark.parametrize(
    "command", ["/change", "/name", "/zone", "/days", "/hours", "/goals", "/reach", "/pause", "/erase"]
)
def test_no_setting_takes_words_of_danger(whole: Whole, command: str) -> None:
    """Where help is comes first, nothing is changed, the words are quoted nowhere and do not go to the coach."""
    whole.say(CLIENT, command)
    said = whole.say(CLIENT, WORDS)
    assert CARD in said[0] and NUMBER in said[0]
    assert "Tell Dana now" in str(whole.sim.chat(CLIENT).events)
    assert not any(WORDS in one for one in said)
    assert not any(WORDS in one for one in whole.sim.texts(COACH))
    assert "I want to die" not in " ".join(whole.say(CLIENT, "/menu"))


@pytest.mark.parametrize("command", ["/spark", "/name", "/change", "/days", "/nothing", "/rough_day"])
def test_words_of_danger_behind_a_command_are_met(whole: Whole, command: str) -> None:
    """The command is not done: where help is comes first, and nothing is quoted."""
    said = whole.say(CLIENT, f"{command} {WORDS}")
    assert CARD in said[0] and NUMBER in said[0]
    assert len(said) == 2
    assert not any(WORDS in one for one in said)


@pytest.mark.parametrize("command", ["", "/zone", "/profile", "/holiday"])
def test_a_coachs_own_words_of_danger_are_met(whole: Whole, command: str) -> None:
    """In a dialogue or out of it: where help is, with numbers, and nothing is changed or quoted."""
    if command:
        whole.say(COACH, command)
    said = whole.say(COACH, WORDS)
    assert NUMBER in said[0] and "findahelpline.com" in said[0]
    assert not any(WORDS in one for one in said)


BLEAK = ("nobody would miss me", "I am only a burden to all of them", "Niemand würde mich vermissen")


@pytest.mark.parametrize("words", BLEAK)
def test_a_coachs_own_bleak_words_are_met_with_numbers(whole: Whole, words: str) -> None:
    """Free, at a question, behind a command or as an edit: numbers, no overview, no echo; the question stands."""
    (said,) = whole.say(COACH, words)
    assert NUMBER in said and words not in said
    whole.say(COACH, "/zone")
    first, again = whole.say(COACH, words)
    assert NUMBER in first and "Still open" in again and words not in again
    whole.say(COACH, "/cancel")
    (behind,) = whole.say(COACH, f"/profile {words}")
    assert NUMBER in behind
    number = whole.sim.say(COACH, "thank you")
    whole.pause(60)
    whole.sim.edit(COACH, number, words)
    whole.pause()
    assert NUMBER in whole.sim.texts(COACH)[-1]


def test_bleak_words_of_a_coach_who_is_a_client_too_answer_no_question(whole: Whole) -> None:
    """The coach's question is closed as it was, and their words are met as a client's."""
    whole.with_coach(STRANGER, "Kim", "Paris")
    whole.say(COACH, "/invite")
    whole.start(STRANGER, whole.link(COACH))
    whole.tap(STRANGER, "Yes, share my answers with Dana")
    for words in ("1980", "Kim", "yes", "Paris"):
        whole.say(STRANGER, words)
    whole.say(STRANGER, "/profile")
    whole.tap(STRANGER, "Training")
    said = whole.say(STRANGER, BLEAK[0])
    assert "nothing is changed" in said[0] and BLEAK[0] not in "\n".join(said)
    assert any("where help is" in one or NUMBER in one for one in said[1:])


@pytest.mark.parametrize("words", ["Ada wants to kill herself", "note for Ada: I am only a burden, she said"])
def test_a_coachs_bleak_words_about_a_client_are_met_and_taken(whole: Whole, words: str) -> None:
    """Where help is comes first, and then what they would bring by themselves."""
    first, *rest = whole.say(COACH, words)
    assert NUMBER in first
    assert rest


def test_a_coachs_note_on_such_words_is_kept(whole: Whole) -> None:
    """What a coach notes of a client's words is met with where help is too, and taken all the same."""
    whole.say(COACH, "/note Ada")
    said = whole.say(COACH, "She said: I want to die")
    assert NUMBER in said[0]
    assert "I want to die" in " ".join(whole.say(COACH, "/notes Ada"))


def test_a_strangers_words_of_danger_are_met(whole: Whole) -> None:
    """Numbers first, each time, and that nothing is kept."""
    whole.person("Sam", STRANGER)
    for _ in range(2):
        said = whole.say(STRANGER, WORDS)
        assert said[0].startswith("It is not an emergency service") and NUMBER in said[0]
        assert "Nothing was kept" in said[0]


@pytest.mark.parametrize("steps", [0, 1])
def test_who_joins_is_met_first(tmp_path: Path, steps: int) -> None:
    """Before and after the agreement: where help is, then the same question, and no word of it quoted."""
    with whole_bot(tmp_path, start=MONDAY) as whole:
        whole.with_coach()
        whole.say(COACH, "/invite")
        whole.person("Ada", CLIENT)
        whole.start(CLIENT, whole.link(COACH))
        if steps:
            whole.tap(CLIENT, whole.sim.buttons(CLIENT)[1])
        said = whole.say(CLIENT, WORDS)
        assert NUMBER in said[0] and "findahelpline.com" in said[0]
        assert len(said) == 2
        assert not any(WORDS in one for one in said)


PLEAS = (
    "are you there? please help",
    "nobody would miss me",
    "hello? is anybody there",
    "Ist jemand da",
    "what now?",
    "who reads this?",
)


@pytest.mark.parametrize("words", PLEAS)
def test_a_plea_brings_help_again_for_a_day(whole: Whole, words: str) -> None:
    """On the day after such words a plea or a question is met with numbers; soon after quietly, no bare sign."""
    whole.say(CLIENT, WORDS)
    assert whole.say(CLIENT, words)
    seconds(whole, 400)
    assert any(NUMBER in one for one in whole.say(CLIENT, words))
    whole.until(MONDAY + timedelta(hours=20))
    assert any(NUMBER in one for one in whole.say(CLIENT, words))
    whole.until(MONDAY + timedelta(hours=30))
    later = whole.say(CLIENT, words)
    faint = words in PLEAS[:2]  # sounds like danger itself: it has the quiet line on any day
    calls = (
        words in PLEAS[2:4]
    )  # who asks whether anybody is there is told the truth, and numbers, on any day
    said = [one for one in later if not (faint and one.startswith("In heavy hours"))]
    assert any("112" in one for one in said) == calls


def test_an_earlier_question_does_not_hold_help_back(whole: Whole) -> None:
    """What asks before words of danger is no time at which where help is was said."""
    whole.say(CLIENT, "please let it be a good day")
    assert NUMBER in whole.say(CLIENT, WORDS)[0]


def test_an_edit_into_danger_says_where_it_goes(whole: Whole) -> None:
    """As words written anew: where help is, when it goes out, and a button that tells the coach now."""
    number = whole.sim.say(CLIENT, "my week was fine")
    whole.pause(60)
    whole.sim.edit(CLIENT, number, "I want to kill myself")
    whole.pause()
    card, said = whole.sim.texts(CLIENT)[-2:]
    assert NUMBER in card and "they go to Dana on" in said
    assert "Tell Dana now" in whole.sim.buttons(CLIENT)


@pytest.mark.parametrize(
    ("language", "told"), [("nl", 1), ("nl-BE", 1), ("fr", 1), ("es", 0), ("de-AT", 0), ("", 0)]
)
def test_a_language_without_a_list_is_said_to_the_coach_once(
    tmp_path: Path, language: str, told: int
) -> None:
    """Whose app is in a language without a full list: their coach reads it when the link is opened, once."""
    with whole_bot(tmp_path, start=MONDAY) as whole:
        whole.with_coach()
        whole.say(COACH, "/invite")
        whole.sim.person("Ada", CLIENT, language=language, started=True)
        whole.start(CLIENT, whole.link(COACH))
        whole.say(CLIENT, "hm")
        said = [one for one in whole.sim.texts(COACH) if "is in another language" in one]
        assert len(said) == told
        assert all(("only a beginning" in one) == (language == "fr") for one in said)
