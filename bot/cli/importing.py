"""``interlude scripts import``: a list of prompts becomes scripts, double asks split."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import typer

from bot.cli import shelf
from bot.cli.voice import complain, shown
from bot.core.lint import split
from bot.core.lint.lexicon import words
from bot.core.lint.show import as_text
from bot.core.lint.split import opened
from bot.core.script.printer import to_text
from bot.core.script.script import Header, Script, Step, StepKind, When
from bot.people.admin import checking
from bot.people.admin.folder import File

THANKS = "{{ thanks }}"

OPENING = {
    "en": "If you like, a few questions, one after the other.",
    "de": "Wenn du magst: ein paar Fragen, eine nach der anderen.",
}
CLOSING = {"en": "That is all for now.", "de": "Das ist alles für jetzt."}
"""What is said around the prompts, in the languages that we can say it in; elsewhere an author adds it."""

_BULLET = re.compile(r"^\s*(?:[-*•‣▪◦●·∙–+]\s+|\(?\d{1,4}[.):]\s+)")
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
    prompts = [
        piece
        for line in shown(_lines(shelf.text_of(source)), "Prompts")
        for piece in pieces(line, language, reword)
    ]
    if not prompts:
        complain(f"{source} holds no prompts; write one a line")
    groups = [prompts[start : start + each] for start in range(0, len(prompts), each)]
    scripts = [
        script(f"{name}-{number:02}", group, language, author) for number, group in enumerate(groups, 1)
    ]
    files = [(to / f"{one.name}.md", one) for one in scripts]
    if there := next((file for file, _ in files if file.exists()), None):
        complain(f"{there} exists already; choose another --name or --out")
    for file, one in files:
        _write(file, to_text(one))
    typer.echo(f"{len(prompts)} prompts in {len(files)} scripts in {to}.")
    _say_rest([file for file, _ in files], language)


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
        typer.echo(f"{errors} errors and {len(issues) - errors} warnings to look at.", err=True)


def _lines(text: str) -> list[str]:
    """The prompts of a list, without bullets and numbers."""
    lines = (" ".join(_BULLET.sub("", line).split()) for line in text.splitlines())
    return [line for line in lines if line]


def pieces(line: str, language: str, reword: bool = False) -> tuple[str, ...]:
    """One prompt for each thing that a line asks. ``reword``: closed ones are made open where a pattern can."""
    found = split(line, language)
    return tuple(opened(piece, words(language)) for piece in found) if reword else found


# ---- a script ----------------------------------------------------------------------------------


def script(name: str, prompts: Sequence[str], language: str, author: str) -> Script:
    """A script that asks these prompts one after the other, with a header that says what is not known yet."""
    today = datetime.now(UTC).date()
    asked = [
        _step(f"prompt-{number}", _asked(prompt, number, language), "ask")
        for number, prompt in enumerate(prompts, 1)
    ]
    close = _step("close", "\n\n".join(filter(None, (THANKS, CLOSING.get(language, "")))), "ack")
    return Script(name, _header(name, len(prompts), language, author, today), (*asked, close))


def _header(name: str, count: int, language: str, author: str, today: date) -> Header:
    return Header(
        title=name.replace("-", " ").capitalize(),
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


def _step(name: str, text: str, kind: StepKind) -> Step:
    return Step(name, kind, text, name.replace("-", "_"), 1, 1)
