"""What a coach writes: answers to what is being asked, commands, free words. Only own clients, always."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from bot.core.base.line import line
from bot.core.talk import beside
from bot.core.talk.exchange import Dialogue
from bot.i18n import texts
from bot.people import alerting, arranging, commands, credentials, dialogue, placing, previewing
from bot.people.coach import (
    admitting,
    assigning,
    booking,
    calendar,
    card,
    coach_commands,
    consulting,
    countersigning,
    enrolling,
    filling,
    goalsetting,
    granting,
    handing,
    holiday,
    hurried,
    matters,
    meeting,
    noticing,
    noting,
    overview,
    playing,
    posting,
    presenting,
    questioning,
    replying,
    series,
    several,
    sparing,
    speech,
    suggesting,
    undoing,
    welcoming,
    witnessing,
)
from bot.people.coach.matters import CoachMatter
from bot.people.dialogue import Question
from bot.people.turn import Turn, send
from bot.store import people
from bot.store.people import Coach
from bot.telegram import Message


def heard(turn: Turn, coach: Coach, message: Message, alone: bool) -> bool:
    """Words: an answer to the question that is being asked. False where they are for another room.

    ``alone``: nobody else in this chat has a use for them, so the question is asked once more.
    """
    if coach.state == "active" and calendar.sent(turn, coach, message):
        return True
    if coach.state == "active" and alerting.heard(turn, coach, message):
        return True
    asked = standing(turn, coach)
    if coach.state == "active" and replying.heard(turn, coach, message):
        if asked is not None:
            dialogue.unchanged(turn, coach.id, asked, STEPS[asked.step])
        return True
    if asked is None and coach.state == "active" and previewing.heard(turn, message):
        return True
    if asked is not None and alone and (order := _order(turn, coach, asked, message)) is not None:
        _done_beside(turn, coach, asked, message.text, order)
        return True
    if asked is not None and (value := _read(turn, coach, asked, message)) is not None:
        answered(turn, coach, asked, value, message)
        return True
    if coach.state == "active" and noticing.heard(turn, coach, message):
        return True
    words = "" if message.file or message.origin else message.text
    if alone and coach.state == "active" and _beside(turn, coach, asked, beside.kind(words)):
        return True
    look = matters.beside if asked is not None else partial(matters.plain, free=True)
    meant = look(turn, coach, words) if alone and words else None
    if meant is not None and coach.state == "active":
        if asked is not None:
            dialogue.end(turn, coach.id)
            dialogue.unchanged(turn, coach.id, asked, STEPS[asked.step])
        matters.heard(turn, coach, words, meant)
        return True
    if asked is not None and alone:
        dialogue.still_open(turn, coach.id, asked, STEPS[asked.step], joining=coach.state == "joining")
        return True
    if asked is not None:
        dialogue.end(turn, coach.id)
        dialogue.unchanged(turn, coach.id, asked, STEPS[asked.step])
        return False
    if coach.state == "joining" and alone:
        go_on(turn, coach)
        return True
    return False


def reworded(turn: Turn, coach: Coach, message: Message) -> bool:
    """Whether an edit makes another order of words that are being shown back: then that one is shown back."""
    asked = standing(turn, coach)
    if asked is None or coach.state != "active" or message.file or message.origin:
        return False
    if not dialogue.shown_back(turn, asked, message):
        return False
    if (order := matters.plain(turn, coach, message.text, True)) is None:
        return False
    dialogue.end(turn, coach.id)
    matters.heard(turn, coach, message.text, order)
    return True


def _order(turn: Turn, coach: Coach, asked: Dialogue, message: Message) -> CoachMatter | None:
    """What words plainly order while a draft waits for a yes; None where they may be meant for it."""
    waits = STEPS[asked.step].drafts and coach.state == "active"
    if not waits or message.reply_to is not None or message.file or message.origin:
        return None
    whom = asked.draft.get("client")
    return matters.order(turn, coach, message.text) or matters.for_another(turn, coach, whom, message.text)


def _done_beside(turn: Turn, coach: Coach, asked: Dialogue, words: str, order: CoachMatter) -> None:
    """It is done, and the draft stays open; where it asks something itself, the draft stands in the chat."""
    matters.heard(turn, coach, words, order)
    now = dialogue.standing(turn, coach.id)
    if now is None or now.id == asked.id:
        return dialogue.still_open(turn, coach.id, asked, STEPS[asked.step])
    return dialogue.unchanged(turn, coach.id, asked, STEPS[asked.step])


def names_somebody(turn: Turn, coach: Coach, message: Message) -> bool:
    """Whether words outside of any question name a client of theirs: then they can be about that client."""
    return standing(turn, coach) is None and not message.file and matters.named(turn, coach, message.text)


def _beside(turn: Turn, coach: Coach, asked: Dialogue | None, kind: str) -> bool:
    """A way out, help, thanks, a greeting: answered, and a question that is asked stands but for the first two."""
    t = texts(coach.language)
    match kind:
        case "leave":
            cancelled(turn, coach, asked) if asked is not None else coach_commands.nothing_open(
                turn, coach, ""
            )
        case "help":
            if asked is not None:
                dialogue.end(turn, coach.id)
                dialogue.unchanged(turn, coach.id, asked, STEPS[asked.step])
            coach_commands.help(turn, coach)
        case "thanks":
            pass  # a sign under it is all that thanks ask for
        case "greeting":
            send(turn, coach.id, t.t("Hello. /help shows what there is."))
        case "unwell":
            said = t.t("Thank you for saying so. No person reads it here. /holiday is for days away.")
            send(turn, coach.id, said)
        case _:
            return False
    if asked is not None and kind in ("greeting", "unwell"):
        dialogue.still_open(turn, coach.id, asked, STEPS[asked.step])
    return True


def received(turn: Turn, chat: int, body: Mapping[str, Any]) -> None:
    """The text of a calendar file that a coach sent."""
    mine = people.coach(turn.tx, chat)
    if mine is not None and mine.state == "active":
        calendar.received(turn, mine, body.get("text"))


def standing(turn: Turn, coach: Coach) -> Dialogue | None:
    """The question that this coach is being asked as a coach."""
    asked = dialogue.standing(turn, coach.id)
    return asked if asked is not None and asked.role == "coach" else None


def _read(turn: Turn, coach: Coach, asked: Dialogue, message: Message) -> str | None:
    alone, through = people.client(turn.tx, coach.id) is None, STEPS[asked.step].through
    if asked.step == "welcome" and credentials.spoken(message.file):
        return message.file
    if not dialogue.for_it(turn, asked, message, alone, through):
        return None
    if (value := dialogue.typed(turn, coach.id, asked, message.text)) is not None:
        return value
    kind = beside.kind(message.text)
    if kind in ("unsure", "help") or (kind and not STEPS[asked.step].courteous):
        return None  # no name, no place and nothing for a client
    words = placing.said(message) if asked.step == "zone" else message.text
    return STEPS[asked.step].read(turn, coach, asked, words)


def answered(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None = None) -> None:
    """An answer to the question, by words or a tap."""
    if value == dialogue.LEAVE:
        return cancelled(turn, coach, asked)
    return STEPS[asked.step].take(turn, coach, asked, value, message)


def cancelled(turn: Turn, coach: Coach, asked: Dialogue) -> None:
    """The way out: nothing is changed."""
    dialogue.end(turn, coach.id)
    t = texts(coach.language)
    joining = coach.state == "joining"
    if joining:
        return send(turn, coach.id, t.t("Left here. /start goes on, whenever you like."))
    what = dialogue.about(turn, coach.id, asked, STEPS[asked.step])
    return send(turn, coach.id, t.t("{about}: left as it was.", about=what))


def cancel_of(turn: Turn, coach: Coach, words: str) -> bool:
    """/cancel and a client or a day: that coaching session is offered; False where the words name neither."""
    asked = standing(turn, coach)
    offered = speech.to_cancel(turn, coach, words) if coach.state == "active" else None
    if offered is None:
        return False
    if asked is not None and asked.step == "which" and asked.draft.get("offer") == offered:
        dialogue.still_open(turn, coach.id, asked, STEPS[asked.step])
        return True
    if asked is not None:
        dialogue.end(turn, coach.id)
        dialogue.unchanged(turn, coach.id, asked, STEPS[asked.step])
    speech.heard(turn, coach, f"cancel {words}")
    return True


def lapsed(turn: Turn, coach: Coach, asked: Dialogue, message: Message | None) -> None:
    """Its time has passed; it is said to who answers it all the same."""
    meant = message is not None and _read(turn, coach, asked, message) is not None
    dialogue.close(turn, coach.id, asked, STEPS[asked.step])
    if replying.lapsed(turn, coach, asked):
        return
    if meant:
        dialogue.unchanged(turn, coach.id, asked, STEPS[asked.step])


def go_on(turn: Turn, coach: Coach) -> None:
    """Who is still joining is asked what is not known yet."""
    return enrolling.ask_zone(turn, coach, "") if coach.name else enrolling.ask_name(turn, coach)


def command(turn: Turn, coach: Coach, word: str, rest: str) -> bool:
    """A command of the coach's; False when there is none of that name. Joining comes first."""
    found = commands.find(coach_commands.COMMANDS, word)
    if found is None or (word == "cancel" and people.client(turn.tx, coach.id)):
        return False
    if coach.state == "joining":
        go_on(turn, coach)
    else:
        found.run(turn, coach, rest)
    return True


