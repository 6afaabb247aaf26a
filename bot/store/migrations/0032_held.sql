-- An answer that its client made private by itself: sharing a whole talk leaves it where it is.
ALTER TABLE responses ADD COLUMN held INTEGER NOT NULL DEFAULT 0;
