"""Live: python -m tests.lives --seeds 1000 --from 0 --months 2 --people 6; or --replay tests/lives/found/x.life"""

import argparse
import gc
import sys
import time
from pathlib import Path

import structlog
from rich.console import Console
from rich.progress import track

from .life import read, written
from .lived import Lived, again, live
from .shrink import shrink
from .sight import Finding
from .tally import Tally, counted, kinds, summary

FOUND = Path(__file__).parent / "found"


def show(text: str) -> None:
    """A line for whoever waits."""
    print(text, flush=True)  # noqa: T201 - the command's own voice


def many(first: int, seeds: int, days: int, people: int, shrunk: bool, tally: Tally) -> int:
    """Live those that the tally lacks; how many kinds of findings there were."""
    wanted = range(first, first + seeds)
    left = [seed for seed in wanted if not tally.has(seed, days, people)]
    begun = len(tally.counts)
    console = Console(stderr=True)  # what is found goes where it can be kept, the bar does not
    for seed in track(left, "lives", console=console, disable=not console.is_terminal):
        began = time.process_time()
        lived = live(seed, days, people)
        known = kinds(tally.counts)
        tally.add(counted(seed, days, people, lived, time.process_time() - began))
        gc.freeze()  # towns and texts were read by the first, and stay
        for one in lived.findings:
            if (one.oracle, one.kind) not in known:
                kept = f": {keep(lived, one)}" if shrunk else ""
                show(f"{seed}: {one.oracle}, {one.kind}{kept}")
                known[one.oracle, one.kind] = []
    show("\n".join(summary(tally.counts if tally.file else tally.counts[begun:])))
    return len(kinds(one for one in tally.counts[begun:] if one.seed in wanted))


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
    parser.add_argument(
        "--into", type=Path, help="a file for the figures of each life: a run is taken up from it"
    )
    parser.add_argument("--summary", action="store_true", help="live nothing, and sum up the file of --into")
    parser.add_argument("--replay", type=Path, help="a file of found/")
    said = parser.parse_args()
    if said.replay:
        sys.exit(1 if replay(said.replay) else 0)
    tally = Tally(said.into)
    seeds = 0 if said.summary else said.seeds
    found = many(said.first, seeds, round(said.months * 30), said.people, said.shrink, tally)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
