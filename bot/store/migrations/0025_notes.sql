-- A coach's own notes about a client. words: sealed with the coach's key.
CREATE TABLE notes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    coach_id INTEGER NOT NULL,
    client_id INTEGER NOT NULL REFERENCES clients (id),
    words BLOB NOT NULL,
    at INTEGER NOT NULL
);
CREATE INDEX notes_coach ON notes (coach_id, client_id);
