"""Times that an author wrote and that hang on no session."""

from dataclasses import replace
from datetime import datetime, timedelta

from someone import client, utc

from bot.core.plan.candidate import kind_of
from bot.core.plan.facts import Begun, Facts, Offer
from bot.core.plan.schedule import Plan, plan
from bot.core.script.when import parse_when

MONDAY = utc("2026-10-18T22:00")
"""Monday 19 October 2026 in Berlin; summer time ends on the 25th."""


def offer(name: str, phrase: str) -> Offer:
    """A script as its author timed it."""
    when = parse_when(phrase)
    assert when is not None
    return Offer(name, when)


def ahead(facts: Facts, days: int = 14) -> Plan:
    """The plan from that Monday."""
    return plan(facts, MONDAY, MONDAY + timedelta(days=days))


def told(found: Plan, kind: str = "") -> list[str]:
    """Local time and script, of one kind or all."""
    return [f"{p.local:%a %d %H:%M} {p.script}" for p in found.prompts if kind in ("", p.kind)]


def came(script: str, at: datetime, occasion: str = "demand:1", state: str = "answered") -> Begun:
    """A script that came and was answered."""
    return Begun(occasion, at, script, state)  # type: ignore[arg-type]


def test_a_page_for_sundays_comes_on_sunday() -> None:
    """Weekly on Sunday evening is Sunday's evening hour where the client has one."""
    facts = client("wed,sun 9:00,19:00", offers=(offer("look", "weekly on sunday evening"),))
    assert told(ahead(facts)) == ["Sun 25 19:00 look", "Sun 01 19:00 look"]


def test_a_day_that_was_not_chosen_gives_way_to_the_next_one() -> None:
    """Who did not choose Sunday gets the page at the next hour chosen, and reads which hour that is."""
    facts = client("wed,fri 12:30", offers=(offer("look", "weekly on sunday evening"),), since=MONDAY)
    found = ahead(facts)
    assert told(found) == ["Wed 28 12:30 look"]
    assert found.prompts[0].why == "once a week; you chose 12:30"


def test_a_page_that_waits_for_its_hour_is_not_lost_to_a_new_plan() -> None:
    """A Sunday's page that waits for Wednesday still comes when the plan is made anew on Tuesday."""
    facts = client("wed,fri 12:30", offers=(offer("look", "weekly on sunday"),))
    whole = [p for p in ahead(facts).prompts if p.at > MONDAY + timedelta(days=8)]
    later = replace(facts, changed=MONDAY + timedelta(days=8))
    assert list(plan(later, MONDAY + timedelta(days=8), MONDAY + timedelta(days=14)).prompts) == whole
    assert whole


def test_a_part_of_the_day_prefers_and_never_excludes() -> None:
    """In the morning is the morning hour of who has one, and the only hour of who has none."""
    both = client("mon,thu 8:30,19:00", offers=(offer("early", "weekly in the morning"),))
    assert told(ahead(both)) == ["Mon 19 08:30 early", "Mon 26 08:30 early"]
    late = client("mon 19:00, thu 8:30", offers=(offer("early", "weekly in the morning"),))
    assert told(ahead(late)) == ["Thu 22 08:30 early", "Thu 29 08:30 early"]
    one = client("mon 19:00", offers=(offer("early", "weekly in the morning"),))
    assert told(ahead(one)) == ["Mon 19 19:00 early", "Mon 26 19:00 early"]


def test_every_few_days_counts_from_the_beginning() -> None:
    """Every three days is every third day since the agreement, or the next day chosen before the next of them."""
    facts = client("daily 19:00", weekly=7, offers=(offer("look", "every 3 days"),), since=MONDAY)
    assert told(ahead(facts, 10)) == [
        "Mon 19 19:00 look",
        "Thu 22 19:00 look",
        "Sun 25 19:00 look",
        "Wed 28 19:00 look",
    ]
    assert ahead(facts).prompts[0].why == "every 3 days; you chose 19:00"
    weekdays = replace(facts, rhythm=client("weekdays 19:00").rhythm)
    assert told(ahead(weekdays, 10)) == [
        "Mon 19 19:00 look",
        "Thu 22 19:00 look",
        "Mon 26 19:00 look",
        "Wed 28 19:00 look",
    ]


