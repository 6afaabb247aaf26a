-- What is due follows from state (bot/core/plan/agenda.py), so what only a due row knew is kept with what was begun.
ALTER TABLE begun ADD COLUMN kind TEXT NOT NULL DEFAULT '';  -- of a prompt that waits for a talk to end
ALTER TABLE begun ADD COLUMN latest INTEGER;  -- by when it must have reached the client; NULL: looked at
CREATE INDEX begun_waiting ON begun (client_id) WHERE outcome = 'waiting';
CREATE INDEX begun_latest ON begun (client_id, latest) WHERE latest IS NOT NULL;
CREATE INDEX begun_lost ON begun (client_id, at) WHERE outcome NOT IN ('sent', 'waiting');

INSERT INTO begun (client_id, occasion, script, at, outcome, why, kind)
SELECT chat_id, json_extract(body, '$.occasion'), json_extract(body, '$.script'), at, 'waiting',
    json_extract(body, '$.why'), json_extract(body, '$.kind')
FROM due WHERE kind = 'plan' AND json_extract(body, '$.due') IS NOT NULL
ON CONFLICT DO NOTHING;
UPDATE begun SET latest = (
    SELECT d.at FROM due d
    WHERE d.key = 'unsent:' || begun.client_id AND json_extract(d.body, '$.occasion') = begun.occasion
);
DELETE FROM due WHERE kind = 'unsent';

-- From what a client's rows were last worked out, as marks that change with it; and how far prompts are planned.
CREATE TABLE basis (
    client_id INTEGER PRIMARY KEY,
    facts TEXT NOT NULL,
    rest TEXT NOT NULL,
    until_at INTEGER NOT NULL
);

CREATE INDEX reflections_noes ON reflections (client_id, script) WHERE fit = 'no';
CREATE INDEX inbox_dead ON inbox (chat_id) WHERE state = 9;
