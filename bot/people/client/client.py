"""What a client writes: words and files, edits of them, commands."""

from collections.abc import Callable
from functools import partial

from bot.core.talk.exchange import Dialogue
from bot.core.talk.prompt import meant
from bot.core.talk.spoken import act_of, rests, stops
from bot.core.understand.calling import Calling
from bot.core.understand.confidence import unshares
from bot.core.understand.inquiry import inquiry
from bot.core.understand.loss import mourns
from bot.core.understand.query import amiss, asks_seen, command_in
from bot.core.understand.removal import Removal, deleted_there, removal
from bot.core.understand.revoking import revoking
from bot.core.understand.sharing import may_share, opens_up, shares, shares_again
from bot.core.understand.wondering import wondering
from bot.i18n import phrases, texts
from bot.people import (
    announcing,
    commands,
    dialogue,
    heeding,
    planning,
    receipts,
    reflecting,
    repairing,
    respite,
)
from bot.people.client import (
    addressing,
    age,
    confiding,
    correcting,
    edits,
    errands,
    filing,
    form_wished,
    handling,
    helpcard,
    hours_in_words,
    idle,
    joining,
    journal,
    open_question,
    pausing,
    person,
    plain_answer,
    remarked,
    returning,
    set_in_words,
    setting,
    tongue,
    unsaying,
    withdrawing,
)
from bot.people.client import client_commands as own
from bot.people.client import help as own_help
from bot.people.turn import Rows, Turn, send
from bot.store import imprints, people, reflections
from bot.store.people import Client
from bot.telegram import Message

LONGEST = 150
"""Letters of what asks something of the bot; each reading has its own bound, and none a higher one."""

# ---- words -------------------------------------------------------------------------------------


def heard(turn: Turn, client: Client, message: Message) -> None:
    """Words or a file are taken; who comes back with them after a long silence is welcomed then."""
    if helpcard.typed(turn, client, message) or age.says(turn, client, message):
        return
    back = returning.comes_back(turn, client)
    if back:
        planning.back(turn, client)
    if back and returning.says_so(client, message):
        returning.welcome(turn, client)
        return
    _heard(turn, client, message)
    after = people.client(turn.tx, client.id) if back and not _heavy(turn, client, message) else None
    if after is None or respite.until(turn, after) is not None:
        return
    if (asked := open_question.standing(turn, client)) is None or asked.step == "typed":
        returning.welcome(turn, client)


def _heavy(turn: Turn, client: Client, message: Message) -> bool:
    """Words to which no welcome fits: for a person, a refusal, a loss."""
    own_words = message.own
    return bool(person.asked(turn, client, message)) or stops(own_words) or mourns(own_words)


def endangered(turn: Turn, client: Client, message: Message) -> None:
    """Words that say a danger outright: where help is comes first, and no setting takes any of them."""
    if client.state == "joining":
        return joining.endangered(turn, client, message)
    if helpcard.typed(turn, client, message):
        return None
    if returning.comes_back(turn, client):
        planning.back(turn, client)
    asked = open_question.standing(turn, client)
    to_it = asked is not None and dialogue.for_it(turn, asked, message, alone=False)
    if asked is not None:
        dialogue.end(turn, client.id)
    if to_it or _behind_command(message) or dialogue.closed(turn, message, "client") is not None:
        filing.apart(turn, client, message)
    else:
        filing.look(turn, client, message)
        filing.file(turn, client, message)
    if asked is not None:
        open_question.left(turn, client, asked)
        dialogue.unchanged(turn, client.id, asked, open_question.STEPS[asked.step])
    return None


def _behind_command(message: Message) -> bool:
    return not message.file and not message.origin and commands.read(message.text) is not None


