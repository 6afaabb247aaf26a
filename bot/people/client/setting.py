"""A client's settings, each asked in a dialogue: name, place, days and hours, quiet hours, how often, who sees it.

Joining asks the first four of them one after the other.
"""

import re
from dataclasses import replace
from typing import Any

from bot import places
from bot.core.base import wall
from bot.core.base.line import line
from bot.core.plan.rhythm import Rhythm, clock_text
from bot.core.talk import beside
from bot.core.talk.exchange import Dialogue, name_in
from bot.core.talk.spoken import same, stops
from bot.core.understand import times
from bot.core.understand.confidence import chooses
from bot.core.understand.passing import tells
from bot.core.understand.refusal import refuses
from bot.core.understand.weekdays import week
from bot.i18n import N_, Texts, texts
from bot.people import dialogue, numbers, placing, planning, reader, roster, understood
from bot.people.client import wishes
from bot.people.client.settled import settle
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, number, send
from bot.store import consents, people, reflections
from bot.store.people import Client
from bot.telegram import Message, escape

AGREEMENT = "2026-11-29"
"""The version of the text that is agreed to; a change of ``joining.notice`` changes it."""

DAYS = (
    ("mon,wed,fri", N_("Mon, Wed, Fri")),
    ("tue,thu", N_("Tue, Thu")),
    ("mon,tue,wed,thu,fri", N_("Monday to Friday")),
    ("mon,tue,wed,thu,fri,sat,sun", N_("Every day")),
)
HOURS = (("12:30", N_("12:30")), ("19:00", N_("19:00")), ("12:30,19:00", N_("12:30 and 19:00")))
NONE = "none"
"""What stands for no question at all."""

QUIET = ("21:00-08:00", "20:00-09:00", "22:00-07:00", "23:00-07:00")


def _ask(turn: Turn, client: Client, step: str, text: str, rows: Rows = (), **more: Any) -> None:
    joining = client.state == "joining"
    leave = texts(client.language).t("Go on later") if joining else ""
    more = {"leave": leave, **more}
    dialogue.ask(turn, client.id, "client", step, text, rows, joining=joining, **more)


# ---- name --------------------------------------------------------------------------------------


def name(turn: Turn, client: Client, value: str = "") -> None:
    """How the client would like to be called; what is written is shown back before it counts."""
    t, coach = texts(client.language), escape(people.coach_name(turn.tx, client.coach_id))
    text = t.t(
        "How would you like to be called? {coach} sees it too. A name is enough, or none.", coach=coach
    )
    _ask(turn, client, "name", text, (((t.t("No name"), "none"),),))


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
    return _ask(turn, client, "named", text, rows, draft=draft, leave=leave)


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
        return place(turn, client)
    dialogue.end(turn, client.id)
    t = texts(client.language)
    said = t.t("Noted: your name here is “{name}”.", name=escape(name)) if name else t.t("Noted: no name.")
    return send(turn, client.id, said)


# ---- place -------------------------------------------------------------------------------------


def place(turn: Turn, client: Client, value: str = "") -> None:
    """Where the client is, for the hours at which something comes."""
    t = texts(client.language)
    coach = people.coach(turn.tx, client.coach_id)
    rows: Rows = ()
    if coach and coach.zone:
        label = t.t("The same as {coach}: {zone}", coach=coach.name, zone=t.zone(coach.zone))
        rows = (((label[:60], coach.zone),),)
    text = t.t("Where are you? A city is enough, like Lisbon, or the time where you are, like 14:35.")
    _ask(turn, client, "zone", text, rows)


def _place_read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    """A town, a country, a shared location, what the clock shows; a name that is nearly one too."""
    if said := understood.typed(asked, words):
        return said
    t = texts(client.language)
    if client.state == "joining" and (zone := placing.sure(t, words, turn.now)):
        return placing.marked(t, words, zone)  # said back with the next question, and can be changed there
    return understood.TYPED if placing.found(t, words, turn.now) or placing.like(t, words) else None


