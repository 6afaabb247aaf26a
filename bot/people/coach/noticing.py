"""A coach's words about the client of whom a notice is open."""

from datetime import timedelta

from bot.core.understand.noticed import noticed
from bot.i18n import texts
from bot.people import alerting, dated, reconcile, roster
from bot.people.turn import NAMED, Rows, Turn, send
from bot.store import people
from bot.store.people import Coach
from bot.telegram import Message, escape

ASKED = timedelta(days=2)
"""So long after a notice a coach's question about its client is about that."""


def heard(turn: Turn, coach: Coach, message: Message) -> bool:
    """That they spoke counts as seen; what it was is answered: what is known, and when the words come."""
    waiting = tuple(alerting.waits(turn, coach).values())
    one = waiting[0] if len(waiting) == 1 else None  # of two "he" may be either
    client = people.client(turn.tx, one.client) if one else None
    if one is None or client is None or message.reply_to is not None or turn.now - one.made_at > ASKED:
        return False
    t = texts(coach.language)
    called = roster.called(turn, t, client)
    said = noticed(message.text, called)
    if said == "spoke":
        alerting.seen(turn, coach, one)
    elif said == "asks":
        text = t.t(
            "No words of {name} are in the notice. What {name} shares comes on {when}, or when {name} sends it. "
            "A call goes outside of this bot.",
            name=escape(called),
            when=dated.shown(t, reconcile.next_telling(turn, client, coach), coach.where),
        )
        rows: Rows = (((t.t("I have seen it"), f"s:seen:{one.id}"),),)
        send(turn, coach.id, text, rows, about=client.id, what=NAMED)
    return bool(said)
