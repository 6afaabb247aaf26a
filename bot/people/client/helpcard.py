"""The help card: what is shown when words say that a life can be in danger, and what its answers do.

What it says first of all is locked (docs/safety.md). Nothing but an answer ends it; it quotes nothing.
"""

from datetime import timedelta

from bot.core.base.line import Line, line
from bot.core.safety.concern import Category
from bot.core.safety.helpline import Audience
from bot.core.understand.plight import Plight, plight, takes_back, withdraws
from bot.i18n import Texts, texts
from bot.people import alerting, comforts, numbers, planning, reader, reflecting, respite
from bot.people.client import country
from bot.people.client.settled import put_off
from bot.people.turn import ALERT, Rows, Turn, fresh_key, number, send, set_buttons, set_text
from bot.store import consents, help_cards, outbox, people
from bot.store.help_cards import HelpCard
from bot.store.people import Client
from bot.telegram import Message, escape

CORE = line("This is a script: it cannot help in an emergency, and nobody is reading this right now.")
"""Said on each card, word for word."""

ANSWERS: dict[Plight, Line] = {
    "danger": line("I am in danger now"),
    "safe": line("I am safe now"),
    "talk": line("I want to talk to someone"),
    "other": line("I am safe, this was about something else"),
    "someone": line("It is about someone else"),
}

ASIDE = {"0:where": False, "0:know": True}
"""What is tapped under the quiet line, and whether the coach is told then."""

BACK: tuple[Plight, ...] = ("safe", "other")
"""What can still be said after a call for somebody."""

CALLS: tuple[Plight, ...] = ("danger", "talk")
"""What asks for a person, also after it was said that there is no danger."""

FOLLOWS = timedelta(hours=1)
"""So long after a tap that asks for a person what is written is for somebody."""

DISCREET: tuple[Category, ...] = ("by-others", "child")
"""Cards of which the first line, which a notification shows, says nothing of what they are about."""


def beside(turn: Turn, client: Client) -> None:
    """One quiet line for words that only sound like it, with a way to the card and one to the coach.

    What helps the client stands below it, in their own lines, where there are some.
    """
    t = texts(client.language)
    rows: Rows = (((t.t("Where help is"), "c:0:where"),),)
    if alerting.can_be_told(turn, client):
        label = t.t("Let {coach} know, without my words", coach=_coach(turn, client))
        rows += (((label[:60], "c:0:know"),),)
    said = t.t("In heavy hours: /help says where help is.")
    said += " " + numbers.emergency(t, numbers.found(turn, client))
    if client.state == "active":
        said += " " + t.t("For 12 hours no question comes by itself; /now has one, whenever you like.")
    own = comforts.quoted(turn, t, client)
    send(turn, client.id, "\n\n".join(filter(None, (said, own))), rows, silent=True)


def show(turn: Turn, client: Client, category: Category = "self", telling: bool | None = None) -> None:
    """Show a card, and tell the coach where the client agreed to that; once for everything that is said now.

    ``telling``: whether the coach is told, where the client chose it by a tap.
    """
    t, key = texts(client.language), fresh_key(turn)
    respite.helped(turn, client)
    card = help_cards.add(turn.tx, client.id, key, turn.now)
    agreed = consents.given(turn.tx, client.id, consents.ALERT) if telling is None else telling
    there = alerting.can_be_told(turn, client)
    reached = alerting.begin(turn, client, card, chosen=telling is not None) if agreed else None
    said = (
        *_about(turn, t, client, category),
        _telling(turn, t, client, reached, there),
        resting(turn, client),
    )
    rows: Rows = tuple(((t.line(label), f"c:{card.id}:{value}"),) for value, label in ANSWERS.items())
    if not agreed:
        rows += _to_tell(turn, client, card)
    if not client.rhythm.get("country"):
        rows += (((t.t("Numbers of my country"), f"c:{card.id}:country"),),)
    rows += (((t.t("Hide this message"), f"c:{card.id}:hide"),),)
    send(turn, client.id, "\n\n".join(filter(None, said)), rows, lane=ALERT, key=key)


def _to_tell(turn: Turn, client: Client, card: HelpCard) -> Rows:
    """The button by which a coach who was not told of a card is."""
    if alerting.told(turn, client, card) or not alerting.can_be_told(turn, client):
        return ()
    label = texts(client.language).t("Let {coach} know, without my words", coach=_coach(turn, client))
    return (((label[:60], f"c:{card.id}:tell"),),)


