"""Half a day before something goes to the coach, its client sees it, and can change it, add to it, or send it."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from whole import CLIENT, COACH, Whole, sharing, whole_bot

from bot.core.base.line import line
from bot.core.digest.section import DigestSection, SectionItem
from bot.i18n import texts
from bot.people import advance_copy
from bot.store import due, export

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LOOK = datetime(
    2026, 11, 24, 20, 59, tzinfo=UTC
)  # twelve hours before the brief it would be six in the morning
BRIEF = datetime(2026, 11, 25, 17, 0, tzinfo=UTC)
FIRST, LATER = "This goes to Dana on ", "This goes to Dana too, on "


def _before_a_session(made: Whole) -> None:
    sharing(made)
    made.say(COACH, "/session Ada 2026-11-26 15:00")
    made.tap(COACH, "Once")


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A client who shares; on Thursday there is a session, whose brief comes on Wednesday at six."""
    with whole_bot(tmp_path, start=MONDAY, practice=_before_a_session) as made:
        yield made


def looks(whole: Whole, chat: int = CLIENT) -> list[str]:
    return [one for one in whole.sim.texts(chat) if one.startswith((FIRST, LATER))]


def briefs(whole: Whole) -> list[str]:
    signs = ("Before your session with", "added this since", "would like you to read this")
    return [one for one in whole.sim.texts(COACH) if any(sign in one for sign in signs)]


def quoted(text: str, *words: str) -> list[str]:
    return [one for one in words if one in text]


def test_what_goes_is_seen_before_and_goes_as_it_was_seen(whole: Whole) -> None:
    """At the last waking minute before the twelve hours, under the same headings; leaving it changes nothing."""
    whole.say(CLIENT, "the lake at six")
    whole.until(LOOK - timedelta(minutes=1))
    assert looks(whole) == []
    whole.until(LOOK + timedelta(minutes=1))
    (seen,) = looks(whole)
    assert "Wed 25 Nov, 17:00 (Lisbon)" in seen
    whole.until(BRIEF + timedelta(minutes=1))
    (brief,) = briefs(whole)
    body = seen.split("What you chose to share.")[1].split("Nothing needs doing.")[0].strip()
    assert "the lake at six" in body
    assert "In your own words" in body and "their own" not in body  # it is said to its writer
    assert body.replace("In your own words", "In their own words") in brief
    assert len(looks(whole)) == 1


def test_nothing_new_is_no_look(whole: Whole) -> None:
    """Who shared nothing new reads nothing, and neither does who passed."""
    whole.begin("look-back")
    whole.tap(CLIENT, "Pass")
    whole.tap(CLIENT, "Enough for now")
    whole.until(BRIEF + timedelta(minutes=1))
    assert looks(whole) == []


def test_one_answer_is_held_back_and_the_rest_goes(whole: Whole) -> None:
    """A tap under what goes opens a list of it; what is made private there stays listed, and does not go."""
    whole.say(CLIENT, "the lake at six")
    whole.pause(7200)
    whole.say(CLIENT, "what my brother said")
    whole.until(LOOK + timedelta(minutes=1))
    page = whole.tap(CLIENT, "Change or hold back")[-1]
    assert quoted(page, "the lake at six", "what my brother said") == [
        "the lake at six",
        "what my brother said",
    ]
    whole.tap(CLIENT, "1 👁")
    assert "1 🔒" in whole.sim.buttons(CLIENT)
    whole.until(BRIEF + timedelta(minutes=1))
    (brief,) = briefs(whole)
    assert quoted(brief, "the lake at six", "what my brother said") == ["the lake at six"]


def test_all_of_it_is_held_back_by_one_tap(whole: Whole) -> None:
    """Nothing of it goes, and each can be shared again from the list."""
    whole.say(CLIENT, "the lake at six")
    whole.pause(7200)
    whole.say(CLIENT, "what my brother said")
    whole.until(LOOK + timedelta(minutes=1))
    assert "nothing that you saw here goes to Dana now" in whole.tap(CLIENT, "Hold all of it back")[-1]
    whole.tap(CLIENT, "Change or hold back")
    whole.tap(CLIENT, "1 🔒")
    whole.until(BRIEF + timedelta(minutes=1))
    (brief,) = briefs(whole)
    assert quoted(brief, "the lake at six", "what my brother said") == ["what my brother said"]


