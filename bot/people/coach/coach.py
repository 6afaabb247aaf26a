"""What a coach can say and do: invite, log coaching sessions, read digests. Only own clients, always."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from bot import places
from bot.core.base import wall
from bot.core.base.line import line
from bot.core.talk import beside
from bot.core.talk.exchange import Dialogue, name_in
from bot.i18n import texts
from bot.people import (
    arranging,
    commands,
    dated,
    dialogue,
    handover,
    placing,
    previewing,
    reconcile,
    roster,
    understood,
    wanted,
)
from bot.people.coach import (
    admitting,
    assigning,
    booking,
    calendar,
    card,
    consulting,
    digesting,
    flagging,
    goalsetting,
    granting,
    handing,
    holiday,
    matters,
    meeting,
    noting,
    overview,
    playing,
    posting,
    presenting,
    questioning,
    replying,
    series,
    speech,
    suggesting,
    undoing,
    upcoming,
    witnessing,
)
from bot.people.commands import Command
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, number, send
from bot.store import people
from bot.store.people import Coach
from bot.telegram import Message, Tap, escape

# ---- joining -----------------------------------------------------------------------------------


def begin(turn: Turn, chat: int, language: str) -> None:
    """A coach came in by an admin's link."""
    mine = people.coach(turn.tx, chat)
    if mine is not None and mine.state == "active":
        return send(
            turn, chat, texts(mine.language).t("You are a coach here already. /help shows what there is.")
        )
    fresh = people.add_coach(turn.tx, chat, language=texts(language).language, now=turn.now)
    return _ask_name(turn, fresh)


def _ask_name(turn: Turn, coach: Coach) -> None:
    text = texts(coach.language).t(
        "Welcome to Interlude. Between coaching sessions it asks your clients open questions, written by "
        "people. Once a week it brings you what they chose to share. How shall clients see your name?"
    )
    _ask(turn, coach, "name", text)


def _ask(
    turn: Turn, coach: Coach, step: str, text: str, rows: Rows = (), draft: Mapping[str, Any] | None = None
) -> None:
    joining = coach.state == "joining"
    leave = texts(coach.language).t("Go on later") if joining else ""
    dialogue.ask(turn, coach.id, "coach", step, text, rows, draft=draft, joining=joining, leave=leave)


def _name_read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    return name_in(words)


def _name_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    """A name counts once the coach says that it is one."""
    t = texts(coach.language)
    rows: Rows = (((t.t("Yes"), "yes"), (t.t("Another name"), "other")),)
    text = t.t("Clients read “{name}”. Is that right?", name=escape(value))
    _ask(turn, coach, "named", text, rows, {"name": value})


def _sure_read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    return dialogue.yes_or_no(words) or name_in(words)


