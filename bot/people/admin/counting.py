"""Counting: what became of one version of a script, as a small page; no words of anybody's, no names."""

from bot.core.script.script import Step
from bot.people import library
from bot.people.admin.watching import say
from bot.people.turn import Rows, Turn, send
from bot.store import renamed, scripts, uses
from bot.store.db import Tx
from bot.store.scripts import ScriptVersion
from bot.store.uses import Use

WIDE = 12
"""Signs of the longest bar."""


def page(tx: Tx, row: ScriptVersion) -> list[str]:
    """Begun, how it ended, where clients passed, whether it fitted: a line each, with a bar beside the count."""
    use = uses.of_script(tx, row.script, row.language).get(row.version)
    note = f" · {row.note}" if row.note else ""
    head = [
        f"{row.script} ({row.language}), version {row.version}",
        f"{row.at:%Y-%m-%d} · {row.author}{note}",
        "",
    ]
    return [*head, *(_counts(tx, row, use) if use else ["Nobody has begun it yet."])]


def _counts(tx: Tx, row: ScriptVersion, use: Use) -> list[str]:
    ends = (
        ("finished", use.finished),
        ("stopped", use.stopped),
        ("without an answer", use.unanswered),
        ("open", use.open),
        ("ended by a fault", use.broken),
    )
    lines = [_line("begun", use.started, use.started)]
    lines += [_line(word, count, use.started) for word, count in ends if count]
    passed = dict(use.passed)
    steps = [step.name for step in _steps(tx, row) if step.name in passed]
    steps += [step for step in passed if step not in steps]
    lines += ["", "Passed at", *(_line(step, passed[step], use.started) for step in steps)] if steps else []
    fits = (("fitted", use.fitted), ("so-so", use.so_so), ("not for me", use.not_for_me))
    said = [_line(word, count, use.started) for word, count in fits if count]
    return [*lines, *(["", "Said at the end", *said] if said else [])]


def _steps(tx: Tx, row: ScriptVersion) -> tuple[Step, ...]:
    script = library.version(tx, row.script, row.language, row.version)
    return script.steps if script else ()


def _line(word: str, count: int, most: int) -> str:
    bar = "▇" * max(1, round(WIDE * min(count, most) / most)) if count and most else ""
    return f"{word:<18}{count:>4}  {bar}".rstrip()


def show(turn: Turn, chat: int, name: str, language: str, version: int) -> None:
    """The page of a version, the newest if none is named, with the ones beside it a tap away."""
    rows = scripts.history(turn.tx, name, language)
    row = next((one for one in rows if one.version == version), rows[0] if rows else None)
    if row is None:
        return send(turn, chat, "There is no such script. /scripts lists what is live.")
    beside = [
        (f"v{one.version}", f"a:counts:{one.script}:{one.language}:{one.version}")
        for one in rows
        if abs(one.version - row.version) == 1
    ]
    keys: Rows = (tuple(reversed(beside)),) if beside else ()
    return say(turn, chat, "\n".join(page(turn.tx, row)), rows=keys)


def named(tx: Tx, name: str, language: str, version: int | None) -> list[str]:
    """The page of a version for the command line; empty where there is none."""
    rows = scripts.history(tx, renamed.called(tx, name), language)
    found = [one for one in rows if version in (None, one.version)]
    return page(tx, found[0]) if found else []
