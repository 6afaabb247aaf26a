"""What the two peers do with a message: one row, one commit, as safe on disk as ours."""

PRAGMAS = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL")
TABLE = (
    "CREATE TABLE IF NOT EXISTS answers (id INTEGER PRIMARY KEY, chat_id INTEGER NOT NULL, "
    "message_id INTEGER NOT NULL, words TEXT NOT NULL, UNIQUE (chat_id, message_id))"
)
KEEP = "INSERT INTO answers (chat_id, message_id, words) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
