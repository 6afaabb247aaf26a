"""A coach answers from where they read: through Telegram, the loops and the database."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from small import rows
from whole import CLIENT, COACH, Whole, sharing, whole_bot

from bot.simulator import ChatMessage, human
from bot.store import export, people, replies

NIGHT = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A coach who has read a digest of a client who shares."""
    with whole_bot(tmp_path, sharing) as made:
        yield made


def digest(whole: Whole, *words: str) -> ChatMessage:
    """The client says these, some time apart, and the coach has their digest."""
    for said in words:
        whole.say(CLIENT, said)
        whole.pause(60)
    whole.say(COACH, "/digest Ada")
    whole.pause(5)
    return next(one for one in reversed(whole.sim.messages(COACH)) if "text" in one.body and one.out)


def said(whole: Whole, chat: int, after: timedelta = timedelta(minutes=2)) -> list[str]:
    """What the bot says in a chat within that time."""
    before = len(whole.sim.texts(chat))
    whole.until(whole.clock.now() + after)
    return whole.sim.texts(chat)[before:]


def test_read_is_told_to_the_client_once(whole: Whole) -> None:
    """A tap on Read brings the client one line, however often it is tapped, and only where something was told."""
    digest(whole, "the letter lay there")
    first = whole.tap(COACH, "Read")
    assert "Ada is told that you have read it" in first[-1]
    assert said(whole, CLIENT) == ["Dana has read what reached them from you up to Sat 21 Nov."]
    whole.say(COACH, "/digest Ada")
    whole.tap(COACH, "Read")
    assert said(whole, CLIENT) == []


def test_a_second_tap_on_read_says_since_when(whole: Whole) -> None:
    """Where a digest is shown once more and was read meanwhile, a tap says so, and so does its button."""
    digest(whole, "the letter lay there")
    whole.say(COACH, "/digest Ada")
    first, again = (one for one in whole.sim.messages(COACH)[-3:] if "reply_markup" in one.body)
    for one in (again, first, first):
        whole.sim.tap_data(COACH, one.id, "k:read:1")
        whole.pause(5)
    assert whole.sim.texts(COACH)[-2:] == ["Read · Sat 21 Nov, 13:01 (Berlin)"] * 2


def test_read_is_not_told_where_either_side_does_not_want_it(whole: Whole) -> None:
    """/weekly keeps it to the coach; the client's button ends the lines, and brings them back."""
    digest(whole, "the letter lay there")
    whole.tap(COACH, "Read")
    said(whole, CLIENT)
    assert "No line says any more when Dana has read." in whole.tap(CLIENT, "No such lines")[-1]
    digest(whole, "a second one")
    whole.tap(COACH, "Read")
    assert said(whole, CLIENT) == []
    whole.tap(CLIENT, "Say it again")
    whole.say(COACH, "/weekly")
    whole.tap(COACH, "Keep it to myself")
    assert "Your Read stays with you." in whole.sim.messages(COACH)[-1].body["text"]
    digest(whole, "a third one")
    whole.tap(COACH, "Read")
    assert said(whole, CLIENT) == []


def test_the_hour_that_a_coach_reads_says_nothing_of_a_talk(whole: Whole) -> None:
    """Who writes shortly before the quiet hours end makes what waits no later for the coach's eyes."""
    digest(whole, "the letter lay there")
    whole.until(datetime(2026, 11, 22, 7, 50, tzinfo=UTC))
    whole.say(CLIENT, "/rough_day")
    whole.say(CLIENT, "awake early")
    goes = whole.tap(COACH, "Thank")[-1]
    assert goes == "It goes to Ada on Sun 22 Nov, 09:00 (Berlin), unless something changes."
    whole.until(datetime(2026, 11, 22, 12, 0, tzinfo=UTC))
    assert "your thanks: went on Sun 22 Nov\n" in whole.say(COACH, "has Ada seen my thanks?")[-1]


def test_nothing_of_the_coachs_comes_at_night_in_a_pause_or_after_a_stop(whole: Whole) -> None:
    """Thanks at night come in the morning; in a pause or after a stop, once it is taken up again."""
    digest(whole, "the letter lay there")
    whole.until(NIGHT)
    goes = whole.tap(COACH, "Thank")[-1]
    assert goes == "It goes to Ada on Sun 22 Nov, 09:00 (Berlin), unless something changes."
    assert goes in whole.tap(COACH, "Thank")[-1]
    assert f"your thanks: {goes}" in whole.say(COACH, "did Ada get my thanks?")[-1]
    assert said(whole, CLIENT, timedelta(hours=6)) == []
    assert said(whole, CLIENT, timedelta(hours=4)) == ["From Dana: thank you for what you shared."]
    digest(whole, "another one")
    whole.say(CLIENT, "/stop")
    whole.tap(CLIENT, whole.sim.buttons(CLIENT)[0])
    whole.tap(COACH, "Thank")
    assert "Ada has stopped everything. It waits" in whole.sim.texts(COACH)[-1]
    assert said(whole, CLIENT, timedelta(days=2)) == []
    back = whole.say(CLIENT, "/start") + said(whole, CLIENT)
    assert back.count("From Dana: thank you for what you shared.") == 1


