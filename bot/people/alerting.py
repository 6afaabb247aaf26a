"""An alert to the coach: that a help card was shown, without a word of the client's, until somebody has seen it.

The client reads what became of it: delivered, not delivered, gone once more, seen.
"""

from datetime import datetime, timedelta
from typing import Literal

from bot.core.plan.agenda import Due
from bot.core.safety.alert import AGAIN, Alert, again_due, next_at
from bot.core.understand import shorthand
from bot.i18n import Texts, texts
from bot.people import dated, numbers, roster
from bot.people.turn import ALERT, NAMED, Rows, Turn, fresh_key, number, send, set_buttons
from bot.store import alerts, dialogues, help_cards, outbox, people
from bot.store.help_cards import HelpCard
from bot.store.people import Client, Coach
from bot.telegram import Message, Tap, escape

Reached = Literal["coach", "second", "nobody"]

RECALLED = timedelta(hours=1)
"""So long after a tap that sent a notice words that want it back are about that."""

ARRIVED = (outbox.SENT, outbox.UNKNOWN)
GOING = (outbox.WAITING, outbox.SENDING)


def _says(t: Texts, answer: str, name: str) -> str:
    """What was tapped on the card, for the coach; "" as long as nothing was."""
    match answer:
        case "danger":
            return t.t("{name} has tapped: in danger now.", name=name)
        case "safe":
            return t.t("{name} says: safe now.", name=name)
        case "talk":
            return t.t("{name} has tapped: would like to talk to someone.", name=name)
        case "other":
            return t.t("{name} has tapped: safe, it was about something else.", name=name)
        case "someone":
            return t.t("{name} has tapped: it is about someone else.", name=name)
    return ""


def second(turn: Turn) -> int:
    """The chat of the second contact; 0 where there is none."""
    return turn.config.people.second_contact


def can_be_told(turn: Turn, client: Client) -> bool:
    """Whether the client's coach is there and can be reached."""
    coach = people.coach(turn.tx, client.coach_id)
    return coach is not None and coach.state == "active" and not coach.away


def begin(turn: Turn, client: Client, card: HelpCard, chosen: bool = False) -> Reached:
    """Tell the coach that a card was shown; where that cannot be, the second contact; whom it goes to.

    ``chosen``: by the client's own tap, and not by the list.
    """
    turn.about.add(client.coach_id)
    if can_be_told(turn, client):
        key = fresh_key(turn)
        one = alerts.add(turn.tx, client.id, client.coach_id, card.id, key, turn.now, chosen)
        _to_coach(turn, client, card, one, key)
        return "coach"
    one = alerts.add(turn.tx, client.id, client.coach_id, card.id, "", turn.now, chosen)
    alerts.change(turn.tx, one, told="unsent", checked_at=turn.now)
    return "second" if _to_second(turn, client, one) else "nobody"


def waiting(turn: Turn, client: Client) -> Alert | None:
    """The newest notice of a client that nobody has confirmed."""
    mine = reversed(alerts.of_client(turn.tx, client.id))
    return next((one for one in mine if not one.over), None)


def carried(turn: Turn, client: Client, before: Alert) -> str:
    """A notice that nobody has confirmed goes to the coach whom the client is with now; what the client reads."""
    card, t = help_cards.get(turn.tx, before.card), texts(client.language)
    if card is None:
        return ""
    name = escape(people.coach_name(turn.tx, client.coach_id))
    reached = begin(turn, client, card, before.chosen)
    if reached == "nobody":
        return t.t("{coach} cannot be reached by this script now, and nobody else is told.", coach=name)
    if reached == "second":
        return t.t(
            "{coach} cannot be reached; a second person of the practice is being told now, without your words.",
            coach=name,
        )
    when = dated.shown(t, card.made_at, client.where)
    return t.t(
        "{coach} is being told now, without your words, that a card about help was shown on {when}. No coach has "
        "confirmed that so far.",
        coach=name,
        when=when,
    )


def _was_with_another(turn: Turn, one: Alert) -> bool:
    """Whether the card of a notice was shown while its client was with another coach."""
    mine = alerts.of_client(turn.tx, one.client)
    return any(other.card == one.card and other.coach != one.coach for other in mine)


