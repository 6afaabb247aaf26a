"""The help card and the notice of it: what is shown, what its answers do, and what the client reads of both."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from small import seconds
from whole import ADMIN, CLIENT, COACH, Whole, private, sharing, whole_bot

from bot.i18n import texts
from bot.people import alerting
from bot.people.client.helpcard import ANSWERS, CORE
from bot.people.turn import Turn
from bot.store import alerts, consents, help_cards, outbox, people
from bot.store.db import Tx

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
WORDS = "I want to die"
SECOND = 5150
PEOPLE = {"admins": [ADMIN], "second_contact": SECOND}


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach and a client who shares."""
    with whole_bot(tmp_path, start=MONDAY, practice=sharing) as made:
        yield made


def card(said: list[str]) -> str:
    """The card among what was said."""
    return next(one for one in said if texts("en").line(CORE) in one)


def label(which: str, language: str = "en") -> str:
    """What stands on a button of the card."""
    return texts(language).line(next(line for value, line in ANSWERS.items() if value == which))


def test_the_core_is_locked() -> None:
    """What each card says first is word for word as it was agreed on, in each language."""
    said = "\n".join(texts(one).line(CORE) for one in ("en", "de", "ar"))
    assert hashlib.sha256(said.encode()).hexdigest() == LOCKED


LOCKED = "58a5c4901dde1ea05f00e89e4198707d72c49e6fb7bfe088f5e138515d1f24c1"


def test_a_card_comes_at_once_and_quotes_nothing(whole: Whole) -> None:
    """Nobody reads, the numbers of the client's country with hours, the coach told, four answers, at once."""
    said = whole.say(CLIENT, WORDS)
    shown = card(said)
    assert "112 (Portugal)" in shown and "808 24 24 24 · day and night" in shown
    assert "findahelpline.com" in shown and "Dana is being told now" in shown
    assert "For 24 hours no question comes by itself" in shown
    assert not any(WORDS in one for one in said)
    assert "Tell Dana now" in whole.sim.buttons(CLIENT)
    told = [one for one in whole.sim.texts(COACH) if "may need a person" in one]
    assert len(told) == 1 and WORDS not in told[0] and "Ada" in told[0]


@pytest.mark.parametrize(
    ("words", "audience", "shown"),
    [
        ("I swallowed all my pills", "They ask where you are", "SNS 24"),
        ("My husband beats me when he drinks", "what somebody does to you", "SNS 24"),
        ("I am going to kill my boss", "somebody else in danger", "SNS 24"),
        ("My father touches my little brother", "a child in danger", "SNS 24"),
    ],
)
def test_each_kind_has_its_own_card(whole: Whole, words: str, audience: str, shown: str) -> None:
    """An emergency number first where a body is in danger; nothing of abuse in the first line of a discreet one."""
    said = card(whole.say(CLIENT, words))
    assert audience in said and shown in said
    first = said.splitlines()[0]
    if "They ask" in audience:
        assert first.startswith("In danger, call")
    if "does to you" in audience or "child" in audience:
        assert first == "There is something here for you to read."
        whole.tap(CLIENT, "Hide this message")
        assert not any(texts("en").line(CORE) in one for one in whole.sim.texts(CLIENT))


@pytest.mark.parametrize(
    ("which", "client_reads", "coach_reads"),
    [
        ("danger", "In danger, call your emergency number: 112 (Portugal).", "in danger now"),
        ("talk", "SNS 24", "would like to talk to someone"),
        ("safe", "Noted: safe now.", "safe now"),
        ("other", "it was about something else", "safe, it was about something else"),
        ("someone", "That is for them too.", "it is about someone else"),
    ],
)
@pytest.mark.parametrize("typed", [True, False])
def test_the_four_answers(whole: Whole, which: str, client_reads: str, coach_reads: str, typed: bool) -> None:
    """Typed or tapped, each is answered, kept without words, and read by the coach who was told of the card."""
    whole.say(CLIENT, WORDS)
    before = len(whole.responses())
    said = whole.say(CLIENT, label(which)) if typed else whole.tap(CLIENT, label(which))
    assert client_reads in said[-1]
    assert coach_reads in whole.sim.texts(COACH)[-1]
    kept = whole.tx(lambda tx: help_cards.latest(tx, CLIENT))
    assert kept is not None and kept.answer == which
    assert len(whole.responses()) == before


