"""A coach's free words: what is plain is done or offered."""

from dataclasses import dataclass

from bot.core.base import wall
from bot.core.understand import desk, names
from bot.core.understand.desk import Errand
from bot.people import choosing, roster
from bot.people.coach import (
    assigning,
    booking,
    card,
    carried,
    digesting,
    holiday,
    meeting,
    questioning,
    session_words,
    suggesting,
)
from bot.people.turn import Turn, send
from bot.store.people import Client, Coach


@dataclass(frozen=True, slots=True)
class DeskWish:
    """What words plainly ask for: with whom, and what stands beside the name."""

    errand: Errand
    clients: tuple[Client, ...]
    rest: str
    given: str = ""  # whom and what, as it was written, where something is asked of a client or given to one


def plain(turn: Turn, coach: Coach, words: str) -> DeskWish | None:
    """What the words plainly ask for; None where that is nothing."""
    asked = desk.errand(words)
    if (found := _for_one(turn, coach, words)) is not None:
        return found
    if (days := desk.away(words)) and holiday.fits(turn, coach, days):
        return DeskWish(Errand("away", days), (), days)
    its = roster.known(roster.everybody(turn, coach))
    named = names.within(asked.rest, its) or (names.nearly(asked.rest, its) if asked.verb else ())
    ids = named[0].ids if named else ()
    clients = tuple(one for number in ids if (one := roster.one(turn, coach, number)))
    found = DeskWish(asked, clients, named[0].rest if named else asked.rest)
    if asked.verb in ("read", "seen"):
        return found if clients else None
    if asked.verb == "when":
        return found if clients or not asked.rest.replace("next", "").strip() else None
    if asked.verb == "quiet":
        return found
    if clients and (asked.verb == "see" or not (found.rest or asked.verb)):
        return found
    if asked.verb in ("cancel", "move"):
        return found if clients or days_in(turn, coach, found.rest) else None
    if clients and session_words.begun(turn, coach, found.rest):
        return found
    return found if roster.own(turn, coach) and session_words.fits(turn, coach, found.rest) else None


def _for_one(turn: Turn, coach: Coach, words: str) -> DeskWish | None:
    """ "Ask Regula: what helped?" or "give Regula stuck": plain where a client is named right behind the verb."""
    for verb, given in (("ask", desk.to_ask(words)), ("give", desk.to_give(words))):
        ways = names.named(given.replace(":", " ", 1), roster.known(roster.own(turn, coach)))
        if ways and ways[0].whole:
            return DeskWish(Errand(verb, given), (), ways[0].rest, given)
    given = desk.to_suggest(words)
    ways = names.within(given, roster.known(roster.own(turn, coach)))
    if ways and (desk.often(ways[0].rest) or suggesting.hours_in(coach, ways[0].rest)):
        return DeskWish(Errand("suggest", given), (), ways[0].rest, given)
    return None


def heard(turn: Turn, coach: Coach, words: str) -> None:
    """Do or offer what the words plainly ask for."""
    found = plain(turn, coach, words)
    if found is None:
        return None
    if found.errand.verb == "away":
        return holiday.begin(turn, coach, found.rest)
    if found.errand.verb == "ask":
        return questioning.begin(turn, coach, found.given)
    if found.errand.verb == "suggest":
        return suggesting.begin(turn, coach, found.given)
    if found.errand.verb == "give":
        return assigning.begin(turn, coach, found.given)
    if found.errand.verb in ("cancel", "move"):
        return _session(turn, coach, found)
    if found.errand.verb == "when":
        return meeting.show_of(turn, coach, found.clients)
    if found.errand.verb == "seen":
        return carried.show(turn, coach, found.clients)
    if found.errand.verb == "quiet":
        return card.quiet(turn, coach)
    if found.errand.verb == "read":
        for client in found.clients:
            digesting.bring(turn, coach, client)
        return None
    if found.errand.verb == "see" or not found.rest:
        return card.show_all(turn, coach, found.clients)
    return choosing.client(turn, coach, booking.WHOM, found.errand.rest)


def offer_to_cancel(turn: Turn, coach: Coach, client: Client, words: str) -> None:
    """The session of one client that words mean, to be cancelled; the next where they name no day."""
    _session(turn, coach, DeskWish(Errand("cancel", words), (client,), words))


def offer_to_move(turn: Turn, coach: Coach, clients: tuple[Client, ...]) -> None:
    """The next session of these clients, of anybody where none is named, to be moved."""
    _session(turn, coach, DeskWish(Errand("move", ""), clients, ""))


def to_cancel(turn: Turn, coach: Coach, words: str) -> list[str] | None:
    """Which coaching sessions "cancel" and these words offer, by key; None where they mean none."""
    found = plain(turn, coach, f"cancel {words}")
    if found is None or found.errand.verb != "cancel":
        return None
    return _offered(turn, coach, found)[0]


def days_in(turn: Turn, coach: Coach, words: str) -> frozenset[object]:
    """Every day that some of the words may mean."""
    today = wall.local(turn.now, coach.zone).date()
    return frozenset(desk.days(words, today, coach.language))


def _session(turn: Turn, coach: Coach, found: DeskWish) -> None:
    """The coaching session that is meant, to be cancelled or moved; where that is not sure, one to choose."""
    keys, missed = _offered(turn, coach, found)
    before, to = desk.split_at_to(found.rest)
    whose = found.clients or roster.own(turn, coach)
    over = meeting.begun_on(turn, coach, whose, days_in(turn, coach, before)) if missed else ""
    if not keys:
        none = meeting.none_ahead(turn, coach, found.clients)
        return send(turn, coach.id, "\n".join(filter(None, (over, none))))
    return meeting.offer(turn, coach, found.errand.verb, keys, to=to, missed=missed, over=over)


def _offered(turn: Turn, coach: Coach, found: DeskWish) -> tuple[list[str], bool]:
    """The keys of what is offered, and whether none was found on the day that was named."""
    before, _ = desk.split_at_to(found.rest)
    return meeting.upcoming(turn, coach, found.clients, days_in(turn, coach, before))
