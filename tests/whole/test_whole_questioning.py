"""A coach asks a client a question of their own: the rules remark, it comes as theirs, and its answer is told."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from clocked import MONDAY, place, plans, said, timed_bot
from whole import CLIENT, COACH, Whole

from bot.store import people

EVENING = MONDAY.replace(hour=19, minute=15)
QUESTION = "what helped on Thursday?"


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """Ada's hours are Monday, Wednesday and Friday at 19:00 in Lisbon; Dana coaches from Berlin."""
    with timed_bot(tmp_path) as made:
        yield made


def last(whole: Whole, chat: int = COACH) -> str:
    return whole.sim.texts(chat)[-1]


def asked(whole: Whole, words: str = QUESTION) -> None:
    whole.say(COACH, f"ask Ada: {words}")
    whole.tap(COACH, "Yes, ask it")


def test_it_comes_as_the_coachs_and_its_answer_is_told_under_it(whole: Whole) -> None:
    """In free words a question is shown back, comes at the next hour as the coach's, and heads its answer."""
    assert whole.say(COACH, f"ask Ada: {QUESTION}")[-1] == (
        f"Ada reads it at their next hour, as a question from you:\n{QUESTION}"
    )
    assert plans(whole) and not any(row.body["kind"] == "assigned" for row in plans(whole))
    assert whole.tap(COACH, "Yes, ask it")[-1].startswith(
        "Ada: your question is set.\nIt comes at the next hour"
    )
    assert f"your question “{QUESTION}”" in whole.say(COACH, "/plan Ada")[-1]
    assert "Dana, your coach, asks it; you chose 19:00" in whole.say(CLIENT, "/why")[-1]
    whole.until(EVENING)
    assert said(whole)[-1].text == f"A question from Dana, if you like:\n\n{QUESTION}"
    assert {"Pass", "Later", "Enough for now"} <= set(whole.sim.buttons(CLIENT))
    whole.say(CLIENT, "the long way home by the river")
    whole.pause(120)
    assert "Keep these answers private" in whole.sim.buttons(CLIENT)
    told = whole.say(COACH, "/digest")
    text = "\n".join(told)
    assert text.index(QUESTION) < text.index("the long way home by the river")


def test_a_private_answer_stays_private(whole: Whole) -> None:
    """The answer to a coach's own question is the client's: kept private, the coach never reads it."""
    asked(whole)
    whole.until(EVENING)
    whole.say(CLIENT, "the long way home by the river")
    whole.pause(120)
    whole.tap(CLIENT, "Keep these answers private")
    assert "river" not in "\n".join(whole.say(COACH, "/digest"))


def test_errors_block_and_warnings_are_shown(whole: Whole) -> None:
    """What the rules call an error cannot go, and says why; a warning is shown beside it, and it may go."""
    whole.say(COACH, "/ask Ada: You should rest. What helped?")
    assert last(whole).startswith("Ada: this question cannot go so. Write it another way:")
    assert "“You should”: It gives advice." in last(whole) and "Yes, ask it" not in whole.sim.buttons(COACH)
    whole.say(COACH, "What always helps!")
    assert "An exclamation mark." in last(whole) and "“always”: It leaves no exception." in last(whole)
    whole.tap(COACH, "Write it another way")
    assert whole.say(COACH, "what helps?")[-1].endswith("as a question from you:\nwhat helps?")
    whole.say(COACH, "yes")
    assert last(whole).startswith("Ada: your question is set.")
    whole.tap(COACH, "Undo")
    assert last(whole) == "Taken back: Ada: your question “what helps?”.\nAda was not told of it."


def test_a_name_inside_the_question_is_a_part_of_it(whole: Whole) -> None:
    """A question that names somebody goes word for word, signs and braces too."""
    words = "what would Ada of *ten* years from now {{ name }} say, <b>kindly</b>?"
    whole.say(COACH, f"/ask {words}")
    assert words in last(whole)
    whole.tap(COACH, "Yes, ask it")
    whole.until(EVENING)
    assert said(whole)[-1].text.endswith(f"\n\n{words}")


def test_from_the_card_by_a_button(whole: Whole) -> None:
    """The card's button asks for the question of that client."""
    whole.say(COACH, "/client Ada")
    assert whole.tap(COACH, "A question for them")[-1].startswith("What would you like to ask Ada?")
    whole.say(COACH, QUESTION)
    whole.tap(COACH, "Yes, ask it")
    assert last(whole).startswith("Ada: your question is set.")


def test_whom_it_is_for_is_asked(whole: Whole) -> None:
    """With two clients and no name it is asked whom the question is for, and the words are kept."""
    whole.with_client(3001, "Ben")
    assert whole.say(COACH, f"/ask {QUESTION}")[-1] == "Whom is it about?"
    whole.tap(COACH, "Ben")
    assert last(whole) == f"Ben reads it at their next hour, as a question from you:\n{QUESTION}"


def test_twice_not_for_me_does_not_end_all_questions(whole: Whole) -> None:
    """Two questions that were not for the client are no reason to say that none come any more."""
    for day in (0, 2):
        asked(whole, f"what helped{' then' * day}?")
        whole.until(EVENING + timedelta(days=day))
        whole.say(CLIENT, "the river")
        whole.pause(120)
        whole.tap(CLIENT, "Not for me")
    assert "no longer comes" not in "\n".join(whole.sim.texts(CLIENT))
    assert "Off, as" not in whole.say(COACH, "/client Ada")[-1]


def test_in_the_clients_own_language(tmp_path: Path) -> None:
    """A client who reads German is told in German whose question it is; the question stays as it was written."""
    with timed_bot(tmp_path, language="de", scripts=("spark",)) as whole:
        place(tmp_path / "prompts", "en", ("spark",))
        asked(whole, "Was half am Donnerstag?")
        whole.until(EVENING)
        assert said(whole)[-1].text == "Eine Frage von Dana, wenn du magst:\n\nWas half am Donnerstag?"


def test_newer_words_take_a_questions_place_by_a_tap_alone(whole: Whole) -> None:
    """A yes behind other words asks neither; the first can be kept. A line that names its client begins anew."""
    whole.say(COACH, f"/ask Ada: {QUESTION}")
    whole.say(COACH, "and how was the evening?")
    assert whole.sim.buttons(COACH)[:2] == ["Ask this instead", "Keep the draft"]
    whole.say(COACH, "yes")
    assert not any("your question is set" in one for one in whole.sim.texts(COACH))
    assert whole.tap(COACH, "Keep the draft")[-1].endswith(QUESTION)
    assert whole.say(COACH, "yes")[-1].startswith("Ada: your question is set.")
    whole.say(COACH, "/ask Ada")
    assert whole.say(COACH, "ask Ada: what was new?")[-1].endswith("\nwhat was new?")


def test_whether_a_question_came_is_known(whole: Whole) -> None:
    """A coach who asks whether somebody got their question reads when it was given, alike before and after."""
    asked(whole, "what helped?")
    assert "your question: given on Mon 23 Nov" in whole.say(COACH, "did Ada get my question?")[-1]
    whole.until(EVENING + timedelta(minutes=30))
    assert "your question: given on Mon 23 Nov" in whole.say(COACH, "did Ada get my question?")[-1]


def test_a_question_in_another_language_says_so(whole: Whole) -> None:
    """The reason that it cannot go is the language, and is named."""
    whole.tx(partial(people.change_client, client_id=CLIENT, language="es"))
    said_back = whole.say(COACH, "ask Ada: what helped your voice when it trembled?")[-1]
    assert "It is in another language than the one they read here." in said_back
    assert "can be mended" not in said_back
