"""The phrases of a header's ``when``: words to a When and back."""

import re
from collections.abc import Callable
from itertools import pairwise

from bot.core.script.script import When

EXAMPLES = (
    "3 hours after a coaching session",
    "24 hours before a coaching session",
    "midway between coaching sessions",
    "after coaching sessions 3 and 5, then every 4th",
    "after every 4th coaching session",
    "after the last 3 coaching sessions",
    "in a week without a coaching session",
    "weekly",
    "weekly on Sunday evening",
    "every 3 days",
    "daily in the morning",
    "daily for 10 days",
    "once, 3 days after joining",
    "2 days after first-steps",
    "3, 14 and 42 days after a mark",
    "4 and 12 weeks after the ending",
    "when a coaching session is moved",
    "on demand",
)
"""One of each; a header may use other numbers."""

_SESSION = r"(?:a |an |the |any |each |every )?(?:coaching )?session"
_LIST = r"(\d{1,3}(?:(?:, | and |, and )\d{1,3})*)"
_TENS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
         "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "second": "2nd",
         "third": "3rd", "fourth": "4th", "fifth": "5th", "sixth": "6th"}  # fmt: skip

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NAMED = "|".join(day.lower() for day in _WEEKDAYS)
_PARTS = "morning|afternoon|evening"
_IN = r"(?:in the |on )?"
_EVERY = r"every (?:(?P<every>\d{1,2}) (?P<unit>day|week)s|(?P<other>other|2nd) (?P<one>day|week))"
_OF_DAY = rf"(?:,? {_IN}(?P<part>{_PARTS})s?)?"
_FOR = r"(?:,? for (?P<count>\d{1,2}) (?P<weeks>day|week)s?)?"
_NAME = r"([a-z][a-z0-9]*(?:-[a-z0-9]+)*)"

_MOST_HOURS = 14 * 24
_MOST_APART = 28
_MOST_LONG = 28
_MOST_DAYS = 366
_MOST_NUMBER = 99
_MOST_EVERY = 20
_MOST_LAST = 10


def parse_when(phrase: str) -> When | None:
    """The When that the phrase says, or None when it says none of EXAMPLES or a number is out of range."""
    *first, last = phrase.lower().rstrip(".").split() or [""]
    # The last word may be a script's name.
    words = " ".join([*(_TENS.get(word, word) for word in first), last])
    for pattern, make in _FORMS:
        if found := pattern.fullmatch(words):
            return make(found)
    return None


def print_when(when: When) -> str:
    """The phrase that parse_when reads as this value."""
    match when.kind:
        case "after" | "before":
            return f"{when.hours} hour{'' if when.hours == 1 else 's'} {when.kind} a coaching session"
        case "sessions":
            return _print_sessions(when)
        case "last":
            return "after the last " + (
                f"{when.count} coaching sessions" if when.count > 1 else "coaching session"
            )
        case "mark":
            return f"{_join(when.days)} days after a mark"
        case "ending":
            weeks = all(day % 7 == 0 for day in when.days)
            numbers = tuple(day // 7 for day in when.days) if weeks else when.days
            return f"{_join(numbers)} {'weeks' if weeks else 'days'} after the ending"
        case "weekly" if when.part or when.weekday is not None:
            return _print_weekly(when)
        case "every":
            return _print_every(when)
        case "once":
            return f"once, {_print_days(when.days[0])} after joining"
        case "follows":
            return f"{_print_days(when.days[0])} after {when.script}"
        case kind:
            return _FIXED[kind]


_FIXED = {
    "midway": "midway between coaching sessions",
    "gap": "in a week without a coaching session",
    "weekly": "weekly",
    "moved": "when a coaching session is moved",
    "demand": "on demand",
}


def _print_sessions(when: When) -> str:
    if when.numbers == (when.every,):
        return f"after every {_ordinal(when.every)} coaching session"
    then = f", then every {_ordinal(when.every)}" if when.every else ""
    return f"after coaching session{'s' if len(when.numbers) > 1 else ''} {_join(when.numbers)}{then}"


def _print_weekly(when: When) -> str:
    if when.weekday is None:
        return f"weekly in the {when.part}"
    return f"weekly on {_WEEKDAYS[when.weekday]}{f' {when.part}' if when.part else ''}"


def _print_every(when: When) -> str:
    often = "daily" if when.every == 1 else f"every {when.every} days"
    part = f" in the {when.part}" if when.part else ""
    return f"{often}{part}{f' for {_print_days(when.count)}' if when.count else ''}"


def _print_days(days: int) -> str:
    return f"{days} day{'' if days == 1 else 's'}"


def _ordinal(number: int) -> str:
    ends = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if 10 < number < 14 else ends.get(number % 10, 'th')}"


