"""Sample weeks in an admin's chat: what comes by itself with the scripts that are live, or how often one does."""

from collections.abc import Sequence

from bot.core.plan import foresight
from bot.core.plan.facts import Offer
from bot.core.plan.schedule import Planned
from bot.people import library
from bot.people.admin import history
from bot.people.turn import Turn, send
from bot.store import scripts
from bot.telegram import escape

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def show(turn: Turn, chat: int, rest: str = "") -> None:
    """/week: two sample weeks in a language; behind a script's name how often it comes, and why not."""
    name, language = history.asked(turn, rest)
    if name in scripts.languages(turn.tx):
        name, language = "", name
    given = _offers(turn, language)
    if name and name not in {one.script for one in given}:
        return history.choose(turn, chat, rest)
    text = _one(turn, given, name, language) if name else _weeks(turn, given, language)
    return send(turn, chat, escape(text))


def _offers(turn: Turn, language: str) -> list[Offer]:
    live = [one.script for one in library.all_live(turn.tx, language)]
    return [foresight.offer_of(one) for one in live if one.header.for_ == "client"]


def _one(turn: Turn, given: Sequence[Offer], name: str, language: str) -> str:
    own = next(one for one in given if one.script == name)
    found = foresight.foresee(given, turn.config.time).get(name, ())
    said = foresight.in_words(found) if found else foresight.hangs(own.when)
    return f"{name} ({language}): {said or 'It comes when it is asked for (/now), and never by itself.'}"


def _weeks(turn: Turn, given: Sequence[Offer], language: str) -> str:
    """The two weeks a line a question, then what would come to nobody by itself."""
    found = foresight.foresee(given, turn.config.time)
    lines = [_line(one) for one in foresight.fortnight(given, turn.config.time).prompts]
    never = [f"{name}: {foresight.in_words(each)}" for name, each in found.items() if foresight.never(each)]
    head = (
        f"Two weeks with the scripts that are live in “{language}”, for a client who chose Mon, Wed, Fri at 19:00 "
        "and meets on Tuesdays at 15:00:"
    )
    much = "How often one comes in half a year: /week and its name, like /week mid-week."
    return "\n".join((head, *(lines or ["Nothing comes by itself."]), "", *never, much))


def _line(one: Planned) -> str:
    return f"{DAYS[one.local.weekday()]} {one.local:%H:%M}  {one.script}"
