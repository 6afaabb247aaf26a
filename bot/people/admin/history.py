"""The versions of a script in an admin's chat: what became of each, and a way back to every one of them."""

import re
from collections.abc import Callable

from bot.core.lint.show import as_text
from bot.core.script.source import nearest
from bot.people import reconcile
from bot.people.admin import checking, comparing, publishing, resting
from bot.people.admin.publishing import Outcome, Published, Same
from bot.people.admin.watching import say
from bot.people.turn import Rows, Turn, send
from bot.store import audit, people, renamed, scripts, uses
from bot.store.scripts import ScriptVersion
from bot.store.uses import Use

PAGE = 12
"""Versions in a message, newest first; further ones are a tap away."""

OFFERED = 8
"""Scripts offered where none was named, or one that there is not."""


def show(turn: Turn, chat: int, rest: str) -> None:
    """Every version with its counts, newest first, and a button for each that is not live."""
    found = named(turn, chat, rest, "history", "No script is live yet.")
    if found is not None:
        page(turn, chat, *found, 0)


def choose(turn: Turn, chat: int, rest: str) -> None:
    """No script of that name is live: the nearest, each as a button that gives its file."""
    named(turn, chat, rest, "get", "No script is live yet.")


def page(turn: Turn, chat: int, name: str, language: str, start: int) -> None:
    """Some of the versions, from the ``start``-th newest on."""
    rows = scripts.history(turn.tx, name, language)
    shown = rows[start : start + PAGE]
    if not shown:
        return send(turn, chat, "That script is not live. /scripts lists what is.")
    used = uses.of_script(turn.tx, name, language)
    lines = [line for row in shown for line in version_lines(row, used.get(row.version))]
    back = [_back(row, f"v{row.version}") for row in shown if row is not rows[0]]
    around = [(f"Newer than v{shown[0].version}", start - PAGE)] if start else []
    around += [(f"Older than v{shown[-1].version}", start + PAGE)] if len(rows) > start + PAGE else []
    turns = tuple((label, f"a:history:{name}:{language}:{max(at, 0)}") for label, at in around)
    keys: Rows = tuple(tuple(back[at : at + 4]) for at in range(0, len(back), 4))
    still = resting.still(turn.tx, name, language)
    head = still or f"{name} ({language}): version {rows[0].version} is live."
    back = [] if still else back
    text = "\n".join((f"{head} A tap brings an earlier text back." if back else head, "", *lines))
    again: Rows = ((("Restore it", f"a:restore:{name}:{language}"),),) if still else ()
    again = ((("Counts, a page a version", f"a:counts:{name}:{language}:{shown[0].version}"),), *again)
    others: Rows = ((("Others", f"a:list:{language}"),),)
    return say(turn, chat, text, rows=(*again, *keys, *((turns,) if turns else ()), *others))


def version_lines(row: ScriptVersion, use: Use | None) -> list[str]:
    """A version in words: when, who, why, and below it what became of it."""
    head = f"v{row.version} · {row.at:%Y-%m-%d %H:%M} UTC · {row.author}" + (
        f" · {row.note}" if row.note else ""
    )
    return [head, f"   {counted(use)}"]


def counted(use: Use | None) -> str:
    """The counts of one version in one line; nothing of another version is in it."""
    if use is None:
        return "not begun yet"
    ends = (("finished", use.finished), ("stopped", use.stopped), ("without an answer", use.unanswered))
    more = (("open", use.open), ("ended by a fault", use.broken))
    said = [f"{use.started} begun", *(f"{count} {word}" for word, count in (*ends, *more) if count)]
    if use.passed:
        said.append("passed: " + ", ".join(f"{step} {count}" for step, count in use.passed))
    fits = (("fitted", use.fitted), ("so-so", use.so_so), ("not for me", use.not_for_me))
    return ", ".join((*said, *(f"{word} {count}" for word, count in fits if count)))


# ---- going back --------------------------------------------------------------------------------


def undo(turn: Turn, chat: int, rest: str) -> None:
    """The text before the live one is published again; once more goes further back, never forth."""
    found = named(turn, chat, rest, "undo", "No script has a version before the live one.", _changed)
    if found is None:
        return None
    name, language = found
    before = scripts.before(turn.tx, name, language)
    if before is None:
        rows = scripts.history(turn.tx, name, language)
        text = f"{name} ({language}) stands as it was first published: there is nothing before it."
        return send(turn, chat, text, (_versions(name, language),) if len(rows) > 1 else ())
    return bring_back(turn, chat, name, language, before.version)


def undo_of(turn: Turn, chat: int, name: str, language: str, version: int) -> None:
    """The button under a publication: it takes that one back, and nothing that came after it."""
    live = scripts.live(turn.tx, name, language)
    if live is None or (version and live.version != version):
        now = f"version {live.version} is live by now" if live else "it is not live any more"
        text = f"That was version {version} of {name} ({language}); {now}. Nothing was changed."
        return send(turn, chat, text, (_versions(name, language),) if live else ())
    return undo(turn, chat, f"{name} {language}")