def test_nothing_of_the_coachs_comes_into_a_silence_or_a_talk(whole: Whole) -> None:
    """A chosen silence stays silent, and who is just answering a question is left to it."""
    digest(whole, "the letter lay there")
    whole.begin("sitting-with-it")
    whole.tap(CLIENT, whole.sim.buttons(CLIENT)[0])
    whole.tap(COACH, "Thank")
    assert said(whole, CLIENT, timedelta(minutes=1, seconds=50)) == []
    thanks = "From Dana: thank you for what you shared."
    later = said(whole, CLIENT, timedelta(hours=1))
    assert later[-1] == thanks
    whole.begin("mid-week", "demand:2")
    whole.tap(CLIENT, whole.sim.buttons(CLIENT)[0])
    digest(whole)
    whole.tap(COACH, "Thank")
    assert thanks not in said(whole, CLIENT, timedelta(minutes=12))


def test_thanks_go_once_and_can_be_taken_back(whole: Whole) -> None:
    """A second tap says that it is done; within the minute nobody sees it, later it leaves the chat."""
    digest(whole, "the letter lay there")
    assert "It goes to Ada in a minute" in whole.tap(COACH, "Thank")[-1]
    assert "given already" in whole.tap(COACH, "Thank")[-1]
    assert "Ada does not get it" in whole.tap(COACH, "Take it back")[-1]
    assert said(whole, CLIENT) == []
    whole.tap(COACH, "Thank")
    assert len(said(whole, CLIENT)) == 1
    assert "It may have been read before." in whole.tap(COACH, "Take it back")[-1]
    whole.pause(5)
    assert "thank you" not in whole.sim.messages(CLIENT)[-1].body["text"]
    assert "There is nothing to take back." in whole.tap(COACH, "Take it back")[-1]


def test_in_a_pause_the_coach_reads_that_it_waits(whole: Whole) -> None:
    """That a client is paused is said, until when is theirs; it goes after that."""
    digest(whole, "the letter lay there")
    whole.say(CLIENT, "/pause 3 days")
    whole.tap(CLIENT, "Yes")
    assert "Ada is paused. It waits" in whole.tap(COACH, "Thank")[-1]
    assert said(whole, CLIENT, timedelta(days=2)) == []
    assert "From Dana: thank you for what you shared." in said(whole, CLIENT, timedelta(days=1))


def test_nothing_a_coach_reads_says_when_a_pause_ends(whole: Whole) -> None:
    """Days off that lie ahead, and a pause of now: no day of what comes after them stands in any answer."""
    whole.say(CLIENT, "/pause 2026-11-23 2026-12-03")
    whole.say(COACH, "/assign Ada stuck")
    said = whole.sim.texts(COACH)[-1]
    assert "at an hour that fits them" in said
    assert "Dec" not in said
    digest(whole, "the letter lay there")
    assert "Dec" not in whole.say(COACH, "/plan Ada")[-1]
    whole.until(datetime(2026, 11, 25, 12, 0, tzinfo=UTC))
    whole.say(COACH, "/ask Ada what helped today?")
    assert "Ada is paused. It waits" in whole.tap(COACH, "Yes, ask it")[-1]
    assert whole.say(COACH, "/plan Ada")[-1].startswith("Ada\npaused\n")


def test_takeback_takes_back_what_was_given(whole: Whole) -> None:
    """Thanks, words and what was put down to ask: unseen before it went, out of the chat after, and said so."""
    digest(whole, "the letter lay there")
    whole.tap(COACH, "Thank")
    assert whole.say(COACH, "/takeback")[-1] == "Taken back: Ada: your thanks.\nAda does not get it."
    assert said(whole, CLIENT) == []
    whole.tap(COACH, "Reply")
    whole.say(COACH, "I felt that")
    whole.tap(COACH, "Send")
    assert said(whole, CLIENT) == ["From Dana:\nI felt that"]
    assert whole.say(COACH, "/takeback")[-1] == (
        "Taken back: Ada: your words, “I felt that”.\n"
        "It had gone, and leaves the chat with Ada now. It may have been read before."
    )
    whole.tap(COACH, "Ask when we meet")
    assert "Taken off the list" in whole.say(COACH, "/takeback")[-1]
    whole.tap(COACH, "Thank")
    whole.tap(COACH, "Take it back")
    assert whole.say(COACH, "/takeback")[-1] == "There is nothing to take back."
    whole.tap(COACH, "Thank")
    said(whole, CLIENT, timedelta(days=2, hours=1))
    assert whole.say(COACH, "/takeback")[-1] == (
        "Ada: your thanks. That cannot be taken back any more.\nThere is nothing to take back."
    )


