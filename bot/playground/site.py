"""The playground's pages: chats side by side, the clock, the plan ahead, and what goes wrong on order.

Whatever a page does, it does as a person in Telegram: the bot hears of it over HTTP like of everything else.
"""

import json
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any, TypeVar

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.demo.cast import cast
from bot.people.timeline import timeline
from bot.playground import desks, studio
from bot.playground.bubbles import bubbles
from bot.playground.glass import FAULTS, calls, order, queues
from bot.playground.players import Player, players
from bot.playground.sandbox import LONGEST, NEXT, SPEEDS, Sandbox
from bot.playground.templating import HERE, html
from bot.render.plan_text import MEANT
from bot.runtime import guard
from bot.runtime.forms import form_of, number_of
from bot.simulator import Chat, Simulator

T = TypeVar("T")

NEWEST = 60
"""So many messages of a chat are shown; a link shows the rest."""

AHEAD = 28
"""Days of the plan that are shown."""


class Site:
    """The handlers of one sandbox."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self._marked: tuple[int, dict[str, object]] = (-1, {})

    # ---- what is shown -------------------------------------------------------------------------

    async def players(self) -> tuple[Player, ...]:
        """Who is there."""
        sandbox = self.sandbox
        return await sandbox.read(
            partial(players, chats=self._chats(), config=sandbox.config, now=sandbox.now())
        )

    def _chats(self) -> list[Chat]:
        return list(self.sandbox.sim.core.state.chats.values())

    async def index(self, request: Request) -> Response:
        """Everything."""
        there = await self.players()
        clients = [one for one in there if one.kind == "client"]
        shown = {chat.chat: self.chat_parts(chat, NEWEST) for chat in there}
        first = clients[0].chat if clients else 0
        return html(
            "page", players=there, chats=shown, clients=clients, first=first, **self.clock_parts(), **_fixed()
        )

    def chat_parts(self, player: Player, most: int) -> dict[str, Any]:
        """What a chat's part of the page shows."""
        chat = self.sandbox.sim.chat(player.chat)
        username = str(self.sandbox.sim.core.state.bot["username"])
        hidden, lines = bubbles(chat, player.zone, username, most)
        return {"player": player, "lines": lines, "hidden": hidden}

    async def chat(self, request: Request) -> Response:
        """The bubbles of one chat as they stand."""
        number = request.path_params["chat"]
        player = next((one for one in await self.players() if one.chat == number), None)
        if player is None:
            raise HTTPException(404, "Nobody here has this number.")
        most = 10**6 if "all" in request.query_params else NEWEST
        return html("chat", **self.chat_parts(player, most))

    async def heads(self, request: Request) -> Response:
        """Who is there, for the row of names."""
        return html("heads", players=await self.players())

    async def commands(self, request: Request) -> Response:
        """The commands that a person's menu has."""
        from bot.simulator import profile

        chat = self.sandbox.sim.chat(request.path_params["chat"])
        language = chat.person.language_code if chat.person else ""
        found = profile.seen_commands(self.sandbox.sim.core.state, chat.id, language)
        return html("commands", chat=chat.id, commands=found)

    def clock_parts(self) -> dict[str, Any]:
        """What the clock's part shows."""
        return {"now": self.sandbox.now(), "speed": self.sandbox.speed, "acting": self.sandbox.acting}

    async def clock(self, request: Request) -> Response:
        """The clock."""
        return html("clock", **self.clock_parts(), **_fixed())

    async def plan(self, request: Request) -> Response:
        """What a client is going to be asked, and what not, with why."""
        chat = number_of(request.query_params.get("client"))
        now, config = self.sandbox.now(), self.sandbox.config
        read = partial(
            timeline,
            config=config,
            client=chat,
            now=now,
            start=now,
            days=AHEAD,
            unsent=now - timedelta(days=7),
        )
        found = await self.sandbox.read(read)
        player = next((one for one in await self.players() if one.chat == chat), None)
        return html("plan", plan=found, meant=MEANT, player=player)

    async def glass(self, request: Request) -> Response:
        """What waits where, and the bot's last calls."""
        rows = await self.sandbox.read(queues)
        names = {chat.id: chat.person.first_name for chat in self._chats() if chat.person is not None}
        return html("glass", queues=rows, calls=calls(self.sandbox.sim), names=names)

    async def file(self, request: Request) -> Response:
        """A file that somebody sent, as it is; a page among them may run nothing and ask for nothing."""
        found = self.sandbox.sim.core.state.files.by_id.get(request.path_params["id"])
        if found is None:
            raise HTTPException(404, "There is no such file.")
        headers = {"Content-Security-Policy": guard.FILE}
        return Response(found.data, media_type=found.mime or "application/octet-stream", headers=headers)

    # ---- what people do ------------------------------------------------------------------------

    async def act(self, request: Request, do: Callable[[Simulator], T]) -> Response:
        """Somebody does something; their chat as it stands then."""
        try:
            await self.sandbox.act(do)
        except (ValueError, KeyError, LookupError) as fault:
            raise HTTPException(422, str(fault)) from None
        return await self.chat(request)

    async def say(self, request: Request) -> Response:
        """Write, perhaps in reply."""
        form, chat = await form_of(request), request.path_params["chat"]
        words, reply = str(form.get("words", "")), number_of(form.get("reply")) or None
        self.sandbox.leaves(chat)
        if not words.strip():
            return await self.chat(request)
        return await self.act(request, lambda sim: sim.say(chat, words, reply))

    async def tap(self, request: Request) -> Response:
        """Tap a button, or the key of a link into the bot."""
        form, chat = await form_of(request), request.path_params["chat"]
        message, data = number_of(form.get("message")), str(form.get("data", ""))
        self.sandbox.leaves(chat)
        return await self.act(request, lambda sim: sim.tap(chat, data, message))

    async def edit(self, request: Request) -> Response:
        """Edit or delete a message of one's own, or put a sign under one of the bot's."""
        form, chat = await form_of(request), request.path_params["chat"]
        message, what = number_of(form.get("message")), str(form.get("what", ""))
        self.sandbox.leaves(chat)
        does: dict[str, Callable[[Simulator], object]] = {
            "edit": lambda sim: sim.edit(chat, message, str(form.get("words", ""))),
            "delete": lambda sim: sim.delete(chat, message),
            "sign": lambda sim: sim.react(chat, message, str(form.get("sign", ""))),
        }
        if what not in does:
            raise HTTPException(422, "There is no such thing to do with a message.")
        return await self.act(request, does[what])

    async def attach(self, request: Request) -> Response:
        """Send a file, a picture or a voice note."""
        chat = request.path_params["chat"]
        async with request.form() as form:
            upload: Any = form.get("file")
            if upload is None or isinstance(upload, str):
                raise HTTPException(422, "Choose a file first.")
            data, name, mime = await upload.read(), str(upload.filename), str(upload.content_type or "")
        self.sandbox.leaves(chat)
        if mime.startswith("image/"):
            return await self.act(request, lambda sim: sim.photo(chat, data))
        if mime.startswith("audio/"):
            return await self.act(request, lambda sim: sim.voice(chat, data))
        return await self.act(request, lambda sim: sim.attach(chat, data, name, mime=mime))

    async def block(self, request: Request) -> Response:
        """Block the bot, or let it in again."""
        chat = request.path_params["chat"]
        blocked = self.sandbox.sim.chat(chat).blocked
        return await self.act(request, lambda sim: sim.unblock(chat) if blocked else sim.block(chat))

    async def join(self, request: Request) -> Response:
        """Somebody new opens a link, or looks the bot up and presses Start; the page then has their chat."""
        form = await form_of(request)
        name, payload = str(form.get("name", "")).strip(), str(form.get("payload", "")).strip()
        language = str(form.get("language", "en"))
        if not name:
            raise HTTPException(422, "Say what the new person is called.")

        def comes(sim: Simulator) -> None:
            person = sim.person(name, language=language)
            sim.start(person.id, payload.rpartition("start=")[2])

        try:
            await self.sandbox.act(comes)
        except ValueError as fault:
            raise HTTPException(422, str(fault)) from None
        return Response(status_code=204, headers={"HX-Refresh": "true"})

    # ---- time and trouble ----------------------------------------------------------------------

    async def move(self, request: Request) -> Response:
        """Set how fast the clock goes, who acts, or jump."""
        form, sandbox = await form_of(request), self.sandbox
        if form.get("speed") is not None and number_of(form.get("speed")) in SPEEDS:
            sandbox.speed = number_of(form.get("speed"))
        if "people" in form:
            sandbox.acting = form["people"] == "act"
        if form.get("watch"):
            return await self._watch(form["watch"])
        if form.get("to") == "thing":
            await sandbox.step()
            return await self.clock(request)
        to = await self._where_to(str(form.get("to", "")))
        if to is not None:
            await sandbox.jump(to)
        await sandbox.tell()
        return await self.clock(request)

    async def _watch(self, name: str) -> Response:
        """One of the written lives goes by, with its chat and its coach's before whoever looks."""
        try:
            chats = await self.sandbox.watch(name)
        except LookupError as fault:
            raise HTTPException(422, str(fault.args[0])) from None
        await self.sandbox.tell()
        made = html("clock", **self.clock_parts(), **_fixed())
        made.headers["HX-Trigger"] = json.dumps({"watch": {"chats": [f"chat-{chat}" for chat in chats]}})
        return made

    async def _where_to(self, to: str) -> datetime | None:
        if not to:
            return None
        now = self.sandbox.now()
        if to in NEXT:
            found = await self.sandbox.next_of(to)
            if found is None:
                raise HTTPException(422, f"No {to} is planned.")
            return max(found, now) + timedelta(minutes=1)
        if to in HOURS:
            return now + timedelta(hours=HOURS[to])
        try:
            at = datetime.fromisoformat(to)
        except ValueError:
            raise HTTPException(422, "Write the day like 2026-12-24T19:00.") from None
        at = at if at.tzinfo else at.replace(tzinfo=UTC)
        if at <= now:
            raise HTTPException(422, "Time goes forward only: choose a later day.")
        if at > now + LONGEST:
            raise HTTPException(422, f"One jump is {LONGEST.days} days at most: choose an earlier day first.")
        return at

    async def trouble(self, request: Request) -> Response:
        """Let the next calls go wrong, or stop and start the bot."""
        form = await form_of(request)
        what = str(form.get("what", ""))
        if what == "restart":
            await self.sandbox.restart()
        elif what in FAULTS:
            order(self.sandbox.sim, what)
        else:
            raise HTTPException(422, "There is no such trouble here.")
        return await self.glass(request)

    # ---- news ----------------------------------------------------------------------------------

    async def news(self, request: Request) -> Response:
        """What has changed, as it changes: server-sent events, one a chat, and one for the clock."""
        return StreamingResponse(
            self._news(), media_type="text/event-stream", headers={"Cache-Control": "no-store"}
        )

    async def _news(self) -> AsyncIterator[str]:
        """All of it at first: something may have come between the page and this; then what is new."""
        seen: dict[str, object] = {}
        yield "retry: 1000\n\n"
        changes = self.sandbox.changes()
        while True:
            marks = self._marks()
            for name in marks:
                if marks[name] != seen.get(name):
                    yield f"event: {name}\ndata: new\n\n"
            seen = marks
            await anext(changes)

    def _marks(self) -> dict[str, object]:
        """What each part of the page depends on: looked up once a change, however many look on."""
        if self._marked[0] != self.sandbox.version:
            self._marked = (self.sandbox.version, self._look())
        return self._marked[1]

    def _look(self) -> dict[str, object]:
        state, sandbox = self.sandbox.sim.core.state, self.sandbox
        marks: dict[str, object] = {
            f"chat-{number}": (len(chat.events), chat.blocked, _looks(list(chat.messages.values())[-NEWEST:]))
            for number, chat in state.chats.items()
        }
        told = (len(sandbox.sim.core.log), state.updates.next_id)
        clock = (sandbox.now().replace(second=0, microsecond=0), sandbox.speed, sandbox.acting)
        return {**marks, "clock": clock, "glass": told, "heads": (len(state.chats), told)}


