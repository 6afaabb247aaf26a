"""Words that nothing else reads and that may be for the bot: asked about, private until their writer says so."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from small import kept, me, small_bot
from whole import CLIENT, Whole

from bot.core.understand.addressed import addressed

ASKED = "Was that meant for the bot?"


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    with small_bot(tmp_path) as made:
        yield made


def test_words_that_may_be_for_the_bot_are_asked_about(whole: Whole) -> None:
    """No next question follows; kept as written they are the answer, left alone they are private and stay so."""
    whole.say(CLIENT, "/week")
    said = whole.say(CLIENT, "turn the messages down a notch")
    assert said[-1].startswith(ASKED)
    whole.tap(CLIENT, "Keep it as I wrote it")
    assert kept(whole) == ["turn the messages down a notch"]
    whole.until(whole.clock.now() + timedelta(minutes=1))
    whole.say(CLIENT, "move the questions a bit")
    whole.until(whole.clock.now() + timedelta(minutes=16))
    assert any("It is kept for you alone; /answers changes that." in one for one in whole.sim.texts(CLIENT))
    assert [one.visibility for one in whole.responses()] == ["session", "private"]
    assert me(whole).state == "active"


def test_without_a_question_it_is_asked_in_place_of_a_sign(whole: Whole) -> None:
    """A puzzled question to the bot is no note for the coach."""
    assert whole.say(CLIENT, "why thursday tho you said monday?")[-1].startswith(ASKED)
    whole.say(CLIENT, "The walk home was long")
    assert [one.visibility for one in whole.responses()] == ["private", "session"]


@pytest.mark.parametrize(
    "words",
    [
        *(
            "why is it always me?",
            "I want to end it on a good note",
            "I'm afraid of the silence after a question",
        ),
        *("ich habe ihn mit fragen gelöchert", "¿qué sentido tiene mi vida?", "لماذا انا هكذا؟"),
        *("show up", "give more", "stop saying yes", "gib nicht auf", "zeig dich", "Stopp sagen"),
        *("Stop it, he said", "pon límites", "haz menos", "para mi hijo", "غير رأيي"),
        *("The letter lay there. Why did it?", "Stop it, he said, and meant me and nobody else at all"),
    ],
)
def test_what_tells_of_a_life_is_left_alone(words: str) -> None:
    """In the first person, in two sentences, or with words that are no matter of the bot's."""
    assert addressed(words, "Dana", talking=True) == ""


@pytest.mark.parametrize(
    ("words", "matter"),
    [
        *(("delete that 2 please", "delete"), ("what happens to my answers?", "help")),
        *(("lösch die antwort mit genug", "delete"), ("stell die fragen mal anders", "help")),
        *(("stop it already", "stop"), ("para ya con eso", "stop")),
        *(("cambia las preguntas", "help"), ("احذف الرسالة", "delete"), ("غير اللغة", "setting")),
    ],
)
def test_orders_and_questions_of_its_matters_are_read_by_their_form(words: str, matter: str) -> None:
    """In each language, with what they may be about."""
    assert addressed(words, "Dana", talking=True) == matter
