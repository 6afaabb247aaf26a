"""Letters to a coach: what stands in them, and what is said where one does not go."""

from collections import Counter
from html import unescape
from secrets import randbelow
from typing import Literal

from bot.i18n import texts
from bot.people.turn import Turn, send
from bot.store import letters, people
from bot.store.letters import Letter
from bot.store.people import Coach

DIGITS = 6

WeekState = Literal["new", "waiting", "", "joining"]
"""How a client's week stands: something new, something that waits to be read, neither, not with the coach yet."""


def ask_back(turn: Turn, coach: Coach, to: str) -> None:
    """A code goes to an address: what comes back shows that it is the coach's."""
    t, code = texts(coach.language), f"{randbelow(10**DIGITS):0{DIGITS}d}"
    letters.put(turn.tx, coach.id, to, code)
    text = t.t(
        "{code} is the code. Write it to the bot in the chat, and the weekly overview comes to this address.\n\n"
        "If you asked for nothing, do nothing: no further e-mail comes.",
        code=code,
    )
    letters.add(turn.tx, coach.id, "code", t.t("Your code for Interlude"), text, turn.now)


def overview(turn: Turn, coach: Coach, told: list[tuple[WeekState, str]]) -> None:
    """The week's overview as a letter, where the coach wants one: lines with names, or numbers alone."""
    to = letters.address(turn.tx, coach.id)
    if to is None or to.confirmed_at is None or not turn.config.mail.host:
        return
    t = texts(coach.language)
    counts = Counter(state for state, _ in told)
    lines = (
        [line for _, line in told]
        if to.named
        else [
            t.t("With something new: {n}", n=counts["new"]),
            t.t("Waiting to be read: {n}", n=counts["waiting"]),
            t.t("Nothing new: {n}", n=counts[""]),
        ]
    )
    end = t.t("What clients write stands in the chat alone. /email there changes this, or ends it.")
    subject = t.t("Your week in Interlude")
    letters.add(
        turn.tx, coach.id, "overview", subject, unescape("\n".join([*lines, "", end])) + "\n", turn.now
    )


def failed(turn: Turn, letter: Letter) -> None:
    """A letter is given up, and its coach reads that."""
    coach = people.coach(turn.tx, letter.coach)
    if coach is not None and coach.state == "active":
        t = texts(coach.language)
        said = t.t(
            "An e-mail to you did not go through. All of it is in this chat. /email shows the address."
        )
        send(turn, coach.id, said, key=f"letter:{letter.id}")
