"""The one door: an inbox row comes in, is told whose it is, and is handed to that person's room."""

import json
from typing import Any

from bot import telegram
from bot.core.talk.exchange import Dialogue, over
from bot.core.talk.model import Woke
from bot.i18n import N_, Texts, texts
from bot.people import (
    advance_copy,
    alerting,
    announcing,
    arriving,
    briefing,
    commands,
    dialogue,
    giving,
    greeting,
    handover,
    heeding,
    pressed,
    receipts,
    reconcile,
    reflecting,
    roster,
    stranger,
    waking,
)
from bot.people.admin import admin, watching
from bot.people.client import client
from bot.people.coach import coach, digesting, overview, remembering
from bot.people.turn import Turn, answer_tap, send, set_buttons
from bot.store import dialogues, due, hand, imprints, outbox, people, reflections, responses
from bot.store.people import Client, Coach
from bot.telegram import Ignored, Membership, Message, Tap, escape


def take(turn: Turn, kind: str, chat_id: int, body: dict[str, Any]) -> None:
    """Think about one inbox row; raises on one that cannot be read, and the caller sets it aside.

    At its end what is due is put right for everybody whom it was about.
    """
    think(turn, kind, chat_id, body)
    put_right(turn, kind, chat_id)


def think(turn: Turn, kind: str, chat_id: int, body: dict[str, Any]) -> None:
    """The first half of it: of several rows of a chat that share a turn, one after the other."""
    hand.take(turn.tx, chat_id)
    _think(turn, kind, chat_id, body)


def put_right(turn: Turn, kind: str, chat_id: int) -> None:
    """The second half: once, behind the last of them."""
    reconcile.after(turn, chat_id, moved=kind == "due")


def set_aside(turn: Turn, chat_id: int) -> None:
    """A row could not be dealt with: what is due for its person does not end with it."""
    reconcile.after(turn, chat_id, moved=True)


def _think(turn: Turn, kind: str, chat_id: int, body: dict[str, Any]) -> None:
    match kind:
        case "update":
            arrived(turn, telegram.to_arrival(body))
        case "due":
            fell_due(turn, due.fallen(body, chat_id))
        case "script":
            admin.received(turn, chat_id, body)
        case "calendar":
            coach.received(turn, chat_id, body)
        case "file":
            watching.changed(turn, body)
        case "refused":
            waking.refused(turn, chat_id, body)
        case _:
            raise ValueError(f"inbox row of an unknown kind: {kind}")


# ---- updates -----------------------------------------------------------------------------------


def arrived(turn: Turn, arrival: telegram.Arrival) -> None:
    """Somebody did something in Telegram."""
    match arrival:
        case Message():
            _message(turn, arrival)
        case Tap():
            _tap(turn, arrival)
        case Membership():
            _membership(turn, arrival)
        case Ignored():
            pass


def _message(turn: Turn, message: Message) -> None:
    if message.edited:
        return _edited(turn, message)
    _alive(turn, message.chat_id)
    _lapse(turn, message.chat_id, message)
    _heard(turn, message)
    kept = responses.is_kept(turn.tx, message.chat_id, message.message_id)
    if not kept and not _erased(turn, message.chat_id):
        imprints.keep(turn.tx, message.chat_id, message.message_id, message.text, now=turn.now)
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
        return None if _typed(turn, message) else _spoken(turn, message)
    word, rest = spoken
    if word == "start" and rest:
        _leave(turn, chat)
        arriving.opened(turn, message, rest)
    else:
        _commanded(turn, message, word, rest)
    return _greet(turn, chat)


def _met(turn: Turn, message: Message) -> bool:
    """Words that say a danger outright are met before any room can take them; True where none takes them then."""
    chat = message.chat_id
    mine, me = _coach(turn, chat), people.client(turn.tx, chat)
    person = me or mine
    language = person.language if person is not None else message.language
    if not heeding.outright(turn, language, message, calls=mine is None):
        return False
    asked = dialogue.standing(turn, chat)
    of_coach = asked if asked is not None and asked.role == "coach" else None
    if mine is not None and heeding.writes_on(mine, of_coach, message):
        send(turn, chat, heeding.numbers(_texts(mine)))
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
    mine, me = _coach(turn, chat), people.client(turn.tx, chat)
    if mine is not None and coach.heard(turn, mine, message, alone=me is None):
        return _greet(turn, chat)
    if me is not None:
        return client.heard(turn, me, message)
    return _unused(turn, message, mine) if mine or chat in admins else stranger.told(turn, message)


# ---- edits -------------------------------------------------------------------------------------


