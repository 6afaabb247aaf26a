"""Scripts in an admin's chat: look, get the file, send it back, try it, publish. No words of clients."""

import re
from typing import Any

from bot.core.lint.show import as_text
from bot.core.script.draft import is_name
from bot.core.script.source import meant
from bot.people import previewing
from bot.people.admin import (
    checking,
    coming_month,
    comparing,
    counting,
    history,
    lifespan,
    outlook,
    publishing,
)
from bot.people.admin.publishing import Conflict, Rejected, Shelved
from bot.people.admin.watching import marked_up, say
from bot.people.leaf import leaf
from bot.people.turn import Rows, Turn, number, send, send_file, set_buttons, set_text
from bot.store import drafts, inbox, scripts, uses
from bot.store.drafts import Draft
from bot.store.scripts import ScriptVersion
from bot.telegram import Message, Tap, escape

LARGEST = 64 * 1024
"""Bytes of a script file; the longest of ours has a tenth of it."""

SHOWN = 30
"""Lines of a difference in a message; a longer one comes as a file."""

ENDING = re.compile(r"\.(md|markdown|txt)(\.txt)?$", re.IGNORECASE)
LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})?")


# ---- the list ----------------------------------------------------------------------------------


def show_list(turn: Turn, chat: int, language: str = "", message_id: int = 0) -> None:
    """The live scripts of a language, a button each; a row of buttons changes the language."""
    languages = scripts.languages(turn.tx)
    if not languages:
        return send(
            turn, chat, "No script is live. Put files into the prompts folder, or send one here as a file."
        )
    wanted, _, start = language.partition(":")
    shown = wanted if wanted in languages else ("en" if "en" in languages else languages[0])
    rows: Rows = tuple(((f"{one.script} · v{one.version}", _act("get", one)),) for one in _of(turn, shown))
    others = tuple((name if name != shown else f"• {name}", f"a:list:{name}") for name in languages)
    text = f"The scripts that are live in “{escape(shown)}”. A tap gives the file: edit it and send it back."
    listed = leaf(rows, number(start), "Others", f"a:list:{shown}:")
    keys = (*listed, *(others[at : at + 6] for at in range(0, len(others), 6) if len(others) > 1))
    if message_id:
        return set_text(turn, chat, message_id, text, keys)
    return send(turn, chat, text, keys)


def _of(turn: Turn, language: str) -> tuple[ScriptVersion, ...]:
    return scripts.all_live(turn.tx, language)


def _act(word: str, row: ScriptVersion) -> str:
    return f"a:{word}:{row.script}:{row.language}"


def give(turn: Turn, chat: int, value: str) -> None:
    """The file of a live script, to be edited and sent back."""
    name, _, language = value.partition(":")
    live = scripts.live(turn.tx, name, language)
    if live is None:
        return send(turn, chat, "That script is not live any more. /scripts lists what is.")
    file = f"{name}.md" if language == "en" else f"{name}.{language}.md"
    caption = f"{name} ({language}), version {live.version}. Edit it and send it back under the same name."
    rows: Rows = ((("Try it", _act("try", live)), ("History", _act("history", live))),)
    source = live.source.encode()
    return send_file(turn, chat, "sendDocument", file, source, escape(caption), rows, protect=False)


# ---- a file comes back -------------------------------------------------------------------------


def sent(turn: Turn, message: Message) -> None:
    """A file came: it is fetched aside, and comes back as a row with its text; or one sentence why not."""
    document, chat = message.document, message.chat_id
    if document is None or document.size > LARGEST:
        return send(turn, chat, "That file is larger than a script can be (64 KB). A script is a page.")
    name, language, note = named(document.name, message.text.partition("] ")[2])
    if not is_script(document.name):
        text = (
            f"“{document.name}” is no script: a script is a plain text file whose name ends in .md, like "
            "`after-session.md`."
        )
        return send(turn, chat, marked_up(text))
    if not is_name(name):
        text = (
            f"“{document.name}” does not name a script. Small letters, digits and hyphens do, with the language "
            "before the ending where it is not English: `after-session.md`, `after-session.de.md`."
        )
        return send(turn, chat, marked_up(text))
    body = {"file_id": document.file_id, "name": name, "language": language, "note": note}
    inbox.add(turn.tx, f"fetch:{turn.row}", chat, "fetch", body, turn.now)
    return None


