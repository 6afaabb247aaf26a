"""The plan: what comes when, and why."""

from dataclasses import replace
from datetime import date, timedelta
from time import process_time
from typing import Any

import pytest
from someone import CHECK, LAST, MARKED, client, meetings, utc

from bot.core.base.line import line, lines
from bot.core.base.wall import UnknownZone
from bot.core.plan.backoff import ladder
from bot.core.plan.constraints import survey
from bot.core.plan.facts import Begun, Facts, Given, Mark, Offer, Pause
from bot.core.plan.frequency_cap import Limit, limit
from bot.core.plan.rhythm import parse_quiet, parse_rhythm
from bot.core.plan.schedule import Plan, plan
from bot.core.plan.settings import DEFAULTS
from bot.core.plan.slots import clock_of
from bot.core.plan.why import english
from bot.core.script.script import When
from bot.render.plan_text import SHIPPED

TUESDAYS = "2026-08-18 15:00 weekly"


def from_monday(facts: Facts, days: int = 14) -> Plan:
    """From Monday 19 October 2026 in Berlin, over the end of summer time on the 25th."""
    return plan(facts, utc("2026-10-18T22:00"), utc("2026-10-18T23:00") + timedelta(days=days))


def told(found: Plan) -> list[str]:
    """The plan in short: local time, kind."""
    return [f"{p.local:%a %d %H:%M} {p.kind}" for p in found.prompts]


def untold(found: Plan) -> dict[str, str]:
    """What is not planned: occasion -> the reason's code."""
    return {d.occasion: d.reason.code for d in found.dropped}


def whys(found: Plan) -> dict[str, str]:
    """Occasion -> sentence."""
    return {p.occasion: p.why for p in found.prompts}


# ---- coaching sessions -------------------------------------------------------------------------


def test_a_usual_fortnight() -> None:
    """Before, after and between sessions, at the same wall-clock time before and after a clock change."""
    facts = client(sessions=meetings(TUESDAYS))
    assert told(from_monday(facts)) == [
        "Mon 19 15:00 before",
        "Tue 20 19:00 after",
        "Thu 22 19:00 midway",
        "Mon 26 15:00 before",
        "Tue 27 19:00 after",
        "Thu 29 19:00 midway",
    ]


def test_each_prompt_says_why() -> None:
    """Every prompt knows why it comes, in a sentence for the person who gets it."""
    found = from_monday(client(sessions=meetings(TUESDAYS)), days=7)
    assert list(whys(found).values()) == [
        "24 hours before your session on 20 October",
        "3 hours after your session on 20 October",
        "midway between your sessions on 20 and 27 October; you chose 19:00",
    ]


def test_occasions_are_named_after_what_they_hang_on() -> None:
    """A name holds the session's row and its first date, or the week, never an hour or a script."""
    found = from_monday(client(sessions=meetings(TUESDAYS)), days=7)
    assert list(whys(found)) == [
        "session:1:2026-10-20:before",
        "session:1:2026-10-20:after",
        "session:1:2026-10-20:midway",
    ]


def test_an_evening_session_is_followed_at_the_next_hour_chosen() -> None:
    """When three hours after a session is night, the reflection waits for the next picked hour."""
    found = from_monday(client("mon,wed 12:30", sessions=meetings("2026-08-18 19:00 weekly")), days=4)
    assert "Wed 21 12:30 after" in told(found)
    assert whys(found)["session:1:2026-10-20:after"] == "after your session on 20 October; you chose 12:30"


def test_an_afternoon_session_with_an_early_night_is_followed_early_that_evening() -> None:
    """When three hours after is quiet but half past six is not, and far enough, it comes at half past six."""
    facts = client(sessions=meetings("2026-08-18 14:30 weekly"), quiet=parse_quiet("18:45-08:00"))
    facts = replace(facts, rhythm=parse_rhythm("mon 12:30"))
    facts = replace(facts, offers=(Offer("after-session", When("after", hours=4)),))
    assert told(from_monday(facts, days=4)) == ["Tue 20 18:30 after"]
    assert list(whys(from_monday(facts, days=4)).values()) == ["after your session on 20 October"]


