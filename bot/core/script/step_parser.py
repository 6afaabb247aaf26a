"""A section of the page to a step: its name, its kind by its form, its list, its arrows."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.core.base import language as tongue
from bot.core.base.issue import Issue
from bot.core.script.arrow import arrows
from bot.core.script.draft import MOST_NAME, StepDraft, checked, is_name, label, slug, target
from bot.core.script.outline import PageLine, PageSection
from bot.core.script.scale import is_range, rate
from bot.core.script.script import END, Choice, Step, StepKind
from bot.core.script.source import MARKS, Rule, meant, shown, unmarked

KINDS: dict[str, StepKind] = {
    "ask": "ask",
    "choose": "choose",
    "rate": "rate",
    "hold": "hold",
    "two parts": "two_parts",
    "information": "info",
    "acknowledgement": "ack",
}
"""What may stand in brackets behind a step's name, where its form leaves a doubt."""

BUILT_IN = ("coach", "name", "session", "thanks")
"""What every template may read beside the saved names."""

_RESERVED = {*BUILT_IN, "and", "or", "not", "if", "elif", "else", "endif", "in", "is", "for", "set", "true",
             "false", "none", "self", "loop", "block", "filter", "call", "macro", "import", "include",
             "extends", "from", "with", "raw", "print", "autoescape", "caller", "varargs", "kwargs",
             "super"}  # fmt: skip

MOST_HEADING = 200
MOST_SPOKEN = 4000
MOST_CHOICES = 8
MOST_LABEL = 60
MINUTES = range(2, 11)
MOST_MINUTES = 6

_SAVE_NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_MINUTES = re.compile(r"(\d{1,3})\s+(\S+)")
_TAG = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_OPEN = ("…", "...")
_VALUE = re.compile(r"\{\{.*?\}\}", re.DOTALL)


def spoken(source: str) -> str:
    """A template's words for a look at its form: tags gone, each value a plain word."""
    return _VALUE.sub("x", _TAG.sub("", source[:MOST_SPOKEN]))


def infer(text: str, items: Sequence[str], language: str) -> StepKind:
    """The kind that a form has by itself: the list decides, else whether the text asks."""
    labels = [target(item)[0] for item in items]
    open_ends = [label(item).endswith(_OPEN) for item in items]
    if not items:
        return "ask" if tongue.asks(spoken(text), language) else "ack"
    if all(map(is_range, labels)):
        return "rate"
    if all(_is_minutes(words, language) for words in labels):
        return "hold"
    if len(items) == 2 and all(open_ends):
        return "two_parts"
    return "choose"


def step(section: PageSection, number: int, language: str) -> tuple[Step, list[Issue]]:
    """The step of a section; whatever is wrong with it becomes an issue, and the rest is still read."""
    draft = StepDraft(section, language)
    _read_heading(draft, number)
    lines = section.text
    text = _text(lines)
    if not spoken(text).strip(MARKS + " \t\n"):
        draft.wrong("STEP", section.heading.number, "This step says nothing.", "Write a line below its name.")
    kind = _decide(draft, text)
    made = Step(
        name=draft.name,
        kind=kind,
        text=text,
        save=draft.save,
        line=section.heading.number,
        text_line=lines[0].number if lines else section.heading.number,
    )
    return arrows(draft, _list(draft, made)), draft.issues


def _text(lines: Sequence[PageLine]) -> str:
    """The text's lines as in the file, so that line n of the text is line text_line + n of the file."""
    if not lines:
        return ""
    by_number = {line.number: line.text for line in lines}
    return "\n".join(by_number.get(n, "") for n in range(lines[0].number, lines[-1].number + 1))


# ---- the heading -------------------------------------------------------------------------------


def _read_heading(draft: StepDraft, number: int) -> None:
    line = draft.section.heading
    name, note = _parted(unmarked(line.text)[:MOST_HEADING])
    draft.name = name if is_name(name) else slug(name) or f"step-{number}"
    if draft.name == END:
        draft.name = f"{END}ing"
    if draft.name != name:
        message = f"“{shown(name)}” cannot be a step's name." if name else "This step has no name."
        rule = "Small letters a to z, digits and hyphens; the same in every language"
        draft.wrong("NAME", line.number, message, f"{rule}: # {draft.name}")
    draft.save = draft.name.replace("-", "_")
    for part in note.split(",") if note else ():
        _read_note(draft, " ".join(part.split()))
    if draft.save in _RESERVED:
        remedy = f"Write: # {draft.name} (saved as: my_{draft.save})"
        draft.wrong("NAME", line.number, f"“{draft.save}” has a meaning of its own in templates.", remedy)


def _parted(words: str) -> tuple[str, str]:
    """The name, and what stands in brackets behind it."""
    name, bracket, note = words.removesuffix(")").rpartition("(")
    return (name.strip(), note.strip()) if bracket and words.endswith(")") else (words, "")


def _read_note(draft: StepDraft, note: str) -> None:
    line = draft.section.heading.number
    said, _, value = note.partition(":")
    if note.lower() in KINDS:
        draft.kind = KINDS[note.lower()]
    elif said.strip().lower() == "saved as":
        _save_as(draft, value.strip())
    else:
        remedy = f"One of: {', '.join(KINDS)}; or “saved as: a_name”.{meant(note, [*KINDS, 'saved as'])}"
        draft.wrong("KIND", line, f"“{shown(note)}” is no kind of step.", remedy)


