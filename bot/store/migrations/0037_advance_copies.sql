-- What a client last saw of what their coach is about to get, and a look at it that waits for its moment.
CREATE TABLE advance_copies (
    client_id INTEGER PRIMARY KEY,
    coach_id INTEGER NOT NULL DEFAULT 0,
    telling INTEGER,                   -- when what was seen goes
    held BLOB,                         -- how far each response was seen, sealed with the client's key
    waits_for INTEGER,                 -- the telling of a look that could not come at its hour
    waits_again INTEGER NOT NULL DEFAULT 0
);
