-- That a client is asked whether another coach goes on with them; to_coach 0: their coach left and named nobody.
-- held: their questions rest until they have chosen, because nobody reads what they write.
CREATE TABLE handovers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL UNIQUE,
    from_coach INTEGER NOT NULL,
    to_coach INTEGER NOT NULL,
    held INTEGER NOT NULL DEFAULT 0,
    at INTEGER NOT NULL
);

-- What a coach says of themself to clients: training, country, hours, supervisor, where to complain.
CREATE TABLE profiles (
    coach_id INTEGER PRIMARY KEY,
    body BLOB NOT NULL                -- sealed JSON, with the coach's key
);

-- A script for coaches that a coach has begun: it is played like a preview, and its answers are the coach's own.
ALTER TABLE previews ADD COLUMN own INTEGER NOT NULL DEFAULT 0;
CREATE TABLE coach_answers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    coach_id INTEGER NOT NULL,
    script TEXT NOT NULL,
    language TEXT NOT NULL,
    prompt BLOB NOT NULL,             -- sealed with the coach's key: exactly what was shown
    words BLOB NOT NULL,              -- sealed with the coach's key
    at INTEGER NOT NULL
);
CREATE INDEX coach_answers_coach ON coach_answers (coach_id, at);
