-- What a coach gave back to a client: that something was read, thanks, own words, what was understood, what to ask when they
-- meet, and the question after a repair. Words are sealed with the client's key, and go with the client.
CREATE TABLE replies (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL,
    coach_id INTEGER NOT NULL,
    kind TEXT NOT NULL,               -- read, thank, reply, understood, ask, repair
    digest_id INTEGER,                -- the digest or brief that it answers, or stands in (ask)
    response_id INTEGER,              -- the answer that it is about; NULL: all of it
    words BLOB,
    made_at INTEGER NOT NULL,
    after_at INTEGER NOT NULL,        -- it goes no sooner
    gone_at INTEGER,                  -- when it was put into the outbox, or into a brief
    carrier TEXT NOT NULL DEFAULT '', -- key of the outbox row that carries it
    undone_at INTEGER,                -- taken back, or no longer true
    fit BLOB,                         -- what the client tapped: yes, partly, no
    fit_at INTEGER,
    told_in INTEGER,                  -- the digest or brief in which the coach read that
    notes TEXT NOT NULL DEFAULT '[]'  -- ids of the responses that answer it
);
CREATE INDEX replies_client ON replies (client_id, id);
ALTER TABLE digests ADD COLUMN reminded_at INTEGER; -- when the coach was reminded that it waits to be read
UPDATE digests SET reminded_at = 0 WHERE read_at IS NULL; -- what was there before brings no reminder
