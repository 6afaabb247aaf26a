"""What was understood of somebody's words, said back before it counts: yes, change, or a choice of several.

What is offered stands in the draft of the question; its buttons carry a number, and a typed yes takes the
only one there is.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from itertools import takewhile
from typing import Any

from babel import Locale

from bot import places
from bot.core.base import wall
from bot.core.plan.recurrence import Repeat
from bot.core.plan.rhythm import Rhythm, clock_text
from bot.core.talk.exchange import Dialogue
from bot.core.understand.folding import fold
from bot.core.understand.session_line import Meeting, Repeats
from bot.core.understand.spans import Days
from bot.i18n import N_, Texts
from bot.people import dialogue, plan_in_words
from bot.people.turn import Rows, Turn
from bot.places import Place
from bot.store.people import Client
from bot.telegram import escape

CHANGE = "change"
"""The button, and the typed no, that ask once more."""

TYPED = "?"
"""What a step's ``read`` gives for words that are understood and not yet said back."""

MODES = {"video": N_("by video"), "phone": N_("by phone"), "room": N_("in the room")}

PLACES = (N_("first"), N_("second"), N_("third"), N_("fourth"), N_("last"))
"""Which of its weekdays of a month a date is; a fifth is the last."""

Options = Sequence[tuple[str, str]]
"""What the words may mean: each as a sentence, and as the value that is kept."""

Ask = Callable[[str, Rows, Mapping[str, Any]], None]


def offer(
    t: Texts, options: Options, ask: Ask, draft: Mapping[str, Any] | None = None, before: str = ""
) -> None:
    """Say back what was understood, with yes and change, or each of several meanings as a button."""
    kept = {**(draft or {}), "offer": [value for _, value in options]}
    change = ((t.t("Change it"), CHANGE),)
    if len(options) == 1:
        text = t.t("Understood: {what}. Is that right?", what=escape(options[0][0]))
        rows: Rows = (((t.t("Yes"), "=0"),), change)
    else:
        text, common = t.t("Which of these do you mean?"), _common([label for label, _ in options])
        text = "\n".join(filter(None, (text, escape(common))))
        labels = [label.removeprefix(common).lstrip(" ,،")[:60] for label, _ in options]
        rows = (*(((label, f"={place}"),) for place, label in enumerate(labels)), change)
    ask("\n".join(filter(None, (before, text))), rows, kept)


def asking(turn: Turn, client: Client, step: str) -> Ask:
    """What is offered for a client's setting is asked as that setting is."""
    return lambda text, rows, draft: dialogue.ask_setting(turn, client, step, text, rows, draft=draft)


def _common(labels: Sequence[str]) -> str:
    """What long labels begin with alike, up to a comma: on a phone their ends are cut off."""
    if max(map(len, labels)) <= 40:
        return ""
    same = takewhile(lambda letters: len(set(letters)) == 1, zip(*labels, strict=False))
    shared = "".join(letters[0] for letters in same)
    cut = max(shared.rfind(", "), shared.rfind("، "))
    return shared[:cut] if cut >= 25 and all(len(label) > cut + 2 for label in labels) else ""


def typed(asked: Dialogue, words: str) -> str | None:
    """A typed yes or no to what was said back; None for any other words, or when nothing was."""
    offered = asked.draft.get("offer", ())
    said = dialogue.yes_or_no(words) if offered else None
    if said == "no":
        return CHANGE
    if len(offered) > 1 and (place := _placed(words)) is not None and -1 <= place < len(offered):
        return f"={place % len(offered)}"
    return "=0" if said == "yes" and len(offered) == 1 else None


_PLACED = (
    (0, r"(?:the |die |der |das )?(?:first|top|upper|former|erste[rns]?|obere[rns]?)|الاول|الاولي"),
    (1, r"(?:the |die |der |das )?(?:second|zweite[rns]?)|الثاني|الثانيه"),
    (2, r"(?:the |die |der |das )?(?:third|dritte[rns]?)|الثالث|الثالثه"),
    (-1, r"(?:the |die |der |das )?(?:last|bottom|latter|lower|letzte[rns]?|untere[rns]?)|الاخير|الاخيره"),
    (0, r"(?:(?:el|la)\s)?primer[oa]?"),
    (1, r"(?:(?:el|la)\s)?segund[oa]"),
    (2, r"(?:(?:el|la)\s)?tercer[oa]?"),
    (-1, r"(?:(?:el|la)\s)?ultim[oa]"),
)
"""Which of several that are offered, by its place."""


