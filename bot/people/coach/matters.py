"""A coach's free words beyond the desk: thanks, words for a client, a reminder, who waits; else the nearest."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bot import safety_lists
from bot.core.understand import desk, matter, names
from bot.core.understand.matter import Topic
from bot.i18n import texts
from bot.people import arranging, gathering, roster
from bot.people.coach import (
    admitting,
    assigning,
    card,
    carried,
    digesting,
    foreseeing,
    goalsetting,
    handing,
    meeting,
    noting,
    overview,
    posting,
    questioning,
    replying,
    speech,
)
from bot.people.turn import Rows, Turn, send
from bot.store.people import Client, Coach
from bot.telegram import escape


@dataclass(frozen=True, slots=True)
class CoachMatter:
    """What words are about, and with whom; "desk": what the desk does; "near": nothing plain, but of somebody."""

    topic: Topic | str
    clients: tuple[Client, ...] = ()


def plain(turn: Turn, coach: Coach, words: str, free: bool) -> CoachMatter | None:
    """What the words are about; None where that is nothing. ``free``: no question of the bot's stands open."""
    wish = speech.plain(turn, coach, words)
    if not free:
        return CoachMatter("desk") if wish else None
    clients, whole = _named(turn, coach, words)
    topic = matter.of(words, bool(clients))
    if wish is not None and not _beyond(wish, topic, words):
        return CoachMatter("desk")
    if clients and desk.of_the_coach(words):
        return CoachMatter("sent", clients)
    if topic:
        return CoachMatter(topic, clients)
    if clients and desk.about_asking(words):
        return CoachMatter("ask", clients)
    return CoachMatter("near", clients) if clients and whole else None


def _named(turn: Turn, coach: Coach, words: str) -> tuple[tuple[Client, ...], bool]:
    """Whom the words name, anywhere in them, and whether by a whole name."""
    mine = {one.id: one for one in roster.everybody(turn, coach)}
    its = roster.known(mine.values())
    way = next(iter(names.within(words, its)), None)
    return (tuple(mine[one] for one in way.ids), way.whole) if way else ((), False)


def _beyond(wish: speech.DeskWish, topic: Topic, words: str) -> bool:
    """Whether what the desk would do misses what is said: "show Ada's goals" is more than Ada's card."""
    match wish.errand.verb:
        case "see":
            return topic in ("goals", "digest", "plan", "scripts", "note") and bool(wish.rest)
        case "read":
            return desk.of_the_coach(words)
        case "ask":
            return desk.about_asking(words)
        case "quiet":
            return topic == "week"
        case _:
            return False


def heard(turn: Turn, coach: Coach, words: str, found: CoachMatter) -> None:
    """Do or offer it; of two clients of one name, ask which."""
    if found.topic == "desk":
        return speech.heard(turn, coach, words)
    if len(found.clients) > 1:
        return card.show_all(turn, coach, found.clients)
    if found.clients:
        return _of_one(turn, coach, found.clients[0], found.topic, words)
    return _of_all(turn, coach, found.topic, words)


def _of_all(turn: Turn, coach: Coach, topic: str, words: str) -> None:
    match topic:
        case "lately":
            digesting.show_lately(turn, coach, roster.everybody(turn, coach))
        case "met":
            meeting.show_of(turn, coach, (), speech.days_in(turn, coach, words))
        case "clients":
            card.everyone(turn, coach)
        case "invite":
            admitting.invite(turn, coach, desk.invited(words))
        case "when":
            overview.settings(turn, coach, words if overview.in_words(coach, words) else "")
        case "mail":
            posting.show(turn, coach)
        case _:
            overview.show(turn, coach)


def _of_one(turn: Turn, coach: Coach, client: Client, topic: str, words: str) -> None:
    match topic:
        case "remind":
            replying.remind(turn, coach, client, matter.reminder(words))
        case "thank" | "write":
            _answer(turn, coach, client, topic, words)
        case "sent":
            carried.show(turn, coach, [client])
        case "read":
            digesting.read_all(turn, coach, client)
        case "note":
            noting.keep(turn, coach, client, _words(client, words, matter.words_about))
        case "absent":
            speech.offer_to_cancel(turn, coach, client, words)
        case "digest" if desk.lately(words)[0]:
            digesting.show_lately(turn, coach, [client])
        case "digest":
            digesting.bring(turn, coach, client)
        case "lighter":
            _only_theirs(turn, coach, client)
        case "ask":
            questioning.look(turn, coach, client, "")
        case _:
            _of_the_card(turn, coach, client, topic, words)


def _of_the_card(turn: Turn, coach: Coach, client: Client, topic: str, words: str) -> None:
    match topic:
        case "goals":
            goalsetting.show(turn, coach, client)
        case "plan":
            foreseeing.plan_of(turn, coach, [client])
        case "scripts":
            assigning.which(turn, coach, client, "")
        case "archive":
            card.archive(turn, coach, client, aside=True)
        case "ending":
            arranging.ending(turn, coach, client.name or client.label)
        case "handover":
            handing.begin(turn, coach, client.name or client.label)
        case "near":
            _nearest(turn, coach, client, words)
        case _:
            card.show(turn, coach, client)


def _words(client: Client, words: str, behind: Callable[[str, str], str]) -> str:
    """What stands behind the verb and the name, whichever of their names it is."""
    each = [*filter(None, (client.name, client.label)), *client.name.split()[:1]]
    return next((said for name in each if (said := behind(words, name))), "")


def _answer(turn: Turn, coach: Coach, client: Client, topic: str, words: str) -> None:
    """Thanks, or words that are shown back first, to the latest that reached the coach; what is new comes first."""
    found, t = replying.latest(turn, coach, client), texts(coach.language)
    if found is not None and topic == "thank":
        return replying.tapped(turn, coach, "thank", found.mark)
    if found is not None:
        return replying.write(turn, coach, found, _words(client, words, matter.words_for))
    if gathering.news(turn, coach, client):
        return digesting.bring(turn, coach, client)
    name = escape(roster.called(turn, t, client))
    text = t.t("Nothing that {name} shared has reached you yet, so there is nothing to answer.", name=name)
    return send(turn, coach.id, text, (((t.t("A question for them"), f"k:ask:{client.id}"),),))


def _only_theirs(turn: Turn, coach: Coach, client: Client) -> None:
    """Pausing and stopping is the client's own; what a coach can do about it."""
    t = texts(coach.language)
    name = escape(roster.called(turn, t, client))
    text = t.t("Only {name} can pause or stop the questions. From you there is:", name=name)
    rows: Rows = (
        ((t.t("Suggest a rhythm"), f"k:suggest:{client.id}"),),
        ((t.t("Turn a script off"), f"k:give:{client.id}"),),
        ((t.t("Archive"), f"k:archive:{client.id}"),),
    )
    send(turn, coach.id, text, rows)


def _nearest(turn: Turn, coach: Coach, client: Client, words: str) -> None:
    """Three things about whoever is named; words that may need a person are not left at that."""
    t = texts(coach.language)
    name = escape(roster.called(turn, t, client))
    text = t.t("Nothing is done with that here. About {name} there is:", name=name)
    if safety_lists.find(words, coach.language, Path(turn.config.prompts.path)):
        note = t.t("Nobody watches for emergencies here; where somebody may be in danger, call for help now.")
        text = f"{note}\n\n{text}"
    rows: Rows = (
        ((t.t("How things stand"), f"k:card:{client.id}"),),
        ((t.t("What they shared"), f"k:open:{client.id}"),),
        ((t.t("My notes"), f"k:notes:{client.id}"),),
    )
    send(turn, coach.id, text, rows)
