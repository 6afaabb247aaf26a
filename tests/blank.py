"""A database with the schema of today and nobody in it: made once a process, and each test begins with a copy."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import chosen

from bot import vault
from bot.store.connection import open_writing

SINCE = datetime(2026, 1, 1, tzinfo=UTC)


def ring() -> vault.Vault:
    """A vault with one sample key."""
    return vault.Vault({1: b"k" * 32})


def blank(path: Path, key: Path | None = None) -> Path:
    """Put it there, where there is none yet: sealed by the key of ``ring``, or by a key file's that comes along."""
    if "postgres" in chosen.WORDS:
        return _copied(path, key)
    if not path.exists():
        content, lines = _sealed_by_a_file() if key else (_sealed_by_the_ring(), b"")
        for file, what in ((path, content), (key, lines)):
            if file is not None:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(what)
                file.chmod(0o600)
    return path


def _copied(path: Path, key: Path | None) -> Path:
    """The same on PostgreSQL: a copy of a database."""
    import on_postgres

    if path.absolute() not in on_postgres.URLS:
        url, lines = _made_there(key is not None)
        on_postgres.copied(path, url)
        if key is not None:
            key.parent.mkdir(parents=True, exist_ok=True)
            key.write_bytes(lines)
            key.chmod(0o600)
    return path


@cache
def _made_there(by_a_file: bool) -> tuple[str, bytes]:
    import on_postgres

    with TemporaryDirectory() as folder:
        key = Path(folder) / "interlude.key"
        keys = vault.load_or_make(key, fresh=True) if by_a_file else ring()
        url = on_postgres.server().database()
        db = open_writing(Path(folder) / "x", keys, SINCE, url=url)
        db.execute(f"CREATE VIEW sqlite_master AS {on_postgres.TABLES}")
        db.close()
        return url, key.read_bytes() if by_a_file else b""


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
