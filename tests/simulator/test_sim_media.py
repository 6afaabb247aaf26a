"""Files up and down: documents, photos, voice notes, albums."""

import json
from io import BytesIO

import httpx
import pytest
import telegram
from serving import PNG, refusal, served, standing
from telegram.error import BadRequest

from bot.simulator import Simulator, Upload

KINDS = ("voice", "audio", "video")


def with_ada() -> tuple[Simulator, int]:
    sim, _ = standing()
    return sim, sim.person("Ada", started=True).id


async def test_documents_up_and_down() -> None:
    """A document keeps its bytes, name, kind and caption; it is downloaded by path and sent again by id."""
    async with served() as on:
        ada = on.sim.person("Ada", started=True)
        page = b"<h1>A week</h1>" * 1000
        sent = await on.bot.send_document(
            ada.id, BytesIO(page), filename="week.html", caption="Your <b>week</b>", parse_mode="HTML"
        )
        assert sent.document and (sent.document.file_name, sent.document.mime_type) == (
            "week.html",
            "text/html",
        )
        assert (sent.caption, sent.caption_entities[0].type, sent.document.file_size) == (
            "Your week",
            "bold",
            len(page),
        )
        file = await on.bot.get_file(sent.document.file_id)
        assert bytes(await file.download_as_bytearray()) == page
        again = await on.bot.send_document(ada.id, sent.document.file_id)
        assert again.document == sent.document
        assert on.sim.document(ada.id) == on.sim.document(ada.id, sent.message_id) == page
        assert on.sim.transcript(ada.id)[0] == "bot: <document week.html> Your week"


async def test_photos() -> None:
    """A photo comes in sizes, the last its own; what is no picture, or too long and thin, is refused."""
    async with served() as on:
        ada = on.sim.person("Ada", started=True)
        sent = await on.bot.send_photo(ada.id, PNG, caption="A curve")
        assert [(size.width, size.height) for size in sent.photo] == [(90, 45), (320, 160), (400, 200)]
        assert on.sim.picture(ada.id) == PNG
        again = await on.bot.send_photo(ada.id, sent.photo[-1].file_id)
        assert again.photo[-1].file_unique_id == sent.photo[-1].file_unique_id
        with pytest.raises(BadRequest, match=r"(?i)IMAGE_PROCESS_FAILED"):
            await on.bot.send_photo(ada.id, b"words, not a picture")
        thin = PNG[:16] + b"\x00\x00\x00\x01\x00\x00\x00\xc8" + PNG[24:]
        with pytest.raises(BadRequest, match=r"(?i)PHOTO_INVALID_DIMENSIONS"):
            await on.bot.send_photo(ada.id, thin)


async def test_other_files() -> None:
    """Voice notes, audio, video and stickers go the same way."""
    async with served() as on:
        ada = on.sim.person("Ada", started=True)
        voice = await on.bot.send_voice(ada.id, b"OggS", duration=4)
        audio = await on.bot.send_audio(ada.id, b"ID3", duration=5)
        video = await on.bot.send_video(ada.id, b"mp4", duration=6)
        sticker = await on.bot.send_sticker(ada.id, b"webp")
        assert voice.voice and audio.audio and video.video and sticker.sticker
        durations = [on.sim.messages(ada.id)[at].body[kind]["duration"] for at, kind in enumerate(KINDS)]
        assert durations == [4, 5, 6]


async def test_what_people_send_can_be_fetched() -> None:
    """A person's voice note, photo, sticker and document arrive as a client reads them, with their bytes."""
    async with served() as on:
        ada = on.sim.person("Ada")
        on.sim.voice(ada.id, b"OggS spoken", duration=9)
        on.sim.photo(ada.id, PNG, caption="my desk")
        on.sim.sticker(ada.id)
        on.sim.attach(ada.id, b"# a script", "evening.md", caption="new")
        voice, photo, sticker, document = [update.message for update in await on.bot.get_updates()]
        assert voice and voice.voice and photo and photo.photo and sticker and sticker.sticker and document
        assert document.document and document.document.file_name == "evening.md"
        assert (photo.caption, document.caption) == ("my desk", "new")
        spoken = await on.bot.get_file(voice.voice.file_id)
        assert bytes(await spoken.download_as_bytearray()) == b"OggS spoken"


