"""A stranger: who is neither client, coach nor admin here, and what they read."""

from datetime import timedelta

from bot.core.understand.plea import calls, pleads
from bot.core.understand.query import command_in
from bot.i18n import texts
from bot.people import heeding, young
from bot.people.turn import DIGEST, REPLY, Shows, Turn, send
from bot.store import dialogues, outbox
from bot.telegram import Message

MOST, WITHIN = 10, timedelta(hours=1)
"""So many times a stranger is told what this is within so long; then there is quiet, but for a call for help."""

STRANGER = "stranger"
"""What the message that tells a stranger what this is was for: the whole of it is said once a day."""


def told(turn: Turn, message: Message) -> None:
    """What this is, the whole of it once a day; nothing that they write is kept."""
    before = dialogues.shown(turn.tx, message.chat_id, message.message_id, None)
    known = before.purpose if before is not None and message.at - before.at < timedelta(days=1) else ""
    ended = young.ENDED if known == young.ENDED else ""
    if young.says(turn, message, ended):
        return None
    already = outbox.made_since(turn.tx, message.chat_id, turn.now - WITHIN, ended or STRANGER)
    if already >= MOST and not pleads(message.own):
        return turn.said.add(message.chat_id)  # not even a sign
    last = (
        " " + texts(message.language).t("Nothing more is answered here for an hour.")
        if already == MOST - 1
        else ""
    )
    lane = REPLY if pleads(message.own) else DIGEST  # five hundred strangers keep no client waiting
    t, shows = texts(message.language).t, Shows(None, None, ended or STRANGER)
    if known in (STRANGER, young.ENDED):
        again = (
            t(
                "It ended here, and nothing you write is kept. If you are 18 or over, you can ask the coach for a "
                "new link."
            )
            if ended
            else t("Only a link from a coach opens this. Nothing you write here is kept.")
        )
        if command_in(message.own) == "help" or calls(message.own):
            again += " " + heeding.numbers(texts(message.language))
        return send(turn, message.chat_id, again + last, lane=lane, shows=shows)
    text = t(
        "This is Interlude, a bot for the time between coaching sessions. It opens with a link that a coach "
        "gives. Nothing you write here is kept. It is not an emergency service: in danger, call your "
        "emergency number; findahelpline.com lists people to talk to."
    )
    return send(turn, message.chat_id, text + last, lane=lane, shows=shows)
