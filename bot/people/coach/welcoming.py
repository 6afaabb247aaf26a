"""/welcome: a coach's own words that each client reads once, right after joining."""

from bot.core.base.line import line
from bot.core.talk.exchange import Dialogue
from bot.i18n import texts
from bot.people import credentials, dialogue, understood
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, send, send_again
from bot.store import profiles
from bot.store.people import Coach
from bot.telegram import Message, escape

MOST = 600
"""Letters of a welcome."""


def ask(turn: Turn, coach: Coach, rest: str = "") -> None:
    """What stands now and what is to stand; words behind the command are said back at once."""
    if rest.strip() and len(rest.strip()) <= MOST and not credentials.spoken(rest.strip()):
        return _say_back(turn, coach, rest.strip())
    t, said = texts(coach.language), credentials.welcome(turn, coach.id)
    text = t.t(
        "Your welcome is sent to each client once, right after they join, as your own words. "
        "Write it as they are to read it, in {n} letters at most.",
        n=MOST,
    )
    text += " " + t.t("A voice note works too, in place of words.")
    if credentials.spoken(said):
        send_again(turn, coach.id, said, t.t("Your welcome now:"))
    elif said:
        text = t.t("Your welcome now:") + f"\n<blockquote>{escape(said)}</blockquote>\n" + text
    rows: Rows = (((t.t("Take the welcome away"), "-"),),) if said else ()
    return dialogue.ask(turn, coach.id, "coach", "welcome", text, rows)


def _read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    if found := understood.typed(asked, words):
        return found
    if credentials.spoken(words):  # typed, it is no voice note
        return None
    return words.strip() if 0 < len(words.strip()) <= MOST else None


def _said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    """Words are said back first: nothing goes to clients that was not meant for them."""
    if value == understood.CHANGE:
        return ask(turn, coach)
    if message is not None and credentials.spoken(message.file):
        return _say_back(turn, coach, message.file)
    if message is not None and not value.startswith("="):
        return _say_back(turn, coach, value)
    dialogue.end(turn, coach.id)
    words = "" if value == "-" else understood.chosen(asked, value)
    left = {
        name: said for name, said in profiles.of(turn.tx, coach.id).items() if name != credentials.WELCOME
    }
    profiles.put(turn.tx, coach.id, left | ({credentials.WELCOME: words} if words else {}))
    t = texts(coach.language)
    kept = t.t("Kept. Each client reads it once, right after joining. /welcome changes it.")
    return send(turn, coach.id, kept if words else t.t("Taken away: who joins reads no welcome of yours."))


def _say_back(turn: Turn, coach: Coach, words: str) -> None:
    t = texts(coach.language)
    if credentials.spoken(words):
        send_again(
            turn, coach.id, words, t.t("Clients will hear this, under your name, right after joining.")
        )
        text = t.t("Is that right?")
    else:
        text = t.t("Clients will read, under your name, right after joining:")
        text += f"\n<blockquote>{escape(words)}</blockquote>\n" + t.t("Is that right?")
    rows: Rows = (((t.t("Yes"), "=0"),), ((t.t("Change it"), understood.CHANGE),))
    dialogue.ask(turn, coach.id, "coach", "welcome", text, rows, draft={"offer": [words]})


STEPS: dict[str, Question[Coach]] = {
    "welcome": Question(
        line("Your welcome"), _said, _read, line("A text of up to 600 letters works."), "welcome"
    )
}