async def test_albums() -> None:
    """An album is several messages with one media_group_id; a single item has none; kinds are not mixed."""
    async with served() as on:
        ada = on.sim.person("Ada", started=True)
        album = [telegram.InputMediaPhoto(PNG, caption="one"), telegram.InputMediaPhoto(PNG)]
        sent = await on.bot.send_media_group(ada.id, album)
        assert len({message.media_group_id for message in sent}) == 1
        assert [message.caption for message in sent] == ["one", None]
        again = [telegram.InputMediaPhoto(sent[0].photo[-1].file_id)]
        assert (await on.bot.send_media_group(ada.id, again))[0].media_group_id is None
        mixed: list[telegram.InputMediaPhoto | telegram.InputMediaDocument]
        mixed = [telegram.InputMediaPhoto(PNG), telegram.InputMediaDocument(b"x")]
        with pytest.raises(BadRequest, match=r"(?i)document can't be mixed with other media types"):
            await on.bot.send_media_group(ada.id, mixed)


@pytest.mark.parametrize(
    ("media", "description"),
    [
        (None, 'parameter "media" is required'),
        ("[", "can't parse media JSON object"),
        ([], "there are no messages to send"),
        ([{"type": "photo", "media": "attach://a"}] * 11, "too many messages to send as an album"),
        (
            [{"type": "sticker", "media": "attach://a"}],
            'can\'t parse InputMedia: type "sticker" is unsupported',
        ),
        ([{"type": "photo", "media": "attach://b"}], "can't parse InputMedia: media not found"),
        ([{"type": "photo"}], "can't parse InputMedia: media not found"),
        (["x"], "can't parse InputMedia: expected an Object"),
    ],
)
def test_albums_that_are_refused(media: object, description: str) -> None:
    """Too few, too many, unknown and missing items are refused."""
    sim, ada = with_ada()
    args = {} if media is None else {"media": media}
    files = {"a": Upload("a.png", PNG)}
    assert refusal(sim, "sendMediaGroup", files, chat_id=ada, **args) == f"Bad Request: {description}"


@pytest.mark.parametrize(
    ("document", "description"),
    [
        (None, "there is no document in the request"),
        ("attach://x", "there is no document in the request"),
        ("https://example.org/a.pdf", "failed to get HTTP URL content"),
        ("no.such/file", "wrong file identifier/HTTP URL specified"),
        ("bad character", "wrong remote file identifier specified: Wrong character in the string"),
        ("BQACAgQ", "wrong remote file identifier specified: can't unserialize it. Wrong last symbol"),
    ],
)
def test_files_that_are_not_there(document: str | None, description: str) -> None:
    """A file that was not uploaded, or an id nobody gave, is refused."""
    sim, ada = with_ada()
    assert refusal(sim, "sendDocument", chat_id=ada, document=document) == f"Bad Request: {description}"


def test_sizes_and_kinds() -> None:
    """Empty, oversized and mistaken files are refused; captions end at 1,024 characters."""
    sim, ada = with_ada()
    big = {"document": Upload("a.bin", b"x" * (50 * 1024 * 1024 + 1))}
    assert refusal(sim, "sendDocument", big, chat_id=ada) == "Request Entity Too Large"
    heavy = {"photo": Upload("a.png", PNG + b"x" * 10 * 1024 * 1024)}
    assert "is too big for a photo; the maximum size is 10485760 bytes" in refusal(
        sim, "sendPhoto", heavy, chat_id=ada
    )
    empty = {"document": Upload("a.txt", b"")}
    assert refusal(sim, "sendDocument", empty, chat_id=ada) == "Bad Request: file must be non-empty"
    document = sim.call("sendDocument", {"document": Upload("a.txt", b"x")}, chat_id=ada)["document"]
    assert refusal(sim, "sendPhoto", chat_id=ada, photo=document["file_id"]) == (
        "Bad Request: can't use file of type Document as Photo"
    )
    long = {"document": Upload("a.txt", b"x")}
    assert refusal(sim, "sendDocument", long, chat_id=ada, caption="x" * 1025) == (
        "Bad Request: message caption is too long"
    )


def test_get_file() -> None:
    """getFile knows its files, up to 20 MB."""
    sim, ada = with_ada()
    assert refusal(sim, "getFile") == "Bad Request: file_id not specified"
    assert refusal(sim, "getFile", file_id="BQACx") == "Bad Request: invalid file_id"
    sim.attach(ada, b"x" * (20 * 1024 * 1024 + 1), "big.bin")
    big = sim.pending()[-1]["message"]["document"]["file_id"]
    assert refusal(sim, "getFile", file_id=big) == "Bad Request: file is too big"


