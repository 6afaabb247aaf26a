"""One message as the rules read it: its sentences, what each asks for, its kind and setting."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.core.lint.ease import count
from bot.core.lint.lexicon import WordLists
from bot.core.lint.plain import plain
from bot.core.lint.questions import Reading, reading
from bot.core.lint.sentences import Sentence, sentences
from bot.core.lint.variants import Variant
from bot.core.script.kinds import WAITING, WORDED
from bot.core.script.script import When

Voice = Literal["client", "coach", "label"]
"""Who hears it: a client, a coach; or a label that the client says by tapping it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the rules know beside the words.

    ``strict``: inside a script, where PRAISE is an error. ``when``: that script's trigger, for TIME.
    """

    words: WordLists
    kind: str = "ask"
    voice: Voice = "client"
    tags: frozenset[str] = frozenset()
    strict: bool = False
    when: When | None = None

    @property
    def waits(self) -> bool:
        """Whether a client answers here."""
        return self.kind in WAITING

    @property
    def asks(self) -> bool:
        """Whether a client answers in words of their own."""
        return self.kind in WORDED


@dataclass(frozen=True, slots=True)
class ReadMessage:
    """``readings``: what each sentence asks for, in the order of ``sentences``.

    ``kept``: the source of what shows. ``sample``: how many words each sentence of the longest possible
    message has; ``sample_length``: the characters of that message.
    """

    setting: Setting
    shown: str
    places: Sequence[int]
    sentences: tuple[Sentence, ...]
    readings: tuple[Reading, ...]
    kept: str
    sample: tuple[int, ...]
    sample_length: int

    def origin(self, place: int) -> int:
        """Where in the original text the character at ``place`` stands."""
        return self.places[min(place, len(self.places) - 1)]

    def pairs(self) -> Iterable[tuple[Sentence, Reading]]:
        """Each sentence with what it asks for."""
        return zip(self.sentences, self.readings, strict=True)


def sheet(variant: Variant, setting: Setting) -> ReadMessage:
    """The message as the rules read it. Pure; works on any text."""
    words = setting.words
    flat = plain(variant.text)
    found = sentences(flat, words)
    return ReadMessage(
        setting=setting,
        shown=flat.shown,
        places=flat.places,
        sentences=found,
        readings=tuple(reading(sentence, words.asking) for sentence in found),
        kept=variant.kept,
        sample=_counts(variant, found, words),
        sample_length=len(" ".join(variant.sample.split())),
    )


def _counts(variant: Variant, found: tuple[Sentence, ...], words: WordLists) -> tuple[int, ...]:
    """The words of each sentence of the longest message; quotation marks do not hide words here."""
    said = variant.sample.translate(_NO_QUOTES)
    if said != variant.text:
        found = sentences(plain(said), words)
    return tuple(n for n in (count(one.text) for one in found) if n)


_NO_QUOTES = str.maketrans(dict.fromkeys('“”„«»‹›"', " "))
