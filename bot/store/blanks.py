"""A coach's words for one client's pages: ``{{ client.dog }}``, by name, sealed with the client's key."""

from datetime import datetime

from bot.store.db import Tx
from bot.store.instants import to_micros


def put(tx: Tx, client_id: int, name: str, words: str, now: datetime) -> None:
    """What the name stands for from now on."""
    tx.db.execute(
        "INSERT INTO client_words (client_id, name, words, at) VALUES (:client, :name, :words, :now) "
        "ON CONFLICT (client_id, name) DO UPDATE SET words = excluded.words, at = excluded.at",
        {
            "client": client_id,
            "name": name,
            "words": tx.seal(client_id, _place(name), words),
            "now": to_micros(now),
        },
    )


def of_client(tx: Tx, client_id: int) -> dict[str, str]:
    """Every name with what it stands for, by name."""
    rows = tx.db.execute(
        "SELECT name, words FROM client_words WHERE client_id = :id ORDER BY name", {"id": client_id}
    ).fetchall()
    return {row["name"]: tx.open_text(client_id, _place(row["name"]), row["words"]) or "" for row in rows}


def remove(tx: Tx, client_id: int, name: str) -> bool:
    """The name stands for nothing any more; False where it did not."""
    gone = tx.db.execute(
        "DELETE FROM client_words WHERE client_id = :client AND name = :name",
        {"client": client_id, "name": name},
    )
    return gone.rowcount > 0


def _place(name: str) -> str:
    return f"client_words|words|{name}"