def _about(turn: Turn, t: Texts, client: Client, category: Category) -> tuple[str, ...]:
    """The first line, the core, and the numbers; in an acute emergency the number comes first of all."""
    here = numbers.found(turn, client)
    first, call, core = _first(t, category), numbers.emergency(t, here), t.line(CORE)
    lines = numbers.listed(turn, t, here, _audience(category))
    order = (call, core) if category == "medical" else (first, core + " " + call)
    return (*order, _beside(t, category), lines)


def _first(t: Texts, category: Category) -> str:
    if category in DISCREET:
        return t.t("There is something here for you to read.")
    return t.t("What you wrote may need a person.")


def _audience(category: Category) -> Audience:
    return "harmed" if category == "by-others" else "young" if category == "child" else "anyone"


def _beside(t: Texts, category: Category) -> str:
    """What a card of this kind says besides."""
    match category:
        case "medical":
            return t.t("They ask where you are and what has happened. Somebody near can make the call too.")
        case "by-others":
            return t.t(
                "These numbers are also for what somebody does to you. The last button takes this message away."
            )
        case "child":
            return t.t(
                "These numbers are also for a child in danger. The last button takes this message away."
            )
        case "to-others" | "someone":
            return t.t("These numbers are also for somebody else in danger.")
    return t.t("Somebody near you can be the first to call, too.")


def _telling(turn: Turn, t: Texts, client: Client, reached: alerting.Reached | None, there: bool) -> str:
    """Whether the coach is told, as it is."""
    coach = escape(_coach(turn, client))
    match reached:
        case "coach":
            return t.t(
                "{coach} is being told now that this card was shown, without your words, and reads what you tap "
                "here. You read here what becomes of it.",
                coach=coach,
            )
        case "second":
            return t.t(
                "{coach} cannot be reached; a second person of the practice is being told now, without your words.",
                coach=coach,
            )
        case "nobody":
            return t.t("{coach} cannot be reached by this script now, and nobody else is told.", coach=coach)
    earlier = alerting.truth(turn, client, turn.now - respite.LASTS)
    said = t.t("As this came, nothing went to {coach} by itself.", coach=coach)
    return " ".join(filter(None, (said, earlier))) if there else ""


def resting(turn: Turn, client: Client) -> str:
    """What comes by itself on the day after it."""
    if client.state != "active":
        return ""
    t, back = texts(client.language), planning.put_off_until(turn, client)
    said = [t.t("For 24 hours no question comes by itself; /now has one, whenever you like.")]
    return " ".join((*said, put_off(t, client, back)) if back is not None else said)


def _coach(turn: Turn, client: Client) -> str:
    return people.coach_name(turn.tx, client.coach_id)


def answered(turn: Turn, client: Client) -> bool:
    """Whether the card shown last has its answer: what is said after that is news, and gets a card of its own."""
    card = help_cards.latest(turn.tx, client.id)
    return card is not None and bool(card.answer)


def calls(turn: Turn, client: Client, message: Message) -> bool:
    """Whether words are for somebody: a reply to a card, or what follows a tap that asks for a person."""
    if message.reply_to is None and respite.until(turn, client) is None:
        return False  # nearly always: then nothing is looked up
    card = help_cards.latest(turn.tx, client.id)
    if card is None or turn.now - card.made_at > respite.LASTS:
        return False
    if message.reply_to is not None:
        return message.reply_to == outbox.fate(turn.tx, card.key)[1]
    said = card.answered_at if card.answer in CALLS else None
    return said is not None and timedelta(0) <= message.at - said < FOLLOWS


# ---- answers -----------------------------------------------------------------------------------


def typed(turn: Turn, client: Client, message: Message) -> bool:
    """Whether a message answers the card that was shown last, as a tap does; then it is done."""
    if message.file or message.origin:
        return False
    if takes_back(message.text) and (said := alerting.recalled(turn, client)):
        send(turn, client.id, said + " " + texts(client.language).t("Nothing was kept or changed."))
        return True
    which, back = plight(message.text), withdraws(message.text)
    if which is None and not back:
        return False
    card = help_cards.latest(turn.tx, client.id)
    if card is None or turn.now - card.made_at > respite.LASTS:
        return False
    if which is None:
        return back and _safe_no_more(turn, client, card, message)
    news = BACK if card.answer in CALLS else CALLS
    if card.answer and which not in news:
        return False
    _answered(turn, client, card, which, outbox.fate(turn.tx, card.key)[1] or 0)
    return True


