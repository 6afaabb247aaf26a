"""The rules that need the whole script: acknowledgement, permission, ease over all its steps."""

from collections.abc import Iterator, Mapping

from bot.core.lint.ease import count
from bot.core.lint.finding import Finding, finding
from bot.core.lint.form import too_hard
from bot.core.lint.lexicon import WordLists
from bot.core.lint.plain import plain
from bot.core.lint.reading import ReadMessage
from bot.core.lint.split import asks
from bot.core.script.kinds import KINDS, WORDED
from bot.core.script.script import Script, Step

Found = tuple[Step, Finding]
"""A finding with the step whose text it counts in."""

_ENOUGH = 30  # words from which a whole script says how hard it is to read
_ANSWERED = frozenset(kind.name for kind in KINDS.values() if kind.waits and not kind.silent)


Sheets = Mapping[str, tuple[ReadMessage, ...]]
"""For each step's name the messages that its text can become."""


def whole(script: Script, sheets: Sheets, words: WordLists) -> Iterator[Found]:
    """ACK, PERM and READ over the whole script. Pure; any parsed script."""
    yield from _acknowledged(script, sheets)
    yield from _permissive(script, words)
    yield from _ease(script, sheets, words)


def _acknowledged(script: Script, sheets: Sheets) -> Iterator[Found]:
    """ACK: what follows an answer begins with a word on it, in its own text or in the step before."""
    for step in script.steps:
        asked = step.kind in _ANSWERED and any(one.kind in _ANSWERED for one in _before(script, step))
        if asked and not any(_opens_with_statement(one) for one in sheets[step.name]):
            yield step, finding("ACK", 0, "")


def _before(script: Script, step: Step) -> list[Step]:
    """The steps that may lead straight here."""
    return [one for one in script.steps if step.name in _leads(script, one)]


def _leads(script: Script, step: Step) -> set[str]:
    ways = {branch.to for branch in step.branches} | {choice.to for choice in step.choices if choice.to}
    always = any(branch.condition.kind == "always" for branch in step.branches)
    return ways if always else ways | {script.after(step.name)}


def _opens_with_statement(one: ReadMessage) -> bool:
    asking = one.setting.words.asking
    return bool(one.sentences) and not one.sentences[0].questioned and not asks(one.sentences[0], asking)


def _permissive(script: Script, words: WordLists) -> Iterator[Found]:
    """PERM: up to and in the first open question, something says that it is free to answer."""
    for number, step in enumerate(script.steps):
        if step.kind in WORDED:
            # In its first wording: the others take its place.
            said = " ".join(plain(one.wording(0)).lower for one in script.steps[: number + 1])
            labels = " ".join(
                choice.label.lower() for one in script.steps[: number + 1] for choice in one.choices
            )
            if not words.permissive.search(f"{said} {labels}") and words.language:
                yield step, finding("PERM", 0, "")
            return


def _ease(script: Script, sheets: Sheets, words: WordLists) -> Iterator[Found]:
    """READ over all steps together, where the single message is too short to tell."""
    texts = [one for step in script.steps for one in sheets[step.name][:1]]
    lengths = tuple(n for one in texts for n in (count(sentence.text) for sentence in one.sentences) if n)
    if sum(lengths) < _ENOUGH:
        return
    found = too_hard(
        lengths, " ".join(sentence.text for one in texts for sentence in one.sentences), words.index
    )
    if found is not None:
        yield script.steps[0], found
