"""/desk: a coach's pages in a browser, let in by a one-time link and, where it is a new one, a yes in the chat."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from bot.i18n import texts
from bot.people.turn import Rows, Turn, number, send
from bot.store import audit, people, visits
from bot.store.people import Coach
from bot.store.visits import Visit
from bot.telegram import escape, mini_app

GOOD_FOR = timedelta(minutes=10)
"""How long a link lasts, and how long a browser waits for its yes."""

IDLE = timedelta(hours=12)
"""After so long without a page a browser needs another link."""

AHEAD = timedelta(minutes=1)
"""So far ahead a stamp may lie; further on, the clock was set back since, and what was opened is over."""

NOTED = timedelta(minutes=1)
"""How often it is written down, at most, that a browser is still there."""

BITS = 24
"""Bytes of a token: 192 bits that nobody guesses."""

LinkState = Literal["good", "used", "over", "unknown"]


def hashed(token: str) -> bytes:
    """What is kept of a token."""
    return hashlib.sha256(token.encode("utf-8", "replace")).digest()


def code(token: str) -> str:
    """Two digits that the browser shows and the chat names, so that a coach says yes to no other browser."""
    return str(10 + int.from_bytes(hashed(token)[:4]) % 90)


# ---- in the chat -------------------------------------------------------------------------------


def link(turn: Turn, coach: Coach, rest: str = "") -> None:
    """/desk: a link that one browser opens once; where pages are switched off, that."""
    t, pages = texts(coach.language), turn.config.pages
    if not pages.enabled:
        text = t.t(
            "There are no pages here: whoever runs this bot has them switched off. All of it is in this chat."
        )
        return send(turn, coach.id, text)
    token = secrets.token_urlsafe(BITS)
    visits.add_link(turn.tx, hashed(token), coach.id, turn.now + GOOD_FOR)
    text = t.t(
        "Your pages, for a browser. The link opens once, within ten minutes, and then asks for your yes here. "
        "Please do not pass it on."
    )
    rows: Rows = ()
    if here := len(_open(turn, coach)):
        text += "\n" + t.n("Signed in: {n} browser.", "Signed in: {n} browsers.", here)
        rows = (((t.t("Sign out everywhere"), "k:desk:out"),),)
    if pages.address.startswith("https://"):  # Telegram opens nothing else
        rows = (((t.t("Open inside Telegram"), f"{pages.address}/app"),), *rows)
    address = escape(f"{pages.address}/open/{token}")
    return send(turn, coach.id, f"{text}\n{address}", rows)


def _open(turn: Turn, coach: Coach) -> list[Visit]:
    return [one for one in visits.of_coach(turn.tx, coach.id) if _is_open(turn, one)]


def _is_open(turn: Turn, one: Visit) -> bool:
    return one.state == "open" and _lasts(turn, one.seen_at, IDLE)


def _lasts(turn: Turn, since: datetime, span: timedelta) -> bool:
    return -AHEAD <= turn.now - since < span


def acts(turn: Turn, coach: Coach, value: str) -> bool:
    """Whether a button about a browser still does something."""
    return value == "out" or _waiting(turn, coach, value) is not None


def _waiting(turn: Turn, coach: Coach, value: str) -> Visit | None:
    """The browser that waits for this yes or no."""
    one = visits.get(turn.tx, number(value.partition(":")[2]))
    mine = one is not None and one.coach_id == coach.id and one.state == "waits"
    return one if one and mine and _lasts(turn, one.made_at, GOOD_FOR) else None


def tapped(turn: Turn, coach: Coach, value: str) -> None:
    """A yes or a no to a browser; or no browser is signed in any more."""
    t, one = texts(coach.language), _waiting(turn, coach, value)
    if value == "out":
        visits.forget_all(turn.tx, coach.id)
        return send(turn, coach.id, t.t("No browser is signed in any more. /desk makes a link."))
    if one is None:
        return None
    if value.startswith("yes:"):
        visits.let_in(turn.tx, one.id, turn.now)
        audit.add(turn.tx, coach.id, "browser let in", turn.now)
        return send(turn, coach.id, t.t("That browser sees your pages now. /desk signs it out."))
    visits.forget(turn.tx, one.id)
    text = t.t(
        "That browser sees nothing. Somebody opened a link of yours. If it was none of yours: Telegram's settings "
        "show under Devices who else is signed in."
    )
    return send(turn, coach.id, text)


# ---- in the browser ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who a browser is of, and whether it may see pages yet."""

    coach: Coach
    visit: Visit


