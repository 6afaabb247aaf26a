"""A section of the page to a step: its name, its kind by its form, its list, its arrows."""

import re
from collections.abc import Sequence

from bot.core.base.issue import Issue
from bot.core.script.arrow import arrows
from bot.core.script.choices import CHOOSE
from bot.core.script.declared import USES
from bot.core.script.draft import MOST_NAME, StepDraft, is_name, slug, target
from bot.core.script.hold import is_minutes
from bot.core.script.kind import Kind
from bot.core.script.kinds import KINDS, WORDS, infer
from bot.core.script.outline import PageLine, PageSection
from bot.core.script.scale import is_range
from bot.core.script.script import END, OTHER, Step, StepWording, wordings_of
from bot.core.script.source import MARKS, meant, shown, unmarked

BUILT_IN = ("coach", "name", "session", "session_when", "session_change", "nth", "thanks")
"""What every template may read beside the saved names."""

_RESERVED = {*BUILT_IN, "and", "or", "not", "if", "elif", "else", "endif", "in", "is", "for", "set", "true",
             "false", "none", "self", "loop", "block", "filter", "call", "macro", "import", "include",
             "extends", "from", "with", "raw", "print", "autoescape", "caller", "varargs", "kwargs",
             "super"}  # fmt: skip

OPTIONAL = "optional"
"""Behind a step's name: it may be left alone."""

_NOTES = (*WORDS, *USES, OPTIONAL, "saved as")

MOST_HEADING = 200
MOST_SPOKEN = 4000
_SAVE_NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_TAG = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_VALUE = re.compile(r"\{\{.*?\}\}", re.DOTALL)


def spoken(source: str) -> str:
    """A template's words for a look at its form: tags gone, each value a plain word."""
    return _VALUE.sub("x", _TAG.sub("", source[:MOST_SPOKEN]))


def step(section: PageSection, number: int, language: str) -> tuple[Step, list[Issue]]:
    """The step of a section; whatever is wrong with it becomes an issue, and the rest is still read."""
    draft = StepDraft(section, language)
    _read_heading(draft, number)
    lines = section.text
    text = _text(lines)
    first = lines[0].number if lines else section.heading.number
    wordings = wordings_of(text, first)
    _say_something(draft, wordings)
    kind = _decide(draft, wordings)
    made = Step(
        name=draft.name,
        kind=kind.name,
        text=text,
        save=draft.save,
        line=section.heading.number,
        text_line=first,
        use=draft.use,
        optional=draft.optional,
    )
    if (draft.use or draft.optional) and not kind.waits:
        remedy = "Write it behind the name of the step that asks."
        what = "be for anything" if draft.use else "be left out"
        draft.wrong("KIND", section.heading.number, f"This step has no answer that could {what}.", remedy)
    return arrows(draft, kind.read(draft, made)), draft.issues


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
    if (kind := note.lower().removeprefix("a ")) in WORDS:
        draft.kind = WORDS[kind].name
    elif note.lower() == OPTIONAL:
        draft.optional = True
    elif note.lower() in USES:
        draft.use = USES[note.lower()]
    elif said.strip().lower() == "saved as":
        _save_as(draft, value.strip())
    else:
        remedy = (
            f"One of: {', '.join((*WORDS, *USES, OPTIONAL))}; or “saved as: a_name”.{meant(note, _NOTES)}"
        )
        draft.wrong("KIND", line, f"“{shown(note)}” is no kind of step.", remedy)


def _save_as(draft: StepDraft, name: str) -> None:
    if _SAVE_NAME.fullmatch(name) and len(name) <= MOST_NAME:
        draft.save = name
        return
    remedy = "Small letters a to z, digits and single _ between them: (saved as: first_step)"
    draft.wrong("NAME", draft.section.heading.number, f"“{shown(name)}” cannot be a saved name.", remedy)


def _say_something(draft: StepDraft, wordings: tuple[StepWording, ...]) -> None:
    """No wording is empty; a step that has but one is told of at its name."""
    for one in wordings:
        if not spoken(one.text).strip(MARKS + " \t\n"):
            alone = len(wordings) == 1
            line = draft.section.heading.number if alone else one.line
            what = "This step says nothing." if alone else f"Beside a line {OTHER} stands nothing."
            remedy = "Write a line below its name." if alone else "Write words on both sides of it."
            draft.wrong("STEP", line, what, remedy)


def _alike(draft: StepDraft, wordings: tuple[StepWording, ...], kinds: list[Kind]) -> None:
    """Whatever wording a client reads, the same is asked of them: words, a tap, or nothing."""
    for one, kind in zip(wordings, kinds, strict=True):
        if kind is not kinds[0]:
            said = (
                "asks, and the first one does not" if kind.waits else "asks nothing, and the first one does"
            )
            remedy = "Let all of them ask or none, or say the kind behind the step's name."
            draft.wrong("KIND", one.line, f"This wording {said}.", remedy)


def _decide(draft: StepDraft, wordings: tuple[StepWording, ...]) -> Kind:
    """The kind that the heading says, when the form allows it, else the kind of the form."""
    items = [item.text for item in draft.section.items]
    kinds = [infer(spoken(one.text), items, draft.language) for one in wordings]
    inferred = kinds[0]
    if draft.kind is None:
        _alike(draft, wordings, kinds)
        _doubt(draft, inferred)
        return inferred
    said = KINDS[draft.kind]
    if said.how and not items:
        draft.wrong("KIND", draft.section.heading.number, "This kind of step needs a list.", said.how)
    elif items and not said.how:
        remedy = "Take the list away, or the word in brackets."
        draft.wrong("KIND", draft.section.heading.number, "This kind of step takes no list.", remedy)
        return inferred
    return said


def _doubt(draft: StepDraft, inferred: Kind) -> None:
    """A list of choices of which one looks like a number or a silence was probably meant otherwise."""
    if inferred is not CHOOSE:
        return
    for item in draft.section.items:
        words = target(item.text)[0]
        if is_range(words) or (is_minutes(words, draft.language) and len(draft.section.items) > 1):
            message = f"“{shown(words)}” stands in a list of words."
            remedy = "Make the list all numbers or all minutes (a pass is always offered), or write (choose)."
            draft.wrong("KIND", item.number, message, remedy)
