-- What is sealed is to open in its own row alone: bot/store/resealing.py seals anew what was sealed for its table,
-- and takes this mark away.
INSERT INTO settings (key, value) VALUES ('unbound', '1');
