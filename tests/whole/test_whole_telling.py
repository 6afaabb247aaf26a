"""What a client wants their coach to know now: heard in free words, told whole, and true afterwards."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from small import kept, seconds
from whole import CLIENT, COACH, Whole, private, sharing, whole_bot

from bot import safety_lists
from bot.core.understand.plea import due, pleads
from bot.core.understand.request import asks, urgent
from bot.store import people

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LONG = tuple(
    f"{word} {'and more of it, and yet more. ' * 130}end of {word}" for word in ("one", "two", "three")
)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach and a client who shares."""
    with whole_bot(tmp_path, start=MONDAY, practice=sharing) as made:
        yield made


def told(whole: Whole, shares: tuple[str, ...]) -> list[str]:
    """The client writes the answers of a repair and has them told now; what the coach reads."""
    before = len(whole.sim.texts(COACH))
    whole.begin("repair")
    for words in shares:
        whole.say(CLIENT, words)
        seconds(whole, 65)  # a long answer is given longer
    whole.tap(CLIENT, "Tell my coach now")
    seconds(whole, 30)
    return whole.sim.texts(COACH)[before:]


def test_long_answers_reach_the_coach_whole(whole: Whole) -> None:
    """Three answers as long as a message come each whole in one, in order, under its question, no word missing."""
    read = told(whole, LONG)
    assert len(read) >= 3
    joined = " ".join(" ".join(read).split())
    for words in LONG:
        assert " ".join(words.split()[-3:]) in joined
        assert joined.count("and yet more.") == 3 * 130
    at = [
        joined.index(asked) for asked in ("What happened", "What was that like", "What would you have liked")
    ]
    assert at == sorted(at)


def test_what_is_told_now_is_no_transcript(whole: Whole) -> None:
    """Each question stands as asked, without what stood around it; a tap is told, who sees it is no answer."""
    read, card = told(whole, ("It was the tone", "Heavy", "A pause"))
    assert card.startswith("Something did not sit right for Ada.")
    assert "How would you like this to reach" not in read
    assert "Tell my coach now" not in read
    assert "What happened, as you saw it?\nIt was the tone" in read
    assert "Thank you" not in read


def test_what_was_told_at_once_is_no_longer_called_private(whole: Whole) -> None:
    """A tap that would take it back says that it has arrived; the closing line offers no privacy; it stays told."""
    told(whole, ("It was the tone", "Heavy", "A pause"))
    assert "Keep these answers private" not in whole.sim.buttons(CLIENT)
    listed = whole.say(CLIENT, "/answers")[-1]
    assert "told at once" in listed
    said = whole.tap(CLIENT, next(one for one in whole.sim.buttons(CLIENT) if "👁" in one))
    assert any("has reached Dana already" in one for one in said)
    assert {one.visibility for one in whole.responses() if one.texts} == {"now"}


@pytest.mark.parametrize("words", ["Please call me", "Tell my coach I am ill", "Could we talk, Dana?"])
def test_what_asks_something_of_the_coach_is_answered_and_can_be_told_now(whole: Whole, words: str) -> None:
    """It is kept, the day of the digest is named, and one tap brings it to the coach, whole."""
    said = whole.say(CLIENT, words)[-1]
    assert "it goes out on Sun 29 Nov" in said
    before = len(whole.sim.texts(COACH))
    assert "Dana has it now" in whole.tap(CLIENT, "Tell Dana now")[-1]
    (read,) = whole.sim.texts(COACH)[before:]
    assert words in read
    assert kept(whole) == [words]
    assert "has reached Dana already" in whole.tap(CLIENT, "Tell Dana now")[-1]


def test_a_request_names_the_coachs_own_day_or_the_brief(whole: Whole) -> None:
    """The instant is that of the coach's own day and hour, or of the brief where that goes earlier."""
    whole.say(COACH, "/weekly")
    whole.tap(COACH, "Day")
    whole.tap(COACH, "Friday")
    assert "it goes out on Fri 27 Nov" in whole.say(CLIENT, "Please call me")[-1]
    assert "goes to Dana once a week: Friday at 17:00" in whole.say(CLIENT, "/about")[-1]
    whole.say(COACH, "/session Ada 2026-11-26 15:00 once")
    if "Yes" in whole.sim.buttons(COACH):
        whole.tap(COACH, "Yes")
    assert "it goes out on Wed 25 Nov" in whole.say(CLIENT, "Can you call me today")[-1]


