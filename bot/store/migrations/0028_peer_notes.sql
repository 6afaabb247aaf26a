-- Case notes for a peer, without names. words: sealed with the client's key.
CREATE TABLE peer_notes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    coach_id INTEGER NOT NULL,
    client_id INTEGER NOT NULL REFERENCES clients (id),
    words BLOB NOT NULL,
    state TEXT NOT NULL,              -- asks, yes, no, given
    at INTEGER NOT NULL
);