def test_read_is_taken_back(whole: Whole) -> None:
    """Within the minute the client reads nothing of it; later their line goes; it waits to be read again."""
    digest(whole, "the letter lay there")
    first = whole.tap(COACH, "Read")[-1]
    assert "It goes to Ada in a minute" in first
    back = whole.say(COACH, "/takeback")[-1]
    assert "was marked as read.\nIt waits to be read again.\n" in back and back.endswith(
        "Ada does not get it."
    )
    assert said(whole, CLIENT) == []
    digest(whole)
    whole.tap(COACH, "Read")
    assert len(said(whole, CLIENT)) == 1
    whole.sim.tap_data(COACH, whole.sim.messages(COACH)[-1].id, "k:read:1")
    whole.pause(5)
    assert "leaves the chat with Ada now" in whole.tap(COACH, "Take it back")[-1]
    whole.pause(5)
    assert not [one for one in whole.sim.messages(CLIENT) if "has read what" in one.body.get("text", "")]


def test_a_reply_in_telegram_goes_as_the_coachs_words(whole: Whole) -> None:
    """It is shown back, changed and sent; the client reads whose words it is, under their own message."""
    shown = digest(whole, "the letter lay there")
    whole.sim.say(COACH, "I felt that too", shown.id)
    whole.pause()
    assert whole.sim.texts(COACH)[-1] == "Ada will read:\n\nFrom Dana:\nI felt that too"
    assert whole.sim.buttons(COACH) == ["Send", "Change", "Do not send"]
    whole.tap(COACH, "Change")
    whole.say(COACH, "I felt that, too.")
    assert said(whole, CLIENT) == []
    whole.tap(COACH, "Send")
    assert said(whole, CLIENT) == ["From Dana:\nI felt that, too."]
    answered = whole.sim.messages(CLIENT)[-1].body["reply_to_message"]
    assert answered["text"] == "the letter lay there"


def test_a_reply_that_is_not_sent_goes_nowhere(whole: Whole) -> None:
    """Do not send, and time, both leave it unsent."""
    digest(whole, "the letter lay there")
    whole.tap(COACH, "Reply")
    whole.say(COACH, "hasty words")
    whole.tap(COACH, "Do not send")
    whole.tap(COACH, "Reply")
    whole.say(COACH, "hasty words")
    assert said(whole, CLIENT, timedelta(hours=3)) == []


def test_of_several_answers_one_is_chosen(whole: Whole) -> None:
    """The buttons hold as much of each answer as fits; the client's own message is what is answered."""
    digest(whole, "the letter " + "lay there " * 30, "we laughed")
    whole.tap(COACH, "Reply")
    first, second, every, leave = whole.sim.buttons(COACH)
    assert len(first) <= 48
    assert (second, every, leave) == ("we laughed", "All of it", "Leave it as it is")
    whole.tap(COACH, "we laughed")
    whole.say(COACH, "So did I")
    whole.tap(COACH, "Send")
    assert said(whole, CLIENT) == ["From Dana:\nSo did I"]
    assert whole.sim.messages(CLIENT)[-1].body["reply_to_message"]["text"] == "we laughed"


@pytest.mark.parametrize("in_telegram", [True, False])
def test_what_the_client_writes_back_goes_by_their_sharing(whole: Whole, in_telegram: bool) -> None:
    """It stands under the coach's words in the next digest where it is shared, and nowhere where it is private."""
    digest(whole, "the letter lay there")
    whole.tap(COACH, "Reply")
    whole.say(COACH, "How is it today?")
    whole.tap(COACH, "Send")
    said(whole, CLIENT)
    last = whole.sim.messages(CLIENT)[-1]
    whole.sim.say(CLIENT, "lighter today", last.id if in_telegram else None)
    whole.pause()
    assert "That is kept. Dana does not read here in between" in whole.sim.texts(CLIENT)[-1]
    whole.say(CLIENT, "/sharing")
    whole.tap(CLIENT, "Private until I share")
    whole.sim.say(CLIENT, "a thought of mine", last.id)
    whole.pause()
    assert "it is private" in whole.sim.texts(CLIENT)[-1]
    whole.say(COACH, "/digest Ada")
    whole.pause(5)
    told = whole.sim.texts(COACH)[-1]
    assert "From Dana: How is it today?\nlighter today" in told
    assert "a thought of mine" not in "".join(whole.sim.texts(COACH))


