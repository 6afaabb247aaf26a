"""What a client can say and do."""

from bot.core.base.line import line
from bot.core.talk import beside, exchange
from bot.core.talk.exchange import Dialogue
from bot.core.talk.prompt import meant
from bot.core.talk.reflection import over
from bot.core.talk.spoken import act_of, rests, stops
from bot.core.understand.confidence import unshares
from bot.core.understand.query import amiss, asks_next, asks_seen, asks_session, command_in, queries
from bot.i18n import phrases, texts
from bot.people import (
    closing,
    commands,
    dialogue,
    heeding,
    numbers,
    placing,
    planning,
    receipts,
    reflecting,
    repairing,
    respite,
)
from bot.people.client import (
    aiming,
    beforehand,
    comforting,
    confiding,
    consent,
    correcting,
    country,
    edits,
    filing,
    help,
    helpcard,
    idle,
    joining,
    journal,
    pausing,
    records,
    remembered,
    returning,
    setting,
    unsaying,
    wanting,
)
from bot.people.client import client_commands as own
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, number, send, set_buttons
from bot.store import imprints, people, reflections
from bot.store.people import Client
from bot.telegram import Message, Tap

# ---- words -------------------------------------------------------------------------------------


def heard(turn: Turn, client: Client, message: Message) -> None:
    """Words or a file are taken; who comes back with them after a long silence is welcomed then."""
    if helpcard.typed(turn, client, message):
        return
    back = returning.comes_back(turn, client)
    if back:
        planning.back(turn, client)
    _heard(turn, client, message)
    after = people.client(turn.tx, client.id) if back else None
    if after is None or respite.until(turn, after) is not None:
        return
    if (asked := standing(turn, client)) is None or asked.step == "typed":
        returning.welcome(turn, client)


def commanded(turn: Turn, client: Client, word: str) -> bool:
    """Before a command: who comes back with it is welcomed. True where that is all there is to do."""
    return returning.commanded(turn, client, word)


def endangered(turn: Turn, client: Client, message: Message) -> None:
    """Words that say a danger outright: where help is comes first, and no setting takes any of them."""
    if client.state == "joining":
        return joining.endangered(turn, client, message)
    if helpcard.typed(turn, client, message):
        return None
    if returning.comes_back(turn, client):
        planning.back(turn, client)
    asked = standing(turn, client)
    to_it = asked is not None and dialogue.for_it(turn, asked, message, alone=False)
    if asked is not None:
        dialogue.end(turn, client.id)
    if to_it or _behind_command(message) or dialogue.closed(turn, message, "client") is not None:
        filing.apart(turn, client, message)
    else:
        filing.look(turn, client, message)
        filing.file(turn, client, message)
    if asked is not None:
        left(turn, client, asked)
        dialogue.unchanged(turn, client.id, asked, STEPS[asked.step])
    return None


def _behind_command(message: Message) -> bool:
    return not message.file and not message.origin and commands.read(message.text) is not None


def _heard(turn: Turn, client: Client, message: Message) -> None:
    """An answer to the question that is being asked, else what they would be without it."""
    asked = standing(turn, client)
    if client.state == "joining" and stops(message.text):
        return joining.leave(turn, client)
    if queries(message.text) and _plain(turn, client, message):
        return _query(turn, client, asked, message, help.answer(turn, client))
    if client.state != "joining" and asks_session(message.text) and _plain(turn, client, message):
        return _query(turn, client, asked, message, help.next_session(turn, client))
    if client.state != "joining" and asks_next(message.text) and _plain(turn, client, message):
        return _query(turn, client, asked, message, idle.next_one(turn, client))
    if asked is not None and (value := _read(turn, client, asked, message)) is not None:
        if STEPS[asked.step].goes and confiding.said(turn, client, message):
            return _kept_back(turn, client, asked, message)
        return answered(turn, client, asked, value, message)
    if asked is not None and (why := _refused(turn, client, asked, message)) is not None:
        is_joining = client.state == "joining"
        return dialogue.still_open(turn, client.id, asked, STEPS[asked.step], joining=is_joining, why=why)
    if client.state == "joining":
        return joining.unread(turn, client, message)
    if (which := unshares(message.text)) and _plain(turn, client, message):
        _make_room(turn, client, asked)
        return journal.unshare(turn, client, which)
    if (word := _word_in(turn, client, message.text)) and _plain(turn, client, message):
        return _named(turn, client, asked, message, word)
    if idle.resumes(turn, client, message.text) and _idle(turn, client, asked, message):
        return None
    if _pauses(turn, client, message):
        _make_room(turn, client, asked)
        return pausing.meant(turn, client, message)
    if rests(message.text) and client.state != "stopped" and _plain(turn, client, message):
        _make_room(turn, client, asked)
        return pausing.wished(turn, client)
    if (asked is None or asked.step == "typed") and _idle(turn, client, asked, message):
        return None
    if asked is None:
        if not _to_closed(turn, client, message):
            _file(turn, client, message)
        return None
    return _aside(turn, client, asked, message)


