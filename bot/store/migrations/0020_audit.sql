-- What was done to one person is found without reading what was done to all.
CREATE INDEX audit_subject ON audit (subject);
