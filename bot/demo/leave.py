"""What the demo shows as it goes and leaves behind: chats, digests, figures."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bot.demo.stage import Stage
from bot.simulator import ChatMessage


@dataclass(slots=True)
class Teller:
    """Tells the conversation as it goes, each line once."""

    stage: Stage
    show: Callable[[str], None]
    told: dict[int, int] = field(default_factory=dict)

    def tell(self) -> None:
        """Show what is new in every chat, chat by chat."""
        for chat, name in self.stage.names.items():
            lines = self.stage.world.sim.transcript(chat)
            new = lines[self.told.get(chat, 0) :]
            if new:
                self.show(f"\n── {name}, up to {self.stage.world.clock.now():%a %d %b} ──")
                for line in new:
                    self.show(line)
            self.told[chat] = len(lines)


async def files(stage: Stage, folder: Path) -> None:
    """Write the transcript of each chat, and each coach's digests as text, page and picture."""
    chats = folder / "chats"
    chats.mkdir()
    for chat, name in stage.names.items():
        lines = stage.world.sim.transcript(chat)
        (chats / f"{name.casefold()}.txt").write_text("\n".join(lines) + "\n", "utf-8")
    for chat, coach in stage.coaches.items():
        _digests(stage, chat, folder / "digests" / coach.name.casefold())


def _digests(stage: Stage, chat: int, folder: Path) -> None:
    folder.mkdir(parents=True)
    numbers: dict[str, int] = {}  # by heading: a picture comes a little later than its text
    count = 0
    for message in stage.world.sim.messages(chat):
        if not message.out:
            continue
        if "document" in message.body:
            _write(stage, chat, message, folder / f"{count:02}.html")
        elif "photo" in message.body:
            _write(stage, chat, message, folder / f"{numbers[_heading(message, 'caption')]:02}.png")
        elif _is_digest(message):
            count += 1
            numbers[_heading(message, "text")] = count
            (folder / f"{count:02}.txt").write_text(message.body["text"] + "\n", "utf-8")


def _is_digest(message: ChatMessage) -> bool:
    rows = message.body.get("reply_markup", {}).get("inline_keyboard", [])
    return any(button.get("callback_data", "").startswith("k:read:") for row in rows for button in row)


def _heading(message: ChatMessage, part: str) -> str:
    return str(message.body[part]).split("\n")[0]


def _write(stage: Stage, chat: int, message: ChatMessage, path: Path) -> None:
    kind = "document" if "document" in message.body else "photo"
    path.write_bytes(stage.world.sim.file(chat, message.id, kind).data)
