"""Leaves that a client gives the coach or takes back: shared words by e-mail, and until when a pause lasts."""

from bot.i18n import Texts, texts
from bot.people import reader
from bot.people.client.setting import AGREEMENT
from bot.people.turn import Rows, Turn, send
from bot.store import consents
from bot.store.people import Client
from bot.telegram import escape

PURPOSES = (consents.MAIL, consents.UNTIL)


def ask(turn: Turn, client: Client, value: str) -> None:
    """How one of them stands, with both answers; or an answer, which counts at once and can be changed again."""
    purpose, _, said = value.partition(":")
    coach = reader.of(turn, client)
    if purpose not in PURPOSES:
        return None
    if coach is None:
        return send(turn, client.id, reader.nobody(turn, client))
    if said in ("yes", "no"):
        consents.add(turn.tx, client.id, purpose, said == "yes", AGREEMENT, turn.now)
    t, name = texts(client.language), escape(coach.name)
    given = consents.given(turn.tx, client.id, purpose)
    how = _stands(t, purpose, name, given)
    if said in ("yes", "no"):
        again = t.t("/agreement shows it, and changes it at any time.")
        return send(turn, client.id, f"{how} {again}")
    return send(turn, client.id, f"{_what(t, purpose, name)} {how}", _answers(t, purpose))


def _what(t: Texts, purpose: str, coach: str) -> str:
    if purpose == consents.MAIL:
        return t.t(
            "{coach} can have the weekly overview by e-mail too. Words that you share may stand in it, if you "
            "like. E-mail can be read on its way and by whoever runs the mailbox.",
            coach=coach,
        )
    return t.t("{coach} sees that you paused. If you like, they also see until when.", coach=coach)


def _stands(t: Texts, purpose: str, coach: str, given: bool) -> str:
    if purpose == consents.MAIL:
        return (
            t.t("As it is now, your shared words may go to {coach} by e-mail.", coach=coach)
            if given
            else t.t("As it is now, none of your words go by e-mail.")
        )
    return (
        t.t("As it is now, {coach} sees until when a pause of yours lasts.", coach=coach)
        if given
        else t.t("As it is now, until when a pause lasts stays with you.")
    )


def _answers(t: Texts, purpose: str) -> Rows:
    yes, no = (
        (t.t("Yes, by e-mail too"), t.t("Not by e-mail"))
        if purpose == consents.MAIL
        else (t.t("Yes, until when too"), t.t("Only that I paused"))
    )
    return (((yes, f"m:allow:{purpose}:yes"),), ((no, f"m:allow:{purpose}:no"),))
