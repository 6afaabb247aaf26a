"""The items of a step's list: the words that a button or a beginning bears, and no arrow where none belongs."""

import re
from collections.abc import Sequence

from bot.core.script.draft import StepDraft, target
from bot.core.script.outline import PageLine
from bot.core.script.source import Rule, shown

MOST_LABEL = 60

_LINK = re.compile(
    r"\w+://|\bwww\.\w|\]\([^()\s]+\)|\b[\w-]+\.(?:com|org|net|info|io|me|eu|de|uk|ch|at)(?:/|\b(?!\.\w))|\bmailto:",
    re.I,
)


def judge(draft: StepDraft, words: str, before: Sequence[str], line: int) -> None:
    """Whether a button or a beginning can bear these words."""
    if not words:
        draft.wrong("CHOICE", line, "An item without words.", "Write: - Label → step")
    if len(words) > MOST_LABEL:
        message = f"{len(words)} letters: a button holds {MOST_LABEL}."
        draft.wrong("CHOICE", line, message, "Say it in fewer words.")
    if "{{" in words or "{%" in words:
        draft.wrong("CHOICE", line, "A button shows plain words.", "Move {{ … }} into the text above.")
    if len(words) <= MOST_LABEL and _LINK.search(words):
        message = f"“{shown(words)}” holds a link, and a button opens none: it is shown as it stands."
        draft.wrong(
            "CHOICE", line, message, "Write the address into the text above; the button says what is meant."
        )
    if words in before:
        message = f"“{shown(words)}” stands here twice."
        draft.wrong("CHOICE", line, message, "Give each choice its own words.")


def plain_items(draft: StepDraft, rule: Rule) -> list[PageLine]:
    """Items whose arrows, if any, have been refused."""
    for item in draft.section.items:
        if target(item.text)[1] is not None:
            remedy = "Put the arrow on a line of its own, below the list."
            draft.wrong(rule, item.number, "An arrow has no place in this list.", remedy)
    return [PageLine(target(item.text)[0], item.number) for item in draft.section.items]
