"""A dialogue with a person: one question about a setting or an arrangement, until it is answered or left.

It is left by its own button, by /cancel, by choosing anything else, by a prompt being shown, and after 15
minutes, when its own message says so. Its buttons carry its number, so that none of them acts once it is over.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Generic, TypeVar

from bot.core.base.line import Line, Value, line
from bot.core.talk import beside
from bot.core.talk.exchange import LASTS, Dialogue, Role, meant, over
from bot.core.talk.spoken import bare as compared
from bot.core.talk.spoken import plainly
from bot.core.talk.spoken_words import SPANISH_NO, SPANISH_YES
from bot.core.understand.assent import assent
from bot.i18n import Texts, texts
from bot.people import roster
from bot.people.turn import NAMED, Rows, Shows, Turn, fresh_key, send, set_buttons, set_text
from bot.store import dialogues, imprints, people
from bot.store.people import Client
from bot.telegram import Message, escape

LEAVE = "leave"
"""The value of the button that leaves a question as it is."""

SHOWN = "shown"
"""Where a draft keeps its question as it was asked, so that it can be asked once more."""

BEFORE = "before"
"""Where a draft keeps words of its writer that newer ones would take the place of."""

STAYS = "stays"
"""Where a draft says that the buttons of its message are the message's own and outlive the question."""

EARLIER, SCREENS = "earlier", 20
"""Where a draft keeps the messages that asked the same before: quick words were typed under one of them."""

ASKED = "asked "
"""What the purpose of a question's message begins with, before whom it asks and what."""

SOON = timedelta(hours=1)
"""Words so soon behind a question that is closed can have been meant for it."""

SHOWN_WITHIN = timedelta(seconds=10)
"""What is written is shown back in this time."""

TAP = line("A tap on one of these is enough.")

YES = (
    *("yes", "y", "ok", "okay", "ja", "jo", "si", "sí", "oui", "да", "نعم", "اجل", "yeah", "yep", "sure"),
    *(
        "yup",
        "right",
        "that's right",
        "passt",
        "passt so",
        "das passt",
        "gern",
        "gerne",
        "klar",
        "jep",
        "jup",
    ),
    *SPANISH_YES,
    *("correct", "exactly", "genau", "richtig", "stimmt", "صحيح", "بالضبط"),
)
NO = (
    "no",
    "n",
    "nope",
    "nah",
    "not now",
    "nein",
    "nö",
    "nee",
    "non",
    "нет",
    "لا",
    *SPANISH_NO,
)

Person = TypeVar("Person")

WAS = "was"
"""Where a draft keeps which answers were shared until it was asked whether they shall be gone."""

UNDECIDED = line(
    "That was not decided, so nothing is erased. It is kept for you alone meanwhile: /answers shares it again, "
    "/unsay asks once more."
)


@dataclass(frozen=True, slots=True)
class Question(Generic[Person]):
    """One question: what it is about, how words for it are read, and what an answer does.

    ``read`` gives the value that words stand for, None where they are no such value. ``take`` is given that
    value with its message, or the one of a button without. ``works`` says what would be a value. ``left``:
    what follows where it is never answered. ``refuse``: why words that are a value cannot be taken, None where
    they are none.
    """

    about: Line
    take: Callable[[Turn, Person, Dialogue, str, Message | None], None]
    read: Callable[[Turn, Person, Dialogue, str], str | None] = lambda *_: None
    works: Line = TAP
    again: str = "menu"  # the command that asks it again
    left: Callable[[Turn, Person, Dialogue], None] = lambda *_: None
    refuse: Callable[[Turn, Person, Dialogue, str], str | None] = lambda *_: None
    goes: bool = False  # what is written to it is read by the coach
    wordless: bool = False  # its end needs no word
    drafts: str = ""  # where its draft keeps the writer's own words for somebody
    through: bool = False  # it takes words although other messages came since: they are shown back first
    courteous: bool = False  # thanks and a greeting can be its answer
    closed: Line | None = None  # what its message says once its time has passed, where that is not the usual
    beside: Line | None = None  # what is said where something else is chosen, where that is not the usual


