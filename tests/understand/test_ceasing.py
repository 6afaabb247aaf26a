"""A stop in everyday words, of every tongue and dialect; and what only sounds like one."""

import pytest

from bot.core.talk.spoken import act_of, stops
from bot.core.understand.dialect import written


@pytest.mark.parametrize(
    "words",
    [
        *(
            "enough now, gotta go",
            "ok im done for today",
            "please stop texting me",
            "dont message me anymore",
        ),
        *("genug jetzt muss los", "das reicht mir jetzt", "hört bitte auf", "schreib mir nicht mehr bitte"),
        *("me basta x hoy", "suficiente x hoy", "no me mandes más mensajes", "deja de escribirme"),
        *("no quiero seguir con esto ahora", "para ya con las preguntas"),
        *("خلاص يكفي", "خلاص", "وقف الرسايل", "قلت لكم وقف الرسائل", "وقفوا الرسائل", "ابغى اوقف"),
        *("عايز اوقف الاسئلة", "كفاية كده", "لا ترسل لي شي", "بدي وقف شوي"),
    ],
)
def test_a_stop_in_everyday_words_asks_what_is_meant(words: str) -> None:
    """It is a stop as the plain word is, which asks: this one, everything, or an answer."""
    assert stops(words) and act_of(words) == "stop"


@pytest.mark.parametrize(
    "words",
    [
        *("i have had enough", "i dont write", "i cant write this now", "enough sleep", "i am so done"),
        *("is that enough?", "we stop at the lake", "i asked him to stop texting"),
        *("ich will nicht mehr weiter", "ich kann nicht mehr", "es reicht mir mit allem", "genug schlaf"),
        *("no puedo mas", "no quiero seguir", "ya no puedo seguir", "no escribo", "basta de todo"),
        *("I am enough", "I'm enough", "not texting", "not asking", "lo suficiente"),
        *("لا اريد ان اكمل", "ما عاد اقدر", "ابي اوقف التدخين", "الوقت وقف عندي", "ابي مريض"),
    ],
)
def test_what_tells_of_a_life_is_no_stop(words: str) -> None:
    """Who cannot go on, has had enough of a life, or tells of a stop, asks nothing of the bot by that."""
    assert not stops(words)


def test_spoken_arabic_is_read_as_it_is_written() -> None:
    """Words of the Gulf, the Levant and Egypt become those of the readers; "my father" stays one."""
    assert written("ابغى راحة لين الاحد") == "اريد راحه حتي الاحد"
    assert written("ابي اغير اسمي") == "اريد اغير اسمي"
    assert written("ابي مريض") == "ابي مريض"
    assert written("Ayer, Änne") == "ayer, anne"
