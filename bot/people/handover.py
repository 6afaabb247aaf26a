"""A client goes on with another coach, by their own choice, with what they wrote or without."""

from datetime import timedelta

from bot.i18n import Texts, texts
from bot.people import (
    absence,
    agreement,
    alerting,
    announcing,
    credentials,
    dated,
    dialogue,
    library,
    overtaken,
    plan_in_words,
    planning,
    roster,
)
from bot.people.turn import Rows, Shows, Turn, number, send
from bot.store import (
    assignments,
    consents,
    dialogues,
    erase,
    handovers,
    holidays,
    notes,
    pauses,
    people,
    response_writes,
    sessions,
)
from bot.store.handovers import Handover
from bot.store.people import Client, Coach
from bot.telegram import escape

ASKED = "handover"
"""What the question was for, in the row of its message."""

YEAR = timedelta(days=365)

LATEST = 1 << 53
"""Above every number of a message."""


def others(turn: Turn, coach: Coach) -> list[Coach]:
    """The other coaches of the practice who are here."""
    every = people.coaches(turn.tx)
    return [
        one
        for one in every
        if one.id != coach.id and one.state == "active" and one.practice_id == coach.practice_id
    ]


# ---- asked -------------------------------------------------------------------------------------


def offer(turn: Turn, client: Client, old: Coach, new: Coach | None, held: bool = False) -> None:
    """The client is asked whether they go on with the other coach, and what becomes of what they wrote."""
    asked = handovers.offer(turn.tx, client.id, old.id, new.id if new else 0, held, turn.now)
    _ask(turn, client, asked, old, new)


def first(turn: Turn, client: Client) -> bool:
    """Whether the coach is here no more and nothing goes on before the client chose: it is asked once more."""
    asked = handovers.of(turn.tx, client.id)
    old = people.coach(turn.tx, asked.from_coach) if asked is not None else None
    if asked is None or old is None or old.state == "active":
        return False
    shown = dialogues.shown(turn.tx, client.id, LATEST, None)
    if shown is None or shown.purpose != ASKED or turn.now - shown.at > timedelta(minutes=1):
        _ask(turn, client, asked, old, people.coach(turn.tx, asked.to_coach))
    return True


def _ask(turn: Turn, client: Client, asked: Handover, old: Coach, new: Coach | None) -> None:
    t = texts(client.language)
    here, there = escape(old.name), escape(new.name) if new else ""
    if old.state == "active":
        first = t.t("{old} proposes that {new} goes on with you here. You decide.", old=here, new=there)
        first += " " + t.t("There is no hurry: you can talk about it with {old} first.", old=here)
        until = t.t("Until you choose, all is as before.")
    else:
        first = t.t("{old} is no coach here any more, and reads nothing from now on.", old=here)
        if new is not None:
            first += " " + t.t("{new} can go on with you, if you like.", new=there)
        until = t.t("Until you choose, nobody reads what you write, and no question comes by itself.")
    follow = t.t(
        "Your sessions, days and hours stay as they are. What was told to {old} before stays in {old}\u2019s chat.",
        old=here,
    )
    card = _introduced(turn, t, new) if new else ""
    if new is None:
        follow = t.t("What was told to {old} before stays in {old}\u2019s chat.", old=here)
    text = "\n\n".join(filter(None, (first, card, follow, until)))
    send(turn, client.id, text, _rows(client, asked, old, new), shows=Shows(None, None, ASKED))


def _introduced(turn: Turn, t: Texts, new: Coach) -> str:
    """Who the other coach is: of the same practice, and what they say of themself."""
    known = t.t("{new} is a coach of the same practice.", new=escape(new.name))
    return "\n".join(filter(None, (known, credentials.card(turn, t, new))))


def _rows(client: Client, asked: Handover, old: Coach, new: Coach | None) -> Rows:
    t, which = texts(client.language), asked.id
    rows: list[tuple[tuple[str, str], ...]] = []
    if new is not None:
        give = t.t("{new} reads what I shared", new=new.name)
        keep = t.t("{new} goes on; what I wrote stays mine", new=new.name)
        rows += [((give[:60], f"m:hand:{which}.give"),), ((keep[:60], f"m:hand:{which}.keep"),)]
    if old.state == "active":
        rows.append(((t.t("I stay with {old}", old=old.name)[:60], f"m:hand:{which}.stay"),))
    else:
        rows.append(((t.t("Nobody goes on; I keep it for me"), f"m:hand:{which}.alone"),))
    return (*rows, ((t.t("Erase everything"), "m:erase"),))


def open_to(turn: Turn, client: Client) -> Coach | None:
    """The coach of whom a client is being asked."""
    asked = handovers.of(turn.tx, client.id)
    return people.coach(turn.tx, asked.to_coach) if asked else None


