"""What an admin can say and do: let coaches in, edit scripts, see what was set aside. No words of clients."""

from typing import Any

from bot.people import inviting
from bot.people.admin import editing, previewing
from bot.people.turn import Turn, send
from bot.store import inbox, people
from bot.telegram import Message, Tap, escape


def heard(turn: Turn, message: Message, command: str, rest: str) -> bool:
    """A command or a file of the admin's, or words for a preview under way; False when it is none of these."""
    if message.document and _is_script(turn, message):
        editing.sent(turn, message)
        return True
    rooms = {"coach": _coach, "scripts": _scripts, "history": editing.history, "undo": _undo, "aside": _aside}
    if room := rooms.get(command):
        room(turn, message.chat_id, rest)
        return True
    return not command and previewing.heard(turn, message)


def _is_script(turn: Turn, message: Message) -> bool:
    """A file that ends in .md; or any, from an admin who is no client and so has no other use for one."""
    name = message.document.name if message.document else ""
    return editing.is_script(name) or people.client(turn.tx, message.chat_id) is None


def unknown(turn: Turn, chat: int) -> None:
    """What an admin can do, when what was written is nothing of it."""
    send(
        turn,
        chat,
        "As an admin you can: /coach – a link by which a coach joins · /scripts – all scripts, with buttons · "
        "send a script file (after-session.md) – checked, tried, published · /history NAME · /undo NAME · "
        "/aside – updates that could not be read.",
    )


def received(turn: Turn, chat: int, body: dict[str, Any]) -> None:
    """The text of a file an admin sent."""
    editing.received(turn, chat, body)


def tapped(turn: Turn, tap: Tap, act: str) -> None:
    """A button of the admin's."""
    word, _, value = act.partition(":")
    if word == "p":
        return previewing.tapped(turn, tap, value)
    return editing.tapped(turn, tap, act)


def _coach(turn: Turn, chat: int, rest: str) -> None:
    link = inviting.link(turn, "coach", chat)
    send(turn, chat, f"For one coach, within 72 hours:\n{link}")


def _scripts(turn: Turn, chat: int, rest: str) -> None:
    editing.show_list(turn, chat, rest.strip().casefold())


def _undo(turn: Turn, chat: int, rest: str) -> None:
    editing.undo(turn, chat, rest)


def _aside(turn: Turn, chat: int, rest: str) -> None:
    """What could not be read, by kind and place, never by content."""
    letters = inbox.dead_letters(turn.tx, 10)
    if not letters:
        return send(turn, chat, "Nothing was set aside.")
    lines = [f"{one.id} · {one.received_at:%Y-%m-%d %H:%M} UTC · {one.kind} · {one.error}" for one in letters]
    return send(
        turn, chat, escape(f"{inbox.counts(turn.tx).dead} set aside, the latest:\n" + "\n".join(lines))
    )
