"""Which script is begun on an occasion: those that suit the client take turns."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from bot.core.plan.facts import Facts, Offer
from bot.core.plan.settings import Settings
from bot.core.plan.why import AVOID, LEVEL, LONG, Why

Uses = Mapping[str, Sequence[datetime]]
"""When each script was begun, or is placed to be, as far as is known."""

_NEVER = datetime.min.replace(tzinfo=UTC)


def pick(
    facts: Facts, offers: Sequence[Offer], held: int, uses: Uses, by: datetime, settings: Settings
) -> tuple[Offer, Why | None]:
    """The script whose turn it is among those that suit (at least one): the one that was last used longest ago.

    ``held`` coaching sessions have taken place ``by`` then; of several that were never used the first in the
    order of ``offers``. When none suits: the first, and why not.
    """
    suits = [offer for offer in offers if refusal(facts, offer, held, settings) is None]
    if suits:
        # By what came and not by chance or the calendar: a plan that is made anew names the same script, and a
        # script whose days are mostly taken by others is not the one that never comes.
        return min(suits, key=lambda offer: _last(uses, offer.script, by)), None
    # Somebody asks why nothing came; the reason of the first is as true as any, and always the same one.
    return offers[0], refusal(facts, offers[0], held, settings)


def _last(uses: Uses, script: str, by: datetime) -> datetime:
    return max((at for at in uses.get(script, ()) if at < by), default=_NEVER)


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
