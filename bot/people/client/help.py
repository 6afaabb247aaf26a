"""What this is and is not: where help is, who wrote the questions and who reads, and the limits of it all."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from bot.i18n import N_, Texts, texts
from bot.people import (
    absence,
    commands,
    credentials,
    dated,
    hosting,
    library,
    numbers,
    planning,
    reader,
    wanted,
)
from bot.people.client.settled import others
from bot.people.commands import Command
from bot.people.turn import Turn, send
from bot.store import people
from bot.store.people import Client
from bot.telegram import escape

MONDAY = date(2026, 1, 5)


def show(turn: Turn, client: Client, table: Sequence[Command[Client]]) -> None:
    """Where help is, first of all; then who reads, and every command there is (docs/evidence.md)."""
    t, coach = texts(client.language), _coach(turn, client)
    here = numbers.found(turn, client)
    said = (
        t.t(
            "This is a script, written by people. It is not an emergency service, and nobody is reading now."
        ),
        numbers.emergency(t, here) + " " + t.t("/country changes whose numbers these are."),
        numbers.listed(turn, t, here),
        reads(turn, t, client, coach),
        t.t("For anything sooner, reach {coach} directly. You can pass on any question.", coach=coach)
        if reader.of(turn, client)
        else t.t("You can pass on any question."),
        deleting(t),
        commands.listed(t, table),
        _begins(turn, t, client),
    )
    send(turn, client.id, "\n\n".join(filter(None, said)))


def _begins(turn: Turn, t: Texts, client: Client) -> str:
    """Every question that a client can begin by its own command."""
    live = (one for one in library.all_live(turn.tx, client.language) if one.script.header.for_ == "client")
    listed = t.list(f"/{one.name.replace('-', '_')}" for one in live)
    return t.t("Begin questions yourself: {commands}.", commands=listed) if listed else ""


def about(turn: Turn, client: Client, value: str = "") -> None:
    """Who is at the other end: who wrote the questions, who reads and when, how to reach a person (A17, A19)."""
    t, coach = texts(client.language), _coach(turn, client)
    said = (
        t.t(
            "Interlude is a script. No person and no AI answers here; it asks what was written beforehand, and "
            "keeps what you write."
        ),
        t.t("The questions are by: {authors}.", authors=escape(t.list(_authors(turn, client)))),
        reads(turn, t, client, coach),
        _card(turn, t, client),
        hosting.where(turn, t),
        t.t("For a person, reach {coach} directly. /help says where help is.", coach=coach)
        if reader.of(turn, client)
        else t.t("/help says where help is."),
    )
    send(turn, client.id, "\n\n".join(filter(None, said)))


def answer(turn: Turn, client: Client) -> str:
    """What is true for whoever asks in words who is here, who reads, how it works or how to delete."""
    t = texts(client.language)
    said = (
        t.t("No person and no AI answers here: people wrote the questions, and a script asks them."),
        reads(turn, t, client, _coach(turn, client)),
        deleting(t),
        t.t("/about says more; /erase erases all you wrote."),
    )
    return " ".join(said)


def deleting(t: Texts) -> str:
    """What a client cannot see: that no bot is told of a message that is deleted in the chat."""
    return t.t(
        "What you delete in this chat stays kept here: Telegram does not tell bots of it. /unsay erases your "
        "latest message here."
    )


def next_session(turn: Turn, client: Client) -> str:
    """When the next coaching session is, as the coach noted it; the same in a pause and after a stop."""
    t, coach = texts(client.language), _coach(turn, client)
    if (at := planning.session_at(turn, client, ahead=True)) is None:
        if reader.of(turn, client) is None:
            return t.t("No coming coaching session is noted here.")
        return t.t("No coming coaching session is noted here; {coach} knows.", coach=coach)
    when = dated.shown(t, at, client.where)
    return t.t("Your next coaching session, as {coach} noted it: {when}.", coach=coach, when=when)


def _card(turn: Turn, t: Texts, client: Client) -> str:
    """What the coach says of themself; "" where that is nothing, or they left."""
    mine = reader.of(turn, client)
    return credentials.card(turn, t, mine) if mine is not None else ""


def reads(turn: Turn, t: Texts, client: Client, coach: str) -> str:
    """Who reads, and on which day and hour, their own, it comes to them."""
    mine = people.coach(turn.tx, client.coach_id)
    if mine is not None and mine.state == "left":
        return reader.nobody(turn, client)
    usual = turn.config.digest
    day, hour = wanted.day_and_hour(turn, mine) if mine else (usual.weekday, usual.hour)
    text = t.t(
        "What you share goes to {coach} once a week: {day} at {time}, by the clock there. A brief before a "
        "session can come earlier, and {coach} can ask for it in between. When it is read is up to {coach}.",
        coach=coach,
        day=t.weekday(MONDAY + timedelta(days=day), long=True),
        time=t.clock(datetime.combine(MONDAY, time(hour), UTC)),
    )
    return " ".join(filter(None, (text, absence.said(turn, client))))


def stored(turn: Turn, client: Client) -> str:
    """Where what is written is, and who gets it: for whoever asks after anybody but the coach."""
    t = texts(client.language)
    said = (
        t.t("Nothing here gives your words to an AI, or to anybody you did not choose."),
        _encrypted(t),
        reads(turn, t, client, _coach(turn, client)),
    )
    return " ".join(said)


def _encrypted(t: Texts) -> str:
    return t.t(
        "What is kept here is encrypted; whoever runs this bot holds the key. Telegram keeps a copy of its own, "
        "and chats with bots are not end-to-end encrypted."
    )


def limits(turn: Turn, client: Client, value: str = "") -> None:
    """What to expect and what not: hours, how often, who can read, no emergency service (B9)."""
    t, coach = texts(client.language), _coach(turn, client)
    quiet = planning.quiet_of(client)
    said = (
        t.t(
            "No question comes in your quiet hours, {hours}, and the bot begins once a day at most. /menu changes "
            "days, hours and how often.",
            hours=f"{quiet.starts:%H:%M}-{quiet.ends:%H:%M}",
        ),
        others(t),
        t.t(
            "While nothing is answered, fewer come, then one that asks whether this is of use, and then none. Any "
            "word or tap brings them back as chosen."
        ),
        t.t(
            "{coach} sees what you share, and whether you are active, quiet, paused or stopped. Private answers "
            "stay out, their number too.",
            coach=coach,
        )
        if reader.of(turn, client)
        else "",
        reads(turn, t, client, coach),
        _encrypted(t),
        deleting(t),
        t.t("It is not an emergency service, and nobody is watching. /help says where help is."),
    )
    send(turn, client.id, "\n\n".join(filter(None, said)))


def _coach(turn: Turn, client: Client) -> str:
    return escape(people.coach_name(turn.tx, client.coach_id))


def _authors(turn: Turn, client: Client) -> list[str]:
    """Everybody who wrote a script that this client can be asked; the makers in the client's language."""
    found = (one.script.header for one in library.all_live(turn.tx, client.language))
    makers = texts(client.language).t("The Interlude developers, makers of this bot")
    authors = {head.author for head in found if head.for_ == "client"}
    return sorted(makers if author == MAKERS else author for author in authors)


MAKERS = N_("The Interlude developers, makers of this bot")
"""How the scripts that come with the bot name their authors, in each language."""
