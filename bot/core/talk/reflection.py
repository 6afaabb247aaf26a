"""The state of a reflection: its answers by question, saved as text and read again."""

import re
from dataclasses import replace
from itertools import chain, repeat

from markupsafe import escape
from pydantic import TypeAdapter

from bot.core.base.quote import Quote
from bot.core.script.template import plain
from bot.core.talk.model import Answer, Reflection, Said

_adapter = TypeAdapter(Reflection)

_OPENS = '[“„«"‘‚]\N{NARROW NO-BREAK SPACE}?[\u2066-\u2069\u200e\u200f]?'
_CLOSES = '[\u2066-\u2069\u200e\u200f]?\N{NARROW NO-BREAK SPACE}?[”“»"’‘]'
"""Quotation marks, and what keeps words from turning the line, in any language's own kind."""


def to_json(reflection: Reflection) -> str:
    """The whole state as text, to be kept between turns."""
    return _adapter.dump_json(reflection).decode()


def from_json(text: str | bytes) -> Reflection:
    """The state out of ``to_json``, also of an older version: what is missing takes its default."""
    known = text.decode() if isinstance(text, bytes) else text
    return _adapter.validate_json(
        known.replace('"turn":', '"question":')
    )  # its name before 0013; quotes in words are escaped


def over(reflection: Reflection) -> bool:
    """Whether the reflection has ended; later words are still kept, nothing else happens."""
    return reflection.state not in ("open", "snoozed", "holding")


def revise(reflection: Reflection, message_id: int, text: str) -> Reflection:
    """The reflection after the client edited a message, so that an echo shows the new words.

    The store keeps what the message said before. A message of no answer here changes nothing.
    """
    answers = tuple(_revised(answer, message_id, text) for answer in reflection.answers)
    unsaid = reflection.unsaid if reflection.unsaid and reflection.unsaid[1] != message_id else None
    return replace(reflection, answers=answers, unsaid=unsaid)


def without(reflection: Reflection, question: int) -> Reflection:
    """The reflection after the client had an answer erased.

    While it is open the answer stays, with no words in it: what follows it was chosen already.
    """
    ended = over(reflection)
    left = tuple(
        replace(one, texts=("",) * len(one.texts)) if one.question == question else one
        for one in reflection.answers
        if one.question != question or not ended
    )
    return replace(reflection, answers=left)


def unanswered(reflection: Reflection) -> Reflection:
    """The reflection whose open question waits as if nothing had come, where no word is left of its answer."""
    mine = current(reflection)
    bare = mine.passed is False and mine.rating is None and mine.choice is None and not any(mine.texts)
    if over(reflection) or not mine.texts or not bare:
        return reflection
    left = tuple(one for one in reflection.answers if one.question != reflection.question)
    return replace(reflection, answers=left, heard_at=None)


def unecho(reflection: Reflection, said: tuple[str, ...]) -> Reflection:
    """The reflection in whose prompts nothing that was ``said`` is given back."""
    left = tuple(replace(one, prompt=unechoed(one.prompt, said)) for one in reflection.answers)
    words = tuple((name, unechoed(one, said)) for name, one in reflection.context.words)
    context = replace(reflection.context, words=words)
    return replace(reflection, answers=left, prompt=unechoed(reflection.prompt, said), context=context)


def unechoed(prompt: str, said: tuple[str, ...]) -> str:
    """A prompt, as plain words or as HTML, in which nothing that was ``said`` stands in quotation marks."""
    joined = (*said, " ".join(said))
    quoted = {form for one in joined if one.strip() for form in (one.strip(), Quote(one).first())}
    for words in sorted(quoted, key=len, reverse=True):
        for form in {words, str(escape(words)).replace("*", "&#42;")}:
            prompt = re.sub(rf"({_OPENS}){re.escape(form)}({_CLOSES})", r"\1…\2", prompt)
    return prompt


def taken_up(reflection: Reflection) -> Reflection:
    """The reflection as it waits again at the prompt where it lapsed or was put away."""
    return replace(reflection, state="open", until=None, later=False, nudged=True)


def answer_at(reflection: Reflection, question: int) -> Answer:
    """The answer to that question, empty if nothing was given yet, nameless for one that never was."""
    empty = _blank(reflection) if question == reflection.question else Answer("", question, "")
    return next((answer for answer in reflection.answers if answer.question == question), empty)


def current(reflection: Reflection) -> Answer:
    """The answer of the prompt that waits now."""
    return answer_at(reflection, reflection.question)


def heard_before(reflection: Reflection, said: Said) -> bool:
    """Whether this very message is in an answer, or was taken for a tap: it came twice."""
    pairs = (pair for one in reflection.answers for pair in zip(one.messages, one.texts, strict=False))
    return said.message_id in reflection.taken or (said.message_id, said.text) in pairs


def unexplained(reflection: Reflection) -> bool:
    """Whether the last words were "stop", and nobody said what it meant."""
    halt = reflection.halt
    return halt is not None and not any(one > halt[1] for one in current(reflection).messages)


def with_answer(reflection: Reflection, answer: Answer) -> Reflection:
    """The reflection with this answer in its place, in order of turns."""
    others = tuple(other for other in reflection.answers if other.question != answer.question)
    return replace(reflection, answers=tuple(sorted((*others, answer), key=lambda one: one.question)))


def _blank(reflection: Reflection) -> Answer:
    return Answer(reflection.step, reflection.question, plain(reflection.prompt))


def _revised(answer: Answer, message_id: int, text: str) -> Answer:
    pairs = zip(answer.texts, chain(answer.messages, repeat(None)), strict=False)
    return replace(answer, texts=tuple(text if at == message_id else old for old, at in pairs))
