"""A short message that begins with what it asks of the coach is a request, and no answer to an open question."""

import pytest

from bot.core.understand.request import only_asks


@pytest.mark.parametrize(
    "words",
    [
        *("dile a Dana que mañana llego tarde", "¿Podemos mover la sesión al jueves?", "no puedo el martes"),
        *("tengo que cancelar la sesión del jueves", "avísale a mi coach que estoy enferma"),
        *(
            "kannst du Dana sagen, dass ich morgen später komme",
            "Frag sie bitte, ob wir das verschieben können",
        ),
        *(
            "gib Dana bitte Bescheid",
            "Ich muss die Sitzung am Dienstag absagen",
            "ich kann am Dienstag nicht",
        ),
        *(
            "can we move tuesday to wednesday 4pm?",
            "I am ill, cannot come next tuesday",
            "I can't do tuesday",
        ),
        *(
            "please let my coach know that I'm ill",
            "could we do wednesday instead?",
            "أريد إلغاء جلسة الثلاثاء",
        ),
        *("هل يمكنك أن تقول لـ Dana إنني مريض", "لا أستطيع الحضور يوم الثلاثاء"),
    ],
)
def test_a_request_to_the_coach_is_known_alone(words: str) -> None:
    """It asks to be told, or moves a session, whatever was asked."""
    assert only_asks(words, "Dana")


@pytest.mark.parametrize(
    "words",
    [
        *("no puedo más", "quiero cambiar mi vida", "no puedo dormir"),
        *("ich kann nicht mehr", "I can't do it any more", "I want to ask her if she loves me", "the lake"),
        *("I was ill on Tuesday and could not come", "Ich kann nicht schlafen", "I need to move house"),
        "ich muss Dienstag absagen, " + "und so war es auch beim letzten Mal " * 5,
    ],
)
def test_an_answer_is_no_request(words: str) -> None:
    """What tells of anything else, or tells long, answers the question in sight."""
    assert not only_asks(words, "Dana")