def _save_as(draft: StepDraft, name: str) -> None:
    if _SAVE_NAME.fullmatch(name) and len(name) <= MOST_NAME:
        draft.save = name
        return
    remedy = "Small letters a to z, digits and single _ between them: (saved as: first_step)"
    draft.wrong("NAME", draft.section.heading.number, f"“{shown(name)}” cannot be a saved name.", remedy)


def _decide(draft: StepDraft, text: str) -> StepKind:
    """The kind that the heading says, when the form allows it, else the kind of the form."""
    items = [item.text for item in draft.section.items]
    inferred = infer(text, items, draft.language)
    if draft.kind is None:
        _doubt(draft, inferred)
        return inferred
    listed = draft.kind in {"choose", "rate", "hold", "two_parts"}
    if listed and not items:
        draft.wrong("KIND", draft.section.heading.number, "This kind of step has a list.", _HOW[draft.kind])
    elif items and not listed:
        remedy = "Take the list away, or the word in brackets."
        draft.wrong("KIND", draft.section.heading.number, "This kind of step has no list.", remedy)
        return inferred
    return draft.kind


_HOW = {
    "choose": "Add choices: - Label → step",
    "rate": "Add a scale: - 1 to 5: hardly … fully",
    "hold": "Add what may be chosen: - 3 minutes",
    "two_parts": "Add two beginnings: - Part of me …",
}


def _doubt(draft: StepDraft, inferred: StepKind) -> None:
    """A list of choices of which one looks like a number or a silence was probably meant otherwise."""
    if inferred != "choose":
        return
    for item in draft.section.items:
        words = target(item.text)[0]
        if is_range(words) or (_is_minutes(words, draft.language) and len(draft.section.items) > 1):
            message = f"“{shown(words)}” stands in a list of words."
            remedy = "Make the list all numbers or all minutes (a pass is always offered), or write (choose)."
            draft.wrong("KIND", item.number, message, remedy)


# ---- the list ----------------------------------------------------------------------------------


def _list(draft: StepDraft, made: Step) -> Step:
    match made.kind:
        case "choose":
            return replace(made, choices=_choices(draft))
        case "rate":
            return rate(draft, made)
        case "two_parts":
            return replace(made, parts=_parts(draft))
        case "hold":
            return replace(made, minutes=_minutes(draft))
        case _:
            return made


def _choices(draft: StepDraft) -> tuple[Choice, ...]:
    made: list[Choice] = []
    for item in draft.section.items[:MOST_CHOICES]:
        words, to = target(item.text)
        _judge(draft, words, [choice.label for choice in made], item.number)
        made.append(Choice(words, checked(draft, to, item.number), item.number))
    if over := draft.section.items[MOST_CHOICES:]:
        message = f"More than {MOST_CHOICES} choices do not fit on a phone."
        draft.wrong("CHOICE", over[0].number, message, "Leave some out; free words are always welcome.")
    return tuple(made)


def _judge(draft: StepDraft, words: str, before: Sequence[str], line: int) -> None:
    """Whether a button or a beginning can bear these words."""
    if not words:
        draft.wrong("CHOICE", line, "An item without words.", "Write: - Label → step")
    if len(words) > MOST_LABEL:
        message = f"{len(words)} letters: a button holds {MOST_LABEL}."
        draft.wrong("CHOICE", line, message, "Say it in fewer words.")
    if "{{" in words or "{%" in words:
        draft.wrong("CHOICE", line, "A button shows plain words.", "Move {{ … }} into the text above.")
    if words in before:
        message = f"“{shown(words)}” stands here twice."
        draft.wrong("CHOICE", line, message, "Give each choice its own words.")


def _plain_items(draft: StepDraft, rule: Rule) -> list[PageLine]:
    """Items whose arrows, if any, have been refused."""
    for item in draft.section.items:
        if target(item.text)[1] is not None:
            remedy = "Put the arrow on a line of its own, below the list."
            draft.wrong(rule, item.number, "An arrow has no place in this list.", remedy)
    return [PageLine(target(item.text)[0], item.number) for item in draft.section.items]


def _parts(draft: StepDraft) -> tuple[str, ...]:
    items = _plain_items(draft, "KIND")
    led = any(target(item.text)[1] is not None for item in draft.section.items)
    good = len(items) == 2 and (led or all(item.text.endswith(_OPEN) for item in items))
    if items and not good:
        remedy = "Write two: - Part of me … and - Another part …"
        draft.wrong("KIND", draft.section.heading.number, "Two beginnings that end in … are needed.", remedy)
    words = [item.text.removesuffix("...").removesuffix("…").rstrip() for item in items[:2]]
    for item, beginning in zip(items, words, strict=False):
        _judge(draft, beginning, words[:1] if item is items[-1] else (), item.number)
    return tuple(f"{beginning} …" for beginning in words)


# ---- minutes -----------------------------------------------------------------------------------


def _is_minutes(label: str, language: str) -> bool:
    found = _MINUTES.fullmatch(label)
    return found is not None and tongue.is_minutes(found[2], language)


def _minutes(draft: StepDraft) -> tuple[int, ...]:
    made: list[int] = []
    for item in _plain_items(draft, "MINUTES"):
        found = _MINUTES.fullmatch(item.text)
        number = int(found[1]) if found else 0
        if number not in MINUTES or number in made:
            message = f"“{shown(item.text)}” is no length of a silence, or stands here twice."
            draft.wrong("MINUTES", item.number, message, "From 2 to 10, each once: - 3 minutes")
        made.append(number)
    if len(made) > MOST_MINUTES:
        draft.wrong("MINUTES", draft.section.heading.number, f"{len(made)} lengths.", "Offer up to 6.")
    return tuple(made)
