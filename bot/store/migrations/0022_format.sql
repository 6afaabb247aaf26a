-- In which format of the script language a version was written; those from before this one in the first.
ALTER TABLE scripts ADD COLUMN format INTEGER NOT NULL DEFAULT 1;