def _sure(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    match value:
        case "yes":
            people.rename_coach(turn.tx, coach.id, asked.draft["name"])
            _ask_zone(turn, coach, "")
        case "no" | "other":
            _ask_name(turn, coach)
        case _ if message is not None:
            _name_said(turn, coach, asked, value, message)


def _ask_zone(turn: Turn, coach: Coach, rest: str) -> None:
    t = texts(coach.language)
    if rest and (placing.found(t, rest, turn.now) or placing.like(t, rest)):
        return _offer_places(turn, coach, rest)
    before = t.t("“{words}” is no place that is known here.", words=escape(rest)) if rest else ""
    text = t.t("Where are you? A city is enough, like Lisbon, or the time where you are, like 14:35.")
    return _ask(turn, coach, "zone", "\n".join(filter(None, (before, text))))


def _offer_places(turn: Turn, coach: Coach, words: str) -> None:
    t = texts(coach.language)
    exact = placing.found(t, words, turn.now)
    before = "" if exact else t.t("That place is not known here. Perhaps it is one of these?")
    shown = placing.options(t, exact or placing.like(t, words), turn.now)
    understood.offer(t, shown, partial(_ask, turn, coach, "zone"), before=before)


def _zone_read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    if said := understood.typed(asked, words):
        return said
    t = texts(coach.language)
    if coach.state == "joining" and (zone := placing.sure(t, words, turn.now)):
        return zone  # it is said back at once, and /zone changes it
    return understood.TYPED if placing.found(t, words, turn.now) or placing.like(t, words) else None


def _zone_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    if value == understood.CHANGE:
        return _ask_zone(turn, coach, "")
    if value == understood.TYPED and message is not None:
        return _offer_places(turn, coach, placing.said(message))
    return _settled(turn, coach, understood.chosen(asked, value))


def _settled(turn: Turn, coach: Coach, zone: str) -> None:
    if not places.known(zone):
        return
    dialogue.end(turn, coach.id)
    people.change_coach(turn.tx, coach.id, zone=zone, state="active")
    handover.come_back(turn, coach)
    t = texts(coach.language)
    next_one = reconcile.next_digest(turn, replace(coach, zone=zone))
    text = t.t(
        "That is set: {zone}, where it is {time} now. Digests come once a week, the next on {when}; /digest "
        "brings one at any time.",
        zone=t.zone(zone),
        time=t.clock(turn.now.astimezone(wall.zone_of(zone))),
        when=dated.shown(t, next_one, zone),
    )
    send(turn, coach.id, text + "\n\n" + commands.listed(t, COMMANDS))


# ---- words and commands ------------------------------------------------------------------------


def heard(turn: Turn, coach: Coach, message: Message, alone: bool) -> bool:
    """Words: an answer to the question that is being asked. False where they are for another room.

    ``alone``: nobody else in this chat has a use for them, so the question is asked once more.
    """
    if coach.state == "active" and calendar.sent(turn, coach, message):
        return True
    asked = standing(turn, coach)
    if coach.state == "active" and replying.heard(turn, coach, message):
        if asked is not None:
            dialogue.unchanged(turn, coach.id, asked, STEPS[asked.step])
        return True
    if asked is None and coach.state == "active" and previewing.heard(turn, message):
        return True
    if asked is not None and (value := _read(turn, coach, asked, message)) is not None:
        answered(turn, coach, asked, value, message)
        return True
    words = "" if message.file or message.origin else message.text
    if alone and coach.state == "active" and _beside(turn, coach, asked, beside.kind(words)):
        return True
    meant = matters.plain(turn, coach, words, asked is None) if alone and words else None
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


def _beside(turn: Turn, coach: Coach, asked: Dialogue | None, kind: str) -> bool:
    """A way out, help, thanks, a greeting: answered, and a question that is asked stands but for the first two."""
    t = texts(coach.language)
    match kind:
        case "leave":
            cancelled(turn, coach, asked) if asked is not None else _nothing_open(turn, coach, "")
        case "help":
            if asked is not None:
                dialogue.end(turn, coach.id)
                dialogue.unchanged(turn, coach.id, asked, STEPS[asked.step])
            help(turn, coach)
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
    if meant:
        dialogue.unchanged(turn, coach.id, asked, STEPS[asked.step])


def go_on(turn: Turn, coach: Coach) -> None:
    """Who is still joining is asked what is not known yet."""
    return _ask_zone(turn, coach, "") if coach.name else _ask_name(turn, coach)


def command(turn: Turn, coach: Coach, word: str, rest: str) -> bool:
    """A command of the coach's; False when there is none of that name. Joining comes first."""
    found = commands.find(COMMANDS, word)
    if found is None or (word == "cancel" and people.client(turn.tx, coach.id)):
        return False
    if coach.state == "joining":
        go_on(turn, coach)
    else:
        found.run(turn, coach, rest)
    return True


def help(turn: Turn, coach: Coach, rest: str = "") -> None:
    """What a coach can do."""
    t = texts(coach.language)
    note = t.t(
        "You see only what your clients share. Nobody watches for emergencies here, and clients are told so."
    )
    send(turn, coach.id, commands.listed(t, COMMANDS) + "\n\n" + note)


def _nothing_open(turn: Turn, coach: Coach, rest: str) -> None:
    if previewing.open_in(turn, coach.id) is not None:
        previewing.end(turn, coach.id)
        return send(turn, coach.id, texts(coach.language).t("It is over. What was kept before stays."))
    return send(turn, coach.id, texts(coach.language).t("Nothing is being asked."))


# ---- digests and taps --------------------------------------------------------------------------


def _digest(turn: Turn, coach: Coach, rest: str) -> None:
    if not rest and wanted.as_one(turn, coach):
        return overview.show(turn, coach)
    return digesting.now(turn, coach, rest)


def tapped(turn: Turn, coach: Coach, tap: Tap, act: str) -> None:
    """A button of the coach's that belongs to no question."""
    word, _, value = act.partition(":")
    match word:
        case "read":
            digesting.read(turn, coach, number(value), tap.message_id)
        case "flag":
            flagging.tapped(turn, coach, value)
        case "open":
            overview.open_one(turn, coach, number(value))
        case "thank" | "reply" | "toask" | "und" | "unsay":
            replying.tapped(turn, coach, word, value)
        case "set":
            overview.chosen(turn, coach, value, tap.message_id)
        case "mail":
            posting.tapped(turn, coach, value)
        case "page" | "picture":
            digesting.opened(turn, coach, word, number(value))
        case "move" | "off" | "more":
            meeting.tapped(turn, coach, word, value)
        case "series" | "smove" | "send":
            series.tapped(turn, coach, word, value)
        case "undo":
            undoing.undo(turn, coach, number(value))
        case "change":
            granting.tapped(turn, coach, value)
        case "changes":
            granting.show(turn, coach, value)
        case "moments":
            witnessing.tapped(turn, coach, value)
        case "goals":
            goalsetting.tapped(turn, coach, value)
        case "unnote":
            noting.delete(turn, coach, value)
        case "unassign":
            assigning.unassign(turn, coach, number(value))
        case "home":
            holiday.tapped(turn, coach, value)
        case "revoke":
            admitting.revoke(turn, coach, value)
        case "p":
            previewing.tapped(turn, tap, value)
        case "profile":
            presenting.ask(turn, coach, value)
        case "script":
            playing.read(turn, coach, value)
        case "play" | "begin":
            playing.play(turn, coach, value, own=word == "begin")
        case "journal":
            playing.tapped(turn, coach, value)
        case _:
            _of_client(turn, coach, word, value)


def _of_client(turn: Turn, coach: Coach, word: str, value: str) -> None:
    client = roster.one(turn, coach, number(value))
    if client is not None and word == "plan":
        return upcoming.show_of(turn, coach, [client])
    if client is not None and word == "give":
        return assigning.which(turn, coach, client, "")
    if client is not None and word == "ask":
        return questioning.look(turn, coach, client, "")
    if client is not None and word == "suggest":
        return suggesting.which(turn, coach, client, "")
    if client is not None and word == "notes":
        return noting.show(turn, coach, client)
    if client is not None and word == "met":
        return meeting.show_of(turn, coach, [client])
    return card.tapped(turn, coach, word, value)


def acts(turn: Turn, coach: Coach, act: str) -> bool:
    """Whether a button of this coach's still does something."""
    word, _, value = act.partition(":")
    match word:
        case "read" | "page" | "picture" | "set" | "more" | "revoke" | "archived":
            return True
        case "thank" | "reply" | "toask" | "und" | "unsay":
            return replying.acts(turn, coach, word, value)
        case "move" | "off":
            return meeting.acts(turn, coach, value)
        case "series" | "smove" | "send":
            return series.own(turn, coach, value) is not None
        case "home":
            return holiday.own(turn, coach, value) is not None
        case "p":
            return previewing.acts(turn, coach.id, value)
        case "profile" | "script" | "play" | "begin" | "journal" | "mail":
            return True
        case "undo":
            return undoing.own(turn, coach, number(value))
        case "change" | "changes":
            return granting.own(turn, coach, value)
        case "flag":
            return flagging.own(turn, coach, value) is not None
        case "goals" | "moments":
            return roster.one(turn, coach, number(value.partition(":")[0])) is not None
        case "unnote":
            return noting.own(turn, coach, number(value))
        case "unassign":
            return assigning.own(turn, coach, number(value)) is not None
        case (
            "open"
            | "card"
            | "plan"
            | "met"
            | "give"
            | "ask"
            | "suggest"
            | "notes"
            | "label"
            | "archive"
            | "unarchive"
        ):
            return roster.one(turn, coach, number(value)) is not None
    return False


COMMANDS: tuple[Command[Coach], ...] = (
    Command("invite", line("A link for one client"), admitting.invite),
    Command("invites", line("Open links; take one back"), admitting.show),
    Command("session", line("Log a coaching session"), booking.log),
    Command("sessions", line("Move or cancel one"), meeting.show),
    Command("digest", line("What clients shared this week"), _digest),
    Command("weekly", line("Day, hour and form of the digest"), overview.settings),
    Command("email", line("The overview by e-mail"), posting.show),
    Command("clients", line("Who is with you"), card.everyone),
    Command("client", line("How things stand with one client"), card.find),
    Command("plan", line("What comes in two weeks"), upcoming.show),
    Command("assign", line("A script for a client, once, on or off"), assigning.begin),
    Command("ask", line("A question of your own for a client"), questioning.begin),
    Command("suggest", line("Suggest a rhythm to a client"), suggesting.begin),
    Command("note", line("A note for you alone"), noting.begin),
    Command("notes", line("Your notes; delete one"), noting.read),
    Command("moments", line("Moments of the last session, side by side"), witnessing.begin),
    Command("goals", line("The goals with a client"), goalsetting.begin),
    Command("peer", line("A note for a peer, without names"), consulting.begin),
    Command("ending", line("The last day with a client"), arranging.ending),
    Command("calendar", line("The coaching sessions as a calendar file"), calendar.give),
    Command("holiday", line("Days on which you are away"), holiday.begin),
    Command("scripts", line("The scripts: read, play, begin"), playing.listed),
    Command("journal", line("What you wrote for yourself"), playing.journal),
    Command("profile", line("What clients read about you"), presenting.show),
    Command("handover", line("Another coach goes on with a client"), handing.begin),
    Command("leave", line("Be a coach here no more"), handing.leave, shown=False),
    Command("where", line("Ask a client where they are"), arranging.ask_place),
    Command("zone", line("Where you are"), _ask_zone),
    Command("takeback", line("Take back the latest change"), undoing.latest),
    Command("help", line("What there is"), help),
    Command("cancel", line("Leave what is being asked"), _nothing_open),
)
"""The commands of a coach."""

STEPS: dict[str, Question[Coach]] = {
    "name": Question(
        line("Your name"), _name_said, _name_read, line("A name works, also as in: my name is Kim."), "start"
    ),
    "named": Question(
        line("Your name"), _sure, _sure_read, line("A yes is enough, or another name."), "start"
    ),
    "zone": Question(
        line("Your place"),
        _zone_said,
        _zone_read,
        line("A larger city nearby works, or the time where you are, like 14:35."),
        "zone",
    ),
    **arranging.STEPS,
    **assigning.STEPS,
    **questioning.STEPS,
    **noting.STEPS,
    **consulting.STEPS,
    **goalsetting.STEPS,
    **witnessing.STEPS,
    **suggesting.STEPS,
    **booking.STEPS,
    **meeting.STEPS,
    **series.STEPS,
    **card.STEPS,
    **holiday.STEPS,
    **undoing.STEPS,
    **calendar.STEPS,
    **overview.STEPS,
    **posting.STEPS,
    **presenting.STEPS,
    **playing.STEPS,
    **handing.STEPS,
    **replying.STEPS,
}
"""Every question that a coach can be asked."""