def _to_coach(turn: Turn, client: Client, card: HelpCard, one: Alert, key: str, again: bool = False) -> None:
    coach = people.coach(turn.tx, client.coach_id)
    t = texts(coach.language if coach else "")
    name = escape(roster.called(turn, t, client))
    when = t.when(card.made_at, (coach.zone if coach else "") or "UTC")
    earlier = _was_with_another(turn, one)
    said = [_opening(t, name, again, one.chosen), _of_card(t, name, when, one.chosen, earlier)]
    said += [_says(t, card.answer, name)] if card.answer else []
    said.append(
        t.t("Without your tap it comes once more in two hours.")
        if not again
        else t.t("A tap says that you have seen it.")
    )
    rows: Rows = (((t.t("I have seen it"), f"s:seen:{one.id}"),),)
    send(
        turn,
        client.coach_id,
        "\n\n".join(said),
        rows,
        lane=ALERT,
        about=client.id,
        what=NAMED,
        key=key,
        protect=True,
    )


def _of_card(t: Texts, name: str, when: str, chosen: bool, earlier: bool) -> str:
    """Of which card it is, and what that said; ``earlier``: the client was with another coach then."""
    match chosen, earlier:
        case True, False:
            return t.t(
                "A card said at {time} where help is, and {name} chose that you are told. No words of theirs are "
                "in this message.",
                time=when,
                name=name,
            )
        case True, True:
            return t.t(
                "A card said at {time} where help is, before {name} was with you. {name} chose that their coach is "
                "told. No coach has confirmed it. No words of theirs are in this message.",
                time=when,
                name=name,
            )
        case False, True:
            return t.t(
                "A card said at {time} where help is, before {name} was with you. No coach has confirmed that. A "
                "list of phrases found it, and it can mean something else. No words of theirs are in this message.",
                time=when,
                name=name,
            )
    return t.t(
        "A card said at {time} where help is, and that you are told. A list of phrases found it, and it can "
        "mean something else. No words of theirs are in this message.",
        time=when,
    )


def _opening(t: Texts, name: str, again: bool, chosen: bool) -> str:
    """Who says so: the client, by a tap, or what they wrote."""
    match again, chosen:
        case False, True:
            return t.t("{name} lets you know, by a tap, that something may need a person.", name=name)
        case True, True:
            return t.t(
                "Once more, since it is not confirmed: {name} let you know, by a tap, that something may need a "
                "person.",
                name=name,
            )
        case True, False:
            return t.t(
                "Once more, since it is not confirmed: {name} wrote something that may need a person.",
                name=name,
            )
    return t.t("{name} wrote something that may need a person.", name=name)


def _to_second(turn: Turn, client: Client, one: Alert) -> bool:
    """To whoever is named for it, where that is somebody else than the coach; whether there is such a person."""
    chat = second(turn)
    if not chat or chat in (client.coach_id, client.id):
        return False
    t, coach = _texts(turn, chat), escape(people.coach_name(turn.tx, client.coach_id))
    name, when = escape(roster.called(turn, t, client)), t.when(one.made_at, "UTC")
    text = (
        t.t(
            "{coach} has not confirmed a notice about {name}, from {time}: something may need a person. You are "
            "named as second contact. It holds no words of theirs.",
            coach=coach,
            name=name,
            time=when,
        )
        if one.told == "sent"
        else t.t(
            "A notice about {name}, from {time}, has not reached {coach}: something may need a person. You are "
            "named as second contact. It holds no words of theirs.",
            coach=coach,
            name=name,
            time=when,
        )
    )
    rows: Rows = (((t.t("I have seen it"), f"s:seen:{one.id}"),),)
    send(turn, chat, text, rows, lane=ALERT, about=client.id, what=NAMED, protect=True)
    alerts.change(turn.tx, alerts.get(turn.tx, one.id) or one, second=chat)
    return True


def _texts(turn: Turn, chat: int) -> Texts:
    its = people.coach(turn.tx, chat)
    return texts(its.language if its else "")


def told(turn: Turn, client: Client, card: HelpCard) -> bool:
    """Whether there is a notice of that card."""
    return any(one.card == card.id for one in alerts.of_client(turn.tx, client.id))


def recalled(turn: Turn, client: Client) -> str:
    """What is true for whoever wants a notice back that they sent by a tap within the hour; "" where none went."""
    mine = [one for one in alerts.of_client(turn.tx, client.id) if one.chosen]
    if not mine or turn.now - mine[-1].made_at >= RECALLED:
        return ""
    said = texts(client.language).t("A notice cannot be called back.")
    return truth(turn, client, mine[-1].made_at) + " " + said


