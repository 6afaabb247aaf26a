"""What a page declares beside its words: who sees the answers, and what an answer is for.

Both stand in brackets, and nowhere else: no name of a step means anything.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from bot.core.script.script import Audience, Script, Step, Use

AUDIENCES: Mapping[str, Audience] = {"private": "private", "at the session": "session", "now": "now"}
"""Behind a choice: whoever takes it decides who sees the answers of this reflection."""

USES: Mapping[str, Use] = {
    "to understand": "understand",
    "to bring": "bring",
    "own doing": "doing",
    "stayed steady": "steady",
    "agreed": "agreed",
    "most useful": "useful",
    "in the way": "in the way",
    "own list": "list",
}
"""Behind a step's name: where its answer stands in a digest or brief, or that it is a line of the client's list."""

_MARKED = re.compile(r"(.*\S)\s*\(([^()]*)\)", re.DOTALL)


class Chosen(Protocol):
    """As much of an answer as tells what was chosen at which step."""

    @property
    def step(self) -> str: ...

    @property
    def choice(self) -> str | None: ...


def parted(label: str) -> tuple[str, str]:
    """A choice's words, and what stands in brackets behind them; "" where nothing does."""
    found = _MARKED.fullmatch(label)
    return (found[1], " ".join(found[2].lower().split())) if found else (label, "")


def asks_who(script: Script) -> bool:
    """Whether its client is asked who sees the answers: until that is chosen, nobody else does."""
    return any(choice.audience for step in script.steps for choice in step.choices)


def audience(script: Script, answer: Chosen) -> Audience:
    """Who sees the answers by what was chosen here; "" where nothing of the kind was."""
    step = script.step(answer.step)
    if step is None or answer.choice is None:
        return ""
    return next((one.audience for one in step.choices if one.label == answer.choice), "")


def listed(script: Script, answer: Chosen) -> bool:
    """Whether an answer is a line of the client's own list, and so nobody else's to see."""
    step = script.step(answer.step)
    return step is not None and step.use == "list"


def decided(script: Script, answers: Sequence[Chosen]) -> Audience:
    """Who sees the answers by all that was chosen so far, the latest last."""
    return next((who for one in reversed(answers) if (who := audience(script, one))), "")


def brackets(step: Step) -> list[str]:
    """What stands in brackets behind a step's name because of what its answer is for."""
    return [words for words, use in USES.items() if use == step.use]


def in_words(script: Script) -> Iterator[str]:
    """What a page declares, a line each, for whoever tries it out."""
    for step in script.steps:
        for words in brackets(step):
            listed = "on the client's own list of what helps; no coach sees it"
            yield f"{step.name}: {listed if step.use == 'list' else f'in a digest as what is {words}'}"
        if step.optional:
            yield f"{step.name}: may be left alone; the talk counts as finished then"
        for choice in step.choices:
            if choice.audience:
                yield f"{step.name}: “{choice.label}” {_SEEN[choice.audience]}"


def promises(label: str) -> bool:
    """Whether a choice's words sound as if taking it kept the answers private."""
    return _PRIVATE.search(label) is not None


_PRIVATE = re.compile(
    r"\b(?:private|privately|(?:to|for|with) myself|only me|me alone|nobody|no one|not? share|secret|mine alone|"
    r"privat|für mich|nur ich|niemand(?:em)?|nicht teilen|geheim|bei mir behalten|"
    r"privad[oa]|para mí|solo yo|nadie|no compartir|secreto)\b|خاص|لنفسي|لي وحدي|لا أحد|سر\b",
    re.IGNORECASE,
)


_SEEN: Mapping[Audience, str] = {
    "private": "keeps it private: no coach sees it",
    "session": "shares it at the session: in the next brief or digest",
    "now": "shares it now: the coach gets it at once",
}
