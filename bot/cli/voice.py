"""How a command speaks when it cannot go on. Imports next to nothing: ``lint`` is to be quick."""

import sys
from collections.abc import Iterable, Iterator, Sized
from functools import lru_cache
from typing import TYPE_CHECKING, NoReturn, Protocol, TypeVar

import typer

if TYPE_CHECKING:
    from rich.console import Console

UNUSABLE = 2
"""The exit code for what cannot be used at all: a wrong option, a file that is not there."""

MANY = 50
"""From so many steps on a person sees how far the work is."""

T_co = TypeVar("T_co", covariant=True)


class Many(Sized, Iterable[T_co], Protocol[T_co]):
    """Something to go through whose length is known."""


def complain(text: str, code: int = UNUSABLE) -> NoReturn:
    """One clear line on standard error, and the exit code."""
    typer.echo(f"interlude: {text}", err=True)
    raise typer.Exit(code)


def say(text: str, markup: bool = True) -> None:
    """A line on standard output; ``markup``: it may hold rich's styles."""
    _console().print(text, markup=markup)


@lru_cache(maxsize=1)
def _console() -> "Console":
    from rich.console import Console

    return Console(highlight=False, soft_wrap=True)


def shown(work: Many[T_co], what: str) -> Iterator[T_co]:
    """Go through the work; on a terminal a bar shows how far it is, where it takes a while."""
    if len(work) < MANY or not sys.stderr.isatty():
        yield from work
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(work, what, console=Console(stderr=True), transient=True)