def test_a_line_is_added_and_goes_along(whole: Whole) -> None:
    """It is asked for, kept as the client's own, and is not shown to them once more."""
    whole.say(CLIENT, "the lake at six")
    whole.until(LOOK + timedelta(minutes=1))
    whole.tap(CLIENT, "Add a line")
    assert whole.say(CLIENT, "please read that one first")[-1] == (
        "Kept. It goes along to Dana on Wed 25 Nov, 17:00 (Lisbon)."
    )
    whole.until(BRIEF + timedelta(minutes=1))
    assert len(looks(whole)) == 1
    assert "please read that one first" in briefs(whole)[0]
    assert "please read that one first" in str(whole.tx(lambda tx: export.client(tx, CLIENT)))


def test_a_line_without_a_look_is_shared_too(whole: Whole) -> None:
    """Added from /shared's neighbour before any look, it is shared as any other words; /shared has it."""
    latest = max(message.id for message in whole.sim.messages(CLIENT) if message.out)
    whole.sim.tap_data(CLIENT, latest, "m:addline")
    whole.pause()
    said = whole.say(CLIENT, "read this, please")[-1]
    assert said == "Kept, and shared with Dana. /shared says when it goes."
    assert "read this, please" in whole.say(CLIENT, "/shared")[-1]


def test_what_is_written_after_it_is_shown_alone_two_hours_before(whole: Whole) -> None:
    """Again, short: only what was added since; both then go in one brief."""
    whole.say(CLIENT, "the lake at six")
    whole.until(LOOK + timedelta(hours=14))
    whole.say(CLIENT, "a second thought")
    whole.until(BRIEF - timedelta(hours=1))
    _, again = looks(whole)
    assert again.startswith(LATER)
    assert quoted(again, "the lake at six", "a second thought") == ["a second thought"]
    whole.until(BRIEF + timedelta(minutes=1))
    (brief,) = briefs(whole)
    assert quoted(brief, "the lake at six", "a second thought") == ["the lake at six", "a second thought"]


def test_what_is_added_after_the_brief_is_seen_and_in_ones_hands_for_half_an_hour(whole: Whole) -> None:
    """Ten minutes after the last word it is shown alone; held back then it never goes, left it goes as said."""
    whole.say(CLIENT, "the lake at six")
    whole.until(BRIEF + timedelta(minutes=1))
    whole.say(CLIENT, "a second thought")
    whole.until(BRIEF + timedelta(minutes=20))
    seen = looks(whole)[-1]
    assert seen.startswith(LATER)
    assert quoted(seen, "the lake at six", "a second thought") == ["a second thought"]
    goes = re.search(r"on Wed 25 Nov, (\d\d:\d\d)", seen)
    assert goes is not None
    at = datetime.fromisoformat(f"2026-11-25T{goes[1]}+00:00")
    assert at - BRIEF >= timedelta(minutes=40)
    assert f"Wed 25 Nov, {goes[1]}" in whole.say(CLIENT, "/shared")[-1]
    whole.until(at - timedelta(minutes=1))
    assert len(briefs(whole)) == 1
    whole.until(at + timedelta(minutes=1))
    assert "a second thought" in briefs(whole)[1]
    whole.say(CLIENT, "what my brother said")
    whole.until(at + timedelta(minutes=20))
    whole.tap(CLIENT, "Change or hold back")
    whole.tap(CLIENT, "1 👁")
    whole.until(BRIEF + timedelta(hours=12))
    assert len(looks(whole)) == 3
    assert len(briefs(whole)) == 2


