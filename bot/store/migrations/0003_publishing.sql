-- A working copy of a script: a file outside the database, and which version it was made from (docs/publishing.md).
CREATE TABLE copies (
    path TEXT PRIMARY KEY,
    script TEXT NOT NULL,
    language TEXT NOT NULL,
    base INTEGER NOT NULL,            -- the version it held when it last held one; 0: none
    seen TEXT NOT NULL                -- SHA-256 of the file as it was last looked at
);

-- A script being played in an admin's chat, one at a time; the row goes when the preview ends.
CREATE TABLE previews (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id INTEGER NOT NULL UNIQUE,
    script TEXT NOT NULL,
    language TEXT NOT NULL,
    source TEXT NOT NULL,
    draft INTEGER NOT NULL DEFAULT 0, -- the draft it shows, 0: the live version
    data BLOB NOT NULL,               -- sealed with the house's key: the Reflection
    at INTEGER NOT NULL               -- of its latest turn
);

ALTER TABLE drafts ADD COLUMN note TEXT NOT NULL DEFAULT '';
