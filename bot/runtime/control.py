"""Control: what a command asks of the running bot, because only one process writes a database."""

from functools import partial
from typing import Any

from bot.people import requests
from bot.runtime import control_socket, keyring
from bot.runtime.house import House


async def answer(house: House, request: dict[str, Any]) -> dict[str, Any]:
    """Do what was asked, in one transaction, and say what became of it."""
    if request.get("do") == "rotate":
        return await keyring.rotated(house.store, house.config.security)
    reply = await house.store.run(partial(requests.answer, request=request, now=house.clock.now()))
    house.ring()
    return reply


def open_door(house: House) -> Any:
    """The control socket beside the database, open while the bot runs."""
    return control_socket.serve(house.config.database.path, partial(answer, house))
