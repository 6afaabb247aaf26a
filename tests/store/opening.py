"""What every test of the store opens with: a frozen instant and a sample vault."""

from datetime import UTC, datetime

from bot.vault import Vault

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


def ring() -> Vault:
    """A vault with one sample key."""
    return Vault({1: b"k" * 32})
