"""Something for several clients at once: shown back before it goes, to each alone; or what can be done instead."""

from collections.abc import Sequence

from bot.core.base.line import line
from bot.core.talk.exchange import Dialogue
from bot.core.understand import multitude
from bot.core.understand.multitude import Multitude
from bot.i18n import texts
from bot.people import dialogue, giving, roster
from bot.people.coach import card, hurried, meeting, replying, speech
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, send
from bot.store.people import Client, Coach
from bot.telegram import Message, escape

MOST = 30
"""So many at once; a practice has fewer."""


def meant(turn: Turn, coach: Coach, words: str) -> Multitude | None:
    """What the words say of several own clients; None where they are of one."""
    mine = roster.own(turn, coach)
    return multitude.multitude(words, roster.known(mine)) if len(mine) > 1 else None


def heard(turn: Turn, coach: Coach, words: str) -> None:
    """Do or offer it, to each of them."""
    found = meant(turn, coach, words)
    if found is None:
        return None
    mine = roster.own(turn, coach)
    clients = [one for one in mine if found.all or one.id in found.ids][:MOST]
    if found.deed in ("thank", "write"):
        return _offer(turn, coach, clients, "thank" if found.deed == "thank" else "reply", found.words)
    if found.deed == "cancel":
        return _cancel(turn, coach, clients, found.words)
    if found.deed == "ask" or found.words.strip("?!. "):
        return _one_by_one(turn, coach, clients, found.words, "ask" if found.deed == "ask" else "card")
    return card.show_all(turn, coach, clients)


def _offer(turn: Turn, coach: Coach, clients: Sequence[Client], kind: str, words: str) -> None:
    """Who reads what, each alone, with a yes; and whom nothing can reach, because nothing of theirs was told."""
    t = texts(coach.language)
    ways = [(one, replying.latest(turn, coach, one)) for one in clients]
    can = [(one, found) for one, found in ways if found is not None]
    names = [escape(roster.called(turn, t, one)) for one, _ in can]
    left = [escape(roster.called(turn, t, one)) for one, found in ways if found is None]
    none = t.t(
        "Nothing of these has reached you yet, so there is nothing to answer: {names}.", names=t.list(left)
    )
    if not can:
        return send(turn, coach.id, none)
    draft = {"marks": [found.mark for _, found in can], "kind": kind, "words": words}
    if kind == "reply" and not words:
        text = t.t("What is it that each of them reads? {names}", names=t.list(names))
        return dialogue.ask(turn, coach.id, "coach", "eachwords", text, draft=draft)
    head = t.t("Each of these will read it, and nothing of the others: {names}", names=t.list(names))
    shown = giving.as_read(t, coach.name, kind, words, "")
    text = "\n\n".join((head, shown, *([none] if left else [])))
    rows: Rows = (((t.t("Send"), "yes"),),)
    return dialogue.ask(
        turn, coach.id, "coach", "eachsure", text, rows, draft=draft, leave=t.t("Do not send")
    )


def _words_read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    return words.strip() or None


def _words_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    found = [replying.subject(turn, coach, mark) for mark in asked.draft.get("marks", ())]
    dialogue.end(turn, coach.id)
    if message is not None:
        _offer(turn, coach, [one.client for one in found if one is not None], "reply", value)


def _sure_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    """Each gets their own, with a way to take it back."""
    if value != "yes":
        return
    dialogue.end(turn, coach.id)
    for mark in asked.draft.get("marks", ()):
        found = replying.subject(turn, coach, str(mark))
        if found is None or not found.answers:
            continue
        if asked.draft["kind"] == "thank":
            replying.tapped(turn, coach, "thank", found.mark)
        else:
            replying.give_words(turn, coach, found, str(asked.draft["words"]))


def _cancel(turn: Turn, coach: Coach, clients: Sequence[Client], words: str) -> None:
    """The session of each on the day that is named, else the next of each, before a yes."""
    days, keys = speech.days_in(turn, coach, words), list[str]()
    for client in clients:
        found, missed = meeting.upcoming(turn, coach, [client], days)
        keys += [] if missed else found
    if not keys:
        return meeting.show_of(turn, coach, clients, days)
    return hurried.these(turn, coach, keys)


def _one_by_one(turn: Turn, coach: Coach, clients: Sequence[Client], words: str, button: str) -> None:
    """What is done with one client at a time says so, and keeps the words in the chat."""
    t = texts(coach.language)
    text = t.t("That is done with one client at a time. With whom first?")
    if words:
        text += f"\n<blockquote>{escape(words)}</blockquote>"
    rows: Rows = tuple(((roster.called(turn, t, one), f"k:{button}:{one.id}"),) for one in clients)
    return send(turn, coach.id, text, rows)


STEPS: dict[str, Question[Coach]] = {
    "eachwords": Question(line("Words for several"), _words_said, _words_read, line("Your words."), "digest"),
    "eachsure": Question(
        line("Words for several"),
        _sure_said,
        dialogue.sure_read,
        line("A yes sends it."),
        "digest",
        drafts="words",
    ),
}
