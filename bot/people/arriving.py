"""Somebody comes in by a link: as a coach or as a client, or it is said kindly why not."""

from datetime import timedelta

from bot.i18n import texts
from bot.people import inviting
from bot.people.client import joining
from bot.people.coach import enrolling
from bot.people.turn import DIGEST, Shows, Turn, send
from bot.store import invites, outbox, people
from bot.store.invites import Invite
from bot.telegram import Message

MOST, WITHIN = 10, timedelta(hours=1)
"""So many links that are not known may be opened in a chat within so long; then none is looked at."""

UNKNOWN = "link"
"""What the message is for that says that a link is not known."""


def opened(turn: Turn, message: Message, token: str) -> None:
    """Somebody opened a link: they are let in, or told kindly why not."""
    guessed = outbox.made_since(turn.tx, message.chat_id, turn.now - WITHIN, UNKNOWN)
    if guessed > MOST:
        return turn.said.add(message.chat_id)  # not even a sign
    t = texts(message.language).t
    invite = invites.get(turn.tx, inviting.hashed(token)) if guessed < MOST else None
    if invite is None:
        text = t("This link is not known here. Whoever gave it to you can make a new one.")
        if guessed == MOST:
            text = t(
                "Many links that are not known here were opened in this chat. For an hour none is looked at."
            )
        return send(turn, message.chat_id, text, lane=DIGEST, shows=Shows(None, None, UNKNOWN))
    if invite.used_by == message.chat_id:
        me = people.client(turn.tx, message.chat_id)
        if me is not None and me.state == "joining":
            return joining.ask_again(turn, me)
        return send(turn, message.chat_id, t("You are in already. /menu or /help shows what there is."))
    if invite.revoked and invite.used_by is None:
        text = t("This link was taken back. Whoever gave it to you can make a new one.")
        return send(turn, message.chat_id, text)
    if invite.used_by is not None or invite.expires_at <= turn.now:
        return _spent(turn, message)
    return _let_in(turn, message, token, invite)


def _let_in(turn: Turn, message: Message, token: str, invite: Invite) -> None:
    chat = message.chat_id
    t = texts(message.language).t
    if (
        invite.role == "client"
        and invite.made_by == chat
        and (mine := people.coach(turn.tx, chat))
        and mine.state != "left"
    ):
        text = texts(mine.language).t("This is your own link; it stays good for one client.")
        return send(turn, chat, text)
    if invite.role == "client" and people.client(turn.tx, chat):
        return send(
            turn,
            chat,
            t("You are with a coach here already. To begin with another, /export and /erase come first."),
        )
    if not invites.use(turn.tx, inviting.hashed(token), chat, turn.now):
        return _spent(turn, message)
    if invite.role == "coach":
        return enrolling.begin(turn, chat, message.language)
    return joining.begin(turn, chat, invite.made_by, message.language, invite.label)


def _spent(turn: Turn, message: Message) -> None:
    t = texts(message.language).t
    text = t("This link has been used, or is older than 72 hours. Whoever gave it to you can make a new one.")
    send(turn, message.chat_id, text)
