"""A marked moment that is come back to: named in its own words, and left alone for good at a tap."""

from bot.core.base import wall
from bot.core.base.words import shorten
from bot.i18n import Texts, phrases, texts
from bot.people import dialogue, heeding
from bot.people.turn import Rows, Turn, number
from bot.store import marks, reflections, responses
from bot.store.marks import MarkRow
from bot.store.people import Client
from bot.store.reflections import ReflectionRow
from bot.store.responses import Response
from bot.telegram import escape

BACK = "mark:"
"""How the occasions begin on which one is come back to; its number follows."""

LETTERS = 160
"""Letters of it that are said."""


def of(turn: Turn, client: Client, row: ReflectionRow) -> MarkRow | None:
    """The moment that a talk comes back to; None where it is another talk."""
    if not row.occasion.startswith(BACK):
        return None
    which = number(row.occasion.removeprefix(BACK).partition(":")[0])
    return next((one for one in marks.of_client(turn.tx, client.id) if one.id == which), None)


def named(turn: Turn, client: Client, mark: MarkRow) -> str:
    """Which moment it is: its day, and the first words of it; words that may need a person are not repeated."""
    t, said = texts(client.language), phrases(client.language)
    day = t.day(wall.local(mark.at, client.zone or "UTC").date())
    written = [text for one in _answers(turn, mark) for text in one.texts]
    if not written or any(heeding.needs_person(turn, client, text.own) for text in written):
        return t.t("The moment that you marked on {day}.", day=day)
    words = f"{said.quote_open}{escape(shorten(written[0].words, LETTERS))}{said.quote_close}"
    return t.t("On {day} you marked this: {words}", day=day, words=words)


def _answers(turn: Turn, mark: MarkRow) -> tuple[Response, ...]:
    """What was marked: one answer, or those of a talk."""
    if mark.response_id is not None:
        one = responses.get(turn.tx, mark.response_id)
        return () if one is None else (one,)
    return responses.of_reflection(turn.tx, mark.reflection_id) if mark.reflection_id is not None else ()


def what(t: Texts) -> str:
    """The one question behind a mark."""
    return t.t("What of that would you like to hold on to?")


def ask_what_to_hold(turn: Turn, client: Client, one: Response, again: bool = False) -> None:
    """Ask it of a marked answer, where nothing in that may need a person. ``again``: which it was is said first."""
    if not one.texts or any(heeding.needs_person(turn, client, text.own) for text in one.texts):
        return
    t, said = texts(client.language), phrases(client.language)
    words = f"{said.quote_open}{escape(shorten(one.texts[0].words, LETTERS))}{said.quote_close}"
    which = (t.t("You marked this: {words}", words=words),) if again else ()
    asked = "\n".join((*which, what(t)))
    dialogue.ask(
        turn, client.id, "client", "tohold", asked, draft={"answer": one.id}, leave=t.t("Nothing more")
    )


def at_the_end(turn: Turn, client: Client, row: ReflectionRow) -> None:
    """A talk is over in which an answer was marked: the latest such is asked about, once."""
    of_it = [
        one for one in marks.of_client(turn.tx, client.id) if one.reflection_id == row.id and one.response_id
    ]
    one = responses.get(turn.tx, of_it[-1].response_id or 0) if of_it else None
    if one is not None and client.state == "active" and reflections.open_of(turn.tx, client.id) is None:
        ask_what_to_hold(turn, client, one, again=True)


def rows(client: Client, mark: MarkRow) -> Rows:
    """Under the first question about it: not again."""
    return (((texts(client.language).t("Leave this moment for good"), f"m:nomark:{mark.id}"),),)
