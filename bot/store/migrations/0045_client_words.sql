-- A coach's words for one client's pages, by name: {{ client.dog }}; sealed with the client's key.
CREATE TABLE client_words (
    client_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    words BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (client_id, name)
);