def ask(
    turn: Turn,
    chat_id: int,
    role: Role,
    step: str,
    text: str,
    rows: Rows = (),
    *,
    draft: Mapping[str, Any] | None = None,
    joining: bool = False,
    leave: str = "",
    about: int | None = None,
    what: str = NAMED,
    lasts: timedelta = LASTS,
) -> None:
    """Ask; any other question of this person is over. ``rows`` hold labels and values, the way out comes last.

    ``joining``: it stands until it is answered. ``leave``: the way out in other words, "-" where a row has one.
    ``about``: the client whose words are in it, so that they go with them; ``what`` they are, for the audit.
    """
    end(turn, chat_id)
    key, until = fresh_key(turn), None if joining else turn.now + lasts
    shown = {"text": text, "rows": rows, "leave": leave, "what": what}
    kept = {SHOWN: shown, **(draft or {})}
    number = dialogues.put(turn.tx, chat_id, role, step, key, now=turn.now, until=until, draft=kept)
    buttons = tuple(tuple((label, f"d:{number}:{step}:{value}") for label, value in row) for row in rows)
    out = leave or _texts(turn, chat_id, role).t("Leave it as it is")
    last: Rows = () if leave == "-" else (((out[:60], f"d:{number}:{step}:{LEAVE}"),),)
    shows = Shows(None, None, f"{ASKED}{role} {step}")
    send(turn, chat_id, text, buttons + last, key=key, shows=shows, about=about, what=what)


def also_in_words(
    turn: Turn,
    chat_id: int,
    role: Role,
    step: str,
    text: str,
    rows: Rows,
    *,
    lasts: timedelta = LASTS,
    silent: bool = False,
) -> None:
    """Say something with buttons of its own, which stay; what is written next may answer it too."""
    before, key = end(turn, chat_id), fresh_key(turn)
    earlier = [*before.draft.get(EARLIER, ()), before.message_id] if before and before.step == step else []
    until, draft = turn.now + lasts, {STAYS: True, EARLIER: earlier[-SCREENS:]}
    dialogues.put(turn.tx, chat_id, role, step, key, now=turn.now, until=until, draft=draft)
    send(turn, chat_id, text, rows, silent=silent, key=key)


def again_in_words(turn: Turn, chat_id: int, role: Role, step: str, message_id: int) -> None:
    """The same for a message that stands in the chat already and was changed."""
    if key := turn.typed.get(message_id) or dialogues.question_at(turn.tx, chat_id, message_id):
        until, draft = turn.now + LASTS, {STAYS: True}
        dialogues.put(turn.tx, chat_id, role, step, key, now=turn.now, until=until, draft=draft)


def standing(turn: Turn, chat_id: int) -> Dialogue | None:
    """The question that stands open with a person; None where there is none, or its time has passed."""
    found = dialogues.get(turn.tx, chat_id)
    return None if found is None or over(found, turn.now) else found


def end(turn: Turn, chat_id: int) -> Dialogue | None:
    """Whatever is being asked is over, and its buttons go; what it was."""
    found = dialogues.get(turn.tx, chat_id)
    if found is None:
        return None
    dialogues.end(turn.tx, chat_id)
    bare(turn, chat_id, found)
    return found


def overtaken(turn: Turn, chat_id: int) -> None:
    """What comes by itself ends what is being asked; of words held back for it, what stands is said first."""
    asked = end(turn, chat_id)
    if asked is not None and WAS in asked.draft:
        send(turn, chat_id, _texts(turn, chat_id, asked.role).line(UNDECIDED), silent=True)


def bare(turn: Turn, chat_id: int, asked: Dialogue | None) -> None:
    """Take the buttons of a question away; those of a message that has its own stay."""
    if asked is not None and asked.message_id and STAYS not in asked.draft:
        set_buttons(turn, chat_id, asked.message_id)


