"""Words that may be for the bot, by their form: whether they were is asked; until then nobody else reads them."""

from bot.core.base.line import line
from bot.core.talk import beside
from bot.core.talk.exchange import Dialogue
from bot.core.talk.spoken import act_of
from bot.core.understand.addressed import Matter, addressed
from bot.core.understand.request import asks, cannot_come
from bot.i18n import Texts, texts
from bot.people import announcing, dialogue, heeding, reflecting
from bot.people.client import client_commands as own
from bot.people.client import confiding, filing
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn
from bot.store import people, reflections
from bot.store.people import Client
from bot.telegram import Message


def of(turn: Turn, client: Client, message: Message) -> Matter:
    """What a message may want of the bot; "" where it is an answer, for the coach, or read as something else."""
    words, coach = message.text, people.coach_name(turn.tx, client.coach_id)
    row = reflections.open_of(turn.tx, client.id)
    found = addressed(words, coach, talking=row is not None)
    if not found or client.state not in ("active", "paused") or act_of(words) is not None:
        return ""
    if row is not None and (row.reflection.heard_at is not None or row.state != "open"):
        return ""  # an answer that grows, or what a button asks, has its own words
    if row is not None and found in ("help", "coach") and reflecting.kind(turn, row) == "before":
        return ""  # what to ask at the session is what that asks for
    if confiding.said(turn, client, message) or heeding.called(turn, client, words):
        return ""  # who is not to see them, and a question in a heavy hour, are met by what is there for them
    to_coach = asks(words, coach) or cannot_come(words) or announcing.meant(turn, client, message)
    return "" if to_coach else found


def offer(turn: Turn, client: Client, message: Message, matter: Matter) -> None:
    """Ask whether it was meant for the bot, with what fits; kept as written it is what it would have been."""
    t = texts(client.language)
    text = t.t(
        "Was that meant for the bot? A tap does it. Until you say so, what you wrote is kept for you alone."
    )
    rows: Rows = (*_fitting(t, matter), ((t.t("Keep it as I wrote it"), "keep"),))
    draft = {"held": [dialogue.held(message)]}
    dialogue.ask(turn, client.id, "client", "addressed", text, rows, draft=draft, leave="-")


def _fitting(t: Texts, matter: Matter) -> Rows:
    match matter:
        case "stop":
            return (((t.t("Pause"), "pause"), (t.t("Stop"), "stop")),)
        case "delete":
            return (((t.t("My answers"), "answers"),),)
        case "setting":
            names = ((t.t("My name"), "name"), (t.t("Place"), "place"))
            return names, ((t.t("Days and hours"), "days"), (t.t("Language"), "language"))
        case "coach":
            return (((t.t("What goes to my coach"), "shared"),), ((t.t("Help and limits"), "help"),))
    return (((t.t("Help and limits"), "help"), (t.t("My answers"), "answers")),)


def _read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    return beside.button(words, asked.draft.get(dialogue.SHOWN, {}).get("rows", ()))


def _said(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    dialogue.end(turn, client.id)
    for one in dialogue.unheld(client.id, asked.draft):
        if value == "keep":
            filing.file(turn, client, one)
        else:
            filing.put_by(turn, client, one)
    if value != "keep":
        own.run(turn, client, value, "")


STEPS: dict[str, Question[Client]] = {
    "addressed": Question(
        line("What you wrote"),
        _said,
        _read,
        wordless=True,
        closed=line("It is kept for you alone; /answers changes that."),
    )
}