def test_what_was_taken_back_is_not_answered(whole: Whole) -> None:
    """The coach reads that the client took it back; what was under way says nothing of it."""
    digest(whole, "the letter lay there")
    whole.tap(COACH, "Read")
    whole.tap(COACH, "Thank")
    whole.say(CLIENT, "/answers")
    whole.tap(CLIENT, "1 👁")
    assert not [one for one in said(whole, CLIENT) if one.startswith(("From Dana", "Dana has read"))]
    whole.say(COACH, "/digest Ada")
    old = next(one for one in whole.sim.messages(COACH) if "the letter lay there" in one.body.get("text", ""))
    for word in ("thank", "reply", "toask", "und"):
        data = next(d for d in buttons(old) if d.startswith(f"k:{word}:"))
        whole.sim.tap_data(COACH, old.id, data)
        whole.pause()
        assert "Ada took that back since: there is nothing to answer." in whole.sim.texts(COACH)[-1]


def buttons(message: ChatMessage) -> list[str]:
    rows = message.body.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["callback_data"] for row in rows for button in row]


def test_after_an_erase_nothing_is_answered_and_nothing_is_left(whole: Whole) -> None:
    """Late taps say that it is over; what waited, and the question that quotes the client, are gone."""
    shown = digest(whole, "planted pomegranate", "a second one")
    whole.tap(COACH, "Thank")
    whole.sim.tap_data(COACH, shown.id, next(d for d in buttons(shown) if d.startswith("k:reply:")))
    whole.pause()
    assert "planted pomegranate" in whole.sim.buttons(COACH)
    before = len(whole.sim.texts(COACH))
    whole.say(CLIENT, "/erase")
    whole.tap(CLIENT, "Erase everything")
    whole.sim.tap_data(COACH, shown.id, next(d for d in buttons(shown) if d.startswith("k:thank:")))
    whole.pause(120)
    assert [one for one in whole.sim.texts(COACH)[before:] if "left Interlude" not in one] == []
    assert whole.tx(lambda tx: tx.db.execute("SELECT count(*) FROM replies").fetchone()[0]) == 0
    assert whole.tx(lambda tx: tx.db.execute("SELECT count(*) FROM dialogues").fetchone()[0]) == 0


def test_what_waited_for_a_blocked_chat_comes_when_they_are_back(whole: Whole) -> None:
    """The coach reads that the client cannot be reached; nothing is lost, nothing comes twice."""
    digest(whole, "the letter lay there")
    whole.sim.block(CLIENT)
    whole.pause(60)
    whole.tap(COACH, "Thank")
    assert "cannot be reached by the bot" in whole.sim.texts(COACH)[-1]
    whole.until(whole.clock.now() + timedelta(hours=2))
    whole.sim.unblock(CLIENT)
    got = said(whole, CLIENT, timedelta(hours=1))
    assert got.count("From Dana: thank you for what you shared.") == 1
    assert said(whole, CLIENT, timedelta(hours=5)).count("From Dana: thank you for what you shared.") == 0


def test_a_week_unread_reminds_the_coach_once(whole: Whole) -> None:
    """Seven days after it came, by day, one message with a button; the client reads nothing of it."""
    digest(whole, "the letter lay there")
    before = len(whole.sim.texts(COACH))
    client = len(whole.sim.texts(CLIENT))
    whole.until(datetime(2026, 11, 28, 11, 0, tzinfo=UTC))
    assert not [one for one in whole.sim.texts(COACH)[before:] if "waits to be read" in one]
    whole.until(datetime(2026, 12, 20, 11, 0, tzinfo=UTC))
    told = [one for one in whole.sim.texts(COACH)[before:] if "waits to be read" in one]
    assert told == ["This waits to be read; you are told once.\nAda, since Sat 21 Nov, 13:01 (Berlin)"]
    assert not [one for one in whole.sim.texts(CLIENT)[client:] if "read" in one.casefold() and "Dana" in one]


