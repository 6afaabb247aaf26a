-- One-time links to a coach's pages, and the browsers that came in by one; of both only a hash is kept.
CREATE TABLE page_links (
    token_hash BLOB PRIMARY KEY,
    coach_id INTEGER NOT NULL,
    until_at INTEGER NOT NULL,
    used_at INTEGER
);
CREATE TABLE page_visits (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    coach_id INTEGER NOT NULL,
    token_hash BLOB NOT NULL UNIQUE,
    state TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL
);
