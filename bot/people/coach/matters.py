"""A coach's free words beyond the desk: thanks, words for a client, a reminder, who waits; else the nearest."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.core.base import wall
from bot.core.base.line import line
from bot.core.talk.exchange import Dialogue
from bot.core.understand import desk, matter, names, nobody, undone
from bot.core.understand.folding import same
from bot.core.understand.matter import Topic
from bot.i18n import texts
from bot.people import arranging, dialogue, gathering, roster
from bot.people.coach import (
    admitting,
    assigning,
    card,
    carried,
    coach_commands,
    digesting,
    foreseeing,
    goalsetting,
    granting,
    handing,
    holiday,
    hurried,
    meeting,
    noting,
    overview,
    posting,
    questioning,
    replying,
    several,
    speech,
    undoing,
)
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, number, send
from bot.store import invites, people
from bot.store.people import Client, Coach
from bot.telegram import Message, escape


@dataclass(frozen=True, slots=True)
class CoachMatter:
    """What words are about, and with whom; "desk": what the desk does; "near": nothing plain, but of somebody."""

    topic: Topic | str
    clients: tuple[Client, ...] = ()
    words: str = ""  # what is to be written, where a client is addressed: as it was typed


def plain(turn: Turn, coach: Coach, words: str, free: bool) -> CoachMatter | None:
    """What the words are about; None where that is nothing. ``free``: no question of the bot's stands open."""
    if several.meant(turn, coach, words) is not None:
        return CoachMatter("several")
    if undone.undone(words):
        return CoachMatter("undo")
    if free and _is_new(turn, coach, desk.invited(words)):
        return CoachMatter("invite")
    if free and (button := granting.in_words(turn, coach, words)):
        return CoachMatter("granted", (), button)
    if (addressed := _addressed(turn, coach, words)) is not None:
        return addressed
    wish = speech.plain(turn, coach, words)
    if not (wish and wish.clients) and (name := _stranger(turn, coach, words)):
        return CoachMatter("nobody", (), name)
    if not free:
        return CoachMatter("desk") if wish else None
    clients, whole = _named(turn, coach, words)
    topic = matter.of(words, bool(clients), coach.language)
    if wish is not None and not _beyond(wish, topic, words):
        return CoachMatter("desk")
    if wish is not None and wish.errand.verb == "ask" and clients and desk.about_asking(words):
        return CoachMatter("ask", clients)
    if clients and desk.of_the_coach(words):
        return CoachMatter("sent", clients)
    if topic:
        return CoachMatter(topic, clients)
    if clients and desk.about_asking(words):
        return CoachMatter("ask", clients)
    return CoachMatter("near", clients) if clients and whole else None


_WEAK = ("near", "none", "stands", "help")
"""What words are about only where nothing else is asked."""


def beside(turn: Turn, coach: Coach, words: str) -> CoachMatter | None:
    """What words are about that answer no question which stands open; None where that is not plain enough."""
    found = plain(turn, coach, words, True)
    return None if found is None or found.topic in _WEAK else found


_ORDERS = ("when", "seen", "quiet", "read", "cancel", "move")
_LOOKS = ("met", "week", "clients", "undo", "plan", "briefs", "past", "help", "quiet", "all-read")
"""What the desk is ordered, and topics that nobody writes to a client in so few words."""


def order(turn: Turn, coach: Coach, words: str) -> CoachMatter | None:
    """What words can only be meant to order; None where they may be words for somebody."""
    found = plain(turn, coach, words, True) if desk.order(words) else None
    if found is None or found.topic in _LOOKS:
        return found
    wish = speech.plain(turn, coach, words) if found.topic == "desk" else None
    if wish is None:
        return None
    return found if wish.errand.verb in _ORDERS or (wish.errand.verb == "see" and wish.clients) else None


