"""Checking: a script's text against the language, the rules, and the scripts beside it. Reads nothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.core.base.issue import Issue
from bot.core.lint import lint, lint_words, parity
from bot.core.plan import foresight
from bot.core.script.links import Known, known_of, links, targets
from bot.core.script.parser import draft, parse
from bot.core.script.script import Script
from bot.people.admin.folder import File

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Checked:
    """A text as it was found: the script if it can be read, and every issue of it."""

    script: Script | None
    issues: tuple[Issue, ...]

    @property
    def errors(self) -> tuple[Issue, ...]:
        """What stands in the way of publishing."""
        return tuple(issue for issue in self.issues if issue.level == "error")


def check(name: str, language: str, source: str | bytes) -> Checked:
    """Read and lint a text of that script; every issue at once, in the order of the lines."""
    return check_file(f"{name}.md", language, source)


@lru_cache(maxsize=2048)
def read(source: str | bytes, file: str, language: str) -> tuple[Script | None, tuple[Issue, ...]]:
    """A text parsed, and not linted."""
    return parse(source, file, language)


@lru_cache(maxsize=2048)
def check_file(file: str, language: str, source: str | bytes) -> Checked:
    """The same for a file, by its path."""
    script, issues = read(source, file, language)
    text = source if isinstance(source, str) else source.decode("utf-8", "replace")
    if script is not None:
        issues = (*issues, *lint(script, text, file, language))
    elif (unfinished := draft(source, file, language)[0]) is not None:
        issues = (*issues, *lint_words(unfinished, text, file, language))
    return Checked(script, in_lines(issues))


def in_lines(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """Issues in the order in which an author meets them."""
    return tuple(sorted(issues, key=lambda issue: (issue.file, issue.line, issue.column)))


def errors_first(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """What stands in the way of publishing before what is worth a look, and other languages last; else by line."""
    weight = {"error": 0, "warning": 1}
    return tuple(sorted(in_lines(issues), key=lambda one: (weight[one.level], one.rule == "PARITY")))


def beside(script: Script, file: str, known: Known | None, english: Script | None) -> tuple[Issue, ...]:
    """What is wrong between a script and the others: where its arrows lead, and whether it goes as in English.

    ``known``: the scripts of its language with what they lead into; None: not looked at.
    """
    found = [replace(issue, file=file) for issue in links(script, known)] if known is not None else []
    if english is not None and script.header.language != ENGLISH:
        found += parity(english, script, file)
    return tuple(found)


def check_files(found: Sequence[File], whole: bool = True) -> tuple[Issue, ...]:
    """Every issue of these files. ``whole``: they are a library, so that the arrows between them are followed."""
    scripts = {
        (file.language, file.name): check_file(str(file.path), file.language, file.text).script
        for file in found
    }
    known = _known(scripts) if whole else {}
    issues = [
        issue for file in found for issue in check_file(str(file.path), file.language, file.text).issues
    ]
    for file in found:
        script = scripts[file.language, file.name]
        if script is not None:
            english = scripts.get((ENGLISH, file.name))
            issues += beside(script, str(file.path), known.get(file.language), english)
    for language in {file.language for file in found} if whole else ():
        named = [
            (str(file.path), scripts[file.language, file.name]) for file in found if file.language == language
        ]
        issues += foresight.issues([(path, script) for path, script in named if script is not None])
    return in_lines(issues)


def _known(scripts: Mapping[tuple[str, str], Script | None]) -> dict[str, dict[str, frozenset[str]]]:
    """By language: each script with what it leads into; one that cannot be read leads nowhere."""
    languages: dict[str, dict[str, Script | None]] = {}
    for (language, name), script in scripts.items():
        languages.setdefault(language, {})[name] = script
    return {language: known_of(its) for language, its in languages.items()}


def in_order(found: Sequence[File]) -> tuple[File, ...]:
    """The files so that each can be published after those before it: English first, and targets before arrows."""
    by_name = {(file.language, file.name): file for file in found}
    made: dict[tuple[str, str], File] = {}
    for file in sorted(found, key=lambda one: (one.language != ENGLISH, one.language, one.name)):
        _follow(file, by_name, made, frozenset())
    return tuple(made.values())


def _follow(
    file: File,
    by_name: Mapping[tuple[str, str], File],
    made: dict[tuple[str, str], File],
    under_way: frozenset[str],
) -> None:
    script = read(file.text, f"{file.name}.md", file.language)[0]
    first = {script.header.when.script} if script and script.header.when.script else set()
    for name in sorted(targets(script) | first) if script else ():
        ahead = by_name.get((file.language, name))
        if ahead is not None and name not in under_way:
            _follow(ahead, by_name, made, under_way | {file.name})
    made.setdefault((file.language, file.name), file)
