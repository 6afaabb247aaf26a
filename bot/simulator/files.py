"""Files: what people and the bot have sent, kept by file_id, downloaded by path."""

import base64
import hashlib
import mimetypes
import struct
from dataclasses import dataclass, field
from typing import Literal

from bot.simulator.refused import bad

Kind = Literal["document", "photo", "voice", "sticker", "audio", "video"]
PREFIXES: dict[str, Kind] = {
    "BQAC": "document",
    "AgAC": "photo",
    "AwAC": "voice",
    "CAAC": "sticker",
    "CQAC": "audio",
    "BAAC": "video",
}
FOLDERS: dict[Kind, str] = {
    "document": "documents",
    "photo": "photos",
    "voice": "voice",
    "sticker": "stickers",
    "audio": "music",
    "video": "videos",
}
ENDINGS: dict[Kind, str] = {
    "photo": ".jpg",
    "voice": ".oga",
    "sticker": ".webp",
    "audio": ".mp3",
    "video": ".mp4",
}
UPLOAD_LIMIT = 50 * 1024 * 1024
PHOTO_LIMIT = 10 * 1024 * 1024
DOWNLOAD_LIMIT = 20 * 1024 * 1024
LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One stored file. width and height are 0 for what is not a picture."""

    id: str
    unique_id: str
    kind: Kind
    name: str
    mime: str
    data: bytes
    path: str
    width: int = 0
    height: int = 0


@dataclass
class Files:
    """Every file of one bot, by id and by path. Ids are counted, so that a run repeats itself."""

    by_id: dict[str, StoredFile] = field(default_factory=dict)
    by_path: dict[str, StoredFile] = field(default_factory=dict)

    def keep(self, kind: Kind, data: bytes, name: str, mime: str) -> StoredFile:
        """Store bytes; the file with its new id."""
        number = len(self.by_id)
        file = StoredFile(
            id=_file_id(kind, number),
            unique_id="AgAD" + base64.urlsafe_b64encode(struct.pack(">Q", number)).decode()[:10],
            kind=kind,
            name=name,
            mime=mime,
            data=data,
            path=f"{FOLDERS[kind]}/file_{number}{_ending(kind, name)}",
            width=picture_size(data)[0] if kind in ("photo", "sticker") else 0,
            height=picture_size(data)[1] if kind in ("photo", "sticker") else 0,
        )
        self.by_id[file.id] = self.by_path[file.path] = file
        return file

    def find(self, file_id: str, kind: Kind) -> StoredFile:
        """A file sent again by its id. Raises Telegram's refusals for a wrong one."""
        file = self.by_id.get(file_id)
        if file is None:
            raise bad(_wrong(file_id))
        if file.kind != kind:
            raise bad(f"can't use file of type {file.kind.capitalize()} as {kind.capitalize()}")
        return file


def _file_id(kind: Kind, number: int) -> str:
    prefix = next(start for start, what in PREFIXES.items() if what == kind)
    tail = hashlib.sha256(f"{kind}{number}".encode()).digest()[:18]
    return (
        prefix + "AgIAAxkB" + base64.urlsafe_b64encode(struct.pack(">I", number) + tail).decode().rstrip("=")
    )


def _wrong(file_id: str) -> str:
    if file_id.startswith(("http://", "https://")):
        return "failed to get HTTP URL content"
    if "." in file_id or "/" in file_id or ":" in file_id:
        return "wrong file identifier/HTTP URL specified"
    if not set(file_id) <= LETTERS:
        return "wrong remote file identifier specified: Wrong character in the string"
    return "wrong remote file identifier specified: can't unserialize it. Wrong last symbol"


def _ending(kind: Kind, name: str) -> str:
    if kind in ENDINGS:
        return ENDINGS[kind]
    return "." + name.rsplit(".", 1)[1] if "." in name else ""


def mime_of(name: str, given: str) -> str:
    """The kind of a document: as given, else guessed from its name."""
    if given and given != "application/octet-stream":
        return given
    return mimetypes.guess_type(name)[0] or "application/octet-stream"


def picture_size(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG, JPEG, GIF or WebP; (0, 0) when it is none of them."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) >= 24:
        return struct.unpack(">II", data[16:24])
    if data[:2] == b"\xff\xd8":
        return _jpeg_size(data)
    if data[:4] == b"GIF8" and len(data) >= 10:
        return struct.unpack("<HH", data[6:10])
    return (512, 512) if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else (0, 0)


def _jpeg_size(data: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        if 0xC0 <= data[at + 1] <= 0xCF and data[at + 1] not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
    return 0, 0
