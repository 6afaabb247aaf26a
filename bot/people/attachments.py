"""What a client sent instead of writing: kept as a word in brackets, and named to each reader in their language."""

from bot.i18n import N_, Texts
from bot.store.responses import Text

KINDS = {
    "photo": N_("[photo]"),
    "voice": N_("[voice note]"),
    "audio": N_("[recording]"),
    "video_note": N_("[video note]"),
    "video": N_("[video]"),
    "animation": N_("[moving picture]"),
    "document": N_("[file]"),
}


def shown(t: Texts, text: Text) -> str:
    """The words of a message as they were written; in place of a photo or a voice note, what it is."""
    kind = text.file.partition(":")[0]
    named = f"[{kind.replace('_', ' ')}]"
    if kind not in KINDS or not text.words.startswith(named):
        return text.words
    label = KINDS[kind]
    return t.t(label) + text.words[len(named) :]
