"""Instants as the database keeps them: whole microseconds since 1970 UTC."""

from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


def to_micros(at: datetime) -> int:
    """An aware datetime as microseconds since 1970 UTC. Raises ValueError on a naive one."""
    if at.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return (at - EPOCH) // MICROSECOND


def from_micros(micros: int) -> datetime:
    """The aware UTC datetime of microseconds since 1970."""
    return EPOCH + timedelta(microseconds=micros)


def to_micros_or_none(at: datetime | None) -> int | None:
    """As to_micros; None stays None."""
    return None if at is None else to_micros(at)


def from_micros_or_none(micros: int | None) -> datetime | None:
    """As from_micros; None stays None."""
    return None if micros is None else from_micros(micros)