def named(file: str, caption: str) -> tuple[str, str, str]:
    """Name, language and note: after-session.de.md, or "de" first in the caption; the rest of it is the note.

    A phone's own additions ("after-session (1).md", "After Session.md") are seen through.
    """
    stem = ENDING.sub("", file.strip())
    name, _, language = re.sub(r"\s*\(\d+\)$", "", stem).partition(".")
    first, _, rest = caption.strip().partition(" ")
    if not language and LANGUAGE.fullmatch(first.casefold().rstrip(":")):
        return _slug(name), first.casefold().rstrip(":"), rest.strip()
    wanted = language.casefold() or "en"
    return (_slug(name) if LANGUAGE.fullmatch(wanted) else file), wanted, caption.strip()


def is_script(file: str) -> bool:
    """Whether a file's name ends as a script's does; some phones put .txt behind it."""
    return ENDING.search(file.strip()) is not None


def _slug(name: str) -> str:
    return re.sub(r"[\s_]+", "-", name.strip()).casefold()


def received(turn: Turn, chat: int, body: dict[str, Any]) -> None:
    """The text of a file an admin sent: its issues by line, or a draft with its difference and effect."""
    name, language, source = body["name"], body["language"], body["text"]
    if source is None:
        return send(turn, chat, "That file is not plain text in UTF-8. Save it as such and send it again.")
    if (shelf := publishing.shelved(turn.tx, name, language)) is not None:
        keys: Rows = () if shelf.called else ((("Restore it", f"a:restore:{name}:{language}"),),)
        return say(turn, chat, publishing.in_words(shelf), "Then send the file again.", rows=keys)
    checked = publishing.check_live(turn.tx, name, language, source)
    live = scripts.live(turn.tx, name, language)
    if checked.script is None or checked.errors:
        rejected = Rejected(name, language, checked.issues)
        return say(turn, chat, publishing.in_words(rejected), as_text(checking.errors_first(checked.issues)))
    if live and publishing.alike(live.source, source):
        return say(turn, chat, publishing.in_words(publishing.same(live, source)))
    base = live.version if live else 0
    earlier = drafts.open_by(turn.tx, name, language, str(chat))
    draft = drafts.add(
        turn.tx, name, language, base, source, author=str(chat), now=turn.now, note=body.get("note", "")
    )
    odd = outlook.odd(turn.tx, checked.script, f"{name}.md", turn.config.practice, turn.now)
    head = f"{name} ({language}), as a draft." if live else _new(turn, name, language)
    effect = publishing.effect(uses.mid_way(turn.tx, name, language), base + 1)
    changes = _difference(turn, chat, name, live.source, source) if live else ""
    return say(
        turn,
        chat,
        head,
        "Your earlier draft of it is put away; this one takes its place." if earlier else "",
        changes,
        as_text(checking.errors_first((*checked.issues, *odd))),
        f"Once published: {effect}",
        publishing.foreseen(turn.tx, checked.script),
        coming_month.ahead(turn, checked.script),
        rows=_keys(draft, base),
    )


def _new(turn: Turn, name: str, language: str) -> str:
    """A script that is not there yet, or a slip in the name of one that is."""
    hint = meant(name, [one.script for one in _of(turn, language)])
    return f"{name} ({language}) is new, as a draft; no script of that name is live.{hint}"


def _keys(draft: int, base: int, publish: str = "Publish") -> Rows:
    """``base``: the version that the difference shown here was made from; on top of another it is shown anew."""
    return (
        ((publish, f"a:publish:{draft}:{base}"), ("Put away", f"a:discard:{draft}")),
        (("Try it as a client", f"a:preview:{draft}"),),
    )


def _difference(turn: Turn, chat: int, name: str, old: str, new: str) -> str:
    """What an edit changes, line by line; a long one comes as a file before."""
    rows = comparing.difference(old, new)
    if len(rows) <= SHOWN:
        return "\n".join(rows)
    whole = "\n".join(comparing.plain(comparing.difference(old, new, around=3))) + "\n"
    send_file(turn, chat, "sendDocument", f"{name}.diff", whole.encode(), "What changes.", protect=False)
    return f"{len(rows)} lines of difference, in the file above."


# ---- drafts ------------------------------------------------------------------------------------


def publish(turn: Turn, chat: int, value: str) -> None:
    """A draft becomes the live version; or somebody was faster, and the draft waits."""
    draft, base = _open(turn, value), value.partition(":")[2]
    if draft is None:
        return send(turn, chat, "That draft is no longer open. Send the file again.")
    outcome = publishing.publish(
        turn.tx,
        draft.script,
        draft.language,
        draft.source,
        author=history.author(turn, chat),
        note=draft.note or "from the chat",
        now=turn.now,
        base=number(base) if base else draft.base,
    )
    if isinstance(outcome, Conflict):
        return _second(turn, chat, draft, outcome)
    if isinstance(outcome, Rejected | Shelved):
        return say(turn, chat, publishing.in_words(outcome), as_text(checking.errors_first(outcome.issues)))
    drafts.close(turn.tx, draft.id, "published")
    previewing.end(turn, chat)
    publishing.look_again(turn.tx, [outcome], turn.now)
    return say(turn, chat, publishing.in_words(outcome), rows=history.undo_key(outcome))


