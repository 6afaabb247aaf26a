"""A delay: until when something is put off, as people write it behind *Later*: "around eight", "half an hour"."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from functools import lru_cache

from bot.core.understand import dates, times
from bot.core.understand.dates import add
from bot.core.understand.folding import fold
from bot.core.understand.lexer import dated, tokens
from bot.core.understand.spans import long
from bot.core.understand.vocabulary import LANGUAGES, lexicon

LONGEST = 40
"""Letters of such words; what is longer tells something."""

MOST = timedelta(days=60)
"""What lies further ahead is no delay of a question."""


def delay(words: str, language: str, now: datetime, hours: Sequence[time]) -> datetime | timedelta | None:
    """The first instant ahead that whole words mean, as a wall clock, or a length; None where they mean none.

    ``now``: the client's wall clock; ``hours``: of each weekday, where words name a day alone.
    """
    if len(words) > LONGEST or not words.strip():
        return None
    if not dated(fold(words), _around()):
        return None
    said = re.sub(r"^(?:in|after|for|maybe|please|say) ", "", tokens(words, language).replace("?", ""))
    if (length := long(said)) is not None:
        if length.unit in ("min", "hour"):
            return timedelta(minutes=length.number * (60 if length.unit == "hour" else 1))
        day = add(now.date(), length.number, length.unit)
        found = [datetime.combine(day, hours[day.weekday()])]
    else:
        found = sorted(_instants(said, language, now, hours))
    return next((at for at in found if now < at <= now + MOST), None)


@lru_cache(maxsize=1)
def _around() -> frozenset[str]:
    """Words that may stand before a delay, and what is read as a token though no table has it."""
    named = (re.findall("[a-z]+", token) for one in LANGUAGES for token in lexicon(one).values())
    return frozenset(("maybe", "please", "say")).union(*named)


def _instants(said: str, language: str, now: datetime, hours: Sequence[time]) -> Iterator[datetime]:
    """What the tokens may be: an hour, a day, or a day and an hour in either order."""
    today = now.date()
    for at in times.meanings(said, language):
        yield from (datetime.combine(today + timedelta(days=more), at) for more in (0, 1))
    for day in dates.whole(said, today):
        yield datetime.combine(day, hours[day.weekday()])
    words = said.split()
    for place in range(1, len(words)):
        one, two = " ".join(words[:place]), " ".join(words[place:])
        for named, hour in ((one, two), (two, one)):
            for day in dates.whole(named, today):
                yield from (datetime.combine(day, at) for at in times.meanings(hour, language))