def test_nothing_closes_a_card_silently(whole: Whole) -> None:
    """Other words, a setting, a day: its buttons still act, and only the newest words are kept as words."""
    whole.say(CLIENT, WORDS)
    whole.say(CLIENT, "the cat is asleep")
    whole.say(CLIENT, "/days")
    whole.until(MONDAY + timedelta(days=2))
    assert "SNS 24" in whole.tap(CLIENT, label("talk"))[-1]


def test_a_talk_is_taken_up_again(whole: Whole) -> None:
    """It rests, and goes on by the client's own tap before the day is over; prompts come again with it."""
    whole.say(CLIENT, "/rough_day")
    whole.say(CLIENT, WORDS)
    before = len(whole.sim.texts(CLIENT))
    seconds(whole, 1800)
    assert len(whole.sim.texts(CLIENT)) == before + 1  # that the notice has arrived
    whole.tap(CLIENT, label("other"))
    whole.tap(CLIENT, "Take the questions up again")
    assert "rests_until" not in whole.tx(lambda tx: people.client(tx, CLIENT)).rhythm
    seconds(whole, 60)
    assert whole.sim.texts(CLIENT)[-1] != "It goes on where it was."


def test_the_coach_confirms(whole: Whole) -> None:
    """Delivered, then seen: the client reads both, and nothing is repeated."""
    whole.say(CLIENT, WORDS)
    seconds(whole, 30)
    assert whole.sim.texts(CLIENT)[-1].startswith("The notice has reached Dana in Telegram.")
    whole.tap(COACH, "I have seen it")
    assert "Dana has seen the notice" in whole.sim.texts(CLIENT)[-1]
    before = len(whole.sim.texts(COACH))
    whole.until(MONDAY + timedelta(hours=5))
    assert len(whole.sim.texts(COACH)) == before


@pytest.mark.parametrize("words", ["seen", "ok, I'll call her now", "Danke, ich rufe sie an", "gesehen"])
def test_own_words_below_a_notice_say_that_it_was_seen(whole: Whole, words: str) -> None:
    """Words that say so right below it are as good as the tap, and the client reads that."""
    whole.say(CLIENT, WORDS)
    seconds(whole, 30)
    assert whole.say(COACH, words)[-1].startswith("Noted.")
    seconds(whole, 3)
    assert "Dana has seen the notice" in whole.sim.texts(CLIENT)[-1]
    seconds(whole, 3 * 3600)
    assert not any("Once more" in one for one in whole.sim.texts(COACH))


@pytest.mark.parametrize("words", ["next sessions", "how is Ada?", "did you see it?", "session Ada tue 3pm"])
def test_an_order_below_a_notice_does_not_count_as_seen(whole: Whole, words: str) -> None:
    """What does not say so leaves the notice open: the client is told nothing that is not known."""
    whole.say(CLIENT, WORDS)
    seconds(whole, 30)
    whole.say(COACH, words)
    assert not any("has seen the notice" in one for one in whole.sim.texts(CLIENT))


def test_a_reply_to_a_notice_counts_as_seen(whole: Whole) -> None:
    """Whatever is written as a reply to it shows that it was read."""
    whole.say(CLIENT, WORDS)
    seconds(whole, 30)
    notice = [one for one in whole.sim.messages(COACH) if one.out][-1]
    whole.say(COACH, "/clients")
    whole.sim.say(COACH, "thinking about it", reply_to=notice.id)
    seconds(whole, 5)
    assert any("Dana has seen the notice" in one for one in whole.sim.texts(CLIENT))


