"""A Telegram Bot API in this process and over HTTP, for tests, the demo and the playground.

See docs/simulator.md.
"""

from bot.simulator.arguments import Upload
from bot.simulator.calls import TOKEN, Answer, Core, Entry
from bot.simulator.failures import Fault
from bot.simulator.limits import Rates
from bot.simulator.refused import Refused
from bot.simulator.simulator import Simulator
from bot.simulator.state import Chat, Message, Person
from bot.simulator.timepiece import Clock

__all__ = [
    "TOKEN",
    "Answer",
    "Chat",
    "Clock",
    "Core",
    "Entry",
    "Fault",
    "Message",
    "Person",
    "Rates",
    "Refused",
    "Simulator",
    "Upload",
]
