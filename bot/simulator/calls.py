"""The simulator's core: one call in, one answer out. No sockets, no waiting, no clock of its own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from bot.simulator import changes, chats, media, messages, polling, profile, taps
from bot.simulator.arguments import Call, Json, Upload, whole
from bot.simulator.failures import Failure, Faults
from bot.simulator.limits import Limits, Rates
from bot.simulator.refused import RefusedCall
from bot.simulator.state import State
from bot.simulator.updates import Updates

TOKEN = "123456789:simulated-bot-token-for-tests-only"  # noqa: S105 - a sample, it opens nothing
Manner = Literal["plain", "lose", "drop", "slow"]

METHODS: dict[str, Callable[[State, Call], Any]] = {
    "getUpdates": polling.get_updates,
    "setWebhook": polling.set_webhook,
    "deleteWebhook": polling.delete_webhook,
    "getWebhookInfo": polling.get_webhook_info,
    "getMe": profile.get_me,
    "logOut": profile.log_out,
    "close": profile.close,
    "getChat": chats.get_chat,
    "sendChatAction": chats.send_chat_action,
    "sendMessage": messages.send_message,
    "sendMessageDraft": chats.send_message_draft,
    "copyMessage": messages.copy_message,
    "forwardMessage": messages.forward_message,
    "sendDocument": media.send_document,
    "sendPhoto": media.send_photo,
    "sendVoice": media.send_voice,
    "sendAudio": media.send_audio,
    "sendVideo": media.send_video,
    "sendSticker": media.send_sticker,
    "sendMediaGroup": media.send_media_group,
    "getFile": media.get_file,
    "editMessageText": changes.edit_message_text,
    "editMessageCaption": changes.edit_message_caption,
    "editMessageReplyMarkup": changes.edit_message_reply_markup,
    "deleteMessage": changes.delete_message,
    "deleteMessages": changes.delete_messages,
    "pinChatMessage": changes.pin_chat_message,
    "unpinChatMessage": changes.unpin_chat_message,
    "unpinAllChatMessages": changes.unpin_all_chat_messages,
    "setMessageReaction": changes.set_message_reaction,
    "answerCallbackQuery": taps.answer_callback_query,
    "setMyCommands": profile.set_my_commands,
    "getMyCommands": profile.get_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "setMyName": profile.set_my_name,
    "getMyName": profile.get_my_name,
    "setMyDescription": profile.set_my_description,
    "getMyDescription": profile.get_my_description,
    "setMyShortDescription": profile.set_my_short_description,
    "getMyShortDescription": profile.get_my_short_description,
    "setChatMenuButton": profile.set_chat_menu_button,
    "getChatMenuButton": profile.get_chat_menu_button,
}
BY_LOWER = {name.lower(): name for name in METHODS}


@dataclass(frozen=True, slots=True)
class ApiAnswer:
    """What goes back: the HTTP status, the body, and in which manner (see faults)."""

    status: int
    body: Json
    manner: Manner = "plain"
    seconds: float = 0.0

    @property
    def ok(self) -> bool:
        """Was it done?"""
        return bool(self.body["ok"])


@dataclass(frozen=True, slots=True)
class LoggedCall:
    """One line of the call log. chat_id is 0 for a call without one."""

    at: datetime
    method: str
    args: Json
    files: tuple[str, ...]
    status: int
    description: str = ""
    manner: Manner = "plain"
    chat_id: int = 0

    @property
    def ok(self) -> bool:
        """Was it done?"""
        return self.status == 200


def new_state(
    now: Callable[[], datetime], token: str, username: str, name: str, rates: Rates | None
) -> State:
    """An empty simulator of one bot."""
    bot = {"id": whole(token.split(":")[0]), "is_bot": True, "first_name": name, "username": username}
    return State(now=now, token=token, bot=bot, updates=Updates(now), limits=Limits(rates))


@dataclass
class Core:
    """State, faults and call log of one bot. Every way in (HTTP, in process, webhook) ends in call()."""

    state: State
    faults: Faults = field(default_factory=Faults)
    log: list[LoggedCall] = field(default_factory=list)

    def call(
        self,
        method: str,
        args: Mapping[str, Any] | None = None,
        files: Mapping[str, Upload] | None = None,
        token: str | None = None,
    ) -> ApiAnswer:
        """Do one method. Never raises for what a bot may send: a refusal is an answer too."""
        call = Call(BY_LOWER.get(method.lower(), method), args or {}, files or {})
        fault = self.faults.pick(call)
        if fault is not None and fault.how == "drop":
            answer = ApiAnswer(500, _refused(RefusedCall(500, "Internal Server Error")), "drop")
        else:
            answer = self._attempt(call, self.state.token if token is None else token, fault)
        if call.method != "getUpdates" or not answer.ok or answer.body["result"] or answer.manner != "plain":
            self._note(call, answer)
        return answer

    def _attempt(self, call: Call, token: str, fault: Failure | None) -> ApiAnswer:
        try:
            if fault is not None and fault.how == "refuse":
                raise fault.refusal()
            body = self._do(call, token)
        except RefusedCall as refused:
            return ApiAnswer(refused.code, _refused(refused))
        if fault is not None and fault.how in ("lose", "slow"):
            return ApiAnswer(200, body, fault.how, fault.seconds)
        return ApiAnswer(200, body)

    def _do(self, call: Call, token: str) -> Json:
        check_token(self.state, token)
        method = METHODS.get(call.method)
        if method is None:
            raise RefusedCall(404, "Not Found: method not found")
        profile.check_logged_in(self.state)
        result = method(self.state, call)
        if isinstance(result, tuple):
            return {"ok": True, "result": result[0], "description": result[1]}
        return {"ok": True, "result": result}

    def _note(self, call: Call, answer: ApiAnswer) -> None:
        description = "" if answer.ok else str(answer.body["description"])
        names = tuple(upload.name for upload in call.files.values())
        chat_id = whole(call.args.get("chat_id"))
        entry = LoggedCall(
            self.state.now(),
            call.method,
            dict(call.args),
            names,
            answer.status,
            description,
            answer.manner,
            chat_id,
        )
        self.log.append(entry)


def check_token(state: State, token: str) -> None:
    """Raises the 401 for a token that is not this bot's."""
    if token == state.token:
        return
    malformed = (
        ":" not in token or token.startswith("0") or len(token) > 80 or not token.split(":")[0].isdigit()
    )
    raise RefusedCall(401, "Unauthorized: invalid token specified" if malformed else "Unauthorized")


def _refused(refused: RefusedCall) -> Json:
    body: Json = {"ok": False, "error_code": refused.code, "description": refused.description}
    return body | ({"parameters": refused.parameters} if refused.parameters else {})