def _word_in(turn: Turn, client: Client, words: str) -> str | None:
    """The command that a whole message names, or whose answer it asks for: what was seen stands in /answers."""
    word = command_in(words)
    if word == "now" and reflections.open_of(turn.tx, client.id) is not None:
        return None  # an open question reads its own labels, and none of a menu above
    if word or len(words) > 60:
        return word
    return "answers" if asks_seen(words, people.coach_name(turn.tx, client.coach_id)) else None


def _idle(turn: Turn, client: Client, asked: Dialogue | None, message: Message) -> bool:
    """Words for a question that is not there, or a name that was not asked for: what is true, and an offer."""
    filing.look(turn, client, message)
    name = idle.name(turn, client, message)
    said = None if name else idle.answer(turn, client, message)
    if not (name or said) or not _plain(turn, client, message):
        return False
    _make_room(turn, client, asked)
    if name:
        setting.offer_name(turn, client, name, message)
    elif said:
        _ask_to_keep(turn, client, said, message, idle.rows(turn, client))
    return True


def rests_now(turn: Turn, message: Message) -> bool:
    """Whether an edit makes a wish for a pause of what was kept: for how long is asked, and that stays kept."""
    me = people.client(turn.tx, message.chat_id)
    if me is None or me.state not in ("active", "paused") or not _plain(turn, me, message):
        return False
    if not rests(message.text) and not _pauses(turn, me, message):
        return False
    t = texts(me.language)
    said = t.t("That edit makes a command of the message; it is done as one.")
    send(turn, me.id, said + " " + t.t("What it said before stays kept."), silent=True)
    pausing.wished(turn, me)
    return True


def _kept_back(turn: Turn, client: Client, asked: Dialogue, message: Message) -> None:
    """Words for a question whose answer the coach reads say that they are private: they are a private note."""
    dialogue.end(turn, client.id)
    filing.note(turn, client, message, private=True, answered=True)
    dialogue.unchanged(turn, client.id, asked, STEPS[asked.step])
    confiding.hidden(turn, client, message)


def _to_closed(turn: Turn, client: Client, message: Message) -> bool:
    """Words for a question whose time has passed: that nothing is changed is said; a reply is kept privately."""
    step = None if message.file or message.origin else dialogue.closed(turn, message, "client")
    if step is None or step not in STEPS or STEPS[step].wordless:
        return False
    past = Dialogue(0, "client", step, {}, turn.now, None, None)
    if message.reply_to is None:
        if _read(turn, client, past, message, to=True) is None:
            return False
        _file(turn, client, message)
    else:
        filing.note(turn, client, message, private=True, answered=True)
    dialogue.unchanged(turn, client.id, past, STEPS[step])
    return True


def _plain(turn: Turn, client: Client, message: Message) -> bool:
    """Whether words stand for themselves: no reply, nothing passed on, and no button of the prompt in sight."""
    if message.reply_to or message.file or message.origin:
        return False
    row = reflections.open_of(turn.tx, client.id)
    return row is None or not reflecting.presses(turn, row, message.text)


def _pauses(turn: Turn, client: Client, message: Message) -> bool:
    """Whether words say a pause and its days, as a whole message of who is served."""
    served = client.state in ("active", "paused")
    return served and pausing.says(turn, client, message.text) and _plain(turn, client, message)


def _query(turn: Turn, client: Client, asked: Dialogue | None, message: Message, answer: str) -> None:
    """Who asks a plain question reads the answer at once; it answers nothing itself, unless they say so."""
    if client.state == "joining":
        send(turn, client.id, answer)
        return joining.ask_again(turn, client)
    _make_room(turn, client, asked)
    own.beside(turn, client)
    t = texts(client.language)
    text = answer + " " + t.t("Nothing was kept or changed.")
    if heeding.called(turn, client, message.own):
        text = t.t("Nobody is watching here.") + " " + numbers.said(turn, client) + "\n\n" + text
    return _ask_to_keep(turn, client, text, message)


