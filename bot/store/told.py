"""Told: what of a client's shared responses reached their coach, when, and in which digest or brief.

The mark is written in the transaction that puts the words into the outbox, so a crash leaves both or
neither; it counts as long as that call to Telegram was not refused for good.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.core.digest.week import News
from bot.store.db import Tx
from bot.store.instants import from_micros, from_micros_or_none, to_micros
from bot.store.responses import Response, Text


@dataclass(frozen=True, slots=True)
class Told:
    """How much of a response reached the coach: its messages and edits up to these ids, and what was tapped.

    ``digest`` None: told at once. ``waits``: the message is still on its way.
    """

    id: int
    response: int
    digest: int | None
    texts_to: int
    edits_to: int
    given: str
    at: datetime
    waits: bool = False


_ADD = """
INSERT INTO told (client_id, coach_id, response_id, digest_id, carrier, texts_to, edits_to, given, at) VALUES
"""

_REACHED = """
SELECT r.*, o.state AS sending FROM reached r LEFT JOIN outbox o ON o.key = r.carrier
WHERE r.client_id = :client AND r.coach_id = :coach ORDER BY r.id
"""


def add(
    tx: Tx,
    client_id: int,
    coach_id: int,
    responses: Iterable[Response],
    *,
    digest: int | None,
    carrier: str,
    now: datetime,
) -> None:
    """These responses go to the coach, as they read now, in the call whose outbox row has that key."""
    values: dict[str, Any] = {"client": client_id, "coach": coach_id, "digest": digest, "carrier": carrier}
    values["now"], rows = to_micros(now), []
    for n, one in enumerate(responses):
        sealed = tx.seal(client_id, _place(one.id), given(one))
        values |= dict(zip((f"r{n}", f"t{n}", f"e{n}", f"g{n}"), (one.id, *up_to(one), sealed), strict=True))
        rows.append(f"(:client, :coach, :r{n}, :digest, :carrier, :t{n}, :e{n}, :g{n}, :now)")
    if rows:
        tx.db.execute(_ADD + ", ".join(rows), values)


def up_to(response: Response) -> tuple[int, int]:
    """Its latest message and its latest edit, by their ids."""
    texts = max((text.id for text in response.texts), default=0)
    return texts, max((edit.id for text in response.texts for edit in text.edits), default=0)


def given(response: Response) -> str:
    """What was tapped or passed, in a line."""
    return f"{response.state}|{response.rating}|{response.choice}"


def of_client(tx: Tx, client_id: int, coach_id: int) -> tuple[Told, ...]:
    """All that reached the coach of a client's, oldest first; of one response it can be several."""
    rows = tx.db.execute(_REACHED, {"client": client_id, "coach": coach_id})
    return tuple(_told(tx, row) for row in rows.fetchall())


def latest(tellings: Iterable[Told]) -> dict[int, Told]:
    """How each response was told last."""
    return {one.response: one for one in tellings}


def news(
    one: Response, before: Told | None, then: Mapping[int, Told] | None = None
) -> tuple[News, tuple[Text, ...]]:
    """What of a response is new after ``before``, and the messages that are; up to what was told ``then``."""
    now = None if then is None else then.get(one.id)
    if then is not None and now is None:
        return "told", ()
    there = [text for text in one.texts if now is None or text.id <= now.texts_to]
    if before is None:
        return "new", tuple(there)
    more = [text for text in there if text.id > before.texts_to]
    upto = now.edits_to if now else None
    edited = [text for text in there if text not in more and _edited(text, before.edits_to, upto)]
    tapped = before.given not in ("", given(one))
    if not more and not edited and not tapped:
        return "told", ()
    return ("more" if more else "edited"), tuple(text for text in there if text in more or text in edited)


def _edited(text: Text, since: int, upto: int | None) -> bool:
    return any(edit.id > since and (upto is None or edit.id <= upto) for edit in text.edits)


def reached(tx: Tx, client_id: int, response_ids: Iterable[int]) -> bool:
    """Whether any of these responses was told to a coach, or is on its way there."""
    row = tx.db.execute(
        "SELECT 1 FROM reached WHERE client_id = :client "
        "AND response_id IN (SELECT CAST(value AS BIGINT) FROM json_each(:ids)) LIMIT 1",
        {"client": client_id, "ids": json.dumps(list(response_ids))},
    ).fetchone()
    return row is not None


def since(tx: Tx, client_id: int, response_ids: Iterable[int]) -> datetime | None:
    """When the first of these responses went to a coach; None where none did."""
    row = tx.db.execute(
        "SELECT min(at) AS at FROM reached WHERE client_id = :client "
        "AND response_id IN (SELECT CAST(value AS BIGINT) FROM json_each(:ids))",
        {"client": client_id, "ids": json.dumps(list(response_ids))},
    ).fetchone()
    return from_micros_or_none(row["at"])


@dataclass(frozen=True, slots=True)
class Arrived:
    """That a response went to a coach: when first, and when it was marked as read or answered, None: it was not."""

    at: datetime
    waits: bool
    read_at: datetime | None
    answered_at: datetime | None


_ARRIVED = """
SELECT min(r.at) AS at, min(o.state IN (0, 1)) AS waits, min(d.read_at) AS read_at,
(SELECT min(a.made_at) FROM replies a WHERE a.response_id = :response AND a.client_id = :client
    AND a.kind IN ('thank', 'reply', 'understood') AND a.gone_at IS NOT NULL AND a.undone_at IS NULL) AS answered_at
FROM reached r LEFT JOIN digests d ON d.id = r.digest_id LEFT JOIN outbox o ON o.key = r.carrier
WHERE r.client_id = :client AND r.response_id = :response
"""


def arrived(tx: Tx, client_id: int, response_id: int) -> Arrived | None:
    """When a response went to a coach and what is known of whether it was read; None where it did not go."""
    row = tx.db.execute(_ARRIVED, {"client": client_id, "response": response_id}).fetchone()
    if row["at"] is None:
        return None
    read, answered = from_micros_or_none(row["read_at"]), from_micros_or_none(row["answered_at"])
    return Arrived(from_micros(row["at"]), bool(row["waits"]), read, answered)


def read_of(tx: Tx, client_id: int, response_ids: Iterable[int]) -> datetime | None:
    """When the first of these responses that was marked as read was; None where nothing says that any was."""
    row = tx.db.execute(
        "SELECT min(d.read_at) AS at FROM reached r JOIN digests d ON d.id = r.digest_id "
        "WHERE r.client_id = :client AND r.response_id IN (SELECT CAST(value AS BIGINT) FROM json_each(:ids))",
        {"client": client_id, "ids": json.dumps(list(response_ids))},
    ).fetchone()
    return from_micros_or_none(row["at"])


def clean(tx: Tx, before: datetime) -> None:
    """Forget tellings that came to nothing, before the rows that say so are deleted."""
    tx.db.execute(
        "DELETE FROM told WHERE carrier IN "
        "(SELECT key FROM outbox WHERE state IN (5, 7, 8, 9) AND made_at < :before)",
        {"before": to_micros(before)},
    )


def _place(response: int) -> str:
    return f"told|given|{response}"


def _told(tx: Tx, row: Any) -> Told:
    return Told(
        row["id"],
        row["response_id"],
        row["digest_id"],
        row["texts_to"],
        row["edits_to"],
        tx.open_text(row["client_id"], _place(row["response_id"]), row["given"]) or "",
        from_micros(row["at"]),
        row["sending"] in (0, 1),
    )
