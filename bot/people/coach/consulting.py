"""/peer: a case note for a peer, without names, handles, dates and places; the client's words only with leave."""

from typing import Any

from bot.core.base.line import line
from bot.core.talk.exchange import Dialogue
from bot.core.understand import nameless
from bot.core.understand.nameless import Stripped
from bot.i18n import Texts, texts
from bot.people import choosing, dialogue, peer, roster, understood
from bot.people.choosing import WithWhom
from bot.people.coach import assigning
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn
from bot.store import peer_notes
from bot.store.people import Client, Coach
from bot.telegram import Message, escape

MOST = 2500
"""Letters of a note."""


def begin(turn: Turn, coach: Coach, rest: str) -> None:
    """/peer NAME text."""
    choosing.leading(turn, coach, PEER, rest)


def look(turn: Turn, coach: Coach, client: Client, words: str) -> None:
    """The note without what is known, what was taken out, and what it quotes."""
    t = texts(coach.language)
    draft: dict[str, Any] = {"client": client.id}
    name = escape(roster.called(turn, t, client))
    if not words or len(words) > MOST:
        text = t.t(
            "Your note about {name} for a peer, in one message. Names, handles, dates and places that are "
            "known here are taken out, and you see it before anything goes.",
            name=name,
        )
        return dialogue.ask(turn, coach.id, "coach", "peer", text, draft=draft)
    found = stripped(t, coach, client, words)
    taken = [t.t("{was} became {now}", was=was, now=now) for was, now in found.taken]
    lines = [
        t.t("About {name}, without what is known of them:", name=name),
        f"<blockquote>{escape(found.text)}</blockquote>",
        t.t("Taken out: {taken}.", taken=escape(t.list(taken)))
        if taken
        else t.t("Nothing known stood in it."),
        t.t("Names and places of others are not known here; they stay as you wrote them."),
    ]
    quotes = peer.quotes(turn, client, words)
    rows: Rows = (((t.t("Hand it out"), "out"),), ((t.t("Write it another way"), understood.CHANGE),))
    if quotes:
        shown = t.list(f"“{one}”" for one in quotes)
        lines.append(
            t.t(
                "These are words of {name}: {quotes}. They go only with their leave.",
                name=name,
                quotes=escape(shown),
            )
        )
        rows = (((t.t("Ask for leave"), "permit"),), rows[1])
    draft |= {"words": words}
    return dialogue.ask(turn, coach.id, "coach", "peered", "\n".join(lines), rows, draft=draft)


def stripped(t: Texts, coach: Coach, client: Client, words: str) -> Stripped:
    """The note without the names and places of client and coach, and without dates and handles."""
    signs = t.t("[client]"), t.t("[coach]"), t.t("[place]")
    known = {t.zone(zone): signs[2] for zone in (client.zone, coach.zone) if zone}
    known |= {
        zone.rpartition("/")[2].replace("_", " "): signs[2] for zone in (client.zone, coach.zone) if zone
    }
    known |= nameless.parts(coach.name or "", signs[1])
    known |= nameless.parts(client.label, signs[0]) | nameless.parts(client.name, signs[0])
    return nameless.strip(words, known, t.t("[date]"), t.t("[contact]"))


def _read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    return understood.TYPED if words.strip() else None


def _said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    client = roster.one(turn, coach, asked.draft.get("client") or 0)
    if client is not None and message is not None:
        look(turn, coach, client, message.text.strip())


def _peered(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    client, words = roster.one(turn, coach, asked.draft.get("client") or 0), str(asked.draft.get("words", ""))
    if client is None or not words:
        return None
    if message is not None:
        return look(turn, coach, client, message.text.strip())
    if value == understood.CHANGE:
        return look(turn, coach, client, "")
    if value not in ("out", "permit"):
        return None
    t, quotes = texts(coach.language), peer.quotes(turn, client, words)
    if value == "out" and quotes:  # they wrote meanwhile what stands in it
        return look(turn, coach, client, words)
    dialogue.end(turn, coach.id)
    without = stripped(t, coach, client, words).text
    which = peer_notes.add(turn.tx, coach.id, client.id, without, "asks" if quotes else "given", turn.now)
    if not quotes:
        one = peer_notes.get(turn.tx, which)
        return peer.hand_out(turn, client, one) if one is not None else None
    said = t.t(
        "{name} is asked for leave; before a yes nothing goes.", name=escape(roster.called(turn, t, client))
    )
    return assigning.give(turn, coach, client, said, "consent", words=str(which))


def _any(turn: Turn, coach: Coach, said: str) -> bool:
    return bool(said)


PEER = WithWhom("peerof", line("A note for a peer"), "peer", look, _any)

STEPS: dict[str, Question[Coach]] = {
    "peerof": choosing.question(PEER),
    "peer": Question(line("A note for a peer"), _said, _read, line("Your words, as you like."), "peer"),
    "peered": Question(line("A note for a peer"), _peered, _read, again="peer"),
}