def _heard(turn: Turn, client: Client, message: Message) -> None:
    """An answer to the question that is being asked, else what they would be without it."""
    if handling.said(turn, client, message):
        return None
    asked = open_question.standing(turn, client)
    if (whom := person.asked(turn, client, message)) and client.state != "joining":
        return _for_person(turn, client, asked, message, whom)
    if client.state == "joining" and heeding.faint(turn, client, message.own):
        return joining.bleak(turn, client, message)
    if client.state == "joining" and stops(message.text):
        return joining.leave(turn, client)
    if asked is not None and asked.step in setting.STEPS and heeding.faint(turn, client, message.own):
        return _aside(turn, client, asked, message)  # no name, no place and no hours, whatever it looks like
    short = len(message.text) <= LONGEST
    wish = "?" not in message.text and confiding.said(turn, client, message)  # "esto es privado" can be both
    said = plain_answer.of(turn, client, message.text) if short and not wish else None
    if said and _asks(turn, client, message):
        return _query(turn, client, asked, message, said)
    if asked is not None and (value := open_question.read(turn, client, asked, message)) is not None:
        if open_question.STEPS[asked.step].goes and confiding.said(turn, client, message):
            return _kept_back(turn, client, asked, message)
        open_question.answered(turn, client, asked, value, message)
        return filing.faint(turn, client, message)
    if asked is not None and (why := open_question.refused(turn, client, asked, message)) is not None:
        is_joining = client.state == "joining"
        return dialogue.still_open(
            turn, client.id, asked, open_question.STEPS[asked.step], joining=is_joining, why=why
        )
    if asked is not None and remarked.of_setting(turn, client, asked, message):
        return _explained(turn, client, asked)
    if client.state == "joining":
        return joining.unread(turn, client, message)
    return _unasked(turn, client, asked, message)


def _for_person(turn: Turn, client: Client, asked: Dialogue | None, message: Message, whom: Calling) -> None:
    """A person is asked for: what is true of that comes before any other reading of the words."""
    if whom in ("other", "there") and _asks(turn, client, message):
        return _query(turn, client, asked, message, *person.answer(turn, client, whom))
    return _told(turn, client, asked, message)


def _explained(turn: Turn, client: Client, asked: Dialogue) -> None:
    """What answers the question of a setting is said once more; that it was not understood is kept nowhere."""
    step, joining_now = open_question.STEPS[asked.step], client.state == "joining"
    works = texts(client.language).line(step.works)
    return dialogue.still_open(turn, client.id, asked, step, joining=joining_now, why=works)


def _unasked(turn: Turn, client: Client, asked: Dialogue | None, message: Message) -> None:
    """Words that answer no question of a setting: a command or a wish in words, else something to keep."""
    if len(message.text) > LONGEST:
        return _told(turn, client, asked, message)
    if _revokes(turn, client, asked, message) or _deleted_there(turn, client, asked, message):
        return None
    if (about := remarked.of(turn, client, message.text)) and _of_prompt(turn, client, message):
        return _query(turn, client, asked, message, *about)
    if (wish := form_wished.of(turn, client, message.text)) and _asks(turn, client, message):
        return _query(turn, client, asked, message, *wish)
    if _runs(turn, client, asked, message):
        return None
    if (language := tongue.wished(client, message.text)) and _plain(turn, client, message):
        return _language(turn, client, asked, message, language)
    if (which := unshares(message.text)) and _plain(turn, client, message):
        open_question.make_room(turn, client, asked)
        return journal.unshare(turn, client, which)
    if (gives := _gives(turn, client, message)) is not None and _plain(turn, client, message):
        open_question.make_room(turn, client, asked)
        return gives()
    word = _word_in(turn, client, message.text)
    if word and {"help": _plain, "why": _of_prompt}.get(word, _asks)(turn, client, message):
        return _named(turn, client, asked, message, word)
    if (gone := removal(message.text)) and _plain(turn, client, message):
        return _deletes(turn, client, asked, message, gone)
    if (hours := hours_in_words.wished(turn, client, message.text)) and _plain(turn, client, message):
        open_question.make_room(turn, client, asked)
        return hours_in_words.offer(turn, client, hours, message)
    if (change := set_in_words.of(turn, client, message.text)) and _plain(turn, client, message):
        open_question.make_room(turn, client, asked)
        return change(message)
    if idle.resumes(turn, client, message.text) and _idle(turn, client, asked, message):
        return None
    if (rest := pausing.asked_for(turn, client, message)) and _plain(turn, client, message):
        open_question.make_room(turn, client, asked)
        filing.bleak(turn, client, message)
        return rest()
    if (asked is None or asked.step == "typed") and _idle(turn, client, asked, message):
        return None
    return _told(turn, client, asked, message)


