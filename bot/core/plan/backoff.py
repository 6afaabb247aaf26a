"""The ladder down when prompts stay without an answer: less and less, one question, then silence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.plan.facts import Begun, Pause
from bot.core.plan.settings import DEFAULTS, Settings

ASK = "ask:"
"""How the occasion of the one question begins."""

BACK = "back:"
"""How the occasion begins that stands for a client who is back: it is what comes that day."""

RHYTHM = (ASK, BACK, "rhythm:")
"""How the occasions begin on which a client is asked about the rhythm: once in some weeks, whatever the cause."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """Where a client stands.

    ``step``: 0 as agreed; 1 no nudges, fewer; 2 one a week, and the coach may be told; 3 the question is
    due; 4 it was asked. ``weekly``: the most a week, None as agreed. ``ask_at``: from when on the question may
    be asked, if nothing is heard. ``silent_since``: nothing is begun from then until the client writes or taps,
    whatever coaching sessions are booked.
    """

    step: int
    unanswered: int
    nudges: bool
    weekly: int | None
    ask_at: datetime | None = None
    silent_since: datetime | None = None


def ladder(
    begun: Sequence[Begun],
    heard: datetime | None = None,
    pauses: Sequence[Pause] = (),
    settings: Settings = DEFAULTS,
) -> Ladder:
    """The step that follows from what stayed without an answer since the client was last heard.

    Any word or tap resets it, because only what was sent after ``heard`` counts. The order does not matter.
    """
    since = [b for b in sorted(begun, key=lambda b: b.at) if heard is None or b.at > heard]
    row = [b for b in since if b.state == "unanswered" and not b.occasion.startswith(ASK)]
    asked = [b for b in since if b.occasion.startswith(ASK) and b.state in ("open", "unanswered")]
    step, weekly = _step(len(row), settings)
    # The one question is not followed by another: whoever does not answer it has answered.
    if asked:
        return Ladder(4, len(row), False, weekly, silent_since=asked[0].at)
    nudges, at = step == 0 and settings.nudges > 0, _ask_at(row, pauses, settings)
    if at is not None and _asked_lately(begun, at, settings):
        return Ladder(step, len(row), nudges, weekly, silent_since=at)
    return Ladder(step, len(row), nudges, weekly, at)


def _asked_lately(begun: Sequence[Begun], at: datetime, settings: Settings) -> bool:
    """Whether the rhythm was asked about in the weeks before: then silence follows without the question."""
    weeks = timedelta(weeks=settings.review_weeks)
    asked = (one.at for one in begun if one.occasion.startswith(RHYTHM) and one.state != "dropped")
    return any(at - weeks < one <= at for one in asked)


def _step(unanswered: int, settings: Settings) -> tuple[int, int | None]:
    """The step for so many in a row, and the most a week."""
    if unanswered >= settings.quiet_second:
        return 3 if unanswered >= settings.quiet_ask else 2, settings.weekly_second
    return (1, settings.weekly_first) if unanswered >= settings.quiet_first else (0, None)


def _ask_at(row: Sequence[Begun], pauses: Sequence[Pause], settings: Settings) -> datetime | None:
    """When so many stayed unanswered, or so many days passed; a pause starts the days anew."""
    if not row:
        return None
    # Who was away was not quiet.
    ends = [pause.ends for pause in pauses if pause.ends is not None and pause.ends > row[0].at]
    by_days = max([row[0].at, *ends]) + timedelta(days=settings.quiet_days)
    if len(row) < settings.quiet_ask:
        return by_days
    return min(by_days, row[settings.quiet_ask - 1].at + timedelta(hours=settings.window_hours))