def test_words_told_at_once_are_answered_in_place(whole: Whole) -> None:
    """What a client told at once has the same buttons, and a reply in Telegram reaches them."""
    whole.say(CLIENT, "please call me, the letter came")
    whole.tap(CLIENT, "Tell Dana now")
    whole.pause(5)
    told = whole.sim.messages(COACH)[-1]
    assert whole.sim.buttons(COACH) == ["Thank", "Reply", "Ask when we meet", "What I understood"]
    whole.sim.say(COACH, "I call at six", told.id)
    whole.pause()
    whole.tap(COACH, "Send")
    assert said(whole, CLIENT, timedelta(minutes=20)) == ["From Dana:\nI call at six"]


def test_a_coach_who_is_not_theirs_any_more_reaches_nobody(whole: Whole) -> None:
    """What waits while a client goes to another coach is not given."""
    digest(whole, "the letter lay there")
    whole.tap(COACH, "Thank")
    whole.tx(partial(people.add_coach, coach_id=2001, now=whole.clock.now(), state="active"))
    whole.tx(partial(people.change_client, client_id=CLIENT, coach_id=2001))
    assert said(whole, CLIENT) == []
    assert [one.undone for one in whole.tx(partial(replies.of_client, client_id=CLIENT))] == [True]


# ---- what was understood -----------------------------------------------------------------------


def understood(whole: Whole, words: str) -> None:
    digest(whole, "the letter lay there")
    whole.tap(COACH, "What I understood")
    whole.say(COACH, words)
    whole.tap(COACH, "Send")
    said(whole, CLIENT)


def test_what_was_understood_is_said_to_be_so_or_not(whole: Whole) -> None:
    """The client reads it and taps; "not quite", with the words they share, heads the next digest, once."""
    understood(whole, "The letter frightens you.")
    shown = whole.sim.messages(CLIENT)[-1]
    assert shown.body["text"].startswith(
        "What Dana understood:\nThe letter frightens you.\nIs that how it is?"
    )
    assert whole.sim.buttons(CLIENT) == ["Yes", "Partly", "Not quite"]
    assert "What would fit better" in whole.tap(CLIENT, "Not quite")[-1]
    assert "• Not quite" in str(next(one for one in whole.sim.messages(CLIENT) if one.id == shown.id).body)
    whole.say(CLIENT, "rather that it bores me")
    whole.say(CLIENT, "/week")
    told = whole.say(COACH, "/digest Ada")[-1]
    head = "Answered to you\nYou understood “The letter frightens you.”. Ada: not quite."
    assert told.split("\n\n")[1].startswith(head)
    assert "rather that it bores me" in told.split("\n\n")[1]
    whole.tap(COACH, "Read")
    assert "You understood" not in "".join(whole.say(COACH, "/digest Ada"))


def test_a_tap_alone_is_news_and_a_change_of_mind_is_told_again(whole: Whole) -> None:
    """Yes is told; tapped otherwise later it is told once more; the same tap twice is one."""
    understood(whole, "The letter frightens you.")
    whole.tap(CLIENT, "Yes")
    whole.tap(CLIENT, "• Yes")
    assert "Ada: yes." in whole.say(COACH, "/digest Ada")[-1]
    whole.tap(COACH, "Read")
    old = next(one for one in whole.sim.messages(CLIENT) if "Is that how it is?" in one.body.get("text", ""))
    whole.sim.tap_data(CLIENT, old.id, buttons(old)[1])
    whole.pause()
    assert "Ada: partly." in whole.say(COACH, "/digest Ada")[-1]


def test_what_was_understood_has_a_limit_that_is_said(whole: Whole) -> None:
    """More than 280 characters are not sent, and not cut: it is said how many they are."""
    digest(whole, "the letter lay there")
    whole.tap(COACH, "What I understood")
    assert "That is 300 characters, and up to 280 fit." in whole.say(COACH, "x" * 300)[-1]
    whole.say(COACH, "shorter")
    assert whole.sim.buttons(COACH)[0] == "Send"


# ---- to ask at the session ---------------------------------------------------------------------


def test_what_is_to_be_asked_stands_in_the_next_brief_once(whole: Whole) -> None:
    """With its words, though they were told before; after it went, and in the digest, it stands no more."""
    whole.say(COACH, "/session Ada 2026-11-24 15:00 weekly")
    digest(whole, "the letter lay there")
    assert "the brief before your session with Ada on" in whole.tap(COACH, "Ask when we meet")[-1]
    before = len(whole.sim.texts(COACH))
    whole.until(datetime(2026, 11, 23, 17, 30, tzinfo=UTC))
    brief = next(one for one in whole.sim.texts(COACH)[before:] if "Before your session with Ada" in one)
    assert "You wanted to ask about\nthe letter lay there" in brief
    before = len(whole.sim.texts(COACH))
    whole.until(datetime(2026, 12, 1, 12, 0, tzinfo=UTC))
    assert not [one for one in whole.sim.texts(COACH)[before:] if "You wanted to ask about" in one]


