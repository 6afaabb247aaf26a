"""An edit: nothing where no word changes, a command where it makes one of a typo, else other words."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from small import kept, seconds, small_bot
from test_whole_signs import said, sign
from whole import ADMIN, CLIENT, COACH, Whole

from bot.store import people

pytestmark = pytest.mark.usefixtures("intake")  # asked for, and brought

GUEST = 3500


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    with small_bot(tmp_path) as made:
        yield made


def edit(whole: Whole, message: int, words: str, chat: int = CLIENT) -> list[str]:
    """Somebody edits; what the bot says then."""
    before = len(whole.sim.texts(chat))
    whole.sim.edit(chat, message, words)
    seconds(whole, 3)
    return whole.sim.texts(chat)[before:]


def again(whole: Whole, message: int, chat: int = CLIENT) -> list[str]:
    """Telegram says "edited" of a message that reads as it did; what the bot says then."""
    before, body = len(whole.sim.texts(chat)), whole.sim.chat(chat).messages[message].body
    whole.sim.raw({"edited_message": {**body, "edit_date": int(whole.clock.now().timestamp())}})
    seconds(whole, 3)
    return whole.sim.texts(chat)[before:]


def state(whole: Whole) -> str:
    found: Any = whole.tx(partial(people.client, client_id=CLIENT))
    return str(found.state)


def test_an_edit_with_the_same_words_changes_nothing(whole: Whole) -> None:
    """Of words, a caption, a command, a name for a setting, and of an edit: nothing is said, kept or done again."""
    whole.say(CLIENT, "/week")
    answer, photo = said(whole, "one answer"), whole.sim.photo(CLIENT, caption="the sea")
    seconds(whole, 60)
    command = said(whole, "/menu")
    typo = said(whole, "/meun")
    edit(whole, typo, "/menu")
    seconds(whole, 10)
    before, signed = kept(whole), len(whole.sim.calls("setMessageReaction"))
    for message in (answer, photo, command, typo):
        assert again(whole, message) == []
    assert len(whole.sim.calls("setMessageReaction")) == signed
    assert kept(whole) == before
    assert not any(one.edited for one in whole.responses())
    whole.person("Bo", GUEST)
    for chat, words in ((COACH, "/clients"), (COACH, "hello"), (ADMIN, "/scripts"), (GUEST, "hello")):
        message = whole.sim.say(chat, words)
        seconds(whole, 3)
        assert again(whole, message, chat) == []


def test_an_edit_that_makes_a_command_of_a_typo_is_that_command(whole: Whole) -> None:
    """Of a mistyped command and of words that were kept: it is done, that is said, and no word is lost."""
    typo = said(whole, "/meun")
    first, second = edit(whole, typo, "/menu")
    assert "makes a command" in first
    assert "Lisbon" in second
    assert kept(whole) == []
    note = said(whole, "wyh")
    first, *_ = edit(whole, note, "/why")
    assert "makes a command" in first
    assert "stays kept" in first
    assert kept(whole) == ["wyh"]


def test_a_coach_and_an_admin_edit_a_typo_too(whole: Whole) -> None:
    """What they mistyped is done once it is a command, and any other change of theirs is answered once."""
    message = whole.sim.say(COACH, "/clinets")
    seconds(whole, 3)
    first, second = edit(whole, message, "/clients", COACH)
    assert "makes a command" in first
    assert "Ada" in second
    message = whole.sim.say(ADMIN, "/scirpts")
    seconds(whole, 3)
    assert "makes a command" in edit(whole, message, "/scripts", ADMIN)[0]
    for chat in (COACH, ADMIN):
        message = whole.sim.say(chat, "hello")
        seconds(whole, 3)
        (told,) = edit(whole, message, "hello there", chat)
        assert "does nothing here" in told
        assert edit(whole, message, "hello there, you", chat) == []
        assert sign(whole, message, chat) == "👌"


def test_stop_by_an_edit_never_leads_on(whole: Whole) -> None:
    """An answer that is edited into "stop" is asked about, and so is a note; no question follows."""
    whole.say(CLIENT, "/week")
    message = said(whole, "sotp")
    (asked,) = edit(whole, message, "Stop.")
    assert asked.startswith("Stop this one, stop everything, or was that your answer? No answer is needed")
    before = len(whole.sim.texts(CLIENT))
    seconds(whole, 120)
    assert len(whole.sim.texts(CLIENT)) == before
    whole.tap(CLIENT, "It was my answer")
    seconds(whole, 60)
    assert kept(whole) == ["Stop."]
    whole.tap(CLIENT, "Enough for now")
    note = said(whole, "stp")
    line, asked = edit(whole, note, "stop")
    assert line == "What you wrote reads “stop” now; what it said before is kept beside it."
    assert "Stop everything?" in asked
    whole.tap(CLIENT, "Yes, stop everything")
    assert state(whole) == "stopped"


def test_a_button_by_an_edit_does_what_the_button_does(whole: Whole) -> None:
    """An answer that is edited into "pass" is passed, and the next question comes."""
    whole.say(CLIENT, "/week")
    message = said(whole, "pas")
    assert "What else" in edit(whole, message, "pass")[-1]
    assert whole.responses()[0].state == "passed"


def test_a_change_of_what_was_not_kept_is_told_once(whole: Whole) -> None:
    """Its writer reads that it is not kept; a further change gets a sign, and nothing is kept."""
    command = said(whole, "/help")
    assert "not kept" in edit(whole, command, "a secret")[0]
    assert edit(whole, command, "a greater secret") == []
    assert sign(whole, command) == "👌"
    assert kept(whole) == []


def test_before_the_agreement_an_edit_keeps_nothing(whole: Whole) -> None:
    """Who has not agreed yet reads again that nothing is kept; edits agree to nothing."""
    whole.person("Bo", GUEST)
    message = whole.sim.say(GUEST, "hello")
    seconds(whole, 3)
    assert "Nothing you write here is kept" in edit(whole, message, "hello, a secret", GUEST)[0]
    whole.say(COACH, "/invite")
    whole.start(GUEST, whole.link(COACH))
    message = whole.sim.say(GUEST, "what is this")
    seconds(whole, 3)
    assert "nothing that you write here is kept" in edit(whole, message, "yes", GUEST)[0]
    whole.tap(GUEST, whole.sim.buttons(GUEST)[0])
    whole.say(GUEST, "Bo")
    assert kept(whole, GUEST) == []


def test_words_that_wait_for_a_yes_wait_as_they_read_now(whole: Whole) -> None:
    """A mistyped command is edited into words, and then kept by the button: as it reads by then."""
    message = said(whole, "/shrug I feel odd")
    assert edit(whole, message, "I feel odd") == []
    assert sign(whole, message) == "👌"
    whole.tap(CLIENT, "Keep it as I wrote it")
    assert kept(whole) == ["I feel odd"]


def test_a_place_put_right_while_joining_is_taken(whole: Whole) -> None:
    """Who joins and puts right what they answered goes on with it."""
    whole.person("Bo", GUEST)
    whole.say(COACH, "/invite")
    whole.start(GUEST, whole.link(COACH))
    whole.tap(GUEST, whole.sim.buttons(GUEST)[0])
    whole.tap(GUEST, whole.sim.buttons(GUEST)[0])  # born long ago
    whole.say(GUEST, "Bo")
    whole.tap(GUEST, "Yes")
    message = whole.sim.say(GUEST, "qqqqqq")
    seconds(whole, 3)
    assert "Lisbon" in edit(whole, message, "Lisbon", GUEST)[0]


def test_a_typed_pass_that_becomes_words_is_an_answer(whole: Whole) -> None:
    """The sign says that they are kept, and the coach gets them as an answer: nothing is passed any more."""
    whole.say(CLIENT, "/now")
    whole.tap(CLIENT, whole.sim.buttons(CLIENT)[0])
    passed = whole.sim.say(CLIENT, "Pass")
    seconds(whole, 30)
    edit(whole, passed, "the letter lay there")
    states = [(one.state, one.texts[0].words) for one in whole.responses() if one.texts]
    assert ("answered", "the letter lay there") in states
    whole.say(COACH, "/digest")
    seconds(whole, 60)
    assert "the letter lay there" in "\n".join(whole.sim.texts(COACH))
