"""The journal: every answer under its question, found, shared or not, put right and deleted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from whole import CLIENT, COACH, Whole, coach_and_client, whole_bot

from bot.store import digests, export


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """The same for each test, lived through once."""
    with whole_bot(tmp_path, coach_and_client) as made:
        yield made


def look_back(whole: Whole, *said: str) -> None:
    whole.begin("look-back")
    for words in said:
        whole.say(CLIENT, words)
        whole.pause(60)


def exported(whole: Whole) -> str:
    return str(whole.tx(lambda tx: export.client(tx, CLIENT)))


def test_each_answer_stands_under_its_question(whole: Whole) -> None:
    """/answers shows the exact question with the words, the newest first, under its day."""
    look_back(whole, "the lake at six in the morning", "that I said no on Tuesday")
    asked = [one.prompt for one in whole.responses()]
    page = whole.say(CLIENT, "/answers")[-1]
    assert page.index("that I said no") < page.index("the lake at six")
    assert all(one.split("\n\n")[-1] in page for one in asked)
    assert "Sat" in page


def test_pages_go_back_to_the_first_answer(whole: Whole) -> None:
    """Older and newer turn the same message, and every answer stands on one page."""
    for n in range(12):
        whole.say(CLIENT, f"thought number {n} of mine")
        whole.pause(700)
    seen = whole.say(CLIENT, "/answers")[-1]
    count = len(whole.sim.messages(CLIENT))
    for _ in range(2):
        whole.tap(CLIENT, "Older")
        seen += whole.sim.texts(CLIENT)[-1]
    assert all(f"thought number {n} of mine" in seen for n in range(12))
    assert len(whole.sim.messages(CLIENT)) == count
    assert "Older" not in whole.sim.buttons(CLIENT)
    whole.tap(CLIENT, "Newer")
    assert "Older" in whole.sim.buttons(CLIENT)


def test_words_are_found(whole: Whole) -> None:
    """Looking for a word shows the answers in which it stands, whatever the case, and says where there is none."""
    whole.say(CLIENT, "Café by the river")
    whole.pause(700)
    whole.say(CLIENT, "a train that was late")
    whole.pause(700)
    assert "train" not in whole.say(CLIENT, "/answers cafe")[-1]
    assert "Café by the river" in whole.sim.texts(CLIENT)[-1]
    whole.say(CLIENT, "/answers")
    whole.tap(CLIENT, "Look for words")
    assert "a train that was late" in whole.say(CLIENT, "TRAIN")[-1]
    assert len(whole.responses()) == 2
    assert "none" in whole.say(CLIENT, "/answers zebra")[-1]


def test_a_thought_written_while_words_are_looked_for_is_kept(whole: Whole) -> None:
    """What is longer than a word or two is no search: it is kept as it would have been."""
    whole.say(CLIENT, "first")
    whole.pause(700)
    whole.say(CLIENT, "/answers")
    whole.tap(CLIENT, "Look for words")
    whole.say(CLIENT, "today I walked home by the long way, and it was good to be alone for an hour")
    assert any("long way" in text.words for one in whole.responses() for text in one.texts)


def test_an_answer_opens_whole_and_changes_who_sees_it(whole: Whole) -> None:
    """A number opens it in the same message; the tap there makes it private, and the way back leads to the page."""
    whole.say(CLIENT, "a thought in between")
    whole.pause(60)
    whole.say(CLIENT, "/answers")
    whole.tap(CLIENT, "1")
    assert "shared" in whole.sim.texts(CLIENT)[-1]
    whole.tap(CLIENT, "Make it private")
    assert [one.visibility for one in whole.responses()] == ["private"]
    assert "private" in whole.sim.texts(CLIENT)[-1]
    whole.tap(CLIENT, "Back to the list")
    assert "1 🔒" in whole.sim.buttons(CLIENT)


def test_an_answer_is_put_right(whole: Whole) -> None:
    """New words take the place of a message; what it said before is kept as an edit; no note comes of it."""
    whole.say(CLIENT, "I met Tom on Monday")
    whole.pause(60)
    whole.say(CLIENT, "/answers")
    whole.tap(CLIENT, "1")
    whole.tap(CLIENT, "Correct it")
    whole.say(CLIENT, "I met Tom on Tuesday")
    (one,) = whole.responses()
    assert [text.words for text in one.texts] == ["I met Tom on Tuesday"]
    assert [edit.words for edit in one.texts[0].edits] == ["I met Tom on Monday"]


def test_of_several_messages_the_one_meant_is_put_right(whole: Whole) -> None:
    """An answer of several messages asks which."""
    whole.begin("look-back")
    for words in ("the first half of it", "the second half of it"):
        whole.say(CLIENT, words)
    whole.pause(60)
    whole.say(CLIENT, "/answers")
    whole.tap(CLIENT, "1")
    whole.tap(CLIENT, "Correct it")
    whole.tap(CLIENT, "the second half of it")
    whole.say(CLIENT, "the other half of it")
    one = next(one for one in whole.responses() if one.texts)
    assert [text.words for text in one.texts] == ["the first half of it", "the other half of it"]


def test_a_deleted_answer_is_nowhere(whole: Whole) -> None:
    """After Delete its words are in no answer, prompt, talk, digest or export, and its message leaves the chat."""
    look_back(whole, "quokka at noon", "the rest")
    whole.say(COACH, "/digest")
    whole.pause(10)
    assert "quokka" in exported(whole)
    whole.say(CLIENT, "/answers quokka")
    place = whole.sim.texts(CLIENT)[-1].count("quokka")
    assert place
    whole.tap(CLIENT, "2" if "2" in whole.sim.buttons(CLIENT) else "1")
    whole.tap(CLIENT, "Delete it")
    asked = whole.sim.texts(CLIENT)[-1]
    assert asked.startswith("Delete this answer for good?")
    assert "has reached Dana already" in asked
    said = whole.tap(CLIENT, "Delete it")[-1]
    assert said.startswith("Deleted here.")
    assert "quokka at noon" not in exported(whole)
    assert not any("quokka" in one.body for one in whole.tx(lambda tx: digests.of_client(tx, CLIENT)))
    own = [one.body.get("text", "") for one in whole.sim.messages(CLIENT) if not one.out]
    assert "quokka at noon" not in own
    assert "quokka" not in whole.say(CLIENT, "/answers")[-1]
    opened = max(
        one.id for one in whole.sim.messages(CLIENT) if "quokka at noon" in str(one.body) and one.out
    )
    whole.sim.tap_data(CLIENT, opened, "m:delete:1")
    whole.pause(5)
    assert whole.sim.texts(CLIENT)[-1].startswith("That answer is no longer here.")


def test_a_message_of_two_days_ago_stays_in_the_chat(whole: Whole) -> None:
    """Telegram lets no bot take it out any more: that is said, and it is erased here."""
    whole.say(CLIENT, "quokka at noon")
    whole.pause(3 * 24 * 3600)
    whole.say(CLIENT, "/answers quokka")
    whole.tap(CLIENT, "1")
    whole.tap(CLIENT, "Delete it")
    assert "until you delete it there too" in whole.tap(CLIENT, "Delete it")[-1]
    assert "quokka" not in exported(whole)


def test_what_is_taken_back_leaves_the_chat_and_the_prompts_that_repeat_it(whole: Whole) -> None:
    """/unsay erases a message also where a later question gives it back."""
    look_back(whole, "quokka at noon")
    whole.say(CLIENT, "/unsay")
    whole.tap(CLIENT, "Erase it")
    whole.say(CLIENT, "something else")
    whole.pause(60)
    assert "quokka" not in exported(whole)


def test_no_button_opens_another_clients_answer(whole: Whole) -> None:
    """A forged number of somebody else's answer opens, corrects and deletes nothing."""
    other = CLIENT + 1
    whole.say(CLIENT, "a thought in between")
    whole.pause(60)
    one = whole.responses()[0]
    whole.with_client(other, "Tom")
    latest = max(message.id for message in whole.sim.messages(other) if message.out)
    for act in ("entry", "see", "toggle", "correct", "delete"):
        whole.sim.tap_data(other, latest, f"m:{act}:{one.id}:private")
        whole.pause(5)
    assert "a thought in between" not in "\n".join(whole.sim.texts(other))
    assert whole.responses()[0] == one