def _named(turn: Turn, client: Client, asked: Dialogue | None, message: Message, word: str) -> None:
    """A command without its slash is done as one; the word is kept only if it was meant as it stands."""
    _make_room(turn, client, asked)
    text = texts(client.language).t("Read as {command}; the word is not kept.", command=f"/{word}")
    if word in ("change", "erase", "unsay"):  # they ask, and their question stands last
        send(turn, client.id, text, silent=True)
        own.run(turn, client, word, "")
        return None
    own.run(turn, client, word, "")
    return _ask_to_keep(turn, client, text, message)


def _make_room(turn: Turn, client: Client, asked: Dialogue | None) -> None:
    """Something else is asked for: the question of a setting is over, and a line says so."""
    if asked is not None:
        dialogue.end(turn, client.id)
        left(turn, client, asked)
        dialogue.unchanged(turn, client.id, asked, STEPS[asked.step])


def _file(turn: Turn, client: Client, message: Message) -> None:
    """Words of a client's own, unless they ask for an end: "stop" as a whole message never leads on."""
    row = reflections.open_of(turn.tx, client.id)
    if row is None and client.state in ("active", "paused") and stops(message.text) and not message.reply_to:
        return pausing.stop(turn, client, typed=message)
    if row is None and client.state == "stopped" and stops(message.text) and not message.reply_to:
        filing.put_by(turn, client, message)
        return pausing.stop(turn, client)
    if row is not None and row.reflection.halt and not message.reply_to and _all_of_it(client, message.text):
        return pausing.everything(turn, client)
    filing.file(turn, client, message)
    if row is None and amiss(message.text) and _plain(turn, client, message):
        repairing.offer(turn, client)
    return None


def _all_of_it(client: Client, words: str) -> bool:
    """Asked what a stop meant: whether words say that everything stops, as the word said once more does."""
    act = meant(words, phrases(client.language))
    return act == "halt:all" or (act is None and stops(words))


def standing(turn: Turn, client: Client) -> Dialogue | None:
    """The question that this client is being asked as a client."""
    asked = dialogue.standing(turn, client.id)
    return asked if asked is not None and asked.role == "client" else None


def _read(turn: Turn, client: Client, asked: Dialogue, message: Message, to: bool = False) -> str | None:
    """What a message says to the question; None where it was not meant for it (``to``: it is), or is no value."""
    if not to and not dialogue.for_it(turn, asked, message, alone=client.state == "joining"):
        return None
    words = placing.said(message) if asked.step == "zone" else message.text
    if client.state == "joining":
        return STEPS[asked.step].read(turn, client, asked, words)
    if setting.leaves(asked, words):
        return dialogue.LEAVE
    found = STEPS[asked.step].read(turn, client, asked, words)
    return dialogue.LEAVE if found is None and setting.declined(asked, words) else found


def _refused(turn: Turn, client: Client, asked: Dialogue, message: Message) -> str | None:
    """Why a value that was written to the question cannot be: it is said, and never filed as anything else."""
    if not dialogue.for_it(turn, asked, message, alone=client.state == "joining"):
        return None
    return STEPS[asked.step].refuse(turn, client, asked, message.text)


def _aside(turn: Turn, client: Client, asked: Dialogue, message: Message) -> None:
    """Words beside the question: they are filed; after a note it is asked once more, else it has lapsed.

    "Stop" as a whole message is that, whatever is being asked.
    """
    step = STEPS[asked.step]
    if stops(message.text) and not message.reply_to:
        dialogue.end(turn, client.id)
        left(turn, client, asked)
        dialogue.unchanged(turn, client.id, asked, step)
        return _file(turn, people.client(turn.tx, client.id) or client, message)
    if asked.step == "stop":
        return _instead_of_yes(turn, client, asked, message)
    again = asked.step in setting.STEPS and asked.step != "named" and "again" not in asked.draft
    if not again or reflections.open_of(turn.tx, client.id) is not None:
        dialogue.end(turn, client.id)
        left(turn, client, asked)
        me, grave = people.client(turn.tx, client.id) or client, heeding.grave(turn, client, message.own)
        if asked.step == "sharing" and not grave and dialogue.for_it(turn, asked, message, alone=False):
            filing.note(
                turn, me, message, private=True
            )  # no answer to the prompt above, which the coach reads
        else:
            filing.file(turn, me, message)
        receipts.after(turn, message, kept=True)
        return dialogue.unchanged(turn, client.id, asked, step)
    private = message.reply_to is not None or asked.step == "sharing"
    filing.file(turn, client, message, private=private)
    receipts.after(turn, message, kept=True)
    return dialogue.still_open(turn, client.id, asked, step)


