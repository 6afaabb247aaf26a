"""Behind the glass: what waits in the queues, the bot's calls as they come, and trouble on order."""

from dataclasses import dataclass

from bot.simulator import LoggedCall, Simulator
from bot.store import due, inbox, outbox
from bot.store.db import Tx

LAST = 14

MESSAGE = "sendMessage"
"""What goes wrong on order: a message on its way to somebody, for a poll that fails is seen by nobody."""

FAULTS = {
    "429": "too many: wait 3 seconds",
    "500": "an error, three times",
    "lose": "delivered, but its answer is lost",
    "drop": "the connection breaks before it is delivered",
}
"""What can be ordered, in words."""


@dataclass(frozen=True, slots=True)
class Queue:
    """One of the bot's queues: its name, what is in it, and how many."""

    name: str
    what: str
    number: int


def queues(tx: Tx) -> tuple[Queue, ...]:
    """What waits in the database, from a message that came to a message that goes."""
    came, goes = inbox.counts(tx), outbox.counts(tx)
    return (
        Queue("inbox", "came, not yet thought about", came.waiting),
        Queue("due", "to come at a time of its own", due.count(tx)),
        Queue("outbox", "said, not yet sent", goes.waiting),
        Queue("aside", "set aside: a person has to look", came.dead + goes.aside),
    )


def calls(sim: Simulator) -> tuple[LoggedCall, ...]:
    """The bot's last calls, newest first."""
    return tuple(reversed(sim.calls()[-LAST:]))


def order(sim: Simulator, what: str) -> None:
    """Let the next calls go wrong in one of the ways of FAULTS."""
    if what == "429":
        sim.fail(MESSAGE, code=429, retry_after=3)
    elif what == "500":
        sim.fail(MESSAGE, times=3, code=500, text="Internal Server Error")
    else:
        sim.fail(MESSAGE, how="lose" if what == "lose" else "drop")