def _open(turn: Turn, value: str) -> Draft | None:
    draft = drafts.get(turn.tx, number(value.partition(":")[0]))
    return draft if draft and draft.state == "open" else None


def _second(turn: Turn, chat: int, draft: Draft, outcome: Conflict) -> None:
    """The second of two editors: told what the other did, and the text is kept."""
    live = scripts.live(turn.tx, draft.script, draft.language)
    drafts.rebase(turn.tx, draft.id, outcome.live)
    head = f"{publishing.in_words(outcome)} Your text is kept. This is what it changes on theirs:"
    changes = _difference(turn, chat, draft.script, live.source if live else "", draft.source)
    say(turn, chat, head, changes, rows=_keys(draft.id, outcome.live, "Publish on top of it"))


def discard(turn: Turn, chat: int, value: str) -> None:
    """A draft is put away."""
    if drafts.close(turn.tx, number(value), "discarded"):
        return send(turn, chat, "Put away. The live version stays as it is.")
    return send(turn, chat, "That draft was published or put away before.")


def preview(turn: Turn, chat: int, value: str) -> None:
    """A draft is played here."""
    draft = _open(turn, value)
    if draft is None:
        return send(turn, chat, "That draft is no longer open. Send the file again.")
    return previewing.begin(turn, chat, draft.script, draft.language, draft.source, draft.id)


def try_as(turn: Turn, chat: int, rest: str) -> None:
    """/try NAME, with who is to be played: an own draft of that name, else what is live."""
    wanted, who = previewing.played(rest)
    named = history.named(turn, chat, wanted, "try", "No script is live yet.")
    live = scripts.live(turn.tx, *named) if named else None
    if named is None or live is None:
        return None
    draft = drafts.latest_of(turn.tx, *named, str(chat))
    source, which = (draft.source, draft.id) if draft else (live.source, 0)
    return previewing.begin(turn, chat, *named, source, which, who=who)


def try_live(turn: Turn, chat: int, value: str) -> None:
    """The live version is played here."""
    name, _, language = value.partition(":")
    live = scripts.live(turn.tx, name, language)
    if live is None:
        return send(turn, chat, "That script is not live any more. /scripts lists what is.")
    return previewing.begin(turn, chat, name, language, live.source, 0)


# ---- taps --------------------------------------------------------------------------------------


def tapped(turn: Turn, tap: Tap, act: str) -> None:
    """A button under one of these messages."""
    word, _, value = act.partition(":")
    chat = tap.chat_id
    match word:
        case "list":
            show_list(turn, chat, value, tap.message_id)
        case "get":
            give(turn, chat, value)
        case "try":
            try_live(turn, chat, value)
        case "history":
            name, language, at = _three(value)
            history.page(turn, chat, name, language, at)
        case "publish" | "discard":
            (publish if word == "publish" else discard)(turn, chat, value)
            if tap.message_id and _open(turn, value) is None:
                set_buttons(turn, chat, tap.message_id)
        case "preview":
            preview(turn, chat, value)
        case "unpublish":
            history.unpublish(turn, chat, *_three(value)[:2])
        case "counts":
            counting.show(turn, chat, *_three(value))
        case "retire":
            lifespan.retire(turn, chat, value.replace(":", " "))
        case "rest":
            lifespan.rest(turn, chat, *_three(value)[:2])
        case "restore":
            lifespan.bring_back(turn, chat, *_three(value)[:2])
        case "rename":
            lifespan.call(turn, chat, *_three(value)[:2])
        case "without":
            lifespan.without(turn, chat, *_three(value)[:2])
        case "without-all":
            lifespan.all_without(turn, chat)
        case "undo":
            history.undo_of(turn, chat, *_three(value))
        case "back":
            which, _, script = value.partition(":")
            name, language, _ = _three(script)
            history.bring_back(turn, chat, name, language, number(which))


def _three(value: str) -> tuple[str, str, int]:
    """A script's name, its language, and a number that may be left out."""
    name, language, at, *_ = (*value.split(":"), "", "")
    return name, language, number(at)
