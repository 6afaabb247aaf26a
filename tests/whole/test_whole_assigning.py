"""A coach assigns a script once, or takes one off for a client; the client reads whose choice it was."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from clocked import MONDAY, WEEKLY, change, outcomes, place, plans, said, timed_bot
from whole import CLIENT, COACH, Whole

from bot.store import export, people

EVENING = MONDAY.replace(hour=19, minute=15)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """Ada's hours are Monday, Wednesday and Friday at 19:00 in Lisbon; Dana coaches from Berlin."""
    with timed_bot(tmp_path, scripts=(*WEEKLY, "stuck", "values")) as made:
        yield made


def last(whole: Whole, chat: int = COACH) -> str:
    return whole.sim.texts(chat)[-1]


def kinds(whole: Whole) -> list[str]:
    return [row.body["kind"] for row in plans(whole)]


def test_a_script_comes_once_at_the_next_hour_and_says_who_chose_it(whole: Whole) -> None:
    """What a coach assigns comes at the client's next chosen hour, once, and says that the coach chose it."""
    text = whole.say(COACH, "/assign Ada stuck")[-1]
    assert text.startswith("Ada: “When a thing stays where it is” is set, once.\n")
    assert "Mon 23 Nov, 20:0" in text and "can pass it" in text
    assert whole.sim.texts(CLIENT) == []
    assert "“When a thing stays where it is”, chosen by you" in whole.say(COACH, "/plan Ada")[-1]
    assert "Dana, your coach, chose it for you; you chose 19:00" in whole.say(CLIENT, "/why")[-1]
    whole.until(EVENING)
    came = said(whole)[-1]
    assert came.text.startswith("Dana chose this one for you.\n\nSome things stay where they are")
    assert f"{came.local:%a %H}" == "Mon 19"
    assert {"Pass", "Later", "Enough for now"} <= set(whole.sim.buttons(CLIENT))
    assert "Why the latest came: Dana, your coach, chose it" in whole.say(CLIENT, "/why")[-1]
    assert "assigned" not in kinds(whole)
    whole.tap(CLIENT, "Pass")
    assert not last(whole, CLIENT).startswith("Dana chose")


def test_it_is_taken_back_before_it_comes_and_not_after(whole: Whole) -> None:
    """Undo takes an assignment back before it comes, with the client's name; afterwards it says that it cannot."""
    whole.say(COACH, "/assign stuck")
    text = whole.tap(COACH, "Undo")[-1]
    assert text == (
        "Taken back: Ada: “When a thing stays where it is”, chosen by you.\nAda was not told of it."
    )
    whole.until(EVENING)
    assert not any("Dana chose" in one for one in whole.sim.texts(CLIENT))
    whole.say(COACH, "/assign Ada stuck")
    whole.until(EVENING + timedelta(days=2))
    assert any("Dana chose" in one for one in whole.sim.texts(CLIENT))
    assert "cannot be taken back any more" in whole.tap(COACH, "Undo")[-1]


def test_by_buttons_from_the_card(whole: Whole) -> None:
    """From the client's card a script is chosen by taps alone, and the card shows what was given."""
    whole.say(COACH, "/client Ada")
    assert "Scripts that are on:" in last(whole)
    whole.tap(COACH, "A script for them")
    assert whole.tap(COACH, "What you want to look after")[-1] == "“What you want to look after”, for Ada:"
    whole.tap(COACH, "Once, at their next hour")
    assert last(whole).startswith("Ada: “What you want to look after” is set, once.")
    whole.say(COACH, "/client Ada")
    assert "Given by you: “What you want to look after”, chosen by you" in last(whole)
    whole.tap(COACH, "Take back: “What you want to look after”, chosen by you")
    assert last(whole).startswith("Taken back: Ada: “What you want to look after”, chosen by you.")
    assert kinds(whole).count("assigned") == 0
    whole.say(COACH, "/assign Ada values")
    assert "was given in these seven days already" in whole.say(COACH, "/assign Ada values")[-1]


def test_what_came_cannot_be_taken_back_from_the_card(whole: Whole) -> None:
    """The card names what was given before and after it came; a tap too late says so and changes nothing."""
    whole.say(COACH, "/assign Ada stuck")
    before = whole.say(COACH, "/client Ada")[-1]
    whole.until(EVENING)
    assert whole.say(COACH, "/client Ada")[-1] == before
    label = "Take back: “When a thing stays where it is”, chosen by you"
    assert whole.tap(COACH, label)[-1].startswith("That cannot be taken back any more")


