-- What a digest said might be worth asking, and what the coach made of it; and which of these a client has switched off.
CREATE TABLE flags (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL,
    coach_id INTEGER NOT NULL,
    digest_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    responses TEXT NOT NULL,          -- JSON: the ids that it rests on
    raised_at INTEGER NOT NULL,
    dismissed_at INTEGER,
    useful INTEGER                    -- 1 useful, 0 not
);
CREATE INDEX flags_client ON flags (client_id);
CREATE TABLE flags_off (
    client_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (client_id, name)
);
