"""Which things the coach's digest may say might be worth asking: the client switches each off, or on again."""

from bot.core.base.line import line
from bot.core.digest.flag import FLAGS
from bot.i18n import texts
from bot.people.turn import Rows, Turn, send
from bot.store import flags, people
from bot.store.people import Client
from bot.telegram import escape

NAMES = {
    "rise": line("A number of yours that rose"),
    "level": line("A number of yours that stays where it is"),
    "less": line("Fewer or shorter answers than before"),
    "unsettled": line("Something that did not sit right"),
    "start": line("Bumps in the first sessions"),
    "quiet": line("A long quiet"),
}


def show(turn: Turn, client: Client, value: str = "") -> None:
    """What these are, and a button for each."""
    text, rows = _list(turn, client)
    send(turn, client.id, text, rows)


def _list(turn: Turn, client: Client) -> tuple[str, Rows]:
    t, off = texts(client.language), flags.off(turn.tx, client.id)
    coach = escape(people.coach_name(turn.tx, client.coach_id))
    text = t.t(
        "The digest that {coach} reads can say that something might be worth asking. It does so by fixed rules, "
        "and from what you share alone. A tap switches one off or on.",
        coach=coach,
    )
    rows: Rows = tuple(
        (
            (
                f"{'✕' if name in off else '✓'} {t.line(NAMES[name])}"[:60],
                f"m:hint:{name}:{'on' if name in off else 'off'}",
            ),
        )
        for name in FLAGS
    )
    return text, rows


def switch(turn: Turn, client: Client, value: str) -> None:
    """One is switched off or on, as its button said; the list shows it."""
    name, _, wanted = value.partition(":")
    if name in FLAGS and wanted in ("on", "off"):
        flags.switch(turn.tx, client.id, name, wanted == "on", turn.now)
    show(turn, client)
