"""A coach's questions and lists: whole lines, buttons that stay, one client told from another in every line."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from posting import OTHERS, WORDS, Post
from whole import COACH, Whole, two_clients, whole_bot

from bot.simulator import human
from bot.store import people

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
REGULA, BEN = 3000, 3001


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach in Berlin and two clients."""
    with whole_bot(tmp_path, start=MONDAY, practice=two_clients) as made:
        yield made


def last(whole: Whole) -> str:
    return whole.sim.texts(COACH)[-1]


def logged(whole: Whole) -> list[tuple[object, ...]]:
    return [tuple(row) for row in whole.tx(lambda tx: tx.db.execute(
        "SELECT client_id, minutes, repeat_weeks, until, mode FROM coaching_sessions ORDER BY id"
    ).fetchall())]  # fmt: skip


def renamed(whole: Whole, client: int, name: str) -> None:
    whole.tx(partial(people.rename_client, client_id=client, name=name))


# ---- questions ---------------------------------------------------------------------------------


def test_a_whole_line_answers_with_whom(whole: Whole) -> None:
    """With whom, when and how often may be answered at once, wherever the name stands in the line."""
    whole.say(COACH, "/session")
    assert last(whole) == "With whom?"
    said = whole.say(COACH, "Regula tomorrow 3pm every other week")
    assert said == ["With Regula:\nUnderstood: Tue 24 Nov, 15:00 (Berlin), every two weeks. Is that right?"]
    whole.say(COACH, "/cancel")
    whole.say(COACH, "/session")
    assert "With Ben:\nUnderstood: Tue 24 Nov, 15:00" in whole.say(COACH, "tomorrow 3pm with Ben")[-1]
    assert "With Regula:" in whole.say(COACH, "Regula wed 16:00")[-1]  # another than the question had in mind


def test_a_line_before_the_name_is_kept(whole: Whole) -> None:
    """What was written without a name is not asked for again once the name is said."""
    whole.say(COACH, "/session")
    assert whole.say(COACH, "tomorrow 3pm") == ["With whom?"]
    assert "With Ben:\nUnderstood: Tue 24 Nov, 15:00" in whole.say(COACH, "ben")[-1]


def test_a_whole_line_answers_how_often_and_to_when(whole: Whole) -> None:
    """The question whether it repeats takes length, end and mode as well; that of moving takes the name."""
    whole.say(COACH, "/session Regula 2026-11-25 15:00")
    said = whole.say(COACH, "every two weeks on zoom for 50 minutes until 31 January")[-1]
    assert said.startswith(
        "Logged: Regula, Wed 25 Nov, 15:00 (Berlin), every two weeks, 50 minutes, "
        "until Sun, 31 Jan 2027, by video."
    )
    assert logged(whole) == [(REGULA, 50, 2, "2027-01-31", "video")]
    whole.say(COACH, "/sessions")
    whole.tap(COACH, "Move 1")
    assert "Regula, Wed 25 Nov, 15:00 (Berlin): moved to when" in last(whole)
    assert "Fri 27 Nov, 16:30" in whole.say(COACH, "Regula to Friday half past four pm")[-1]
    assert "from Wed 25 Nov, 15:00 (Berlin) to Fri 27 Nov, 16:30 (Berlin)" in whole.tap(COACH, "Yes")[-1]


def test_a_whole_line_answers_about_the_last_day(whole: Whole) -> None:
    """The last day is taken with the name before it, also after it was asked with whom."""
    whole.say(COACH, "/ending")
    said = whole.say(COACH, "Regula 31 January 2027")[-1]
    assert said == (
        "The last day with Regula:\n"
        "Regula is told at once; sessions after that day go.\n"
        "Understood: Sun, 31 Jan 2027. Is that right?"
    )
    whole.tap(COACH, "Yes")
    whole.say(COACH, "/ending Regula")
    assert "2 Feb 2027" in whole.say(COACH, "Regula: 2 February 2027")[-1]
    whole.say(COACH, "/where")
    assert whole.say(COACH, "Regula") == ["Regula is asked."]


