"""Times of day as people write them: "7pm", "19.00", "halb acht", "السابعة مساء", "las siete y media"."""

import re
from collections.abc import Iterable, Iterator
from datetime import time
from itertools import product

from bot.core.understand.lexer import tokens
from bot.core.understand.meanings import Reading, reading

_PART = "am|pm|morning|noon|afternoon|evening|night"
_NUMBER = r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))?(?::\d{2})?\.?(?: h(?: (?P<after>[0-5]\d))?)?"
_SPOKEN = (
    r"(?P<fraction>halfto|halfpast|qpast|qto|qof) (?P<base>\d{1,2})"
    r"|(?P<behind>\d{1,2}) (?P<added>half|less quarter|quarter|less third|third)"
    r"|(?P<some>\d{1,2})(?: min)? (?P<side>past|before) (?P<halfway>halfto )?(?P<full>\d{1,2})"
    r"|(?P<spoken>\d{1,2}) (?:less (?P<fewer>5|10|20|25)(?: min)?|(?P<more>5|10|20|25) min)"
)
CLOCK = rf"(?:(?:{_PART}) )?(?:{_SPOKEN}|{_NUMBER})(?: h)?(?: (?:{_PART}))?|{_PART}|midnight"
"""One time of day, in tokens; its named groups may stand once in a pattern."""

UNNAMED = re.sub(r"\?P<\w+>", "?:", CLOCK)
_ONE = re.compile(CLOCK)
_HOURS = ("hour", "base", "behind", "full", "spoken")
_PARTS = re.compile(rf"\b(?:{_PART})\b")
_ALONE = {"morning": 9, "noon": 12, "afternoon": 15, "evening": 19, "midnight": 0}
_FRACTIONS = {
    "halfto": -30, "halfpast": 30, "qpast": 15, "qto": -15, "qof": -45, "half": 30, "quarter": 15,
    "third": 20, "less quarter": -15, "less third": -20,
}  # fmt: skip


def clock(text: str, language: str) -> Reading[time]:
    """One time of day. "7" may be in the morning or in the evening, "19" is one thing only."""
    return reading(meanings(tokens(text, language), language))


def clocks(text: str, language: str) -> Reading[tuple[time, ...]]:
    """Several times of one day, in order: "12:30 and 7pm"; of "7pm or 8pm" each for itself."""
    each = [list(times(one, language)) for one in OR.split(as_hours(text, language))]
    return reading(one for meant in each for one in meant) if all(each) else Reading()


OR = re.compile(r" \?(?:or|oder|o) ")
_TO = re.compile(r"(?<!from )(?<!between )\b(five|ten|twenty|twenty[ -]five) to (?=[a-z])", re.IGNORECASE)
_CLOSED_UP = re.compile(r"(?<!\S)([01]?\d|2[0-3])([0-5]\d)(?!\S)")
_WINDOW = re.compile(
    rf"(?<!\S)(?:from )?(?P<one>{UNNAMED}) to (?P<two>{UNNAMED})(?!\S)"
    rf"|(?<!\S)from (?P<this>{UNNAMED}) (?P<that>{UNNAMED})(?!\S)"
)
WIDEST = 4 * 60
"""Minutes of the longest stretch that stands for its beginning: "between 7 and 8"."""


def as_hours(text: str, language: str) -> str:
    """The tokens of words that name hours at which something comes: of a stretch its beginning, without a bound."""
    said = tokens(_TO.sub(r"\1 before ", text), language)
    said = _CLOSED_UP.sub(r"\1:\2", said)  # 1930
    return without_bound(_WINDOW.sub(lambda found: _beginning(found, language), said))


def _beginning(found: re.Match[str], language: str) -> str:
    """Where a stretch begins, in the half of the day that is said behind its end; what is no stretch stays."""
    one, two = found["one"] or found["this"], found["two"] or found["that"]
    part = _PARTS.search(two)
    for begins in ((f"{one} {part[0]}",) if part and not _PARTS.search(one) else ()) + (one,):
        pairs = product(meanings(begins, language), meanings(two, language))
        if any(0 < minutes_between(*pair) <= WIDEST for pair in pairs):
            return begins
    return found[0]


_BOUND = re.compile(
    rf"(?<!\d )(?<!min )\b(?:from|(?:not )?(?:before|ago|after|past)) "
    rf"(?=\d|(?:{_PART}|halfto|halfpast|qpast|qto|qof)\b)"
)


def without_bound(said: str) -> str:
    """ "Not before nine" and "after nine" name nine; as the hour it is shown back."""
    return _BOUND.sub("", said)


_ENDS = r"(?:not )?(?:before|ago)|to"
_BEGINS = r"(?:not )?(?:after|past)|from"


def edges(text: str, language: str) -> Reading[tuple[bool, time]]:
    """One end of quiet hours: "before nine" ends them (True), "not after ten" begins them; "7:30" may do either."""
    said = tokens(text, language)
    found = re.fullmatch(rf"(?:(?P<ends>{_ENDS})|(?P<begins>{_BEGINS}))? ?(?P<at>{UNNAMED})", said)
    if found is None or _turned(said) != said:
        return Reading()
    sides = [side for side, other in ((True, found["begins"]), (False, found["ends"])) if other is None]
    return reading((side, at) for side in sides for at in meanings(found["at"], language))


