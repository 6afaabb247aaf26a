"""Files the bot sends and asks for: documents, photos, voice notes, albums, getFile."""

from typing import Any

from bot.simulator.arguments import Call, Json, Upload
from bot.simulator.chats import let_in, write_chat
from bot.simulator.files import DOWNLOAD_LIMIT, PHOTO_LIMIT, UPLOAD_LIMIT, Kind, StoredFile, mime_of
from bot.simulator.keyboards import reply_markup
from bot.simulator.messages import caption_content, deliver, place, replied_to
from bot.simulator.refused import RefusedCall, bad
from bot.simulator.state import State

ALBUM_KINDS: tuple[Kind, ...] = ("photo", "document", "audio", "video")


def send_document(state: State, call: Call) -> Json:
    """sendDocument."""
    return _send(state, call, "document")


def send_photo(state: State, call: Call) -> Json:
    """sendPhoto."""
    return _send(state, call, "photo")


def send_voice(state: State, call: Call) -> Json:
    """sendVoice."""
    return _send(state, call, "voice")


def send_audio(state: State, call: Call) -> Json:
    """sendAudio."""
    return _send(state, call, "audio")


def send_video(state: State, call: Call) -> Json:
    """sendVideo."""
    return _send(state, call, "video")


def send_sticker(state: State, call: Call) -> Json:
    """sendSticker."""
    return _send(state, call, "sticker")


def _send(state: State, call: Call, kind: Kind) -> Json:
    caption = caption_content(call)
    file = file_argument(state, call, kind, call.args.get(kind), kind)
    return deliver(state, call, file_json(file, call.integer("duration")) | caption).body


def file_argument(state: State, call: Call, kind: Kind, value: Any, field: str) -> StoredFile:
    """A file of a call: uploaded by its field or attach://, or sent again by file_id. Raises refusals."""
    upload = call.files.get(field)
    if isinstance(value, str) and value.startswith("attach://"):
        upload = call.files.get(value.removeprefix("attach://"))
        if upload is None:
            raise bad(f"there is no {kind} in the request")
    if upload is not None:
        return _keep(state, kind, upload)
    if not value:
        raise bad(f"there is no {kind} in the request")
    return state.files.find(str(value), kind)


def _keep(state: State, kind: Kind, upload: Upload) -> StoredFile:
    if not upload.data:
        raise bad("file must be non-empty")
    if len(upload.data) > UPLOAD_LIMIT:
        raise RefusedCall(413, "Request Entity Too Large")
    if kind == "photo" and len(upload.data) > PHOTO_LIMIT:
        raise bad(
            f"file of size {len(upload.data)} bytes is too big for a photo; "
            f"the maximum size is {PHOTO_LIMIT} bytes"
        )
    file = state.files.keep(kind, upload.data, upload.name, mime_of(upload.name, upload.mime))
    if kind == "photo":
        _check_photo(file)
    return file


def _check_photo(file: StoredFile) -> None:
    if not file.width or not file.height:
        raise bad("IMAGE_PROCESS_FAILED")
    sides = sorted((file.width, file.height))
    if sum(sides) > 10_000 or sides[1] > 20 * sides[0]:
        raise bad("PHOTO_INVALID_DIMENSIONS")


def file_json(file: StoredFile, duration: int = 0) -> Json:
    """A file as it stands in a message."""
    ids: Json = {"file_id": file.id, "file_unique_id": file.unique_id}
    size = {"file_size": len(file.data)}
    match file.kind:
        case "document":
            return {"document": {"file_name": file.name, "mime_type": file.mime} | ids | size}
        case "photo":
            return {"photo": _sizes(file, ids, size)}
        case "voice":
            return {"voice": {"duration": duration, "mime_type": file.mime} | ids | size}
        case "sticker":
            flags = {"type": "regular", "is_animated": False, "is_video": False}
            return {
                "sticker": {"width": file.width or 512, "height": file.height or 512} | flags | ids | size
            }
        case kind:
            card: Json = {"duration": duration, "file_name": file.name, "mime_type": file.mime}
            if kind == "video":
                card |= {"width": 640, "height": 360}
            return {kind: card | ids | size}


def _sizes(file: StoredFile, ids: Json, size: Json) -> list[Json]:
    """The smaller sizes Telegram makes, then the photo itself.

    Bytes that are no picture can only be a person's, in a test: they get a size all the same.
    """
    width, height = file.width or 800, file.height or 600
    sizes = []
    for side, letter in ((90, "s"), (320, "m")):
        scale = side / max(width, height)
        if scale < 1:
            ratio = {"width": max(1, int(width * scale)), "height": max(1, int(height * scale))}
            sizes.append({**ids, "file_unique_id": file.unique_id + letter, **size, **ratio})
    return [*sizes, {**ids, **size, "width": width, "height": height}]


def send_media_group(state: State, call: Call) -> list[Json]:
    """sendMediaGroup: up to 10 photos and videos, or documents, or audio files, as one album."""
    if "media" not in call.args:
        raise bad('parameter "media" is required')
    items = call.json("media", "media") or []
    if not isinstance(items, list):
        raise bad("expected an Array of InputMedia")
    if not 1 <= len(items) <= 10:
        raise bad("too many messages to send as an album" if items else "there are no messages to send")
    contents = [_item(state, call, item) for item in items]
    kinds = {next(kind for kind in ALBUM_KINDS if kind in content) for content in contents}
    if len(kinds) > 1 and kinds != {"photo", "video"}:
        raise bad(f"{'document' if 'document' in kinds else 'audio'} can't be mixed with other media types")
    chat = write_chat(state, call)
    reply, markup = replied_to(state, chat, call), reply_markup(call)
    let_in(chat)
    state.limits.spend(chat.id, state.now(), len(contents))
    album = {"media_group_id": str(13_000_000_000_000_000 + state.next_album)} if len(items) > 1 else {}
    state.next_album += 1
    return [place(state, chat, album | content, call, reply, markup).body for content in contents]


def _item(state: State, call: Call, item: Any) -> Json:
    if not isinstance(item, dict):
        raise bad("can't parse InputMedia: expected an Object")
    kind = item.get("type")
    if kind not in ALBUM_KINDS:
        raise bad(f'can\'t parse InputMedia: type "{kind}" is unsupported')
    if not item.get("media"):
        raise bad("can't parse InputMedia: media not found")
    part = Call(call.method, item, call.files)
    if str(item["media"]).startswith("attach://") and str(item["media"])[9:] not in call.files:
        raise bad("can't parse InputMedia: media not found")
    file = file_argument(state, part, kind, item["media"], str(item["media"]))
    return file_json(file, part.integer("duration")) | caption_content(part)


def get_file(state: State, call: Call) -> Json:
    """getFile: where a file can be downloaded, for files up to 20 MB."""
    file_id = call.text("file_id")
    if not file_id:
        raise bad("file_id not specified")
    file = state.files.by_id.get(file_id)
    if file is None:
        raise bad("invalid file_id")
    if len(file.data) > DOWNLOAD_LIMIT:
        raise bad("file is too big")
    ids = {"file_id": file.id, "file_unique_id": file.unique_id}
    return {**ids, "file_size": len(file.data), "file_path": file.path}
