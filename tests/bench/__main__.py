"""All benchmarks, one after the other: python -m tests.bench. They print tables and check nothing."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main() -> None:
    """Run each in a process of its own, so that none warms or burdens the next."""
    for bench in sorted(HERE.glob("*_bench.py")):
        print(f"\n{bench.stem}", flush=True)  # noqa: T201 - printing is what it is for
        subprocess.run([sys.executable, bench], check=True, cwd=HERE.parent.parent)


if __name__ == "__main__":
    main()
