"""The export as a page: one's own words with their questions, what was agreed and what went where, on a phone."""

from collections.abc import Iterator
from functools import partial
from html.parser import HTMLParser
from pathlib import Path

import pytest
from whole import CLIENT, COACH, Whole, coach_and_client, whole_bot

from bot.i18n import texts
from bot.people.client import exporting, opened
from bot.people.turn import Turn
from bot.store import audit, people


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """The same for each test, lived through once."""
    with whole_bot(tmp_path, coach_and_client) as made:
        yield made


class Words(HTMLParser):
    """What a browser would show, and what it would fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.fetches: list[str] = []

    def handle_data(self, data: str) -> None:
        """Every text of the page."""
        self.said.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Whatever points outside."""
        self.fetches += [value or "" for name, value in attrs if name in ("src", "href", "srcset")]


def page(whole: Whole) -> Words:
    def made(tx: object) -> bytes:
        turn = Turn(tx, whole.clock.now(), 0, whole.house.config, "interlude_bot")  # type: ignore[arg-type]
        client = people.client(turn.tx, CLIENT)
        assert client is not None
        return exporting.page(turn, client)

    seen = Words()
    seen.feed(whole.tx(made).decode())
    return seen


def test_the_export_comes_as_a_page_and_as_a_file(whole: Whole) -> None:
    """/export gives both, the page to read first; each says what it is."""
    whole.say(CLIENT, "a thought in between")
    whole.pause(60)
    said = whole.say(CLIENT, "/export")
    assert "to read in a browser" in said[0]
    assert "for a program" in said[1]
    names = [
        one.body["document"]["file_name"] for one in whole.sim.messages(CLIENT) if "document" in one.body
    ]
    assert names == ["interlude-export.html", "interlude-export.json"]


def test_the_page_has_every_word_with_its_question(whole: Whole) -> None:
    """Questions as they were asked, words as they were written and as they were before, with who sees them."""
    whole.begin("look-back")
    number = whole.sim.say(CLIENT, "the lake <b>at six</b>")
    whole.pause(60)
    whole.sim.edit(CLIENT, number, "the lake & the rain")
    whole.pause(60)
    said = page(whole).said
    (asked, *_) = [one.prompt for one in whole.responses()]
    assert asked in said
    assert said.index("the lake & the rain") < said.index("the lake <b>at six</b>")
    assert any("shared" in one for one in said)


def test_the_page_says_what_was_agreed_and_what_went_where(whole: Whole) -> None:
    """Consents, digests with when they were read, the settings and the plan, on the client's own clock."""
    whole.say(CLIENT, "a thought in between")
    whole.pause(60)
    whole.say(COACH, "/digest")
    whole.pause(10)
    said = "\n".join(page(whole).said)
    assert "you agreed that what you write is kept" in said
    assert "a digest of a week" in said
    assert "What went to Dana" in said
    assert "What comes, as things stand" in said
    assert "(Lisbon)" in said


def test_the_page_says_who_sees_answers_from_now_on(whole: Whole) -> None:
    """A choice of privacy stands on it with its day, and as it is set now."""
    whole.say(CLIENT, "/sharing")
    whole.tap(CLIENT, "Private until I share")
    said = "\n".join(page(whole).said)
    assert "you chose that your answers are private until you share them" in said
    assert "Your answers are private until you share them." in said


def test_the_page_says_what_was_done_with_words(whole: Whole) -> None:
    """What was told at once, and when a digest was read, stand with their instants."""
    whole.say(CLIENT, "please call me, Dana")
    whole.pause(60)
    whole.tap(CLIENT, "Tell Dana now")
    whole.say(CLIENT, "a thought in between")
    whole.pause(700)
    whole.say(COACH, "/digest")
    whole.pause(10)
    whole.tap(COACH, "Read")
    said = "\n".join(page(whole).said)
    assert "answers were told at once" in said
    assert "a digest was sent" in said and "a digest was read" in said
    assert ", read on Sat 21 Nov" in said


def test_the_page_asks_for_nothing_from_anywhere(whole: Whole) -> None:
    """No address outside it stands in it, whatever a client wrote."""
    whole.say(CLIENT, 'see https://example.org/x.png <img src="https://example.org/x.png">')
    whole.pause(60)
    assert page(whole).fetches == []


def test_every_act_that_is_noted_about_a_client_is_said_in_words(whole: Whole) -> None:
    """Each line of the audit that the page knows stands on it, with its instant, in the client's language."""
    at = whole.clock.now()
    for action in opened.ACTS:
        whole.tx(partial(audit.add, actor=COACH, action=action, now=at, subject=CLIENT))
    said = "\n".join(page(whole).said)
    when = texts("en").when(at, "Europe/Lisbon")
    assert [one.message for one in opened.ACTS.values() if f"{when}: {one.message}" not in said] == []


def test_what_the_page_says_of_the_audit_can_stand_in_it() -> None:
    """Each act that has words on the page is noted somewhere under that name."""
    root = Path(exporting.__file__).parents[2]
    others = (one for one in sorted(root.rglob("*.py")) if one.name != "opened.py")
    source = "".join(one.read_text("utf-8") for one in others)
    assert [action for action in opened.ACTS if f'"{action}"' not in source] == []


def test_a_client_reads_in_the_chat_what_was_shown_of_theirs(whole: Whole) -> None:
    """/opened: nothing before anything was shown; then each opening, and answers to choose from under *Reply*."""
    assert "Nothing of yours was shown" in whole.say(CLIENT, "/opened")[-1]
    whole.say(CLIENT, "a thought in between")
    whole.pause(700)
    whole.say(CLIENT, "another thought, much later")
    whole.pause(700)
    whole.say(COACH, "/digest")
    whole.pause(10)
    whole.tap(COACH, "Reply")
    said = whole.say(CLIENT, "/opened")[-1].splitlines()
    assert ["shown again" in said[1], "a digest was sent" in said[2]] == [True, True]
    assert "a thought" not in "".join(said)


def test_a_long_list_of_what_was_shown_says_where_all_of_it_is(whole: Whole) -> None:
    """More than twenty: the latest twenty, and that /export has the rest."""
    for _ in range(25):
        whole.tx(partial(audit.add, actor=COACH, action="digest read", now=whole.clock.now(), subject=CLIENT))
    said = whole.say(CLIENT, "/opened")[-1].splitlines()
    assert len(said) == 22
    assert "/export" in said[-1]


def test_what_went_without_words_is_said_so(whole: Whole) -> None:
    """A digest with none of theirs, a picture that came by itself and a notice are no words that were opened."""
    whole.say(COACH, "/digest")
    whole.pause(10)
    assert "a digest was sent, with no words of yours in it" in whole.say(CLIENT, "/opened")[-1]
    done = partial(audit.add, actor=COACH, now=whole.clock.now(), subject=CLIENT)
    whole.tx(partial(done, action="picture of a digest sent"))
    whole.say(CLIENT, "I want to die")
    whole.pause(120)
    said = whole.say(CLIENT, "/opened")[-1]
    assert "a notice went that something may need a person, without your words" in said
    assert "a digest was sent as a picture too" in said and "opened" not in said
    assert "a notice went" in " ".join(page(whole).said)
