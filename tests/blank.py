"""A database with the schema of today and nobody in it: made once a process, and each test begins with a copy."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from bot import vault
from bot.store.connection import open_writing

SINCE = datetime(2026, 1, 1, tzinfo=UTC)


def ring() -> vault.Vault:
    """A vault with one sample key."""
    return vault.Vault({1: b"k" * 32})


def blank(path: Path, key: Path | None = None) -> Path:
    """Put it there, where there is none yet: sealed by the key of ``ring``, or by a key file's that comes along."""
    if not path.exists():
        content, lines = _sealed_by_a_file() if key else (_sealed_by_the_ring(), b"")
        for file, what in ((path, content), (key, lines)):
            if file is not None:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(what)
                file.chmod(0o600)
    return path


@cache
def _sealed_by_a_file() -> tuple[bytes, bytes]:
    with TemporaryDirectory() as folder:
        key = Path(folder) / "interlude.key"
        return _made(vault.load_or_make(key, fresh=True)), key.read_bytes()


@cache
def _sealed_by_the_ring() -> bytes:
    return _made(ring())


def _made(keys: vault.Vault) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "blank.db"
        open_writing(path, keys, SINCE).close()
        return path.read_bytes()