def test_a_monday_morning_session_is_prepared_on_friday() -> None:
    """A prompt before a session comes earlier rather than on an unpicked weekend or too close."""
    found = from_monday(client("fri 12:30", sessions=meetings("2026-08-17 10:00 weekly")), days=7)
    assert whys(found)["session:1:2026-10-26:before"] == "before your session on 26 October; you chose 12:30"
    assert "Fri 23 12:30 before" in told(found)


def test_a_weekend_is_used_if_picked() -> None:
    """A picked Sunday is a day like others; an unpicked one is kept free."""
    monday = meetings("2026-08-17 12:00 weekly")
    assert "Sun 25 12:00 before" in told(from_monday(client("sun 12:30", sessions=monday), days=8))
    assert "Sun 25 12:00 before" not in told(from_monday(client("fri 12:30", sessions=monday), days=8))


def test_a_cancelled_session_takes_everything_with_it() -> None:
    """Nothing hangs on a cancelled session; the week counts as one without a session."""
    facts = client(sessions=meetings(f"{TUESDAYS} not 2026-10-20"))
    assert told(from_monday(facts, days=7)) == ["Mon 19 19:00 midway", "Thu 22 19:00 gap"]


def test_a_moved_session_keeps_its_name() -> None:
    """What was begun before a session does not come again when the session is moved."""
    sessions = meetings(TUESDAYS)
    begun = (Begun("session:1:2026-10-20:before", utc("2026-10-19T13:00")),)
    moved = tuple(
        replace(s, starts=utc("2026-10-23T13:00"), moved_at=utc("2026-10-19T14:00"))
        if s.key == "1:2026-10-20"
        else s
        for s in sessions
    )
    found = from_monday(client(sessions=moved, begun=begun, changed=utc("2026-10-19T14:00")), days=7)
    assert "session:1:2026-10-20:before" not in whys(found)
    assert "Fri 23 19:00 after" in told(found)
    said = whys(found)["session:1:2026-10-20:moved"]
    assert said == "your session on 20 October was moved; you chose 19:00"


def test_check_ins_after_sessions_3_and_5_and_every_fourth() -> None:
    """A check-in follows the sessions it names and then every so many, and is not asked again too soon."""
    facts = client(sessions=meetings("2026-10-20 15:00 weekly", held=2), offers=(*SHIPPED, CHECK))
    found = plan(facts, utc("2026-10-19T00:00"), utc("2027-02-10T00:00"))
    days = [f"{p.local:%d %b}" for p in found.prompts if p.kind == "sessions"]
    # After 3 on 20 October, after 5 once three weeks have passed, after 9 and 13.
    assert days == ["22 Oct", "12 Nov", "03 Dec", "31 Dec", "28 Jan"]


def test_the_first_sessions_are_light() -> None:
    """Two a week until the fifth session; then the usual number, and the rhythm is asked about."""
    facts = client(sessions=meetings("2026-10-20 15:00 weekly", held=0), offers=SHIPPED)
    found = plan(facts, utc("2026-10-19T00:00"), utc("2026-11-30T00:00"))
    weeks = [p.local.isocalendar().week for p in found.prompts]
    assert [weeks.count(week) for week in range(43, 49)] == [2, 2, 2, 2, 3, 3]
    assert whys(found)["rhythm:first-sessions"] == "the first sessions are behind you; you chose 19:00"
    assert untold(found)["session:1:2026-10-20:midway"] == "week-light"


def test_the_first_weeks_are_light_where_no_session_is_logged() -> None:
    """A week stands for each of the first sessions; then the usual number, and the rhythm is asked about."""
    facts = client("mon,wed,fri 19:00", since=utc("2026-10-19T00:00"), held=0, offers=SHIPPED)
    found = plan(facts, utc("2026-10-19T00:00"), utc("2026-12-06T00:00"))
    weeks = [p.local.isocalendar().week for p in found.prompts]
    assert [weeks.count(week) for week in range(43, 50)] == [2, 2, 2, 2, 2, 3, 3]
    assert whys(found)["rhythm:first-weeks"] == "the first weeks are behind you; you chose 19:00"
    assert "at the beginning the week is light, with 2" in {one.why for one in found.dropped}


