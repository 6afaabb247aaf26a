-- Everything a person wrote is a BLOB sealed with that person's data key (bot/vault.py).
-- Times are INTEGER: microseconds since 1970 UTC for instants. Wall-clock times are TEXT with their IANA zone.

-- The data key of each person (owner = Telegram id; 0 = the house), wrapped by the master key. No row, no words.
CREATE TABLE keys (
    owner INTEGER PRIMARY KEY,
    wrapped BLOB NOT NULL,
    made_at INTEGER NOT NULL
);

-- One way in. state: 0 waiting, 1 done, 9 dead letter. key makes repeats harmless.
CREATE TABLE inbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    chat_id INTEGER NOT NULL,
    about INTEGER,                    -- whose words the body holds if not the chat's own: their key seals it
    kind TEXT NOT NULL,               -- update, due, done (slow work came back), command (control socket)
    body BLOB,                        -- sealed; emptied when done
    received_at INTEGER NOT NULL,
    not_before INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0,
    state INTEGER NOT NULL DEFAULT 0,
    error TEXT                        -- the kind of fault and its place, never words
);
CREATE INDEX inbox_waiting ON inbox (chat_id, id) WHERE state = 0;

-- The oldest waiting row of each chat, found by jumping from chat to chat in the index instead of reading every row.
CREATE VIEW inbox_heads (id) AS
WITH RECURSIVE chats (chat_id) AS (
    SELECT (SELECT min(chat_id) FROM inbox WHERE state = 0)
    UNION ALL
    SELECT (SELECT min(chat_id) FROM inbox WHERE state = 0 AND chat_id > chats.chat_id)
    FROM chats WHERE chats.chat_id IS NOT NULL
)
SELECT (SELECT min(id) FROM inbox WHERE state = 0 AND chat_id = chats.chat_id)
FROM chats WHERE chats.chat_id IS NOT NULL;

-- One way out. state: 0 waiting, 1 sending, 2 sent, 6 unknown (repeated, and still nobody knows), 7 dropped, 8 blocked,
-- 9 refused. Lower lane first.
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    chat_id INTEGER NOT NULL,
    about INTEGER,                    -- whose words the body holds if not the chat's own: their key seals it
    lane INTEGER NOT NULL,            -- 0 alert, 1 reply, 2 prompt, 3 digest
    method TEXT NOT NULL,
    body BLOB,                        -- sealed JSON parameters; emptied when done
    file BLOB,                        -- sealed bytes of an upload, if any
    reflection_id INTEGER,            -- a prompt: which reflection and turn it shows
    turn INTEGER,
    purpose TEXT NOT NULL DEFAULT '',
    made_at INTEGER NOT NULL,
    not_before INTEGER NOT NULL DEFAULT 0,
    tried_at INTEGER,                 -- the first attempt: from then on the client may have seen it
    attempts INTEGER NOT NULL DEFAULT 0,
    repeats INTEGER NOT NULL DEFAULT 0,   -- sends of which nobody knows whether they arrived
    state INTEGER NOT NULL DEFAULT 0,
    message_id INTEGER,
    sent_at INTEGER,
    error TEXT
);
CREATE INDEX outbox_waiting ON outbox (chat_id, id) WHERE state < 2;
CREATE INDEX outbox_message ON outbox (chat_id, message_id) WHERE message_id IS NOT NULL;
CREATE INDEX outbox_prompt ON outbox (reflection_id, turn) WHERE reflection_id IS NOT NULL;

-- The oldest unsent row of each chat, found by jumping from chat to chat in the index instead of reading every row.
CREATE VIEW outbox_heads (id) AS
WITH RECURSIVE chats (chat_id) AS (
    SELECT (SELECT min(chat_id) FROM outbox WHERE state < 2)
    UNION ALL
    SELECT (SELECT min(chat_id) FROM outbox WHERE state < 2 AND chat_id > chats.chat_id)
    FROM chats WHERE chats.chat_id IS NOT NULL
)
SELECT (SELECT min(id) FROM outbox WHERE state < 2 AND chat_id = chats.chat_id)
FROM chats WHERE chats.chat_id IS NOT NULL;

-- What outlives a restart of the sender: until when a chat (or, as 0, the token) must rest.
CREATE TABLE rests (
    chat_id INTEGER PRIMARY KEY,
    until INTEGER NOT NULL
);

