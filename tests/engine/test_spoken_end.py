"""A stop at the end of a short message is heard; a story that ends so is not."""

import pytest

from bot.core.talk.spoken import act_of, stops


@pytest.mark.parametrize(
    "words",
    [
        "I don't want this any more, please stop",
        "Mir reicht's. Bitte stopp!",
        "Ich mag das nicht mehr, bitte aufhören",
        "لا أريد هذا بعد الآن، توقف",
        "enough. stop everything",
        "please stop",
        "No quiero esto más, por favor para",
        "Ya basta. Para.",
        "quiero darme de baja",
        "BAJA",
        "no más preguntas por favor",
        "quiero parar por una semana",
        "Déjame en paz",
    ],
)
def test_a_short_message_that_ends_with_a_stop_asks_for_one(words: str) -> None:
    """What is said before it gives the reason, in each language."""
    assert stops(words)


@pytest.mark.parametrize(
    "words",
    [
        "Stop it, he said",
        "he said: please stop",
        "para ya, dijo él",
        "la presión baja por la noche",
        "para mí fue mucho",
        "I told him, please stop",
        "the bus, the last stop of the line",
        "I asked my mother and she answered, and we talked for a long long time about it, stop",
        "yes, no",
        ",",
    ],
)
def test_a_story_with_a_stop_in_it_asks_for_none(words: str) -> None:
    """Others' words, a long story, a stop that is a place, and no clause at all."""
    assert not stops(words)


@pytest.mark.parametrize(
    ("words", "act"),
    [
        *(
            ("Pasar", "pass"),
            ("siguiente pregunta", "pass"),
            ("prefiero no contestar", "pass"),
            ("omitir.", "pass"),
        ),
        *(("luego", "later"), ("más tarde", "later"), ("mas tarde", "later"), ("ahora no, gracias", "later")),
        *(("otra pregunta", "other"), ("¿otra pregunta, por favor?", "other"), ("pausa", "pause")),
        *(
            ("eso es todo", "done"),
            ("¡Ya está!", "done"),
            ("mañana", "snooze:tomorrow"),
            ("manana", "snooze:tomorrow"),
        ),
        *(("la próxima semana", "snooze:week"), ("esta noche", "snooze:evening"), ("todo", "halt:all")),
        *(
            ("solo esta", "halt:one"),
            ("era mi respuesta", "halt:mine"),
            ("sigue", "halt:no"),
            ("he vuelto", "hold done"),
        ),
        *(("la casa de mi hermana", None), ("paso mucho tiempo sola", None), ("para mi madre", None)),
    ],
)
def test_what_stands_on_the_buttons_is_known_in_spanish(words: str, act: str | None) -> None:
    """With and without accents, with courtesy; a sentence with such a word is an answer."""
    assert act_of(words) == act