def test_what_is_shared_late_is_seen_before_it_goes(whole: Whole) -> None:
    """A private answer of before the brief, shared after it, does not go the moment it is shared."""
    whole.say(CLIENT, "the lake at six")
    whole.say(CLIENT, "/answers")
    whole.tap(CLIENT, "1 👁")
    whole.until(BRIEF + timedelta(hours=1))
    whole.say(CLIENT, "/answers")
    whole.tap(CLIENT, "1 🔒")
    whole.until(BRIEF + timedelta(hours=1, minutes=20))
    assert len(looks(whole)) == 1
    assert briefs(whole) == []
    whole.until(BRIEF + timedelta(hours=1, minutes=50))
    assert len(briefs(whole)) == 1


def test_in_the_night_what_was_just_written_is_shown_to_its_writer_alone(whole: Whole) -> None:
    """Written at eleven it waits for the coach's morning; its writer sees it once their own night is over."""
    whole.say(CLIENT, "the lake at six")
    whole.until(BRIEF + timedelta(hours=6))
    whole.say(CLIENT, "a second thought")
    whole.until(BRIEF + timedelta(hours=14, minutes=30))
    assert (len(looks(whole)), len(briefs(whole))) == (1, 1)
    whole.until(BRIEF + timedelta(hours=15, minutes=5))
    assert (len(looks(whole)), len(briefs(whole))) == (2, 1)
    whole.until(BRIEF + timedelta(hours=15, minutes=40))
    assert "a second thought" in briefs(whole)[1]


def test_it_is_sent_at_once(whole: Whole) -> None:
    """The client's tap sends it before its time, and nothing goes twice."""
    whole.say(CLIENT, "the lake at six")
    whole.until(LOOK + timedelta(minutes=1))
    assert "It is on its way to Dana" in whole.tap(CLIENT, "Send it now")[-1]
    whole.until(BRIEF + timedelta(minutes=30))
    assert "\n".join(whole.sim.texts(COACH)).count("the lake at six") == 1


def test_it_can_be_waived_and_wanted_again(whole: Whole) -> None:
    """Under the look and in the menu; what holds is said, and nothing of it is due any more."""
    whole.say(CLIENT, "the lake at six")
    whole.say(CLIENT, "/menu")
    assert "Half a day before" in whole.tap(CLIENT, "See it before it goes")[-1]
    assert "is not shown to you before" in whole.tap(CLIENT, "Not before each time")[-1]
    assert whole.tx(lambda tx: due.get(tx, f"preview:{CLIENT}")) is None
    whole.until(BRIEF + timedelta(minutes=1))
    assert looks(whole) == []
    assert "the lake at six" in briefs(whole)[0]
    assert "is not shown to you before" in whole.say(CLIENT, "/beforehand")[-1]
    assert "Half a day before" in whole.tap(CLIENT, "Show it before it goes")[-1]
    assert whole.tx(lambda tx: due.get(tx, f"preview:{CLIENT}")) is not None


def sits(whole: Whole) -> None:
    """Ten minutes of silence, chosen."""
    whole.say(CLIENT, "/sitting_with_it")
    whole.tap(CLIENT, next(one for one in whole.sim.buttons(CLIENT) if "10" in one))


def test_it_never_breaks_into_a_silence(whole: Whole) -> None:
    """Who is in a chosen silence at that minute sees it when the talk rests, and not in the night."""
    whole.say(CLIENT, "the lake at six")
    whole.until(LOOK - timedelta(minutes=3))
    sits(whole)
    whole.until(BRIEF - timedelta(hours=9, minutes=4))  # three minutes to eight
    assert looks(whole) == []
    sits(whole)
    whole.until(BRIEF - timedelta(hours=8, minutes=53))
    assert looks(whole) == []
    whole.until(BRIEF - timedelta(hours=7, minutes=45))
    (seen,) = looks(whole)
    assert seen.startswith(FIRST)


def test_nobody_elses_words_are_in_the_list_of_what_goes(whole: Whole) -> None:
    """The list has own answers alone, and a forged number of another client's changes nothing."""
    whole.say(CLIENT, "kept between us")
    whole.pause(60)
    (one,) = whole.responses()
    other = CLIENT + 1
    whole.with_client(other, "Ben", "Berlin")
    whole.say(other, "mine alone")
    whole.pause(60)
    latest = max(message.id for message in whole.sim.messages(other) if message.out)
    for act in ("going", f"toggle:{one.id}:private:0:going:", f"entry:{one.id}:0:going:"):
        whole.sim.tap_data(other, latest, f"m:{act}")
        whole.pause(5)
    read = "\n".join(whole.sim.texts(other))
    assert "What goes to your coach, and has not yet: 1" in read
    assert "kept between us" not in read
    assert whole.responses()[0] == one


