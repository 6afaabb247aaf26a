"""How it asks: what a wish for other questions can have, with a tap for it, and what it cannot."""

from bot.core.understand.manner import Manner, manner
from bot.i18n import Texts, texts
from bot.people import planning, reader
from bot.people.client import suiting
from bot.people.turn import Rows, Turn
from bot.store.people import Client
from bot.telegram import escape


def of(turn: Turn, client: Client, words: str) -> tuple[str, Rows] | None:
    """What is true of a wish in words, and the taps that do it; None where a whole message wishes nothing of it."""
    wished = manner(words)
    if not wished or client.state in ("joining", "stopped"):
        return None
    t = texts(client.language)
    text, rows = _offered(turn, t, client, wished)
    if reader.of(turn, client) is not None:
        rows += (((t.t("Change this"), "change"),),)
    return text, rows


def _offered(turn: Turn, t: Texts, client: Client, wished: Manner) -> tuple[str, Rows]:
    match wished:
        case "shorter":
            return _shorter(t, client)
        case "kinder":
            return _kinder(t, client)
        case "fewer" | "more":
            return _often(turn, t, client, wished == "more")
        case "nameless":
            return _nameless(turn, t, client)
    return t.t("People wrote the questions beforehand; tone, length and topics can be chosen."), _form(t)


def _form(t: Texts) -> Rows:
    return (((t.t("Topics and form"), "topics"),),)


def _shorter(t: Texts, client: Client) -> tuple[str, Rows]:
    brief, one = client.rhythm.get("tone") == "brief", client.rhythm.get("length") == "one"
    rows: Rows = ()
    if not brief:
        rows += (((t.t("Briefly: a title and the question"), "suit:tone:brief"),),)
    if not one:
        rows += (((t.t("One answer is enough"), "suit:length:one"),),)
    return " ".join(suiting.form(t, client)), rows


def _kinder(t: Texts, client: Client) -> tuple[str, Rows]:
    """A script has no feelings to show: there is one warmer form."""
    if client.rhythm.get("tone") == "warm":
        return suiting.form(t, client)[0], _form(t)
    text = t.t(
        "People wrote the questions beforehand. They can be said warmly: with your name at the beginning."
    )
    return text, (((t.t("Said warmly"), "suit:tone:warm"),),)


def _often(turn: Turn, t: Texts, client: Client, more: bool) -> tuple[str, Rows]:
    now, most = planning.a_week(turn, client)
    then = now + (1 if more else -1)
    rows: Rows = (((t.t("Days and hours"), "days"), (t.t("Pause"), "pause")),)
    if 1 <= then <= 7:
        rows = (((t.t("{n} a week at most", n=then), f"weekly:{then}"),), *rows)
    if now < most:
        said = t.t(
            "As it is, {n} a week come; with those around a session or a marked moment {most} at most.",
            n=now,
            most=most,
        )
        return said, rows
    return t.t("As it is, {n} a week come at most.", n=now), rows


def _nameless(turn: Turn, t: Texts, client: Client) -> tuple[str, Rows]:
    said = [
        t.t("Questions are said warmly: with your name at the beginning.")
        if client.rhythm.get("tone") == "warm"
        else t.t(
            "Questions do not begin with your name as it is set; where one names you, it was written so."
        )
    ]
    if client.name and (coach := reader.of(turn, client)) is not None:
        said.append(t.t("{coach} sees the name too.", coach=escape(coach.name)))
    rows: Rows = ()
    if client.rhythm.get("tone") == "warm":
        rows += (((t.t("Without the name at the beginning"), "suit:tone:plain"),),)
    if client.name:
        rows += (((t.t("Another name, or none"), "name"),),)
    return " ".join(said), rows
