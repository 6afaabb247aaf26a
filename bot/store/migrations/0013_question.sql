-- Which question of its reflection, counted from one: "turn" is the transaction alone.
ALTER TABLE outbox RENAME COLUMN turn TO question;
ALTER TABLE responses RENAME COLUMN turn TO question;
ALTER TABLE reflections RENAME COLUMN turn TO question;
UPDATE due SET body = replace(body, '"turn":', '"question":');
