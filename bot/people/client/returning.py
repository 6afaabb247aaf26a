"""A client comes back after a silence: their words are kept first, then they are welcome (docs/time.md).

The words are the same after two weeks and after a year. Nothing else is begun that day.
"""

from datetime import timedelta

from bot.core.base import wall
from bot.core.understand.homecoming import says_back
from bot.core.understand.refusal import refuses
from bot.i18n import Texts, texts
from bot.people import planning
from bot.people.client.settled import state_in_words
from bot.people.turn import Rows, Turn, send
from bot.store.people import Client
from bot.telegram import Message

SILENCE = timedelta(days=14)
"""Who was not heard for so long comes back."""

OWN_WAY = ("start", "stop", "pause", "erase", "export", "cancel")
"""Commands that say themselves what is wanted: nothing is asked beside them."""


def comes_back(turn: Turn, client: Client) -> bool:
    """Whether this turn is the first that is heard of a client after a long silence."""
    before = turn.heard_before.get(client.id)
    return (
        before is not None
        and turn.now - before >= SILENCE
        and client.state in ("active", "paused", "stopped")
        and not _ended(turn, client)
    )


def says_so(client: Client, message: Message) -> bool:
    """Whether a whole message greets or says that its writer is back, and nothing else: it answers no question."""
    if message.reply_to is not None or client.state == "stopped" or message.file or message.origin:
        return False
    return refuses(message.text, "resume") or says_back(message.text)


def _ended(turn: Turn, client: Client) -> bool:
    return client.ending is not None and wall.local(turn.now, client.zone or "UTC").date() > client.ending


def commanded(turn: Turn, client: Client, word: str) -> bool:
    """Before a command is done: whether the welcome stands in its place."""
    if not comes_back(turn, client):
        return False
    planning.back(turn, client)
    instead = word == "start" and client.state == "active"
    if instead or word not in OWN_WAY:
        welcome(turn, client)
    return instead


def welcome(turn: Turn, client: Client) -> None:
    """As it was, lighter, or stop; who had paused or stopped reads that, and how it is taken up again."""
    t = texts(client.language)
    if client.state == "active" and not planning.paused_now(turn, client):
        text = t.t(
            "Welcome back. It can go on as it was, be lighter, or stop. Any of it is fine, and so is none."
        )
        return send(turn, client.id, text, _choices(turn, client, t))
    lines = [t.t("Welcome back."), *state_in_words(turn, t, client)]
    return send(turn, client.id, " ".join(lines), (((t.t("Take up again"), "m:start"),),))


def _choices(turn: Turn, client: Client, t: Texts) -> Rows:
    lighter = max(1, planning.weekly_of(turn, client) - 1)
    return (((t.t("As it was"), "m:same"), (t.t("Lighter"), f"m:weekly:{lighter}"), (t.t("Stop"), "m:stop")),)
