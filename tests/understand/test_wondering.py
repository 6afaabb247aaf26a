"""Short questions about who reads, when, how safe it is and how to delete are known, in four languages."""

import pytest

from bot.core.understand.wondering import wondering

KNOWN = {
    "about": (
        *(
            "¿Quién lee esto?",
            "¿Es confidencial?",
            "¿Dónde se guarda esto?",
            "¿Cómo puedo borrar una respuesta?",
        ),
        *(
            "Ist das vertraulich?",
            "Bleibt das unter uns?",
            "wie lösche ich eine Nachricht?",
            "wer kann das alles sehen?",
        ),
        *(
            "is it confidential what I write?",
            "how can I delete an answer?",
            "هل هذا سري؟",
            "كيف أحذف رسالة؟",
        ),
    ),
    "reads": (
        *("¿Cuándo lee Dana esto?", "¿Lee Dana esto hoy?", "¿Cuándo responde mi coach?"),
        *("wann liest Dana das?", "Liest Dana das heute noch?", "wann antwortet Dana?"),
        *("when does Dana read this?", "will my coach reply?", "متى تقرأ Dana هذا؟"),
    ),
    "seen": (
        "¿Qué ve Dana de mí?",
        "¿Qué sabe Dana de mí?",
        "was sieht Dana von mir?",
        "was weiß Dana über mich?",
        "what can Dana see about me?",
    ),
    "": (
        *("¿Qué hago con mi vida?", "¿Es esto lo que quiero?", "¿Sabe Dana quién es mi hermano?"),
        *(
            "wer bin ich?",
            "was will ich eigentlich?",
            "what is it about her?",
            "das ist vertraulich",
            "kann ich das?",
        ),
        *("Is this the way I want to live?", "the lake", "does Dana know my brother?", "was it safe?" * 9),
    ),
}


@pytest.mark.parametrize(("what", "words"), [(what, one) for what, those in KNOWN.items() for one in those])
def test_a_plain_question_is_known(what: str, words: str) -> None:
    """It is about the bot alone; what wonders about anything else is none."""
    assert wondering(words, "Dana") == what
