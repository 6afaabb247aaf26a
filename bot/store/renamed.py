"""Names: a script gets another one, and everything that is kept under the old one goes with it."""

from datetime import datetime

from bot.store import reflections
from bot.store.db import Tx
from bot.store.instants import to_micros

_COLUMNS = (
    "scripts", "drafts", "reflections", "responses", "begun", "previews", "copies", "assignments", "switched_off",
    "change_requests", "coach_answers", "retired",
)  # fmt: skip
"""The tables that name a script in a column of their own."""


def called(tx: Tx, name: str) -> str:
    """What a script of that name is called now."""
    return tx.once("scripts", ("called", name), lambda: _called(tx, name))


def _called(tx: Tx, name: str) -> str:
    row = tx.db.execute("SELECT script FROM renamed WHERE was = :name", {"name": name}).fetchone()
    return name if row is None else str(row["script"])


def before(tx: Tx) -> dict[str, str]:
    """Every name of before, with what its script is called now."""
    return {
        row["was"]: row["script"] for row in tx.db.execute("SELECT was, script FROM renamed ORDER BY was")
    }


def rename(tx: Tx, old: str, new: str, *, author: str, now: datetime) -> None:
    """Give a script another name, in all languages: its versions, talks, counts and assignments go with it."""
    names = {"old": old, "new": new}
    tx.db.execute("DELETE FROM renamed WHERE was = :new", names)
    tx.db.execute("UPDATE renamed SET script = :new WHERE script = :old", names)
    tx.db.execute(
        "INSERT INTO renamed (was, script, author, at) VALUES (:old, :new, :author, :now)",
        {**names, "author": author, "now": to_micros(now)},
    )
    for table in _COLUMNS:
        tx.db.execute(f"UPDATE {table} SET script = :new WHERE script = :old", names)  # noqa: S608 - ours
    reflections.rename_occasions(tx, old, new)
    tx.db.execute(
        "UPDATE begun SET occasion = substr(replace(occasion || ':', :was, :is), 1, "
        "length(replace(occasion || ':', :was, :is)) - 1) WHERE instr(occasion || ':', :was) > 0",
        {"was": f":{old}:", "is": f":{new}:"},
    )
