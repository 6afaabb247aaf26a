"""What somebody writes: danger first, then commands, labels and words, and the edits of all that."""

from bot.core.talk.exchange import Dialogue
from bot.i18n import Texts, texts
from bot.people import arriving, commands, dialogue, flood, heeding, receipts, stranger
from bot.people.admin import admin
from bot.people.client import client, client_commands, hearing, open_question, returning
from bot.people.coach import coach, coach_commands
from bot.people.door import button, lapsing, presence
from bot.people.turn import Turn, send
from bot.store import imprints, people, responses
from bot.store.people import Client, Coach
from bot.telegram import Message, escape


def taken(turn: Turn, message: Message) -> None:
    """A message, or an edit of one: it reaches its room, and shows a sign where it was kept."""
    if message.edited:
        return _edited(turn, message)
    presence.alive(turn, message.chat_id)
    lapsing.lapse(turn, message.chat_id, message)
    _heard(turn, message)
    kept = responses.is_kept(turn.tx, message.chat_id, message.message_id)
    if not kept and not _erased(turn, message.chat_id):
        imprints.keep(turn.tx, message.chat_id, message.message_id, message.text, now=turn.now)
    hearing.first(turn, message)
    return receipts.after(turn, message, kept)


def _erased(turn: Turn, chat: int) -> bool:
    """Whether who was a client at the beginning of this turn is none any more: nothing of theirs is left."""
    return chat in turn.heard_before and people.client(turn.tx, chat) is None


def _heard(turn: Turn, message: Message) -> None:
    chat = message.chat_id
    if _met(turn, message):
        return None
    spoken = _command_in(message)
    if spoken is None:
        return None if button.typed(turn, message) else _spoken(turn, message)
    word, rest = spoken
    person = presence.coach_of(turn, chat) or people.client(turn.tx, chat)
    if flood.holds(turn, presence.texts_of(person), chat, word):
        return None
    if word == "start" and rest:
        lapsing.leave(turn, chat)
        arriving.opened(turn, message, rest)
    else:
        _commanded(turn, message, word, rest)
    return presence.greet(turn, chat)


def _met(turn: Turn, message: Message) -> bool:
    """Words that say a danger outright are met before any room can take them; True where none takes them then."""
    chat = message.chat_id
    mine, me = presence.coach_of(turn, chat), people.client(turn.tx, chat)
    person = me or mine
    language = person.language if person is not None else message.language
    asked = dialogue.standing(turn, chat)
    of_coach = asked if asked is not None and asked.role == "coach" else None
    if not heeding.outright(turn, language, message, calls=mine is None):
        return _bleak(turn, message, mine, language, of_coach) if me is None else _aside(turn, message, mine)
    if mine is not None and heeding.writes_on(mine, of_coach, message):
        send(turn, chat, heeding.numbers(presence.texts_of(mine)))
        return False
    if of_coach is not None and mine is not None and mine.state != "joining":
        dialogue.end(turn, chat)
    if me is not None:
        client.endangered(turn, me, message)
    else:
        _numbered(turn, message, mine)
    if of_coach is not None and mine is not None and mine.state != "joining":
        dialogue.unchanged(turn, chat, of_coach, coach.STEPS[of_coach.step])
    return True


def _bleak(turn: Turn, message: Message, mine: Coach | None, language: str, asked: Dialogue | None) -> bool:
    """Words that only sound like it, of a stranger or a coach: no name, no place, and never echoed.

    What a coach writes about a client is met with where help is as well, and taken all the same.
    """
    its = mine is not None or message.chat_id not in turn.config.people.admins
    if not its or not heeding.sounds(turn, language, message):
        return False
    active = mine if mine is not None and mine.state != "joining" else None
    if active and (heeding.writes_on(active, asked, message) or coach.names_somebody(turn, active, message)):
        send(turn, message.chat_id, heeding.numbers(presence.texts_of(active)))
        return False
    _numbered(turn, message, mine)
    if active and asked is not None:
        dialogue.still_open(turn, active.id, asked, coach.STEPS[asked.step])
    return True