async def test_captions_are_edited() -> None:
    """editMessageCaption changes the caption and keeps the file."""
    async with served() as on:
        ada = on.sim.person("Ada", started=True)
        sent = await on.bot.send_document(ada.id, b"x", filename="a.txt", caption="one")
        edited = await on.bot.edit_message_caption(ada.id, sent.message_id, caption="two")
        assert isinstance(edited, telegram.Message) and edited.document and edited.caption == "two"
        with pytest.raises(BadRequest, match=r"(?i)there is no text in the message to edit"):
            await on.bot.edit_message_text("x", ada.id, sent.message_id)
        with pytest.raises(BadRequest, match=r"(?i)MEDIA_CAPTION_TOO_LONG"):
            await on.bot.edit_message_caption(ada.id, sent.message_id, caption="x" * 1025)


# ---- bodies ------------------------------------------------------------------------------------


async def test_every_kind_of_body() -> None:
    """Query string, form, JSON and multipart with attach:// all mean the same call."""
    async with served() as on:
        ada = on.sim.person("Ada", started=True)
        where = f"/bot{on.sim.token}/sendMessage"
        markup = {"inline_keyboard": [[{"text": "Go", "callback_data": "g"}]]}
        as_text = {"chat_id": str(ada.id), "text": "hi", "reply_markup": json.dumps(markup)}
        answers = [
            await on.http.get(where, params=as_text),
            await on.http.post(where, data=as_text),
            await on.http.post(where, json={"chat_id": ada.id, "text": "hi", "reply_markup": markup}),
            await on.http.post(where, data=as_text, files={"unused": b"x"}),
            await on.http.post(f"/bot{on.sim.token}/SENDMESSAGE", json={"chat_id": ada.id, "text": "hi"}),
        ]
        assert [answer.json()["result"]["text"] for answer in answers] == ["hi"] * 5
        assert {json.dumps(answer.json()["result"]["reply_markup"]) for answer in answers[:4]} == {
            json.dumps(markup)
        }
        attached = await on.http.post(
            f"/bot{on.sim.token}/sendDocument",
            data={"chat_id": str(ada.id), "document": "attach://part"},
            files={"part": ("a.csv", b"1,2", "text/csv")},
        )
        assert attached.json()["result"]["document"]["mime_type"] == "text/csv"


@pytest.mark.parametrize(
    ("kind", "content", "code", "description"),
    [
        ("application/json", b"{", 400, "Bad Request: can't parse JSON object"),
        ("application/json", b"[]", 400, "Bad Request: expected JSON object"),
        ("multipart/form-data", b"--x", 400, "Bad Request: can't parse multipart form data"),
    ],
)
async def test_bodies_that_cannot_be_read(kind: str, content: bytes, code: int, description: str) -> None:
    """A broken body is a 400, not a crash."""
    async with served() as on:
        where = f"/bot{on.sim.token}/getMe"
        answer = await on.http.post(where, content=content, headers={"content-type": kind})
        assert (answer.status_code, answer.json()["description"]) == (code, description)


@pytest.mark.parametrize(
    ("token", "code", "description"),
    [
        ("123456789:wrong", 401, "Unauthorized"),
        ("nonsense", 401, "Unauthorized: invalid token specified"),
    ],
)
async def test_tokens(token: str, code: int, description: str) -> None:
    """A wrong token is 401 for methods and files alike."""
    async with served() as on:
        for where in (f"/bot{token}/getMe", f"/file/bot{token}/documents/file_0.txt"):
            answer = await on.http.get(where)
            assert (answer.status_code, answer.json()["description"]) == (code, description)


async def test_methods_and_paths_that_do_not_exist() -> None:
    """An unknown method, file or path is 404."""
    async with served() as on:
        assert (await on.call("sendTelegram"))["description"] == "Not Found: method not found"
        for where in (f"/file/bot{on.sim.token}/nothing", "/", "/elsewhere"):
            answer = await on.http.get(where)
            assert (answer.status_code, answer.json()["error_code"]) == (404, 404)


async def test_a_method_may_stand_in_the_body() -> None:
    """The path may end after the token when the body names the method."""
    async with served() as on:
        answer = await on.http.post(f"/bot{on.sim.token}/", json={"method": "getMe"})
        assert answer.json()["result"]["is_bot"] is True


async def test_many_at_once() -> None:
    """Hundreds of calls from several connections: each is answered, ids stay in order, none is lost."""
    async with served() as on:
        ada = on.sim.person("Ada", started=True)
        async with httpx.AsyncClient(base_url=on.sim.api_url, trust_env=False) as other:
            for number in range(100):
                for client in (on.http, other):
                    body = {"chat_id": ada.id, "text": str(number)}
                    await client.post(f"/bot{on.sim.token}/sendMessage", json=body)
        assert [message.id for message in on.sim.messages(ada.id)] == list(range(1, 201))
