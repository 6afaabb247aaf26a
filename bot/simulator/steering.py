"""The admin API, /_sim/…: people, faults and the clock over HTTP, for whatever is not in this process."""

import base64
import dataclasses
import json
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.simulator import profile, transcript
from bot.simulator.arguments import Json, whole
from bot.simulator.calls import LoggedCall
from bot.simulator.human import send_file
from bot.simulator.limits import Limits, Rates
from bot.simulator.state import Chat

if TYPE_CHECKING:
    from bot.simulator.simulator import Simulator

Handler = Callable[["Simulator", Json], Any]


# ---- people and chats --------------------------------------------------------------------------


def people(sim: "Simulator", body: Json) -> Json:
    """Make a person: name, and if you like id, username, last_name, language, started."""
    words = {key: str(body[key]) for key in ("username", "last_name", "language") if key in body}
    started = bool(body.get("started", False))
    person = sim.person(str(body["name"]), body.get("id"), started=started, **words)
    return person.json()


def groups(sim: "Simulator", body: Json) -> Json:
    """Make a group: title, members (ids of people)."""
    members = [sim.chat(one).person for one in body["members"]]
    return {"id": sim.group(str(body["title"]), *[person for person in members if person])}


def migrate(sim: "Simulator", body: Json) -> Json:
    """Turn a group into a supergroup: chat_id."""
    return {"id": sim.migrate(_chat(body))}


def chats(sim: "Simulator", body: Json) -> list[Json]:
    """List every chat."""
    return [_card(chat) for chat in sim.core.state.chats.values()]


def _card(chat: Chat) -> Json:
    counts = {"messages": len(chat.messages), "last_message_id": chat.last_id}
    return {**chat.json(), "started": chat.started, "blocked": chat.blocked, **counts, "action": chat.action}


def _chat(body: Json) -> int:
    return whole(body["chat_id"])


# ---- what people do ----------------------------------------------------------------------------


def say(sim: "Simulator", body: Json) -> Json:
    """Write: chat_id, text, reply_to, by.

    Or send a file: voice, photo, sticker or document (true, or bytes in base64), name, caption, duration.
    """
    chat_id = _chat(body)
    for kind in ("voice", "photo", "sticker", "document"):
        if body.get(kind):
            return {"message_id": _send(sim, chat_id, kind, body)}
    return {"message_id": sim.say(chat_id, str(body["text"]), body.get("reply_to"), body.get("by"))}


def _send(sim: "Simulator", chat_id: int, kind: Any, body: Json) -> int:
    data = b"a file" if body[kind] is True else base64.b64decode(body[kind])
    words: Json = {key: str(body.get(key, "")) for key in ("name", "mime", "caption")}
    chat, duration = sim.chat(chat_id), whole(body.get("duration"), 3)
    return send_file(
        sim.core.state, chat, kind, data, duration=duration, reply_to=body.get("reply_to"), **words
    )


def start(sim: "Simulator", body: Json) -> Json:
    """Press Start: chat_id, payload of a deep link."""
    return {"message_id": sim.start(_chat(body), str(body.get("payload", "")))}


def tap(sim: "Simulator", body: Json) -> Json:
    """Tap a button: chat_id, button (its label or data), perhaps message_id, by.

    With data instead of button: any data, on message_id.
    """
    if "data" in body:
        return {"query_id": sim.tap_data(_chat(body), whole(body["message_id"]), str(body["data"]))}
    return {"query_id": sim.tap(_chat(body), str(body["button"]), body.get("message_id"), body.get("by"))}


def edit(sim: "Simulator", body: Json) -> Json:
    """Edit a message of the person's: chat_id, message_id, text."""
    return {"message_id": sim.edit(_chat(body), whole(body["message_id"]), str(body["text"]))}


def delete(sim: "Simulator", body: Json) -> None:
    """Delete a message: chat_id, message_id."""
    sim.delete(_chat(body), whole(body["message_id"]))


def react(sim: "Simulator", body: Json) -> None:
    """React to a message: chat_id, message_id, emoji."""
    sim.react(_chat(body), whole(body["message_id"]), str(body.get("emoji", "")))


def block(sim: "Simulator", body: Json) -> None:
    """Block the bot: chat_id."""
    sim.block(_chat(body))


def unblock(sim: "Simulator", body: Json) -> None:
    """Let the bot in again: chat_id."""
    sim.unblock(_chat(body))


def deactivate(sim: "Simulator", body: Json) -> None:
    """The account is gone: chat_id."""
    sim.deactivate(_chat(body))


def raw(sim: "Simulator", body: Json) -> Json:
    """Queue any object as an update: update. Only its update_id is set."""
    if not isinstance(body["update"], dict):
        raise ValueError("update is not a JSON object")
    return {"update_id": sim.raw(body["update"])}


def renumber(sim: "Simulator", body: Json) -> None:
    """Number updates from another id on: first."""
    sim.renumber(whole(body["first"]))


# ---- what was said and done --------------------------------------------------------------------


def show_transcript(sim: "Simulator", body: Json) -> Any:
    """The history of a chat: chat_id, as lines of text; with format=json as objects."""
    chat = sim.chat(_chat(body))
    return transcript.as_json(chat) if body.get("format") == "json" else transcript.lines(chat)


def show_messages(sim: "Simulator", body: Json) -> list[Json]:
    """The messages that stand in a chat: chat_id. Each with out (the bot's) and how it was sent."""
    return [{"out": one.out, "message": one.body, "how": one.how} for one in sim.messages(_chat(body))]


def show_buttons(sim: "Simulator", body: Json) -> list[str]:
    """Labels of the newest message that has buttons: chat_id."""
    return sim.buttons(_chat(body))


