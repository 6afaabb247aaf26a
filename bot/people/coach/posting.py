"""A coach says whether the weekly overview comes by e-mail, where to, and with whose names."""

import re
from datetime import timedelta
from hmac import compare_digest
from unicodedata import digit

from bot.config import ADDRESS
from bot.core.base.line import line
from bot.core.talk.exchange import Dialogue
from bot.i18n import texts
from bot.people import dialogue, mailing, wanted
from bot.people.coach import overview
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, send
from bot.store import consents, letters, people
from bot.store.people import Coach
from bot.telegram import Message, escape

TRIES = 5

HOUR = timedelta(hours=1)
"""So long a letter may take, and its code be written."""


def show(turn: Turn, coach: Coach, rest: str = "") -> None:
    """/email: where it goes, and what can be changed; an address may stand behind it."""
    t, to = texts(coach.language), letters.address(turn.tx, coach.id)
    if not turn.config.mail.host:
        return send(
            turn,
            coach.id,
            t.t("No e-mail is sent from here: whoever runs this bot has set up no mail server."),
        )
    if rest and (given := _address(turn, coach, None, rest)):
        return _code(turn, coach, given)
    if to is None or to.confirmed_at is None:
        return _ask(turn, coach)
    names = t.t("Clients stand in it by name.") if to.named else t.t("It holds numbers and no names.")
    if to.words:
        names += " " + t.t(
            "Shared words stand in it too, of clients who agreed: {n}.", n=_agreed(turn, coach)
        )
    text = t.t("Once a week the overview also goes to {address}.", address=escape(to.address))
    switch = (t.t("Without names"), "k:mail:unnamed") if to.named else (t.t("With names"), "k:mail:named")
    words = (
        (t.t("Without words"), "k:mail:wordless")
        if to.words
        else (t.t("With words of those who agree"), "k:mail:words")
    )
    rows: Rows = (
        (switch,),
        (words,),
        ((t.t("Another address"), "k:mail:other"), (t.t("No e-mail"), "k:mail:off")),
    )
    return send(turn, coach.id, f"{text} {names}", rows)


def _agreed(turn: Turn, coach: Coach) -> int:
    mine = people.clients_of(turn.tx, coach.id)
    return sum(consents.given(turn.tx, one.id, consents.MAIL) for one in mine)


def _ask(turn: Turn, coach: Coach) -> None:
    t = texts(coach.language)
    text = t.t(
        "The weekly overview can also come by e-mail: how many clients have something new, and none of "
        "their words. E-mail can be read on its way and by whoever runs your mailbox. "
        "Which address? A code goes there first."
    )
    dialogue.ask(turn, coach.id, "coach", "mailto", text)


def _address(turn: Turn, coach: Coach, asked: Dialogue | None, words: str) -> str | None:
    said = words.strip()
    return (
        said if len(said) <= 254 and re.fullmatch(ADDRESS, said) and "." in said.partition("@")[2] else None
    )


def _address_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    if message is not None:
        _code(turn, coach, value)


def _code(turn: Turn, coach: Coach, to: str) -> None:
    """A code goes to it, and is asked for."""
    t = texts(coach.language)
    mailing.ask_back(turn, coach, to)
    text = t.t("A code of six digits goes to {address}. Write it here once it is there.", address=escape(to))
    dialogue.ask(turn, coach.id, "coach", "mailcode", text, lasts=HOUR)


def _digits(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    """The code, however its digits are grouped and in whichever script they are written."""
    said = "".join(str(digit(sign, "")) for sign in words if not sign.isspace() and sign not in "-.")
    same = len(said) == len(re.sub(r"[\s.-]", "", words))
    return said if same and len(said) == mailing.DIGITS else None


def _digits_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    t, to = texts(coach.language), letters.address(turn.tx, coach.id)
    if message is None or to is None or to.confirmed_at is not None:
        return None
    if not compare_digest(value, to.code):
        letters.tried(turn.tx, coach.id)
        if to.tries + 1 < TRIES:
            again = t.t("That is another code than the one in the e-mail. It can be written again.")
            return dialogue.ask(turn, coach.id, "coach", "mailcode", again, lasts=HOUR)
        dialogue.end(turn, coach.id)
        letters.forget(turn.tx, coach.id)
        return send(
            turn,
            coach.id,
            t.t("That was not the code five times; the address is dropped. /email begins anew."),
        )
    dialogue.end(turn, coach.id)
    letters.confirm(turn.tx, coach.id, turn.now)
    if not wanted.as_one(turn, coach):
        coach = overview.change(turn, coach, {"form": "one"})
        send(
            turn,
            coach.id,
            t.t(
                "For that, all clients now come in one message. /weekly changes it, and then no e-mail comes."
            ),
        )
    return show(turn, coach)


def tapped(turn: Turn, coach: Coach, value: str) -> None:
    """A button below how it stands."""
    t, to = texts(coach.language), letters.address(turn.tx, coach.id)
    if value == "other":
        return _ask(turn, coach)
    if to is None:
        return send(turn, coach.id, t.t("No e-mail goes to you. /email changes that."))
    if value == "off":
        letters.forget(turn.tx, coach.id)
        return send(turn, coach.id, t.t("No e-mail comes any more; the address is deleted here."))
    if value in ("named", "unnamed"):
        letters.name(turn.tx, coach.id, value == "named")
        return show(turn, coach)
    if value in ("words", "wordless"):
        letters.with_words(turn.tx, coach.id, value == "words")
        if value == "words":
            mailing.ask_leave(turn, coach)
            text = t.t(
                "Each client who was not asked yet reads at their next hour that this can be, and decides. What "
                "may need a person stands in no e-mail, and what is in one still counts as new in the chat."
            )
            send(turn, coach.id, text)
        return show(turn, coach)
    return None


STEPS: dict[str, Question[Coach]] = {
    "mailto": Question(
        line("E-mail"), _address_said, _address, line("An address like dana@example.org works."), "email"
    ),
    "mailcode": Question(line("E-mail"), _digits_said, _digits, line("Six digits work."), "email"),
}
