-- Days on which a coach is away: no coaching session takes place and no digest comes.
CREATE TABLE holidays (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    coach_id INTEGER NOT NULL REFERENCES coaches (id),
    first_day TEXT NOT NULL,          -- YYYY-MM-DD, on the coach's calendar, both included
    last_day TEXT NOT NULL,
    made_at INTEGER NOT NULL
);
CREATE INDEX holidays_coach ON holidays (coach_id);
