"""Arrows from one script into another of the same language: each leads to a script, none in a circle. Pure."""

from collections.abc import Collection, Iterator, Mapping

from bot.core.base.issue import Issue
from bot.core.script.kinds import WAITING
from bot.core.script.script import Script, Step
from bot.core.script.source import fault, meant
from bot.core.script.syntax import GLUE
from bot.core.script.template import given
from bot.core.script.ways import Foreign, foreign_targets

Known = Mapping[str, Collection[str]]
"""The scripts of a language by name, each with the names of the scripts that it leads into.

Beside those, with a point before, stands what its answers are saved as.
"""


def targets(script: Script) -> frozenset[str]:
    """The names of the scripts that this one leads into."""
    return frozenset(one.to for one in foreign_targets(script))


def known_of(scripts: Mapping[str, Script | None]) -> dict[str, frozenset[str]]:
    """Each script of a language with what it leads into, at once or so many days later; unreadable ones nowhere."""
    known = {
        name: {*targets(script), *_saves(script)} if script else set() for name, script in scripts.items()
    }
    for name, script in scripts.items():
        if script and script.header.when.script in known:
            known[script.header.when.script].add(name)
    return {name: frozenset(ways) for name, ways in known.items()}


def _saves(script: Script) -> Iterator[str]:
    return (f".{step.save}" for step in script.steps if step.kind in WAITING)


def quotes(script: Script) -> Iterator[tuple[str, str, Step]]:
    """The earlier answers that a script quotes: of which script, under which name, at which step."""
    for step in script.steps:
        for name in given(step.text):
            family, _, rest = name.partition(GLUE)
            if family == "earlier":
                of, _, saved = rest.partition(GLUE)
                yield of, saved, step


def _quoted(script: Script, known: Known) -> Iterator[Issue]:
    """What it quotes and nobody can have answered."""
    names = {name.replace("-", "_"): name for name in known} | {script.name.replace("-", "_"): script.name}
    own = {script.name: frozenset(_saves(script))}
    for of, saved, step in quotes(script):
        if of not in names:
            message = f"It quotes “{of}”, and no script of this language is called so."
            remedy = f"Publish that script first, or name another, with _ for -.{meant(of, names)}"
            yield fault("VAR", step.text_line, message, remedy, step=step.name)
        elif f".{saved}" not in (answers := {*known.get(names[of], ()), *own.get(names[of], ())}):
            message = f"“{names[of]}” asks nothing that is saved as “{saved}”."
            there = [one[1:] for one in answers if one.startswith(".")]
            remedy = f"It has: {', '.join(sorted(there))}.{meant(saved, there)}"
            yield fault("VAR", step.text_line, message, remedy, step=step.name)


def links(script: Script, known: Known) -> Iterator[Issue]:
    """What is wrong with the arrows that leave this script, without its file; lines are those of its text."""
    for arrow in foreign_targets(script):
        if arrow.to not in known:
            yield _nowhere(script, arrow, known)
        elif around := _back(arrow.to, script.name, known):
            yield _circle(script, arrow, around)
    yield from _follows(script, known)
    yield from _quoted(script, known)


def _follows(script: Script, known: Known) -> Iterator[Issue]:
    """What is wrong with the script that this one is to come after."""
    first = script.header.when.script
    if not first:
        return
    if first not in known and first != script.name:
        message = (
            f"It comes after “{first}”, and no script of this language is called so: it does not come yet."
        )
        remedy = f"Publish that script, too, or name another.{meant(first, known)}"
        yield fault("WHEN", 1, message, remedy, warn=True)
    elif around := _back(
        script.name, first, {**known, script.name: {*known.get(script.name, ()), *targets(script)}}
    ):
        message = f"This goes round: {' → '.join((*around, script.name))}."
        yield fault("WHEN", 1, message, "Let it come after another script: a client never goes in circles.")


def _nowhere(script: Script, arrow: Foreign, known: Known) -> Issue:
    names = [*(step.name for step in script.steps), *known]
    message = f"Neither a step nor a script of this language is called “{arrow.to}”."
    remedy = f"Publish that script first, or lead elsewhere.{meant(arrow.to, names)}"
    return fault("TARGET", arrow.line, message, remedy, step=arrow.step)


def _circle(script: Script, arrow: Foreign, around: tuple[str, ...]) -> Issue:
    message = f"This goes round: {' → '.join((script.name, *around))}."
    remedy = "Let one of these scripts end instead: a client never goes in circles."
    return fault("LOOP", arrow.line, message, remedy, step=arrow.step)


def _back(start: str, to: str, known: Known) -> tuple[str, ...]:
    """The names along a way from one script to another, both included; empty when there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    for way in ways:
        if way[-1] == to:
            return way
        ahead = [name for name in sorted(known.get(way[-1], ())) if name not in seen]
        seen.update(ahead)
        ways += [(*way, name) for name in ahead]
    return ()
