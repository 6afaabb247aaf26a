"""What a safety list finds in a message: a tier, a category, the rule's name; nothing more is read into it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain
from operator import attrgetter
from types import MappingProxyType
from typing import Literal

from bot.core.safety.normal_form import NormalForm, present
from bot.core.safety.phrase import Phrase

Category = Literal[
    "medical", "self", "child", "by-others", "to-others", "call", "someone", "substance", "eating"
]
CATEGORIES: tuple[Category, ...] = (
    "medical",
    "self",
    "child",
    "by-others",
    "to-others",
    "call",
    "someone",
    "substance",
    "eating",
)
"""Whose card comes first where a message sounds like several."""

Tier = Literal[1, 2]
_WINDOW = 3
_COMMON = 3  # words of fewer letters stand in nearly each message, in any language
_FIRST = r"(?<![^ ])"


@dataclass(frozen=True, slots=True)
class Concern:
    """What was heard: tier 1 says it outright, tier 2 sounds like it."""

    tier: Tier
    category: Category
    rule: str


@dataclass(frozen=True, slots=True)
class SafetyRule:
    """Phrases of one kind, under one name, with the lowest tier they can have; what is ready to look has none."""

    name: str
    tier: Tier
    category: Category
    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Sought:
    """One phrase of a rule, ready to look for, its place, and what a message needs before that is worth it.

    ``needs``: a bit for each set of words of which one has to be there.
    """

    rule: SafetyRule
    expression: str
    needs: int
    place: int


@dataclass(frozen=True, slots=True)
class Index:
    """The phrases by a word that each of them needs, and for every word the bits of the needs that it meets."""

    phrases: Mapping[str, tuple[Sought, ...]]
    meets: Mapping[str, int]

    def worth(self, there: frozenset[str]) -> list[Sought]:
        """The phrases that can match at all, each once."""
        each = (self.phrases[key] for key in self.phrases.keys() & there)
        return self.shown(dict.fromkeys(chain.from_iterable(each)), there)

    def shown(self, each: Iterable[Sought], there: frozenset[str]) -> list[Sought]:
        """Those of some phrases of which a message has a word of every kind that they need."""
        met = 0
        for word in self.meets.keys() & there:
            met |= self.meets[word]
        return [one for one in each if one.needs & met == one.needs]


@dataclass(frozen=True, slots=True)
class Finder:
    """A language's list, ready to look: only phrases of which the words are there are tried."""

    form: NormalForm
    rules: Index
    masks: Index
    lowers: re.Pattern[str] | None = None
    denied: re.Pattern[str] | None = None
    negations: frozenset[str] = field(default_factory=frozenset)
    ends: frozenset[str] = field(default_factory=frozenset)

    def find(self, text: str, mend: bool = True) -> Concern | None:
        """The gravest concern of a message, or none. ``mend`` also reads words with a letter wrong."""
        found, tokens = None, self.form.tokens(text)
        meant = self.form.meant(tokens, mend)
        possible = self.form.possible(tokens, meant)
        worth = self.rules.worth(possible)
        if not worth:
            return None  # nearly always: then no reading needs to be written out
        masks = sorted(self.masks.worth(possible), key=attrgetter("place"))  # two may share words
        readings = self.form.written(tokens, meant)
        for said in readings:
            alone = len(readings) == 1  # then what can be in it was just looked for
            heard = self._in(said, *((worth, masks) if alone else self._shown(said, worth, masks)))
            if heard and heard.tier == 1:
                return heard
            found = found or heard
        return found

    def _shown(
        self, said: str, worth: Sequence[Sought], masks: Sequence[Sought]
    ) -> tuple[Sequence[Sought], Sequence[Sought]]:
        """Of what can be in some reading what can be in this one."""
        there = present(said.split())
        rules = self.rules.shown(worth, there)
        return rules, self.masks.shown(masks, there) if rules else ()

    def _in(self, said: str, rules: Sequence[Sought], masks: Sequence[Sought]) -> Concern | None:
        """What one reading says, of the phrases and masks that can be in it."""
        if not rules:
            return None
        for mask in masks:
            said = compiled(mask.expression).sub("_ ", said)
        heard = [one for sought in rules for one in self._heard(said, sought)]
        gravest = min(
            heard, key=lambda one: (one.tier, CATEGORIES.index(one.category), one.rule), default=None
        )
        if gravest and gravest.tier == 2 and gravest.category == "self" and self._twice(said, rules):
            return replace(gravest, tier=1)
        return gravest

    def _twice(self, said: str, rules: Iterable[Sought]) -> bool:
        """Whether two places sound like it, of the writer and now: together they say it outright."""
        places = sorted(
            match.span()
            for sought in rules
            if sought.rule.category == "self" and sought.rule.tier == 2
            for match in compiled(sought.expression).finditer(said)
            if not self._lowered(said, match)
        )
        return bool(places) and any(start >= places[0][1] for start, _ in places)

    def _heard(self, said: str, sought: Sought) -> Iterator[Concern]:
        rule = sought.rule
        for match in compiled(sought.expression).finditer(said):
            tier: Tier = 2 if rule.tier == 1 and self._lowered(said, match) else rule.tier
            yield Concern(tier, rule.category, rule.name)

    def _lowered(self, said: str, match: re.Match[str]) -> bool:
        """Whether a "not", another person or another time stands by it: that lowers, and never erases."""
        begins = said.rfind(". ", 0, match.start()) + 2
        ends = said.find(". ", match.end())
        before, sentence = said[begins : match.start()], ". " + said[begins : ends + 2]
        if self.lowers and self.lowers.search(sentence):
            return True
        if self.denied and self.denied.search(". " + before):
            return True
        return match[0].split()[0] not in self.ends and self._negated(before)

    def _negated(self, before: str) -> bool:
        for word in reversed(before.split()[-_WINDOW:]):
            if word in self.ends:
                return False
            if word in self.negations:
                return True
        return False