def chose(turn: Turn, client: Client, card: HelpCard) -> None:
    """What the client tapped on a card of which the coach was told; danger is a notice of its own."""
    if not told(turn, client, card) or not can_be_told(turn, client):
        return
    if card.answer == "danger":
        begin(
            turn,
            client,
            card,
            any(one.chosen for one in alerts.of_client(turn.tx, client.id) if one.card == card.id),
        )
        return
    coach = people.coach(turn.tx, client.coach_id)
    t = texts(coach.language if coach else "")
    text = _says(t, card.answer, escape(roster.called(turn, t, client)))
    send(turn, client.coach_id, text, lane=ALERT, about=client.id, what=NAMED, protect=True)


def truth(turn: Turn, client: Client, since: datetime) -> str:
    """What is true of the newest notice made since then: on its way, arrived, seen; "" where there is none."""
    one = next(iter(reversed(alerts.of_client(turn.tx, client.id))), None)
    if one is None or one.made_at < since:
        return ""
    t, name = texts(client.language), escape(people.coach_name(turn.tx, one.coach))
    when = dated.shown(t, one.made_at, client.where)
    if one.seen_at is not None:
        seen = dated.shown(t, one.seen_at, client.where)
        return t.t(
            "A notice without your words, from {when}, has been seen, on {seen}.", when=when, seen=seen
        )
    state, _ = outbox.fate(turn.tx, one.key) if one.key else (outbox.DROPPED, None)
    if one.told == "sent" or state in ARRIVED:
        said = t.t(
            "A notice without your words, from {when}, has reached {coach} in Telegram. Whether it is read is "
            "not known yet.",
            when=when,
            coach=name,
        )
    elif state in GOING:
        said = t.t(
            "A notice without your words is on its way to {coach}, since {when}.", when=when, coach=name
        )
    else:
        said = t.t(
            "A notice without your words, from {when}, has not reached {coach}.", when=when, coach=name
        )
    return said + (" " + t.t("A second person of the practice gets it too.") if one.second else "")


# ---- what becomes of it ------------------------------------------------------------------------


def due(turn: Turn, coach_id: int) -> tuple[Due, ...]:
    """When each alert of a coach that nobody confirmed is looked at."""
    found = ((one, next_at(one)) for one in alerts.open_of(turn.tx, coach_id))
    return tuple(Due(f"alert:{one.id}", coach_id, "alert", at, {"alert": one.id}) for one, at in found if at)


def fell_due(turn: Turn, alert_id: int) -> None:
    """Look at it: was it delivered, is it to go once more? The client is told the truth."""
    one = alerts.get(turn.tx, alert_id)
    client = people.client(turn.tx, one.client) if one else None
    card = help_cards.get(turn.tx, one.card) if one else None
    if one is None or client is None or card is None or one.over:
        return
    one = _checked(turn, client, card, one)
    if again_due(one, turn.now):
        _again(turn, client, card, one)


def _checked(turn: Turn, client: Client, card: HelpCard, one: Alert) -> Alert:
    if one.told == "sent":
        return one
    t, name = texts(client.language), escape(people.coach_name(turn.tx, one.coach))
    state, _ = outbox.fate(turn.tx, one.key) if one.key else (outbox.DROPPED, None)
    if state in ARRIVED:
        send(
            turn,
            client.id,
            t.t(
                "The notice has reached {coach} in Telegram. Whether it is read is not known yet.", coach=name
            ),
            silent=True,
            lane=ALERT,
        )
        return alerts.change(turn.tx, one, told="sent", checked_at=turn.now)
    if one.told == "":
        send(
            turn,
            client.id,
            t.t(
                "The notice has not reached {coach} so far; it is tried again. The numbers above answer.",
                coach=name,
            ),
            lane=ALERT,
        )
    if state not in GOING and can_be_told(turn, client):
        key = fresh_key(turn)
        _to_coach(turn, client, card, one, key)
        one = alerts.change(turn.tx, one, key=key)
    if state not in GOING and not one.second and _to_second(turn, client, one):
        one = alerts.get(turn.tx, one.id) or one
    return alerts.change(turn.tx, one, told="unsent", checked_at=turn.now)