@pytest.mark.parametrize(
    ("changes", "until"),
    [
        ({"held": 0}, date(2026, 11, 13)),
        ({"held": 3}, date(2026, 10, 23)),
        ({"held": 5}, date(2026, 10, 9)),
        ({"held": 0, "light": False}, date.min),
        ({"held": 0, "sessions": meetings("2026-10-20 15:00", held=0)}, date.max),
    ],
)
def test_sessions_held_elsewhere_shorten_the_first_weeks(changes: dict[str, Any], until: date) -> None:
    """What was held before counts, an own number leaves it, and one logged session counts instead of weeks."""
    facts = client(**changes)
    assert survey(facts, clock_of(facts), ladder(()), DEFAULTS).light_until == until
    asked = "rhythm:first-weeks" in whys(plan(facts, facts.since, utc("2026-12-31T00:00")))
    assert asked == (facts.light and facts.held < 5 and not facts.sessions)


def test_what_hangs_on_the_rhythm_alone_gives_way() -> None:
    """A check-in beside before and after fills the week's three: the mid-week prompt lapses, a mark still comes."""
    offers = (*SHIPPED, CHECK, MARKED)
    facts = client("wed,thu 19:00", sessions=meetings(TUESDAYS, held=3), offers=offers)
    week = ["Mon 19 15:00 before", "Tue 20 19:00 after", "Wed 21 19:00 sessions"]
    assert told(from_monday(facts, days=7)) == week
    assert untold(from_monday(facts, days=7))["session:1:2026-10-20:midway"] == "week-default"
    marked = replace(facts, marks=(Mark(1, utc("2026-10-20T10:00")),))
    assert told(from_monday(marked, days=7)) == [*week, "Fri 23 19:00 mark"]


def test_the_lighter_plan_ends_with_the_fifth_session() -> None:
    """The fifth session's day is still light, the next is not; then an own number counts alone."""
    facts = client(sessions=meetings("2026-10-20 15:00 weekly", held=4))
    ground = survey(facts, clock_of(facts), ladder(()), DEFAULTS)
    assert limit(ground, date(2026, 10, 20)) == Limit(2, 2, "light")
    assert limit(ground, date(2026, 10, 21)) == Limit(3, 4, "default")
    own = survey(replace(facts, weekly=6), clock_of(facts), ladder(()), DEFAULTS)
    assert limit(own, date(2026, 10, 20)) == Limit(2, 2, "light")
    assert limit(own, date(2026, 10, 21)) == Limit(6, 6, "own")


def test_the_lighter_plan_can_be_left() -> None:
    """A client who does not want the lighter plan has the usual one from the start."""
    facts = client(sessions=meetings("2026-10-20 15:00 weekly", held=0), offers=SHIPPED, light=False)
    assert len(from_monday(facts, days=7).prompts) == 3


def test_the_ending_fades_and_has_its_own_scripts() -> None:
    """Towards an ending it comes twice, then once a week, after the last sessions by their own scripts."""
    ending = (LAST, Offer("ending-next", When("last", count=1)))
    facts = client(sessions=meetings(TUESDAYS), ending=date(2026, 11, 17), offers=(*SHIPPED, *ending))
    found = plan(facts, utc("2026-10-12T00:00"), utc("2026-12-31T00:00"))
    weeks = [p.local.isocalendar().week for p in found.prompts]
    assert [weeks.count(week) for week in range(42, 49)] == [2, 2, 2, 1, 1, 1, 0]
    lasts = [p.script for p in found.prompts if p.kind == "last"]
    assert lasts == ["ending-well", "ending-well", "ending-next"]
    assert untold(found)["week:2026-W48:1"] == "ended"


def test_the_last_session_of_all_is_followed_even_late_in_the_day() -> None:
    """A last session in the evening of the last day has its script in the days after; nothing else comes then."""
    sessions = meetings("2026-10-20 18:00 weekly until 2026-11-17")
    facts = client(sessions=sessions, ending=date(2026, 11, 17), offers=(*SHIPPED, LAST))
    found = plan(facts, utc("2026-11-17T00:00"), utc("2026-12-31T00:00"))
    assert told(found) == ["Thu 19 19:00 last"]