def test_daily_keeps_to_the_days_that_were_chosen() -> None:
    """A daily page comes on the days chosen, never on another, and says so."""
    facts = client("mon,wed 19:00", weekly=7, offers=(offer("look", "daily"),), since=MONDAY)
    assert told(ahead(facts)) == [
        "Mon 19 19:00 look",
        "Wed 21 19:00 look",
        "Mon 26 19:00 look",
        "Wed 28 19:00 look",
    ]
    assert ahead(facts).prompts[0].why == "every day; you chose 19:00"


def test_a_run_of_days_begins_when_the_coach_gives_it_and_ends() -> None:
    """Daily for four days: not by itself, then on the days after it was given, and no longer."""
    page = offer("four", "daily for 4 days")
    facts = client("daily 19:00", weekly=7, offers=(page,), since=MONDAY - timedelta(days=30))
    assert told(ahead(facts)) == []
    chosen = replace(facts, begun=(came("four", MONDAY - timedelta(hours=3)),))
    assert told(ahead(chosen)) == []
    given = replace(facts, begun=(came("four", MONDAY - timedelta(hours=5), "assigned:3"),))
    assert told(ahead(given)) == ["Mon 19 19:00 four", "Tue 20 19:00 four", "Wed 21 19:00 four"]
    begun = (*given.begun, came("four", utc("2026-10-19T17:00"), "every:four:2026-10-19"))
    later = replace(given, begun=begun, changed=utc("2026-10-19T18:00"))
    assert told(ahead(later)) == ["Tue 20 19:00 four", "Wed 21 19:00 four"]


def test_once_after_joining_comes_once() -> None:
    """Three days after joining, at the next hour chosen; not again, and not for who joined long ago."""
    page = offer("how", "once, 3 days after joining")
    facts = client("mon,wed,fri 19:00", offers=(page,), since=MONDAY)
    found = ahead(facts, 60)
    assert told(found, "once") == ["Fri 23 19:00 how"]
    assert found.prompts[0].why == "some days after you began here; you chose 19:00"
    done = replace(facts, begun=(came("how", found.prompts[0].at, found.prompts[0].occasion),))
    assert told(ahead(done, 60), "once") == []
    assert told(ahead(replace(facts, since=MONDAY - timedelta(days=90)), 60), "once") == []


def test_a_programme_goes_on_from_page_to_page() -> None:
    """Each page comes so long after the one before was answered; one that nobody answered leads no further."""
    pages = (offer("two", "3 days after one"), offer("three", "a week after two"))
    facts = client("mon,wed,fri 19:00", offers=pages, begun=(came("one", MONDAY, "assigned:1"),))
    found = ahead(facts, 30)
    assert told(found, "follows") == ["Fri 23 19:00 two"]
    assert found.prompts[0].why == "it goes on from what you answered on 19 October; you chose 19:00"
    second = came("two", found.prompts[0].at, found.prompts[0].occasion)
    assert told(ahead(replace(facts, begun=(*facts.begun, second)), 30), "follows") == ["Fri 30 19:00 three"]
    silent = replace(facts, begun=(came("one", MONDAY, state="unanswered"),))
    assert told(ahead(silent, 30), "follows") == []


def test_the_record_tells_what_each_hung_on() -> None:
    """Names of occasions give their kind back, also where a script is called like another kind."""
    assert kind_of("every:after:2026-10-19") == "every"
    assert kind_of("once:before:2026-10-19") == "once"
    assert kind_of("follows:moved:2026-10-19T190000") == "follows"
    assert kind_of("on:last:2026-W43") == "weekly"
    assert kind_of("session:1:2026-10-20:check:every") == "sessions"
