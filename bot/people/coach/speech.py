"""A coach's free words: what is plain is done or offered."""

from dataclasses import dataclass

from bot.core.base import wall
from bot.core.understand import bookable, desk, names, shorthand, sought
from bot.core.understand.desk import Errand
from bot.core.understand.session_line import shifted
from bot.i18n import texts
from bot.people import choosing, planning, roster
from bot.people.coach import (
    assigning,
    booking,
    card,
    carried,
    digesting,
    holiday,
    hurried,
    meeting,
    questioning,
    seeking,
    session_words,
    suggesting,
)
from bot.people.turn import Turn, send
from bot.store.people import Client, Coach
from bot.telegram import escape


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
    if (quick := _hurried(turn, coach, words, asked)) is not None:
        return quick
    if (whole := _sentence(turn, coach, words, asked)) is not None:
        return whole
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
    asks = bool(set(words) & set("?؟")) and not bookable.asks_for(words)
    fits = session_words.plainly if asks else session_words.fits
    return found if roster.own(turn, coach) and fits(turn, coach, found.rest) else None


def _hurried(turn: Turn, coach: Coach, words: str, asked: Errand) -> DeskWish | None:
    """A session that was held, one that moves, all of a stretch cancelled: as somebody in a hurry writes it."""
    mine = roster.known(roster.own(turn, coach))
    ways = names.within(asked.rest if asked.verb == "cancel" else words, mine)
    ids = ways[0].ids if ways else ()
    clients = tuple(one for number in ids if (one := roster.one(turn, coach, number)))
    if asked.verb == "cancel":
        return _all(turn, coach, clients, ways[0].rest if ways else asked.rest, words)
    said = ways[0].rest if len(clients) == 1 else ""
    if said and sought.how_somebody_is(said):
        return DeskWish(Errand("how", said), clients, said)
    if what := sought.about(words) or sought.about(said):
        return DeskWish(Errand("find", what), clients, what)
    if said and shorthand.stayed_away(said):
        return DeskWish(Errand("absent", said), clients, said)
    rest = shorthand.held(said) if said and not set(words) & set("?؟") else None
    if rest is not None and hurried.was_held(turn, coach, rest):
        return DeskWish(Errand("held", rest), clients, rest)
    if said and shorthand.again(said) and hurried.again(turn, coach, clients[0], shorthand.again(said)):
        return DeskWish(Errand("again", said), clients, shorthand.again(said))
    if said and not asked.verb and desk.errand(said).verb == "cancel":
        return DeskWish(desk.errand(said), clients, desk.errand(said).rest)
    return _moves(turn, coach, clients, said) if said and not asked.verb else None


def _sentence(turn: Turn, coach: Coach, words: str, asked: Errand) -> DeskWish | None:
    """A session that is logged or moved in a whole sentence, or one of several things in a message."""
    if asked.verb not in ("", "log", "when", "absent", "move", "cancel") or sought.asks_when(words):
        return None
    if (found := _of_a_sentence(turn, coach, words, asked.verb)) is not None:
        return found
    for part in bookable.parts(words) if asked.verb in ("", "log") else ():
        found = _of_a_sentence(turn, coach, part, asked.verb)
        if found is not None and found.errand.verb == "book":
            left = words.replace(part, " ", 1).strip(" ,;.")
            return DeskWish(found.errand, found.clients, found.rest, left)
    return None


def _of_a_sentence(turn: Turn, coach: Coach, words: str, verb: str) -> DeskWish | None:
    ways = names.within(words, roster.known(roster.own(turn, coach)))
    client = roster.one(turn, coach, ways[0].ids[0]) if ways and len(ways[0].ids) == 1 else None
    if client is None or not ways[0].whole:
        return None
    rest, ahead = ways[0].rest, planning.session_at(turn, client, ahead=True)
    for old, new in bookable.moves(rest) if ahead and verb != "cancel" else ():
        known = bool(old) and bool(days_in(turn, coach, old))
        if shorthand.known(f"to {new}", coach.language) and (
            known or not old or verb or bookable.speaks_of_moving(rest)
        ):
            what = f"{old} to {new}" if known else f"to {new}"
            return DeskWish(Errand("move", what), (client,), what)
    if verb in ("move", "cancel"):
        return None
    if often := booking.more_often(turn, coach, client, rest):
        return DeskWish(Errand("often", often), (client,), often)
    if "?" in words and not bookable.asks_for(words):
        return None
    return DeskWish(Errand("book", rest), (client,), rest) if session_words.fits(turn, coach, rest) else None


