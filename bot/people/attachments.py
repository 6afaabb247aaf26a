"""What a client sent instead of writing: kept as a word in brackets, and named to each reader in their language."""

import re

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


def shown(t: Texts, text: Text) -> str:
    """The words of a message as written, named where they are another's; in place of a photo, what it is."""
    words, kind = text.words, text.file.partition(":")[0]
    if (label := KINDS.get(kind)) and NAMED.match(words):
        words = t.t(label) + NAMED.sub("", words)
    if label := ORIGINS.get(text.origin):  # in quotation marks, so that it is seen where they end
        said = phrases(t.language)
        words = f"{t.t(label)} {said.quote_open}{words}{said.quote_close}" if words else t.t(label)
    return words
