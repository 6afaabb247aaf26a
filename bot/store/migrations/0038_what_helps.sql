-- What helps a client, in lines of their own; sealed with their key, and nobody else's to read.
CREATE TABLE what_helps (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL,
    words BLOB NOT NULL,
    at INTEGER NOT NULL
);
CREATE INDEX what_helps_of ON what_helps (client_id, id);
