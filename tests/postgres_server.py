"""A PostgreSQL server for tests: Debian's, in a folder of its own, without a port."""

import os
import pwd
import shutil
import subprocess
import tempfile
from contextlib import suppress
from functools import cache
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg.sql import SQL, Identifier

SERVER = Path("/usr/lib/postgresql")
FAST = """
fsync=off
synchronous_commit=off
full_page_writes=off
listen_addresses=''
max_connections=30
shared_buffers=32MB
wal_level=minimal
max_wal_senders=0
min_wal_size=32MB
max_wal_size=64MB
autovacuum=off
"""
"""No test takes away the machine's power, and none is to fill its memory."""

MEMORY = Path("/dev/shm")  # noqa: S108
NUMBERS = count(1)


@cache
def programs() -> Path | None:
    """Where the newest server's programs are; None where there is none."""
    found = sorted(SERVER.glob("*/bin/initdb"), key=lambda file: int(file.parts[-3]))
    return found[-1].parent if found else None


def reason() -> str:
    """Why there is no server here; "" where there is one."""
    if programs() is None:
        return "there is no PostgreSQL server here (Debian: apt-get install postgresql)"
    return "" if os.geteuid() or _other() else "a server is not run by root, and there is no other user here"


def _other() -> str:
    """Who runs the server where the tests are run by root."""
    for name in ("postgres", "nobody"):
        with suppress(KeyError):
            return pwd.getpwnam(name).pw_name
    return ""


class Server:
    """A server that runs until ``stop``."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="pg", dir=MEMORY if MEMORY.is_dir() else None))
        if not os.geteuid():
            shutil.chown(self.folder, _other())
        self.data = self.folder / "data"
        self._run("initdb", "-D", self.data, "-U", "tests", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
        more = self.data / "postgresql.conf"
        more.write_text(more.read_text() + FAST + f"unix_socket_directories='{self.folder}'\n")
        self.start()

    def start(self) -> None:
        """Start it, and wait until it answers."""
        self._run("pg_ctl", "-D", self.data, "-w", "-l", self.folder / "log", "start")

    def stop(self, how: str = "immediate") -> None:
        """Stop it; ``immediate``: as if it were killed."""
        self._run("pg_ctl", "-D", self.data, "-w", "-m", how, "stop")

    def end(self) -> None:
        """Stop it for good."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, name: str = "postgres") -> str:
        """The address of one of its databases."""
        return f"postgresql://tests@/{name}?host={self.folder}"

    def database(self, of: str = "") -> str:
        """A new database, empty or a copy of the one at an address; its address."""
        name, of = f"t{next(NUMBERS)}", urlsplit(of).path.strip("/") or "template1"
        with psycopg.connect(self.url(), autocommit=True) as db:
            db.execute(SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(name), Identifier(of)))
        return self.url(name)

    def drop(self, url: str) -> None:
        """A database goes."""
        with psycopg.connect(self.url(), autocommit=True) as db:
            db.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(urlsplit(url).path.strip("/"))))

    def _run(self, program: str, *words: object) -> None:
        who = [] if os.geteuid() else ["runuser", "-u", _other(), "--"]
        command = [*who, str((programs() or Path()) / program), *map(str, words)]
        subprocess.run(command, check=True, capture_output=True, cwd=self.folder)
