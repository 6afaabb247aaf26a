-- The goals of a client and how they are worked on, in versions. words: sealed with the client's key.
CREATE TABLE goals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL REFERENCES clients (id),
    coach_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    words BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    coach_at INTEGER,                 -- when the coach confirmed it
    client_at INTEGER,                -- when the client did
    session INTEGER NOT NULL          -- the number of the last coaching session when it was last confirmed
);
CREATE INDEX goals_client ON goals (client_id, coach_id);
