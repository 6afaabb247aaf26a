-- Whose words a message holds where they are not its sender's: forwarded, or bot (another bot's); else empty.
ALTER TABLE response_texts ADD COLUMN origin TEXT NOT NULL DEFAULT '';
-- Whether reactions are the client's quiet receipts, and for how many seconds an answer of theirs may grow
-- quietly, from their own past (0: as long as anybody's).
ALTER TABLE clients ADD COLUMN reactions INTEGER NOT NULL DEFAULT 1;
ALTER TABLE clients ADD COLUMN pace INTEGER NOT NULL DEFAULT 0;
