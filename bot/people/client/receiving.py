"""What a client says to what their coach gave back: a tap, words, or that such lines need not come."""

from datetime import timedelta

from bot.i18n import texts
from bot.people import giving, reader
from bot.people.turn import Rows, Shows, Turn, number, send, set_buttons
from bot.store import dialogues, outbox, people, replies, response_writes, responses
from bot.store.people import Client
from bot.store.replies import Reply
from bot.telegram import Message, escape

FRESH = timedelta(days=1)
"""So long words that are no reply in Telegram are taken for one to the coach's, where nothing newer stands."""

WITH_WORDS = ("reply", "understood", "repair")


# ---- words -------------------------------------------------------------------------------------


def meant(turn: Turn, client: Client, message: Message) -> Reply | None:
    """The coach's words that a message answers: it replies to them, or they are the latest in the chat."""
    stands = dialogues.shown(turn.tx, client.id, message.message_id, message.reply_to)
    if stands is None or stands.purpose != "coach":
        return None
    if message.reply_to is None and message.at - stands.at > FRESH:
        return None
    one = replies.get(turn.tx, stands.number or 0)
    return one if one is not None and one.client == client.id and one.kind in WITH_WORDS else None


def noted(turn: Turn, client: Client, one: Reply, message: Message, private: bool) -> None:
    """Words to the coach's are a note under them, and go where the client shares."""
    t, name = texts(client.language), people.coach_name(turn.tx, one.coach)
    under = {"reply": t.t("From {coach}: {words}", coach=name, words=one.words)}
    under["understood"] = t.t("What {coach} understood: {words}", coach=name, words=one.words)
    fresh = response_writes.note(
        turn.tx,
        client.id,
        message.message_id,
        message.text,
        visibility="private" if private else client.visibility,
        now=message.at,
        file=message.file,
        origin=message.origin,
        prompt=" ".join(under.get(one.kind, t.t("Something did not sit right: how is it now?")).split()),
    )
    kept = responses.of_message(turn.tx, client.id, message.message_id) if fresh else None
    if kept is not None:
        replies.note(turn.tx, one, kept.id)


# ---- taps --------------------------------------------------------------------------------------


def fitted(turn: Turn, client: Client, value: str) -> None:
    """Yes, partly or not quite, under what the coach understood; how it is now, after a repair."""
    which, _, fit = value.partition(".")
    one = replies.get(turn.tx, number(which))
    if one is None or one.client != client.id or one.undone or fit not in giving.FITS:
        return None
    t, name = texts(client.language), escape(people.coach_name(turn.tx, one.coach))
    if reader.of(turn, client) is None:
        return send(turn, client.id, reader.nobody(turn, client))
    if client.coach_id != one.coach:
        return send(turn, client.id, t.t("That does not go to {coach} any more.", coach=name))
    again = fit == one.fit
    replies.answer(turn.tx, one, fit, turn.now)
    now = replies.get(turn.tx, one.id)
    message = outbox.fate(turn.tx, one.carrier)[1]
    if now is not None and message is not None:
        set_buttons(turn, client.id, message, giving.buttons(t, now))
    if again:
        return None
    said = t.t("Thank you. {coach} reads that with the next digest.", coach=name)
    if fit != "yes":
        said += " " + t.t("What would fit better, if you like to say?")
    return send(turn, client.id, said, silent=True, shows=Shows(None, one.id, "coach"))


def reads(turn: Turn, client: Client, value: str) -> None:
    """Whether a line says that the coach has read what was shared."""
    wanted, t = value == "yes", texts(client.language)
    people.set_rhythm(turn.tx, client.id, reads=wanted)
    name = escape(people.coach_name(turn.tx, client.coach_id))
    if wanted:
        if reader.of(turn, client) is None:
            return send(turn, client.id, reader.nobody(turn, client))
        return send(
            turn, client.id, t.t("A line says again when {coach} has read what you shared.", coach=name)
        )
    rows: Rows = (((t.t("Say it again"), "m:reads:yes"),),)
    return send(turn, client.id, t.t("No line says any more when {coach} has read.", coach=name), rows)
