"""Which script is begun on an occasion: those that suit the client take turns."""

from collections.abc import Sequence

from bot.core.plan.facts import Facts, Offer
from bot.core.plan.settings import Settings
from bot.core.plan.why import AVOID, LEVEL, LONG, Why


def pick(
    facts: Facts, offers: Sequence[Offer], held: int, turn: int, settings: Settings
) -> tuple[Offer, Why | None]:
    """The script whose turn it is among those that suit, in the order of ``offers`` (at least one).

    ``held`` coaching sessions have taken place by then. When none suits: the first, and why not.
    """
    suits = [offer for offer in offers if refusal(facts, offer, held, settings) is None]
    if suits:
        # By turn and not by chance: a plan that is made anew names the same script.
        return suits[turn % len(suits)], None
    # Somebody asks why nothing came; the reason of the first is as true as any, and always the same one.
    return offers[0], refusal(facts, offers[0], held, settings)


def refusal(facts: Facts, offer: Offer, held: int, settings: Settings) -> Why | None:
    """Why this script is not for this client at that stage, or None."""
    if facts.avoid & {*offer.tags, *offer.avoid}:
        return AVOID
    if offer.turns > settings.turns_most:
        return LONG
    if offer.intensity >= 3 and not _ready(facts, held, settings):
        return LEVEL
    return None


def _ready(facts: Facts, held: int, settings: Settings) -> bool:
    """Level 3: later sessions, a working alliance, and the client's own yes."""
    good = facts.pulse is not None and facts.pulse >= settings.level_pulse
    return facts.challenge and good and held >= settings.level_session
