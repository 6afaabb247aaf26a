"""``interlude safety``: messages against the safety lists; the lists against themselves and gold messages."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from bot import safety_lists
from bot.cli import shelf
from bot.cli.voice import complain
from bot.core.base.issue import Issue
from bot.core.lint.show import as_github, as_json, as_text
from bot.core.safety.concern import Concern
from bot.core.safety.safety_list import SafetyList, unheld

SHOWN = {"text": as_text, "json": as_json, "github": as_github}


def check(source: Path, lang: str, form: str) -> None:
    """Each message of a file or of standard input: its tier, category and rule."""
    if form not in ("text", "json"):
        complain("--format can be text, json")
    finder = _list(lang).finder
    lines = shelf.text_of(source).splitlines()
    found = [_row(number, finder.find(line)) for number, line in enumerate(lines, 1)]
    if form == "json":
        typer.echo(json.dumps(found))
        return
    for row in found:
        if row["tier"]:
            typer.echo(f"{row['line']}: tier {row['tier']}, {row['category']}, {row['rule']}")
    heard = sum(bool(row["tier"]) for row in found)
    read = f"{len(found)} message{'' if len(found) == 1 else 's'} read"
    typer.echo(f"{read}; something was found in {heard}", err=True)


def _row(number: int, found: Concern | None) -> dict[str, int | str | None]:
    """A line as it is given back: never its words."""
    if found is None:
        return {"line": number, "tier": None, "category": None, "rule": None}
    return {"line": number, "tier": found.tier, "category": found.category, "rule": found.rule}


def _list(lang: str) -> SafetyList:
    made = safety_lists.of(lang)
    if made is None:
        complain(
            f"there is no safety list in {lang}; there are lists in {', '.join(safety_lists.languages())}"
        )
    return made


def lint(paths: Sequence[Path], form: str) -> None:
    """Every issue of the lists; exit code 1 when there is one, 2 when a file cannot be read."""
    if form not in SHOWN:
        complain(f"--format can be {', '.join(SHOWN)}")
    shipped = [safety_lists.SHIPPED / one / safety_lists.NAME for one in safety_lists.languages()]
    issues = [issue for path in paths or shipped for issue in _issues(path)]
    if said := SHOWN[form](issues):
        typer.echo(said)
    if form == "text":
        typer.echo(f"{len(issues)} error{'' if len(issues) == 1 else 's'}", err=True)
    if issues:
        raise typer.Exit(1)


def _issues(path: Path) -> list[Issue]:
    try:
        made, issues = safety_lists.load(path)
    except (OSError, UnicodeDecodeError) as fault:
        complain(f"{path} cannot be read ({type(fault).__name__})")
    return [*issues, *(unheld(made, str(path)) if made else ())]


# ---- gold messages -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Gold:
    """A message whose answer is known: "1" said outright, "2" indirect, "0" an ordinary answer."""

    expected: str
    category: str
    text: str


def golden(file: Path) -> list[Gold]:
    """The messages of a gold file: expected, category and text, with a blank between."""
    lines = file.read_text("utf-8").splitlines()
    return [Gold(*line.split(" ", 2)) for line in lines if line.strip() and not line.startswith("#")]


def measure(folder: Path) -> None:
    """One row a gold file, as a table."""
    files = sorted(folder.glob("*.txt"))
    if not files:
        complain(f"there are no gold messages in {folder}")
    typer.echo(
        "| messages | n | outright at tier 1 | indirect at any tier | ordinary at tier 1 | ordinary at any tier |"
    )
    typer.echo("|---|---|---|---|---|---|")
    for file in files:
        typer.echo(row(file))


def row(file: Path) -> str:
    """The figures of one gold file; its name begins with the language."""
    finder = _list(file.name.partition(".")[0]).finder
    found = [(gold.expected, finder.find(gold.text)) for gold in golden(file)]

    def outright(one: Concern | None) -> bool:
        return one is not None and one.tier == 1

    def share(expected: str, caught: Callable[[Concern | None], bool]) -> str:
        of = [one for wanted, one in found if wanted == expected]
        many = sum(map(caught, of))
        return f"{many} of {len(of)} ({many / len(of):.1%})" if of else "none"

    cells = (
        file.name,
        str(len(found)),
        share("1", outright),
        share("2", lambda one: one is not None),
        share("0", outright),
        share("0", lambda one: one is not None),
    )
    return f"| {' | '.join(cells)} |"