def test_after_the_ending_only_if_agreed() -> None:
    """Four and twelve weeks after the ending, for those who said yes; nobody else is written to."""
    facts = client(sessions=meetings(f"{TUESDAYS} until 2026-10-20"), ending=date(2026, 10, 20))
    span = utc("2026-10-22T00:00"), utc("2027-03-01T00:00")
    assert plan(facts, *span).prompts == ()
    agreed = plan(replace(facts, follow_up=True), *span)
    assert told(agreed) == ["Thu 19 19:00 ending", "Thu 14 19:00 ending"]
    assert list(whys(agreed)) == ["ending:2026-10-10:+28", "ending:2026-10-10:+84"]
    assert agreed.prompts[0].why == "you agreed to it after the ending on 20 October; you chose 19:00"


# ---- between -----------------------------------------------------------------------------------


def test_without_a_session_the_picked_days_come() -> None:
    """A week without a session has a look back on its last picked day, and the other picked days."""
    found = from_monday(client("mon,wed,fri 12:30"), days=7)
    assert told(found) == ["Mon 19 12:30 weekly", "Wed 21 12:30 weekly", "Fri 23 12:30 gap"]
    assert list(whys(found).values())[-1] == "a week without a session; you chose 12:30"


def test_another_choice_of_days_repeats_nothing() -> None:
    """A week's days are counted, so that who moves Monday to Tuesday is not written to twice."""
    begun = (Begun("week:2026-W43:1", utc("2026-10-19T17:00")),)
    facts = client("tue,fri 19:00", begun=begun, changed=utc("2026-10-20T08:00"), offers=SHIPPED)
    assert told(from_monday(facts, days=7)) == ["Fri 23 19:00 gap"]


def test_one_session_alone_is_followed_some_days_later() -> None:
    """When the next session is not known, the mid-week prompt comes some days after the last one."""
    facts = client("fri,sat 12:30", sessions=meetings("2026-10-20 15:00"))
    said = whys(from_monday(facts))["session:1:2026-10-20:midway"]
    assert said == "some days after your session on 20 October; you chose 12:30"


def test_scripts_for_picked_days_take_turns() -> None:
    """Several scripts for the same occasion come in turn, the one that came longest ago first."""
    weekly = (Offer("gratitude", When("weekly")), Offer("values", When("weekly")))
    found = from_monday(client("mon,wed 19:00", offers=weekly))
    assert [p.script for p in found.prompts] == ["gratitude", "values", "gratitude", "values"]
    came = (Begun("demand:1", utc("2026-10-16T10:00"), "gratitude"),)
    found = from_monday(client("mon,wed 19:00", offers=weekly, begun=came))
    assert [p.script for p in found.prompts] == ["values", "gratitude", "values", "gratitude"]


def test_no_script_is_starved_by_the_days_that_others_take() -> None:
    """Three weekly pages with room for one a week: each comes as often as the others."""
    weekly = tuple(Offer(name, When("weekly")) for name in ("gratitude", "people", "values"))
    facts = client(
        "mon,wed,fri 19:00", weekly=1, sessions=meetings("2026-08-17 15:00 every 2 weeks"), offers=weekly
    )
    found = plan(facts, utc("2026-10-18T22:00"), utc("2027-02-21T22:00"))
    counts = [sum(p.script == offer.script for p in found.prompts) for offer in weekly]
    assert min(counts) >= 5
    assert max(counts) - min(counts) <= 1


def test_a_mark_is_come_back_to_on_the_day() -> None:
    """Three, fourteen and forty-two days after a mark, on those very days."""
    facts = client("mon 12:30", marks=(Mark(7, utc("2026-10-20T09:00")),), offers=(MARKED,))
    found = plan(facts, utc("2026-10-19T00:00"), utc("2026-12-02T00:00"))
    assert told(found) == ["Fri 23 12:30 mark", "Tue 03 12:30 mark", "Tue 01 12:30 mark"]
    assert list(whys(found)) == ["mark:7:+3", "mark:7:+14", "mark:7:+42"]
    assert found.prompts[0].why == "some days after the moment you marked on 20 October"


def test_a_mark_on_a_weekend_day_waits() -> None:
    """A day that is kept free is not used for a mark; the next hour is."""
    facts = client("mon 12:30", marks=(Mark(7, utc("2026-10-21T09:00")),), offers=(MARKED,))
    assert told(from_monday(facts)) == ["Mon 26 12:30 mark"]


