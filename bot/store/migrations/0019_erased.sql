-- Which of a backup's people were erased since it was made: marks that only their own keys, now gone, could make.
CREATE TABLE erased (
    mark TEXT PRIMARY KEY,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
