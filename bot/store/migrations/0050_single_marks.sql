-- A single answer can be marked, too, also a note outside any talk: it then stands in response_id.
CREATE TABLE marks_anew (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL,
    reflection_id INTEGER,
    response_id INTEGER REFERENCES responses (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    CHECK (reflection_id IS NOT NULL OR response_id IS NOT NULL)
);
INSERT INTO marks_anew (id, client_id, reflection_id, kind, at)
SELECT id, client_id, reflection_id, kind, at FROM marks;
DELETE FROM sqlite_sequence WHERE name = 'marks_anew';
INSERT INTO sqlite_sequence (name, seq) SELECT 'marks_anew', seq FROM sqlite_sequence WHERE name = 'marks';
DROP TABLE marks;
ALTER TABLE marks_anew RENAME TO marks;
CREATE INDEX marks_client ON marks (client_id);
CREATE UNIQUE INDEX marks_reflection ON marks (reflection_id) WHERE response_id IS NULL;
CREATE UNIQUE INDEX marks_response ON marks (response_id) WHERE response_id IS NOT NULL;
