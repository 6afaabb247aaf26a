"""The tally: what each life came to, a line in a file for each, so that a long run can be taken up."""

import json
import subprocess
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from .lived import Lived

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Count:
    """One life in figures. ``findings`` hold oracle, kind, instant, whose, and what was seen."""

    seed: int
    commit: str
    days: int
    most: int  # people at most
    people: int
    acts: int
    messages: int
    seconds: float  # of processor
    digest: str = ""  # over every line of every chat
    findings: tuple[tuple[str, str, str, str, str], ...] = ()


def counted(seed: int, days: int, most: int, lived: Lived, seconds: float) -> Count:
    """A life in figures."""
    found = tuple((one.oracle, one.kind, f"{one.at}", one.who, one.seen[:300]) for one in lived.findings)
    life = lived.life
    size = days, most, len(life.people), len(life.acts), lived.messages
    return Count(seed, commit(), *size, round(seconds, 2), lived.digest, found)


@cache
def commit() -> str:
    """The commit that is lived on, as the process began, with a plus where files differ; empty outside Git."""
    said = subprocess.run(
        ["git", "describe", "--always", "--dirty=+"],
        cwd=HERE,
        capture_output=True,
        text=True,
        check=False,
    )
    return said.stdout.strip()


class Tally:
    """A file of counts. Without a file, they are held in memory."""

    def __init__(self, file: Path | None = None) -> None:
        self.file = file
        text = file.read_text(encoding="utf-8") if file and file.exists() else ""
        self.counts = [_read(line) for line in text.splitlines() if line.endswith("}")]
        self.cut = not text.endswith("\n") and bool(text)  # in the middle of a line

    def has(self, seed: int, days: int, most: int) -> bool:
        """Whether this life was lived already, on the files as they are now."""
        now = commit()
        return not now.endswith("+") and any(
            (one.seed, one.days, one.most, one.commit) == (seed, days, most, now) for one in self.counts
        )

    def add(self, count: Count) -> None:
        """Note it, and write it down at once."""
        self.counts.append(count)
        if self.file is not None:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with self.file.open("a", encoding="utf-8") as out:
                out.write("\n" * self.cut + json.dumps(asdict(count), ensure_ascii=False) + "\n")
            self.cut = False


def _read(line: str) -> Count:
    fields = json.loads(line)
    return Count(**{**fields, "findings": tuple(tuple(one) for one in fields["findings"])})


def kinds(counts: Iterable[Count]) -> dict[tuple[str, str], list[tuple[int, tuple[str, ...]]]]:
    """What was found, by oracle and kind: in which lives, and what."""
    found: dict[tuple[str, str], list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for one in counts:
        for oracle, kind, *rest in one.findings:
            found[oracle, kind].append((one.seed, tuple(rest)))
    return dict(sorted(found.items()))


def summary(counts: Iterable[Count]) -> list[str]:
    """The counts for people: a line for each commit and size of life, then one for each kind that was found."""
    groups: dict[tuple[str, int, int], list[Count]] = defaultdict(list)
    for one in counts:
        groups[one.commit, one.days, one.most].append(one)
    lines = [_line(commit, days, most, mine) for (commit, days, most), mine in groups.items()]
    for (oracle, kind), found in kinds(one for mine in groups.values() for one in mine).items():
        seeds = list(dict.fromkeys(seed for seed, _ in found))
        at, who, seen = found[0][1]
        lines.append(f"{len(found):5d} in {len(seeds):4d} lives  {oracle}: {kind}")
        lines.append(f"      seeds {', '.join(map(str, seeds[:8]))}; first {who}, {at:.19}  {seen[:100]}")
    return lines


def _line(commit: str, days: int, most: int, counts: list[Count]) -> str:
    clean = sum(not one.findings for one in counts)
    seeds = sorted(one.seed for one in counts)
    took = sum(one.seconds for one in counts)
    return (
        f"{commit or 'no commit'}: {len(counts)} lives of {days} days with up to {most} people "
        f"(seeds {seeds[0]} to {seeds[-1]}), {clean} without a finding: "
        f"{sum(one.people for one in counts):,} people, {sum(one.acts for one in counts):,} acts, "
        f"{sum(one.messages for one in counts):,} messages, {took:,.0f} s of processor "
        f"({took / len(counts):.1f} s a life)"
    )
