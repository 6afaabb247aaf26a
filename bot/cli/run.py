"""``interlude run``: the bot itself."""

import asyncio
import contextlib
import logging
import sys
from pathlib import Path

import structlog

from bot import config, vault
from bot.cli.running import complain, every, there
from bot.faults import StoreFault
from bot.runtime import bots, process


def run(path: Path | None) -> None:
    """Run until SIGTERM or SIGINT; a wrong setting is one clear line and exit code 2."""
    chosen = every(path)
    for name, one in chosen.items():
        try:
            config.require(one)
        except config.ConfigFault as fault:
            complain(f"bot {name}: {fault}" if name else str(fault))
        there(one)
    set_up_logs(next(iter(chosen.values())).logs)
    try:
        asyncio.run(bots.run(chosen))
    except (process.Unusable, StoreFault, vault.VaultFault) as fault:
        complain(str(fault))


def set_up_logs(chosen: config.Logs) -> None:
    """Our own lines on standard error; those of libraries hold addresses with the token, and words."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,  # the bot's name, where there are several
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer()
            if chosen.format == "json"
            else structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"]),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.DEBUG if chosen.hops else logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(StandardError()),  # type: ignore[arg-type]
    )
    silence()


class StandardError:
    """Standard error as it stands at each line: one that cannot be written (disk full, terminal gone) is left out.

    Nobody waits for a log: a line that raised would end the loop that wrote it.
    """

    def write(self, text: str) -> None:
        """Write it, where that can be done."""
        with contextlib.suppress(OSError, ValueError, AttributeError):
            sys.stderr.write(text)

    def flush(self) -> None:
        """Hand on what was written, where that can be done."""
        with contextlib.suppress(OSError, ValueError, AttributeError):
            sys.stderr.flush()


def silence() -> None:
    """No library writes a log."""
    logging.disable(logging.CRITICAL)
