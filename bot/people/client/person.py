"""A person is asked for in a client's chat: somebody else than the coach, or whether anyone is there."""

from bot.core.understand.calling import Calling, calling
from bot.i18n import texts
from bot.people import alerting, numbers, reader, respite
from bot.people.turn import Rows, Turn
from bot.store import people
from bot.store.people import Client
from bot.telegram import Message, escape


def asked(turn: Turn, client: Client, message: Message) -> Calling:
    """Which person a message asks for, where it stands for itself."""
    if message.reply_to or message.file or message.origin:
        return ""
    return calling(message.own, people.coach_name(turn.tx, client.coach_id))


def answer(turn: Turn, client: Client, whom: Calling) -> tuple[str, Rows]:
    """What is true: nobody reads now, what the coach is told, where help is."""
    t, coach = texts(client.language), reader.of(turn, client)
    said = [
        t.t("This is a script: it cannot help in an emergency, and nobody is reading this right now.")
        if whom == "there"
        else t.t("Nobody else reads here, and no notice goes out for this question.")
    ]
    if whom == "there" and coach is not None:
        earlier = alerting.truth(turn, client, turn.now - respite.LASTS)
        said.append(earlier or t.t("{coach} is told nothing of this question.", coach=escape(coach.name)))
    said += [
        t.t("In heavy hours: /help says where help is."),
        numbers.emergency(t, numbers.found(turn, client)),
    ]
    return " ".join(said), (((t.t("Where help is"), "help"),),)