def _addressed(turn: Turn, coach: Coach, words: str) -> CoachMatter | None:
    """ "Reply to Ada: …", whatever comes then; None where nobody is written to in so many words."""
    whom, said, reply = matter.addressed(words)
    if not whom or not (said or reply):
        return None
    mine = {one.id: one for one in roster.everybody(turn, coach)}
    ways = names.named(whom.rstrip(" ,"), roster.known(mine.values()))
    way = next((one for one in ways if not (said and one.rest)), None)
    if way is None or not (way.whole or said):
        way = next((one for one in names.within(whom, roster.known(mine.values())) if not one.rest), None)
    if way is None:
        return None
    found = tuple(mine[one] for one in way.ids)
    each = said or _words(found[0], words, matter.words_for) or way.rest
    return CoachMatter("reply", found, each)


def _is_new(turn: Turn, coach: Coach, name: str) -> bool:
    """Whether somebody is to be invited who is no client by just that name."""
    return bool(name) and not any(
        same(name) == same(one) for _, one in roster.known(roster.everybody(turn, coach))
    )


def _stranger(turn: Turn, coach: Coach, words: str) -> str:
    """Who is named where a client would be, and is none of theirs, nor nearly; else "". Somebody may have left."""
    name = nobody.named(words, coach.language)
    mine = roster.known(roster.everybody(turn, coach))
    return "" if not name or names.within(words, mine) or names.named(name, mine) else name


def named(turn: Turn, coach: Coach, words: str) -> bool:
    """Whether the words name a client of theirs, anywhere in them."""
    return bool(_named(turn, coach, words)[0])


def _named(turn: Turn, coach: Coach, words: str) -> tuple[tuple[Client, ...], bool]:
    """Whom the words name, anywhere in them, and whether by a whole name."""
    mine = {one.id: one for one in roster.everybody(turn, coach)}
    its = roster.known(mine.values())
    way = next(iter(names.within(words, its)), None)
    return (tuple(mine[one] for one in way.ids), way.whole) if way else ((), False)


_MORE_THAN_A_CARD = ("met", "goals", "digest", "plan", "scripts", "note", "past", "links", "label")
"""Topics that say more than that somebody is to be shown."""


def _beyond(wish: speech.DeskWish, topic: Topic, words: str) -> bool:
    """Whether what the desk would do misses what is said: "show Ada's goals" is more than Ada's card."""
    match wish.errand.verb:
        case "see":
            return topic in _MORE_THAN_A_CARD and bool(wish.rest)
        case "read":
            return desk.of_the_coach(words)
        case "ask" | "give":
            return desk.about_asking(words) or (topic == "lighter" and not set(words) & set("?؟:"))
        case "when" | "log" | "":
            return topic in ("past", "late", "undo")
        case "quiet":
            return topic == "week"
        case _:
            return False


def heard(turn: Turn, coach: Coach, words: str, found: CoachMatter) -> None:
    """Do or offer it; of two clients of one name, ask which."""
    if found.topic == "granted":
        return granting.tapped(turn, coach, found.words)
    if found.topic == "several":
        return several.heard(turn, coach, words)
    if found.topic == "nobody":
        return _nobody(turn, coach, found.words)
    if found.topic == "desk":
        return speech.heard(turn, coach, words)
    if found.topic == "reply" and len(found.clients) == 1:
        return _reply(turn, coach, found.clients[0], found.words)
    if found.topic == "reply" and found.words:
        return _ask_whom(turn, coach, found.clients, found.words)
    if len(found.clients) > 1:
        return card.show_all(turn, coach, found.clients)
    if found.clients:
        return _of_one(turn, coach, found.clients[0], found.topic, words)
    return _of_all(turn, coach, found.topic, words)


def _nobody(turn: Turn, coach: Coach, name: str) -> None:
    """Nobody of that name is with the coach: a link waits for them, or nothing here remembers that somebody was."""
    t = texts(coach.language)
    if any(same(one.label) == same(name) for one in invites.open_of(turn.tx, coach.id, "client", turn.now)):
        send(turn, coach.id, t.t("{name} has not come in yet. The open links:", name=escape(name)))
        return admitting.show(turn, coach, "")
    if names.named(name, roster.known(people.clients_of(turn.tx, coach.id))):
        return send(
            turn, coach.id, t.t("{name} is still joining; nothing is shared before that.", name=escape(name))
        )
    none = t.t("No client of yours is called {name} here; /clients shows who is.", name=escape(name))
    gone = t.t("Of somebody who left and erased everything no name is kept.")
    return send(turn, coach.id, f"{none} {gone}")


