"""Publishing: a text becomes the live version of a script, or it is said line by line why not.

Versions are numbered and never change; publishing an old text again is the undo. New reflections take the
new version, running ones finish on theirs. Every way in ends here: file, chat, folder, first start.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.core.base.issue import Issue
from bot.core.lint import parity
from bot.core.plan import foresight
from bot.core.script.links import Known, known_of
from bot.core.script.script import Script
from bot.i18n import languages
from bot.people import library, reconcile
from bot.people.admin import checking
from bot.people.admin.checking import Checked as Checked
from bot.people.admin.checking import check as check
from bot.people.admin.checking import check_file as check_file
from bot.store import copies, renamed, retired, scripts, uses
from bot.store.db import Tx
from bot.store.scripts import ScriptVersion

MidWay = tuple[tuple[int, int], ...]
"""Versions that clients are in the middle of, with how many each."""


@dataclass(frozen=True, slots=True)
class Published:
    """A new live version; who is mid-way finishes on an older one. ``moved``: it may change what is planned."""

    name: str
    language: str
    version: int
    before: int
    mid_way: MidWay
    issues: tuple[Issue, ...] = ()
    moved: bool = True


@dataclass(frozen=True, slots=True)
class Same:
    """The text is the live one already. ``form``: but for what nobody sees, as how its lines end."""

    name: str
    language: str
    version: int
    form: bool = False


@dataclass(frozen=True, slots=True)
class Rejected:
    """The text has errors."""

    name: str
    language: str
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody else published since this text was begun: ``live`` is theirs, by ``author``. base 0: unknown."""

    name: str
    language: str
    base: int
    live: int
    author: str
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Shelved:
    """No script of that name takes a text: it is retired, or has another name now (``called``)."""

    name: str
    language: str
    called: str = ""
    issues: tuple[Issue, ...] = ()


Outcome = Published | Same | Rejected | Conflict | Shelved


# ---- looking -----------------------------------------------------------------------------------


def check_live(tx: Tx, name: str, language: str, source: str | bytes) -> Checked:
    """As ``check``, and against the scripts that are live beside it.

    A target that is not live and a circle are errors. Languages that no longer go alike are a warning here,
    so that they can be published one after another; among files they are an error.
    """
    checked = check(name, language, source)
    if checked.script is None:
        return checked
    known = known_by_all_names(
        tx, known_of({live.name: live.script for live in library.all_live(tx, language)})
    )
    found = checking.beside(checked.script, f"{name}.md", known, None)
    more = (*found, *between_languages(tx, checked.script, f"{name}.md"))
    return Checked(checked.script, checking.in_lines((*checked.issues, *more)))


def between_languages(tx: Tx, script: Script, file: str, among: Sequence[str] = ()) -> Iterator[Issue]:
    """That a script and what is live of it in other languages go other ways, and that nobody can choose its own.

    ``among``: languages in which it is published with this one, so that they are compared elsewhere.
    """
    english = library.live(tx, script.name, checking.ENGLISH) if checking.ENGLISH not in among else None
    for issue in checking.beside(script, file, None, english.script if english else None):
        yield replace(issue, level="warning")
    yield from _behind(tx, script, file, among)
    yield from _unspoken(script, file)


def known_by_all_names(tx: Tx, known: Known) -> Known:
    """The scripts of a language by name, and by the names that they had before: an arrow finds them by either."""
    return {**{was: known[now] for was, now in renamed.before(tx).items() if now in known}, **known}


def shelved(tx: Tx, name: str, language: str) -> Shelved | None:
    """Why a script of that name takes no text; None where it does."""
    called = renamed.called(tx, name)
    if called != name:
        return Shelved(name, language, called)
    return Shelved(name, language) if retired.get(tx, name, language) else None


def _unspoken(script: Script, file: str) -> Iterator[Issue]:
    """That nobody can choose the language of a script: the bot's own messages are in others."""
    language = script.header.language
    if unspoken(language):
        spoken = ", ".join(sorted(languages()))
        message = f"The bot's own messages are in {spoken}: nobody can choose “{language}” and get this page"
        remedy = "Move it to one of these folders, or translate the interface first (docs/translating.md)."
        yield Issue(file, 1, 1, "", "HEADER", "warning", message, remedy)


