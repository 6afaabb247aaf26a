"""The bare engine as the world of a talk: a clock that only the talk moves, and a small agenda of wakes."""

import re
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.core.script.sample import invented
from bot.core.script.script import Script
from bot.core.script.template import given, plain
from bot.core.talk import talk_file as talks
from bot.core.talk.engine import advance
from bot.core.talk.model import (
    Answer,
    Begin,
    Effect,
    End,
    Event,
    Keep,
    Manners,
    Phrases,
    Rebutton,
    Reflection,
    Rows,
    Said,
    Say,
    Start,
    Tapped,
    Trouble,
    Wake,
    Woke,
)
from bot.core.talk.reflection import from_json, over, revise, to_json
from bot.core.talk.talk_file import Talk, TalkFault, TalkLine


@dataclass(slots=True)
class Rehearsal:
    """One reflection on the bare engine. With ``saving`` its state is written out and read between turns."""

    script: Script
    reflection: Reflection
    now: datetime
    zone: str = "UTC"
    saving: bool = False
    phrases: Phrases = field(default_factory=Phrases)
    manners: Manners = field(default_factory=Manners)
    effects: list[Effect] = field(default_factory=list)  # all there ever were, in order
    _agenda: dict[str, Wake] = field(default_factory=dict)
    _shown: list[tuple[str, str, int]] = field(default_factory=list)  # label, act, question; the latest last
    _offered: tuple[str, ...] = ()
    _unsaid: dict[int, Answer] = field(default_factory=dict)  # kept, and not yet told: more may come
    _messages: int = 0

    def begin(self) -> tuple[TalkLine, ...]:
        """The reflection starts."""
        return self._advance(Begin())

    def write(self, text: str, to: str = "") -> tuple[TalkLine, ...]:
        """The client sends a message, to the prompt of step ``to``, or to the one that waits."""
        self._messages += 1
        lines = self._advance(Said(text, self._messages, self._turn(to)))
        return tuple(
            line for line in lines if line.key != "buttons"
        )  # That is all, Stop: every time the same

    def offered(self) -> tuple[str, ...]:
        """The labels of the buttons under the prompt that waits, as things stand."""
        return self._offered

    def tap(self, label: str) -> tuple[TalkLine, ...]:
        """The client taps the button of that label, the latest one shown. Raises TalkFault if none was."""
        for known, act, question in reversed(self._shown):
            if known == label:
                return self._advance(Tapped(act, question))
        raise TalkFault(f"no button says {label!r}; there were {sorted({one[0] for one in self._shown})}")

    def edit(self, number: int, text: str) -> tuple[TalkLine, ...]:
        """The client edits their message of that number, counted from 1."""
        before = self.reflection.answers
        self.reflection = revise(self.reflection, number, text)
        changed = (new for old, new in zip(before, self.reflection.answers, strict=True) if old != new)
        self._unsaid |= {answer.question: answer for answer in changed}
        return self._told()

    def wait(self, time: timedelta) -> tuple[TalkLine, ...]:
        """Time goes by, and the wakes that fall due in it come in order."""
        until = self.now + time
        lines: tuple[TalkLine, ...] = ()
        while due := [wake for wake in self._agenda.values() if wake.at <= until]:
            wake = min(due, key=lambda one: one.at)
            del self._agenda[wake.kind]
            self.now = max(self.now, wake.at)
            lines += self._advance(Woke(wake.kind, wake.question))
        self.now = until
        return lines

    def typed(self, line: TalkLine) -> tuple[TalkLine, ...]:
        """What comes of a line as ``line_of`` reads it; words are a whole answer at once: nobody adds to them."""
        if line.key == "later":
            return self.wait(talks.duration(line.text))
        if found := re.fullmatch(r"\[(.+)\]", line.text):
            return self.tap(found[1])
        return (*self.write(line.text), *self.wait(talks.SETTLE))

    def _advance(self, event: Event) -> tuple[TalkLine, ...]:
        after, effects = advance(
            self.script, self.reflection, event, self.now, self.phrases, self.manners, self.zone
        )
        self.reflection = from_json(to_json(after)) if self.saving else after
        self.effects += effects
        lines = tuple(line for effect in effects for line in self._done(effect, effects))
        return *self._told(), *lines

    def _done(self, effect: Effect, beside: tuple[Effect, ...]) -> tuple[TalkLine, ...]:
        """Do what the engine asks, and tell it as lines of a talk."""
        match effect:
            case Keep(answer):
                self._unsaid[answer.question] = answer
            case Wake(kind):
                self._agenda[kind] = effect
            case Say(text, rows, silent=silent, question=question):
                labels = self._labels(rows, question) if rows else []
                return (talks.bot(plain(text), labels, silent),)
            case Rebutton(question, rows):
                labels = self._labels(rows, question)
                return (talks.buttons(labels),) if labels else ()
            case Trouble(step=step, message=message):
                return (talks.trouble(step, message),)
            case End(how):
                then = [other.script for other in beside if isinstance(other, Start)]
                return (talks.end(how, *then),)
        return ()

    def _labels(self, rows: Rows, question: int) -> list[list[str]]:
        buttons = [button for row in rows for button in row]
        self._shown += [(button.label, button.act, question) for button in buttons]
        self._offered = tuple(button.label for button in buttons)
        return [[button.label for button in row] for row in rows]

    def _told(self) -> tuple[TalkLine, ...]:
        """The answers to which nothing more is expected: those of earlier turns, and all once it is over."""
        ready = {at for at in self._unsaid if at != self.reflection.question or over(self.reflection)}
        return tuple(talks.saved(self._unsaid.pop(at)) for at in sorted(ready))

    def _turn(self, to: str) -> int:
        """The question of the latest prompt of that step."""
        turns = [say.question for say in self.effects if isinstance(say, Say) and say.step == to and say.rows]
        if to and not turns:
            raise TalkFault(f"no prompt of a step {to!r} was shown")
        return turns[-1] if to else self.reflection.question


def line_of(words: str) -> TalkLine:
    """What somebody typed who plays the client: ``later 2h`` lets time pass, all else is the client's."""
    found = re.fullmatch(r"later (\d.*)", words)
    return TalkLine("later", found[1]) if found else TalkLine("client", words)


def perform(talk: Talk, script: Script, saving: bool = False, phrases: Phrases | None = None) -> Talk:
    """The talk as it really goes on the bare engine. Raises TalkFault for a line that cannot be played."""
    return talks.play(talk, stage(talk, script, saving, phrases))


def sampled(script: Script) -> tuple[tuple[str, str], ...]:
    """Samples of what the script shows of a practice, of a client's own words and of earlier answers."""
    return invented(dict.fromkeys(name for step in script.steps for name in given(step.text)))


def stage(talk: Talk, script: Script, saving: bool = False, phrases: Phrases | None = None) -> Rehearsal:
    """The world in which the talk begins, in the words of the interface that it is given, else in English.

    What a practice, a coach or an earlier answer would give the script stands there as samples.
    """
    reflection, now, zone = talks.starts(talk)
    reflection = replace(reflection, context=replace(reflection.context, words=sampled(script)))
    return Rehearsal(script, reflection, now, zone, saving, phrases or Phrases())