def test_a_request_is_answered_once(whole: Whole) -> None:
    """As a note, in a talk, or late under its question: one message says what becomes of it, no other one."""
    assert len(whole.say(CLIENT, "please call me")) == 1
    whole.say(CLIENT, "/rough_day")
    assert len(whole.say(CLIENT, "can you call me")) == 1


def test_urgent_words_are_met_with_where_help_is(whole: Whole) -> None:
    """Who says that it cannot wait reads that nobody watches, and where help is; nothing is read into it."""
    assert "/help says where help is" in whole.say(CLIENT, "Please call me, it is urgent")[-1]
    assert "/help" not in whole.say(CLIENT, "Please call me when you can")[-1]


@pytest.mark.parametrize("words", ["Call me ASAP", "Ruf mich sofort an", "Es ist dringend", "الأمر عاجل"])
def test_urgent_is_recognised_in_each_language(words: str) -> None:
    """English, German, Arabic, whatever the case."""
    assert urgent(words)
    assert urgent(words.upper())
    assert not urgent("The detergent was insurgent, and that was that")


CARD = "This is a script: it cannot help in an emergency"

DANGER = (
    *(
        "I want to die",
        "suicide",
        "I don’t want to live anymore",
        "I can't go on",
        "emergency",
        "help me please",
    ),
    *("I will kill myself", "Ich will nicht mehr leben", "Ich möchte mich umbringen", "Ich kann nicht mehr"),
    *("Notfall", "أريد أن أموت", "أفكر في الانتحار", "لا أستطيع الاستمرار", "حالة طوارئ"),
)


@pytest.mark.parametrize("words", DANGER)
def test_words_that_sound_like_danger_are_met_with_where_help_is(whole: Whole, words: str) -> None:
    """In a note, at once, with a way to tell the coach; quietly for minutes, whole again after them."""
    said = whole.say(CLIENT, words)
    assert len(said) == 2
    assert CARD in said[0]
    assert "Tell Dana now" in whole.sim.buttons(CLIENT)
    assert whole.say(CLIENT, words)[-1] == "In heavy hours: /help says where help is."
    seconds(whole, 310)
    assert CARD in whole.say(CLIENT, words)[0]


@pytest.mark.parametrize("words", ["I want to die", "Ich kann nicht mehr", "أريد أن أموت"])
def test_no_question_follows_words_that_sound_like_danger(whole: Whole, words: str) -> None:
    """The talk rests however much more is written; a tap takes it up again."""
    whole.say(CLIENT, "/rough_day")
    assert CARD in whole.say(CLIENT, words)[0]
    seconds(whole, 30)  # what became of the notice is said
    before = len(whole.sim.texts(CLIENT))
    seconds(whole, 1800)
    assert len(whole.sim.texts(CLIENT)) == before
    for more in ("It is the work", "and the nights", "and all of it"):
        whole.say(CLIENT, more)
        seconds(whole, 90)
    assert not any("?" in one for one in whole.sim.texts(CLIENT)[before:])
    before = len(whole.sim.texts(CLIENT))
    whole.tap(CLIENT, "That is all")
    assert len(whole.sim.texts(CLIENT)) > before


@pytest.mark.parametrize(
    "words",
    [
        "i wnat to kil myself",
        "My husband beats me when he drinks",
        "Quiero morir",
        "I swallowed all my pills",
    ],
)
def test_the_safety_lists_are_asked_whatever_the_language(whole: Whole, words: str) -> None:
    """What a safety list finds outright, misspelt or in another language, is met with where help is; not quoted."""
    said = whole.say(CLIENT, words)
    assert CARD in said[0]
    assert not any(words in one for one in said)


def test_words_that_only_sound_like_it_bring_one_quiet_line(whole: Whole) -> None:
    """Tier 2 in a talk: one line where help is, once in an hour, and the talk rests."""
    line = "In heavy hours: /help says where help is."
    whole.say(CLIENT, "/rough_day")
    said = whole.say(CLIENT, "I am only a burden to all of them")
    assert sum(one.startswith(line) for one in said) == 1
    assert "In danger, call your emergency number" in said[-1]
    seconds(whole, 90)
    assert len(whole.sim.texts(CLIENT)) > 1
    assert not any(one.startswith(line) for one in whole.say(CLIENT, "I have lost all hope"))
    seconds(whole, 3700)
    assert any(one.startswith(line) for one in whole.say(CLIENT, "I am tired of life"))


