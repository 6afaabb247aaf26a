-- With 100,000 chats waiting (09:00, or the hour after an outage) nobody can look at each of them every time.
CREATE INDEX outbox_lane ON outbox (lane, id) WHERE state = 0;
CREATE INDEX inbox_order ON inbox (id) WHERE state = 0;

-- The oldest waiting row of each chat among the thousand oldest rows of all.
CREATE VIEW inbox_oldest (id) AS
SELECT min(id) FROM (SELECT id, chat_id FROM inbox WHERE state = 0 ORDER BY id LIMIT 1000) GROUP BY chat_id;

-- The earlier versions of a text are read with it.
CREATE INDEX response_edits_text ON response_edits (text_id);
