"""Short messages that take back what was written, shared or agreed to are known, in four languages."""

import pytest

from bot.core.understand.confidence import unshares
from bot.core.understand.removal import Removal, removal
from bot.core.understand.revoking import revoking
from bot.core.understand.withholding import only_withholds

KNOWN = {
    "today": (
        *("borra lo de hoy", "elimina todo lo que escribí hoy"),
        *("lösch das bitte alles, was ich heute geschrieben habe", "lösch bitte alles von heute"),
        *(
            "delete everything I wrote today",
            "can you delete all of today's answers",
            "احذف كل ما كتبته اليوم",
        ),
    ),
    "yesterday": (
        "borra todo lo que escribí ayer",
        "lösche alles von gestern",
        "please delete what I wrote yesterday",
        "امسح ما كتبته امس",
    ),
    "delete": (
        *("borra lo que acabo de escribir", "bórralo por favor", "puedes quitar eso"),
        *(
            "kannst du das wieder löschen?",
            "vergiss was ich gerade geschrieben habe",
            "nimm das bitte zurück",
        ),
        *("kann das bitte weg", "get rid of that please", "forget what I said", "I take that back"),
        *("أريد حذف هذا", "انس ما قلته"),
    ),
    "erase": (
        *(
            "bórrame",
            "borra todo lo que sabes sobre mí",
            "elimina todos mis datos",
            "borra todas mis respuestas",
        ),
        *(
            "lösch bitte alle meine Nachrichten",
            "please delete all my messages",
            "delete everything about me",
        ),
        *(
            "erase me",
            "delete me please",
            "lösche mich",
            "lösch alles über mich",
            "forget everything about me",
        ),
        *("I want all my data deleted", "please wipe my account", "vergiss alles über mich", "احذفني"),
        *(
            "delete everything I ever wrote",
            "I want to be forgotten",
            "ich will, dass meine Daten gelöscht werden",
        ),
        *("احذف كل شيء عني", "امسح بياناتي من فضلك"),
    ),
    "hide": (
        *(
            "bitte Dana nichts davon sagen",
            "ich will nicht mehr dass Dana das liest",
            "bitte sag es ihr nicht",
        ),
        *("das soll privat bleiben", "das soll keiner lesen", "I no longer want Dana to read this"),
        *("please say nothing to my coach", "keep it from Dana", "nobody should read this"),
        *("هذا ليس لـ Dana", "لم أعد أريد أن تقرأ Dana هذا", "لا تخبر مدربتي بهذا من فضلك"),
    ),
    "private": (
        "stell bitte auf privat",
        "mach das privat",
        "switch to private",
        "unshare that",
        "اجعل هذا خاصا من فضلك",
    ),
    "sharing": (
        *("ab jetzt bitte alles privat", "ich möchte nicht mehr teilen", "hör auf, das mit Dana zu teilen"),
        *("stop sharing with Dana", "make everything private from now on", "من الآن خاص", "توقف عن المشاركة"),
    ),
    "consent": (
        *("Ich ziehe meine Zustimmung zurück", "Ich widerrufe meine Einwilligung", "I withdraw my consent"),
        *("I'd like to take back my agreement", "أريد سحب موافقتي"),
        *(
            "I no longer agree to this",
            "I don't agree anymore",
            "please stop storing my data",
            "لم أعد أوافق",
        ),
        *(
            "ich bin nicht mehr einverstanden",
            "hör auf, meine Daten zu speichern",
            "do not keep my data any more",
        ),
        *("ich stimme dem nicht mehr zu", "توقف عن حفظ بياناتي"),
    ),
}
ORDINARY = (
    *("Sie will nicht, dass er das sieht", "I did not tell her", "I don't tell anyone", "nobody knows"),
    *("Ich nehme alles zurück auf mich", "wie lösche ich das", "ich will mehr teilen", "لا أعرف ماذا أقول"),
    *(
        "lösch das nicht",
        "ich ziehe meine Zustimmung nicht zurück",
        "the lake",
        "not now",
        "privat war es nicht",
    ),
    *("ich habe Dana das nicht gesagt", "ich will ihr das nicht sagen", "I deleted the photos of us today"),
    "bitte lösch das " * 9,
    *(
        "I deleted everything",
        "ich habe alles gelöscht",
        "I deleted my account today",
        "I agree",
        "I forget everything",
    ),
    *("I don't agree", "ich bin einverstanden", "he will forget me", "she deleted me", "keep my records"),
)


@pytest.mark.parametrize(("what", "words"), [(what, one) for what, those in KNOWN.items() for one in those])
def test_what_is_taken_back_is_known(what: str, words: str) -> None:
    """However it is said: to delete, to hold back, to make private, to share no more, to withdraw consent."""
    assert revoking(words, "Dana") == what


@pytest.mark.parametrize("words", ORDINARY)
def test_what_tells_something_takes_nothing_back(words: str) -> None:
    """Words about anything else stay what they are."""
    assert revoking(words, "Dana") == ""


def test_the_readings_beside_it_know_it_too() -> None:
    """A day is a removal, a making private is one of the last, a holding back tells nothing of its own."""
    assert removal("lösch bitte alles von heute") == Removal(days=0)
    assert removal("delete what I wrote yesterday") == Removal(days=1)
    assert unshares("stell bitte auf privat") == "last"
    assert only_withholds("bitte Dana nichts davon sagen", "Dana")