def _join(numbers: tuple[int, ...]) -> str:
    *most, last = map(str, numbers)
    return f"{', '.join(most)} and {last}" if most else last


def _numbers(text: str, factor: int, most: int) -> tuple[int, ...]:
    """Rising numbers from 1 to most, or none at all."""
    numbers = tuple(int(number) * factor for number in re.findall(r"\d+", text))
    rising = all(one < two for one, two in pairwise(numbers))
    return numbers if rising and numbers[0] > 0 and numbers[-1] <= most else ()


def _hours(found: re.Match[str]) -> When | None:
    hours = int(found[1]) * (24 if found[2] == "day" else 1)
    kind = "before" if found[3] == "before" else "after"
    return When(kind, hours=hours) if 0 < hours <= _MOST_HOURS else None  # type: ignore[arg-type]


def _sessions(found: re.Match[str]) -> When | None:
    numbers, every = _numbers(found[1], 1, _MOST_NUMBER), int(found[2] or 0)
    good = numbers and (found[2] is None or 0 < every <= _MOST_EVERY)
    return When("sessions", numbers=numbers, every=every) if good else None


def _every(found: re.Match[str]) -> When | None:
    every = int(found[1])
    return When("sessions", numbers=(every,), every=every) if 0 < every <= _MOST_EVERY else None


def _last(found: re.Match[str]) -> When | None:
    count = int(found[1] or 1)
    return When("last", count=count) if 0 < count <= _MOST_LAST else None


def _days(found: re.Match[str]) -> When | None:
    days = _numbers(found[1], 7 if found[2] == "week" else 1, _MOST_DAYS)
    kind = "mark" if found[3] == "a mark" else "ending"
    return When(kind, days=days) if days else None  # type: ignore[arg-type]


def _weekly(found: re.Match[str]) -> When:
    day, part = (found.groupdict().get(name) for name in ("day", "part"))
    weekday = [one.lower() for one in _WEEKDAYS].index(day) if day else None
    return When("weekly", weekday=weekday, part=part or "")  # type: ignore[arg-type]


def _steady(found: re.Match[str]) -> When | None:
    """Every so many days, in a part of the day, for so long: as far as each is said."""
    said = found.groupdict()
    every = 2 if said.get("other") else int(said.get("every") or 1)
    every *= 7 if "week" in (said.get("unit"), said.get("one")) else 1
    count = int(said.get("count") or 0) * (7 if said.get("weeks") == "week" else 1)
    good = 0 < every <= _MOST_APART and (said.get("count") is None or every <= count <= _MOST_LONG)
    return When("every", every=every, count=count, part=said.get("part") or "") if good else None  # type: ignore[arg-type]


def _once(found: re.Match[str]) -> When | None:
    days = _numbers(found[1], 7 if found[2] == "week" else 1, _MOST_DAYS)
    return When("once", days=days) if days else None


def _follows(found: re.Match[str]) -> When | None:
    days = _numbers(found[1] if found[1].isdecimal() else "1", 7 if found[2] == "week" else 1, _MOST_APART)
    return When("follows", days=days, script=found[3]) if days else None


