"""The handle of tests and the demo: a simulated Telegram in this process, with people who write and tap."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, get_args

import uvicorn
from uvicorn.server import ServerState

from bot.simulator import chats, human, steering, transcript
from bot.simulator.arguments import Json, Upload
from bot.simulator.calls import BY_LOWER, TOKEN, ApiAnswer, Core, LoggedCall, new_state
from bot.simulator.failures import Failure, How
from bot.simulator.files import StoredFile
from bot.simulator.http import HttpApi
from bot.simulator.limits import Rates
from bot.simulator.poll import Poll
from bot.simulator.push import Push
from bot.simulator.refused import RefusedCall
from bot.simulator.state import Chat, ChatMessage, Person
from bot.simulator.timepiece import Timepiece, wall

if TYPE_CHECKING:
    from bot.simulator.inprocess import InProcess


class Simulator:
    """One bot's Telegram. People act through plain methods; the bot calls over HTTP or through call().

    clock: gives aware datetimes in UTC; the wall clock by default. limits: True for Telegram's rates by the
    clock, False for none, or Rates of your own. Everything is in memory and belongs to one thread.
    """

    def __init__(
        self,
        clock: Callable[[], datetime] = wall,
        *,
        limits: bool | Rates = True,
        token: str = TOKEN,
        username: str = "interlude_bot",
        name: str = "Interlude",
    ) -> None:
        self.clock = Timepiece(clock)
        self._made = (token, username, name, limits)
        self.core = self._new_core()
        self.poll = Poll(self.core, throttle=limits is not False)
        self.push = Push(self.core)
        self._server: asyncio.Server | None = None
        self._served = ServerState()
        self.api_url = ""

    def _new_core(self) -> Core:
        token, username, name, limits = self._made
        rates = limits if isinstance(limits, Rates) else Rates() if limits else None
        return Core(new_state(self.clock, token, username, name, rates))

    @property
    def token(self) -> str:
        """The token that this Telegram accepts."""
        return self.core.state.token

    # ---- serving -------------------------------------------------------------------------------

    def app(self) -> HttpApi:
        """The ASGI application."""
        return HttpApi(self.core, self.poll, steering.application(self))

    async def serve(self, host: str = "127.0.0.1", port: int = 0) -> str:
        """Serve over HTTP inside this event loop; the api_url. Port 0 takes a free one. stop() ends it."""
        config = uvicorn.Config(
            self.app(),
            log_config=None,
            log_level="critical",
            access_log=False,
            lifespan="off",
            timeout_keep_alive=75,
            ws="none",
        )
        config.load()
        self._served = ServerState()
        self.poll.listen()
        self.push.listen()
        # uvicorn's protocol without its Server: no signal handlers, no tick, gone at once when stopped
        made: Any = config.http_protocol_class
        protocol = partial(made, config=config, server_state=self._served, app_state={})
        self._server = await asyncio.get_running_loop().create_server(protocol, host, port, backlog=2048)
        self.api_url = f"http://{host}:{self._server.sockets[0].getsockname()[1]}"
        return self.api_url

    async def stop(self) -> None:
        """Stop serving; everything said stays readable."""
        await self.push.stop()
        if self._server is None:
            return
        self._server.close()
        for connection in list(self._served.connections):
            transport = getattr(connection, "transport", None)
            if transport is not None:
                transport.abort()
        if self._served.tasks:
            await asyncio.wait(self._served.tasks, timeout=5)
        await self._server.wait_closed()
        self._server = None

    async def __aenter__(self) -> "Simulator":
        await self.serve()
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.stop()

    def reset(self) -> None:
        """Forget everything; connections and clock stay, and updates are numbered on, for a poll under way."""
        fresh, old = self._new_core(), self.core
        fresh.state.updates.next_id = old.state.updates.next_id
        fresh.state.updates.listeners = old.state.updates.listeners
        fresh.state.webhook.listeners = old.state.webhook.listeners
        old.state, old.faults, old.log = fresh.state, fresh.faults, fresh.log

    # ---- the bot's side ------------------------------------------------------------------------

    def call(self, method: str, files: Mapping[str, Upload] | None = None, /, **args: Any) -> Any:
        """Call a method as the bot, in process; its result. Raises Refused. getUpdates does not wait here."""
        answer = self.answer(method, args, files)
        if not answer.ok:
            raise RefusedCall(answer.status, answer.body["description"], answer.body.get("parameters"))
        return answer.body["result"]

    def answer(
        self, method: str, args: Mapping[str, Any] | None = None, files: Mapping[str, Upload] | None = None
    ) -> ApiAnswer:
        """The same, but the whole answer, refused or not."""
        return self.core.call(method, args, files)

    def request(self) -> "InProcess":
        """A request object for python-telegram-bot: telegram.Bot(sim.token, request=sim.request()), no socket.

        Give another one as get_updates_request. A lost answer is a TimedOut at once.
        """
        from bot.simulator.inprocess import InProcess  # the simulator runs without any client library

        return InProcess(self.core, self.poll)

    # ---- people --------------------------------------------------------------------------------

    def person(
        self,
        name: str,
        person_id: int | None = None,
        *,
        username: str = "",
        last_name: str = "",
        language: str = "en",
        started: bool = False,
    ) -> Person:
        """Somebody new; person.id is also the id of the private chat. started: the bot may write first."""
        person = chats.add_person(self.core.state, name, person_id, username, last_name, language)
        self.chat(person.id).started = started
        return person

    def group(self, title: str, *members: Person) -> int:
        """A group with the bot in it; its id."""
        return chats.add_group(self.core.state, title, list(members)).id

    def migrate(self, chat_id: int) -> int:
        """The group becomes a supergroup: the old id is refused with migrate_to_chat_id; the new id."""
        return chats.migrate(self.core.state, self.chat(chat_id)).id

    def chat(self, chat_id: int) -> Chat:
        """A chat with all that is known of it. Raises KeyError."""
        return chats.known(self.core.state, chat_id)

    def say(self, chat_id: int, text: str, reply_to: int | None = None, by: int | None = None) -> int:
        """A person writes; the message's id. by: who, in a group. Raises ValueError for what no app sends."""
        return human.say(self.core.state, self.chat(chat_id), text, reply_to, by)

    def start(self, chat_id: int, payload: str = "") -> int:
        """A person presses Start, with the payload of a deep link if there was one; the message's id."""
        return human.start(self.core.state, self.chat(chat_id), payload)

    def tap(
        self, chat_id: int, label_or_data: str, message_id: int | None = None, by: int | None = None
    ) -> str:
        """A person taps a button of the newest message that has it (or of the one named); the query's id."""
        return human.press(self.core.state, self.chat(chat_id), label_or_data, message_id, by)

    def tap_data(self, chat_id: int, message_id: int, data: str) -> str:
        """A tap with any data, also of a button that has gone; the query's id."""
        return human.press_data(self.core.state, self.chat(chat_id), message_id, data)

    def edit(self, chat_id: int, message_id: int, text: str) -> int:
        """A person edits a message of theirs."""
        return human.edit(self.core.state, self.chat(chat_id), message_id, text)

    def delete(self, chat_id: int, message_id: int) -> None:
        """A person deletes a message; bots are not told."""
        human.remove(self.core.state, self.chat(chat_id), message_id)

    def react(self, chat_id: int, message_id: int, emoji: str) -> None:
        """A person reacts to a message; an empty emoji takes it back."""
        human.react(self.core.state, self.chat(chat_id), message_id, emoji)

    def block(self, chat_id: int) -> None:
        """The person blocks the bot: my_chat_member comes, sends are refused with 403."""
        chats.set_blocked(self.core.state, self.chat(chat_id), True)

    def unblock(self, chat_id: int) -> None:
        """The person lets the bot in again."""
        chats.set_blocked(self.core.state, self.chat(chat_id), False)

    def deactivate(self, chat_id: int) -> None:
        """The person's account is gone: sends are refused with 403, nothing is told."""
        self.chat(chat_id).deactivated = True

    def voice(
        self, chat_id: int, data: bytes = b"OggS-a-voice-note", duration: int = 3, caption: str = ""
    ) -> int:
        """A person sends a voice note; the message's id."""
        return human.send_file(
            self.core.state, self.chat(chat_id), "voice", data, duration=duration, caption=caption
        )

    def photo(self, chat_id: int, data: bytes = b"a photo", caption: str = "") -> int:
        """A person sends a photo; the message's id."""
        return human.send_file(self.core.state, self.chat(chat_id), "photo", data, caption=caption)

    def sticker(self, chat_id: int, data: bytes = b"a sticker") -> int:
        """A person sends a sticker; the message's id."""
        return human.send_file(self.core.state, self.chat(chat_id), "sticker", data)

    def attach(self, chat_id: int, data: bytes, name: str, caption: str = "", mime: str = "") -> int:
        """A person sends a document; the message's id."""
        chat = self.chat(chat_id)
        return human.send_file(self.core.state, chat, "document", data, name, mime, caption)

    def raw(self, update: Json) -> int:
        """Queue any object as an update, wrong ones too; only its update_id is set. The id."""
        return human.inject(self.core.state, update)

    def renumber(self, first: int) -> None:
        """Updates are numbered from here on, as Telegram may do after a quiet week. None may be waiting."""
        self.core.state.updates.renumber(first)

    # ---- what was said -------------------------------------------------------------------------

    def transcript(self, chat_id: int) -> list[str]:
        """The chat line by line, for people to read."""
        return transcript.lines(self.chat(chat_id))

    def messages(self, chat_id: int) -> list[ChatMessage]:
        """The messages that stand in a chat, oldest first; .out: the bot's, .body: the Telegram object."""
        return [message for message in self.chat(chat_id).messages.values() if not message.deleted]

    def texts(self, chat_id: int) -> list[str]:
        """What the bot says in a chat as it stands now, oldest first: texts, or captions of files."""
        said = (message.body for message in self.messages(chat_id) if message.out)
        return [str(body.get("text", body.get("caption", ""))) for body in said]

    def buttons(self, chat_id: int) -> list[str]:
        """Labels of the newest message of the bot that has buttons."""
        return human.buttons(self.chat(chat_id))

    def file(self, chat_id: int, message_id: int | None = None, kind: str = "document") -> StoredFile:
        """A file that stands in a chat: of one message, or the bot's newest of a kind. Raises LookupError."""
        for message in reversed(self.messages(chat_id)):
            if message_id == message.id or (message_id is None and message.out and kind in message.body):
                return self.core.state.files.by_id[_file_id(message)]
        raise LookupError(f"no {kind} from the bot in chat {chat_id}: look at messages()")

    def document(self, chat_id: int, message_id: int | None = None) -> bytes:
        """The bytes of the newest document that the bot sent to a chat (or of the one named)."""
        return self.file(chat_id, message_id).data

    def picture(self, chat_id: int, message_id: int | None = None) -> bytes:
        """The bytes of the newest photo that the bot sent to a chat (or of the one named)."""
        return self.file(chat_id, message_id, "photo").data

    def calls(self, method: str | None = None) -> list[LoggedCall]:
        """The calls of the bot, oldest first; empty polls are left out."""
        return [entry for entry in self.core.log if method in (None, entry.method)]

    def pending(self) -> list[Json]:
        """Updates that no offset has confirmed yet, oldest first."""
        self.core.state.updates.expire()
        return [update.body for update in self.core.state.updates.waiting]

    # ---- faults --------------------------------------------------------------------------------

    def fail(
        self,
        method: str,
        times: int = 1,
        *,
        code: int = 500,
        text: str = "",
        retry_after: int = 0,
        how: How = "refuse",
        seconds: float = 30.0,
        chat_id: int | None = None,
        after: int = 0,
    ) -> Failure:
        """The next calls of a method ('*': of any) go wrong.

        how: "refuse" answers with code and text (429 with retry_after); "lose" does the work and never
        answers; "drop" cuts the connection and does nothing; "slow" lets the answer trickle in over seconds
        (real ones). times -1 goes on until reset; after lets so many calls pass first; chat_id means only
        calls for this chat.
        """
        if method != "*" and method.lower() not in BY_LOWER:
            raise ValueError(f"no method {method} here: a fault of it would never come")
        if how not in get_args(How):
            raise ValueError(f"no fault of the kind {how}: choose one of {', '.join(get_args(How))}")
        fault = Failure(method.lower(), times, how, code, text, retry_after, seconds, chat_id, after)
        self.core.faults.orders.append(fault)
        return fault


def _file_id(message: ChatMessage) -> str:
    for kind in ("document", "photo", "voice", "sticker", "audio", "video"):
        if kind in message.body:
            found = message.body[kind]
            return str((found[-1] if isinstance(found, list) else found)["file_id"])
    raise LookupError(f"message {message.id} carries no file")