def _placed(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    if said := enrolling.zone_said(turn, coach, asked, value, message):
        send(turn, coach.id, said + "\n\n" + commands.listed(texts(coach.language), coach_commands.COMMANDS))


STEPS: dict[str, Question[Coach]] = {
    "name": Question(
        line("Your name"),
        enrolling.name_said,
        enrolling.name_read,
        line("A name works, also as in: my name is Kim."),
        "start",
    ),
    "named": Question(
        line("Your name"),
        enrolling.sure,
        enrolling.sure_read,
        line("A yes is enough, or another name."),
        "start",
    ),
    "zone": Question(
        line("Your place"),
        _placed,
        enrolling.zone_read,
        line("A larger city nearby works, or the time where you are, like 14:35."),
        "zone",
    ),
    **arranging.STEPS,
    **assigning.STEPS,
    **questioning.STEPS,
    **admitting.STEPS,
    **noting.STEPS,
    **filling.STEPS,
    **consulting.STEPS,
    **goalsetting.STEPS,
    **countersigning.STEPS,
    **witnessing.STEPS,
    **sparing.STEPS,
    **suggesting.STEPS,
    **granting.STEPS,
    **booking.STEPS,
    **meeting.STEPS,
    **series.STEPS,
    **card.STEPS,
    **holiday.STEPS,
    **hurried.STEPS,
    **several.STEPS,
    **undoing.STEPS,
    **calendar.STEPS,
    **overview.STEPS,
    **posting.STEPS,
    **presenting.STEPS,
    **welcoming.STEPS,
    **playing.STEPS,
    **handing.STEPS,
    **replying.STEPS,
    **matters.STEPS,
}
"""Every question that a coach can be asked."""
