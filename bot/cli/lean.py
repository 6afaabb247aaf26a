"""What libraries load for a terminal, left out of a process that runs for months and shows nothing on one."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

TERMINAL = ("rich", "httpx._main")
"""httpx brings a command of its own, structlog tracebacks in colours; both do without where these are missing."""


@contextmanager
def without(names: tuple[str, ...] = TERMINAL) -> Iterator[None]:
    """Imports inside find none of these modules; afterwards they can be had again."""
    hidden = [name for name in names if name not in sys.modules]
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]  # None: there is no such module
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]
