"""Inquiries: which short messages ask something plain of the bot, and which tell something."""

import pytest

from bot.core.understand.inquiry import inquiry

ASKED = {
    "away": (
        *("¿Está Dana de vacaciones?", "¿cuándo vuelve mi coach?", "¿Dana está fuera esta semana?"),
        *("is Dana away this week?", "is my coach on holiday", "when is Dana back?"),
        *("ist Dana im Urlaub?", "hat Dana nächste Woche Urlaub?"),
        *("wann kommt Dana zurück", "when does Dana come back", "هل مدربتي في إجازة؟"),
    ),
    "session": (
        *("¿cuándo veo a Dana?", "¿Cuándo hablo con mi coach?"),
        *("when do I see Dana again?", "when am I meeting with my coach next", "wann sehe ich Dana wieder"),
        *("when will Dana see me", "متى أرى مدربتي", "so when do we speak to Dana Keller?"),
    ),
    "seen": ("¿qué ve Dana?", "¿Qué ha leído mi coach?", "what did my coach see", "was liest meine "
    "Coach", "what does Dana know", "was hat Dana gesehen?"),
    "told": (
        *("¿se lo dijiste a Dana?", "¿Dana lee esto?", "¿ya lo leyó mi coach?", "¿le llegó a Dana?"),
        *("did you tell Dana?", "have you shown my answers to Dana", "can Dana see this", "has Dana seen this?"),
        *("did you tell her?", "does she know?", "has she read it yet?", "did Dana get my last answer"),
        *("hast du es ihr schon gesagt", "kann Dana das jetzt sehen", "sieht Dana das schon?", "weiß sie es?"),
        *("hast du es Dana gesagt?", "hat Dana meine letzte Antwort bekommen?", "ist das bei Dana angekommen?"),
        *("did you tell Dana about my brother?", "hast du Dana von meinem Bruder erzählt?", "did it go to Dana?"),
        *("هل ترى مدربتي هذا؟", "هل قرأت مدربتي هذا؟"),
    ),
    "next": (
        *("¿cuándo me escribes?", "¿cuándo sabré de ti?"),
        *("when do I hear from you", "wann meldest du dich", "when will you write to me again?"),
        *("wann höre ich wieder von dir", "متى تكتب لي"),
    ),
    "stands": ("¿está todo parado?", "¿estoy en pausa?", "is it stopped??", "have you stopped", "ist alles "
    "gestoppt?", "am I paused", "هل توقف كل شيء"),
    "write": (
        *("¿puedo escribir de noche?", "¿puedo escribirte a cualquier hora?"),
        *("can I write any time?", "can i write to you at night", "kann ich dir jederzeit schreiben"),
        *("wann darf ich schreiben?", "هل يمكنني أن أكتب في أي وقت؟"),
    ),
    "who": (
        *("¿quién es Dana?", "¿Quién es mi coach?"),
        *("who is Dana?", "wer ist Dana denn", "من هي مدربتي"),
        *("who is my coach", "who is Eva?", "Wer ist Eva Marek?"),
    ),
}  # fmt: skip

TOLD = (
    *("¿está mi madre de vacaciones?", "¿Cuándo veo a mi padre?", "¿puedo escribir un libro?"),
    *(
        "is Eva away this week?",
        "I wonder when I see Dana again",
        "when do I see my mother again?",
        "did you",
    ),
    *(
        "Dana can see this in me",
        "can Dana see me",
        "can I write a book about all that one day?",
        "is it",
        "who is calling?",
        "does she love me?",
        "she has seen it",
        "Who is Eva",
    ),
    *("whether I can say no to Dana when she asks me again on Tuesday, as she always does", "it stopped"),
)


@pytest.mark.parametrize(("topic", "words"), [(topic, one) for topic, all_ in ASKED.items() for one in all_])
def test_a_plain_question_is_read_whoever_asks_it(topic: str, words: str) -> None:
    """In three languages, with the coach's name or without it."""
    assert inquiry(words, "Dana Keller") == topic


@pytest.mark.parametrize("words", TOLD)
def test_what_tells_something_is_no_inquiry(words: str) -> None:
    """Other people, more than the question, or a thing of the client's own life."""
    assert inquiry(words, "Dana Keller") == ""


def test_a_letter_alone_names_no_coach() -> None:
    """Where a coach's name has an initial, that letter in a message is not them."""
    assert inquiry("is D away this week", "D Keller") == ""
