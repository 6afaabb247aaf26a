"""An arrival: whether what a client wrote has gone to their coach, and was read; and their own words found."""

import re
from datetime import timedelta

from bot.core.understand.confidence import confides, nothing_else
from bot.core.understand.folding import fold
from bot.core.understand.inquiry import inquiry
from bot.core.understand.query import queries
from bot.core.understand.removal import named, removal
from bot.core.understand.withholding import only_withholds
from bot.i18n import Texts, phrases, texts
from bot.people import alerting, attachments, dated, gathering, reader, reconcile
from bot.people.client import answers
from bot.people.turn import Turn
from bot.store import people, responses, told
from bot.store.people import Client
from bot.store.responses import Response
from bot.telegram import escape

LATELY = timedelta(days=7)
"""So long a notice is what is meant by "did you tell her?" where nothing is named."""

MOST = 3
"""Answers of which it is said, where several have what was asked about."""

OLD = timedelta(days=1)
"""Where the last words are older, who asks can mean what they write now: that is said first."""


def sought(turn: Turn, client: Client, words: tuple[str, ...]) -> list[Response]:
    """The answers in whose own words all of these stand, newest first."""
    coach = people.coach_name(turn.tx, client.coach_id)
    those = reversed(responses.all_of(turn.tx, client.id))
    return [one for one in those if _holds(one, words) and not asks(one, coach)]


def asks(one: Response, coach: str) -> bool:
    """Whether an answer says no more than who is not to see another."""
    return bool(one.texts) and all(requests(text.own, coach) for text in one.texts)


def requests(words: str, coach: str) -> bool:
    """Whether words ask something of the bot or say who is not to see others, and tell nothing themselves."""
    withholds = only_withholds(words, coach) or (confides(words, coach) and nothing_else(words, coach))
    return withholds or removal(words) is not None or queries(words) or bool(inquiry(words, coach))


def _holds(one: Response, words: tuple[str, ...]) -> bool:
    """Whether all of some words stand in an answer, as it reads now or as it read before an edit."""
    wordings = (" ".join((text.words, *(edit.words for edit in text.edits))) for text in one.texts)
    said = fold(" ".join(wordings))
    return bool(said) and all(word in said for word in words)


def lately(turn: Turn, client: Client) -> list[Response]:
    """The latest answers and notes, newest first, without those that only say who is not to see others."""
    coach = people.coach_name(turn.tx, client.coach_id)
    return [one for one in responses.latest(turn.tx, client.id, 20) if not asks(one, coach) and _any(one)]


def _any(one: Response) -> bool:
    return bool(one.texts) or one.state != "passed"


def last(turn: Turn, client: Client, but: int = 0) -> Response | None:
    """The latest answer or note that says anything; without the one in which a message ``but`` stands alone."""
    coach = people.coach_name(turn.tx, client.coach_id)
    for one in responses.latest(turn.tx, client.id, 20):
        if asks(one, coach):
            continue
        said = [text for text in one.texts if text.message_id != but]
        if said or (not one.texts and one.state != "passed"):
            return one
    return None


def of(turn: Turn, client: Client, words: str) -> str:
    """What is true for whoever asks whether the coach has something: of what it names, else of the last."""
    t, coach = texts(client.language), escape(people.coach_name(turn.tx, client.coach_id))
    about = named(words, people.coach_name(turn.tx, client.coach_id))
    found = sought(turn, client, about) if about else []
    if about and not found:
        return " ".join((nowhere(t, about), t.t("/answers shows who sees which.")))
    newest = last(turn, client)
    meant = found or _earlier(turn, client, words) or ([newest] if newest is not None else [])
    notice = "" if about else alerting.truth(turn, client, turn.now - LATELY)
    if notice:  # the bot has told something: that is the truth before anything else
        of_words = [_said(turn, t, client, one, noticed=True) for one in meant[:MOST]]
        return " ".join((notice, *of_words, t.t("/answers shows who sees which.")))
    if not meant:
        return t.t("Nothing of yours is kept here yet, so nothing has gone to {coach}.", coach=coach)
    said = [_said(turn, t, client, one) for one in meant[:MOST]]
    if not about and turn.now - meant[0].at > OLD:
        said.insert(0, reader.holds(turn, client))
    return " ".join((*said, t.t("/answers shows who sees which.")))