def test_what_is_put_down_after_the_brief_comes_before_the_session(whole: Whole) -> None:
    """Two hours before, short; not where it was taken off the list, or taken back by the client."""
    whole.say(COACH, "/session Ada 2026-11-24 15:00 weekly")
    whole.until(datetime(2026, 11, 23, 12, 0, tzinfo=UTC))
    whole.say(CLIENT, "the letter lay there")
    whole.until(datetime(2026, 11, 23, 17, 30, tzinfo=UTC))
    whole.tap(COACH, "Ask when we meet")
    before = len(whole.sim.texts(COACH))
    whole.until(datetime(2026, 11, 24, 13, 0, tzinfo=UTC))
    short = [one for one in whole.sim.texts(COACH)[before:] if "You wanted to ask about" in one]
    assert len(short) == 1
    assert "For your session with Ada." in short[0]
    whole.until(datetime(2026, 11, 25, 12, 0, tzinfo=UTC))
    digest(whole, "another one")
    whole.tap(COACH, "Ask when we meet")
    whole.say(CLIENT, "/answers")
    whole.tap(CLIENT, "1 👁")
    before = len(whole.sim.texts(COACH))
    whole.until(datetime(2026, 12, 2, 12, 0, tzinfo=UTC))
    assert "another one" not in "".join(whole.sim.texts(COACH)[before:])


def test_what_is_taken_off_the_list_is_not_in_the_brief(whole: Whole) -> None:
    """The button under the note takes it off; put down twice it stands there once."""
    whole.say(COACH, "/session Ada 2026-11-24 15:00")
    digest(whole, "the letter lay there")
    shown = whole.sim.messages(COACH)[-1]
    for _ in range(2):
        whole.sim.tap_data(COACH, shown.id, next(d for d in buttons(shown) if d.startswith("k:toask:")))
        whole.pause()
    assert "Taken off the list" in whole.tap(COACH, "Take it back")[-1]
    before = len(whole.sim.texts(COACH))
    whole.until(datetime(2026, 11, 24, 14, 30, tzinfo=UTC))
    assert "You wanted to ask about" not in "".join(whole.sim.texts(COACH)[before:])


# ---- repair ------------------------------------------------------------------------------------


def repair(whole: Whole, where: str, occasion: str = "demand:repair") -> list[str]:
    """The client says that something did not sit right; what the coach reads then."""
    before = len(whole.sim.texts(COACH))
    whole.begin("repair", occasion)
    for words in ("you were late", "I felt small", "a word before"):
        whole.say(CLIENT, words)
        whole.tap(CLIENT, "That is all")
        whole.pause(30)
    whole.tap(CLIENT, where)
    whole.pause(30)
    return whole.sim.texts(COACH)[before:]


def test_a_repair_brings_its_card_once_and_a_question_after_the_next_session(whole: Whole) -> None:
    """Hear, own, ask, adjust, behind the words; a day after they met the client says how it is."""
    whole.say(COACH, "/session Ada 2026-11-24 15:00")
    words, card = repair(whole, "Tell my coach now")
    assert "you were late" in words
    assert [one.split(":")[0] for one in card.split("\n\n")[1:5]] == ["Hear", "Own", "Ask", "Adjust"]
    before = len(whole.sim.texts(COACH))
    asked = said(whole, CLIENT, timedelta(days=6))
    question = [one for one in asked if "How is it now?" in one]
    assert len(question) == 1
    assert question[0].startswith("On Sat 21 Nov you told Dana that something did not sit right.")
    whole.tap(CLIENT, "It is settled")
    told = "".join(whole.sim.texts(COACH)[before:] + whole.say(COACH, "/digest Ada"))
    assert "Did not sit right, told on Sat 21 Nov: settled." in told
    assert "Hear:" not in told


def test_the_question_after_a_repair_comes_the_day_after_the_session(whole: Whole) -> None:
    """Not before they have met, and on the day after."""
    whole.say(COACH, "/session Ada 2026-11-24 15:00")
    repair(whole, "Tell my coach now")
    whole.until(datetime(2026, 11, 25, 13, 0, tzinfo=UTC))
    assert not [one for one in whole.sim.texts(CLIENT) if "How is it now?" in one]
    whole.until(datetime(2026, 11, 25, 19, 0, tzinfo=UTC))
    assert len([one for one in whole.sim.texts(CLIENT) if "How is it now?" in one]) == 1