@pytest.mark.parametrize("kind", ["sticker", "photo"])
def test_a_question_asked_again_keeps_its_buttons(whole: Whole, kind: str) -> None:
    """What is no answer takes no button away: what was understood stands there again, with its yes."""
    whole.say(COACH, "/session Regula tomorrow 3pm")
    human.inject(whole.sim.core.state, (WORDS | OTHERS)[kind](Post(whole, COACH)))
    whole.pause()
    assert "Still open: The coaching session (Regula)." in last(whole)
    assert "Understood: Tue 24 Nov, 15:00 (Berlin). Is that right?" in last(whole)
    assert "Yes" in whole.sim.buttons(COACH)
    assert "some words" not in whole.say(COACH, "some words that say no day")[-1]
    assert whole.tap(COACH, "Yes")[-1].startswith("Logged: Regula, Tue 24 Nov, 15:00 (Berlin)")


def test_with_whom_is_asked_again_with_its_buttons(whole: Whole) -> None:
    """A line that names nobody leaves the names to tap."""
    whole.say(COACH, "/session")
    whole.say(COACH, "something else altogether")
    assert {"Regula", "Ben"} <= set(whole.sim.buttons(COACH))


def test_what_was_confirmed_is_kept(whole: Whole) -> None:
    """A yes keeps the coaching session; whether it repeats is asked after that, and may be left."""
    whole.say(COACH, "/session Regula tomorrow 3pm for 50 minutes by phone")
    said = whole.tap(COACH, "Yes")[-1]
    assert said == "Logged: Regula, Tue 24 Nov, 15:00 (Berlin), once, 50 minutes, by phone. Does it repeat?"
    whole.say(COACH, "/help")
    assert logged(whole) == [(REGULA, 50, 0, None, "phone")]
    whole.say(COACH, "/session Regula 2026-11-26 15:00")
    assert "The coaching session (Regula): left as it was." in whole.say(COACH, "/cancel")[-1]
    whole.say(COACH, "/session Regula 2026-11-27 15:00")
    whole.until(MONDAY + timedelta(hours=2))
    assert [row[0] for row in logged(whole)] == [REGULA] * 3


def test_another_hour_instead_of_the_one_that_was_logged(whole: Whole) -> None:
    """Another day and hour, said where it is asked whether it repeats, takes the place of the logged one."""
    whole.say(COACH, "/session Regula 2026-11-25 15:00")
    whole.say(COACH, "thursday 16:00 weekly")
    whole.tap(COACH, "Yes")
    assert logged(whole) == [(REGULA, 60, 1, None, "")]
    assert "Thu 26 Nov, 16:00" in whole.say(COACH, "/sessions")[-1]


# ---- lists -------------------------------------------------------------------------------------


def test_more_coaching_sessions_are_a_tap_away(whole: Whole) -> None:
    """Where there are more coaching sessions than are shown, that is said, and a button shows them."""
    whole.say(COACH, "/session Regula 2026-11-25 15:00 weekly until 2027-02-03")
    said = whole.say(COACH, "/sessions")[-1]
    assert said.count("Regula") == 8 and "3 more within a year." in said
    assert whole.tap(COACH, "Show more")[-1].splitlines()[0].startswith("9. Regula · Wed, 20 Jan 2027") or (
        "9. Regula" in last(whole) and "11. Regula" in last(whole)
    )
    assert "Show more" not in whole.sim.buttons(COACH)
    assert "Cancelled: Regula, Wed" in whole.tap(COACH, "Cancel 11")[-1]


def test_a_plan_of_one_client(whole: Whole) -> None:
    """/plan with a name shows that client alone, and says so where there is nobody of that name."""
    assert "Ben" not in whole.say(COACH, "/plan Regula")[-1]
    assert "Ben" in whole.say(COACH, "/plan")[-1]
    assert whole.say(COACH, "/plan Zoe")[-1] == "No client of that name. /clients shows who is with you."


# ---- who is who --------------------------------------------------------------------------------