def _placed(words: str) -> int | None:
    said = fold(words).strip(" .!,")
    said = re.sub(r"^(?:no|nein|the|لا)[, ]+(?=\w)", "", said)
    said = re.sub(r" (?:one|please|bitte|por\s+favor)$", "", said)
    return next((place for place, form in _PLACED if re.fullmatch(form, said)), None)


def chosen(asked: Dialogue, value: str) -> str:
    """The value behind a button that offers one; any other value is itself."""
    offered = asked.draft.get("offer", ())
    place = value[1:]
    known = value[:1] == "=" and place.isdecimal() and int(place) < len(offered)
    return str(offered[int(place)]) if known else value


# ---- in words ----------------------------------------------------------------------------------


def moment(t: Texts, at: datetime, now: datetime, zone: str) -> str:
    """A date and a time by the clock of a zone, and that it is over where it is."""
    day = t.day(at.date()) if at.year == wall.local(now, zone).year else t.dated(at.date())
    said = t.t("{day}, {time} ({zone})", day=day, time=clock_text(at.time()), zone=t.zone(zone))
    over = wall.instant(at, zone) < now
    return t.t("{when}, which is over", when=said) if over else said


def meeting(t: Texts, one: Meeting, now: datetime, zone: str) -> str:
    """A coaching session: when, how often, how long, until when."""
    parts = [t.list(moment(t, at, now, zone) for at in (one.starts, *one.more))]
    if one.repeats is not None:
        parts.append(repeats(t, one.repeats, one.starts.date()))
    if one.minutes is not None:
        parts.append(t.n("{n} minute", "{n} minutes", one.minutes))
    if one.until is not None:
        parts.append(t.t("until {day}", day=t.dated(one.until)))
    if one.off:
        parts.append(t.t("not on {days}", days=t.list(map(t.dated, one.off))))
    if one.mode:
        parts.append(mode(t, one.mode))
    return ", ".join(parts)


def logged(t: Texts, one: Repeat, by: str, now: datetime, zone: str) -> str:
    """A coaching session as it is kept: as ``meeting``, on the clock of a zone, with all that was not said."""
    starts = wall.local(wall.instant(one.starts, one.zone), zone).replace(tzinfo=None)
    off = tuple(change.on for change in one.changes if change.to is None)
    return meeting(t, Meeting(starts, one.minutes, how_often(one), one.until, off, by), now, zone)


def how_often(one: Repeat) -> Repeats:
    """How often a logged one comes again."""
    return Repeats(one.weeks, one.months, one.by)


def mode(t: Texts, kept: str) -> str:
    """How people meet."""
    return t.t(MODES[kept])


def repeats(t: Texts, one: Repeats, first: date) -> str:
    """How often it comes again, from its first date on."""
    if one.months and one.by in ("weekday", "last"):
        which = -1 if one.by == "last" else (first.day - 1) // 7
        place = t.t(PLACES[which])
        day = t.weekday(first, long=True)
        return t.n(
            "every month, on the {place} {day}",
            "every {n} months, on the {place} {day}",
            one.months,
            place=place,
            day=day,
        )
    if one.months:
        day = t.number(first.day)
        return t.n("every month, on day {day}", "every {n} months, on day {day}", one.months, day=day)
    known = {0: t.t("once"), 1: t.t("every week"), 2: t.t("every two weeks")}
    return known.get(one.weeks) or t.t("every {n} weeks", n=one.weeks)


def rhythm(t: Texts, one: Rhythm) -> str:
    """Days and their times; other times on other days one after another."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for day in one.days:
        groups.setdefault(tuple(map(clock_text, one.hours(day))), []).append(day)
    said = (
        t.t("{days} at {times}", days=plan_in_words.weekdays(t, days), times=t.list(times))
        for times, days in groups.items()
    )
    return "; ".join(said)


def stretch(t: Texts, one: Days, today: date) -> str:
    """From one day to another."""
    shown = t.day if one.last.year == one.first.year == today.year else t.dated
    if one.first == one.last:
        return shown(one.first)
    return t.t("from {first} to {last}", first=shown(one.first), last=shown(one.last))


def place(t: Texts, one: Place, now: datetime) -> str:
    """A town, its country, and what its clock shows, which tells two of one name apart."""
    country = Locale.parse(t.locale.language).territories.get(one.country, "")
    known = (
        one.name == one.usual == places.city(one.zone)
    )  # the zone's own town has its name in every language
    name = t.zone(one.zone) if not one.country or known else one.name
    named = t.t("{town}, {country}", town=name, country=country) if country else name
    at = t.clock(now.astimezone(wall.zone_of(one.zone)))
    return t.t("{place} (it is {time} there now)", place=named, time=at)