def _aside(turn: Turn, message: Message, mine: Coach | None) -> bool:
    """Such words of a coach who is a client too answer no question of the coach's: the client's room has them."""
    asked = coach.standing(turn, mine) if mine is not None and mine.state == "active" else None
    if mine is None or asked is None or _command_in(message) or heeding.writes_on(mine, asked, message):
        return False
    if heeding.sounds(turn, mine.language, message):
        dialogue.end(turn, mine.id)
        dialogue.unchanged(turn, mine.id, asked, coach.STEPS[asked.step])
    return False


def _numbered(turn: Turn, message: Message, mine: Coach | None) -> None:
    """Where help is, for who is no client: nothing of theirs is kept, and what is asked stands."""
    chat, t = message.chat_id, texts(mine.language if mine else message.language)
    send(turn, chat, heeding.numbers(t) + " " + t.t("Nothing was kept or changed."))
    if mine is not None and mine.state == "joining":
        coach.go_on(turn, mine)


def _command_in(message: Message) -> tuple[str, str] | None:
    return None if message.file or message.origin else commands.read(message.text)


def _spoken(turn: Turn, message: Message) -> None:
    """To whom words are said: each room takes what is its own, the first that does has it."""
    chat = message.chat_id
    admins = turn.config.people.admins
    if chat in admins and admin.heard(turn, message):
        return None
    mine, me = presence.coach_of(turn, chat), people.client(turn.tx, chat)
    if mine is not None and coach.heard(turn, mine, message, alone=me is None):
        return presence.greet(turn, chat)
    if me is not None:
        return client.heard(turn, me, message)
    return _unused(turn, message, mine) if mine or chat in admins else stranger.told(turn, message)


def _edited(turn: Turn, message: Message) -> None:
    """An edit: nothing where no word changes, a command where it makes one of a typo, else other words."""
    chat, number = message.chat_id, message.message_id
    before = responses.words_of(turn.tx, chat, number)
    known = before == message.text or imprints.same(turn.tx, chat, number, message.text)
    if known or (message.hidden and before is None):
        return None
    presence.alive(turn, chat)
    lapsing.lapse(turn, chat, message)
    imprints.keep(turn.tx, chat, number, message.text, now=turn.now)
    spoken = _command_in(message)
    kept = before is not None
    if (spoken and _met_behind(turn, message, kept)) or (
        kept and not spoken and client.rests_now(turn, message)
    ):
        pass
    elif spoken is not None and (before is None or spoken[0] in _names(turn, chat)):
        if spoken[0] in _names(turn, chat):
            _made_command(turn, chat, before is not None)
        _heard(turn, message)
    else:
        _reworded(turn, message, before is not None)
    if chat in turn.said:
        imprints.tell(turn.tx, chat, number)
    return receipts.after(turn, message, responses.is_kept(turn.tx, chat, number))


def _met_behind(turn: Turn, message: Message, kept: bool) -> bool:
    """The same for an edit into a command; of what is kept it is an edit as any other."""
    me = people.client(turn.tx, message.chat_id)
    if me is None or not kept:
        return _met(turn, message)
    found = heeding.outright(turn, me.language, message)
    if found:
        client.edited(turn, me, message, kept)
    return found


def _made_command(turn: Turn, chat: int, kept: bool) -> None:
    """That the edit is taken for the command that it now is, and what becomes of what it was."""
    t = presence.texts_of(presence.coach_of(turn, chat) or people.client(turn.tx, chat))
    said = t.t("That edit makes a command of the message; it is done as one.")
    if kept:
        said += " " + t.t("What it said before stays kept.")
    send(turn, chat, said, silent=True)


def _reworded(turn: Turn, message: Message, kept: bool) -> None:
    chat = message.chat_id
    mine, me = presence.coach_of(turn, chat), people.client(turn.tx, chat)
    if me is not None:
        return client.edited(turn, me, message, kept)
    if _met(turn, message) or (mine is not None and coach.reworded(turn, mine, message)):
        return None
    if imprints.told(turn.tx, chat, message.message_id):
        return None
    if mine is None and chat not in turn.config.people.admins:
        return stranger.told(turn, message)
    said = presence.texts_of(presence.coach_of(turn, chat) or people.client(turn.tx, chat)).t(
        "A change of that message does nothing here. Write it anew, if you like."
    )
    return send(turn, chat, said, silent=True)


