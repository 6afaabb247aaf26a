"""One message a week for all clients of a coach: who has something new, with a button each; and its settings."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from re import findall

import pytest
from whole import CLIENT, COACH, Whole, whole_bot

SUNDAY = datetime(2026, 11, 22, 16, 1, tzinfo=UTC)  # 17:01 in Berlin
NAMES = ("Ada", "Bo", "Cem", "Dora")


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A coach with four clients."""
    with whole_bot(tmp_path, practice=_four) as made:
        yield made


def _four(whole: Whole) -> None:
    whole.with_coach()
    for at, name in enumerate(NAMES):
        whole.with_client(CLIENT + at, name)


def test_all_clients_come_in_one_message_and_open_by_a_button(whole: Whole) -> None:
    """On Sunday at 17:00 one message, a breath first, names everybody; a tap brings what is new, which waits."""
    whole.say(CLIENT, "a thought of mine")
    before = len(whole.sim.texts(COACH))
    whole.until(SUNDAY)
    (said,) = whole.sim.texts(COACH)[before:]
    assert "Ada · 1 new answer" in said
    assert "Three slow breaths first, if you like." in said
    assert [f"{name} · nothing new" in said for name in NAMES[1:]] == [True] * 3
    assert whole.sim.buttons(COACH) == list(NAMES)
    assert "a thought of mine" in whole.tap(COACH, "Ada")[-1]
    again = whole.say(COACH, "/digest")[-1]
    assert "Ada · opened, not marked as read" in again
    assert "a thought of mine" in whole.tap(COACH, "Ada")[-1]
    whole.tap(COACH, "Read")
    assert "Ada · nothing new" in whole.say(COACH, "/digest")[-1]


def test_a_private_answer_is_no_word_in_the_overview(whole: Whole) -> None:
    """Who answers in private and who does not write read the same."""
    whole.say(CLIENT, "/menu")
    whole.tap(CLIENT, "Who sees it")
    whole.tap(CLIENT, "Private until I share")
    whole.say(CLIENT, "for me alone")
    assert "Ada · nothing new" in whole.say(COACH, "/digest")[-1]


def test_day_hour_and_form_are_the_coachs_own(whole: Whole) -> None:
    """/weekly says how it comes and changes it: another day and hour, and each client by themself."""
    assert "It is one message for all clients." in whole.say(COACH, "/weekly")[-1]
    whole.tap(COACH, "Day")
    whole.tap(COACH, "Monday")
    whole.tap(COACH, "Hour")
    whole.tap(COACH, "09:00")
    whole.tap(COACH, "One for each")
    whole.tap(COACH, "Morning")
    said = whole.sim.messages(COACH)[-1].body["text"]
    assert "The next digest: Mon 23 Nov, 09:00 (Berlin)." in said
    assert "Each client has a message of their own." in said
    assert "A brief comes on the morning of a session, at 08:00." in said
    before = len(whole.sim.texts(COACH))
    whole.until(SUNDAY)
    assert whole.sim.texts(COACH)[before:] == []
    whole.until(datetime(2026, 11, 23, 8, 1, tzinfo=UTC))
    assert len(whole.sim.texts(COACH)[before:]) == len(NAMES)
    whole.say(COACH, "/weekly")
    whole.tap(COACH, "Two hours before")
    assert "A brief comes two hours before a session." in whole.sim.messages(COACH)[-1].body["text"]


def test_one_value_that_does_not_open_keeps_nobody_else_away(whole: Whole) -> None:
    """An answer that does not open is one line that says so; the others are there."""
    whole.say(CLIENT, "a thought of mine")
    whole.say(CLIENT + 1, "a thought of Bo's")
    spoilt = "UPDATE response_texts SET words = x'00' WHERE client_id = :id"
    whole.tx(lambda tx: tx.db.execute(spoilt, {"id": CLIENT}).rowcount)
    said = whole.say(COACH, "/digest")[-1]
    assert "Ada · could not be read" in said
    assert "Bo · 1 new answer" in said


def test_what_waits_to_be_read_comes_whole_and_then_what_is_new(whole: Whole) -> None:
    """What came by itself waits, and comes before what is new; what was opened comes again only by itself."""
    whole.say(COACH, "/weekly")
    whole.tap(COACH, "One for each")
    whole.say(CLIENT, "a thought of mine")
    whole.until(SUNDAY)
    whole.say(CLIENT, "another one")
    first, second = whole.say(COACH, "/digest Ada")
    assert first.startswith("Told before, ")
    assert "a thought of mine" in first
    assert "another one" in second
    assert "a thought of mine" not in second
    both = whole.say(COACH, "/digest Ada")
    assert ["a thought of mine" in both[0], "another one" in both[-1]] == [True, True]
    whole.say(CLIENT, "a third")
    (new,) = whole.say(COACH, "/digest Ada")
    assert "a third" in new and "another one" not in new
    whole.tap(COACH, "Read")  # the latest that is there, and with it what came before
    assert "a thought of mine" not in "".join(whole.say(COACH, "/digest Ada"))


