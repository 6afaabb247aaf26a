"""Another question: real alternatives beside the one that is asked, and the one that is chosen takes its place."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from whole import CLIENT, COACH, Whole, sharing, whole_bot

from bot.i18n import phrases
from bot.people import library
from bot.store import assignments, people, reflections
from bot.store.db import Tx

OFFER = "Which one would you like instead? The one above is put away then, and whatever you wrote stays kept."


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A coach, and a client who shares what they write and is asked how the week is."""
    with whole_bot(tmp_path, practice=sharing) as made:
        made.say(CLIENT, "/mid_week")
        yield made


def states(whole: Whole) -> list[tuple[str, str]]:
    """Each talk's script and how it stands."""
    rows = whole.tx(partial(reflections.of_client, client_id=CLIENT))
    return [(row.script, row.state) for row in sorted(rows, key=lambda row: row.id)]


def named(whole: Whole, title: str) -> str:
    """The script of a title."""

    def read(tx: Tx) -> str:
        (name,) = [one.name for one in library.all_live(tx, "en") if one.script.header.title == title]
        return name

    return whole.tx(read)  # type: ignore[no-any-return]


def test_another_question_takes_the_place_of_the_one_that_is_asked(whole: Whole) -> None:
    """Under Later two or three others stand to choose from; the chosen one begins, the other is put away."""
    whole.tap(CLIENT, "Later")
    assert whole.tap(CLIENT, "Another question")[-1] == OFFER
    titles = whole.sim.buttons(CLIENT)
    assert 2 <= len(titles) <= 3
    assert states(whole) == [("mid-week", "open")]
    name = named(whole, titles[0])
    assert name != "mid-week"
    assert "?" in "\n".join(whole.tap(CLIENT, titles[0]))
    assert states(whole) == [("mid-week", "parked"), (name, "open")]


@pytest.mark.parametrize("words", ["another question", "Andere Frage!", "سؤال آخر"])
def test_it_is_asked_for_in_words_and_what_was_written_stays(whole: Whole, words: str) -> None:
    """In three languages; the words are no answer, and those before them are kept as one."""
    whole.say(CLIENT, "slow so far")
    assert whole.say(CLIENT, words)[-1] == OFFER
    whole.tap(CLIENT, whole.sim.buttons(CLIENT)[-1])
    assert states(whole)[0] == ("mid-week", "parked")
    assert [text.words for one in whole.responses() for text in one.texts] == ["slow so far"]


def test_the_one_that_is_asked_stays_until_another_is_chosen(whole: Whole) -> None:
    """Who only looks at the others answers the one above as ever; a late tap on another begins that."""
    whole.say(CLIENT, "another question")
    titles = whole.sim.buttons(CLIENT)
    whole.say(CLIENT, "rather well, after all")
    whole.pause(60)
    (one,) = whole.responses()
    assert [text.words for text in one.texts] == ["rather well, after all"]
    name = named(whole, titles[0])
    whole.tap(CLIENT, titles[0])
    assert states(whole)[-1] == (name, "open")


def test_only_what_suits_is_offered(whole: Whole) -> None:
    """No topic left out, none that the coach took off, and what was used most lately is not among the first."""

    def offered() -> list[str]:
        whole.say(CLIENT, "another question")
        return [named(whole, title) for title in whole.sim.buttons(CLIENT)]

    first, second, third = offered()

    def tags(tx: Tx) -> tuple[str, ...]:
        return library.tags(tx, first, "en")

    whole.tx(partial(people.set_rhythm, client_id=CLIENT, avoid=list(whole.tx(tags))))
    whole.tx(lambda tx: assignments.switch(tx, CLIENT, second, COACH, False, whole.clock.now()))
    after = offered()
    assert first not in after and second not in after
    whole.say(CLIENT, f"/{third.replace('-', '_')}")
    whole.say(CLIENT, "/mid_week")
    assert third not in offered()


def test_where_none_suits_that_is_said(whole: Whole) -> None:
    """Nothing is offered that does not suit, and the question stays open."""
    every = {"feelings", "week", "strengths"}
    live = whole.tx(lambda tx: [one.script.header for one in library.all_live(tx, "en")])
    every |= {tag for head in live for tag in head.tags}
    whole.tx(partial(people.set_rhythm, client_id=CLIENT, avoid=sorted(every)))
    said = whole.say(CLIENT, "another question")[-1]
    assert said == "As things stand no other question suits. The one above stays open, and can be passed."
    assert states(whole) == [("mid-week", "open")]


def test_it_stands_under_each_prompt(whole: Whole) -> None:
    """Beside pass, later and the end another question is one tap away, at each question of a talk."""
    assert "Another question" in whole.sim.buttons(CLIENT)
    whole.say(CLIENT, "slow so far")
    assert "Another question" not in whole.sim.buttons(CLIENT)  # an answer is growing
    whole.pause(60)
    assert "Another question" in whole.sim.buttons(CLIENT)
    assert whole.tap(CLIENT, "Another question")[-1] == OFFER
    assert states(whole) == [("mid-week", "open")]


@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_each_prompt_has_two_others_or_three(whole: Whole, language: str) -> None:
    """Whatever is asked, in each language, there are real others to choose from."""
    whole.tx(partial(people.change_client, client_id=CLIENT, language=language))
    there = whole.tx(lambda tx: library.on_demand(tx, language))
    for name in [one.name for one in there if one.script.header.when.kind not in ("before", "after")]:
        whole.say(CLIENT, f"/{name.replace('-', '_')}")
        said = whole.tap(CLIENT, phrases(language).other)
        assert len(said) == 1, name
        assert 2 <= len(whole.sim.buttons(CLIENT)) <= 3, name


@pytest.mark.parametrize("words", ["river", "7", "🌊", "not ready to write this", "...", "Müde."])
def test_who_says_less_is_not_given_it_back(whole: Whole, words: str) -> None:
    """One word, a number, a sign, or that it is not to be written: taken, and neither repeated nor asked about."""
    whole.say(CLIENT, "/look_back")
    before = len(whole.sim.texts(CLIENT))
    whole.say(CLIENT, words)
    whole.pause(60)
    said = "\n".join(whole.sim.texts(CLIENT)[before:])
    assert (said.count("?") == 1 and words.strip(".") not in said.replace("...", "")) or words == "..."
