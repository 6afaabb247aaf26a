-- What changed of a client's coming coaching sessions, until it reached them and their coach read that it did.
CREATE TABLE announcements (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL,
    coach_id INTEGER NOT NULL,
    known TEXT NOT NULL,              -- the instants of coming sessions as the client knew them before it
    said TEXT NOT NULL DEFAULT '[]',  -- and as they know them from the message
    changed_at INTEGER NOT NULL,
    gone_at INTEGER,
    look_at INTEGER,                  -- when it is looked whether it arrived
    carrier TEXT NOT NULL DEFAULT '', -- the outbox row of the message
    warned INTEGER NOT NULL DEFAULT 0, -- the coach has read that it has not arrived
    outcome TEXT NOT NULL DEFAULT ''  -- told, nothing, unreached; empty while it is open
);
CREATE INDEX announcements_of ON announcements (client_id, outcome);
DROP TABLE holiday_told;