def test_who_has_seen_one_notice_of_a_client_is_not_asked_for_the_others(whole: Whole) -> None:
    """A card and a tap of danger are two notices; one tap on the later one ends both, and neither comes again."""
    whole.say(CLIENT, WORDS)
    whole.tap(CLIENT, label("danger"))
    whole.tap(COACH, "I have seen it")
    seconds(whole, 3 * 3600)
    assert not any("Once more" in one for one in whole.sim.texts(COACH))
    assert not any("has not confirmed" in one for one in whole.sim.texts(CLIENT))


def test_nobody_is_asked_to_thank_for_words_of_danger(whole: Whole) -> None:
    """Told at once by the client's tap they lie under a cover, which no lock screen lifts, with a reply alone."""
    whole.say(CLIENT, WORDS)
    whole.tap(CLIENT, "Tell Dana now")
    told = whole.sim.messages(COACH)[-1].body
    covered = [one for one in told["entities"] if one["type"] == "spoiler"]
    assert [told["text"][one["offset"] :][: one["length"]] for one in covered] == [WORDS]
    assert "covered here; a tap on it shows it" in told["text"].splitlines()[0]
    assert whole.sim.buttons(COACH)[0] == "Reply"
    assert not {"Thank", "Ask when we meet"} & set(whole.sim.buttons(COACH))


def test_unconfirmed_it_comes_once_more(whole: Whole) -> None:
    """After two hours the coach has it again, once, and the client reads that."""
    whole.say(CLIENT, WORDS)
    whole.until(MONDAY + timedelta(hours=1, minutes=59))
    notices = [one for one in whole.sim.texts(COACH) if "may need a person" in one]
    whole.until(MONDAY + timedelta(hours=2, minutes=2))
    again = [one for one in whole.sim.texts(COACH) if "may need a person" in one]
    assert len(again) == len(notices) + 1 and again[-1].startswith("Once more")
    assert any("not confirmed the notice in two hours" in one for one in whole.sim.texts(CLIENT))
    seconds(whole, 60)
    assert whole.sim.texts(CLIENT)[-1].startswith("The notice has reached Dana")
    whole.until(MONDAY + timedelta(days=2))
    assert len([one for one in whole.sim.texts(COACH) if "may need a person" in one]) == len(again)


def test_no_notice_is_said_to_go_to_a_coach_who_left(whole: Whole) -> None:
    """The card says that nobody is told; two hours later nothing says that it goes once more."""
    whole.say(COACH, "/leave")
    whole.tap(COACH, "Nobody is named")
    whole.tap(COACH, whole.sim.buttons(COACH)[0])
    seconds(whole, 5)
    said = whole.say(CLIENT, WORDS)
    assert "nobody else is told" in card(said)
    seconds(whole, 3 * 3600)
    assert not any("It goes once more" in one for one in whole.sim.texts(CLIENT))


def test_a_coach_who_cannot_be_reached(whole: Whole) -> None:
    """Known beforehand the card says that nobody is told; it goes out all the same once the coach is back."""
    whole.sim.block(COACH)
    whole.pause()
    said = whole.say(CLIENT, WORDS)
    assert "Dana cannot be reached by this script now, and nobody else is told." in card(said)
    whole.sim.unblock(COACH)
    before = len(whole.sim.texts(COACH))
    seconds(whole, 1300)
    assert any("may need a person" in one for one in whole.sim.texts(COACH)[before:])
    assert whole.sim.texts(CLIENT)[-1].startswith("The notice has reached Dana")


def test_what_does_not_arrive_is_said(whole: Whole) -> None:
    """An outage on the way: the client reads within half a minute that it did not arrive, and later that it did."""
    whole.sim.fail("sendMessage", code=500, times=-1, chat_id=COACH)
    whole.say(CLIENT, WORDS)
    seconds(whole, 30)
    assert any("has not reached Dana so far" in one for one in whole.sim.texts(CLIENT))
    whole.sim.core.faults.orders.clear()
    seconds(whole, 1300)
    assert len([one for one in whole.sim.texts(COACH) if "may need a person" in one]) == 1
    assert whole.sim.texts(CLIENT)[-1].startswith("The notice has reached Dana")


