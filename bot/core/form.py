"""A section of the page to a step: its name, its kind by its form, its list, its arrows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from bot.core import language as tongue
from bot.core import template
from bot.core.model import Issue
from bot.core.page import ARROW, Line, Section
from bot.core.script import END, WAITING, Branch, Choice, Condition, Scale, Step, StepKind
from bot.core.source import MARKS, Rule, fault, meant, shown, unmarked

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

MOST_NAME = 32
MOST_HEADING = 200
MOST_ARROWS = 12
MOST_CHOICES = 8
MOST_LABEL = 60
MOST_SCALE = 10
MINUTES = range(2, 11)
MOST_MINUTES = 6

_STEP_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_SAVE_NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_RANGE = re.compile(r"(\d{1,2})(?:\s*(?:to|-|–|—|\.\.|…)\s*(\d{1,2}))?\s*(?::\s*(.*))?")
_MINUTES = re.compile(r"(\d{1,3})\s+(\S+)")
_TAG = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_VALUE = re.compile(r"\{\{.*?\}\}", re.DOTALL)


@dataclass(slots=True)
class Draft:
    """A step on its way, and the issues met on it."""

    section: Section
    language: str
    name: str = ""
    save: str = ""
    kind: StepKind | None = None  # as the heading says
    issues: list[Issue] = field(default_factory=list)

    def wrong(self, rule: Rule, line: int, message: str, remedy: str) -> None:
        self.issues.append(fault(rule, line, message, remedy, step=self.name))


def is_name(word: str) -> bool:
    """Whether the word can name a step or a script: small Latin letters, digits and single hyphens."""
    return _STEP_NAME.fullmatch(word) is not None and len(word) <= MOST_NAME


def spoken(source: str) -> str:
    """A template's words for a look at its form: tags gone, each value a plain word."""
    return _VALUE.sub("x", _TAG.sub("", source[: template.MOST_SOURCE]))


def infer(text: str, items: Sequence[str], language: str) -> StepKind:
    """The kind that a form has by itself: the list decides, else whether the text asks."""
    labels = [_target(item)[0] for item in items]
    if not items:
        return "ask" if tongue.asks(spoken(text), language) else "ack"
    if all(_RANGE.fullmatch(label) for label in labels):
        return "rate"
    if all(_is_minutes(label, language) for label in labels):
        return "hold"
    if len(items) == 2 and all(item.endswith(("…", "...")) for item in items):
        return "two_parts"
    return "choose"


def step(section: Section, number: int, language: str) -> tuple[Step, list[Issue]]:
    """The step of a section; whatever is wrong with it becomes an issue, and the rest is still read."""
    draft = Draft(section, language)
    _read_heading(draft, number)
    lines = section.text
    text = _text(lines)
    if not text.strip(MARKS + " \t\n"):
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
    return _arrows(draft, _list(draft, made)), draft.issues


def _text(lines: Sequence[Line]) -> str:
    """The text's lines as in the file, so that line n of the text is line text_line + n of the file."""
    if not lines:
        return ""
    by_number = {line.number: line.text for line in lines}
    return "\n".join(by_number.get(n, "") for n in range(lines[0].number, lines[-1].number + 1))


# ---- the heading -------------------------------------------------------------------------------


def _read_heading(draft: Draft, number: int) -> None:
    line = draft.section.heading
    name, note = _parted(unmarked(line.text)[:MOST_HEADING])
    draft.name = name if is_name(name) else _slug(name) or f"step-{number}"
    if not is_name(name) or name == END:
        message = f"“{shown(name)}” cannot be a step's name." if name else "This step has no name."
        rule = "Small letters a to z, digits and hyphens; the same in every language"
        draft.wrong("NAME", line.number, message, f"{rule}: # {_suggest(draft.name)}")
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


def _suggest(name: str) -> str:
    return f"{name}ing" if name == END else name


def _slug(name: str) -> str:
    words = re.findall(r"[a-z0-9]+", name.lower())
    return "-".join(words)[:MOST_NAME].strip("-").lstrip("0123456789-")


