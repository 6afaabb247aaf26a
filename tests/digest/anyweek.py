"""Any week at all: words in any script, markup, emoji, very long and empty, names of the other direction."""

from datetime import datetime, timedelta
from typing import Literal, get_args

import weeks
from hypothesis import strategies as st

from bot.core.digest.week import PausedTime, Prompted, PromptState, RhythmChange, Shared, SharedMark, Week
from bot.core.script.script import StepKind, Use

NASTY = (
    "",
    " ",
    "<b>bold</b> & <script>alert(1)</script>",
    "]]> --> </style></svg><img src=x onerror=1>",
    "{client} {{ client }} {% raw %}",
    "אני לא יודעת עדיין",
    "لا أعرف بعد، ربما غدا",
    "\u202eright to left override",
    "👩‍👩‍👧‍👦👍🏽🇩🇪" * 30,
    "x" * 5000,
    "今天我想了很多关于说不的事情" * 60,
    "word " * 900,
    "line\n" * 200,
    "a\x00b\x1b[31m\ud800",
    "zalgo" + "\u0301" * 300,
)
words = st.one_of(st.sampled_from(NASTY), st.text(max_size=80), st.text("wörter und \n", max_size=400))
short = st.one_of(
    st.sampled_from(
        ("Noa", "נועה", "Ναταλία de la Cruz y Montenegro de Alba", "a b c d e f g h i j k l m n")
    ),
    words,
)
steps = st.sampled_from(("stayed", "understand", "bring", "own-part", "steady", "near", "x" * 60))
tags = st.lists(
    st.sampled_from(("pulse", "strengths", "week", "rough_day", "<i>")), max_size=2, unique=True
).map(tuple)
KINDS: tuple[StepKind, ...] = ("ask", "two_parts", "choose", "rate", "hold")
STATES: tuple[PromptState, ...] = ("answered", "passed")
FITS: tuple[Literal["", "yes", "partly", "no"], ...] = ("", "yes", "partly", "no")
CHANGES: tuple[Literal["lighter", "fuller", "times", "paused", "resumed"], ...] = (
    "lighter",
    "fuller",
    "times",
    "paused",
    "resumed",
)
USES = get_args(Use)
MARKS = ("breakthrough", "boundary", "repair", "thanks", "other")
scripts = st.sampled_from(("after-session", "mid-week", "goals"))


def moments(first: int = -60, last: int = 8) -> st.SearchStrategy[datetime]:
    """Any instant from so many days after the start of the week to so many."""
    return st.integers(first * 1440, last * 1440).map(
        lambda minutes: weeks.START + timedelta(minutes=minutes)
    )


@st.composite
def responses(draw: st.DrawFn, number: int) -> Shared:
    """Any response; ratings within their scale."""
    kind = draw(st.sampled_from(KINDS))
    low, high = draw(st.sampled_from(((1, 5), (0, 10), (0, 1))))
    return Shared(
        number,
        draw(moments()),
        draw(scripts),
        draw(short),
        draw(steps),
        draw(words),
        tuple(draw(st.lists(words, max_size=3))),
        draw(tags),
        kind,
        draw(st.booleans()) and draw(st.booleans()),
        draw(st.integers(low, high)) if kind == "rate" else None,
        draw(st.sampled_from((None, (low, high)))),
        draw(st.none() | short),
        draw(st.booleans()),
        draw(st.integers(0, 6)),
        draw(st.sampled_from(("new", "more", "edited", "told"))),
        draw(st.sampled_from((None, ("a part of it",)))),
        draw(st.booleans()),
        draw(st.sampled_from(USES)),
    )


@st.composite
def prompts(draw: st.DrawFn, number: int) -> Prompted:
    """Any prompt."""
    state, fit = draw(st.sampled_from(STATES)), draw(st.sampled_from(FITS))
    return Prompted(number, draw(scripts), draw(short), draw(moments()), state, draw(tags), fit)


@st.composite
def any_week(draw: st.DrawFn) -> Week:
    """Any week whatever."""
    changed, marked = st.sampled_from(CHANGES), st.sampled_from(MARKS)
    return Week(
        draw(short),
        draw(short),
        draw(
            st.sampled_from(
                ("Europe/Berlin", "Asia/Kathmandu", "Pacific/Apia", "UTC", "America/Argentina/Buenos_Aires")
            )
        ),
        weeks.START,
        weeks.END,
        draw(st.none() | moments(7, 20)),
        draw(st.integers(0, 12)),
        tuple(draw(st.lists(moments(), max_size=4))),
        tuple(draw(responses(number)) for number in range(1, draw(st.integers(0, 14)) + 1)),
        tuple(draw(prompts(number)) for number in range(draw(st.integers(0, 8)))),
        tuple(
            PausedTime(start, draw(st.none() | moments())) for start in draw(st.lists(moments(), max_size=2))
        ),
        tuple(
            SharedMark(draw(marked), moment, draw(st.integers(0, 6)))
            for moment in draw(st.lists(moments(), max_size=5))
        ),
        tuple(RhythmChange(moment, draw(changed)) for moment in draw(st.lists(moments(0, 6), max_size=4))),
    )