def test_a_second_contact(tmp_path: Path) -> None:
    """Named in the settings: has it after two hours too, may confirm it, and reads no word of the client's."""
    with whole_bot(tmp_path, start=MONDAY, practice=sharing, people=PEOPLE) as whole:
        whole.person("Sid", SECOND)
        whole.start(SECOND, "")
        whole.say(CLIENT, WORDS)
        whole.until(MONDAY + timedelta(hours=2, minutes=2))
        told = whole.sim.texts(SECOND)[-1]
        assert told.startswith("Dana has not confirmed a notice about Ada") and WORDS not in told
        assert any("A second person of the practice gets it too." in one for one in whole.sim.texts(CLIENT))
        whole.tap(SECOND, "I have seen it")
        assert whole.sim.texts(CLIENT)[-1].startswith("The second person of the practice has seen the notice")


def test_the_second_contact_reads_that_it_did_not_arrive(tmp_path: Path) -> None:
    """Where the coach cannot be reached the second person is not told that the coach left it unconfirmed."""
    with whole_bot(tmp_path, start=MONDAY, practice=sharing, people=PEOPLE) as whole:
        whole.person("Sid", SECOND)
        whole.start(SECOND, "")
        whole.sim.block(COACH)
        whole.pause()
        whole.say(CLIENT, WORDS)
        seconds(whole, 5)
        (notice,) = [one for one in whole.sim.texts(SECOND) if "may need a person" in one]
        assert "has not reached Dana" in notice and "not confirmed" not in notice
        seconds(whole, 3 * 3600)
        assert not any("not confirmed" in one for one in whole.sim.texts(CLIENT))


def test_who_blocked_after_the_notice_came_is_not_said_to_get_it_again(whole: Whole) -> None:
    """It came and was not confirmed; two hours later it cannot go: the client reads both, and a number."""
    whole.say(CLIENT, WORDS)
    seconds(whole, 60)
    whole.sim.block(COACH)
    whole.pause()
    seconds(whole, 2 * 3600)
    said = next(one for one in whole.sim.texts(CLIENT) if "in two hours" in one)
    assert "and cannot be reached now." in said and "once more" not in said


def test_one_tap_closes_only_what_the_tapper_got(tmp_path: Path) -> None:
    """The second person has one of two notices: their yes ends that one, and the coach's other one stands."""
    with whole_bot(tmp_path, start=MONDAY, practice=sharing, people=PEOPLE) as whole:
        whole.person("Sid", SECOND)
        whole.start(SECOND, "")
        whole.say(CLIENT, WORDS)
        whole.until(MONDAY + timedelta(hours=2, minutes=2))
        whole.tap(CLIENT, label("danger"))
        whole.tap(SECOND, "I have seen it")
        whole.until(MONDAY + timedelta(hours=4, minutes=10))
        assert sum("Once more" in one for one in whole.sim.texts(COACH)) == 2


def test_without_consent_the_card_asks(whole: Whole) -> None:
    """Nobody is told by itself; a tap tells the coach, without words. The choice can be changed back."""
    whole.say(CLIENT, "/alerts")
    whole.say(CLIENT, "Ask me first")
    before = len(whole.sim.texts(COACH))
    said = card(whole.say(CLIENT, WORDS))
    assert "As this came, nothing went to Dana by itself." in said
    assert len(whole.sim.texts(COACH)) == before
    whole.tap(CLIENT, label("danger"))
    assert "without your words" in whole.tap(CLIENT, "Let Dana know, without my words")[-1]
    assert "may need a person" in whole.sim.texts(COACH)[-1]
    whole.say(CLIENT, "/alerts")
    whole.tap(CLIENT, "Tell my coach at once")
    assert whole.tx(lambda tx: consents.given(tx, CLIENT, consents.ALERT))