def _told(turn: Turn, client: Client, asked: Dialogue | None, message: Message) -> None:
    """Words that ask nothing of the bot are kept; they may still be for a question whose time has passed."""
    filing.look(turn, client, message)
    if asked is None and (matter := addressing.of(turn, client, message)) and _asks(turn, client, message):
        return addressing.offer(turn, client, message, matter)
    if asked is None:
        if not _to_closed(turn, client, message):
            _file(turn, client, message)
        return None
    return _aside(turn, client, asked, message)


def _gives(turn: Turn, client: Client, message: Message) -> Callable[[], None] | None:
    """What shares what was written last, or what was held back, where a whole message asks for it.

    Where it is said of somebody ("she can see that"), or before words of its own, it is asked back.
    """
    coach, words = people.coach_name(turn.tx, client.coach_id), message.text
    head, _, told = words.partition(":")
    if told.strip() and (shares(head, coach) or may_share(head, coach)):
        return partial(_offers, turn, client, message)
    if may_share(words, coach):
        return partial(confiding.offer, turn, client)
    if (about := shares_again(words, coach)) is not None:
        return partial(journal.share, turn, client, about, again=True)
    return partial(journal.share, turn, client) if shares(words, coach) else None


def _offers(turn: Turn, client: Client, message: Message) -> None:
    """Words that begin with who may read them are kept, and shared at a tap."""
    filing.note(turn, client, message, private=True, answered=True)
    filing.bleak(turn, client, message)
    confiding.offer(turn, client)


def _runs(turn: Turn, client: Client, asked: Dialogue | None, message: Message) -> bool:
    """Whether something was asked of the bot that it has a place for: it is done, or what is true of it is said."""
    if not _asks(turn, client, message):
        return False
    if said := errands.answer(turn, client, message.text):
        _query(turn, client, asked, message, *said)
        return True
    if (run := errands.command(turn, client, message.text)) is None:
        return False
    word, value = run
    if value and _set_at_once(turn, client, word, value):  # the days are shown back before they hold
        return True
    _named(turn, client, asked, message, word)
    return True


def _language(turn: Turn, client: Client, asked: Dialogue | None, message: Message, language: str) -> None:
    """A language is wished for in words: a yes changes it; who is spoken to in it already reads so."""
    open_question.make_room(turn, client, asked)
    own.beside(turn, client)
    if language == texts(client.language).language:
        return tongue.show(turn, client)
    return tongue.ask(turn, client, language, message)


def _revokes(turn: Turn, client: Client, asked: Dialogue | None, message: Message) -> bool:
    """Whether consent or sharing is withdrawn in words, which holds at once, or the coach may see all from now on.

    None of it is kept. To share more is asked once more; to share less never is.
    """
    coach = people.coach_name(turn.tx, client.coach_id)
    what = revoking(message.text, coach) or ("opens" if opens_up(message.text, coach) else "")
    if what not in ("consent", "sharing", "opens") or not _plain(turn, client, message):
        return False
    open_question.make_room(turn, client, asked)
    own.beside(turn, client)
    if what == "sharing":
        setting.private(turn, client)
    elif what == "opens":
        setting.sharing(turn, client)
    else:
        withdrawing.ask(turn, client)
    return True


