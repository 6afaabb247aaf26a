"""What a client sent instead of writing: kept as a word in brackets, and named to each reader in their language."""

import re
from collections.abc import Iterable

from bot.i18n import N_, Texts, phrases
from bot.store.responses import Text

KINDS = {
    "photo": N_("[photo]"),
    "voice": N_("[voice note]"),
    "audio": N_("[recording]"),
    "video_note": N_("[video note]"),
    "video": N_("[video]"),
    "animation": N_("[moving picture]"),
    "document": N_("[file]"),
    "poll": N_("[poll]"),
    "checklist": N_("[checklist]"),
    "contact": N_("[contact]"),
    "venue": N_("[place]"),
    "location": N_("[place]"),
    "story": N_("[story]"),
    "game": N_("[game]"),
    "message": N_("[message]"),
}
ORIGINS = {"forwarded": N_("[forwarded]"), "bot": N_("[by another bot]")}
NAMED = re.compile(r"^\[[^\[\]\n]*\]")


HEARD = ("voice", "audio", "video_note", "video", "animation", "photo", "document")
"""The kinds that a person hears or sees; a sticker says what it is in a sign."""


def heard(file: str) -> bool:
    """Whether a message is something to hear or see, by its kind and id as they are kept."""
    return file.partition(":")[0] in HEARD


def alone(found: Iterable[Text]) -> tuple[str, ...]:
    """The kinds of messages that are all something to hear or see, without a word; () where one has words."""
    each = tuple(found)
    bare = all(heard(one.file) and not one.own.strip() and not one.origin for one in each)
    return tuple(one.file.partition(":")[0] for one in each) if bare else ()


def shown(t: Texts, text: Text) -> str:
    """The words of a message as written, named where they are another's; in place of a photo, what it is."""
    words, kind = text.words, text.file.partition(":")[0]
    if (label := KINDS.get(kind)) and NAMED.match(words):
        words = t.t(label) + NAMED.sub("", words)
    if label := ORIGINS.get(text.origin):  # in quotation marks, so that it is seen where they end
        said = phrases(t.language)
        words = f"{t.t(label)} {said.quote_open}{words}{said.quote_close}" if words else t.t(label)
    return words
