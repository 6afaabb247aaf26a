"""Moving: every row of a database into another engine's, all or nothing, and compared before it counts.

What is sealed moves as it is: a row that is the same byte for byte opens as it did before.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import zip_longest
from pathlib import Path
from typing import Any, cast

from bot.faults import StoreFault
from bot.store import migrate, postgres, postgres_schema

MANY = 500
"""So many rows are read and written at a time."""

_OURS = ("migrations",)
"""What the other database has of its own."""

Database = sqlite3.Connection | postgres.Postgres


def to_postgres(file: Path, url: str) -> int:
    """Copy a file's database, which nobody writes meanwhile, into an empty one of PostgreSQL; how many rows.

    Raises StoreFault: there is one of ours already, or something did not arrive as it was. Then nothing is left.
    """
    with (
        closing(postgres.Postgres(url, writes=True)) as target,
        closing(
            sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
        ) as source,
    ):
        if postgres_schema.is_there(target):
            raise StoreFault("locked", f"{target.place} holds an Interlude already. Name an empty one.")
        source.execute("BEGIN")
        target.execute("BEGIN")
        postgres_schema.begin(target, 0)
        target.look()
        moved = _moved(source, target)
        for name, number in source.execute("SELECT name, seq FROM sqlite_sequence WHERE seq > 0").fetchall():
            target.number_from(name, number)
        target.execute("COMMIT")
        target.tidy()
    return moved


def to_file(url: str, file: Path) -> int:
    """Copy a database of PostgreSQL at one moment into an empty file; how many rows. Raises StoreFault."""
    with (
        closing(postgres.Postgres(url, writes=False)) as source,
        closing(sqlite3.connect(file, isolation_level=None)) as target,
    ):
        if not postgres_schema.is_there(source):
            raise StoreFault("readonly", f"{source.place} holds no Interlude.")
        source.execute("BEGIN")
        done = {row[0] for row in source.execute("SELECT number FROM migrations")}
        migrate.apply(target, [one for one in migrate.files() if one.number in done], 0)
        target.execute("BEGIN")
        moved = _moved(source, target)
        target.execute("DELETE FROM sqlite_sequence")
        for row in source.execute("SELECT name, seq FROM sqlite_sequence"):
            target.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", tuple(row))
        target.execute("COMMIT")
    return moved


def _moved(source: Database, target: Database) -> int:
    """Every table's rows, each compared on the other side."""
    sqlite = source if isinstance(source, sqlite3.Connection) else cast(sqlite3.Connection, target)
    names = [name for name in postgres_schema.tables(sqlite) if name not in _OURS]
    for name in reversed(names):
        target.execute(" ".join(("DELETE", "FROM", name)))  # what migrations put in
    return sum(_table(source, target, name) for name in names)


def _table(source: Database, target: Database, name: str) -> int:
    none = source.execute(f"SELECT * FROM {name} LIMIT 0")  # noqa: S608 - our own names
    columns = [str(column[0]) for column in none.description or ()]
    said = ", ".join(columns)
    first = ", ".join(columns[:2])
    read = f"SELECT {said} FROM {name} ORDER BY {first}"  # noqa: S608 - our own names
    into = " ".join(("INSERT", "INTO", name, f"({said}) VALUES ({', '.join(':' + one for one in columns)})"))
    count = 0
    for rows in _batches(source.execute(read)):
        count += len(rows)
        target.executemany(into, [dict(zip(columns, row, strict=True)) for row in rows])
    for before, after in zip_longest(source.execute(read), target.execute(read)):
        if before is None or after is None or tuple(before) != tuple(after):
            raise StoreFault("damaged", f"A row of {name} did not arrive as it was. Nothing was kept there.")
    return count


def _batches(rows: Iterable[Any]) -> Iterator[list[tuple[Any, ...]]]:
    batch: list[tuple[Any, ...]] = []
    for row in rows:
        batch.append(tuple(row))
        if len(batch) == MANY:
            yield batch
            batch = []
    if batch:
        yield batch
