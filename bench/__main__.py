"""``python -m bench`` runs every benchmark, one process each; or those named: peers scripts store time."""

# ruff: noqa: T201 - printing is what it is for

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main(names: list[str]) -> int:
    """Run the benchmarks; the exit code of the first that fails, 2 for a name that there is not."""
    there = sorted(file.stem.removesuffix("_bench") for file in HERE.glob("*_bench.py"))
    if unknown := [name for name in names if name not in there]:
        print(f"There is no benchmark {unknown[0]}; there are {', '.join(there)}.", file=sys.stderr)
        return 2
    for name in names or there:
        done = subprocess.run([sys.executable, "-m", f"bench.{name}_bench"], cwd=HERE.parent, check=False)
        print()
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
