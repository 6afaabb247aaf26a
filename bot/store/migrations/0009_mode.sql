-- How people meet for a coaching session: video, phone, room; empty where it was not said.
ALTER TABLE coaching_sessions ADD COLUMN mode TEXT NOT NULL DEFAULT '';
