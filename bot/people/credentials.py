"""A coach's profile card: training, country, hours, supervisor, where to complain; and their word of welcome."""

from bot.core.base.line import Line, line
from bot.i18n import Texts
from bot.people.turn import Turn
from bot.store import profiles
from bot.store.people import Coach
from bot.telegram import escape

FIELDS: dict[str, Line] = {
    "training": line("Training"),
    "country": line("Country"),
    "hours": line("Hours"),
    "supervisor": line("Supervisor"),
    "complaints": line("Where to complain"),
}
"""What a coach can say of themself, in the order of the card."""


WELCOME = "welcome"
"""What stands beside the card: no part of it, and read once."""


def welcome(turn: Turn, coach_id: int) -> str:
    """A coach's welcome to who joins them, as they wrote it; "" where there is none."""
    return profiles.of(turn.tx, coach_id).get(WELCOME, "")


SPOKEN = "voice:"
"""How a welcome begins that is a voice note: Telegram's own id of it stands behind."""


def spoken(welcome: str) -> bool:
    """Whether a welcome is a voice note."""
    return welcome.startswith(SPOKEN) and " " not in welcome and "\n" not in welcome


def card(turn: Turn, t: Texts, coach: Coach) -> str:
    """The card in the reader's language, in the coach's own words; "" where the coach has said nothing."""
    said = profiles.of(turn.tx, coach.id)
    lines = [
        t.t("{what}: {words}", what=label, words=escape(said[name]))
        for name, label in FIELDS.items()
        if said.get(name)
    ]
    return "\n".join((t.t("{coach} says of themself:", coach=escape(coach.name)), *lines)) if lines else ""