HOURS = {"hour": 1, "day": 24, "week": 168}
"""Jumps of a fixed length."""


def _looks(messages: list[Any]) -> int:
    return hash(tuple((one.id, one.deleted, repr(one.body), len(one.reactions)) for one in messages))


def _fixed() -> dict[str, Any]:
    return {"speeds": SPEEDS, "faults": FAULTS, "lives": cast().clients}


async def _refused(request: Request, fault: Exception) -> Response:
    status = fault.status_code if isinstance(fault, HTTPException) else 500
    words = (
        str(fault.detail) if isinstance(fault, HTTPException) else "That went wrong here; the bot goes on."
    )
    return Response(words, status, media_type="text/plain")


def site(sandbox: Sandbox, hosts: tuple[str, ...] = guard.LOCAL) -> Starlette:
    """The application; it answers only under these names, and takes nothing that another site sends."""
    on = Site(sandbox)
    chat = "/chats/{chat:int}"
    routes = [
        Route("/", on.index),
        Route("/heads", on.heads),
        Route(chat, on.chat),
        Route(chat + "/commands", on.commands),
        Route(chat + "/say", on.say, methods=["POST"]),
        Route(chat + "/tap", on.tap, methods=["POST"]),
        Route(chat + "/message", on.edit, methods=["POST"]),
        Route(chat + "/file", on.attach, methods=["POST"]),
        Route(chat + "/block", on.block, methods=["POST"]),
        Route("/people", on.join, methods=["POST"]),
        Route("/clock", on.clock, methods=["GET"]),
        Route("/clock", on.move, methods=["POST"]),
        Route("/plan", on.plan),
        Route("/glass", on.glass, methods=["GET"]),
        Route("/glass", on.trouble, methods=["POST"]),
        Route("/files/{id}", on.file),
        Route("/news", on.news),
        *studio.routes(sandbox),
        *desks.routes(sandbox),
        Mount("/static", StaticFiles(directory=HERE / "static")),
    ]
    handlers: Any = {HTTPException: _refused}
    return Starlette(routes=routes, middleware=guard.middleware(hosts), exception_handlers=handlers)