def _edited(turn: Turn, message: Message) -> None:
    """An edit: nothing where no word changes, a command where it makes one of a typo, else other words."""
    chat, number = message.chat_id, message.message_id
    before = responses.words_of(turn.tx, chat, number)
    known = before == message.text or imprints.same(turn.tx, chat, number, message.text)
    if known or (message.hidden and before is None):
        return None
    _alive(turn, chat)
    _lapse(turn, chat, message)
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
    t = _texts(_coach(turn, chat) or people.client(turn.tx, chat))
    said = t.t("That edit makes a command of the message; it is done as one.")
    if kept:
        said += " " + t.t("What it said before stays kept.")
    send(turn, chat, said, silent=True)


def _reworded(turn: Turn, message: Message, kept: bool) -> None:
    chat = message.chat_id
    mine, me = _coach(turn, chat), people.client(turn.tx, chat)
    if me is not None:
        return client.edited(turn, me, message, kept)
    if _met(turn, message) or imprints.told(turn.tx, chat, message.message_id):
        return None
    if mine is None and chat not in turn.config.people.admins:
        return stranger.told(turn, message)
    said = _texts(_coach(turn, chat) or people.client(turn.tx, chat)).t(
        "A change of that message does nothing here. Write it anew, if you like."
    )
    return send(turn, chat, said, silent=True)


def _names(turn: Turn, chat: int) -> frozenset[str]:
    """Every command that a person has, whatever they are."""
    mine, me = _coach(turn, chat), people.client(turn.tx, chat)
    return frozenset(_offers(turn, _texts(mine or me), chat, mine, me))


# ---- commands ----------------------------------------------------------------------------------


def _commanded(turn: Turn, message: Message, word: str, rest: str) -> None:
    """A command: of the admin's, the coach's or the client's table, whichever of them the person is."""
    chat, is_admin = message.chat_id, message.chat_id in turn.config.people.admins
    mine, me = _coach(turn, chat), people.client(turn.tx, chat)
    if word == "cancel" and rest and mine and coach.cancel_of(turn, mine, rest):
        return None
    if word == "cancel" and _cancelled(turn, chat, mine, me):
        return None
    if word == "help" or (word in ("start", "menu") and me is None):
        return _help(turn, message, mine, me)
    asked = dialogue.standing(turn, chat)
    if me and word == "stop" and asked and (asked.role, asked.step) == ("client", "stop"):
        return client.answered(turn, me, asked, "yes")
    _leave(turn, chat, but_joining=True)
    if me and (mine is None or word in client.names(turn, me)) and client.commanded(turn, me, word):
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
    _leave(turn, chat, but_joining=True)
    if me is not None:
        client.commanded(turn, me, "help")
        client.command(turn, me, "help", "")
    if mine is not None:
        (coach.go_on if mine.state == "joining" else coach.help)(turn, mine)
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
        client.cancelled(turn, me, asked)
    return True


def _unknown(turn: Turn, message: Message, word: str, mine: Coach | None, me: Client | None) -> None:
    """No command of anybody's: the nearest are offered. It is never an answer, a name or a note by itself."""
    chat, is_admin = message.chat_id, message.chat_id in turn.config.people.admins
    if not (mine or me or is_admin):
        return stranger.told(turn, message)
    t = _texts(mine or me)
    said = commands.unknown(t, word, _offers(turn, t, chat, mine, me))
    if me is not None:
        return client.unknown(turn, me, message, said)
    return send(turn, chat, said)


def _offers(turn: Turn, t: Texts, chat: int, mine: Coach | None, me: Client | None) -> dict[str, str]:
    """Every command that somebody has, as client, coach and admin, with what it does."""
    own = client.offers(turn, me) if me else {}
    own |= commands.offers(t, coach.COMMANDS) if mine else {}
    return own | (commands.offers(t, admin.COMMANDS) if chat in turn.config.people.admins else {})


def _unused(turn: Turn, message: Message, mine: Coach | None) -> None:
    """Words or a file for which nobody in this chat has a use: the nearest that can be done is offered."""
    chat, t = message.chat_id, _texts(mine)
    hint = admin.hint(message) if chat in turn.config.people.admins else ""
    said = commands.unused(t, f"{hint} {message.own}", _offers(turn, t, chat, mine, None))
    send(turn, chat, "\n".join(filter(None, (escape(hint), said))))


def _coach(turn: Turn, chat: int) -> Coach | None:
    """The coach of a chat; who left is none any more, by any route."""
    found = people.coach(turn.tx, chat)
    return found if found is not None and found.state != "left" else None


def _texts(person: Coach | Client | None) -> Texts:
    return texts(person.language if person else "")


