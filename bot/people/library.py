"""The scripts that are live, parsed: the database has every version, this gives them as values."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from bot.core.script.parser import parse
from bot.core.script.script import END, Branch, Condition, Header, Script, Step, When
from bot.core.understand.folding import fold
from bot.i18n import languages, texts
from bot.store import scripts
from bot.store.db import Tx
from bot.store.reflections import ReflectionRow
from bot.store.scripts import ScriptVersion

OWN = "own-question"
"""The name of the script by which a coach's own question is asked: it stands in no folder and has one version."""


NEAR = 0.7
"""How alike typed words and a script's name or title are, to stand for it."""


@dataclass(frozen=True, slots=True)
class Live:
    """A script at a version, ready to be walked."""

    name: str
    version: int
    script: Script


@lru_cache(maxsize=2048)
def _parsed(name: str, language: str, source: str) -> Script | None:
    return parse(source, f"{name}.md", language)[0]


def live(tx: Tx, name: str, language: str) -> Live | None:
    """The live version of a script; None where the language has none: never another one instead."""
    if name == OWN:
        return Live(OWN, 1, own_question(texts(language).language))
    return _ready(scripts.live(tx, name, language))


def _ready(row: ScriptVersion | None) -> Live | None:
    script = _parsed(row.script, row.language, row.source) if row else None
    return Live(row.script, row.version, script) if row and script else None


def version(tx: Tx, name: str, language: str, number: int) -> Script | None:
    """The script as it was at a version; None when there is none of that name."""
    if name == OWN:
        return own_question(texts(language).language)
    row = scripts.version(tx, name, language, number) if name else None
    return _parsed(row.script, language, row.source) if row else None


def script_of(tx: Tx, row: ReflectionRow) -> Script | None:
    """The script of a reflection, at its version; None where it is not in the database."""
    return version(tx, row.script, row.language, row.version)


def those(tx: Tx, wanted: Iterable[tuple[str, str, int]]) -> dict[tuple[str, str, int], Script]:
    """These scripts, as far as they are there, by name, language and version."""
    found: dict[tuple[str, str, int], Script | None] = {
        (row.script, row.language, row.version): _parsed(row.script, row.language, row.source)
        for row in scripts.those(tx, wanted)
    }
    found |= {(OWN, language, 1): own_question(language) for language in languages()}
    return {key: script for key, script in found.items() if script is not None}


@lru_cache(maxsize=16)
def own_question(language: str) -> Script:
    """A coach's question, as a script of one step: whose it is stands above it, and it can be passed."""
    t = texts(language)
    asked = t.t("A question from {coach}, if you like:", coach="{{ coach }}") + "\n\n{{ asked }}"
    kept = "{{ thanks }}"
    head = Header(t.t("A question from your coach"), "", "", "", When("demand"), (1, 1), language=language)
    always = (Branch(Condition("always"), END, 0),)
    steps = (
        Step("question", "ask", asked, "question", 0, 0),
        Step("close", "info", kept, "close", 0, 0, branches=always),
    )
    return Script(OWN, head, steps)


def routes(step: Step | None) -> bool:
    """Whether what is tapped at a step only decides who sees the rest: no answer to show to a coach."""
    return step is not None and any(choice.audience for choice in step.choices)


def bare(text: str, coach: str) -> str:
    """A step's own words, without the acknowledgement; what they take from answers stays a blank in braces."""
    return re.sub(r"{{ *coach *}}", coach, re.sub(r"{{ *thanks *}}", "", text))


def all_live(tx: Tx, language: str) -> tuple[Live, ...]:
    """Every live script of a language, by name."""
    found = map(_ready, scripts.all_live(tx, language))
    return tuple(one for one in found if one is not None)


def followed(tx: Tx, language: str, name: str) -> bool:
    """Whether another live script comes so long after this one."""
    return any(one.script.header.when.script == name for one in all_live(tx, language))


def on_demand(tx: Tx, language: str) -> tuple[Live, ...]:
    """What a client may begin themself: what does not hang off an occasion of its own."""
    kinds = ("demand", "after", "midway", "before", "gap", "weekly", "every")
    return tuple(
        one
        for one in all_live(tx, language)
        if one.script.header.for_ == "client" and one.script.header.when.kind in kinds
    )


def names_coach(one: Live) -> bool:
    """Whether a script asks or says something in the coach's name."""
    return any(re.search(r"{{ *coach *}}", step.text) for step in one.script.steps)


def title(tx: Tx, name: str, language: str) -> str:
    """The title of a script, also of one that rests by now; "" when there is none of that name."""
    one = live(tx, name, language) or _ready(scripts.latest(tx, name, language)) if name else None
    return one.script.header.title if one else ""


def find(tx: Tx, language: str, words: str) -> tuple[Live, ...]:
    """The clients' scripts that words name, by name or title: the one that is named whole, else all that may be."""
    mine = [one for one in all_live(tx, language) if one.script.header.for_ == "client"]
    said = fold(words).replace("-", " ").strip()
    known = [(one, {fold(one.name).replace("-", " "), fold(one.script.header.title)}) for one in mine]
    if whole := tuple(one for one, its in known if said in its):
        return whole
    part = tuple(one for one, its in known if said and any(said in name for name in its))
    near = set(get_close_matches(said, {name for _, its in known for name in its}, 3, NEAR))
    return part or tuple(one for one, its in known if its & near)


def touches(tx: Tx, name: str, language: str) -> frozenset[str]:
    """The topics of a script, as a client can leave them out."""
    one = live(tx, name, language)
    return frozenset((*one.script.header.tags, *one.script.header.avoid)) if one else frozenset()


def tags(tx: Tx, name: str, language: str) -> tuple[str, ...]:
    """The tags of a script, for the digest's topics."""
    one = live(tx, name, language)
    return one.script.header.tags if one else ()
