"""A step with choices: labels to tap, each leading somewhere, with free words welcome beside them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.core.script.declared import AUDIENCES, parted, promises
from bot.core.script.draft import StepDraft, checked, target
from bot.core.script.kind import Kind, Pick
from bot.core.script.label import judge, plain_items
from bot.core.script.script import Audience, Choice, Step
from bot.core.script.source import fault, near, shown

MOST_CHOICES = 8
_TYPED = re.compile(r"\s*(?:>|(?<=\s)[à»›](?=\s))\s*([a-z][a-z0-9-]*)$")
"""An arrow of one sign, or what a word processor's arrow becomes when its font is lost."""


def _looks(items: Sequence[str], language: str) -> bool:
    return bool(items)  # a list that is no other kind's


def _read(draft: StepDraft, made: Step) -> Step:
    return replace(made, choices=_choices(draft))


def _choices(draft: StepDraft) -> tuple[Choice, ...]:
    made: list[Choice] = []
    for item in draft.section.items[:MOST_CHOICES]:
        words, to = target(item.text)
        if to is None and (found := _typed(words, draft.language)):
            message = f"“{found[0].strip()}” is shown to clients, and leads nowhere."
            draft.wrong(
                "CHOICE",
                item.number,
                message,
                f"An arrow is → or ->: - {words[: found.start()]} → {found[1]}",
            )
        words, who = _audience(draft, words, item.number)
        judge(draft, words, [choice.label for choice in made], item.number)
        made.append(Choice(words, checked(draft, to, item.number), item.number, who))
    if len(made) == 1 and made[0].to is None and not made[0].audience:
        remedy = "Add another, or take the list away: words are always welcome."
        draft.issues.append(
            fault(
                "CHOICE", made[0].line, "A list of one leaves no choice.", remedy, step=draft.name, warn=True
            )
        )
    if over := draft.section.items[MOST_CHOICES:]:
        message = f"More than {MOST_CHOICES} choices do not fit on a phone."
        draft.wrong("CHOICE", over[0].number, message, "Leave some out; free words are always welcome.")
    return tuple(made)


def _typed(words: str, language: str) -> re.Match[str] | None:
    """An arrow that is none; an à is one where no language of the page's has that word."""
    found = _TYPED.search(words)
    own = found is not None and "à" in found[0] and language[:2] in ("fr", "it", "pt", "ca")
    return None if own else found


def _audience(draft: StepDraft, label: str, line: int) -> tuple[str, Audience]:
    """The words of a choice, and who sees the answers by it; what is nearly such a word is an issue."""
    words, bracket = parted(label)
    if bracket in AUDIENCES:
        return words, AUDIENCES[bracket]
    if not bracket and promises(words):
        message = f"“{shown(words)}” sounds private, and decides nothing."
        remedy = "Write (private) behind it if it keeps the answers from the coach; else other words."
        draft.issues.append(fault("CHOICE", line, message, remedy, step=draft.name, warn=True))
    if bracket and (nearly := near(bracket, AUDIENCES, 0.75)):
        message = f"“({shown(bracket)})” is shown to clients, and decides nothing."
        draft.wrong(
            "CHOICE", line, message, f"Write ({nearly}) if it decides who sees the answers, or other words."
        )
    return label, ""


def _items(step: Step, language: str) -> list[str]:
    return [f"{_marked(choice)} → {choice.to}" if choice.to else _marked(choice) for choice in step.choices]


def _marked(choice: Choice) -> str:
    return next(
        (f"{choice.label} ({word})" for word, who in AUDIENCES.items() if who == choice.audience),
        choice.label,
    )


def _offers(step: Step) -> tuple[Pick, ...]:
    return tuple(Pick(f"choice:{at}", one.label, to=one.to) for at, one in enumerate(step.choices))


MARK = "; "
"""Between the labels of several that were taken; no label of such a list holds one."""


def _read_several(draft: StepDraft, made: Step) -> Step:
    """The labels alone: what is ticked decides nothing, so that any number of them may be."""
    for item in plain_items(draft, "CHOICE"):
        words, bracket = parted(item.text)
        if ";" in words or bracket in AUDIENCES:
            remedy = f"Say it without: - {words.replace(';', ',')}"
            message = "Where several may be ticked, a label has no “;” and decides nothing."
            draft.wrong("CHOICE", item.number, message, remedy)
    bare = replace(draft, issues=[])
    made = replace(made, choices=tuple(replace(one, to=None, audience="") for one in _choices(bare)))
    draft.issues += [one for one in bare.issues if one.level == "error"]
    return made


def ticked(step: Step, choice: str | None, label: str) -> str | None:
    """The labels that are ticked once this one was tapped, in the order of the list; None for none."""
    before = choice.split(MARK) if choice else []
    after = [one for one in before if one != label] if label in before else [*before, label]
    return MARK.join(one.label for one in step.choices if one.label in after) or None


CHOOSE = Kind(
    "choose",
    "choose",
    how="Add choices: - Label → step",
    looks=_looks,
    read=_read,
    items=_items,
    offers=_offers,
)

SEVERAL = Kind(
    "several",
    "several",
    how="Add what may be ticked: - Label",
    read=_read_several,
    items=_items,
    offers=_offers,
)