def test_a_repair_for_the_session_brings_its_card_with_the_digest(whole: Whole) -> None:
    """The card follows the words when they reach the coach, and not the digest after that."""
    assert repair(whole, "At our session") == []
    whole.say(COACH, "/digest Ada")
    whole.pause(10)
    assert sum("Hear:" in one for one in whole.sim.texts(COACH)) == 1
    whole.tap(COACH, "Read")
    whole.say(COACH, "/digest Ada")
    whole.pause(10)
    assert sum("Hear:" in one for one in whole.sim.texts(COACH)) == 1


def test_a_repair_that_is_kept_brings_nothing(whole: Whole) -> None:
    """No card, no question, no word to the coach."""
    whole.say(COACH, "/session Ada 2026-11-24 15:00")
    assert repair(whole, "Keep it to myself") == []
    asked = said(whole, CLIENT, timedelta(days=6))
    assert not [one for one in asked if "How is it now?" in one]
    assert "Hear:" not in "".join(whole.sim.texts(COACH))


# ---- truth, late and otherwise -----------------------------------------------------------------


def test_what_is_typed_instead_of_a_button_does_the_same(whole: Whole) -> None:
    """Words where an answer is to be chosen are about all of it; a yes sends, a no does not, others replace."""
    digest(whole, "the letter lay there", "we laughed")
    whole.tap(COACH, "Reply")
    whole.say(COACH, "first words")
    assert whole.say(COACH, "second words")[-1].endswith("From Dana:\nsecond words")
    whole.tap(COACH, "Send this instead")
    assert said(whole, CLIENT) == ["From Dana:\nsecond words"]
    whole.tap(COACH, "What I understood")
    whole.say(COACH, "that it was heavy")
    whole.say(COACH, "no")
    assert said(whole, CLIENT) == []


def test_what_is_answered_late_is_said_truly(whole: Whole) -> None:
    """What the client has answered stays; what went more than two days ago cannot be taken back."""
    understood(whole, "The letter frightens you.")
    whole.tap(CLIENT, "Yes")
    assert "Ada has answered it already; it stays." in whole.tap(COACH, "Take it back")[-1]
    digest(whole, "another one")
    whole.tap(COACH, "Thank")
    whole.until(whole.clock.now() + timedelta(days=3))
    before = len(whole.sim.texts(COACH))
    whole.tap(COACH, "Take it back")
    assert "It has gone to Ada, and cannot be taken back any more." in whole.sim.texts(COACH)[before:]


def test_a_voice_note_is_not_passed_on(whole: Whole) -> None:
    """Only words go: that is said, and nothing reaches the client."""
    shown = digest(whole, "the letter lay there")
    chat = whole.sim.chat(COACH)
    human.send_file(whole.sim.core.state, chat, "voice", b"OggS-a-voice-note", reply_to=shown.id)
    whole.pause()
    assert "Only words go on from here." in whole.sim.texts(COACH)[-1]
    assert said(whole, CLIENT) == []


def test_what_is_put_down_without_a_session_waits_for_one(whole: Whole) -> None:
    """No session is logged: that is said, and the brief of the one that is logged later has it."""
    digest(whole, "the letter lay there")
    assert "No session with Ada is logged" in whole.tap(COACH, "Ask when we meet")[-1]
    whole.until(whole.clock.now() + timedelta(days=1))
    whole.say(COACH, "/session Ada 2026-11-24 15:00")
    before = len(whole.sim.texts(COACH))
    whole.until(datetime(2026, 11, 23, 17, 30, tzinfo=UTC))
    assert "You wanted to ask about\nthe letter lay there" in "".join(whole.sim.texts(COACH)[before:])


def test_the_overview_says_who_answered(whole: Whole) -> None:
    """A tap under the coach's words is named in the one message for all, and opens there."""
    understood(whole, "The letter frightens you.")
    whole.tap(CLIENT, "Partly")
    whole.say(COACH, "/weekly")
    whole.tap(COACH, "One message")
    assert "Ada · answered what you gave back" in whole.say(COACH, "/digest")[-1]
    assert "Ada: partly." in "".join(whole.tap(COACH, "Ada"))


def test_the_card_still_asks_a_question(whole: Whole) -> None:
    """The button of a client's card that asks a question of the coach's own is no button of a digest."""
    digest(whole, "the letter lay there")
    whole.say(COACH, "/client Ada")
    data = next(d for d in buttons(whole.sim.messages(COACH)[-1]) if d.startswith("k:ask:"))
    whole.sim.tap_data(COACH, whole.sim.messages(COACH)[-1].id, data)
    before = len(whole.sim.texts(COACH))
    whole.pause()
    assert len(whole.sim.texts(COACH)) > before


