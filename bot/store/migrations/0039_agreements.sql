-- The working agreement: what client and coach settle beside the consents, in versions that each confirms.
CREATE TABLE agreements (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL,
    coach_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    terms BLOB NOT NULL,     -- minutes a week and the day of review, with the client's key
    text TEXT NOT NULL,      -- the version of the notice that was read
    made_at INTEGER NOT NULL,
    client_at INTEGER,       -- when each confirmed it
    coach_at INTEGER
);
CREATE INDEX agreements_client ON agreements (client_id, id);
