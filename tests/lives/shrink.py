"""A life with a finding becomes the least list of acts that still has it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from .life import Act, Life
from .lived import Lived, again
from .sight import Finding

MOST = 150
"""How often a life is lived again at most."""


def shrink(lived: Lived, finding: Finding, most: int = MOST, lives: Callable[[Life], Lived] = again) -> Lived:
    """The least life in which the same oracle finds the same kind; the life itself if nothing can go."""
    best, runs = lived, 0

    def tried(life: Life) -> bool:
        nonlocal best, runs
        if runs >= most:
            return False
        runs += 1
        now = lives(life)
        if not any((one.oracle, one.kind) == (finding.oracle, finding.kind) for one in now.findings):
            return False
        best = now
        return True

    upto = tuple(act for act in lived.life.acts if act.at <= finding.at)
    tried(replace(lived.life, acts=upto, end=min(lived.life.end, finding.at + timedelta(hours=1))))
    for name in [one.name for one in lived.life.people] + ["world"]:
        if any(act.who == name for act in best.life.acts):
            tried(replace(best.life, acts=tuple(act for act in best.life.acts if act.who != name)))
    _thin(lambda: best.life, tried)
    there = {act.who for act in best.life.acts}
    keep = tuple(one for one in best.life.people if one.name in there or one.role == "admin")
    tried(replace(best.life, people=keep))
    return best


def _thin(life: Callable[[], Life], tried: Callable[[Life], bool]) -> None:
    """Leave out halves, then quarters, down to single acts."""
    size = len(life().acts)
    while size > 1:
        size = (size + 1) // 2
        for piece in _pieces(life().acts, size):
            rest = tuple(act for act in life().acts if act not in piece)
            if len(rest) < len(life().acts):
                tried(replace(life(), acts=rest))
    if life().acts:
        for act in life().acts:
            tried(replace(life(), acts=tuple(one for one in life().acts if one is not act)))


def _pieces(acts: Sequence[Act], size: int) -> list[tuple[Act, ...]]:
    return [tuple(acts[at : at + size]) for at in range(0, len(acts), size)][::-1]
