"""``interlude scripts import``: a list of prompts becomes scripts, double asks split."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import typer

from bot.cli import collection, shelf
from bot.cli.table import ListedPrompt, ListTaken
from bot.cli.voice import complain, shown
from bot.core.lint import split
from bot.core.lint.lexicon import words
from bot.core.lint.show import as_text
from bot.core.lint.split import opened
from bot.core.script.draft import MOST_NAME, slug
from bot.core.script.printer import to_text
from bot.core.script.script import Choice, Header, Script, Step, StepKind, When
from bot.people.admin import checking
from bot.people.admin.folder import File

THANKS = "{{ thanks }}"

OPENING = {
    "en": "If you like, a few questions, one after the other.",
    "de": "Wenn du magst: ein paar Fragen, eine nach der anderen.",
    "es": "Si quieres: unas preguntas, una detrás de otra.",
    "ar": "إن أحببت، بعض الأسئلة، واحدًا بعد الآخر.",
}
CLOSING = {
    "en": "That was the last of these.",
    "de": "Das war die letzte dieser Fragen.",
    "es": "Esa fue la última de estas preguntas.",
    "ar": "كان هذا آخرها.",
}
"""What is said around the prompts, in the languages that we can say it in; elsewhere an author adds it."""

_SIGNS = re.compile(r"([\\*\]])")
_TAG = re.compile(r"<(?=/?[A-Za-z]|!--)")
_BRACES = re.compile(
    r"\{(?=[{%#]|</?[A-Za-z]|<!--)(?!\{ ?coach ?\}\})"
)  # the coach's name is the one thing a list may call for
_LISTED = re.compile(r"^(\d+)([.)])")
_MEANT = re.compile(r"[>|`~=←⇒➔➜➡<–—]")
OPEN = "\ue000"
"""Stands for an opening brace while the signs around it are marked."""


def import_list(
    source: Path,
    to: Path,
    each: int,
    language: str,
    author: str,
    *,
    name: str = "imported",
    reword: bool = False,
) -> None:
    """Write scripts of so many prompts each, then say what there is to mend in them, by line."""
    if not (stem := _stem(name)):
        complain(f"“{name}” has no letter or digit for a file's name; --name is like evening")
    taken = _read(source, language)
    prompts = _asked_apart(taken, language, reword)
    if not prompts.prompts:
        complain(f"{source} holds no prompts; write one a line")
    parts = list(collection.groups(prompts, each))
    titles = _titles([group for group, _ in parts])
    made = [
        script(f"{stem}-{number:02}", group, language, author, title)
        for number, ((_, group), title) in enumerate(zip(parts, titles, strict=True), 1)
    ]
    files = [(to / f"{one.name}.md", one) for one in made]
    if there := next((file for file, _ in files if file.exists()), None):
        complain(f"{there} exists already; choose another --name or --out")
    for file, one in files:
        _write(file, to_text(one))
    typer.echo(f"Read as {taken.form}.")
    typer.echo(f"{_many(len(prompts.prompts), 'prompt')} in {_many(len(files), 'script')} in {to}.")
    _say_taken(taken, len(prompts.prompts))
    _say_rest([file for file, _ in files], language)


_SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l"})


def _stem(name: str) -> str:
    """What somebody calls the files, as a script's name can be: small letters, digits and hyphens."""
    spelt = unicodedata.normalize("NFKD", name.casefold().translate(_SPELT))
    return slug("".join(one for one in spelt if not unicodedata.combining(one)))[:LONGEST].strip("-")


LONGEST = MOST_NAME - len("-01")
"""Letters of a name that leave room for the number behind it."""


def _read(source: Path, language: str) -> ListTaken:
    try:
        return collection.read(shelf.text_of(source), source.name, language)
    except ValueError as fault:
        complain(f"{source} {fault}")


def _asked_apart(taken: ListTaken, language: str, reword: bool) -> ListTaken:
    """The same with one prompt for each thing that is asked; what offers answers stays whole."""
    apart = ListTaken(taken.form)
    for one in shown(taken.prompts, "Prompts"):
        for piece in (one.text,) if one.choices else pieces(one.text, language, reword):
            apart.add(piece, one.group, one.choices)
    return apart


def _titles(groups: Sequence[str]) -> list[str]:
    """A title for each script: its group's name, numbered where a group fills several; "" without a group."""
    many, seen = Counter(groups), Counter[str]()
    seen_titles = []
    for group in groups:
        seen[group] += 1
        number = f" {seen[group]}" if many[group] > 1 else ""
        seen_titles.append(f"{group[:70]}{number}" if group else "")
    return seen_titles


