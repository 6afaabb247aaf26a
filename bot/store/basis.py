"""From what a client's due rows were last worked out: marks that change when it does, and how far they reach."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.plan.agenda import TALKING
from bot.store.db import Tx
from bot.store.instants import from_micros, to_micros

MICRO = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Marks:
    """``facts``: of all that the plan depends on; ``talk``: of the open reflection; ``rest``: of whatever else."""

    facts: str
    rest: str
    talk: str = ""


@dataclass(frozen=True, slots=True)
class Basis:
    """The marks as they were, and up to when prompts are planned."""

    marks: Marks
    until: datetime


_FACTS = """
SELECT json_array(
    c.state, c.away, c.zone, c.language, c.rhythm, c.ending, c.sessions_before, c.joined_at, c.changed_at,
    (SELECT group_concat(from_at || '-' || ifnull(until_at, '') || ifnull(first_day, '') || ifnull(last_day, ''))
     FROM pauses WHERE client_id = c.id),
    (SELECT group_concat(id || starts || zone || minutes || '-' || repeat_weeks || '-' || repeat_months || repeat_by
     || ifnull(until, '') || changes)
     FROM coaching_sessions WHERE client_id = c.id),
    (SELECT group_concat(first_day || last_day || made_at) FROM holidays WHERE coach_id = c.coach_id),
    (SELECT count(*) || '-' || max(id) FROM marks WHERE client_id = c.id),
    (SELECT count(*) || '-' || max(at) FROM begun
     WHERE client_id = c.id AND outcome NOT IN ('sent', 'waiting')),
    (SELECT group_concat(b.occasion || ifnull(r.state, '')) FROM begun b
     LEFT JOIN reflections r ON r.client_id = b.client_id AND r.occasion = b.occasion
     WHERE b.client_id = c.id AND b.at > ifnull(c.heard_at, 0) AND b.outcome = 'sent'
     AND (r.state = 'lapsed' OR b.occasion LIKE 'ask:%')),
    (SELECT group_concat(script || id) FROM reflections WHERE client_id = c.id AND fit = 'no'),
    (SELECT max(r.id) FROM reflections f CROSS JOIN reflections r
     ON r.client_id = c.id AND r.occasion >= 'demand:' AND r.occasion < 'demand;' AND r.script = f.script
     WHERE f.client_id = c.id AND f.fit = 'no'),
    (SELECT group_concat(id) FROM assignments WHERE client_id = c.id AND outcome = ''),
    (SELECT group_concat(script) FROM switched_off WHERE client_id = c.id),
    (SELECT max(id) FROM scripts), (SELECT group_concat(script || language) FROM retired),
    (SELECT max(at) FROM renamed),
    (SELECT value FROM settings WHERE key = 'planned-with')
) AS facts,
json_array(
    c.paused_until, c.coach_id, k.state, k.zone, k.prefs,
    (SELECT count(*) FROM clients WHERE coach_id = c.coach_id AND state NOT IN ('joining', 'refused')),
    (SELECT max(id) FROM digests WHERE coach_id = c.coach_id AND client_id = c.id),
    (SELECT group_concat(id || kind || after_at) FROM replies
     WHERE client_id = c.id AND gone_at IS NULL AND undone_at IS NULL),
    (SELECT group_concat(id || '-' || changed_at || '-' || ifnull(look_at, '') || warned) FROM announcements
     WHERE client_id = c.id AND outcome = ''),
    CASE WHEN EXISTS (SELECT 1 FROM digests WHERE coach_id = c.coach_id AND client_id = c.id
        AND session_at > :now) OR (EXISTS (SELECT 1 FROM coaching_sessions WHERE client_id = c.id)
        AND NOT EXISTS (SELECT 1 FROM due WHERE key = 'brief:' || c.id)) THEN
        'brief ' || ifnull((SELECT group_concat(r.id || r.visibility || r.state || ifnull(t.id, '') || '-'
         || ifnull(e.id, '')) FROM responses r LEFT JOIN response_texts t ON t.response_id = r.id
         LEFT JOIN response_edits e ON e.text_id = t.id WHERE r.client_id = c.id AND r.at > :lately), '') END,
    (SELECT group_concat(occasion || at || '-' || ifnull(c.heard_at, '')) FROM begun
     WHERE client_id = c.id AND outcome = 'waiting'),
    (SELECT group_concat(occasion || latest) FROM begun WHERE client_id = c.id AND latest IS NOT NULL),
    (SELECT ifnull(telling, '') || '-' || ifnull(waits_for, '') FROM advance_copies WHERE client_id = c.id),
    (SELECT c.heard_at FROM due WHERE chat_id = c.id AND kind = 'plan' AND at < c.heard_at + :talking LIMIT 1)
) AS rest,
b.facts AS then_facts, b.rest AS then_rest, b.until_at
FROM clients c LEFT JOIN coaches k ON k.id = c.coach_id LEFT JOIN basis b ON b.client_id = c.id WHERE c.id = :id
"""


LATELY = timedelta(days=60)
"""What was written longer ago is not looked at anew after each turn, only every night."""


def compared(tx: Tx, client_id: int, now: datetime, talk: str = "") -> tuple[Marks, Basis | None]:
    """As matters stand now, and as they did when the rows were last worked out; None when they never were.

    The same marks: the same facts, for the plan and for all else that is due.
    """
    asked = {"id": client_id, "talking": TALKING // MICRO}
    asked |= {"now": to_micros(now), "lately": to_micros(now - LATELY)}
    row = tx.db.execute(_FACTS, asked).fetchone()
    if row is None:
        return Marks("", "", talk), None
    marks = Marks(_hash(row["facts"]), _hash(row["rest"]), talk)
    if row["then_facts"] is None:
        return marks, None
    rest, _, before = row["then_rest"].partition("\n")
    return marks, Basis(Marks(row["then_facts"], rest, before), from_micros(row["until_at"]))


def put(tx: Tx, client_id: int, found: Basis) -> None:
    """The rows were worked out from this."""
    tx.db.execute(
        "INSERT INTO basis (client_id, facts, rest, until_at) VALUES (:id, :facts, :rest, :until) "
        "ON CONFLICT (client_id) DO UPDATE SET facts = excluded.facts, rest = excluded.rest, "
        "until_at = excluded.until_at",
        {
            "id": client_id,
            "facts": found.marks.facts,
            "rest": f"{found.marks.rest}\n{found.marks.talk}",
            "until": to_micros(found.until),
        },
    )


def _hash(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()