def test_a_private_client_is_told_of_without_words(tmp_path: Path) -> None:
    """What is private stays so: the coach reads that a card was shown and no word of it."""
    with whole_bot(tmp_path, start=MONDAY, practice=private) as whole:
        whole.say(CLIENT, WORDS)
        told = [one for one in whole.sim.texts(COACH) if "may need a person" in one]
        assert len(told) == 1 and WORDS not in " ".join(whole.sim.texts(COACH))


FAINT = "nobody would miss me"


@pytest.mark.parametrize("shares", [True, False])
def test_the_next_line_says_nothing_against_the_card(tmp_path: Path, shares: bool) -> None:
    """The card says that the coach is told; the line below it says where the words are, no more."""
    with whole_bot(tmp_path, start=MONDAY, practice=sharing if shares else private) as whole:
        said = whole.say(CLIENT, WORDS)
        assert "Dana is being told now" in card(said)
        wanted = "No notice has them; they go to Dana on" if shares else "private: no notice has them"
        assert wanted in said[-1] and "Tell Dana now" in whole.sim.buttons(CLIENT)
        assert not any("does not read here" in one for one in said)


@pytest.mark.parametrize("which", list(ANSWERS))
def test_words_after_an_answer_are_news(whole: Whole, which: str) -> None:
    """However soon after an answer: words that say it outright get a card, and the coach a notice."""
    whole.say(CLIENT, WORDS)
    whole.tap(CLIENT, label(which))
    before = sum("may need a person" in one for one in whole.sim.texts(COACH))
    assert "Dana is being told now" in card(whole.say(CLIENT, "I have the rope and I will hang myself"))
    assert sum("may need a person" in one for one in whole.sim.texts(COACH)) == before + 1


def test_words_for_somebody_can_go_to_the_coach_now(whole: Whole) -> None:
    """A reply to the card, and what follows a tap for a person, has a button that tells the coach now."""
    whole.say(CLIENT, WORDS)
    shown = next(
        one.message_id for one in whole.sim.chat(CLIENT).events if texts("en").line(CORE) in one.text
    )
    whole.until(MONDAY + timedelta(minutes=30))
    whole.sim.say(CLIENT, "the number is engaged all day", shown)
    whole.pause()
    assert "No notice has them; they go to Dana" in whole.sim.texts(CLIENT)[-1]
    assert "the number is engaged all day" in whole_said(whole, "Tell Dana now")
    whole.until(MONDAY + timedelta(hours=1))
    whole.tap(CLIENT, label("talk"))
    assert "they go to Dana" in whole.say(CLIENT, "the evenings are worst")[-1]
    whole.until(MONDAY + timedelta(hours=3))
    assert "as a note of yours" in whole.say(CLIENT, "the sun is out")[-1]


def whole_said(whole: Whole, button: str) -> str:
    """What the coach reads after a client's tap."""
    before = len(whole.sim.texts(COACH))
    whole.tap(CLIENT, button)
    return "\n".join(whole.sim.texts(COACH)[before:])


def test_who_taps_let_know_is_not_said_to_be_found_by_a_list(whole: Whole) -> None:
    """The coach reads that the client sent the notice by a tap; also when it comes once more."""
    whole.say(CLIENT, FAINT)
    whole.tap(CLIENT, "Let Dana know, without my words")
    whole.until(MONDAY + timedelta(hours=2, minutes=2))
    first, again = (one for one in whole.sim.texts(COACH) if "may need a person" in one)
    assert "Ada lets you know, by a tap" in first and "Ada let you know, by a tap" in again
    assert all(
        "Ada chose that you are told" in one and "list of phrases" not in one for one in (first, again)
    )


def test_bleak_words_are_no_setting(whole: Whole) -> None:
    """Asked for a name or a place: words that sound like danger are none, whatever they look like; nor quoted."""
    for command in ("/name", "/place", "/days"):
        said = "\n".join((*whole.say(CLIENT, command), *whole.say(CLIENT, FAINT)))
        assert FAINT not in said and "Still open" in said
        whole.say(CLIENT, "/cancel")
    assert whole.tx(lambda tx: people.client(tx, CLIENT)).name == "Ada"
    whole.until(MONDAY + timedelta(hours=2))
    whole.say(CLIENT, "/change")
    shown = whole.say(CLIENT, FAINT)
    assert FAINT not in "\n".join(shown) and "Something is not quoted here." in shown[0]
    assert "In heavy hours: /help says where help is." in shown[-1]


