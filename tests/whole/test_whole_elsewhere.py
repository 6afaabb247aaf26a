"""Words from elsewhere in a page: the practice's, a coach's for one client, an earlier answer."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from small import WEEK, seconds, small_bot
from whole import CLIENT, COACH, Whole

from bot.people import elsewhere, reconcile, reflecting
from bot.people.turn import Turn
from bot.store import blanks, export, people, response_writes, responses, scripts, unsaid
from bot.store.db import Tx

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
HEAD = WEEK.split("# word")[0].replace("length: 2", "length: 1")
LATER = (
    HEAD
    + """# since
{% if earlier.week.word %}{{ earlier.week.word }}{% else %}Nothing earlier.{% endif %}
{% if client.dog %}Greet {{ client.dog }}.{% endif %}
{% if practice.phone %}Call {{ practice.phone }}.{% endif %}

What has become of it, if you like to say?

→ again if 2nd time or later
→ close

# again
Once more.

→ close

# close
That is all for today.
"""
)
SAID = "I said it out loud and nobody laughed at me in the whole long meeting"
QUOTED = "“I said it out loud and nobody laughed at me in the …”"


@pytest.fixture
def whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Whole]:
    """A bot with a coach and a client who shares, and a page that quotes."""
    with small_bot(tmp_path, start=MONDAY) as made:
        publish = partial(
            scripts.publish, script="later", language="en", source=LATER, author="x", now=MONDAY
        )
        made.tx(publish)
        yield made


TURNS = count(-10_000, -1)


def begin(whole: Whole, script: str, occasion: str = "demand:week") -> None:
    """A reflection begins with the client, as a turn of its own."""

    def begun(tx: Tx) -> None:
        turn = Turn(tx, whole.clock.now(), next(TURNS), whole.house.config, "bot")
        assert reflecting.begin(turn, me(tx), script, occasion)
        reconcile.after(turn, CLIENT)

    whole.tx(begun)
    whole.house.ring()
    whole.pause()


def me(tx: Tx) -> people.Client:
    found = people.client(tx, CLIENT)
    assert found is not None
    return found


def answered(whole: Whole, words: str) -> None:
    begin(whole, "week")
    whole.say(CLIENT, words)
    seconds(whole, 65)
    whole.tap(CLIENT, "Enough for now")


def read(whole: Whole, occasion: str = "demand:later") -> str:
    """The page as the client reads it."""
    begin(whole, "later", occasion)
    return str(next(one for one in reversed(whole.sim.texts(CLIENT)) if "What has become" in one))


def test_an_earlier_answer_is_given_back_with_its_day_and_where_from(whole: Whole) -> None:
    """The first twelve words as they were written; where there are none the page says something else."""
    assert "Nothing earlier." in read(whole)
    answered(whole, SAID)
    seconds(whole, 86400)
    assert f"On Mon 23 Nov you wrote {QUOTED} (“The week”)." in read(whole, "demand:two")


@pytest.mark.parametrize("words", ["I want to kill myself", "hm", "🙂"])
def test_what_may_need_a_person_or_is_no_words_is_never_given_back(whole: Whole, words: str) -> None:
    """Such an answer is passed over, and the one before it is given back."""
    answered(whole, SAID)
    begin(whole, "week", "demand:again")
    whole.say(CLIENT, words)
    seconds(whole, 65)
    assert QUOTED in read(whole, "demand:two")


def test_a_private_answer_is_not_given_back(whole: Whole) -> None:
    """What the client keeps private stands in no later page."""
    answered(whole, SAID)
    kept = next(one for one in whole.responses() if one.texts)
    whole.tx(lambda tx: response_writes.set_visibility(tx, kept.id, "private"))
    assert "Nothing earlier." in read(whole)


def test_a_deleted_answer_is_gone_from_the_page_that_quoted_it(whole: Whole) -> None:
    """Neither the talk nor a kept prompt gives it back any longer."""
    answered(whole, SAID)
    assert QUOTED in read(whole)
    whole.say(CLIENT, "It grew.")
    seconds(whole, 65)
    kept = next(one for one in whole.responses() if one.texts and one.texts[0].words == SAID)
    whole.tx(lambda tx: unsaid.answer(tx, kept))
    left = whole.tx(partial(export.client, client_id=CLIENT))
    assert "nobody laughed" not in str(left)


def test_a_coach_fills_a_blank_for_one_client(whole: Whole) -> None:
    """It is shown back, stands in the next page, is in the client's export, and can be taken away."""
    whole.say(COACH, "/words Ada dog: Bella & Max")
    assert "client.dog: Bella & Max" in whole.sim.texts(COACH)[-1]
    assert "Greet Bella & Max." in read(whole)
    assert whole.tx(partial(export.client, client_id=CLIENT))["client_words"] == {"dog": "Bella & Max"}
    for wrong in ("/words Ada Hünd: x", "/words Ada dog:", f"/words Ada dog: {'x' * 201}"):
        whole.say(COACH, wrong)
        assert "small letters" in whole.sim.texts(COACH)[-1]
    whole.say(COACH, "/words Ada")
    whole.tap(COACH, "Take away dog")
    assert "Nothing is filled in for Ada." in whole.sim.texts(COACH)[-1]
    for number in range(20):
        whole.tx(lambda tx, n=number: blanks.put(tx, CLIENT, f"n{n}", "x", MONDAY))
    whole.say(COACH, "/words Ada more: x")
    assert "take one away first" in whole.sim.texts(COACH)[-1]


