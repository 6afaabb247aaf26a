-- The audit is only added to, and each row vouches for those before it. An erase takes ids away, nothing else.
ALTER TABLE audit ADD COLUMN nonce TEXT;  -- goes with an erase, so that nobody can try ids on who
ALTER TABLE audit ADD COLUMN who TEXT;    -- a keyed hash of actor and subject
ALTER TABLE audit ADD COLUMN link TEXT;   -- a keyed hash of the row before, and of this one
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit
WHEN NEW.id IS NOT OLD.id OR NEW.at IS NOT OLD.at OR NEW.action IS NOT OLD.action
    OR NEW.who IS NOT OLD.who OR NEW.link IS NOT OLD.link
    OR (NEW.subject IS NOT OLD.subject AND NEW.subject IS NOT NULL)
    OR (NEW.actor IS NOT OLD.actor AND NEW.actor IS NOT 0)
    OR (NEW.nonce IS NOT OLD.nonce AND NEW.nonce IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'the audit is only added to');
END;
CREATE TRIGGER audit_remains BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit is only added to');
END;
