"""What a coach asks in free words and misspelt names: plain ones are answered."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from small import seconds
from whole import COACH, Whole, whole_bot

from bot.core.understand import desk, names

REGULA, TOM, ANNA, LENZ = 3001, 3002, 3003, 3004
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def four(whole: Whole) -> None:
    """A coach with four clients, two of them called Anna."""
    whole.with_coach()
    for number, name in ((REGULA, "Regula"), (TOM, "Tom"), (ANNA, "Anna Wells"), (LENZ, "Anna Lenz")):
        whole.with_client(number, name)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """Sessions with Tom and with Anna Wells in December."""
    with whole_bot(tmp_path, start=MONDAY, practice=four) as made:
        made.say(COACH, "/session Tom 2026-12-01 15:00 once")
        made.say(COACH, "/session Anna Wells 2026-12-02 15:00 once")
        yield made


def last(whole: Whole) -> str:
    return whole.sim.texts(COACH)[-1]


@pytest.mark.parametrize(
    "words",
    [
        "when do I see Tom next?",
        "wann sehe ich Tom?",
        "When am I meeting Tom",
        "next session with Tom",
        "متى أرى Tom",
    ],
)
def test_when_a_client_is_next_is_answered(whole: Whole, words: str) -> None:
    """The coming sessions with that client, and no other's."""
    said = whole.say(COACH, words)[-1]
    assert "Tom · Tue 1 Dec" in said and "Anna" not in said


@pytest.mark.parametrize("words", ["has Anna Wells read my note?", "Hat Anna Wells meine Nachricht gelesen?"])
def test_whether_something_was_read_is_answered_truly(whole: Whole, words: str) -> None:
    """Nobody can know whether it was read; what went is said with its instant."""
    said = whole.say(COACH, words)[-1]
    assert said.startswith("Nothing of your own words went to Anna Wells.")
    assert "Telegram tells nobody whether a message was read" in said
    whole.sim.say(ANNA, "the first snow")
    whole.pause()
    whole.say(COACH, "/digest Anna Wells")
    seconds(whole, 30)
    whole.tap(COACH, "Thank")
    assert "your thanks: It goes to Anna Wells in a minute" in whole.say(COACH, words)[-1]
    seconds(whole, 120)
    assert "your thanks: went on Mon 23 Nov" in whole.say(COACH, words)[-1]


@pytest.mark.parametrize(
    "words", ["who has not answered?", "Wer hat nicht geantwortet?", "who hasn't written yet"]
)
def test_who_is_quiet_is_answered_without_blame(whole: Whole, words: str) -> None:
    """Nobody is said not to have answered, who may have done so for themself."""
    said = whole.say(COACH, words)[-1]
    assert said.startswith("Nobody has been quiet for long.")
    assert "keeps private is not seen here" in said


@pytest.mark.parametrize("words", ["How is Regulla doing?", "how is regula doing", "/client Regulla"])
def test_a_misspelt_name_opens_the_card(whole: Whole, words: str) -> None:
    """A name in any case, and one letter too many, is that client."""
    assert whole.say(COACH, words)[-1].startswith("Regula · active")


@pytest.mark.parametrize(
    "command", ["session", "assign", "ask", "suggest", "goals", "ending", "note", "handover"]
)
@pytest.mark.parametrize("words", ["anna wels", "ANNA WELLS"])
def test_a_misspelt_name_is_not_the_other_of_that_name(whole: Whole, command: str, words: str) -> None:
    """ "anna wels" is Anna Wells and not Anna Lenz, for every command that takes a name."""
    whole.say(COACH, f"/{command} {words}")
    shown = last(whole) + " ".join(whole.sim.buttons(COACH))
    assert "Regula" not in shown and "Anna Lenz" not in shown


def test_the_card_for_clients_is_shown_back_before_it_is_read(whole: Whole) -> None:
    """Free words stand on the profile only after a yes; what was asked in between by mistake does not."""
    whole.say(COACH, "/profile")
    whole.tap(COACH, "Training")
    said = whole.say(COACH, "where is the digest of Tom")[-1]
    assert said.startswith("Clients will read: Training: where is the digest of Tom")
    whole.tap(COACH, "Change it")
    whole.say(COACH, "Coaching diploma")
    assert "Coaching" not in whole.say(REGULA, "/about")[-1]
    whole.say(COACH, "yes")
    assert "Training: Coaching diploma" in whole.say(REGULA, "/about")[-1]


def test_the_likest_name_is_meant() -> None:
    """Of names that are nearly alike the likest one, with what stands beside it; a short word is none."""
    known = [(1, "Anna Wells"), (2, "Anna Lenz"), (3, "Regula")]
    assert [(one.ids, one.rest) for one in names.named("Ana Wells tue 15:00", known)] == [((1,), "tue 15:00")]
    assert [(one.ids, one.rest) for one in names.nearly("tuesday with regulla", known)] == [((3,), "tuesday")]
    assert names.nearly("on the way", known) == names.misspelt("on the way", known) == ()
    assert desk.errand("when do I see Tom").verb == "when"


@pytest.mark.parametrize(
    "command", ["note", "notes", "session", "assign", "ask", "goals", "suggest", "ending"]
)
def test_an_archived_client_is_not_said_to_be_nobody(whole: Whole, command: str) -> None:
    """Who is archived and named is said to be so, with a way back; nobody else is taken for them."""
    whole.say(COACH, "/client Regula")
    whole.tap(COACH, "Archive")
    said = whole.say(COACH, f"/{command} Regula")[-1]
    assert said == "Regula is archived; this works once they are back."
    whole.tap(COACH, "Bring back")
    assert "Regula" in whole.say(COACH, f"/{command} Regula")[-1]


def test_an_archive_and_a_yes_to_goals_are_taken_back(whole: Whole) -> None:
    """Both have an Undo, and /takeback names them with the client's name."""
    whole.say(COACH, "/client Regula")
    whole.tap(COACH, "Archive")
    assert (
        whole.say(COACH, "/takeback")[-1] == "Taken back: Regula was archived.\nRegula is in the lists again."
    )
    assert "Regula · active" in whole.say(COACH, "/clients")[-1]
    whole.say(REGULA, "/ourgoals")
    whole.say(REGULA, "Sleep - lights out at ten")
    whole.say(COACH, "/goals Regula")
    whole.tap(COACH, "Yes, these are ours")
    said = whole.tap(COACH, "Undo")[-1]
    assert (
        said == "Taken back: Regula: you agreed to the goals.\nThe goals of Regula wait for your yes again."
    )
    assert "Dana has not confirmed it" in whole.say(COACH, "/goals Regula")[-1]