-- The next things. A row leaves when its instant has come, in the transaction that puts it into the inbox.
CREATE TABLE due (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,         -- e.g. wake:<reflection>:<kind>, plan:<client>:<occasion>, digest:<coach>
    chat_id INTEGER NOT NULL,
    kind TEXT NOT NULL,               -- wake, plan, digest, replan, ...
    at INTEGER NOT NULL,
    body TEXT NOT NULL DEFAULT '{}'   -- JSON without words
);
CREATE INDEX due_at ON due (at);
CREATE INDEX due_chat ON due (chat_id, kind);

CREATE TABLE practices (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL
);
INSERT INTO practices (id, name) VALUES (1, 'practice');

CREATE TABLE coaches (
    id INTEGER PRIMARY KEY,           -- Telegram id
    practice_id INTEGER NOT NULL REFERENCES practices (id),
    name BLOB,                        -- sealed
    language TEXT NOT NULL DEFAULT 'en',
    zone TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL,              -- joining, active, left
    away INTEGER NOT NULL DEFAULT 0,  -- blocked the bot
    step TEXT NOT NULL DEFAULT '',    -- where in a short dialogue (joining, logging a session)
    draft BLOB,                       -- sealed JSON of that dialogue
    prefs TEXT NOT NULL DEFAULT '{}', -- JSON: day and hour of the digest
    joined_at INTEGER NOT NULL
);

CREATE TABLE clients (
    id INTEGER PRIMARY KEY,           -- Telegram id
    practice_id INTEGER NOT NULL REFERENCES practices (id),
    coach_id INTEGER NOT NULL REFERENCES coaches (id),
    name BLOB,                        -- sealed; how to be called
    language TEXT NOT NULL DEFAULT 'en',
    address TEXT NOT NULL DEFAULT '',
    zone TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL,              -- joining, active, paused, stopped
    away INTEGER NOT NULL DEFAULT 0,  -- blocked the bot
    step TEXT NOT NULL DEFAULT '',    -- where in a short dialogue (agreeing, settings)
    draft BLOB,                       -- sealed JSON of that dialogue
    visibility TEXT NOT NULL DEFAULT 'private',
    rhythm TEXT NOT NULL DEFAULT '{}',    -- JSON: days, times, quiet hours, weekly number
    paused_until INTEGER,
    heard_at INTEGER,                     -- when the client last wrote or tapped anything (the back-off ladder)
    changed_at INTEGER NOT NULL DEFAULT 0,    -- when anything that the plan depends on last changed
    sessions_before INTEGER NOT NULL DEFAULT 0,   -- coaching sessions held before the bot came
    ending TEXT,                          -- last day of the work together, YYYY-MM-DD
    joined_at INTEGER NOT NULL,
    ended_at INTEGER
);
CREATE INDEX clients_coach ON clients (coach_id);

-- Consent, one row a purpose, never changed: the latest row of a purpose counts.
CREATE TABLE consents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL,
    purpose TEXT NOT NULL,            -- store, share
    given INTEGER NOT NULL,
    version TEXT NOT NULL,
    at INTEGER NOT NULL
);
CREATE INDEX consents_client ON consents (client_id);

CREATE TABLE invites (
    token_hash BLOB PRIMARY KEY,      -- SHA-256 of the token; the token itself is only in the link
    role TEXT NOT NULL,               -- coach, client
    made_by INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_by INTEGER,
    used_at INTEGER
);

CREATE TABLE coaching_sessions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL REFERENCES clients (id),
    coach_id INTEGER NOT NULL,
    starts TEXT NOT NULL,             -- wall clock, YYYY-MM-DDTHH:MM
    zone TEXT NOT NULL,
    minutes INTEGER NOT NULL DEFAULT 60,
    repeat_weeks INTEGER NOT NULL DEFAULT 0,  -- 0: once
    until TEXT,                       -- last date of a repeat
    changes TEXT NOT NULL DEFAULT '[]',       -- JSON: dates that were moved or cancelled, and when that was said
    logged_at INTEGER NOT NULL
);
CREATE INDEX coaching_sessions_client ON coaching_sessions (client_id);

-- Every version of every script that was ever live; the highest version of a script and language is live.
CREATE TABLE scripts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    script TEXT NOT NULL,
    language TEXT NOT NULL,
    version INTEGER NOT NULL,
    source TEXT NOT NULL,
    author TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    at INTEGER NOT NULL,
    UNIQUE (script, language, version)
);