def _safe_no_more(turn: Turn, client: Client, card: HelpCard, message: Message) -> bool:
    """Whether words take back that their writer is safe: where help is is shown anew, as for words of danger."""
    if card.answer not in BACK or card.answered_at is None or message.at - card.answered_at > FOLLOWS:
        return False
    show(turn, client)
    return True


def acts(turn: Turn, client: Client, act: str) -> bool:
    """Whether the card is this client's; its buttons act however late."""
    if act in ASIDE:
        return True
    card = help_cards.get(turn.tx, number(act.partition(":")[0]))
    return card is not None and card.client == client.id


def tapped(turn: Turn, client: Client, act: str, message_id: int) -> None:
    """A button of a card."""
    which, _, value = act.partition(":")
    if act in ASIDE:
        set_buttons(turn, client.id, message_id)
        reflecting.come_to_rest(turn, client)
        return show(turn, people.client(turn.tx, client.id) or client, telling=ASIDE[act])
    card = help_cards.get(turn.tx, number(which))
    t = texts(client.language)
    if card is None or card.client != client.id:
        return None
    for one in ANSWERS:
        if value == one:
            return _answered(turn, client, card, one, message_id)
    match value:
        case "hide":
            return set_text(
                turn,
                client.id,
                message_id,
                t.t("A message was here. /help says what this is, and where help is."),
            )
        case "country":
            return country.ask(turn, client)
        case "tell":
            return _tell(turn, client, card)
        case "on":
            return _take_up(turn, client)
    return None


def _answered(turn: Turn, client: Client, card: HelpCard, which: Plight, message_id: int) -> None:
    """The card stays as it reads; what was tapped goes to the coach where the card was told."""
    t, here = texts(client.language), numbers.found(turn, client)
    help_cards.answer(turn.tx, card.id, which, turn.now)
    now = help_cards.get(turn.tx, card.id) or card
    if message_id:
        hide: Rows = (((t.t("Hide this message"), f"c:{card.id}:hide"),),)
        set_buttons(turn, client.id, message_id, (*_to_tell(turn, client, card), *hide))
    alerting.chose(turn, client, now)
    back: Rows = (((t.t("I am safe now"), f"c:{card.id}:safe"),),)
    on: Rows = (((t.t("Take the questions up again"), f"c:{card.id}:on"),),)
    coach = escape(_coach(turn, client))
    match which:
        case "danger":
            text = (
                numbers.emergency(t, here)
                + " "
                + t.t("Somebody near you can make the call, or stay with you.")
            )
            return send(turn, client.id, text, (*_to_tell(turn, client, card), *back), lane=ALERT)
        case "safe":
            text = t.t("Noted: safe now. What rests can be taken up now, or tomorrow.")
            if alerting.told(turn, client, card) and alerting.can_be_told(turn, client):
                text += " " + t.t("{coach} gets that too.", coach=coach)
        case "talk":
            text = numbers.listed(turn, t, here)
            if reader.of(turn, client) is not None:
                text += "\n" + t.t("{coach} can be reached directly, too.", coach=coach)
            return send(turn, client.id, text, (*_to_tell(turn, client, card), *back), lane=ALERT)
        case "other":
            text = t.t("Noted: it was about something else. What rests can be taken up now, or tomorrow.")
        case "someone":
            text = (
                numbers.emergency(t, here)
                + " "
                + t.t("That is for them too. What rests can be taken up now, or tomorrow.")
            )
    return send(turn, client.id, text, on)


def _tell(turn: Turn, client: Client, card: HelpCard) -> None:
    """The client's own tap tells the coach, without words."""
    t, coach = texts(client.language), escape(_coach(turn, client))
    if alerting.begin(turn, client, card, chosen=True) == "nobody":
        return send(
            turn,
            client.id,
            t.t("{coach} cannot be reached by this script now, and nobody else is told.", coach=coach),
        )
    return send(
        turn, client.id, t.t("It goes out now, without your words. You read here what becomes of it.")
    )


def _take_up(turn: Turn, client: Client) -> None:
    """The day of rest is over by the client's own tap, and the talk goes on where it was."""
    respite.end(turn, client)
    reflecting.unrest(turn, people.client(turn.tx, client.id) or client)
    send(turn, client.id, texts(client.language).t("It goes on where it was."), silent=True)
