"""The coming month: what an edit would change, for how many clients, before it is published. Nothing is written."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.plan import schedule
from bot.core.plan.facts import Facts, Offer
from bot.core.plan.schedule import Plan
from bot.core.script.script import Script
from bot.people import planning
from bot.people.turn import Turn
from bot.store import people
from bot.store.people import Client

AHEAD = timedelta(weeks=4)

MOST = 50
"""Clients that are looked at: each is planned twice, and somebody waits for the answer."""

Change = tuple[tuple[str, int, int], ...]
"""By script: how often it comes as things stand, and how often with the edit."""


def ahead(turn: Turn, script: Script) -> str:
    """For how many clients of its language what comes changes with this text, and how; "" where there are none."""
    if script.header.for_ != "client":
        return ""
    clients = people.active_in(turn.tx, script.header.language)
    looked = [_of_client(turn, one, script) for one in clients[:MOST]]
    if not looked:
        return ""
    head = f"In the coming four weeks, of {_many(len(looked), 'client')}"
    head += f" looked at ({len(clients)} there are)" if len(clients) > MOST else ""
    groups = Counter(_changes(before, after) for before, after in looked)
    moved = sum(not _changes(before, after) and before.prompts != after.prompts for before, after in looked)
    said = [_said(change, count) for change, count in groups.most_common() if change]
    said += [f"{moved}: the same, at other hours"] if moved else []
    if said:
        rest = groups[()] - moved
        return "\n".join((f"{head}:", *said, *([f"{rest}: as before"] if rest else [])))
    return (
        f"{head}, nothing changes in what comes when. {_comes((after for _, after in looked), script.name)}"
    )


def _of_client(turn: Turn, client: Client, script: Script) -> tuple[Plan, Plan]:
    """What comes as things stand, and with this text in the place of the live one."""
    end = turn.now + AHEAD
    known = planning.facts(turn, client, end)
    before = schedule.plan(known, turn.now, end, turn.config.time)
    with_it = replace(known, offers=_with(turn, client, known, script))
    return before, schedule.plan(with_it, turn.now, end, turn.config.time)


def _with(turn: Turn, client: Client, known: Facts, script: Script) -> tuple[Offer, ...]:
    if script.name in planning.taken_off(turn, client):
        return known.offers
    others = [one for one in known.offers if one.script != script.name]
    return tuple(sorted((*others, planning.offer_of(script)), key=lambda one: one.script))


def _changes(before: Plan, after: Plan) -> Change:
    one, two = (Counter(each.script for each in plan.prompts) for plan in (before, after))
    return tuple((name, one[name], two[name]) for name in sorted({*one, *two}) if one[name] != two[name])


def _said(change: Change, count: int) -> str:
    what = "; ".join(f"{name} {_times(after)} instead of {_times(before)}" for name, before, after in change)
    return f"{count}: {what}"


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")


def _comes(plans: Iterable[Plan], name: str) -> str:
    """To how many it comes, and when to the first."""
    firsts: list[datetime] = [
        first
        for plan in plans
        if (first := next((one.local for one in plan.prompts if one.script == name), None)) is not None
    ]
    if not firsts:
        return "It comes to none of them by itself."
    return f"It comes to {len(firsts)} of them, first on {min(firsts):%Y-%m-%d}."


def _many(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