def _of_all(turn: Turn, coach: Coach, topic: str, words: str) -> None:
    match topic:
        case "lately":
            digesting.show_lately(turn, coach, roster.everybody(turn, coach))
        case "met":
            meeting.show_of(turn, coach, (), speech.days_in(turn, coach, words))
        case "clients":
            card.everyone(turn, coach)
        case "undo":
            undoing.latest(turn, coach, "", in_words=True)
        case "none":
            coach_commands.nothing_open(turn, coach, "")
        case "late":
            hurried.late(turn, coach, (), words)
        case "ill":
            _ill(turn, coach)
        case "past":
            meeting.show_past(turn, coach, roster.own(turn, coach))
        case "briefs":
            _next_brief(turn, coach)
        case "all-read":
            _all_read(turn, coach)
        case "help":
            coach_commands.help(turn, coach)
        case "quiet":
            card.quiet(turn, coach)
        case "away":
            days = sorted(map(str, speech.days_in(turn, coach, words)))
            holiday.begin(turn, coach, f"{days[0]} {days[-1]}" if days else "")
        case _:
            _of_the_week(turn, coach, topic, words)


def _of_the_week(turn: Turn, coach: Coach, topic: str, words: str) -> None:
    match topic:
        case "invite":
            admitting.invite(turn, coach, desk.invited(words))
        case "when":
            said = matter.choice(words)
            overview.settings(turn, coach, said if overview.in_words(coach, said) else "")
        case "mail":
            posting.show(turn, coach)
        case _:
            overview.show(turn, coach)


def _ill(turn: Turn, coach: Coach) -> None:
    """What can be done about the coach's own day: its sessions, and days away."""
    t, today = texts(coach.language), wall.local(turn.now, coach.zone or "UTC").date()
    send(turn, coach.id, t.t("Thank you for saying so. No person reads it here. /holiday is for days away."))
    meeting.show_of(turn, coach, (), frozenset((today,)))


def _next_brief(turn: Turn, coach: Coach) -> None:
    """What there is of whoever is met next; nobody is: the overview."""
    coming = meeting.coming(turn, coach)
    if not coming:
        return overview.show(turn, coach)
    return digesting.bring(turn, coach, coming[0][0])


def _all_read(turn: Turn, coach: Coach) -> None:
    """What waits to be read of every client is marked so."""
    waiting = [one for one in roster.own(turn, coach) if digesting.unread(turn, coach, one)]
    for client in waiting:
        digesting.read_all(turn, coach, client)
    if not waiting:
        send(turn, coach.id, texts(coach.language).t("Nothing waits to be read."))


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
            _note(turn, coach, client, words)
        case "absent":
            speech.offer_to_cancel(turn, coach, client, words)
        case "digest" if desk.lately(words)[0]:
            digesting.show_lately(turn, coach, [client])
        case "digest":
            digesting.bring(turn, coach, client)
        case "lately":
            digesting.show_lately(turn, coach, [client])
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
            assigning.named(turn, coach, client, words)
        case "archive" if matter.begins(words, "archiv", "ارشف"):
            card.archive(turn, coach, client, aside=True)
        case "ending":
            said = re.sub(r"(?<!\w)(?:one|eine?[nrs]?|una?)(?!\w)", " ", words)  # no day of a month
            days = list(map(str, speech.days_in(turn, coach, said)))
            arranging.ending(
                turn, coach, " ".join((client.name or client.label, *(days if len(days) == 1 else ())))
            )
        case "handover":
            handing.begin(turn, coach, client.name or client.label)
        case "met":
            meeting.show_of(turn, coach, [client])
        case "move":
            speech.offer_to_move(turn, coach, (client,))
        case "late":
            hurried.late(turn, coach, (client,), words)
        case "label":
            card.ask_label(turn, coach, client)
        case "links":
            admitting.show(turn, coach, "")
        case "past":
            meeting.show_past(turn, coach, [client])
        case "near":
            _nearest(turn, coach, client)
        case _:
            card.show(turn, coach, client)


