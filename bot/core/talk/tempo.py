"""Tempo: how soon words can be an answer to what was just shown, and how long an answer of somebody's grows.

The numbers and where they are from: docs/evidence.md.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from bot.core.base.words import count

READ, WRITTEN = 400, 180
"""Words a minute that nobody surpasses: read in silence, written or dictated."""

LATEST = timedelta(seconds=6)
"""After so long any words may be an answer: they may have been pasted."""

ENOUGH, LATELY = 2, 20
"""Answers in words before anything is said of how somebody writes; and how many of the latest are looked at."""

SAME = timedelta(minutes=2)
"""What follows later than this was another thought, whatever it was kept with."""

LONGEST = timedelta(seconds=60)


def too_soon(shown: str, shown_at: datetime, said: str, said_at: datetime) -> bool:
    """Whether words were sent before anybody could have read what was shown and written them.

    ``said_at`` is a whole second, as Telegram gives it: the words may have come up to one later.
    """
    needed = timedelta(minutes=count(shown) / READ + count(said) / WRITTEN)
    return said_at + timedelta(seconds=1) - shown_at < min(needed, LATEST)


def goes_on(before: datetime | None, said_at: datetime) -> bool:
    """Whether words follow others so soon that they are still the same thought, whatever was shown between."""
    return before is not None and said_at - before < LATEST


def wait(usual: timedelta, pause: timedelta | None) -> timedelta:
    """How long it is quiet before an answer counts as whole, where its writer paused so long within one already."""
    return usual if pause is None else max(usual, min(2 * pause, LONGEST))


def longer(pause: timedelta | None, before: datetime | None, now: datetime) -> timedelta | None:
    """The longest pause within one answer, as it is with words that came now; a long one was another thought."""
    if before is None or now - before > LONGEST:
        return pause
    return max(pause or timedelta(0), now - before)


def own(answers: Sequence[Sequence[datetime]]) -> timedelta | None:
    """How long it is quiet before an answer of somebody's counts as whole, from their latest ones.

    ``answers`` holds the instants of the messages of each. None: as with anybody, because too few are known,
    or they mostly come in one message. Else twice the pause that nine of ten of theirs stay below, a minute
    at most.
    """
    known = [one for one in answers[:LATELY] if one]
    several = [one for one in known if len(one) > 1]
    gaps = sorted(
        after - before for one in several for before, after in pairwise(one) if after - before <= SAME
    )
    if len(known) < ENOUGH or 2 * len(several) < len(known) or not gaps:
        return None
    return min(2 * gaps[-(-9 * len(gaps) // 10) - 1], LONGEST)
