"""A safety list as its authors write it: read strictly; what it says of itself can be held to it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import cast, get_args

from bot.core.base.issue import Issue
from bot.core.safety.concern import CATEGORIES, Category, Finder, SafetyRule, Tier, any_of, by_word
from bot.core.safety.misspelling import Misspelling
from bot.core.safety.normal_form import NormalForm, folded, present
from bot.core.safety.phrase import Phrase, PhraseFault, PhraseWords, phrase

SECTIONS = ("same", "choices", "masks", "lowers", "denied", "rules")
HEADS = ("language", "grade", "author", "reviewed by", "folds", "clitics", "elides", "negations", "ends")
NEEDED = ("language", "grade", "author", "reviewed by")
GRADES = ("full", "starter")
NOBODY = "nobody yet"
_RULE = re.compile(r"([a-z][a-z0-9-]*) \| ([12]) \| ([a-z-]+)")
_NAME = re.compile(r"[A-Z][A-Z_]*")


@dataclass(slots=True)
class WrittenRule:
    """A rule as written: its line, its phrases with theirs, and what it must and must not find."""

    line: int
    name: str
    tier: Tier
    category: Category
    phrases: list[tuple[int, str]] = field(default_factory=list)
    examples: list[tuple[int, str]] = field(default_factory=list)
    traps: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class SafetyList:
    """One language's list: who wrote and who reviewed it, and what finds by it."""

    language: str
    grade: str
    author: str
    reviewed_by: str
    finder: Finder
    entries: tuple[WrittenRule, ...]

    @property
    def reviewed(self) -> bool:
        """Whether somebody who may judge it has read it."""
        return self.reviewed_by != NOBODY


class _ListSoFar:
    """What is read of a file so far."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.heads: dict[str, str] = {}
        self.same: dict[str, str] = {}
        self.choices: dict[str, str] = {}
        self.phrases: dict[str, list[tuple[int, str]]] = {"masks": [], "lowers": [], "denied": []}
        self.entries: list[WrittenRule] = []
        self.issues: list[Issue] = []

    def wrong(self, line: int, rule: str, message: str, remedy: str) -> None:
        self.issues.append(Issue(self.file, line, 1, "", rule, "error", message, remedy))


def read(source: str, ordinary: str = "", file: str = "safety.txt") -> tuple[SafetyList | None, list[Issue]]:
    """The list of a file's text, or all that is wrong with it. ``ordinary``: words that are never mended."""
    reading = _ListSoFar(file)
    section = ""
    for number, raw in enumerate(source.splitlines(), 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1]
            if section not in SECTIONS:
                reading.wrong(
                    number, "SECTION", f"[{section}] is no section", f"Sections: {', '.join(SECTIONS)}."
                )
        else:
            _line(reading, section, number, line)
    _heads(reading)
    if reading.issues:
        return None, reading.issues
    made = _made(reading, ordinary)
    return (None if reading.issues else made), reading.issues


def _line(reading: _ListSoFar, section: str, number: int, line: str) -> None:
    match section:
        case "":
            name, colon, value = line.partition(":")
            if not colon or name not in HEADS:
                reading.wrong(number, "HEAD", f"{name!r} is no setting", f"Settings: {', '.join(HEADS)}.")
            reading.heads[name] = value.strip()
        case "same" | "choices":
            name, equals, value = (part.strip() for part in line.partition("="))
            if not equals or not value or (section == "choices" and not _NAME.fullmatch(name)):
                reading.wrong(number, "PAIR", "this is no pair", "Write short = long, or NAME = one | other.")
            into = reading.same if section == "same" else reading.choices
            if name in into:
                reading.wrong(number, "TWICE", f"{name} stands twice", "Keep one of them.")
            into[name] = value
        case "rules":
            _rule_line(reading, number, line)
        case _ if section in reading.phrases:
            reading.phrases[section].append((number, line))


def _rule_line(reading: _ListSoFar, number: int, line: str) -> None:
    sign, said = line[0], line[1:].strip()
    if sign in "=+-" and not reading.entries:
        reading.wrong(number, "RULE", "this belongs to no rule", "Begin with: name | tier | category.")
    elif sign == "=":
        reading.entries[-1].phrases.append((number, said))
    elif sign == "+":
        reading.entries[-1].examples.append((number, said))
    elif sign == "-":
        reading.entries[-1].traps.append((number, said))
    else:
        _rule_head(reading, number, line)


