"""/change: what a client would like to be different; their coach reads it, and what becomes of it stands here."""

from bot.core.base import wall
from bot.core.base.line import line
from bot.core.talk.exchange import Dialogue
from bot.i18n import texts
from bot.people import changing, dialogue, library
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
    """What became of earlier ones, and the question what is to be different."""
    t, coach = texts(client.language), escape(people.coach_name(turn.tx, client.coach_id))
    if value.strip():
        return _shown_back(turn, client, value.strip()[:MOST])
    lines = []
    for one in change_requests.of_client(turn.tx, client.id)[-SHOWN:]:
        day = t.day(wall.local(one.made_at, client.zone or "UTC").date())
        result = changing.result(turn, t, client, one)
        lines.append(t.t("{day}: “{words}” {result}", day=day, words=escape(one.words[:200]), result=result))
    lines.append(
        t.t(
            "What would you like to be different, in the questions or how they come? {coach} reads it.",
            coach=coach,
        )
    )
    rows: Rows = tuple(((t.line(said), value),) for value, said in READY.items())
    return dialogue.ask(turn, client.id, "client", "change", "\n".join(lines), rows)


def _shown_back(turn: Turn, client: Client, words: str) -> None:
    """What stood behind the command is shown back, and goes with a yes."""
    t, coach = texts(client.language), escape(people.coach_name(turn.tx, client.coach_id))
    text = t.t("Shall this go to {coach}? {coach} reads it then.", coach=coach)
    rows: Rows = (((t.t("Yes, send it"), "send"),),)
    shown = text + f"\n<blockquote>{escape(words)}</blockquote>"
    dialogue.ask(turn, client.id, "client", "change", shown, rows, draft={"words": words})


def _read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    if "words" in asked.draft and (said := dialogue.yes_or_no(words)):
        return "send" if said == "yes" else dialogue.LEAVE
    return "said" if words.strip() else None


def _said(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    t = texts(client.language)
    if value == "send":
        words = str(asked.draft.get("words", ""))
    else:
        words = message.text.strip()[:MOST] if message is not None else t.line(READY.get(value, line("")))
    if not words:
        return None
    dialogue.end(turn, client.id)
    talk = reflections.latest_of(turn.tx, client.id)
    script = talk.script if talk is not None and library.title(turn.tx, talk.script, client.language) else ""
    which = change_requests.add(turn.tx, client.id, client.coach_id, script, words, turn.now)
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
