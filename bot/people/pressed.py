"""A button that is pressed by typing its label: the tap that a whole message stands for."""

from bot.i18n import labelled, texts
from bot.people.turn import Turn, fresh_key
from bot.store import labels, people
from bot.telegram import Message, Tap

LONGEST = 80
"""Characters: no label is longer."""


def by(turn: Turn, message: Message) -> Tap | None:
    """The tap that a message is: it says one label of the message it replies to, else of the latest with buttons.

    None where it says none, or its buttons are those of an open question, which a talk reads by itself.
    """
    words = message.text
    if message.file or message.origin or not words.strip() or len(words) > LONGEST or "\n" in words.strip():
        return None
    shown = labels.stood(turn.tx, message.chat_id, message.message_id, message.reply_to)
    if shown is None or not shown.does:
        return None
    said = (labels.exactly(words), *labelled(_language(turn, message), words))
    data = next((shown.does[one] for one in said if shown.does.get(one)), "")
    return Tap(message.chat_id, shown.message_id, "", data, message.language) if data else None


def take(turn: Turn, tap: Tap) -> None:
    """From here on what would change that message comes as a new one: nobody looks for an answer further up."""
    turn.typed[tap.message_id] = fresh_key(turn)


def _language(turn: Turn, message: Message) -> str:
    """In which language the labels in a chat are."""
    person = people.coach(turn.tx, message.chat_id) or people.client(turn.tx, message.chat_id)
    return texts(person.language if person else message.language).language