def hours(text: str, language: str) -> Reading[tuple[time, time]]:
    """From one time of day to another, as quiet hours are written; over midnight where that is likelier."""
    said = re.sub(rf"(?<!\S)({_PART}) from (?=\d)", r"from \1 ", tokens(text, language))
    if said == "night":
        return reading([NIGHT])
    found = sorted(between(_turned(said), language), key=_by_night)
    return reading(found)


NIGHT = (time(22), time(7))
"""What "at night" is, where hours are wanted."""


def _turned(said: str) -> str:
    """ "Before 8 and after 22" is from 22 to 8, and so is "nothing after 22 until 8"."""
    ends, begins = rf"(?:{_ENDS}) (?P<two>{UNNAMED})", rf"(?:{_BEGINS}) (?P<one>{UNNAMED})"
    found = re.fullmatch(f"{ends} {begins}", said) or re.fullmatch(f"{begins} {ends}", said)
    return f"from {found['one']} to {found['two']}" if found else said


def between(said: str, language: str) -> Iterator[tuple[time, time]]:
    """From one time to another, in tokens, sixteen hours at the most."""
    found = re.fullmatch(rf"(?:from )?(?P<one>{UNNAMED}) (?P<to>to )?(?P<two>{UNNAMED})", said)
    if found and (found["to"] or (re.search(r"\d", found["one"]) and re.search(r"\d", found["two"]))):
        for one, two in product(meanings(found["one"], language), meanings(found["two"], language)):
            if 0 < minutes_between(one, two) <= 16 * 60:
                yield one, two


def minutes_between(one: time, two: time) -> int:
    """How many minutes later the second is, over midnight if it must be."""
    return (two.hour * 60 + two.minute - one.hour * 60 - one.minute) % 1440


def times(said: str, language: str) -> Iterator[tuple[time, ...]]:
    """Every meaning of several times in a row, in tokens; nothing if a word is something else."""
    if not re.fullmatch(rf"(?:{UNNAMED})(?: (?:{UNNAMED}))*", said):
        return
    each = [meanings(found[0], language) for found in re.finditer(rf"(?:{UNNAMED})(?= |$)", said)]
    for chosen in product(*each[:8]):
        yield tuple(sorted(set(chosen)))


def meanings(said: str, language: str) -> tuple[time, ...]:
    """What a time in tokens may mean, the likeliest first; nothing when it is none."""
    found = _ONE.fullmatch(said)
    if found is None:
        return ()
    parts = _PARTS.findall(said)
    if said == "am" and language[:2] == "ar":  # "in the morning" alone, without an hour
        said = "morning"
    if said in _ALONE:
        return (time(_ALONE[said]),)
    if not any(found[name] for name in _HOURS):
        return ()  # "am", "pm", "night" alone
    if len(set(parts)) > 1:
        return ()
    return tuple(_times(found, parts[0] if parts else "", language))


def _times(found: re.Match[str], part: str, language: str) -> Iterable[time]:
    hour = int(next(filter(None, (found[name] for name in _HOURS))))
    minute = int(found["minute"] or found["after"] or 0)
    shift = _shift(found)
    if hour > 24 or minute > 59 or (hour == 24 and (minute or part)):
        return []
    exact = found["hour"] is not None and (hour > 12 or hour == 0 or found["hour"][0] == "0")
    if part:
        wanted = _by_part(hour, part)
    elif exact or hour == 12:
        wanted = (hour % 24,)
    elif found["minute"] or found["after"]:
        wanted = (hour + 12, hour) if hour < 7 and language[:2] != "de" else (hour,)
    else:
        wanted = (hour, hour + 12) if hour > 6 else (hour + 12, hour)
    return [_shifted(one, minute + shift) for one in wanted]


def _shift(found: re.Match[str]) -> int:
    if found["full"]:
        return int(found["some"]) * (1 if found["side"] == "past" else -1) - 30 * bool(found["halfway"])
    if found["spoken"]:
        return int(found["more"] or 0) - int(found["fewer"] or 0)
    return _FRACTIONS.get(found["fraction"] or found["added"] or "", 0)


def _by_part(hour: int, part: str) -> tuple[int, ...]:
    if hour > 12 or hour == 0:
        return (hour % 24,) if part in ("pm", "afternoon", "evening", "night") or hour == 0 else ()
    if part == "am":
        return (hour % 12,)
    if part == "morning":
        return (hour,)
    if part == "noon":
        return (hour if hour > 10 else hour + 12,)
    if part == "night":
        return (hour % 12 if hour < 6 or hour == 12 else hour + 12,)
    if part == "evening":
        return (0 if hour == 12 else hour + 12,)
    return (hour % 12 + 12,)


def _shifted(hour: int, minutes: int) -> time:
    total = (hour * 60 + minutes) % 1440
    return time(total // 60, total % 60)


def _by_night(hours: tuple[time, time]) -> tuple[bool, int]:
    one, two = hours
    return one < two, abs(minutes_between(one, two) - 660)
