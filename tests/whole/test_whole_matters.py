"""A coach's free words: done where they are plain, else the nearest three things, never kept in silence."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from whole import CLIENT, COACH, Whole, whole_bot


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A coach who meets Ada on Wednesday, and has read nothing of what she shares."""
    with whole_bot(tmp_path, practice=_practice) as made:
        yield made


def _practice(whole: Whole) -> None:
    whole.with_coach()
    whole.with_client(CLIENT, "Ada")
    whole.say(COACH, "/session Ada 2026-11-25 15:00 once")


def told(whole: Whole) -> None:
    """Something that Ada shares has reached the coach."""
    whole.say(CLIENT, "I sleep badly, and the garden helps")
    whole.say(COACH, "what did Ada write?")


def test_thanks_and_words_in_free_speech_are_for_what_was_shared(whole: Whole) -> None:
    """ "Thank Ada" thanks for what came last; other words are shown back; with nothing shared, neither goes."""
    assert whole.say(COACH, "thank Ada")[-1].startswith("Nothing that Ada shared has reached you yet")
    whole.say(CLIENT, "I sleep badly, and the garden helps")
    assert "I sleep badly" in whole.say(COACH, "thank Ada")[-1]  # it comes first
    assert whole.say(COACH, "thank you Ada")[-1].startswith("It goes to Ada in a minute")
    assert whole.say(COACH, "tell Ada I am running late") == [
        "Ada will read:\n\nFrom Dana:\nI am running late"
    ]
    whole.tap(COACH, "Do not send")
    assert whole.say(COACH, "write to Ada")[-1].startswith("What do you write to Ada?")


def test_what_stands_behind_reply_to_is_a_draft_whatever_it_says(whole: Whole) -> None:
    """A reply that thanks, names an hour or a session is shown back word for word, and nothing else is done."""
    told(whole)
    for words in (
        *("That is a step. What made it possible?", "Thank you. Then see you Monday", "Thanks for that"),
        *("I will call you at 6", "we must move Monday to 11", "I am away next week"),
    ):
        for way in ("reply to Ada: ", "Reply Ada: "):
            assert whole.say(COACH, way + words) == [f"Ada will read:\n\nFrom Dana:\n{words}"]
            whole.tap(COACH, "Do not send")
    assert whole.say(COACH, "thank Ada and ask how her boss reacted")[-1].startswith(
        "What do you write to Ada?"
    )


@pytest.mark.parametrize(
    ("words", "done"),
    [
        ("who has not answered?", "Nobody has been quiet for long."),
        ("next sessions", "Ada · Wed 25 Nov"),
        ("who is waiting?", "Your clients"),
        ("how is Ada?", "Ada · active"),
        ("wer hat nicht geantwortet?", "Nobody has been quiet for long."),
    ],
)
@pytest.mark.parametrize("draft", ["reply to Ada: That was a long week", "ask Ada: what helped this week?"])
def test_an_order_beside_a_draft_is_done_and_the_draft_stays(
    whole: Whole, words: str, done: str, draft: str
) -> None:
    """What can only be an order is done, and the draft is open still, with its buttons; a yes then sends it."""
    told(whole)
    whole.say(COACH, draft)
    first, *_, last = whole.say(COACH, words)
    assert done in first
    assert last.startswith("Still open: ") and draft.split(": ")[1] in last
    assert whole.say(COACH, "yes")[-1].startswith(
        ("It goes to Ada in a minute", "Ada: your question is set.")
    )


def test_an_order_that_asks_something_itself_keeps_the_draft_in_the_chat(whole: Whole) -> None:
    """Where a session is offered to be moved, the draft stands below it, word for word, and went nowhere."""
    told(whole)
    whole.say(COACH, "reply to Ada: That was a long week")
    said = whole.say(COACH, "move wednesday to 16:00")
    assert any("Wed 25 Nov" in one for one in said)
    assert "went nowhere:\nThat was a long week" in said[-1]


def test_words_that_may_be_for_the_client_are_asked_about(whole: Whole) -> None:
    """What speaks to somebody, or is no order, may be meant instead: both are shown, and nothing is done."""
    told(whole)
    for words in ("We move Wednesday to 4", "all", "See you Wednesday at 3", "Cancel what you do not need"):
        whole.say(COACH, "reply to Ada: That was a long week")
        assert words in whole.say(COACH, words)[-1]
        assert {"Send this instead", "Keep the draft"} <= set(whole.sim.buttons(COACH))
        whole.say(COACH, "/cancel")


