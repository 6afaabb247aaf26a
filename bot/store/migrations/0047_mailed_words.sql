-- Whether shared words of clients who agreed to that stand in the e-mail.
ALTER TABLE mail_addresses ADD COLUMN words INTEGER NOT NULL DEFAULT 0;