def unspoken(language: str) -> bool:
    """Whether the bot itself does not speak a language, so that nobody can choose it."""
    return language.partition("-")[0] not in languages()


def _behind(tx: Tx, script: Script, file: str, among: Sequence[str]) -> Iterator[Issue]:
    """The languages that will no longer go as this English script goes."""
    if script.header.language != checking.ENGLISH:
        return
    for language in scripts.languages(tx):
        there = language != checking.ENGLISH and language not in among
        other = library.live(tx, script.name, language) if there else None
        if other is not None and parity(script, other.script, ""):
            message = f"The script in “{language}” goes other ways than this one"
            remedy = f"Bring {language}/{script.name}.md in line and publish it too."
            yield Issue(file, 1, 1, "", "PARITY", "warning", message, remedy)


def never_sent(tx: Tx, script: Script, file: str) -> tuple[Issue, ...]:
    """A warning where nobody would ever get a script by itself, beside what is live."""
    beside = (one.script for one in library.all_live(tx, script.header.language))
    return tuple(foresight.issues([(file, script)], beside))


def foreseen(tx: Tx, script: Script) -> str:
    """How often a script would come beside what is live, or what it hangs on; "" if it is only asked for."""
    beside = [one.script for one in library.all_live(tx, script.header.language) if one.name != script.name]
    found = foresight.of_scripts([*beside, script]).get(script.name)
    return foresight.in_words(found) if found else foresight.hangs(script.header.when)


# ---- publishing --------------------------------------------------------------------------------


def publish(
    tx: Tx,
    name: str,
    language: str,
    source: str,
    *,
    author: str,
    note: str,
    now: datetime,
    base: int | None = None,
) -> Outcome:
    """Make a text the live version. ``base`` is the version it was made from (0: unknown), None to not ask."""
    if (shelf := shelved(tx, name, language)) is not None:
        return shelf
    checked = check_live(tx, name, language, source)
    if checked.script is None or checked.errors:
        return Rejected(name, language, checked.issues)
    return _put(tx, checked.script, language, source, checked.issues, author, note, now, base)


def _put(
    tx: Tx,
    script: Script,
    language: str,
    source: str,
    issues: tuple[Issue, ...],
    author: str,
    note: str,
    now: datetime,
    base: int | None,
    again: int = 0,
) -> Outcome:
    name, live = script.name, scripts.live(tx, script.name, language)
    if (refused := _not_on_top(live, source, base, issues)) is not None:
        return refused
    old = library.live(tx, name, language)
    mid_way = uses.mid_way(tx, name, language)
    version = scripts.publish(tx, name, language, source, author=author, note=note, now=now, again=again)
    moved = old is None or _planned_by(old.script) != _planned_by(script)
    return Published(name, language, version, live.version if live else 0, mid_way, issues, moved)


def _not_on_top(
    live: ScriptVersion | None, source: str, base: int | None, issues: tuple[Issue, ...] = ()
) -> Same | Conflict | None:
    """Why a text makes no version after the live one: it is that one, or was not made from it."""
    if live and alike(live.source, source):
        return same(live, source)
    if base is not None and live and base != live.version:
        return Conflict(live.script, live.language, base, live.version, live.author, issues)
    return None


def refusal(
    tx: Tx, name: str, language: str, source: str, base: int | None
) -> Shelved | Same | Conflict | None:
    """Why a text would not be published whatever stands in it; None where nothing is in its way."""
    shelf = shelved(tx, name, language)
    return shelf or _not_on_top(scripts.live(tx, name, language), source, base)


def base_of(tx: Tx, path: str, name: str, language: str) -> int | None:
    """The version that the text in a file was made from; None when nobody knows."""
    return copies.made_from(copies.get(tx, path), scripts.history(tx, name, language)) if path else None


def alike(one: str, two: str) -> bool:
    """Whether two texts differ only in what nobody sees: line ends, blanks there, a mark before the text."""
    return one == two or _plain(one) == _plain(two)