def test_a_script_may_be_for_one_kind_of_mark() -> None:
    """A script that follows marks of one kind up is not used for others."""
    thanks = replace(MARKED, mark="thanks")
    facts = client("mon 12:30", marks=(Mark(7, utc("2026-10-20T09:00")),), offers=(thanks,))
    assert told(from_monday(facts)) == []


def test_the_rhythm_is_asked_about_after_eight_weeks() -> None:
    """Every eight weeks there is one question about the rhythm."""
    facts = client("mon,thu 19:00", offers=SHIPPED)
    found = plan(facts, utc("2026-10-19T00:00"), utc("2027-01-01T00:00"))
    asks = [f"{p.local:%d %b} {p.occasion}" for p in found.prompts if p.kind == "ask-rhythm"]
    assert asks == ["07 Dec rhythm:2026-10-10:1"]


# ---- what stands in the way --------------------------------------------------------------------


def test_the_number_a_client_chose_is_kept() -> None:
    """One a week for who chose one, seven for who chose seven; unasked never more than four."""
    every_day = client("daily 19:00", offers=SHIPPED)
    assert [len(from_monday(replace(every_day, weekly=n), days=7).prompts) for n in (None, 1, 5, 7)] == [
        4,
        1,
        5,
        7,
    ]
    assert "week-own" in untold(from_monday(replace(every_day, weekly=1), days=7)).values()
    assert "week-default" in untold(from_monday(every_day, days=7)).values()


def test_a_pause_is_silent_and_nothing_is_made_up_for() -> None:
    """Nothing in a pause, and after it the usual rhythm."""
    pause = Pause(utc("2026-10-19T08:00"), utc("2026-10-26T08:00"))
    facts = client("mon,thu 19:00", pauses=(pause,))
    assert told(from_monday(facts)) == ["Mon 26 19:00 weekly", "Thu 29 19:00 gap"]
    assert set(untold(from_monday(facts, days=6)).values()) == {"paused"}


def test_a_rough_day_is_quiet_for_three_days() -> None:
    """After a rough day nothing comes for three days, or until the client says."""
    rough = Pause(utc("2026-10-19T08:00"), rough=True)
    assert told(from_monday(client("daily 19:00", pauses=(rough,)), days=5))[0] == "Thu 22 19:00 weekly"
    over = replace(rough, ends=utc("2026-10-20T08:00"))
    assert told(from_monday(client("daily 19:00", pauses=(over,)), days=5))[0] == "Tue 20 19:00 weekly"
    assert "rough-day" in untold(from_monday(client("mon 19:00", pauses=(rough,)), days=1)).values()


def test_a_free_day_is_free() -> None:
    """Nothing comes on a holiday."""
    facts = client("mon,thu 19:00", holidays=(date(2026, 10, 19),))
    assert told(from_monday(facts, days=7)) == ["Thu 22 19:00 gap"]


def test_an_hour_in_the_quiet_hours_is_not_used() -> None:
    """An hour that cannot be kept is said, not moved to another day."""
    assert set(untold(from_monday(client("mon 22:00"), days=7)).values()) == {"no-hour"}


def test_level_3_needs_three_things() -> None:
    """A script of level 3 comes from session 6 on, with a good pulse and the client's own yes."""
    deep = (Offer("values", When("weekly"), intensity=3),)
    sessions = meetings("2026-08-18 15:00 weekly")
    ready = client("mon,thu 19:00", offers=deep, sessions=sessions, challenge=True, pulse=3)
    assert len(from_monday(ready, days=7).prompts) == 2
    for lacking in (
        replace(ready, challenge=False),
        replace(ready, pulse=2),
        replace(ready, pulse=None),
        replace(ready, sessions=meetings("2026-10-13 15:00 weekly", held=4)),
    ):
        assert set(untold(from_monday(lacking, days=5)).values()) == {"level"}


def test_topics_left_out_and_long_scripts() -> None:
    """A script with a topic the client left out is not begun, nor one too long for a sitting."""
    offers = (Offer("body", When("weekly"), tags=("body focus",)), Offer("long", When("gap"), turns=9))
    found = from_monday(client("mon,thu 19:00", offers=offers, avoid=frozenset({"body focus"})), days=7)
    assert untold(found) == {
        "week:2026-W43:1": "avoid",
        "week:2026-W43:2": "avoid",
        "week:2026-W43:look-back": "long",
    }
    assert untold(from_monday(client(offers=(Offer("x", When("gap"), avoid=("long text",)),)), days=7)) == {}