def test_words_for_one_of_two_of_a_name_wait_until_it_is_said_for_whom(whole: Whole) -> None:
    """ "Reply to Ada: …" with two Adas asks which, and shows the words as that one will read them."""
    told(whole)
    whole.with_client(3001, "Ada")
    assert whole.say(COACH, "reply to Ada: That was a long week")[-1] == "Whom do you mean?"
    whole.tap(COACH, whole.sim.buttons(COACH)[0])
    assert whole.sim.texts(COACH)[-1] == "Ada will read:\n\nFrom Dana:\nThat was a long week".replace(
        "Ada", whole.sim.texts(COACH)[-1].split(" will read")[0]
    )


def test_words_for_a_client_are_never_lost(whole: Whole) -> None:
    """Where what they answer has not come yet it comes first; where nothing is shared, they stand in the chat."""
    said = whole.say(COACH, "reply to Ada: That was a long week")
    assert said[-1].endswith("It stands here, and went nowhere:\nThat was a long week")
    whole.say(CLIENT, "I sleep badly, and the garden helps")
    first, *_, last = whole.say(COACH, "reply to Ada: That was a long week")
    assert "I sleep badly" in first
    assert last == "Ada will read:\n\nFrom Dana:\nThat was a long week"


def test_read_in_free_speech_is_the_button(whole: Whole) -> None:
    """ "Tell Ada I read it" marks what waits as read, once, and Ada reads so at an hour that fits."""
    told(whole)
    assert whole.say(COACH, "tell Ada I read it")[0].startswith("Marked as read: what came of Ada up to ")
    assert whole.say(COACH, "I have read Ada's words")[-1] == "Nothing of Ada waits to be read."
    whole.pause(60 * 5)
    assert "Dana has read what reached them" in whole.sim.texts(CLIENT)[-1]