def _deleted_there(turn: Turn, client: Client, asked: Dialogue | None, message: Message) -> bool:
    """Whether somebody deleted a message in the chat and believes it gone: what is true, and a way to erase it.

    What it is about is held back until that is decided; the question itself is not kept.
    """
    about = deleted_there(message.text)
    if about is None or not _plain(turn, client, message):
        return False
    open_question.make_room(turn, client, asked)
    own.beside(turn, client)
    send(turn, client.id, own_help.deleting(texts(client.language)), silent=True)
    if not about or correcting.wished(turn, client, Removal(about)) is not None:
        unsaying.ask(turn, client)
    return True


def _deletes(turn: Turn, client: Client, asked: Dialogue | None, message: Message, wish: Removal) -> None:
    """Something written shall be gone: which it is is shown and asked once; the words that ask it are not kept."""
    open_question.make_room(turn, client, asked)
    own.beside(turn, client)
    if wish.message:
        return unsaying.ask(turn, client)
    if (none := correcting.wished(turn, client, wish)) is not None:
        text = none + " " + texts(client.language).t("Nothing was kept or changed.")
        open_question.ask_to_keep(turn, client, text, message)
    return None


def _word_in(turn: Turn, client: Client, words: str) -> str | None:
    """The command that a whole message names, or whose answer it asks for: what was seen stands in /answers."""
    word = command_in(words) or _TAKEN_BACK.get(revoking(words))
    if word == "now" and reflections.open_of(turn.tx, client.id) is not None:
        return None  # an open question reads its own labels, and none of a menu above
    if word or len(words) > 60:
        return word
    if remarked.why(turn, client, words):
        return "why"
    coach = people.coach_name(turn.tx, client.coach_id)
    if wondering(words, coach) == "seen":
        return "shared"
    return "answers" if asks_seen(words, coach) or inquiry(words, coach) == "seen" else None


_TAKEN_BACK = {"delete": "unsay", "erase": "erase"}


def _idle(turn: Turn, client: Client, asked: Dialogue | None, message: Message) -> bool:
    """Words for a question that is not there, or a name that was not asked for: what is true, and an offer."""
    filing.look(turn, client, message)
    name = idle.name(turn, client, message)
    said = None if name else idle.answer(turn, client, message)
    if not (name or said) or not _plain(turn, client, message):
        return False
    open_question.make_room(turn, client, asked)
    if name:
        setting.offer_name(turn, client, name, message)
    elif said:
        open_question.ask_to_keep(turn, client, said, message, idle.rows(turn, client, message))
    return True


def rests_now(turn: Turn, message: Message) -> bool:
    """Whether an edit makes a wish for a pause of what was kept: for how long is asked, and that stays kept."""
    me = people.client(turn.tx, message.chat_id)
    if me is None or me.state not in ("active", "paused") or not _plain(turn, me, message):
        return False
    if not rests(message.text) and not pausing.says(turn, me, message.text):
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
    dialogue.unchanged(turn, client.id, asked, open_question.STEPS[asked.step])
    confiding.hidden(turn, client, message)


def _to_closed(turn: Turn, client: Client, message: Message) -> bool:
    """Words for a question whose time has passed: that nothing is changed is said; a reply is kept privately."""
    step = None if message.file or message.origin else dialogue.closed(turn, message, "client")
    if step is None or step not in open_question.STEPS or open_question.STEPS[step].wordless:
        return False
    past = Dialogue(0, "client", step, {}, turn.now, None, None)
    if message.reply_to is None:
        if open_question.read(turn, client, past, message, to=True) is None:
            return False
        _file(turn, client, message)
    else:
        filing.note(turn, client, message, private=True, answered=True)
    dialogue.unchanged(turn, client.id, past, open_question.STEPS[step])
    return True


def _asks(turn: Turn, client: Client, message: Message) -> bool:
    """Whether words can be a mere question to the bot: not where they may need a person ("what's the point")."""
    return _plain(turn, client, message) and not heeding.needs_person(turn, client, message.own)