def test_an_unknown_zone_is_named() -> None:
    """A zone that does not exist is an error that says so."""
    with pytest.raises(UnknownZone, match="Mars/Base"):
        from_monday(client(zone="Mars/Base"))


# ---- silence -----------------------------------------------------------------------------------


def unanswered(*days: str) -> tuple[Begun, ...]:
    return tuple(Begun(f"week:{day}", utc(f"2026-{day}T17:00"), "", "unanswered") for day in days)


def test_the_ladder_down_and_the_one_question() -> None:
    """Fewer a week the longer it stays quiet, then one question, then silence until the client writes."""
    facts = client(
        "mon,wed,fri 19:00", changed=utc("2026-10-18T22:00"), offers=SHIPPED, heard=utc("2026-09-20T00:00")
    )
    two = replace(facts, begun=unanswered("10-05", "10-09"))
    assert len(from_monday(two, days=7).prompts) == 2
    four = replace(facts, begun=unanswered("10-01", "10-05", "10-07", "10-09"))
    assert len(from_monday(four, days=7).prompts) == 1
    six = replace(facts, begun=unanswered("09-28", "09-30", "10-02", "10-05", "10-07", "10-12"))
    found = from_monday(six)
    assert told(found) == ["Mon 19 19:00 ask-rhythm"]
    assert found.prompts[0].why == "it has been quiet since 20 September; you chose 19:00"
    assert untold(found)["week:2026-W43:2"] == "silent"
    assert from_monday(replace(six, heard=utc("2026-10-18T20:00")), days=7).prompts[0].kind == "weekly"


def test_three_weeks_without_a_word_are_enough_for_the_question() -> None:
    """One prompt without an answer for three weeks leads to the question too; a pause starts the days anew."""
    facts = client("mon,thu 19:00", begun=unanswered("10-01"), heard=utc("2026-09-30T00:00"))
    assert "Thu 22 19:00 ask-rhythm" in told(from_monday(facts))
    paused = replace(facts, pauses=(Pause(utc("2026-10-02T00:00"), utc("2026-10-12T00:00")),))
    assert "ask-rhythm" not in {p.kind for p in from_monday(paused).prompts}


def test_no_session_ends_the_silence() -> None:
    """After the question, silence until a word comes: a series of sessions brings no message."""
    ask = Begun("ask:2026-10-10T08:00", utc("2026-10-15T17:00"), "", "open")
    facts = client(
        "mon,thu 19:00", sessions=meetings(TUESDAYS), begun=(ask,), changed=utc("2026-10-18T22:00")
    )
    assert told(from_monday(facts, days=63)) == []
    assert set(untold(from_monday(facts)).values()) == {"silent"}
    assert "Tue 20 19:00 after" in told(from_monday(replace(facts, heard=utc("2026-10-19T10:00"))))


# ---- the same minute for everyone, and not ------------------------------------------------------


def test_nine_o_clock_is_no_wall() -> None:
    """Each client's prompts come the same few minutes later, never earlier, and clients differ."""
    found = [from_monday(client("mon 19:00", seed=seed), days=2).prompts[0].local for seed in range(1, 101)]
    minutes = [(at.hour - 19) * 60 + at.minute for at in found]
    assert min(minutes) == 0
    assert max(minutes) in (4, 5)
    assert len(set(found)) > 80
    assert from_monday(client("mon 19:00"), days=2).prompts[0].local.minute == 0


def test_the_spread_never_runs_into_the_quiet_hours() -> None:
    """An hour just before the quiet hours stays exactly there rather than run into them."""
    found = [from_monday(client("mon 20:59", seed=seed), days=2).prompts[0].local for seed in range(1, 40)]
    assert all((at.hour, at.minute) == (20, 59) for at in found)


def test_a_mid_week_prompt_may_wander() -> None:
    """For who likes that, the mid-week prompt comes up to an hour earlier or later, always the same for a week."""
    facts = client(sessions=meetings(TUESDAYS), vary=60, seed=5)
    found = [
        p.local
        for p in plan(facts, utc("2026-10-01T00:00"), utc("2027-01-01T00:00")).prompts
        if p.kind == "midway"
    ]
    off = [(at.hour - 19) * 60 + at.minute for at in found]
    assert min(off) < -10
    assert max(off) > 10
    assert all(-60 <= n <= 65 for n in off)