def test_the_next_overview_does_not_repeat_what_was_opened(whole: Whole) -> None:
    """What was opened and not marked as read is said so in its week, and in the next overview no more."""
    whole.say(CLIENT, "a thought of mine")
    whole.until(SUNDAY)
    whole.tap(COACH, "Ada")
    assert "Ada · opened, not marked as read" in whole.say(COACH, "/digest")[-1]
    whole.until(SUNDAY + timedelta(days=7))
    latest = [said for said in whole.sim.texts(COACH) if said.startswith("Your clients, ")][-1]
    assert "Ada · nothing new" in latest


def test_an_empty_digest_hides_none_that_waits(whole: Whole) -> None:
    """A week without anything new comes after one that is not read: that one still waits, and comes again."""
    whole.say(COACH, "/weekly")
    whole.tap(COACH, "One for each")
    whole.say(CLIENT, "a thought of mine")
    whole.until(SUNDAY)
    whole.until(SUNDAY + timedelta(days=7))
    assert "a thought of mine" in whole.say(COACH, "/digest Ada")[-1]


def archived(whole: Whole) -> None:
    whole.say(COACH, "/client Ada")
    whole.tap(COACH, "Archive")


@pytest.mark.parametrize("form", ["One message", "One for each"])
def test_who_is_archived_comes_with_something_new(whole: Whole, form: str) -> None:
    """What an archived client shares is in the week, in either form; before and after, they are not."""
    archived(whole)
    whole.say(COACH, "/weekly")
    whole.tap(COACH, form)
    assert "Ada" not in "\n".join(whole.say(COACH, "/digest"))
    whole.say(CLIENT, "a thought of mine")
    before = len(whole.sim.texts(COACH))
    whole.until(SUNDAY)
    read = "\n".join(whole.sim.texts(COACH)[before:])
    if form == "One message":
        assert "Ada · 1 new answer" in read
        read = whole.tap(COACH, "Ada")[-1]
    assert "a thought of mine" in read
    before = len(whole.sim.texts(COACH))
    whole.until(SUNDAY + timedelta(days=7))
    assert "Ada" not in "\n".join(whole.sim.texts(COACH)[before:])


@pytest.mark.parametrize("words", ["a week", "3 weeks", "today"])
def test_a_typed_pause_is_a_pause_to_the_coach(whole: Whole, words: str) -> None:
    """Days off that were typed and last now show as paused, in the list and on the card, until they are over."""
    whole.say(CLIENT, "/pause")
    whole.say(CLIENT, words)
    whole.tap(CLIENT, "Yes")
    assert "Ada · paused" in whole.say(COACH, "/clients")[-1]
    assert "Ada · paused" in whole.say(COACH, "/client Ada")[-1]
    whole.until(SUNDAY + timedelta(days=30))
    assert "Ada · active" in whole.say(COACH, "/clients")[-1]


def test_a_digest_says_how_many_more_there_are(whole: Whole) -> None:
    """Four short answers are all in the message; of twelve long ones it says how many are on the page only."""
    for n in range(4):
        whole.say(CLIENT, f"The test result is number {n}")
        whole.pause(700)
    said = whole.say(COACH, "/digest Ada")[-1]
    assert [f"is number {n}" in said for n in range(4)] == [True] * 4
    assert "more on the page" not in said
    whole.tap(COACH, "Read")
    for n in range(12):
        asks = "Please call me: " if n % 2 else ""
        whole.say(CLIENT, f"{asks}it is number {n} " + "and yet more of it " * 20)
        whole.pause(700)
    said = "\n".join(whole.say(COACH, "/digest Ada"))
    hidden = sum(f"it is number {n} " not in said for n in range(12))
    told = [int(n) for n in findall(r"and (\d+) more on the page", said)]
    assert hidden > 0
    assert sum(told) == hidden


