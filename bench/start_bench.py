"""How long the bot takes to ``ready``, from nothing in memory: python -m bench start. RUNS=5 by default.

``interlude run`` as a process of its own, against the small Bot API, with a database that was begun before and the
shipped scripts. Processor is that of the process, all its threads, up to ``ready``.
"""

# ruff: noqa: T201 - printing is what it is for

import asyncio
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench import practice
from bench.peers_bench import ROOT, server

RUNS = int(os.environ.get("RUNS", "5"))
TICKS = os.sysconf("SC_CLK_TCK")


def begun(folder: Path, url: str) -> Path:
    """A practice with a few clients and the shipped scripts; its settings file."""
    asyncio.run(practice.make(folder, 4, 1, "open"))
    shutil.copytree(ROOT / "prompts", folder / "shipped")
    made = practice.config(folder, url)
    file = folder / "config.toml"
    file.write_text(
        f'[telegram]\ntoken = "1:bench"\napi_url = "{url}"\n[database]\npath = "{made.database.path}"\n'
        f'[security]\nkey_file = "{made.security.key_file}"\n[prompts]\npath = "{folder / "shipped"}"\n'
        "[people]\nadmins = [1]\n"
    )
    file.chmod(0o600)
    return file


def started(file: Path) -> tuple[float, float]:
    """Seconds until it said ``ready``, and of processor until then."""
    command = [str(Path(sys.executable).with_name("interlude")), "run", "--config", str(file)]
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        said = process.stdout.readline().strip() if process.stdout else ""
        took = time.perf_counter() - began
        if said != "ready":
            raise SystemExit(process.communicate()[1][-2000:])
        used = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
        process.send_signal(signal.SIGTERM)
        process.communicate()
    return took, (int(used[11]) + int(used[12])) / TICKS


def main() -> None:
    """One line; the first start, which publishes the scripts, is not counted."""
    with tempfile.TemporaryDirectory() as name, server() as url:
        file = begun(Path(name), url)
        started(file)
        took = [started(file) for _ in range(RUNS)]
    for what, each in zip(("seconds to ready", "of processor"), zip(*took, strict=True), strict=True):
        print(f"{what:<24}{statistics.median(each):.2f} ({min(each):.2f} to {max(each):.2f})")


if __name__ == "__main__":
    main()