def test_a_feeling_is_no_search(whole: Whole) -> None:
    """More than a word or two, written while words are looked for, is kept; a search that finds nothing says so."""
    whole.say(CLIENT, "first")
    whole.pause(700)
    whole.say(CLIENT, "/answers")
    whole.tap(CLIENT, "Look for words")
    whole.say(CLIENT, "I feel so alone tonight")
    assert any(text.words == "I feel so alone tonight" for one in whole.responses() for text in one.texts)
    assert (
        whole.say(CLIENT, "/answers zebra")[-1]
        == "Answers with “zebra”: none. It was looked for, and not kept."
    )


def test_words_of_danger_are_given_back_nowhere_in_the_journal(whole: Whole) -> None:
    """No list and no question before deleting, correcting or taking back repeats them; opened, they stand."""
    whole.say(CLIENT, "I want to die")
    whole.pause(60)
    assert "want to die" not in whole.say(CLIENT, "/answers")[-1]
    whole.tap(CLIENT, "1")
    assert "I want to die" in whole.sim.texts(CLIENT)[-1]
    for label in ("Correct it", "Delete it"):
        whole.say(CLIENT, "/answers")
        whole.tap(CLIENT, "1")
        assert "want to die" not in whole.tap(CLIENT, label)[-1]
        whole.tap(CLIENT, "Leave it as it is")
    assert "want to die" not in whole.say(CLIENT, "/unsay")[-1]


def test_a_typed_pass_is_a_pass(whole: Whole) -> None:
    """It stands in the journal as what it meant, not as words."""
    whole.begin("look-back")
    whole.say(CLIENT, "PASS.")
    whole.pause(30)
    page = whole.say(CLIENT, "/answers")[-1]
    assert "PASS" not in page and "passed" in page