def _plain(turn: Turn, client: Client, message: Message) -> bool:
    """Whether words stand for themselves: no reply, nothing passed on, and no button of the prompt in sight."""
    if message.reply_to or message.file or message.origin:
        return False
    row = reflections.open_of(turn.tx, client.id)
    return row is None or not reflecting.presses(turn, row, message.text)


def _of_prompt(turn: Turn, client: Client, message: Message) -> bool:
    """The same for a remark about a question: behind an announcement it is about that, as anything is."""
    return _asks(turn, client, message) and not announcing.meant(turn, client, message)


def _query(
    turn: Turn, client: Client, asked: Dialogue | None, message: Message, answer: str, rows: Rows = ()
) -> None:
    """Who asks a plain question reads the answer at once; it answers nothing itself, unless they say so."""
    if client.state == "joining":
        send(turn, client.id, answer)
        return joining.ask_again(turn, client)
    open_question.make_room(turn, client, asked)
    own.beside(turn, client)
    t = texts(client.language)
    text = answer + " " + t.t("Nothing was kept or changed.")
    if heeding.called(turn, client, message.own):
        text = filing.helped_first(turn, client, text)
    return open_question.ask_to_keep(turn, client, text, message, rows)


def _named(turn: Turn, client: Client, asked: Dialogue | None, message: Message, word: str) -> None:
    """A command without its slash is done as one; the word is kept only if it was meant as it stands."""
    open_question.make_room(turn, client, asked)
    text = texts(client.language).t("Read as {command}; the word is not kept.", command=f"/{word}")
    if word in ("change", "erase", "unsay"):  # they ask, and their question stands last
        send(turn, client.id, text, silent=True)
        own.run(turn, client, word, "")
        return None
    own.run(turn, client, word, "")
    return open_question.ask_to_keep(turn, client, text, message)


def _file(turn: Turn, client: Client, message: Message) -> None:
    """Words of a client's own, unless they ask for an end: "stop" as a whole message never leads on."""
    small = errands.small(turn, client, message.text) and _plain(turn, client, message)
    if small and not announcing.meant(
        turn, client, message
    ):  # "ok" to a session that was moved is for the coach
        return filing.put_by(turn, client, message)
    row = reflections.open_of(turn.tx, client.id)
    if row is None and stops(message.text) and not message.reply_to:
        filing.bleak(turn, client, message)
        if client.state != "stopped":
            return pausing.stop(turn, client, typed=message)
        filing.put_by(turn, client, message)
        return pausing.stop(turn, client)
    if row is not None and row.reflection.halt and not message.reply_to and _all_of_it(client, message.text):
        filing.bleak(turn, client, message)
        return pausing.everything(turn, client)
    filing.file(turn, client, message)
    if row is None and amiss(message.text) and _plain(turn, client, message):
        repairing.offer(turn, client)
    return None


def _all_of_it(client: Client, words: str) -> bool:
    """Asked what a stop meant: whether words say that everything stops, as the word said once more does."""
    act = meant(words, phrases(client.language))
    return act == "halt:all" or (act is None and stops(words))


def _aside(turn: Turn, client: Client, asked: Dialogue, message: Message) -> None:
    """Words beside the question: they are filed; after a note it is asked once more, else it has lapsed.

    "Stop" as a whole message is that, whatever is being asked.
    """
    step = open_question.STEPS[asked.step]
    if stops(message.text) and not message.reply_to:
        dialogue.end(turn, client.id)
        open_question.left(turn, client, asked)
        dialogue.unchanged(turn, client.id, asked, step)
        return _file(turn, people.client(turn.tx, client.id) or client, message)
    if asked.step == "stop":
        return _instead_of_yes(turn, client, asked, message)
    again = asked.step in setting.STEPS and asked.step != "named" and "again" not in asked.draft
    tried = reflections.open_of(turn.tx, client.id) is None or dialogue.for_it(
        turn, asked, message, alone=False
    )
    if not (again and tried):
        dialogue.end(turn, client.id)
        open_question.left(turn, client, asked)
        me, grave = people.client(turn.tx, client.id) or client, heeding.grave(turn, client, message.own)
        if asked.step == "sharing" and not grave and dialogue.for_it(turn, asked, message, alone=False):
            filing.note(
                turn, me, message, private=True
            )  # no answer to the prompt above, which the coach reads
        else:
            filing.file(turn, me, message)
        receipts.after(turn, message, kept=True)
        return dialogue.unchanged(turn, client.id, asked, step)
    if asked.step == "sharing" and not heeding.grave(turn, client, message.own):
        filing.note(turn, client, message, private=True)  # no answer to the prompt above here either
    else:
        filing.file(turn, client, message, private=message.reply_to is not None)
    receipts.after(turn, message, kept=True)
    return dialogue.still_open(turn, client.id, asked, step)


