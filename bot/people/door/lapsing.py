"""A question that is over before it was answered: its time has passed, or something else was chosen."""

from typing import Any

from bot.core.talk.exchange import Dialogue, over
from bot.people import dialogue
from bot.people.client import open_question
from bot.people.coach import coach
from bot.people.door import presence
from bot.people.turn import Turn
from bot.store import dialogues, people
from bot.telegram import Message

BARE = frozenset({"client", dialogue.SHOWN})
"""What a question keeps of which nothing was said in answer."""


def lapse(turn: Turn, chat: int, message: Message | None = None) -> None:
    """A question whose time has passed is over before anything else happens."""
    asked = dialogues.get(turn.tx, chat)
    if asked is not None and over(asked, turn.now):
        lapsed(turn, chat, asked, message)


def lapsed(turn: Turn, chat: int, asked: Dialogue, message: Message | None = None) -> None:
    """It is over, for whom it was asked."""
    mine, me = presence.coach_of(turn, chat), people.client(turn.tx, chat)
    if asked.role == "coach" and mine is not None:
        coach.lapsed(turn, mine, asked, message)
    elif asked.role == "client" and me is not None:
        open_question.lapsed(turn, me, asked, message)


def leave(turn: Turn, chat: int, but_joining: bool = False, word: str = "") -> None:
    """Something else is chosen: the question is over, and a line says so. What joining asks can stand.

    Nothing is said where the command ``word`` asks the same anew, and nothing was said in answer to it yet.
    """
    asked = dialogue.standing(turn, chat)
    if asked is None or (but_joining and asked.until is None):
        return
    me = people.client(turn.tx, chat)
    dialogue.end(turn, chat)
    if asked.role == "client" and me is not None:
        open_question.filed(turn, me, asked)
    steps: dict[str, Any] = open_question.STEPS if asked.role == "client" else coach.STEPS
    if steps[asked.step].again != word or not asked.draft.keys() <= BARE:
        dialogue.unchanged(turn, chat, asked, steps[asked.step])
