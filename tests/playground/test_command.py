"""``interlude playground`` as somebody types it."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

PROGRAM = [sys.executable, "-m", "bot", "playground", "--no-browser"]


@contextmanager
def begun(folder: Path, *options: str) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """The command under way with its files in a folder, and the address that it printed."""
    where = {**os.environ, "TMPDIR": str(folder)}
    with subprocess.Popen([*PROGRAM, *options], stdout=subprocess.PIPE, text=True, env=where) as process:
        assert process.stdout is not None
        found = re.search(r"http://\S+/", process.stdout.readline())
        try:
            assert found is not None
            yield process, found[0]
        finally:
            process.kill()


@pytest.mark.slow
def test_it_says_where_it_is_and_ends_by_ctrl_c(tmp_path: Path) -> None:
    """The printed address has the page, people come in by themselves, and Ctrl-C ends it with nothing left over."""
    with begun(tmp_path, "--port", "0") as (process, address):
        assert address.startswith("http://127.0.0.1:") and list(tmp_path.iterdir()) != []
        with httpx.Client(base_url=address, timeout=60) as asking:
            assert "Interlude" in asking.get("/").text
        process.send_signal(signal.SIGINT)
        assert process.wait(30) in (0, 130, -signal.SIGINT)
    assert list(tmp_path.iterdir()) == []


def test_a_port_that_is_taken_is_one_sentence() -> None:
    """Where something else listens, the exit code is 2 and the line names the way out."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = subprocess.run(
            [*PROGRAM, "--port", str(port)], capture_output=True, text=True, timeout=120, check=False
        )
    assert done.returncode == 2
    assert done.stderr == f"interlude: nothing can listen on 127.0.0.1:{port}; choose another with --port.\n"
