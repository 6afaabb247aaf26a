"""A client's settings, each asked in a dialogue: name, quiet hours, how often, who sees it.

Joining asks name, place, days and hours one after the other.
"""

import re
from dataclasses import replace

from bot.core.base.line import line
from bot.core.talk import beside
from bot.core.talk.exchange import Dialogue, name_in
from bot.core.talk.spoken import same, stops
from bot.core.understand import times
from bot.core.understand.confidence import chooses
from bot.core.understand.passing import tells
from bot.core.understand.refusal import refuses
from bot.core.understand.revoking import revoking
from bot.core.understand.withholding import withholds
from bot.i18n import texts
from bot.people import dialogue, gathering, reader, roster, understood
from bot.people.client import days_hours, location, wishes
from bot.people.client.settled import settle
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, number, send
from bot.store import consents, people, reflections, response_writes
from bot.store.people import Client
from bot.telegram import Message, escape

AGREEMENT = "2026-11-30"
"""The version of the text that is agreed to; a change of ``joining.notice`` changes it."""
NONE = "none"
"""What stands for no question at all."""

QUIET = ("21:00-08:00", "20:00-09:00", "22:00-07:00", "23:00-07:00")


# ---- name --------------------------------------------------------------------------------------


def name(turn: Turn, client: Client, value: str = "") -> None:
    """How the client would like to be called; what is written is shown back before it counts."""
    t, coach = texts(client.language), escape(people.coach_name(turn.tx, client.coach_id))
    text = t.t(
        "How would you like to be called? {coach} sees it too. A name is enough, or none.", coach=coach
    )
    dialogue.ask_setting(turn, client, "name", text, (((t.t("No name"), "none"),),))


def _name_read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    none = texts(client.language).t("No name")
    if "again" in asked.draft and client.state != "joining" and dialogue.yes_or_no(words) == "no":
        return dialogue.LEAVE  # a name that was not taken takes no name away
    if (
        tells(words)
        and reflections.open_of(turn.tx, client.id) is not None
        and name_in(words) == words.strip(" .!")
    ):
        return None  # the question that is open is likelier meant
    return "" if dialogue.yes_or_no(words) == "no" or same(words, none) else name_in(words)


