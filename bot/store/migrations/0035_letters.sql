-- Where a coach wants the overview by e-mail, and what is on its way there.
CREATE TABLE mail_addresses (
    coach_id INTEGER PRIMARY KEY,
    address BLOB NOT NULL,            -- sealed with the coach's key
    code BLOB NOT NULL,               -- what was sent to it; sealed likewise
    tries INTEGER NOT NULL DEFAULT 0, -- codes written so far
    confirmed_at INTEGER,             -- the code came back; until then nothing else is sent
    named INTEGER NOT NULL DEFAULT 0  -- whether the names of clients may stand in it
);
CREATE TABLE letters (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    coach_id INTEGER NOT NULL,
    kind TEXT NOT NULL,               -- code, overview
    body BLOB NOT NULL,               -- subject and text, sealed with the coach's key; emptied when it went
    made_at INTEGER NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    after_at INTEGER NOT NULL,        -- not before
    outcome TEXT NOT NULL DEFAULT ''  -- sent, failed; empty while it waits
);
CREATE INDEX letters_open ON letters (outcome, after_at);
