"""A coach writes their profile card in the chat; clients read it in /about."""

from bot.core.base.line import line
from bot.core.talk.exchange import Dialogue
from bot.core.understand import names
from bot.i18n import texts
from bot.people import credentials, dialogue, understood
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, send
from bot.store import profiles
from bot.store.people import Coach
from bot.telegram import Message, escape

MOST = 300
"""Letters of one field."""


def show(turn: Turn, coach: Coach, rest: str = "") -> None:
    """/profile: the card as clients read it, with a button for each field."""
    t = texts(coach.language)
    card = credentials.card(turn, t, coach) or t.t(
        "Your card is empty; clients read nothing about you in /about."
    )
    buttons = [(t.line(label), f"k:profile:{name}") for name, label in credentials.FIELDS.items()]
    rows: Rows = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    send(turn, coach.id, card + "\n" + t.t("Clients read it in /about. A tap changes a part of it."), rows)


def ask(turn: Turn, coach: Coach, name: str) -> None:
    """What stands in one field, and what is to stand there."""
    if (label := credentials.FIELDS.get(name)) is None:
        return
    t, said = texts(coach.language), profiles.of(turn.tx, coach.id).get(name, "")
    text = t.t("{what}: write it as clients are to read it, in 300 letters at most.", what=label)
    if said:
        text += "\n" + t.t("Now: {words}", words=escape(said))
    rows: Rows = (((t.t("Take it off the card"), "-"),),) if said else ()
    dialogue.ask(turn, coach.id, "coach", "profile", text, rows, draft={"field": name})


def _read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    if found := understood.typed(asked, words):
        return found
    said = names.in_a_line(words)
    return said if 0 < len(said) <= MOST else None


def _said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    """Words are said back first: nothing stands where clients read it that was not meant for it."""
    name = asked.draft.get("field", "")
    if name not in credentials.FIELDS:
        return None
    if value == understood.CHANGE:
        return ask(turn, coach, name)
    if message is not None and not value.startswith("="):
        return _say_back(turn, coach, name, value)
    dialogue.end(turn, coach.id)
    words = "" if value == "-" else understood.chosen(asked, value)
    said = {**profiles.of(turn.tx, coach.id), name: words}
    profiles.put(turn.tx, coach.id, {one: words for one, words in said.items() if words})
    return show(turn, coach)


def _say_back(turn: Turn, coach: Coach, name: str, words: str) -> None:
    t = texts(coach.language)
    text = t.t(
        "Clients will read: {what}: {words}\nIs that right?",
        what=credentials.FIELDS[name],
        words=escape(words),
    )
    rows: Rows = (((t.t("Yes"), "=0"),), ((t.t("Change it"), understood.CHANGE),))
    dialogue.ask(turn, coach.id, "coach", "profile", text, rows, draft={"field": name, "offer": [words]})


STEPS: dict[str, Question[Coach]] = {
    "profile": Question(
        line("Your card"), _said, _read, line("A text of up to 300 letters works."), "profile"
    )
}
