-- What of a shared response reached its coach, when and in what: the messages up to texts_to, the edits up to
-- edits_to, and what was tapped (given, sealed with the client's key; NULL: not known). No words. A telling whose call to
-- Telegram came to nothing (set aside, dropped, blocked, refused) is none: the view leaves it out.
CREATE TABLE told (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL,
    coach_id INTEGER NOT NULL,
    response_id INTEGER NOT NULL REFERENCES responses (id),
    digest_id INTEGER,                -- the digest or brief; NULL: told at once
    carrier TEXT NOT NULL,            -- key of the outbox row that carries the words
    texts_to INTEGER NOT NULL,
    edits_to INTEGER NOT NULL,
    given BLOB,
    at INTEGER NOT NULL
);
CREATE INDEX told_client ON told (client_id, response_id);
CREATE INDEX told_carrier ON told (carrier);
CREATE INDEX told_response ON told (response_id);

CREATE VIEW reached AS
SELECT t.* FROM told t LEFT JOIN outbox o ON o.key = t.carrier
WHERE o.key IS NULL OR o.state NOT IN (5, 7, 8, 9);

-- A brief is kept as a digest is; session: the coaching session it was for, by key and instant.
ALTER TABLE digests ADD COLUMN kind TEXT NOT NULL DEFAULT 'digest';
ALTER TABLE digests ADD COLUMN session TEXT NOT NULL DEFAULT '';
ALTER TABLE digests ADD COLUMN session_at INTEGER;
ALTER TABLE digests ADD COLUMN carrier TEXT NOT NULL DEFAULT '';

-- What lay in the time of a digest that was sent counts as told in it; what was told at once, as told then.
INSERT INTO told (client_id, coach_id, response_id, digest_id, carrier, texts_to, edits_to, at)
SELECT r.client_id, d.coach_id, r.id, max(d.id), '',
    ifnull((SELECT max(t.id) FROM response_texts t WHERE t.response_id = r.id AND t.at < d.made_at), 0),
    ifnull((SELECT max(e.id) FROM response_edits e JOIN response_texts t ON t.id = e.text_id
            WHERE t.response_id = r.id AND e.at < d.made_at), 0), d.made_at
FROM responses r JOIN digests d ON d.client_id = r.client_id AND r.at >= d.from_at AND r.at < d.to_at
WHERE r.visibility IN ('session', 'now') GROUP BY r.id;
INSERT INTO told (client_id, coach_id, response_id, carrier, texts_to, edits_to, at)
SELECT r.client_id, c.coach_id, r.id, '',
    ifnull((SELECT max(t.id) FROM response_texts t WHERE t.response_id = r.id), 0),
    ifnull((SELECT max(e.id) FROM response_edits e JOIN response_texts t ON t.id = e.text_id
            WHERE t.response_id = r.id), 0), r.at
FROM responses r JOIN clients c ON c.id = r.client_id
WHERE r.visibility = 'now' AND NOT EXISTS (SELECT 1 FROM told WHERE response_id = r.id);
