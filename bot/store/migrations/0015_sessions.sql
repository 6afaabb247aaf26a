-- What a coach did to the coaching sessions with a client: all of them before and after, so that it can be taken back.
CREATE TABLE session_steps (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    coach_id INTEGER NOT NULL,
    client_id INTEGER NOT NULL,
    before TEXT NOT NULL,             -- JSON of the rows
    after TEXT NOT NULL,
    at INTEGER NOT NULL,
    undone_at INTEGER
);
CREATE INDEX session_steps_client ON session_steps (client_id);

-- Every so many months, on the same day of the month or the same weekday of it; and the event of a calendar that it is.
ALTER TABLE coaching_sessions ADD COLUMN repeat_months INTEGER NOT NULL DEFAULT 0;
ALTER TABLE coaching_sessions ADD COLUMN repeat_by TEXT NOT NULL DEFAULT '';  -- day, weekday
ALTER TABLE coaching_sessions ADD COLUMN uid TEXT NOT NULL DEFAULT '';
