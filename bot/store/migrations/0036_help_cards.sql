-- That a help card was shown, and what its client tapped: no words, no level, no reason. A notice of it to the coach.
CREATE TABLE help_cards (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    key TEXT NOT NULL,                -- of the outbox row that shows it
    answer TEXT NOT NULL DEFAULT '',  -- danger, talk, other, someone
    answered_at INTEGER
);
CREATE INDEX help_cards_client ON help_cards (client_id, id);
CREATE TABLE alerts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL,
    coach_id INTEGER NOT NULL,
    card_id INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    key TEXT NOT NULL DEFAULT '',     -- of the outbox row that carries it; '': nobody could be told
    told TEXT NOT NULL DEFAULT '',    -- what the client was told of its delivery: sent, unsent
    checked_at INTEGER,
    again_at INTEGER,                 -- when it went once more, and to a second contact
    second INTEGER NOT NULL DEFAULT 0,
    seen_at INTEGER,                  -- when somebody confirmed it
    closed_at INTEGER                 -- another took its place
);
CREATE INDEX alerts_coach ON alerts (coach_id, id);
