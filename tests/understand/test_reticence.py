"""Who says that they are not ready to write this passes; what only sounds like it is an answer."""

import pytest

from bot.core.talk.spoken import act_of

PASSES = (
    "not ready to write this",
    "I'm not ready to write about this yet",
    "something I am not ready to write",
    "Can't put it into words",
    "I can't write about it today",
    "too private",
    "that's too embarrassing to say",
    "prefer not to",
    "Ich bin noch nicht so weit",
    "Das möchte ich hier nicht aufschreiben",
    "dazu will ich nichts sagen",
    "etwas, wozu ich noch nicht bereit bin",
    "das ist mir zu persönlich",
    "لست مستعدة لكتابة هذا بعد",
    "غير جاهز للكتابة",
    "لا أريد الكتابة عن هذا",
)

ANSWERS = (
    "I'm not ready to leave my job",
    "I can't talk to him",
    "I can't say no to my mother",
    "we are not ready for the move",
    "too much",
    "I don't want to go there again",
    "das kann ich nicht mehr",
    "ich bin nicht bereit, das Haus zu verkaufen",
    "لست مستعدا للسفر",
)


@pytest.mark.parametrize("words", PASSES)
def test_who_is_not_ready_to_write_passes(words: str) -> None:
    """In three languages, however it is put."""
    assert act_of(words) == "pass"


@pytest.mark.parametrize("words", ANSWERS)
def test_what_tells_something_is_an_answer(words: str) -> None:
    """Not being ready for something else, or not being able to speak with somebody, is told and kept."""
    assert act_of(words) is None