def _always(when: When) -> Callable[[re.Match[str]], When | None]:
    return lambda found: when


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], When | None]], ...] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (rf"(\d{{1,3}}) (hour|day)s? (after|before) {_SESSION}", _hours),
        (rf"(?:midway|halfway) between (?:the )?{_SESSION}s", _always(When("midway"))),
        (rf"after {_SESSION}s? {_LIST}(?:,? then every (\d{{1,2}})(?:st|nd|rd|th))?", _sessions),
        (rf"after every (\d{{1,2}})(?:st|nd|rd|th) {_SESSION}", _every),
        (r"after the last (?:(\d{1,2}) )?(?:coaching )?sessions?", _last),
        (rf"in a week without {_SESSION}", _always(When("gap"))),
        (r"weekly|every week|once a week", _always(When("weekly"))),
        (rf"{_LIST} (day|week)s? after (a mark|the ending)", _days),
        (
            rf"(?:weekly|once a week|every week|every)(?: on)? (?P<day>{_NAMED})s?(?:,? (?P<part>{_PARTS})s?)?",
            _weekly,
        ),
        (rf"(?P<day>{_NAMED})(?:s| (?P<part>{_PARTS})s)", _weekly),
        (rf"(?:weekly|once a week|every week),? {_IN}(?P<part>{_PARTS})s?", _weekly),
        (rf"(?:daily|every day|{_EVERY}){_OF_DAY}{_FOR}", _steady),
        (rf"(?:every (?=\w+$|\w+ for)|in the )?(?P<part>{_PARTS})s?{_FOR}", _steady),
        (r"(?:once,? )?(\d{1,3}) (day|week)s? after (?:joining|the beginning|the agreement)", _once),
        (rf"(\d{{1,2}}|a|the) (day|week)s? after {_NAME}", _follows),
        (rf"when {_SESSION} is moved(?: or cancelled)?", _always(When("moved"))),
        (r"on demand|when asked for", _always(When("demand"))),
    )
)


# ---- what was probably meant -------------------------------------------------------------------

_MENDS = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"(?:,? (?:at|um)|,) \d{1,2}(?:[:.]\d\d)? ?(?:am|pm|h|o'clock)?(?=$| )", ""),
        (r"^on ", "weekly on "),
        (r"\btwo\b", "2"),
        (r"\bthree\b", "3"),
        (r"\bfour\b", "4"),
        (r"^(every \d+ (?:weeks|days))(?:,? on)? \w+days?\b.*$", r"\1"),
        (r"^(?:wöchentlich|jede woche|semanal|semanalmente|cada semana|كل أسبوع|أسبوعيا)$", "weekly"),
        (r"^(?:täglich|jeden tag|diario|diariamente|a diario|cada día|كل يوم|يوميا)$", "daily"),
        (r"^(?:jeden abend|abends|cada noche|por la noche)$", "daily in the evening"),
        (r"^(?:jeden morgen|morgens|cada mañana|por la mañana)$", "daily in the morning"),
        (
            r"^(?:auf anfrage|auf wunsch|bei bedarf|a petición|a pedido|cuando se pida|عند الطلب)$",
            "on demand",
        ),
        (r"^nach (?:jeder|der) sitzung$|^después de (?:cada|la) sesión$", "3 hours after a coaching session"),
        (r"^vor (?:jeder|der) sitzung$|^antes de (?:cada|la) sesión$", "24 hours before a coaching session"),
        (r"^(?:each|any) ", "every "),
        (r"\.md$", ""),
        (r" with (?:the|a|my|your|their) coach$", ""),
        (r"^(?:monthly|every month|once a month)$", "every 4 weeks"),
        (r"^(?:fortnightly|biweekly|every 2 weeks|every two weeks)$", "every 2 weeks"),
        (r"^(?:nightly|every night)$", "daily in the evening"),
        (r"^(daily|every .*?)( for \w+ (?:days|weeks))( .+)$", r"\1\3\2"),
        (r"^after (?:every|each) (?:coaching )?session$", "3 hours after a coaching session"),
        (r"^before (?:every|each) (?:coaching )?session$", "24 hours before a coaching session"),
        (r"^.+ after (?:the )?first (?:coaching )?session$", "after coaching session 1"),
        (r"^.+ after (?:coaching )?session (\d+)$", r"after coaching session \1"),
    )
)
"""Ways of saying it that are not read, and what says the same."""


HOUR = re.compile(r"\b(?:at|um) \d|\d[:.]\d\d|\d ?(?:am|pm)\b")
"""An hour of the clock, in a phrase that cannot have one."""


def proposal(phrase: str) -> str:
    """The phrase that was probably meant by one that is not read; "" where that is not known.

    It says the same as far as it can be said: an hour is the client's to choose, and goes.
    """
    said = " ".join(phrase.lower().rstrip(".").split())
    for pattern, instead in (*_MENDS, *_MENDS):
        if (mended := pattern.sub(instead, said)) != said:
            said = mended
            if found := parse_when(said):
                return print_when(found)
    return ""