def _greet(turn: Turn, chat: int) -> None:
    """Telegram shows a coach or an admin the commands of all that they are; once for each change of that."""
    is_admin = chat in turn.config.people.admins
    mine = _coach(turn, chat)
    if is_admin or (mine is not None and mine.state == "active"):
        greeting.set_for(turn.tx, chat, is_admin, turn.now)


# ---- what is being asked -----------------------------------------------------------------------


def _lapse(turn: Turn, chat: int, message: Message | None = None) -> None:
    """A question whose time has passed is over before anything else happens."""
    asked = dialogues.get(turn.tx, chat)
    if asked is not None and over(asked, turn.now):
        _over(turn, chat, asked, message)


def _over(turn: Turn, chat: int, asked: Dialogue, message: Message | None = None) -> None:
    mine, me = _coach(turn, chat), people.client(turn.tx, chat)
    if asked.role == "coach" and mine is not None:
        coach.lapsed(turn, mine, asked, message)
    elif asked.role == "client" and me is not None:
        client.lapsed(turn, me, asked, message)


def _leave(turn: Turn, chat: int, but_joining: bool = False) -> None:
    """Something else is chosen: the question is over, and a line says so. What joining asks can stand."""
    asked = dialogue.standing(turn, chat)
    if asked is None or (but_joining and asked.until is None):
        return
    me = people.client(turn.tx, chat)
    dialogue.end(turn, chat)
    if asked.role == "client" and me is not None:
        client.filed(turn, me, asked)
    steps: dict[str, Any] = client.STEPS if asked.role == "client" else coach.STEPS
    dialogue.unchanged(turn, chat, asked, steps[asked.step])


def _tap(turn: Turn, tap: Tap) -> None:
    """A button. The first letter says whose room; one that no longer acts says so, and goes."""
    chat = tap.chat_id
    _alive(turn, chat)
    _lapse(turn, chat)
    room, act = _parts(tap)
    if not _acts(turn, tap, room, act):
        return _past(turn, tap)
    answer_tap(turn, tap, _as_it_is(turn, tap) if tap.chosen else "")
    if room == "s":
        return alerting.tapped(turn, tap, act)
    if room == "d":
        _answered(turn, chat, act)
        return _greet(turn, chat)
    _leave(turn, chat, but_joining=True)
    mine, me = _coach(turn, chat), people.client(turn.tx, chat)
    if room == "a":
        admin.tapped(turn, tap, act)
    elif room == "k" and mine is not None:
        coach.tapped(turn, mine, tap, act)
    elif me is not None:
        client.tapped(turn, me, tap, room, act)
    return None


def _typed(turn: Turn, message: Message) -> bool:
    """Whether words were the label of a button that acts: it is done as by a tap."""
    tap = pressed.by(turn, message)
    if tap is None or not _acts(turn, tap, *_parts(tap)):
        return False
    pressed.take(turn, tap)
    _tap(turn, tap)
    return True


def _parts(tap: Tap) -> tuple[str, str]:
    """Whose room a button belongs to, and what it does there."""
    room, _, act = _of_old(tap.data).partition(":")
    return room, act


def _of_old(data: str) -> str:
    """What the buttons of joining were called before dialogues: still under messages that wait for a tap."""
    return f"d:0:{data[2:]}" if data.startswith("j:") else data


def _asked(turn: Turn, chat: int, act: str) -> Dialogue | None:
    """The question that a button answers, where it is the one being asked."""
    which, _, rest = act.partition(":")
    asked = dialogue.standing(turn, chat)
    if asked is None or rest.partition(":")[0] != asked.step:
        return None
    of_old = which == "0" and asked.message_id is None and asked.until is None
    return asked if which == str(asked.id) or of_old else None


def _answered(turn: Turn, chat: int, act: str) -> None:
    asked, value = _asked(turn, chat, act), act.split(":", 2)[2]
    mine, me = _coach(turn, chat), people.client(turn.tx, chat)
    if asked is not None and asked.role == "coach" and mine is not None:
        coach.answered(turn, mine, asked, value)
    elif asked is not None and me is not None:
        client.answered(turn, me, asked, value)


def _acts(turn: Turn, tap: Tap, room: str, act: str) -> bool:
    """Whether a button still does what it says."""
    if room == "a":
        return tap.chat_id in turn.config.people.admins and admin.acts(turn, tap.chat_id, act)
    if room == "s":
        return alerting.acts(turn, tap.chat_id, act)
    if room == "d":
        return act.count(":") >= 2 and _asked(turn, tap.chat_id, act) is not None
    if room == "k":
        mine = _coach(turn, tap.chat_id)
        return mine is not None and coach.acts(turn, mine, act)
    me = people.client(turn.tx, tap.chat_id)
    return me is not None and client.acts(turn, me, room, act)


