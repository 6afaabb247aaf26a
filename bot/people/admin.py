"""What an admin can say and do: let coaches in, edit scripts, see what was set aside. No words of clients."""

import difflib
from typing import Any

from bot.core.lint.show import as_text
from bot.people import invites, library, publishing
from bot.people.publishing import Conflict, Published, Rejected
from bot.people.turn import Rows, Turn, send, send_file
from bot.store import drafts, inbox, scripts
from bot.telegram import Message, Tap, escape

LARGEST = 64 * 1024
"""Bytes of a script file; the longest of ours has a tenth of it."""


def heard(turn: Turn, message: Message, command: str, rest: str) -> bool:
    """A command or a file of the admin's; False when it is neither."""
    if message.document and message.document.name.casefold().endswith((".md", ".markdown")):
        _file(turn, message)
        return True
    rooms = {"coach": _coach, "scripts": _scripts, "history": _history, "undo": _undo, "aside": _aside}
    if room := rooms.get(command):
        room(turn, message.chat_id, rest)
        return True
    return False


def unknown(turn: Turn, chat: int) -> None:
    """What an admin can do, when what was written is nothing of it."""
    send(
        turn,
        chat,
        "As an admin you can: /coach – a link by which a coach joins · /scripts – all scripts, with buttons · "
        "send a script file (after-session.md) – checked, previewed, published · /history NAME · /undo NAME · "
        "/aside – updates that could not be read.",
    )


def _coach(turn: Turn, chat: int, rest: str) -> None:
    link = invites.link(turn, "coach", chat)
    send(turn, chat, f"For one coach, within 72 hours:\n{link}")


# ---- scripts -----------------------------------------------------------------------------------


def _scripts(turn: Turn, chat: int, rest: str) -> None:
    """Every live script; a tap gives its file, to edit and send back."""
    rows = scripts.all_live(turn.tx)
    if not rows:
        return send(turn, chat, "No script is live. Put files into the prompts folder, or send one here.")
    buttons = tuple((f"{row.script} ({row.language}) v{row.version}", _act("get", row)) for row in rows)
    keys: Rows = tuple((button,) for button in buttons[:90])
    return send(
        turn, chat, "The scripts that are live. A tap gives the file; edit it and send it back.", keys
    )


def _act(word: str, row: scripts.ScriptVersion) -> str:
    return f"a:{word}:{row.script}:{row.language}"


def _file(turn: Turn, message: Message) -> None:
    """A script came as a file: it is fetched aside, and comes back as a row with its text."""
    document = message.document
    if document is None or document.size > LARGEST:
        return send(turn, message.chat_id, "That file is larger than a script can be (64 KB).")
    name, language = _named(document.name, message.text)
    body = {"file_id": document.file_id, "name": name, "language": language}
    inbox.add(turn.tx, f"fetch:{turn.row}", message.chat_id, "fetch", body, turn.now)
    return None


def _named(file: str, caption: str) -> tuple[str, str]:
    """The script's name and language: after-session.md, de/after-session.md or after-session.de.md."""
    stem = file.rpartition(".")[0].casefold()
    name, _, language = stem.partition(".")
    said = caption.partition("] ")[2].strip().casefold()
    return name.replace(" ", "-"), language or (said if len(said) in (2, 3) else "en")


def received(turn: Turn, chat: int, body: dict[str, Any]) -> None:
    """The text of a file an admin sent: its issues by line, or a preview with a button to publish."""
    name, language, source = body["name"], body["language"], body["text"]
    checked = publishing.check(name, language, source)
    live = scripts.live(turn.tx, name, language)
    if checked.script is None or checked.errors:
        text = f"{name}.md is not published yet. To mend:\n\n{as_text(checked.issues)}"
        return send(turn, chat, escape(text[:3900]))
    draft = drafts.add(
        turn.tx, name, language, live.version if live else 0, source, author=str(chat), now=turn.now
    )
    difference = _difference(live.source if live else "", source)
    warned = f"\n\nWorth a look:\n{as_text(checked.issues)}" if checked.issues else ""
    text = escape(f"{name} ({language}), as a draft.\n\n{difference}{warned}"[:3900])
    rows: Rows = (
        (("Publish", f"a:publish:{draft}"), ("Put away", f"a:discard:{draft}")),
        (("See it as a client would", f"a:preview:{draft}"),),
    )
    return send(turn, chat, text, rows)


