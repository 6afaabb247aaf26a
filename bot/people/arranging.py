"""What a coach arranges with one client: when the work together ends, and asking where they are."""

from datetime import date

from bot.core.plan.recurrence import parse_date
from bot.i18n import texts
from bot.people import roster
from bot.people.turn import Rows, Turn, send
from bot.store import people
from bot.store.people import Client, Coach
from bot.telegram import escape


def ending(turn: Turn, coach: Coach, rest: str) -> None:
    """/ending NAME DATE: prompts fade towards the day and stop there; "none" takes it back."""
    t = texts(coach.language)
    client, said = roster.named(turn, coach, rest)
    if client is None or not said:
        return send(
            turn,
            coach.id,
            t.t("With a name and the last day: /ending Ada 2027-01-31, or none to take it back."),
        )
    if said.casefold() == "none":
        _set(turn, client, None)
        return send(turn, coach.id, t.t("There is no last day any more."))
    try:
        day = parse_date(said)
    except ValueError:
        return send(turn, coach.id, t.t("A day like 2027-01-31 works."))
    _set(turn, client, day)
    _ask_follow_up(turn, coach, client, day)
    name = escape(roster.called(t, client))
    return send(turn, coach.id, t.t("Noted: the last day with {name} is {day}.", name=name, day=day))


def _set(turn: Turn, client: Client, day: date | None) -> None:
    people.change_client(turn.tx, client.id, ending=day, changed_at=turn.now)
    turn.about.add(client.id)


def _ask_follow_up(turn: Turn, coach: Coach, client: Client, day: date) -> None:
    """The client reads it, and says whether they would like to be written to afterwards."""
    t = texts(client.language)
    text = t.t(
        "{coach} noted {day} as the last day of your work together, and can change it. Questions come less "
        "often until then, and stop there. Would you like one four weeks afterwards, and one after twelve?",
        coach=escape(coach.name),
        day=day,
    )
    rows: Rows = (((t.t("Yes, please"), "m:followup:yes"), (t.t("Rather not"), "m:followup:no")),)
    send(turn, client.id, text, rows)


def follow_up(turn: Turn, client: Client, value: str) -> None:
    """The client's answer; it can be changed by the same buttons."""
    people.set_rhythm(turn.tx, client.id, follow_up=value == "yes")
    people.change_client(turn.tx, client.id, changed_at=turn.now)
    send(turn, client.id, texts(client.language).t("Noted."))


def ask_place(turn: Turn, coach: Coach, rest: str) -> None:
    """/where NAME: the client is asked whether they are somewhere else, and answers with a tap."""
    t = texts(coach.language)
    client, _ = roster.named(turn, coach, rest)
    if client is None or client.state != "active":
        return send(turn, coach.id, t.t("With a name: /where Ada."))
    theirs = texts(client.language)
    text = theirs.t(
        "{coach} asks whether your clock has changed. Questions come by the time in {zone} now.",
        coach=escape(coach.name),
        zone=theirs.zone(client.zone),
    )
    rows: Rows = (((theirs.t("I am elsewhere"), "m:place"), (theirs.t("Same place"), "m:same")),)
    send(turn, client.id, text, rows, silent=True)
    return send(turn, coach.id, t.t("Asked."))
