"""What was opened: a client reads who saw their words, when, and how."""

from collections.abc import Iterator
from datetime import datetime

from bot.core.base.line import Line, line
from bot.i18n import Texts, texts
from bot.people.turn import Turn, send
from bot.store import alerts, audit, people
from bot.store.people import Client
from bot.telegram import escape

MOST = 20
"""Lines in the chat; the export has all."""

ACTS: dict[str, Line] = {
    "brief sent": line("a brief was sent"),
    "digest sent": line("a digest was sent"),
    "empty digest sent": line("a digest was sent, with no words of yours in it"),
    "picture of a digest sent": line("a digest was sent as a picture too"),
    "digest read": line("a digest was read"),
    "digest opened": line("a digest was opened as a page or a picture"),
    "journal opened": line("what was told before was opened as a page"),
    "digest shown again": line("a digest was shown again"),
    "answers shown at once": line("answers were told at once"),
    "answers shown again": line("answers were shown again, to answer them"),
    "recordings shown": line("voice notes and pictures were shown"),
    "change request shown": line("what you would like changed was shown"),
    "moments shown": line("moments that you kept of a session were shown"),
    "goals shown": line("your goals were shown"),
    "agreement shown": line("your working agreement was shown"),
    "words sent by e-mail": line("words that you share were sent by e-mail"),
    "words shown": line("words of yours were shown"),
    "peer note handed out": line("a note for a peer was handed out, without names"),
    "leave to quote given": line("you allowed it to be quoted without names"),
    "leave to quote refused": line("you did not allow it to be quoted"),
    "handed over, shared": line("handed over, with what you shared"),
    "handed over, private": line("handed over, with nothing of before"),
}
"""What was done with a client's words, by its name in the audit."""


def acts(turn: Turn, t: Texts, client: Client) -> Iterator[str]:
    """Each with its instant, oldest first, in the client's language and zone."""
    noted = ((one.at, ACTS.get(one.action)) for one in audit.of_subject(turn.tx, client.id))
    for at, said in sorted((*noted, *notices(turn, client)), key=lambda one: one[0]):
        if said:
            yield t.t("{when}: {what}", when=t.when(at, client.where), what=t.line(said))


NOTICE = line("a notice went that something may need a person, without your words")


def notices(turn: Turn, client: Client) -> Iterator[tuple[datetime, Line]]:
    """Each notice to a coach that arrived, once more where it went once more; none has a word in it."""
    for one in alerts.of_client(turn.tx, client.id):
        if one.told == "sent" or one.seen_at is not None:
            yield one.made_at, NOTICE
            if one.again_at is not None:
                yield one.again_at, NOTICE


def show(turn: Turn, client: Client, value: str = "") -> None:
    """The latest of them, newest first; where there is none, that."""
    t = texts(client.language)
    coach = escape(people.coach_name(turn.tx, client.coach_id))
    each = tuple(acts(turn, t, client))[::-1]
    if not each:
        return send(turn, client.id, t.t("Nothing of yours was shown to anybody here so far."))
    said = [t.t("What was shown of yours, newest first (your coach: {coach}):", coach=coach)]
    said += [f"• {escape(one)}" for one in each[:MOST]]
    if len(each) > MOST:
        said.append(t.t("/export has all of it, from the beginning."))
    return send(turn, client.id, "\n".join(said))
