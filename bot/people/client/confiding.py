"""Confidences: words that say they are private are kept so, whatever is shared; a short question asks back."""

from collections.abc import Iterable
from datetime import timedelta

from bot.core.base.line import line
from bot.core.base.words import shorten
from bot.core.script.template import plain
from bot.core.talk.exchange import Dialogue
from bot.core.understand.confidence import chooses, confides, nothing_else, refers_back
from bot.core.understand.sharing import shares_again
from bot.core.understand.withholding import of_itself, only_withholds, withholds
from bot.i18n import texts
from bot.people import closing, dated, dialogue, reader, reflecting
from bot.people.client import answers, arrival, stretch
from bot.people.client.stretch import TOGETHER
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, number, send
from bot.store import people, reflections, response_writes, responses
from bot.store.people import Client
from bot.store.responses import Response
from bot.telegram import Message, escape

DAY, MOST = timedelta(days=1), 5
"""How far back, and how many of the latest shared answers, a tap makes private with it."""


def said(turn: Turn, client: Client, message: Message) -> bool:
    """Whether a message asks that the coach does not get it; what says no more than a button is no such thing."""
    coach = people.coach_name(turn.tx, client.coach_id)
    if not confides(message.own, coach) and not withholds(message.own, coach):
        return False
    row = reflections.open_of(turn.tx, client.id)
    return row is None or not reflecting.presses(turn, row, message.own)


def hide(turn: Turn, client: Client, message: Message) -> bool:
    """Make a message private, and nothing beside it; False where it was so, or is not kept."""
    one = responses.of_message(turn.tx, client.id, message.message_id)
    if one is None or one.visibility == "private":
        return False
    _hide(turn, one, message.message_id, alone=True)
    return True


def hold(turn: Turn, client: Client, message: Message) -> None:
    """What says that it is private stays so when all of its talk is shared, with whoever is private anyway."""
    one = responses.of_message(turn.tx, client.id, message.message_id)
    if one is not None and one.visibility == "private":
        response_writes.set_visibility(turn.tx, one.id, "private")


def _hide(turn: Turn, one: Response, message_id: int, alone: bool = False) -> int:
    """The response as private; that message ``alone`` where others are with it, or it was told at once."""
    if one.visibility == "now" or (alone and len(one.texts) > 1):
        return response_writes.set_apart(turn.tx, one, message_id, "private")
    response_writes.set_visibility(turn.tx, one.id, "private")
    return one.id


def hidden(turn: Turn, client: Client, message: Message, also: str = "") -> None:
    """What the message is in, and what it is about, is private from now on; that is said, and asked about.

    ``also``: what else is to be said with it. What it leaves shared of the last minutes is named as that.
    """
    coach = people.coach_name(turn.tx, client.coach_id)
    one = responses.of_message(turn.tx, client.id, message.message_id)
    request = _bare(turn, client, message) or refers_back(message.own)
    itself = of_itself(message.own, coach) and not request
    before = () if itself else stretch.meant(turn, client, message, request)
    about = {each.id: each for each in (*before, *((one,) if one else ()))}
    shared = [each for each in about.values() if each.visibility == "session"]
    told_now = [each for each in about.values() if each.visibility == "now"]
    ids = [_hide(turn, each, message.message_id) for each in (*shared, *told_now)]
    if one is not None and not ids:
        response_writes.set_visibility(
            turn.tx, one.id, "private"
        )  # held, also where all of the talk is private so far
    ids = ids or ([one.id] if one else [])
    left = stretch.shared(turn, client, message, but=ids) if itself else []
    said = (_named(turn, client, message, before, shared), _left(turn, client, message, left), also)
    went = [*shared, *(each for each in told_now if each in before)]
    earlier = [each.id for each in left] or _earlier(turn, client, message, ids)
    _ask(turn, client, ids, went, " ".join(filter(None, said)), earlier)