def on_return(turn: Turn, chat_id: int) -> None:
    """Who had blocked the bot can be reached again: what they are being asked may never have arrived."""
    client, asked = people.client(turn.tx, chat_id), handovers.of(turn.tx, chat_id)
    old = people.coach(turn.tx, asked.from_coach) if asked is not None else None
    if client is not None and asked is not None and old is not None:
        _ask(turn, client, asked, old, people.coach(turn.tx, asked.to_coach))


def withdraw(turn: Turn, client: Client, old: Coach) -> None:
    """The coach takes the question back; the client reads that."""
    if handovers.of(turn.tx, client.id) is None:
        return
    handovers.withdraw(turn.tx, client.id)
    t = texts(client.language)
    text = t.t("{old} took that back: you stay with {old}, and all is as before.", old=escape(old.name))
    send(turn, client.id, text)


# ---- chosen ------------------------------------------------------------------------------------


def chosen(turn: Turn, client: Client, value: str) -> None:
    """The client's choice, by the button of the question that stands open."""
    which, _, word = value.partition(".")
    asked = handovers.of(turn.tx, client.id)
    t = texts(client.language)
    old = people.coach(turn.tx, asked.from_coach) if asked else None
    if asked is None or old is None or asked.id != number(which) or asked.from_coach != client.coach_id:
        return send(turn, client.id, t.t("That is no longer asked; nothing is changed."))
    new = people.coach(turn.tx, asked.to_coach)
    match word:
        case "give" | "keep":
            if new is None or new.state != "active":
                return send(turn, client.id, t.t("That coach is not here any more; nothing is changed."))
            return _go(turn, client, asked, old, new, shares=word == "give")
        case "stay" if old.state == "active":
            return _stay(turn, client, old)
        case "alone" if old.state != "active":
            return _alone(turn, client)
    return None


def _go(turn: Turn, client: Client, asked: Handover, old: Coach, new: Coach, shares: bool) -> None:
    for_old = escape(roster.called(turn, texts(old.language), client))
    noted = notes.of(turn.tx, old.id, client.id)
    absence.keep_cancelled(turn, client, holidays.of(turn.tx, client.coach_id))
    ended = overtaken.by_coach(turn, client)
    unconfirmed = alerting.waiting(turn, client)
    handovers.go(turn.tx, client, new.id, shares, turn.now)
    if asked.held and client.state == "paused" and _of_age(turn, client):
        pauses.resume(turn.tx, client.id, turn.now)
    turn.about.update((client.id, old.id, new.id))
    moved = people.client(turn.tx, client.id)
    waits = agreement.with_another(turn, client, new)
    t, there = texts(client.language), escape(new.name)
    seen = (
        t.t("{new} reads what you shared until now, and what you share from now on.", new=there)
        if shares
        else t.t("What you wrote until now is private. What you write from now on is seen as /sharing says.")
    )
    text = t.t("You are with {new} now. Sessions, days and hours are as before.", new=there)
    over = t.t("The talk that is open ends too; what you wrote is kept.") if ended else ""
    asked_for = (
        t.t("The working agreement waits for {new}\u2019s yes. /agreement shows it.", new=there)
        if waits
        else ""
    )
    notice = alerting.carried(turn, moved, unconfirmed) if moved and unconfirmed else ""
    said = " ".join(filter(None, (text, seen, over, asked_for)))
    send(turn, client.id, "\n\n".join(filter(None, (said, notice))))
    if old.state == "active":
        s = texts(old.language)
        text = s.t(
            "{name} goes on with {new}. From now on nothing of theirs reaches you here.",
            name=for_old,
            new=there,
        )
        gone = s.t("What you noted for yourself about them is erased with that.") if noted else ""
        send(turn, old.id, " ".join(filter(None, (text, gone))))
    _tell_new(turn, moved, old, new, shares, waits)


def _tell_new(turn: Turn, client: Client | None, old: Coach, new: Coach, shares: bool, waits: bool) -> None:
    if client is None:
        return
    s = texts(new.language)
    name, before = escape(roster.called(turn, s, client)), escape(old.name)
    text = s.t("{name} is with you now, and was with {old} before.", name=name, old=before)
    seen = (
        s.t("What they shared with {old} comes with their next digest, or with /digest.", old=before)
        if shares
        else s.t("What they wrote before stays theirs alone.")
    )
    text = "\n".join(
        (f"{text} {seen}", *_inherited(turn, client, new), s.t("/client shows how things stand."))
    )
    told = announcing.changed(turn, new, client, sessions.of_client(turn.tx, client.id), away=())
    asked = s.t("The working agreement with {name} waits for your yes.", name=name) if waits else ""
    rows: Rows = (((s.t("Read and confirm"), f"k:agreement:{client.id}"),),) if waits else ()
    send(turn, new.id, "\n".join(filter(None, (text, told, asked))), rows)


