-- What SQLite has and PostgreSQL has not, by the same name, so that one sentence serves both; and what is built otherwise.
CREATE FUNCTION ifnull(bigint, bigint) RETURNS bigint IMMUTABLE LANGUAGE sql AS 'SELECT coalesce($1, $2)';
CREATE FUNCTION ifnull(text, text) RETURNS text IMMUTABLE LANGUAGE sql AS 'SELECT coalesce($1, $2)';
CREATE FUNCTION ifnull(bigint, text) RETURNS text IMMUTABLE LANGUAGE sql AS 'SELECT coalesce($1::text, $2)';
CREATE FUNCTION iif(boolean, bigint, bigint) RETURNS bigint IMMUTABLE LANGUAGE sql
    AS 'SELECT CASE WHEN $1 THEN $2 ELSE $3 END';
CREATE FUNCTION instr(text, text) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT strpos($1, $2)';
CREATE FUNCTION hex(bytea) RETURNS text IMMUTABLE LANGUAGE sql AS 'SELECT upper(encode($1, ''hex''))';
CREATE FUNCTION min(bigint, bigint) RETURNS bigint IMMUTABLE LANGUAGE sql
    AS 'SELECT CASE WHEN $1 IS NOT NULL AND $2 IS NOT NULL THEN least($1, $2) END';
CREATE FUNCTION max(bigint, bigint) RETURNS bigint IMMUTABLE LANGUAGE sql
    AS 'SELECT CASE WHEN $1 IS NOT NULL AND $2 IS NOT NULL THEN greatest($1, $2) END';
CREATE FUNCTION max(bigint, bigint, bigint) RETURNS bigint IMMUTABLE LANGUAGE sql
    AS 'SELECT max(max($1, $2), $3)';

CREATE FUNCTION json_each(text) RETURNS TABLE (key bigint, value text) IMMUTABLE LANGUAGE sql
    AS 'SELECT n - 1, v FROM json_array_elements_text($1::json) WITH ORDINALITY AS each (v, n)';
CREATE FUNCTION json_extract(text, text) RETURNS text IMMUTABLE LANGUAGE sql
    AS 'SELECT jsonb_path_query_first($1::jsonb, $2::jsonpath) #>> ''{}''';

-- In the order of what is put together: the same rows give the same text.
CREATE FUNCTION group_concat_add(text[], text) RETURNS text[] IMMUTABLE LANGUAGE sql
    AS 'SELECT CASE WHEN $2 IS NULL THEN $1 ELSE array_append($1, $2) END';
CREATE FUNCTION group_concat_add(text[], bigint) RETURNS text[] IMMUTABLE LANGUAGE sql
    AS 'SELECT CASE WHEN $2 IS NULL THEN $1 ELSE array_append($1, $2::text) END';
CREATE FUNCTION group_concat_end(text[]) RETURNS text IMMUTABLE LANGUAGE sql
    AS 'SELECT string_agg(one, '','' ORDER BY one COLLATE "C") FROM unnest($1) AS one';
CREATE AGGREGATE group_concat(text) (SFUNC = group_concat_add, STYPE = text[], INITCOND = '{}', FINALFUNC = group_concat_end);
CREATE AGGREGATE group_concat(bigint) (SFUNC = group_concat_add, STYPE = text[], INITCOND = '{}', FINALFUNC = group_concat_end);

-- The audit is numbered without gaps, also where a transaction was undone: a number that is missing was taken out.
CREATE TABLE audit_count (seq bigint NOT NULL);
INSERT INTO audit_count (seq) VALUES (0);
CREATE FUNCTION audit_number() RETURNS bigint LANGUAGE sql
    AS 'UPDATE audit_count SET seq = seq + 1 RETURNING seq';
ALTER TABLE audit ALTER COLUMN id DROP IDENTITY;
ALTER TABLE audit ALTER COLUMN id SET DEFAULT audit_number();
CREATE VIEW sqlite_sequence (name, seq) AS
SELECT 'audit', seq FROM audit_count WHERE seq > 0
UNION ALL
SELECT left(sequencename, -length('_id_seq')), last_value FROM pg_sequences
WHERE schemaname = current_schema() AND last_value IS NOT NULL;

CREATE FUNCTION audit_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE'
        OR (NEW.id, NEW.at, NEW.action, NEW.who, NEW.link) IS DISTINCT FROM (OLD.id, OLD.at, OLD.action, OLD.who, OLD.link)
        OR (NEW.subject IS DISTINCT FROM OLD.subject AND NEW.subject IS NOT NULL)
        OR (NEW.actor IS DISTINCT FROM OLD.actor AND NEW.actor IS DISTINCT FROM 0)
        OR (NEW.nonce IS DISTINCT FROM OLD.nonce AND NEW.nonce IS NOT NULL)
    THEN
        RAISE EXCEPTION 'the audit is only added to';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER audit_stays BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_stays();

-- The oldest waiting row of each chat: of all, by jumping from chat to chat in the index; and of the oldest rows.
CREATE VIEW inbox_heads (id) AS
WITH RECURSIVE chats (chat_id) AS (
    SELECT (SELECT min(chat_id) FROM inbox WHERE state = 0)
    UNION ALL
    SELECT (SELECT min(chat_id) FROM inbox WHERE state = 0 AND chat_id > chats.chat_id)
    FROM chats WHERE chats.chat_id IS NOT NULL
)
SELECT (SELECT min(id) FROM inbox WHERE state = 0 AND chat_id = chats.chat_id)
FROM chats WHERE chats.chat_id IS NOT NULL;
CREATE VIEW inbox_oldest (id) AS
SELECT min(id) FROM (SELECT id, chat_id FROM inbox WHERE state = 0 ORDER BY id LIMIT 1000) AS oldest GROUP BY chat_id;
CREATE VIEW reached AS
SELECT t.* FROM told t LEFT JOIN outbox o ON o.key = t.carrier
WHERE o.key IS NULL OR o.state NOT IN (5, 7, 8, 9);
