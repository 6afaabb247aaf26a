"""Rest: a script that is retired no longer comes and cannot be begun; every version and count of it stays."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.core.script.links import targets
from bot.core.script.script import Script
from bot.people import library, reconcile
from bot.people.admin import publishing
from bot.store import assignments, copies, renamed, retired, scripts, uses
from bot.store.db import Tx

_LINKS = ("TARGET", "LOOP", "WHEN")
"""The rules about other scripts: what they find wrong would leave somebody nowhere."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Whether something was done, and the sentence about it."""

    done: bool
    text: str


def leading(tx: Tx, name: str, language: str) -> tuple[str, ...]:
    """The live scripts of a language whose arrows lead into this one, or that come after it."""
    return tuple(
        one.name
        for one in library.all_live(tx, language)
        if one.name != name and name in {renamed.called(tx, to) for to in _ways(one.script)}
    )


def _ways(script: Script) -> frozenset[str]:
    return targets(script) | {script.header.when.script}


def meaning(tx: Tx, name: str, language: str) -> Deed:
    """What retiring it would mean for whom; not done where it cannot be."""
    live = scripts.live(tx, name, language)
    if live is None:
        return Deed(False, not_live(tx, name, language))
    if into := leading(tx, name, language):
        ways = "leads into it or comes after it" if len(into) == 1 else "lead into it or come after it"
        it = "that one" if len(into) == 1 else "those"
        text = f"{name} ({language}) stays live: {listed(into)} {ways}."
        return Deed(False, f"{text} Retire {it} first, or publish {it} without that way.")
    said = [
        f"{name} ({language}), version {live.version}, is live. Retired, it no longer comes by itself, no client "
        "can begin it and no coach can give it.",
        _finishing(tx, name, language),
        _given(tx, name, language),
        _elsewhere(tx, name, language),
        "Every version and count stays, and restoring brings it back as it was.",
    ]
    return Deed(True, " ".join(filter(None, said)))


def _finishing(tx: Tx, name: str, language: str) -> str:
    found = uses.mid_way(tx, name, language)
    return f"{publishing.finishing(found)}." if found else "Nobody is mid-way."


def _given(tx: Tx, name: str, language: str) -> str:
    waiting = assignments.waiting_for(tx, name, language)
    if not waiting:
        return ""
    who = "1 client has" if waiting == 1 else f"{waiting} clients have"
    return f"{who} it from a coach and not begun it: it does not come to them, and their coaches are told."


def _elsewhere(tx: Tx, name: str, language: str) -> str:
    others = [one for one in scripts.languages(tx) if one != language and scripts.live(tx, name, one)]
    return f"In {listed(others)} it stays live." if others else ""


def listed(names: Iterable[str]) -> str:
    """Names in a sentence: one, two and three."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def not_live(tx: Tx, name: str, language: str) -> str:
    """Why a script cannot be meant: it is retired, lives in another language, or there is none."""
    if (rests := retired.get(tx, name, language)) is not None:
        return f"{name} ({language}) was retired by {rests.author} on {rests.at:%Y-%m-%d}."
    if elsewhere := [one.language for one in scripts.all_live(tx) if one.script == name]:
        return f"{name} is live in {listed(elsewhere)}, not in {language}: name the language."
    return f"There is no live script {name} ({language})."


def retire(tx: Tx, name: str, language: str, *, author: str, now: datetime) -> Deed:
    """Let a script rest, and look at every client's plan again; or say why it stays."""
    found = meaning(tx, name, language)
    if not found.done:
        return found
    mid_way = uses.mid_way(tx, name, language)
    retired.add(tx, name, language, author=author, now=now)
    reconcile.everybody(tx, now)
    ends = f" {publishing.finishing(mid_way)}." if mid_way else ""
    return Deed(True, f"{name} ({language}) is retired: it comes to nobody any more.{ends}")


def restore(tx: Tx, name: str, language: str, now: datetime) -> Deed:
    """Bring a retired script back as it was; or say what is in the way."""
    rests, last = retired.get(tx, name, language), scripts.latest(tx, name, language)
    if rests is None or last is None:
        live = f"it is live, version {last.version}" if last else "there is none of that name"
        return Deed(False, f"{name} ({language}) is not retired: {live}.")
    checked = publishing.check_live(tx, name, language, last.source)
    lost = [one for one in checked.errors if one.rule in _LINKS or checked.script is None]
    if lost:
        return Deed(False, f"{name} ({language}) stays retired: {lost[0].message} {lost[0].remedy}")
    retired.remove(tx, name, language)
    copies.look_again(tx, name, language)
    reconcile.everybody(tx, now)
    foreseen = publishing.foreseen(tx, checked.script) if checked.script else ""
    open_ways = (one.message for one in checked.issues if one.rule in _LINKS)
    said = (f"{name} ({language}) is live again, version {last.version}.", foreseen, *open_ways)
    return Deed(True, " ".join(filter(None, said)))


def still(tx: Tx, name: str, language: str) -> str:
    """How a script stands that is not live though it once was; "" for any other."""
    return not_live(tx, name, language) if retired.get(tx, name, language) else ""
