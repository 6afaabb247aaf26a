"""A client rests, stops, or takes it up again. Each is asked once, and stop is stop."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from bot.core.base import wall
from bot.core.base.line import line
from bot.core.plan.recurrence import parse_date
from bot.core.talk.exchange import LASTS, Dialogue
from bot.core.talk.spoken import act_of, declines, for_now, of_pause, rests, stops
from bot.core.understand import spans
from bot.core.understand.absent import absence, ends_alone
from bot.core.understand.everyday import everyday
from bot.core.understand.left_alone import for_a_while, only_today
from bot.core.understand.meanings import Reading
from bot.core.understand.refusal import refuses
from bot.core.understand.spans import Days
from bot.i18n import N_, texts
from bot.people import dialogue, grace, handover, heeding, planning, reader, reflecting, roster, understood
from bot.people.client import age, menu, records, settled
from bot.people.dialogue import Question
from bot.people.turn import Rows, Shows, Turn, number, send
from bot.places import towns
from bot.store import consents, pauses, people, reflections
from bot.store.people import Client
from bot.telegram import Message, escape

LONGEST_PAUSE = 3650
PAUSES = (
    ("1", N_("One day")),
    ("7", N_("One week")),
    ("30", N_("One month")),
    ("0", N_("Until I come back")),
)


# ---- pause -------------------------------------------------------------------------------------


def pause(turn: Turn, client: Client, value: str = "") -> None:
    """Asks for how long; days ahead can stand behind the command: /pause 2026-12-24 2027-01-02."""
    t = texts(client.language)
    if client.state == "stopped":
        return send(
            turn, client.id, t.t("Stopped: nothing is sent. /start takes it up again, whenever you like.")
        )
    if refuses(value, "open"):
        return send(turn, client.id, " ".join(_rest(turn, client, None)))
    if value and not value.isdigit():
        return _away(turn, client, value)
    rows: Rows = tuple(((t.t(label), days),) for days, label in PAUSES)
    if any(one.starts > turn.now for one in planning.pauses_left(turn, client)):
        rows += (((t.t("No days off after all"), "off"),),)
    coach = escape(people.coach_name(turn.tx, client.coach_id))
    said = settled.pauses_in_words(turn, t, client)
    said.append(_how_long(turn, client, coach))
    said += _ends_with_it(turn, client)
    return dialogue.ask(turn, client.id, "client", "pause", " ".join(said), rows, leave=t.t("No pause"))


def _how_long(turn: Turn, client: Client, coach: str) -> str:
    """The question, and what the coach sees of a pause."""
    t = texts(client.language)
    if not reader.of(turn, client):
        return t.t("For how long? No question comes until then.")
    if consents.given(turn.tx, client.id, consents.UNTIL):
        return t.t(
            "For how long? No question comes until then; a session that is moved or cancelled is still told. "
            "{coach} sees that you paused, and until when.",
            coach=coach,
        )
    return t.t(
        "For how long? No question comes until then; a session that is moved or cancelled is still told. "
        "{coach} sees only that you paused.",
        coach=coach,
    )


def _ends_with_it(turn: Turn, client: Client) -> list[str]:
    """What a pause from now on would do to the talk that is open, and to what was put off."""
    t, row = texts(client.language), reflections.open_of(turn.tx, client.id)
    said = []
    if row is not None and row.state != "snoozed":
        said.append(
            t.t("The one that is open now would end there; what you wrote is kept.")
            if reflecting.goes_on(row)
            else t.t("The question that is open can still be answered.")
        )
    return said + _given_up(turn, client)


def _given_up(turn: Turn, client: Client) -> list[str]:
    """That what was put off does not come any more, where something was."""
    t = texts(client.language).t
    put_off = planning.put_off_until(turn, client) is not None
    return [t("The question that you put off would not come any more.")] if put_off else []


def _pause_read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    if refuses(words, "open"):
        return "0"
    return understood.typed(asked, words) or (understood.TYPED if _stretches(turn, client, words) else None)


def _pause_refused(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    """Days that are over begin no pause: that is said."""
    t = texts(client.language)
    over = _meant(turn, client, words).past
    return t.t("That is over already. A day ahead works, like: until Friday.") if over else None


def _meant(turn: Turn, client: Client, words: str) -> Reading[Days]:
    today = wall.local(turn.now, client.zone).date()
    said = spans.days(words, today, client.language)
    return said or absence(words, today, client.language, partial(_place, client))


def _place(client: Client, words: str) -> bool:
    """Whether words name a town, or a country, that is no word of every day."""
    return not everyday(words) and bool(towns(words, client.language))


def _stretches(turn: Turn, client: Client, words: str) -> list[Days]:
    """The days ahead that the words may mean."""
    today = wall.local(turn.now, client.zone).date()
    return [one for one in _meant(turn, client, words).options if one.last >= today]


def says(turn: Turn, client: Client, words: str) -> bool:
    """Whether words say that they are a pause, with days that are not over; an end alone where nothing is asked."""
    today = wall.local(turn.now, client.zone or "UTC").date()
    found = absence(words, today, client.language, partial(_place, client))
    if not found and reflections.open_of(turn.tx, client.id) is None:
        found = ends_alone(words, today, client.language)
    return bool(found) and not found.past


def meant(turn: Turn, client: Client, message: Message) -> None:
    """A pause was written as words: it is shown back, and kept as words if it was not meant."""
    _offer_days(turn, client, message.text, message)


def asked_for(turn: Turn, client: Client, message: Message) -> Callable[[], None] | None:
    """What takes up a wish for a rest: its days, a time that names none, or a pause; None where none is wished."""
    if client.state in ("active", "paused") and says(turn, client, message.text):
        return partial(meant, turn, client, message)
    if client.state == "active" and _for_a_while(turn, client, message.text):
        return partial(a_week, turn, client, message)
    return partial(wished, turn, client) if rests(message.text) and client.state != "stopped" else None


def _for_a_while(turn: Turn, client: Client, words: str) -> bool:
    """Whether nothing is wanted for a time, where no talk is open: never the whole stop."""
    row = reflections.open_of(turn.tx, client.id)
    bounded = for_a_while(words) or (stops(words) and for_now(words))
    return bounded and (row is None or row.state == "snoozed" or not reflecting.goes_on(row))


def a_week(turn: Turn, client: Client, message: Message) -> None:
    """Nothing is wanted for a time: today where that is said, else a week is offered; that much silence takes."""
    today = wall.local(turn.now, client.zone or "UTC").date()
    days = 0 if only_today(message.text) else 6
    _offer(turn, client, [Days(today, today + timedelta(days=days))], message)


def _offer_days(turn: Turn, client: Client, words: str, held: Message | None = None) -> None:
    _offer(turn, client, _stretches(turn, client, words), held)


def _offer(turn: Turn, client: Client, meant: list[Days], held: Message | None) -> None:
    t, today = texts(client.language), wall.local(turn.now, client.zone or "UTC").date()
    shown = [(understood.stretch(t, one, today), f"{one.first} {one.last}") for one in meant]
    before = " ".join(_ends_with_it(turn, client)) if any(one.first <= today for one in meant) else ""
    draft = {"held": [dialogue.held(held)]} if held is not None else {}
    counts = len(meant) == 1 and _possible(turn, client, meant[0])
    understood.offer(t, shown, partial(_asking, turn, client, counts), draft, before)


def _possible(turn: Turn, client: Client, one: Days) -> bool:
    """Whether these days can still be paused when the time for an answer has passed."""
    by = wall.local(turn.now + LASTS, client.zone or "UTC").date()
    most = turn.config.time.pause_most_days
    return by <= one.last <= by + timedelta(days=365) and (one.last - one.first).days < most


def _asking(
    turn: Turn, client: Client, counts: bool, text: str, rows: Rows, draft: Mapping[str, Any]
) -> None:
    """Days that can mean one thing only count without an answer too, and the question says by when."""
    t = texts(client.language)
    leave = t.t("It was not meant as a pause") if "held" in draft else t.t("No pause")
    if counts:
        by = t.clock(wall.local(turn.now + LASTS, client.zone or "UTC"))
        text += " " + t.t("No answer is needed: it then counts by {time}.", time=by)
    step = "rest" if counts else "pause"
    dialogue.ask(turn, client.id, "client", step, text, rows, draft=draft, leave=leave)


def _counted(turn: Turn, client: Client, asked: Dialogue) -> None:
    """Who asked for these days and said no more has them. By day a message says until when, at night none comes."""
    first, last = (parse_date(word) for word in asked.draft["offer"][0].split())
    said = _taken(turn, client, first, last)
    if not planning.quiet_of(client).holds(wall.local(turn.now, client.zone or "UTC").time()):
        send(turn, client.id, " ".join(said))


def _paused(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    if value == understood.CHANGE:
        return pause(turn, client)
    if value == understood.TYPED and message is not None:
        return _offer_days(turn, client, message.text)
    if value == "off":
        return _none_ahead(turn, client)
    value = understood.chosen(asked, value)
    if " " in value:
        dialogue.end(turn, client.id)
        return _away(turn, client, value)
    if not value.isascii() or not value.isdigit():
        return None
    dialogue.end(turn, client.id)
    long = min(number(value), LONGEST_PAUSE)
    until = turn.now + timedelta(days=long) if long else None
    return send(turn, client.id, " ".join(_rest(turn, client, until)), _tell(turn, client) if until else ())


def _rest(turn: Turn, client: Client, until: datetime | None) -> list[str]:
    """A pause from now on: what would go on by itself ends; until when it lasts."""
    pauses.begin(turn.tx, client.id, turn.now, until)
    reflecting.rest(turn, client)
    return settled.pauses_in_words(turn, texts(client.language), client)


def _none_ahead(turn: Turn, client: Client) -> None:
    """Days off that lie ahead are not to be: how things stand then is said."""
    pauses.no_days_off(turn.tx, client.id, turn.now)
    settled.settle(turn, client.id, "same")


def _away(turn: Turn, client: Client, words: str) -> None:
    """Days off that lie ahead: nothing is begun on the first, the last, and those between."""
    t = texts(client.language)
    today, most = wall.local(turn.now, client.zone).date(), turn.config.time.pause_most_days
    try:
        first, last = (parse_date(word) for word in words.split())
    except ValueError:
        if _stretches(turn, client, words):
            return _offer_days(turn, client, words)
        if _meant(turn, client, words).past:
            return send(turn, client.id, t.t("That is over already. A day ahead works, like: until Friday."))
        return send(turn, client.id, t.t("Two days like these work: /pause 2026-12-24 2027-01-02."))
    if not max(first, today) <= last <= today + timedelta(days=366):
        return send(turn, client.id, t.t("Two days like these work: /pause 2026-12-24 2027-01-02."))
    if (last - first).days >= most:
        return send(turn, client.id, t.t("Up to {n} days work; /pause alone may stay open.", n=most))
    return send(turn, client.id, " ".join(_taken(turn, client, first, last)), _tell(turn, client))


def _tell(turn: Turn, client: Client) -> Rows:
    """The way to let the coach know until when, where that is not so already."""
    coach = reader.of(turn, client)
    if coach is None or consents.given(turn.tx, client.id, consents.UNTIL):
        return ()
    label = texts(client.language).t("{coach} may know until when", coach=coach.name)
    return (((label[:60], f"m:allow:{consents.UNTIL}"),),)


def _taken(turn: Turn, client: Client, first: date, last: date) -> list[str]:
    """These days are off, from now on or ahead; what there is to say of them."""
    t = texts(client.language)
    if first <= wall.local(turn.now, client.zone or "UTC").date():
        return _rest(turn, client, wall.days(first, last, client.zone or "UTC")[1])
    before = planning.put_off_until(turn, client)
    pauses.days_off(turn.tx, client.id, first, last, now=turn.now)
    said = [
        t.t("No question comes from {first} to {last}.", first=first, last=last),
        t.t("/pause takes it back."),
    ]
    back = planning.put_off_until(turn, client)
    if back is not None and back != before:
        said.append(settled.put_off(t, client, back))
    return said


# ---- stop --------------------------------------------------------------------------------------


def stop(turn: Turn, client: Client, value: str = "", typed: Message | None = None) -> None:
    """Asks once. Who does not answer has stopped: nothing comes by itself in between, nor afterwards.

    ``typed``: the word as it was written, without a slash: where it goes on, it was a note.
    """
    t, coach = texts(client.language), escape(people.coach_name(turn.tx, client.coach_id))
    if client.state == "stopped":
        return send(
            turn, client.id, t.t("Stopped: nothing is sent. /start takes it up again, whenever you like.")
        )
    said = [t.t("Stop everything? Then nothing more comes, until you begin again with /start.")]
    row = reflections.open_of(turn.tx, client.id)
    if row is not None and row.state != "snoozed":
        said.append(t.t("The talk that is open ends too; what you wrote is kept."))
    said += _given_up(turn, client)
    by = t.clock(wall.local(turn.now + LASTS, client.zone or "UTC"))
    said.append(
        t.t(
            "{coach} reads that you stopped; what you shared before stays shared. No answer is needed: everything "
            "is then stopped by {time}, and /start takes it up again.",
            coach=coach,
            time=by,
        )
        if reader.of(turn, client)
        else t.t(
            "What you wrote is kept. No answer is needed: everything is then stopped by {time}, and /start takes "
            "it up again.",
            time=by,
        )
    )
    rows: Rows = (((t.t("Yes, stop everything"), "yes"),), ((t.t("Rather a pause"), "pause"),))
    return dialogue.ask(
        turn,
        client.id,
        "client",
        "stop",
        " ".join(said),
        rows,
        leave=t.t("No, it goes on"),
        draft={"held": [dialogue.held(typed)]} if typed else None,
    )


def _stop_read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    """A plain yes stops, and stop or "everything"; where danger may be in the words they are kept."""
    said = dialogue.yes_or_no(words)
    if said == "yes" or stops(words) or act_of(words) == "halt:all":
        return "yes"
    if heeding.grave(turn, client, words):
        return None
    if of_pause(words):
        return "pause"
    return dialogue.LEAVE if said == "no" or declines(words) else None


def _stop_said(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    if value == "pause":
        return pause(turn, client)
    if value != "yes":
        return None
    dialogue.end(turn, client.id)
    return everything(turn, client)


def everything(turn: Turn, client: Client) -> None:
    """Stopped, as the client said it; the line says what that means."""
    t, coach = texts(client.language), escape(people.coach_name(turn.tx, client.coach_id))
    row = reflections.open_of(turn.tx, client.id)
    reflecting.stop_everything(turn, client)
    text = t.t(
        "Stopped. Nothing more comes. {coach} reads that you stopped. What you shared before stays shared; what "
        "you write from now on is private. All of it is kept: /export gives it to you, /erase erases it, /start "
        "takes it up again.",
        coach=coach,
    )
    if reader.of(turn, client) is None:
        text = t.t(
            "Stopped. Nothing more comes. What you wrote is kept: /export gives it to you, /erase erases it, "
            "/start takes it up again."
        )
    shows = Shows(row.id, row.reflection.question, "closing") if row else None  # words after it are no answer
    return send(turn, client.id, text, shows=shows)


def wished(turn: Turn, client: Client) -> None:
    """A pause in words: for how long is asked. A talk that asks what a stop meant ends, and nothing else does."""
    row = reflections.open_of(turn.tx, client.id)
    if row is not None and row.reflection.halt:
        reflecting.tapped(turn, client, row, "halt:one", row.reflection.question, 0)
    return pause(turn, client)


def _no_answer(turn: Turn, client: Client, asked: Dialogue) -> None:
    """Who asked to stop and said no more has stopped; it was said so, and nothing is said now."""
    reflecting.stop_everything(turn, client)


# ---- again -------------------------------------------------------------------------------------


def resumed(turn: Turn, client: Client) -> None:
    """A pause is over: the plan takes up again, and nothing is said about the time between."""
    if client.state == "paused":
        state = "paused" if age.doubted(turn, client) else "active"  # until they have said how old they are
        people.change_client(turn.tx, client.id, state=state, paused_until=None)


def again(turn: Turn, client: Client, value: str = "") -> None:
    """Take up again after a pause or a stop; the tone is the same after a day and after a year.

    Who has not chosen yet after their coach left, or not said whether they are of age, is asked that first.
    """
    if grace.at(client) is not None:
        return records.keep(turn, client)
    if handover.first(turn, client):
        return None
    if age.doubted(turn, client):
        return age.ask_later(turn, client)
    if client.state in ("paused", "stopped") or planning.paused_now(turn, client):
        pauses.resume(turn.tx, client.id, turn.now)
        return _took_up(turn, client)
    return menu.show(turn, client)


def _took_up(turn: Turn, client: Client) -> None:
    """What is set now; who had stopped is no longer so to their coach, and reads that."""
    coach = reader.of(turn, client)
    if client.state == "stopped" and coach is not None:
        roster.told(turn, client, N_("{name} has begun again."))
        said = texts(client.language).t("{coach} reads that you began again.", coach=escape(coach.name or ""))
        now = reader.holds(turn, people.client(turn.tx, client.id) or client)
        send(turn, client.id, f"{said} {now}", silent=True)
    settled.settle(turn, client.id)


STEPS: dict[str, Question[Client]] = {
    "pause": Question(
        line("The pause"),
        _paused,
        _pause_read,
        line("A length or days like these work: 3 weeks, until Friday, 24 Dec - 2 Jan."),
        again="pause",
        refuse=_pause_refused,
    ),
    "rest": Question(
        line("The pause"),
        _paused,
        _pause_read,
        line("A length or days like these work: 3 weeks, until Friday, 24 Dec - 2 Jan."),
        again="pause",
        left=_counted,
        refuse=_pause_refused,
        wordless=True,
        closed=line("No answer came, so it counts."),
        beside=line("No pause: nothing is changed. /pause asks again."),
    ),
    "stop": Question(
        line("Stopping"),
        _stop_said,
        _stop_read,
        again="stop",
        left=_no_answer,
        wordless=True,
        closed=line(
            "No answer came, so everything is stopped. What you shared before stays shared; what you write from "
            "now on is private. /start takes it up again."
        ),
        beside=line(
            "Nothing is stopped: it goes on. /stop asks again, and /pause asks for how long nothing comes."
        ),
    ),
}