def _name_said(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    """A name is written: it counts once the client says that it is one. Until then the words are held."""
    if not value or message is None:  # a typed no is no name
        return _named(turn, client, "") if value in ("", "none") else None
    t = texts(client.language)
    # what stands behind a command is no message of its own, so that it is never kept as words
    own = [dialogue.held(message)] if message.message_id else []
    draft = {"name": value, "held": [*asked.draft.get("held", ()), *own]}
    rows: Rows = (((t.t("Yes"), "yes"), (t.t("Another name"), "other")),)
    leave = "-" if client.state == "joining" else t.t("It was not meant as a name")
    text = t.t("Shall your name here be “{name}”?", name=escape(value))
    return dialogue.ask_setting(turn, client, "named", text, rows, draft=draft, leave=leave)


def offer_name(turn: Turn, client: Client, name: str, message: Message) -> None:
    """A name was written where none was asked for: it is shown back, and kept as words if it was not meant."""
    _name_said(turn, client, Dialogue(0, "client", "name", {}, turn.now, None, None), name, message)


def _sure_read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    return dialogue.yes_or_no(words) or name_in(words)


def _sure(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    """Yes, another one, or another one at once in words."""
    match value:
        case "yes":
            _named(turn, client, asked.draft["name"])
        case "no" | "other":
            name(turn, client)
        case _ if message is not None:
            _name_said(turn, client, asked, value, message)


def _named(turn: Turn, client: Client, name: str) -> None:
    people.rename_client(turn.tx, client.id, name)
    if client.state == "joining":
        if not client.name:
            roster.introduced(turn, replace(client, name=name))
        return location.ask(turn, client)
    dialogue.end(turn, client.id)
    t = texts(client.language)
    said = t.t("Noted: your name here is “{name}”.", name=escape(name)) if name else t.t("Noted: no name.")
    return send(turn, client.id, said)


def _placed(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    """A place is set; who joins is asked for days and hours next."""
    if (changed := location.placed(turn, client, asked, value, message)) is None:
        return None
    return days_hours.ask(turn, changed) if client.state == "joining" else settle(turn, client.id)


# ---- quiet hours, how often --------------------------------------------------------------------


def quiet(turn: Turn, client: Client, value: str = "") -> None:
    """The hours at which nothing comes."""
    t = texts(client.language)
    rows = tuple(((choice, choice),) for choice in QUIET)
    text = t.t("At which hours shall nothing come? Tap, or write hours like 21:00-08:00.")
    dialogue.ask_setting(turn, client, "quiet", text, rows)


def _quiet_read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    if said := understood.typed(asked, words):
        return said
    usable = wishes.usable_quiet(turn, client, words)
    exact = re.fullmatch(r"\d{1,2}:\d\d\s*[-–]\s*\d{1,2}:\d\d", words.strip())
    return usable[0] if exact and len(usable) == 1 else understood.TYPED if usable else None


def _quiet_said(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    """Hours at which a question comes cannot be quiet; what works is said, and asked once more."""
    if value == understood.CHANGE:
        return quiet(turn, client)
    if value == understood.TYPED and message is not None:
        shown = [(hours, hours) for hours in wishes.usable_quiet(turn, client, message.text)]
        return understood.offer(texts(client.language), shown, understood.asking(turn, client, "quiet"))
    hours = wishes.usable_quiet(turn, client, understood.chosen(asked, value))
    if not hours:
        return dialogue.still_open(turn, client.id, asked, STEPS["quiet"])
    people.set_rhythm(turn.tx, client.id, quiet=hours[0])
    return settle(turn, client.id, "quiet")


def _quiet_refused(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    meant = wishes.figures(words) or times.hours(words, client.language).options
    works = STEPS["quiet"].works
    return texts(client.language).line(works) if meant else None


def weekly(turn: Turn, client: Client, value: str = "") -> None:
    """How often it may begin, at most."""
    t = texts(client.language)
    if 1 <= number(value) <= 7:
        people.set_rhythm(turn.tx, client.id, weekly=number(value))
        return settle(turn, client.id, "weekly")
    rows = (tuple((str(often), str(often)) for often in range(1, 8)),)
    text = t.t("How many times a week may it begin, at most? Three is usual.")
    return dialogue.ask_setting(turn, client, "weekly", text, rows)


def _weekly_read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    said = words.strip()
    if answer := understood.typed(asked, words):
        return answer
    if len(said) == 1 and 1 <= number(said) <= 7:
        return said
    if client.state != "joining" and refuses(words, "unasked"):
        return NONE
    return understood.TYPED if wishes.often(client, words) else None


def _weekly_said(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    if value == NONE:
        return _no_more(turn, client)
    if value == understood.CHANGE:
        return weekly(turn, client)
    if value == understood.TYPED and message is not None:
        t, often = texts(client.language), wishes.often(client, message.text)
        shown = [(t.t("{n} a week at most", n=often), often)]
        return understood.offer(t, shown, understood.asking(turn, client, "weekly"))
    value = understood.chosen(asked, value)
    if 1 <= number(value) <= 7:
        weekly(turn, client, value)
    return None


def _no_more(turn: Turn, client: Client) -> None:
    """No question at all is no number: what it is instead can be tapped."""
    t = texts(client.language)
    dialogue.end(turn, client.id)
    text = t.t("No question at all is a pause, for as long as you choose, or a stop. Nothing is changed yet.")
    send(turn, client.id, text, (((t.t("Pause"), "m:pause"), (t.t("Stop"), "m:stop")),))


def _weekly_refused(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    works = STEPS["weekly"].works
    return texts(client.language).line(works) if wishes.figures(words) else None


# ---- who sees it -------------------------------------------------------------------------------


def sharing(turn: Turn, client: Client, value: str = "") -> None:
    """Who sees what is written from now on; while nobody reads, that is said, and sharing is not offered."""
    t, coach = texts(client.language), reader.of(turn, client)
    rows: Rows = (((t.t("Private until I share"), "private"),),)
    asked = t.t("Who sees what you write from now on?")
    if coach is None:
        asked = f"{reader.nobody(turn, client)} {asked}"
    else:
        rows = (((t.t("Share with {coach}", coach=coach.name)[:60], "session"),), *rows)
    dialogue.ask_setting(turn, client, "sharing", asked, rows)


def _sharing_said(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    if value not in ("session", "private"):
        return None
    if value == "session" and reader.of(turn, client) is None:
        dialogue.end(turn, client.id)
        return send(turn, client.id, reader.nobody(turn, client))
    return _keep_sharing(turn, client, value)


def _keep_sharing(turn: Turn, client: Client, value: str) -> None:
    t, coach = texts(client.language), escape(people.coach_name(turn.tx, client.coach_id))
    consents.add(turn.tx, client.id, consents.SHARE, value == "session", AGREEMENT, turn.now)
    people.change_client(turn.tx, client.id, visibility=value)
    dialogue.end(turn, client.id)
    said = (
        t.t("From now on {coach} sees your answers in the weekly digest.", coach=coach)
        if value == "session"
        else t.t("From now on your answers are private until you share one.")
    )
    before, rows = _still_goes(turn, client) if value == "private" else ("", ())
    said = " ".join(filter(None, (said, before, t.t("/answers changes single ones."))))
    return send(turn, client.id, said, rows)


def private(turn: Turn, client: Client) -> None:
    """Nothing is shared from now on, without a question more: who asks for that has said it already."""
    _keep_sharing(turn, client, "private")


def withhold(turn: Turn, client: Client) -> bool:
    """Consent is taken back: nothing is shared, nor goes that has not yet; whether that changes anything."""
    coach = reader.of(turn, client)
    waits = gathering.untold(turn, coach, client) if coach else ()
    for one in waits:
        response_writes.set_visibility(turn.tx, one.id, "private")
    if client.visibility != "private":
        consents.add(turn.tx, client.id, consents.SHARE, False, AGREEMENT, turn.now)
        people.change_client(turn.tx, client.id, visibility="private")
    return bool(waits) or client.visibility != "private"


def _still_goes(turn: Turn, client: Client) -> tuple[str, Rows]:
    """What was written before and goes all the same, with the tap that holds it back."""
    t, coach = texts(client.language), reader.of(turn, client)
    n = len(gathering.untold(turn, coach, client)) if coach else 0
    if coach is None or not n:
        return "", ()
    text = t.n(
        "One that you wrote before still goes to {coach}.",
        "{n} that you wrote before still go to {coach}.",
        n,
        coach=escape(coach.name),
    )
    return text, (((t.t("Hold back what was before too"), "m:holdback"),),)


def _sharing_read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    coach = people.coach_name(turn.tx, client.coach_id)
    if refuses(words, "nobody") or withholds(words, coach) or revoking(words, coach) == "sharing":
        return "private"
    return {"private": "private", "share": "session"}.get(chooses(words) or "")


def leaves(asked: Dialogue, words: str) -> bool:
    """Whether a short word leaves a setting's question as it is: cancel, never mind, later."""
    if asked.step not in STEPS:
        return False
    return refuses(words, "cancel") or (beside.kind(words) == "leave" and not stops(words))


def declined(asked: Dialogue, words: str) -> bool:
    """Whether a word that is no value says that there is none: none, never, nothing."""
    return asked.step in STEPS and asked.step not in ("name", "named") and refuses(words, "none")


STEPS: dict[str, Question[Client]] = {
    "name": Question(
        line("Your name"),
        _name_said,
        _name_read,
        line("A name works, also as in: my name is Kim."),
        "name",
    ),
    "named": Question(
        line("Your name"), _sure, _sure_read, line("A yes is enough, or another name."), "name"
    ),
    "zone": Question(
        line("Your place"),
        _placed,
        location.read,
        line("A larger city nearby works, or the time where you are, like 14:35."),
        "place",
    ),
    **days_hours.STEPS,
    "quiet": Question(
        line("Your quiet hours"),
        _quiet_said,
        _quiet_read,
        line("Hours like 21:00-08:00 work: eight or more, and none at which a question comes."),
        "quiet",
        refuse=_quiet_refused,
    ),
    "weekly": Question(
        line("How often"),
        _weekly_said,
        _weekly_read,
        line("A number from 1 to 7 works."),
        "more",
        refuse=_weekly_refused,
    ),
    "sharing": Question(line("Who sees it"), _sharing_said, _sharing_read, again="sharing"),
}

COMMANDS = {"name": "name", "place": "zone", "days": "days", "quiet": "quiet", "more": "weekly"}
"""The commands behind which the first value may be written at once, and the question that it answers."""