def show_commands(sim: "Simulator", body: Json) -> list[Json]:
    """The commands a person sees: chat_id."""
    person = sim.chat(_chat(body)).person
    language = person.language_code if person else ""
    return profile.seen_commands(sim.core.state, _chat(body), language)


def show_calls(sim: "Simulator", body: Json) -> list[Json]:
    """The call log: with method only that one, with since only from that place on."""
    return [_line(entry) for entry in sim.calls(body.get("method"))[whole(body.get("since")) :]]


def _line(entry: LoggedCall) -> Json:
    line = {item.name: getattr(entry, item.name) for item in dataclasses.fields(entry)}
    return line | {"at": entry.at.isoformat(), "files": list(entry.files)}


def show_pending(sim: "Simulator", body: Json) -> list[Json]:
    """Updates that no offset has confirmed."""
    return sim.pending()


def show_counts(sim: "Simulator", body: Json) -> Json:
    """Figures: updates made, confirmed, expired, waiting; calls, chats."""
    updates = sim.core.state.updates
    counts = {"confirmed": updates.confirmed, "expired": updates.expired, "waiting": len(updates.waiting)}
    return counts | {"calls": len(sim.core.log), "chats": len(sim.core.state.chats)}


# ---- faults, limits, clock ---------------------------------------------------------------------


def fail(sim: "Simulator", body: Json) -> None:
    """Order a fault: method, times, how, code, text, retry_after, seconds, chat_id, after."""
    known = ("times", "how", "code", "text", "retry_after", "seconds", "chat_id", "after")
    sim.fail(str(body["method"]), **{key: body[key] for key in known if key in body})


def show_faults(sim: "Simulator", body: Json) -> list[Json]:
    """The orders that still stand."""
    return [dataclasses.asdict(fault) for fault in sim.core.faults.orders]


def clear_faults(sim: "Simulator", body: Json) -> None:
    """Take every order back."""
    sim.core.faults.orders.clear()


def limits(sim: "Simulator", body: Json) -> None:
    """Set the rates (see Rates), or on=false to lift them all."""
    numbers = {key: value for key, value in body.items() if key != "on"}
    sim.core.state.limits = Limits(Rates(**numbers) if body.get("on", True) else None)


def show_clock(sim: "Simulator", body: Json) -> Json:
    """The simulator's time."""
    return {"now": sim.clock().isoformat(), "stands": sim.clock.stands_at is not None}


def clock(sim: "Simulator", body: Json) -> Json:
    """Move the clock: set (ISO time with zone; it stands there), advance (seconds), or release."""
    if "set" in body:
        at = datetime.fromisoformat(body["set"])
        if at.tzinfo is None:
            raise ValueError("the time has no zone: write for example 2026-11-21T08:00:00+00:00")
        sim.clock.set(at)
    if "advance" in body:
        sim.clock.advance(float(body["advance"]))
    if body.get("release"):
        sim.clock.release()
    return show_clock(sim, body)


def reset(sim: "Simulator", body: Json) -> None:
    """Forget everything but the clock and the numbering of updates."""
    sim.reset()


ROUTES: dict[tuple[str, str], Handler] = {
    ("POST", "people"): people,
    ("POST", "groups"): groups,
    ("POST", "migrate"): migrate,
    ("GET", "chats"): chats,
    ("POST", "say"): say,
    ("POST", "start"): start,
    ("POST", "tap"): tap,
    ("POST", "edit"): edit,
    ("POST", "delete"): delete,
    ("POST", "react"): react,
    ("POST", "block"): block,
    ("POST", "unblock"): unblock,
    ("POST", "deactivate"): deactivate,
    ("POST", "raw"): raw,
    ("POST", "renumber"): renumber,
    ("GET", "transcript"): show_transcript,
    ("GET", "messages"): show_messages,
    ("GET", "buttons"): show_buttons,
    ("GET", "commands"): show_commands,
    ("GET", "calls"): show_calls,
    ("GET", "pending"): show_pending,
    ("GET", "counts"): show_counts,
    ("POST", "faults"): fail,
    ("GET", "faults"): show_faults,
    ("DELETE", "faults"): clear_faults,
    ("POST", "limits"): limits,
    ("GET", "clock"): show_clock,
    ("POST", "clock"): clock,
    ("POST", "reset"): reset,
}


def application(sim: "Simulator") -> Starlette:
    """The admin API of one simulator."""
    routes = [
        Route(f"/_sim/{name}", _endpoint(sim, handler), methods=[verb])
        for (verb, name), handler in ROUTES.items()
    ]
    return Starlette(routes=routes)


def _endpoint(sim: "Simulator", handler: Handler) -> Callable[[Request], Any]:
    async def endpoint(request: Request) -> Response:
        try:
            body = await _body(request)
            result = handler(sim, body)
        except KeyError as missing:
            return _reply(400, {"ok": False, "description": f"missing or unknown: {missing.args[0]}"})
        except (ValueError, TypeError, LookupError) as wrong:
            return _reply(400, {"ok": False, "description": str(wrong)})
        return _reply(200, {"ok": True, "result": result})

    return endpoint


async def _body(request: Request) -> Json:
    body: Json = dict(request.query_params)
    raw_body = await request.body()
    if not raw_body:
        return body
    sent = json.loads(raw_body)
    if not isinstance(sent, dict):
        raise ValueError("the body is not a JSON object")
    return body | sent


def _reply(status: int, body: Json) -> Response:
    return Response(json.dumps(body, ensure_ascii=False, default=str), status, media_type="application/json")
