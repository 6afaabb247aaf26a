"""What one bot is measured by, whichever it is; needs nothing but Python, for every bot has its own packages."""

# ruff: noqa: T201 - printing is what it is for

import asyncio
import json
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen


@dataclass(frozen=True, slots=True)
class Task:
    """``flood``: so many messages at once; ``ask``: rounds of answers with replies; ``rest``: so many seconds."""

    url: str
    kind: str
    count: int
    chats: int
    pause: float = 2.0


async def measure(task: Task, dealt: Callable[[], int]) -> None:
    """Let the bot, which runs in this process, come to rest; give it the task; print what it took as JSON.

    ``dealt`` says how many messages are thought about and on disk, for ever.
    """
    await asyncio.sleep(2)
    rest, before = resident(), dealt()
    used, began = cpu(), time.perf_counter()
    messages = 0
    if task.kind == "rest":
        await asyncio.sleep(task.count)
    elif task.kind == "flood":
        await asked(f"{task.url}/flood/{task.count}/{task.chats}")
        messages = task.count
    else:
        await asked(f"{task.url}/ask/{task.count}/{task.chats}/{task.pause}")
        messages = task.count * task.chats
    late = time.perf_counter() + 120
    while dealt() < before + messages and time.perf_counter() < late:
        await asyncio.sleep(0.02)
    seconds, spent = time.perf_counter() - began, cpu() - used
    if task.kind == "ask":
        await asyncio.sleep(1)  # the last replies
    print(
        json.dumps(
            {
                "messages": dealt() - before,
                "seconds": seconds,
                "cpu": spent,
                "rest_mib": rest,
                "waits": json.loads(await asked(f"{task.url}/waits"))["result"],
            }
        ),
        flush=True,
    )


async def asked(url: str) -> bytes:
    """What the server says, asked aside."""
    return await asyncio.to_thread(lambda: urlopen(url).read())  # noqa: S310 - our own server


def cpu() -> float:
    """Seconds of processor that this process has had, all its threads."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def resident() -> float:
    """MiB in memory now."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # the most so far: nothing better
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024