_BEFORE = re.compile(
    r"\b(?:earlier|before|vorhin|vorher|davor|fruher|zuvor|antes)\b|قبل قليل|سابقا|من قبل|قبل ذلك"
)


def _earlier(turn: Turn, client: Client, words: str) -> list[Response]:
    """The latest few of a day, where somebody asks about what they wrote before: which is meant is not said."""
    if not _BEFORE.search(fold(words)):
        return []
    return [one for one in lately(turn, client) if turn.now - one.at <= OLD][:MOST]


def nowhere(t: Texts, words: tuple[str, ...]) -> str:
    """That nothing has these words in it."""
    said = phrases(t.language)
    quoted = f"{said.quote_open}{escape(' '.join(words))}{said.quote_close}"
    return t.t("Nothing that you wrote here has {words} in it.", words=quoted)


def quoted(turn: Turn, t: Texts, client: Client, one: Response) -> str:
    """An answer by its first words, or what was tapped."""
    words = [attachments.shown(t, text) for text in one.texts] or [
        one.choice or str(one.rating or one.prompt)
    ]
    return answers.named(turn, t, client, one, " ".join(words))


def _said(turn: Turn, t: Texts, client: Client, one: Response, noticed: bool = False) -> str:
    """``noticed``: what was told without words is said before it, so this is about the words alone."""
    coach, words = escape(people.coach_name(turn.tx, client.coach_id)), quoted(turn, t, client, one)
    arrived = told.arrived(turn.tx, client.id, one.id)
    if arrived is None:
        return _not_yet(turn, t, client, one, words, noticed)
    if arrived.waits:
        return t.t("{words} is on its way to {coach}.", words=words, coach=coach)
    went = t.t(
        "Yes: {words} went to {coach} on {when}.",
        words=words,
        coach=coach,
        when=dated.shown(t, arrived.at, client.where),
    )
    since = (
        t.t("It is private since then.") if one.visibility == "private" else _changed(turn, t, client, one)
    )
    return " ".join(filter(None, (went, _read(t, client, coach, arrived), since)))


def _read(t: Texts, client: Client, coach: str, arrived: told.Arrived) -> str:
    """What is known of whether it was read."""
    if arrived.answered_at is not None:
        return t.t("{coach} answered it.", coach=coach)
    if arrived.read_at is not None:
        when = dated.shown(t, arrived.read_at, client.where)
        return t.t("{coach} marked it as read on {when}.", coach=coach, when=when)
    return t.t("Whether {coach} has read it is not known here: nothing says so yet.", coach=coach)


def _changed(turn: Turn, t: Texts, client: Client, one: Response) -> str:
    if reader.of(turn, client) is None or not gathering.changed(turn, client, one):
        return ""
    return t.t("What you changed in it since has not gone yet.")


def _not_yet(turn: Turn, t: Texts, client: Client, one: Response, words: str, noticed: bool) -> str:
    coach = reader.of(turn, client)
    if coach is None:
        return reader.nobody(turn, client)
    name = escape(coach.name)
    if one.visibility == "private":
        if noticed:
            return t.t(
                "The words, {words}, are private, and {coach} does not get them.", words=words, coach=name
            )
        return t.t("No: {words} is private, and {coach} does not get it.", words=words, coach=name)
    when = dated.shown(t, reconcile.next_telling(turn, client, coach), client.where)
    if noticed:
        return t.t(
            "The words, {words}, have not gone to {coach} yet. They go by themselves on {when}.",
            words=words,
            coach=name,
            when=when,
        )
    return t.t(
        "No: {words} has not gone to {coach} yet. It goes by itself on {when}.",
        words=words,
        coach=name,
        when=when,
    )
