"""The coach's commands: one table, and what belongs to no other room."""

from bot.core.base.line import line
from bot.i18n import texts
from bot.people import arranging, commands, previewing, wanted
from bot.people.coach import (
    admitting,
    assigning,
    booking,
    calendar,
    card,
    consulting,
    countersigning,
    digesting,
    enrolling,
    filling,
    foreseeing,
    goalsetting,
    handing,
    holiday,
    meeting,
    noting,
    overview,
    playing,
    posting,
    presenting,
    questioning,
    readiness,
    sparing,
    suggesting,
    undoing,
    visiting,
    welcoming,
    witnessing,
)
from bot.people.commands import Command
from bot.people.turn import Turn, send
from bot.store.people import Coach


def help(turn: Turn, coach: Coach, rest: str = "") -> None:
    """What a coach can do."""
    t = texts(coach.language)
    note = t.t(
        "You see only what your clients share. Nobody watches for emergencies here, and clients are told so."
    )
    send(turn, coach.id, commands.listed(t, COMMANDS) + "\n\n" + note)


def nothing_open(turn: Turn, coach: Coach, rest: str) -> None:
    """Nothing is being asked: a script that is being played is over, else that is said."""
    if previewing.open_in(turn, coach.id) is not None:
        previewing.end(turn, coach.id)
        return send(turn, coach.id, texts(coach.language).t("It is over. What was kept before stays."))
    return send(turn, coach.id, texts(coach.language).t("Nothing is being asked."))


def _digest(turn: Turn, coach: Coach, rest: str) -> None:
    if not rest and wanted.as_one(turn, coach):
        return overview.show(turn, coach)
    return digesting.now(turn, coach, rest)


COMMANDS: tuple[Command[Coach], ...] = (
    Command("invite", line("A link for one client"), admitting.invite),
    Command("invites", line("Open links; take one back"), admitting.show),
    Command("session", line("Log a coaching session"), booking.log),
    Command("sessions", line("Move or cancel one"), meeting.show),
    Command("digest", line("What clients shared this week"), _digest),
    Command("weekly", line("Day, hour and form of the digest"), overview.settings),
    Command("email", line("The overview by e-mail"), posting.show),
    Command("desk", line("Your pages in a browser"), visiting.link),
    Command("clients", line("Who is with you"), card.everyone),
    Command("client", line("How things stand with one client"), card.find),
    Command("plan", line("What comes in two weeks"), foreseeing.plan),
    Command("assign", line("A script for a client, once, on or off"), assigning.begin),
    Command("ask", line("A question of your own for a client"), questioning.begin),
    Command("spare", line("Topics to leave out for a client"), sparing.begin),
    Command("suggest", line("Suggest a rhythm to a client"), suggesting.begin),
    Command("note", line("A note for you alone"), noting.begin),
    Command("notes", line("Your notes; delete one"), noting.read),
    Command("words", line("Words in pages for one client"), filling.begin),
    Command("moments", line("Moments of the last session, side by side"), witnessing.begin),
    Command("goals", line("The goals with a client"), goalsetting.begin),
    Command("agreement", line("The working agreement with a client"), countersigning.begin),
    Command("peer", line("A note for a peer, without names"), consulting.begin),
    Command("ending", line("The last day with a client"), arranging.ending),
    Command("calendar", line("The coaching sessions as a calendar file"), calendar.give),
    Command("holiday", line("Days on which you are away"), holiday.begin),
    Command("scripts", line("The scripts: read, play, begin"), playing.listed),
    Command("journal", line("What you wrote for yourself"), playing.journal),
    Command("profile", line("What clients read about you"), presenting.show),
    Command("welcome", line("Your own words to each client who joins"), welcoming.ask),
    Command("handover", line("Another coach goes on with a client"), handing.begin),
    Command("leave", line("Be a coach here no more"), handing.leave, shown=False),
    Command("where", line("Ask a client where they are"), arranging.ask_place),
    Command("zone", line("Where you are"), enrolling.ask_zone),
    Command("checklist", line("What to settle before the first client"), readiness.show, shown=False),
    Command("takeback", line("Take back the latest change"), undoing.latest),
    Command("help", line("What there is"), help),
    Command("cancel", line("Leave what is being asked"), nothing_open),
)
"""The commands of a coach."""
