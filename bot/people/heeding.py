"""What words that may need a person lead to: the safety lists, asked for a client's message."""

from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path

from bot import safety_lists
from bot.core.safety.concern import Category, Concern
from bot.core.talk.exchange import Dialogue
from bot.core.talk.model import Phrases
from bot.core.understand.plea import pleads
from bot.i18n import Texts, phrases, texts
from bot.people import commands, respite
from bot.people.turn import Turn
from bot.store.people import Client, Coach
from bot.telegram import Message, escape


def heard(turn: Turn, client: Client, words: str) -> Concern | None:
    """What the safety lists find in a client's words; it is nowhere kept."""
    return _found(turn, client.language, words)


def outright(turn: Turn, language: str, message: Message, calls: bool = True) -> bool:
    """Whether a message says a danger outright, whoever wrote it; behind a command, what stands behind it.

    ``calls``: a bare call for help counts as well.
    """
    found = _found(turn, language, _words(message))
    return found is not None and found.tier == 1 and (calls or found.category != "call")


def sounds(turn: Turn, language: str, message: Message) -> bool:
    """The same of what sounds like it at all: who is asked something here gets no echo of it."""
    return _found(turn, language, _words(message)) is not None


def _words(message: Message) -> str:
    spoken = None if message.file or message.origin else commands.read(message.text)
    return spoken[1] if spoken else message.own


def _found(turn: Turn, language: str, words: str) -> Concern | None:
    if words not in turn.concerns:
        turn.concerns[words] = safety_lists.find(words, language, turn.config.prompts.path)
    return turn.concerns[words]


def needs_person(turn: Turn, client: Client, words: str) -> bool:
    """Whether words may need a person, outright or not: then they are quoted nowhere."""
    return heard(turn, client, words) is not None


def shown(turn: Turn, client: Client, words: str) -> str:
    """A client's words as they are shown back to them, as HTML; what may need a person is quoted nowhere."""
    if needs_person(turn, client, words):
        return texts(client.language).t("Something is not quoted here.")
    return escape(words)


def covered(turn: Turn, client: Client, words: str) -> str:
    """A client's words for their coach, as HTML; what may need a person lies under a cover, which a tap lifts."""
    said = escape(words)  # a notification on a locked screen shows no word that is covered
    return f"<tg-spoiler>{said}</tg-spoiler>" if needs_person(turn, client, words) else said


def labelled(turn: Turn, t: Texts, client: Client, words: str) -> str:
    """The same for a button, which has no cover: what may need a person is not in it."""
    return t.t("Something is not quoted here.") if needs_person(turn, client, words) else words


def hushing(turn: Turn, client: Client) -> Phrases:
    """The interface's words, which quote nothing that may need a person back to its writer."""
    return _hushing(client.language, turn.config.prompts.path)


@lru_cache(maxsize=64)  # asked at every answer, and made of all there is to say
def _hushing(language: str, folder: Path) -> Phrases:
    found = partial(safety_lists.find, language=language, folder=folder)
    return replace(phrases(language), hushes=lambda words: found(words) is not None)


def grave(turn: Turn, client: Client, words: str) -> bool:
    """Whether where help is is said at once, and the talk rests: said outright, or a call for help."""
    found = heard(turn, client, words)
    return found is not None and found.tier == 1


def category(turn: Turn, client: Client, words: str) -> Category:
    """Whose card fits words that say it outright."""
    found = heard(turn, client, words)
    return found.category if found is not None else "self"


def faint(turn: Turn, client: Client, words: str) -> bool:
    """Whether words only sound like it: then one quiet line says where help is, and the talk goes on."""
    return heard(turn, client, words) is not None and not grave(turn, client, words)


FREE = ("note", "peer", "ask")
"""The commands behind which a coach writes free words, which may be about a client."""


def writes_on(coach: Coach, asked: Dialogue | None, message: Message) -> bool:
    """Whether words of danger can be about a client: they are met with where help is, and taken all the same."""
    if coach.state != "active":
        return False
    if spoken := commands.read(message.text):
        return spoken[0] in FREE
    return message.reply_to is not None or (asked is not None and "client" in asked.draft)


def called(turn: Turn, client: Client, words: str) -> bool:
    """Whether words bring where help is again on the day after such words: a plea, a question, or a faint one."""
    return respite.until(turn, client) is not None and calls_again(turn, client, words)


def calls_again(turn: Turn, client: Client, words: str) -> bool:
    """What counts as that; nothing is read into it."""
    return pleads(words) or heard(turn, client, words) is not None


def numbers(t: Texts) -> str:
    """Where help is, with its numbers: whoever reads it needs no command for it."""
    return t.t(
        "It is not an emergency service, and nobody is watching. In danger, call your emergency number "
        "(112 or 911 in many countries). findahelpline.com lists people to talk to."
    )