@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_what_goes_is_said_to_its_writer_and_not_about_them(language: str) -> None:
    """No line of it names its reader or says "their", in any language; what is for the coach alone is left out."""
    each = (
        line("{client} would like you to understand:", client="Ada"),
        line("{client} might bring:", client="Ada"),
        line("You understood “{words}”. {client}: not quite.", words="w", client="Ada"),
        line("You understood “{words}”. {client}: partly.", words="w", client="Ada"),
        line("You understood “{words}”. {client}: yes.", words="w", client="Ada"),
        line("A line of their own"),
        line("A question to you"),
        line(
            "“{title}” was twice not for {client} and does not come by itself now. /assign offers another one, "
            "/ask a question of your own.",
            title="w",
            client="Ada",
        ),
    )
    about = DigestSection("words", line("In their own words"), tuple(SectionItem(one) for one in each))
    mine = advance_copy.to_its_writer(about, "Dana")
    t = texts(language)
    said = [t.line(mine.title), *(t.line(one.line) for one in mine.items if one.line)]
    assert len(said) == 9 and not set(said) & {t.line(about.title), *map(t.line, each)}
    assert not [one for one in said if "Ada" in one or "/a" in one or "their" in one]


def test_what_waits_to_be_opened_is_not_shown_again_each_week(tmp_path: Path) -> None:
    """Where the week is one message and nobody opens it, its client sees what goes once, not every Sunday."""

    def practice(made: Whole) -> None:
        sharing(made)
        made.say(COACH, "/weekly one message")
        made.tap(COACH, "One message")

    with whole_bot(tmp_path, start=MONDAY, practice=practice) as whole:
        whole.say(CLIENT, "the lake at six")
        whole.until(MONDAY + timedelta(days=21))
        assert len(looks(whole)) == 1
        whole.say(CLIENT, "the hill at seven")
        whole.until(MONDAY + timedelta(days=28))
        assert len(looks(whole)) == 2
        assert "the hill at seven" in looks(whole)[-1]


def test_another_day_of_the_digest_is_said_anew(tmp_path: Path) -> None:
    """Whoever read when something goes reads the new day; whoever read nothing of it reads nothing."""
    with whole_bot(tmp_path, start=MONDAY, practice=sharing) as whole:
        whole.say(CLIENT, "the lake at six")
        whole.say(COACH, "/weekly")
        whole.tap(COACH, "Day")
        whole.tap(COACH, "Wednesday")
        whole.pause(60)
        assert not any("and not on" in one for one in whole.sim.texts(CLIENT))
        whole.until(datetime(2026, 11, 25, 12, 0, tzinfo=UTC))
        assert len(looks(whole)) == 1
        whole.tap(COACH, "Day")
        whole.tap(COACH, "Friday")
        whole.pause(60)
        said = whole.sim.texts(CLIENT)[-1]
        assert said.startswith("What goes to Dana goes on Fri 27 Nov") and "and not on Wed 25 Nov" in said


def test_whoever_is_elsewhere_reads_the_hours_by_the_new_clock(whole: Whole) -> None:
    """The session and the hour that was said are named again where the client is now; in one zone nothing is."""
    whole.say(CLIENT, "the lake at six")
    whole.until(LOOK + timedelta(minutes=1))
    whole.say(CLIENT, "/place")
    said = whole.say(CLIENT, "Berlin")
    said = said if any("What goes" in one for one in said) else whole.tap(CLIENT, "Yes")
    assert said[-1] == (
        "Next session: Thu 26 Nov, 15:00 (Berlin)\nWhat goes to Dana goes on Wed 25 Nov, 18:00 (Berlin)."
    )