def _rule_head(reading: _ListSoFar, number: int, line: str) -> None:
    head = _RULE.fullmatch(line)
    if head is None or head[3] not in CATEGORIES:
        kinds = ", ".join(CATEGORIES)
        reading.wrong(number, "RULE", "this is no rule", f"Write: name | 1 or 2 | one of {kinds}.")
    elif head[1] in {one.name for one in reading.entries}:
        reading.wrong(number, "TWICE", f"{head[1]} stands twice", "Give one of them another name.")
    else:
        tier = next(one for one in get_args(Tier) if str(one) == head[2])
        reading.entries.append(WrittenRule(number, head[1], tier, cast(Category, head[3])))


def _heads(reading: _ListSoFar) -> None:
    """What every list has to say of itself, and of each rule."""
    for name in NEEDED:
        if not reading.heads.get(name):
            reading.wrong(1, "HEAD", f"{name!r} is missing", f"Write {name}: … at the top.")
    if reading.heads.get("grade", "full") not in GRADES:
        reading.wrong(1, "HEAD", "the grade is unknown", f"Grades: {', '.join(GRADES)}.")
    for one in reading.entries:
        if not one.phrases or not one.examples or len(one.traps) < 2:
            counts = len(one.phrases), len(one.examples), len(one.traps)
            what = "{} has {} phrases, {} examples, {} traps".format(one.name, *counts)
            reading.wrong(one.line, "EVIDENCE", what, "Give it a phrase, an example and two traps.")


def _made(reading: _ListSoFar, ordinary: str) -> SafetyList | None:
    """The list put together; None where a phrase cannot be read, which is then an issue."""
    heads = reading.heads
    folds = dict(pair.split("=", 1) for pair in heads.get("folds", "").split() if "=" in pair)
    same = {_key(short, folds): folded(long, folds) for short, long in reading.same.items()}
    bare = NormalForm(folds, same, elides=heads.get("elides") == "yes")
    said = PhraseWords(reading.choices, lambda word: _words(word, bare))
    found = {name: list(_phrases(reading, lines, said)) for name, lines in reading.phrases.items()}
    rules = [
        SafetyRule(one.name, one.tier, one.category, tuple(_phrases(reading, one.phrases, said)))
        for one in reading.entries
    ]
    if reading.issues:
        return None
    negations, ends, clitics = (
        folded(heads.get(head, ""), folds).split() for head in ("negations", "ends", "clitics")
    )
    phrases = chain(*(rule.phrases for rule in rules), *found.values())
    wanted = Counter(word for one in phrases for word in one.words)
    wanted.update([*same, *frozenset(negations)])
    spelled = Misspelling(wanted, folded(ordinary, folds))
    form = NormalForm(folds, same, tuple(clitics), bare.elides, spelled)
    common = Counter(word for one in reading.entries for _, said in one.traps for word in _shown(form, said))
    return SafetyList(
        heads["language"],
        heads["grade"],
        heads["author"],
        heads["reviewed by"],
        Finder(
            form,
            by_word(rules, common),
            by_word([SafetyRule("mask", 2, "self", tuple(found["masks"]))], common),
            any_of(found["lowers"]),
            any_of(found["denied"], at_end=True),
            frozenset(negations),
            frozenset(ends),
        ),
        tuple(reading.entries),
    )


def _shown(form: NormalForm, said: str) -> frozenset[str]:
    """What an ordinary sentence has to show a phrase."""
    return present(form.of(said, False)[0].split())


def _key(short: str, folds: dict[str, str]) -> str:
    return folded(short, folds)


def _phrases(reading: _ListSoFar, lines: list[tuple[int, str]], said: PhraseWords) -> Iterator[Phrase]:
    for number, line in lines:
        try:
            yield phrase(line, said)
        except PhraseFault as fault:
            reading.wrong(number, "PHRASE", str(fault), "See docs/safety.md for how phrases are written.")


def _words(word: str, form: NormalForm) -> list[str]:
    """A phrase's word in normal form; a short form is written out here as in a message."""
    said = folded(word, form.folds)
    parts = said.replace("'", " ").split() if form.elides else [said]
    return [one for part in parts for one in form.word(part)]


def unheld(made: SafetyList, file: str = "safety.txt") -> Iterator[Issue]:
    """What a list does not keep of itself: examples that are not found as the rule says, and traps that are."""
    for entry in made.entries:
        for line, said in entry.examples:
            found = made.finder.find(said)
            if found is None or (found.tier, found.category) != (entry.tier, entry.category):
                what = f"found as {found.tier}, {found.category}, {found.rule}" if found else "not found"
                yield Issue(
                    file, line, 1, entry.name, "EXAMPLE", "error", f"the example is {what}", "Mend either."
                )
        for line, said in entry.traps:
            found = made.finder.find(said)
            if found is not None and found.tier <= entry.tier:
                what = f"the trap is found by {found.rule}"
                yield Issue(
                    file, line, 1, entry.name, "TRAP", "error", what, "Mask it, or narrow the phrase."
                )
