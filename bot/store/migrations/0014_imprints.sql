-- By a keyed hash, salted with its place, an edit of a message that was not kept is known to change nothing.
CREATE TABLE imprints (
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    mark TEXT NOT NULL,
    told INTEGER NOT NULL DEFAULT 0,  -- its writer read what becomes of a change of it
    at INTEGER NOT NULL,
    PRIMARY KEY (chat_id, message_id)
);
CREATE INDEX imprints_at ON imprints (at);
