"""A case note for a peer: whose words it quotes, and handed out once it may go."""

from bot.core.understand import nameless
from bot.i18n import texts
from bot.people import roster
from bot.people.turn import Turn, send
from bot.store import people, responses
from bot.store import told as tellings
from bot.store.peer_notes import PeerNote
from bot.store.people import Client
from bot.telegram import escape


def quotes(turn: Turn, client: Client, words: str) -> tuple[str, ...]:
    """What in a note are words of the client's that the coach could read; of private ones it tells nothing."""
    told = tellings.latest(tellings.of_client(turn.tx, client.id, client.coach_id))
    every = responses.all_of(turn.tx, client.id)
    read = [one for one in every if one.visibility in ("session", "now") or one.id in told]
    said = (text.words for one in read for text in one.texts)
    return nameless.quoted(words, said)


def hand_out(turn: Turn, client: Client, one: PeerNote) -> None:
    """The note as text that can be copied and forwarded; the audit keeps that it went, without a word of it."""
    coach = people.coach(turn.tx, one.coach_id)
    if coach is None:
        return
    t = texts(coach.language)
    text = t.t("A note about {name}, without what is known of them. It can be copied and forwarded:",
               name=escape(roster.called(turn, t, client)))  # fmt: skip
    send(turn, coach.id, text)
    send(turn, coach.id, escape(one.words), about=client.id, what="peer note handed out")
