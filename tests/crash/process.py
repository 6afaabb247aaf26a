"""The bot as a process of its own: started, killed without warning, started again."""

import asyncio
import contextlib
import os
import signal
import sys
from asyncio.subprocess import Process
from dataclasses import dataclass, field
from pathlib import Path

from bot.simulator import Simulator

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
"""Seconds until `ready` at most; a busy machine starts Python slowly."""


def settings(folder: Path, sim: Simulator, admin: int, settle: int) -> Path:
    """A config file for a bot in this folder that talks to the simulator."""
    file = folder / "config.toml"
    file.write_text(
        f"""
[telegram]
token = "{sim.token}"
api_url = "{sim.api_url}"
[people]
admins = [{admin}]
[database]
path = "{folder / "interlude.db"}"
[security]
key_file = "{folder / "interlude.key"}"
[prompts]
path = "{ROOT / "prompts"}"
[conversation]
settle_seconds = {settle}
[sending]
rate = 30
""",
        encoding="utf-8",
    )
    return file


@dataclass(slots=True)
class Bot:
    """One installation: its settings and, while it runs, its process. Its log goes on in one file."""

    config: Path
    process: Process | None = None
    starts: int = 0
    reading: set[asyncio.Task[None]] = field(default_factory=set)

    @property
    def log(self) -> Path:
        """What the processes wrote to standard error."""
        return self.config.parent / "bot.log"

    async def make(self) -> None:
        """Make database and key, as a person does before the first start."""
        await self.start("init")
        assert self.process is not None
        await self.process.communicate()
        assert self.process.returncode == 0, f"`interlude init` failed; {self.log} may say why"
        self.process = None

    async def start(self, what: str = "run") -> None:
        """Start the process; it may not be ready yet."""
        with self.log.open("ab") as log:
            self.process = await command(
                what, "--config", self.config, stdout=asyncio.subprocess.PIPE, log=log.fileno()
            )
        self.starts += 1

    async def ready(self) -> None:
        """Wait for the promised line."""
        assert self.process is not None and self.process.stdout is not None
        line = await asyncio.wait_for(self.process.stdout.readline(), PATIENCE)
        assert line == b"ready\n", f"the bot said {line!r}; {self.log} may say why"

    async def kill(self) -> None:
        """kill -9: no chance to put anything in order."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> int:
        """SIGTERM; the exit code."""
        return await self._end(signal.SIGTERM)

    async def _end(self, how: signal.Signals) -> int:
        assert self.process is not None
        with contextlib.suppress(ProcessLookupError):
            self.process.send_signal(how)
        code = await asyncio.wait_for(self.process.wait(), PATIENCE)
        self.process = None
        return code


async def command(*words: object, stdout: int = asyncio.subprocess.PIPE, log: int | None = None) -> Process:
    """Start `interlude` with these words, as a process of its own."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *(str(word) for word in words),
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=stdout,
        stderr=log,
    )
