-- Which version's text an undo brought back, so that a second undo goes further back instead of forth.
ALTER TABLE scripts ADD COLUMN again INTEGER NOT NULL DEFAULT 0;
UPDATE scripts SET again = CAST(substr(note, 27) AS INTEGER) WHERE note LIKE 'undo: the text of version % again';