def test_what_is_off_does_not_come_and_on_brings_it_back(whole: Whole) -> None:
    """What the coach took off is not planned, stays with the client's own commands, and comes back by on."""
    assert "mid-week" in {row.body["script"] for row in plans(whole)} | {"mid-week"}
    whole.say(COACH, "/session Ada 2026-11-24 15:00 weekly")
    assert "mid-week" in {row.body["script"] for row in plans(whole)}
    text = whole.say(COACH, "/assign Ada off mid-week")[-1]
    assert (
        text.startswith("Ada: “") and "is off. It does not come by itself; they can still begin it." in text
    )
    assert "mid-week" not in {row.body["script"] for row in plans(whole)}
    assert whole.sim.texts(CLIENT) == []
    assert "Off, by you: " in whole.say(COACH, "/client Ada")[-1]
    assert "was off already" in whole.say(COACH, "/assign Ada mid-week off")[-1]
    whole.say(COACH, "/assign Ada on mid-week")
    assert "is on again" in last(whole)
    assert "mid-week" in {row.body["script"] for row in plans(whole)}
    whole.tap(COACH, "Undo")
    assert "mid-week" not in {row.body["script"] for row in plans(whole)}


@pytest.mark.parametrize(
    "given", [{"state": "paused"}, {"state": "stopped"}, {"away": True}], ids=["pause", "stop", "away"]
)
def test_nothing_of_a_coachs_comes_to_who_wants_nothing(whole: Whole, given: dict[str, object]) -> None:
    """In a pause, after a stop and while the bot cannot reach them it waits, and the coach reads that."""
    change(whole, **given)
    assert "Ada gets no questions now; it waits until they do." in whole.say(COACH, "/assign Ada stuck")[-1]
    whole.until(MONDAY + timedelta(days=10))
    assert not any("Dana chose" in one for one in whole.sim.texts(CLIENT))
    change(whole, state="active", away=False)
    whole.say(CLIENT, "here I am")
    whole.until(MONDAY + timedelta(days=16))
    assert any("Dana chose" in one for one in whole.sim.texts(CLIENT))


def test_it_takes_a_place_of_the_week_and_never_adds_one(whole: Whole) -> None:
    """Assignments keep within one a day and the week's number, whatever is assigned."""
    whole.tx(partial(people.set_rhythm, client_id=CLIENT, weekly=1))
    whole.say(COACH, "/assign Ada stuck")
    whole.say(COACH, "/assign Ada values")
    days = sorted(row.at.date() for row in plans(whole))
    assert kinds(whole).count("assigned") == 2
    assert all((two - one).days >= 7 for one, two in pairwise(days))


def test_what_could_not_come_at_its_hour_comes_at_the_next(whole: Whole) -> None:
    """After an outage over its hour it is not lost: it comes at the next hour, and only once."""
    whole.say(COACH, "/assign Ada stuck")
    whole.run(whole.bot.aclose())
    whole.clock.move(MONDAY + timedelta(days=1))
    whole.run(whole._start())
    whole.pause()
    assert not any("Dana chose" in one for one in whole.sim.texts(CLIENT))
    whole.until(MONDAY + timedelta(days=4))
    assert sum("Dana chose" in one for one in whole.sim.texts(CLIENT)) == 1
    assert [one for name, one in outcomes(whole).items() if name.startswith("assigned:")] == ["late", "sent"]


def test_at_most_three_are_given_in_a_week(whole: Whole) -> None:
    """A coach gives no more than three things to a client in a week; a fourth is refused with the way out."""
    for script in ("stuck", "values", "spark"):
        whole.say(COACH, f"/assign Ada {script}")
    assert "you gave 3 things in these seven days already" in whole.say(COACH, "/assign Ada repair")[-1]
    assert kinds(whole).count("assigned") == 3


def test_the_export_holds_what_was_given(whole: Whole) -> None:
    """A client's export names what their coach assigned and took off."""
    whole.say(COACH, "/assign Ada stuck")
    whole.say(COACH, "/assign Ada off spark")
    kept = whole.tx(partial(export.client, client_id=CLIENT))
    assert [one["script"] for one in kept["assignments"]] == ["stuck"] and kept["scripts_off"] == ["spark"]


def test_a_name_that_is_no_script_offers_those_there_are(whole: Whole) -> None:
    """A typo is understood; a name that no script has is said, with every script as a button."""
    assert "is set, once" in whole.say(COACH, "/assign Ada stukc")[-1]
    assert whole.say(COACH, "/assign Ada zzzz")[-1].startswith(
        "No script of Ada's language is called “zzzz”."
    )
    assert "What you want to look after" in whole.sim.buttons(COACH)


def test_what_hangs_on_something_is_not_given_once(whole: Whole) -> None:
    """A script about a moved session cannot come out of the blue; it can be on or off."""
    assert "comes only when there is a reason for it" in whole.say(COACH, "/assign Ada session-moved")[-1]
    assert kinds(whole).count("assigned") == 0
    whole.say(COACH, "/client Ada")
    whole.tap(COACH, "A script for them")
    whole.tap(COACH, "When a session is moved")
    assert "Off for them" in whole.sim.buttons(COACH) and "Once, at their next hour" not in whole.sim.buttons(
        COACH
    )


