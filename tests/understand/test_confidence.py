"""Words that say of themselves that they are private are known, in four languages; ordinary words are not."""

import pytest

from bot.core.understand.confidence import chooses, confides, nothing_else, unshares

CONFIDENCES = (
    "لا تقولي لدينا",
    "Esto queda entre nosotros",
    "Que quede entre nosotros: odio mi trabajo",
    "no se lo digas a Dana",
    "Privado: estoy cansada",
    "privado",
    "(confidencial) bebí otra vez",
    "Bebí otra vez. Esto es privado.",
    "Por favor, no se lo cuentes a nadie",
    "No quiero que Dana lo lea",
    "solo para mí",
    "Dana no debe saberlo",
    "no compartas esto con mi coach",
    "En confianza: me voy",
    "esto no es para Dana",
    "sin que Dana lo sepa",
    "que no lo lea nadie",
    "guárdalo para ti",
    "PRIVADO bebí otra vez",
    "Private: I drank again.",
    "private",
    "PRIVATE - I drank again",
    "(private) I drank again",
    "I drank again (private)",
    "[Private] something",
    "This is private: I drank again",
    "I drank again. This is private.",
    "that's strictly confidential",
    "Confidential: the offer",
    "don't tell Dana: I am leaving",
    "Don’t tell Dana I am leaving",
    "please do not tell my coach about it",
    "I am leaving, but don't tell anyone",
    "don't show this to Dana",
    "don't share this",
    "please don't share this with Dana",
    "Dana must not see this",
    "Dana shouldn't know",
    "I don't want Dana to know",
    "I don't want to share this",
    "keep this between us",
    "just between us, I am tired of it",
    "between you and me: it is over",
    "Keep it to yourself",
    "keep this from Dana",
    "Keep this private",
    "off the record, I cried",
    "for my eyes only",
    "only for me: I cried",
    "this is not for Dana",
    "nobody else should read this",
    "without Dana knowing",
    "Das ist privat: ich habe geweint",
    "Privat: ich habe geweint",
    "privat",
    "(privat) ich habe geweint",
    "Ich habe geweint. Das ist vertraulich!",
    "Das bleibt unter uns",
    "Unter uns: ich habe genug",
    "Sag Dana nichts",
    "Bitte sag es Dana nicht",
    "Erzähl das niemandem",
    "Erzähl Dana nichts davon",
    "bitte nicht weitersagen",
    "Bitte nicht teilen",
    "Behalte das für dich",
    "Nur für mich: ich habe Angst",
    "Dana soll das nicht wissen",
    "Dana darf davon nichts erfahren",
    "Ich will nicht, dass Dana das liest",
    "nicht für Dana",
    "Im Vertrauen: ich gehe",
    "هذا خاص: بكيت أمس",
    "خاص: بكيت أمس",
    "(خاص) بكيت أمس",
    "لا تخبر دانا",
    "لا تخبري أحدا بذلك",
    "هذا بيننا فقط",
    "هذا سر",
    "لا تشارك هذا",
    "لا أريد أن تعرف دانا",
    "لي فقط: أنا خائفة",
    "I lied to Dana, private",
    "My divorce. Private please.",
    "PRIVATE I stole",
    "private I stole",
    "I drank - private",
    "I want to go. Please don't share.",
    "for me: the drinking",
    "none of this to Dana",
    "Calmer evenings - a walk\nprivate: leave him",
    "für mich: das Trinken",
    "nichts davon an Dana: Schulden",
    "Schulden, bitte nicht teilen",
    "Das war privat",
    "شربت أمس، خاص",
    "شربت أمس. هذا خاص من فضلك",
    "لي: الشرب",
    "لا شيء من هذا لدانا",
    "احتفظ به لنفسك",
)
ORDINARY = (
    "My private life is calm.",
    "I went to a private school",
    "We spoke in private",
    "I don't tell anyone how I feel",
    "I never share my lunch",
    "The walk was between the lake and us all.",
    "There is a distance between us",
    "I kept it short",
    "please tell Dana that I am late",
    "She did not tell me.",
    "He was told off by the boss",
    "I want Dana to know this",
    "I said nothing to her",
    "for me it was good",
    "Private life is calm",
    "Für mich war das schön",
    "Ich habe nichts zu ihr gesagt",
    "Ich habe nicht an Dana gedacht",
    "Privat geht es gut",
    "Mein Privatleben ist ruhig",
    "Ich habe privat viel zu tun",
    "Sag Dana, dass ich komme",
    "Wir waren unter uns Freunden",
    "Ich habe Vertrauen gefunden",
    "عندي وقت خاص لنفسي",
    "أخبر دانا أنني سأتأخر",
    "",
)


@pytest.mark.parametrize("words", CONFIDENCES)
def test_words_that_say_they_are_private_are_known(words: str) -> None:
    """Whoever says that others are not to read it is heard."""
    assert confides(words, "دانا" if any("\u0600" < one < "\u06ff" for one in words) else "Dana")


@pytest.mark.parametrize("words", ORDINARY)
def test_ordinary_words_are_no_confidence(words: str) -> None:
    """The same words in another meaning change nothing."""
    assert not confides(words, "Dana")


def test_without_a_name_nobody_is_meant() -> None:
    """A coach without a name is not everybody."""
    assert not confides("don't tell Tom") and confides("don't tell my coach")


@pytest.mark.parametrize(
    ("words", "choice"),
    [
        ("Private.", "private"),
        ("privat", "private"),
        ("خاص", "private"),
        ("Teilen!", "share"),
        ("share it", "share"),
        ("شارك", "share"),
        ("the lake", None),
        ("ja, gern teilen", "share"),
        ("Yes, I'd like to share my answers with Dana", "share"),
        ("ok share", "share"),
        ("erst mal privat bitte", "private"),
        ("I'd rather keep it private for now", "private"),
        ("lieber nicht teilen", "private"),
        ("I don't want to share", "private"),
        ("نعم اريد ان اشارك اجوبتي مع دانا", "share"),
        ("not private", None),
        ("private or share", None),
        ("share with whom?", None),
        ("my sister will not share the house", None),
    ],
)
def test_a_typed_choice_is_read(words: str, choice: str | None) -> None:
    """Private and share are known as typed, in each language."""
    assert chooses(words) == choice


def test_the_first_name_of_the_coach_is_enough() -> None:
    """Nobody writes a coach's whole name."""
    assert confides("not for Dana: debts", "Dana Weber") and not confides("not for Tom: debts", "Dana Weber")


@pytest.mark.parametrize(
    ("words", "alone"),
    [
        ("this is private", True),
        ("don't tell Dana", True),
        ("Das war privat", True),
        ("هذا خاص", True),
        ("das ist privat: ich schlafe schlecht", False),
        ("Private: the lake", False),
    ],
)
def test_a_confidence_that_says_nothing_else_is_known(words: str, alone: bool) -> None:
    """Only what says nothing else can be about what was written before."""
    assert nothing_else(words, "Dana") == alone


@pytest.mark.parametrize(
    ("words", "which"),
    [
        ("Keep these answers private", "these"),
        ("Diese Antworten privat halten", "these"),
        ("إبقاء هذه الأجوبة خاصة", "these"),
        ("make my last answer private", "last"),
        ("Unshare my last answer.", "last"),
        ("unshare that", "last"),
        ("mach meine letzte Antwort privat", "last"),
        ("I keep my answers private", None),
        ("the lake", None),
    ],
)
def test_a_wish_to_unshare_is_known(words: str, which: str | None) -> None:
    """What stands on the button, and the like of it, is known as a whole message."""
    assert unshares(words) == which
