"""The nightly round: what is done and over leaves the database, and the file is put in order."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.store import (
    announcements,
    help_cards,
    imprints,
    inbox,
    invites,
    outbox,
    previews,
    steps,
    told,
    visits,
)
from bot.store.db import Store, Tx

KEEP = timedelta(days=3)
"""How long closed rows stay: three times as long as Telegram can bring an update again."""

KEEP_SHOWN = timedelta(days=400)
"""How long it is known which message showed which prompt: an answer may come months later."""

KEEP_DEAD = timedelta(days=30)

KEEP_STEPS = timedelta(days=7)
KEEP_CARDS = timedelta(days=365)
"""How long it is known that a help card was shown."""

KEEP_TOLD = timedelta(days=400)
"""How long it is known what a client was told of a session: it can be put back as long as it lies ahead."""

KEEP_INVITES = timedelta(days=30)
"""How long a link that has ended is known: whoever opens it late reads that its time is over."""

KEEP_BROWSERS = timedelta(days=90)
"""How long a browser that a coach let in is known without asking for a page."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    inbox: int
    outbox: int
    keys: int


async def nightly(store: Store, now: datetime, keep: timedelta = KEEP) -> Cleaned:
    """Delete closed inbox and outbox rows older than ``keep``, keys that seal nothing, and tidy the file."""
    cleaned = await store.run(lambda tx: clean(tx, now, keep))
    await store.tidy()
    return cleaned


def clean(tx: Tx, now: datetime, keep: timedelta = KEEP) -> Cleaned:
    """The part of the nightly round that is SQL; how many rows left, by table."""
    previews.clean(tx, now - timedelta(days=1))
    imprints.clean(tx, now - KEEP)  # Telegram lets nobody edit a message after two days
    invites.clean(tx, now - KEEP_INVITES)
    visits.clean(tx, now - KEEP, now - KEEP_BROWSERS)
    told.clean(tx, now - keep)
    steps.clean(tx, now - KEEP_STEPS)
    help_cards.clean(tx, now - KEEP_CARDS)
    announcements.clean(tx, now - KEEP_TOLD)
    return Cleaned(
        inbox.clean(tx, now - keep, now - KEEP_DEAD),
        outbox.clean(tx, now - keep, now - KEEP_SHOWN),
        forget_strangers(tx),
    )


def forget_strangers(tx: Tx) -> int:
    """Delete the keys of people who are neither client nor coach and of whom nothing sealed is left."""
    gone = tx.db.execute(
        "DELETE FROM keys WHERE owner <> 0 "
        "AND NOT EXISTS (SELECT 1 FROM clients WHERE id = owner) "
        "AND NOT EXISTS (SELECT 1 FROM coaches WHERE id = owner) "
        "AND owner NOT IN (SELECT chat_id FROM inbox WHERE body IS NOT NULL) "
        "AND owner NOT IN (SELECT chat_id FROM outbox WHERE body IS NOT NULL OR labels IS NOT NULL)"
    )
    return gone.rowcount