def _as_it_is(turn: Turn, tap: Tap) -> str:
    """What is chosen is tapped once more: no button changes, so that words say it."""
    person = _coach(turn, tap.chat_id) or people.client(turn.tx, tap.chat_id)
    return texts(person.language if person else tap.language).t("That is chosen already.")


def _past(turn: Turn, tap: Tap) -> None:
    """A button whose time is over: that is said for a moment above the chat, and the buttons go."""
    person = _coach(turn, tap.chat_id) or people.client(turn.tx, tap.chat_id)
    t = texts(person.language if person else tap.language)
    answer_tap(turn, tap, _what_is_past(turn, t, tap))
    if tap.message_id:
        set_buttons(turn, tap.chat_id, tap.message_id)


def _what_is_past(turn: Turn, t: Texts, tap: Tap) -> str:
    """That a button acts no more; under a question about a setting also what asks it again."""
    role, name = (
        dialogue.step_at(turn, tap.chat_id, tap.message_id) if tap.data.startswith("d:") else ("", "")
    )
    steps: dict[str, Any] = coach.STEPS if role == "coach" else client.STEPS if role == "client" else {}
    step = steps.get(name)
    if step is None or step.wordless:
        return t.t("This is over; the button does nothing more.")
    return t.t("This question is closed; {command} asks it again.", command=f"/{step.again}")


def _alive(turn: Turn, chat_id: int) -> None:
    """Whoever writes or taps has not blocked the bot; any word or tap resets the back-off ladder."""
    me = people.client(turn.tx, chat_id)
    if me is not None:
        turn.heard_before.setdefault(chat_id, me.heard_at or me.joined_at)
    people.heard(turn.tx, chat_id, turn.now)
    _back(turn, chat_id)


def _back(turn: Turn, chat_id: int) -> None:
    if people.came_back(turn.tx, chat_id):
        handover.on_return(turn, chat_id)


def _membership(turn: Turn, membership: Membership) -> None:
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


# ---- what fell due -----------------------------------------------------------------------------


def fell_due(turn: Turn, thing: due.Due) -> None:
    """A due row came in by the same way as everything else."""
    match thing.kind:
        case "lapse":
            return _lapse(turn, thing.chat_id)
        case "digest":
            return digesting.weekly(turn, thing.chat_id, thing.body.get("client"))
        case "overview":
            return overview.weekly(turn, thing.chat_id)
        case "brief":
            return briefing.fell_due(turn, thing.chat_id, thing.body)
        case "unread":
            return remembering.fell_due(turn, thing.chat_id)
        case "alert":
            return alerting.fell_due(turn, thing.body["alert"])
        case "announce":
            return announcing.fell_due(turn, thing.chat_id)
        case "replan":
            return reconcile.person(turn, thing.chat_id, moved=True)
    if thing.kind not in ("wake", "plan", "unsent", "resume", "reply", "preview"):
        raise ValueError(f"due row of an unknown kind: {thing.kind}")
    asked = _before_due(turn, thing.chat_id)
    me = people.client(turn.tx, thing.chat_id)
    if me is None:
        return None
    match thing.kind:
        case "wake":
            if row := reflections.get(turn.tx, thing.body["reflection"]):
                reflecting.woke(turn, me, row, Woke(thing.body["kind"], thing.body["question"]), thing.at)
        case "plan":
            waking.fell_due(turn, me, thing.body, thing.at)
        case "unsent":
            waking.unsent(turn, me, thing.body["occasion"])
        case "resume":
            client.resumed(turn, me)
        case "reply":
            giving.fell_due(turn, me)
        case "preview":
            advance_copy.fell_due(turn, me, thing.body)
    if asked is not None and asked.role == "client" and dialogues.get(turn.tx, thing.chat_id) is None:
        dialogue.unchanged(turn, thing.chat_id, asked, client.STEPS[asked.step])
    return None


def _before_due(turn: Turn, chat: int) -> Dialogue | None:
    """What is being asked while something falls due. Nothing comes by itself behind a question whether to stop."""
    _lapse(turn, chat)
    asked = dialogue.standing(turn, chat)
    if asked is not None and client.forestalls(asked):
        _over(turn, chat, asked)
        return None
    return asked


def body_of(raw: bytes) -> dict[str, Any]:
    """The body of an inbox row as an object; raises ValueError where it is none."""
    body = json.loads(raw)
    if not isinstance(body, dict):
        raise ValueError("the update is not an object")
    return body
