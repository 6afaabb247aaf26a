-- Whether a notice goes to the coach by its client's own tap: then it does not say that a list found it.
ALTER TABLE alerts ADD COLUMN chosen INTEGER NOT NULL DEFAULT 0;
