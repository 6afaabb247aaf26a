"""Numbers to call: those of the client's own country where it is known, never another's."""

from pathlib import Path

from bot import help_lines
from bot.core.safety.helpline import ROUND, Audience, CountryHelp, Helpline
from bot.i18n import Texts, texts
from bot.people.turn import Turn
from bot.store.people import Client
from bot.telegram import escape

NONE = "-"
"""What stands for a country that a client would rather not say."""

MOST = 5
"""Lines that are shown at most."""


def country(client: Client) -> str:
    """The client's country by its code; "" where it is not known."""
    said = str(client.rhythm.get("country", ""))
    return "" if said == NONE else said


def named(t: Texts, code: str) -> str:
    """A country's name in a language."""
    return str(t.locale.territories.get(code, code))


def found(turn: Turn, client: Client) -> CountryHelp | None:
    """What there is for the client's country."""
    return help_lines.of(country(client), Path(turn.config.prompts.path)) if country(client) else None


def emergency(t: Texts, here: CountryHelp | None) -> str:
    """What is dialled in danger to life."""
    if here is None:
        return t.t("In danger, call your emergency number (112 or 911 in many countries).")
    where = named(t, here.code)
    if here.police:
        return t.t(
            "In danger, call your emergency number: {number}, the police {police} ({country}).",
            number=here.emergency,
            police=here.police,
            country=where,
        )
    return t.t(
        "In danger, call your emergency number: {number} ({country}).", number=here.emergency, country=where
    )


def listed(turn: Turn, t: Texts, here: CountryHelp | None, audience: Audience = "anyone") -> str:
    """The lines to talk to, a row each, the numbers of one together; then where there are others.

    Those in the reader's language come first; where none is known to be in it, that is said.
    """
    found = here.to_show(turn.now.date(), audience) if here else ()
    shown = sorted(found, key=lambda one: not _speaks(t, one))[:MOST]
    joined: dict[str, list[Helpline]] = {}
    for one in shown:
        joined.setdefault(one.name, []).append(one)
    rows = [escape(_row(t, each)) for each in joined.values()]
    head = [t.t("To talk with somebody:")] if rows else []
    if shown and not any(_speaks(t, one) or "…" in one.languages for one in shown):
        rows.append(t.t("As far as is known here, none of them answers in {language}.", language=_own(t)))
    return "\n".join((*head, *rows, t.t("Other countries and languages: findahelpline.com")))


def _own(t: Texts) -> str:
    """The reader's language by its own name."""
    return str(t.locale.languages.get(t.locale.language, t.language))


def _speaks(t: Texts, one: Helpline) -> bool:
    """Whether somebody answers there in the reader's language, as far as the file says."""
    return _own(t).casefold() in one.languages.casefold()


def _row(t: Texts, each: list[Helpline]) -> str:
    one = each[0]
    said = [number for line in each if (number := line.number)]
    reach = t.list(said, style="or") if said else ""
    texts_ = [t.t("text {number}", number=line.text) for line in each if line.text]
    hours = t.t("day and night") if one.hours == ROUND else one.hours
    return f"{one.name}: " + " · ".join(filter(None, (reach, *texts_, hours, one.languages)))


def said(turn: Turn, client: Client) -> str:
    """Where help is, in two paragraphs at most: whoever reads it needs no command for it."""
    t, here = texts(client.language), found(turn, client)
    return emergency(t, here) + "\n" + listed(turn, t, here)
