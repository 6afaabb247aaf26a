"""Serve the simulator by itself, so that it outlives the bot: python -m bot.simulator --port 8081."""

import argparse
import asyncio
import signal
import sys

from bot.simulator.calls import TOKEN
from bot.simulator.simulator import Simulator

EXAMPLE = f"""\
example:
  python -m bot.simulator --port 8081
  curl -s localhost:8081/_sim/people -d '{{"name": "Ada", "id": 42}}'
  curl -s localhost:8081/_sim/start  -d '{{"chat_id": 42}}'
  curl -s localhost:8081/bot{TOKEN}/getUpdates
  curl -s localhost:8081/bot{TOKEN}/sendMessage -d chat_id=42 -d text=Hello
  curl -s 'localhost:8081/_sim/transcript?chat_id=42'
"""


def main(arguments: list[str] | None = None) -> int:
    """Serve until SIGTERM or SIGINT; prints one line with the address."""
    parser = argparse.ArgumentParser(
        prog="python -m bot.simulator",
        description="A Telegram Bot API on this machine. Everything is in memory and gone when it ends.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--host", default="127.0.0.1", help="address to listen at (default: this machine only)"
    )
    parser.add_argument("--port", type=int, default=8081, help="port; 0 takes a free one (default: 8081)")
    parser.add_argument("--token", default=TOKEN, help="the bot token it accepts (default: the one above)")
    parser.add_argument("--no-limits", action="store_true", help="never answer 429 by itself")
    asyncio.run(_run(parser.parse_args(arguments)))
    return 0


async def _run(options: argparse.Namespace) -> None:
    sim = Simulator(limits=not options.no_limits, token=options.token)
    try:
        address = await sim.serve(options.host, options.port)
    except OSError as error:
        sys.exit(f"cannot listen at {options.host}:{options.port} ({error.strerror}): choose another --port")
    sys.stdout.write(f"simulator {address} token {sim.token}\n")
    sys.stdout.flush()
    ended = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, ended.set)
    await ended.wait()
    await sim.stop()


if __name__ == "__main__":
    sys.exit(main())
