"""python-telegram-bot on the simulator without a socket: for tests that make many calls."""

import asyncio
import json
from typing import Any
from urllib.parse import urlsplit

from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.simulator.arguments import Json, Upload
from bot.simulator.calls import ApiAnswer, Core
from bot.simulator.poll import Poll


class InProcess(BaseRequest):
    """A request object for telegram.Bot(token, request=…, get_updates_request=…). See Simulator.request()."""

    def __init__(self, core: Core, poll: Poll) -> None:
        self.core = core
        self.poll = poll

    @property
    def read_timeout(self) -> float:
        """Seconds a client would wait; nothing waits here."""
        return 5.0

    async def initialize(self) -> None:
        """Be woken by updates."""
        self.poll.listen()

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *timeouts: Any, **more: Any
    ) -> tuple[int, bytes]:
        """One call, or one download. Raises what the client would see of a lost or dropped connection."""
        path = urlsplit(url).path
        if path.startswith("/file/bot"):
            return self._download(path)
        token, _, name = path[4:].partition("/")
        args, files = _parts(request_data)
        if name.lower() == "getupdates":
            answer = await self.poll.take(args, token, _for_ever)
        else:
            # every call gives way once, as a socket would, so that no loop of calls starves the others
            await asyncio.sleep(0)
            answer = self.core.call(name, args, files, token)
        return await _arrive(answer)

    def _download(self, path: str) -> tuple[int, bytes]:
        file = self.core.state.files.by_path.get(path.split("/", 3)[3])
        return (200, file.data) if file else (404, b'{"ok":false,"error_code":404,"description":"Not Found"}')


def _parts(data: RequestData | None) -> tuple[Json, dict[str, Upload]]:
    if data is None:
        return {}, {}
    parts = data.multipart_data or {}
    files = {
        key: Upload(name, content if isinstance(content, bytes) else content.read(), mime)
        for key, (name, content, mime) in parts.items()
    }
    return dict(data.json_parameters), files


async def _arrive(answer: ApiAnswer) -> tuple[int, bytes]:
    match answer.manner:
        case "lose":
            raise TimedOut
        case "drop":
            raise NetworkError("Server disconnected without sending a response.")
        case "slow":
            await asyncio.sleep(answer.seconds)
    return answer.status, json.dumps(answer.body).encode()


async def _for_ever() -> None:
    await asyncio.Event().wait()
