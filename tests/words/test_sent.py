"""What is sent instead of words is named to each reader in their language; words stay as they are."""

from datetime import UTC, datetime

import pytest

from bot.core.talk.model import Answer, Context, Phrases, Reflection
from bot.core.talk.prompt import thanks
from bot.i18n import texts
from bot.people.attachments import KINDS, shown
from bot.store.responses import Text

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def message(words: str, file: str = "") -> Text:
    return Text(1, 7, words, file, NOW, ())


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_named_in_the_language_of_the_reader(kind: str) -> None:
    """The bracket says what it is in the reader's language, and a caption stays as it was written."""
    kept = message(f"[{kind.replace('_', ' ')}] from the walk", f"{kind}:AwAC")
    for language in ("en", "de", "ar"):
        said = texts(language).t(KINDS[kind])
        assert said.startswith("[")
        assert said.endswith("]")
        assert shown(texts(language), kept) == f"{said} from the walk"
    assert texts("ar").t(KINDS[kind]) != KINDS[kind]


def test_words_are_never_changed() -> None:
    """Words in brackets that a client wrote, and a file whose words were edited, are shown as they are."""
    for kept in (message("[photo]"), message("[voice] I typed", ""), message("Monday", "photo:AgAC")):
        assert shown(texts("de"), kept) == kept.words


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("[photo]", Phrases().noted),
        ("[sticker 🙂]", Phrases().noted),
        ("[photo] from the walk", "You wrote: “[photo] from the walk”"),
    ],
)
def test_what_was_not_written_is_not_said_to_be_written(said: str, answer: str) -> None:
    """A photo or a sticker alone is thanked for, not echoed as words; with a caption it is."""
    sent = Reflection("t", "en", 1, Context("Ana"), answers=(Answer("one", 1, "", (said,)),))
    assert thanks(sent, Phrases()) == answer