def _left(turn: Turn, client: Client, message: Message, left: list[Response]) -> str:
    """Which words of the last minutes still go, where a message is private by itself."""
    if not left:
        return ""
    t, coach = texts(client.language), escape(people.coach_name(turn.tx, client.coach_id))
    words = _words_of(turn, client, left, message.message_id)
    return t.t("What you wrote just before still goes to {coach}: {words}.", coach=coach, words=words)


def requests(turn: Turn, client: Client, message: Message) -> bool:
    """Whether a message asks to hold back what was written before, and says nothing else: it is no answer."""
    return said(turn, client, message) and _bare(turn, client, message)


def _named(
    turn: Turn, client: Client, message: Message, before: Iterable[Response], shared: Iterable[Response]
) -> str:
    """Which words a request is about, and whether they were private already; of older ones also when."""
    t = texts(client.language)
    others = [one for one in before if not stretch.alone(one, message)]
    hidden_now = [one for one in others if one in shared]
    if not others:
        return ""
    if not hidden_now:
        if any(one.visibility == "now" for one in others):
            return ""
        return t.t("So it was already: {words}.", words=_words_of(turn, client, others, message.message_id))
    words = _words_of(turn, client, hidden_now, message.message_id)
    each = [max((text.at for text in one.texts), default=one.at) for one in hidden_now]
    last = max(each)
    if len(each) > 1 and min(each) <= message.at - TOGETHER:
        return t.t("Private now too: {words}.", words=words)
    if message.at - last < TOGETHER:
        return t.t("So is what you wrote just before: {words}.", words=words)
    return t.t(
        "So is what you wrote on {when}: {words}.", when=dated.shown(t, last, client.where), words=words
    )


def _words_of(turn: Turn, client: Client, those: Iterable[Response], but: int) -> str:
    """Each message of some responses by its first words, but one; what may need a person by its instant alone."""
    t = texts(client.language)
    meant = [text for one in those for text in one.texts if text.message_id != but]
    named = (answers.named_text(turn, t, client, text) for text in meant)
    return ", ".join(dict.fromkeys(named))


def _earlier(turn: Turn, client: Client, message: Message, ids: list[int]) -> list[int]:
    """What is shared of the day before, where a message is about what came before it: that is offered too."""
    coach = people.coach_name(turn.tx, client.coach_id)
    if not _bare(turn, client, message) and not withholds(message.own, coach):
        return []
    day = responses.spoken_since(turn.tx, client.id, message.at - DAY)
    return [one.id for one in day if one.visibility == "session" and one.id not in ids][-MOST:]


def _bare(turn: Turn, client: Client, message: Message) -> bool:
    """Whether a message says nothing but that something is private: then it is about what came just before."""
    coach = people.coach_name(turn.tx, client.coach_id)
    if only_withholds(message.own, coach):
        return True
    return confides(message.own, coach) and nothing_else(message.own, coach)


def _ask(
    turn: Turn, client: Client, ids: list[int], shared: Iterable[Response], also: str, earlier: list[int]
) -> None:
    t, coach = texts(client.language), escape(people.coach_name(turn.tx, client.coach_id))
    reached = any(closing.told_of(turn, client, one) for one in shared)
    text = (
        closing.taken_back(turn, client, shared)
        if reached
        else t.t("That is kept, and it is private: {coach} does not get it.", coach=coach)
    )
    text = " ".join(filter(None, (text, also, t.t("Keep it private, or share it?"))))
    rows: Rows = (((t.t("Keep it private"), "private"), (t.t("Share it"), "share")),)
    rows += tuple(((label, f"one:{number}"),) for number, label in _single(turn, client, ids))
    if earlier:
        rows += (((t.t("And what I wrote before that"), "earlier"),),)
    draft = {"ids": ids, "earlier": earlier}
    dialogue.ask(turn, client.id, "client", "confided", text, rows, draft=draft, leave="-")