def test_a_draft_is_sent_by_its_buttons_words_and_by_nothing_else(whole: Whole) -> None:
    """A typed label acts; newer words never take the draft's place by a yes, and can be done instead."""
    shown = digest(whole, "the letter lay there")
    whole.sim.say(COACH, "I felt that too", shown.id)
    whole.pause()
    asked = whole.say(COACH, "ask Ada: What helped on Thursday?")[-1]
    assert asked.startswith("Ada can read this instead, or the draft is kept. Nothing has gone yet.")
    assert "Still open: Your answer (Ada)." in whole.say(COACH, "yes")[-1]
    assert whole.say(COACH, "keep the draft")[-1] == "Ada will read:\n\nFrom Dana:\nI felt that too"
    assert said(whole, CLIENT) == []
    assert whole.say(COACH, "how is Ada?")[-1].startswith("Still open: Your answer (Ada).")
    whole.say(COACH, "show me how you are, Ada")
    done = whole.tap(COACH, "Not for Ada: do it")
    assert "It stands here, and went nowhere:" in done[-2] and "I felt that too" in done[-2]
    assert said(whole, CLIENT) == []
    whole.sim.say(COACH, "I felt that too", shown.id)
    whole.pause()
    assert "I felt that too" in whole.say(COACH, "/clients")[-2]
    whole.sim.say(COACH, "I felt that too", shown.id)
    whole.pause()
    whole.say(COACH, "Send.")
    assert said(whole, CLIENT) == ["From Dana:\nI felt that too"]


def test_words_that_ask_for_something_are_no_draft_before_a_tap(whole: Whole) -> None:
    """Where a reply is asked for, words that ask the bot for something are shown with that way out."""
    digest(whole, "the letter lay there")
    whole.tap(COACH, "Reply")
    asked = whole.say(COACH, "what did Ada write?")[-1]
    assert asked.startswith("Are these words for Ada to read? Nothing has gone yet.")
    whole.say(COACH, "yes")
    assert said(whole, CLIENT) == []
    whole.tap(COACH, "Not for Ada: do it")
    assert said(whole, CLIENT) == []


def test_what_was_answered_brings_no_reminder(whole: Whole) -> None:
    """Who thanked for a digest or replied to it has read it: it is not named as waiting to be read."""
    digest(whole, "the letter lay there")
    whole.tap(COACH, "Thank")
    told = said(whole, COACH, timedelta(days=9))
    assert not any("This waits to be read" in one for one in told)


def test_what_came_before_is_read_with_it(whole: Whole) -> None:
    """Read on the newer of two counts for both sides: the client reads up to when, and no older one waits."""
    digest(whole, "the letter lay there")
    whole.until(whole.clock.now() + timedelta(days=1))
    digest(whole, "a second one")
    assert len(rows(whole, "SELECT id FROM digests WHERE read_at IS NULL")) > 1
    number = rows(whole, "SELECT max(id) FROM digests")[0][0]
    whole.sim.tap_data(COACH, whole.sim.messages(COACH)[-1].id, f"k:read:{number}")
    assert "has read what reached them from you up to Sun 22 Nov" in said(whole, CLIENT)[-1]
    assert rows(whole, "SELECT id FROM digests WHERE read_at IS NULL") == []


def test_what_is_written_behind_reply_stays_its_answer(whole: Whole) -> None:
    """A card that came in between asks for no words: what is written is shown back, for whom it was begun."""
    digest(whole, "the letter lay there")
    whole.tap(COACH, "Reply")
    whole.say(CLIENT, "please tell Dana I need to talk")
    whole.tap(CLIENT, "Tell Dana now")
    whole.pause(30)
    assert "would like you to know this now" in whole.sim.texts(COACH)[-1]
    assert whole.say(COACH, "I read you, and I am glad.")[-1].startswith("Ada will read:")


def test_a_draft_whose_time_has_passed_is_said_and_can_be_taken_up(whole: Whole) -> None:
    """After a quarter of an hour the words went nowhere, which is said; a tap shows them back, a yes sends."""
    digest(whole, "the letter lay there")
    whole.say(COACH, "reply to Ada: The letter stays with me.")
    said(whole, COACH, timedelta(minutes=16))
    assert whole.sim.texts(COACH)[-1] == (
        "Your words for Ada did not go: nothing was sent.\nThe letter stays with me."
    )
    assert not any("stays with me" in one for one in whole.sim.texts(CLIENT))
    assert "stays with me" not in str(whole.tx(lambda tx: export.client(tx, CLIENT)))
    assert whole.tap(COACH, "Take them up")[-1].startswith("Ada will read:")
    whole.say(COACH, "yes")
    assert "The letter stays with me." in said(whole, CLIENT)[-1]
