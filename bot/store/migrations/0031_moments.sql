-- Moments of one coaching session that a side kept (sealed with the client's key), or left (no words).
CREATE TABLE moments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL,
    coach_id INTEGER NOT NULL,
    session TEXT NOT NULL,            -- the coaching session's key
    session_at INTEGER NOT NULL,
    side TEXT NOT NULL,               -- client, coach
    words BLOB,
    made_at INTEGER NOT NULL,
    UNIQUE (client_id, coach_id, session, side)
);