def _names(turn: Turn, chat: int) -> frozenset[str]:
    """Every command that a person has, whatever they are."""
    mine, me = presence.coach_of(turn, chat), people.client(turn.tx, chat)
    return frozenset(_offers(turn, presence.texts_of(mine or me), chat, mine, me))


def _commanded(turn: Turn, message: Message, word: str, rest: str) -> None:
    """A command: of the admin's, the coach's or the client's table, whichever of them the person is."""
    chat, is_admin = message.chat_id, message.chat_id in turn.config.people.admins
    mine, me = presence.coach_of(turn, chat), people.client(turn.tx, chat)
    if word == "cancel" and rest and mine and coach.cancel_of(turn, mine, rest):
        return None
    if word == "cancel" and _cancelled(turn, chat, mine, me):
        return None
    if word == "help" or (word in ("start", "menu") and me is None):
        return _help(turn, message, mine, me)
    asked = dialogue.standing(turn, chat)
    if me and word == "stop" and asked and (asked.role, asked.step) == ("client", "stop"):
        return open_question.answered(turn, me, asked, "yes")
    lapsing.leave(turn, chat, but_joining=True, word=word)
    if (
        me
        and (mine is None or word in client_commands.names(turn, me))
        and returning.commanded(turn, me, word)
    ):
        return None
    if is_admin and admin.command(turn, chat, word, rest):
        return None
    if mine and coach.command(turn, mine, word, rest):
        return None
    if me and client.command(turn, me, word, rest):
        return None
    return _unknown(turn, message, word, mine, me)


def _help(turn: Turn, message: Message, mine: Coach | None, me: Client | None) -> None:
    """What there is, for every kind of person that somebody is, a message each."""
    chat = message.chat_id
    lapsing.leave(turn, chat, but_joining=True)
    if me is not None:
        returning.commanded(turn, me, "help")
        client.command(turn, me, "help", "")
    if mine is not None:
        (coach.go_on if mine.state == "joining" else coach_commands.help)(turn, mine)
    if chat in turn.config.people.admins:
        admin.help(turn, chat)
    elif mine is None and me is None:
        stranger.told(turn, message)


def _cancelled(turn: Turn, chat: int, mine: Coach | None, me: Client | None) -> bool:
    """Whether /cancel had a question to leave."""
    asked = dialogue.standing(turn, chat)
    if asked is None:
        return False
    if asked.role == "coach" and mine is not None:
        coach.cancelled(turn, mine, asked)
    elif me is not None:
        open_question.cancelled(turn, me, asked)
    return True


def _unknown(turn: Turn, message: Message, word: str, mine: Coach | None, me: Client | None) -> None:
    """No command of anybody's: the nearest are offered. It is never an answer, a name or a note by itself."""
    chat, is_admin = message.chat_id, message.chat_id in turn.config.people.admins
    if not (mine or me or is_admin):
        return stranger.told(turn, message)
    t = presence.texts_of(mine or me)
    said = commands.unknown(t, word, _offers(turn, t, chat, mine, me))
    if me is not None:
        return client.unknown(turn, me, message, said)
    return send(turn, chat, said)


def _offers(turn: Turn, t: Texts, chat: int, mine: Coach | None, me: Client | None) -> dict[str, str]:
    """Every command that somebody has, as client, coach and admin, with what it does."""
    own = client_commands.offers(turn, me) if me else {}
    own |= commands.offers(t, coach_commands.COMMANDS) if mine else {}
    return own | (commands.offers(t, admin.COMMANDS) if chat in turn.config.people.admins else {})


def _unused(turn: Turn, message: Message, mine: Coach | None) -> None:
    """Words or a file for which nobody in this chat has a use: the nearest that can be done is offered."""
    chat, t = message.chat_id, presence.texts_of(mine)
    if heeding.sounds(turn, mine.language if mine else message.language, message):
        return _numbered(turn, message, mine)
    hint = admin.hint(message) if chat in turn.config.people.admins else ""
    said = commands.unused(t, f"{hint} {message.own}", _offers(turn, t, chat, mine, None))
    return send(turn, chat, "\n".join(filter(None, (escape(hint), said))))