@cache
def compiled(expression: str) -> re.Pattern[str]:
    """An expression, compiled when a message first needs it: a list has a thousand, and a day some dozens."""
    return re.compile(expression)


def by_word(rules: Iterable[SafetyRule], ordinary: Mapping[str, int] = MappingProxyType({})) -> Index:
    """Each phrase under words of which a message has to have one: those that people write least.

    ``ordinary``: how often a word stands in ordinary sentences; then comes what the fewest phrases share.
    """
    bare = ((replace(rule, phrases=()), rule.phrases) for rule in rules)
    pairs = [(rule, one) for rule, phrases in bare for one in phrases]
    shared = Counter(word for _, one in pairs for need in one.needs for word in need)
    bits: dict[frozenset[str], int] = {}
    found: dict[str, list[Sought]] = {}
    for place, (rule, one) in enumerate(pairs):
        needs = sum({bits.setdefault(need, 1 << len(bits)) for need in one.needs})
        sought = Sought(rule, _FIRST + one.expression, needs, place)
        for word in min(one.needs, key=lambda need: _common(need, ordinary, shared)):
            found.setdefault(word, []).append(sought)
    meets: Counter[str] = Counter()
    for need, bit in bits.items():
        for word in need:
            meets[word] |= bit
    return Index({word: tuple(each) for word, each in found.items()}, dict(meets))


def _common(
    need: frozenset[str], ordinary: Mapping[str, int], shared: Mapping[str, int]
) -> tuple[int, bool, int]:
    """How likely one of these words stands in a message that has nothing to do with them."""
    often = sum(ordinary.get(word, 0) for word in need)
    return often, min(map(len, need)) < _COMMON, sum(shared[word] for word in need)


def any_of(phrases: Iterable[Phrase], at_end: bool = False) -> re.Pattern[str] | None:
    """One expression for several phrases, anywhere or at the end; none where there are none."""
    each = [one.expression for one in phrases]
    return re.compile(_FIRST + "(?:" + "|".join(each) + ")" + ("$" if at_end else "")) if each else None