def _instead_of_yes(turn: Turn, client: Client, asked: Dialogue, message: Message) -> None:
    """Asked whether all shall stop, words that say neither yes nor no: kept privately, and nothing is stopped."""
    dialogue.end(turn, client.id)
    filed(turn, client, asked)
    if heeding.grave(turn, client, message.own) or message.reply_to:
        filing.file(turn, client, message, private=True)
    else:
        filing.note(turn, client, message, private=True, answered=True)
    return dialogue.unchanged(turn, client.id, asked, STEPS[asked.step])


def answered(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None = None) -> None:
    """An answer to the question, by words or a tap."""
    if value == dialogue.LEAVE:
        return _left_by_hand(turn, client, asked)
    return STEPS[asked.step].take(turn, client, asked, value, message)


def _left_by_hand(turn: Turn, client: Client, asked: Dialogue) -> None:
    """The way out: nothing is changed, and words that were no answer are kept as what they were."""
    if client.state == "joining":
        return joining.later(turn, client)
    dialogue.end(turn, client.id)
    filed(turn, client, asked, by_hand=asked.step == "pause")
    return send(turn, client.id, texts(client.language).t("Left as it was."), silent=True)


def left(turn: Turn, client: Client, asked: Dialogue) -> None:
    """A question ended without an answer: what it said it would do is done, words that wait are filed.

    Only silence stops everything: whoever says or does something else has not stopped.
    """
    if asked.step != "stop" or exchange.over(asked, turn.now):
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
    if asked.step in ("stop", "pause") and not by_hand:  # a word for a button is no note for the coach
        return put_by(turn, client, asked)
    for message in dialogue.unheld(client.id, asked.draft):
        filing.file(turn, client, message)
    return None


def forestalls(asked: Dialogue) -> bool:
    """Whether nothing may come by itself while this is being asked: to stop, or words that wait for a yes."""
    return asked.role == "client" and (asked.step == "stop" or "held" in asked.draft)


def lapsed(turn: Turn, client: Client, asked: Dialogue, message: Message | None) -> None:
    """Its time has passed: its message says so, and who answers it all the same is told."""
    meant = message is not None and _read(turn, client, asked, message) is not None
    dialogue.close(turn, client.id, asked, STEPS[asked.step], kept=message is None)
    if message is None:
        STEPS[asked.step].left(turn, client, asked)
        put_by(turn, client, asked)
    else:
        left(turn, client, asked)
    if meant and not STEPS[asked.step].wordless:
        dialogue.unchanged(turn, client.id, asked, STEPS[asked.step])


def edited(turn: Turn, client: Client, message: Message, kept: bool) -> None:
    """An edit, of what was ``kept`` or of what was not; the latter keeps nothing, and that is said once."""
    asked, told = standing(turn, client), imprints.told(turn.tx, client.id, message.message_id)
    if kept:
        edits.of_kept(turn, client, message)
    if not kept and heeding.outright(turn, client.language, message):
        held = asked is not None and edits.of_held(turn, asked, message)
        return edits.endangered(turn, client, message) if held else endangered(turn, client, message)
    if client.state == "joining" and not joining.agreed(turn, client):
        return None if told else joining.unread(turn, client, message)
    if asked is not None and client.state == "joining" and (value := _read(turn, client, asked, message)):
        return answered(turn, client, asked, value, message)
    if kept or (asked is not None and edits.of_held(turn, asked, message)) or told:
        return None
    return edits.not_kept(turn, client, message)


# ---- commands ----------------------------------------------------------------------------------


def command(turn: Turn, client: Client, word: str, rest: str) -> bool:
    """A command of the client's; False when there is none of that name."""
    if client.state != "joining":
        return (rest and _set_at_once(turn, client, word, rest)) or own.run(turn, client, word, rest)
    if joining.command(turn, client, word):
        return True
    if word in ("help", "about", "limits"):
        own.run(turn, client, word, rest)
    elif word not in own.names(turn, client):
        return False
    joining.ask_again(turn, client)
    return True


def _set_at_once(turn: Turn, client: Client, word: str, rest: str) -> bool:
    """What stands behind a setting's command is the first thing typed to it; False where it says no such value."""
    if (step := setting.COMMANDS.get(word)) is None:
        return False
    asked = Dialogue(0, "client", step, {}, turn.now, None, None)
    said = Message(client.id, 0, rest, turn.now)
    if (value := _read(turn, client, asked, said, to=True)) is None:
        return False
    own.beside(turn, client)
    answered(turn, client, asked, value, said)
    return True


