"""What a coach gave back is taken back: thanks, words, a question for the session, that something was read."""

from datetime import timedelta

from bot.core.base.words import shorten
from bot.i18n import texts
from bot.people import dated, roster, undoable
from bot.people.turn import Rows, Turn, number, send, unsay
from bot.people.undoable import Kept, Undoable
from bot.store import digests, outbox, replies
from bot.store.people import Client, Coach
from bot.store.replies import Reply
from bot.telegram import escape

DELETES = timedelta(hours=47)
"""Telegram lets a message be taken out of a chat for two days."""

LABEL = 48
"""Characters of a coach's own words where they are named."""


def own(turn: Turn, coach: Coach, value: str) -> Reply | None:
    """What a coach gave to a client who is still theirs."""
    one = replies.get(turn.tx, number(value))
    mine = one is not None and one.coach == coach.id and roster.one(turn, coach, one.client) is not None
    return one if mine else None


def tapped(turn: Turn, coach: Coach, value: str) -> None:
    """The button under what was given: as far as it can be, it is taken back."""
    one, t = own(turn, coach, value), texts(coach.language)
    client = roster.one(turn, coach, one.client) if one else None
    if one is None or client is None:
        return None
    if one.undone:
        return send(turn, coach.id, t.t("There is nothing to take back."))
    if hindered := _hindered(turn, coach, client, one):
        return send(turn, coach.id, hindered)
    what = t.t("Taken back: {what}", what=_what(turn, coach, client, {"reply": one.id}))
    return send(turn, coach.id, what + "\n" + _take(turn, coach, client, one))


def _hindered(turn: Turn, coach: Coach, client: Client, one: Reply) -> str:
    """Why it cannot be taken back any more; "" where it can."""
    t, name = texts(coach.language), escape(roster.called(turn, texts(coach.language), client))
    if one.gone is None:
        return ""
    if one.kind == "ask":
        return t.t("A brief had it already.")
    state, message = outbox.fate(turn.tx, one.carrier)
    if state == outbox.WAITING:
        return ""
    if one.fit or one.notes:
        return t.t("{name} has answered it already; it stays.", name=name)
    if message is None or state != outbox.SENT or turn.now - one.gone > DELETES:
        return t.t("It has gone to {name}, and cannot be taken back any more.", name=name)
    return ""


def _take(turn: Turn, coach: Coach, client: Client, one: Reply) -> str:
    """Take it back; what became of it: before it went nobody sees it, afterwards it may have been read."""
    t, name = texts(coach.language), escape(roster.called(turn, texts(coach.language), client))
    replies.undo(turn.tx, one.id, turn.now)
    turn.about.add(client.id)
    if one.kind == "ask":
        return t.t("Taken off the list for the session.")
    if one.gone is None or outbox.drop(turn.tx, one.carrier):
        return t.t("{name} does not get it.", name=name)
    if (message := outbox.fate(turn.tx, one.carrier)[1]) is not None:
        unsay(turn, client.id, message)
    return t.t("It had gone, and leaves the chat with {name} now. It may have been read before.", name=name)


# ---- that something was read -------------------------------------------------------------------


def note_read(turn: Turn, coach: Coach, client: Client, digest: int, line: int) -> None:
    """A digest was marked as read; ``line``: what the client is told of it, 0 for nothing."""
    undoable.note(turn, coach, client, "read", {"digest": digest, "line": line})


def rows_of_read(turn: Turn, coach: Coach, digest: int) -> Rows:
    """The button that takes the mark back, where it still does."""
    step = undoable.latest(turn, coach, "read", {"digest": digest})
    return ((((texts(coach.language).t("Take it back")), f"k:undo:{step}"),),) if step else ()


def _is_read(turn: Turn, coach: Coach, client: Client, kept: Kept) -> bool:
    row = digests.get(turn.tx, kept["digest"])
    return row is not None and row.read_at is not None


def _not_read(turn: Turn, coach: Coach, client: Client, kept: Kept) -> bool:
    return not _is_read(turn, coach, client, kept)


def _unread(turn: Turn, coach: Coach, client: Client, kept: Kept) -> str:
    """It waits to be read again, and the client's line goes where it can."""
    t = texts(coach.language)
    digests.mark_unread(turn.tx, kept["digest"])
    text = t.t("It waits to be read again.")
    one = replies.get(turn.tx, kept["line"])
    if one is None or one.undone:
        return text
    told = _hindered(turn, coach, client, one) or _take(turn, coach, client, one)
    return text + "\n" + t.t("The line that you have read: {what}", what=told)


def _what_read(turn: Turn, coach: Coach, client: Client, kept: Kept) -> str:
    t, row = texts(coach.language), digests.get(turn.tx, kept["digest"])
    name = escape(roster.called(turn, t, client))
    if row is None:
        return ""
    when = dated.shown(t, row.made_at, coach.where)
    return t.t("{name}: what came on {when} was marked as read.", name=name, when=when)


# ---- what was given ----------------------------------------------------------------------------


def note(turn: Turn, coach: Coach, client: Client, given: int) -> None:
    """Something was given: /takeback finds it."""
    undoable.note(turn, coach, client, "given", {"reply": given})


def _stands(turn: Turn, coach: Coach, client: Client, kept: Kept) -> bool:
    one = replies.get(turn.tx, kept["reply"])
    return one is not None and not one.undone and not _hindered(turn, coach, client, one)


def _over(turn: Turn, coach: Coach, client: Client, kept: Kept) -> bool:
    one = replies.get(turn.tx, kept["reply"])
    return one is None or one.undone


def _back(turn: Turn, coach: Coach, client: Client, kept: Kept) -> str:
    one = replies.get(turn.tx, kept["reply"])
    return _take(turn, coach, client, one) if one is not None else ""


def _what(turn: Turn, coach: Coach, client: Client, kept: Kept) -> str:
    t, one = texts(coach.language), replies.get(turn.tx, kept["reply"])
    name = escape(roster.called(turn, t, client))
    words = escape(shorten(one.words, LABEL)) if one is not None else ""
    match one.kind if one is not None else "":
        case "thank":
            return t.t("{name}: your thanks.", name=name)
        case "understood":
            return t.t("{name}: what you understood, “{words}”.", name=name, words=words)
        case "ask":
            return t.t("{name}: what you put down to ask when you meet.", name=name)
        case _:
            return t.t("{name}: your words, “{words}”.", name=name, words=words)


UNDO: dict[str, Undoable] = {
    "given": Undoable(_stands, _back, _what, _over),
    "read": Undoable(_is_read, _unread, _what_read, _not_read),
}
