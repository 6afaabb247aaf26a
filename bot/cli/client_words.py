"""``interlude export`` and ``interlude erase``: one client's words out, or gone."""

import json
import os
from functools import partial
from pathlib import Path

from bot.cli.running import ask, complain, read, settings
from bot.cli.voice import say
from bot.store import export
from bot.store.db import Tx


def number(client: str) -> int:
    """The id that was written; a complaint where it is a name."""
    if not client.isascii() or not client.isdigit():
        complain(
            f"--client {client}: it takes the client's Telegram id, a number, which ends the file names "
            f"that `interlude digest --client {client}` writes"
        )
    return int(client)


def export_client(path: Path | None, named: str, to: Path) -> None:
    """Write everything that is kept of a client as JSON, readable by its owner only."""
    client = number(named)
    content = read(settings(path), partial(_exported, client=client))
    if content is None:
        complain(f"there is no client with the Telegram id {client}", 1)
    try:
        handle = os.open(to, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(content)
    except OSError as fault:
        complain(f"{to} cannot be written ({type(fault).__name__}); choose another --out")
    say(f"Written to {to}. It holds the client's words: keep it safe, and delete it when done.")


def _exported(tx: Tx, client: int) -> str | None:
    try:
        found = export.client(tx, client)
    except LookupError:
        return None
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def erase_client(path: Path | None, named: str, sure: bool) -> None:
    """Erase a client's rows and key, for good."""
    client = number(named)
    if not sure:
        complain("this cannot be undone; say --yes if the client asked for it")
    reply = ask(settings(path), {"do": "erase", "client": client})
    if not reply["done"]:
        complain(reply["text"], 1)
    say(reply["text"])
