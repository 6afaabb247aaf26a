"""Who is in a chat, and whether they are there: alive with each word and tap, away once the bot is blocked."""

from bot.i18n import N_, Texts, texts
from bot.people import greeting, handover, reconcile, roster
from bot.people.turn import Turn
from bot.store import outbox, people
from bot.store.people import Client, Coach
from bot.telegram import Membership


def coach_of(turn: Turn, chat: int) -> Coach | None:
    """The coach of a chat; who left is none any more, by any route."""
    found = people.coach(turn.tx, chat)
    return found if found is not None and found.state != "left" else None


def texts_of(person: Coach | Client | None) -> Texts:
    """What is said to somebody, in their language."""
    return texts(person.language if person else "")


def greet(turn: Turn, chat: int) -> None:
    """Telegram shows a coach or an admin the commands of all that they are; once for each change of that."""
    is_admin = chat in turn.config.people.admins
    mine = coach_of(turn, chat)
    if is_admin or (mine is not None and mine.state == "active"):
        greeting.set_for(turn.tx, chat, is_admin, turn.now)


def alive(turn: Turn, chat_id: int) -> None:
    """Whoever writes or taps has not blocked the bot; any word or tap resets the back-off ladder."""
    me = people.client(turn.tx, chat_id)
    if me is not None:
        turn.heard_before.setdefault(chat_id, me.heard_at or me.joined_at)
    people.heard(turn.tx, chat_id, turn.now)
    _back(turn, chat_id)


def _back(turn: Turn, chat_id: int) -> None:
    if people.came_back(turn.tx, chat_id):
        handover.on_return(turn, chat_id)


def changed(turn: Turn, membership: Membership) -> None:
    """Telegram says that the bot was blocked, or is not any more."""
    if not membership.blocked:
        return _back(turn, membership.chat_id)
    return blocked(turn, membership.chat_id)


def blocked(turn: Turn, chat_id: int) -> None:
    """The person blocked the bot: they are left in peace, and their coach reads one neutral line."""
    outbox.blocked(turn.tx, chat_id, "the bot is blocked")  # nothing stale comes when they are back
    me = people.client(turn.tx, chat_id)
    if not people.went_away(turn.tx, chat_id):
        return
    if me is not None:
        roster.told(turn, me, N_("{name} cannot be reached by the bot at the moment."))


def lost(turn: Turn, chat_id: int) -> None:
    """As blocked, found out by a message that could not be delivered: a turn of its own."""
    blocked(turn, chat_id)
    reconcile.after(turn, chat_id)
