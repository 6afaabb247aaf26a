"""In an admin's chat: a script is retired, restored, called otherwise, or lives without a file."""

from bot.people.admin import history, missing, renaming, resting
from bot.people.admin.resting import Deed
from bot.people.admin.watching import say
from bot.people.turn import Rows, Turn, send
from bot.store import audit, retired


def retire(turn: Turn, chat: int, rest: str) -> None:
    """What retiring a script would mean, with a button that does it."""
    named = history.named(turn, chat, rest, "retire", "No script is live yet.")
    if named is None:
        return None
    found = resting.meaning(turn.tx, *named)
    keys: Rows = ((("Retire it", f"a:rest:{named[0]}:{named[1]}"),),) if found.done else ()
    return say(turn, chat, found.text, rows=keys)


def rest(turn: Turn, chat: int, name: str, language: str) -> None:
    """It is retired, with a button that brings it back."""
    who = history.author(turn, chat)
    found = resting.retire(turn.tx, name, language, author=who, now=turn.now)
    keys: Rows = ((("Restore it", f"a:restore:{name}:{language}"),),) if found.done else ()
    _done(turn, chat, found, "script retired", keys)


def restore(turn: Turn, chat: int, rest: str) -> None:
    """A retired script is live again; without a name, those that are retired."""
    name, language = history.asked(turn, rest)
    if name and retired.get(turn.tx, name, language):
        return bring_back(turn, chat, name, language)
    resting_now = retired.every(turn.tx)
    if not resting_now:
        return send(turn, chat, "No script is retired.")
    keys: Rows = tuple(
        ((f"{one.script} ({one.language})", f"a:restore:{one.script}:{one.language}"),) for one in resting_now
    )
    return say(turn, chat, "These are retired. A tap brings one back.", rows=keys[:90])


def bring_back(turn: Turn, chat: int, name: str, language: str) -> None:
    """It is live again, as it was."""
    _done(turn, chat, resting.restore(turn.tx, name, language, turn.now), "script restored")


def rename(turn: Turn, chat: int, rest: str) -> None:
    """Two names, the old and the new."""
    words = [one.removesuffix(".md") for one in rest.replace("→", " ").split() if one != "to"]
    if len(words) != 2:
        return send(turn, chat, "Write both names, the new one last: /rename mid-week halfway")
    return call(turn, chat, *words)


def call(turn: Turn, chat: int, old: str, new: str) -> None:
    """It has another name."""
    who = history.author(turn, chat)
    found = renaming.rename(turn.tx, old, new, author=who, now=turn.now)
    more = f" A file {old}.md in the folder is to be called {new}.md, by hand." if found.done else ""
    _done(turn, chat, Deed(found.done, found.text + more), "script renamed")


def without(turn: Turn, chat: int, name: str, language: str) -> None:
    """A script lives without a file."""
    say(turn, chat, missing.without(turn.tx, name, language).text)


def all_without(turn: Turn, chat: int) -> None:
    """All whose files are gone do."""
    send(turn, chat, missing.all_without(turn.tx))


def _done(turn: Turn, chat: int, found: Deed, action: str, rows: Rows = ()) -> None:
    if found.done:
        audit.add(turn.tx, chat, action, turn.now)
    say(turn, chat, found.text, rows=rows)