def test_what_was_dropped_takes_no_room_and_is_not_made_up_for() -> None:
    """A prompt that could not be sent leaves its day free, but nothing moves into its hour."""
    dropped = Begun("session:1:2026-10-20:before", utc("2026-10-19T18:00"), "", "dropped")
    found = from_monday(client(sessions=meetings(TUESDAYS), begun=(dropped,)), days=7)
    assert told(found) == ["Tue 20 19:00 after", "Thu 22 19:00 midway"]


def test_a_fortnight_costs_little() -> None:
    """Planning two weeks of a busy client takes a few milliseconds (with much to spare when lines are counted)."""
    facts = client("weekdays 19:00", sessions=meetings(TUESDAYS), seed=7)
    took = []
    for _ in range(5):
        start = process_time()
        from_monday(facts)
        took.append(process_time() - start)
    assert min(took) < 0.1


def test_reasons_are_put_into_english() -> None:
    """Dates, pairs of dates, instants, lines within lines and plurals read well without the interface."""
    days = (date(2026, 3, 3), date(2026, 3, 10))
    assert english(line("on {days}", days=days)) == "on 3 and 10 March"
    assert english(line("on {days}", days=(*days, date(2027, 1, 7)))) == "on 3, 10 March and 7 January"
    assert english(line("by {at}", at=utc("2026-03-03T19:05"))) == "by 3 March, 19:05"
    assert english(line("so {what}", what=line("it is"))) == "so it is"
    assert english(line("{names}", names=("a",))) == "a"
    assert [english(lines("an hour", "{n} hours", n)) for n in (1, 2)] == ["an hour", "2 hours"]


def test_what_a_client_began_is_outside_the_budget() -> None:
    """A reflection on demand takes nothing from the week."""
    own = tuple(Begun(f"demand:{n}", utc(f"2026-10-19T1{n}:00")) for n in range(8))
    assert len(from_monday(client(sessions=meetings(TUESDAYS), begun=own), days=7).prompts) == 3


def test_a_session_that_was_moved_keeps_its_questions_in_a_full_week() -> None:
    """Moved to tomorrow, it has its question before and after, though the week has its number already."""
    begun = tuple(
        Begun(f"weekly:{day}", utc(f"2026-10-{day}T17:00"), "answered") for day in ("17", "18", "19")
    )
    (session,) = meetings("2026-10-22 15:00")
    full = client(sessions=(session,), begun=begun, weekly=3)
    moved = replace(full, sessions=(replace(session, moved_at=utc("2026-10-20T20:00")),))
    kinds = ["before", "after"]
    assert not [one for one in from_monday(full, 5).prompts if one.kind in kinds]
    assert [one.kind for one in from_monday(moved, 5).prompts if one.kind in kinds] == kinds


def test_a_check_in_takes_nothing_from_what_lies_around_the_sessions() -> None:
    """In the lighter weeks too every session has its question before and after; the check-in comes besides."""
    facts = client("mon,wed,fri 19:00", sessions=meetings("2026-10-06 15:00 weekly", held=0))
    found = plan(facts, utc("2026-10-11T22:00"), utc("2026-11-08T23:00"))
    kinds = [one.kind for one in found.prompts]
    assert kinds.count("before") == kinds.count("after") == 4
    assert "sessions" in kinds
    assert not [one for one in found.dropped if one.kind in ("before", "after", "sessions")]


def test_what_the_coach_gave_comes_at_the_next_hour_in_the_lighter_weeks_too() -> None:
    """Weekly sessions fill the lighter week by themselves; what the coach gave comes all the same."""
    said = line("{coach} chose it; you chose {at}", coach="Dana")
    gave = Given(1, utc("2026-10-14T08:00"), "stuck", said)
    facts = client("mon,wed,fri 19:00", sessions=meetings("2026-10-06 15:00 weekly", held=0), given=(gave,))
    found = plan(facts, utc("2026-10-14T08:00"), utc("2026-11-08T23:00"))
    (one,) = [one for one in found.prompts if one.kind == "assigned"]
    assert f"{one.local:%a %d %H:%M}" == "Wed 14 19:00"