def _inherited(turn: Turn, client: Client, new: Coach) -> list[str]:
    """What goes on as it was with the coach before: sessions, last day, days and hours, scripts that are off."""
    s, zone = texts(new.language), new.zone or "UTC"
    ahead = [
        one.starts
        for one in planning.sessions_of(turn, client, turn.now + YEAR)
        if not one.cancelled and one.starts > turn.now
    ]
    lines = [s.t("As it was before you:")]
    if ahead:
        when = dated.shown(s, min(ahead), zone)
        lines.append(
            s.n(
                "{n} session within a year, the next on {when}; /sessions moves and cancels.",
                "{n} sessions within a year, the next on {when}; /sessions moves and cancels.",
                len(ahead),
                when=when,
            )
        )
    else:
        lines.append(s.t("No session is logged ahead."))
    if client.ending:
        lines.append(s.t("Last day of the work: {day}", day=s.dated(client.ending)))
    if client.zone:
        rhythm = escape(plan_in_words.rhythm(s, client))
        lines.append(s.t("Chosen days and hours: {rhythm}", rhythm=rhythm))
    if off := assignments.off(turn.tx, client.id):
        kept = sorted(library.title(turn.tx, one, client.language) or one for one in off)
        titles = escape(s.list(kept))
        lines.append(s.t("Off, by the coach before you: {titles}", titles=titles))
        lines.append(s.t("/assign puts a script on or off."))
    return lines


def _stay(turn: Turn, client: Client, old: Coach) -> None:
    handovers.withdraw(turn.tx, client.id)
    text = texts(client.language).t("You stay with {old}. All is as before.", old=escape(old.name))
    send(turn, client.id, text)
    s = texts(old.language)
    send(turn, old.id, s.t("{name} stays with you.", name=escape(roster.called(turn, s, client))))


def _alone(turn: Turn, client: Client) -> None:
    handovers.withdraw(turn.tx, client.id)
    response_writes.keep_all(turn.tx, client.id)
    overtaken.by_coach(turn, client)  # one that was taken up since, or while nothing could reach the client
    pauses.stop(turn.tx, client.id, turn.now)
    turn.about.add(client.id)
    text = texts(client.language).t(
        "All you wrote is private now, and no question comes. /export gives it, /erase erases it."
    )
    send(turn, client.id, text)


# ---- a coach leaves ----------------------------------------------------------------------------


def leave(turn: Turn, coach: Coach, to: Coach | None) -> None:
    """The coach is one no more, at once; each client is asked what becomes of what they wrote."""
    clients = people.clients_of(turn.tx, coach.id)
    dialogue.end(turn, coach.id)
    handovers.left(turn.tx, coach.id, turn.now)
    gone = people.coach(turn.tx, coach.id) or coach
    for client in clients:
        turn.about.add(client.id)
        if client.state == "joining":
            _not_joined(turn, client, gone)
        else:
            _held(turn, client, gone, to)
    turn.about.add(coach.id)
    text = texts(coach.language).t(
        "You are no coach here any more. Nothing of your clients reaches you from now on, and what you wrote for "
        "yourself is erased. Each client decides what becomes of theirs. What was told before stays in this chat."
    )
    send(turn, coach.id, text)


def _of_age(turn: Turn, client: Client) -> bool:
    """Whether nothing that a client said keeps back what comes by itself until they have said how old they are."""
    return consents.refused_at(turn.tx, client.id, consents.ADULT) is None


def _held(turn: Turn, client: Client, old: Coach, to: Coach | None) -> None:
    held = client.state == "active"
    if held:
        pauses.begin(turn.tx, client.id, turn.now, None)
    if overtaken.by_coach(turn, client) and not client.away:
        send(
            turn,
            client.id,
            texts(client.language).t("The talk that is open ends too; what you wrote is kept."),
        )
    offer(turn, client, old, to, held)


def _not_joined(turn: Turn, client: Client, old: Coach) -> None:
    """Who was still joining is forgotten, and reads why."""
    t = texts(client.language)
    dialogue.end(turn, client.id)
    erase.client(turn.tx, client.id, turn.now)
    text = t.t("{old} is no coach here any more. Nothing of yours is kept.", old=escape(old.name))
    send(turn, client.id, text)


def come_back(turn: Turn, coach: Coach) -> None:
    """A coach who had left is here again: who has not chosen yet is with them as before, and reads it."""
    for asked in handovers.begun_by(turn.tx, coach.id):
        client = people.client(turn.tx, asked.client_id)
        handovers.withdraw(turn.tx, asked.client_id)
        if client is None:
            continue
        if asked.held and client.state == "paused" and _of_age(turn, client):
            pauses.resume(turn.tx, client.id, turn.now)
        turn.about.add(client.id)
        text = texts(client.language).t("{old} is here again. All is as before.", old=escape(coach.name))
        send(turn, client.id, text)