def test_under_the_quiet_line_stand_the_card_and_the_coach(whole: Whole) -> None:
    """What only sounds like it tells nobody; a tap shows the card, another one tells the coach as well."""
    before = len(whole.sim.texts(COACH))
    whole.say(CLIENT, "I am only a burden to all of them")
    assert whole.sim.buttons(CLIENT)[:2] == ["Where help is", "Let Dana know, without my words"]
    (card,) = whole.tap(CLIENT, "Where help is")
    assert CARD in card
    assert "As this came, nothing went to Dana by itself." in card
    assert len(whole.sim.texts(COACH)) == before


def test_under_the_quiet_line_the_coach_is_told_by_a_tap(whole: Whole) -> None:
    """The second button shows the card and tells the coach, without the words."""
    before = len(whole.sim.texts(COACH))
    whole.say(CLIENT, "I am only a burden to all of them")
    (card, *_) = whole.tap(CLIENT, "Let Dana know, without my words")
    assert "Dana is being told now that this card was shown, without your words" in card
    told = whole.sim.texts(COACH)[before]
    assert "Ada lets you know, by a tap, that something may need a person" in told
    assert "No words of theirs are in this message." in told
    assert "burden" not in told


def test_two_such_places_in_one_message_say_it_outright(whole: Whole) -> None:
    """Each alone only sounds like it; together they bring the card at once."""
    said = whole.say(CLIENT, "i don't want to be here anymore. i keep thinking about just ending it")
    assert CARD in said[0]


@pytest.mark.parametrize("way", ["a note", "an answer", "an edit"])
def test_for_a_day_after_such_words_nothing_comes_by_itself(whole: Whole, way: str) -> None:
    """Not the question of that evening, no nudge, no welcome; /now has one, and after the day they come again."""
    if way == "an answer":
        whole.begin("mid-week")
    number = whole.sim.say(CLIENT, "It was a long day" if way == "an edit" else "I want to die")
    whole.pause()
    if way == "an edit":
        whole.pause(60)
        whole.sim.edit(CLIENT, number, "I want to die")
        whole.pause()
    said = next(one for one in reversed(whole.sim.texts(CLIENT)) if CARD in one)
    assert "For 24 hours no question comes by itself; /now has one, whenever you like." in said
    seconds(whole, 30)
    whole.tap(COACH, "I have seen it")
    before = len(whole.sim.texts(CLIENT))
    seconds(whole, 23 * 3600)
    assert len(whole.sim.texts(CLIENT)) == before
    assert all("Pass" not in one for one in whole.say(CLIENT, "/why"))
    whole.say(CLIENT, "/now")
    assert len(whole.sim.buttons(CLIENT)) > 1
    whole.until(MONDAY + timedelta(days=5))  # in the light first weeks two a week
    came = [
        one
        for one in whole.sim.chat(CLIENT).events
        if one.who == "bot" and one.at > MONDAY + timedelta(days=2)
    ]
    assert came


def test_the_coach_reads_nothing_of_a_respite(whole: Whole) -> None:
    """That nothing was asked for a day is no figure, no line and no reason in what a coach reads."""
    whole.say(COACH, "/digest")
    whole.say(CLIENT, "I want to die")
    whole.until(MONDAY + timedelta(days=1))
    read = " ".join(
        whole.say(COACH, "/clients") + whole.say(COACH, "/client Ada") + whole.say(COACH, "/plan Ada")
    )
    assert "rough" not in read and "danger" not in read and "24 hours" not in read


def test_who_comes_back_with_such_words_is_not_asked_how_it_goes_on(whole: Whole) -> None:
    """After a long silence too nothing but where help is follows them."""
    whole.sim.block(CLIENT)
    whole.until(MONDAY + timedelta(days=20))
    whole.sim.unblock(CLIENT)
    said = whole.say(CLIENT, "I want to die")
    assert len(said) == 2 and CARD in said[0]


@pytest.mark.parametrize(
    "words",
    [
        "I can't go on Tuesday",
        "He died of it",
        "I don't want to live with them",
        "Das hilft mir",
        "They help me",
    ],
)
def test_other_words_of_life_and_help_are_no_danger(words: str) -> None:
    """Everyday words with the same parts."""
    found = [safety_lists.find(words, language) for language in ("en", "de")]
    assert not any(found)


@pytest.mark.parametrize(
    "words",
    [
        "hello? is anybody there",
        "please",
        "Hilfe",
        "Ist jemand da",
        "هل من احد هنا",
        "talk to me",
        "what now?",
    ],
)
def test_a_plea_is_heard_as_one(words: str) -> None:
    """Whoever asks or pleads, in each language; a plain sentence is none."""
    assert pleads(words)
    assert not pleads("It was a long day at work")