def test_who_joins_and_writes_bleak_words_reads_the_numbers(whole: Whole) -> None:
    """At each question of joining, a stranger and a coach too: numbers, no echo; outright, a card and a notice."""
    whole.person("Xen", 77)
    whole.say(COACH, "/invite")
    whole.start(77, whole.link(COACH))
    for step in (None, "Yes, share my answers with Dana", "1980"):
        if step:
            whole.tap(77, step) if step in whole.sim.buttons(77) else whole.say(77, step)
        said = whole.say(77, FAINT)
        assert "findahelpline.com" in said[0] and FAINT not in "\n".join(said)
    before = len(whole.sim.texts(COACH))
    said = whole.say(77, WORDS)
    assert "Dana is being told now" in card(said)
    assert said[-1].startswith("Left here. /start goes on where you were")  # nothing is asked behind a card
    assert "may need a person" in whole.sim.texts(COACH)[before]
    whole.person("Otto", 78)
    whole.say(ADMIN, "/coach")
    whole.start(78, whole.link(ADMIN))
    whole.person("Yan", 79)
    for chat in (78, 79, COACH):
        said = whole.say(chat, FAINT)
        assert any("findahelpline.com" in one for one in said) and FAINT not in "\n".join(said)


def test_a_coach_who_joins_again_is_not_said_to_have_left(whole: Whole) -> None:
    """While a coach joins nobody reads, and that is said as it is."""
    whole.tx(lambda tx: people.change_coach(tx, COACH, state="joining"))
    assert "Dana has not finished joining here" in whole.say(CLIENT, "the sun is out")[-1]


@pytest.mark.parametrize("kill", range(4))
def test_no_alert_is_lost_or_said_twice_by_a_restart(whole: Whole, kill: int) -> None:
    """Wherever the process ends between the words and the notice: there is one, delivered, and one card."""
    whole.sim.say(CLIENT, WORDS)
    whole.pause(0.05 * kill)
    whole.restart()
    whole.pause(5)
    whole.restart()
    whole.pause(30)
    notices = [one for one in whole.sim.texts(COACH) if "may need a person" in one]
    assert len(notices) == 1
    assert len([one for one in whole.sim.texts(CLIENT) if texts("en").line(CORE) in one]) == 1
    (one,) = whole.tx(lambda tx: alerts.of_client(tx, CLIENT))
    assert whole.tx(lambda tx: outbox.fate(tx, one.key))[0] == outbox.SENT and one.told == "sent"


def test_only_its_own_people_confirm_an_alert(whole: Whole) -> None:
    """A forged tap of another chat, or on another client's card, does nothing."""
    whole.say(CLIENT, WORDS)
    whole.person("Eve", 999)
    whole.say(999, "/start")
    for chat, data in ((999, "s:seen:1"), (CLIENT, "s:seen:1"), (999, "c:1:danger")):
        message = next(one.message_id for one in reversed(whole.sim.chat(chat).events) if one.who == "bot")
        whole.sim.tap_data(chat, message, data)
    whole.pause()
    (one,) = whole.tx(lambda tx: alerts.of_client(tx, CLIENT))
    kept = whole.tx(lambda tx: help_cards.latest(tx, CLIENT))
    assert one.seen_at is None and kept is not None and kept.answer == ""


# ---- the country -------------------------------------------------------------------------------


