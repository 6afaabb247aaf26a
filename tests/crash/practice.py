"""The people: an admin, a coach and clients, brought in through the real dialogue."""

import asyncio
import re
from collections.abc import Callable

from bot.simulator import Simulator

ADMIN, COACH, FIRST = 1000, 2000, 3001
PATIENCE = 120.0


async def until(true: Callable[[], bool], what: str) -> None:
    """Wait until something is true; a clear word when it never is."""
    try:
        async with asyncio.timeout(PATIENCE):
            while not true():  # noqa: ASYNC110 - the simulator rings no bell for what the bot says
                await asyncio.sleep(0.02)
    except TimeoutError:
        raise AssertionError(f"waited {PATIENCE:.0f} s in vain for {what}") from None


def links(sim: Simulator, chat: int) -> list[str]:
    """The payloads of the links that stand in a chat."""
    return [payload for text in sim.texts(chat) for payload in re.findall(r"\?start=(\S+)", text)]


async def bring_in(sim: Simulator, clients: int) -> list[int]:
    """Everybody joins; the clients' chats."""
    sim.person("Ruth", ADMIN, started=True)
    sim.person("Dana", COACH)
    sim.say(ADMIN, "/coach")
    await until(lambda: bool(links(sim, ADMIN)), "the coach's link")
    sim.start(COACH, links(sim, ADMIN)[0])
    sim.say(COACH, "Dana")
    sim.say(COACH, "yes")
    sim.say(COACH, "Berlin")
    for _ in range(clients):
        sim.say(COACH, "/invite")
    async with asyncio.TaskGroup() as joining:
        for number in range(clients):
            joining.create_task(_join(sim, number))
    return [FIRST + number for number in range(clients)]


async def _join(sim: Simulator, number: int) -> None:
    """One client opens a link, agrees (every other one shares), and says what is asked."""
    chat = FIRST + number
    await until(lambda: len(links(sim, COACH)) > number, "an invitation")
    sim.person(f"Client{number}", chat)
    sim.start(chat, links(sim, COACH)[number])
    await until(lambda: bool(sim.buttons(chat)), "the question whether to begin")
    sim.tap(chat, sim.buttons(chat)[number % 2])
    for words in ("1985", f"Name{number}", "yes", "Lisbon", "mon wed fri", "19:00"):
        sim.say(chat, words)
    sim.say(chat, "/mid_week")
    await until(lambda: "Pass" in sim.buttons(chat), "the first question")
