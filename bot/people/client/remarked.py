"""A remark about the question itself: what is true of it, and what else there is; it is no answer and no note."""

from bot.core.talk.exchange import Dialogue
from bot.core.understand.remark import of_question, remark
from bot.i18n import texts
from bot.people import alternatives, dialogue, heeding, planning
from bot.people.client import setting, wishes
from bot.people.turn import Rows, Turn, number, send
from bot.store import reflections
from bot.store.people import Client
from bot.telegram import Message

TIMED = ("quiet", "days", "hours")
"""Questions that days and hours answer."""


def of(turn: Turn, client: Client, words: str) -> tuple[str, Rows] | None:
    """What is true where a whole message asks what a question means; None for other words."""
    if client.state in ("joining", "stopped") or not _about(turn, client, words, "unclear"):
        return None
    t = texts(client.language)
    text = t.t(
        "People wrote the questions beforehand; nobody can explain one here. Any reading of it is fine."
    )
    row = reflections.open_of(turn.tx, client.id)
    if row is None or row.state != "open" or planning.paused_now(turn, client):
        return text, ()
    return text, (((t.t("Another question"), f"others:{row.id}"),),)


def why(turn: Turn, client: Client, words: str) -> bool:
    """Whether a whole message asks why a question came: /why says it."""
    return client.state != "joining" and _about(turn, client, words, "why")


def of_setting(turn: Turn, client: Client, asked: Dialogue | None, message: Message) -> bool:
    """Whether words to a setting's question say that it is not understood, or try to answer it in vain."""
    if asked is None or asked.step not in setting.STEPS or message.file or message.origin:
        return False
    tries = asked.step in TIMED and wishes.tries(client, message.text)
    if not tries and remark(message.text) not in ("unclear", "why", "unsure"):
        return False
    return dialogue.for_it(turn, asked, message, alone=client.state == "joining")


def others(turn: Turn, client: Client, value: str = "") -> None:
    """Others are offered in place of the question that is open."""
    row = reflections.open_of(turn.tx, client.id)
    if row is not None and row.state == "open" and row.id == number(value):
        return alternatives.offer(turn, client, row)
    return send(turn, client.id, texts(client.language).t("No question is open."), silent=True)


def _about(turn: Turn, client: Client, words: str, kind: str) -> bool:
    """Whether it is such a remark; words that name no question are one only before an answer was begun."""
    if remark(words) != kind or heeding.heard(turn, client, words) is not None:
        return False
    row = reflections.open_of(turn.tx, client.id)
    fresh = row is not None and row.state == "open" and row.reflection.heard_at is None
    return fresh or of_question(words)
