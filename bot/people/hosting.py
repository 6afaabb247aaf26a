"""Where the machine stands that keeps everything, as whoever runs it says."""

from bot.i18n import Texts
from bot.people.turn import Turn
from bot.telegram import escape


def where(turn: Turn, t: Texts) -> str:
    """One sentence: the place of the settings, or that it is not told there."""
    if place := turn.config.people.hosted_in:
        return t.t("The machine that keeps what is written here stands in {place}.", place=escape(place))
    return t.t("Where the machine stands that keeps this is known to whoever runs it.")