def _single(turn: Turn, client: Client, ids: list[int]) -> list[tuple[int, str]]:
    """Each of several that are held back, to be let go by itself; not the request."""
    t = texts(client.language)
    those = [one for each in ids if (one := responses.get(turn.tx, each)) is not None]
    if len(those) < 2:
        return []
    names = [(one.id, plain(_words_of(turn, client, (one,), 0))) for one in those[-MOST:]]
    return [(which, t.t("Share only {words}", words=shorten(words, 40))) for which, words in names]


def offer(turn: Turn, client: Client) -> None:
    """Whether the latest private words shall be shared, which are named; nobody reads them before that."""
    one = next((one for one in arrival.lately(turn, client) if one.visibility == "private"), None)
    t, coach = texts(client.language), escape(people.coach_name(turn.tx, client.coach_id))
    if one is None:
        return send(turn, client.id, t.t("Nothing of it is private."), silent=True)
    words = _words_of(turn, client, (one,), 0)
    text = t.t("Share {words} with {coach}, or keep it private?", words=words, coach=coach)
    rows: Rows = (((t.t("Share it"), "share"), (t.t("Keep it private"), "private")),)
    return dialogue.ask(turn, client.id, "client", "confided", text, rows, draft={"ids": [one.id]}, leave="-")


def read(words: str) -> str | None:
    """What is typed for one of the two buttons; a bare yes or no leaves it private."""
    return chooses(words) or ("private" if dialogue.yes_or_no(words) else None)


def _again(turn: Turn, client: Client, words: str) -> str | None:
    """That it may be read after all, said in words that name nothing else."""
    return "share" if shares_again(words, people.coach_name(turn.tx, client.coach_id)) == () else None


def _chosen(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    single = number(value.removeprefix("one:")) if value.startswith("one:") else 0
    if value not in ("private", "share", "earlier") and single not in asked.draft.get("ids", ()):
        return None
    dialogue.end(turn, client.id)
    if value == "earlier":
        return _earlier_too(turn, client, asked.draft.get("earlier", ()))
    t, coach = texts(client.language), escape(people.coach_name(turn.tx, client.coach_id))
    shares = value == "share" or single > 0
    for one in (single,) if single else asked.draft.get("ids", ()) if shares else ():
        response_writes.set_visibility(turn.tx, one, "session")
    text = (
        reader.nobody(turn, client)
        if shares and reader.of(turn, client) is None
        else t.t("That one is shared; the rest stays private. /answers changes that.")
        if single
        else t.t("It is shared: {coach} gets it by the next digest. /answers changes that.", coach=coach)
        if value == "share"
        else t.t("It stays private. /answers changes that.")
    )
    send(turn, client.id, text, silent=True)
    return reflecting.unrest(turn, client)


def _earlier_too(turn: Turn, client: Client, ids: Iterable[int]) -> None:
    """What was written before is private as well: which it is, and what is true where it went already."""
    t = texts(client.language)
    those = [one for each in ids if (one := responses.get(turn.tx, each)) is not None]
    for one in those:
        response_writes.set_visibility(turn.tx, one.id, "private")
    said = [t.t("Private now too: {words}.", words=_words_of(turn, client, those, 0))]
    if went := [one for one in those if closing.told_of(turn, client, one)]:
        said.append(closing.taken_back(turn, client, went))
    send(turn, client.id, " ".join((*said, t.t("It stays private. /answers changes that."))), silent=True)
    reflecting.unrest(turn, client)


def left(turn: Turn, client: Client, asked: Dialogue) -> None:
    """Something else is chosen: it stays private, and the talk goes on. By time alone it does not."""
    reflecting.unrest(turn, client)


STEPS: dict[str, Question[Client]] = {
    "confided": Question(
        line("Who sees it"),
        _chosen,
        lambda turn, client, asked, words: (
            read(words) or _again(turn, client, words) or dialogue.typed(turn, client.id, asked, words)
        ),
        again="answers",
        closed=line("Closed: it stays private."),
        wordless=True,
    )
}
