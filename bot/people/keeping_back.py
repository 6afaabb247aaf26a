"""Keeping back: what a coach said into a silence that its client chose waits for its end; the coach reads when."""

from bot.i18n import texts
from bot.people import dated, roster
from bot.people.turn import Turn, send
from bot.store import people
from bot.telegram import escape


def told(turn: Turn, chat_id: int) -> None:
    """At the end of a coach's turn, once for each client whom something of it reaches later; not why."""
    coach = people.coach(turn.tx, chat_id) if turn.held else None
    for number, at in sorted(turn.held.items()):
        client = people.client(turn.tx, number)
        if coach is None or client is None or client.coach_id != coach.id:
            continue
        t = texts(coach.language)
        name, when = escape(roster.called(turn, t, client)), dated.shown(t, at, coach.where)
        send(turn, coach.id, t.t("{name} gets this message on {when}.", name=name, when=when), silent=True)