def test_what_is_not_there_in_the_clients_language_is_told_the_coach(whole: Whole) -> None:
    """A script that is not there in the client's language when its hour comes is told to the coach, by name."""
    whole.say(COACH, "/assign Ada stuck")
    change(whole, language="de")
    whole.until(EVENING)
    assert "What you gave to Ada could not come: it is not there in their language." in whole.sim.texts(COACH)
    assert not any("Dana" in one for one in whole.sim.texts(CLIENT))
    assert "Waits for their next hour" not in whole.say(COACH, "/client Ada")[-1]


def test_a_full_fortnight_is_said(whole: Whole) -> None:
    """Where no hour of the next two weeks is free, the coach reads that it waits."""
    for day in ("2026-11-25", "2026-11-27", "2026-11-30"):
        whole.say(COACH, f"/session Ada {day} 15:00 weekly")
    whole.until(EVENING)
    assert (
        "Ada has no free hour in the next two weeks; it waits for one."
        in whole.say(COACH, "/assign Ada spark")[-1]
    )


def test_what_was_twice_not_for_a_client_is_not_given_again(whole: Whole) -> None:
    """A client's own "not for me", twice, counts more than the coach's choice, until they begin it themselves."""
    for _ in range(2):
        whole.say(CLIENT, "/stuck")
        for _ in range(8):
            if "Not for me" in whole.sim.buttons(CLIENT):
                break
            whole.tap(CLIENT, "Pass" if "Pass" in whole.sim.buttons(CLIENT) else whole.sim.buttons(CLIENT)[0])
        whole.tap(CLIENT, "Not for me")
    assert "not for them, twice" in whole.say(COACH, "/assign Ada stuck")[-1]
    assert kinds(whole).count("assigned") == 0
    whole.say(COACH, "/assign Ada off stuck")
    assert "comes once they begin it themselves" in whole.say(COACH, "/assign Ada on stuck")[-1]
    whole.say(CLIENT, "/stuck")
    whole.tap(CLIENT, "Pass")
    assert "is set, once" in whole.say(COACH, "/assign Ada stuck")[-1]


def test_a_script_whose_topic_was_left_out_is_not_sent(whole: Whole) -> None:
    """The coach reads that a topic was left out, at once or when it was left out since; the client gets nothing."""
    whole.say(COACH, "/assign Ada values")
    whole.tx(partial(people.set_rhythm, client_id=CLIENT, avoid=["values", "change"]))
    assert whole.say(COACH, "/assign Ada stuck")[-1] == (
        "Ada left out a topic of “When a thing stays where it is”, so that it is not sent. "
        "They can still begin it themselves."
    )
    whole.until(EVENING)
    assert not any("Dana chose" in one for one in whole.sim.texts(CLIENT))
    assert "What you gave to Ada does not come: a topic of it was left out." in whole.sim.texts(COACH)
    assert "only that a topic was left out" in whole.say(CLIENT, "/topics")[-1]
    whole.until(EVENING + timedelta(days=7))
    assert not any("Dana chose" in one for one in whole.sim.texts(CLIENT))
    assert len([one for one in whole.sim.texts(COACH) if "does not come" in one]) == 1


def test_a_demanding_script_is_the_clients_own_choice(tmp_path: Path) -> None:
    """A script of level 3 comes to nobody by a coach's choice (B5)."""
    place(tmp_path / "prompts", "en", ("stuck",))
    page = tmp_path / "prompts" / "en" / "stuck.md"
    page.write_text(page.read_text().replace("intensity: 2", "intensity: 3"))
    with timed_bot(tmp_path, scripts=("spark",)) as whole:
        assert "asks a lot" in whole.say(COACH, "/assign Ada stuck")[-1]
        assert kinds(whole).count("assigned") == 0


def test_after_the_last_day_nothing_is_given(whole: Whole) -> None:
    """When the work together has ended, nothing can be given, and that is said."""
    change(whole, ending=(MONDAY - timedelta(days=3)).date())
    assert whole.say(COACH, "/assign Ada stuck")[-1] == "The work with Ada has ended; nothing comes any more."


def test_two_a_week_with_a_session_each_week_leave_room_for_it(whole: Whole) -> None:
    """Where before and after the session fill each week, what was assigned comes within two weeks all the same."""
    whole.tx(partial(people.set_rhythm, client_id=CLIENT, weekly=2))
    whole.say(COACH, "/session Ada 2026-11-24 15:00 weekly")
    whole.say(COACH, "/assign Ada stuck")
    whole.until(MONDAY + timedelta(days=14))
    assert [one for name, one in outcomes(whole).items() if name.startswith("assigned:")] == ["sent"]
