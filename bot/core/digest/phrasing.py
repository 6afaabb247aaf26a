"""The sentences of a digest: how a rating, a mark, a pulse, a change or what comes is said."""

from collections.abc import Sequence
from datetime import date

from bot.core.base.line import Brief, Line, line, lines
from bot.core.base.words import shorten, shorten_name
from bot.core.digest.measures import PromptCounts, Series
from bot.core.digest.week import AnsweredReply, RhythmChange, Week

QUESTION = 160  # characters of a question in a line: those of the library are whole
NAME = 24  # characters of a name or tag in a line
DOTS = 10


def fit(week: Week, one: AnsweredReply) -> Line:
    """What a client tapped under what the coach gave back."""
    client, day = client_name(week), week.day(one.at)
    match one.kind, one.fit:
        case "understood", "no":
            return line("You understood “{words}”. {client}: not quite.", words=one.words, client=client)
        case "understood", "partly":
            return line("You understood “{words}”. {client}: partly.", words=one.words, client=client)
        case "understood", _:
            return line("You understood “{words}”. {client}: yes.", words=one.words, client=client)
        case _, "no":
            return line("Did not sit right, told on {day}: not settled yet.", day=day)
        case _, "partly":
            return line("Did not sit right, told on {day}: partly settled.", day=day)
        case _:
            return line("Did not sit right, told on {day}: settled.", day=day)


def coming(week: Week) -> Line:
    """When the next coaching session is, and the how manieth."""
    if week.next_session is None:
        return line("No date yet; sessions so far: {n}.", n=week.session)
    when = week.local(week.next_session)
    return line("{when}: session {n}.", when=when, n=week.session + 1)


def client_name(week: Week) -> str:
    """The client's name, as long as a line has room for."""
    return shorten_name(week.client, NAME)


def mark_name(kind: str) -> Line:
    """What a kind of mark is called."""
    match kind:
        case "breakthrough":
            return line("Breakthrough")
        case "boundary":
            return line("A line of their own")
        case "repair":
            return line("Did not sit right")
        case "thanks":
            return line("Thanks")
        case _:
            return line("Marked moment")


def rating(series: Series) -> Line:
    """A rating beside the client's own usual range, or the time before."""
    asked, last = shorten(series.question, QUESTION), series.last
    if len(series.points) == 1:
        return _first(asked, last.value, series.scale)
    if series.baseline is None:
        return line(
            "{question} {value}, {before} the time before (n={n}, since {since}).",
            question=asked,
            value=last.value,
            before=series.points[-2].value,
            n=len(series.points),
            since=Brief(series.points[0].at.date()),
        )
    return line(
        "{question} {value}; own median {median}, middle half {low}–{high} (n={n}, since {since}).",
        question=asked,
        value=last.value,
        median=series.baseline.median,
        low=series.baseline.low,
        high=series.baseline.high,
        n=series.baseline.n,
        since=Brief(series.baseline.since),
    )


def _first(asked: str, value: int, scale: tuple[int, int] | None) -> Line:
    if scale is None:
        return line("{question} {value}.", question=asked, value=value)
    low, high = scale
    return line(
        "{question} {value} on a scale of {low} to {high}.", question=asked, value=value, low=low, high=high
    )


def beat(series: Series) -> Line:
    """A part of the pulse, in dots."""
    asked, last = shorten(series.question, QUESTION), series.last
    dots = _dots(last.value, series.scale)
    if len(series.points) == 1:
        return line(
            "{question} {dots} {value} (n=1, {day}, for the first time).",
            question=asked,
            dots=dots,
            value=last.value,
            day=Brief(last.at.date()),
        )
    return line(
        "{question} {dots} {value}, {before} the time before (n={n}, since {since}).",
        question=asked,
        dots=dots,
        value=last.value,
        before=series.points[-2].value,
        n=len(series.points),
        since=Brief(series.points[0].at.date()),
    )


def _dots(value: int, scale: tuple[int, int] | None) -> str:
    low, high = scale or (1, value)
    return "●" * min(value - low + 1, DOTS) + "○" * min(high - value, DOTS)


def unfit(week: Week, script: str) -> Line:
    """A script that did not fit: the day, or that it was so twice, that it is off, and what there is instead."""
    found = [one for one in week.begun if one.script == script and one.fit == "no"]
    title = shorten(found[-1].title, QUESTION)
    if script in week.off:
        return line(
            "“{title}” was twice not for {client} and does not come by itself now. /assign offers another one, "
            "/ask a question of your own.",
            title=title,
            client=client_name(week),
        )
    return line("“{title}” did not fit, {day}.", title=title, day=week.day(found[-1].at))


def changed(change: tuple[RhythmChange, date]) -> Line:
    """What a client changed of the rhythm, and when."""
    match change[0].kind:
        case "lighter":
            return line("Chose a lighter rhythm, {day}.", day=change[1])
        case "fuller":
            return line("Chose a fuller rhythm, {day}.", day=change[1])
        case "times":
            return line("Chose other days or hours, {day}.", day=change[1])
        case "paused":
            return line("Took a pause, {day}.", day=change[1])
        case _:
            return line("Came back from a pause, {day}.", day=change[1])


def became(week: Week, counts: PromptCounts) -> list[Line]:
    """What is shared of the prompts; never of how many, which would tell who writes in private."""
    found = [line("{n} answered", n=counts.answered)] if counts.answered else []
    if counts.passed:
        found.append(line("{n} passed", n=counts.passed))
    if not found and not week.news and (week.paused_days or not week.stands):
        found.append(line("Nothing shared"))
    if week.paused_days:
        found.append(lines("{n} paused day", "{n} paused days", week.paused_days))
    return found


def files(kinds: Sequence[str]) -> list[Line]:
    """How many voice notes, photos and other files came without a word."""
    voices, photos = kinds.count("voice"), kinds.count("photo")
    counted = (
        (voices, lines("{n} voice note", "{n} voice notes", voices)),
        (photos, lines("{n} photo", "{n} photos", photos)),
        (
            others := len(kinds) - voices - photos,
            lines("{n} other recording or file", "{n} other recordings or files", others),
        ),
    )
    return [said for many, said in counted if many]