def test_two_clients_of_one_name_are_told_apart_everywhere(whole: Whole) -> None:
    """Two of one name are never called the same: in lists, buttons, sentences and digests."""
    whole.until(MONDAY + timedelta(days=1))
    whole.with_client(3002, "ben")
    one, two = "Ben (since 23 Nov)", "ben (since 24 Nov)"
    shown = whole.say(COACH, "/clients")[-1]
    assert f"{one} · active" in shown and f"{two} · active" in shown
    whole.say(COACH, "/session Ben 2026-11-26 15:00")
    assert set(whole.sim.buttons(COACH)) >= {one, two}
    assert whole.tap(COACH, two)[-1].startswith(f"Logged: {two}, Thu")
    whole.tap(COACH, "Once")
    assert f"1. {two} · Thu" in whole.say(COACH, "/sessions")[-1]
    assert f"Cancelled: {two}, Thu" in whole.tap(COACH, "Cancel 1")[-1]
    plan = whole.say(COACH, "/plan Ben")[-1]
    assert one in plan and two in plan
    before = len(whole.sim.texts(COACH))
    whole.say(COACH, "/digest")
    told = "\n".join(whole.sim.texts(COACH)[before:])
    assert one in told and two in told


def test_who_joined_on_one_day_is_told_apart_by_the_hour(whole: Whole) -> None:
    """Where the day is the same as well, the hour tells two of one name apart."""
    whole.until(MONDAY + timedelta(hours=3))
    whole.with_client(3002, "Ben")
    shown = whole.say(COACH, "/clients")[-1]
    assert "Ben (since 23 Nov, 10:00) · active" in shown and "Ben (since 23 Nov, 13:00) · active" in shown


def test_a_name_forges_no_line(whole: Whole) -> None:
    """Line breaks and turning signs in a name make no line of their own, in no list."""
    renamed(whole, BEN, "Ben · active\nZoe\u2028Max\u202e")
    shown = whole.say(COACH, "/clients")[-1]
    assert shown.splitlines() == ["Regula · active", "Ben · active Zoe Max · active"]
    whole.say(COACH, "/session Ben 2026-11-26 15:00 once")
    assert not [text for text in whole.sim.texts(COACH) if "\nZoe" in text or "\u2028" in text]


def test_who_has_no_name_yet_is_called_so(whole: Whole) -> None:
    """Who gave no name is called by the coach's name for them, or by the day of joining, never by a number."""
    renamed(whole, BEN, "")
    assert "no name given yet (joined 23 Nov) · active" in whole.say(COACH, "/clients")[-1]
    whole.tx(partial(people.change_client, client_id=BEN, label="Tom"))
    assert "Tom · active" in whole.say(COACH, "/clients")[-1]


def test_a_digest_of_all_and_of_last_week(whole: Whole) -> None:
    """/digest all brings each client's; "last week" what was told in the last days once more, of all or of one."""
    nothing = "Nothing was told in the last seven days. /digest brings what is new."
    assert whole.say(COACH, "/digest last week") == [nothing]
    whole.say(REGULA, "a thought of mine")
    whole.say(BEN, "a thought of his")
    read = "\n".join(whole.say(COACH, "/digest all"))
    assert "a thought of mine" in read and "a thought of his" in read
    again = "\n".join(whole.say(COACH, "/digest last week"))
    assert again.count("Told before") == 2
    assert "a thought of mine" in again and "a thought of his" in again
    (one,) = whole.say(COACH, "/digest Ben letzte Woche")
    assert "a thought of his" in one
    whole.pause(8 * 86400)
    assert whole.say(COACH, "/digest Ben last week") == [nothing]


def test_a_digest_of_one_client_by_any_name(whole: Whole) -> None:
    """/digest takes a name as every other command does, also the coach's own for a client."""
    whole.tx(partial(people.change_client, client_id=BEN, label="Basel"))
    for name in ("ben", "Basel"):
        before = len(whole.sim.texts(COACH))
        whole.say(COACH, f"/digest {name}")
        told = "\n".join(whole.sim.texts(COACH)[before:])
        assert "Ben" in told and "Regula" not in told
    assert whole.say(COACH, "/digest Zoe") == ["No client of that name. /clients shows who is with you."]


def test_two_of_a_name_are_told_apart_in_headings_too(whole: Whole) -> None:
    """Who joined on the same day under the same name has the hour with the name, in the heading of a digest too."""
    for number in (7001, 7002):
        whole.with_client(number, "Anna")
        whole.say(number, "the garden")
        whole.pause(120)
    whole.say(COACH, "/digest all")
    whole.pause(60)
    heads = {
        one.split(" · ")[0]
        for one in whole.sim.texts(COACH)
        if " · " in one.splitlines()[0] and one.startswith("Anna (since")
    }
    assert len(heads) == 2 and all(one.endswith(")") for one in heads)
