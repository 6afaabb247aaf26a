-- How often the program itself failed over a row of the outbox. state 5: set aside for that.
ALTER TABLE outbox ADD COLUMN faults INTEGER NOT NULL DEFAULT 0;

-- Whatever is asked of 100,000 waiting chats is answered from an index: which row is next, and when one may be.
DROP INDEX outbox_lane;
CREATE INDEX outbox_lane ON outbox (lane, id, not_before) WHERE state = 0;
CREATE INDEX outbox_later ON outbox (not_before) WHERE state = 0 AND not_before > 0;
CREATE INDEX inbox_later ON inbox (not_before) WHERE state = 0 AND not_before > 0;
CREATE INDEX rests_until ON rests (until);
