"""A Bot API that does next to nothing, quickly, in a process of its own: the same for everybody who is measured.

``python -m bench.server`` prints its port. ``GET /flood/N/CHATS`` makes N messages ready at once;
``GET /ask/ROUNDS/CHATS/PAUSE`` lets every chat write once in so many seconds; ``GET /waits`` gives the seconds
from each of those messages being ready to the next message of the bot in its chat, -1 where none came.
"""

# ruff: noqa: T201 - printing is what it is for

import asyncio
import json
import re
import time
from dataclasses import dataclass, field
from urllib.parse import parse_qs

WORDS = "What stayed with me is the pause before I answered, and that nobody minded it. "
MOST = 100
"""Updates in one answer, as Telegram has it."""


@dataclass(slots=True)
class World:
    """Updates not yet confirmed, and who waits for them."""

    updates: list[tuple[int, bytes]] = field(default_factory=list)
    update_id: int = 0
    message_id: int = 10_000
    news: asyncio.Event = field(default_factory=asyncio.Event)
    asked: dict[int, float] = field(default_factory=dict)
    waits: list[float] = field(default_factory=list)

    def write(self, chat: int, text: str) -> None:
        """Somebody writes."""
        self.update_id += 1
        self.message_id += 1
        person = {"id": chat, "first_name": "Bo", "language_code": "en"}
        message = {
            "message_id": self.message_id,
            "from": person | {"is_bot": False},
            "chat": person | {"type": "private"},
            "date": int(time.time()),
            "text": text,
        }
        update = {"update_id": self.update_id, "message": message}
        self.updates.append((self.update_id, json.dumps(update).encode()))
        self.news.set()

    def sent(self, chat: int) -> bytes:
        """The bot writes: whoever waited there waits no longer."""
        self.message_id += 1
        if (since := self.asked.pop(chat, None)) is not None:
            self.waits.append(time.perf_counter() - since)
        return b'{"message_id":%d,"date":%d,"chat":{"id":%d,"type":"private"}}' % (
            self.message_id,
            time.time(),
            chat,
        )

    async def next(self, offset: int, seconds: int) -> bytes:
        """The updates from ``offset`` on, which confirms all before."""
        kept = next((n for n, (number, _) in enumerate(self.updates) if number >= offset), len(self.updates))
        del self.updates[:kept]
        if not self.updates and seconds:
            self.news.clear()
            try:
                async with asyncio.timeout(seconds):
                    await self.news.wait()
            except TimeoutError:
                pass
        return b"[" + b",".join(raw for _, raw in self.updates[:MOST]) + b"]"

    async def ask(self, rounds: int, chats: int, pause: float) -> None:
        """Every chat writes once a round, one after the other, evenly."""
        for number in range(rounds * chats):
            chat = 100 + number % chats
            if self.asked.pop(chat, None) is not None:
                self.waits.append(-1)
            self.asked[chat] = time.perf_counter()
            self.write(chat, "3")
            await asyncio.sleep(pause / chats)


WORLD = World()
TASKS: set[asyncio.Task[None]] = set()


async def answered(path: str, body: bytes) -> bytes:
    """The result of one call."""
    match path.split("/")[1:]:
        case ["flood", count, chats]:
            for number in range(int(count)):
                WORLD.write(100 + number % int(chats), f"{WORDS}{WORDS}{number}")
            return b"true"
        case ["ask", rounds, chats, pause]:
            WORLD.waits.clear()
            task = asyncio.create_task(WORLD.ask(int(rounds), int(chats), float(pause)))
            TASKS.add(task)
            task.add_done_callback(TASKS.discard)
            return b"true"
        case ["waits"]:
            return json.dumps(WORLD.waits).encode()
        case [_, "getMe"]:
            return b'{"id":1,"is_bot":true,"first_name":"Bench","username":"bench_bot"}'
        case [_, "getWebhookInfo"]:
            return b'{"url":"","has_custom_certificate":false,"pending_update_count":0}'
        case [_, "getUpdates"]:
            values = parameters(body)
            return await WORLD.next(int(values.get("offset", 0) or 0), int(values.get("timeout", 0)))
        case [_, "sendMessage"]:
            return WORLD.sent(int(parameters(body)["chat_id"]))
    return b"true"


PART = re.compile(rb'name="(\w+)"\r\n(?:[^\r]+\r\n)*\r\n([^\r]*)\r\n')


def parameters(body: bytes) -> dict[str, str]:
    """The fields of a call: JSON, a form, or a form in parts."""
    if body[:1] == b"{":
        return {key: str(value) for key, value in json.loads(body).items()}
    if body[:2] == b"--":
        return {key.decode(): value.decode() for key, value in PART.findall(body)}
    return {key: values[0] for key, values in parse_qs(body.decode()).items()}


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """One connection, kept open for one call after the other."""
    try:
        while head := await reader.readuntil(b"\r\n\r\n"):
            path = head.split(b" ", 2)[1].decode().split("?")[0]
            length = re.search(rb"content-length: *(\d+)", head, re.I)
            body = await reader.readexactly(int(length[1])) if length else b""
            result = b'{"ok":true,"result":' + await answered(path, body) + b"}"
            writer.write(
                b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                % len(result)
                + result
            )
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        writer.close()


async def main() -> None:
    """Serve until the process is ended."""
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