SAID = 12
"""Lines about what was taken for what; of more, how many."""


def _say_taken(taken: ListTaken, count: int) -> None:
    """What was taken for what, what was asked apart, and what was left, so that nothing is torn unseen."""
    if count > len(taken.prompts):
        typer.echo(f"{len(taken.prompts)} entries ask {count} things; each is a prompt of its own.")
    if named := list(dict.fromkeys(one.group for one in taken.prompts if one.group)):
        typer.echo(f"Groups: {', '.join(named[:SAID])}{' …' if len(named) > SAID else ''}.")
    for line in taken.said[:SAID]:
        typer.echo(line[:1].upper() + line[1:] + ".")
    if len(taken.said) > SAID:
        typer.echo(f"… and {len(taken.said) - SAID} more of the kind.")
    for line in taken.left:
        typer.echo(f"Left out: {line}", err=True)


def _write(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    except OSError as fault:
        complain(f"{file} cannot be written ({type(fault).__name__}); choose another --out")


def _say_rest(files: Sequence[Path], language: str) -> None:
    """What is to be mended by hand, in the scripts as they were written."""
    found = [File(file, file.stem, language, file.read_bytes()) for file in files]
    issues = [one for file in shown(found, "Scripts") for one in checking.check_files([file], whole=False)]
    if issues:
        typer.echo(as_text(issues), err=True)
        errors = sum(issue.level == "error" for issue in issues)
        warned = _many(len(issues) - errors, "warning")
        typer.echo(f"{_many(errors, 'error')} and {warned} to look at.", err=True)


def _many(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def pieces(line: str, language: str, reword: bool = False) -> tuple[str, ...]:
    """One prompt for each thing that a line asks. ``reword``: closed ones are made open where a pattern can."""
    found = split(line, language)
    return tuple(opened(piece, words(language)) for piece in found) if reword else found


# ---- a script ----------------------------------------------------------------------------------


def script(name: str, prompts: Sequence[ListedPrompt], language: str, author: str, title: str = "") -> Script:
    """A script that asks these prompts one after the other, with a header that says what is not known yet."""
    today = datetime.now(UTC).date()
    asked = [
        _step(f"prompt-{number}", _asked(prompt.text, number, language), prompt.choices)
        for number, prompt in enumerate(prompts, 1)
    ]
    close = Step(
        "close", "ack", "\n\n".join(filter(None, (THANKS, CLOSING.get(language, "")))), "close", 1, 1
    )
    head = _header(title or name.replace("-", " ").capitalize(), len(prompts), language, author, today)
    return Script(name, head, (*asked, close))


def _header(title: str, count: int, language: str, author: str, today: date) -> Header:
    return Header(
        title=title,
        author=author,
        reviewed=f"{today} by nobody yet",
        basis="imported from a list; say here what it rests on",
        when=When("demand"),
        length=(count, count),
        language=language,
    )


def _asked(prompt: str, number: int, language: str) -> str:
    """The prompt after an opening or an acknowledgement, its signs kept from meaning anything."""
    before = OPENING.get(language, "") if number == 1 else THANKS
    return "\n\n".join(filter(None, (before, plain(prompt))))


def plain(prompt: str) -> str:
    """A prompt so that the page shows it as it is: no Markdown, no arrow, no braces that mean something."""
    marked = _SIGNS.sub(r"\\\1", _BRACES.sub(OPEN, prompt))
    whole = _TAG.sub(lambda found: constant(found[0]), marked).replace(OPEN, constant("{"))
    if _LISTED.match(whole):
        return _LISTED.sub(r"\1\\\2", whole)
    if whole[:1] in "-#+→_":
        return "\\" + whole
    return constant(whole[0]) + whole[1:] if _MEANT.match(whole) else whole


def constant(sign: str) -> str:
    """A sign in braces: shown as it is, wherever it stands."""
    return '{{ "' + sign + '" }}'


def _step(name: str, text: str, choices: Sequence[str]) -> Step:
    """A question; with the answers that it offered, as buttons that all go on to the next."""
    offered = tuple(Choice(plain(one), None, 1) for one in choices)
    kind: StepKind = "choose" if len(offered) > 1 else "ask"
    return Step(name, kind, text, name.replace("-", "_"), 1, 1, choices=offered if len(offered) > 1 else ())
