"""Oracle: no word of anybody's stands in a log, nor in what an exception says."""

import traceback
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from typing import Any

import structlog

from .life import TOKEN
from .sight import Sight


@contextmanager
def read(sight: Sight) -> Iterator[None]:
    """Whatever is logged meanwhile is looked at, at every level, and shown nowhere."""
    before = structlog.get_config()

    def look(_: Any, __: str, said: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        error = said.get("exc_info")
        lines = traceback.format_exception(error) if isinstance(error, BaseException) else []
        if error is True:
            lines = [traceback.format_exc()]
        if TOKEN.search(repr(dict(said)) + "".join(lines)):
            sight.find("log", f"a word is in the log: {said.get('event')}", "bot")
        raise structlog.DropEvent

    structlog.configure(processors=[look], wrapper_class=structlog.make_filtering_bound_logger(10))
    try:
        yield
    finally:
        structlog.configure(**before)