def _plain(source: str) -> list[str]:
    text = unicodedata.normalize("NFC", source.removeprefix("\ufeff"))
    return [line.rstrip() for line in text.rstrip().splitlines()]


def same(live: ScriptVersion, source: str) -> Same:
    """That a text is the live one already."""
    return Same(live.script, live.language, live.version, form=live.source != source)


def _planned_by(script: Script) -> object:
    """What of a script the plan depends on."""
    head = script.header
    return (head.when, head.intensity, head.tags, head.avoid, head.length, head.mark, head.for_)


def undo(
    tx: Tx, name: str, language: str, *, author: str, now: datetime, to: int | None = None
) -> Outcome | None:
    """Publish the text of the version before (or of version ``to``) again; None when there is none.

    Undone once more, it goes further back: what was before the text, not before the number. It was live once,
    so only a text that can no longer be read is refused; what else there is to mend is said.
    """
    live = scripts.live(tx, name, language)
    earlier = scripts.before(tx, name, language)
    old = earlier if to is None else scripts.version(tx, name, language, to)
    if live is None or old is None:
        return None
    checked = check_live(tx, name, language, old.source)
    if checked.script is None:
        return Rejected(name, language, checked.issues)
    note = f"undo: the text of version {old.version} again"
    return _put(
        tx, checked.script, language, old.source, checked.issues, author, note, now, None, again=old.version
    )


def look_again(tx: Tx, outcomes: Iterable[Outcome], now: datetime) -> None:
    """Where a publication may change what is planned, every client's plan is looked at again, one by one."""
    if any(isinstance(one, Published) and one.moved for one in outcomes):
        reconcile.everybody(tx, now)


# ---- in words ----------------------------------------------------------------------------------


def in_words(outcome: Outcome) -> str:
    """What became of it, for an editor; what to do about a conflict depends on the way it came."""
    name = f"{outcome.name} ({outcome.language})"
    match outcome:
        case Published(version=version, before=before, mid_way=mid_way):
            first = "published for the first time" if not before else f"published as version {version}"
            return f"{name} is {first}. {effect(mid_way, version)}"
        case Same(version=version, form=form):
            seen = ", but for how its lines end and other things that nobody sees" if form else ""
            return (
                f"{name}: nothing to do, this text is version {version}, which is live{seen}. No new version."
            )
        case Conflict(base=base, live=live, author=author):
            made = f"after version {base}, which this text was made from" if base else "meanwhile"
            return f"{name}: version {live} was published by {author} {made}."
        case Rejected(issues=issues):
            errors = sum(issue.level == "error" for issue in issues)
            return f"{name} is not published: {errors} {'error' if errors == 1 else 'errors'} to mend first."
        case Shelved(called=""):
            return f"{name} is retired, so nothing of it is published. Restore it first: {way('restore', outcome)}."
        case Shelved(called=called):
            return f"“{outcome.name}” is called “{called}” now: publish the text as {called}.md."


def way(act: str, of: Outcome) -> str:
    """The command line and the chat's command that does something with a script."""
    name, spoken = of.name, of.language != checking.ENGLISH
    there, here = (f" --language {of.language}", f" {of.language}") if spoken else ("", "")
    return f"`interlude scripts {act} {name}{there}`, or `/{act} {name}{here}` in the chat"


def finishing(mid_way: MidWay) -> str:
    """Who finishes on which version: "7 clients are mid-way and finish on version 3"; "" where nobody is."""
    clients = sum(count for _, count in mid_way)
    if not clients:
        return ""
    who = "1 client is mid-way and finishes" if clients == 1 else f"{clients} clients are mid-way and finish"
    return f"{who} on {_versions([number for number, _ in mid_way])}"


def effect(mid_way: MidWay, version: int) -> str:
    """What a publication means for clients: "7 clients are mid-way and finish on version 3; …"."""
    new = f"ew reflections take version {version}."
    ends = finishing(mid_way)
    return f"{ends}; n{new}" if ends else f"N{new}"


def _versions(numbers: Sequence[int]) -> str:
    *first, last = map(str, numbers)
    return f"versions {', '.join(first)} and {last}" if first else f"version {last}"
