"""What a page reads from elsewhere: the practice's words, a coach's for one client, earlier answers and numbers."""

from datetime import date

from bot.core.base import wall
from bot.core.base.direction import isolated, right_to_left
from bot.core.base.quote import Quote, worth
from bot.core.script.script import Script
from bot.core.script.syntax import GLUE, LOWER
from bot.core.script.template import given
from bot.core.understand.remark import unsure
from bot.i18n import phrases, texts
from bot.people import heeding, library
from bot.people.library import Live
from bot.people.turn import Turn
from bot.store import blanks, responses
from bot.store.people import Client


def words(turn: Turn, client: Client, script: Script) -> tuple[tuple[str, str], ...]:
    """All that the script's texts read of these, by name; what there is not is left out."""
    names = dict.fromkeys(name for step in script.steps for one in step.wordings for name in given(one.text))
    own = blanks.of_client(turn.tx, client.id) if any(map(_of_coach, names)) else {}
    found = (
        (
            name,
            _before(turn, client, script, name)
            if name.startswith(LOWER)
            else _meant(turn, client, name, own),
        )
        for name in names
    )
    return tuple((name, said) for name, said in found if said)


def _of_coach(name: str) -> bool:
    return name.startswith(f"client{GLUE}")


def _meant(turn: Turn, client: Client, name: str, own: dict[str, str]) -> str:
    family, _, rest = name.partition(GLUE)
    if family == "practice":
        return turn.config.practice.get(rest, "")
    if family == "client":
        return own.get(rest, "")
    script, _, saved = rest.partition(GLUE)
    return _earlier(turn, client, script, saved)


def _before(turn: Turn, client: Client, script: Script, name: str) -> str:
    """The number that the client gave to this question of the script the last time; "" for none."""
    step = next((one.name for one in script.steps if one.save == name.removeprefix(LOWER)), "")
    found = responses.latest_to(turn.tx, client.id, script.name, step)
    return next((str(one.rating) for one in found if one.rating is not None), "")


def _earlier(turn: Turn, client: Client, script: str, saved: str) -> str:
    """The latest answer of that name that may be given back: when, in the client's words, and where from.

    Never one that is private or may need a person, nor what is not in the client's own words.
    """
    live = _live(turn, client, script)
    step = next((one.name for one in live.script.steps if one.save == saved), "") if live else ""
    for one in responses.latest_to(turn.tx, client.id, live.name, step) if live and step else ():
        said = " ".join(text.own for text in one.texts).strip()
        if (
            live is None
            or one.visibility == "private"
            or not worth(said)
            or unsure(said)
            or heeding.needs_person(turn, client, said)
        ):
            continue
        t, own, rtl = texts(client.language), phrases(client.language), right_to_left(client.language)
        return t.t(
            "On {day} you wrote {words} (“{title}”).",
            day=t.day(wall.local(one.at, client.zone or "UTC").date()),
            words=str(Quote(said, own.quote_open, own.quote_close, rtl)),
            title=isolated(live.script.header.title, rtl),
        )
    return ""


def example(language: str, day: date) -> str:
    """The same as an example, for whoever tries a page out: in the page's language, of nobody."""
    t, own, rtl = texts(language), phrases(language), right_to_left(language)
    return t.t(
        "On {day} you wrote {words} (“{title}”).",
        day=t.day(day),
        words=str(Quote(t.t("some words of an earlier answer"), own.quote_open, own.quote_close, rtl)),
        title=isolated(t.t("a title"), rtl),
    )


def _live(turn: Turn, client: Client, name: str) -> Live | None:
    """The live script that a template calls so, with _ for -."""
    found = library.all_live(turn.tx, client.language)
    return next((one for one in found if one.name.replace("-", "_") == name), None)
