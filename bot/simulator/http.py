"""The Bot API over HTTP: one ASGI application around one core."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.simulator.arguments import Json, Upload
from bot.simulator.calls import ApiAnswer, Core, check_token
from bot.simulator.poll import Poll
from bot.simulator.refused import RefusedCall

MOST_BYTES = 60 * 1024 * 1024
DRIPS = 10


@dataclass
class HttpApi:
    """Routes: /bot{token}/{method}, /file/bot{token}/{path}, and the admin application under /_sim/."""

    core: Core
    poll: Poll
    admin: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "lifespan":
            return
        path: str = scope["path"]
        if path.startswith("/_sim"):
            await self.admin(scope, receive, send)
        elif path.startswith("/bot"):
            await self._method(Request(scope, receive), scope, receive, send)
        elif path.startswith("/file/bot"):
            await self._file(path)(scope, receive, send)
        else:
            await _json(404, _fail(404, "Not Found"))(scope, receive, send)

    async def _method(self, request: Request, scope: Scope, receive: Receive, send: Send) -> None:
        token, _, method = scope["path"][4:].partition("/")
        try:
            args, files = await read(request)
            method = method or str(args.pop("method", ""))
            if method.lower() == "getupdates":
                answer = await self.poll.take(args, token, lambda: _left(receive))
            else:
                answer = self.core.call(method, args, files, token)
        except RefusedCall as refused:
            answer = ApiAnswer(refused.code, _fail(refused.code, refused.description))
        except ClientDisconnect:
            return
        await respond(answer, scope, receive, send)

    def _file(self, path: str) -> Response:
        token, _, place = path[9:].partition("/")
        try:
            check_token(self.core.state, token)
        except RefusedCall as refused:
            return _json(refused.code, _fail(refused.code, refused.description))
        file = self.core.state.files.by_path.get(place)
        if file is None:
            return _json(404, _fail(404, "Not Found"))
        return Response(file.data, media_type="application/octet-stream")


async def read(request: Request) -> tuple[Json, dict[str, Upload]]:
    """Arguments and files of a request, whatever its body is. Raises Refused when it cannot be read."""
    args: Json = dict(request.query_params)
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if int(request.headers.get("content-length") or 0) > MOST_BYTES:
        raise RefusedCall(413, "Request Entity Too Large")
    if kind == "application/json":
        return args | _decoded(await request.body()), {}
    if kind not in ("multipart/form-data", "application/x-www-form-urlencoded"):
        return args, {}
    try:
        # a part that is not a file may be as long as a whole body: media groups carry JSON there
        async with request.form(max_part_size=MOST_BYTES) as form:
            uploads = ((key, value) for key, value in form.multi_items() if isinstance(value, UploadFile))
            files = {key: await _upload(value) for key, value in uploads}
            return args | _fields(form), files
    except MultiPartException:
        raise RefusedCall(400, "Bad Request: can't parse multipart form data") from None


def _decoded(body: bytes) -> Json:
    if not body:
        return {}
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        raise RefusedCall(400, "Bad Request: can't parse JSON object") from None
    if not isinstance(value, dict):
        raise RefusedCall(400, "Bad Request: expected JSON object")
    return {key: item for key, item in value.items() if item is not None}


def _fields(form: FormData) -> Json:
    return {key: value for key, value in form.multi_items() if isinstance(value, str)}


async def _upload(part: UploadFile) -> Upload:
    return Upload(part.filename or "file", await part.read(), part.content_type or "application/octet-stream")


def _fail(code: int, description: str) -> Json:
    return {"ok": False, "error_code": code, "description": description}


def _json(status: int, body: Any) -> Response:
    return Response(json.dumps(body, ensure_ascii=False), status, media_type="application/json")


def _page(answer: ApiAnswer) -> Response:
    """What stands before Telegram's servers answers in HTML, not in JSON: a client has to bear that."""
    title = f"{answer.status} {answer.body['description']}"
    page = f"<html><head><title>{title}</title></head><body><center><h1>{title}</h1></center></body></html>"
    return Response(page, answer.status, media_type="text/html")


async def _left(receive: Receive) -> None:
    """Returns when the caller hangs up."""
    while (await receive())["type"] != "http.disconnect":
        continue


# ---- manners of answering ----------------------------------------------------------------------


async def respond(answer: ApiAnswer, scope: Scope, receive: Receive, send: Send) -> None:
    """Send an answer in its manner."""
    match answer.manner:
        case "plain":
            headers = {}
            if retry := answer.body.get("parameters", {}).get("retry_after"):
                headers["Retry-After"] = str(retry)
            response = _page(answer) if answer.status in (502, 504) else _json(answer.status, answer.body)
            response.headers.update(headers)
            await response(scope, receive, send)
        case "slow":
            stream = StreamingResponse(_drip(answer), answer.status, media_type="application/json")
            await stream(scope, receive, send)
        case "lose":
            await _hang(answer.seconds, receive)
            await cut(receive, send)
        case "drop":
            await cut(receive, send)


async def _drip(answer: ApiAnswer) -> AsyncIterator[bytes]:
    body = json.dumps(answer.body, ensure_ascii=False).encode()
    step = max(1, len(body) // DRIPS)
    for at in range(0, len(body), step):
        await asyncio.sleep(answer.seconds / DRIPS)
        yield body[at : at + step]


async def _hang(seconds: float, receive: Receive) -> None:
    leaving = asyncio.ensure_future(_left(receive))
    await asyncio.wait({leaving}, timeout=seconds)
    leaving.cancel()


async def cut(receive: Receive, send: Send) -> None:
    """Cut the connection without an answer, like a broken line. uvicorn keeps the transport beside send."""
    transport = getattr(getattr(send, "__self__", None), "transport", None)
    if transport is not None:
        transport.abort()
        await _left(receive)
        return
    # another server: begin an answer that is never finished, which it cuts
    headers = [(b"content-length", b"1000")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
