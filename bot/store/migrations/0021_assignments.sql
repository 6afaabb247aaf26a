-- What a coach gives to a client: it comes at the client's next hour that is free. words: sealed with the
-- client's key; outcome: '' while it waits, sent, taken-back, moved, unavailable.
CREATE TABLE assignments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL REFERENCES clients (id),
    coach_id INTEGER NOT NULL,
    kind TEXT NOT NULL,               -- script, question
    script TEXT NOT NULL DEFAULT '',
    words BLOB,
    made_at INTEGER NOT NULL,
    outcome TEXT NOT NULL DEFAULT '',
    ended_at INTEGER
);
CREATE INDEX assignments_client ON assignments (client_id, outcome);

-- Scripts that a coach has taken off for a client: not begun by the bot, though the client can begin them.
CREATE TABLE switched_off (
    client_id INTEGER NOT NULL REFERENCES clients (id),
    script TEXT NOT NULL,
    coach_id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (client_id, script)
);
