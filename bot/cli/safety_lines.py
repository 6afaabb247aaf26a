"""``interlude safety lines``: the help lines of each country, what is wrong with them, and what is old."""

from datetime import date
from pathlib import Path

import typer

from bot import help_lines
from bot.cli.voice import complain
from bot.core.safety.helpline import CountryHelp, Helpline


def lines(paths: list[Path], country: str, today: date) -> None:
    """List, and say what to mend; exit code 1 where something is to mend, 2 where a file cannot be read."""
    found: dict[str, CountryHelp] = {}
    wrong = []
    for path in paths or [help_lines.SHIPPED / help_lines.NAME]:
        try:
            countries, issues = help_lines.load(path)
        except (OSError, UnicodeDecodeError) as fault:
            complain(f"{path} cannot be read ({type(fault).__name__})")
        found |= countries
        wrong += issues
    if country and country.upper() not in found:
        complain(
            f"there are no help lines of {country.upper()}; there are some of {', '.join(sorted(found))}"
        )
    for code in sorted(found):
        if country.upper() in ("", code):
            _listed(found[code], today)
    for one in wrong:
        typer.echo(f"{one.file}:{one.line}: {one.message}. {one.remedy}")
    old = [one for each in found.values() for one in each.lines if one.old(today)]
    typer.echo(f"{len(found)} countries, {len(wrong)} errors, {len(old)} lines to look at again", err=True)
    if wrong:
        raise typer.Exit(1)


def _listed(one: CountryHelp, today: date) -> None:
    police = f", police {one.police}" if one.police else ""
    typer.echo(f"{one.code}: emergency {one.emergency}{police}")
    for line in one.lines:
        typer.echo(f"  {_line(line, today)}")


def _line(one: Helpline, today: date) -> str:
    reach = " · ".join(filter(None, (one.number, one.text and f"text {one.text}")))
    said = [f"{one.name}: {reach}", one.hours or "hours not known", one.languages]
    said += [] if one.audience == "anyone" else [f"for {one.audience}"]
    said += [f"{one.source}, verified {one.verified} by {one.by}"]
    if not one.shown(today):
        said += ["NOT SHOWN: stale or at its end"]
    elif one.old(today):
        said += ["look again"]
    return "; ".join(said)