def _read_note(draft: Draft, note: str) -> None:
    line = draft.section.heading.number
    said, _, value = note.partition(":")
    if note.lower() in KINDS:
        draft.kind = KINDS[note.lower()]
    elif said.strip().lower() == "saved as":
        _save_as(draft, value.strip())
    else:
        remedy = f"One of: {', '.join(KINDS)}; or “saved as: a_name”.{meant(note, [*KINDS, 'saved as'])}"
        draft.wrong("KIND", line, f"“{shown(note)}” is no kind of step.", remedy)


def _save_as(draft: Draft, name: str) -> None:
    if _SAVE_NAME.fullmatch(name) and len(name) <= MOST_NAME:
        draft.save = name
        return
    remedy = "Small letters a to z, digits and single _ between them: (saved as: first_step)"
    draft.wrong("NAME", draft.section.heading.number, f"“{shown(name)}” cannot be a saved name.", remedy)


def _decide(draft: Draft, text: str) -> StepKind:
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


def _doubt(draft: Draft, inferred: StepKind) -> None:
    """A list of choices of which one looks like a number or a silence was probably meant otherwise."""
    if inferred != "choose":
        return
    for item in draft.section.items:
        label = _target(item.text)[0]
        if _RANGE.fullmatch(label) or (_is_minutes(label, draft.language) and len(draft.section.items) > 1):
            message = f"“{shown(label)}” stands in a list of words."
            remedy = "Make the list all numbers or all minutes (a pass is always offered), or write (choose)."
            draft.wrong("KIND", item.number, message, remedy)


# ---- the list ----------------------------------------------------------------------------------


def _list(draft: Draft, made: Step) -> Step:
    match made.kind:
        case "choose":
            return replace(made, choices=_choices(draft))
        case "rate":
            return _rate(draft, made)
        case "two_parts":
            return replace(made, parts=_parts(draft))
        case "hold":
            return replace(made, minutes=_minutes(draft))
        case _:
            return made


def _target(words: str) -> tuple[str, str | None]:
    """An item's label and where its last arrow points; None without an arrow."""
    *_, last = [None, *ARROW.finditer(words)]
    if last is None:
        return _label(words), None
    return _label(words[: last.start()]), unmarked(words[last.end() :])


def _label(words: str) -> str:
    return " ".join(words.strip(MARKS + " \t").split())


def _checked(draft: Draft, target: str | None, line: int) -> str | None:
    """The target if it can be one; else an issue and None."""
    if target is None or is_name(target):
        return target
    if re.search(r"\sif\b", target):
        remedy = "A button leads to one place; put “if” on an arrow line of the step it leads to."
        draft.wrong("CHOICE", line, "The arrow of a button has no condition.", remedy)
    else:
        remedy = f"Write a step's name, “end” or another script's name.{_lowered(target)}"
        draft.wrong("TARGET", line, f"“{shown(target)}” cannot be a target.", remedy)
    return None


def _lowered(target: str) -> str:
    slug = _slug(target)
    return f" Did you mean “{slug}”?" if slug else ""


def _choices(draft: Draft) -> tuple[Choice, ...]:
    made: list[Choice] = []
    for item in draft.section.items[:MOST_CHOICES]:
        label, target = _target(item.text)
        _judge_label(draft, label, [choice.label for choice in made], item.number)
        made.append(Choice(label, _checked(draft, target, item.number), item.number))
    if len(made) > MOST_CHOICES:
        message = f"{len(made)} choices: more than {MOST_CHOICES} do not fit on a phone."
        draft.wrong(
            "CHOICE", made[MOST_CHOICES].line, message, "Leave some out; free words are always welcome."
        )
    return tuple(made)


def _judge_label(draft: Draft, label: str, before: Sequence[str], line: int) -> None:
    if not label:
        draft.wrong("CHOICE", line, "An item without words.", "Write: - Label → step")
    if len(label) > MOST_LABEL:
        message = f"{len(label)} letters: a button holds {MOST_LABEL}."
        draft.wrong("CHOICE", line, message, "Say it in fewer words.")
    if "{{" in label or "{%" in label:
        draft.wrong("CHOICE", line, "A button shows plain words.", "Move {{ … }} into the text above.")
    if label in before:
        message = f"“{shown(label)}” stands here twice."
        draft.wrong("CHOICE", line, message, "Give each choice its own words.")


