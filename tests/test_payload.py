"""Answers of Telegram's that no parser takes as a whole: the loop goes on, and nothing else is lost."""

import asyncio
import json

import pytest
from telegram import error

from bot.telegram import Api, payload, to_arrival

DEEP = "[" * 100_000 + "]" * 100_000
BEFORE = {"update_id": 7, "message": {"text": 'a "quoted" [ { word, "update_id": 1'}}
AFTER = {"update_id": 9, "message": {"text": "after"}}


def batch(deep: str) -> bytes:
    both = (json.dumps(BEFORE), deep, json.dumps(AFTER))
    return f'{{"ok": true, "result": [{", ".join(both)}]}}'.encode()


async def asked(body: bytes) -> list[object]:
    """What the connection gives for a request that is answered so."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % len(body) + body)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server, Api("1:a", f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}") as api:
        return await api.updates(0, 0)


@pytest.mark.parametrize(
    "deep",
    [
        f'{{"update_id": 8, "message": {{"text": {DEEP}}}}}',
        f'{{"message": {DEEP}, "update_id" : 8}}',
        f'{{"a": {{"update_id": 5}}, "update_id":8, "message": {DEEP}}}',
    ],
)
async def test_a_batch_with_an_update_nested_too_deep_is_taken_one_by_one(deep: str) -> None:
    """The others are whole, and the one keeps its number, so that it is confirmed and set aside."""
    before, middle, after = await asked(batch(deep))
    assert (before, after) == (BEFORE, AFTER)
    assert middle == {"update_id": 8, "message": payload.TOO_DEEP}
    with pytest.raises(TypeError):
        to_arrival({"update_id": 8, "message": payload.TOO_DEEP})  # which makes it a dead letter


@pytest.mark.parametrize(
    "body",
    [b"{", b"<html>", DEEP.encode(), f'{{"ok": true, "result": {{"a": {DEEP}}}}}'.encode(), batch("{]")],
)
async def test_an_answer_that_cannot_be_read_is_an_error_of_telegrams(body: bytes) -> None:
    """It ends nothing: what takes updates tries again, and no words of it are in the error."""
    with pytest.raises(error.TelegramError, match=r"^Invalid server response$"):
        await asked(body)


async def test_an_update_without_a_number_is_kept() -> None:
    """One that says no number is there all the same, for the list of what was set aside."""
    assert (await asked(batch(f'{{"a": {DEEP}}}')))[1] == {"message": payload.TOO_DEEP}
