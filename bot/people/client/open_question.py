"""Every question that a client can be asked about a setting: how words are read as its answer, and how it ends."""

from bot.core.base.line import line
from bot.core.talk import beside, exchange
from bot.core.talk.exchange import Dialogue
from bot.i18n import texts
from bot.people import dialogue, placing
from bot.people.client import (
    addressing,
    age,
    aiming,
    beforehand,
    comforting,
    confiding,
    consent,
    correcting,
    country,
    filing,
    handling,
    hearing,
    joining,
    journal,
    location,
    pausing,
    records,
    remembered,
    setting,
    sitting,
    tongue,
    unsaying,
    wanting,
    withdrawing,
)
from bot.people.client import client_commands as own
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, send
from bot.store.people import Client
from bot.telegram import Message

COUNTS = ("stop", "rest")
"""What silence answers with a yes; its question says so, and by when."""


def make_room(turn: Turn, client: Client, asked: Dialogue | None) -> None:
    """Something else is asked for: the question of a setting is over, and a line says so."""
    if asked is not None:
        dialogue.end(turn, client.id)
        left(turn, client, asked)
        dialogue.unchanged(turn, client.id, asked, STEPS[asked.step])


def standing(turn: Turn, client: Client) -> Dialogue | None:
    """The question that this client is being asked as a client."""
    asked = dialogue.standing(turn, client.id)
    return asked if asked is not None and asked.role == "client" else None


def read(turn: Turn, client: Client, asked: Dialogue, message: Message, to: bool = False) -> str | None:
    """What a message says to the question; None where it was not meant for it (``to``: it is), or is no value."""
    if not to and not dialogue.for_it(turn, asked, message, alone=client.state == "joining"):
        return None
    words = placing.said(message) if asked.step == "zone" else message.text
    if setting.leaves(asked, words):
        return dialogue.LEAVE
    if client.state == "joining":
        return STEPS[asked.step].read(turn, client, asked, words)
    found = STEPS[asked.step].read(turn, client, asked, words)
    return dialogue.LEAVE if found is None and setting.declined(asked, words) else found


def refused(turn: Turn, client: Client, asked: Dialogue, message: Message) -> str | None:
    """Why a value that was written to the question cannot be: it is said, and never filed as anything else."""
    if not dialogue.for_it(turn, asked, message, alone=client.state == "joining"):
        return None
    return STEPS[asked.step].refuse(turn, client, asked, message.text)


def answered(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None = None) -> None:
    """An answer to the question, by words or a tap."""
    if value == dialogue.LEAVE:
        return left_by_hand(turn, client, asked)
    return STEPS[asked.step].take(turn, client, asked, value, message)


def left_by_hand(turn: Turn, client: Client, asked: Dialogue) -> None:
    """The way out: nothing is changed, and words that were no answer are kept as what they were."""
    if client.state == "joining":
        return joining.later(turn, client)
    dialogue.end(turn, client.id)
    correcting.put_back(turn, asked)
    filed(turn, client, asked, by_hand=asked.step in ("pause", "rest"))
    return send(turn, client.id, texts(client.language).t("Left as it was."), silent=True)


def left(turn: Turn, client: Client, asked: Dialogue) -> None:
    """A question ended without an answer: what it said it would do is done, words that wait are filed.

    Only silence stops everything, or pauses: whoever says or does something else has not stopped.
    """
    if asked.step not in COUNTS or exchange.over(asked, turn.now):
        STEPS[asked.step].left(turn, client, asked)
    return filed(turn, client, asked)


def put_by(turn: Turn, client: Client, asked: Dialogue) -> None:
    """Words that waited for a yes are kept for the client alone, without a line."""
    for one in dialogue.unheld(client.id, asked.draft):
        filing.put_by(turn, client, one)


def filed(turn: Turn, client: Client, asked: Dialogue, by_hand: bool = False) -> None:
    """Words that waited for a yes, and got none, are kept as what they would have been.

    Of a pause only where its writer says that it was none (``by_hand``).
    """
    if asked.step == "confided":
        confiding.left(turn, client, asked)
    waits = asked.step in pausing.STEPS and not by_hand  # a word for a button is no note for the coach
    if waits or asked.step in addressing.STEPS:
        return put_by(turn, client, asked)
    for message in dialogue.unheld(client.id, asked.draft):
        filing.file(turn, client, message)
    return None


def forestalls(asked: Dialogue) -> bool:
    """Whether nothing may come by itself while this is being asked: to stop, or words that wait for a yes."""
    return asked.role == "client" and (asked.step in COUNTS or "held" in asked.draft)


def lapsed(turn: Turn, client: Client, asked: Dialogue, message: Message | None) -> None:
    """Its time has passed: its message says so, and who answers it all the same is told."""
    meant = message is not None and read(turn, client, asked, message) is not None
    dialogue.close(turn, client.id, asked, STEPS[asked.step], kept=message is None)
    if message is None:
        STEPS[asked.step].left(turn, client, asked)
        put_by(turn, client, asked)
    else:
        left(turn, client, asked)
    if meant and not STEPS[asked.step].wordless:
        dialogue.unchanged(turn, client.id, asked, STEPS[asked.step])


def ask_to_keep(turn: Turn, client: Client, text: str, message: Message, more: Rows = ()) -> None:
    """Say what was made of a message, with a button that keeps it as words after all; ``more`` name commands."""
    draft = {"typed": [dialogue.held(message)]}
    rows: Rows = (*more, ((texts(client.language).t("Keep it as I wrote it"), "keep"),))
    dialogue.ask(turn, client.id, "client", "typed", text, rows, draft=draft, leave="-")


def _kept_read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    """A label of its buttons; a yes or a no where it offers to take up again."""
    rows = asked.draft.get(dialogue.SHOWN, {}).get("rows", ())
    if any(value == "start" for row in rows for _, value in row) and (said := dialogue.yes_or_no(words)):
        return "start" if said == "yes" else dialogue.LEAVE
    return beside.button(words, rows)


def _keep(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    dialogue.end(turn, client.id)
    if value != "keep":
        word, _, rest = value.partition(":")
        own.tapped(turn, client, word, rest) if rest else own.run(turn, client, word, "")
        return
    for one in dialogue.unheld(client.id, asked.draft, "typed"):
        filing.file(turn, client, one)


def cancelled(turn: Turn, client: Client, asked: Dialogue) -> None:
    """/cancel leaves the question, whatever it is."""
    if client.state == "joining" and not joining.agreed(turn, client):
        return joining.leave(turn, client)
    return left_by_hand(turn, client, asked)


STEPS: dict[str, Question[Client]] = {
    **joining.STEPS,
    **age.STEPS,
    **sitting.STEPS,
    **setting.STEPS,
    **pausing.STEPS,
    **records.STEPS,
    **wanting.STEPS,
    **aiming.STEPS,
    **remembered.STEPS,
    **confiding.STEPS,
    **unsaying.STEPS,
    **tongue.STEPS,
    **country.STEPS,
    **consent.STEPS,
    **journal.STEPS,
    **beforehand.STEPS,
    **comforting.STEPS,
    **hearing.STEPS,
    **correcting.STEPS,
    **handling.STEPS,
    **withdrawing.STEPS,
    **addressing.STEPS,
    "where": location.WHERE,
    "typed": Question(
        line("What you wrote"),
        _keep,
        _kept_read,
        wordless=True,
        closed=line("The button is gone; written once more, the words can be kept."),
    ),
}
"""Every question that a client can be asked."""