def _moves(turn: Turn, coach: Coach, clients: tuple[Client, ...], said: str) -> DeskWish | None:
    """ "Ben to 4pm", "an hour later with Ada"; None where no new time is said."""
    moved = shorthand.moved(said)
    to = shorthand.later(said if moved is None else moved)
    by = shifted(to, turn.now.replace(tzinfo=None), coach.language)
    if not shorthand.known(to, coach.language) or (moved is None and by is None):
        return None
    rest = to if shorthand.TO.search(to) else f"to {to}"
    return DeskWish(Errand("move", rest), clients, rest)


def _all(turn: Turn, coach: Coach, clients: tuple[Client, ...], rest: str, words: str) -> DeskWish | None:
    """All sessions of a stretch, or of a client; None where one is meant."""
    days = shorthand.stretch(rest, wall.local(turn.now, coach.zone or "UTC").date(), coach.language)
    long = days is not None and days.last > days.first and not shorthand.one_of(words)
    if not (long or shorthand.every(words)) or hurried.several(turn, coach, clients, rest) is None:
        return None
    return DeskWish(Errand("all", rest), clients, rest)


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
    if found.errand.verb == "how":
        return seeking.how_is(turn, coach, found.clients[0])
    if found.errand.verb == "find":
        return seeking.find(turn, coach, found.clients or roster.own(turn, coach), found.rest)
    if found.errand.verb == "book":
        return _book(turn, coach, found)
    if found.errand.verb == "often":
        return booking.offer_more_often(turn, coach, found.clients[0], found.rest)
    if found.errand.verb == "held":
        return hurried.held(turn, coach, found.clients[0], found.rest)
    if found.errand.verb == "again":
        booking.offer_these(
            turn, coach, found.clients[0], hurried.again(turn, coach, found.clients[0], found.rest)
        )
        return None
    if found.errand.verb == "absent":
        return hurried.stayed_away(turn, coach, found.clients[0], found.rest)
    if found.errand.verb == "all":
        return hurried.ask_all(turn, coach, found.clients, found.rest)
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


def _book(turn: Turn, coach: Coach, found: DeskWish) -> None:
    """It is shown back; what else was written with it is said not to be taken."""
    if found.given:
        t = texts(coach.language)
        send(turn, coach.id, t.t("One thing at a time. Not taken yet: “{words}”", words=escape(found.given)))
    booking.ask_when(turn, coach, found.clients[0], found.rest)


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
    before, to = _from_to(turn, coach, found)
    whose = found.clients or roster.own(turn, coach)
    over = meeting.begun_on(turn, coach, whose, days_in(turn, coach, before)) if missed else ""
    if not keys:
        none = meeting.none_ahead(turn, coach, found.clients)
        return send(turn, coach.id, "\n".join(filter(None, (over, none))))
    return meeting.offer(turn, coach, found.errand.verb, keys, to=to, missed=missed, over=over)


def _offered(turn: Turn, coach: Coach, found: DeskWish) -> tuple[list[str], bool]:
    """The keys of what is offered, and whether none was found on the day that was named."""
    before, to = _from_to(turn, coach, found)
    on, there = days_in(turn, coach, before), days_in(turn, coach, to)
    if found.errand.verb == "move" and there and not on:
        return meeting.to_be_moved(turn, coach, found.clients, there, session_words.fits(turn, coach, to))
    return meeting.upcoming(turn, coach, found.clients, on)


def _from_to(turn: Turn, coach: Coach, found: DeskWish) -> tuple[str, str]:
    """Which session, and to when: "tuesday to thursday", "back an hour"."""
    before, to = desk.split_at_to(found.rest)
    for much in (shorthand.later(found.rest), shorthand.later(to)):
        if found.errand.verb == "move" and shifted(much, turn.now.replace(tzinfo=None), coach.language):
            return before if much == shorthand.later(to) else "", much
    return before, bookable.to_when(to)
