"""The one budget of attention over everything that the bot begins by itself.

Its rules only ever get stricter as more is placed, and what is placed counts the same whenever it was
placed. That is why a plan stays the same when parts of it have come true.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.core.plan.backoff import RHYTHM
from bot.core.plan.candidate import LOOSE, TIED, Wish
from bot.core.plan.constraints import Ground
from bot.core.plan.facts import Begun
from bot.core.plan.slots import Moment, day_of
from bot.core.plan.why import Why, asked_lately, full_week, same_day, too_soon


@dataclass(frozen=True, slots=True)
class Limit:
    """A week's number: ``aim`` for what hangs on the rhythm alone, ``most`` for everything; and its cause."""

    aim: int
    most: int
    cause: str


@dataclass(frozen=True, slots=True)
class Taken:
    """An hour that is taken. ``slack``: how much later than planned it may have been sent."""

    at: datetime
    slack: timedelta = timedelta(0)


@dataclass(frozen=True, slots=True)
class Board:
    """What is placed so far, by day (ordinal), check-in and script: the one thing that grows while planning."""

    ground: Ground
    days: dict[int, list[Taken]] = field(default_factory=dict)
    checks: dict[str, list[Taken]] = field(default_factory=dict)
    uses: dict[str, list[datetime]] = field(default_factory=dict)
    limits: dict[tuple[int, bool], Limit] = field(default_factory=dict)


def board_of(ground: Ground) -> Board:
    """The board with what the bot began on it."""
    board = Board(ground)
    slack = timedelta(minutes=ground.settings.slack_minutes)
    for begun in ground.facts.begun:
        if begun.state != "dropped":
            board.uses.setdefault(begun.script, []).append(begun.at)
        # What a client began is their own wish and costs nothing; what never came took nobody's attention.
        if begun.state != "dropped" and not begun.occasion.startswith("demand:"):
            _put(board, begun.occasion, _day(begun, ground), Taken(begun.at, slack))
    return board


def place(board: Board, wish: Wish, script: str, moment: Moment) -> None:
    """Take the hour for the wish and the script that it becomes."""
    board.uses.setdefault(script, []).append(moment.at)
    _put(board, wish.occasion, moment.local.date(), Taken(moment.at))


def full(board: Board, wish: Wish, moment: Moment) -> Why | None:
    """Why the budget has no room for the wish then, or None."""
    week = None if wish.kept else _week_full(board, wish, moment)
    return _day_taken(board, moment) or _checked(board, wish, moment) or week


def limit(ground: Ground, day: date, light: bool = True) -> Limit:
    """The number of the seven days that end on ``day``: the smallest of all that apply, and why.

    ``light``: the lighter plan of the first sessions counts.
    """
    numbers = ground.settings
    rules = [_usual(ground)]
    if light and day <= ground.light_until:
        rules.append(Limit(numbers.weekly_light, numbers.weekly_light, "light"))
    if ground.ladder.weekly is not None:
        rules.append(Limit(ground.ladder.weekly, ground.ladder.weekly, "quiet"))
    rules.extend(_fade(ground, day))
    return min(rules, key=lambda rule: (rule.most, rule.aim))


def _usual(ground: Ground) -> Limit:
    """The client's own number; else as many as there are picked days, between the two usual numbers."""
    facts, settings = ground.facts, ground.settings
    if facts.weekly is not None:
        own = min(facts.weekly, settings.weekly_asked)
        return Limit(own, own, "own")
    aim = min(max(settings.weekly, sum(ground.clock.picked)), settings.weekly_most)
    return Limit(aim, settings.weekly_most, "default")


def _fade(ground: Ground, day: date) -> list[Limit]:
    """Two a week, then one, in the last weeks before an ending."""
    ending = ground.facts.ending
    if ending is None or day > ending:
        return []
    weeks = (ending - day).days // 7
    return [Limit(n, n, "fade") for n in (1, 2) if weeks < n * ground.settings.fade_weeks]


def _day_taken(board: Board, moment: Moment) -> Why | None:
    """One a day, and the gap between two."""
    day = moment.local.date().toordinal()
    if day in board.days:
        return same_day(moment.local.date())
    gap = timedelta(hours=board.ground.settings.gap_hours)
    around = board.ground.settings.gap_hours // 24 + 1
    for near in range(day - around, day + around + 1):
        for taken in board.days.get(near, ()):
            # What was sent some minutes late must not push tomorrow's, planned at the same hour, out of its day.
            if abs(moment.at - taken.at) < gap - taken.slack:
                return too_soon(board.ground.settings.gap_hours, date.fromordinal(near))
    return None


def _checked(board: Board, wish: Wish, moment: Moment) -> Why | None:
    """The same check-in, or the question about the rhythm, is not asked again too soon."""
    check, numbers = _check(wish.occasion), board.ground.settings
    days = 7 * numbers.review_weeks if check == "rhythm" else numbers.check_days
    for taken in board.checks.get(check, ()):
        if abs(moment.at - taken.at) < timedelta(days=days) - taken.slack:
            return asked_lately(days)
    return None


def _week_full(board: Board, wish: Wish, moment: Moment) -> Why | None:
    """Whether any seven days in a row around the day would hold more than their number."""
    day = moment.local.date().toordinal()
    # Every window of seven days, not the calendar's weeks: three at a week's end and three at the next's
    # beginning would be six in a row.
    counts = [len(board.days.get(near, ())) for near in range(day - 6, day + 7)]
    for n in range(7):
        number = _limit(board, day + n, wish.tier >= TIED)
        most = number.aim if wish.tier >= LOOSE else number.most
        if sum(counts[n : n + 7]) >= most:
            return full_week(number.cause, most)
    return None


def _limit(board: Board, day: int, light: bool) -> Limit:
    if (day, light) not in board.limits:
        board.limits[day, light] = limit(board.ground, date.fromordinal(day), light)
    return board.limits[day, light]


def _put(board: Board, occasion: str, day: date, taken: Taken) -> None:
    board.days.setdefault(day.toordinal(), []).append(taken)
    if check := _check(occasion):
        board.checks.setdefault(check, []).append(taken)


def _check(occasion: str) -> str:
    """What an occasion asks that is not asked often: a check-in's script, the rhythm; or nothing."""
    return "rhythm" if occasion.startswith(RHYTHM) else occasion.partition(":check:")[2]


def _day(begun: Begun, ground: Ground) -> date:
    return day_of(ground.clock, begun.at)
