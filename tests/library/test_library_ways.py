"""Every way through every shipped script, walked on the engine with nothing left out."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from shelf import TALKS, Volume, volumes

from bot.core.script.script import Script
from bot.core.script.template import plain
from bot.core.talk.engine import advance
from bot.core.talk.model import (
    Begin,
    Context,
    Effect,
    End,
    Event,
    Reflection,
    Said,
    Say,
    Start,
    Tapped,
    Trouble,
    Woke,
)
from bot.core.talk.reflection import over
from bot.core.talk.rehearsal import perform
from bot.core.talk.talk_file import Talk, TalkLine, read
from bot.i18n import phrases

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
LONG = timedelta(minutes=10)
COACH = "Alexandra Montgomery-Smith"
WORDS = "one two three four five six seven eight nine ten eleven twelve"
MOST = 400  # characters in a message, a long echo and a long name included

each = pytest.mark.parametrize("volume", volumes(), ids=lambda volume: volume.id)

Way = tuple[Effect, ...]


def ways(script: Script) -> Iterator[Way]:
    """All effects of each way through, with one answer of each sort at each prompt."""
    fresh = Reflection(script.name, script.header.language, 1, Context(COACH, "Sam", 4))
    yield from _on(script, *advance(script, fresh, Begin(), NOON), now=NOON)


def _on(script: Script, reflection: Reflection, effects: Way, now: datetime) -> Iterator[Way]:
    if over(reflection):
        yield effects
        return
    for events in _answers(script, reflection):
        after, more, at = reflection, effects, now
        for event in events:
            after, found = advance(script, after, event, at, zone="UTC")
            more, at = (*more, *found), at + LONG
        yield from _on(script, after, more, at)


def _answers(script: Script, reflection: Reflection) -> Iterator[tuple[Event, ...]]:
    step, turn = script.step(reflection.step), reflection.question
    assert step is not None
    yield (Tapped("pass", turn),)
    if step.kind == "hold":
        yield Tapped(f"hold:{step.minutes[0]}", turn), Woke("hold", turn)
        return
    if step.kind == "two_parts":
        yield (*_written(turn), Said(WORDS, turn * 10 + 1, turn), Woke("settle", turn))
        return
    yield _written(turn)
    yield from ((Tapped(f"choice:{at}", turn),) for at in range(len(step.choices)))
    if step.scale:
        yield from ((Tapped(f"rate:{at}", turn),) for at in (step.scale.low, step.scale.high))


def _written(turn: int) -> tuple[Event, ...]:
    return Said(WORDS, turn * 10, turn), Woke("settle", turn)


@each
def test_every_way_ends_with_a_closing_line(volume: Volume) -> None:
    """Whatever a client does, nothing breaks, and the last thing said is a statement, or another script."""
    for way in ways(volume.script):
        assert not [effect for effect in way if isinstance(effect, Trouble)]
        assert [effect.how for effect in way if isinstance(effect, End)] == ["finished"]
        said = [effect for effect in way if isinstance(effect, Say)]
        assert not said[-1].rows or any(isinstance(effect, Start) for effect in way)


@each
def test_length_is_true(volume: Volume) -> None:
    """The header's fewest and most prompts are those of the shortest and the longest way through."""
    prompts = [
        sum(isinstance(effect, Say) and effect.purpose == "prompt" for effect in way)
        for way in ways(volume.script)
    ]
    assert volume.script.header.length == (min(prompts), max(prompts))


@each
def test_no_message_is_long(volume: Volume) -> None:
    """With a long name and a long answer said back, no message has more than 400 characters."""
    for way in ways(volume.script):
        for effect in way:
            if isinstance(effect, Say):
                assert len(plain(effect.text)) <= MOST


@each
def test_an_answer_may_be_edited_at_every_step(volume: Volume) -> None:
    """Each answer written in the script's own talk, edited later, is kept as edited, and the way is the same."""
    talk = read((TALKS / f"{volume.language}-{volume.script.name}.talk").read_text(encoding="utf-8"))
    edited = perform(
        Talk(talk.header, tuple(_with_edits(talk))), volume.script, phrases=phrases(volume.language)
    )
    kept = [line.text for line in edited.lines if line.key == "saved"]
    assert all(any(text in one for one in kept) for text in _mended(talk))
    assert [line for line in edited.lines if line.key == "end"] == [
        line for line in talk.lines if line.key == "end"
    ]


def _with_edits(talk: Talk) -> Iterator[TalkLine]:
    number = 0
    for line in talk.lines:
        yield line
        if _writes(line):
            number += 1
            yield TalkLine("edit", f"{number} {line.text} (mended)")


def _mended(talk: Talk) -> list[str]:
    return [f"{line.text} (mended)" for line in talk.lines if _writes(line)]


def _writes(line: TalkLine) -> bool:
    return line.key == "client" and not line.text.startswith("[")