def test_where_help_is_is_due_again_after_minutes() -> None:
    """At the first call, not behind it for five minutes, then again; calls in between count for nothing."""
    at = [MONDAY + timedelta(minutes=one) for one in (0, 2, 4)]
    assert due((), MONDAY)
    assert not due(at, MONDAY + timedelta(minutes=4))
    assert due(at, MONDAY + timedelta(minutes=5))


def test_a_pass_alone_has_nothing_to_keep_private(whole: Whole) -> None:
    """Under the last line of a talk in which all was passed, tapped or typed, nobody is offered to hide it."""
    whole.say(CLIENT, "/rough_day")
    label = "Keep these answers private"
    for words in ("pass", "Pass.", "pass"):
        if "Fitted" not in whole.sim.buttons(CLIENT):
            whole.say(CLIENT, words)
    assert label not in whole.sim.buttons(CLIENT)
    assert "Fitted" in whole.sim.buttons(CLIENT)


def test_a_private_request_is_said_to_be_private(tmp_path: Path) -> None:
    """Who shares nothing is told that nobody reads it, and can still have it told."""
    with whole_bot(tmp_path, start=MONDAY) as whole:
        whole.with_coach()
        whole.with_client(shares=False)
        assert "it is private: Dana does not read it" in whole.say(CLIENT, "please call me")[-1]
        assert "Tell Dana now" in whole.sim.buttons(CLIENT)


def test_a_coach_who_blocked_the_bot_is_told_nothing(whole: Whole) -> None:
    """Then it is said that the coach cannot be reached, and nothing is called told."""
    whole.say(CLIENT, "please call me")
    whole.tx(lambda tx: people.change_coach(tx, COACH, away=True))
    assert "cannot be reached" in whole.tap(CLIENT, "Tell Dana now")[-1]
    assert whole.responses()[-1].visibility == "session"


@pytest.mark.parametrize(
    "words",
    [
        "Can you call me tomorrow?",
        "I need to talk to you",
        "Bitte ruf mich an",
        "Sag meiner Coach, dass ich krank bin",
        "Können wir reden?",
        "اتصل بي من فضلك",
        "أخبر مدربي أنني مريض",
    ],
)
def test_asking_is_recognised_in_each_language(words: str) -> None:
    """English, German, Arabic, whatever the case."""
    assert asks(words, "Dana")
    assert asks(words.upper(), "Dana")


@pytest.mark.parametrize(
    "words", ["We talk often", "My coach was kind", "People call me shy", "Ich habe ihn angerufen"]
)
def test_what_is_told_of_a_call_asks_nothing(words: str) -> None:
    """Words about calls and coaches are no request."""
    assert not asks(words, "Dana")


def test_telling_one_answer_tells_no_private_one(tmp_path: Path) -> None:
    """The question over it is the script's own: as it was shown it quotes a private answer."""
    with whole_bot(tmp_path, start=MONDAY, practice=private) as whole:
        whole.begin("look-back")
        whole.say(CLIENT, "the letter lay there")
        seconds(whole, 25)
        assert "the letter lay there" in whole.sim.texts(CLIENT)[-1]
        whole.say(CLIENT, "please tell my coach")
        before = len(whole.sim.texts(COACH))
        whole.tap(CLIENT, "Tell Dana now")
        (read,) = whole.sim.texts(COACH)[before:]
        assert "please tell my coach" in read and "What stayed steady" in read
        assert "letter" not in read


UNDECIDED = ("The pauses were long", "It was cold")
SUNDAY_NIGHT = datetime(2026, 11, 29, 23, 0, tzinfo=UTC)


def undecided(whole: Whole, ends: str) -> None:
    """On Saturday two questions of a repair are answered; it is left, stopped, followed, or the choice passed."""
    whole.until(datetime(2026, 11, 28, 10, 0, tzinfo=UTC))
    whole.begin("repair")
    for words in UNDECIDED:
        whole.say(CLIENT, words)
        seconds(whole, 65)
    if ends == "stopped":
        whole.say(CLIENT, "/stop")
        whole.tap(CLIENT, "Yes, stop everything")
    if ends == "another":
        whole.say(CLIENT, "/rough_day")
    if ends == "passed":
        whole.say(CLIENT, "Somewhat more time")
        seconds(whole, 65)
        whole.say(CLIENT, "pass")


