"""A chat's history for people to read, and as JSON."""

from bot.simulator.arguments import Json
from bot.simulator.state import Chat, Event


def lines(chat: Chat) -> list[str]:
    """The history line by line: "bot: …", "client: …", buttons in square brackets, edits and deletions told.

    In a private chat the person is "client"; in a group everybody goes by name. Further lines are indented.
    """
    return [line for event in chat.events for line in _event(chat, event)]


def _who(chat: Chat, event: Event) -> str:
    return "client" if chat.kind == "private" and event.who != "bot" else event.who


def _event(chat: Chat, event: Event) -> list[str]:
    who = _who(chat, event)
    match event.kind:
        case "said":
            return [*_text(f"{who}: {'(silent) ' if event.silent else ''}{event.text}"), *_buttons(event)]
        case "edited":
            return [*_text(f"{who} edits #{event.message_id}: {event.text}"), *_buttons(event)]
        case "deleted":
            return _text(f"{who} deletes #{event.message_id}: {event.text}")
        case "tapped":
            return [f"{who}: [{event.text}]"]
        case "notice":
            return [f"bot notice: {event.text}"]
        case "reacted":
            return [f"{who} reacts to #{event.message_id}: {event.text or 'nothing'}"]
        case "pinned":
            return [f"{who} pins #{event.message_id}"]
        case "action":
            return []
        case _:
            return [f"{who} {event.kind.removesuffix('ed')}s the bot"]


def _text(text: str) -> list[str]:
    first, *rest = text.split("\n")
    return [first, *("    " + line if line else "" for line in rest)]


def _buttons(event: Event) -> list[str]:
    return ["    " + " ".join(f"[{label}]" for label in row) for row in event.buttons]


def as_json(chat: Chat) -> list[Json]:
    """The history as objects: at (ISO, UTC), kind, who, message_id, text, buttons, silent."""
    return [
        {
            "at": event.at.isoformat(),
            "kind": event.kind,
            "who": _who(chat, event),
            "message_id": event.message_id,
            "text": event.text,
            "buttons": [list(row) for row in event.buttons],
            "silent": event.silent,
        }
        for event in chat.events
    ]
