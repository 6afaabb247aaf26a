"""Circumstances: what is odd about a page only here and today: words that nobody set, a review that is to come."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime, timedelta

from bot.core.base.issue import Issue
from bot.core.script.script import Script
from bot.core.script.source import meant
from bot.core.script.syntax import GLUE
from bot.core.script.template import given


def issues(
    script: Script,
    file: str,
    practice: Mapping[str, str] | None,
    now: datetime,
    clients: Collection[str] | None = None,
) -> Iterator[Issue]:
    """Words of the practice and of clients that are set nowhere, and a date that has not come. Warnings all.

    ``practice`` and ``clients``: the words that are set; None: not looked at.
    """
    yield from _too_early(script, file, now)
    if practice is not None:
        yield from _unset(script, file, "practice", practice)
    if clients is not None:
        yield from _unset(script, file, "client", clients)


def _too_early(script: Script, file: str, now: datetime) -> Iterator[Issue]:
    tomorrow = now.date() + timedelta(days=1)  # somewhere it is tomorrow already
    for key, said in (("reviewed", script.header.reviewed[:10]), ("date", str(script.header.date or ""))):
        if said and date.fromisoformat(said) > tomorrow:
            message = f"{key}: {said} has not come yet."
            yield _warning("HEADER", script, file, 1, message, f"Write the day on which it was: {key}: …")


def _unset(script: Script, file: str, family: str, known: Collection[str]) -> Iterator[Issue]:
    for line, name in _names(script, family):
        if name not in known:
            message = f"“{family}.{name}” is set nowhere, and nothing is shown in its place."
            way = (
                f'Set it: {name} = "…" under [practice] in the settings.'
                if family == "practice"
                else f"A coach sets it for a client: /words Ada {name}: …"
            )
            there = f" Set are: {', '.join(sorted(known))}." if known else ""
            yield _warning("VAR", script, file, line, message, way + there + meant(name, known))


def _names(script: Script, family: str) -> list[tuple[int, str]]:
    """The words of a family that its steps read, each once, with the line of the step's text."""
    found: dict[str, int] = {}
    for step in script.steps:
        for name in given(step.text):
            head, _, rest = name.partition(GLUE)
            if head == family:
                found.setdefault(rest, step.text_line)
    return [(line, name) for name, line in found.items()]


def _warning(rule: str, script: Script, file: str, line: int, message: str, remedy: str) -> Issue:
    return Issue(file, line, 1, "", rule, "warning", message, remedy)