def _placed(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    if value == understood.CHANGE:
        return place(turn, client)
    if value == understood.TYPED and message is not None:
        return _offer_places(turn, client, placing.said(message))
    zone, country, town, *_ = (*understood.chosen(asked, value).split("|"), "", "")
    if not places.known(zone):
        return None
    if client.rhythm.get("country") != numbers.NONE and (country or zone != client.zone):
        people.set_rhythm(turn.tx, client.id, country=country or None)
    changed = people.change_client(turn.tx, client.id, zone=zone, town=town)
    return days(turn, changed) if client.state == "joining" else settle(turn, client.id)


def _where_read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    """Words to the coach's question whether the clock has changed: the same, elsewhere, or the place at once."""
    t = texts(client.language)
    plain = words.strip().rstrip(".!").casefold()
    if plain == t.t("Same place").casefold() or dialogue.yes_or_no(words) == "no":
        return "same"
    if plain == t.t("I am elsewhere").casefold() or dialogue.yes_or_no(words) == "yes":
        return "place"
    return understood.TYPED if placing.found(t, words, turn.now) else None


def _where_said(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    if value == "same":
        return settle(turn, client.id, "same")
    if value == understood.TYPED and message is not None:
        return _offer_places(turn, client, placing.said(message))
    return place(turn, client)


def _offer_places(turn: Turn, client: Client, words: str) -> None:
    t = texts(client.language)
    exact = placing.found(t, words, turn.now)
    before = "" if exact else t.t("That place is not known here. Perhaps it is one of these?")
    shown = placing.with_countries(t, exact or placing.like(t, words), turn.now)
    understood.offer(t, shown, _asking(turn, client, "zone"), before=before)


def _asking(turn: Turn, client: Client, step: str) -> understood.Ask:
    return lambda text, rows, draft: _ask(turn, client, step, text, rows, draft=draft)


# ---- days and hours ----------------------------------------------------------------------------


def days(turn: Turn, client: Client, value: str = "") -> None:
    """On which days prompts may come."""
    t = texts(client.language)
    text = t.t(
        "{zone}, where it is {time} now. On which days may a question come? "
        "Tap, or write days like: mon thu. You can change it any time.",
        zone=escape(t.zone(client.where)),
        time=t.clock(turn.now.astimezone(wall.zone_of(client.zone or "UTC"))),
    )
    rows: Rows = tuple(((t.t(label), value),) for value, label in DAYS)
    if client.state == "joining":
        rows += (((t.t("Another place"), "place"),),)
    _ask(turn, client, "days", text, rows)


def _days_read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    if said := understood.typed(asked, words):
        return said
    coded = texts(client.language).day_codes(words)
    if not re.search(r"\d", coded) and wishes.wished(f"{coded} 12:00"):
        return coded
    if on_them := _days_before(client, asked, words):
        return understood.TYPED if wishes.usable(turn, client, on_them, words) else None
    loose = wishes.open_days(client, words, alone=asked.step == "days")
    return understood.TYPED if loose or _week_meant(turn, client, words) else None


def _no_clock(t: Texts) -> str:
    """Why an hour is needed where one was left open."""
    return t.t("A question comes at an hour of the clock, so one is needed, like 7:30.")


def _week_meant(turn: Turn, client: Client, words: str) -> list[Rhythm]:
    """What of days, or of days and hours, the words may mean and may be; hours alone are on the days there are."""
    usable = [one for one in wishes.weeks(client, words) if wishes.may_be(turn, client, one)]
    return usable or wishes.usable_alone(turn, client, words)


def _week_refused(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    """What stands against days or hours that were written: the quiet hours by name, else what would do."""
    t = texts(client.language)
    if wishes.open_days(client, words) is not None:
        return _no_clock(t)
    if not wishes.of_week(client, words):
        return None
    if (at := wishes.quiet_among(client, words)) is None:
        return t.line(STEPS[asked.step].works)
    return t.t(
        "{time} lies in your quiet hours, which end at {end}. Another time works; /quiet changes them.",
        time=clock_text(at),
        end=clock_text(planning.quiet_of(client).ends),
    )


def _days_said(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    if value == "place":
        return place(turn, client)
    if value == understood.CHANGE:
        return days(turn, client)
    if value == understood.TYPED and message is not None:
        if on_them := _days_before(client, asked, message.text):
            return _hours_said(turn, client, on_them, value, message)
        return _offer_days(turn, client, message.text)
    value = understood.chosen(asked, value)
    if " " in value:  # with their hours already
        return _keep_rhythm(turn, client, value)
    if (chosen := wishes.wished(f"{value} 12:00")) is None:
        return None
    t = texts(client.language)
    text = t.t(
        "{days}. At what time? Tap, or write one like 7:30, or several like 12:30, 19:00.",
        days=planning.days_in_words(t, chosen),
    )
    rows: Rows = tuple(((t.t(label), hours),) for hours, label in HOURS)
    rows += (((t.t("Other days"), "days"),),)
    return _ask(turn, client, "hours", text, rows, draft={"days": value})


def _days_before(client: Client, asked: Dialogue, words: str) -> Dialogue | None:
    """Where days were said back and hours follow in place of a yes: the question for the hours on these days."""
    offered = asked.draft.get("offer", ())
    alone = bool(times.clocks(words, client.language).options) and not wishes.weeks(client, words)
    if len(offered) != 1 or " " in offered[0] or not alone:
        return None
    return replace(asked, step="hours", draft={"days": offered[0]})


def _offer_days(turn: Turn, client: Client, words: str) -> None:
    """Days, or days with their hours, or hours on the days there are, as they were understood."""
    t, meant = texts(client.language), wishes.weeks(client, words)
    if loose := wishes.open_days(client, words):
        shown = [(planning.days_in_words(t, one), str(one).partition(" ")[0]) for one in loose]
        return understood.offer(t, shown, _asking(turn, client, "days"), before=_no_clock(t))
    if meant and all(not part.times for one in week(words, client.language).options for part in one):
        shown = [(planning.days_in_words(t, one), str(one).partition(" ")[0]) for one in meant]
        return understood.offer(t, shown, _asking(turn, client, "days"))
    shown = [(understood.rhythm(t, one), str(one)) for one in _week_meant(turn, client, words)]
    return understood.offer(t, shown, _asking(turn, client, "days"), before=_left_out(client, words))


def _left_out(client: Client, words: str) -> str:
    """That another hour which the words can mean is not among those offered, since it is quiet then."""
    at, t = wishes.quiet_among(client, words), texts(client.language)
    if at is None:
        return ""
    return t.t("{time} lies in your quiet hours, which /quiet changes.", time=clock_text(at))


def _keep_rhythm(turn: Turn, client: Client, value: str) -> None:
    chosen = wishes.wished(value)
    if chosen is not None and wishes.may_be(turn, client, chosen):
        people.set_rhythm(turn.tx, client.id, rhythm=str(chosen))
        settle(turn, client.id)


def _hours_read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    if said := understood.typed(asked, words):
        return said
    exact = re.fullmatch(r"\d{1,2}:\d\d(?:[\s,،]+\d{1,2}:\d\d)*", words.strip())
    usable = wishes.usable(turn, client, asked, words)
    if usable:
        only = len(times.clocks(words, client.language).options) == 1
        return usable[0] if exact and only else understood.TYPED
    return understood.TYPED if _days_read(turn, client, asked, words) else None  # other days, after all


def _hours_said(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    kept = {"days": asked.draft.get("days", planning.DEFAULT_DAYS)}
    if value == "days":
        return days(turn, client)
    if value == understood.CHANGE:
        return _days_said(turn, client, asked, kept["days"], None)
    if value == understood.TYPED and message is not None:
        t, usable = texts(client.language), wishes.usable(turn, client, asked, message.text)
        if not usable:
            other = _days_read(turn, client, asked, message.text)
            return _days_said(turn, client, asked, other or understood.CHANGE, message)
        shown = [
            (understood.rhythm(t, one), hours) for hours in usable if (one := wishes.with_days(asked, hours))
        ]
        return understood.offer(
            t, shown, _asking(turn, client, "hours"), kept, _left_out(client, message.text)
        )
    if (one := wishes.with_days(asked, understood.chosen(asked, value))) is None:
        return None
    return _keep_rhythm(turn, client, str(one))


# ---- quiet hours, how often --------------------------------------------------------------------


def quiet(turn: Turn, client: Client, value: str = "") -> None:
    """The hours at which nothing comes."""
    t = texts(client.language)
    rows = tuple(((choice, choice),) for choice in QUIET)
    text = t.t("At which hours shall nothing come? Tap, or write hours like 21:00-08:00.")
    _ask(turn, client, "quiet", text, rows)


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
        return understood.offer(texts(client.language), shown, _asking(turn, client, "quiet"))
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
    return _ask(turn, client, "weekly", text, rows)


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
        return understood.offer(t, shown, _asking(turn, client, "weekly"))
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
    _ask(turn, client, "sharing", asked, rows)


def _sharing_said(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    if value not in ("session", "private"):
        return None
    if value == "session" and reader.of(turn, client) is None:
        dialogue.end(turn, client.id)
        return send(turn, client.id, reader.nobody(turn, client))
    t, coach = texts(client.language), escape(people.coach_name(turn.tx, client.coach_id))
    consents.add(turn.tx, client.id, consents.SHARE, value == "session", AGREEMENT, turn.now)
    people.change_client(turn.tx, client.id, visibility=value)
    dialogue.end(turn, client.id)
    said = (
        t.t("From now on {coach} sees your answers in the weekly digest.", coach=coach)
        if value == "session"
        else t.t("From now on your answers are private until you share one.")
    )
    return send(turn, client.id, said + " " + t.t("/answers changes single ones."))


def _sharing_read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    if refuses(words, "nobody"):
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
        _place_read,
        line("A larger city nearby works, or the time where you are, like 14:35."),
        "place",
    ),
    "days": Question(
        line("Your days and hours"),
        _days_said,
        _days_read,
        line("Days like these work: mon wed fri."),
        "days",
        refuse=_week_refused,
    ),
    "hours": Question(
        line("Your days and hours"),
        _hours_said,
        _hours_read,
        line("Times like 7:30 or 12:30, 19:00 work: up to three, outside the quiet hours."),
        "days",
        refuse=_week_refused,
    ),
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

WHERE = Question(line("Your place"), _where_said, _where_read, again="place", wordless=True)
"""The coach asks where the client is: what is written next may answer it, anything else is what it always is."""

COMMANDS = {"name": "name", "place": "zone", "days": "days", "quiet": "quiet", "more": "weekly"}
"""The commands behind which the first value may be written at once, and the question that it answers."""
