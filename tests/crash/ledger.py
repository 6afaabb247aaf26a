"""What people did while the bot was being killed: the truth that the database is compared with."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Written:
    """A message of a client: ``versions`` are what it said, as the bot keeps it, first to last."""

    chat: int
    message_id: int
    word: str  # unique; every version holds it
    versions: list[str]
    media: str = ""  # "voice", "photo": its text is a caption

    def kept(self, text: str) -> str:
        """A text of this message as the bot keeps it."""
        return f"[{self.media}] {text}" if self.media else text


@dataclass(slots=True)
class Ledger:
    """Everything that was sent, counted."""

    written: list[Written] = field(default_factory=list)
    unreadable: list[int] = field(default_factory=list)  # their update ids
    counts: Counter[str] = field(default_factory=Counter)

    def of(self, chat: int) -> list[Written]:
        """What one client wrote, in order."""
        return [one for one in self.written if one.chat == chat]