def _difference(old: str, new: str) -> str:
    """What an edit changes, line by line; the count alone where it is long."""
    changed = [
        row
        for row in difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=0)
        if not row.startswith(("---", "+++", "@@"))
    ]
    if not old:
        return f"New, {len(new.splitlines())} lines."
    shown = "\n".join(changed[:30])
    return shown + (f"\n… and {len(changed) - 30} more lines" if len(changed) > 30 else "")


def tapped(turn: Turn, tap: Tap, act: str) -> None:
    """A button of the admin's."""
    word, _, value = act.partition(":")
    match word:
        case "get":
            _give(turn, tap.chat_id, value)
        case "publish":
            _publish(turn, tap.chat_id, int(value))
        case "discard":
            drafts.close(turn.tx, int(value), "discarded")
            send(turn, tap.chat_id, "Put away. The live version stays as it is.")
        case "preview":
            _preview(turn, tap.chat_id, int(value))
        case "undo":
            _undo(turn, tap.chat_id, value.replace(":", " "))


def _give(turn: Turn, chat: int, value: str) -> None:
    name, _, language = value.partition(":")
    live = scripts.live(turn.tx, name, language)
    if live is None:
        return send(turn, chat, "That script is not live any more.")
    file = f"{name}.md" if language == "en" else f"{name}.{language}.md"
    caption = f"{name} ({language}), version {live.version}. Edit it and send it back with the same name."
    return send_file(turn, chat, "sendDocument", file, live.source.encode(), caption)


def _publish(turn: Turn, chat: int, number: int) -> None:
    draft = drafts.get(turn.tx, number)
    if draft is None or draft.state != "open":
        return send(turn, chat, "That draft is no longer open; send the file again.")
    outcome = publishing.publish(
        turn.tx,
        draft.script,
        draft.language,
        draft.source,
        author=str(chat),
        note="from the chat",
        now=turn.now,
        base=draft.base,
    )
    if isinstance(outcome, Conflict):
        drafts.rebase(turn.tx, number, outcome.live)
        rows: Rows = ((("Publish on top of it", f"a:publish:{number}"), ("Put away", f"a:discard:{number}")),)
        return send(turn, chat, escape(publishing.in_words(outcome)), rows)
    if not isinstance(outcome, Rejected):
        drafts.close(turn.tx, number, "published")
    undo = f"a:undo:{draft.script}:{draft.language}"
    keys: Rows = ((("Undo", undo),),) if isinstance(outcome, Published) and outcome.before else ()
    return send(turn, chat, escape(publishing.in_words(outcome)), keys)


def _preview(turn: Turn, chat: int, number: int) -> None:
    """Every text of a draft in order, as a client would read it."""
    draft = drafts.get(turn.tx, number)
    script = publishing.check(draft.script, draft.language, draft.source).script if draft else None
    if script is None:
        return send(turn, chat, "That draft is no longer there; send the file again.")
    return send(turn, chat, escape(library.as_page(script))[:4000])


def _history(turn: Turn, chat: int, rest: str) -> None:
    name, language = _asked(rest)
    rows = scripts.history(turn.tx, name, language)
    if not rows:
        return send(turn, chat, "Which script? /history after-session, or /history after-session de.")
    lines = [f"v{row.version} · {row.at:%Y-%m-%d %H:%M} UTC · {row.author} · {row.note}" for row in rows[:30]]
    return send(turn, chat, escape("\n".join(lines)))


def _undo(turn: Turn, chat: int, rest: str) -> None:
    name, language = _asked(rest)
    outcome = publishing.undo(turn.tx, name, language, author=str(chat), now=turn.now)
    if outcome is None:
        return send(
            turn, chat, "Which script? /undo after-session. One with a single version has no version before."
        )
    return send(turn, chat, escape(publishing.in_words(outcome)))


def _asked(rest: str) -> tuple[str, str]:
    parts = rest.casefold().split()
    return (parts[0] if parts else ""), (parts[1] if len(parts) > 1 else "en")


def _aside(turn: Turn, chat: int, rest: str) -> None:
    """What could not be read, by kind and place, never by content."""
    letters = inbox.dead_letters(turn.tx, 10)
    if not letters:
        return send(turn, chat, "Nothing was set aside.")
    lines = [f"{one.id} · {one.received_at:%Y-%m-%d %H:%M} UTC · {one.kind} · {one.error}" for one in letters]
    return send(
        turn, chat, escape(f"{inbox.counts(turn.tx).dead} set aside, the latest:\n" + "\n".join(lines))
    )
