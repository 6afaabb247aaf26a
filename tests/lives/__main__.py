"""Live: python -m tests.lives --seeds 1000 --from 0 --months 2 --people 6; or --replay tests/lives/found/x.life"""

import argparse
import sys
import time
from collections import defaultdict
from pathlib import Path

import structlog

from .life import read, written
from .lived import Lived, again, live
from .shrink import shrink
from .sight import Finding

FOUND = Path(__file__).parent / "found"
Kinds = dict[tuple[str, str], list[tuple[int, Finding]]]


def show(text: str) -> None:
    """A line for whoever waits."""
    print(text, flush=True)  # noqa: T201 - the command's own voice


def many(first: int, seeds: int, days: int, people: int, shrunk: bool) -> int:
    """Live them all; how many kinds of findings there were."""
    kinds: Kinds = defaultdict(list)
    began, acts, messages = time.monotonic(), 0, 0
    for seed in range(first, first + seeds):
        lived = live(seed, days, people)
        acts, messages = acts + len(lived.life.acts), messages + lived.messages
        for one in lived.findings:
            if shrunk and (one.oracle, one.kind) not in kinds:
                show(f"{seed}: {one.oracle}, {one.kind}: {keep(lived, one)}")
            kinds[one.oracle, one.kind].append((seed, one))
        if (seed - first) % 20 == 19:
            show(
                f"{seed - first + 1} lives, {time.monotonic() - began:.0f} s, {len(kinds)} kinds of findings"
            )
    took = time.monotonic() - began
    show(f"{seeds} lives of {days} days: {acts} acts, {messages} messages, {took:.0f} s")
    for (oracle, kind), found in sorted(kinds.items()):
        first_seed, one = found[0]
        where = f"{one.who}, {one.at:%Y-%m-%d %H:%M:%S}"
        show(f"{len(found):5d} in {len({seed for seed, _ in found}):4d} lives  {oracle}: {kind}")
        show(f"      first: seed {first_seed}, {where}  {one.seen[:100]}")
    return len(kinds)


def keep(lived: Lived, finding: Finding) -> Path:
    """The least life with this finding, as a file to read and to replay."""
    least = shrink(lived, finding)
    name = "".join(one if one.isalnum() else "-" for one in f"{finding.oracle} {finding.kind}".lower())
    file = FOUND / f"{name.strip('-')[:60]}.life"
    notes = (f"{finding.oracle}: {finding.kind}", f"{finding.who}, {finding.at:%Y-%m-%d %H:%M:%S}")
    file.parent.mkdir(exist_ok=True)
    file.write_text(written(least.life, notes), encoding="utf-8")
    return file


def replay(file: Path) -> int:
    """Live a file again, and show every chat; how many findings there are."""
    lived = again(read(file.read_text(encoding="utf-8")))
    for name, lines in lived.transcripts:
        show("\n".join((f"---- {name}", *lines, "")))
    for one in lived.findings:
        show(f"{one.at:%Y-%m-%d %H:%M:%S} {one.who}  {one.oracle}: {one.kind}  {one.seen}")
    return len(lived.findings)


def main() -> None:
    """Exit code 1 when anything was found."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    parser = argparse.ArgumentParser(description="Live practices from numbers, and see what oracles find.")
    parser.add_argument("--seeds", type=int, default=20, help="how many lives")
    parser.add_argument("--from", type=int, default=0, dest="first", help="the first number")
    parser.add_argument("--months", type=float, default=1)
    parser.add_argument("--people", type=int, default=6, help="at most, 4 to 12")
    parser.add_argument("--shrink", action="store_true", help="keep the least life of each kind as a file")
    parser.add_argument("--replay", type=Path, help="a file of found/")
    said = parser.parse_args()
    if said.replay:
        sys.exit(1 if replay(said.replay) else 0)
    found = many(said.first, said.seeds, round(said.months * 30), said.people, said.shrink)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
