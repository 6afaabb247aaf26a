-- How a coach calls a client: the name given with the link, or chosen later; and when the work was put aside.
ALTER TABLE clients ADD COLUMN label BLOB;              -- sealed with the client's own key
ALTER TABLE clients ADD COLUMN archived_at INTEGER;
ALTER TABLE invites ADD COLUMN label BLOB;              -- sealed with the key of whoever made the link
ALTER TABLE invites ADD COLUMN revoked_at INTEGER;