def _plain_items(draft: Draft, rule: Rule) -> list[Line]:
    """Items whose arrows, if any, have been refused."""
    for item in draft.section.items:
        if _target(item.text)[1] is not None:
            remedy = "Put the arrow on a line of its own, below the list."
            draft.wrong(rule, item.number, "An arrow has no place in this list.", remedy)
    return [Line(_target(item.text)[0], item.number) for item in draft.section.items]


def _parts(draft: Draft) -> tuple[str, ...]:
    items = _plain_items(draft, "KIND")
    if len(items) != 2 or not all(item.text.endswith(("…", "...")) for item in items):
        remedy = "Write two: - Part of me … and - Another part …"
        draft.wrong("KIND", draft.section.heading.number, "Two beginnings that end in … are needed.", remedy)
    for item in items:
        _judge_label(draft, item.text, (), item.number)
    return tuple(item.text.removesuffix("...").removesuffix("…").rstrip() + " …" for item in items)


# ---- minutes -----------------------------------------------------------------------------------


def _is_minutes(label: str, language: str) -> bool:
    found = _MINUTES.fullmatch(label)
    return found is not None and tongue.is_minutes(found[2], language)


def _minutes(draft: Draft) -> tuple[int, ...]:
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


# ---- the scale ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Range:
    low: int
    high: int
    words: str | None
    to: str | None
    line: int


def _rate(draft: Draft, made: Step) -> Step:
    ranges = _ranges(draft)
    if not ranges:
        return made
    if not _covers(draft, ranges):
        return made
    low_label, high_label, labels = _labels(draft, ranges)
    scale = Scale(ranges[0].low, ranges[-1].high, low_label, high_label, labels)
    branches = tuple(
        Branch(Condition("rated", one.low, one.high), one.to, one.line)
        for one in ranges
        if one.to is not None
    )
    return replace(made, scale=scale, branches=branches)


def _ranges(draft: Draft) -> list[_Range]:
    made = []
    for item in draft.section.items:
        label, target = _target(item.text)
        found = _RANGE.fullmatch(label)
        if found is None:
            remedy = "Write: - 1 to 5: hardly … fully"
            draft.wrong("SCALE", item.number, f"“{shown(label)}” is no number or range.", remedy)
            return []
        low, high, words = int(found[1]), int(found[2] or found[1]), found[3]
        made.append(_Range(low, high, words, _checked(draft, target, item.number), item.number))
    return made


def _covers(draft: Draft, ranges: Sequence[_Range]) -> bool:
    """Whether the items are one whole scale, upwards, without a gap or an overlap, of 2 to 11 numbers."""
    expected = ranges[0].low
    for one in ranges:
        if one.low != expected or one.high < one.low:
            message = f"The numbers go from {one.low} to {one.high}, where {expected} comes next."
            draft.wrong("SCALE", one.line, message, "Go upwards, each number once: 1 to 2, then 3 to 5.")
            return False
        expected = one.high + 1
    if not 0 < ranges[-1].high - ranges[0].low <= MOST_SCALE or ranges[-1].high > MOST_SCALE:
        message = "A scale has from 2 to 11 numbers, the highest 10."
        draft.wrong("SCALE", ranges[0].line, message, "Write for instance: - 1 to 5: hardly … fully")
        return False
    return True


def _labels(draft: Draft, ranges: Sequence[_Range]) -> tuple[str, str, tuple[str, ...]]:
    """The words of the low end and the high end, and a word for each number where there is one."""
    words = [_label(one.words or "") for one in ranges]
    if len(ranges) == 1:
        return (*_ends(draft, words[0], ranges[0].line), ())
    single = all(one.low == one.high for one in ranges)
    if single and all(words):
        return words[0], words[-1], tuple(words) if len(words) > 2 else ()
    for one, word in list(zip(ranges, words, strict=True))[1:-1]:
        if word:
            message = "A word in the middle of a scale, where other numbers have none."
            draft.wrong("SCALE", one.line, message, "Give a word to both ends only, or to every number.")
    return words[0], words[-1], ()