-- What an editor sent and has not published yet; base is the version it was made from (0: none).
CREATE TABLE drafts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    script TEXT NOT NULL,
    language TEXT NOT NULL,
    base INTEGER NOT NULL,
    source TEXT NOT NULL,
    author TEXT NOT NULL,
    at INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'open'    -- open, published, discarded
);
CREATE INDEX drafts_open ON drafts (script, language) WHERE state = 'open';

CREATE TABLE reflections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL REFERENCES clients (id),
    script TEXT NOT NULL,
    language TEXT NOT NULL,
    version INTEGER NOT NULL,
    state TEXT NOT NULL,
    turn INTEGER NOT NULL,
    step TEXT NOT NULL DEFAULT '',
    occasion TEXT NOT NULL,           -- why it began: the plan's key, or demand:<inbox id>
    why TEXT NOT NULL DEFAULT '',     -- the plan's reason in words, for "why now?"
    data BLOB NOT NULL,               -- sealed: the Reflection
    begun_at INTEGER NOT NULL,
    ended_at INTEGER,
    fit TEXT,                         -- yes, partly, no
    UNIQUE (client_id, occasion)
);
CREATE INDEX reflections_open ON reflections (client_id) WHERE ended_at IS NULL;
CREATE INDEX reflections_script ON reflections (script, language, version);

CREATE TABLE responses (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL REFERENCES clients (id),
    reflection_id INTEGER REFERENCES reflections (id),   -- NULL: written outside any reflection
    turn INTEGER NOT NULL DEFAULT 0,
    script TEXT NOT NULL DEFAULT '',
    version INTEGER NOT NULL DEFAULT 0,
    step TEXT NOT NULL DEFAULT '',
    prompt BLOB,                      -- sealed: exactly what was shown
    state TEXT NOT NULL,              -- answered, passed
    rating BLOB,                      -- sealed
    choice BLOB,                      -- sealed
    visibility TEXT NOT NULL,
    asked_at INTEGER,                 -- when the prompt was sent, if known
    at INTEGER NOT NULL,              -- when the first word, tap or pass came
    UNIQUE (reflection_id, turn)
);
CREATE INDEX responses_client ON responses (client_id, at);

-- Every message of a response, whole, in order.
CREATE TABLE response_texts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    response_id INTEGER NOT NULL REFERENCES responses (id),
    client_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    words BLOB NOT NULL,
    file BLOB,                        -- sealed; a voice note, photo or document: its kind and Telegram file id
    at INTEGER NOT NULL,
    UNIQUE (client_id, message_id)
);
CREATE INDEX response_texts_response ON response_texts (response_id);

-- What a text was before an edit.
CREATE TABLE response_edits (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    text_id INTEGER NOT NULL REFERENCES response_texts (id),
    client_id INTEGER NOT NULL,
    words BLOB NOT NULL,
    at INTEGER NOT NULL,              -- when the edit was made
    edit_key TEXT NOT NULL UNIQUE     -- the update that brought it
);

CREATE TABLE marks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL,
    reflection_id INTEGER NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL
);
CREATE INDEX marks_client ON marks (client_id);

CREATE TABLE pauses (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL,
    from_at INTEGER NOT NULL,
    until_at INTEGER                  -- NULL: open end
);
CREATE INDEX pauses_client ON pauses (client_id);

-- The record of what the bot began, or did not begin and why: what the plan is compared with.
CREATE TABLE begun (
    client_id INTEGER NOT NULL,
    occasion TEXT NOT NULL,
    script TEXT NOT NULL,
    at INTEGER NOT NULL,
    outcome TEXT NOT NULL,            -- sent, or why it was not
    why TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (client_id, occasion)
);

CREATE TABLE digests (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    coach_id INTEGER NOT NULL,
    client_id INTEGER NOT NULL,
    from_at INTEGER NOT NULL,
    to_at INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    read_at INTEGER,
    body BLOB NOT NULL                -- sealed with the client's key: the Digest as it was sent
);
CREATE INDEX digests_coach ON digests (coach_id, client_id);

-- Who did what to whom, without words.
CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    actor INTEGER NOT NULL,
    action TEXT NOT NULL,
    subject INTEGER
);

CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
