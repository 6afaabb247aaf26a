"""Post: letters to coaches, by e-mail, where [mail] is set. It waits and fails beside everything else."""

from datetime import datetime, timedelta
from email.message import EmailMessage
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

from bot.faults import StoreFault
from bot.people import mailing
from bot.people.turn import Turn, tell_admins
from bot.runtime.house import House, log
from bot.runtime.work import where
from bot.store import letters
from bot.store.db import Tx
from bot.store.letters import Letter

if TYPE_CHECKING:
    from bot.config import Mail

PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120))
"""How long after each failure it is tried again; then it is given up."""

PATIENCE = 30
"""Seconds that a server has for all of one letter."""


async def post(house: House) -> None:
    """Send what waits until the house stops; at once over where no mail server is set."""
    while house.config.mail.host and not house.stop.is_set():
        try:
            house.post.clear()
            letter = await house.store.run(partial(_taken, house=house, now=house.clock.steady()))
            if letter is None:
                await house.clock.rest(house.post, await house.store.run(letters.next_at))
            else:
                await _one(house, letter)
        except StoreFault as fault:
            await house.endure(fault)


def _taken(tx: Tx, house: House, now: datetime) -> Letter | None:
    letter = letters.take(tx, now)
    return letter and mailing.filled(Turn(tx, now, 0, house.config, house.username, count()), letter)


async def _one(house: House, letter: Letter) -> None:
    house.calling += 1
    try:
        fault = await _sent(house.config.mail, letter)
        if fault:
            log.warning("a letter did not go", fault=fault, tries=letter.tries + 1)
        now = house.clock.steady()
        await house.store.run(partial(_noted, house=house, letter=letter, fault=fault, now=now))
    finally:
        house.calling -= 1
        house.ring()


async def _sent(settings: "Mail", letter: Letter) -> str:
    """What went wrong, as the name of a fault: never an address or a word; "" where nothing did."""
    import aiosmtplib

    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = settings.sender, letter.to, letter.subject
    made["Auto-Submitted"] = "auto-generated"
    made.set_content(letter.text)
    secret = settings.secret()
    try:
        await aiosmtplib.send(
            made,
            hostname=settings.host,
            port=settings.port,
            username=settings.user or None,
            password=secret or None,
            use_tls=settings.tls == "tls",
            start_tls=settings.tls == "starttls",
            timeout=PATIENCE,
        )
    except (aiosmtplib.SMTPException, OSError, ValueError) as fault:
        return type(fault).__name__
    except Exception as fault:  # of the library's: a letter must not end the bot
        return where(fault)
    return ""


def _noted(tx: Tx, house: House, letter: Letter, fault: str, now: datetime) -> None:
    if not fault:
        letters.done(tx, letter.id, "sent")
    elif letter.tries < len(PAUSES):
        letters.later(tx, letter.id, now + PAUSES[letter.tries])
    elif letters.done(tx, letter.id, "failed"):
        turn = Turn(tx, now, 0, house.config, house.username, count())
        text = f"An e-mail could not be sent and is given up ({fault}). See [mail] in the settings."
        tell_admins(turn, text, f"letter:{letter.id}")
        mailing.failed(turn, letter)