def close(turn: Turn, chat_id: int, asked: Dialogue, step: Question[Any], kept: bool = False) -> None:
    """Its time has passed: its own message says so, and what asks again. ``kept``: so are words that waited."""
    dialogues.end(turn.tx, chat_id)
    if not asked.message_id or STAYS in asked.draft:  # a message with buttons of its own stands as it is
        return
    t = _texts(turn, chat_id, asked.role)
    usual = t.t("Closed: nothing is changed. {command} asks again.", command=f"/{step.again}")
    said = t.line(step.closed) if step.closed is not None else usual
    if kept and step.closed is None and unheld(chat_id, asked.draft):
        said += " " + t.t("The words it was about are kept, for you alone.")
    shown = asked.draft.get(SHOWN, {}).get("text", "")
    set_text(turn, chat_id, asked.message_id, "\n\n".join(filter(None, (shown, said))))


def closed(turn: Turn, message: Message, role: Role) -> str | None:
    """The step of the question that words are for though it is closed: they reply to it, or come soon behind it."""
    found = dialogues.shown(turn.tx, message.chat_id, message.message_id, message.reply_to)
    if found is None or not found.purpose.startswith(f"{ASKED}{role} "):
        return None
    soon = message.reply_to is not None or message.at - found.at < SOON
    return found.purpose.removeprefix(f"{ASKED}{role} ") if soon else None


def step_at(turn: Turn, chat_id: int, message_id: int) -> tuple[str, str]:
    """The role and the step of the question that a message asks or asked; ("", "") where it is none."""
    found = dialogues.shown(turn.tx, chat_id, message_id, message_id)
    purpose = found.purpose if found is not None else ""
    role, _, step = purpose.removeprefix(ASKED).partition(" ") if purpose.startswith(ASKED) else ("", "", "")
    return role, step


def for_it(turn: Turn, asked: Dialogue, message: Message, alone: bool, through: bool = False) -> bool:
    """Whether a message can be meant for the question: a reply to it, or nothing newer had been shown.

    ``through``: what was shown since asks for no words.
    """
    latest = dialogues.shown_before(turn.tx, message.chat_id, message.message_id)
    under = latest if message.reply_to is None else message.reply_to
    return (
        (not message.file or message.point is not None)
        and not message.origin
        and (
            meant(asked, message.reply_to, latest, alone)
            or (under is not None and under in asked.draft.get(EARLIER, ()))
            or (through and message.reply_to is None and asked.message_id is not None)
        )
    )


def still_open(
    turn: Turn, chat_id: int, asked: Dialogue, step: Question[Any], joining: bool = False, why: str = ""
) -> None:
    """Say that the question still stands, and what would answer it; what can be tapped comes along.

    ``why``: what stands against a value that was written.
    """
    t, shown = _texts(turn, chat_id, asked.role), asked.draft.get(SHOWN, {})
    rows = tuple(tuple((label, value) for label, value in row) for row in shown.get("rows", ()))
    still = t.t("Still open: {about}. {works}", about=about(turn, chat_id, asked, step), works=step.works)
    text = why or still
    if rows:  # a yes says nothing without its question
        text += "\n\n" + shown["text"]
    draft, leave = {**asked.draft, **({} if why else {"again": True})}, shown.get("leave", "")
    whose = asked.draft.get("client") if asked.role == "coach" else None
    by = (
        asked.until - turn.now if asked.until and step.closed is not None else LASTS
    )  # a time that was said holds
    ask(
        turn,
        chat_id,
        asked.role,
        asked.step,
        text,
        rows,
        draft=draft,
        joining=joining,
        leave=leave,
        about=whose,
        what=shown.get("what", NAMED),
        lasts=by,
    )


