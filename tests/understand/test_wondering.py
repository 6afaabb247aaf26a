"""Short questions about who reads, when, how safe it is and how to delete are known, in three languages."""

import pytest

from bot.core.understand.wondering import wondering

KNOWN = {
    "about": (
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
        *("wann liest Dana das?", "Liest Dana das heute noch?", "wann antwortet Dana?"),
        *("when does Dana read this?", "will my coach reply?", "متى تقرأ Dana هذا؟"),
    ),
    "seen": ("was sieht Dana von mir?", "was weiß Dana über mich?", "what can Dana see about me?"),
    "": (
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
