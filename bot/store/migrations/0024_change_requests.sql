-- What clients would like to be different, and what became of it. words: sealed with the client's key.
CREATE TABLE change_requests (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL REFERENCES clients (id),
    coach_id INTEGER NOT NULL,
    script TEXT NOT NULL DEFAULT '',
    words BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    answer TEXT NOT NULL DEFAULT '',  -- off, less:N, session, stays, taken-back; '' while it waits
    answered_at INTEGER
);
CREATE INDEX change_requests_client ON change_requests (client_id);
