-- A dialogue: the one question about a setting or an arrangement that is open with a person.
CREATE TABLE dialogues (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id INTEGER NOT NULL UNIQUE,
    role TEXT NOT NULL,               -- client, coach: as whom the person is asked
    step TEXT NOT NULL,
    draft BLOB,                       -- sealed JSON: what was said so far
    question TEXT NOT NULL,           -- the outbox key of the message that asks
    asked_at INTEGER NOT NULL,
    until_at INTEGER                  -- NULL: as long as joining takes
);

-- Where it stood so far. Whoever is still joining goes on where they are; a setting left open ends here.
INSERT INTO dialogues (chat_id, role, step, draft, question, asked_at)
SELECT id, 'coach', step, draft, '', joined_at FROM coaches WHERE state = 'joining' AND step <> '';
INSERT INTO dialogues (chat_id, role, step, draft, question, asked_at)
SELECT id, 'client', step, draft, '', joined_at FROM clients WHERE state = 'joining' AND step <> ''
ON CONFLICT (chat_id) DO NOTHING;

ALTER TABLE clients DROP COLUMN step;
ALTER TABLE clients DROP COLUMN draft;
ALTER TABLE coaches DROP COLUMN step;
ALTER TABLE coaches DROP COLUMN draft;
