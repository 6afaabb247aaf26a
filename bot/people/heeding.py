"""What words that may need a person lead to: the safety lists, asked for a client's message."""

from pathlib import Path

from bot import safety_lists
from bot.core.safety.concern import Concern
from bot.core.understand.danger import danger
from bot.people.turn import Turn
from bot.store.people import Client


def heard(turn: Turn, client: Client, words: str) -> Concern | None:
    """What the safety lists find in a client's words; it is nowhere kept."""
    if words not in turn.concerns:
        folder = Path(turn.config.prompts.path)
        turn.concerns[words] = safety_lists.find(words, client.language, folder)
    return turn.concerns[words]


def grave(turn: Turn, client: Client, words: str) -> bool:
    """Whether where help is is said at once, and the talk rests: said outright, or a call for help."""
    found = heard(turn, client, words)
    return (found is not None and found.tier == 1) or danger(words)


def faint(turn: Turn, client: Client, words: str) -> bool:
    """Whether words only sound like it: then one quiet line says where help is, and the talk goes on."""
    return heard(turn, client, words) is not None and not grave(turn, client, words)