def _instead_of_yes(turn: Turn, client: Client, asked: Dialogue, message: Message) -> None:
    """Asked whether all shall stop, words that say neither yes nor no: kept privately, and nothing is stopped."""
    dialogue.end(turn, client.id)
    open_question.filed(turn, client, asked)
    if heeding.grave(turn, client, message.own) or message.reply_to:
        filing.file(turn, client, message, private=True)
    else:
        filing.note(turn, client, message, private=True, answered=True)
    return dialogue.unchanged(turn, client.id, asked, open_question.STEPS[asked.step])


def edited(turn: Turn, client: Client, message: Message, kept: bool) -> None:
    """An edit, of what was ``kept`` or of what was not; the latter keeps nothing, and that is said once."""
    asked, told = open_question.standing(turn, client), imprints.told(turn.tx, client.id, message.message_id)
    if kept:
        edits.of_kept(turn, client, message)
    if not kept and heeding.outright(turn, client.language, message):
        held = asked is not None and edits.of_held(turn, asked, message)
        return edits.endangered(turn, client, message) if held else endangered(turn, client, message)
    if client.state == "joining" and not joining.agreed(turn, client):
        return None if told else joining.unread(turn, client, message)
    meant = asked is not None and not kept and edits.rewritten(turn, asked, message)
    if (
        asked is not None
        and (meant or client.state == "joining")
        and (value := open_question.read(turn, client, asked, message, to=meant))
    ):
        return open_question.answered(turn, client, asked, value, message)
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
    elif word in joining.AT_ONCE and joining.agreed(turn, client):
        own.run(turn, client, word, rest)
    elif word != "start":
        text = texts(client.language).t("{command} is there once you have begun.", command=f"/{word}")
        send(turn, client.id, text)
    joining.ask_again(turn, client)
    return True


def _set_at_once(turn: Turn, client: Client, word: str, rest: str) -> bool:
    """What stands behind a setting's command is the first thing typed to it; False where it says no such value."""
    if (step := setting.COMMANDS.get(word)) is None:
        return False
    asked = Dialogue(0, "client", step, {}, turn.now, None, None)
    said = Message(client.id, 0, rest, turn.now)
    if (value := open_question.read(turn, client, asked, said, to=True)) is None:
        return False
    own.beside(turn, client)
    open_question.answered(turn, client, asked, value, said)
    return True


def unknown(turn: Turn, client: Client, message: Message, said: str) -> None:
    """What was written is no command: the nearest are offered; it is kept only if it was meant as it stands."""
    t = texts(client.language)
    if client.state == "joining":
        send(turn, client.id, said)
        return joining.ask_again(turn, client)
    if language := tongue.wished(client, message.text):  # "/sprache deutsch"
        return _language(turn, client, None, message, language)
    pressed = commands.read(message.text)
    if pressed and act_of(pressed[0]) == "pass":
        said = t.t("Pass is a button under the question; the word without the slash does the same.")
    text = said + " " + t.t("Nothing was kept or changed.")
    return open_question.ask_to_keep(turn, client, text, message)
