"""Wishes about how the bot asks, and questions about recordings and where words are kept, in four languages."""

import pytest

from bot.core.understand.custody import custody
from bot.core.understand.manner import manner

MANNERS = {
    "shorter": (
        *("preguntas más cortas por favor", "tus preguntas son demasiado largas"),
        *(
            "shorter questions please",
            "can you ask shorter questions?",
            "Your questions are too long",
            "please be briefer",
        ),
        *(
            "kürzere Fragen bitte",
            "deine Fragen sind zu lang",
            "kannst du kürzer fragen?",
            "أسئلة أقصر من فضلك",
        ),
    ),
    "kinder": (
        *("¿puedes ser más amable?", "suenas como un robot", "sé más amable por favor"),
        *(
            "can you be kinder",
            "please be warmer",
            "be nice to me",
            "you sound like a robot",
            "Don't be so cold",
        ),
        *(
            "could you be a bit friendlier?",
            "kannst du netter sein?",
            "sei bitte freundlicher",
            "du bist so kalt",
        ),
        *("هل يمكنك أن تكون ألطف", "كن ألطف من فضلك"),
    ),
    "fewer": (
        *("menos preguntas por favor", "demasiadas preguntas"),
        *(
            "fewer questions",
            "less questions please",
            "ask me less often",
            "too many questions",
            "you ask too much",
        ),
        *(
            "don't write so often",
            "weniger Fragen",
            "bitte seltener",
            "du fragst zu viel",
            "frag mich nicht so oft",
        ),
        *("أسئلة أقل", "لا تسأل كثيرا"),
    ),
    "more": ("more questions please", "can you ask me more often?", "mehr Fragen bitte", "أسئلة أكثر"),
    "nameless": (
        *("stop using my name", "please don't use my name", "don't call me by my name", "leave out my name"),
        *(
            "hör auf meinen Namen zu benutzen",
            "nenn mich nicht beim Namen",
            "توقف عن استخدام اسمي",
            "لا تستخدم اسمي",
        ),
    ),
    "otherwise": (
        *(
            "can you ask easier questions?",
            "use simpler words",
            "stop repeating what I say",
            "no emojis please",
        ),
        *("bitte einfachere Fragen", "hör auf mich zu zitieren", "أسئلة أسهل من فضلك"),
    ),
    "": (
        *(
            "be kinder to myself",
            "I ask too many questions of myself",
            "shorter days",
            "less stress please",
            "name it",
        ),
        *(
            "more sleep",
            "the kinder one",
            "meine Kinder",
            "fewer people around me, fewer questions from them",
            "more",
        ),
        *("she is too cold", "you know, my mother is so harsh", "لا أعرف", "question", "kind words " * 12),
    ),
}

CUSTODIES = {
    "files": (
        *(
            "can she hear my voice notes?",
            "who sees my photos?",
            "Can Dana listen to my recordings",
            "are my pictures kept?",
        ),
        *(
            "can you hear my voice messages",
            "does anyone look at my photos?",
            "hört sie meine Sprachnachrichten?",
        ),
        *("wer sieht meine Fotos?", "kann Dana meine Bilder sehen", "من يرى صوري؟", "هل تسمع دانا تسجيلاتي؟"),
    ),
    "stored": (
        *("can my boss see this?", "where is my data stored?", "is this encrypted?", "do you sell my data?"),
        *("does Telegram read this?", "can anyone else read what I write?", "is my data used to train AI?"),
        *("wo werden meine Daten gespeichert?", "kann mein Chef das lesen?", "liest das sonst noch jemand?"),
        *("هل بياناتي مشفرة؟", "هل يقرأ هذا أحد غيرها؟"),
    ),
    "": (
        *(
            "does my husband love me?",
            "can my mother hear me?",
            "who am I?",
            "I sent photos",
            "what is in the picture?",
        ),
        *(
            "can I see it",
            "my voice",
            "is my family safe where they are now",
            "was sieht sie in mir?",
            "photos " * 20,
        ),
    ),
}


@pytest.mark.parametrize(("what", "words"), [(what, one) for what, those in MANNERS.items() for one in those])
def test_a_wish_about_how_it_asks_is_known(what: str, words: str) -> None:
    """It is about the bot's own questions alone; what is about anything else is none."""
    assert manner(words) == what


@pytest.mark.parametrize(
    ("what", "words"), [(what, one) for what, those in CUSTODIES.items() for one in those]
)
def test_a_question_after_who_gets_what_is_kept_is_known(what: str, words: str) -> None:
    """Of recordings, of where words are and who else gets them; a question of one's own is none."""
    assert custody(words, "دانا" if "دانا" in words else "Dana") == what
