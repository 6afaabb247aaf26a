-- What the buttons of a message say and do, so that a label may be typed: sealed like the message itself.
ALTER TABLE outbox ADD COLUMN labels BLOB;