def test_the_country_is_changed_or_not_said(whole: Whole) -> None:
    """Taken from the place, shown, changeable by name or town, and may be left unsaid; never another's numbers."""
    assert "Portugal" in whole.say(CLIENT, "/country")[-1]
    assert "999 (United Kingdom)" in whole.say(CLIENT, "England")[-1]
    whole.say(CLIENT, "/country")
    said = whole.say(CLIENT, "Germany")[-1]
    assert "112, the police 110 (Germany)" in said and "0800 111 0 111 or 0800 111 0 222" in said
    assert "Germany" in whole.say(CLIENT, "/help")[-1]
    whole.say(CLIENT, "/country")
    assert "No numbers of it are kept here." in whole.say(CLIENT, "Mongolia")[-1]
    whole.say(CLIENT, "/country")
    whole.tap(CLIENT, "I would rather not say")
    said = card(whole.say(CLIENT, WORDS))
    assert "112 or 911 in many countries" in said and "SNS" not in said
    assert "Numbers of my country" not in str(whole.sim.buttons(CLIENT))


def test_where_the_country_is_not_known_the_card_asks(whole: Whole) -> None:
    """By a clock alone no country is known: the card has a button, and numbers of many countries."""
    whole.tx(lambda tx: people.set_rhythm(tx, CLIENT, country=None))
    assert "112 or 911 in many countries" in card(whole.say(CLIENT, WORDS))
    assert "Which country are you in?" in whole.tap(CLIENT, "Numbers of my country")[-1]
    assert "Which of these" in whole.say(CLIENT, "Vienna")[-1]
    assert "112 (Austria)" in whole.tap(CLIENT, "Austria")[-1]


def test_who_asks_whether_the_coach_knows_reads_the_notice_first(tmp_path: Path) -> None:
    """On its way, arrived, seen, and then what becomes of the words; never "No" where a notice went."""
    with whole_bot(tmp_path, start=MONDAY, practice=sharing) as whole:
        whole.say(CLIENT, WORDS)
        seconds(whole, 30)
        arrived = whole.say(CLIENT, "did you tell Dana?")[-1]
        assert arrived.startswith("A notice without your words, from") and "has reached Dana" in arrived
        assert "The words," in arrived and "have not gone to Dana yet" in arrived and "No:" not in arrived
        whole.tap(COACH, "I have seen it")
        seen = whole.say(CLIENT, "does Dana know?")[-1]
        assert "has been seen, on" in seen and "No:" not in seen
    with whole_bot(tmp_path / "b", start=MONDAY, practice=private) as whole:
        whole.say(CLIENT, "/alerts")
        whole.say(CLIENT, "Ask me first")
        whole.say(CLIENT, WORDS)
        before = whole.say(CLIENT, "did you tell Dana?")[-1]
        assert before.startswith("No:")
        whole.tap(CLIENT, "Let Dana know, without my words")
        seconds(whole, 30)
        said = whole.say(CLIENT, "did you tell Dana?")[-1]
        assert "has reached Dana" in said and "are private, and Dana does not get them" in said
        assert "No:" not in said


def test_what_is_true_of_a_notice_in_each_state(whole: Whole) -> None:
    """Of one on its way, of one that did not arrive, with a second person; none from before counts."""
    whole.say(CLIENT, WORDS)
    seconds(whole, 30)

    def of(days: int = 7, **fields: object) -> str:
        def ask(tx: Tx) -> str:
            turn = Turn(tx, whole.clock.now(), -1, whole.house.config, "bot")
            client = people.client(turn.tx, CLIENT)
            assert client is not None
            alerts.change(turn.tx, alerts.of_client(turn.tx, CLIENT)[-1], **fields)
            return alerting.truth(turn, client, turn.now - timedelta(days=days))

        return str(whole.tx(ask))

    assert of(0) == ""
    assert "has not reached Dana." in of(told="unsent", key="")
    assert of(second=SECOND).endswith("A second person of the practice gets it too.")


def test_the_line_of_the_night_has_a_number_and_comes_once(whole: Whole) -> None:
    """Two cards that nobody confirms: one line to the client that it goes once more, with the number to call."""
    whole.say(CLIENT, WORDS)
    seconds(whole, 1500)
    whole.tap(CLIENT, label("talk"))
    whole.say(CLIENT, "I will end my life tonight")
    seconds(whole, 5 * 3600)
    lines = [one for one in whole.sim.texts(CLIENT) if "has not confirmed the notice" in one]
    assert len(lines) == 1 and "112 (Portugal)" in lines[0]
    assert sum("Once more" in one for one in whole.sim.texts(COACH)) == 2


