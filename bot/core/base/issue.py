"""What an author can get wrong: one thing to mend, at its place."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing to mend in a script, at a place an editor can jump to (line and column count from 1)."""

    file: str
    line: int
    column: int
    step: str
    rule: str
    level: Literal["error", "warning"]
    message: str
    remedy: str