def _again(turn: Turn, client: Client, card: HelpCard, one: Alert) -> None:
    """Two hours without a tap: once more, and to the second contact; the client reads it."""
    t, name = texts(client.language), escape(people.coach_name(turn.tx, one.coach))
    state, _ = outbox.fate(turn.tx, one.key) if one.key else (outbox.DROPPED, None)
    second_told = bool(one.second) or _to_second(turn, client, one)
    new, goes = second_told and not one.second, can_be_told(turn, client) and state not in GOING
    if goes:
        key = fresh_key(turn)
        _to_coach(turn, client, card, one, key, again=True)
        one = alerts.change(turn.tx, alerts.get(turn.tx, one.id) or one, key=key, told="")
    first = not any(_lately(turn, other) for other in alerts.of_client(turn.tx, client.id))
    one = alerts.get(turn.tx, one.id) or one
    alerts.change(turn.tx, one, again_at=turn.now)
    if _gone(turn, client) and not second_told:
        return  # the card said that nobody is told, and so it is
    if not (first or new):
        return  # said of another card of the same night
    said = (
        t.t("{coach} has not confirmed the notice in two hours. It goes once more.", coach=name)
        if goes
        else t.t("{coach} has not confirmed the notice in two hours, and cannot be reached now.", coach=name)
    )
    said += " " + t.t("A second person of the practice gets it too.") if second_told else ""
    said += "\n" + numbers.emergency(t, numbers.found(turn, client))
    send(turn, client.id, said, silent=True, lane=ALERT)


def _lately(turn: Turn, one: Alert) -> bool:
    """Whether a notice went once more a short while ago."""
    return one.again_at is not None and turn.now - one.again_at < AGAIN


def _gone(turn: Turn, client: Client) -> bool:
    """Whether the client's coach is none any more."""
    coach = people.coach(turn.tx, client.coach_id)
    return coach is None or coach.state != "active"


def waits(turn: Turn, coach: Coach) -> dict[int, Alert]:
    """The first notice that a coach has not seen yet, by its client."""
    found = reversed(alerts.open_of(turn.tx, coach.id))
    return {one.client: one for one in found}


def unseen(t: Texts, coach: Coach, one: Alert) -> str:
    """That it waits, and since when; no words of the client's and no reason."""
    return t.t("A notice of {when} waits to be seen.", when=t.when(one.made_at, coach.where))


def acts(turn: Turn, chat: int, act: str) -> bool:
    """Whether a button under an alert is this person's to tap."""
    word, _, value = act.partition(":")
    one = alerts.get(turn.tx, number(value)) if word == "seen" else None
    return one is not None and chat in (one.coach, one.second)


def tapped(turn: Turn, tap: Tap, act: str) -> None:
    """A tap says that somebody has seen it."""
    one = alerts.get(turn.tx, number(act.partition(":")[2]))
    set_buttons(turn, tap.chat_id, tap.message_id)
    if one is not None:
        _seen(turn, tap.chat_id, one)


def heard(turn: Turn, coach: Coach, message: Message) -> bool:
    """Words that say so right below a notice, or any that reply to it, are as good as the tap."""
    waiting = alerts.open_of(turn.tx, coach.id)
    under = message.reply_to or (waiting and dialogues.shown_before(turn.tx, coach.id, message.message_id))
    for one in waiting:
        state, notice = outbox.fate(turn.tx, one.key) if one.key else (outbox.DROPPED, None)
        if state != outbox.SENT or notice is None or notice != under:
            continue
        if message.reply_to is not None or shorthand.seen(message.text):
            set_buttons(turn, coach.id, notice)
            _seen(turn, coach.id, one)
            return True
    return False


def seen(turn: Turn, coach: Coach, one: Alert) -> None:
    """A coach's words show that they have seen it, wherever they stand."""
    _, notice = outbox.fate(turn.tx, one.key) if one.key else (outbox.DROPPED, None)
    if notice is not None:
        set_buttons(turn, coach.id, notice)
    _seen(turn, coach.id, one)


def _seen(turn: Turn, chat: int, one: Alert) -> None:
    """Somebody has seen it: nothing more comes of it, and the client reads that."""
    client = people.client(turn.tx, one.client)
    if client is None or one.seen_at is not None:
        return
    for other in (one, *alerts.open_of(turn.tx, one.coach)):  # who has seen one of them knows of them all
        theirs_too = other.told == "sent" and chat in (other.coach, other.second)
        if other.client == one.client and not other.over and (other.id == one.id or theirs_too):
            alerts.change(turn.tx, other, seen_at=turn.now)
    turn.about.add(one.coach)
    theirs, t = _texts(turn, chat), texts(client.language)
    send(
        turn,
        chat,
        theirs.t(
            "Noted. {name} reads that you have seen it.", name=escape(roster.called(turn, theirs, client))
        ),
    )
    who = escape(people.coach_name(turn.tx, one.coach))
    said = (
        t.t("{coach} has seen the notice. What comes of it is up to {coach}.", coach=who)
        if chat == one.coach
        else t.t("The second person of the practice has seen the notice, for {coach}.", coach=who)
    )
    send(turn, client.id, said, lane=ALERT)
