"""Who is under 18: what they read where it ends or never began, with the help lines for the young of a country.

Nothing of it is kept: which country it is stands in the button alone.
"""

from pathlib import Path

from bot import help_lines
from bot.core.understand.birth import minor
from bot.i18n import Texts, texts
from bot.people import numbers
from bot.people.turn import Rows, Shows, Turn, send
from bot.store import dialogues
from bot.telegram import Message, Tap

ENDED = "ended"
"""What the message was for that ends it for somebody who had a link: a slip of theirs needs a new one."""

IN_A_ROW = 3
"""Countries side by side."""


def told(turn: Turn, chat_id: int, language: str, country: str = "", purpose: str = "") -> None:
    """That it is for people of 18 and over, kindly, and who is there for them."""
    t, shows = texts(language), Shows(None, None, purpose)
    text = t.t(
        "This is for people of 18 and over, so it ends here. Nothing you wrote is kept. There are people whom the "
        "young can call or write to about anything at all."
    )
    if country and help_lines.of(country, Path(turn.config.prompts.path)):
        return send(turn, chat_id, text + "\n\n" + _lines(turn, t, country), shows=shows)
    asked = t.t("In which country are you? A tap shows its numbers, and is not kept.")
    more = numbers.emergency(t, None) + "\n" + t.t("Other countries and languages: findahelpline.com")
    return send(turn, chat_id, "\n\n".join((text, more, asked)), _countries(turn, t), shows=shows)


def _lines(turn: Turn, t: Texts, country: str) -> str:
    here = help_lines.of(country, Path(turn.config.prompts.path))
    return numbers.emergency(t, here) + "\n" + numbers.listed(turn, t, here, "young")


def _countries(turn: Turn, t: Texts) -> Rows:
    """The countries of which lines for the young are known, by their names."""
    today, every = turn.now.date(), help_lines.every(Path(turn.config.prompts.path))
    known = [
        one
        for one, each in every.items()
        if any(line.audience == "young" for line in each.to_show(today, "young"))
    ]
    buttons = sorted((numbers.named(t, one), f"y:{one}") for one in known)
    return tuple(tuple(buttons[at : at + IN_A_ROW]) for at in range(0, len(buttons), IN_A_ROW))


def says(turn: Turn, message: Message, purpose: str) -> bool:
    """Whether somebody who is nobody here says that they are under age; then they have read this."""
    if message.file or message.origin or not minor(message.own, turn.now.year):
        return False
    told(turn, message.chat_id, message.language, purpose=purpose)
    return True


def acts(turn: Turn, act: str) -> bool:
    """Whether a button names a country that is known."""
    return help_lines.of(act, Path(turn.config.prompts.path)) is not None


def tapped(turn: Turn, tap: Tap, act: str) -> None:
    """The numbers of a country; the buttons stay, for another."""
    above = dialogues.shown(turn.tx, tap.chat_id, tap.message_id, tap.message_id)
    shows = Shows(None, None, above.purpose if above is not None else "")
    send(turn, tap.chat_id, _lines(turn, texts(tap.language), act), shows=shows)
