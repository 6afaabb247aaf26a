"""What the bot costs, measured: beside two peers, and its parts by themselves (docs/benchmarks.md)."""
