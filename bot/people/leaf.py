"""Leaf: some buttons of many, and one that turns to the next; after the last come the first again."""

from bot.people.turn import Rows

SIZE = 20
"""Buttons under one message: more are hard to look through on a phone."""


def leaf(rows: Rows, start: int, others: str, data: str, size: int = SIZE) -> Rows:
    """The rows from ``start`` on; where there are more than one leaf holds, a button that turns it.

    ``data``: what the button sends, with the next start behind it.
    """
    if len(rows) <= size:
        return rows
    at = start if 0 < start < len(rows) else 0
    after = at + size if at + size < len(rows) else 0
    return (*rows[at : at + size], ((others, f"{data}{after}"),))
