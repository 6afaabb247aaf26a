"""What an admin can say and do: let coaches in, edit scripts, see what was set aside. No words of clients."""

import re
from typing import Any

from bot import calendars
from bot.core.base.line import line
from bot.i18n import texts
from bot.people import commands, inviting, previewing
from bot.people.admin import coaching, editing, history, lifespan, sample_weeks, starter
from bot.people.commands import Command
from bot.people.turn import Rows, Turn, number, send
from bot.store import inbox, outbox, people, scripts, setback
from bot.telegram import Message, Tap, escape

_PASTED = re.compile(r"\A\s*---\s*$|^(?:title|when|basis):\s|^#+ [a-z0-9-]+\s*$", re.MULTILINE)
"""What a script's text has, where somebody pastes it into the chat."""


def heard(turn: Turn, message: Message) -> bool:
    """A script file of the admin's, or words for a preview under way; False when it is none of these."""
    if message.document and _is_script(turn, message):
        editing.sent(turn, message)
        return True
    return previewing.heard(turn, message)


def command(turn: Turn, chat: int, word: str, rest: str) -> bool:
    """A command of the admin's; False when there is none of that name."""
    if (found := commands.find(COMMANDS, word)) is None:
        return False
    found.run(turn, chat, rest)
    return True


def _is_script(turn: Turn, message: Message) -> bool:
    """A file that ends in .md; or any, from an admin who is no client and so has no other use for one."""
    name = message.document.name if message.document else ""
    if calendars.is_calendar(name) and people.coach(turn.tx, message.chat_id):
        return False
    return editing.is_script(name) or people.client(turn.tx, message.chat_id) is None


def help(turn: Turn, chat: int, rest: str = "") -> None:
    """What an admin can do."""
    listed = commands.listed(texts(), COMMANDS)
    also = "A script file (after-session.md), sent here, is checked, tried and published."
    send(turn, chat, f"As an admin you can:\n{listed}\n{also}")


def hint(message: Message) -> str:
    """How a script comes in, for what looks like one and is no file, or a file that is none."""
    if _PASTED.search(message.text) or message.file:
        return "A script comes as a file whose name ends in .md, like after-session.md. /scripts gives one to edit."
    return ""


def received(turn: Turn, chat: int, body: dict[str, Any]) -> None:
    """The text of a file an admin sent."""
    editing.received(turn, chat, body)


def acts(turn: Turn, chat: int, act: str) -> bool:
    """Whether a button of the admin's still does something; all but those of a preview say what became of it."""
    word, _, value = act.partition(":")
    return previewing.acts(turn, chat, value) if word == "p" else True


def tapped(turn: Turn, tap: Tap, act: str) -> None:
    """A button of the admin's."""
    word, _, value = act.partition(":")
    if word == "p":
        return previewing.tapped(turn, tap, value)
    if word == "out":
        return coaching.take_out(turn, tap.chat_id, value)
    if word == "again":
        return _again(turn, tap.chat_id, value)
    return editing.tapped(turn, tap, act)


def _coach(turn: Turn, chat: int, rest: str) -> None:
    link = inviting.link(turn, "coach", chat)
    send(turn, chat, f"For one coach, within 72 hours:\n{link}")


def _cancel(turn: Turn, chat: int, rest: str) -> None:
    if previewing.open_in(turn, chat) is None:
        return send(turn, chat, "Nothing is being asked or played here.")
    previewing.end(turn, chat)
    return send(turn, chat, "The preview is over; nothing of it is kept.")


def _scripts(turn: Turn, chat: int, rest: str) -> None:
    """The list in a language; or the file of a script that is named."""
    name, language = history.asked(turn, rest)
    if name and scripts.live(turn.tx, name, language):
        return editing.give(turn, chat, f"{name}:{language}")
    wanted = rest.strip().casefold()
    if wanted and wanted not in scripts.languages(turn.tx):
        return history.choose(turn, chat, rest)
    return editing.show_list(turn, chat, wanted)


def _aside(turn: Turn, chat: int, rest: str) -> None:
    """What the program failed over, on the way in and on the way out: kind and place, never content."""
    letters, unsent = inbox.dead_letters(turn.tx, 10), setback.latest(turn.tx, 10)
    if not letters and not unsent:
        return send(turn, chat, "Nothing was set aside.")
    came = [f"{one.id} · {one.received_at:%Y-%m-%d %H:%M} UTC · {one.kind} · {one.error}" for one in letters]
    went = [f"out {row} · {method} · {error}" for row, method, error in unsent]
    rows: Rows = tuple(((f"Try {one.id} again", f"a:again:in:{one.id}"),) for one in letters)
    rows += tuple(((f"Try out {row} again", f"a:again:out:{row}"),) for row, _, _ in unsent)
    count = inbox.counts(turn.tx).dead + outbox.counts(turn.tx).aside
    return send(turn, chat, escape(f"{count} set aside, the latest:\n" + "\n".join(came + went)), rows)


def _again(turn: Turn, chat: int, value: str) -> None:
    """A row that was set aside is tried once more, as the next thing of its chat."""
    way, _, which = value.partition(":")
    revive = setback.revive if way == "out" else inbox.revive
    if revive(turn.tx, number(which)):
        return send(turn, chat, "It is tried again; /aside shows it where it fails once more.")
    return send(turn, chat, "It cannot be tried again: it is not set aside any more, or it was emptied.")


COMMANDS: tuple[Command[int], ...] = (
    Command("coach", line("A link by which a coach joins"), _coach),
    Command("coaches", line("The coaches; take one out"), coaching.show),
    Command("scripts", line("The scripts: get, edit, publish"), _scripts),
    Command("new", line("A small script to begin with"), starter.give),
    Command("week", line("Two sample weeks; how often a script comes"), sample_weeks.show),
    Command("try", line("Play a script as a client"), editing.try_as),
    Command("history", line("Versions of a script"), history.show),
    Command("undo", line("The version before"), history.undo),
    Command("retire", line("Retire a script"), lifespan.retire),
    Command("restore", line("A retired script is live again"), lifespan.restore),
    Command("rename", line("Another name for a script"), lifespan.rename),
    Command("aside", line("What was set aside; try again"), _aside),
    Command("help", line("What there is"), help),
    Command("cancel", line("Leave a preview"), _cancel),
)
"""The commands of an admin."""