@pytest.mark.parametrize("ends", ["left", "stopped", "another", "passed"])
def test_where_it_goes_is_chosen_before_anything_is_told(whole: Whole, ends: str) -> None:
    """Of a talk that asks where it goes nothing is in a digest before that is chosen, however it ends."""
    undecided(whole, ends)
    before = len(whole.sim.texts(COACH))
    whole.until(SUNDAY_NIGHT)
    whole.say(COACH, "/digest Ada")
    read = "\n".join(whole.sim.texts(COACH)[before:])
    assert (
        "has stopped the questions" if ends == "stopped" else "private entries are not counted here"
    ) in read
    assert not [
        words for words in (*UNDECIDED, "Somewhat more time", "sit right", "1 answered") if words in read
    ]
    mine = [one for one in whole.responses() if one.script == "repair"]
    assert {one.visibility for one in mine} == {"private"}


@pytest.mark.parametrize(
    ("label", "seen"),
    [("At our session", "session"), ("Tell my coach now", "now"), ("Keep it to myself", "private")],
)
def test_what_is_chosen_holds_for_all_of_it(whole: Whole, label: str, seen: str) -> None:
    """Every answer, and the choice itself, is seen by whom the client chose."""
    undecided(whole, "left")
    whole.say(CLIENT, "Somewhat more time")
    seconds(whole, 65)
    whole.tap(CLIENT, label)
    seconds(whole, 65)
    assert {one.visibility for one in whole.responses()} == {seen}


def test_what_was_told_before_is_not_called_kept(whole: Whole) -> None:
    """Who shared an answer of it by hand, and keeps it to themself after a digest, reads that it has arrived."""
    undecided(whole, "left")
    whole.say(CLIENT, "/answers")
    whole.tap(CLIENT, "1 🔒")
    whole.say(COACH, "/digest Ada")
    whole.say(CLIENT, "Somewhat more time")
    seconds(whole, 65)
    closed = "\n".join(whole.tap(CLIENT, "Keep it to myself"))
    assert "You chose to keep it to yourself" in closed
    assert "has reached Dana already" in closed


def test_an_edit_of_what_was_told_can_be_told_at_once_too(whole: Whole) -> None:
    """The button is offered again, says that the coach has the older words, and tells the new ones once."""
    message = whole.sim.say(CLIENT, "please call me")
    seconds(whole, 5)
    whole.tap(CLIENT, "Tell Dana now")
    before = len(whole.sim.texts(COACH))
    whole.sim.edit(CLIENT, message, "please don't call me")
    seconds(whole, 5)
    assert (
        "Dana has it as it was before. The change goes by itself on Sun 29 Nov" in whole.sim.texts(CLIENT)[-1]
    )
    assert "Dana has it now" in whole.tap(CLIENT, "Tell Dana now")[-1]
    (read,) = whole.sim.texts(COACH)[before:]
    assert "please don't call me" in read
    assert "has reached Dana already" in whole.tap(CLIENT, "Tell Dana now")[-1]
    assert len(whole.sim.texts(COACH)) == before + 1
    whole.until(datetime(2026, 11, 30, 9, 0, tzinfo=UTC))
    assert not any("call me" in one for one in whole.sim.texts(COACH)[before + 1 :])


@pytest.mark.parametrize("script", ["look-back", "before-session", "repair", "after-session"])
def test_what_is_told_of_a_private_talk_quotes_nothing_else_of_it(tmp_path: Path, script: str) -> None:
    """Whatever the talk: a private answer before it stands neither over the words that are told nor beside them."""
    with whole_bot(tmp_path, start=MONDAY, practice=private) as whole:
        whole.begin(script)
        whole.say(CLIENT, "my boss is a jerk")
        seconds(whole, 60)
        before = len(whole.sim.texts(COACH))
        whole.say(CLIENT, "please call me")
        whole.tap(CLIENT, "Tell Dana now")
        (read,) = whole.sim.texts(COACH)[before:]
        assert "please call me" in read and "jerk" not in read


def test_of_two_private_messages_only_the_one_that_asks_is_told(tmp_path: Path) -> None:
    """Written in two bubbles to one question, the button under the second tells the second alone."""
    with whole_bot(tmp_path, start=MONDAY, practice=private) as whole:
        whole.begin("look-back")
        whole.sim.say(CLIENT, "my boss is a jerk")
        seconds(whole, 3)
        before = len(whole.sim.texts(COACH))
        whole.say(CLIENT, "please call me")
        whole.tap(CLIENT, "Tell Dana now")
        (read,) = whole.sim.texts(COACH)[before:]
        assert "please call me" in read and "jerk" not in read
        seconds(whole, 60)
        whole.say(CLIENT, "and the lake")
        whole.until(datetime(2026, 11, 30, 9, 0, tzinfo=UTC))
        assert "jerk" not in " ".join(whole.sim.texts(COACH)[before:])
        assert kept(whole)[:1] == ["my boss is a jerk"] and "please call me" in kept(whole)