def test_a_small_question_is_answered_first(whole: Whole) -> None:
    """The whole block of where help is stands once an hour; between, the answer comes first, with one number."""
    whole.say(CLIENT, WORDS)
    seconds(whole, 60)
    for asked in ("did you tell Dana?", "does Dana know?"):
        said = whole.say(CLIENT, asked)[-1]
        assert not said.startswith("Nobody is watching") and "SNS 24" not in said
        assert "In danger, call your emergency number: 112 (Portugal)." in said.splitlines()[1]
    seconds(whole, 3700)
    assert whole.say(CLIENT, "does Dana know?")[-1].startswith("Nobody is watching here.")
    assert not whole.say(CLIENT, "did you tell Dana?")[-1].startswith("Nobody is watching here.")


@pytest.mark.parametrize("typed", [True, False])
def test_there_is_a_way_back_from_danger(whole: Whole, typed: bool) -> None:
    """After a call for somebody a tap or words say that it is over, and the coach reads that."""
    whole.say(CLIENT, WORDS)
    whole.tap(CLIENT, label("danger"))
    said = whole.say(CLIENT, "I'm safe now") if typed else whole.tap(CLIENT, label("safe"))
    assert said[-1] == "Noted: safe now. What rests can be taken up now, or tomorrow. Dana gets that too."
    assert "says: safe now." in whole.sim.texts(COACH)[-1]
    kept = whole.tx(lambda tx: help_cards.latest(tx, CLIENT))
    assert kept is not None and kept.answer == "safe"


def test_a_notice_that_went_is_said_by_the_next_card_and_to_who_wants_it_back(whole: Whole) -> None:
    """A card that tells nobody says what was told before; "no dont" reads that it cannot be called back."""
    whole.say(CLIENT, "/alerts")
    whole.say(CLIENT, "Ask me first")
    whole.say(CLIENT, WORDS)
    whole.tap(CLIENT, "Let Dana know, without my words")
    seconds(whole, 30)
    before = len(whole.responses())
    said = whole.say(CLIENT, "no dont")[-1]
    assert "has reached Dana" in said and "A notice cannot be called back." in said
    assert len(whole.responses()) == before
    whole.tap(CLIENT, label("talk"))
    shown = card(whole.say(CLIENT, "I will end my life tonight"))
    assert "nothing went to Dana by itself. A notice without your words, from" in shown


@pytest.mark.parametrize("words", ["what's the point", "I am only a burden to all of them", WORDS])
def test_a_talk_broken_by_such_words_is_closed(whole: Whole, words: str) -> None:
    """No next question comes by itself that evening, and later words are a note that nothing asks about."""
    whole.say(CLIENT, "/rough_day")
    whole.say(CLIENT, words)
    before = len(whole.sim.texts(CLIENT))
    seconds(whole, 8 * 3600)
    since = whole.sim.texts(CLIENT)[before:]
    assert not any("?" in one for one in since)
    assert words == WORDS or not since  # no next step of the talk, and no notice
    whole.say(CLIENT, "better")
    seconds(whole, 600)
    assert not any("?" in one for one in whole.sim.texts(CLIENT)[before + len(since) :])
    last = whole.responses()[-1]
    assert [text.own for text in last.texts] == ["better"] and last.reflection_id is None


def test_what_goes_is_seen_before_on_a_day_of_rest_too(tmp_path: Path) -> None:
    """Words of danger half a day before a digest do not keep its client from seeing what goes."""
    with whole_bot(tmp_path, start=datetime(2026, 11, 28, 22, 0, tzinfo=UTC), practice=sharing) as whole:
        whole.say(CLIENT, WORDS)
        whole.until(datetime(2026, 11, 29, 15, 0, tzinfo=UTC))
        assert any("This goes to Dana on" in one for one in whole.sim.texts(CLIENT))