def unknown(turn: Turn, client: Client, message: Message, said: str) -> None:
    """What was written is no command: the nearest are offered; it is kept only if it was meant as it stands."""
    t = texts(client.language)
    if client.state == "joining":
        send(turn, client.id, said)
        return joining.ask_again(turn, client)
    pressed = commands.read(message.text)
    if pressed and act_of(pressed[0]) == "pass":
        said = t.t("Pass is a button under the question; the word without the slash does the same.")
    text = said + " " + t.t("Nothing was kept or changed.")
    return _ask_to_keep(turn, client, text, message)


def _ask_to_keep(turn: Turn, client: Client, text: str, message: Message, more: Rows = ()) -> None:
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
        own.run(turn, client, value, "")
        return
    for one in dialogue.unheld(client.id, asked.draft, "typed"):
        filing.file(turn, client, one)


# ---- taps --------------------------------------------------------------------------------------


def acts(turn: Turn, client: Client, room: str, act: str) -> bool:
    """Whether a button of this client's still does something."""
    word, _, rest = act.partition(":")
    if room == "m":
        return journal.acts(turn, client, word, rest) if word in journal.IN_PLACE else own.known(word)
    if room == "c":
        return helpcard.acts(turn, client, act)
    row = reflections.get(turn.tx, number(word)) if room in ("r", "f", "v") else None
    if row is None or row.client_id != client.id:
        return False
    at_turn, _, what = rest.partition(":")
    stopping = row.reflection.halt is not None and not what.startswith("halt:")  # "stop" was written since
    here = row.ended_at is None and row.reflection.question == number(at_turn)
    said = what == "halt:mine" and row.reflection.halt is None  # nothing is left to be the answer
    return room != "r" or (here and not stopping and not said)


def tapped(turn: Turn, client: Client, tap: Tap, room: str, act: str) -> None:
    """A button: of a prompt, of a closing line, or of the menu."""
    which, _, rest = act.partition(":")
    match room:
        case "r":
            at_turn, _, what = rest.partition(":")
            row = reflections.get(turn.tx, number(which))
            if row is not None and row.client_id == client.id:
                if what == "halt:all" and not over(row.reflection):
                    set_buttons(turn, client.id, tap.message_id)
                    pausing.everything(turn, client)
                else:
                    reflecting.tapped(turn, client, row, what, number(at_turn), tap.message_id)
        case "c":
            helpcard.tapped(turn, client, act, tap.message_id)
        case "f":
            closing.fitted(turn, client, number(which), rest, tap.message_id)
        case "v":
            closing.shared(turn, client, number(which), rest, tap.message_id)
        case "m" if client.state == "joining":
            joining.ask_again(turn, client)
        case "m" if act_in_place := journal.IN_PLACE.get(which):
            act_in_place(turn, client, rest, tap.message_id)
        case "m":
            own.tapped(turn, client, which, rest)


# ---- the rest ----------------------------------------------------------------------------------


def resumed(turn: Turn, client: Client) -> None:
    """A pause is over: the plan takes up again, and nothing is said about the time between."""
    if client.state == "paused":
        people.change_client(turn.tx, client.id, state="active", paused_until=None)


def cancelled(turn: Turn, client: Client, asked: Dialogue) -> None:
    """/cancel leaves the question, whatever it is."""
    if client.state == "joining" and not joining.agreed(turn, client):
        return joining.leave(turn, client)
    return _left_by_hand(turn, client, asked)


def names(turn: Turn, client: Client) -> tuple[str, ...]:
    """The commands that this client has."""
    return own.names(turn, client)


def offers(turn: Turn, client: Client) -> dict[str, str]:
    """The same with what each does, in words: a script's command with its title."""
    return own.offers(turn, client)


TABLE = own.COMMANDS
STEPS: dict[str, Question[Client]] = {
    **joining.STEPS,
    **setting.STEPS,
    **pausing.STEPS,
    **records.STEPS,
    **wanting.STEPS,
    **aiming.STEPS,
    **remembered.STEPS,
    **confiding.STEPS,
    **unsaying.STEPS,
    **country.STEPS,
    **consent.STEPS,
    **journal.STEPS,
    **beforehand.STEPS,
    **comforting.STEPS,
    **correcting.STEPS,
    "where": setting.WHERE,
    "typed": Question(
        line("What you wrote"),
        _keep,
        _kept_read,
        wordless=True,
        closed=line("The button is gone; written once more, the words can be kept."),
    ),
}
"""Every question that a client can be asked."""
