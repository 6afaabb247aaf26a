-- When a coach opened a digest by their own tap or word, which is not yet marking it as read.
ALTER TABLE digests ADD COLUMN opened_at INTEGER;
