"""Whom a coach means: the client who is named, or one to be chosen; what was written beside the name is kept."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.core.base.line import Line, line
from bot.core.talk.exchange import Dialogue
from bot.core.understand import names
from bot.i18n import texts
from bot.people import dialogue, roster, understood
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, number, send
from bot.store import people
from bot.store.people import Client, Coach
from bot.telegram import Message, escape

MOST = 90
"""Buttons of one message; Telegram takes a hundred."""


@dataclass(frozen=True, slots=True)
class WithWhom:
    """A question with whom: its step, what it is about, which command asks it, and what follows.

    ``go_on`` is given the client and what was written beside the name; ``fits`` says whether that can be meant.
    """

    step: str
    about: Line
    again: str
    go_on: Callable[[Turn, Coach, Client, str], None]
    fits: Callable[[Turn, Coach, str], bool]


def alone(turn: Turn, coach: Coach, said: str) -> bool:
    """Whether nothing stands beside a name: for what takes a name alone."""
    return not said


def client(turn: Turn, coach: Coach, choice: WithWhom, words: str) -> None:
    """Go on with the client who is named; where that is not sure, ask with whom."""
    t = texts(coach.language)
    if (joining := _joining(turn, coach, words)) is not None:
        name = escape(roster.called(turn, t, joining))
        return send(turn, coach.id, t.t("{name} is still joining; this works once that is done.", name=name))
    if _aside(turn, coach, words) or _nobody(turn, coach):
        return None
    meant = roster.named(turn, coach, words, lambda said: choice.fits(turn, coach, said))
    if roster.sure(words, meant):
        return choice.go_on(turn, coach, *meant[0])
    rows: Rows = tuple(((roster.called(turn, t, one), str(one.id)),) for one, _ in meant[:MOST])
    behind = {str(one.id): said for one, said in meant}
    return dialogue.ask(
        turn, coach.id, "coach", choice.step, t.t("With whom?"), rows, draft={"behind": behind}
    )


def _joining(turn: Turn, coach: Coach, words: str) -> Client | None:
    """Who is named and still joining, where nobody else is named by it."""
    waits = {one.id: one for one in people.clients_of(turn.tx, coach.id) if one.state == "joining"}
    found = [way.ids[0] for way in names.named(words, roster.known(waits.values())) if way.whole]
    return waits[found[0]] if found and not roster.names_anyone(turn, coach, words) else None


def _aside(turn: Turn, coach: Coach, words: str) -> bool:
    """Whether somebody who is archived is named, and nobody else: that is said, with a way to bring them back."""
    aside = {one.id: one for one in roster.everybody(turn, coach) if one.archived_at is not None}
    ways = [way for way in names.named(words, roster.known(aside.values())) if way.whole]
    if not ways or roster.names_anyone(turn, coach, words):
        return False
    t, client = texts(coach.language), aside[ways[0].ids[0]]
    rows: Rows = (((t.t("Bring back"), f"k:unarchive:{client.id}"),),)
    text = t.t(
        "{name} is archived; this works once they are back.", name=escape(roster.called(turn, t, client))
    )
    send(turn, coach.id, text, rows)
    return True


def _nobody(turn: Turn, coach: Coach) -> bool:
    """Whether there is no client to choose: that is said."""
    if roster.own(turn, coach):
        return False
    t = texts(coach.language)
    none = t.t("No client yet. /invite makes a link.")
    send(turn, coach.id, t.t("Nobody is with you now.") if roster.everybody(turn, coach) else none)
    return True


def leading(turn: Turn, coach: Coach, choice: WithWhom, words: str) -> None:
    """As ``client``, where the name stands first: one that comes later in the words is a part of them."""
    mine = roster.own(turn, coach)
    said = re.sub(r"^([^:?؟\n]{1,60}):\s+", r"\1 ", words.strip())
    if _aside(turn, coach, said) or _nobody(turn, coach):
        return None
    ways = [way for way in names.named(said, roster.known(mine)) if way.whole]
    if ways and len(ways[0].ids) == 1:
        return choice.go_on(turn, coach, next(one for one in mine if one.id == ways[0].ids[0]), ways[0].rest)
    if not ways and len(mine) == 1:
        return choice.go_on(turn, coach, mine[0], words.strip())
    ways = ways or list(names.misspelt(said, roster.known(mine)))
    meant = [one for one in mine if not ways or one.id in ways[0].ids]
    behind = {str(one.id): ways[0].rest if ways else words.strip() for one in meant}
    t = texts(coach.language)
    rows: Rows = tuple(((roster.called(turn, t, one), str(one.id)),) for one in meant[:MOST])
    return dialogue.ask(
        turn, coach.id, "coach", choice.step, t.t("Whom is it about?"), rows, draft={"behind": behind}
    )


def question(choice: WithWhom) -> Question[Coach]:
    """The question with whom, as one of a coach's: a tap, a name, or the whole line answers it."""

    def read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
        known = roster.known(roster.own(turn, coach))
        ways = (*names.named(words, known), *names.within(words, known))
        named = any(not way.rest or choice.fits(turn, coach, way.rest) for way in ways)
        return understood.TYPED if named or choice.fits(turn, coach, words) else None

    def take(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
        if value == understood.TYPED and message is not None:
            if (one := _of_those(turn, coach, asked, message.text)) is not None:
                return choice.go_on(turn, coach, one, asked.draft["behind"][str(one.id)])
            return client(turn, coach, choice, _with_kept(turn, coach, asked, message.text))
        if (chosen := roster.one(turn, coach, number(value))) is not None:
            choice.go_on(turn, coach, chosen, asked.draft.get("behind", {}).get(value, ""))
        return None

    return Question(choice.about, take, read, line("A name or a tap works."), choice.again)


def _of_those(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> Client | None:
    """The one of those on the buttons whom a part of a name alone means: "Huber" of two of a first name."""
    offered = [one for key in asked.draft.get("behind", {}) if (one := roster.one(turn, coach, number(key)))]
    ways = [way for way in names.within(words, roster.known(offered)) if not way.rest]
    return next((one for one in offered if ways and ways[0].ids == (one.id,)), None)


def _with_kept(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str:
    """The words; a name alone takes along what was written before it was asked with whom."""
    known = roster.known(roster.own(turn, coach))
    alone = [way for way in names.named(words, known) if not way.rest]
    behind = asked.draft.get("behind", {})
    kept = next((behind[str(one)] for way in alone for one in way.ids if behind.get(str(one))), "")
    return f"{words} {kept}".strip()
