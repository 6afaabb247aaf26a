"""Letters to a coach: what stands in them, and what is said where one does not go."""

from collections import Counter
from dataclasses import replace
from html import unescape
from secrets import randbelow
from typing import Literal

from bot.core.digest import digest as core_digest
from bot.i18n import texts
from bot.people import gathering
from bot.people.turn import Turn, send, showed
from bot.render import text
from bot.store import assignments, consents, letters, people, standing
from bot.store.letters import Letter
from bot.store.people import Coach

DIGITS = 6

WeekState = Literal["new", "waiting", "", "joining"]
"""How a client's week stands: something new, something that waits to be read, neither, not with the coach yet."""


def ask_back(turn: Turn, coach: Coach, to: str) -> None:
    """A code goes to an address: what comes back shows that it is the coach's."""
    t, code = texts(coach.language), f"{randbelow(10**DIGITS):0{DIGITS}d}"
    letters.put(turn.tx, coach.id, to, code)
    words = t.t(
        "{code} is the code. Write it to the bot in the chat, and the weekly overview comes to this address.\n\n"
        "If you asked for nothing, do nothing: no further e-mail comes.",
        code=code,
    )
    letters.add(turn.tx, coach.id, "code", t.t("Your code for Interlude"), words, turn.now)


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
    end = (
        t.t(
            "Words stand here only of clients who agreed to that. /email in the chat changes this, or ends it."
        )
        if to.words
        else t.t("What clients write stands in the chat alone. /email there changes this, or ends it.")
    )
    subject = t.t("Your week in Interlude")
    letters.add(
        turn.tx, coach.id, "overview", subject, unescape("\n".join([*lines, "", end])) + "\n", turn.now
    )


def filled(turn: Turn, letter: Letter) -> Letter:
    """A letter as it goes out, with shared words of the clients who agree by then: none that waits has them."""
    to, coach = letters.address(turn.tx, letter.coach), people.coach(turn.tx, letter.coach)
    if letter.kind != "overview" or to is None or not to.words or coach is None:
        return letter
    t = texts(coach.language)
    those = [
        client
        for client in people.clients_of(turn.tx, coach.id)
        if consents.given(turn.tx, client.id, consents.MAIL)
        and standing.agreed(client, coach.id)
        and gathering.news(turn, coach, client)
    ]
    each = [
        text.plain_text(core_digest.compile(gathering.week(turn, coach, client, turn.now).week), t)
        for client in those
    ]
    for client in those if not letter.tries else ():  # the one that goes in vain goes once more
        showed(turn, coach.id, client.id, "words sent by e-mail")
    return replace(letter, text="\n\n".join((*each, letter.text)))


def ask_leave(turn: Turn, coach: Coach) -> None:
    """Each client who shares and was not asked yet reads at their next hour that words could go by e-mail."""
    for client in people.clients_of(turn.tx, coach.id):
        known = consents.asked(turn.tx, client.id, consents.MAIL) or any(
            one.kind == "mail" and one.outcome != "taken-back"
            for one in assignments.of_client(turn.tx, client.id)
        )
        if client.state in ("active", "paused") and standing.agreed(client, coach.id) and not known:
            assignments.add(turn.tx, client.id, coach.id, "mail", turn.now)
            people.touch(turn.tx, client.id, turn.now)
            turn.about.add(client.id)


def failed(turn: Turn, letter: Letter) -> None:
    """A letter is given up, and its coach reads that."""
    coach = people.coach(turn.tx, letter.coach)
    if coach is not None and coach.state == "active":
        t = texts(coach.language)
        said = t.t(
            "An e-mail to you did not go through. All of it is in this chat. /email shows the address."
        )
        send(turn, coach.id, said, key=f"letter:{letter.id}")
