"""The library as the tests see it: every script on disk, its ways through, and its row in docs/library.md."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.core.base.issue import Issue
from bot.core.script.kinds import WAITING
from bot.core.script.parser import parse
from bot.core.script.script import Script, Step
from bot.core.script.when import print_when
from bot.core.talk.model import Answer, Context
from bot.core.talk.path import leads

ROOT = Path(__file__).parents[2]
PROMPTS = ROOT / "prompts"
TALKS = ROOT / "tests/talks/library"
PAGE = ROOT / "docs/library.md"


@dataclass(frozen=True, slots=True)
class Volume:
    """One file of the library."""

    path: Path
    language: str
    source: str
    script: Script
    issues: tuple[Issue, ...]

    @property
    def id(self) -> str:
        return f"{self.language}/{self.path.stem}"


@cache
def volumes() -> tuple[Volume, ...]:
    """Every script in prompts/, by language and name."""
    return tuple(_volume(path) for path in sorted(PROMPTS.glob("*/*.md")) if not path.stem.startswith("_"))


def _volume(path: Path) -> Volume:
    language, source = path.parent.name, path.read_text(encoding="utf-8")
    script, issues = parse(source, f"{language}/{path.name}", language)
    assert script is not None, f"{path} does not parse: {issues}"
    return Volume(path, language, source, script, issues)


def named(language: str) -> dict[str, Volume]:
    """The scripts of one language by name."""
    return {volume.script.name: volume for volume in volumes() if volume.language == language}


# ---- where a step can lead ----------------------------------------------------------------------


def targets(script: Script, step: Step) -> set[str]:
    """Every place this step can lead to, at any session, after a mark or not."""
    contexts = [Context("C", session=number, marked=mark) for number in (0, 3, 9) for mark in (False, True)]
    return {_to(script, step, context, answer) for context in contexts for answer in _answers(step)}


def _to(script: Script, step: Step, context: Context, answer: Answer | None) -> str:
    chosen = next((one for one in step.choices if answer and one.label == answer.choice), None)
    return chosen.to if chosen and chosen.to else leads(script, step, context, answer)


def _answers(step: Step) -> list[Answer | None]:
    """One answer of each sort that this step can get."""
    if step.kind not in WAITING:
        return [None]
    points = range(step.scale.low, step.scale.high + 1) if step.scale else ()
    return [
        Answer(step.name, 1, "", passed=True),
        Answer(step.name, 1, "", texts=("words",)),
        *(Answer(step.name, 1, "", choice=choice.label) for choice in step.choices),
        *(Answer(step.name, 1, "", rating=point) for point in points),
    ]


# ---- the page ----------------------------------------------------------------------------------


def table() -> str:
    """The table of docs/library.md, one row a script, as the scripts themselves say it."""
    head = "| Script | Title | When | Prompts | Ways | Languages |\n|---|---|---|---|---|---|\n"
    return head + "".join(_row(volume.script) for volume in named("en").values())


def _row(script: Script) -> str:
    header = script.header
    low, high = header.length
    languages = " ".join(volume.language for volume in volumes() if volume.script.name == script.name)
    cells = (
        f"`{script.name}`",
        header.title,
        print_when(header.when),
        f"{low}" if low == high else f"{low} to {high}",
        "; ".join(filter(None, map(_ways, script.steps))) or "one way",
        languages,
    )
    return "| " + " | ".join(cells) + " |\n"


def _ways(step: Step) -> str:
    match step.kind:
        case "choose":
            return " / ".join(choice.label for choice in step.choices)
        case "rate" if step.scale:
            return f"{step.scale.low}–{step.scale.high}"
        case "hold":
            return "silence"
        case "two_parts":
            return "two parts"
    return ""


def bases() -> str:
    """What each script rests on, as its header says it."""
    return "".join(f"- `{one.script.name}`: {one.script.header.basis}.\n" for one in named("en").values())