def standing(turn: Turn, token: str) -> tuple[LinkState, Coach | None]:
    """How it stands with a link, and whose it is; looking at one does not use it up."""
    found = visits.link(turn.tx, hashed(token))
    coach = people.coach(turn.tx, found.coach_id) if found else None
    if found is None or coach is None or coach.state != "active":
        return "unknown", None
    if found.used_at is not None:
        return "used", coach
    return ("good", coach) if _lasts(turn, found.until - GOOD_FOR, GOOD_FOR) else ("over", coach)


def come_in(turn: Turn, token: str, cookie: str) -> str | None:
    """A link is used: what the browser shows from now on; None where the link does not let in.

    A browser that this coach let in before is in at once, by a new token; any other waits for a yes in the chat.
    """
    state, coach = standing(turn, token)
    if state != "good" or coach is None or not visits.use_link(turn.tx, hashed(token), turn.now):
        return None
    fresh, known = secrets.token_urlsafe(BITS), visits.of_token(turn.tx, hashed(cookie)) if cookie else None
    if known is not None and known.coach_id == coach.id and known.state != "waits":
        visits.let_in(turn.tx, known.id, turn.now, hashed(fresh))
        audit.add(turn.tx, coach.id, "browser let in", turn.now)
        return fresh
    if known is not None:
        visits.forget(turn.tx, known.id)
    _ask(turn, coach, visits.add(turn.tx, coach.id, hashed(fresh), turn.now), code(fresh))
    return fresh


def opened_inside(turn: Turn, data: str, cookie: str) -> str | None:
    """Telegram says who opens the pages inside it: that browser is in at once, and the chat says so once.

    What the browser shows from now on; None where it is nobody's here, or the same was shown before elsewhere.
    """
    said = mini_app.opened(data, turn.config.telegram.token.get_secret_value(), turn.now)
    coach = people.coach(turn.tx, said.user) if said is not None else None
    if said is None or coach is None or coach.state != "active":
        return None
    known = visits.of_token(turn.tx, hashed(cookie)) if cookie else None
    mine = known is not None and known.coach_id == coach.id and known.state == "open"
    if known is not None and mine and _is_open(turn, known):
        return cookie
    until = turn.now + mini_app.GOOD_FOR
    if not visits.used_once(turn.tx, hashed(said.hash), coach.id, until, turn.now):
        return None
    fresh = secrets.token_urlsafe(BITS)
    number = (
        known.id if known is not None and mine else visits.add(turn.tx, coach.id, hashed(fresh), turn.now)
    )
    visits.let_in(turn.tx, number, turn.now, hashed(fresh))
    audit.add(turn.tx, coach.id, "browser let in", turn.now)
    if not mine:
        text = texts(coach.language).t("Your pages were opened inside Telegram. /desk signs them out.")
        send(turn, coach.id, text, silent=True, key=f"desk:{number}")
    return fresh


def _ask(turn: Turn, coach: Coach, visit: int, shows: str) -> None:
    """The chat is asked whether it was the coach; at once, whatever else waits for a better hour."""
    t = texts(coach.language)
    turn.own.add(coach.id)
    rows: Rows = (((t.t("Yes"), f"k:desk:yes:{visit}"), (t.t("No"), f"k:desk:no:{visit}")),)
    text = t.t(
        "Somebody opens your pages in a browser that shows the number {number}: was it you? Nothing is shown there "
        "before a yes.",
        number=shows,
    )
    send(turn, coach.id, text, rows, key=f"desk:{visit}")


def visitor(turn: Turn, cookie: str) -> Visitor | None:
    """Whose browser shows this token; None where nobody's is, or another link is needed."""
    one = visits.of_token(turn.tx, hashed(cookie)) if cookie else None
    coach = people.coach(turn.tx, one.coach_id) if one else None
    if one is None or coach is None or coach.state != "active":
        return None
    if one.state == "waits":
        return Visitor(coach, one) if _lasts(turn, one.made_at, GOOD_FOR) else None
    if not _is_open(turn, one):
        return None
    if turn.now - one.seen_at >= NOTED:
        visits.seen(turn.tx, one.id, turn.now)
    return Visitor(coach, one)


def sign_out(turn: Turn, visit: Visit) -> None:
    """This browser is as one that was never here."""
    visits.forget(turn.tx, visit.id)