def test_how_many_times_a_page_came_leads_it(whole: Whole) -> None:
    """The second time goes another way than the first."""
    for time, more in (("one", False), ("two", True)):
        read(whole, f"demand:{time}")
        whole.say(CLIENT, "It grew a bit.")
        seconds(whole, 65)
        assert ("Once more." in whole.sim.texts(CLIENT)[-2:]) is more


def test_latest_answers_to_a_step_come_newest_first(whole: Whole) -> None:
    """At most five, the newest first."""
    for number in range(2):
        begin(whole, "week", f"demand:{number}")
        whole.say(CLIENT, f"Words number {number}")
        seconds(whole, 65)

    def found(tx: Tx) -> list[str]:
        return [one.texts[0].words for one in responses.latest_to(tx, CLIENT, "week", "word")]

    assert whole.tx(found) == ["Words number 1", "Words number 0"]


@pytest.mark.parametrize(
    ("language", "wrote"), [("en", "you wrote"), ("de", "hast du geschrieben"), ("ar", "كتبت")]
)
def test_an_example_of_an_earlier_answer_is_in_the_pages_language(language: str, wrote: str) -> None:
    """Who tries a German or Arabic page reads no English in it."""
    said = elsewhere.example(language, date(2026, 11, 23))
    assert wrote in said
    assert (language == "en") == ("earlier answer" in said)


@pytest.mark.parametrize(("before", "now", "told"), [("4", "2", True), ("5", "3", True), ("3", "2", False)])
def test_a_number_two_lower_than_the_last_time_is_answered_by_the_page(
    whole: Whole, before: str, now: str, told: bool
) -> None:
    """A page may say something where a rating fell; one that is the first, or fell by less, is as any other."""
    page = HEAD + (
        "# mood\nHow is it, if you like?\n\n- 1 to 5: low … high\n\n"
        "# close\n{% if lower.mood >= 2 %}It is lower.{% else %}Thank you for the number.{% endif %}\n"
    )
    whole.tx(partial(scripts.publish, script="fall", language="en", source=page, author="x", now=MONDAY))
    for at, number in enumerate((before, now)):
        begin(whole, "fall", f"demand:{at}")
        whole.tap(CLIENT, number)
        assert ("It is lower." in whole.sim.texts(CLIENT)[-1]) == (told and at == 1)
