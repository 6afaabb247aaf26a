"""/change: what a client would like to be different; their coach reads it, and what becomes of it stands here."""

from datetime import datetime

from bot.core.base import wall
from bot.core.base.line import line
from bot.core.talk.exchange import Dialogue
from bot.i18n import texts
from bot.people import changing, dialogue, heeding, library, reader
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, number, send
from bot.store import change_requests, people, reflections
from bot.store.people import Client
from bot.telegram import Message, escape

SHOWN = 5
"""So many of the latest requests are listed."""

MOST = 1000
"""Letters of a request."""

READY = {
    "shorter": line("Shorter questions"),
    "fewer": line("Fewer questions"),
    "other": line("Other questions than this one"),
}
"""What can be asked for by a tap."""


def begin(turn: Turn, client: Client, value: str = "") -> None:
    """What became of earlier ones, and the question what is to be different, where somebody reads it."""
    if reader.of(turn, client) is None:
        return send(turn, client.id, reader.nobody(turn, client))
    t, coach = texts(client.language), escape(people.coach_name(turn.tx, client.coach_id))
    if value.strip():
        return _shown_back(turn, client, value.strip()[:MOST])
    lines = []
    for one in change_requests.of_client(turn.tx, client.id)[-SHOWN:]:
        day = t.day(wall.local(one.made_at, client.zone or "UTC").date())
        result = changing.result(turn, t, client, one)
        lines.append(
            t.t(
                "{day}: “{words}” {result}",
                day=day,
                words=heeding.shown(turn, client, one.words[:200]),
                result=result,
            )
        )
    lines.append(
        t.t(
            "What would you like to be different, in the questions or how they come? {coach} reads it.",
            coach=coach,
        )
    )
    rows: Rows = tuple(((t.line(said), value),) for value, said in READY.items())
    return dialogue.ask(turn, client.id, "client", "change", "\n".join(lines), rows)


def _shown_back(turn: Turn, client: Client, words: str) -> None:
    """What was written is shown back, and goes with a yes: it may have been meant for something else."""
    t, coach = texts(client.language), escape(people.coach_name(turn.tx, client.coach_id))
    text = t.t("Shall this go to {coach}? {coach} reads it then.", coach=coach)
    rows: Rows = (((t.t("Yes, send it"), "send"),),)
    shown = text + f"\n<blockquote>{heeding.shown(turn, client, words)}</blockquote>"
    draft = {"words": words, "at": turn.now.isoformat()}
    dialogue.ask(turn, client.id, "client", "change", shown, rows, draft=draft)


def _read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    if "words" in asked.draft and (said := dialogue.yes_or_no(words)):
        return "send" if said == "yes" else dialogue.LEAVE
    return "said" if words.strip() else None


def _said(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    t = texts(client.language)
    if message is not None and value == "said":
        return _shown_back(turn, client, message.text.strip()[:MOST])
    words = str(asked.draft.get("words", "")) if value == "send" else t.line(READY.get(value, line("")))
    if not words:
        return None
    at = (
        datetime.fromisoformat(asked.draft["at"]) if value == "send" else turn.now
    )  # as of the message itself
    dialogue.end(turn, client.id)
    if reader.of(turn, client) is None:
        return send(turn, client.id, reader.nobody(turn, client))
    talk = reflections.latest_of(turn.tx, client.id)
    script = talk.script if talk is not None and library.title(turn.tx, talk.script, client.language) else ""
    which = change_requests.add(turn.tx, client.id, client.coach_id, script, words, at)
    if (one := change_requests.get(turn.tx, which)) is not None:
        changing.show(turn, client, one)
    coach = escape(people.coach_name(turn.tx, client.coach_id))
    text = t.t(
        "{coach} can read it now. The answer comes at one of your hours, and stands under /change.",
        coach=coach,
    )
    return send(turn, client.id, text, (((t.t("Take it back"), f"m:unchange:{which}"),),))


def take_back(turn: Turn, client: Client, value: str) -> None:
    """Taken back before it was answered; an answer stays."""
    one, t = change_requests.get(turn.tx, number(value)), texts(client.language)
    if one is None or one.client_id != client.id or one.answer:
        return send(turn, client.id, t.t("That has its answer, or was taken back. /change shows it."))
    change_requests.answer(turn.tx, one.id, "taken-back", turn.now)
    changing.taken_back(turn, client)
    return send(turn, client.id, t.t("Taken back. Your coach may have read it, and sees that it was."))


STEPS: dict[str, Question[Client]] = {
    "change": Question(
        line("What you would like changed"),
        _said,
        _read,
        line("A few words work."),
        "change",
        goes=True,
        drafts="words",
    )
}