def bring_back(turn: Turn, chat: int, name: str, language: str, version: int) -> None:
    """The text of a version that was live once is published again; with the ways further back and forth."""
    live = scripts.live(turn.tx, name, language)
    who = author(turn, chat)
    outcome = publishing.undo(turn.tx, name, language, author=who, now=turn.now, to=version)
    if outcome is None or live is None:
        return send(turn, chat, f"{name} ({language}) has no such version. /scripts lists what is live.")
    publishing.look_again(turn.tx, [outcome], turn.now)
    issues = () if isinstance(outcome, Same) else checking.errors_first(outcome.issues)
    after = scripts.live(turn.tx, name, language)
    changes = comparing.difference(live.source, after.source) if after else []
    said = "\n".join(comparing.shortened(changes))
    keys = _ways(turn, outcome, live) if isinstance(outcome, Published) else (_versions(name, language),)
    return say(turn, chat, publishing.in_words(outcome), said, as_text(issues), rows=keys)


def _ways(turn: Turn, outcome: Published, left: ScriptVersion) -> Rows:
    """Under what was brought back: further back, what was left again, and the list."""
    earlier = scripts.before(turn.tx, outcome.name, outcome.language)
    further = [_back(earlier, f"Further back, v{earlier.version}")] if earlier else []
    return (
        (*further, _back(left, f"v{left.version} again")),
        _versions(outcome.name, outcome.language),
    )


def _back(row: ScriptVersion, label: str) -> tuple[str, str]:
    return label, f"a:back:{row.version}:{row.script}:{row.language}"


def _versions(name: str, language: str) -> tuple[tuple[str, str], ...]:
    return (("All versions", f"a:history:{name}:{language}"),)


def undo_key(outcome: Outcome) -> Rows:
    """Under a publication the button that takes it back: the version before again, or none where it is new."""
    if isinstance(outcome, Published) and outcome.before:
        return ((("Undo", f"a:undo:{outcome.name}:{outcome.language}:{outcome.version}"),),)
    if isinstance(outcome, Published):
        return ((("Take it back", f"a:unpublish:{outcome.name}:{outcome.language}"),),)
    return ()


def unpublish(turn: Turn, chat: int, name: str, language: str) -> None:
    """A script that is new and that nobody has begun is gone again, as when its file's name was a slip."""
    if not scripts.remove_unused(turn.tx, name, language):
        text = f"{name} ({language}) stays: it was begun, or has a further version, or is not live any more."
        return send(turn, chat, text)
    audit.add(turn.tx, chat, "script taken back", turn.now)
    reconcile.everybody(turn.tx, turn.now)
    return send(turn, chat, f"{name} ({language}) is taken back: it is not live, and nobody had begun it.")


def author(turn: Turn, chat: int) -> str:
    """Who publishes, for the history: the name they have as a coach, else their number."""
    name = people.coach_name(turn.tx, chat)
    return f"{name} (admin)" if name else f"admin {chat}"


# ---- which script ------------------------------------------------------------------------------


def named(
    turn: Turn,
    chat: int,
    rest: str,
    act: str,
    none: str,
    of: Callable[[Turn, str], list[ScriptVersion]] | None = None,
) -> tuple[str, str] | None:
    """The script that is meant; where it is not plain which, the nearest are offered, each as a button."""
    name, language = asked(turn, rest)
    name = renamed.called(turn.tx, name)
    live = [one.script for one in scripts.all_live(turn.tx, language)]
    if name in live:
        return name, language
    if act == "history" and scripts.latest(turn.tx, name, language):
        return name, language
    elsewhere = [one for one in scripts.languages(turn.tx) if scripts.live(turn.tx, name, one)]
    offered = [(f"{name} ({one})", name, one) for one in elsewhere]
    if name and not offered:
        offered = [(one, one, language) for one in nearest(name, live)[:OFFERED]]
    elif not name:
        rows = (of or _newest)(turn, language if rest.strip() else "")
        offered = [(f"{one.script} ({one.language})", one.script, one.language) for one in rows[:OFFERED]]
    if not offered:
        send(turn, chat, none)
        return None
    said = f"There is no script “{name}” in “{language}”. Perhaps:" if name else "Which script?"
    keys: Rows = tuple(((label, f"a:{act}:{script}:{where}"),) for label, script, where in offered)
    say(turn, chat, said, rows=keys)
    return None


def asked(turn: Turn, rest: str) -> tuple[str, str]:
    """The name and language that an admin wrote: mid-week de, "Mid week", mid_week.de.md, de mid-week."""
    languages = scripts.languages(turn.tx)
    parts = re.split(r"[\s_.]+", re.sub(r"\.(?:md|markdown)$", "", rest.strip().casefold()))
    spoken = [one for one in (parts[-1], parts[0]) if one in languages and len(parts) > 1]
    language = spoken[0] if spoken else "en"
    words = [one for one in parts if one and not (spoken and one == language)]
    return "-".join(words), language


def _newest(turn: Turn, language: str) -> list[ScriptVersion]:
    """The scripts of a language, or of all, what was published last first."""
    spoken = (language,) if language else scripts.languages(turn.tx)
    rows = [row for one in spoken for row in scripts.all_live(turn.tx, one)]
    return sorted(rows, key=lambda one: one.at, reverse=True)


def _changed(turn: Turn, language: str) -> list[ScriptVersion]:
    """Those of them that have something to go back to."""
    rows = _newest(turn, language)
    return [one for one in rows if scripts.before(turn.tx, one.script, one.language)]
