"""Sealed prompts: for who wants it a question comes as the news that there is one, and stands there at a tap."""

from bot.i18n import texts
from bot.people.turn import PROMPT, Rows, Turn, send
from bot.store.people import Client

LATER = ":later"
"""What the data of a prompt's button that puts it off ends with."""


def wanted(client: Client) -> bool:
    """Whether this client wants it so."""
    return bool(client.rhythm.get("sealed"))


def envelope(turn: Turn, client: Client, reflection: int, rows: Rows, silent: bool) -> None:
    """Only that a question is here. It shows no prompt: what is written before it is opened answers none."""
    t = texts(client.language)
    opens = (t.t("Open"), f"m:unseal:{reflection}")
    later = tuple(one for row in rows for one in row if one[1].endswith(LATER))
    text = t.t("A question is here. A tap opens it, whenever you like.")
    send(turn, client.id, text, ((opens, *later),), lane=PROMPT, silent=silent)