def _ends(draft: Draft, words: str, line: int) -> tuple[str, str]:
    if not words:
        return "", ""
    ends = [_label(end) for end in words.replace("...", "…").split("…")]
    if len(ends) != 2:
        message = "The words of a scale are those of its two ends."
        draft.wrong("SCALE", line, message, "Put … between them: - 1 to 5: hardly … fully")
        return "", ""
    return ends[0], ends[1]


# ---- arrow lines -------------------------------------------------------------------------------

_Waits = Literal["passed", "answered", "rated"]
_CONDITIONS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (r"passed", "passed"),
        (r"answered", "answered"),
        (
            r"rated (?P<low>\d{1,2})(?: ?(?:to|-|–) ?(?P<high>\d{1,2})| or (?P<side>more|less))?",
            "rated",
        ),
        (
            r"session (?P<low>\d{1,3})(?: ?(?:to|-|–) ?(?P<high>\d{1,3})| or (?P<side>later|earlier))?",
            "session",
        ),
        (r"after a mark", "marked"),
    )
)
CONDITIONS = ("passed", "answered", "rated 1 to 2", "session 6 or later", "session 1 to 5", "after a mark")
"""One of each, as a remedy shows them."""


def _arrows(draft: Draft, made: Step) -> Step:
    lines = draft.section.arrows
    if over := lines[MOST_ARROWS:]:
        draft.wrong("ARROW", over[0].number, f"More than {MOST_ARROWS} arrows.", "Split the step in two.")
    branches = [branch for line in lines[:MOST_ARROWS] if (branch := _arrow(draft, made, line))]
    return replace(made, branches=(*made.branches, *branches))


def _arrow(draft: Draft, made: Step, line: Line) -> Branch | None:
    words = unmarked(ARROW.sub("", unmarked(line.text), count=1))
    target, _, rest = words.partition(" ")
    rest = " ".join(rest.split()).lower()
    to = _checked(draft, target, line.number)
    if not rest:
        return Branch(Condition("always"), to, line.number) if to else None
    condition = _condition(rest, made) if rest.startswith("if ") else None
    if condition is None:
        examples = " · ".join(f"if {example}" for example in CONDITIONS)
        remedy = (
            f"After the target, nothing or one of: {examples}.{meant(rest, [f'if {c}' for c in CONDITIONS])}"
        )
        draft.wrong("ARROW", line.number, f"“{shown(rest)}” is no condition.", remedy)
        return None
    return Branch(condition, to, line.number) if to and _fits(draft, made, condition, line) else None


def _condition(rest: str, made: Step) -> Condition | None:
    for pattern, kind in _CONDITIONS:
        if found := pattern.fullmatch(rest.removeprefix("if ")):
            return _numbered(kind, found.groupdict(), made)
    return None


def _numbered(kind: str, groups: dict[str, str | None], made: Step) -> Condition:
    """The condition with its bounds; an open end of a rating is the end of the scale."""
    if "low" not in groups:
        return Condition(kind)  # type: ignore[arg-type]
    low = int(groups["low"] or 0)
    high: int | None = int(groups["high"]) if groups["high"] else low
    scale = made.scale or Scale(0, MOST_SCALE)
    if groups["side"] in {"less", "earlier"}:
        low, high = (scale.low if kind == "rated" else 0), low
    elif groups["side"]:
        high = scale.high if kind == "rated" else None
    return Condition(kind, low, high)  # type: ignore[arg-type]


def _fits(draft: Draft, made: Step, condition: Condition, line: Line) -> bool:
    """Whether this step can ever meet the condition."""
    remedy = ""
    if condition.kind in {"passed", "answered"} and made.kind not in WAITING:
        remedy = "Only a step that asks something is passed or answered; leave the condition out."
    elif condition.kind == "rated" and made.kind != "rate":
        remedy = "Only a step with a scale is rated; use “if answered” or “if passed”."
    elif condition.high is not None and condition.high < condition.low:
        remedy = "Write the smaller number first."
    elif condition.kind == "rated" and made.scale and not _within(condition, made.scale):
        remedy = f"The scale goes from {made.scale.low} to {made.scale.high}."
    if remedy:
        draft.wrong("ARROW", line.number, "This condition can never hold.", remedy)
    return not remedy


def _within(condition: Condition, scale: Scale) -> bool:
    return scale.low <= condition.low and (condition.high or 0) <= scale.high