def about(turn: Turn, chat_id: int, asked: Dialogue, step: Question[Any]) -> Value:
    """What a question is about; with the client's name, where a coach is asked about one."""
    client = people.client(turn.tx, asked.draft.get("client") or 0) if asked.role == "coach" else None
    if client is None or client.coach_id != chat_id:
        return step.about
    t = _texts(turn, chat_id, asked.role)
    return t.t("{about} ({name})", about=step.about, name=escape(roster.called(turn, t, client)))


def unchanged(turn: Turn, chat_id: int, asked: Dialogue, step: Question[Any]) -> None:
    """Say in a line that the question is over and nothing came of it."""
    t = _texts(turn, chat_id, asked.role)
    if step.beside is not None:
        return send(turn, chat_id, t.line(step.beside), silent=True)
    if step.wordless:
        return None
    what = about(turn, chat_id, asked, step)
    text = t.t("{about}: nothing is changed. {command} asks again.", about=what, command=f"/{step.again}")
    draft = asked.draft.get(BEFORE) or asked.draft.get(step.drafts, "")
    if draft:  # nobody's words are lost with a question
        text += " " + t.t("It stands here, and went nowhere:") + f"\n<blockquote>{escape(draft)}</blockquote>"
    return send(
        turn, chat_id, text, silent=True, about=asked.draft.get("client") if draft else None, what=NAMED
    )


def typed(turn: Turn, chat_id: int, asked: Dialogue, words: str) -> str | None:
    """What typed words say that a button of the question says: its label, or words that leave it."""
    shown = asked.draft.get(SHOWN, {})
    out = shown.get("leave") or _texts(turn, chat_id, asked.role).t("Leave it as it is")
    if beside.kind(words) == "leave":
        return LEAVE
    return beside.button(words, (*shown.get("rows", ()), ((out, LEAVE),)))


def yes_or_no(words: str) -> str | None:
    """What a typed yes or no means, in the languages of the interface; None for any other words."""
    if "?" in words or "؟" in words:
        return None
    said = [one.replace("أ", "ا") for one in (compared(words), plainly(words))]
    found = next((what for what, known in (("yes", YES), ("no", NO)) for one in said if one in known), None)
    return found or assent(words)


def sure_read(turn: Turn, who: Any, asked: Dialogue, words: str) -> str | None:
    """A typed yes, or a no that leaves it as it is: of a question that asks once before something is done."""
    return {"yes": "yes", "no": LEAVE}.get(yes_or_no(words) or "")


# ---- words that wait for a yes -----------------------------------------------------------------


def shown_back(turn: Turn, asked: Dialogue, message: Message) -> bool:
    """Whether a question was asked because of this message: it came just before it."""
    at = imprints.first(turn.tx, message.chat_id, message.message_id)
    return at is not None and timedelta(0) <= asked.asked_at - at < SHOWN_WITHIN


def held(message: Message) -> dict[str, Any]:
    """A message as a draft keeps it, until it is known what it was meant for."""
    at = message.at.isoformat()
    return {"message": message.message_id, "text": message.text, "at": at, "reply_to": message.reply_to}


def unheld(chat_id: int, draft: Mapping[str, Any], name: str = "held") -> tuple[Message, ...]:
    """The messages that a draft keeps under a name."""
    return tuple(
        Message(
            chat_id,
            one["message"],
            one["text"],
            datetime.fromisoformat(one["at"]),
            reply_to=one["reply_to"],
        )
        for one in draft.get(name, ())
    )


def _texts(turn: Turn, chat_id: int, role: Role) -> Texts:
    person = people.coach(turn.tx, chat_id) if role == "coach" else people.client(turn.tx, chat_id)
    return texts(person.language if person else "")


def ask_setting(turn: Turn, client: Client, step: str, text: str, rows: Rows = (), **more: Any) -> None:
    """Ask a client about a setting; while they join, it can be gone on with later."""
    joining = client.state == "joining"
    leave = texts(client.language).t("Go on later") if joining else ""
    more = {"leave": leave, **more}
    ask(turn, client.id, "client", step, text, rows, joining=joining, **more)