def _stands(whole: Whole, deed: str) -> None:
    """What a client does, by which no question comes as chosen."""
    match deed:
        case "stops":
            whole.say(CLIENT, "/stop")
            whole.tap(CLIENT, "Yes, stop everything")
        case "pauses":
            whole.say(CLIENT, "/pause")
            whole.tap(CLIENT, "One month")
        case "blocks":
            whole.sim.block(CLIENT)
            whole.pause(3)
        case _:
            whole.say(COACH, "/invite Eve")
            link = whole.link(COACH)
            whole.sim.person("Eve", CLIENT + 9)
            whole.start(CLIENT + 9, link)


@pytest.mark.parametrize(
    ("deed", "word", "sentence"),
    [
        ("stops", "stopped", "Ada has stopped the questions."),
        ("pauses", "paused", "Ada has paused."),
        ("blocks", "not reachable", "Ada cannot be reached by the bot at the moment."),
    ],
)
def test_list_card_overview_and_digest_say_the_same_of_how_it_stands(
    whole: Whole, deed: str, word: str, sentence: str
) -> None:
    """Who stopped, paused or blocked the bot reads so everywhere, never as somebody who is quiet, and never why."""
    _stands(whole, deed)
    for asked in ("/clients", "/client Ada", "/digest"):
        assert f"Ada · {word}" in (said := whole.say(COACH, asked)[-1])
        assert "Ada · nothing new" not in said
    assert sentence in (said := whole.say(COACH, "/digest Ada")[-1])
    assert not findall(r"until|quiet|\d+ (?:day|week|month)s?\b(?! paused)", said)
    assert sentence in whole.say(COACH, "/digest Ada")[-1]


def test_what_is_new_stands_beside_that_somebody_stopped(whole: Whole) -> None:
    """Words that were shared before the stop are told as ever, and the stop is said with them."""
    whole.say(CLIENT, "a thought of mine")
    _stands(whole, "stops")
    assert "Ada · 1 new answer · stopped" in whole.say(COACH, "/digest")[-1]
    said = whole.tap(COACH, "Ada")[-1]
    assert "a thought of mine" in said
    assert "Ada has stopped the questions." in said


def test_who_has_not_agreed_yet_is_said_to_be_so_everywhere(whole: Whole) -> None:
    """An invited client who read the agreement and said nothing yet has a line, a card, and no digest."""
    _stands(whole, "opens the link")
    assert "has not agreed yet" in whole.say(COACH, "/clients")[-1]
    said = whole.say(COACH, "/digest")[-1]
    assert said.count("has not agreed yet") == 1
    label = next(one for one in whole.sim.buttons(COACH) if one not in NAMES)
    assert whole.tap(COACH, label)[-1].startswith("Eve · has not agreed yet")


def test_until_when_a_pause_lasts_is_seen_with_the_clients_leave_alone(whole: Whole) -> None:
    """The coach reads that somebody paused; until when with a yes of theirs, and no longer after a no."""
    whole.say(CLIENT, "/pause 5 days")
    whole.tap(CLIENT, "Yes")
    assert "Ada · paused\n" in whole.say(COACH, "/clients")[-1]
    whole.tap(CLIENT, "Dana may know until when")
    assert "Dana sees until when" in whole.tap(CLIENT, "Yes, until when too")[-1]
    assert "Ada · paused until " in whole.say(COACH, "/clients")[-1]
    assert "Ada has paused until " in whole.say(COACH, "/digest Ada")[-1]
    assert "✓ Dana sees until when a pause lasts" in whole.say(CLIENT, "/agreement")[-1]
    assert "Dana sees that you paused, and until when." in whole.say(CLIENT, "/pause")[-1]
    whole.say(CLIENT, "/agreement")
    whole.tap(CLIENT, "Until when I pause")
    whole.tap(CLIENT, "Only that I paused")
    assert "Ada · paused\n" in whole.say(COACH, "/clients")[-1]
    assert "Ada has paused." in whole.say(COACH, "/digest Ada")[-1]


def test_a_notice_that_waits_stands_on_the_card_and_in_the_lists(whole: Whole) -> None:
    """Until somebody has seen it: on the card, with its button, in /clients and the overview; then no more."""
    whole.say(CLIENT, "I want to die")
    whole.tap(CLIENT, "Tell Dana now")
    waits = "A notice of Sat 21 Nov, "
    for words in ("/clients", "/digest", "/client Ada"):
        said = whole.say(COACH, words)[-1]
        assert said.count(waits) == 1 and "waits to be seen" in said
    assert "Noted." in whole.tap(COACH, "I have seen it")[-1]
    for words in ("/clients", "/digest", "/client Ada"):
        assert "waits to be seen" not in whole.say(COACH, words)[-1]