def _note(turn: Turn, coach: Coach, client: Client, words: str) -> None:
    """A note is kept, or those there are are shown: "my notes on Ada" asks for them."""
    said = _words(client, words, matter.words_about)
    if said or matter.imperative(words):
        return noting.keep(turn, coach, client, said)
    return noting.show(turn, coach, client)


def _words(client: Client, words: str, behind: Callable[[str, str], str]) -> str:
    """What stands behind the verb and the name, whichever of their names it is."""
    each = [*filter(None, (client.name, client.label)), *client.name.split()[:1]]
    each.sort(key=len, reverse=True)  # "Jonas" would leave the rest of "Jonas Huber" in the words
    return next((said for name in each if (said := behind(words, name))), "")


def _answer(turn: Turn, coach: Coach, client: Client, topic: str, words: str) -> None:
    """Thanks, or words that are shown back first, to the latest that reached the coach; what is new comes first."""
    if topic != "thank":
        return _reply(turn, coach, client, _words(client, words, matter.words_for))
    bare = next((one.rest for one in names.within(words, roster.known([client]))), words)
    if not matter.thanks_alone(bare):  # more than thanks is said: it goes in the coach's own words
        return _reply(turn, coach, client, "")
    if (found := replying.latest(turn, coach, client)) is not None:
        return replying.tapped(turn, coach, "thank", found.mark)
    return _nothing_yet(turn, coach, client)


def _reply(turn: Turn, coach: Coach, client: Client, words: str) -> None:
    """Words for a client are shown back before they go, whatever is in them."""
    found = replying.latest(turn, coach, client)
    if found is None and words and gathering.news(turn, coach, client):  # what they answer comes first
        digesting.bring(turn, coach, client)
        found = replying.latest(turn, coach, client)
    if found is not None:
        return replying.write(turn, coach, found, words, named=True)
    return _nothing_yet(turn, coach, client, words)


def _ask_whom(turn: Turn, coach: Coach, clients: tuple[Client, ...], words: str) -> None:
    """Words for one of several of a name wait until it is said for whom they are."""
    t = texts(coach.language)
    rows: Rows = tuple(((roster.called(turn, t, one), str(one.id)),) for one in clients[:90])
    dialogue.ask(turn, coach.id, "coach", "replywho", t.t("Whom do you mean?"), rows, draft={"words": words})


def _whom_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    client = roster.one(turn, coach, number(value))
    if client is not None:
        dialogue.end(turn, coach.id)
        _reply(turn, coach, client, asked.draft["words"])


STEPS: dict[str, Question[Coach]] = {
    "replywho": Question(line("Your answer"), _whom_said, again="digest", drafts="words")
}


def _nothing_yet(turn: Turn, coach: Coach, client: Client, words: str = "") -> None:
    t = texts(coach.language)
    if gathering.news(turn, coach, client):
        return digesting.bring(turn, coach, client)
    name = escape(roster.called(turn, t, client))
    text = t.t("Nothing that {name} shared has reached you yet, so there is nothing to answer.", name=name)
    if words:
        text += (
            "\n" + t.t("It stands here, and went nowhere:") + f"\n<blockquote>{escape(words)}</blockquote>"
        )
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


def _nearest(turn: Turn, coach: Coach, client: Client) -> None:
    """Three things about whoever is named."""
    t = texts(coach.language)
    name = escape(roster.called(turn, t, client))
    text = t.t("Nothing is done with that here. About {name} there is:", name=name)
    rows: Rows = (
        ((t.t("How things stand"), f"k:card:{client.id}"),),
        ((t.t("What they shared"), f"k:open:{client.id}"),),
        ((t.t("My notes"), f"k:notes:{client.id}"),),
    )
    send(turn, coach.id, text, rows)
