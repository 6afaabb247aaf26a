"""A Telegram Bot API in this process and over HTTP, for tests, the demo and the playground.

See docs/simulator.md.
"""

from bot.simulator.arguments import Upload
from bot.simulator.calls import TOKEN, ApiAnswer, Core, LoggedCall
from bot.simulator.failures import Failure
from bot.simulator.limits import Rates
from bot.simulator.refused import RefusedCall
from bot.simulator.simulator import Simulator
from bot.simulator.state import Chat, ChatMessage, Person
from bot.simulator.timepiece import Timepiece

__all__ = [
    "TOKEN",
    "ApiAnswer",
    "Chat",
    "ChatMessage",
    "Core",
    "Failure",
    "LoggedCall",
    "Person",
    "Rates",
    "RefusedCall",
    "Simulator",
    "Timepiece",
    "Upload",
]