def test_a_reminder_stands_in_the_next_brief_once(whole: Whole) -> None:
    """The coach's own words wait for the brief before the session, can be taken back, and reach no client."""
    said = whole.say(COACH, "remind me to ask Ada about her sleep")[-1]
    assert said.startswith(
        "Noted: the brief before your session with Ada on Wed 25 Nov, 15:00 (Berlin) has it."
    )
    whole.say(COACH, "remind me to ask Ada about her brother")
    whole.tap(COACH, "Take it back")
    before = len(whole.sim.texts(COACH))
    whole.until(whole.clock.now() + timedelta(days=5))
    briefs = [text for text in whole.sim.texts(COACH)[before:] if "You wanted to ask about" in text]
    assert [one.count("Your own words: ask Ada about her sleep") for one in briefs] == [1]
    assert "brother" not in briefs[0]
    assert not [text for text in whole.sim.texts(CLIENT) if "about her sleep" in text]


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("is Ada still there?", "Ada · active"),
        ("stop questions for Ada", "Only Ada can pause or stop the questions."),
        ("keine Fragen mehr für Ada", "Only Ada can pause or stop the questions."),
        ("who is waiting?", "Your clients, "),
        ("wer hat geschrieben?", "Your clients, "),
        ("what's on this week?", "1. Ada · Wed 25 Nov"),
        ("Adas Ziele", "Goals with Ada"),
        ("ask Ada about her sleep", "What would you like to ask Ada?"),
        ("what did I say to Ada?", "Nothing of your own words went to Ada."),
        ("note on Ada: she is moving", "Kept for you alone, about Ada."),
        ("Ada can't make it on Wednesday", "Cancel Ada, Wed 25 Nov"),
        ("anything new from Ada?", "Ada · "),
        ("show me last week's digest of Ada", "Nothing was told in the last seven days."),
        ("show me last week's digest", "Nothing was told in the last seven days."),
        ("what is planned for Ada?", "Ada\n"),
        ("which scripts does Ada have?", "Which script, for Ada?"),
        ("archive Ada", "Ada is archived"),
        ("end the work with Ada", "Which is the last day with Ada?"),
        ("hand over Ada", "No other coach is here."),
        ("who are my clients?", "Ada · active"),
        ("invite Marie", "A link for one client"),
        ("I want the brief in the morning", "The next digest: "),
        ("turn off emails", "No e-mail is sent from here"),
        ("undo", "Taken back: "),
        ("yes", "Nothing is being asked."),
        ("who is next?", "1. Ada · Wed 25 Nov"),
        ("when did I last see Ada?", "Ada: no session logged here has begun yet. Next session: Wed 25 Nov"),
        ("who hasn't had a session in a while", "Ada: no session logged here has begun yet."),
        ("what happened last time with Ada", "Nothing was told in the last seven days."),
        ("I'm sick today", "1. Ada · Wed 25 Nov"),
        ("I'm running late for Ada", "1. Ada · Wed 25 Nov"),
        ("brief", "Ada · "),
        ("mark all as read", "Nothing waits to be read."),
        ("what can you do", "/invite – A link for one client"),
        ("who have I not heard from", "Nobody has been quiet for long."),
        ("digest on friday", "The next digest: Fri "),
        ("turn off the digest", "The next digest: Sun "),
        ("my notes on Ada", "No note of yours about Ada."),
        ("rename Ada to Adele", "What do you call Ada?"),
        ("Ada's link doesn't work", "No link is open."),
        ("ask Ada less often", "Only Ada can pause or stop the questions."),
        ("end Ada's series", "1. Ada · Wed 25 Nov"),
        ("Ada wants to move it to thursday", "Ada, Wed 25 Nov"),
        ("turn off stuck for Ada", "Ada: “When a thing stays where it is” is off."),
        ("cancel all sessions next week", "Cancel Ada, Wed 25 Nov"),
        ("I'm away next week", "Ada, does not take place"),
        ("give Ada the script stuck", "Ada: “When a thing stays where it is” is set, once."),
        ("Ada went for a walk", "Nothing is done with that here. About Ada there is:"),
        ("Ada wants to kill herself", "Nothing is done with that here. About Ada there is:"),
        ("the weather is nice today", "Nothing is done with that here. Perhaps one of these:"),
    ],
)
def test_plain_words_do_what_they_say(whole: Whole, words: str, answer: str) -> None:
    """A sentence as coaches write it brings what it asks for; what is not understood is told with what is near."""
    assert whole.say(COACH, words)[-1].startswith(answer)


def test_no_session_on_a_day_is_said(whole: Whole) -> None:
    """Asked for a day, that day's sessions come; on one without, that is said and the next ones follow."""
    none, ahead = whole.say(COACH, "who do I see today?")
    assert none == "No coaching session is logged for that day. The next ones:"
    assert ahead.startswith("1. Ada · Wed 25 Nov")
    assert len(whole.say(COACH, "who do I see on wednesday?")) == 1


def test_a_session_of_today_that_has_begun_is_not_denied(whole: Whole) -> None:
    """Asked for a day whose session is over, it says so, and that no other is on it."""
    whole.until(datetime(2026, 11, 25, 18, 0, tzinfo=UTC))
    over = whole.say(COACH, "what's on today?")[0]
    assert over.startswith("Ada, Wed 25 Nov, 15:00 (Berlin), has begun; it stays as it is.")
    assert whole.say(COACH, "when did I last see Ada?")[-1].startswith(
        "Ada: the last session logged here was on Wed 25 Nov, 15:00 (Berlin), number 1."
    )


def test_late_for_a_session_of_today_offers_to_move_it(whole: Whole) -> None:
    """Its client reads a session that is moved at once; on another day nothing is moved by it."""
    whole.until(datetime(2026, 11, 25, 12, 0, tzinfo=UTC))
    assert whole.say(COACH, "I'm running late")[-1].startswith(
        "Ada, Wed 25 Nov, 15:00 (Berlin): moved to when"
    )


def test_all_is_marked_as_read_in_words(whole: Whole) -> None:
    """ "Mark all as read" is the button under what each client told."""
    told(whole)
    assert whole.say(COACH, "mark all as read")[0].startswith("Marked as read: what came of Ada up to ")


def test_of_two_of_a_name_it_asks_which(whole: Whole) -> None:
    """Thanks and notes go to nobody by chance."""
    whole.with_client(CLIENT + 1, "Ada")
    assert whole.say(COACH, "thank Ada")[-1] == "Whom do you mean?"
