"""/language: in which of the product's languages a client is spoken to; changeable at any time."""

from bot.i18n import languages, texts
from bot.people.turn import Rows, Turn, send
from bot.store import people
from bot.store.people import Client

OWN_NAMES = {"en": "English", "de": "Deutsch", "ar": "العربية"}
"""Each as its speakers call it, so that it is found whatever is spoken now."""


def show(turn: Turn, client: Client, value: str = "") -> None:
    """Which one it is now, and a button for each other."""
    t = texts(client.language)
    now = t.language
    text = t.t("You are spoken to in {language}. A tap changes it.", language=OWN_NAMES.get(now, now))
    rows: Rows = tuple(((OWN_NAMES.get(one, one), f"m:speak:{one}"),) for one in languages() if one != now)
    send(turn, client.id, text, rows)


def choose(turn: Turn, client: Client, value: str) -> None:
    """From now on; a talk that is open goes on in its own, and what has no script there is not asked."""
    if value not in languages():
        return show(turn, client)
    people.change_client(turn.tx, client.id, language=value)
    people.touch(turn.tx, client.id, turn.now)
    t = texts(value)
    text = t.t(
        "From now on in {language}. A question that is open stays as it is.",
        language=OWN_NAMES.get(value, value),
    )
    return send(turn, client.id, text)
