"""Why a prompt comes when it comes, or does not: a code for programs and a line for people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.core.base.line import Line, Value, line

# Not strftime, whose names depend on the machine.
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Why:
    """A reason: ``code`` is stable, ``line`` is put into words by ``str`` (English) or by the interface."""

    code: str
    line: Line

    def __str__(self) -> str:
        return english(self.line)


def english(said: Line) -> str:
    """The line in English, with dates as "3 March", for places where no language is known."""
    message = said.many if said.many and said.n != 1 else said.message
    return message.format_map({name: _shown(value) for name, value in said.values})


def at_hour(said: Line, hour: str) -> Line:
    """The same line with ``{at}`` filled in: the hour that the client chose."""
    return Line(said.message, (*said.values, ("at", hour)), said.many, said.n)


def day_text(day: date) -> str:
    """A date for people: 3 March."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def _shown(value: Value) -> str:
    match value:
        case Line():
            return english(value)
        case tuple():
            return _list([_day_of_list(value, n) for n in range(len(value))])
        case datetime():
            return f"{day_text(value.date())}, {value:%H:%M}"
        case date():
            return day_text(value)
        case _:
            return str(value)


def _day_of_list(values: Sequence[Value], n: int) -> str:
    """One of several values; a date without its month when the next one names the same: 3 and 10 March."""
    value, following = values[n], values[n + 1] if n + 1 < len(values) else None
    same = isinstance(value, date) and isinstance(following, date) and value.month == following.month
    return str(value.day) if same and isinstance(value, date) else _shown(value)


def _list(items: Sequence[str]) -> str:
    return f"{', '.join(items[:-1])} and {items[-1]}" if len(items) > 1 else "".join(items)


# ---- why not -----------------------------------------------------------------------------------

NO_HOUR = Why("no-hour", line("no hour of yours lies in the days meant for it"))
PAUSED = Why("paused", line("you asked for a pause"))
ROUGH = Why("rough-day", line("you had a rough day, and it was kept quiet for a while"))
HOLIDAY = Why("holiday", line("that day is kept free"))
WEEKEND = Why("weekend", line("weekends are kept free unless you pick them"))
ENDED = Why("ended", line("your work together has ended"))
SILENT = Why("silent", line("it is quiet here until you write"))
EARLIER = Why("before-change", line("its hour had passed when this was agreed or changed"))
LEVEL = Why("level", line("the script is for later on, and only for those who asked for it"))
AVOID = Why("avoid", line("the script touches a topic that you left out"))
LONG = Why("long", line("the script is too long for one sitting"))


def quiet_hours(hours: str) -> Why:
    """The hour lies in the quiet hours, as in "21:00-08:00"."""
    return Why("quiet-hours", line("it would have come in your quiet hours, {hours}", hours=hours))


def near_session(day: date) -> Why:
    """The hour lies too close to a coaching session."""
    return Why("near-session", line("the hours around your session on {day} are kept free", day=day))


def session_day(day: date) -> Why:
    """Only what belongs to the coaching session comes on its day."""
    return Why("session-day", line("the day of your session, {day}, is kept for the session", day=day))


def put_off(day: date) -> Why:
    """A question that the client put off comes then."""
    return Why("put-off", line("the question that you put off comes on {day}", day=day))


def after_silence(day: date) -> Why:
    """The question after a silence that the client chose stands then."""
    return Why("silence", line("a silence that you chose, and its question, came on {day}", day=day))


def same_day(day: date) -> Why:
    """One a day."""
    return Why("one-a-day", line("something else comes on {day}, and it is one a day", day=day))


def too_soon(hours: int, day: date) -> Why:
    """The gap between two."""
    said = line("something else comes less than {hours} hours from it, on {day}", hours=hours, day=day)
    return Why("gap", said)


def asked_lately(days: int) -> Why:
    """The same check-in again too soon."""
    return Why("asked-lately", line("the same was asked less than {days} days from it", days=days))


def full_week(cause: str, most: int) -> Why:
    """The week holds as many as it may; ``cause`` is one of default, own, light, quiet, fade."""
    match cause:
        case "own":
            said = line("the week has its {most}, the number you chose", most=most)
        case "light":
            said = line("at the beginning the week is light, with {most}", most=most)
        case "quiet":
            said = line("the rhythm is lighter for now, {most} a week", most=most)
        case "fade":
            said = line("towards the ending it comes less often, {most} a week", most=most)
        case _:
            said = line("the week already has its {most}", most=most)
    return Why(f"week-{cause}", said)


# ---- when its time has come --------------------------------------------------------------------


def too_late(hours: int) -> Why:
    """It could not be sent in time."""
    return Why("late", line("it could not be sent within {hours} hours of its time", hours=hours))


TOO_CLOSE = Why("too-close", line("by the time it could be sent, your session was too close"))
UNAVAILABLE = Why("unavailable", line("its script was not there in your language"))
STOPPED = Why("stopped", line("you had stopped"))
AWAY = Why("away", line("the bot could not reach you"))

_RECORDED = {
    why.code: why.line
    for why in (
        PAUSED,
        ROUGH,
        HOLIDAY,
        WEEKEND,
        ENDED,
        SILENT,
        EARLIER,
        TOO_CLOSE,
        UNAVAILABLE,
        STOPPED,
        AWAY,
    )
} | {
    "quiet-hours": line("by then it was in your quiet hours"),
    "near-session": line("by then it was too close to a session"),
    "session-day": line("that day was kept for your session"),
    "put-off": line("a question that you had put off came then"),
    "silence": line("you had chosen a silence, and its question came then"),
}


def recorded(code: str, late_hours: int) -> Line:
    """The sentence for a code under which something was recorded as not begun when its time had come."""
    return _RECORDED.get(code) or too_late(late_hours).line
